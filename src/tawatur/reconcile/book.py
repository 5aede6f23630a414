"""One look-up over all readings: every claim, how rare its terms are, and what is found of claims once for all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property
from itertools import repeat
from math import fsum, log
from typing import Any

from ..lang.matching import words as name_words
from ..model import Entity, Reading, Span
from ..story.terms import Terms
from .fact import COMMAS, Fact
from .facts import facts_of
from .kept import kept
from .meaning import Engine, near

# A term that one report alone has tells what it adds or its own choice of words, and speaks less against likeness.
_OWN_WORD = 0.55


class Book:
    """All claims of a story. ``weight`` is a term's rarity among them; ``kept`` is what functions found (kept.py)."""

    def __init__(self, readings: tuple[Reading, ...], entity_of: dict[str, str], engine: Engine = "words") -> None:
        self.readings = readings
        self.entity_of = entity_of
        self.kept: defaultdict[Callable[..., Any], dict[Any, Any]] = defaultdict(dict)
        self._terms = Terms(readings)
        self.entity: dict[str, Entity] = {}
        for reading in readings:
            for entity in reading.entities:
                self.entity.setdefault(entity_of.get(entity.id, entity.id), entity)
        self.facts = facts_of(readings, entity_of, self._terms)
        self.by_id = {fact.id: fact for fact in self.facts}
        counts = Counter(term for fact in self.facts for term in fact.terms)
        self._repeated = _repeated(self.facts)
        self._claims = Counter(fact.report for fact in self.facts if not fact.head)
        self.by_report: list[list[Fact]] = [[] for _ in readings]
        for fact in self.facts:
            self.by_report[fact.report].append(fact)
        shared = _shared(self.facts)
        self.weight = {
            term: log(1 + len(self.facts) / count) * (1.0 if term in shared else _OWN_WORD)
            for term, count in counts.items()
        }
        self.rarest = log(1 + len(self.facts)) * _OWN_WORD
        most = log(1 + len(self.facts) / 2)
        self._rarity = {term: (weight / most) ** 2 for term, weight in self.weight.items()}
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

    @kept
    def own_mass(self, terms: frozenset[str]) -> float:
        """The same of what a claim or a figure says by itself, which many pairs ask for: summed once."""
        return self.mass(terms)

    @kept
    def words_of(self, report: int) -> frozenset[str]:
        """Every word of a report, folded as in names."""
        return frozenset(name_words(self.readings[report].article.text))

    def depth(self, fact: Fact) -> float:
        """Where in its report the claim stands, from 0 to 1."""
        return fact.claim.span.start / max(1, len(fact.reading.article.text))

    def rank(self, fact: Fact) -> int:
        """The claim's place among those of its report, from 0."""
        return fact.order - self.by_report[fact.report][0].order

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
        others = 1 - 1 / (1 + min(self._claims[left.report], self._claims[right.report]))
        repeated = (self._repeated.get(report, frozenset()) for report in (left.report, right.report))
        return others * len((left.terms & right.terms).difference(*repeated))

    @kept
    def counted(self, fact: Fact) -> frozenset[str]:
        """The terms of what the claim's figures count."""
        spans = (quantity.counted_span for quantity in fact.figures if quantity.counted_span)
        return frozenset(term for span in spans for term in self.terms(fact.reading, span))

    @kept
    def figures_and_act(self, fact: Fact) -> frozenset[str]:
        """The terms of the claim's figures, of what they count, and of the act itself."""
        spans = [quantity.span for quantity in fact.figures]
        spans += [fact.event.trigger] if fact.event else []
        return self.counted(fact).union(*(self.terms(fact.reading, span) for span in spans))

    @kept
    def parts(self, fact: Fact) -> tuple[frozenset[str], ...]:
        """The terms of each part of the claim that stands between commas."""
        return tuple(filter(None, self._terms.between(fact.reading, fact.claim.span, COMMAS))) or (fact.terms,)

    @cached_property
    def numbers(self) -> dict[int, frozenset[str]]:
        """The terms that are numbers, of each report's claims."""
        found: dict[int, set[str]] = {}
        for fact in self.facts:
            found.setdefault(fact.report, set()).update(fact.numbers)
        return {report: frozenset(terms) for report, terms in found.items()}

    def rarity(self, terms: frozenset[str]) -> float:
        """The terms' rarity summed, where one that only two claims have counts 1: what everybody speaks of tells little."""
        return fsum(map(self._rarity.__getitem__, terms))

    @kept
    def told(self, fact: Fact) -> frozenset[str]:
        """The claim's terms besides those of its names and times."""
        reading, span = fact.reading, fact.claim.span
        named = (m.span for m in reading.mentions if m.form == "name" and span.contains(m.span))
        aside = (*named, *(time.span for time in fact.times))
        return fact.terms.difference(*(self.terms(reading, part) for part in aside))

    def terms(self, reading: Reading, span: Span) -> frozenset[str]:
        """The keys of the telling words in a span."""
        return self._terms.inside(reading, span)


def _repeated(facts: list[Fact]) -> dict[int, frozenset[str]]:
    """By report the terms that two claims of its text have."""
    counts: dict[int, Counter[str]] = {}
    for fact in facts:
        if not fact.head:
            counts.setdefault(fact.report, Counter()).update(fact.terms)
    return {report: frozenset(term for term in found if found[term] > 1) for report, found in counts.items()}


def _shared(facts: list[Fact]) -> set[str]:
    """Terms that two reports have."""
    first: dict[str, int] = {}
    return {term for fact in facts for term in fact.terms if first.setdefault(term, fact.report) != fact.report}
