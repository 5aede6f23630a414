"""Fit the weights of ``[occasions]`` in ``default.toml``: what speaks for two times being of one act.

    python tools/train_occasions.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/times/occasions.py, on every two claims of two reports whose times
differ, in the half of the stories made for building and in files of the same form. They are of one act where the gold
has the times as a discrepancy of date. Prints the weights, and in cross-validation by story how many pairs a threshold
tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from fitting import Decided, amounts, meets, numbered_books, report

from tawatur.bench import stories
from tawatur.reconcile.times.occasions import Apart, differing, signs

RIDGE = 1.0
LEVELS = (0.3, 0.4, 0.45, 0.5, 0.6)


def cases() -> Iterator[Decided]:
    for number, story, book in numbered_books():
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "date"]
        apart = list(differing(book))
        # Of several times of two claims those are meant that stand in the words of the gold, where any do.
        within = [[pair for pair in apart if _meant(one, pair)] for one in gold]
        meant = [
            found or [pair for pair in apart if meets(one, pair.left, pair.right)] for found, one in zip(within, gold)
        ]
        right = {pair.times for found in meant for pair in found}
        for pair in apart:
            yield Decided(number, amounts(signs(book, pair)), pair.times in right)


def _meant(gold: stories.Pair, pair: Apart) -> bool:
    sides = (pair.left, pair.one.time.span), (pair.right, pair.other.time.span)
    return gold.joins(*(stories.Place(fact.report, span.start, span.end) for fact, span in sides))


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
