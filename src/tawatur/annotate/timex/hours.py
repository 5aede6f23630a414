"""The time of day: clock times and parts of the day, with the day they belong to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ...lang import calendar as cal
from ...lang.calendar import When
from .specs import Spec, TimeType


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day; ``zone`` is minutes from UTC. ``day`` is the day it belongs to, where one is told."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    day: Spec | None = None
    type: TimeType = "TIME"

    @property
    def relative(self) -> bool:
        return self.day is not None and self.day.relative

    @property
    def text(self) -> str:
        """``T10``, ``T10:30``, ``T10:30:05``, with Z or an offset where the zone is told."""
        zone = ""
        if self.zone is not None:
            zone = (
                "Z"
                if self.zone == 0
                else f"{'+' if self.zone > 0 else '-'}{abs(self.zone) // 60:02d}:{abs(self.zone) % 60:02d}"
            )
        parts = [self.hour % 24, *(p for p in (self.minute, self.second) if p is not None)]
        return "T" + ":".join(f"{p:02d}" for p in parts) + zone

    def at(self, today: date | None, bias: int) -> When | None:
        precision: cal.Precision = "hour" if self.minute is None else "minute" if self.second is None else "second"
        day = self.day.at(today, bias) if self.day else None
        if day is None or day.precision != "day" or day.first is None or day.first != day.last:
            bounds = (day.first, day.last) if day else (None, None)
            return When(self.text if not self.day else None, *bounds, precision)
        return When(f"{day.edtf}{self.text}", day.first, day.last, precision)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day: the day is its value, so far as one is told."""

    part: str
    day: Spec | None = None
    type: TimeType = "TIME"

    @property
    def relative(self) -> bool:
        return self.day is not None and self.day.relative

    def at(self, today: date | None, bias: int) -> When | None:
        day = self.day.at(today, bias) if self.day else None
        if day is None:
            return When(None, None, None, "part_of_day")
        return replace(day, precision="part_of_day") if day.precision == "day" else day
