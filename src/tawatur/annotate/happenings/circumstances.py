"""The figures, times and places that other stages found, and which of them an event's own words carry."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from ...model import Article, Place, Quantity, Sentence, Span, TimeExpression
from ..phrases.chunks import Text, finite
from .fillers import Roles, Trigger

# What the numbers stage calls the outcome that a frame has.
_OUTCOMES = {
    "kill": "killed", "massacre": "killed", "wound": "wounded", "arrest": "detained", "detain": "detained",
    "displace": "displaced", "missing": "missing", "abduct": "missing", "escape": "displaced",
    "strike": "struck", "attack": "struck",
}  # fmt: skip
_VICTIMS = frozenset({"killed", "wounded", "detained", "missing", "displaced"})
_CLAUSE = frozenset({"subordinator", "relative"})
# A happening this long before the report is background to it.
_BACKGROUND = timedelta(days=90)


class Shelf:
    """What other stages found in one article, in text order, cut by span in logarithmic time."""

    def __init__(
        self,
        article: Article,
        quantities: Sequence[Quantity],
        times: Sequence[TimeExpression],
        places: Sequence[Place],
    ) -> None:
        self.text = article.text
        self.quantities = sorted(quantities, key=lambda quantity: quantity.span)
        self.times = sorted((time for time in times if time.type != "DURATION"), key=lambda time: time.span)
        self.places = sorted((p for p in places if not self._dateline(p.span)), key=lambda place: place.span)
        self._quantity_starts = [quantity.span.start for quantity in self.quantities]
        self._time_starts = [time.span.start for time in self.times]
        self._place_starts = [place.span.start for place in self.places]
        self._published = _day(article.published)

    def _dateline(self, span: Span) -> bool:
        """Whether a place opens its line and a dash follows: where the report was filed, not where it happened."""
        behind = self.text[span.end : span.end + 3].lstrip()[:1]
        head = self.text.rfind("\n", 0, span.start) + 1
        return span.start - head < 40 and behind in ("-", "–", "—", "ـ") and "." not in self.text[head : span.start]

    def victims(self, sentence: Sentence) -> list[Quantity]:
        """The figures of a sentence that count people to whom something happened."""
        first = bisect_left(self._quantity_starts, sentence.span.start)
        last = bisect_right(self._quantity_starts, sentence.span.end)
        return [figure for figure in self.quantities[first:last] if figure.outcome in _VICTIMS]

    def figures(self, text: Text, trigger: Trigger, roles: Roles, sentence: Sentence) -> tuple[str, ...]:
        """Ids of the figures cued by the trigger, or counting the event's target."""
        first = bisect_left(self._quantity_starts, sentence.span.start)
        last = bisect_right(self._quantity_starts, sentence.span.end)
        if first == last:
            return ()
        wanted = _OUTCOMES.get(trigger.frame.id)
        said = text.span(trigger.first, trigger.last)
        whom = text.span(*roles.target) if roles.target else None
        return tuple(
            figure.id
            for figure in self.quantities[first:last]
            if figure.unit in ("count", "measure")
            and (
                (figure.cue is not None and figure.cue.overlaps(said) and figure.outcome in (None, wanted))
                or (whom and figure.span.overlaps(whom) and figure.outcome in (None, "other", wanted))
            )
        )

    def time(self, text: Text, trigger: Trigger, sentence: Sentence) -> TimeExpression | None:
        """The time of an event: in its own clause or set off behind it, else at the head of the sentence."""
        first, last = (
            bisect_left(self._time_starts, sentence.span.start),
            bisect_right(self._time_starts, sentence.span.end),
        )
        if first == last:
            return None
        tokens = text.tokens
        right = _with_relative(text, trigger, sentence)
        at, end = tokens[trigger.first].span.start, tokens[min(right, len(tokens)) - 1].span.end
        head = tokens[min(trigger.left, trigger.first)].span.start
        own = [time for time in self.times[first:last] if head <= time.span.start < end]
        behind = [time for time in own if time.span.start > at]
        if behind or own:
            return behind[0] if behind else own[-1]
        after = next((time for time in self.times[first:last] if time.span.start >= end), None)
        if after and _set_off(text, right, after, sentence):
            return after
        opening = self.times[first]
        return opening if _leads(text, sentence, opening) else None

    def place(self, text: Text, trigger: Trigger, near: Span, sentence: Sentence, taken: list[Span]) -> Place | None:
        """The place of an event: in its own words, else the sentence's only one; never one that acts."""
        starts = self._place_starts
        first, last = bisect_left(starts, sentence.span.start), bisect_right(starts, sentence.span.end)
        free = [place for place in self.places[first:last] if not any(span.overlaps(place.span) for span in taken)]
        if not free:
            return None
        at = text.tokens[trigger.first].span.start
        behind = [place for place in free if at < place.span.start < near.end]
        if behind:
            return behind[0]
        head = text.tokens[trigger.left].span.start if trigger.left < len(text.tokens) else at
        before = [place for place in free if max(head, near.start) <= place.span.start < at]
        if before:
            return before[-1]
        return free[0] if len(free) == 1 and _shared(text, trigger, sentence, free[0]) else None

    def background(self, time: TimeExpression | None) -> bool:
        """Whether a time lies well before the day of the report."""
        latest = _day(time.latest) if time else None
        return bool(latest and self._published and latest < self._published - _BACKGROUND)


def _shared(text: Text, trigger: Trigger, sentence: Sentence, place: Place) -> bool:
    """Whether a sentence's only place may be the event's: it leads the sentence, or no new clause parts them."""
    at = text.covered(place.span)
    if at.start < trigger.first:
        return not any(finite(text.words[index]) for index in range(sentence.first, at.start))
    between = (text.words[index] for index in range(trigger.last, at.start))
    return not any(here.kinds & _CLAUSE == {"subordinator"} or (here.joined and finite(here)) for here in between)


def _with_relative(text: Text, trigger: Trigger, sentence: Sentence) -> int:
    """The end of an event's clause, with the relative clause that goes on about the event's noun: the raid that …"""
    right = trigger.right
    if not trigger.frame.noun or right >= sentence.last or "relative" not in text.words[right].kinds:
        return right
    right += 1
    while right < sentence.last and not text.words[right].kinds & {"subordinator", "relative"}:
        if text.tokens[right].kind == "punct":
            break
        right += 1
    return right


def _set_off(text: Text, right: int, time: TimeExpression, sentence: Sentence) -> bool:
    """Whether a comma alone parts a time from the clause before it, and the time's own words end there too."""
    tokens = text.tokens
    if right >= sentence.last or tokens[right].surface not in "،,":
        return False
    first = _preposition(text, right + 1)
    covered = text.covered(time.span)
    if not covered or first != covered.start:
        return False
    return covered.stop >= sentence.last or tokens[covered.stop].kind == "punct"


def _leads(text: Text, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a time opens the sentence, a conjunction or preposition and a dateline at most before it."""
    covered = text.covered(time.span)
    return bool(covered) and _preposition(text, sentence.first) == covered.start


def _preposition(text: Text, index: int) -> int:
    """Past conjunctions, prepositions and marks that open an adverbial."""
    while index < len(text.tokens) and index not in text.time_at:
        token, here = text.tokens[index], text.words[index]
        if token.kind != "punct" and "preposition" not in here.kinds and token.norm not in ("و", "and"):
            break
        index += 1
    return index


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf else None
    except ValueError:
        return None
