"""One look-up over all readings: every claim with the words, events, figures and origin that comparing needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import log
from typing import TYPE_CHECKING

from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Claim, Entity, Event, Place, Quantity, Quote, Reading, Sentence, Span, TimeExpression
from .origins import Origin, origin_of

if TYPE_CHECKING:
    from .whereabouts import Where

HEADS = frozenset(("headline", "kicker", "deck"))
# Not set against other reports: a picture's line tells of the picture.
ASIDE = frozenset(("caption", "credit", "dateline", "furniture"))


@dataclass(frozen=True, eq=False)
class Fact:
    """A claim with what it says. ``stems`` leave out words of grammar; entity ids are the joined ones."""

    claim: Claim
    reading: Reading
    report: int
    order: int
    stems: frozenset[str]
    entities: frozenset[str]
    event: Event | None
    frames: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    figures: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    origin: Origin
    sentence: Sentence | None
    doubt: str = field(default="actual")

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def text(self) -> str:
        return self.claim.span.of(self.reading.article.text)

    @property
    def outlet(self) -> str:
        return self.reading.article.outlet.name

    @property
    def head(self) -> bool:
        return self.claim.role in HEADS

    @property
    def disowned(self) -> bool:
        """Whether a speaker denies it: a denial's words need somebody who says them."""
        return self.claim.factuality == "denied" and self.origin.kind != "own"

    @cached_property
    def denied(self) -> bool:
        return self.claim.factuality == "denied" or self.claim.polarity == "negative"


class Book:
    """All claims of a story. ``weight`` is a stem's rarity among them; ``where`` keeps the places of claims once found."""

    def __init__(self, readings: tuple[Reading, ...], entity_of: dict[str, str]) -> None:
        self.readings = readings
        self.entity_of = entity_of
        self.facts: list[Fact] = []
        self.entity: dict[str, Entity] = {}
        for reading in readings:
            for entity in reading.entities:
                self.entity.setdefault(entity_of.get(entity.id, entity.id), entity)
        for number, reading in enumerate(readings):
            self._read(number, reading)
        self.by_id = {fact.id: fact for fact in self.facts}
        counts = Counter(stem for fact in self.facts for stem in fact.stems)
        self.where: dict[str, list[Where]] = {}
        self.weight = {stem: log(1 + len(self.facts) / count) for stem, count in counts.items()}

    def mass(self, stems: frozenset[str]) -> float:
        return sum(map(self.weight.__getitem__, stems))

    def _read(self, number: int, reading: Reading) -> None:
        starts = [token.span.start for token in reading.tokens]
        heads = [sentence.span.start for sentence in reading.sentences]
        triggers = sorted((event.trigger.start, event.id) for event in reading.events)
        trigger_starts = [start for start, _ in triggers]
        events = {event.id: event for event in reading.events}
        quantities = {quantity.id: quantity for quantity in reading.quantities}
        times = {time.id: time for time in reading.times}
        places = {place.id: place for place in reading.places}
        quotes = {quote.id: quote for quote in reading.quotes}
        previous: Origin | None = None
        for claim in reading.claims:
            if claim.role in ASIDE:
                continue
            inside = triggers[
                bisect_left(trigger_starts, claim.span.start) : bisect_right(trigger_starts, claim.span.end)
            ]
            told = [events[key] for _, key in inside]
            event = events.get(claim.event or "")
            origin = origin_of(claim, reading, self.entity_of, previous)
            if origin.entity:
                previous = origin
            at = bisect_right(heads, claim.span.start) - 1
            self.facts.append(
                Fact(
                    claim,
                    reading,
                    number,
                    len(self.facts),
                    _stems(reading, starts, claim.span),
                    frozenset(self.entity_of.get(entity, entity) for entity in claim.entities),
                    event,
                    frozenset(e.frame for e in told if e.frame),
                    self.fillers(told, "agent"),
                    self.fillers(told, "target"),
                    tuple(quantities[key] for key in claim.quantities if key in quantities),
                    tuple(times[key] for key in claim.times if key in times),
                    tuple(places[key] for key in claim.places if key in places),
                    origin,
                    reading.sentences[at] if at >= 0 else None,
                    _doubt(claim, event, quotes),
                )
            )

    def fillers(self, events: list[Event], role: str) -> frozenset[str]:
        """Who fills a role: joined entity ids, or the country that a bare word names («واشنطن»)."""
        found = set()
        for event in events:
            for argument in event.arguments:
                if argument.role == role:
                    if argument.entity:
                        found.add(self.entity_of.get(argument.entity, argument.entity))
                    elif code := next((c for word in argument.text.split() if (c := nation(word))), None):
                        found.add(f"nation:{code}")
        return frozenset(found)


def _doubt(claim: Claim, event: Event | None, quotes: dict[str, Quote]) -> str:
    """What keeps a claim from being a plain assertion: planned, demanded, warned of, conditional."""
    if claim.factuality not in ("stated", "denied"):
        return claim.factuality
    if event is not None and event.modality in ("planned", "hypothetical"):
        return event.modality
    return "actual"


def stems_of(reading: Reading, starts: list[int], span: Span) -> frozenset[str]:
    """The telling stems of the words in a span."""
    return _stems(reading, starts, span)


def _stems(reading: Reading, starts: list[int], span: Span) -> frozenset[str]:
    common = grammar()
    found = set()
    index = bisect_left(starts, span.start)
    tokens = reading.tokens
    while index < len(starts) and starts[index] < span.end:
        token = tokens[index]
        index += 1
        if token.kind == "word":
            if len(token.stem) > 2 and token.norm not in common and token.stem not in common:
                found.add(token.stem)
        elif token.kind == "number":
            found.add(token.norm)
    return frozenset(found)


@cache
def grammar() -> frozenset[str]:
    """Words that carry no telling: function words and small words of the clause, in both languages."""
    found = {fold(row["word"]) for row in table("ar", "function_words").rows}
    for language in ("ar", "en"):
        for row in table(language, "event_words").rows:
            if row["kind"] in ("preposition", "subordinator", "relative", "particle", "negation", "partitive"):
                found.update(fold(word) for word in row["words"].split("|"))
    return frozenset(found)
