"""Findings in order of interest, repeated ones folded, and no more than a reader will read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..model import Comparison, Finding, FindingKind
from .book import Book
from .fact import Fact
from .independence import Ledger

# Contradictions and different values first, then scope, speakers and headlines; agreements by how independent they
# are; what only one says comes last.
_ASPECTS = ("value", "date", "place", "actor", "scope", "attribution", "headline_vs_body", "name", "wording")
_GRADES = ("independent", "undetermined", "not_independent")


class Draft(NamedTuple):
    """A finding before it has its number and its independence."""

    kind: FindingKind
    comparison: Comparison
    facts: tuple[Fact, ...]
    relation: str | None
    weight: float

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact.id for fact in self.facts))


def ordered(book: Book, ledger: Ledger, drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Folded, weighed, put in order and numbered."""
    folded: dict[object, Draft] = {}
    for draft in drafts:
        aspect = draft.comparison.aspect if draft.kind in ("discrepancy", "elaboration") else None
        numbers = frozenset(value["quantity"] for value in draft.comparison.values if "quantity" in value)
        key = draft.kind, aspect, frozenset(draft.claims), numbers if aspect in ("value", "headline_vs_body") else None
        if key not in folded or _tells_more(draft, folded[key]):
            folded[key] = draft
    weighed = [
        (
            draft,
            ledger.weigh(
                draft.facts,
                agree=draft.kind in ("agreement", "elaboration"),
                words=draft.kind == "discrepancy" and draft.comparison.aspect == "wording",
                opposed=draft.kind == "contradiction" or draft.comparison.aspect == "value",
            ),
        )
        for draft in folded.values()
    ]
    weighed.sort(key=lambda item: (_rank(item[0], item[1].grade), -item[0].weight, item[0].facts[0].order))
    return tuple(
        Finding(
            id=f"f{number}",
            kind=draft.kind,
            aspect=draft.comparison.aspect if draft.kind in ("discrepancy", "elaboration") else None,
            verdict=draft.comparison.verdict,
            claims=draft.claims,
            values=draft.comparison.values,
            detail=draft.comparison.detail,
            independence=independence,
            relation=draft.relation,
            weight=round(draft.weight, 3),
        )
        for number, (draft, independence) in enumerate(weighed, 1)
    )


def _tells_more(draft: Draft, other: Draft) -> bool:
    """How numbers fit (a sum, a bound) tells more than that the claims agree; else the weightier is kept."""
    fits = draft.comparison.verdict == "compatible", other.comparison.verdict == "compatible"
    return fits[0] if fits[0] != fits[1] else draft.weight > other.weight


def _rank(draft: Draft, grade: str) -> tuple[int, int]:
    if draft.kind == "contradiction":
        return 0, 0
    if draft.kind == "discrepancy":
        return 1, _ASPECTS.index(draft.comparison.aspect)
    if draft.kind == "agreement":
        return 2, _GRADES.index(grade)
    return (3, 0) if draft.kind == "elaboration" else (4, 0)
