"""Where a claim says that things are: the places it names and the quarters, roads, hospitals or halls it names by their
noun, as one kind of value; and whether two of these cannot be one."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Span
from .bearers import Bearer, among, bearers, is_place, opposite
from .book import Book, Fact
from .whereabouts import ACROSS, LEVELS, Where, holds, names_of, one_name, region, row, way, whereabouts

# Classes of things that people live in, which the gazetteer may know as a town or province.
_LIVED_IN = {
    "province": 2.0,
    "district": 2.0,
    "markaz": 2.0,
    "locality": 2.0,
    "town": 3.0,
    "village": 3.0,
    "municipality": 3.0,
}
# Wide stretches of land that may hold towns.
_WIDE = {"area": 2.0, "island": 2.0, "valley": 2.0, "mountain": 2.0, "forest": 2.0, "lake": 2.0}
# The level of a town; what is further down lies in one.
TOWN = 3


class Spot(NamedTuple):
    """A place as a claim names it: its joined entity if the gazetteer could know it, the names it may have, the class
    of its noun, how narrow it is, how it stands in the claim (at, from, to, of), and the place of its entity."""

    text: str
    span: Span
    entity: str | None
    names: tuple[str, ...]
    kind: str
    level: float
    way: str | None
    where: Where | None


def spots(book: Book, fact: Fact) -> tuple[Spot, ...]:
    """All places of a claim, found once."""
    if fact.id not in book.spots:
        book.spots[fact.id] = tuple(_found(book, fact))
    return book.spots[fact.id]


def _found(book: Book, fact: Fact) -> list[Spot]:
    things = [bearer for bearer in bearers(book, fact) if is_place(bearer)]
    found = []
    for where in whereabouts(book, fact):
        thing = next((bearer for bearer in things if bearer.span.overlaps(where.span)), None)
        if thing is not None and thing.kind not in _LIVED_IN and row(where.place):
            continue  # «مستشفى طرابلس» is no town
        kind = thing.kind if thing is not None else where.place.precision
        level = where.level
        if thing is not None and thing.kind not in _LIVED_IN and level < TOWN:
            level = _WIDE.get(thing.kind, LEVELS["point"])
        names = (thing.name,) if thing is not None else names_of(fact, where)
        found.append(Spot(where.text, where.span, where.entity, names, kind, level, way(fact, where.span), where))
    taken = [spot.span for spot in found]
    found += [_thing(fact, thing) for thing in things if not any(span.overlaps(thing.span) for span in taken)]
    return found


def _thing(fact: Fact, thing: Bearer) -> Spot:
    level = (_LIVED_IN | _WIDE).get(thing.kind, float(LEVELS["point"]))
    how = thing.way or way(fact, thing.span)
    return Spot(fact.at(thing.span), thing.span, None, (thing.name,), thing.kind, level, how, None)


def unlike(one: Spot, other: Spot) -> str | None:
    """Why two places cannot be one, in a word, None where they may be: ``across`` for two sides of one, ``lands`` for
    two countries or a place outside the other's country, ``regions`` for two provinces, ``known`` for two of the
    gazetteer, ``class`` for two of one class, ``unknown`` for two about which nothing is known but their names."""
    same = (one.entity is not None and one.entity == other.entity) or any(
        one_name(a, b) for a in one.names for b in other.names
    )
    if same and _across(one, other):
        return "across"
    if same or not one.names[0] or not other.names[0]:
        return None
    mine, yours = one.where, other.where
    if mine is not None and yours is not None:
        if holds(mine, yours) or holds(yours, mine):
            return None
        lands = mine.place.country, yours.place.country
        if all(lands) and lands[0] != lands[1]:
            return "lands"
        if 0 in (int(one.level), int(other.level)):
            return None
        regions = region(mine.place), region(yours.place)
        if all(regions) and regions[0] != regions[1]:
            return "regions"
        rows = row(mine.place), row(yours.place)
        if all(rows):
            return "known" if int(one.level) == int(other.level) else None
    if one.kind == other.kind or (among(one.kind) and among(one.kind) == among(other.kind)):
        return "class"
    return "unknown" if int(one.level) == int(other.level) and one.level >= LEVELS["area"] else None


def _across(one: Spot, other: Spot) -> bool:
    sides = [spot.where.side if spot.where is not None else frozenset() for spot in (one, other)]
    return any(axis <= sides[0] ^ sides[1] for axis in ACROSS) or any(
        opposite(a, b) for a in one.names[:1] for b in other.names[:1]
    )


def fits(one: Spot, other: Spot) -> bool:
    """Whether two places are one, or one holds the other."""
    if (
        one.where is not None
        and other.where is not None
        and (one.where.entity == other.where.entity or holds(one.where, other.where) or holds(other.where, one.where))
    ):
        return True
    return any(a and b and one_name(a, b) for a in one.names for b in other.names)
