"""When a thing happened, compared: the days and hours that two claims give for it."""

from __future__ import annotations

from ..lang.normalise import fold
from ..model import Comparison, Said, TimeExpression
from .book import Book, Fact
from .say import outlet, value
from .similarity import about_one, one_day

# Times told by the clock, and how far apart two of them tell of two hours.
_CLOCK = frozenset(("hour", "minute", "second"))
_HOUR = 1.0


def dates(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Days at the precision that both give: «آذار» and «12 آذار» agree, and a one-of set agrees with any of its days."""
    if not about_one(book, left, right):
        return None
    if (hours := _hours_apart(left, right)) is not None:
        return hours
    a, b = _event_time(left), _event_time(right)
    if a is None or b is None or not _both_meant(left, a, right, b):
        return None
    if not (_of_one_size(a, b) or _days_fit(a, b)) or _since(left, a) != _since(right, b):
        return None
    values = tuple(
        value(f, time=t.id, edtf=t.edtf, text=" ".join(t.span.of(f.reading.article.text).split()), span=t.span)
        for f, t in ((left, a), (right, b))
    )
    said = [v["text"] for v in values]
    if not _days_fit(a, b):
        if one_day(left, a, right, b) or _dated_too(left, b) or _dated_too(right, a):
            return None
        detail = Said(
            f"يختلف التاريخ: {outlet(left)} يقول «{said[0]}» ({a.edtf})، و{outlet(right)} يقول «{said[1]}» ({b.edtf}).",
            f"The date differs: {left.outlet} says «{said[0]}» ({a.edtf}), {right.outlet} says «{said[1]}» ({b.edtf}).",
        )
        return Comparison("date", "differ", 0.0, detail, values)
    if a.edtf == b.edtf:
        detail = Said(f"التاريخ واحد: {a.edtf}.", f"One date: {a.edtf}.")
        return Comparison("date", "same", 1.0, detail, values)
    detail = Said(
        f"لا تعارض في التاريخ، وأحد القولين أدق: «{said[0]}» ({a.edtf}) و«{said[1]}» ({b.edtf}).",
        f"The dates do not conflict, one is more exact: «{said[0]}» ({a.edtf}) and «{said[1]}» ({b.edtf}).",
    )
    return Comparison("date", "compatible", 0.8, detail, values)


def _hours_apart(left: Fact, right: Fact) -> Comparison | None:
    """Two hours of the clock for one thing, where each claim gives one and their days can be one."""
    given = [[t for t in fact.times if t.precision in _CLOCK and _hour(t) is not None] for fact in (left, right)]
    if not all(len(times) == 1 for times in given):
        return None
    a, b = given[0][0], given[1][0]
    apart_ = abs((_hour(a) or 0.0) - (_hour(b) or 0.0))
    days = [(t.edtf or "").partition("T")[0] for t in (a, b)]
    if apart_ < _HOUR or (all(days) and days[0] != days[1]) or left.doubt != right.doubt:
        return None
    values = tuple(
        value(f, time=t.id, edtf=t.edtf, text=" ".join(t.span.of(f.reading.article.text).split()), span=t.span)
        for f, t in ((left, a), (right, b))
    )
    said = [v["text"] for v in values]
    detail = Said(
        f"تختلف الساعة: {outlet(left)} يقول «{said[0]}»، و{outlet(right)} يقول «{said[1]}».",
        f"The hour differs: {left.outlet} says «{said[0]}», {right.outlet} says «{said[1]}».",
    )
    return Comparison("date", "differ", 0.0, detail, values)


def _hour(time: TimeExpression) -> float | None:
    """The hour of the day with its minutes as a fraction."""
    clock = (time.edtf or "").partition("T")[2].split(":")
    if time.type != "TIME" or not clock[0].isdigit():
        return None
    return int(clock[0]) + (int(clock[1][:2]) / 60 if len(clock) > 1 and clock[1][:2].isdigit() else 0.0)


def _dated_too(fact: Fact, time: TimeExpression) -> bool:
    """Whether the claim holds the other's date as well: "killed on Thursday, in connection with the 20 February attack"."""
    return any(t.type in ("DATE", "TIME") and t.earliest and t.latest and _days_fit(t, time) for t in fact.times)


def _event_time(fact: Fact) -> TimeExpression | None:
    """The one date that stands in the claim; with several, the one read as the main event's."""
    found = [t for t in fact.times if t.type in ("DATE", "TIME") and t.edtf and t.earliest and t.latest]
    if len(found) == 1:
        return found[0]
    return next((t for t in found if fact.event and t.id == fact.event.time), None)


# Times of these precisions are compared with one another: a day against a year, mostly the year of something else that
# the sentence names, is no difference.
_SIZES = {
    "second": 0, "minute": 0, "hour": 0, "part_of_day": 0, "day": 0, "week": 1, "month": 1, "season": 1, "year": 2,
}  # fmt: skip


def _both_meant(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> bool:
    """Whether both tell what has been, or both what is to come: a march that is planned is not the one that was held."""
    if (left.doubt == "planned") == (right.doubt == "planned"):
        return True
    fact, time = (right, b) if left.doubt == "planned" else (left, a)
    return (time.earliest or "")[:10] > (fact.reading.article.published or "9999")[:10]


def _since(fact: Fact, time: TimeExpression) -> bool:
    """«منذ عشرة أيام» tells when something began, which is no other day than that of what ended it."""
    return bool(set(fold(time.span.of(fact.reading.article.text)).split()[:1]) & {"منذ", "since"})


def _of_one_size(left: TimeExpression, right: TimeExpression) -> bool:
    sizes = _SIZES.get(left.precision), _SIZES.get(right.precision)
    if sizes[0] is None or sizes[1] is None:
        return False
    one_year = (left.earliest or "")[:4] == (right.earliest or "")[:4]
    return abs(sizes[0] - sizes[1]) < (2 if one_year else 1)


def _days_fit(left: TimeExpression, right: TimeExpression) -> bool:
    if all(time.edtf and time.edtf.endswith("/..") for time in (left, right)):
        return left.earliest == right.earliest  # «منذ السبت» and «منذ الاثنين» are told by when they begin
    fits = (left.earliest or "") <= (right.latest or "") and (right.earliest or "") <= (left.latest or "")
    if fits and left.edtf and right.edtf and left.edtf.startswith("[") and right.edtf.startswith("["):
        return bool(set(left.edtf.strip("[]").split(",")) & set(right.edtf.strip("[]").split(",")))
    if fits and (left.edtf or "").startswith("[") and right.precision == "day":
        return (right.edtf or "") in (left.edtf or "")
    if fits and (right.edtf or "").startswith("[") and left.precision == "day":
        return (left.edtf or "") in (right.edtf or "")
    return fits
