"""Two places told of one act, wherever in two reports they stand.

How likely two places that cannot be one are of one act is a logistic regression, as of two times in ``occasions.py``;
its weights are in ``default.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, product
from math import log
from typing import NamedTuple

from ...model import Comparison, Said
from ...settings import settings
from ..asides import aside
from ..belonging import tie
from ..book import Book
from ..fact import Fact
from ..order import Draft
from ..say import outlet, value
from ..similarity import Sign, likely, likeness, others_hurt
from .scenes import scenes_of
from .spots import Spot, spots, unlike

# Beyond these odds claims are no liker, and a word near both places ties them no more.
_SURE, _TIED = 6.0, 2.0
# Less likely than this to tell of one thing, claims are looked at only if they just say where something was.
_LEAST = -5.0
# Differences of two reports, and of one claim, that are shown.
_OF_REPORTS, _OF_CLAIM = 3, 2


class Apart(NamedTuple):
    """Two places of two claims that cannot be one."""

    left: Fact
    one: Spot
    right: Fact
    other: Spot


def placed_apart(book: Book) -> Iterator[Draft]:
    """The places of one act in which two reports differ, the likeliest of each place."""
    least = settings("locations")["differ_score"]
    weighed = ((likely("locations", signs(book, pair)), pair) for pair in differing(book))
    found = sorted(weighed, key=lambda item: -item[0])
    used: set[tuple[object, int, int]] = set()
    shown: Counter[object] = Counter()
    for score, pair in found:
        if score < least:
            return
        left, right = pair.left, pair.right
        keys = {(_key(pair.one), left.report, right.report), (_key(pair.other), right.report, left.report)}
        reports = left.report, right.report
        if (
            not keys & used
            and shown[reports] < _OF_REPORTS
            and all(shown[fact.id] < _OF_CLAIM for fact in (left, right))
        ):
            used |= keys
            shown.update((reports, left.id, right.id))
            yield Draft("discrepancy", _differ(pair), (left, right), "Contradiction", 0.9)


def _both_told(book: Book, left: Fact, one: Spot, right: Fact, other: Spot) -> bool:
    """Whether the other claim names a place too, the other report a quarter or a hall, or each report both."""
    if _named_in(spots(book, right), one) or _named_in(spots(book, left), other):
        return True
    named = [_named(book, right.report, one), _named(book, left.report, other)]
    return all(named) or any(told and spot.where is None for told, spot in zip(named, (one, other)))


def _key(spot: Spot) -> object:
    return spot.entity or spot.names[0]


def differing(book: Book) -> Iterator[Apart]:
    """Every two places of claims of two reports that cannot be one."""
    scenes = scenes_of(book).keys()
    placed = [fact for fact in book.facts if not fact.head and spots(book, fact) and not aside(fact)]
    for left, right in combinations(placed, 2):
        if left.report == right.report or not _near(left, right, scenes):
            continue
        pairs = [
            Apart(left, one, right, other)
            for one, other in product(spots(book, left), spots(book, right))
            if unlike(one, other) and not _both_told(book, left, one, right, other)
        ]
        if not pairs or others_hurt(left, right) or others_hurt(right, left):
            continue
        if likeness(book, left, right).odds > _LEAST or {left.id, right.id} & scenes:
            yield from pairs


def _near(left: Fact, right: Fact, scenes: Collection[str]) -> bool:
    """Whether two claims may tell of one act: they or their sentences share a word, or one only says where it was."""
    if not left.sentence_terms.isdisjoint(right.sentence_terms):
        return True
    return (left.id in scenes and (right.lead or right.id in scenes)) or (right.id in scenes and left.lead)


def signs(book: Book, pair: Apart) -> Iterator[Sign]:
    """What speaks for or against two places being told of one act."""
    left, one, right, other = pair
    odds = likeness(book, left, right).odds
    placing = sum(fact.id in scenes_of(book) for fact in (left, right))
    # A claim that only says where it was shares nothing else with what tells the act.
    yield Sign("odds", max(0.0 if placing else -_SURE, min(_SURE, odds)))
    yield Sign("tie", min(_TIED, tie(book, left, one.span, right, other.span)))
    yield Sign("rank", abs(book.rank(left) - book.rank(right)))
    ways = {one.way, other.way}
    yield Sign("at", ways == {"at"})
    yield Sign("one_way", len(ways) == 1 and not ways & {"at", None, "of"})
    yield Sign("two_ways", len(ways) == 2 and None not in ways)
    least = min(int(one.level), int(other.level))
    more = sum(int(spot.level) >= least for fact in (left, right) for spot in spots(book, fact)) - 2
    yield Sign("several", log(1 + max(0, more)))
    yield Sign("country", one.level < 1 or other.level < 1)
    yield Sign("kinds", one.kind == other.kind)
    yield Sign("named", _named(book, right.report, one) + _named(book, left.report, other))
    yield Sign("doubt", left.doubt != right.doubt or left.denied != right.denied)
    yield Sign("lead", left.lead and right.lead)
    yield Sign("shorter", log(1 + min(len(left.terms), len(right.terms))))


def _named(book: Book, report: int, spot: Spot) -> bool:
    """Whether a report names a place, and the same side of it."""
    return _named_in((other for fact in book.facts if fact.report == report for other in spots(book, fact)), spot)


def _named_in(mine: Iterable[Spot], spot: Spot) -> bool:
    return any(
        _side(spot) <= _side(other)
        and (
            (spot.unnamed and spot.kind == other.kind)
            or (spot.entity is not None and spot.entity == other.entity)
            or spot.names[0] == other.names[0]
        )
        for other in mine
    )


def _side(spot: Spot) -> frozenset[str]:
    return spot.where.side if spot.where is not None else frozenset()


def _differ(pair: Apart) -> Comparison:
    left, one, right, other = pair
    detail = Said(
        f"يختلف المكان: {outlet(left)} يقول «{one.text}»، و{outlet(right)} يقول «{other.text}».",
        f"The place differs: {left.outlet} says «{one.text}», {right.outlet} says «{other.text}».",
    )
    sides = value(left, text=one.text, span=one.span), value(right, text=other.text, span=other.span)
    return Comparison("place", "differ", 0.0, detail, sides)
