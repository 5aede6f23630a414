"""Which figures of a toll count everybody, which a part of them, and which people no figure counts together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Span
from ..reconcile.fact import HEADS, Fact
from ..reconcile.numbers.figure import Figure
from ..reconcile.numbers.population import Population, above, population, relation


def whole(several: Sequence[Figure]) -> list[Figure]:
    """The figures that count everybody meant, without those that count a part of what another counts.

    «10 قتلى بينهم 4 أطفال»: the four are a part. So are the Americans among the dead, a smaller class that another
    report counts fewer of, and a headline's number where its own report has another below. A smaller class that is
    just as many («شخصان» here, "two protesters" there) is the whole in other words.
    """
    below = {figure.fact.report for figure in several if figure.fact.claim.role not in HEADS}
    told = [f for f in several if f.fact.claim.role not in HEADS or f.fact.report not in below]
    beside: dict[int, list[Figure]] = {}
    for figure in told:
        beside.setdefault(figure.fact.report, []).append(figure)
    faces = list({(f.population, f.low, f.high): f for f in told}.values())
    tops = [
        f
        for f in told
        if not any(part_of(f, g) and (f.low, f.high) != (g.low, g.high) for g in beside[f.fact.report])
        and not any(part_of(f, g) and _least_of(f) < _least_of(g) for g in faces)
    ]
    if len({f.population.nation for f in tops} - {None}) > 1 and any(f.population.nation is None for f in tops):
        return [f for f in tops if f.population.nation is None]
    return [f for f in tops if not any(_of_a_nation(f, g) for g in beside[f.fact.report])]


def part_of(figure: Figure, other: Figure) -> bool:
    """Whether the one counts a class that is part of what the other counts."""
    return relation(figure.population, other.population) == "part"


def _least_of(figure: Figure) -> float:
    """Its lower end, or where it has none its upper: one of them is there."""
    return figure.low if figure.low is not None else figure.high or 0


def _of_a_nation(part: Figure, figure: Figure) -> bool:
    """«عشرة بينهم ثلاثة أميركيين» in one sentence."""
    return bool(
        part.population.nation
        and not figure.population.nation
        and sentence_of(part.fact) == sentence_of(figure.fact)
        and (part.low, part.high) != (figure.low, figure.high)
    )


def strata(several: Sequence[Figure]) -> list[list[Figure]]:
    """Groups of people with no member in common (soldiers, civilians), where no figure counts them together."""
    found: list[tuple[set[Population], list[Figure]]] = []
    for figure in whole(several):
        mine = [s for s in found if any(relation(figure.population, p) != "disjoint" for p in s[0])]
        if mine:
            mine[0][0].add(figure.population)
            mine[0][1].append(figure)
        else:
            found.append(({figure.population}, [figure]))
    return [figures for _, figures in found]


def under(several: Sequence[Figure], *kinds: str) -> list[Figure]:
    """Figures that count members of the given classes; what a sum adds up is looked at part by part.

    A smaller class told of out of a whole («عشرة بينهم أربعة أطفال») is a lower bound of the class asked for: not all
    civilians are children.
    """
    wholes = {q.id for one in whole(several) for q in one.quantities}
    found = []
    for figure in (part for one in several for part in _parts(one)):
        if figure.population.kind and set(kinds) & set(above(figure.population.kind)):
            open_ended = figure.population.kind not in kinds and figure.first.id not in wholes
            found.append(replace(figure, high=None, bound="at_least") if open_ended else figure)
    return found


def _parts(figure: Figure) -> Iterator[Figure]:
    if not figure.sum:
        yield figure
        return
    for q in figure.quantities:
        yield replace(figure, quantities=(q,), low=q.low, high=q.high, bound=q.bound, population=population(q))


def sentence_of(fact: Fact) -> Span:
    return fact.sentence.span if fact.sentence else fact.claim.span
