"""Read number words, and numbers in digits among words, as values.

The grammar is one small machine for both languages: what a word does (unit, tens, scale …) stands in
``lang/<language>/numbers.tsv``, with the order of units and tens and the word that adds. Text is seen as one
``Cell`` per token, looked up in a single dictionary of every number word with every proclitic, so that a wrong
clitic cut cannot hide a number and a word that is none costs one look-up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from . import digits
from ..model import Token
from .normalise import fold
from .tables import Phrases, table

NumeralKind = Literal["cardinal", "ordinal", "fraction", "vague", "few", "several"]
_ARTICLE = "ال"


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
    found = {kind: Phrases(phrases.get(kind, {})) for kind in _PHRASES}
    return Grammar(cells, found, units_first, frozenset(proclitics))


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
    prefix = norm.rstrip("0123456789.,-/٫٬،")
    written = digits.read(norm[len(prefix) :])
    if prefix in rules.proclitics and written:
        return Cell(prefix, {"digits": written.value}, written)
    return None


def adds(one: Cell | None) -> bool:
    """Whether the token is, or carries, the adding word."""
    return one is not None and ("and" in one.kinds or one.prefix in ("و", "وال"))


class _Sum:
    """A cardinal as it grows: closed scales in ``total`` and ``chunk`` (the last), open digits in ``group``."""

    __slots__ = ("chunk", "group", "last", "limit", "mark", "outer", "total", "units_first", "whole")

    def __init__(self, units_first: bool) -> None:
        self.units_first = units_first
        self.total: int | float = 0
        self.chunk: int | float = 0
        self.group: int | float | None = None
        self.limit: float = math.inf
        self.outer: float = math.inf
        self.last = ""
        self.whole = True
        self.mark: tuple[int, int | float] | None = None

    @property
    def value(self) -> int | float:
        return self.total + self.chunk + (self.group or 0)

    @property
    def scale(self) -> int | float:
        """The multiplier that the number ends in."""
        return self.limit if self.group is None and self.limit < math.inf else 1

    def take(self, kinds: Mapping[str, float], linked: bool, at: int) -> bool:
        """Add one word where the grammar allows; ``mark`` keeps the last place the sum could also have ended."""
        for kind in _ORDER:
            if kind in kinds:
                before = (at, self.value)
                if self._take(kind, kinds[kind], linked):
                    if linked or self.last == "":
                        self.mark = before if self.last else None
                    self.last = kind
                    return True
        return False

    def _take(self, kind: str, value: int | float, linked: bool) -> bool:
        if kind.startswith("scale"):
            return self._scale(kind, value, linked)
        if self.group is None:
            return self._open(kind, value, linked)
        if kind == "hundred":
            if linked or not 1 <= self.group < (10 if self.units_first else 100) or not self.whole:
                return False
            self.group *= value
            return True
        if not self._fits(kind, value, linked):
            return False
        self.group += value
        return True

    def _open(self, kind: str, value: int | float, linked: bool) -> bool:
        if value >= self.limit or (self.last and not linked and self.units_first and kind != "digits"):
            return False
        if kind == "unit_joined" and self.last:
            return False
        self.group, self.whole = value, isinstance(value, int)
        return True

    def _fits(self, kind: str, value: int | float, linked: bool) -> bool:
        """Whether the word's place in the open group is still empty and the order is right."""
        assert self.group is not None
        below = self.group % 100
        after_hundreds = self.group >= 100 and below == 0 and self.last != "digits"
        if kind == "digits":
            return linked and after_hundreds and value < 100
        if kind == "hundreds" or self.last == "digits":
            return False
        if self.units_first:
            if kind == "ten" and not linked:
                return self.last.startswith("unit") and 1 <= below < 10
            units_wait = kind == "tens" and self.last.startswith("unit") and 1 <= below < 10
            return linked and (after_hundreds or units_wait)
        return after_hundreds or (kind == "unit" and value > 0 and self.last == "tens")

    def _scale(self, kind: str, value: int | float, linked: bool) -> bool:
        """A multiplier: of the open group, of a scale just before it (مئة ألف مليون), or standing alone."""
        joined = not linked and kind != "scale_dual"
        if joined and self.group is not None:
            if value >= self.limit or self.group == 0:
                return False
            self.total, self.chunk = self.total + self.chunk, self.group * value
        elif joined and self.last.startswith("scale"):
            if value <= 12 or self.limit * value >= self.outer:
                return False
            self.chunk *= value
            self.limit *= value
            return True
        elif kind == "scale_after" or value >= self.limit or (self.last and not linked):
            return False
        elif self.group is not None and value >= 100:
            return False
        else:
            self.total, self.chunk = self.value, value
        self.outer, self.limit, self.group = self.limit, value / 2 if kind == "scale_dual" else value, None
        return True


# A word with several readings is tried in this order.
_ORDER = (
    "digits", "unit", "unit_joined", "ten", "teen", "tens", "hundred", "hundreds",
    "scale_after", "scale", "scale_dual",
)  # fmt: skip


class Reader:
    """Reads numerals from the cells of one stretch of text; ``norms`` are the tokens' folded words."""

    def __init__(
        self,
        language: str,
        text: str,
        tokens: Sequence[Token],
        norms: tuple[str, ...],
        cells: Sequence[Cell | None],
    ) -> None:
        self.rules = grammar(language)
        self.text = text
        self.tokens = tokens
        self.norms = norms
        self.cells = cells

    def at(self, first: int, end: int) -> Numeral | None:
        """The longest numeral that begins at token ``first`` and ends before ``end``."""
        start = self.cells[first]
        if before := self._percent_before(first, end) or self._part(first, end):
            return before
        if start is None or "and" in start.kinds:
            return None
        if "negative" in start.kinds:
            inner = self.at(first + 1, end) if first + 1 < end else None
            if inner is None or inner.high is None or inner.kind not in ("cardinal", "fraction"):
                return None
            return replace(inner, first=first, low=-inner.low, high=-inner.high, split=None, over=None)
        found = (
            self._ordinal(first, end)
            or self._vague(first, end)
            or self._fraction(first, end)
            or self._cardinal(first, end)
        )
        return self._percent(found, end) if found else None

    # Links and looks ahead.

    def _next(self, index: int, end: int) -> tuple[bool, int, Cell | None]:
        """After ``index``: whether an adding word comes, where the number word after it stands, and its cell."""
        if index >= end:
            return False, index, None
        found = self.cells[index]
        if found is not None and "and" in found.kinds:
            inner = self.cells[index + 1] if index + 1 < end else None
            fits = inner is not None and inner.prefix in ("", _ARTICLE)
            return True, index + 1, inner if fits else None
        if found is None or found.prefix not in ("", _ARTICLE, "و", "وال"):
            return False, index, None
        return found.prefix.startswith("و"), index, found

    def _kinds(self, index: int, end: int) -> Mapping[str, float]:
        found = self.cells[index] if index < end else None
        return found.kinds if found is not None and found.prefix in ("", _ARTICLE) else {}

    # Cardinals.

    def _cardinal(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        if "unit_joined" in start.kinds and not self._joins(first, end):
            return None
        total = _Sum(self.rules.units_first)
        index = first
        kinds = start.kinds
        if start.written is not None and (long := self._long(first, end)):
            return long
        if "article" in kinds:
            following = self._kinds(first + 1, end)
            if not {"hundred", "scale"} & following.keys():
                return None
            index, kinds = first + 1, following
        if not total.take(kinds, False, index):
            return None
        index += 1
        while True:
            linked, at, found = self._next(index, end)
            if found is None or self._begins_parts(at, end) or not total.take(found.kinds, linked, index):
                # A scale too big for what follows belongs to the next number: five thousand and six thousand.
                if (
                    found is not None
                    and not linked
                    and total.mark
                    and total.mark[0] > first
                    and total.last != "scale"
                ):
                    if {"scale", "scale_after"} & found.kinds.keys() and total.group is not None:
                        return self._cardinal(first, total.mark[0])
                break
            index = at + 1
        written = start.written if index == first + 1 else None
        split = self._split(first, total.mark, index)
        number = Numeral(
            first, index, whole(total.value), whole(total.value), "cardinal",
            grouped=written.grouped if written else None, split=split, scale=total.scale,
        )  # fmt: skip
        if written and (written.upper is not None or written.fraction):
            kind: NumeralKind = "fraction" if written.fraction else "cardinal"
            return replace(number, high=written.upper or number.low, kind=kind)
        return self._tail(number, end)

    def _long(self, first: int, end: int) -> Numeral | None:
        """A number in digits over several tokens: groups apart by a space, invisible marks inside, an exponent."""
        tokens, norms = self.tokens, self.norms
        start = self.cells[first]
        assert start is not None and start.written is not None
        index = first + 1
        joined = norms[first].removeprefix(start.prefix)
        if index < end and joined.isdigit() and len(joined) <= 3:
            while (
                index < end
                and len(norms[index][:3]) == 3
                and norms[index][:3].isdigit()
                and self._gap(index) == " "
            ):
                joined += norms[index]
                index += 1
        elif index < end and not norms[index] and self._gap(index) == "":
            while index < end and self._gap(index) == "" and all(c.isdigit() or c in ",.،" for c in norms[index]):
                joined += norms[index]
                index += 1
        written = digits.read(joined) if index > first + 1 else start.written
        if written is None:
            return None
        stop = tokens[index - 1].span.end
        if self.text[stop : stop + 1] in ("e", "E", "^") and (
            raised := digits.power(written.value, fold(self.text[stop : stop + 12]))
        ):
            stop += raised[1]
            while index < end and tokens[index].span.end <= stop:
                index += 1
            return Numeral(first, index, raised[0], raised[0], "cardinal")
        return Numeral(first, index, written.value, written.value, "cardinal") if index > first + 1 else None

    def _gap(self, index: int) -> str:
        """What stands between the token before ``index`` and it; any one space counts as a plain one."""
        gap = self.text[self.tokens[index - 1].span.end : self.tokens[index].span.start]
        return " " if len(gap) == 1 and gap.isspace() and gap != "\n" else gap

    def _joins(self, first: int, end: int) -> bool:
        """أحد and اثنا are numbers only before عشر, or before و and the tens."""
        linked, _, found = self._next(first + 1, end)
        return found is not None and ("tens" in found.kinds if linked else "ten" in found.kinds)

    def _split(self, first: int, mark: tuple[int, int | float] | None, last: int) -> tuple[Numeral, Numeral] | None:
        if mark is None or mark[0] <= first:
            return None
        left = self._cardinal(first, mark[0])
        skip = 1 if "and" in (self.cells[mark[0]] or Cell("", {})).kinds else 0
        right = self._cardinal(mark[0] + skip, last)
        return (left, right) if left and right else None

    def _begins_parts(self, index: int, end: int) -> bool:
        return "parts" in self._kinds(index + 1, end)

    def _tail(self, number: Numeral, end: int) -> Numeral:
        """What may follow a cardinal: a decimal point in words, a fraction added, a denominator."""
        index = number.last
        if "point" in self._kinds(index, end):
            after = self._cardinal(index + 1, end) if self._kinds(index + 1, end) else None
            if after is not None and isinstance(after.low, int):
                value = number.low + after.low / 10 ** len(str(after.low))
                return Numeral(number.first, after.last, value, value, "cardinal")
        linked, at, found = self._next(index, end)
        if linked and found is not None and (added := self._added(number, at, end)):
            return added
        over = self.rules.phrases["over"].at(self.norms, index) if index < end else None
        if over is not None and self._kinds(over.last, end):
            below = self._cardinal(over.last, end)
            if below is not None and below.low and below.high == below.low:
                value = number.low / below.low
                lone = over.value == 0 or self._ends(below.last, end)
                if lone and (value < 1 or over.value == 0 and self.norms[over.first] != "من"):
                    return Numeral(number.first, below.last, value, value, "fraction", over=number)
        return number

    def _ends(self, index: int, end: int) -> bool:
        """Whether nothing that could be counted follows."""
        return index >= end or self.tokens[index].kind == "punct" or self.norms[index] == "او"

    def _added(self, number: Numeral, at: int, end: int) -> Numeral | None:
        """«ثلاثة ملايين ونصف»: the fraction is of the last scale, which may be repeated with the article."""
        kinds = self.cells[at].kinds if self.cells[at] else {}  # type: ignore[union-attr]
        index = at + 1
        if self._begins_parts(at, end) and isinstance(part := kinds.get("unit", kinds.get("digits")), int):
            value, index = part / self._kinds(at + 1, end)["parts"], at + 2
        elif any(kind in kinds for kind in _FRACTIONS):
            value = next(kinds[kind] for kind in _FRACTIONS if kind in kinds)
        elif "article" in kinds and ({"fraction", "parts"} & self._kinds(at + 1, end).keys()):
            following = self._kinds(at + 1, end)
            value, index = following.get("fraction") or 1 / following["parts"], at + 2
        else:
            return None
        if number.scale != 1 and "scale" in self._kinds(index, end):
            index += self._kinds(index, end)["scale"] == number.scale
        low = whole(number.low + value * number.scale)
        made = Numeral(number.first, index, low, low, "cardinal" if isinstance(low, int) else "fraction")
        return self._of_scale(made, end) if number.scale == 1 else made

    # Fractions.

    def _fraction(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        kinds = start.kinds
        mixed = self._mixed(first, end)
        if mixed is not None:
            return mixed
        unit = kinds.get("unit", kinds.get("article", kinds.get("digits")))
        following = self._kinds(first + 1, end)
        if unit is not None and "parts" in following and isinstance(unit, int) and ("ten" not in kinds):
            value: float = unit / following["parts"]
            return self._of_scale(Numeral(first, first + 2, value, value, "fraction"), end)
        if unit is not None and (below := self._twentieths(first + 1, end)):
            return Numeral(first, below[0], unit / below[1], unit / below[1], "fraction")
        if "article" in kinds and "fraction" in following:
            return self._of_scale(
                Numeral(first, first + 2, following["fraction"], following["fraction"], "fraction"), end
            )
        if "fraction" in kinds:
            return self._of_scale(Numeral(first, first + 1, kinds["fraction"], kinds["fraction"], "fraction"), end)
        if "fraction_or_unit" in kinds and self._definite(first + 1, end):
            value = kinds["fraction_or_unit"]
            return Numeral(first, first + 1, value, value, "fraction")
        if "fraction_or_word" in kinds and first + 1 < end and self.rules.phrases["whole"].at(self.norms, first + 1):
            value = kinds["fraction_or_word"]
            return Numeral(first, first + 1, value, value, "fraction")
        return None

    def _twentieths(self, index: int, end: int) -> tuple[int, float] | None:
        """«واحد وعشرونات», twenty-firsts: a denominator made of a unit and a plural of the tens."""
        kinds = self._kinds(index, end)
        if "parts_tens" in kinds:
            return index + 1, kinds["parts_tens"]
        linked, at, found = self._next(index + 1, end)
        if linked and found is not None and "unit" in kinds and "parts_tens" in found.kinds:
            return at + 1, kinds["unit"] + found.kinds["parts_tens"]
        return None

    def _mixed(self, first: int, end: int) -> Numeral | None:
        """«1/4 2», a whole number beside a written fraction; the lesser is the part."""
        start = self.cells[first]
        following = self.cells[first + 1] if first + 1 < end else None
        if start is None or following is None or not start.written or not following.written:
            return None
        if (
            start.written.fraction
            and isinstance(following.written.value, int)
            and following.written == digits.Digits(following.written.value)
        ):
            value = start.written.value + following.written.value
            return Numeral(first, first + 2, value, value, "fraction")
        return None

    def _definite(self, index: int, end: int) -> bool:
        return index < end and self.norms[index].startswith(_ARTICLE) and self.cells[index] is None

    def _of_scale(self, number: Numeral, end: int) -> Numeral:
        """«نصف مليون», half a million."""
        index = number.last
        if "article" in self._kinds(index, end):
            index += 1
        kinds = self._kinds(index, end)
        scale = kinds.get("scale", kinds.get("hundred"))
        if scale is None:
            return number
        low = whole(number.low * scale)
        return Numeral(number.first, index + 1, low, low, "cardinal")

    # Indefinite numbers.

    def _vague(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        kinds = start.kinds
        following = self._kinds(first + 1, end)
        if "few" in kinds:
            scale, size = 1, 1
            for kind in ("scale_after", "hundred", "vague_times"):
                if kind in following:
                    scale, size = (100 if kind == "vague_times" else int(following[kind])), 2
                    break
            if "ten" in following:
                return Numeral(first, first + 2, 13, 19, "few")
            return Numeral(first, first + size, 3 * scale, 9 * scale, "few")
        if "several" in kinds:
            return Numeral(first, first + 1, int(kinds["several"]), None, "several")
        if "vague_times" in kinds:
            at = first + 1
            if at < end and self.norms[at] == "of":
                at += 1
            inner = self._kinds(at, end)
            times = inner.get("scale_after", inner.get("scale_vague", inner.get("scale")))
            if times is not None:
                return Numeral(first, at + 1, int(kinds["vague_times"] * times), None, "vague")
        if "vague" in kinds:
            return Numeral(first, first + 1, int(kinds["vague"]), None, "vague")
        return None

    # Ordinals.

    def _ordinal(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        kinds = start.kinds
        if self.rules.units_first:
            return self._ordinal_ar(first, end, start)
        following = self._kinds(first + 1, end)
        if "ordinal" in kinds and not {"unit", "parts"} & kinds.keys():
            return Numeral(first, first + 1, int(kinds["ordinal"]), int(kinds["ordinal"]), "ordinal")
        if "ordinal" in kinds:
            return Numeral(first, first + 1, int(kinds["ordinal"]), int(kinds["ordinal"]), "ordinal")
        if "digits" in kinds and "ordinal_suffix" in following:
            return Numeral(first, first + 2, int(kinds["digits"]), int(kinds["digits"]), "ordinal")
        if "tens" in kinds:
            linked, at, found = self._next(first + 1, end)
            if found is not None and found.kinds.get("ordinal", 99) < 10 and (linked or at == first + 1):
                value = int(kinds["tens"] + found.kinds["ordinal"])
                return Numeral(first, at + 1, value, value, "ordinal")
        return None

    def _ordinal_ar(self, first: int, end: int, start: Cell) -> Numeral | None:
        kinds = start.kinds
        index = first
        value: float = 0
        if "hundred" in kinds and start.prefix.endswith(_ARTICLE):
            linked, at, found = self._next(first + 1, end)
            if not linked or found is None or not {"ordinal", "ordinal_joined", "ordinal_ten"} & found.kinds.keys():
                return None
            value, index, kinds = kinds["hundred"], at, found.kinds
        if "ordinal" in kinds or "ordinal_joined" in kinds:
            value += kinds.get("ordinal", kinds.get("ordinal_joined", 0))
            linked, at, found = self._next(index + 1, end)
            if found is not None and not linked and "ten" in found.kinds:
                return self._made(first, at + 1, value + 10)
            if found is not None and linked and "tens" in found.kinds:
                return self._made(first, at + 1, value + found.kinds["tens"])
            return self._made(first, index + 1, value) if "ordinal" in kinds else None
        if "ordinal_ten" in kinds:
            return self._made(first, index + 1, value + 10)
        if "hundred" in start.kinds or "hundreds" in start.kinds or "tens" in start.kinds or "scale" in start.kinds:
            return self._ordinal_form(first, end, start)
        return None

    def _ordinal_form(self, first: int, end: int, start: Cell) -> Numeral | None:
        """«العضو التسعين»: a definite ten, hundred or scale after a definite singular, with nothing to count."""
        if start.prefix != _ARTICLE or first == 0 or self.cells[first - 1] is not None:
            return None
        before = self.tokens[first - 1]
        plural = before.norm.endswith(_PLURALS)
        definite = before.kind == "word" and (before.norm.startswith(_ARTICLE) or self.norms[first - 1] in ("عام", "سنه"))
        number = self._cardinal(first, end)
        if plural or not definite or number is None or number.scale != 1 and number.last > first + 1:
            return None
        following = self.norms[number.last] if number.last < end else ""
        counts = following.endswith("ا") or self._kinds(number.last, end)
        return None if counts else replace(number, kind="ordinal", split=None, grouped=None)

    def _made(self, first: int, last: int, value: float) -> Numeral:
        return Numeral(first, last, int(value), int(value), "ordinal")

    # Percentages.

    def _percent(self, number: Numeral, end: int) -> Numeral:
        if number.kind == "ordinal" or number.last >= end:
            return number
        match = self.rules.phrases["percent"].at(self.norms, number.last)
        return replace(number, last=match.last, percent=True) if match and match.last <= end else number

    def _part(self, first: int, end: int) -> Numeral | None:
        """«جزء من مئة», one part of a hundred."""
        match = self.rules.phrases["part"].at(self.norms, first)
        below = self._cardinal(match.last, end) if match and self._kinds(match.last, end) else None
        if below is None or not below.low or below.high != below.low:
            return None
        return Numeral(first, below.last, 1 / below.low, 1 / below.low, "fraction")

    def _percent_before(self, first: int, end: int) -> Numeral | None:
        match = self.rules.phrases["percent_before"].at(self.norms, first)
        if match is None or match.last >= end or self.cells[match.last] is None:
            return None
        number = self.at(match.last, end)
        if number is None or number.kind not in ("cardinal", "fraction"):
            return None
        return number if number.percent else replace(number, first=first, percent=True)


_PLURALS = ("ات", "ون", "ين", "ان", "اء")
_FRACTIONS = ("fraction", "fraction_or_unit", "fraction_or_word")
