"""Fit the weights of ``[unharmed]``, ``[denials]`` and ``[opposites]`` in ``default.toml``.

    python tools/train_contradictions.py tools/stories/contradictions.yaml       needs scikit-learn, for training only

Logistic regression over the signs of unharmed.py, answers.py and opposites.py in reconcile/contraries/, on every claim
that nobody was hurt with every claim that somebody was, on every denial with every claim that affirms any of it and on
every two opposite words, in the half of the stories made for building and in files of the same form. A pair is right
where the gold has its places as a contradiction; pairs that it has as a discrepancy are left out. Prints the weights,
and in cross-validation by story how many contradictions of the gold a threshold would find, with the pairs it would
tell falsely. With the file of short stories named above these are the weights in ``default.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy
from fitting import amounts, fit, meets, numbered_stories

from tawatur.bench import stories
from tawatur.reconcile.align import align
from tawatur.reconcile.book import Book
from tawatur.reconcile.contraries import answers, opposites, unharmed
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.fact import Fact
from tawatur.reconcile.mates import Mates
from tawatur.reconcile.numbers.figures import figures
from tawatur.reconcile.similarity import Sign

# Weights are small where a sign is rare: strength of the ridge.
RIDGE = 0.5
LEVELS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


class Case(NamedTuple):
    """One pair: ``right`` is the number of the gold's pair, -1 for none."""

    story: int
    signs: dict[str, float]
    right: int
    left_claim: str
    right_claim: str
    reports: tuple[int, int]


def cases() -> dict[str, list[Case]]:
    """Every pair by the section its weights are in."""
    found: dict[str, list[Case]] = {"unharmed": [], "denials": [], "opposites": []}
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        entity_of = resolve(readings, ())[1]
        book = Book(readings, entity_of)
        slots = [
            [book.by_id[claim] for claim in one.claims if claim in book.by_id] for one in align(readings, entity_of)
        ]
        mates = Mates(book, slots)
        for section, left, right, signs in _pairs(book, mates):
            if left.report == right.report:
                continue  # the gold tells few of what is answered within a report
            gold = [i for i, pair in enumerate(story.pairs) if pair.conflict and meets(pair, left, right)]
            right_ones = [i for i in gold if story.pairs[i].kind == "contradiction"]
            if right_ones or not gold:
                at = (left.id, right.id, (left.report, right.report))
                found[section].append(Case(number, amounts(signs), right_ones[0] if right_ones else -1, *at))
    return found


def _pairs(book: Book, mates: Mates) -> Iterator[tuple[str, Fact, Fact, Iterator[Sign]]]:
    for spared, harm, all_harms in unharmed.answerable(book, figures(book)):
        yield "unharmed", spared.fact, harm.fact, unharmed.signs(book, spared, harm, all_harms)
    for denial, several in answers.answerable(book):
        for answer in several:
            yield "denials", denial.fact, answer.yes, answers.signs(book, answer, mates)
    for left, right, all_ in opposites.opposing(book):
        yield "opposites", left.fact, right.fact, opposites.signs(book, left, right, all_, mates)


def _told(cases: list[Case], scores: numpy.ndarray, least: float) -> tuple[int, int]:
    """How many pairs of the gold are found, and how many others told: for a claim and a report the likeliest."""
    found: set[tuple[int, int]] = set()
    false: set[tuple[str, str]] = set()
    taken = set()
    for index in numpy.argsort(-scores):
        case = cases[index]
        if scores[index] < least or (case.left_claim, case.reports[1]) in taken:
            continue
        taken.add((case.left_claim, case.reports[1]))
        if case.right >= 0:
            found.add((case.story, case.right))
        else:
            false.add((case.left_claim, case.right_claim))
    return len(found), len(false)


def main() -> None:
    for section, every in cases().items():
        right = numpy.array([case.right >= 0 for case in every])
        fitted = fit(every, right, RIDGE)
        print(f"[{section}] {len(every)} pairs, {right.sum()} right")
        for least in LEVELS:
            found, false = _told(every, fitted.fresh, least)
            print(f"# from {least}: {found} of the gold found, {false} told falsely")
        fitted.show()


if __name__ == "__main__":
    main()
