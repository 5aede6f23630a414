"""Times inside a longer time: «مطلع الشهر الماضي», «الأسبوع الثالث من مارس», «الأشهر الخمسة الأولى من السنة».

``point`` reads the longer time.
"""

from __future__ import annotations

from collections.abc import Callable

from .amounts import amount, definite_amount
from .lengths import Amount
from .line import Found, Line, ordinal, year_number
from .parts import NthIn, Phase, SeveralIn
from .specs import Fields, UnitAt

Read = Callable[[Line, int], Found | None]
# Units that a longer time begins and ends with.
_COUNTED = frozenset(("day", "week", "month", "year"))


def phase(line: Line, index: int, point: Read) -> Found | None:
    """«مطلع الشهر الماضي», «نهاية شهر مارس», «بقية العام», «في وقت لاحق من هذا الأسبوع»."""
    at = index + 1 if line.has(index, "article") else index
    part = line.get(at, "phase")
    if part is None:
        return None
    inner = at + 1
    if line.has(inner, "prep", "of") or (line.has(inner, "punct", "-")):
        inner += 1
    found = _unit_alone(line, inner) if (line.definite(inner) or part == "rest" or line.has(inner, "article")) else None
    better = point(line, inner) or _plain_year(line, inner)
    if better and (found is None or better.end > found.end):
        found = better
    if found is None:
        return None
    spec = found.value
    if part == "end" and isinstance(spec, UnitAt) and spec.unit == "week":
        return Found(UnitAt("weekend", spec.offset), found.end)
    return Found(Phase("late" if part == "end" else part, spec), found.end)


def _unit_alone(line: Line, index: int) -> Found | None:
    """«بقية العام»: a definite unit that means the present one."""
    index += 1 if line.has(index, "article") else 0
    unit = line.get(index, "unit")
    if unit and unit[1] == 1 and unit[0] in {"week", "month", "year", "decade", "century", "weekend"}:
        return Found(UnitAt(unit[0], 0), index + 1)
    return None


def nth(line: Line, index: int, point: Read) -> Found | None:
    """«الأسبوع الثالث من هذا الشهر», «أول يوم جمعة في يوليو», «الربع الأول من 2020», «آخر يوم في العام»."""
    at = index + 1 if line.has(index, "article") else index
    several = _several_head(line, at)
    head = several or _nth_head(line, at)
    if head is None:
        return None
    (number, unit, weekday), end = head.value, head.end
    inner = end + 1 if line.has(end, "prep", "from", "in", "of") else end
    box = point(line, inner)
    if box is None and inner > end and (line.definite(inner) or line.has(inner, "article")):
        box = _unit_alone(line, inner)
    if box is None and inner > end:
        box = _plain_year(line, inner)
    if box is None:
        if not several and unit == "day" and number < 0 and line.ends(end):
            return Found(UnitAt("day", -1), end)
        return None
    if several:
        return Found(SeveralIn(abs(number), unit, box.value, number < 0), box.end)
    return Found(NthIn(number, unit, box.value, weekday), box.end)


def _plain_year(line: Line, index: int) -> Found | None:
    found = year_number(line, index)
    return Found(Fields(year=found.value), found.end) if found else None


def _nth_head(line: Line, index: int) -> Found | None:
    """(nth, unit, weekday) of «الأسبوع الثالث», «أول يوم جمعة», «النصف الثاني», "the first Friday"."""
    number = line.get(index, "number")
    if number is not None or (line.get(index, "ord") and not line.definite(index)):
        nth_ = int(number) if number is not None else line.get(index, "ord")[0]
        at = index + 1
        at += 1 if line.get(at, "unit") == ("day", 1) and line.get(at + 1, "weekday") else 0
        if line.get(at, "weekday"):
            return Found((nth_, "weekday", line.get(at, "weekday")), at + 1)
        named = _grouped(line, at)
        return Found((nth_, named, None), at + 1) if named else None
    named = _grouped(line, index)
    if named and line.definite(index):
        found = ordinal(line, index + 1)
        if found:
            return Found((found.value[0], named, None), found.end)
        if line.has(index + 1, "number") and line.definite(index + 1):
            return Found((int(line.get(index + 1, "number")), named, None), index + 2)
    return None


def _several_head(line: Line, index: int) -> Found | None:
    """(count, unit, None) of «الأشهر الخمسة الأولى», «أول ثلاثة أشهر», "the first two weeks"; the count is negative
    for the last ones."""
    end = _end_told(line, index, definite=False)
    if end is not None:
        found = amount(line, index + 1)
        return _several(found, end) if found else None
    if (unit := line.get(index, "unit")) and unit[1] == 2 and line.definite(index):
        found = Found(Amount(((2, unit[0]),)), index + 1)  # «الشهرين الأولين»
    else:
        found = definite_amount(line, index)
    end = _end_told(line, found.end, definite=True) if found else None
    return _several(Found(found.value, found.end + 1), end) if found and end is not None else None


def _end_told(line: Line, index: int, definite: bool) -> int | None:
    """1 for a word of the first ones, -1 for one of the last; None for another word. In Arabic it stands before what it
    counts, or behind it with the article."""
    if line.lexicon.proclitics and line.definite(index) != definite:
        return None
    if line.get(index, "ord") and line.get(index, "ord")[0] == 1:
        return 1
    number = line.get(index, "number")
    if number is not None:
        return int(number)
    last = line.has(index, "last") or (definite and line.has(index, "dir", "past"))
    return -1 if last else None


def _several(found: Found, end: int) -> Found | None:
    """None for what no longer time is made of: halves of a month, hours."""
    (number, unit), *more = found.value.parts
    if more or found.value.vague or number != int(number) or number < 2 or unit not in _COUNTED:
        return None
    return Found((end * int(number), unit, None), found.end)


def _grouped(line: Line, index: int) -> str | None:
    """The unit that is counted inside a longer one: day, week, month, quarter, half."""
    unit = line.get(index, "unit")
    if unit and unit[1] == 1 and unit[0] in {"day", "week", "month", "decade"}:
        return str(unit[0])
    if line.has(index, "quarter"):
        return "quarter"
    return "half" if line.get(index, "fraction") == 0.5 else None
