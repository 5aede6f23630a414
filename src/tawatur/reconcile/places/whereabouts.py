"""Where a thing happened, compared: places as claims name them, with the part they say («شمال شرق سوريا»), and which of
two places holds the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ...annotate.naming.gazetteer import bare, latin_place
from ...annotate.naming.persons import is_title
from ...lang.matching import match_names
from ...lang.nations import adjectives
from ...lang.normalise import fold
from ...lang.tables import keyed, listed, table, vocabulary
from ...model import Comparison, Place, Said, Span, Token
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..links import canonical
from ..say import outlet, value
from ..similarity import same_number

# How far before a place the words for a part of it begin, and what links them to it.
_LED = 7
_LINKS = listed("place_words", "link")
ACROSS = (frozenset("ns"), frozenset("ew"))
LEVELS = {"country": 0, "region": 1, "province": 2, "area": 2, "town": 3, "point": 4}


class Where(NamedTuple):
    """A place of a claim: its joined entity, its words with the part they say, how narrow it is, and whether it is a
    country told by what belongs to it («المياه الليبية»)."""

    entity: str | None
    text: str
    span: Span
    place: Place
    level: float
    part: bool
    side: frozenset[str]
    ground: bool = False


def places(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Places by containment: a town in its province is more exact, another town is another place."""
    ours, theirs = whereabouts(book, left), whereabouts(book, right)
    if not ours or not theirs:
        return None
    return _more_exact(left, right, ours, theirs)


def _more_exact(left: Fact, right: Fact, ours: list[Where], theirs: list[Where]) -> Comparison | None:
    """One names a place within the other's."""
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
    return None


@kept
def whereabouts(book: Book, fact: Fact) -> list[Where]:
    """Every naming of a place inside the claim."""
    starts = [token.span.start for token in fact.reading.tokens]
    places = {place.entity: place for place in fact.reading.places}
    found = []
    for mention in fact.reading.mentions:
        place = places.get(mention.entity)
        if place is None or not fact.claim.span.contains(mention.span):
            continue
        if any(time.span.overlaps(mention.span) for time in fact.times):
            # «الخميس» is a day, and a town in Algeria.
            continue
        first = bisect_left(starts, mention.span.start)
        first = first if first < len(starts) and starts[first] == mention.span.start else first - 1
        begin, words = _directed(fact, starts, first)
        if _of_title(fact.reading.tokens[max(0, begin - 2) : begin]):
            continue
        part = any(word.part for word in words)
        behind = bisect_left(starts, mention.span.end)
        side = frozenset("".join(word.side for word in words)) | _behind(fact, behind)
        start = fact.reading.tokens[begin].span.start if begin < first else mention.span.start
        end = fact.reading.tokens[behind].span.end if _behind(fact, behind) else mention.span.end
        span = Span(mention.span.article_id, start, end)
        text = fact.at(span)
        if all(word in _heads() or word in _directions() for word in bare(text).split()):
            continue  # «قرب جزيرة …»: the noun of a name that is not known
        place = _as_told(place, fact.reading.tokens, first)
        level = LEVELS.get(place.precision, 2) + (0.5 if part else 0)
        joined = book.entity_of.get(place.entity or "", place.entity)
        found.append(Where(joined, text, span, place, level, part, side))
    return [*found, *_capitals(book, fact), *_grounds(book, fact), *_beside_the_town(book, fact, starts)]


def _beside_the_town(book: Book, fact: Fact, starts: list[int]) -> Iterator[Where]:
    """«شرقي المدينة», "east of the town": a part of the town that the report named last."""
    tokens = fact.reading.tokens
    for index in range(bisect_left(starts, fact.claim.span.start), bisect_left(starts, fact.claim.span.end)):
        token = tokens[index]
        if not _the_town(tokens, index):
            continue
        begin, words = _directed(fact, starts, index)
        side = frozenset("".join(word.side for word in words))
        named = _town_before(fact, token.span.start) if side else None
        if named is not None and begin < index:
            span = Span(token.span.article_id, tokens[begin].span.start, token.span.end)
            joined = book.entity_of.get(named.entity or "", named.entity)
            yield Where(joined, fact.at(span), span, named, LEVELS["town"] + 0.5, True, side)


def _the_town(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    if token.norm.isascii():
        return token.norm in listed("place_words", "town") and index > 0 and tokens[index - 1].norm == "the"
    return "ال" in token.proclitics and _heads().get(token.stem) == "town"


def _town_before(fact: Fact, start: int) -> Place | None:
    """The town that a report names last before an offset."""
    towns = {place.entity: place for place in fact.reading.places if place.precision == "town" and place.entity}
    before = (m for m in fact.reading.mentions if m.span.start < start and m.entity in towns)
    last = max(before, key=lambda mention: mention.span.start, default=None)
    return towns[last.entity] if last is not None and last.entity else None


def _capitals(book: Book, fact: Fact) -> Iterator[Where]:
    """Capitals told without their names: «العاصمة السورية», "the Syrian capital"."""
    for left, right in pairwise(fact.tokens):
        word, people = (left, right) if left.stem in listed("place_words", "capital", "ar") else (right, left)
        code = adjectives().get(people.stem) if word.stem in listed("place_words", "capital") else None
        if code in _names_of_capitals():
            yield _capital_where(book, code, fact, Span(left.span.article_id, left.span.start, right.span.end))


def _grounds(book: Book, fact: Fact) -> Iterator[Where]:
    """A country told by what belongs to it: «المياه الليبية», «الأراضي السورية», "Libyan waters"."""
    for left, right in pairwise(fact.tokens):
        word, people = (left, right) if left.stem in listed("place_words", "ground", "ar") else (right, left)
        code = adjectives().get(people.stem) if word.stem in listed("place_words", "ground") else None
        if code is not None:
            span = Span(left.span.article_id, left.span.start, right.span.end)
            lands = (p for r in book.readings for p in r.places if p.country == code and p.precision == "country")
            land = next(lands, None)
            entity = book.entity_of.get(land.entity, land.entity) if land and land.entity else f"country:{code}"
            place = Place("", span, fact.at(people.span), entity, country=code, precision="country")
            yield Where(entity, fact.at(span), span, place, LEVELS["country"], False, frozenset(), True)


def capital_of(book: Book, land: str | None, fact: Fact, span: Span) -> Where | None:
    """The capital of a land as a claim's words in ``span`` tell it; None where it is not known."""
    return _capital_where(book, land, fact, span) if land in _names_of_capitals() else None


def _capital_where(book: Book, code: str, fact: Fact, span: Span) -> Where:
    entity, name = _capital(book, code)
    place = Place("", span, name, entity, country=code, precision="town")
    return Where(entity, fact.at(span), span, place, LEVELS["town"], False, frozenset())


def _capital(book: Book, code: str) -> tuple[str, str]:
    """The joined entity of a country's capital, where any report names it, and its name."""
    names = _names_of_capitals()[code]
    for reading in book.readings:
        for place in reading.places:
            # «عمان» may be the land and «طرابلس» the other one: the country named beside it tells.
            if place.entity and bare(place.name) in names:
                return book.entity_of.get(place.entity, place.entity), names[0]
    return f"capital:{code}", names[0]


@cache
def _names_of_capitals() -> dict[str, tuple[str, str]]:
    return {row["country"]: (bare(row["name"]), bare(row["latin"])) for row in table("ar", "capitals").rows}


def _as_told(place: Place, tokens: tuple[Token, ...], first: int) -> Place:
    """A place as this naming means it: «ولاية المدية» is the province, also where the report names the town before."""
    told = next((p for token in tokens[max(0, first - 1) : first + 1] if (p := _heads().get(token.stem))), None)
    if told == "province" and place.precision == "town":
        return replace(place, precision="province", gazetteer_id=None)
    return replace(place, precision="town") if told == "town" and place.precision == "province" else place


def _of_title(before: tuple[Token, ...]) -> bool:
    """«رئيس حي المطرية», «محافظ حمص»: the words before a place that say who somebody is, and not where he was."""
    if before and before[-1].stem in _heads():
        before = before[:-1]
    return bool(before) and is_title(before[-1])


@cache
def _heads() -> dict[str, str]:
    return keyed("place_heads", "precision", "ar")


class _Direction(NamedTuple):
    part: bool
    side: str


def _directed(fact: Fact, starts: list[int], first: int) -> tuple[int, list[_Direction]]:
    """Where the words before a place begin that say which part of it is meant («إلى الشمال من», "in the east of the
    city of"), and what each says."""
    tokens, begin, words = fact.reading.tokens, first, []
    for index in range(first - 1, max(-1, first - _LED), -1):
        token = tokens[index]
        word = _directions().get(token.stem) or _directions().get(token.norm)
        if starts[index] < fact.claim.span.start or (word is None and token.norm not in _LINKS):
            break
        if word is not None:
            begin = index
            words.append(word)
    return begin, words


def _behind(fact: Fact, index: int) -> frozenset[str]:
    """«ريف إدلب الجنوبي»: the side that stands behind the name."""
    token = fact.reading.tokens[index] if index < len(fact.reading.tokens) else None
    word = _directions().get(token.stem) if token and token.proclitics == ("ال",) else None
    return frozenset(word.side if word else "")


@cache
def _directions() -> dict[str, _Direction]:
    return {
        fold(row["word"]): _Direction(row["part"] == "yes", row["side"])
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
    narrowest = max((where.level for where in left), default=0)
    for where in sorted(right, key=lambda w: -w.level):
        same = any(other.entity == where.entity and other.part == where.part for other in left)
        if where.level > narrowest and not same and any(holds(other, where) for other in left):
            return where
    return None


def abroad(book: Book, left: Fact, right: Fact) -> bool:
    """Whether the two name places of different countries alone, and nobody and nothing in common."""
    ours, theirs = ({w.place.country for w in whereabouts(book, fact) if w.place.country} for fact in (left, right))
    shared = (book.entity[key].kind for key in left.entities & right.entities if key in book.entity)
    if not (ours and theirs) or ours & theirs or same_number(left, right):
        return False
    return all(kind in ("GPE", "LOC") for kind in shared)


def sides_of(name: str) -> frozenset[str]:
    """The points of the compass that a name's words tell."""
    words = (_directions().get(word) for word in bare(name).split())
    return frozenset("".join(word.side for word in words if word))


def one_name(left: str, right: str) -> bool:
    """Whether two names may be one: one cut short, or written otherwise."""
    a, b = canonical(left), canonical(right)
    return a[:1] == b[:1] or set(a) <= set(b) or set(b) <= set(a) or match_names(left, right, "FAC") is not None


def _bare(where: Where) -> str:
    """A place's name without the words for its part and kind."""
    return " ".join(word for word in canonical(where.text) if word not in _directions())


def names_of(fact: Fact, where: Where) -> tuple[str, ...]:
    """The names that a place may have, without the words for its part and kind."""
    return tuple(dict.fromkeys((_bare(where), _uncut(fact, where))))


def _uncut(fact: Fact, where: Where) -> str:
    """A place's name with the letter that was taken for a preposition before it («بعبدا»)."""
    text, start = fact.reading.article.text, where.span.start
    return _bare(where._replace(text=text[start - 1 : start].strip() + where.text))


def way(fact: Fact, span: Span) -> str | None:
    """How a place stands in its claim: at, from or to it; None where no word leads it there."""
    starts = [token.span.start for token in fact.reading.tokens]
    index = bisect_left(starts, span.start)
    if index == len(starts) or starts[index] != span.start:
        index -= 1
    tokens = fact.reading.tokens
    if index > 1 and tokens[index - 1].norm == "of":
        index = _opening(tokens, index)
    if index > 1 and tokens[index - 1].norm in _ARTICLES:
        index -= 1
    token, before = tokens[index], tokens[max(0, index - 1)].norm
    if "ب" in token.proclitics or (token.stem in _directions() and token.norm not in _ARTICLES):
        return "at"
    if index and is_title(tokens[index - 1]):
        return None  # «إمام مسجد» is written like «أمام مسجد»
    return WAYS.get(before, "at" if before in _leads() else None)


def _opening(tokens: tuple[Token, ...], index: int) -> int:
    """Where "the coast of Derna" or "the Turkish port of Tasucu" begins, of a place behind "of"; the place itself where
    what it is "of" is no place."""
    if tokens[index - 2].norm not in _SHORES:
        return index
    for at in range(index - 2, max(0, index - _LED), -1):
        if tokens[at - 1].norm in WAYS or tokens[at - 1].norm in _leads():
            return at
    return index


_ARTICLES = listed("place_words", "article", "en")
_SHORES = listed("place_words", "shore", "en")
# Words that lead to or away from a place.
WAYS = {word: way for way in ("from", "to", "of") for word in listed("place_words", way)}


@cache
def _leads() -> frozenset[str]:
    return vocabulary("place_leads", "ar") | listed("place_words", "at")


def region(place: Place) -> object:
    """The country and province that a place narrower than a country lies in."""
    return (place.country, place.admin1) if place.country and place.admin1 else None


def row(place: Place) -> object:
    """What tells a place from every other: its row in the gazetteer, or a province's code."""
    if place.precision == "province" and place.country and place.admin1:
        return place.country, place.admin1
    named = (place.country, _known_name(place.name)) if place.country and place.precision == "town" else None
    return place.gazetteer_id or named


def _known_name(name: str) -> str:
    """A name in Latin letters as the gazetteer has it («Karachi», «كراتشي»)."""
    rows = latin_place(name) if name.isascii() else ()
    return bare(rows[0].name if rows else name)
