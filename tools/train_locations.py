"""Fit the weights of ``[locations]`` in ``default.toml``: what speaks for two places being of one act.

    python tools/train_locations.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/locations.py, on every two places of claims of two reports that cannot
be one, in the half of the stories made for building and in files of the same form. They are of one act where the gold
has their words as a discrepancy of place. Prints the weights, and in cross-validation by story how many of the gold's
pairs a threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy
from fitting import amounts, fit, numbered_stories

from tawatur.bench import stories
from tawatur.model import Span
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.locations import best_of, differing, signs

RIDGE = 1.0
LEVELS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


class Case(NamedTuple):
    """Two places; ``gold`` is the number of the gold's pair, -1 for none, ``keys`` each place with the other report.
    What stands beside another conflict of the gold is told to be one, and no mistake."""

    story: int
    signs: dict[str, float]
    gold: int
    words: str
    excused: bool
    keys: tuple[tuple[str, int], tuple[str, int]]


def cases() -> Iterator[Case]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1])
        gold = [(i, pair) for i, pair in enumerate(story.pairs) if pair.conflict]
        pairs = list(differing(book))
        best = best_of(book, ((pair.left, pair.right) for pair in pairs))
        for pair in pairs:
            left, one, right, other, why = pair
            at = _place(left.report, one.span), _place(right.report, other.span)
            claims = _place(left.report, left.claim.span), _place(right.report, right.claim.span)
            right_one = next((i for i, p in gold if p.aspect == "place" and p.joins(*at)), -1)
            words = f"{story.gold['id']} {one.text} | {other.text} ({why})"
            excused = any(p.joins(*claims) for _, p in gold)
            keys = (one.text, right.report), (other.text, left.report)
            yield Case(number, amounts(signs(book, pair, best)), right_one, words, excused, keys)


def _place(report: int, span: Span) -> stories.Place:
    return stories.Place(report, span.start, span.end)


def told(every: list[Case], scores: numpy.ndarray, least: float) -> tuple[set[tuple[int, int]], list[str], int]:
    """The gold's pairs that are found, what else is told, and how much beside another conflict: each place of a report
    once."""
    found, false, excused, taken = set(), [], 0, set()
    for index in numpy.argsort(-scores):
        case = every[index]
        keys = {(case.story, *key) for key in case.keys}
        if scores[index] < least or keys & taken:
            continue
        taken |= keys
        if case.gold >= 0:
            found.add((case.story, case.gold))
        elif case.excused:
            excused += 1
        else:
            false.append(f"{scores[index]:.2f} {case.words}")
    return found, false, excused


def main() -> None:
    every = list(cases())
    right = numpy.array([case.gold >= 0 for case in every])
    fitted = fit(every, right, RIDGE)
    wanted = len({(case.story, case.gold) for case in every if case.gold >= 0})
    print(f"{len(every)} pairs, {right.sum()} right, of {wanted} in the gold")
    for level in LEVELS:
        found, false, excused = told(every, fitted.fresh, level)
        print(f"from {level}: {len(found)} of {wanted}, {len(false)} wrong, {excused} beside another conflict")
    print(*told(every, fitted.fresh, 0.3)[1], sep="\n")
    fitted.show()


if __name__ == "__main__":
    main()
