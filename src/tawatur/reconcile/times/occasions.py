"""Two days or hours told of one act, wherever in two reports they stand.

Claims that date one act need share little else («النيران اندلعت في الثامنة»، «ظهرت ألسنة اللهب قرابة العاشرة»), and
claims much alike date two acts of one story («أغلق المعبر الأحد»، «أعيد فتح المعبر الأربعاء»). How likely two times
are of one act is a logistic regression, as of two claims in ``similarity.py``; its weights are in ``default.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations, product
from math import log
from typing import NamedTuple

from ...annotate.speech.sayings import english, saying
from ...lang.tables import listed
from ...model import TimeExpression
from ...settings import settings
from ..asides import aside
from ..belonging import tie
from ..book import Book
from ..contraries.opposites import opposed
from ..fact import Fact
from ..order import Draft
from ..places.scenes import scenes_of
from ..similarity import Sign, after_press, likely, likeness, near, one_day, others_hurt
from .whenabouts import (
    AGES,
    Told,
    as_told,
    clock,
    comparable,
    dates_differ,
    days_fit,
    deadlines,
    hours_differ,
    hours_of,
    told_of,
)

# Beyond these odds claims are no liker, and a word near both times ties them no more.
_SURE, _TIED = 6.0, 2.0
# From these odds on claims are alike.
_ALIKE = 2.0
# A claim opens with its verb, mostly.
_OPENING = 2
_ENDS = frozenset(("end", "until"))
_INNER = listed("time_company", "inner")
# Times that tell a day.
_EXACT = frozenset(("day", "part_of_day", "hour", "minute"))
# Differences of two reports, and of one claim, that are shown.
_OF_REPORTS, _OF_CLAIM = 3, 3
# Claims of one wording and time looked at; of a hundred reports the others repeat these.
_REPEATED = 3
# Two hours of the clock less apart than this are one, and two that are told to the minute.
_LEAST_HOURS, _LEAST_MINUTES = 0.5, 0.25
# Two last days less apart than this are one, and a day is no other deadline than a year.
_DEADLINE, _SIZES_APART = 5, 2


class Apart(NamedTuple):
    """Two times that cannot be one, with the claims that give them; ``hour`` where they are hours and no days."""

    left: Fact
    one: Told
    right: Fact
    other: Told
    hour: bool = False

    @property
    def times(self) -> tuple[str, str]:
        return self.one.time.id, self.other.time.id


def dated_apart(book: Book) -> Iterator[Draft]:
    """The times of one act in which two reports differ, the likeliest of each time."""
    least = settings("occasions")["differ_score"]
    found = [(likely("occasions", signs(book, pair)), pair) for pair in differing(book)]
    used: set[tuple[object, int]] = set()
    shown: Counter[object] = Counter()
    for score, pair in sorted(found, key=lambda one: (-one[0], one[1].left.order, one[1].right.order)):
        if score < least:
            return
        facts = pair.left, pair.right
        # In a report a time differs from one other.
        keys = {(pair.times[0], pair.right.report), (pair.times[1], pair.left.report)}
        reports = pair.left.report, pair.right.report
        if not keys & used and shown[reports] < _OF_REPORTS and all(shown[fact.id] < _OF_CLAIM for fact in facts):
            used |= keys
            shown.update((reports, pair.left.id, pair.right.id))
            differ = hours_differ if pair.hour else dates_differ
            told = differ(pair.left, pair.one.time, pair.right, pair.other.time)
            yield Draft("discrepancy", told, facts, "Contradiction", 0.9)


def differing(book: Book) -> Iterator[Apart]:
    """Every two times of claims of two reports that cannot be one."""
    scenes = scenes_of(book).keys()
    dated = [fact for fact in book.facts if not fact.head and _times(book, fact) and not aside(fact)]
    for left, right in combinations(_distinct(dated), 2):
        if left.report == right.report or not _near(book, left, right, scenes):
            continue
        if not (others_hurt(left, right) or others_hurt(right, left)):
            opposite = opposed(book, left, right)
            yield from (pair for pair in _apart(book, left, right) if not opposite or _one_end(pair))


def _near(book: Book, left: Fact, right: Fact, scenes: Collection[str]) -> bool:
    """Whether two claims may tell of one act: they or their sentences share a word, open their reports, or tell of what is
    to come, or one only says when it was."""
    if (left.lead and right.lead) or not left.sentence_terms.isdisjoint(right.sentence_terms):
        return True
    return left.id in scenes or right.id in scenes or _of_one_kind(book, left, right)


def _distinct(facts: list[Fact]) -> Iterator[Fact]:
    """Claims of one wording and one time in many reports: the first few stand for all."""
    seen: Counter[object] = Counter()
    for fact in facts:
        key = fact.terms, tuple(time.edtf for time in fact.times)
        seen[key] += 1
        if seen[key] <= _REPEATED:
            yield fact


def _one_end(pair: Apart) -> bool:
    """Whether two times are of one beginning or end, however it is told («ينتهي الخميس»، «يتواصل حتى السبت»)."""
    edges = pair.one.edge, pair.other.edge
    return edges[0] == edges[1] != "at" or bool(_ENDS & set(edges))


def _apart(book: Book, left: Fact, right: Fact) -> Iterator[Apart]:
    for a, b in product(_times(book, left), _times(book, right)):
        if _days_apart(left, a, right, b):
            yield Apart(left, a, right, b)
        elif _hours_apart(left, a, right, b):
            yield Apart(left, a, right, b, True)


def _times(book: Book, fact: Fact) -> list[Told]:
    """The days of a claim, and the hours without a day."""
    hours = (time for time in fact.times if time.type == "TIME" and not time.edtf and hours_of(time, fact))
    return [*told_of(book, fact), *(as_told(book, fact, time) for time in hours), *deadlines(fact)]


def _days_apart(left: Fact, a: Told, right: Fact, b: Told) -> bool:
    if not all(told.first or told.last or told.years for told in (a, b)) or a.coming != b.coming:
        return False
    if "by" in (a.edge, b.edge):
        if not (_other_deadline(a, b) if a.edge == b.edge else _late(a, b)):
            return False
        return None in (a.size, b.size) or abs((a.size or 0) - (b.size or 0)) < _SIZES_APART
    sizes = a.size, b.size
    open_ended = any(told.edge in ("since", "from", "until", "by") for told in (a, b))
    near = None not in sizes and abs(sizes[0] - sizes[1]) < 2  # type: ignore[operator]
    return (near or (open_ended and None in sizes)) and not days_fit(a, b) and not one_day(left, a.time, right, b.time)


def _other_deadline(a: Told, b: Told) -> bool:
    """«خلال أسبوعين»، «خلال شهر»: whether two last days are further apart than what is between the report and the first."""
    if not (a.last and b.last):
        return False
    published = a.first or b.first
    return abs((a.last - b.last).days) > _DEADLINE and (published is None or a.last != b.last)


def _late(a: Told, b: Told) -> bool:
    """Whether what one tells for a day is later than the last that the other allows."""
    by, at = (a, b) if a.edge == "by" else (b, a)
    return bool(by.last and at.first and at.first > by.last)


def _hours_apart(left: Fact, a: Told, right: Fact, b: Told) -> bool:
    """Two hours, of one day where both days are told."""
    days = [_day(told.time) for told in (a, b)]
    if a.coming != b.coming:
        return False
    exact = [clock(told.time) for told in (a, b)]
    if all(days) and days[0] != days[1]:
        # «الحادية عشرة من ليل السبت»، «الثانية فجر الأحد»: hours of one night.
        return None not in exact and one_day(left, a.time, right, b.time)
    if None not in exact:
        to_the_minute = all(hour % 1 for hour in exact)  # type: ignore[operator]
        least = _LEAST_MINUTES if to_the_minute else _LEAST_HOURS
        return _between(*exact) >= least  # type: ignore[arg-type]
    ours, theirs = hours_of(a.time, left), hours_of(b.time, right)
    return bool(ours and theirs) and not ours & theirs


def _between(one: float, other: float) -> float:
    """Hours between two on the dial: half past eleven at night is near midnight."""
    apart = abs(one - other)
    return min(apart, 24 - apart)


def _day(time: TimeExpression) -> str:
    return (time.edtf or "").partition("T")[0].strip("./")


def _of_one_kind(book: Book, left: Fact, right: Fact) -> bool:
    """Whether both tell of what is to come, or date something to an age."""
    kinds = [
        {(told.coming, told.size == AGES) for told in told_of(book, fact)} - {(False, False)} for fact in (left, right)
    ]
    return bool(kinds[0] & kinds[1])


def signs(book: Book, pair: Apart) -> Iterator[Sign]:
    """What speaks for or against two times being of one act."""
    left, one, right, other, hour = pair
    yield Sign("tie", min(_TIED, tie(book, left, one.time.span, right, other.time.span)))
    yield Sign("sizes", one.size != other.size)
    days = [told.middle for told in (one, other)]
    ages = AGES in (one.size, other.size)
    yield Sign("far", log(1 + abs(days[0] - days[1])) if days[0] and days[1] and not (hour or ages) else 0.0)
    yield Sign("coming", one.coming and other.coming)
    yield Sign(
        "coming_unlike",
        max(0.0, _ALIKE - max(-_SURE, likeness(book, left, right).odds)) if one.coming and other.coming else 0.0,
    )
    yield Sign("near", near(book, left, right))
    yield Sign("rank", abs(book.rank(left) - book.rank(right)))
    yield Sign("after_press", after_press(left, right) + after_press(right, left))
    yield Sign("languages", left.reading.article.language != right.reading.article.language)
    yield Sign("scenes", _scenes(book, left, right))
    yield Sign("shorter", log(1 + min(len(left.terms), len(right.terms))))
    if hour:
        yield Sign("dayless", not all(_day(told.time) for told in (one, other)))
    else:
        yield Sign("known", _known(book, one, right) + _known(book, other, left))
        yield Sign("dated_too", _dated_too(book, left, other) + _dated_too(book, right, one))
    yield Sign("first", _first(book, left, one) + _first(book, right, other))
    parts = [_part(told, fact) for told, fact in ((one, left), (other, right))]
    yield Sign("part", parts[0] == parts[1] != "")
    yield Sign("saying", _of_saying(left, one) != _of_saying(right, other))
    yield Sign("edges", not comparable(one, other))
    yield Sign("edge", comparable(one, other) and "at" not in (one.edge, other.edge))


def _scenes(book: Book, left: Fact, right: Fact) -> int:
    """How many of two claims only say when something was, none if they say that of two things."""
    of = [scenes_of(book)[fact.id] for fact in (left, right) if fact.id in scenes_of(book)]
    return 0 if len(of) == 2 and all(of) and not of[0] & of[1] else len(of)


def _known(book: Book, told: Told, other: Fact) -> bool:
    """Whether the other's report tells of the same day."""
    facts = book.by_report[other.report]
    return any(_exact(mine) and days_fit(told, mine) for fact in facts for mine in told_of(book, fact))


def _first(book: Book, fact: Fact, told: Told) -> bool:
    """Whether a time is the first of what has been, or of what is to come, that its report tells."""
    facts = (one for one in book.by_report[fact.report] if not one.head)
    found = (mine.time.id for one in facts for mine in _times(book, one) if mine.coming == told.coming)
    return next(found, None) == told.time.id


def _part(told: Told, fact: Fact) -> str:
    hours = hours_of(told.time, fact) if told.time.precision == "part_of_day" else frozenset[int]()
    return str(sorted(hours)) if hours else ""


def _dated_too(book: Book, fact: Fact, told: Told) -> bool:
    """Whether the claim holds the other's date as well: "killed on Thursday, in connection with the 20 February attack"."""
    return any(days_fit(mine, told) for mine in told_of(book, fact) if mine.first or mine.last or mine.years)


def _exact(told: Told) -> bool:
    return told.time.precision in _EXACT and told.edge != "since" and bool(told.first or told.last)


def _of_saying(fact: Fact, told: Told) -> bool:
    """Whether a time tells when something was said: «أعلنت الإدارة مساء الثلاثاء ارتفاع الحصيلة»."""
    before = [token for token in fact.tokens if token.span.end <= told.time.span.start]
    if fact.reading.article.language != "ar":
        return bool(before) and before[-1].norm in english()
    return any(saying(token, True) for token in before[:_OPENING]) and not _INNER & {token.norm for token in before}
