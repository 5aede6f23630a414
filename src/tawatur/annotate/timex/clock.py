"""Clock times and parts of the day: «الساعة العاشرة والنصف صباحا», «7:56 مساء», «فجر اليوم», "half past ten"."""

from __future__ import annotations

from ...lang.timewords import Part
from .hours import Clock
from .lengths import Amount
from .line import TENS, Found, Line, cardinal

_QUARTERS = {0.5: 30, 0.25: 15, 1 / 3: 20}


def clock(line: Line, index: int) -> Found | None:
    """A Clock; the words for the hour, the part of the day and the minutes in the orders that are used."""
    start = index
    if line.get(index - 1, "unit") == ("hour", 0):
        return None  # «الساعات الأولى من صباح الأحد», «ساعات الصباح الأولى»
    part = _part(line, index)
    if part:
        index = line.skip(part.end)
    before = _minutes_before(line, index)
    if before:
        return _finish(line, before.value, before.end, part, cued=True)
    cue = line.get(index, "unit") == ("hour", 1) and line.definite(index)
    if cue:
        index += 1
    placed = (
        cue
        or line.has(start - 1, "prep", "in", "at", "until", "before", "after", "just_before", "just_after")
        or _alarm(line, start)
    )
    hour = _hour(line, index, cue or part is not None, placed)
    if hour is None or (part and not cue and _counts(line, index, hour)):
        return None
    return _finish(line, hour.value, hour.end, part, cue or (placed and hour.value[3]))


def _counts(line: Line, index: int, hour: Found) -> bool:
    """«فجرا عشر غارات», "at night, two of them": a bare number behind a part of the day that a noun follows; in «فجر 18
    ديسمبر» it is the day of the month."""
    bare = hour.value[1] is None and line.get(index, "ord") is None
    if not bare or hour.end != index + 1 or line.ends(hour.end):
        return False
    return line.item(hour.end) is None or line.has(hour.end, "prep", "of") or line.get(hour.end, "month") is not None


def _finish(
    line: Line, told: tuple[int, int | None, int | None, bool], index: int, part: Found | None, cued: bool
) -> Found | None:
    """The clock with the part of the day and the zone that follow; None where nothing shows it is a clock time."""
    hour, minute, second, sure = told
    after = _part_after(line, index)
    end = after.end if after else index
    if after and minute is None and (more := _minutes(line, end)) and _fraction(line, end):
        minute, end = more.value, more.end
    if after and (again := _part(line, end)) and again.value.half == "noon":
        end = again.end
    if line.has(end, "oclock"):
        end += 1
    named = (after or part).value if (after or part) else None  # type: ignore[union-attr]
    if named is None and not (cued or sure):
        return None
    if hour > 24 or (hour == 24 and minute):
        return None
    zone = _zone(line, end)
    offset = None
    if zone:
        offset, end = zone.value, zone.end
    return Found(Clock(settle(hour, named), minute, second, offset), end)


def _fraction(line: Line, index: int) -> bool:
    """Whether the minutes at ``index`` are told as parts of the hour."""
    at = line.joined(index)
    return at is not None and (line.get(at, "fraction") is not None or line.get(at + 1, "fraction") is not None)


def settle(hour: int, part: Part | None) -> int:
    """The hour of 24 that a part of the day makes of an hour of 12."""
    if part is None or hour > 12:
        return hour
    if part.half == "am":
        return 0 if hour == 12 else hour
    if part.half == "pm":
        return hour if hour == 12 else hour + 12
    if part.half == "noon":
        return hour if hour >= 10 else hour + 12
    if part.half == "night":
        return 0 if hour == 12 else hour + 12 if hour >= 5 else hour
    return hour


def raced(line: Line, index: int) -> Found | None:
    """«بزمن 2:22:14», "in 2:22:14": the hours, minutes and seconds that a race took."""
    told = line.get(index, "clock")
    led = line.has(index - 1, "lasting") or (line.has(index - 1, "prep", "in") and not line.lexicon.proclitics)
    if told is None or len(told) < 3 or not led:
        return None
    return Found(Amount(tuple(zip(told, ("hour", "minute", "second")))), index + 1)


def _hour(line: Line, index: int, cue: bool, placed: bool) -> Found | None:
    """(hour, minute, second, sure) of an hour as told; ``sure`` where its own form is a clock's."""
    exact = line.get(index, "clock")
    if exact and raced(line, index) is not None:
        return None
    if exact:
        minute = exact[1]
        return Found((exact[0], minute, exact[2] if len(exact) > 2 else None, True), index + 1)
    value = line.get(index, "int")
    if value is not None:
        digits = line.get(index, "digits")
        if digits in (3, 4) and _part(line, index + 1) and value // 100 <= 12 and value % 100 < 60:
            return Found((value // 100, value % 100, None, True), index + 1)
        if digits > 2 or value > 24:
            return None
        if line.get(index - 1, "punct") == "-" and (line.get(index - 2, "int") or 0) >= value:
            return None  # a score
        minutes = _minutes(line, index + 1)
        if minutes and (cue or _part_after(line, minutes.end)):
            return Found((*_minus(value, minutes.value), None, False), minutes.end)
        return Found((value, None, None, cue), index + 1)
    return _hour_in_words(line, index, cue, placed)


def _hour_in_words(line: Line, index: int, cue: bool, placed: bool) -> Found | None:
    """«السابعة والنصف», «الحادية عشرة», «ثامنة والربع»; cardinals only where a cue shows."""
    read = line.get(index, "ord")
    end = index + 1
    if read is not None and read[1]:
        hour = read[0]
        if hour <= 2 and line.get(end, "card") == 10 and line.joined(end) is None:
            hour, end = hour + 10, end + 1
        if hour > 12 or (line.get(index, "unit") and not line.definite(index)):
            return None
        minutes = _minutes(line, end)
        if minutes:
            fraction = line.get(line.joined(end) or end, "fraction") is not None
            sure = cue or fraction or placed or minutes.value < 0 or _part_after(line, minutes.end) is not None
            return Found((*_minus(hour, minutes.value), None, sure), minutes.end)
        alone = (
            hour > 10 and index > 0 and line.item(index - 1) is None and not line.norms_at(index - 1).startswith("ال")
        )
        sure = cue or ((placed or alone) and line.ends(end) and line.definite(index))
        return Found((hour, None, None, sure), end)
    return _spoken(line, index, cue) if read is None else None


def _spoken(line: Line, index: int, cue: bool) -> Found | None:
    """Cardinals as a clock is read out: «ثمانية وأربعين», «خمسة عشر خمسة عشر مساء», "ten thirty"."""
    hour = line.get(index, "card")
    # «مساء الأحد», «فجر الاثنين»: the article makes a day of the one and the two.
    if hour is None or hour > 12 or (line.definite(index) and line.get(index, "weekday") is not None):
        return None
    end = index + 1
    if hour < 10 and line.get(end, "card") == 10 and line.joined(end) is None and line.lexicon.proclitics:
        after = line.get(end + 1, "card")
        if hour <= 2 or after or _going(line, index):
            hour, end = hour + 10, end + 1
    alarm = _alarm(line, index)
    joined = line.joined(end)
    at = joined if joined is not None else end
    more = cardinal(line, at)
    if more and more.value < 60 and (alarm or line.ends(more.end) or _part_after(line, more.end)):
        sure = alarm or cue
        return Found((hour, more.value, None, sure or _going(line, index)), more.end)
    half = _minutes(line, end)
    if half:
        return Found((*_minus(hour, half.value), None, cue), half.end)
    return Found((hour, None, None, cue or alarm), end)


def _going(line: Line, index: int) -> bool:
    """Whether two numbers side by side can be nothing but hour and minutes: the clause is only a verb and they."""
    return index == 1 and line.items[0] is None


def _alarm(line: Line, index: int) -> bool:
    return line.has(index - 1, "alarm") or (line.item(index - 1) is None and line.has(index - 2, "alarm"))


def _minus(hour: int, minutes: int) -> tuple[int, int]:
    """«الثامنة إلا ربعا»: minutes to the hour come as a negative number."""
    return (hour, minutes) if minutes >= 0 else ((hour - 1) % 24, 60 + minutes)


def _minutes(line: Line, index: int) -> Found | None:
    """«والنصف», «و30 دقيقة», «وثلاثة أرباع», «إلا ربعا», «إلا 20 دقيقة»."""
    if line.has(index, "minus"):
        part = line.get(index + 1, "fraction")
        if part is not None:
            return Found(-_QUARTERS.get(part, 15), index + 2)
        number = cardinal(line, index + 1)
        if number and number.value < 60:
            end = number.end + 1 if line.has(number.end, "unit") else number.end
            return Found(-number.value, end)
        return None
    at = line.joined(index)
    if at is None:
        return None
    part = line.get(at, "fraction")
    if part is not None:
        return Found(_QUARTERS.get(part, 15), at + 1)
    number = cardinal(line, at)
    if number is None or not 0 < number.value < 60:
        return None
    if number.value == 3 and line.get(number.end, "fraction") == 0.25:
        return Found(45, number.end + 1)
    unit = line.get(number.end, "unit")
    # «في السابعة والعشرين»: with the article it is an age.
    if (unit and unit[0] != "minute") or (not unit and line.definite(at)):
        return None
    return Found(number.value, number.end + 1 if unit else number.end)


def _minutes_before(line: Line, index: int) -> Found | None:
    """«ثلاث دقائق حتى الثامنة», «عشر دقائق قبل الخامسة والنصف», "half past ten", "ten minutes to five"."""
    part = line.get(index, "fraction")
    number = Found(_QUARTERS.get(part, 15), index + 1) if part is not None else cardinal(line, index)
    if number is None or not 0 < number.value < 60:
        return None
    at = number.end
    unit = line.get(at, "unit")
    if part is None and not (unit and unit[0] == "minute"):
        return None
    at += 1 if part is None else 0
    past = line.has(at, "dir", "past") or line.has(at, "prep", "after")
    if not past and not line.has(at, "prep", "until", "before", "to"):
        return None
    hour = _hour(line, at + 1, True, True)
    if hour is None:
        return None
    base = hour.value[0] * 60 + (hour.value[1] or 0)
    total = base + number.value if past else base - number.value
    return Found((total // 60 % 24, total % 60, None, True), hour.end)


def _part(line: Line, index: int) -> Found | None:
    part: Part | None = line.get(index, "part")
    return Found(part, index + 1) if part else None


def _part_after(line: Line, index: int) -> Found | None:
    """A part of the day after an hour, bare or with its preposition: «مساء», «في الصباح», "in the morning"."""
    at = index + 1 if line.has(index, "prep", "in", "from", "at") else index
    at += 1 if at > index and line.has(at, "article") else 0
    found = _part(line, at)
    if found is None or (found.value.point == "00:00"):
        return None
    return found


def _zone(line: Line, index: int) -> Found | None:
    """«بتوقيت غرينتش», "GMT": minutes from UTC, None where the zone is local."""
    at = index
    opened = line.get(at, "punct") == "("
    at += 1 if opened else 0
    if line.has(at, "zone") and line.get(at, "zone") == "zone":
        at += 1
        known = line.item(at) is not None and "zone_name" in line.items[at].read  # type: ignore[union-attr]
        end = at + 1 if known or (at < len(line.items) and line.items[at] is None and not line.ends(at)) else at
        offset = line.get(at, "zone_name")
    elif (item := line.item(at)) is not None and "zone_name" in item.read and (opened or not line.lexicon.proclitics):
        offset, end = item.read["zone_name"], at + 1
    else:
        return None
    if opened:
        if line.get(end, "punct") != ")":
            return None
        end += 1
    return Found(offset, end)


__all__ = ["TENS", "clock"]
