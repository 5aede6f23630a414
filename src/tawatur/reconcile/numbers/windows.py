"""When a number was counted, and over how long: its period, and whether that is long before the report."""

from __future__ import annotations

import re

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Span
from ..fact import Fact
from .clauses import LED
from .lengths import of_a_state


def past(fact: Fact, clause: Span, window: str | None) -> bool:
    """Whether the clause, or a claim without any comma, dates the number to something long before the report."""
    # "He said that only 40 percent had joined" is the past of speech.
    shifted = fact.reading.article.language == "en" and fact.origin.kind != "own"
    historical = fact.event is not None and "historical" in fact.event.auxiliary and not shifted
    if historical and window is None and not set("،,؛") & set(fact.text):
        return True
    return long_before(fact, clause)


def long_before(fact: Fact, clause: Span) -> bool:
    """Whether what a clause of a claim tells is dated to years before the report («سراقب (2016)»)."""
    anchor = fact.reading.anchor.edtf
    dates = [t.latest for t in fact.times if t.type == "DATE" and t.latest and clause.overlaps(t.span)]
    return bool(dates and anchor and int(max(dates)[:4]) < int(anchor[:4]) - 1)


def compared_to(fact: Fact, quantity: Quantity) -> bool:
    """«500 رخصة مقارنة بـ350 في الاتفاقية السابقة»، "up from 4.8 percent": the number that this one is measured by."""
    text, start = fact.reading.article.text, quantity.span.start
    before = fold(text[max(0, start - LED) : start])
    one_unit = any(q.unit == quantity.unit and q.span.end <= quantity.span.start for q in fact.figures)
    loose = quantity.unit in ("money", "percent") and one_unit
    return bool(_BASELINE.search(before) or (loose and _AGAINST.search(before)))


_BASELINE = re.compile(r"(?:مقارنه (?:ب|مع)|بالمقارنه مع|compared (?:with|to)|(?:up|down) from)\W*(?:\w+\W+)?$")
# «71 دولارا مقابل 66 في كانون الثاني»; of other things it tells what is given for them.
_AGAINST = re.compile(r"(?:مقابل|بعدما كان|بعد ان كان|بعدما كانت|بعد ان كانت|بدلا من|against|versus)\W*(?:\w+\W+)?$")


def so_far(fact: Fact, window: str | None) -> str | None:
    """A period of counting: what is still to come tells when, and not over how long."""
    anchor = fact.reading.anchor.edtf
    return None if window and anchor and window[:1].isdigit() and window[:7] > anchor[:7] else window


def own_window(fact: Fact, quantity: Quantity) -> str | None:
    """The period that the number's own words give, unless it is that of a thing they name."""
    times = (time for time in fact.reading.times if time.id == quantity.window_time)
    return None if any(of_a_state(fact.reading, time) for time in times) else quantity.window


def window(fact: Fact, clause: Span) -> str | None:
    """The period of a claim's numbers: its one time, where a word of duration stands before it («خلال سبتمبر»)."""
    times = [time for time in fact.times if time.edtf and time.type == "DATE"]
    if len(times) != 1 or not clause.overlaps(times[0].span) or of_a_state(fact.reading, times[0]):
        return None
    text = fact.reading.article.text
    start = times[0].span.start
    before = fold(text[max(0, start - 12) : start]).split()
    first = fold(times[0].span.of(text)).split()[:1]
    return times[0].edtf if set(before[-1:] + first) & listed("outcomes", "window") else None
