"""What no other expression grows out of: pairs of days and years, a day by its number, pointers back, how often."""

from __future__ import annotations

from dataclasses import replace

from ...lang.timewords import Part
from ..counts.counted import noun
from . import amounts
from .clock import settle
from .dated import dated, month_name, year_after
from .hours import Clock, PartOfDay
from .lengths import repeat
from .line import Found, Line, day_number
from .parts import Range, Same
from .specs import Fields, UnitAt


def pair(line: Line, index: int) -> Found | None:
    """«19-20 نوفمبر», «4-5 مساء», «بين 2014-2018», 2025-2026."""
    at = index + 1 if line.has(index, "prep", "between") else index
    pair = line.get(at, "pair")
    if pair is None:
        return None
    low, high = pair
    month = month_name(line, at + 1)
    if month and high <= 31:
        (name, _) = month.value
        fields = Fields(month=name.number, day=high, calendar=name.calendar)
        year = year_after(line, month.end)
        if year:
            told, shift, direction = year.value
            fields = replace(fields, year=told, shift=shift, direction=direction)
        return Found(Range(replace(fields, day=low), fields), year.end if year else month.end)
    part: Part | None = line.get(at + 1, "part")
    if part and high <= 12:
        return Found(Range(Clock(settle(low, part)), Clock(settle(high, part)), "TIME"), at + 2)
    if 1800 <= low < high <= 2100:
        return Found(Range(Fields(year=low), Fields(year=high)), at + 1)
    return None


def years(line: Line, index: int) -> Found | None:
    """«من 2014 حتى 2018», «بين عامي 2011 و2014», «2014 - 2018»: two bare years."""
    role = line.get(index, "prep")
    at = index + 1 if role in {"between", "from"} else index
    dual = line.get(at, "unit")
    paired = line.has(at, "pair_of", "year")
    at += 1 if paired or (dual and dual[0] == "year") else 0
    low = line.get(at, "int")
    if low is None or line.get(at, "digits") != 4 or not 1000 <= low <= 2100:
        return None
    inner = line.joined(at + 1) if role == "between" else None
    if inner is None and (line.has(at + 1, "prep", "to", "until") or line.get(at + 1, "punct") in {"-", "/"}):
        inner = at + 2
    if inner is None or (role is None and not (dual or paired or line.get(at + 1, "punct") == "-")):
        return None
    word = line.get(inner, "unit")
    inner += 1 if word and word[0] == "year" else 0
    high = line.get(inner, "int")
    if high is None or line.get(inner, "digits") != 4 or not low < high <= 2100:
        return None
    if not (dual or paired or word) and not line.ends(inner + 1) and _counts(line, inner + 1):
        return None
    return Found(Range(Fields(year=low), Fields(year=high)), inner + 1)


def _counts(line: Line, index: int) -> bool:
    """Whether the word behind two numbers is what they count («بين 1500 و2000 دينار»)."""
    said = line.norms_at(index)
    known = noun("ar" if line.lexicon.proclitics else "en", said) if line.items[index] is None else None
    return said.endswith("ا") or (known is not None and not known.prefix)


def bare(line: Line, index: int) -> Found | None:
    """A day or an hour told by its number alone: «في 15», «يوم 27», «في الثاني والعشرين», «إلى 27»."""
    if line.get(index, "unit") == ("day", 1) and not line.definite(index):
        day = day_number(line, index + 1)
        if day and dated(line, index + 1) is None and not line.get(day.end, "unit"):
            if line.get(index + 1, "ord") and not line.definite(index + 1):
                return None
            return Found(Fields(day=day.value, shift=0), day.end) if _plain(line, index, day) else None
        return None
    item = line.item(index)
    towards = line.has(index - 1, "towards") and (
        line.has(index, "prep", "to") or (item is not None and item.preposition == "ل")
    )
    if towards:
        at = index + 1 if line.has(index, "prep") else index
        day = day_number(line, at)
        return Found(Fields(day=day.value, shift=0), day.end) if day and line.ends(day.end) else None
    if line.has(index - 1, "prep", "in"):
        day = day_number(line, index)
        if day is None or not line.ends(day.end):
            return None
        if line.get(index, "int") is not None and day.value <= 12:
            return Found(Clock(day.value), day.end)
        feminine = line.get(index, "ord") and line.get(index, "ord")[1] and day.value <= 12
        return None if feminine else Found(Fields(day=day.value), day.end)
    return None


def _plain(line: Line, index: int, day: Found) -> bool:
    """Whether «يوم» and a number are a day of the month and no count: the number follows the word."""
    return line.get(index + 1, "int") is not None or line.ends(day.end)


def back(line: Line, index: int) -> Found | None:
    """«حينها», «في اليوم نفسه», «اليوم التالي», «ذلك اليوم», «في ذلك الوقت», «مساء اليوم نفسه»."""
    if line.has(index, "same", "time"):
        return Found(Same(), index + 1)
    part, day = line.get(index, "part"), line.get(index + 1, "unit")
    if part and day == ("day", 1) and line.definite(index + 1) and line.has(index + 2, "same", "self"):
        return Found(PartOfDay(part.name, Same(UnitAt("day", 0))), index + 3)
    unit = line.get(index, "unit")
    if unit and unit[1] == 1 and line.definite(index) and unit[0] in {"day", "week", "month", "year"}:
        if line.has(index + 1, "same", "self"):
            return Found(Same(UnitAt(unit[0], 0)), index + 2)
        if line.has(index + 1, "dir", "following", "before", "overnext") and line.definite(index + 1):
            if unit[0] == "year" and line.has(index + 1, "dir", "before"):
                return None
            step = {"following": 1, "before": -1, "overnext": 2}[line.get(index + 1, "dir")]
            return Found(Same(UnitAt(unit[0], step)), index + 2)
    if line.has(index, "this", "that"):
        unit = line.get(index + 1, "unit")
        if unit and unit[1] == 1 and unit[0] in {"day", "week", "month", "year"}:
            return Found(Same(UnitAt(unit[0], 0)), index + 2)
    return None


def often(line: Line, index: int) -> Found | None:
    """«كل جمعة», «أيام الاثنين», and a clock time with how often: «الساعة 3 مساء كل يوم»."""
    found = amounts.repeated(line, index)
    if found:
        return found
    if line.get(index, "unit") == ("day", 0) and line.get(index + 1, "weekday") and line.definite(index + 1):
        return Found(repeat(f"XXXX-WXX-{line.get(index + 1, 'weekday')}"), index + 2)
    return None
