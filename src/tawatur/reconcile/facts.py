"""From readings to facts: every claim that can be set against other reports, with what it says and who says it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..lang.nations import nation
from ..model import Claim, Event, Reading, Sentence, Span, Token
from ..story.speaker_of import place_words
from ..story.terms import Terms
from .fact import Fact, inside
from .negation import denying, rejection
from .origins import Origin, joined, origin_of, told_whole

# Not set against other reports: a picture's line tells of the picture.
_ASIDE = frozenset(("caption", "credit", "dateline", "furniture"))
# «وهو ما نفته الوزارة»: a claim and its denial by another are joined by a word this near before the denial.
_RELATES = 3


def facts_of(readings: Sequence[Reading], entity_of: dict[str, str], terms: Terms) -> list[Fact]:
    """The facts of all reports, in order. ``entity_of`` gives for an entity the one that it was joined to."""
    origins = _origins(readings, entity_of)
    facts: list[Fact] = []
    for report, reading in enumerate(readings):
        facts.extend(_read(reading, report, len(facts), entity_of, terms, origins))
    return facts


def fillers(events: Iterable[Event], role: str, entity_of: dict[str, str]) -> frozenset[str]:
    """Who fills a role: joined entity ids, or the country that a bare word names («واشنطن»)."""
    found = set()
    for event in events:
        for argument in event.arguments:
            if argument.role == role:
                if argument.entity:
                    found.add(entity_of.get(argument.entity, argument.entity))
                elif code := next((c for word in argument.text.split() if (c := nation(word))), None):
                    found.add(f"nation:{code}")
    return frozenset(found)


def _origins(readings: Iterable[Reading], entity_of: dict[str, str]) -> dict[str, Origin]:
    """Where every claim comes from, one speaker under one key in all reports."""
    every: dict[str, Origin] = {}
    for reading in readings:
        found: dict[str, Origin] = {}
        places = place_words(reading)
        previous: Origin | None = None
        for claim in _claims(reading):
            found[claim.id] = origin = origin_of(claim, reading, entity_of, previous, places)
            if origin.entity or origin.kind in ("anonymous", "named", "document"):
                previous = origin
        every |= told_whole(_one_key(found))
    return _one_key(every)


def _one_key(origins: dict[str, Origin]) -> dict[str, Origin]:
    """The origins of claims, one speaker under one key."""
    keys = joined(origins.values())
    return {claim: origin._replace(key=keys.get(origin.key, origin.key)) for claim, origin in origins.items()}


def _claims(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.role not in _ASIDE]


def _read(
    reading: Reading, report: int, first: int, entity_of: dict[str, str], terms: Terms, origins: dict[str, Origin]
) -> Iterator[Fact]:
    """The facts of one report, numbered from ``first`` on."""
    heads = [sentence.span.start for sentence in reading.sentences]
    opening = min((s.paragraph for s in reading.sentences if s.role == "body"), default=0)
    told = sorted(reading.events, key=lambda event: (event.trigger.start, event.id))
    starts = [event.trigger.start for event in told]
    events = {event.id: event for event in reading.events}
    quantities = {quantity.id: quantity for quantity in reading.quantities}
    times = {time.id: time for time in reading.times}
    places = {place.id: place for place in reading.places}
    end = 0
    for order, claim in enumerate(_claims(reading), first):
        at = bisect_right(heads, claim.span.start) - 1
        sentence = reading.sentences[at] if at >= 0 else None
        event = events.get(claim.event or "")
        own = terms.inside(reading, claim.span)
        inner = told[bisect_left(starts, claim.span.start) : bisect_right(starts, claim.span.end)]
        yield Fact(
            claim=claim,
            reading=reading,
            report=report,
            order=order,
            terms=own,
            around=(terms.inside(reading, sentence.span) if sentence else own) - own,
            entities=frozenset(entity_of.get(entity, entity) for entity in claim.entities),
            event=event,
            told=tuple(inner),
            frames=frozenset(event.frame for event in inner if event.frame),
            agents=fillers(inner, "agent", entity_of),
            targets=fillers(inner, "target", entity_of),
            figures=tuple(quantities[key] for key in claim.quantities if key in quantities),
            times=tuple(times[key] for key in claim.times if key in times),
            places=tuple(places[key] for key in claim.places if key in places),
            origin=origins[claim.id],
            sentence=sentence,
            opening=opening,
            refuted=_refuted(claim, reading, sentence, end, terms),
            doubt=_doubt(claim, event),
        )
        end = claim.span.end


def _refuted(claim: Claim, reading: Reading, sentence: Sentence | None, end: int, terms: Terms) -> bool:
    """Whether words of denial open the claim («استبعد مصدر زيادة أخرى») or stand between it and the claim before, which
    ends at ``end``."""
    start = max(end, sentence.span.start) if sentence else end
    if start < claim.span.start:
        before = inside(reading, Span(reading.article.id, start, claim.span.start))
        denies = _denials(reading, before, terms)
        # «نفى ذلك مؤكدا أن …»: what the one who denied says with it is what he affirms.
        if denies and not {token.norm for token in before[denies[-1] :]} & denying("asserts"):
            return True
        if not denies and rejection(before) is not None:
            return True
    # «نفت الشركة بشكل قاطع أنباء …»: nobody was read to say it, and the outlet tells who denies.
    return claim.factuality in ("stated", "denied") and _opens_denying(reading, claim, terms)


def _opens_denying(reading: Reading, claim: Claim, terms: Terms) -> bool:
    """Whether a claim holds words of denial; «الإشارة كانت معطلة، وهو ما نفته الهيئة»: who tells it does not deny it."""
    tokens = inside(reading, claim.span)
    denies = _denials(reading, tokens, terms)
    if denies and any(token.norm in denying("relates") for token in tokens[max(1, denies[0] - _RELATES) : denies[0]]):
        return False
    return bool(denies) or rejection(tokens) is not None


def _denials(reading: Reading, tokens: list[Token], terms: Terms) -> list[int]:
    """Where words of denial stand among some tokens."""
    return [at for at, token in enumerate(tokens) if "deny" in terms.inside(reading, token.span)]


def _doubt(claim: Claim, event: Event | None) -> str:
    """What keeps a claim from being a plain assertion: planned, demanded, warned of, conditional."""
    if claim.factuality not in ("stated", "denied"):
        return claim.factuality
    if event is not None and event.modality in ("planned", "hypothetical"):
        return event.modality
    return "actual"
