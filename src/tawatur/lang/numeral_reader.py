"""Read numerals out of a run of tokens: cardinals, fractions, indefinite numbers, ordinals, percentages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Token
from . import digits
from .normalise import fold
from .numeral_sum import Sum
from .numerals import ARTICLE, Cell, Numeral, NumeralKind, grammar, whole

# Phrases that stand before a number and are of it.
_LEADING = ("percent_before", "part")


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

    def starts(self, first: int, end: int) -> set[int]:
        """The tokens in ``[first, end)`` at which a numeral may begin."""
        found = {index for index, cell in enumerate(self.cells[first:end], first) if cell is not None}
        return found.union(*(self.rules.phrases[name].starts(self.norms, first, end) for name in _LEADING))

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
            fits = inner is not None and inner.prefix in ("", ARTICLE)
            return True, index + 1, inner if fits else None
        if found is None or found.prefix not in ("", ARTICLE, "و", "وال"):
            return False, index, None
        return found.prefix.startswith("و"), index, found

    def _kinds(self, index: int, end: int) -> Mapping[str, float]:
        found = self.cells[index] if index < end else None
        return found.kinds if found is not None and found.prefix in ("", ARTICLE) else {}

    # Cardinals.

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
        hyphen = not self.rules.units_first and first + 1 < end and self.norms[first + 1] == "-"
        following = self._kinds(first + 2, end) if hyphen else following  # "two-thirds"
        if unit is not None and "parts" in following and isinstance(unit, int) and ("ten" not in kinds):
            value: float = unit / following["parts"]
            return self._of_scale(Numeral(first, first + 2 + hyphen, value, value, "fraction"), end)
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
        return index < end and self.norms[index].startswith(ARTICLE) and self.cells[index] is None

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
                    # «بضع عشرات», «بضع مئات»: the least of several tens is two of them.
                    scale, size = int(following[kind] / 2 if kind == "vague_times" else following[kind]), 2
                    break
            if "ten" in following:
                return Numeral(first, first + 2, 13, 19, "few")
            return Numeral(first, first + size, 3 * scale, 9 * scale, "few")
        if "several" in kinds:
            of = next((following[k] for k in ("scale", "scale_after", "hundred") if k in following), 0)
            of = of or following.get("vague", 0) / 2
            return Numeral(first, first + 1 + bool(of), int(kinds["several"] * (of or 1)), None, "several")
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
        if "hundred" in kinds and start.prefix.endswith(ARTICLE):
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
        if {"hundred", "hundreds", "tens", "scale", "digits"} & start.kinds.keys():
            return self._ordinal_form(first, end, start)
        return None

    def _ordinal_form(self, first: int, end: int, start: Cell) -> Numeral | None:
        """«العضو التسعين»: a definite ten, hundred or scale after a definite singular, with nothing to count."""
        if start.prefix != ARTICLE or first == 0 or self.cells[first - 1] is not None:
            return None
        before = self.tokens[first - 1]
        plural = before.norm.endswith(_PLURALS)
        ranked = before.stem.removeprefix(ARTICLE) in self.rules.ranked
        definite = before.kind == "word" and (
            before.norm.startswith((ARTICLE, "لل")) or ARTICLE in before.proclitics or ranked
        )
        number = self._cardinal(first, end)
        if start.written is not None and not ranked:
            return None
        if plural or not definite or number is None or (number.scale != 1 and number.last > first + 1):
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
