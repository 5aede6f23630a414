"""The days that an EDTF publication date may mean."""

from __future__ import annotations

import re
from datetime import date

from ...lang.calendar import last_of

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
