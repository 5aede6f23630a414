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
from ..contraries.opposites import opposed
from ..fact import Fact
from ..order import Draft
from ..say import outlet, value
from ..similarity import Best, Sign, best_of, days_apart, kinship, likely, likeness, others_hurt, same_day, same_number
from .scenes import scenes_of
from .spots import TOWN, Spot, chief_town, fits, spots, unlike

# Beyond these odds claims are no liker, and a word near both places ties them no more.
_SURE, _TIED = 6.0, 2.0
# Less likely than this to tell of one thing, claims are looked at only if they just say where something was.
_LEAST = -5.0
# Differences of two reports, and of one claim, that are shown.
_OF_REPORTS, _OF_CLAIM = 3, 2


class Apart(NamedTuple):
    """Two places of two claims that cannot be one, and why."""

    left: Fact
    one: Spot
    right: Fact
    other: Spot
    why: str


def placed_apart(book: Book) -> Iterator[Draft]:
    """The places of one act in which two reports differ, the likeliest of each place."""
    least = settings("locations")["differ_score"]
    pairs = list(differing(book))
    best = best_of(book, ((pair.left, pair.right) for pair in pairs))
    found = sorted(((likely("locations", signs(book, pair, best)), pair) for pair in pairs), key=lambda item: -item[0])
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
            Apart(left, one, right, other, why)
            for one, other in product(spots(book, left), spots(book, right))
            if (why := unlike(one, other)) and not _both_told(book, left, one, right, other)
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


def signs(book: Book, pair: Apart, best: Best) -> Iterator[Sign]:
    """What speaks for or against two places being told of one act."""
    left, one, right, other, why = pair
    odds = likeness(book, left, right).odds
    placing = sum(fact.id in scenes_of(book) for fact in (left, right))
    # A claim that only says where it was shares nothing else with what tells the act.
    yield Sign("odds", max(0.0 if placing else -_SURE, min(_SURE, odds)))
    behind = max(best[left.id, right.report], best[right.id, left.report]) - odds
    yield Sign("behind", log(1 + max(0.0, behind)))
    yield Sign("tie", min(_TIED, tie(book, left, one.span, right, other.span)))
    yield Sign(why, 1.0)
    yield from kinship(book, left, right)
    yield from _ways(one, other)
    yield from _others(book, pair)
    yield Sign("country", one.level < 1 or other.level < 1)
    yield Sign("narrow", min(one.level, other.level) > TOWN)
    yield Sign("kinds", one.kind == other.kind)
    yield Sign("scenes", placing)
    yield Sign("named", _named(book, right.report, one) + _named(book, left.report, other))
    yield Sign("chief", why in ("known", "loose") and (chief_town(one) or chief_town(other)))
    yield Sign("speaker", left.origin.known and left.origin.key == right.origin.key)
    yield Sign("one_day", same_day(left, right))
    languages = left.reading.article.language != right.reading.article.language
    yield Sign("translated", languages and None in (one.where, other.where))
    yield Sign("number", same_number(left, right))
    yield Sign("days", days_apart(left, right))
    yield Sign("opposed", opposed(book, left, right))
    yield Sign("doubt", left.doubt != right.doubt or left.denied != right.denied)
    yield Sign("lead", left.lead and right.lead)
    yield Sign("languages", languages)
    sizes = sorted((len(left.terms), len(right.terms)))
    yield Sign("shorter", log(1 + sizes[0]))
    yield Sign("longer", log(1 + sizes[1]))


def _ways(one: Spot, other: Spot) -> Iterator[Sign]:
    """How the two hang on what is told: both at it, both from it or to it, or otherwise."""
    ways = {one.way, other.way}
    yield Sign("at", ways == {"at"})
    yield Sign("one_way", len(ways) == 1 and not ways & {"at", None, "of"})
    yield Sign("two_ways", len(ways) == 2 and None not in ways)
    yield Sign("of", "of" in ways)


def _others(book: Book, pair: Apart) -> Iterator[Sign]:
    """What else the two claims name: a place around both, one as narrow in which they meet, others besides."""
    ours, theirs = spots(book, pair.left), spots(book, pair.right)
    least = min(int(pair.one.level), int(pair.other.level))
    both = [(a, b) for a, b in product(ours, theirs) if fits(a, b)]
    met = [min(a.level, b.level) for a, b in both if a is not pair.one and b is not pair.other]
    yield Sign("around", any(1 <= level < least for level in met))
    yield Sign("met", any(level >= least for level in met))
    more = sum(int(spot.level) >= least for spot in (*ours, *theirs)) - 2
    yield Sign("several", log(1 + max(0, more)))


def _named(book: Book, report: int, spot: Spot) -> bool:
    """Whether a report names a place, and the same side of it."""
    return _named_in((other for fact in book.facts if fact.report == report for other in spots(book, fact)), spot)


def _named_in(mine: Iterable[Spot], spot: Spot) -> bool:
    return any(
        _side(spot) <= _side(other)
        and ((spot.entity is not None and spot.entity == other.entity) or spot.names[0] == other.names[0])
        for other in mine
    )


def _side(spot: Spot) -> frozenset[str]:
    return spot.where.side if spot.where is not None else frozenset()


def _differ(pair: Apart) -> Comparison:
    left, one, right, other, _ = pair
    detail = Said(
        f"يختلف المكان: {outlet(left)} يقول «{one.text}»، و{outlet(right)} يقول «{other.text}».",
        f"The place differs: {left.outlet} says «{one.text}», {right.outlet} says «{other.text}».",
    )
    sides = value(left, text=one.text, span=one.span), value(right, text=other.text, span=other.span)
    return Comparison("place", "differ", 0.0, detail, sides)
