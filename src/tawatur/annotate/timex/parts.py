"""Times made of other times: their parts, the nth unit in them, spans between two, and pointers back to one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...lang import calendar as cal
from ...lang.calendar import When
from .specs import Spec, TimeType


class _Inside:
    """What lies inside a longer time: it hangs on a day where that does, and is nowhere where that has no two ends."""

    __slots__ = ()
    inside: Spec

    @property
    def relative(self) -> bool:
        return self.inside.relative

    def at(self, today: date | None, bias: int) -> When | None:
        box = self.inside.at(today, bias)
        if box is None or box.first is None or box.last is None:
            return None
        return self._at(box, box.first, box.last, today)

    def _at(self, box: When, first: date, last: date, today: date | None) -> When | None:
        """The value where the longer time is ``box``, from its ``first`` day to its ``last``."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Phase(_Inside):
    """The beginning, middle, end or rest of a time."""

    part: str
    inside: Spec
    type: TimeType = "DATE"

    def _at(self, box: When, first: date, last: date, today: date | None) -> When | None:
        if self.part == "rest":
            return cal.between(today, last) if today and today <= last else box
        if box.precision in {"day", "hour", "minute"}:
            return replace(box, precision="part_of_day")
        return cal.phase(box, self.part)


@dataclass(frozen=True, slots=True)
class NthIn(_Inside):
    """The nth unit or weekday inside a longer time: «الأسبوع الثالث من مارس», «الربع الأول من 2020»."""

    nth: int
    unit: str
    inside: Spec
    weekday: int | None = None
    type: TimeType = "DATE"

    def _at(self, box: When, first: date, last: date, today: date | None) -> When | None:
        if self.unit in {"quarter", "half"}:
            if box.precision == "month":
                return self._half_month(first, last) if self.unit == "half" else None
            months = 3 if self.unit == "quarter" else 6
            nth = self.nth if self.nth > 0 else 12 // months
            return cal.in_part(first.year, nth, months) if nth * months <= 12 else None
        if self.weekday:
            return self._weekday(first, last)
        if self.unit == "week":
            return self._week(first, last)
        if self.nth < 0:
            return cal.unit_of(last, self.unit, 0)
        return cal.unit_of(first, self.unit, self.nth - 1)

    def _week(self, first: date, last: date) -> When:
        """ISO's first week of a month or a year is the one that holds its first Thursday."""
        thursday = first + timedelta(days=3)
        return cal.in_week(thursday + timedelta(weeks=self.nth - 1) if self.nth > 0 else last)

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
class SeveralIn(_Inside):
    """So many units at the beginning or the end of a longer time: «الأشهر الخمسة الأولى من السنة», "the last two weeks
    of March"."""

    count: int
    unit: str
    inside: Spec
    last: bool = False
    type: TimeType = "DATE"

    def _at(self, box: When, first: date, last: date, today: date | None) -> When | None:
        if self.last:
            start, end = cal.shift(last + timedelta(days=1), -self.count, self.unit), last
        else:
            start, end = first, cal.shift(first, self.count, self.unit) - timedelta(days=1)
        if start < first or end > last:
            return None
        return cal.between(start, end, "period", "day" if self.unit in {"day", "week"} else "month")


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
            end = self._after(start) or end
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

    def _after(self, start: When) -> When | None:
        """The end read as the first such day after the start: «الجمعة حتى الأحد»."""
        return self.end.at(start.first, 1) if self.end and start.first else None


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
