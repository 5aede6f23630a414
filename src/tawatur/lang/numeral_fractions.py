"""Fractions in a run of tokens: words for parts, two numbers beside each other, halves of a million."""

from __future__ import annotations

from . import digits
from .numeral_cardinals import Cardinals
from .numerals import ARTICLE, Numeral


class Fractions(Cardinals):
    """Reads the fraction that begins at a token."""

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

    def _part(self, first: int, end: int) -> Numeral | None:
        """«جزء من مئة», one part of a hundred."""
        match = self.rules.phrases["part"].at(self.norms, first)
        below = self._cardinal(match.last, end) if match and self._kinds(match.last, end) else None
        if below is None or not below.low or below.high != below.low:
            return None
        return Numeral(first, below.last, 1 / below.low, 1 / below.low, "fraction")
