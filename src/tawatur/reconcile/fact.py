"""A claim with what it says: its words, events, figures and origin, and what follows from them alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from ..lang.normalise import fold
from ..lang.surface import bare_start
from ..model import Claim, Event, Place, Quantity, Reading, Sentence, Span, TimeExpression, Token
from ..story.number_keys import number_key
from .negation import denying, leaves_out
from .origins import Origin

_NOT = denying("not_yet")
# So many words in front of «دون» say something themselves.
_SAID_BEFORE = 3
# What befalls people.
FATES = ("killed", "wounded", "detained", "missing", "displaced")
# They part what a claim tells.
COMMAS = frozenset("،,؛;:")
HEADS = frozenset(("headline", "kicker", "deck"))


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
    doubt: str = "actual"

    # Asked for by every pair of claims.
    @cached_property
    def id(self) -> str:
        return self.claim.id

    @property
    def text(self) -> str:
        return self.claim.span.of(self.reading.article.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The claim's words. The list is nobody's to change."""
        return inside(self.reading, self.claim.span)

    @property
    def parts(self) -> list[Span]:
        """What stands between its commas."""
        groups = [
            list(group) for mark, group in groupby(self.tokens, lambda token: token.surface in COMMAS) if not mark
        ]
        return [Span(self.claim.span.article_id, group[0].span.start, group[-1].span.end) for group in groups]

    def at(self, span: Span) -> str:
        """The report's words in a span, on one line."""
        return " ".join(span.of(self.reading.article.text).split())

    @property
    def outlet(self) -> str:
        return self.reading.article.outlet.name

    @cached_property
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
    def dates(self) -> tuple[TimeExpression, ...]:
        """The days and longer times that it names, with both ends known."""
        return tuple(time for time in self.times if time.type == "DATE" and time.earliest and time.latest)

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
        still = sum(a in _NOT and b in denying("lasts") for a, b in pairwise(words)) + leaves_out(words)
        return not still or still < sum(word in _NOT for word in words)

    @cached_property
    def affirms(self) -> bool:
        """Whether it says that something is so, be it that something else was not: «… دون أن يسفر عن ضحايا»."""
        if not self.denied or self.claim.factuality == "denied" or self.refuted:
            return not self.denied
        words = fold(self.text).split()
        without = next((at for at, word in enumerate(words) if word in denying("lacking")), 0)
        return without >= _SAID_BEFORE and _NOT.isdisjoint(words[:without])


def inside(reading: Reading, span: Span) -> list[Token]:
    """The words in a span; «ولم» whole, where the span begins within it."""
    first = bisect_right(reading.tokens, span.start, key=lambda token: token.span.end)
    return list(reading.tokens[first : bisect_left(reading.tokens, span.end, key=lambda token: token.span.start)])


def _begin(token: Token) -> int:
    return bare_start(token) if token.proclitics == ("و",) else token.span.start
