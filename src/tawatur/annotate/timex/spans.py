"""The whole grammar at one place of a sentence: points, parts of the day, clock times and spans of time."""

from __future__ import annotations

from dataclasses import replace

from ...lang.tables import listed
from ...lang.timewords import Part
from . import alone, amounts, points
from .clock import clock
from .dated import dated
from .hours import Clock, PartOfDay
from .line import Found, Line, cardinal, day_number, ordinal
from .parts import Phase, Range, WeekOf
from .specs import Apposed, Fields, Spec, UnitAt

# The readings an expression may begin with; and those that begin nothing after a preposition.
_STARTS = frozenset(
    ("prep", "month", "weekday", "unit", "relday", "part", "season", "decade", "holiday", "int", "numeric",
     "daymonth", "clock", "pair", "card", "ord", "fraction", "decimal", "vague", "last", "dir", "this",
     "phase", "whole", "set", "every", "same", "quarter", "quarter_named", "epoch", "number", "article", "article_one",
     "pair_of", "aged")
)  # fmt: skip
# «قبيل شروق شمس الأربعاء» is on that day still.
_JUST = {"just_before": "before", "just_after": "after"}
_ADVERBS = listed("time_company", "part_alone")
_OF_SOMETHING = listed("time_company", "part_of")
_IDLE = frozenset(("punct", "and", "lasting", "dir", "towards", "future", "dayword", "numbered", "post", "era"))


def longest(found: list[Found | None]) -> Found | None:
    """The reading that takes most of the words; the earlier listed where two take as many."""
    best: Found | None = None
    for one in found:
        if one is not None and (best is None or one.end > best.end):
            best = one
    return best


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
    found.append(amounts.nth(line, index, point))
    found.append(amounts.phase(line, index, point))
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
        days = _between(line, at, weekdays_only=True)
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
    led = line.has(index, "prep", "at", *_JUST)
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
        if placed or line.has(index, "prep", *_JUST):
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


def _between(line: Line, index: int, weekdays_only: bool = False) -> Found | None:
    """«بين P وP», «من P إلى P», «P حتى P», "from P to P"."""
    role = line.get(index, "prep")
    at = index + 1 if role in {"between", "from"} else index
    if at > index and line.get(at, "unit") == ("day", 1) and not line.definite(at):
        return None
    read = points.weekday if weekdays_only else timed
    start = read(line, at)
    left = start or _ellipsis(line, at)
    if left is None:
        return None
    found = _ends(line, index, at, left, role, read)
    if found is None and start is not None:
        left = _ellipsis(line, at)
        found = _ends(line, index, at, left, role, read) if left else None
    return found


def _ends(line: Line, index: int, at: int, left: Found, role: str | None, read: object) -> Found | None:
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
    end: Found | None = read(line, inner)  # type: ignore[operator]
    if isinstance(left.value, int):
        return _complete(line, left, end, inner)
    if end is None:
        return _hours(line, left, inner)
    # «من 1:30 مساء إلى 3:30»: the part of the day holds for both.
    both = isinstance(left.value, Clock) and isinstance(end.value, Clock) and line.get(end.end - 1, "part") is None
    if both and end.value.hour < 12 <= left.value.hour < end.value.hour + 12:
        end = Found(replace(end.value, hour=end.value.hour + 12), end.end)
    kinds = {type(one) for one in (left.value, end.value)}
    if not (Clock in kinds and len(kinds) > 1):
        return Found(Range(_dated_by(left.value, end.value), end.value, "TIME" if Clock in kinds else "DATE"), end.end)
    return None


def _dated_by(start: Spec, end: Spec) -> Spec:
    """The start of a span in the year that only its end tells: «من أيار إلى آب 2024», «من نوفمبر إلى يناير 2024»."""
    if not (isinstance(start, Fields) and isinstance(end, Fields) and start.month and end.month and end.year):
        return start
    if start.year is not None or start.direction or start.shift is not None or start.calendar != end.calendar:
        return start
    return replace(start, year=end.year - (start.month > end.month))


def _ellipsis(line: Line, index: int) -> Found | None:
    """The number that begins a span whose end tells the rest: «من 4 إلى 22 يناير», «بين 5 و6 مساء»."""
    at = index + 1 if line.get(index, "unit") == ("hour", 1) and line.definite(index) else index
    found = day_number(line, at) or cardinal(line, at)
    return found if found and 0 < found.value <= 31 else None


def _complete(line: Line, left: Found, end: Found | None, inner: int) -> Found | None:
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


def _both(line: Line, index: int) -> Found | None:
    """«يومي السبت والأحد», «يومي 10 و11 فبراير», «شهري أكتوبر ونوفمبر»: two that follow one another are a span."""
    if not line.has(index, "pair_of", "day", "month"):
        return None
    left = point(line, index + 1) or _ellipsis(line, index + 1)
    inner = line.joined(left.end) if left else None
    right = point(line, inner) if inner is not None else None
    if left is None or inner is None or right is None:
        return None
    found = _complete(line, left, right, inner) if isinstance(left.value, int) else None
    if found is None and isinstance(left.value, Fields) and isinstance(right.value, Fields):
        found = Found(Range(_dated_by(left.value, right.value), right.value), right.end)
    return found if found and _adjoining(found.value.start, found.value.end) else None


def _adjoining(start: Fields, end: Fields) -> bool:
    if start.day and end.day:
        return end.day == start.day + 1
    if start.month and end.month:
        return end.month == start.month % 12 + 1
    return bool(start.weekday and end.weekday and end.weekday == start.weekday % 7 + 1)


def _open(line: Line, index: int) -> Found | None:
    """«منذ 13 ديسمبر», «حتى عام 2030», «قبل الجمعة»: a span with one end."""
    role = line.get(index, "prep")
    if role not in {"since", "until", "by", "before", "after", "just_before", "just_after"}:
        return None
    at = index + 1
    at += 1 if line.get(at, "unit") == ("day", 1) and not line.definite(at) else 0
    if line.has(at, "prep", "in"):
        at += 1
    found = timed(line, at)
    if found is None or not isinstance(found.value, (Fields, UnitAt, Phase, PartOfDay, Clock)):
        return None
    spec = found.value
    if role in _JUST:
        if isinstance(spec, PartOfDay) or (isinstance(spec, Clock) and spec.day is not None):
            return found
        if isinstance(spec, Clock) and spec.minute is None:
            return Found(replace(spec, hour=(spec.hour - (role == "just_before")) % 24), found.end)
        role = _JUST[role]
    clocked = isinstance(spec, Clock) and spec.day is None
    kind = "TIME" if clocked else "DATE"
    if role == "since":
        return Found(Range(spec, None, kind), found.end)  # type: ignore[arg-type]
    if role == "after":
        return Found(Range(spec, None, kind), found.end)  # type: ignore[arg-type]
    return Found(Range(None, spec, kind, open_end=role == "before" and not isinstance(spec, Phase)), found.end)  # type: ignore[arg-type]


def expression(line: Line, index: int) -> Found | None:
    """The longest expression of time that begins at an item."""
    item = line.items[index]
    if item is None or _STARTS.isdisjoint(item.read):
        return None
    if len(item.read) == 1 and "prep" in item.read:
        after = line.item(index + 1)
        if after is None or (len(after.read) == 1 and not _IDLE.isdisjoint(after.read)):
            return None
    return longest(
        [
            _between(line, index),
            alone.years(line, index),
            alone.pair(line, index),
            _both(line, index),
            alone.back(line, index),
            timed(line, index),
            _open(line, index),
            amounts.offset(line, index),
            alone.often(line, index),
            amounts.duration(line, index),
            alone.bare(line, index),
        ]
    )
