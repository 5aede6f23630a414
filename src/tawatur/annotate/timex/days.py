"""A day, month, year or other single time, with what stands beside it and narrows it."""

from __future__ import annotations

from dataclasses import replace

from . import amounts, points, within
from .between import between
from .dated import dated
from .hours import PartOfDay
from .line import Found, Line, day_number, longest
from .parts import Range, WeekOf
from .specs import Apposed, Fields, Spec, UnitAt


def point(line: Line, index: int) -> Found | None:
    """A day, month, year or other single time, with no clock time."""
    if line.item(index) is None:
        return None
    found = [read(line, index) for read in points.POINTS]
    day = points.relative_day(line, index)
    if day:
        offset, part = day.value
        spec: Spec = UnitAt("day", offset)
        found.append(Found(PartOfDay(part, spec) if part else spec, day.end))
        found.append(_appositive(line, day))
    found.append(within.nth(line, index, point))
    found.append(within.phase(line, index, point))
    found.append(amounts.stretch(line, index))
    found.append(_week_of(line, index))
    best = longest(found)
    return _refined(line, best) if best else None


def _appositive(line: Line, day: Found) -> Found | None:
    """«أمس الجمعة», «اليوم (السبت)»: the weekday repeats the relative day, which decides."""
    at = day.end
    opened = line.get(at, "punct") == "("
    inner = at + 1 if opened else at
    inner += 1 if line.get(inner, "unit") == ("day", 1) else 0
    date = dated(line, inner)
    found = date if date and date.value.day else None
    if found is None:
        name = points.weekday(line, inner)
        found = name if name and isinstance(name.value, Fields) and name.end == inner + 1 else None
    if found is None:
        return None
    if opened and line.get(found.end, "punct") != ")":
        return None
    offset, part = day.value
    spec: Spec = UnitAt("day", offset)
    if date and found is date and found.value.year is not None:
        spec = Apposed(offset, found.value)
    return Found(PartOfDay(part, spec) if part else spec, found.end + 1 if opened else found.end)


def _week_of(line: Line, index: int) -> Found | None:
    """«أسبوع 15 سبتمبر»: the week that holds a day."""
    if line.get(index, "unit") != ("week", 1) or line.definite(index):
        return None
    found = dated(line, index + 1)
    if found is None or found.value.day is None:
        return None
    return Found(WeekOf(found.value), found.end)


def _refined(line: Line, found: Found) -> Found:
    """A week or a month narrowed by what follows: «الأسبوع القادم الأحد», «شهر نوفمبر بين 19 و20»."""
    spec, end = found.value, found.end
    if isinstance(spec, UnitAt) and spec.unit == "week":
        at = end + 1 if line.has(end, "prep", "in") else end
        at += 1 if line.get(at, "unit") == ("day", 1) else 0
        days = between(line, at, points.weekday)
        if days:
            start, last = (replace(edge, shift=spec.offset) for edge in (days.value.start, days.value.end))
            return Found(Range(start, last), days.end)
        if line.get(at, "weekday") and line.definite(at):
            return Found(Fields(weekday=line.get(at, "weekday"), shift=spec.offset), at + 1)
    if isinstance(spec, Fields) and spec.month and spec.day is None:
        days = _days_between(line, end)
        if days:
            low, high = days.value
            return Found(Range(replace(spec, day=low), replace(spec, day=high)), days.end)
    return found


def _days_between(line: Line, index: int) -> Found | None:
    """«بين 19 و20», «من 4 إلى 22»: two days whose month is already told."""
    if not line.has(index, "prep", "between", "from"):
        return None
    low = day_number(line, index + 1)
    if low is None:
        return None
    at = low.end + 1 if line.has(low.end, "prep", "to", "until") else line.joined(low.end)
    high = day_number(line, at) if at is not None else None
    if high is None or line.get(high.end, "unit"):
        return None
    return Found((low.value, high.value), high.end)
