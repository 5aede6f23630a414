"""The keys that tokens have by what a reading found there: numbers, names, countries, times, fates, what is counted.

Keys are by the index of a token; an empty tuple says that it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..lang.nations import nation
from ..lang.surface import unseated
from ..lang.tables import vocabulary
from ..model import Quantity, Reading, Span, TimeExpression
from .concepts import concept, listed_concepts
from .number_keys import told_number
from .token_places import TokenPlaces

_PROPER = frozenset(("PERSON", "GPE", "LOC"))
# «T05», «T05:40»; a month or a year alone, no season («2019-22»).
_CLOCK = re.compile(r"T(\d\d(?::\d\d)?)")
_MONTH = re.compile(r"\d{4}(-(0\d|1[0-2])\b|\b(?!-))")
_FATES = {"killed": "die", "missing": "missing"}


def of_numbers(reading: Reading, places: TokenPlaces) -> tuple[dict[int, tuple[str, ...]], set[int]]:
    """The values of quantities at their first tokens, and the tokens that only tell the number."""
    values: dict[int, tuple[str, ...]] = {}
    plain: set[int] = set()
    for quantity in reading.quantities:
        inside = places.of(quantity.span)
        values[inside.start] = (*values.get(inside.start, ()), told_number(reading, quantity))
        for index in inside:
            if reading.tokens[index].kind == "number" or not _counted(quantity, reading.tokens[index].span):
                plain.add(index)
    return values, plain


def _counted(quantity: Quantity, span: Span) -> bool:
    """«قتيلان»: the noun inside the number's own words keeps its key."""
    return quantity.counted_span is not None and quantity.counted_span.overlaps(span)


def of_names(reading: Reading, places: TokenPlaces) -> set[int]:
    """The tokens of people's and places' names, which mean nothing besides («درعا», «عمران»); in «مدينة درعا» the first
    does. Common words alone («مدخل الميناء») are a person's name only where a longer one holds them."""
    sure: set[int] = set()
    people: list[tuple[frozenset[str], range]] = []
    for mention in reading.mentions:
        if mention.form != "name" or mention.kind not in _PROPER:
            continue
        inside = places.of(mention.span)
        if mention.kind == "PERSON":
            people.append((frozenset(reading.tokens[n].stem for n in inside), inside))
        else:
            sure.update(inside[len(inside) > 1 and reading.tokens[inside[0]].stem in _place_heads() :])
    language = "ar" if reading.article.language == "ar" else "en"
    for stems, inside in people:
        if any(stems < others for others, _ in people) or not all(concept(language, unseated(stem)) for stem in stems):
            sure.update(inside)
    return sure


def of_counted_nouns(reading: Reading, places: TokenPlaces) -> set[int]:
    """The tokens of what numbers count, right behind them: «20 ألف دينار» and «97 بيتا» name nobody of these names."""
    behind = (q.counted_span for q in reading.quantities if q.counted_span and q.counted_span.start >= q.span.end)
    return {places.first(span.start) for span in behind}


@cache
def _place_heads() -> frozenset[str]:
    return vocabulary("place_heads", "ar")


def of_countries(reading: Reading, places: TokenPlaces) -> dict[int, tuple[str, ...]]:
    """The country at the first token of a name of several words, nothing at the others: «الولايات المتحدة» and
    «الأمم المتحدة» have no word in common."""
    found: dict[int, tuple[str, ...]] = {}
    for mention in reading.mentions:
        name = mention.span.of(reading.article.text) if mention.kind == "GPE" else ""
        if " " in name and (code := nation(name)):
            inside = places.of(mention.span)
            found |= {inside.start: (f"@{code}",), **dict.fromkeys(inside[1:], ())}
    return found


def of_times(reading: Reading, places: TokenPlaces) -> dict[int, tuple[str, ...]]:
    """The tokens of days and hours. The first has the key of a clock's time, or of a month or year gone by, which few
    claims of a story name: «في الخامسة فجرا» and "at 5 a.m." tell of one happening."""
    published = reading.article.published or ""
    found: dict[int, tuple[str, ...]] = {}
    for time in reading.times:
        if time.type in ("DATE", "TIME"):
            inside = places.of(time.span)
            found |= dict.fromkeys(inside, ())
            found[inside.start] = (*found.get(inside.start, ()), *_time_keys(time, published))
    return found


def _time_keys(time: TimeExpression, published: str) -> Iterator[str]:
    said = time.edtf or ""
    if clock := _CLOCK.search(said):
        yield f"t:{clock[1]}"
    elif (month := _MONTH.match(said)) and month[0] != published[: len(month[0])]:
        yield f"t:{month[0]}"


def of_fates(reading: Reading, places: TokenPlaces) -> dict[int, tuple[str, ...]]:
    """The words that say what befell those a number counts, by what they say of them."""
    found: dict[int, tuple[str, ...]] = {}
    for quantity in reading.quantities:
        key = _FATES.get(quantity.outcome or "")
        if key and quantity.cue is not None:
            found[places.first(quantity.cue.start)] = (key,)
    return found


def of_counted(reading: Reading, places: TokenPlaces) -> dict[int, tuple[str, ...]]:
    """What is counted, where its noun is written like a verb («ألفا طالب»): known by its accusative («طالبا»)."""
    if reading.article.language != "ar":
        return {}
    listed = listed_concepts("ar")
    found: dict[int, tuple[str, ...]] = {}
    for quantity in reading.quantities:
        if quantity.counted_span and quantity.counted_span.start >= quantity.span.end:
            first = places.first(quantity.counted_span.start)
            token = reading.tokens[first] if first < len(reading.tokens) else None
            if token is not None and token.norm == token.stem and (known := listed.get(f"{token.norm}ا")):
                found[first] = (known,)
    return found
