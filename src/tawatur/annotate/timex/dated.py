"""Dates by their month: «الجمعة 13 ديسمبر/كانون الأول 2025», «31 من هذا الشهر», «الثالث من آذار الماضي»."""

from __future__ import annotations

from dataclasses import replace

from ...lang.timewords import Month
from .line import Found, Line, day_number, year_number
from .specs import Fields

# The direction of «12 يوليو من العام نفسه»: in the year of the time told before it.
SAME = "same"
SHIFT = {"past": -1, "before": -1, "this": 0, "next": 1, "following": 1, "overnext": 2}


def month_name(line: Line, index: int) -> Found | None:
    """A month with its other name: «ديسمبر/كانون الأول», «كانون الأول (ديسمبر)»; (Month, paired)."""
    month: Month | None = line.get(index, "month")
    if month is None:
        return None
    end = index + 1
    beside: Month | None = line.get(end, "month")
    if beside and beside[:2] == month[:2] and line.norms_of(end) != line.norms_of(index):
        return Found((month, True), end + 1)  # «نوفمبر تشرين الثاني»
    mark = line.get(end, "punct")
    other: Month | None = line.get(end + 1, "month")
    if mark in {"/", "(", "-"} and other and other[:2] == month[:2]:
        end += 2
        if mark == "(":
            if line.get(end, "punct") != ")":
                return Found((month, False), index + 1)
            end += 1
        return Found((month, True), end)
    return Found((month, False), end)


def in_unit(line: Line, index: int) -> Found | None:
    """A unit told by its direction: «الشهر الماضي», «هذا العام», "last month": (unit, offset, direction)."""
    start = line.has(index, "this", "this")
    first = index + 1 if start else index
    first += 1 if line.has(first, "article") else 0
    before = line.get(first, "dir")
    if before and not line.lexicon.proclitics and line.get(first + 1, "unit"):
        name, number = line.get(first + 1, "unit")
        return Found((name, SHIFT[before], before), first + 2) if number == 1 else None
    unit = line.get(first, "unit")
    if unit is None or unit[1] != 1:
        return None
    name = unit[0]
    after = line.get(first + 1, "dir")
    if (after and line.definite(first) and not line.has(first + 1, "last")) or (after and line.definite(first)):
        return Found((name, SHIFT[after], after), first + 2)
    if start and name not in {"hour", "minute", "second"}:
        return Found((name, 0, "this"), first + 1)
    return None


def year_after(line: Line, index: int) -> Found | None:
    """What tells the year after a day or a month: (year, shift, direction)."""
    at = line.skip(index)
    if line.has(at, "prep", "from", "in", "of") or (
        (item := line.item(at)) is not None and item.preposition == "ل" and line.get(at, "unit")
    ):
        inner = at + 1 if line.has(at, "prep") else at
        found = _year_words(line, inner)
        if found:
            return found
        number = year_number(line, inner)
        if number and line.has(at, "prep", "from", "of"):
            return Found((number.value, None, ""), past_era(line, number.end))
        return None
    found = _year_words(line, at)
    if found:
        return found
    number = year_number(line, at)
    if number and not line.has(number.end, "unit"):
        return Found((number.value, None, ""), past_era(line, number.end))
    if at == index and (line.definite(index) or not line.lexicon.proclitics) and line.has(index, "dir"):
        return Found((None, None, line.get(index, "dir")), index + 1)
    return None


def _year_words(line: Line, index: int) -> Found | None:
    """«عام 2014», «العام الماضي», «هذا العام», «العام نفسه»: (year, shift, direction)."""
    moved = in_unit(line, index)
    if moved and moved.value[0] == "year":
        return Found((None, moved.value[1], ""), moved.end)
    word = line.get(index, "unit")
    if word and word[0] == "year" and word[1] == 1:
        number = year_number(line, index + 1, bare=False)
        if number:
            return Found((number.value, None, ""), past_era(line, number.end))
        if line.definite(index) and line.has(index + 1, "same", "self"):
            return Found((None, None, SAME), index + 2)
    that = line.get(index + 1, "unit") if line.has(index, "this", "that") else None
    return Found((None, None, SAME), index + 2) if that == ("year", 1) else None


def past_era(line: Line, index: int) -> int:
    return index + 1 if line.has(index, "era") and not line.has(index, "era", "bce") else index


def _with_year(line: Line, fields: Fields, index: int) -> Found:
    """The fields with what follows of a year."""
    found = year_after(line, index)
    if found is None:
        end = past_era(line, index) if fields.calendar == "hijri" else index
        return Found(fields, end)
    year, shift, direction = found.value
    return Found(replace(fields, year=year, shift=shift, direction=direction), found.end)


def dated(line: Line, index: int) -> Found | None:
    """A day with its month, or a month: with weekday before and year after, where they stand."""
    start = index
    weekday = None
    if line.get(index, "weekday") and (line.definite(index) or not line.lexicon.proclitics or named_day(line, index)):
        weekday = line.get(index, "weekday")
        index = line.skip(index + 1, ",.")
        index += 1 if line.has(index, "dayword", "date") or line.has(index, "prep", "in") else 0
        index += 1 if line.has(index, "article") else 0
    day = day_number(line, index)
    if day:
        found = _day_month(line, day, weekday)
        if found:
            return found
        found = _month_day_first(line, index, day, weekday)
        if found:
            return found
    found = _month(line, index, weekday)
    if found and weekday is not None and found.value.day is None:
        return None
    del start
    return found


def named_day(line: Line, index: int) -> bool:
    before = line.get(index - 1, "unit")
    return bool(before and before[0] == "day")


def _day_month(line: Line, day: Found, weekday: int | None) -> Found | None:
    """«13 ديسمبر», «الثاني والعشرين من يونيو», «2- أكتوبر», «16. نوفمبر. 2016»."""
    at = day.end
    if line.has(at, "prep", "from", "of"):
        at += 1
    else:
        at = line.skip(at, "-./")
    if line.get(at, "unit") == ("month", 1) and not line.definite(at):
        at += 1
    name = month_name(line, at)
    if name is None:
        return None
    (month, _) = name.value
    if month.needs == "mark" and line.get(at - 1, "punct") == "-":
        return None  # a score: «4 - صفر»
    if line.get(name.end, "punct") in {".", "/", "-"} and line.get(name.end + 1, "digits") == 4:
        name = Found(name.value, name.end + 1)
    fields = Fields(month=month.number, day=day.value, weekday=weekday, calendar=month.calendar)
    return _with_year(line, fields, name.end)


def _month_day_first(line: Line, index: int, day: Found, weekday: int | None) -> Found | None:
    """Nothing but the number and a unit-month told by its direction: «31 من هذا الشهر», «15 الجاري»."""
    at = day.end
    if line.has(at, "prep", "from", "in", "of"):
        at += 1
    moved = in_unit(line, at)
    if moved and moved.value[0] == "month":
        return Found(Fields(day=day.value, weekday=weekday, shift=moved.value[1]), moved.end)
    if line.has(at, "dir", "this", "past", "next") and line.definite(at) and line.get(index, "int"):
        here = line.get(at, "dir")
        if at > day.end or here == "this":
            return Found(Fields(day=day.value, weekday=weekday, shift=SHIFT[here]), at + 1)
    return None


def _month(line: Line, index: int, weekday: int | None) -> Found | None:
    """A month, or the month before its day: «شهر يناير», «يناير الثاني والعشرين, 2018», "January 22, 2018"."""
    word = line.get(index, "unit") == ("month", 1) and not line.definite(index)
    this = line.has(index, "this", "this")
    before = None if line.lexicon.proclitics else line.get(index, "dir")
    at = index + 1 if word or this or before else index
    name = month_name(line, at)
    if name is None:
        return None
    month, paired = name.value
    fields = Fields(month=month.number, weekday=weekday, calendar=month.calendar, direction="this" if this else "")
    day = None if paired else _day_after(line, name.end)
    if day:
        return _with_year(line, replace(fields, day=day.value, direction=""), day.end)
    if before:
        return Found(replace(fields, direction=before), name.end)
    found = _with_year(line, fields, name.end)
    told = found.end > name.end or word or paired or this
    if month.needs and not told and not _allowed(line, index, month.needs):
        return None
    return found


def _day_after(line: Line, index: int) -> Found | None:
    """The day after its month; a number that goes on to another month is not it."""
    at = index + 1 if line.has(index, "article") else line.skip(index, "/" if line.lexicon.proclitics else "/.")
    if line.get(at, "digits") == 4:
        return None
    found = day_number(line, at)
    if found is None or line.joined(at) is not None:
        return None
    if line.get(found.end, "month") or line.get(found.end, "unit"):
        return None
    if line.has(found.end, "prep", "from") and year_after(line, found.end) is None:
        return None
    if line.item(at) is not None and line.get(at, "ord") and line.lexicon.proclitics and not line.definite(at):
        return None
    if line.lexicon.proclitics and line.get(at, "int") and not line.ends(found.end):
        return None
    return found


def _allowed(line: Line, index: int, needs: str) -> bool:
    """Whether what stands before lets a name that is also another word be a month."""
    if needs == "mark":
        return line.has(index - 1, "phase")
    item = line.item(index)
    if item is not None and item.preposition in {"ب", "ل"} and line.lexicon.proclitics:
        return False
    # "to march", "at March": an infinitive and a name as often as a month.
    roles = ("in", "since", "until", "by", "during", "between", "before", "after", "just_before", "just_after", "from")
    more = ("to", "at") if line.lexicon.proclitics else ()
    hyphened = line.get(index - 1, "punct") == "-" and line.has(index - 2, "phase")  # "mid-March"
    return hyphened or line.has(index - 1, "prep", *roles, *more) or line.has(index - 1, "phase")
