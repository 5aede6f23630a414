"""The publication date, where no one gave it, from what the report itself says of days and months.

Three kinds of evidence, strongest first: a relative day told with its date («اليوم الجمعة 16 يناير 2026») or a
dated dateline; "last month" said of what is elsewhere dated to a month; and the latest date told, which the report
cannot be older than. Anything less leaves the date unknown.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from ...lang.calendar import iso, shift
from ...model import Anchor, Article, Said, Sentence, Span, Token
from .hours import PartOfDay
from .parts import Phase
from .specs import Apposed, Fields, Spec, UnitAt

# Words shared by two sentences, each counted as one over the sentences it stands in: less than this is chance.
_SHARED = 0.6


class Told(NamedTuple):
    """An expression of time as read: tokens ``[first, last)`` of its article; ``coming`` if what is planned."""

    spec: Spec
    span: Span
    sentence: Sentence
    first: int
    last: int
    coming: bool = False


def infer(article: Article, tokens: tuple[Token, ...], told: list[Told]) -> Anchor:
    """An inferred anchor with its reason, or an unknown one."""
    return (
        _from_day(article, told)
        or _from_last_month(article, tokens, told)
        or _from_latest(article, told)
        or Anchor(None, "unknown")
    )


def _full(spec: Spec) -> date | None:
    """The day of a date told with its year."""
    if isinstance(spec, PartOfDay) and spec.day:
        return _full(spec.day)
    if isinstance(spec, Fields) and not spec.relative and (when := spec.at(None, -1)) and when.precision == "day":
        return when.first if when.first == when.last else None
    return None


def _from_day(article: Article, told: list[Told]) -> Anchor | None:
    for one in told:
        spec = one.spec.day if isinstance(one.spec, PartOfDay) and one.spec.day else one.spec
        words = one.span.of(article.text)
        if isinstance(spec, Apposed) and (day := _full(spec.told)):
            published = (day - timedelta(days=spec.offset)).isoformat()
            reason = Said(f"من قول النص «{words}»", f"from the words “{words}”")
            return Anchor(published, "inferred", reason, one.span)
        if one.sentence.role == "dateline" and (day := _full(spec)):
            reason = Said(f"من تاريخ مكان الإرسال «{words}»", f"from the dateline “{words}”")
            return Anchor(day.isoformat(), "inferred", reason, one.span)
    return None


def _last_month(spec: Spec) -> bool:
    if isinstance(spec, Phase):
        return _last_month(spec.inside)
    return isinstance(spec, UnitAt) and spec.unit == "month" and spec.offset == -1


def _from_last_month(article: Article, tokens: tuple[Token, ...], told: list[Told]) -> Anchor | None:
    """«الشهر الماضي» of what another sentence dates to a month: the report is of the month after."""
    relative = [one for one in told if _last_month(one.spec)]
    dated = [one for one in told if isinstance(one.spec, Fields) and one.spec.month and one.spec.day]
    if not relative or not dated:
        return None
    words = {one.sentence: _words(tokens, one.sentence, told) for one in (*relative, *dated)}
    spread = Counter(word for found in words.values() for word in found)
    votes: dict[int, float] = {}
    for left in relative:
        for right in dated:
            if left.sentence is not right.sentence:
                shared = sum(1 / spread[word] for word in words[left.sentence] & words[right.sentence])
                month = right.spec.month  # type: ignore[attr-defined]
                votes[month] = max(votes.get(month, 0.0), shared)
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if not ranked or ranked[0][1] < _SHARED or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    month = ranked[0][0]
    year = _year_of(month, told)
    if year is None:
        return None
    source = next(one for one in dated if one.spec.month == month)  # type: ignore[attr-defined]
    after = shift(date(year, month, 1), 1, "month")
    said, dating = relative[0].span.of(article.text), source.span.of(article.text)
    reason = Said(
        f"يقول النص «{said}» عما يؤرخه في موضع آخر بـ«{dating}»",
        f"the text says “{said}” of what it elsewhere dates “{dating}”",
    )
    return Anchor(iso(after.year, after.month), "inferred", reason, relative[0].span)


def _words(tokens: tuple[Token, ...], sentence: Sentence, told: list[Told]) -> frozenset[str]:
    """The words of a sentence that may show what it is about; those of its dates do not."""
    dates = {i for one in told if one.sentence is sentence for i in range(one.first, one.last)}
    span = range(sentence.first, sentence.last)
    return frozenset(
        tokens[i].stem for i in span if i not in dates and tokens[i].kind == "word" and len(tokens[i].stem) > 3
    )


def _year_of(month: int, told: list[Told]) -> int | None:
    """The year of a month: told with it somewhere, else that of its first return after the latest full date."""
    for one in told:
        if isinstance(one.spec, Fields) and one.spec.month == month and one.spec.year and one.spec.calendar != "hijri":
            return one.spec.year
    latest = max((day for one in told if (day := _full(one.spec)) and not one.coming), default=None)
    if latest is None:
        return None
    return latest.year if latest.month <= month else latest.year + 1


def _from_latest(article: Article, told: list[Told]) -> Anchor | None:
    """No earlier than the latest day that is told as past: an open interval."""
    days = [(day, one) for one in told if not one.coming and (day := _full(one.spec))]
    if not days:
        return None
    day, one = max(days, key=lambda pair: pair[0])
    words = one.span.of(article.text)
    reason = Said(f"ليس قبل «{words}»، آخر يوم يؤرخه النص", f"not before “{words}”, the latest day the text dates")
    return Anchor(f"{day.isoformat()}/..", "inferred", reason, one.span)
