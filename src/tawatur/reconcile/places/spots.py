"""Where a claim says that things are: the places it names and the quarters, roads, hospitals or halls it names by their
noun, as one kind of value; and whether two of these cannot be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from ...annotate.naming.gazetteer import bare, place_at
from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.nations import nation
from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Place, Span, Token
from ...story.concepts import listed_word
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..names.bearer_classes import among
from ..names.bearers import Bearer, bearers, by_adjective, described, is_place, opposite
from .sites import is_site, sites
from .whereabouts import ACROSS, LEVELS, Where, capital_of, holds, names_of, one_name, region, row, way, whereabouts

# Classes of things that people live in, which the gazetteer may know as a town or province.
_LIVED_IN = {
    "province": 2.0,
    "district": 2.0,
    "county": 2.0,
    "markaz": 2.0,
    "locality": 2.0,
    "town": 3.0,
    "village": 3.0,
    "municipality": 3.0,
}
# Wide stretches of land that may hold towns.
_WIDE = {
    "sea": 1.0,
    "river": 2.0,
    "region": 2.0,
    "area": 2.0,
    "island": 2.0,
    "valley": 2.0,
    "mountain": 2.0,
    "forest": 2.0,
    "lake": 2.0,
}
# The kind of a place of which only its name is known.
_UNPLACED = "area"
# The level of a town; what is further down lies in one.
TOWN = 3


class Spot(NamedTuple):
    """A place as a claim names it: its joined entity if the gazetteer could know it, the names it may have, the class
    of its noun, how narrow it is, how it stands in the claim (at, from, to, of), the place of its entity, and whether its
    noun alone is told."""

    text: str
    span: Span
    entity: str | None
    names: tuple[str, ...]
    kind: str
    level: float
    way: str | None
    where: Where | None
    unnamed: bool = False


@kept
def spots(book: Book, fact: Fact) -> list[Spot]:
    """All places of a claim."""
    things = [bearer for bearer in bearers(book, fact) if is_place(bearer)]
    found = []
    taken: list[Span] = []
    for where in whereabouts(book, fact):
        thing = next((bearer for bearer in things if bearer.span.overlaps(where.span)), None)
        if thing is not None and thing.kind not in _LIVED_IN and row(where.place):
            # «مستشفى طرابلس» is no town, and stands in one.
            found.append(_thing(fact, thing.kind, thing.name, thing.span, where))
            taken.append(thing.span)
            continue
        if where.place.precision == "town" and listed_word("ar", fold(where.text)):
            continue  # «بورصة» is rather no town than one
        kind = thing.kind if thing is not None else where.place.precision
        level = where.level
        if thing is not None and where.place.precision == _UNPLACED:
            level = (_LIVED_IN | _WIDE).get(thing.kind, LEVELS["point"])
        names = (thing.name,) if thing is not None else names_of(fact, where)
        # That a report names the country does not say that it tells of its waters.
        entity = None if where.ground else where.entity
        found.append(Spot(where.text, where.span, entity, names, kind, level, way(fact, where.span), where))
    taken += [spot.span for spot in found]
    for one in things:
        town = _named_after(book, fact, one, taken)
        if town is not None:
            found.append(_thing(fact, one.kind, one.name, one.span, town))
    taken = [spot.span for spot in found]
    for kind, name, span in (*((t.kind, t.name, t.span) for t in things), *_described(fact)):
        if not any(other.overlaps(span) for other in taken):
            found.append(_thing(fact, kind, name, span))
            taken.append(span)
    for kind, span in sites(fact):
        if not any(other.overlaps(span) for other in taken):
            found.append(Spot(fact.at(span), span, None, (kind,), kind, LEVELS["point"], "at", None, True))
    return [*found, *_capital(book, fact)]


def _named_after(book: Book, fact: Fact, thing: Bearer, taken: list[Span]) -> Where | None:
    """«ميناء بورتسودان»: the town of a port or a hospital that has its name, where one land alone has it."""
    words = bare(thing.name).split()
    match = place_at(words, 0) if words and not any(span.overlaps(thing.span) for span in taken) else None
    if match is None or match.last < len(words):
        return None
    lands = {row.country for row in match.value}
    land = next(iter(lands)) if len(lands) == 1 else _land(fact)
    found = next((one for one in match.value if one.country == land and one.precision == "town"), None)
    if found is None or (len(words) == 1 and listed_word("ar", words[0])):
        return None
    place = Place("", thing.span, thing.name, None, None, None, found.id, found.country, found.admin1 or None, "town")
    known = (p.entity for r in book.readings for p in r.places if p.gazetteer_id == found.id and p.entity)
    entity = next((book.entity_of.get(key, key) for key in known), f"row:{found.id}")
    return Where(entity, fact.at(thing.span), thing.span, place, float(TOWN), False, frozenset())


def _thing(fact: Fact, kind: str, name: str, span: Span, town: Where | None = None) -> Spot:
    level = (_LIVED_IN | _WIDE).get(kind, float(LEVELS["point"]))
    return Spot(fact.at(span), span, None, (name,), kind, level, way(fact, span), town)


def _capital(book: Book, fact: Fact) -> Iterator[Spot]:
    """«في العاصمة»: the capital of the land that most of the report's places lie in."""
    tokens = fact.tokens
    arabic = fact.reading.article.language == "ar"
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None]):
        alone = (
            token.stem in listed("place_words", "capital", "ar")
            and "ال" in token.proclitics
            and not _described_by(after)
        )
        if not arabic:
            alone = (
                token.norm in listed("place_words", "capital", "en")
                and before is not None
                and before.norm == "the"
                and not _named_behind(after)
            )
        where = capital_of(book, _land(fact), fact, token.span) if alone else None
        if where is not None:
            yield Spot(
                where.text,
                where.span,
                where.entity,
                names_of(fact, where)[:1],
                "town",
                TOWN,
                way(fact, token.span),
                where,
            )


def _described_by(after: Token | None) -> bool:
    return after is not None and ("ال" in after.proclitics or place_at([after.stem], 0) is not None)


def _named_behind(after: Token | None) -> bool:
    return after is not None and (after.norm == "of" or after.surface[:1].isupper() or after.norm in (",", "city"))


def _land(fact: Fact) -> str | None:
    """The one land of a report's places, if most lie in it."""
    lands = Counter(place.country for place in fact.reading.places if place.country)
    land, count = lands.most_common(1)[0] if lands else (None, 0)
    return land if 2 * count > sum(lands.values()) else None


def _described(fact: Fact) -> Iterator[tuple[str, str, Span]]:
    """«المستشفى الوطني», «المنطقة الصناعية»: one of which a town has few, told by an adjective."""
    for kind, span in described(fact):
        if kind not in _LIVED_IN and (kind not in _WIDE or kind == _UNPLACED):
            yield kind, fact.at(span).partition(" ")[2], span


def unlike(one: Spot, other: Spot) -> str | None:
    """Why two places cannot be one, in a word, None where they may be: ``across`` for two sides of one, ``lands`` for
    two countries or a place outside the other's country, ``regions`` for two provinces, ``known`` for two of the
    gazetteer, ``class`` for two of one class, ``sites`` for two kinds of places told by their nouns, ``unknown`` for two about which nothing is known but their names, ``loose``
    for two of which one may hold the other, as far as is known."""
    if one.unnamed or other.unnamed:
        return "sites" if _two_sites(one, other) else None
    same = (one.entity is not None and one.entity == other.entity) or any(
        one_name(a, b) for a in one.names for b in other.names
    )
    if same and _across(one, other):
        return "across"
    if same or not one.names[0] or not other.names[0]:
        return None
    if {"from", "to"} == {one.way, other.way} or _only_described(one, other) or _translated(one, other):
        return None
    if _unplaced_around(one, other) or _unplaced_around(other, one):
        return None
    loose = _may_hold(one, other) or _may_hold(other, one)
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
        if one.entity and other.entity and all(rows):
            if rows[0] == rows[1]:
                return None
            return "known" if int(one.level) == int(other.level) else "loose"
    if loose:
        return "loose"
    if one.kind == other.kind or (among(one.kind) and among(one.kind) == among(other.kind)):
        return "class"
    least = LEVELS["area"]
    if min(one.level, other.level) < least:
        return None
    if int(one.level) == int(other.level) or _UNPLACED in (one.kind, other.kind):
        return "unknown"
    # A quarter or a hall lies in a town.
    return "loose" if max(one.level, other.level) < LEVELS["point"] else None


def _two_sites(one: Spot, other: Spot) -> bool:
    """«أمام منزله»، «لدى خروجه من مسجد النور»: two kinds of places of which one can only be in one at once."""
    return one.kind != other.kind and is_site(one.kind) and is_site(other.kind)


def _may_hold(one: Spot, other: Spot) -> bool:
    """«شرقي دير الزور», «بلدة ذيبان»: a province, or a stretch around a town, may hold a place that the gazetteer does not
    have."""
    if one.where is None or (other.where is not None and row(other.where.place)) or other.kind == "province":
        return False
    return one.where.place.precision == "province" or (one.where.part and bool(row(one.where.place)))


def _translated(one: Spot, other: Spot) -> bool:
    """«مطار الكويت الدولي», "Kuwait International Airport": whether names of two languages have a word or a land in
    common."""
    if one.text.isascii() == other.text.isascii():
        return False
    if one.kind == other.kind in _WIDE and None in (one.where, other.where):
        return True  # «وادي السند», "the Indus valley": rivers and seas have another name in every language
    words = [name_words(spot.names[0]) for spot in (one, other)]
    lands = [{code for word in said if (code := nation(word))} for said in words]
    return bool(lands[0] & lands[1]) or any(match_names(a, b, "PERSON") for a, b in product(*words))


def _unplaced_around(one: Spot, other: Spot) -> bool:
    """«محافظة واسط»: a province of which nothing is known may be around any town."""
    place = one.where.place if one.where is not None else None
    return place is not None and place.precision == "province" and not place.country and other.level >= TOWN


def _only_described(one: Spot, other: Spot) -> bool:
    """«المستشفى الجامعي», «المستشفى المركزي» or "Karachi hospital": an adjective of many need not tell two of them apart,
    and is no name in another language."""
    described = [by_adjective(spot.names[0]) for spot in (one, other)]
    return all(described) or (any(described) and one.text.isascii() != other.text.isascii())


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
