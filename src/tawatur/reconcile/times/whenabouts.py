"""When a thing happened, compared: the days and hours that two claims give for it.

A time may tell when a thing was, from when on, until when, or by when at the latest: only what tells of one of these can
differ («حتى الظهر» and «انتهت عند الخامسة» both tell of the end, «منذ السبت» and «الأحد» of two things).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

from ...annotate.timex.ranges import days_of, years_of
from ...lang.normalise import fold
from ...lang.tables import listed
from ...lang.timewords import Part, lexicon
from ...model import Comparison, Said, Span, TimeExpression
from ..belonging import tie
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..negation import negations
from ..say import outlet, value
from ..similarity import before_monday, meet, one_day

# Times told by the clock, and how far apart two of them tell of two hours.
_CLOCK = frozenset(("hour", "minute", "second"))
_HOUR = 1.0
# The hours that a part of the day may be said of: «مساء» is said until midnight, «فجرا» and «صباحا» of one hour.
_HOURS = {
    "dawn": range(9), "morning": range(4, 12), "forenoon": range(7, 13), "noon": range(10, 15),
    "afternoon": range(12, 20), "evening": range(15, 24), "night": (*range(18, 24), *range(6)), "midnight": (22, 23, 0, 1, 2),
}  # fmt: skip
# A day told as an approximate one may be this many days away.
_ABOUT = timedelta(days=5)
# … and «نحو ثلاثين عاما» gives this part of them.
_ROUGH = 10
# Times of these precisions are compared with one another: a day against a year, mostly the year of something else that
# the sentence names, is no difference.
_SIZES = {
    "second": 0, "minute": 0, "hour": 0, "part_of_day": 0, "day": 0, "week": 1, "month": 1, "season": 1, "year": 2,
}  # fmt: skip
# What is said so is to come.
_AHEAD = frozenset(("planned", "warned"))
# How exactly a time is told, the most exact first.
_DAYS = ("second", "minute", "hour", "part_of_day", "day", "week", "month")
# How many days a stretch of time has that is compared like a day, a month, a year.
_STRETCHES = ((2, 0), (31, 1), (366, 2))
AGES = 3
# What tells the time that a thing may take, as the last day for it, and how many letters before its number the word may
# stand; the days of its units.
_WITHIN, _LED = listed("time_company", "term"), 16
_STRETCH = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)(H))")
_UNIT_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1, "H": 1 / 24}
# What the word that leads a time makes of it.
_EDGES = {word: edge for edge in ("until", "since", "from", "by", "after") for word in listed("time_company", edge)}
_THEREAFTER = listed("time_company", "thereafter")
# A verb's negation stands so many words before its time at most.
_NEGATED = 4
_NOON = listed("time_company", "noon")
# One of several times of a claim is of the act that the other tells where it is tied to it by so much more than the next.
_TIED = 1.3
# Which of them tell of one thing; a plain time beside the beginning or the end is mostly told of just that.
_OF_ONE = frozenset(
    (*((edge, edge) for edge in ("at", "start", "end", "until", "since", "from", "by")), ("since", "start"),
     ("from", "start"), ("end", "until"), ("at", "start"), ("at", "end"), ("at", "by"), ("by", "start"), ("by", "end"),
     ("by", "until")),
)  # fmt: skip


# Concepts by which a claim tells of a beginning or an end.
_STAGES = {"begin": "start", "end": "end", "stop": "end"}


class Told(NamedTuple):
    """A time as a claim gives it: what of the thing it tells, the first and last day that it can be, and whether it is
    to come on the day of the report."""

    time: TimeExpression
    edge: str
    first: date | None
    last: date | None
    coming: bool
    years: tuple[int, int] | None = None

    @property
    def middle(self) -> float | None:
        """The day, or the one between the first and the last, as a number."""
        days = [day.toordinal() for day in (self.first, self.last) if day]
        return sum(days) / len(days) if days else None

    @property
    def size(self) -> int | None:
        """0 for a day or less, 1 for a week or a month, 2 for a year, 3 for ages, None for what has no end."""
        known = _SIZES.get(self.time.precision)
        if known is not None:
            return known
        if self.first is None or self.last is None:
            return AGES if self.years and (self.time.edtf or "").count(".") == 0 else None
        length = (self.last - self.first).days + 1
        return next((size for most, size in _STRETCHES if length <= most), AGES)


@kept
def told_of(book: Book, fact: Fact) -> list[Told]:
    """The days and hours that a claim gives."""
    return [as_told(book, fact, time) for time in fact.times if time.type in ("DATE", "TIME") and time.edtf]


def when(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """The times of two claims that tell of one thing, compared: days at the precision that both give («آذار» and
    «12 آذار» agree, and a one-of set agrees with any of its days), then hours."""
    if (hours := _hours_apart(book, left, right)) is not None:
        return hours
    times = _of_one_act(book, left, right)
    return _compared(book, left, times[0], right, times[1]) if times else None


def _compared(book: Book, left: Fact, a: Told, right: Fact, b: Told) -> Comparison | None:
    fit = days_fit(a, b)
    if "by" in (a.edge, b.edge):
        fit = fit if a.edge == b.edge else _in_time(a, b)
    elif not (_of_one_size(a, b) or fit):
        return None
    if fit:
        return _one_date(left, a.time, right, b.time)
    if one_day(left, a.time, right, b.time) or _dated_too(book, left, b) or _dated_too(book, right, a):
        return None
    return dates_differ(left, a.time, right, b.time)


def dates_differ(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> Comparison:
    """Two days of one act."""
    detail = Said(
        f"يختلف التاريخ: {outlet(left)} يقول «{_words(left, a)}» ({a.edtf})، و{outlet(right)} يقول "
        f"«{_words(right, b)}» ({b.edtf}).",
        f"The date differs: {left.outlet} says «{_words(left, a)}» ({a.edtf}), {right.outlet} says "
        f"«{_words(right, b)}» ({b.edtf}).",
    )
    return Comparison("date", "differ", 0.0, detail, _values(left, a, right, b))


def _one_date(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> Comparison:
    values = _values(left, a, right, b)
    if a.edtf == b.edtf:
        detail = Said(f"التاريخ واحد: {a.edtf}.", f"One date: {a.edtf}.")
        return Comparison("date", "same", 1.0, detail, values)
    detail = Said(
        f"لا تعارض في التاريخ، وأحد القولين أدق: «{_words(left, a)}» ({a.edtf}) و«{_words(right, b)}» ({b.edtf}).",
        f"The dates do not conflict, one is more exact: «{_words(left, a)}» ({a.edtf}) and «{_words(right, b)}» ({b.edtf}).",
    )
    return Comparison("date", "compatible", 0.8, detail, values)


def _hours_apart(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Two hours of the clock or two parts of the day for one thing, where each claim gives one and their days can be
    one."""
    given = [
        [(t, hours) for t in fact.times if t.type in ("DATE", "TIME") and (hours := hours_of(t, fact))]
        for fact in (left, right)
    ]
    if not all(len(times) == 1 for times in given):
        return None
    (a, ours), (b, theirs) = given[0][0], given[1][0]
    if not _as_surely(book, left, a, right, b):
        return None
    exact = clock(a), clock(b)
    if ours & theirs and not (all(h is not None for h in exact) and _between(*exact) >= _HOUR):
        return None
    days = [_day(t) or _only_day(fact) for t, fact in ((a, left), (b, right))]
    if (all(days) and days[0] != days[1]) or (None in exact and not all(days)):
        return None
    if tuple(sorted((edge_of(book, left, a), edge_of(book, right, b)))) not in _OF_ONE or "by" in (
        edge_of(book, left, a),
        edge_of(book, right, b),
    ):
        return None
    return hours_differ(left, a, right, b)


def hours_differ(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> Comparison:
    """Two hours of one act."""
    detail = Said(
        f"تختلف الساعة: {outlet(left)} يقول «{_words(left, a)}»، و{outlet(right)} يقول «{_words(right, b)}».",
        f"The hour differs: {left.outlet} says «{_words(left, a)}», {right.outlet} says «{_words(right, b)}».",
    )
    return Comparison("date", "differ", 0.0, detail, _values(left, a, right, b))


def _as_surely(book: Book, left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> bool:
    """Whether two hours can be of one act by how it is told: «سيعود صباح الأربعاء» and «مرجحا أن ينتهي مساء الأربعاء» are
    both to come, and of an hour alone («تنطلق في الثامنة») the tense may tell nothing."""
    if left.doubt == right.doubt:
        return True
    one, other = as_told(book, left, a), as_told(book, right, b)
    if {left.doubt, right.doubt} == {"planned", "actual"} and not (one.first and other.first):
        return True
    return one.coming and other.coming


def _between(one: float | None, other: float | None) -> float:
    """Hours between two on the dial: half past eleven at night is near midnight."""
    apart = abs((one or 0.0) - (other or 0.0))
    return min(apart, 24 - apart)


def hours_of(time: TimeExpression, fact: Fact, stretch: bool = False) -> frozenset[int]:
    """The hours of the day that a time may mean, with ``stretch`` also one of days («ليلة الأحد إلى الاثنين»); empty
    where it tells none."""
    hour = clock(time)
    if hour is not None:
        return frozenset((int(hour),))
    if time.type != "TIME" and not stretch:
        return frozenset()
    part = _part(fold(time.span.of(fact.reading.article.text)), "ar" if fact.reading.article.language == "ar" else "en")
    return frozenset(_HOURS.get(part, ()))


@cache
def _part(text: str, language: str) -> str:
    """The part of the day that words name; empty where they name none or two."""
    parts = {item.read["part"] for item in lexicon(language).items(text.split()) if item and "part" in item.read}
    return parts.pop().name if len(parts) == 1 and all(isinstance(part, Part) for part in parts) else ""


def clock(time: TimeExpression) -> float | None:
    """The hour of the day with its minutes as a fraction."""
    told = (time.edtf or "").partition("T")[2].split(":")
    if not told[0][:2].isdigit():
        return None
    return int(told[0][:2]) + (int(told[1][:2]) / 60 if len(told) > 1 and told[1][:2].isdigit() else 0.0)


def _day(time: TimeExpression) -> str:
    return (time.edtf or "").partition("T")[0].strip("./")


def _only_day(fact: Fact) -> str:
    """The one day that a claim tells beside an hour."""
    days = {day for t in fact.times if t.type in ("DATE", "TIME") and (day := _day(t))}
    return days.pop() if len(days) == 1 else ""


def _values(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> tuple[dict[str, object], ...]:
    return tuple(value(f, time=t.id, edtf=t.edtf, text=_words(f, t), span=t.span) for f, t in ((left, a), (right, b)))


def _words(fact: Fact, time: TimeExpression) -> str:
    return fact.at(time.span)


def day_or_hour(time: TimeExpression) -> bool:
    """Whether a time tells one day or a part of it."""
    return time.precision in _DAYS and bool(time.edtf) and "/" not in (time.edtf or "")


def day_told(time: TimeExpression, fact: Fact, other: Fact) -> bool:
    """Whether a claim gives a time as exact as that of another, or its report one that it can be."""
    size = _DAYS.index(time.precision)
    exact = [t for t in other.reading.times if t.precision in _DAYS and _DAYS.index(t.precision) <= size]
    return any(t in other.times or meet(t, time) or one_day(fact, time, other, t) for t in exact)


def _dated_too(book: Book, fact: Fact, told: Told) -> bool:
    """Whether the claim holds the other's date as well: "killed on Thursday, in connection with the 20 February attack"."""
    return any(days_fit(mine, told) for mine in _days(book, fact))


def _of_one_act(book: Book, left: Fact, right: Fact) -> tuple[Told, Told] | None:
    """The time of each claim that is of what both tell: the only one that can be; of several those beside words that the
    two share, else the main event's."""
    pairs = [(a, b) for a, b in product(_days(book, left), _days(book, right)) if comparable(a, b)]
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    tied = [tie(book, left, a.time.span, right, b.time.span) for a, b in pairs]
    first, second = sorted(tied, reverse=True)[:2]
    if first > _TIED * second:
        return pairs[tied.index(first)]
    main = _event_time(book, left), _event_time(book, right)
    return next((pair for pair in pairs if pair == main), None)


def comparable(a: Told, b: Told) -> bool:
    """Whether two times tell of one thing, both of what has been or both of what is to come: a march that is planned is
    not the one that was held."""
    return tuple(sorted((a.edge, b.edge))) in _OF_ONE and a.coming == b.coming


def _event_time(book: Book, fact: Fact) -> Told | None:
    """The one date that stands in the claim; with several, the one read as the main event's, or the only day among
    months and years."""
    found = _days(book, fact)
    if len(found) == 1:
        return found[0]
    own = next((told for told in found if fact.event and told.time.id == fact.event.time), None)
    days = [told for told in found if told.size == 0]
    return own or (days[0] if len(days) == 1 else None)


def _days(book: Book, fact: Fact) -> list[Told]:
    """The times of a claim that tell a day."""
    return [told for told in told_of(book, fact) if told.first or told.last or told.years]


def as_told(book: Book, fact: Fact, time: TimeExpression) -> Told:
    """A time as a claim gives it."""
    edge = edge_of(book, fact, time)
    start, slash, end = (time.edtf or "").partition("/")
    point = end if start == ".." else start if slash and end == ".." else ""
    days = days_of(point) if point else None
    if days is None:
        first, last = (date.fromisoformat(day[:10]) if day else None for day in (time.earliest, time.latest))
        if first and last and start.endswith("~"):
            slack = _slack(fact, first)
            # «مطلع 2028» is no day of 2027, nor «منتصف 2028».
            part = time.precision == "period" and first.day == 1
            first, last = (first, last) if part else (first - slack, last + slack)
        elif first:
            first -= before_monday(time)
        return Told(time, edge, first, last, _coming(fact, first or last), years_of(time.edtf or ""))
    if edge == "by" and start == ".." and _not_before(fact, time):
        first = days[1] + timedelta(days=1)
        return Told(time, "from", first, None, _coming(fact, first))
    slack = _ABOUT if point.endswith("~") else timedelta(0)
    first, last = days[0] - slack, days[1] + slack
    return Told(time, edge, first, last, _coming(fact, days[0] if start != ".." else days[1]), years_of(point))


def deadlines(fact: Fact) -> Iterator[Told]:
    """«خلال أسبوعين», "within 48 hours" of what is to come: the last day that such a stretch allows."""
    published = fact.reading.article.published
    if published is None:
        return
    today = date.fromisoformat(published[:10])
    text = fact.reading.article.text
    for time in fact.times:
        led = fold(text[max(0, time.span.start - _LED) : time.span.end]).split()
        length = _length(time.edtf or "") if time.type == "DURATION" else None
        coming = fact.doubt in (*_AHEAD, "demanded")
        if length is not None and coming and _WITHIN & set(led):
            yield Told(time, "by", None, today + length, True)


def _length(edtf: str) -> timedelta | None:
    """«P2W», «PT48H» as days."""
    found = _STRETCH.fullmatch(edtf)
    return timedelta(days=int(found[1] or found[3]) * _UNIT_DAYS[found[2] or found[4]]) if found else None


def _not_before(fact: Fact, time: TimeExpression) -> bool:
    """«لن يبدأ قبل عام 2030»: what is told to be done not before a day begins on it."""
    before = [t for t in fact.tokens if t.span.end <= time.span.start][-_NEGATED:]
    return any(token.norm in negations() for token in before)


def _slack(fact: Fact, first: date) -> timedelta:
    """«منذ نحو ثلاثين عاما»: the further back, the rougher."""
    published = fact.reading.article.published
    back = (date.fromisoformat(published[:10]) - first) if published else timedelta(0)
    return max(_ABOUT, back / _ROUGH)


def edge_of(book: Book, fact: Fact, time: TimeExpression) -> str:
    """What a time tells of the thing: when it was, began, ended or goes on until."""
    text = fact.reading.article.text
    own = fold(time.span.of(text)).split()
    if own[1:2] and own[1].removeprefix("ال") in _NOON:
        own = own[1:]  # «بعد ظهر الاثنين» is no time after it
    if ".." not in (time.edtf or "") and _EDGES.get(own[0]) in ("by", "after") and (not time.edtf or time.earliest):
        own = own[1:]  # nor «بعد منتصف الليل», nor «قبل يومين» the last day that it could be
    before = fold(text[max(0, time.span.start - 40) : time.span.start]).split()[-1:]
    led = next((_EDGES[word] for word in (*own[:1], *before, *own[1:2]) if word in _EDGES), None)
    if led in ("until", "since", "from") or (led and own[0] in _EDGES):
        return led
    act = book.terms(fact.reading, _act_of(fact, time))
    stages = {stage for word, stage in _STAGES.items() if word in act}
    return stages.pop() if len(stages) == 1 else "at"


def _act_of(fact: Fact, time: TimeExpression) -> Span:
    """The part of a claim that a time stands in: what is told before «بعد» and «إثر», or behind."""
    start, end = fact.claim.span.start, fact.claim.span.end
    for token in fact.tokens:
        if token.norm in _THEREAFTER and not token.span.overlaps(time.span):
            if token.span.start > time.span.end:
                end = token.span.start
                break
            start = token.span.start
    return Span(fact.claim.span.article_id, start, end)


def _coming(fact: Fact, day: date | None) -> bool:
    """Whether what a claim tells of a day is to come on the day of its report."""
    if fact.doubt in _AHEAD:
        return True
    return day is not None and day.isoformat() > (fact.reading.article.published or "9999")[:10]


def _in_time(a: Told, b: Told) -> bool:
    """Whether what is told for a day is done by the day that the other names as the last."""
    by, at = (a, b) if a.edge == "by" else (b, a)
    return by.last is None or at.first is None or at.first <= by.last


def _of_one_size(left: Told, right: Told) -> bool:
    sizes = left.size, right.size
    if sizes[0] is None or sizes[1] is None:
        return False
    one_year = bool(left.first and right.first and left.first.year == right.first.year)
    return abs(sizes[0] - sizes[1]) < (2 if one_year else 1)


def days_fit(left: Told, right: Told) -> bool:
    """Whether the two can be one day; of ages before Christ, one year."""
    if left.years and right.years and not all(told.first or told.last for told in (left, right)):
        shared = min(left.years[1], right.years[1]) - max(left.years[0], right.years[0])
        return shared >= 0 and (shared > 0 or left.years[0] == left.years[1] or right.years[0] == right.years[1])
    least, most = date.min, date.max
    if (left.first or least) > (right.last or most) or (right.first or least) > (left.last or most):
        return False
    one_of = [set(told.time.edtf.strip("[]").split(",")) for told in (left, right) if (told.time.edtf or "")[:1] == "["]  # type: ignore[union-attr]
    if len(one_of) == 2:
        return bool(one_of[0] & one_of[1])
    exact = next(
        (
            told.time.edtf
            for told in (left, right)
            if told.time.precision == "day" and (told.time.edtf or "")[:1] != "["
        ),
        None,
    )
    return not one_of or exact is None or exact in one_of[0]
