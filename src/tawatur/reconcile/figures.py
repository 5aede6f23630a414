"""Figures of the reports as they can be compared: one number, or the sum that a sentence breaks down.

A figure is what befell whom (outcome and population), in which time window; the words around it say of which
event. Figures of one event, outcome and comparable population stand in one slot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from ..lang.normalise import fold
from ..model import Quantity, Span
from ..settings import settings
from .book import Book, Fact, stems_of
from .population import Population, common, population, relation
from .similarity import overlap, rarity

# Counting these says nothing that another report could confirm: lengths of time, sums of money are compared only
# where the same thing is counted in the same words.
_LOOSE_UNITS = frozenset(("money", "measure", "percent", "fraction"))

_NONE: frozenset[object] = frozenset()


@dataclass(frozen=True, eq=False)
class Figure:
    """``quantities`` has several members where the figure is a sum of parts. ``low`` and ``high`` are inclusive."""

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

    @property
    def first(self) -> Quantity:
        return self.quantities[0]

    @property
    def text(self) -> str:
        """The words of the figure with what it counts, both as the report has them."""
        return " + ".join(words_of(self.fact, quantity) for quantity in self.quantities)

    @property
    def sum(self) -> bool:
        return len(self.quantities) > 1

    @property
    def sort(self) -> str:
        """The outcome, or the class of what is counted where no outcome is told; empty where neither is known."""
        return self.outcome if self.outcome != "other" else f"other:{self.population.kind}" * bool(self.population.kind)

    @property
    def lone(self) -> bool:
        """One of something, told by the noun alone («قياديا»): a part of sums, but no number to compare."""
        q = self.first
        return not self.sum and q.low == q.high == 1 and q.counted_span in (None, q.span)


def words_of(fact: Fact, quantity: Quantity) -> str:
    """«أكثر من 300 عنصر»: the number and the noun beside it."""
    text = fact.reading.article.text
    span = quantity.span
    counted = quantity.counted_span
    if counted is not None and counted.start >= span.start and counted.end > span.end and counted.start - span.end < 3:
        span = Span(span.article_id, span.start, counted.end)
    elif counted is not None and counted.end <= span.start and span.start - counted.end < 3:
        span = Span(span.article_id, counted.start, span.end)
    return " ".join(span.of(text).split())


def figures(book: Book) -> list[Figure]:
    """Every figure of every claim, sums of one sentence beside their parts."""
    found: list[Figure] = []
    starts: dict[str, list[int]] = {}
    for fact in book.facts:
        if fact.doubt in ("planned", "hypothetical", "conditional", "demanded"):
            continue
        article = fact.reading.article.id
        if article not in starts:
            starts[article] = [token.span.start for token in fact.reading.tokens]
        for quantity in fact.figures:
            if quantity.unit == "ordinal" or (quantity.low is None and quantity.high is None):
                continue
            found.append(_figure(book, fact, quantity, starts[article]))
    return [*found, *_sums(found)]


def _figure(book: Book, fact: Fact, quantity: Quantity, starts: list[int]) -> Figure:
    sentence = fact.sentence.span if fact.sentence else fact.claim.span
    names = frozenset(
        book.entity_of.get(m.entity, m.entity) for m in fact.reading.mentions if m.entity and sentence.contains(m.span)
    )
    own = stems_of(fact.reading, starts, quantity.counted_span or quantity.span)
    return Figure(
        fact,
        (quantity,),
        quantity.low,
        quantity.high,
        quantity.bound,
        population(quantity),
        quantity.outcome or "other",
        quantity.window,
        stems_of(fact.reading, starts, sentence) - own,
        names,
    )


def _sums(found: list[Figure]) -> Iterator[Figure]:
    """«جنديان ومدني»: exact parts of one outcome in one claim whose classes have no member in common.

    One word tells what befell them all: «قتل قياديا على صلة بهجوم أسفر عن مقتل ثلاثة» is no four killed.
    """
    groups: dict[tuple[str, str, Span | None], list[Figure]] = {}
    for figure in found:
        if figure.outcome != "other" and figure.bound == "exact":
            groups.setdefault((figure.fact.id, figure.outcome, figure.first.cue), []).append(figure)
    for (_, outcome, _), parts in groups.items():
        if len(parts) < 2:
            continue
        whole = parts[0].population
        for left, right in combinations(parts, 2):
            joined = common(left.population, right.population)
            if joined is None or joined.kind is None:
                break
            whole = joined
        else:
            total = sum(part.low or 0 for part in parts)
            first = parts[0]
            nation = next((p.population.nation for p in parts if p.population.nation), None)
            windows = {part.window for part in parts}
            yield Figure(
                first.fact,
                tuple(part.first for part in parts),
                total,
                total,
                "exact",
                whole._replace(nation=nation),
                outcome,
                windows.pop() if len(windows) == 1 else None,
                first.context,
                first.names,
            )


def comparable(left: Figure, right: Figure) -> str | None:
    """How the populations of two figures stand, or None where their numbers say nothing of each other."""
    if left.outcome != right.outcome or left.first.unit != right.first.unit:
        return None
    if left.outcome == "other" or left.first.unit in _LOOSE_UNITS:
        same_noun = _noun(left) and _noun(left) == _noun(right)
        same_class = left.population.kind is not None and left.population.kind == right.population.kind
        if not same_noun and not (same_class and left.first.unit == "count"):
            return None
    stands = relation(left.population, right.population)
    return None if stands in ("disjoint", "unknown") else stands


def _noun(figure: Figure) -> str:
    return fold(figure.first.counted or "").removeprefix("ال")


def overlapping(left: Figure, right: Figure) -> bool:
    """Whether one number can be meant by both; «about» gives a little."""
    a, b = _range(left), _range(right)
    return a[0] <= b[1] and b[0] <= a[1]


def _range(figure: Figure) -> tuple[float, float]:
    low = float("-inf") if figure.low is None else float(figure.low)
    high = float("inf") if figure.high is None else float(figure.high)
    if figure.bound == "about":
        give = float(settings("figures")["about"])
        low, high = low * (1 - give), high * (1 + give)
    return low, high


def equal(left: Figure, right: Figure) -> bool:
    return (left.low, left.high) == (right.low, right.high)


class Known(NamedTuple):
    """What is known of claims beyond their figures: their slots, the slots of their sentences' other figures, and the
    reports that have one figure of an outcome."""

    slots: dict[str, set[object]]
    sentences: dict[object, set[object]]
    sole: set[tuple[int, str]]


def evidence(book: Book, left: Figure, right: Figure, known: Known) -> tuple[float, list[str]]:
    """How sure it is that two comparable figures are of one event, and why.

    Dates and actors that cannot be the same speak against it.
    """
    found = list(_evidence(book, left, right, known))
    return sum(score for score, _ in found), [reason for _, reason in found]


def _evidence(book: Book, left: Figure, right: Figure, known: Known) -> Iterator[tuple[float, str]]:
    weights = settings("figures")
    if known.slots.get(left.fact.id, _NONE) & known.slots.get(right.fact.id, _NONE):
        yield weights["slot"], "claims of one slot"
    if equal(left, right) and (left.low or left.high or 0) > 2:
        yield weights["number"], "the same number"
    names = left.names & right.names
    if names:
        yield weights["names"] * min(1.0, sum(rarity(book, name) for name in names)), "the same names"
    words = overlap(book, left.context & book.weight.keys(), right.context & book.weight.keys())
    yield min(weights["words"], words), f"words {words:.2f}"
    if left.population.kind not in (None, "person") and left.population.kind == right.population.kind:
        yield weights["population"], "the same population"
    yield from _company(left, right, known)
    days = _days(left.fact), _days(right.fact)
    if days[0] and days[1]:
        near = any(a <= d and c <= b for a, b in days[0] for c, d in days[1])
        yield (weights["near"], "dates that fit") if near else (-weights["far"], "other dates")
    if left.fact.agents and right.fact.agents:
        same = left.fact.agents & right.fact.agents
        yield (weights["actor"], "the same actor") if same else (-weights["other_actor"], "other actors")


def _company(left: Figure, right: Figure, known: Known) -> Iterator[tuple[float, str]]:
    """Figures that stand beside these, and figures that stand alone in their reports."""
    weights = settings("figures")
    if left.fact.report == right.fact.report:
        return
    if left.fact.sentence and right.fact.sentence:
        beside = [
            {slot for slot in known.sentences.get(figure.fact.sentence.span, _NONE) if slot[1] != figure.outcome}  # type: ignore[index, union-attr]
            for figure in (left, right)
        ]
        if beside[0] & beside[1]:
            yield weights["beside"], "other figures beside them match"
    keys = (left.fact.report, left.sort), (right.fact.report, right.sort)
    if keys[0] in known.sole and keys[1] in known.sole:
        yield weights["sole"], "each report has one such figure"


def _days(fact: Fact) -> list[tuple[str, str]]:
    return [
        (time.earliest, time.latest) for time in fact.times if time.type == "DATE" and time.earliest and time.latest
    ]
