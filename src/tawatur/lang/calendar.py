"""Days, months and years as values: EDTF (ISO 8601-2) with the first and last day it covers.

No words here: ``lang.timewords`` reads them, ``annotate.timex`` puts the two together. Every function takes
and returns plain days of the proleptic Gregorian calendar; a Hijri date is converted (Umm al-Qura, through
hijridate, years 1343 to 1500) and keeps its own precision: a Hijri month is the interval of its days.
"""

from __future__ import annotations

import calendar as _calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal[
    "second", "minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "decade", "century",
    "period",
]  # fmt: skip
ISO_UNIT = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M", "second": "S"}


@dataclass(frozen=True, slots=True)
class When:
    """A time resolved as far as the words allow. ``first`` and ``last`` are days, None where open or unknown."""

    edtf: str | None
    first: date | None
    last: date | None
    precision: Precision
    calendar: Literal["gregorian", "hijri"] = "gregorian"


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _calendar.monthrange(year, month)[1])


# Asked for every day of figures over many years; only the last days of a month need its length.
_IN_EVERY_MONTH = 28


def valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and day >= 1):
        return False
    return day <= _IN_EVERY_MONTH or day <= _calendar.monthrange(year, month)[1]


def on_day(day: date) -> When:
    return When(day.isoformat(), day, day, "day")


def in_month(year: int, month: int) -> When:
    return When(iso(year, month), date(year, month, 1), last_of(year, month), "month")


def in_year(year: int) -> When:
    return When(iso(year), date(year, 1, 1), date(year, 12, 31), "year")


def in_decade(year: int) -> When:
    """The decade that holds ``year``."""
    first = year // 10 * 10
    return When(f"{first // 10:03d}X", date(max(first, 1), 1, 1), date(first + 9, 12, 31), "decade")


def in_century(number: int) -> When:
    """The ``number``-th century: the 19th is 1801 to 1900, in EDTF 18XX."""
    first = (number - 1) * 100
    return When(f"{number - 1:02d}XX", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def in_years(first: int, last: int) -> When:
    """From one year to another, those before Christ negative: 100 BC is -0099 in EDTF, which counts a year 0."""
    edges = [f"{year:04d}" if year >= 0 else f"-{-year:04d}" for year in (n + (n < 0) for n in (first, last))]
    days = [date(first, 1, 1), date(last, 12, 31)] if first > 0 else [None, None]
    return When("/".join(edges), days[0], days[1], "period")


def in_season(year: int, season: int) -> When:
    """A season by EDTF's number (21 spring to 24 winter), with its meteorological months in the north."""
    start = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    end = shift(date(year, start, 1), 2, "month")
    return When(f"{year:04d}-{season}", date(year, start, 1), last_of(end.year, end.month), "season")


def between(first: date, last: date, precision: Precision = "period", by: str = "day") -> When:
    """An interval of days, or of whole months or years."""
    texts = [
        iso(day.year, day.month if by != "year" else None, day.day if by == "day" else None) for day in (first, last)
    ]
    return When("/".join(texts), first, last, precision)


def in_week(day: date) -> When:
    """The Monday-to-Sunday week of a day (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6), "week")


def in_part(year: int, number: int, months: int) -> When:
    """The ``number``-th quarter (3 months) or half (6 months) of a year."""
    start = (number - 1) * months + 1
    return between(date(year, start, 1), last_of(year, start + months - 1), "period", "month")


def one_of(days: list[date]) -> When:
    """One of several days: EDTF's one-of set."""
    ordered = sorted(set(days))
    if len(ordered) == 1:
        return on_day(ordered[0])
    return When(f"[{','.join(map(date.isoformat, ordered))}]", ordered[0], ordered[-1], "day")


def shift(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units, to a month's last day at most. OverflowError outside 1..9999."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("outside the calendar")
    return date(year, month + 1, min(day.day, _calendar.monthrange(year, month + 1)[1]))


def unit_of(day: date, unit: str, offset: int = 0) -> When:
    """The day, week, month, year… that holds ``day``, moved by ``offset`` units."""
    if unit == "weekend":
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * offset)
        return between(monday + timedelta(days=5), monday + timedelta(days=6))
    moved = shift(day if unit in {"day", "week"} else day.replace(day=1), offset, unit)
    if unit == "day":
        return on_day(moved)
    if unit == "week":
        return in_week(moved)
    if unit == "month":
        return in_month(moved.year, moved.month)
    if unit == "year":
        return in_year(moved.year)
    if unit == "decade":
        return in_decade(moved.year)
    return in_century(moved.year // 100 + 1)


_SHARES = {"early": 0, "mid": 1, "late": 2}
# A point that stands for a part of a longer time, as a share of it: 15 of a month, June of a year.
_POINTS = {"early": 0.0, "mid": 0.48, "late": 1.0}


def _third(first: date, last: date, index: int) -> tuple[date, date]:
    """The first, second or last third of a time; of whole months where it is made of them."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months >= 3 and first.day == 1:
        start, end = shift(first, months * index // 3, "month"), shift(first, months * (index + 1) // 3, "month")
        return start, end - timedelta(days=1)
    if (last - first).days < 2:
        return first, last
    third = ((last - first).days + 1) / 3
    end = last if index == 2 else first + timedelta(days=int(third * (index + 1)) - 1)
    return first + timedelta(days=int(third * index)), end


def phase(when: When, part: str) -> When:
    """The beginning, middle or end of a time: an approximate EDTF day, month or year, bounded by its third.

    Newswire's «منتصف ديسمبر» is no stricter than that: ``2025-12-15~``, from the 11th to the 20th.
    """
    if when.first is None or when.last is None or part == "rest":
        return when
    days = (when.last - when.first).days
    first, last = _third(when.first, when.last, _SHARES[part])
    if when.precision == "week":
        start, end = {"early": (0, 2), "mid": (1, 4), "late": (4, 6)}[part]
        return between(when.first + timedelta(days=start), when.first + timedelta(days=end))
    point = when.first + timedelta(days=round(days * _POINTS[part]))
    if when.precision in {"year", "season"}:
        return When(f"{iso(point.year, point.month)}~", first, last, "period", when.calendar)
    if when.precision in {"decade", "century"}:
        return When(f"{iso(first.year)}~/{iso(last.year)}~", first, last, "period", when.calendar)
    return When(f"{point.isoformat()}~", first, last, "period", when.calendar)


def about(day: date, unit: str) -> When:
    """A day reached by counting weeks, months or years: the day itself, approximate, half a unit either way."""
    if unit == "day":
        return on_day(day)
    slack = timedelta(days={"week": 3, "month": 15, "year": 182, "decade": 1825, "century": 18250}[unit])
    precision: Precision = unit  # type: ignore[assignment]
    return When(f"{day.isoformat()}~", day - slack, day + slack, precision)


@lru_cache(maxsize=4096)
def hijri(year: int, month: int | None = None, day: int | None = None) -> When | None:
    """A Hijri year, month or day as Gregorian days; None outside the tables or where there is no such day."""
    from hijridate import Hijri

    try:
        if day:
            found = Hijri(year, month or 1, day).to_gregorian()
            return When(found.isoformat(), date(*found.datetuple()), date(*found.datetuple()), "day", "hijri")
        first = Hijri(year, month or 1, 1).to_gregorian()
        end = Hijri(year, month or 12, 1)
        last = Hijri(year, month or 12, end.month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return None
    span = between(date(*first.datetuple()), date(*last.datetuple()), "month" if month else "year")
    return replace(span, calendar="hijri")


@lru_cache(maxsize=256)
def hijri_year(day: date) -> int | None:
    """The Hijri year that holds a day; None outside the tables."""
    from hijridate import Gregorian

    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday as a Gregorian day (Meeus 1991, ch. 8), right from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` weekday (ISO number) of a month; negative counts from its end; None where there is none."""
    if nth < 0:
        end = last_of(year, month)
        found = end - timedelta(days=(end.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    else:
        start = date(year, month, 1)
        found = start + timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month else None


def holiday(rule: str, year: int) -> date | None:
    """The first day of a holiday in a Gregorian year by its rule in ``holidays.tsv``; None where none is told."""
    kind, *rest = rule.split()
    if kind == "none":
        return None
    if kind == "easter":
        return easter(year) + timedelta(days=int(rest[0]))
    if kind == "orthodox":
        return orthodox_easter(year) + timedelta(days=int(rest[0]))
    if kind == "nth":
        month, weekday, nth, *more = map(int, rest)
        found = nth_weekday(year, month, weekday, nth)
        return found + timedelta(days=sum(more)) if found else None
    if kind == "hijri":
        month, day = map(int, rest[0].split("-"))
        start = hijri_year(date(year, 1, 1))
        for candidate in (start, start + 1) if start else ():
            when = hijri(candidate, month, day)
            if when and when.first and when.first.year == year:
                return when.first
        return None
    month, day = map(int, kind.split("-"))
    return date(year, month, day)
