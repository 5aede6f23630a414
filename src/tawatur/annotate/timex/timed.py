"""A day with its part or its clock time, in either order, and parts of the day alone."""

from __future__ import annotations

from dataclasses import replace

from ...lang.tables import listed
from ...lang.timewords import Part
from . import points
from .clock import clock
from .days import point
from .hours import Clock, PartOfDay
from .line import Found, Line, longest
from .parts import Range
from .specs import Fields, UnitAt

# «قبيل شروق شمس الأربعاء» is on that day still.
JUST = {"just_before": "before", "just_after": "after"}
_ADVERBS = listed("time_company", "part_alone")
_OF_SOMETHING = listed("time_company", "part_of")


def timed(line: Line, index: int) -> Found | None:
    """A point, a part of the day or a clock time, joined where they stand together."""
    key = "timed", index
    if key not in line.known:
        found = [_day_then_time(line, index), _time_then_day(line, index), _part_alone(line, index)]
        line.known[key] = longest(found)
    return line.known[key]


def _day_then_time(line: Line, index: int) -> Found | None:
    """«الجمعة صباحا», «أمس عند الساعة العاشرة مساء», «بعد غد الساعة 8 صباحا»."""
    day = point(line, index)
    if day is None:
        return None
    if not points.is_day(day.value):
        return day
    at = line.skip(day.end)
    at += 1 if line.has(at, "prep", "in", "at") else 0
    at += 1 if line.has(at, "prep", "at") else 0
    hour = clock(line, at)
    if hour:
        return Found(replace(hour.value, day=day.value), hour.end)
    at = day.end + 1 if line.has(day.end, "prep", "in") else day.end
    at += 1 if at > day.end and line.has(at, "article") else 0
    part: Part | None = line.get(at, "part")
    if part and (at == day.end or line.definite(at) or not line.lexicon.proclitics) and not _opens_day(line, at):
        return Found(PartOfDay(part.name, day.value), at + 1)
    return day


def _opens_day(line: Line, index: int) -> bool:
    """Whether a part of the day belongs to the day after it: «الجمعة، صباح السبت»."""
    after = line.item(index + 1)
    return after is not None and not line.definite(index) and (
        line.get(index + 1, "weekday") is not None and line.definite(index + 1)
    )  # fmt: skip


def _time_then_day(line: Line, index: int) -> Found | None:
    """«فجر اليوم», «مساء الجمعة», «الساعة 8 مساء اليوم», «هذا الصباح», «العاشرة من صباح الأحد»."""
    hour = clock(line, index)
    if hour:
        at = line.skip(hour.end)
        at += 1 if line.has(at, "prep", "from", "of", "in") else 0
        day = point(line, at) or _part_of(line, at)
        if day and (points.is_day(day.value) or isinstance(day.value, PartOfDay)):
            if isinstance(day.value, PartOfDay):
                again = clock(line, index)
                named: Part | None = line.get(at, "part")
                value = again.value if again else hour.value
                if named and named.half == "pm" and value.hour < 12:
                    value = replace(value, hour=value.hour + 12)
                return Found(replace(value, day=day.value.day), day.end)
            return Found(replace(hour.value, day=day.value), day.end)
        return hour
    return _part_of(line, index)


def _part_of(line: Line, index: int) -> Found | None:
    """A part of the day with its day: «فجر اليوم», «مساء أمس», «ليل الخميس الجمعة», «صباح 13 ديسمبر»."""
    this = line.has(index, "this", "this")
    at = index + 1 if this else index
    part: Part | None = line.get(at, "part")
    if part is None:
        if line.get(at, "relday") and this:
            offset, name = line.get(at, "relday")
            return Found(PartOfDay(name, UnitAt("day", offset)), at + 1)
        return None
    if this:
        return Found(PartOfDay(part.name, UnitAt("day", 0)), at + 1)
    if line.definite(at):
        return None
    inner = at + 1
    inner += (
        1
        if line.has(inner, "prep", "of", "from")
        or (not line.lexicon.proclitics and line.has(inner, "prep", "in"))
        or (line.get(inner, "unit") == ("day", 1) and not line.definite(inner))
        else 0
    )
    day = point(line, inner)
    if day is None or not points.is_day(day.value):
        return None
    second = line.skip(day.end, "-/")
    if part.name == "night" and line.get(second, "weekday") and line.definite(second):
        end = points.weekday(line, second)
        if end and isinstance(end.value, Fields) and isinstance(day.value, Fields):
            return Found(PartOfDay(part.name, Range(day.value, end.value)), end.end)
    return Found(PartOfDay(part.name, day.value), day.end)


def _part_alone(line: Line, index: int) -> Found | None:
    """«في الصباح», «بعد الظهر», «في وقت متأخر من الليل», «منتصف الليل»: no day is told."""
    at = index + 1 if line.has(index, "prep", "in", "at") else index
    placed = at > index
    led = line.has(index, "prep", "at", *JUST)
    at = index + 1 if led else at
    at += 1 if line.has(at, "article") else 0
    told = led and (line.item(at + 1) is None or line.ends(at + 1))
    phase = line.get(at, "phase")
    if phase:
        at += 1
        at += 1 if line.has(at, "prep", "of", "from") else 0
    part: Part | None = line.get(at, "part")
    adverb = part is not None and _adverbial(line, at)
    if part is None or not (part.alone or adverb or (told and (line.definite(at) or not line.lexicon.proclitics))):
        return None
    end = at + 1
    if adverb:
        return Found(PartOfDay(part.name), end)
    if part.point and not phase:
        if placed or line.has(index, "prep", *JUST):
            return None
        hour, minute = map(int, part.point.split(":"))
        shown = line.definite(at) or line.items[at].read.get("card") is None  # type: ignore[union-attr]
        if (
            part.half == "noon"
            and not line.definite(at)
            and line.lexicon.proclitics
            and not placed
            and not _wide(line, at)
        ):
            return None
        return Found(Clock(hour, minute or None), end) if shown else None
    bare = placed and not line.lexicon.proclitics and line.has(at - 1, "article")
    if ((line.definite(at) or _wide(line, at) or bare) and (placed or phase or _wide(line, at))) or told:
        return Found(PartOfDay(part.name), end)
    return None


def _adverbial(line: Line, index: int) -> bool:
    """«فجرا», «مساء» alone, and no «مساء الخير» or «عصرا جديدا»."""
    said = line.norms_at(index)
    if said not in _ADVERBS or line.item(index - 1) is not None:
        return False
    after = line.norms_at(index + 1) if index + 1 < len(line.items) else ""
    return not after.endswith("ا") and not (said in _OF_SOMETHING and after.startswith("ال"))


def _wide(line: Line, index: int) -> bool:
    """Whether the item is a phrase of several words."""
    item = line.items[index]
    return item is not None and item.last - item.first > 1
