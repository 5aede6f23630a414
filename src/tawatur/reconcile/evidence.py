"""How sure it is that two figures that can be compared are of one event, and whether two that differ can be a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..settings import settings
from ..story.terms import common_tongue
from .book import Book
from .comparable import equal
from .figures import Figure, clause_of
from .similarity import rarity, share

# A happening and what follows from it are told by days this near.
_NEAR_DAYS = 3
# Of two numbers of things that no word tells the fate of, this much of the words beside them must be shared.
_BESIDE, _BESIDE_LATER = 0.3, 0.5

_NONE: frozenset[object] = frozenset()


class Known(NamedTuple):
    """What is known of claims beyond their figures: how like they are, the slots of their sentences' other figures,
    the reports that have one figure of an outcome, and figures with the reports that give the very same number."""

    alike: dict[frozenset[str], float]
    sentences: dict[object, set[object]]
    sole: set[tuple[int, str]]
    met: set[tuple[str, int]]


def evidence(book: Book, left: Figure, right: Figure, known: Known) -> tuple[float, list[str]]:
    """How sure it is that two comparable figures are of one event, and why.

    Dates and actors that cannot be the same speak against it.
    """
    found = list(_evidence(book, left, right, known))
    return sum(score for score, _ in found), [reason for _, reason in found]


def _evidence(book: Book, left: Figure, right: Figure, known: Known) -> Iterator[tuple[float, str]]:
    weights = settings("figures")
    alike = known.alike.get(frozenset((left.fact.id, right.fact.id)), 0.0)
    if alike:
        yield weights["slot"] * min(1.0, alike / settings("align")["sure_score"]), "claims set side by side"
    if equal(left, right) and (left.low or left.high or 0) > 2:
        yield weights["number"], "the same number"
    names = left.names & right.names
    if names:
        yield weights["names"] * min(1.0, sum(rarity(book, name) for name in names)), "the same names"
    words = max(_share(book, left, right, "own"), 0.7 * _share(book, left, right, "context"))
    yield min(weights["words"], words), f"words {words:.2f}"
    if left.fact.lead and right.fact.lead:
        yield weights["lead"], "both lead their reports"
    if left.measure and left.measure == right.measure:
        yield weights["measure"], f"the same measure, {left.measure}"
    elif (left.what & right.what and not left.length) or (
        left.population.kind not in (None, "person") and left.population.kind == right.population.kind
    ):
        yield weights["population"], "the same population"
    if left.fact.origin.known and left.fact.origin.key == right.fact.origin.key:
        yield weights["speaker"], "the same speaker"
    yield from _company(left, right, known)
    if left.fate == "other" and not left.measure and _other_days(left, right):
        yield -weights["later"], "reports of different days"
    days = _days(left), _days(right)
    if days[0] and days[1]:
        if any(a <= d and c <= b for a, b in days[0] for c, d in days[1]):
            yield weights["near"], "dates that fit"
        elif all(_gap(mine, yours) > _NEAR_DAYS for mine in days[0] for yours in days[1]):
            yield -weights["far"], "other dates"
    if left.fact.agents and right.fact.agents:
        same = left.fact.agents & right.fact.agents
        yield (weights["actor"], "the same actor") if same else (-weights["other_actor"], "other actors")


def mates(book: Book, left: Figure, right: Figure) -> float:
    """How well two figures pair: an equal number first, then the words beside them."""
    return equal(left, right) + _share(book, left, right, "own") + 0.1 * bool(left.what & right.what)


def opposable(book: Book, left: Figure, right: Figure, known: Known) -> bool:
    """Whether two numbers that differ can be a conflict: for things of no told fate, the clauses must be alike, or each
    report have one such number; on another day a number of such things may have changed."""
    if left.fate != "other":
        days = _days(left), _days(right)
        return not all(days) or any(_gap(mine, yours) <= _NEAR_DAYS for mine in days[0] for yours in days[1])
    beside = _share(book, left, right, "own")
    if left.first.unit == "count" and not left.measure and _other_days(left, right):
        return beside >= _BESIDE_LATER
    alone = len(left.fact.figures) == len(right.fact.figures) == 1 or beside >= _BESIDE / 2
    if alone and known.alike.get(frozenset((left.fact.id, right.fact.id)), 0.0) >= settings("align")["sure_score"]:
        return True
    sole = {(figure.fact.report, figure.sort) for figure in (left, right)} <= known.sole
    if sole and left.measure and left.measure == right.measure:
        return True
    known_alike = left.first.unit != "money" or beside > 0 or bool(left.names & right.names)
    return beside >= _BESIDE or (sole and known_alike and not left.length)


def _other_days(left: Figure, right: Figure) -> bool:
    days = [(figure.fact.reading.article.published or "")[:10] for figure in (left, right)]
    return bool(days[0] and days[1]) and days[0] != days[1]


def _share(book: Book, left: Figure, right: Figure, part: str) -> float:
    """How much of the terms beside the numbers is shared, in what two languages can share."""
    ours, theirs = getattr(left, part), getattr(right, part)
    if left.fact.reading.article.language != right.fact.reading.article.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return share(book, ours, theirs)


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
    if keys[0] in known.sole and keys[1] in known.sole and (left.measure or not left.length):
        sure = left.fate != "other"
        yield weights["sole" if sure else "sole_other"], "each report has one such figure"


def _gap(left: tuple[str, str], right: tuple[str, str]) -> int:
    """Days between two stretches of days."""
    first, second = sorted((left, right))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def _days(figure: Figure) -> list[tuple[str, str]]:
    """The days of what is counted: those of its claim; for things of no told fate, those of its clause alone."""
    fact = figure.fact
    clause = clause_of(fact, figure.first) if figure.fate == "other" else fact.claim.span
    return [
        (time.earliest[:10], time.latest[:10])
        for time in fact.times
        if time.type == "DATE" and time.earliest and time.latest and clause.overlaps(time.span)
    ]
