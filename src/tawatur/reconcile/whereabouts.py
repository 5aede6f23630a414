"""Where a thing happened, compared: places as claims name them, with the part they say («شمال شرق سوريا»), and which of
two places holds the other."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from ..lang.matching import match_names
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Comparison, Place, Said, Span
from .book import Book, Fact
from .links import canonical
from .say import outlet, value
from .similarity import about_one

_LEVELS = {"country": 0, "region": 1, "province": 2, "area": 2, "town": 3, "point": 4}


class Where(NamedTuple):
    """A place of a claim: its joined entity, its words with the part they say, and how narrow it is."""

    entity: str | None
    text: str
    span: Span
    place: Place
    level: float
    part: bool


def places(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Places by containment: a town in its province is more exact, another town is another place."""
    ours, theirs = whereabouts(book, left), whereabouts(book, right)
    if not ours or not theirs:
        return None
    for one, other, mine, yours in ((left, right, ours, theirs), (right, left, theirs, ours)):
        more = finer(mine, yours)
        if more is not None:
            less = max(mine, key=lambda w: w.level)
            detail = Said(
                f"يحدد {outlet(other)} المكان أكثر: «{more.text}»، ويكتفي {outlet(one)} بالقول «{less.text}».",
                f"{other.outlet} is more exact about the place: «{more.text}»; {one.outlet} says «{less.text}».",
            )
            values = (
                value(one, text=less.text, span=less.span),
                value(other, text=more.text, span=more.span, finer=True),
            )
            return Comparison("place", "compatible", 0.8, detail, values)
    differ = apart(ours, theirs) or unmapped(book, left, right) if about_one(book, left, right) else None
    if differ is None:
        return None
    detail = Said(
        f"يختلف المكان: {outlet(left)} يقول «{differ[0].text}»، و{outlet(right)} يقول «{differ[1].text}».",
        f"The place differs: {left.outlet} says «{differ[0].text}», {right.outlet} says «{differ[1].text}».",
    )
    sides = (
        value(left, text=differ[0].text, span=differ[0].span),
        value(right, text=differ[1].text, span=differ[1].span),
    )
    return Comparison("place", "differ", 0.0, detail, sides)


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


def shares_place(book: Book, left: Fact, right: Fact) -> bool:
    """Whether two claims name one place that is no country or part of the world."""
    ours, theirs = ({w.entity for w in whereabouts(book, f) if w.level >= _LEVELS["area"]} for f in (left, right))
    return bool(ours & theirs)


def unmapped(book: Book, left: Fact, right: Fact) -> tuple[Where, Where] | None:
    """Two places of which the gazetteer does not know both: the narrowest that either claim names, of which the other's
    report names none, neither of them a province that could hold the other."""
    one, other = _own_place(book, left, right), _own_place(book, right, left)
    if one is None or other is None or (one.place.gazetteer_id and other.place.gazetteer_id):
        return None
    if "province" in (one.place.precision, other.place.precision) or one_name(_bare(one), _bare(other)):
        return None
    return (one, other) if _way(left, one) == _way(right, other) is not None else None


def one_name(left: str, right: str) -> bool:
    """Whether two names may be one: one cut short, or written otherwise."""
    a, b = canonical(left), canonical(right)
    return a[:1] == b[:1] or set(a) <= set(b) or set(b) <= set(a) or match_names(left, right, "FAC") is not None


def _own_place(book: Book, fact: Fact, other: Fact) -> Where | None:
    narrow = [where for where in whereabouts(book, fact) if where.level >= _LEVELS["area"]]
    deepest = [where for where in narrow if where.level == max(w.level for w in narrow)]
    named = {book.entity_of.get(m.entity or "", m.entity) for m in other.reading.mentions}
    return deepest[0] if len(deepest) == 1 and deepest[0].entity not in named else None


def _bare(where: Where) -> str:
    """A place's name without the words for its part and kind."""
    return " ".join(word for word in canonical(where.text) if word not in _directions())


def _way(fact: Fact, where: Where) -> str | None:
    """How a place stands in its claim: at, from or to it; None where no word leads it there."""
    starts = [token.span.start for token in fact.reading.tokens]
    index = bisect_left(starts, where.span.start)
    if index == len(starts) or starts[index] != where.span.start:
        index -= 1
    token, before = fact.reading.tokens[index], fact.reading.tokens[max(0, index - 1)].norm
    if "ب" in token.proclitics or token.stem in _directions():
        return "at"
    return WAYS.get(before, "at" if before in _leads() else None)


# Words that lead to or away from a place.
WAYS = {"من": "from", "from": "from", "الي": "to", "نحو": "to", "صوب": "to", "to": "to", "into": "to", "for": "to"}


@cache
def _leads() -> frozenset[str]:
    arabic = {fold(row["word"]) for row in table("ar", "place_leads").rows}
    return frozenset(arabic | {"in", "at", "off", "near", "outside", "around"})


def _region(place: Place) -> object:
    """The country and province that a place narrower than a country lies in."""
    return (place.country, place.admin1) if place.country and place.admin1 else None


def _row(place: Place) -> object:
    """What tells a place from every other: its row in the gazetteer, or a province's code."""
    if place.precision == "province" and place.country and place.admin1:
        return place.country, place.admin1
    return place.gazetteer_id
