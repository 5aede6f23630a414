"""Events: triggers from the lexicon, who and whom from the clause, figures, time and place that hang on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from ..model import (
    Argument,
    Article,
    Event,
    Mention,
    Place,
    Quantity,
    Quote,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from .chunks import Text, clause, finite, prepare
from .frames import Entry
from .modality import status
from .roles import Range, Roles, Trigger, read

_SILENT = frozenset({"furniture", "credit"})
# What a figure's outcome is called in the numbers stage, for the frames that produce it.
_OUTCOMES = {
    "kill": "killed", "die": "killed", "massacre": "killed", "wound": "wounded", "arrest": "detained",
    "detain": "detained", "displace": "displaced", "missing": "missing", "abduct": "missing",
    "strike": "struck", "attack": "struck",
}  # fmt: skip
# A happening this long before the report is background to it.
_BACKGROUND = timedelta(days=90)
_Placed = TypeVar("_Placed", Quantity, TimeExpression, Place)


def events(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """Every event that the report's own sentences tell, in text order; furniture and credits tell none."""
    language = "en" if article.language.startswith("en") else "ar"
    text = prepare(article.text, language, tokens, mentions, (time.span for time in times if time.type != "DURATION"))
    shelf = _Shelf(article, quantities, times, places)
    found: list[Event] = []
    for sentence in sentences:
        if sentence.role in _SILENT:
            continue
        triggers = list(_triggers(text, sentence))
        for place, trigger in enumerate(triggers):
            until = triggers[place + 1].first if place + 1 < len(triggers) else sentence.last
            since = triggers[place - 1].last if place else sentence.first
            found.append(_event(text, shelf, sentence, trigger, since, until, f"{article.id}-v{len(found) + 1}"))
    return tuple(found)


class _Shelf:
    """What other stages found, in text order, to be cut by span in logarithmic time."""

    def __init__(
        self,
        article: Article,
        quantities: Sequence[Quantity],
        times: Sequence[TimeExpression],
        places: Sequence[Place],
    ) -> None:
        self.article = article
        self.quantities = sorted(quantities, key=lambda q: q.span)
        self.times = sorted((t for t in times if t.type != "DURATION"), key=lambda t: t.span)
        self.places = sorted(places, key=lambda p: p.span)
        self._starts = {id(row): [x.span.start for x in row] for row in (self.quantities, self.times, self.places)}
        self.published = _day(article.published)

    def within(self, row: list[_Placed], start: int, end: int) -> list[_Placed]:
        starts = self._starts[id(row)]
        return row[bisect_left(starts, start) : bisect_right(starts, end - 1)]


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf else None
    except ValueError:
        return None


def _triggers(text: Text, sentence: Sentence) -> Iterator[Trigger]:
    index = sentence.first
    while index < sentence.last:
        entry = _entry(text, sentence, index) if text.words[index].entries else None
        if entry is None:
            index += 1
            continue
        last = index + len(entry.words)
        yield Trigger(index, last, entry.frame, *clause(text, sentence, index, last))
        index = last


def _entry(text: Text, sentence: Sentence, index: int) -> Entry | None:
    """The longest entry that stands here, the verb or the noun by what is around it."""
    tokens = text.tokens
    fits: list[Entry] = []
    for entry in text.words[index].entries:
        size = len(entry.words)
        if fits and size < len(fits[0].words):
            break
        if index + size <= sentence.last and all(
            wanted in (tokens[index + step].stem, tokens[index + step].norm)
            for step, wanted in enumerate(entry.words)
            if step
        ):
            fits.append(entry)
    if not fits:
        return None
    verbs = [entry for entry in fits if not entry.frame.noun]
    nouns = [entry for entry in fits if entry.frame.noun]
    if verbs and nouns:
        return nouns[0] if _nominal(text, sentence, index) else verbs[0]
    return fits[0]


def _nominal(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether letters that are both verb and masdar are the masdar here."""
    here = text.words[index]
    if here.preposition or here.definite:
        return True
    if index == sentence.first:
        return False
    before = text.words[index - 1]
    if not before.kinds.isdisjoint(("subordinator", "relative", "particle", "negation", "past")):
        return False
    if not before.kinds.isdisjoint(("preposition", "without", "attempt", "by", "possible", "plan", "denial", "quantifier")):
        return True
    if here.joined:
        # Joined to a masdar it is one; joined to anything else it opens a clause.
        return any(entry.frame.noun for near in text.words[max(sentence.first, index - 4) : index] for entry in near.entries)
    for back in range(index - 1, max(sentence.first, index - 8) - 1, -1):
        near = text.words[back]
        if not near.kinds.isdisjoint(("subordinator", "relative")) or text.tokens[back].kind == "punct":
            return False
        if near.light or (finite(near) and not near.definite):
            return True
    return False


def _event(
    text: Text, shelf: _Shelf, sentence: Sentence, trigger: Trigger, since: int, until: int, name: str
) -> Event:
    roles = read(text, trigger)
    right = max(trigger.right, trigger.last, *(r[1] for r in (roles.agent, roles.target, roles.instrument) if r))
    left = min(trigger.first, *(r[0] for r in (roles.agent, roles.target, roles.instrument) if r), trigger.first)
    span = text.span(min(left, trigger.first), _trimmed(text, left, min(right, sentence.last)))
    own = (text.tokens[since].span.start if since < len(text.tokens) else span.start, _end(text, until))
    time = _nearest(shelf, shelf.times, own, sentence, text.tokens[trigger.first].span.start)
    place = _nearest(shelf, shelf.places, own, sentence, text.tokens[trigger.first].span.end)
    arguments = [_argument(text, role, found) for role, found in _named(roles)]
    if isinstance(time, TimeExpression):
        arguments.append(Argument("time", time.span.of(shelf.article.text), time.span))
    if isinstance(place, Place):
        arguments.append(Argument("place", place.span.of(shelf.article.text), place.span, place.entity))
    told = status(text, trigger, sentence, _long_past(shelf, time if isinstance(time, TimeExpression) else None))
    return Event(
        name,
        span,
        text.span(trigger.first, trigger.last),
        trigger.frame.type,
        _mode(text, trigger, roles),
        tuple(arguments),
        _figures(text, shelf, trigger, roles, own, sentence),
        time.id if time else None,
        place.id if place else None,
        told.polarity,
        told.modality,
        told.auxiliary,
        trigger.frame.id,
    )


def _end(text: Text, until: int) -> int:
    return text.tokens[until - 1].span.end


def _trimmed(text: Text, left: int, right: int) -> int:
    while right > left + 1 and text.tokens[right - 1].kind == "punct":
        right -= 1
    return right


def _named(roles: Roles) -> Iterator[tuple[str, Range]]:
    for role in ("agent", "target", "instrument"):
        found = getattr(roles, role)
        if found:
            yield role, found


def _argument(text: Text, role: str, found: Range) -> Argument:
    span = text.span(*found)
    entity = next((m.entity for i in range(*found) if (m := text.mention_at.get(i)) and m.entity), None)
    return Argument(role, span.of(text.source), span, entity)  # type: ignore[arg-type]


def _nearest(
    shelf: _Shelf, row: list[_Placed], own: tuple[int, int], sentence: Sentence, at: int
) -> _Placed | None:
    """The one nearest the trigger between its neighbours, else the sentence's only one."""
    near = shelf.within(row, *own)
    if near:
        return min(near, key=lambda item: abs(item.span.start - at))
    whole = shelf.within(row, sentence.span.start, sentence.span.end)
    return whole[0] if len(whole) == 1 else None


def _long_past(shelf: _Shelf, time: TimeExpression | None) -> bool:
    latest = _day(time.latest) if time else None
    return bool(latest and shelf.published and latest < shelf.published - _BACKGROUND)


def _figures(
    text: Text, shelf: _Shelf, trigger: Trigger, roles: Roles, own: tuple[int, int], sentence: Sentence
) -> tuple[str, ...]:
    """Ids of the figures that the event's own words carry: cued by the trigger, or counting its target."""
    wanted = _OUTCOMES.get(trigger.frame.id)
    said = text.span(trigger.first, trigger.last)
    whom = text.span(*roles.target) if roles.target else None
    found = []
    for figure in shelf.within(shelf.quantities, sentence.span.start, sentence.span.end):
        if figure.unit not in ("count", "measure"):
            continue
        cued = figure.cue is not None and figure.cue.overlaps(said)
        counting = whom is not None and figure.span.overlaps(whom) and figure.outcome in (None, "other", wanted)
        if cued or counting:
            found.append(figure.id)
    return tuple(found)


def _mode(text: Text, trigger: Trigger, roles: Roles) -> str | None:
    """The frame's own mode, or for an assault the most telling weapon of its clause."""
    if trigger.frame.mode not in (None, "targeted") or trigger.frame.type != "ASSAULT":
        return trigger.frame.mode
    best: tuple[int, str] | None = None
    for index in range(trigger.left, min(trigger.right + 2, len(text.tokens))):
        token = text.tokens[index]
        for words, mode, rank in text.lexicon.instruments.get(token.stem, ()):
            near = text.tokens[index : index + len(words)]
            if len(near) == len(words) and all(w in (t.stem, t.norm) for w, t in zip(words, near)):
                best = min(best, (rank, mode)) if best else (rank, mode)
                break
    return best[1] if best else trigger.frame.mode
