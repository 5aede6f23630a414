"""Ordinals in a run of tokens, in the order of their parts that each language has."""

from __future__ import annotations

from dataclasses import replace

from .numeral_cardinals import Cardinals
from .numerals import ARTICLE, Cell, Numeral

_PLURALS = ("ات", "ون", "ين", "ان", "اء")


class Ordinals(Cardinals):
    """Reads the ordinal that begins at a token."""

    def _ordinal(self, first: int, end: int) -> Numeral | None:
        start = self.cells[first]
        assert start is not None
        kinds = start.kinds
        if self.rules.units_first:
            return self._ordinal_ar(first, end, start)
        following = self._kinds(first + 1, end)
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
