"""The machine that adds number words up: one cardinal as it grows, in either order of units and tens."""

from __future__ import annotations

import math
from collections.abc import Mapping

# Beyond this no chain of scales is a figure.
_LARGEST = 10.0**24


class Sum:
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
        if linked and 0 in kinds.values():
            return False
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
            if value <= 12 or self.limit * value >= min(self.outer, _LARGEST):
                return False
            self.chunk *= value
            self.limit *= value
            return True
        elif (
            kind == "scale_after"
            or value >= self.limit
            or (self.last and not linked)
            or (self.group is not None and value >= 100)
        ):
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
