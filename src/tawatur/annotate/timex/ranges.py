"""The days that an EDTF publication date may mean."""

from __future__ import annotations

import re
from datetime import date

from ...lang.calendar import last_of

_YEAR = re.compile(r"(-?\d{2}(?:\d\d|\dX|XX))")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?[~?%]?")


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of a day, month, year or closed interval; None for what is open, or unknown."""
    if not edtf:
        return None
    left, _, right = edtf.partition("/")
    start = _bounds(left)
    if not right:
        return start
    end = _bounds(right)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def years_of(edtf: str) -> tuple[int, int] | None:
    """First and last year of a time, those before Christ as EDTF counts them; None for what is open, or unknown."""
    left, _, right = edtf.strip("[]").replace(",", "/").partition("/")
    first, last = _YEAR.match(left), _YEAR.match(right.rpartition("/")[2] or left)
    if first is None or last is None:
        return None
    return int(first[1].replace("X", "0")), int(last[1].replace("X", "9"))


def _bounds(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day and month and year:
            return date(year, month, day), date(year, month, day)
        if month and year:
            return date(year, month, 1), last_of(year, month)
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    except ValueError:
        return None
