"""Times with a name of their own: seasons, decades, holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ...lang import calendar as cal
from ...lang.calendar import When
from .specs import TimeType, choose


@dataclass(frozen=True, slots=True)
class Season:
    """A season, of a year where one is told."""

    season: int
    year: int | None = None
    direction: str = ""
    shift: int | None = None
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.year is None

    def at(self, today: date | None, bias: int) -> When | None:
        if self.year is not None:
            return cal.in_season(self.year, self.season)
        if today is None:
            return When(f"XXXX-{self.season}", None, None, "season")
        if self.shift is not None:
            return cal.in_season(today.year + self.shift, self.season)
        starts = [cal.in_season(year, self.season) for year in range(today.year - 2, today.year + 3)]
        if self.direction == "this":
            return starts[2]
        if self.direction in {"next", "following"} or (bias > 0 and not self.direction):
            return next(when for when in starts if when.first and when.first > today)
        if self.direction:
            return next(when for when in reversed(starts) if when.last and when.last < today)
        return next(when for when in reversed(starts) if when.first and when.first <= today)


@dataclass(frozen=True, slots=True)
class Quarter:
    """«الربع الثالث» of a year that is not told: the latest begun, or the next to begin."""

    number: int
    type: TimeType = "DATE"
    relative: bool = True

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        found = [cal.in_part(year, self.number, 3) for year in range(today.year - 1, today.year + 2)]
        if bias > 0:
            return next(when for when in found if when.last and when.last > today)
        return next(when for when in reversed(found) if when.first and when.first <= today)


@dataclass(frozen=True, slots=True)
class Decade:
    """The eighties; of the century told, else of the latest that is past."""

    tens: int
    century: int | None = None
    type: TimeType = "DATE"
    relative: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        if self.century is not None:
            return cal.in_decade((self.century - 1) * 100 + self.tens)
        latest = today.year if today else 2025
        return cal.in_decade((latest - self.tens) // 100 * 100 + self.tens)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day by its rule."""

    rule: str
    days: int = 1
    year: int | None = None
    direction: str = ""
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.year is None

    def at(self, today: date | None, bias: int) -> When | None:
        if self.rule == "none":
            return None
        if self.year is not None:
            return self._value(cal.holiday(self.rule, self.year))
        if today is None:
            fixed = self.rule if self.rule[:2].isdigit() else None
            return When(f"XXXX-{fixed}", None, None, "day") if fixed else None
        days = [day for y in range(today.year - 2, today.year + 3) if (day := cal.holiday(self.rule, y))]
        return self._value(choose(days, today, self.direction, bias))

    def _value(self, day: date | None) -> When | None:
        if day is None:
            return None
        return cal.on_day(day) if self.days == 1 else cal.between(day, day + timedelta(days=self.days - 1))
