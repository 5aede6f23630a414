"""What a number measures: the turnout of a vote, the strength of an earthquake, how many a boat carried.

A happening has one such number, so that two of one measure are of one thing in whatever words they stand, and numbers
of two measures are never set against each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from ...lang.normalise import fold
from ...lang.tables import Phrases, listed, table
from ...model import Quantity, Reading, Span, Token
from .population import FORCES, above, population

# What a length of time is told to count.
LENGTH = "length of time"
# Protesters are counted for those who took part.
_CROWD = "crowd"
_PREPOSITIONS = ("ب", "ل", "وب")


def measure_of(reading: Reading, quantity: Quantity, clause: Span) -> str | None:
    """The measure that the words of its clause give a number, the nearest before it first; None where none does.

    Forty weapons on board are none of those aboard: ``people`` among a measure's units are counts of persons.
    """
    return next(iter(measures_of(reading, quantity, clause)), None)


def measures_of(reading: Reading, quantity: Quantity, clause: Span) -> tuple[str, ...]:
    """Every measure that the words of its clause give a number («سرعة الرياح»), the nearest before it first."""
    kinds = above(population(quantity).kind or "person")
    if kinds[0] in FORCES:
        return ()  # «نشر 600 شرطي للتصدي للمتظاهرين»
    unit: str = "people" if quantity.unit == "count" and kinds[-1] == "person" else quantity.unit
    if quantity.counted == LENGTH:
        unit = "time"
    # A claim may begin within a word: «شارك» in «وشارك».
    first = bisect_right(reading.tokens, clause.start, key=_end)
    tokens = reading.tokens[first : bisect_left(reading.tokens, clause.end, key=_start)]
    cut = any(other.span.start == clause.end for other in reading.quantities)
    found: list[str] = []
    for words in ([token.norm for token in tokens], [token.stem for token in tokens]):
        matches = list(_measures(unit).all(words))
        before = [m.value for m in matches if tokens[m.first].span.start < quantity.span.start]
        # In «ستة محاصرين على عمق 60 مترا» the depth is the next number's.
        behind = [m.value for m in matches[len(before) :] if not (cut and m.last == len(tokens))]
        found += [*before[::-1], *behind]
    if not found and kinds[0] == "protester" and unit == "people":
        found = [_CROWD]
    return tuple(dict.fromkeys(found))


def compounds(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities of a claim, «طنان و400 كيلوغرام» as one of them: 2.4 tonnes."""
    whole: Quantity | None = None
    for quantity in quantities:
        joined = _joined(text, whole, quantity) if whole else None
        if whole and joined is None:
            yield whole
        whole = joined or quantity
    if whole:
        yield whole


def _joined(text: str, whole: Quantity, rest: Quantity) -> Quantity | None:
    """A number of a large unit with that of a smaller one, or with a fraction of one («طنين ونصف طن»), which «و» joins to
    it."""
    sizes = size_of(whole), size_of(rest)
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0] or sizes[1][1] > sizes[0][1]:
        return None
    if sizes[0] == sizes[1] and (rest.low or 1) >= 1:
        return None
    end = max(whole.span.end, whole.counted_span.end if whole.counted_span else 0)
    if whole.low is None or rest.low is None or text[end : rest.span.start].strip() not in listed("toll_words", "and"):
        return None
    total = whole.low + rest.low * sizes[1][1] / sizes[0][1]
    end = max(rest.span.end, rest.counted_span.end if rest.counted_span else 0)
    span = Span(whole.span.article_id, whole.span.start, end)
    return replace(whole, span=span, low=total, high=total if whole.high is not None else None)


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    rows = [row for language in ("ar", "en") for row in table(language, "unit_sizes").rows]
    return {fold(word): (row["base"], float(row["size"])) for row in rows for word in row["words"].split("|")}


def size_of(quantity: Quantity) -> tuple[str, float] | None:
    """The base unit of what a measure counts and how many of it one is: («kilogram», 1000) for tonnes."""
    return _sizes().get(fold(quantity.counted)) if quantity.unit == "measure" and quantity.counted else None


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


@cache
def _measures(unit: str) -> Phrases[str]:
    return Phrases(
        (form, row["measure"])
        for language in ("ar", "en")
        for row in table(language, "measures").rows
        if unit in row["units"].split("|") or (unit == "people" and "count" in row["units"].split("|"))
        for words in row["words"].split("|")
        for form in (_forms(words) if language == "ar" else [words])
    )


def _forms(words: str) -> Iterator[str]:
    """As a text and as stems have them: with and without articles, behind a preposition («بحبس») and in the accusative
    («نموا»)."""
    yield words
    if " " not in words and not words.startswith("ال") and words[-1] not in "اةىءيه":
        yield words + "ا"
    bare = " ".join(word.removeprefix("ال") for word in words.split())
    for form in (words, bare):
        yield from (before + form for before in _PREPOSITIONS)
    yield bare
