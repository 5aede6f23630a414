"""What the tools that fit a likelihood over places and over doers share: two values of one act, each told once.

A pair is right where the gold has the words as a discrepancy of the aspect. What stands beside another conflict of the
gold is told to be one, and no mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

import numpy
from fitting import amounts, fit, numbered_books

from tawatur.bench import stories
from tawatur.model import Span
from tawatur.reconcile.book import Book
from tawatur.reconcile.fact import Fact
from tawatur.reconcile.similarity import Sign

RIDGE = 1.0
LEVELS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


class Conflict(NamedTuple):
    """Two values that differ; ``gold`` is the number of the gold's pair, -1 for none, ``keys`` each value with the
    other's report."""

    story: int
    signs: dict[str, float]
    gold: int
    words: str
    excused: bool
    keys: tuple[tuple[str, int], tuple[str, int]]


class Value(Protocol):
    """A place or a doer as a claim names it."""

    @property
    def text(self) -> str: ...
    @property
    def span(self) -> Span: ...


def conflict(
    number: int,
    story: stories.Story,
    aspect: str,
    sides: tuple[tuple[Fact, Value], tuple[Fact, Value]],
    signs: Sequence[Sign],
    why: str = "",
) -> Conflict:
    """Two values of two claims as a case: whether the gold has them as a discrepancy of this aspect."""
    gold = [(i, pair) for i, pair in enumerate(story.pairs) if pair.conflict]
    at = [_place(fact.report, value.span) for fact, value in sides]
    claims = [_place(fact.report, fact.claim.span) for fact, _ in sides]
    right = next((i for i, pair in gold if pair.aspect == aspect and pair.joins(*at)), -1)
    (left, one), (right_fact, other) = sides
    return Conflict(
        number,
        amounts(signs),
        right,
        f"{story.gold['id']} {one.text} | {other.text} {why}".rstrip(),
        any(pair.joins(*claims) for _, pair in gold),
        ((one.text, right_fact.report), (other.text, left.report)),
    )


def conflicts(
    aspect: str,
    differing: Callable[[Book], Iterable[tuple[Fact, Value, Fact, Value]]],
    signs: Callable[[Book, Any], Iterable[Sign]],
) -> Iterator[Conflict]:
    """Every two values that differ in the stories, with their ``signs``, as cases."""
    for number, story, book in numbered_books():
        for pair in differing(book):
            left, one, right, other = pair
            yield conflict(number, story, aspect, ((left, one), (right, other)), list(signs(book, pair)))


def _place(report: int, span: Span) -> stories.Place:
    return stories.Place(report, span.start, span.end)


def report(cases: Sequence[Conflict]) -> None:
    """Fit, and print how many of the gold's pairs each threshold would tell in cross-validation, what it would tell
    falsely, then the weights."""
    right = numpy.array([case.gold >= 0 for case in cases])
    fitted = fit(cases, right, RIDGE)
    wanted = len({(case.story, case.gold) for case in cases if case.gold >= 0})
    print(f"{len(cases)} pairs, {right.sum()} right, of {wanted} in the gold")
    for level in LEVELS:
        found, false, excused = _told(cases, fitted.fresh, level)
        print(f"from {level}: {len(found)} of {wanted}, {len(false)} wrong, {excused} beside another conflict")
    print(*_told(cases, fitted.fresh, LEVELS[0])[1], sep="\n")
    fitted.show()


def _told(
    cases: Sequence[Conflict], scores: numpy.ndarray, least: float
) -> tuple[set[tuple[int, int]], list[str], int]:
    """The gold's pairs that are found, what else is told, and how much beside another conflict: each value of a report
    once, the likeliest first."""
    found, false, excused, taken = set(), [], 0, set()
    for index in numpy.argsort(-scores):
        case = cases[index]
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
