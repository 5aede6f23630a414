"""The two stages of time: when the report was published, and what time each expression in it comes to.

Both run the same token grammar (``annotate.timex``). A relative expression hangs on the publication date, or on
the time of the statement it stands in; with neither, its value stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from ..lang.calendar import When, one_of
from ..lang.normalise import folded
from ..lang.surface import to_come
from ..lang.tables import listed
from ..lang.timewords import Lexicon, lexicon
from ..model import Anchor, Article, Sentence, Span, TimeExpression, Token
from .phrases.clauses import finite
from .timex.dated import SAME
from .timex.hours import Clock, PartOfDay
from .timex.infer import Told, infer
from .timex.line import Line
from .timex.parts import Phase, Range, Same
from .timex.ranges import days_of
from .timex.spans import expression
from .timex.specs import Fields, Spec, UnitAt

_QUOTES = frozenset('"«»“”„')
_FUTURE_REACH = 12
_MOST_DAYS = 62
_SINCE = listed("time_company", "since")
_UNTO = listed("time_company", "unto")
_TOWARDS = listed("time_company", "towards")
_PAST = listed("time_company", "past")
_STARTING = listed("time_company", "starting")
_OTHER_CLAUSE = listed("time_company", "other_clause")


# What an expression comes to, what it hangs on, and whether that rests on what is inferred.
_Value = tuple[When | None, Span | str | None, bool]


class Reading(NamedTuple):
    """An expression as read: its spec, its place in the sentence's tokens, and the line it was read from."""

    spec: Spec
    first: int
    last: int
    cut: int


def anchor(article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Anchor:
    """The publication date as EDTF with its basis; where none was given, what the text itself allows to say.

    An inferred date carries the words it came from (``span``) and a sentence that says why. ``unknown`` when
    nothing in the text supports one.
    """
    if article.published:
        return Anchor(article.published, article.published_basis)
    words = lexicon(_language(article))
    told = [
        Told(
            reading.spec,
            _span(article, tokens, reading),
            sentence,
            reading.first,
            reading.last,
            _to_come(tokens, words, sentence, reading.first),
        )
        for sentence in sentences
        if sentence.role != "furniture"
        for reading in _readings(article, tokens, sentence)
    ]
    return infer(article, tokens, told)


def times(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], anchor: Anchor
) -> tuple[TimeExpression, ...]:
    """Every expression of time in the text with its EDTF value, in order.

    ``earliest`` and ``latest`` are ISO days; a value that rests on an inferred publication date, or on a year that
    is not told, says ``inferred``.
    """
    state = _State(article, tokens, days_of(anchor.edtf), anchor.basis == "inferred")
    found: list[TimeExpression] = []
    for sentence in sentences:
        if sentence.role != "furniture":
            found.extend(state.read(sentence, len(found)))
    return tuple(found)


def _language(article: Article) -> str:
    return "en" if article.language.startswith("en") else "ar"


def _readings(article: Article, tokens: Sequence[Token], sentence: Sentence) -> Iterator[Reading]:
    """The expressions of a sentence, left to right and apart."""
    words = lexicon(_language(article))
    norms = [token.norm for token in tokens[sentence.first : sentence.last]]
    items = words.items(norms)
    line = Line(items, norms, words)
    index = 0
    while index < len(items):
        found = expression(line, index) if items[index] is not None else None
        if found is None:
            index += 1
            continue
        start, end = items[index], items[found.end - 1]
        assert start is not None
        last = end.last if end is not None else line.token(found.end - 1) + 1
        cut = start.cut
        yield Reading(found.value, sentence.first + start.first, sentence.first + last, cut)
        index = found.end


def _span(article: Article, tokens: Sequence[Token], reading: Reading) -> Span:
    """The exact words, without the letters of a conjunction or preposition written onto the first."""
    token = tokens[reading.first]
    start = token.span.start
    if reading.cut:
        offsets = folded(token.surface).offsets
        start += offsets[reading.cut] if reading.cut < len(offsets) else 0
    return Span(article.id, start, tokens[reading.last - 1].span.end)


@dataclass(slots=True)
class _Frame:
    """A time that opens a sentence and holds for the statement that goes on after it."""

    span: Span
    first: date
    last: date
    paragraph: int


class _State:
    """What the reading of one article carries from sentence to sentence."""

    def __init__(
        self, article: Article, tokens: tuple[Token, ...], today: tuple[date, date] | None, inferred: bool
    ) -> None:
        self.article, self.tokens, self.today, self.inferred = article, tokens, today, inferred
        self.lexicon = lexicon(_language(article))
        self.last: TimeExpression | None = None
        self.paragraph = 0
        self.frame: _Frame | None = None
        self.quoted = False
        self._scanned = 0
        self._open_paragraph = -1

    def read(self, sentence: Sentence, count: int) -> list[TimeExpression]:
        """The sentence's expressions with their values; clock times take the day told beside them."""
        found: list[tuple[Spec, TimeExpression]] = []
        if sentence.paragraph != self._open_paragraph:
            # A quotation mark left open by mistake must not turn the rest of the text inside out.
            self._open_paragraph, self.quoted, self._scanned = sentence.paragraph, False, sentence.first
        for reading in _readings(self.article, self.tokens, sentence):
            span = _span(self.article, self.tokens, reading)
            expression = self._valued(sentence, reading, span, f"{self.article.id}-t{count + len(found) + 1}")
            found.append((reading.spec, expression))
            if expression.type in {"DATE", "TIME"} and expression.earliest:
                self.last, self.paragraph = expression, sentence.paragraph
            self._open_frame(sentence, reading, expression)
        return [self._on_day(spec, expression, found) for spec, expression in found]

    def _valued(self, sentence: Sentence, reading: Reading, span: Span, name: str) -> TimeExpression:
        """The expression with what it comes to, what it hangs on, and whether that rests on what is inferred."""
        spec = self._same_year(self._named(reading), sentence)
        part = spec if isinstance(spec, PartOfDay) and isinstance(spec.day, Same) else None
        spec = part.day if part and part.day else spec
        if isinstance(spec, Same):
            when, anchor, inferred = self._pointed(spec, sentence)
        else:
            when, anchor, inferred = self._hung(spec, sentence, reading)
        when = when or When(None, None, None, "period")
        if part is not None:
            when = replace(when, precision="part_of_day")
        return TimeExpression(
            name,
            span,
            (part or spec).type,
            when.edtf,
            when.first.isoformat() if when.first else None,
            when.last.isoformat() if when.last else None,
            when.precision,
            when.calendar,
            anchor,  # type: ignore[arg-type]
            inferred and (when.edtf, when.first, when.last) != (None, None, None),
        )

    def _pointed(self, spec: Same, sentence: Sentence) -> _Value:
        """What points back to the time told before it; «في اليوم التالي» without one is of the day of publication."""
        base = self._near(sentence)
        days = (
            (date.fromisoformat(base.earliest), date.fromisoformat(base.latest))
            if base and base.earliest and base.latest
            else None
        )
        if days is None and self.today and isinstance(spec.inner, UnitAt) and spec.inner.offset:
            return _over(spec.inner, self.today, -1), "published", self.inferred
        return self._back(spec, base, days), base.span if base and days else None, bool(base and base.inferred)

    def _hung(self, spec: Spec, sentence: Sentence, reading: Reading) -> _Value:
        """What hangs on a day, or on nothing."""
        days, ground = self._ground(sentence, spec, reading)
        bias = 1 if _to_come(self.tokens, self.lexicon, sentence, reading.first) else -1
        when = _over(spec, days, bias) if days else spec.at(None, bias)
        if not spec.relative or when is None or days is None:
            return when, None, False
        return when, ground, self.inferred or _guessed(spec)

    def _near(self, sentence: Sentence) -> TimeExpression | None:
        """The last time told, where it stands near enough to point back to."""
        return self.last if sentence.paragraph - self.paragraph <= 1 else None

    def _same_year(self, spec: Spec, sentence: Sentence) -> Spec:
        """«12 يوليو من العام نفسه» with the year of the time told before it."""
        if not (isinstance(spec, Fields) and spec.direction == SAME):
            return spec
        last = self._near(sentence)
        return replace(spec, year=int(last.earliest[:4]) if last and last.earliest else None, direction="")

    def _back(self, spec: Same, base: TimeExpression | None, days: tuple[date, date] | None) -> When | None:
        if base is None or days is None:
            return None
        if spec.inner is None:
            return When(base.edtf, *days, base.precision, base.calendar)
        return _over(spec.inner, days, -1)

    def _named(self, reading: Reading) -> Spec:
        """A day known by its date, «هجمات 11 سبتمبر», with the year it means."""
        spec = reading.spec
        if not (isinstance(spec, Fields) and spec.day and spec.month and spec.year is None and not spec.direction):
            return spec
        known = self.lexicon.named.get((spec.month, spec.day))
        if known and reading.first:
            before = self.tokens[reading.first - 1]
            words = {before.norm, before.stem, before.norm.removeprefix("ال")}
            for cues, year in known:
                if words & cues:
                    return replace(spec, year=year)
        return spec

    def _ground(
        self, sentence: Sentence, spec: Spec, reading: Reading
    ) -> tuple[tuple[date, date] | None, Span | str | None]:
        """What a relative expression hangs on: the statement's own time inside its quotation, else publication."""
        inside = self._in_quotes(reading.first)
        frame = self.frame
        weekday = isinstance(spec, Fields) and spec.weekday and spec.day is None and not spec.direction
        if weekday and spec.shift is None and inside and frame and sentence.paragraph - frame.paragraph <= 2:  # type: ignore[attr-defined]
            return (frame.first, frame.last), frame.span
        return self.today, "published"

    def _in_quotes(self, index: int) -> bool:
        """Whether a token stands inside quotation marks; marks are counted once, in order."""
        for token in self.tokens[self._scanned : index]:
            if token.kind == "punct" and token.surface in _QUOTES:
                self.quoted = {"«": True, "“": True, "»": False, "”": False}.get(token.surface, not self.quoted)
        self._scanned = max(self._scanned, index)
        return self.quoted

    def _open_frame(self, sentence: Sentence, reading: Reading, expression: TimeExpression) -> None:
        """A past time that opens its sentence sets the time of the statement that follows."""
        opens = reading.first - sentence.first <= 1
        if opens and expression.type == "DATE" and expression.earliest and expression.latest:
            first, last = date.fromisoformat(expression.earliest), date.fromisoformat(expression.latest)
            past = self.today is None or last < self.today[0]
            if past and (last - first).days <= _MOST_DAYS:
                self.frame = _Frame(expression.span, first, last, sentence.paragraph)
                return
        if self.frame and sentence.paragraph - self.frame.paragraph > 2:
            self.frame = None

    def _on_day(
        self, spec: Spec, expression: TimeExpression, found: list[tuple[Spec, TimeExpression]]
    ) -> TimeExpression:
        """A clock time or part of day without a day of its own takes the one day its sentence tells."""
        if not isinstance(spec, (Clock, PartOfDay)) or spec.day is not None:
            return expression
        days = [e for s, e in found if e.precision == "day" and e.edtf and e.earliest == e.latest and e.earliest]
        if len({day.edtf for day in days}) != 1:
            return expression
        day = days[0]
        text = f"{day.edtf}{spec.text}" if isinstance(spec, Clock) else day.edtf
        return replace(
            expression, edtf=text, earliest=day.earliest, latest=day.latest, anchor=day.span, inferred=day.inferred
        )


def _to_come(tokens: Sequence[Token], words: Lexicon, sentence: Sentence, index: int) -> bool:
    """Whether the words before speak of what is planned or to come: «من المقرر», «سـ» on the verb, «تنطلق»."""
    if tokens[index].norm in _SINCE:
        return False
    if tokens[index].norm in _STARTING:
        return True
    first = max(sentence.first, index - _FUTURE_REACH)
    for at in range(index - 1, first - 1, -1):
        token = tokens[at]
        if token.norm in _OTHER_CLAUSE and at < index - 1:
            return False
        if token.norm == "ان" and at and tokens[at - 1].norm == "علي":
            return True  # «على أن تغلق في …»
        read = words.words.get(token.norm) or words.words.get(token.stem)
        future = read.get("future") if read else None
        if to_come(token) or future == "future" or _coming(token, words):
            return True
        if future == "towards" and at + 1 < index and tokens[at + 1].norm in _TOWARDS:
            return True
        if future == "deferred" and any(word.norm in _UNTO for word in tokens[at + 1 : index + 1]):
            return True
        if future == "present":
            # «لم تبدأ», «كانت تستمر»: told of what has been.
            return at == sentence.first or tokens[at - 1].stem not in _PAST
        if future is None and at == index - 1 and finite(token):
            return False  # «حملة الوعد انطلقت فجر الثلاثاء»: the verb right before has been
    return False


def _coming(token: Token, words: Lexicon) -> bool:
    """«ستقام»: س before a verb that tells what is to come in the present, too."""
    read = words.words.get(token.norm[1:]) if token.norm[:1] == "س" else None
    return bool(read and read.get("future") == "present")


def _guessed(spec: Spec) -> bool:
    """Whether the year of a day or month is taken from the publication date, told by nothing in the words."""
    if isinstance(spec, (PartOfDay, Clock)):
        return spec.day is not None and _guessed(spec.day)
    if isinstance(spec, Phase):
        return _guessed(spec.inside)
    if isinstance(spec, Range):
        return any(_guessed(edge) for edge in (spec.start, spec.end) if edge)
    if not isinstance(spec, Fields):
        return False
    return (
        spec.relative and spec.shift is None and not spec.direction and (spec.month is not None or spec.day is not None)
    )


def _over(spec: Spec, days: tuple[date, date], bias: int) -> When | None:
    """The value against every day that may be the day of speaking: one value, one of two days, or bounds alone."""
    first, last = days
    try:
        if first == last or not spec.relative:
            return spec.at(last, bias)
        if (last - first).days > _MOST_DAYS:
            tries = [first, last]
        else:
            tries = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        found = [when for day in tries if (when := spec.at(day, bias)) is not None]
    except (OverflowError, ValueError):
        return None
    if not found:
        return None
    values = list(dict.fromkeys(found))
    if len(values) == 1 and len(tries) > 1:
        return values[0]
    starts = [when.first for when in values if when.first]
    ends = [when.last for when in values if when.last]
    if len(values) == 2 and all(when.precision == "day" and when.first and when.first == when.last for when in values):
        return one_of(starts)
    return When(None, min(starts, default=None), max(ends, default=None), values[0].precision, values[0].calendar)


__all__ = ["Lexicon", "anchor", "times"]
