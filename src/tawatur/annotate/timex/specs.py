"""What an expression of time says, before and after it is set against the day it is said on.

``Spec.at(today, bias)`` gives the value: ``today`` is None where no day of publication is known, ``bias`` is
-1 where an open choice falls on the past (news), +1 where the words around speak of what is to come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from ...lang import calendar as cal
from ...lang.calendar import ISO_UNIT, When

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
_STEP = {"past": -1, "before": -1, "this": 0, "next": 1, "following": 1, "overnext": 2}


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
        found = _choose(firsts, mark, self.direction, bias)
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
        found = _choose(days, today, self.direction, bias)
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


def _choose(days: list[date], today: date, direction: str, bias: int) -> date | None:
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
class Fixed:
    """A value that the words give whole: a century, a decade by its year."""

    when: When
    type: TimeType = "DATE"
    relative: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        return self.when


@dataclass(frozen=True, slots=True)
class Phase:
    """The beginning, middle, end or rest of a time."""

    part: str
    of: Spec
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.of.relative

    def at(self, today: date | None, bias: int) -> When | None:
        when = self.of.at(today, bias)
        if when is None or when.first is None or when.last is None:
            return None
        if self.part == "rest":
            return cal.between(today, when.last) if today and today <= when.last else when
        if when.precision in {"day", "hour", "minute"}:
            return replace(when, precision="part_of_day")
        return cal.phase(when, self.part)


@dataclass(frozen=True, slots=True)
class NthIn:
    """The nth unit or weekday inside a longer time: «الأسبوع الثالث من مارس», «الربع الأول من 2020»."""

    nth: int
    unit: str
    inside: Spec
    weekday: int | None = None
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.inside.relative

    def at(self, today: date | None, bias: int) -> When | None:
        box = self.inside.at(today, bias)
        if box is None or box.first is None or box.last is None:
            return None
        if self.unit in {"quarter", "half"}:
            if box.precision == "month":
                return self._half_month(box.first, box.last) if self.unit == "half" else None
            months = 3 if self.unit == "quarter" else 6
            nth = self.nth if self.nth > 0 else 12 // months
            return cal.in_part(box.first.year, nth, months) if nth * months <= 12 else None
        if self.weekday:
            return self._weekday(box.first, box.last)
        if self.unit == "week":
            # ISO's first week of a month or a year is the one that holds its first Thursday.
            first = cal.in_week(box.first + timedelta(days=3)).first
            assert first is not None
            last = box.last - timedelta(days=box.last.weekday())
            start = first + timedelta(weeks=self.nth - 1) if self.nth > 0 else last
            return cal.in_week(start)
        if self.nth < 0:
            return cal.unit_of(box.last, self.unit, 0)
        return cal.unit_of(box.first, self.unit, self.nth - 1)

    def _half_month(self, first: date, last: date) -> When | None:
        """«النصف الثاني من ديسمبر»: to the fifteenth, and from the sixteenth."""
        if self.nth == 1:
            return cal.between(first, first + timedelta(days=14))
        return cal.between(first + timedelta(days=15), last) if self.nth in (2, -1) else None

    def _weekday(self, first: date, last: date) -> When | None:
        assert self.weekday is not None
        if self.nth < 0:
            found = last - timedelta(days=(last.isoweekday() - self.weekday) % 7)
        else:
            found = first + timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1))
        return cal.on_day(found) if first <= found <= last else None


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
        return self._value(_choose(days, today, self.direction, bias))

    def _value(self, day: date | None) -> When | None:
        if day is None:
            return None
        return cal.on_day(day) if self.days == 1 else cal.between(day, day + timedelta(days=self.days - 1))


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: (count, unit) pairs; ``vague`` where the words tell no number, or only a least one."""

    parts: tuple[tuple[float, str], ...]
    vague: bool = False
    type: TimeType = "DURATION"
    relative: bool = False

    @property
    def unit(self) -> str:
        """The unit that says how exact the words are: the smallest."""
        order = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
        return min((unit for _, unit in self.parts), key=order.index)

    @property
    def iso(self) -> str | None:
        if self.vague:
            return None
        sums: dict[str, float] = {}
        for count, unit in self.parts:
            if unit in {"decade", "century"}:
                count, unit = count * (10 if unit == "decade" else 100), "year"
            sums[unit] = sums.get(unit, 0) + count
        days = "".join(f"{sums[u]:g}{ISO_UNIT[u]}" for u in ("year", "month", "week", "day") if u in sums)
        hours = "".join(f"{sums[u]:g}{ISO_UNIT[u]}" for u in ("hour", "minute", "second") if u in sums)
        return f"P{days}{'T' + hours if hours else ''}"

    def at(self, today: date | None, bias: int) -> When | None:
        return When(self.iso, None, None, "period")

    def moved(self, today: date, sign: int) -> date:
        """``today`` moved by this length."""
        day = today
        for count, unit in self.parts:
            if unit in {"second", "minute", "hour"}:
                continue
            whole = int(count)
            day = cal.shift(day, sign * whole, unit)
            if count != whole:
                days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650, "century": 36500}[unit]
                day += timedelta(days=sign * round((count - whole) * days))
        return day


@dataclass(frozen=True, slots=True)
class Offset:
    """A length of time before or after the day: «قبل يومين», «بعد أسبوعين», "three days ago"."""

    amount: Amount
    sign: int
    type: TimeType = "DATE"
    relative: bool = True
    # «قبل نحو عشرة أيام».
    about: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        unit = self.amount.unit
        day = self.amount.moved(today, self.sign)
        if unit in {"second", "minute", "hour"}:
            hours = sum(n * {"hour": 1, "minute": 1 / 60, "second": 0}.get(u, 0) for n, u in self.amount.parts)
            edge = today + timedelta(hours=self.sign * hours) if hours >= 24 else today
            first, last = sorted((edge, edge + timedelta(days=self.sign)))
            return When(None, first, last, "hour")
        exact = unit == "day" or len(self.amount.parts) > 1
        when = cal.on_day(day) if exact else cal.about(day, unit)
        if not self.amount.vague:
            loose = self.about and when.edtf is not None and not when.edtf.endswith("~")
            return replace(when, edtf=f"{when.edtf}~") if loose else when
        # «قبل بضعة أيام»: three at the least and fewer than ten; the value is the least, marked approximate.
        far = self._far(today, unit)
        first, last = sorted((day, far))
        return When(f"{day.isoformat()}~", first, last, when.precision)

    def _far(self, today: date, unit: str) -> date:
        try:
            return cal.shift(today, self.sign * 10, unit)
        except OverflowError:
            return today


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends or begins at the day: «الأيام الثلاثة الماضية», «آخر 3 سنوات»."""

    amount: Amount
    sign: int
    type: TimeType = "DATE"
    relative: bool = True

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        unit = self.amount.unit
        if unit in {"second", "minute", "hour"}:
            hours = sum(n for n, u in self.amount.parts if u == "hour")
            first, last = sorted((today, today + timedelta(days=self.sign * max(1, round(hours / 24)))))
            return When(f"{first.isoformat()}/{last.isoformat()}", first, last, "period")
        if unit == "decade":
            count = int(self.amount.parts[0][0])
            start = today.year // 10 * 10
            low, high = (start - 10 * count, start - 1) if self.sign < 0 else (start + 10, start + 10 * count + 9)
            return cal.between(date(low, 1, 1), date(high, 12, 31), "period", "year")
        if self.amount.vague and unit not in {"day", "week"}:
            # «السنوات الماضية» tells no beginning.
            return When(None, None, today, "period") if self.sign < 0 else When(None, today, None, "period")
        edge = self.amount.moved(today, self.sign)
        if self.sign > 0:
            today, edge = today + timedelta(days=1), edge + timedelta(days=1)
        first, last = sorted((today, edge))
        if self.amount.vague:
            text = (
                f"{first.isoformat()}~/{last.isoformat()}"
                if self.sign < 0
                else f"{first.isoformat()}/{last.isoformat()}~"
            )
            return When(text, first, last, "period")
        return cal.between(first, last)


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another; None is an open end."""

    start: Spec | None
    end: Spec | None
    type: TimeType = "DATE"
    # «قبل 2020»: the end itself lies outside.
    open_end: bool = False

    @property
    def relative(self) -> bool:
        return any(end.relative for end in (self.start, self.end) if end)

    def at(self, today: date | None, bias: int) -> When | None:
        start = self.start.at(today, bias) if self.start else None
        end = self.end.at(today, bias) if self.end else None
        if (self.start and not start) or (self.end and not end):
            return None
        if start and end and start.last and end.first and start.first and end.first < start.first and self.relative:
            end = self._after(start, today) or end
        left = ".." if start is None else start.edtf
        right = ".." if end is None else end.edtf
        if left is None or right is None or "[" in left + right or "/" in left or "/" in right:
            edges = (start.first if start else None, end.last if end else None)
            if edges[0] and edges[1] and edges[1] < edges[0]:
                return None
            if start and start.first and end and end.last and start.first <= end.last:
                return cal.between(start.first, end.last)
            if "/" in (left or "") + (right or "") and None not in (left, right):
                return When(f"{(left or '').split('/')[0]}/{(right or '').split('/')[-1]}", *edges, "period")
            return When(None, *edges, "period")
        first = start.first if start else None
        last = end.last if end else None
        if self.open_end and end and end.first:
            last = end.first - timedelta(days=1)
            right = cal.iso(last.year) if end.precision == "year" else last.isoformat()
        if first and last and last < first:
            return None
        return When(f"{left}/{right}", first, last, "period")

    def _after(self, start: When, today: date | None) -> When | None:
        """The end read as the first such day after the start: «الجمعة حتى الأحد»."""
        return self.end.at(start.first, 1) if self.end and start.first else None


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


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often: an ISO duration for a length, ``XXXX-WXX-5`` for every Friday."""

    text: str | None
    type: TimeType = "SET"
    relative: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        return When(self.text, None, None, "period")


@dataclass(frozen=True, slots=True)
class Same:
    """Points back to a time told before: «حينها», «في اليوم نفسه», «اليوم التالي», «بعد يومين من ذلك»."""

    inner: Spec | None = None
    type: TimeType = "DATE"
    relative: bool = True

    def at(self, today: date | None, bias: int) -> When | None:
        return self.inner.at(today, bias) if self.inner else (cal.on_day(today) if today else None)


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day."""

    day: Spec
    type: TimeType = "DATE"

    @property
    def relative(self) -> bool:
        return self.day.relative

    def at(self, today: date | None, bias: int) -> When | None:
        when = self.day.at(today, bias)
        return cal.in_week(when.first) if when and when.first else None
