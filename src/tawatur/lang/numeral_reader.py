"""Read numerals out of a run of tokens: cardinals, fractions, indefinite numbers, ordinals, percentages."""

from __future__ import annotations

from dataclasses import replace

from .numeral_fractions import Fractions
from .numeral_ordinals import Ordinals
from .numerals import Numeral

# Phrases that stand before a number and are of it.
_LEADING = ("percent_before", "part")


class Reader(Fractions, Ordinals):
    """Reads the numeral at a token: the longest of all kinds."""

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

    def _percent(self, number: Numeral, end: int) -> Numeral:
        if number.kind == "ordinal" or number.last >= end:
            return number
        match = self.rules.phrases["percent"].at(self.norms, number.last)
        return replace(number, last=match.last, percent=True) if match and match.last <= end else number

    def _percent_before(self, first: int, end: int) -> Numeral | None:
        match = self.rules.phrases["percent_before"].at(self.norms, first)
        if match is None or match.last >= end or self.cells[match.last] is None:
            return None
        number = self.at(match.last, end)
        if number is None or number.kind not in ("cardinal", "fraction"):
            return None
        return number if number.percent else replace(number, first=first, percent=True)
