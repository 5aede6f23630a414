"""Cardinal numbers in a run of tokens, with the fraction, decimals or denominator that may follow one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Token
from . import digits
from .normalise import fold
from .numeral_sum import Sum
from .numerals import ARTICLE, Cell, Numeral, NumeralKind, grammar, whole

_FRACTIONS = ("fraction", "fraction_or_unit", "fraction_or_word")


class Cardinals:
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

    def _next(self, index: int, end: int) -> tuple[bool, int, Cell | None]:
        """After ``index``: whether an adding word comes, where the number word after it stands, and its cell."""
        if index >= end:
            return False, index, None
        found = self.cells[index]
        if found is not None and "and" in found.kinds:
            inner = self.cells[index + 1] if index + 1 < end else None
            fits = inner is not None and inner.prefix in ("", ARTICLE)
            return True, index + 1, inner if fits else None
        if found is None or found.prefix not in ("", ARTICLE, "و", "وال"):
            return False, index, None
        return found.prefix.startswith("و"), index, found

    def _kinds(self, index: int, end: int) -> Mapping[str, float]:
        found = self.cells[index] if index < end else None
        return found.kinds if found is not None and found.prefix in ("", ARTICLE) else {}

    def _cardinal(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        if "unit_joined" in start.kinds and not self._joins(first, end):
            return None
        total = Sum(self.rules.units_first)
        index = first
        kinds = start.kinds
        if start.written is not None and (long := self._long(first, end)):
            return long
        if "scale_dual" in kinds and self.norms[first].endswith("ا") and self._next(first + 1, end)[0]:
            # «مليونا وخمسمئة ألف»: the dual loses its ن only right before what is counted; this is one, accusative.
            kinds = {"scale": kinds["scale_dual"] // 2}
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
                scale = found is not None and not linked and {"scale", "scale_after"} & found.kinds.keys()
                if scale and total.group is not None and total.mark and total.mark[0] > first:
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
            while index < end and len(norms[index][:3]) == 3 and norms[index][:3].isdigit() and self._gap(index) == " ":
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
        if index >= end or self.rules.phrases["percent"].at(self.norms, index):
            return number
        over = self.rules.phrases["over"].at(self.norms, index)
        if over is not None and self._kinds(over.last, end):
            below = self._cardinal(over.last, end)
            if below is not None and below.low and below.high == below.low:
                value = number.low / below.low
                lone = over.value == 0 or self._ends(below.last, end)
                if lone and (value < 1 or (over.value == 0 and self.norms[over.first] != "من")):
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
