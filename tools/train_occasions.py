"""Fit the weights of ``[occasions]`` in ``default.toml``: what speaks for two times being of one act.

    python tools/train_occasions.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/occasions.py, on every two claims of two reports whose times differ, in
the half of the stories made for building and in files of the same form. They are of one act where the gold has the
times as a discrepancy of date. Prints the weights, and in cross-validation by story how many pairs a threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy
from fitting import amounts, fit, meets, numbered_stories

from tawatur.bench import stories
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.occasions import differing, signs

RIDGE = 1.0
LEVELS = (0.3, 0.4, 0.5, 0.6)


class Case(NamedTuple):
    story: int
    signs: dict[str, float]
    right: bool


def cases() -> Iterator[Case]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1])
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "date"]
        for left, right, comparison in differing(book):
            found = amounts(signs(book, left, right, comparison))
            yield Case(number, found, any(meets(pair, left, right) for pair in gold))


def main() -> None:
    every = list(cases())
    right = numpy.array([case.right for case in every])
    fitted = fit(every, right, RIDGE)
    print(f"{len(every)} pairs, {right.sum()} right")
    for level in LEVELS:
        told = fitted.fresh >= level
        print(f"from {level}: {(told & right).sum()} of {right.sum()}, {(told & ~right).sum()} wrong")
    fitted.show()


if __name__ == "__main__":
    main()
