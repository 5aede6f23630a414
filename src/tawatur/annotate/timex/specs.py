"""What an expression of time says, before and after it is set against the day it is said on.

``Spec.at(today, bias)`` gives the value: ``today`` is None where no day of publication is known, ``bias`` is
-1 where an open choice falls on the past (news), +1 where the words around speak of what is to come. Here are the
dates and units of the calendar; other files hold what has a name of its own (``named``), parts and spans of other
times (``parts``), lengths (``lengths``) and the time of day (``hours``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from ...lang import calendar as cal
from ...lang.calendar import When

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
# A day or month without a year that is longer past than this would be told with it: it is the coming one.
_LONG_PAST = timedelta(days=320)


class Spec(Protocol):
    """Anything the grammar reads. ``relative`` says whether it needs a day to hang on."""

    @property
    def relative(self) -> bool: ...

    @property
    def type(self) -> TimeType: ...

    def at(self, today: date | None, bias: int) -> When | None: ...


@dataclass(frozen=True, slots=True)
class Fields:
    """A calendar date as far as it is told: any of year, month, day and weekday, and a direction."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    direction: str = ""
    # Moves the year or, for a bare day, the month: «12 يناير العام المقبل», «20 من الشهر القادم».
    shift: int | None = None
    options: tuple[tuple[int | None, int, int | None], ...] = ()
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.year is None and not (self.options and self.options[0][0])

    @property
    def whole(self) -> bool:
        """Told by itself: a month with its year, a day with its month, or a year."""
        return self.year is not None or self.month is not None or bool(self.options)

    def at(self, today: date | None, bias: int) -> When | None:
        if self.options:
            return self._numeric(today, bias)
        if self.calendar == "hijri":
            return self._hijri(today, bias)
        if self.month is None and self.day is None:
            return self._weekday(today, bias) if self.weekday else self._year()
        if self.month is None:
            return self._bare_day(today, bias)
        year = self.year
        if year is None and today is not None and self.shift is not None:
            year = today.year + self.shift
        if year is None:
            return self._yearless(today, bias)
        if self.day is None:
            return cal.in_month(year, self.month)
        return cal.on_day(date(year, self.month, self.day)) if cal.valid(year, self.month, self.day) else None

    def _year(self) -> When | None:
        return cal.in_year(self.year) if self.year and self.year <= 9999 else None

    def _numeric(self, today: date | None, bias: int) -> When | None:
        found = [replace(self, options=(), year=y, month=m, day=d).at(today, bias) for y, m, d in self.options]
        values = [when for when in found if when]
        if len(values) > 1 and all(when.precision == "day" and when.first for when in values):
            return cal.one_of([when.first for when in values if when.first])
        return values[0] if values else None

    def _yearless(self, today: date | None, bias: int) -> When | None:
        month = self.month or 1
        if today is None:
            text = f"XXXX-{month:02d}" + (f"-{self.day:02d}" if self.day else "")
            return When(text, None, None, "day" if self.day else "month")
        years = [y for y in range(today.year - 8, today.year + 9) if not self.day or cal.valid(y, month, self.day)]
        firsts = [date(y, month, self.day or 1) for y in years]
        mark = today if self.day else today.replace(day=1)
        found = choose(firsts, mark, self.direction, bias)
        if not self.direction and bias < 0 and found is not None and mark - found > _LONG_PAST:
            found = choose(firsts, mark, "", 1)
        if found is None:
            return None
        if self.weekday and self.day and found.isoweekday() != self.weekday:
            near = [day for day in firsts if day.isoweekday() == self.weekday and abs(day.year - today.year) <= 1]
            found = min(near, key=lambda day: abs(day - today)) if near else found
        return cal.on_day(found) if self.day else cal.in_month(found.year, month)

    def _bare_day(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return When(f"XXXX-XX-{self.day:02d}", None, None, "day")
        start = today.replace(day=1)
        if self.shift is not None:
            start = cal.shift(start, self.shift, "month")
            return cal.on_day(start.replace(day=self.day or 1)) if self._in(start) else None
        months = [cal.shift(start, step, "month") for step in range(-24, 25)]
        days = [month.replace(day=self.day or 1) for month in months if self._in(month)]
        if self.weekday:
            near = [day for day in days if day.isoweekday() == self.weekday]
            # The weekday leaves a day every half year or so: the nearest one, whichever side it lies on.
            return cal.on_day(min(near, key=lambda day: abs(day - today))) if near else None
        found = choose(days, today, self.direction, bias)
        return cal.on_day(found) if found else None

    def _in(self, month: date) -> bool:
        return cal.valid(month.year, month.month, self.day or 1)

    def _weekday(self, today: date | None, bias: int) -> When | None:
        if today is None or not self.weekday:
            return None
        back = (today.isoweekday() - self.weekday) % 7
        if self.shift is not None:
            monday = today - timedelta(days=today.isoweekday() - 1)
            return cal.on_day(monday + timedelta(days=7 * self.shift + self.weekday - 1))
        if self.direction in {"past", "before"}:
            return cal.on_day(today - timedelta(days=back or 7))
        if self.direction in {"next", "following"} or (bias > 0 and not self.direction and back):
            return cal.on_day(today + timedelta(days=7 - back))
        if self.direction == "this" and back:
            monday = today - timedelta(days=today.isoweekday() - 1)
            return cal.on_day(monday + timedelta(days=self.weekday - 1))
        return cal.on_day(today - timedelta(days=back))

    def _hijri(self, today: date | None, bias: int) -> When | None:
        year = self.year
        if year is not None and year > 1700:  # «رمضان 2001»: the Hijri month that falls in a Gregorian year
            starts = cal.hijri_year(date(year, 1, 1)) if year <= 9999 else None
            found = [cal.hijri(y, self.month, self.day) for y in (starts, starts + 1)] if starts else []
            inside = [when for when in found if when and when.first and when.first.year == year]
            return inside[0] if inside else None
        if year is None:
            if today is None or self.month is None:
                return None
            now = cal.hijri_year(today)
            options = [cal.hijri(y, self.month, self.day) for y in range(now - 2, now + 3)] if now else []
            whens = [when for when in options if when and when.first and when.last]
            future = self.direction in {"next", "following"} or (bias > 0 and self.direction != "past")
            if future:
                return next((when for when in whens if when.last and when.last >= today), None)
            return next((when for when in reversed(whens) if when.first and when.first <= today), None)
        return cal.hijri(year, self.month, self.day)


def choose(days: list[date], today: date, direction: str, bias: int) -> date | None:
    """The nearest of ordered days on the side that the words ask for; today itself counts as told."""
    if direction == "this":
        same = [day for day in days if day.year == today.year]
        return same[0] if same else None
    if direction in {"past", "before"}:
        return next((day for day in reversed(days) if day < today), None)
    if direction in {"next", "following"}:
        return next((day for day in days if day > today), None)
    if bias > 0:
        return next((day for day in days if day >= today), None)
    return next((day for day in reversed(days) if day <= today), None)


@dataclass(frozen=True, slots=True)
class UnitAt:
    """The unit of the calendar that lies ``offset`` away: «الشهر الماضي», «هذا العام», «أمس»."""

    unit: str
    offset: int
    type: TimeType = "DATE"
    relative: bool = True

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        if self.unit == "quarter":
            month = (today.year * 4 + (today.month - 1) // 3) + self.offset
            return cal.in_part(month // 4, month % 4 + 1, 3)
        return cal.unit_of(today, self.unit, self.offset)


@dataclass(frozen=True, slots=True)
class Apposed:
    """A relative day told with its full date: «اليوم الجمعة 16 يناير 2026». The date decides."""

    offset: int
    told: Fields
    type: TimeType = "DATE"
    relative: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        return self.told.at(today, bias)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that the words give whole: a century, a decade by its year, how often something comes again."""

    when: When
    type: TimeType = "DATE"
    relative: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        return self.when
