"""Fit the weights of ``[figures]`` in ``default.toml``: what speaks for two numbers counting one thing.

    python tools/train_figures.py tools/stories/figures.yaml       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/numbers/evidence.py, on every pair of comparable figures of two reports
in the half of the stories made for building and in files of the same form. Two figures count one thing where the gold
has their places as a discrepancy of value and they differ, or as told by both, or of two periods, and they fit. Prints
the weights, and in cross-validation by story how many pairs a threshold would join, of figures that differ and of
figures that fit. With the file of short stories named above these are the weights in ``default.toml``; a new sign needs
one there first, be it 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy
from fitting import amounts, fit, numbered_stories

from tawatur.bench import stories
from tawatur.reconcile.align import align
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.numbers.comparable import comparable, overlapping
from tawatur.reconcile.numbers.evidence import signs
from tawatur.reconcile.numbers.figure import Figure
from tawatur.reconcile.numbers.figures import figures
from tawatur.reconcile.numbers.tallies import known_of

# Weights are small where a sign is rare: strength of the ridge.
RIDGE = 0.3
LEVELS = (0.3, 0.4, 0.5, 0.6)


class Case(NamedTuple):
    story: int
    signs: dict[str, float]
    fits: bool
    right: bool


def cases() -> Iterator[Case]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        entity_of = resolve(readings, ())[1]
        book = Book(readings, entity_of)
        known = known_of(book, figures(book), align(readings, entity_of))
        body = [figure for figure in figures(book) if not (figure.fact.head or figure.lone or figure.sum)]
        for left, right in combinations(body, 2):
            if left.fact.report != right.fact.report and comparable(left, right) is not None:
                fits = overlapping(left, right)
                right_ = any(_right(pair, left, right, fits) for pair in _gold(story))
                yield Case(number, amounts(signs(book, left, right, known)), fits, right_)


def _gold(story: stories.Story) -> tuple[stories.Pair, ...]:
    return (*story.pairs, *(story.shared or ()))


def _right(pair: stories.Pair, left: Figure, right: Figure, fits: bool) -> bool:
    differs = pair.kind == "discrepancy" and pair.aspect == "value"
    agrees = pair.kind == "agreement" or pair.verdict is not None or pair.aspect == "scope"
    if not (agrees if fits else differs):
        return False
    return pair.joins(*(stories.Place(f.fact.report, f.first.span.start, f.first.span.end) for f in (left, right)))


def main() -> None:
    every = list(cases())
    right = numpy.array([case.right for case in every])
    fits = numpy.array([case.fits for case in every])
    fitted = fit(every, right, RIDGE)
    print(f"{len(every)} pairs, {right.sum()} right")
    for name, some in (("differ", ~fits), ("fit", fits)):
        for level in LEVELS:
            joined = some & (fitted.fresh >= level)
            found, wrong = (joined & right).sum(), (joined & ~right).sum()
            print(f"{name}, from {level}: {found} of {(some & right).sum()}, {wrong} wrong")
    fitted.show()


if __name__ == "__main__":
    main()
