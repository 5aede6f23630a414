"""Read number words, and numbers in digits among words, as values.

The grammar is one small machine for both languages: what a word does (unit, tens, scale …) stands in
``lang/<language>/numbers.tsv``, with the order of units and tens and the word that adds. Text is seen as one
``Cell`` per token, looked up in a single dictionary of every number word with every proclitic, so that a wrong
clitic cut cannot hide a number and a word that is none costs one look-up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from . import digits
from .normalise import fold
from .tables import Phrases, table

NumeralKind = Literal["cardinal", "ordinal", "fraction", "vague", "few", "several"]
ARTICLE = "ال"


class Cell(NamedTuple):
    """What a token can do in a number: proclitic letters written on it, and kind of word → value."""

    prefix: str
    kinds: Mapping[str, float]
    written: digits.Digits | None = None


class Grammar(NamedTuple):
    """One language's number words: the cells by folded form, and what phrases mean."""

    cells: dict[str, Cell]
    phrases: dict[str, Phrases[float]]
    units_first: bool
    proclitics: frozenset[str]
    ranked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found at tokens ``[first, last)``. ``low`` and ``high`` are equal where it is one value.

    ``grouped`` is the thousands reading of digits such as 1.250; ``split`` the two numbers that a joined one
    would fall into at its last adding word (ثلاثة وعشرون: 3 and 20); ``scale`` its last multiplier;
    ``over`` the numerator's numeral where the number is a ratio.
    """

    first: int
    last: int
    low: int | float
    high: int | float | None
    kind: NumeralKind
    percent: bool = False
    grouped: int | None = None
    split: tuple[Numeral, Numeral] | None = None
    scale: int | float = 1
    over: Numeral | None = None


@cache
def grammar(language: str) -> Grammar:
    """The number words of ``language``, read once."""
    kinds: dict[str, dict[str, float]] = {}
    phrases: dict[str, dict[str, float]] = {}
    proclitics: list[str] = []
    never: set[str] = set()
    ranked: set[str] = set()
    units_first = False
    for row in table(language, "numbers").rows:
        words = [fold(word) for word in row["words"].split("|")]
        kind = row["kind"]
        if kind == "proclitics":
            proclitics = words
        elif kind == "order":
            units_first = row["value"] == "units_first"
        elif kind == "never":
            never.update(words)
        elif kind == "ranked":
            ranked.update(words)
        elif kind in _PHRASES:
            phrases.setdefault(kind, {}).update(dict.fromkeys(words, _number(row["value"])))
        else:
            value = _number(row["value"])
            for word in words:
                kinds.setdefault(word, {})[kind] = value
    cells = {word: Cell("", found) for word, found in kinds.items()}
    for word, found in kinds.items():
        for prefix in proclitics:
            cells.setdefault(prefix + word, Cell(prefix, found))
    for word in never:
        cells.pop(word, None)
    spoken = {kind: Phrases(phrases.get(kind, {})) for kind in _PHRASES}
    return Grammar(cells, spoken, units_first, frozenset(proclitics), frozenset(ranked))


_PHRASES = ("percent", "percent_before", "over", "part", "whole", "not_number")


def _number(text: str) -> int | float:
    return whole(float(text.partition("..")[0] or 0))


def whole(value: int | float) -> int | float:
    """The value as an integer where it is one; rounding away what binary fractions add (2.3 million)."""
    if isinstance(value, int) or not math.isfinite(value):
        return value
    near = round(value, 9)
    return int(near) if near.is_integer() else value


@lru_cache(maxsize=65536)
def cell(language: str, norm: str) -> Cell | None:
    """What one folded word or written number can do in a number; None where nothing."""
    rules = grammar(language)
    if found := rules.cells.get(norm):
        return found
    if norm[:1].isdigit():
        written = digits.read(norm)
        return Cell("", {"digits": written.value}, written) if written else None
    if not norm[-1:].isdigit():
        return None
    prefix = norm.rstrip("0123456789.,-/٫٬،ر")
    written = digits.read(norm[len(prefix) :])
    if prefix in rules.proclitics and written:
        return Cell(prefix, {"digits": written.value}, written)
    return None


def adds(one: Cell | None) -> bool:
    """Whether the token is, or carries, the adding word."""
    return one is not None and ("and" in one.kinds or one.prefix in ("و", "وال"))
