"""Times of which one tells more exactly than another when a thing was: an hour of a night, a day of a month."""

from __future__ import annotations

from datetime import date

from ...model import Reading, TimeExpression
from ..book import Book
from ..fact import Fact
from ..similarity import meet, one_day
from .whenabouts import Told, clock, comparable, hours_of, told_of

# How exactly a time is told: by the clock, by a part of the day, a day, and by the longest stretch of days.
_A_DAY = 2
_GRADES = {"second": 0, "minute": 0, "hour": 0, "part_of_day": 1, "day": _A_DAY}
_LONGEST = (2, 15, 31, 100, 366)
_A_SEASON = _A_DAY + 3


def time_told(time: TimeExpression, reading: Reading) -> bool:
    """Whether a report gives a time as exact as this that it can be."""
    same = (t for t in reading.times if t.type in ("DATE", "TIME") and _grade(t) <= _grade(time))
    return any(clock(t) == clock(time) if clock(time) is not None else meet(t, time) for t in same)


def finer_time(book: Book, fact: Fact, other: Fact) -> TimeExpression | None:
    """The time of a claim that tells within a longer one of another claim when the thing was: «عند الثانية فجرا» in
    «ليلة الأحد», «العاشر من يونيو» in «يونيو»."""
    theirs = [told for told in told_of(book, other) if told.edge != "by"]
    for mine in told_of(book, fact):
        if any(_within(book, fact, mine, other, yours) for yours in theirs):
            return mine.time
    return None


def can_be(book: Book, fact: Fact, time: TimeExpression, other: Fact) -> bool:
    """Whether another claim tells no time, or one that this can be."""
    theirs, ours = told_of(book, other), hours_of(time, fact, True)
    for told in theirs:
        hours = hours_of(told.time, other, True)
        day = not time.earliest or meet(time, told.time) or one_day(fact, time, other, told.time)
        if day and not (ours and hours and not ours & hours):
            return True
    return not theirs


def in_part(book: Book, time: TimeExpression, fact: Fact, other: Fact) -> bool:
    """Whether an hour lies in the part of the day that another claim tells («9:10 p.m.» in «مساء الثلاثاء»)."""
    hours = hours_of(time, fact) if clock(time) is not None else frozenset[int]()
    return any(hours & hours_of(told.time, other, True) for told in told_of(book, other))


def _within(book: Book, fact: Fact, mine: Told, other: Fact, yours: Told) -> bool:
    by_clock, grades = clock(mine.time) is not None, (_grade(mine.time), _grade(yours.time))
    # That a day's morning is told is little more than the day, and a day of a year mostly another thing's.
    if grades[0] >= grades[1] or (grades[1] == _A_DAY and not by_clock):
        return False
    if grades[1] > _A_SEASON and not (mine.coming and yours.coming):
        return False
    if not comparable(mine, yours) or not can_be(book, fact, mine.time, other):
        return False
    if mine.first is None or mine.last is None:
        return by_clock and grades[1] <= _A_DAY
    inside = bool(yours.first and yours.last) and yours.first <= mine.first and mine.last <= yours.last  # type: ignore[operator]
    return inside or (grades[1] <= _A_DAY and one_day(fact, mine.time, other, yours.time))


def _grade(time: TimeExpression) -> int:
    known = _GRADES.get(time.precision)
    days = [date.fromisoformat(day[:10]) for day in (time.earliest, time.latest) if day]
    if known is not None or len(days) < 2:
        return known if known is not None else len(_LONGEST) + _A_DAY
    length = (days[1] - days[0]).days + 1
    return next((_A_DAY + step for step, most in enumerate(_LONGEST) if length <= most), len(_LONGEST) + _A_DAY)
