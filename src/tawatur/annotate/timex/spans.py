"""The whole grammar at one place of a sentence: the longest of all expressions that may begin there."""

from __future__ import annotations

from dataclasses import replace

from . import alone, amounts
from .between import between, complete, dated_by, ellipsis
from .days import point
from .hours import Clock, PartOfDay
from .line import Found, Line, longest
from .parts import Phase, Range
from .specs import Fields, UnitAt
from .timed import JUST, timed

# The readings an expression may begin with; and those that begin nothing after a preposition.
_STARTS = frozenset(
    ("prep", "month", "weekday", "unit", "relday", "part", "season", "decade", "holiday", "int", "numeric",
     "daymonth", "clock", "pair", "card", "ord", "fraction", "decimal", "vague", "last", "dir", "this",
     "phase", "whole", "set", "every", "same", "quarter", "quarter_named", "epoch", "number", "article", "article_one",
     "pair_of", "aged")
)  # fmt: skip
_IDLE = frozenset(("punct", "and", "lasting", "dir", "towards", "future", "dayword", "numbered", "post", "era"))


def _both(line: Line, index: int) -> Found | None:
    """«يومي السبت والأحد», «يومي 10 و11 فبراير», «شهري أكتوبر ونوفمبر»: two that follow one another are a span."""
    if not line.has(index, "pair_of", "day", "month"):
        return None
    left = point(line, index + 1) or ellipsis(line, index + 1)
    inner = line.joined(left.end) if left else None
    right = point(line, inner) if inner is not None else None
    if left is None or inner is None or right is None:
        return None
    found = complete(left, right) if isinstance(left.value, int) else None
    if found is None and isinstance(left.value, Fields) and isinstance(right.value, Fields):
        found = Found(Range(dated_by(left.value, right.value), right.value), right.end)
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
    if role in JUST:
        if isinstance(spec, PartOfDay) or (isinstance(spec, Clock) and spec.day is not None):
            return found
        if isinstance(spec, Clock) and spec.minute is None:
            return Found(replace(spec, hour=(spec.hour - (role == "just_before")) % 24), found.end)
        role = JUST[role]
    if role == "before" and isinstance(spec, PartOfDay) and spec.day is not None and spec.part == "dawn":
        return found  # "before dawn on Tuesday" is early that day
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
            between(line, index, timed),
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
