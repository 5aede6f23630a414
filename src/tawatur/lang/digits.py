"""Read numbers written in digits: separators, ranges, fractions, powers."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

# After folding, the digits are ASCII; the separators keep their kind.
# Arab agencies write the point as the letter ر, «24ر5».
_DECIMAL_MARKS = "٫ر"
_GROUP_MARKS = "٬"
# Longer runs of digits are no figure that news gives, and beyond what a float holds.
_LONGEST = 40
_POWER = re.compile(r"e([+-]?\d{1,3})(?!\w)|\^([+-]?\d+(?:\.\d+)?)(?!\w)", re.IGNORECASE)


class Digits(NamedTuple):
    """A number in digits.

    ``grouped`` is the other reading of one point before exactly three digits (1.250: 1.25 or 1250); ``upper``
    the far end of a range written in one piece (3-5); ``fraction`` tells 3/4.
    """

    value: int | float
    grouped: int | None = None
    upper: int | float | None = None
    fraction: bool = False


@lru_cache(maxsize=16384)
def read(text: str) -> Digits | None:
    """The value of one written number, folded; None for scores, clock times, dates and addresses."""
    if len(text) > _LONGEST:
        return None
    for mark, make in (("-", _range), ("/", _fraction)):
        if mark in text:
            parts = text.split(mark)
            ends = [_plain(part) for part in parts]
            if len(parts) != 2 or ends[0] is None or ends[1] is None:
                return None
            return make(ends[0].value, ends[1].value)
    return _plain(text)


def _range(low: int | float, high: int | float) -> Digits | None:
    return Digits(low, upper=high) if low < high else None


def _fraction(above: int | float, below: int | float) -> Digits | None:
    return Digits(above / below, fraction=True) if below else None


def _plain(text: str) -> Digits | None:
    """A number with group and decimal marks. A mark used twice groups; used once before anything but three
    digits it is a decimal mark; ``1,250`` is grouped, ``1.250`` may be either."""
    if text.isdigit():
        return Digits(int(text))
    marks = [char for char in text if not char.isdigit()]
    if ":" in marks:
        return None
    last = marks[-1]
    groups = re.split(r"\D", text)
    if last in _DECIMAL_MARKS or (len(set(marks)) == 2 and marks.count(last) == 1):
        return Digits(float(f"{''.join(groups[:-1])}.{groups[-1]}")) if _grouped(groups[:-1]) else None
    if len(set(marks)) > 1:
        return None
    if len(marks) == 1 and last not in _GROUP_MARKS:
        small = float(f"{groups[0]}.{groups[1]}")
        if not _grouped(groups):
            return Digits(small)
        return Digits(small, grouped=int("".join(groups))) if last == "." else Digits(int("".join(groups)))
    return Digits(int("".join(groups))) if _grouped(groups) else None


def _grouped(groups: list[str]) -> bool:
    """Whether all groups but the first have three digits and the first up to three, not starting with zero."""
    if len(groups) == 1:
        return True
    first_fits = len(groups[0]) <= 3 and not groups[0].startswith("0")
    return first_fits and all(len(group) == 3 for group in groups[1:])


def power(value: int | float, tail: str) -> tuple[int | float, int] | None:
    """The value with an exponent written right after it (1e10, 2.5^-1) and that exponent's length in ``tail``."""
    match = _POWER.match(tail)
    if match is None:
        return None
    try:
        scaled = value * 10.0 ** int(match[1]) if match[1] else float(value) ** float(match[2])
    except (OverflowError, ZeroDivisionError):
        return None
    if isinstance(scaled, complex) or not math.isfinite(scaled):
        return None
    return (int(scaled) if scaled.is_integer() else scaled), match.end()
