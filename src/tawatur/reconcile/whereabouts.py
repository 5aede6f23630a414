"""Places as claims name them, with the part they say («شمال شرق سوريا»), and which of two places holds the other."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Place, Span
from .book import Book, Fact

_LEVELS = {"country": 0, "region": 1, "province": 2, "area": 2, "town": 3, "point": 4}


class Where(NamedTuple):
    """A place of a claim: its joined entity, its words with the part they say, and how narrow it is."""

    entity: str | None
    text: str
    span: Span
    place: Place
    level: float
    part: bool


def whereabouts(book: Book, fact: Fact) -> list[Where]:
    """Every naming of a place inside the claim, looked up once for each claim."""
    if fact.id not in book.where:
        book.where[fact.id] = _found(book, fact)
    return book.where[fact.id]


def _found(book: Book, fact: Fact) -> list[Where]:
    starts = [token.span.start for token in fact.reading.tokens]
    places = {place.entity: place for place in fact.reading.places}
    found = []
    for mention in fact.reading.mentions:
        place = places.get(mention.entity)
        if place is None or not fact.claim.span.contains(mention.span):
            continue
        first = bisect_left(starts, mention.span.start)
        first = first if first < len(starts) and starts[first] == mention.span.start else first - 1
        begin, part = first, False
        while begin > 0 and starts[begin - 1] >= fact.claim.span.start:
            token = fact.reading.tokens[begin - 1]
            if token.stem not in _directions() and token.norm not in _directions():
                break
            part = part or _directions().get(token.stem, _directions().get(token.norm, False))
            begin -= 1
        start = fact.reading.tokens[begin].span.start if begin < first else mention.span.start
        span = Span(mention.span.article_id, start, mention.span.end)
        text = " ".join(span.of(fact.reading.article.text).split())
        level = _LEVELS.get(place.precision, 2) + (0.5 if part else 0)
        joined = book.entity_of.get(place.entity or "", place.entity)
        found.append(Where(joined, text, span, place, level, part))
    return found


@cache
def _directions() -> dict[str, bool]:
    return {
        fold(row["word"]): row["part"] == "yes"
        for language in ("ar", "en")
        for row in table(language, "directions").rows
    }


def holds(outer: Where, inner: Where) -> bool:
    """Whether ``inner`` lies in ``outer``: the same place with a part named, or by country and province."""
    if outer.entity == inner.entity:
        return not outer.part
    a, b = outer.place, inner.place
    if a.country is None or a.country != b.country:
        return False
    if a.precision == "country":
        return True
    return a.precision == "province" and a.admin1 is not None and a.admin1 == b.admin1 and b.precision != "province"


def finer(left: list[Where], right: list[Where]) -> Where | None:
    """A place of the right that says more than any place of the left, in one of them."""
    for where in sorted(right, key=lambda w: -w.level):
        same = any(other.entity == where.entity and other.part == where.part for other in left)
        if not same and any(holds(other, where) and other.level < where.level for other in left):
            return where
    return None


def apart(left: list[Where], right: list[Where]) -> tuple[Where, Where] | None:
    """Two places of about one size, neither of which holds the other, where nothing else of the two fits."""
    if any(a.entity == b.entity or holds(a, b) or holds(b, a) for a in left for b in right):
        narrow = [w for w in left if w.level >= 2], [w for w in right if w.level >= 2]
        if not narrow[0] or not narrow[1]:
            return None
        left, right = narrow
        if any(a.entity == b.entity or holds(a, b) or holds(b, a) for a in left for b in right):
            return None
    for a in left:
        for b in right:
            known = _row(a.place), _row(b.place)
            if all(known) and known[0] != known[1] and int(a.level) == int(b.level):
                return a, b
    pairs = [(a, b) for a in left for b in right if _region(a.place) and _region(b.place)]
    # Of two sizes: a town and a province that does not hold it, where nothing else is named that could.
    return pairs[0] if pairs and all(_region(a.place) != _region(b.place) for a, b in pairs) else None


def _region(place: Place) -> object:
    """The country and province that a place narrower than a country lies in."""
    return (place.country, place.admin1) if place.country and place.admin1 else None


def _row(place: Place) -> object:
    """What tells a place from every other: its row in the gazetteer, or a province's code."""
    if place.precision == "province" and place.country and place.admin1:
        return place.country, place.admin1
    return place.gazetteer_id
