"""Spans of time with two ends, of which either may leave to the other what it does not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .hours import Clock
from .line import Found, Line, cardinal, day_number, ordinal
from .parts import Range
from .specs import Fields, Spec


def between(line: Line, index: int, read: Callable[[Line, int], Found | None]) -> Found | None:
    """«بين P وP», «من P إلى P», «P حتى P», "from P to P", where ``read`` tells what may be at either end."""
    role = line.get(index, "prep")
    at = index + 1 if role in {"between", "from"} else index
    if at > index and line.get(at, "unit") == ("day", 1) and not line.definite(at):
        return None
    start = read(line, at)
    left = start or ellipsis(line, at)
    if left is None:
        return None
    found = _ends(line, left, role, read)
    if found is None and start is not None:
        left = ellipsis(line, at)
        found = _ends(line, left, role, read) if left else None
    return found


def _ends(line: Line, left: Found, role: str | None, read: Callable[[Line, int], Found | None]) -> Found | None:
    """The span that ``left`` begins, where its other end follows."""
    if role == "between":
        joined = line.joined(left.end)
        inner = joined if joined is not None else line.skip(left.end, "-")
        if inner == left.end and joined is None:
            return None
    elif line.has(left.end, "prep", "to", "until") or (role is None and line.get(left.end, "punct") == "-"):
        to = line.item(left.end)
        if role is None and to is not None and to.joined and to.read.get("prep") == "to":
            return None  # «إلى عام 500 وإلى عام 600» lists, it does not span
        inner = left.end + 1
    else:
        return None
    inner += 1 if line.get(inner, "unit") == ("day", 1) and not line.definite(inner) else 0
    end: Found | None = read(line, inner)
    if isinstance(left.value, int):
        return complete(left, end)
    if end is None:
        return _hours(line, left, inner)
    # «من 1:30 مساء إلى 3:30»: the part of the day holds for both.
    both = isinstance(left.value, Clock) and isinstance(end.value, Clock) and line.get(end.end - 1, "part") is None
    if both and end.value.hour < 12 <= left.value.hour < end.value.hour + 12:
        end = Found(replace(end.value, hour=end.value.hour + 12), end.end)
    kinds = {type(one) for one in (left.value, end.value)}
    if not (Clock in kinds and len(kinds) > 1):
        return Found(Range(dated_by(left.value, end.value), end.value, "TIME" if Clock in kinds else "DATE"), end.end)
    return None


def complete(left: Found, end: Found | None) -> Found | None:
    """A number and the day or clock time that ends its span: the rest of what it is."""
    if end is None:
        return None
    value = end.value
    if isinstance(value, Fields) and value.day and not value.options and not (value.weekday and not value.month):
        return Found(Range(replace(value, day=left.value, weekday=None), value), end.end)
    if isinstance(value, Clock) and left.value <= 24:
        start = replace(value, hour=left.value, minute=None, second=None)
        if value.hour > 12 and left.value < 12 and left.value + 12 <= value.hour:
            start = replace(start, hour=left.value + 12)
        return Found(Range(start, value, "TIME"), end.end)
    return None


def _hours(line: Line, left: Found, inner: int) -> Found | None:
    """The bare hour that ends a span of clock time: «من 1:30 إلى 3», «الساعة 1 بعد الظهر إلى 4»."""
    if not isinstance(left.value, Clock):
        return None
    number = cardinal(line, inner)
    if number is None:
        word = ordinal(line, inner)
        number = Found(word.value[0], word.end) if word and word.value[1] else None
    if number is None or not 0 < number.value <= 24 or not line.ends(number.end):
        return None
    hour = number.value
    if hour < 12 and left.value.hour >= 12 and hour + 12 > left.value.hour:
        hour += 12
    return Found(Range(left.value, replace(left.value, hour=hour, minute=None, second=None), "TIME"), number.end)


def ellipsis(line: Line, index: int) -> Found | None:
    """The number that begins a span whose end tells the rest: «من 4 إلى 22 يناير», «بين 5 و6 مساء»."""
    at = index + 1 if line.get(index, "unit") == ("hour", 1) and line.definite(index) else index
    found = day_number(line, at) or cardinal(line, at)
    return found if found and 0 < found.value <= 31 else None


def dated_by(start: Spec, end: Spec) -> Spec:
    """The start of a span in the year that only its end tells: «من أيار إلى آب 2024», «من نوفمبر إلى يناير 2024»."""
    if not (isinstance(start, Fields) and isinstance(end, Fields) and start.month and end.month and end.year):
        return start
    if start.year is not None or start.direction or start.shift is not None or start.calendar != end.calendar:
        return start
    return replace(start, year=end.year - (start.month > end.month))
