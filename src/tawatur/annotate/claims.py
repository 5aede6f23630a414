"""Claims: each clause that a report asserts, with the chain it came by and the figures, times and places inside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.surface import bare_start
from ..lang.tables import listed, table
from ..model import (
    Article,
    Claim,
    Event,
    Factuality,
    Mention,
    Place,
    Quantity,
    Quote,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from .inside import Inside
from .phrases.clauses import clauses, finite
from .quotes import outlet_step
from .speech.contents import WHOSE
from .speech.sayings import function_words

_SILENT = frozenset(("furniture", "credit", "dateline"))
# A run of fewer words in the outlet's own voice says who speaks or where, and claims nothing.
_LEAST_WORDS = 3
# Beside a statement fewer words without verb, event or number are left of its attribution; more of them where a
# preposition leads («في الثامنة صباحا», "in a voice message on Telegram").
_REMNANT = (6, 9)
_LEADS = listed("clause_words", "lead")
_COMMAS = frozenset("،,")
_WAS = listed("clause_words", "was")
# A clause's particle of negation stands among so many words at its head.
_HEAD, _HEAD_EN = 4, 6
_ONLY = listed("clause_words", "only")


class _Run(NamedTuple):
    """Tokens ``[first, last)`` said by one voice; ``rest``: the outlet's words beside a statement of the sentence."""

    first: int
    last: int
    quote: Quote | None
    role: str
    rest: bool = False


def claims(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    quotes: tuple[Quote, ...],
    events: tuple[Event, ...],
) -> tuple[Claim, ...]:
    """One claim a clause: in what a statement says, and in the outlet's own voice outside of statements.

    A clause with several events makes one claim; its main event is the one with figures, else the first.
    """
    index = _Index(tokens)
    triggers = frozenset(index.at(event.trigger.start) for event in events)
    entity_places = {place.entity: place.id for place in places}
    named, told, counted, dated = Inside(mentions), Inside(events), Inside(quantities), Inside(times)
    found: list[Claim] = []
    for run in _runs(tokens, sentences, quotes, index):
        for first, last in clauses(tokens, run.first, run.last, triggers, article.language):
            span = Span(article.id, _start(tokens[first]), tokens[last - 1].span.end)
            figures, event, inside = counted.of(span), _main(told.of(span)), named.of(span)
            if _says_nothing(tokens, run, first, last, event, figures):
                continue
            where = [entity_places[m.entity] for m in inside if m.entity in entity_places]
            denied = event is not None and (event.polarity == "negative" or event.modality == "denied")
            found.append(
                Claim(
                    id=f"{article.id}-c{len(found) + 1}",
                    span=span,
                    proposition=span.of(article.text),
                    chain=run.quote.chain if run.quote else (outlet_step(article),),
                    event=event.id if event else None,
                    quote=run.quote.id if run.quote else None,
                    source=run.quote.source if run.quote else None,
                    channel=run.quote.channel if run.quote else None,
                    factuality=_factuality(run.quote, event),
                    polarity="negative" if denied or _negated(tokens, first, last, event, figures) else "positive",
                    role=run.role,
                    quantities=tuple(item.id for item in figures),
                    times=tuple(item.id for item in dated.of(span)),
                    places=tuple(dict.fromkeys(where)),
                    entities=tuple(dict.fromkeys(m.entity for m in inside if m.entity)),
                )
            )
    return tuple(found)


def _says_nothing(
    tokens: tuple[Token, ...], run: _Run, first: int, last: int, event: Event | None, figures: Sequence[Quantity]
) -> bool:
    """Whether a clause is too short for a claim, or what a statement of its sentence left of the outlet's words."""
    words = sum(token.kind in ("word", "number") for token in tokens[first:last])
    told_short = finite(tokens[first]) or any(figure.span != figure.counted_span for figure in figures)
    if run.quote is None and words < _LEAST_WORDS - told_short:
        return True
    if not run.rest:
        return False
    led = tokens[first].norm in _LEADS
    remnant = words < _REMNANT[led] and not (event or figures or _verbal(tokens, first, last))
    return remnant or any(token.norm in WHOSE for token in tokens[first:last])  # «طلب عدم كشف هويته»


def _verbal(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a run has a verb: a perfect of the news, or any imperfect."""
    return any(finite(token) or token.stem[:1] == "ي" for token in tokens[first:last])


class _Index:
    """From an offset of the text to its token."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._starts = [token.span.start for token in tokens]

    def at(self, offset: int) -> int:
        found = bisect_left(self._starts, offset)
        return found if found < len(self._starts) and self._starts[found] == offset else max(found - 1, 0)


def _runs(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotes: tuple[Quote, ...], index: _Index
) -> Iterator[_Run]:
    """What each voice says, in order: the contents of statements, and what the outlet says between them."""
    said = [(index.at(q.content.start), index.at(q.content.end - 1) + 1, q) for q in quotes]
    said.sort(key=lambda item: item[:2])
    begins = [first for first, _, _ in said]
    goes_on: tuple[int, Quote] | None = None  # a quotation that runs over this sentence's beginning
    for sentence in sentences:
        if sentence.role in _SILENT:
            continue
        position = sentence.first
        if goes_on is not None and goes_on[0] > position:
            position = min(goes_on[0], sentence.last)
            yield _Run(sentence.first, position, goes_on[1], sentence.role)
        here = said[bisect_left(begins, sentence.first) : bisect_left(begins, sentence.last)]
        around = [quote for _, _, quote in here if _relays_another(quote, here)]
        for first, last, quote in here:
            if quote in around:
                continue
            if first < position:
                # A statement inside another one («قال إن البيان أكد أن …») has its own claim; the outer keeps the rest.
                position = max(position, min(index.at(quote.span.end - 1) + 1, sentence.last))
                continue
            opening = max(position, index.at(quote.span.start))
            own = _before_cue(tokens, position, opening, quote, index)
            if own > position:
                yield _Run(position, own, None, sentence.role, True)
            begin = index.at(quote.cue.start) if quote.cue and tokens[first].proclitics[:1] == ("ب",) else first
            yield _Run(begin if position <= begin < first else first, min(last, sentence.last), quote, sentence.role)
            position = min(max(last, index.at(quote.span.end - 1) + 1), sentence.last)
            goes_on = (last, quote) if last > sentence.last else goes_on
        position = max([position, *(min(index.at(q.span.end - 1) + 1, sentence.last) for q in around)])
        if position < sentence.last:
            yield _Run(position, sentence.last, None, sentence.role, bool(here))


def _relays_another(quote: Quote, here: list[tuple[int, int, Quote]]) -> bool:
    """«أكدت الوزيرة أن …، بحسب تقارير»: it attributes that another speaks; what is claimed is what that one says."""
    behind = quote.cue is not None and quote.cue.start >= quote.content.end
    return behind and any(other is not quote and quote.content.contains(other.span) for _, _, other in here)


def _before_cue(tokens: tuple[Token, ...], first: int, opening: int, quote: Quote, index: _Index) -> int:
    """Where the outlet's own words before a statement end: at the speaker, or, where a verb before the speaker tells
    of another act of his, at the word of saying («رفض التحالف النتائج، وقال إن …»)."""
    verb = tokens[opening - 1]
    speaker = quote.source.span if quote.source else None
    if quote.cue is None or speaker is None or speaker.start != quote.span.start or opening == first:
        return opening
    behind, cue = index.at(speaker.end - 1) + 1, index.at(quote.cue.start)
    joined = tokens[cue].proclitics[:1] == ("و",) and tokens[cue - 1].surface in _COMMAS
    if joined and (verb.stem in _WAS or (verb.stem not in function_words() and (finite(verb) or opening - first == 1))):
        return cue - 1  # «وأدان المجلس الجريمة، وأعلن أن …»: whatever the speaker took of it, it is a clause
    if verb.kind != "word" or verb.stem in function_words():
        return opening
    marks = [n for n in range(behind, cue) if tokens[n].surface in _COMMAS]
    end = marks[-1] if marks and cue - marks[-1] <= _LEAST_WORDS else cue
    told = sum(token.kind in ("word", "number") for token in tokens[behind:end])
    return end if told >= _LEAST_WORDS - finite(verb) else opening


def _start(token: Token) -> int:
    """A clause leaves out the و that joins it on."""
    return (
        bare_start(token)
        if token.proclitics[:1] in (("و",), ("ف",)) and len(token.proclitics) == 1
        else token.span.start
    )


def _main(events: Iterable[Event]) -> Event | None:
    found = list(events)
    return next((event for event in found if event.quantities), found[0] if found else None)


_FACTUALITY: dict[str, Factuality] = {
    "planned": "planned",
    "possible": "doubted",
    "hypothetical": "conditional",
    "denied": "denied",
}


def _factuality(quote: Quote | None, event: Event | None) -> Factuality:
    """The word of saying decides; in plain statements the event's own modality does."""
    if quote is not None and quote.factuality != "stated":
        return quote.factuality
    return _FACTUALITY.get(event.modality, "stated") if event else "stated"


def _negated(
    tokens: tuple[Token, ...], first: int, last: int, event: Event | None, figures: Sequence[Quantity]
) -> bool:
    """A particle of negation at the clause's head, not one that bounds a number («لم يتجاوز 40»).

    What is negated may itself be an event: then that event's own polarity is asked. Of one further on («لم تعلن أي جهة
    مسؤوليتها عن الهجوم») it says nothing, unless the claim counts whom it befell.
    """
    # English puts its subject first ("One crossing is simply not enough").
    words = [index for index in range(first, last) if tokens[index].kind != "punct"]
    for index in words[: _HEAD_EN if tokens[first].norm.isascii() else _HEAD]:
        token = tokens[index]
        if token.stem in _particles() and not any(figure.span.contains(token.span) for figure in figures):
            behind = tokens[index + 1] if index + 1 < last else None
            if behind is not None and behind.stem in _particles()[token.stem]:
                continue
            if any(other.stem in _ONLY for other in tokens[index + 2 : min(index + 2 + _HEAD, last)]):
                continue
            if event is None or behind is None:
                return event is None
            return event.trigger.start > behind.span.end and not event.quantities
    return False


@cache
def _particles() -> dict[str, frozenset[str]]:
    """Every particle with the words behind it that it does not negate («لا يزال»)."""
    rows = (row for language in ("ar", "en") for row in table(language, "negations").rows)
    return {fold(row["word"]): frozenset(map(fold, filter(None, row["affirms"].split("|")))) for row in rows}
