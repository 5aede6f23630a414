"""One look-up over all readings: every claim with the words, events, figures and origin that comparing needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise, repeat
from math import fsum, log
from typing import TYPE_CHECKING

from ..lang.matching import words as name_words
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import listed, table
from ..model import Claim, Entity, Event, Place, Quantity, Quote, Reading, Sentence, Span, TimeExpression, Token
from ..story.speakers import place_words
from ..story.terms import Keys, first_token, number_key
from .meaning import Engine, near
from .origins import Origin, joined, origin_of, told_whole

if TYPE_CHECKING:
    from .contraries.denials import Denial
    from .contraries.opposites import Stand
    from .doers.agencies import Agency
    from .doers.deeds import Doer
    from .names.bearers import Bearer
    from .places.spots import Spot
    from .places.whereabouts import Where
    from .similarity import Likeness, Sign
    from .times.whenabouts import Told

_NOT = frozenset(("لا", "ما", "ولا", "وما", "لم"))
# A charge stands within this many words behind the verb that rejects it.
_CHARGE = 6
_STILL = frozenset(("يزال", "تزال", "يزالون", "زال", "زالت", "زالوا", "تزل", "يزل"))
# «إلا أن» begins another clause, and what was not "until now" is not.
_ONLY = frozenset(("سوي", "الا", "until", "except"))
_BUT_THAT = frozenset(("ان", "انه", "انها", "انهم", "now", "then", "today"))
_WITHOUT = frozenset(("دون", "بدون", "غير", "بلا", "without"))
# So many words in front of «دون» say something themselves.
_SAID_BEFORE = 3
# A term that one report alone has tells what it adds or its own choice of words, and speaks less against likeness.
_OWN_WORD = 0.55
# They part what a claim tells.
_MARKS = frozenset("،,؛;:")
# What befalls people.
FATES = ("killed", "wounded", "detained", "missing", "displaced")
HEADS = frozenset(("headline", "kicker", "deck"))
# Not set against other reports: a picture's line tells of the picture.
ASIDE = frozenset(("caption", "credit", "dateline", "furniture"))


@dataclass(frozen=True, eq=False)
class Fact:
    """A claim with what it says.

    ``terms`` are keys of its telling words (terms.py) and ``around`` those of its sentence outside of it; entity ids
    are the joined ones.
    """

    claim: Claim
    reading: Reading
    report: int
    order: int
    terms: frozenset[str]
    around: frozenset[str]
    entities: frozenset[str]
    event: Event | None
    told: tuple[Event, ...]
    frames: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    figures: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    origin: Origin
    sentence: Sentence | None
    opening: int
    refuted: bool
    doubt: str = field(default="actual")

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def text(self) -> str:
        return self.claim.span.of(self.reading.article.text)

    def at(self, span: Span) -> str:
        """The report's words in a span, on one line."""
        return " ".join(span.of(self.reading.article.text).split())

    @property
    def outlet(self) -> str:
        return self.reading.article.outlet.name

    @property
    def head(self) -> bool:
        return self.claim.role in HEADS

    @property
    def lead(self) -> bool:
        """Whether it stands in the headline or the first sentences, where news is told whole."""
        return self.head or (self.sentence is not None and self.sentence.paragraph <= self.opening)

    @property
    def disowned(self) -> bool:
        """Whether a speaker denies it: a denial's words need somebody who says them."""
        return self.refuted or (self.claim.factuality == "denied" and self.origin.kind != "own")

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The terms that are numbers."""
        return frozenset(term for term in self.terms if term.startswith("#"))

    @cached_property
    def fates(self) -> frozenset[str | None]:
        """What befell those whom its figures count."""
        return frozenset(quantity.outcome for quantity in self.figures)

    @cached_property
    def _fates_by_number(self) -> dict[str, frozenset[str | None]]:
        keys = [(number_key(quantity), quantity.outcome) for quantity in self.figures]
        return {key: frozenset(outcome for other, outcome in keys if other == key) for key, _ in keys}

    def fates_of(self, number: str) -> frozenset[str | None]:
        """What befell those whom its figures of one number count, by the number's term."""
        return self._fates_by_number.get(number, frozenset())

    @cached_property
    def hurt(self) -> frozenset[str | None]:
        """What befell those of whom it counts more than one, less those who did it: «اغتال مسلحان …»."""
        agent = self.event.argument("agent") if self.event else None
        return frozenset(
            q.outcome
            for q in self.figures
            if q.outcome in FATES
            and (q.low or q.high or 0) > 1
            and not (agent is not None and agent.span.overlaps(q.span))
        )

    @cached_property
    def sentence_terms(self) -> frozenset[str]:
        """The terms of its whole sentence, its own among them."""
        return self.terms | self.around

    @cached_property
    def denied(self) -> bool:
        """Whether it says that something is not so. «لا يزال» says that it goes on."""
        return self.claim.factuality == "denied" or self.refuted or self.negated

    @cached_property
    def negated(self) -> bool:
        words = fold(self.text).split()
        if words[:1] == ["no"]:
            return True
        if self.claim.polarity != "negative":
            return False
        still = sum(a in _NOT and b in _STILL for a, b in pairwise(words)) + leaves_out(words)
        return not still or still < sum(word in _NOT for word in words)

    @cached_property
    def affirms(self) -> bool:
        """Whether it says that something is so, be it that something else was not: «… دون أن يسفر عن ضحايا»."""
        if not self.denied or self.claim.factuality == "denied" or self.refuted:
            return not self.denied
        words = fold(self.text).split()
        without = next((at for at, word in enumerate(words) if word in _WITHOUT), 0)
        return without >= _SAID_BEFORE and _NOT.isdisjoint(words[:without])


class Book:
    """All claims of a story. ``weight`` is a term's rarity among them; ``where`` and ``likely`` keep what was once found of
    claims and pairs of them."""

    def __init__(self, readings: tuple[Reading, ...], entity_of: dict[str, str], engine: Engine = "words") -> None:
        self.readings = readings
        self.entity_of = entity_of
        self.facts: list[Fact] = []
        self._keys = Keys(readings)
        self._terms: dict[str, tuple[list[int], tuple[tuple[str, ...], ...]]] = {}
        self.entity: dict[str, Entity] = {}
        for reading in readings:
            for entity in reading.entities:
                self.entity.setdefault(entity_of.get(entity.id, entity.id), entity)
        self._origin = self._origins()
        for number, reading in enumerate(readings):
            self._read(number, reading)
        self.by_id = {fact.id: fact for fact in self.facts}
        counts = Counter(term for fact in self.facts for term in fact.terms)
        self._in_body = Counter((fact.report, term) for fact in self.facts if not fact.head for term in fact.terms)
        self._claims = Counter(fact.report for fact in self.facts if not fact.head)
        self._begins: dict[int, int] = {}
        for fact in self.facts:
            self._begins.setdefault(fact.report, fact.order)
        self.where: dict[str, list[Where]] = {}
        self.spots: dict[str, tuple[Spot, ...]] = {}
        self.doers: dict[str, tuple[Doer, ...]] = {}
        self.acting: dict[str, Agency | None] = {}
        self.told_times: dict[str, list[Told]] = {}
        self.dated: dict[str, int] = {}
        self.scenes: dict[str, frozenset[str]] | None = None
        self.bearers: dict[int, tuple[Bearer, ...]] = {}
        self.classes: dict[str, frozenset[str]] = {}
        self.said: dict[int, frozenset[str]] = {}
        self.heard: set[tuple[int, str]] = set()
        self.stands: dict[int, list[Stand]] = {}
        self.denials: dict[int, Denial | None] = {}
        self.acts: dict[int, frozenset[str]] = {}
        self.affirmed: dict[int, frozenset[str]] = {}
        self.named: dict[int, frozenset[str]] = {}
        self._told: dict[int, frozenset[str]] = {}
        self.likely: dict[tuple[int, int], Likeness] = {}
        self._masses: dict[frozenset[str], float] = {}
        self._counted: dict[int, frozenset[str]] = {}
        self._parts: dict[int, tuple[frozenset[str], ...]] = {}
        self.signs: dict[tuple[int, int], tuple[Sign, ...]] = {}
        shared = _shared(self.facts)
        self.weight = {
            term: log(1 + len(self.facts) / count) * (1.0 if term in shared else _OWN_WORD)
            for term, count in counts.items()
        }
        self.rarest = log(1 + len(self.facts)) * _OWN_WORD
        self._near = near([fact.text for fact in self.facts], engine)

    def meaning(self, left: Fact, right: Fact) -> float:
        """How alike two claims are in meaning, 0 where the engine does not say or says little."""
        return self._near.get(frozenset((left.order, right.order)), 0.0)

    @cached_property
    def kin(self) -> dict[int, list[int]]:
        """For a claim's order the orders of those alike in meaning."""
        found: dict[int, list[int]] = {}
        for pair in self._near:
            for order in pair:
                found.setdefault(order, []).extend(pair - {order})
        return found

    def mass(self, terms: frozenset[str]) -> float:
        """The terms' rarity summed; one that stands in no claim is as rare as can be."""
        # Terms come in no order, and the sum must not hang on it.
        return fsum(map(self.weight.get, terms, repeat(self.rarest)))

    def own_mass(self, terms: frozenset[str]) -> float:
        """The same of what a claim or a figure says by itself, which many pairs ask for: summed once."""
        if terms not in self._masses:
            self._masses[terms] = self.mass(terms)
        return self._masses[terms]

    def words_of(self, report: int) -> frozenset[str]:
        """Every word of a report, folded as in names."""
        if report not in self.said:
            self.said[report] = frozenset(name_words(self.readings[report].article.text))
        return self.said[report]

    def depth(self, fact: Fact) -> float:
        """Where in its report the claim stands, from 0 to 1."""
        return fact.claim.span.start / max(1, len(fact.reading.article.text))

    def rank(self, fact: Fact) -> int:
        """The claim's place among those of its report, from 0."""
        return fact.order - self._begins[fact.report]

    @cached_property
    def head_terms(self) -> list[frozenset[str]]:
        """The terms of each report's headlines."""
        heads: list[frozenset[str]] = [frozenset()] * len(self.readings)
        for fact in self.facts:
            if fact.head:
                heads[fact.report] |= fact.terms
        return heads

    def theirs_alone(self, left: Fact, right: Fact) -> float:
        """How many terms two claims of two reports share that no other claim of either text has; worth the less the
        fewer other claims there are."""
        found, reports = self._in_body, (left.report, right.report)
        others = 1 - 1 / (1 + min(self._claims[report] for report in reports))
        return others * sum(all(found[report, term] < 2 for report in reports) for term in left.terms & right.terms)

    def counted(self, fact: Fact) -> frozenset[str]:
        """The terms of what the claim's figures count."""
        if fact.order not in self._counted:
            spans = (quantity.counted_span for quantity in fact.figures if quantity.counted_span)
            self._counted[fact.order] = frozenset(term for span in spans for term in self.terms(fact.reading, span))
        return self._counted[fact.order]

    def parts(self, fact: Fact) -> tuple[frozenset[str], ...]:
        """The terms of each part of the claim that stands between commas."""
        if fact.order not in self._parts:
            starts, keys = self._terms[fact.reading.article.id]
            tokens, span = fact.reading.tokens, fact.claim.span
            first, last = first_token(fact.reading, starts, span.start), bisect_left(starts, span.end)
            marks = [n for n in range(first, last) if tokens[n].surface in _MARKS]
            cut = zip((first, *marks), (*marks, last))
            told = (frozenset(key for several in keys[a:b] for key in several) for a, b in cut)
            self._parts[fact.order] = tuple(filter(None, told)) or (fact.terms,)
        return self._parts[fact.order]

    @cached_property
    def numbers(self) -> dict[int, frozenset[str]]:
        """The terms that are numbers, of each report's claims."""
        found: dict[int, set[str]] = {}
        for fact in self.facts:
            found.setdefault(fact.report, set()).update(fact.numbers)
        return {report: frozenset(terms) for report, terms in found.items()}

    def rarity(self, terms: frozenset[str]) -> float:
        """The terms' rarity summed, where one that only two claims have counts 1: what everybody speaks of tells little."""
        most = log(1 + len(self.facts) / 2)
        return fsum((self.weight[term] / most) ** 2 for term in terms)

    def told(self, fact: Fact) -> frozenset[str]:
        """The claim's terms besides those of its names and times."""
        if fact.order not in self._told:
            reading, span = fact.reading, fact.claim.span
            named = (m.span for m in reading.mentions if m.form == "name" and span.contains(m.span))
            aside = (*named, *(time.span for time in fact.times))
            self._told[fact.order] = fact.terms.difference(*(self.terms(reading, part) for part in aside))
        return self._told[fact.order]

    def terms(self, reading: Reading, span: Span) -> frozenset[str]:
        """The keys of the telling words in a span."""
        starts, keys = self._terms[reading.article.id]
        inside = keys[first_token(reading, starts, span.start) : bisect_left(starts, span.end)]
        return frozenset(key for several in inside for key in several)

    def _origins(self) -> dict[str, Origin]:
        """Where every claim comes from, one speaker under one key in all reports."""
        every: dict[str, Origin] = {}
        for reading in self.readings:
            found: dict[str, Origin] = {}
            places = place_words(reading)
            previous: Origin | None = None
            for claim in reading.claims:
                if claim.role in ASIDE:
                    continue
                found[claim.id] = origin = origin_of(claim, reading, self.entity_of, previous, places)
                if origin.entity or origin.kind in ("anonymous", "named", "document"):
                    previous = origin
            every |= told_whole(_one_key(found))
        return _one_key(every)

    def _read(self, number: int, reading: Reading) -> None:
        self._terms[reading.article.id] = ([token.span.start for token in reading.tokens], self._keys.of(reading))
        heads = [sentence.span.start for sentence in reading.sentences]
        triggers = sorted((event.trigger.start, event.id) for event in reading.events)
        trigger_starts = [start for start, _ in triggers]
        events = {event.id: event for event in reading.events}
        quantities = {quantity.id: quantity for quantity in reading.quantities}
        times = {time.id: time for time in reading.times}
        places = {place.id: place for place in reading.places}
        quotes = {quote.id: quote for quote in reading.quotes}
        opening = min((s.paragraph for s in reading.sentences if s.role == "body"), default=0)
        end = 0
        for claim in reading.claims:
            if claim.role in ASIDE:
                continue
            inside = triggers[
                bisect_left(trigger_starts, claim.span.start) : bisect_right(trigger_starts, claim.span.end)
            ]
            told = [events[key] for _, key in inside]
            event = events.get(claim.event or "")
            at = bisect_right(heads, claim.span.start) - 1
            sentence = reading.sentences[at] if at >= 0 else None
            terms = self.terms(reading, claim.span)
            self.facts.append(
                Fact(
                    claim,
                    reading,
                    number,
                    len(self.facts),
                    terms,
                    (self.terms(reading, sentence.span) if sentence else terms) - terms,
                    frozenset(self.entity_of.get(entity, entity) for entity in claim.entities),
                    event,
                    tuple(told),
                    frozenset(e.frame for e in told if e.frame),
                    self.fillers(told, "agent"),
                    self.fillers(told, "target"),
                    tuple(quantities[key] for key in claim.quantities if key in quantities),
                    tuple(times[key] for key in claim.times if key in times),
                    tuple(places[key] for key in claim.places if key in places),
                    self._origin[claim.id],
                    sentence,
                    opening,
                    self._refuted(reading, claim, sentence, end),
                    _doubt(claim, event, quotes),
                )
            )
            end = claim.span.end

    def _refuted(self, reading: Reading, claim: Claim, sentence: Sentence | None, end: int) -> bool:
        """Whether words of denial stand between the claim before, which ends at ``end``, and this one."""
        start = max(end, sentence.span.start) if sentence else end
        gap = Span(reading.article.id, start, claim.span.start)
        if start < claim.span.start and (
            "deny" in self.terms(reading, gap) or rejection(inside(reading, gap)) is not None
        ):
            return True
        return self._ruled_out(reading, claim)

    def _ruled_out(self, reading: Reading, claim: Claim) -> bool:
        """«استبعد مصدر زيادة أخرى»: the denial's verb opens the claim itself."""
        denies = "deny" in self.terms(reading, claim.span) or rejection(inside(reading, claim.span)) is not None
        # «نفت الشركة بشكل قاطع أنباء …»: nobody was read to say it, and the outlet tells who denies.
        return denies and claim.factuality in ("stated", "denied")

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


def _one_key(origins: dict[str, Origin]) -> dict[str, Origin]:
    """The origins of claims, one speaker under one key."""
    keys = joined(origins.values())
    return {claim: origin._replace(key=keys.get(origin.key, origin.key)) for claim, origin in origins.items()}


def leaves_out(words: Sequence[str]) -> bool:
    """Whether folded words behind a negation name what it leaves out: «لم ينج سوى رجل» says that he did."""
    return any(a in _ONLY and b not in _BUT_THAT for a, b in pairwise(words))


def inside(reading: Reading, span: Span) -> list[Token]:
    """The words in a span; «ولم» whole, where the span begins within it."""
    first = bisect_right(reading.tokens, span.start, key=lambda token: token.span.end)
    return list(reading.tokens[first : bisect_left(reading.tokens, span.end, key=lambda token: token.span.start)])


def rejection(tokens: list[Token]) -> int | None:
    """Where the charge stands that a claim rejects («رفضت الحركة الاتهامات بأنها …»), None where it rejects none."""
    said = [token.norm for token in tokens]
    for at, word in enumerate(said):
        if word in denying("rejects"):
            behind = range(at + 1, min(at + _CHARGE, len(said)))
            return next((index for index in behind if said[index] in denying("charges")), None)
    return None


@cache
def denying(kind: str) -> frozenset[str]:
    """The words of one kind of ``denials.tsv``, folded, each of a phrase by itself."""
    return frozenset(word for phrase in listed("denials", kind) for word in phrase.split())


@cache
def negations() -> frozenset[str]:
    """Particles that negate, in both languages, folded."""
    return frozenset(fold(row["word"]) for language in ("ar", "en") for row in table(language, "negations").rows)


def _shared(facts: list[Fact]) -> set[str]:
    """Terms that two reports have."""
    first: dict[str, int] = {}
    return {term for fact in facts for term in fact.terms if first.setdefault(term, fact.report) != fact.report}


def _doubt(claim: Claim, event: Event | None, quotes: dict[str, Quote]) -> str:
    """What keeps a claim from being a plain assertion: planned, demanded, warned of, conditional."""
    if claim.factuality not in ("stated", "denied"):
        return claim.factuality
    if event is not None and event.modality in ("planned", "hypothetical"):
        return event.modality
    return "actual"
