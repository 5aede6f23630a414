"""A figure as it can be compared: what befell whom (outcome and population), in which time window; the words around it say
of which event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Span
from ..fact import Fact
from .clauses import LED, clause_of
from .fates import FATES
from .measures import LENGTH
from .parts import alone
from .population import Population, above

# «وثلاثة من مرافقيه»: those beside whom one more may be told.
_OF_HIS = re.compile(r"\W+(?:من \w{3,}(?:ه|ها)\b|(?:\w+\W+)?اخر(?:ين|ون|ان)\b|of (?:his|her|its)\b|others?\b)")


@dataclass(frozen=True, eq=False)
class Figure:
    """``quantities`` has several members where the figure is a sum of parts. ``low`` and ``high`` are inclusive.

    ``what`` are the terms of what is counted, ``own`` the claim's others and ``context`` the sentence's; ``part`` tells a
    number that the words make a part of another, ``past`` one that belongs to something long before the report,
    ``measure`` what it measures where a happening has one such number, ``measures`` all that its clause names, ``risen``
    a toll that has grown, ``about`` whose age it is, in years.
    """

    fact: Fact
    quantities: tuple[Quantity, ...]
    low: float | None
    high: float | None
    bound: str
    population: Population
    outcome: str
    window: str | None
    context: frozenset[str]
    names: frozenset[str]
    what: frozenset[str]
    own: frozenset[str]
    part: bool
    past: bool
    measure: str | None = None
    risen: bool = False
    about: str | None = None
    measures: frozenset[str] = frozenset()

    @property
    def length(self) -> bool:
        """Whether it is a length of time, in hours."""
        return self.first.counted == LENGTH

    @cached_property
    def corrected(self) -> bool:
        """«ستة لا ثمانية»: whether it is the number that is said not to be."""
        text, start = self.fact.reading.article.text, self.first.span.start
        return not listed("toll_words", "not").isdisjoint(fold(text[max(0, start - 8) : start]).split()[-1:])

    @cached_property
    def besides(self) -> bool:
        """«قتل القيادي وثلاثة من مرافقيه», "and three others": one more may be told before the number."""
        text, span = self.fact.reading.article.text, self.first.span
        led = text[max(0, span.start - 4) : span.start].split()[-1:]
        joined = not listed("toll_words", "and").isdisjoint(led)
        return joined and not self.sum and _OF_HIS.match(fold(text[span.end :][:LED])) is not None

    @cached_property
    def alone(self) -> Span | None:
        """«في ولاية الكاف وحدها»: the words that narrow what it is told for."""
        return alone(self.fact.reading, self.first, self.sentence) if self.part else None

    @property
    def base(self) -> bool:
        """«171 صوتا من أصل 238»: what another number is a part of."""
        before = fold(self.fact.reading.article.text[: self.first.span.start][-LED:]).split()
        return " ".join(before[-2:]) in listed("outcomes", "out_of")

    @property
    def occasions(self) -> bool:
        """«مرتين», "three times": how often."""
        return fold(self.first.counted or "") in listed("outcomes", "times")

    @property
    def first(self) -> Quantity:
        return self.quantities[0]

    @cached_property
    def clause(self) -> Span:
        """The words around its number that can say what it is of."""
        return clause_of(self.fact, self.first)

    @property
    def sentence(self) -> Span:
        """That of its claim."""
        return self.fact.sentence.span if self.fact.sentence else self.fact.claim.span

    @property
    def text(self) -> str:
        """The words of the figure with what it counts, both as the report has them."""
        return " + ".join(words_of(self.fact, quantity) for quantity in self.quantities)

    @property
    def sum(self) -> bool:
        return len(self.quantities) > 1

    @cached_property
    def fate(self) -> str:
        """What befell people; "other" for whatever befell things and households, which two reports tell in many words."""
        kind = self.population.kind
        people = kind is None or (kind != "family" and above(kind)[-1] == "person")
        return self.outcome if self.outcome in FATES and people else "other"

    @property
    def sort(self) -> str:
        """The outcome, or what is counted where no outcome is told; empty where neither is known."""
        if self.fate != "other":
            return self.fate
        if self.measure:
            return f"measure:{self.measure}"
        told = self.population.kind if self.population.kind not in (None, "person") else min(self.what, default="")
        return f"other:{told}" if told else ""

    @property
    def lone(self) -> bool:
        """One of something, told by the noun alone («قياديا»): a part of sums, but no number to compare."""
        q = self.first
        return not self.sum and q.low == q.high == 1 and q.counted_span == q.span


# "43 carved wooden statues": so many characters may stand between a number and what it counts.
_DESCRIBED = 30


def words_of(fact: Fact, quantity: Quantity) -> str:
    """«أكثر من 300 عنصر»: the number and the noun beside it."""
    text = fact.reading.article.text
    span = quantity.span
    counted = quantity.counted_span
    if (
        counted is not None
        and counted.start >= span.start
        and counted.end > span.end
        and counted.start - span.end < (_DESCRIBED if fact.reading.article.language == "en" else 3)
    ):
        span = Span(span.article_id, span.start, counted.end)
    elif counted is not None and counted.end <= span.start and span.start - counted.end < 3:
        span = Span(span.article_id, counted.start, span.end)
    return " ".join(span.of(text).split())
