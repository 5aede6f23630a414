"""Lengths of time as numbers of hours, so that «ثلاثة أسابيع» and «شهرين» compare."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...annotate.counts.bounds import LOWER, bound_before
from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Reading, Span, TimeExpression
from .measures import LENGTH

HOURS = {"Y": 8766.0, "M": 730.5, "W": 168.0, "D": 24.0}
_CLOCK = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}
# Words that bound a length of time are so many at most: «ما لا يقل عن».
_BOUND_WORDS = 4
# Characters before a time in which the words stand that lead to it.
_LED = 30
_WITHIN, _SINCE = listed("time_company", "length"), listed("time_company", "began")


def within(reading: Reading, span: Span) -> bool:
    """«خلال 24 ساعة», "in three hours": a length of time in which something came about."""
    led = re.findall(r"\w+", fold(reading.article.text[: span.end][-_LED:]))
    return not _WITHIN.isdisjoint(led[-5:])


def of_a_state(reading: Reading, time: TimeExpression) -> bool:
    """«الحرب المستمرة منذ أبريل», "the war that began in April": a time that tells since when a thing named goes on, and
    is no period of anything counted."""
    text, start = reading.article.text, time.span.start
    led = fold(text[max(0, start - _LED) : start]).split()
    while led and led[-1] in _SINCE:
        led.pop()
    return any(" ".join(led[-size:]) in listed("outcomes", "lasting") for size in (1, 2))


def hours(edtf: str | None) -> float | None:
    """The length of an ISO 8601 duration in hours; months are 30.4 days."""
    match = re.fullmatch(r"P((?:\d[\d.]*[YMWD])*)(?:T((?:\d[\d.]*[HMS])+))?", edtf or "")
    if match is None or not (match[1] or match[2]):
        return None
    parts = [(match[1], HOURS), (match[2] or "", _CLOCK)]
    return sum(
        float(number) * scale[unit] for part, scale in parts for number, unit in re.findall(r"([\d.]+)([A-Z])", part)
    )


def length_of(reading: Reading, time: TimeExpression) -> Quantity:
    """A length of time as a number of hours, so that «ثلاثة أسابيع» and «شهرين» compare, with the words that bound it."""
    value, span = hours(time.edtf), time.span
    end = bisect_left(reading.tokens, span.start, key=lambda token: token.span.start)
    norms = tuple(token.norm for token in reading.tokens[max(0, end - _BOUND_WORDS) : end])
    words, bound = bound_before(reading.article.language, norms)
    if words:
        span = Span(span.article_id, reading.tokens[end - words].span.start, span.end)
    low, high = (value, value) if bound in ("exact", "about") else ((value, None) if bound in LOWER else (None, value))
    return Quantity(time.id, span, low, high, bound, unit="measure", counted=LENGTH)
