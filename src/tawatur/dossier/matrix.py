"""Claims by reports: who says so, who says otherwise, who denies it and who is silent."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ..model import Finding, Span
from .view import View

State = Literal["says", "otherwise", "denies", "silent"]

# A headline against its own body, and the choice of words, are not claims that other reports could share.
_LEFT_OUT = ("headline_vs_body", "wording")
# What tells one value of a finding from another; the rest says where the value stands.
_VALUE = ("low", "high", "window", "edtf", "source", "parts")


class Cell(NamedTuple):
    """What one report does with a claim; ``claims`` are those to light up, ``words`` the value it gives."""

    report: int
    state: State
    claims: tuple[str, ...]
    words: str | None


class Row(NamedTuple):
    """One claim at issue: the words of the report that the others are set against."""

    finding: Finding
    span: Span
    cells: tuple[Cell, ...]

    def count(self, state: State) -> int:
        return sum(cell.state == state for cell in self.cells)


def rows(view: View) -> list[Row]:
    """One row a finding; an agreement that another row holds whole is not told twice."""
    found: list[Row] = []
    told: list[frozenset[str]] = []
    for finding in view.dossier.findings:
        claims = frozenset(finding.claims)
        if finding.kind != "single_source" and finding.independence.reports < 2:
            continue
        if finding.aspect in _LEFT_OUT or (finding.kind == "agreement" and any(claims <= other for other in told)):
            continue
        if finding.kind == "agreement" and finding.relation == "Overlap":  # in part: nobody says just these words
            continue
        told.append(claims)
        found.append(_row(view, finding))
    return found


def _row(view: View, finding: Finding) -> Row:
    reference = _reference(view, finding)
    values = {value["claim"]: value for value in finding.values if "claim" in value}
    first = _told(values.get(reference))
    # What one report adds is the claim; the others are silent about it.
    claims = (reference,) if finding.kind == "elaboration" else finding.claims
    standing = {claim: claim for claim in claims}
    told = {view.number(view.claim(claim).span.article_id) for claim in claims}
    for claim in claims:
        for copy in view.same(claim):
            if view.number(view.claim(copy).span.article_id) not in told:
                standing.setdefault(copy, claim)
    of_report: dict[int, list[str]] = {}
    for claim in standing:
        of_report.setdefault(view.number(view.claim(claim).span.article_id), []).append(claim)
    cells = []
    for number in range(len(view.dossier.readings)):
        own = of_report.get(number, [])
        states = [_state(view, finding, standing[claim], values, first) for claim in own]
        state: State = min(states, key=("denies", "otherwise", "says").index, default="silent")
        words = next((values[standing[c]].get("text") for c in own if standing[c] in values), None)
        cells.append(Cell(number, state, tuple(own), words))
    return Row(finding, view.shown(view.claim(reference)), tuple(cells))


def _reference(view: View, finding: Finding) -> str:
    """The claim that the others are set against: the first that is no denial."""
    if finding.kind == "contradiction":
        return next((c for c in finding.claims if not view.denied(c)), finding.claims[0])
    return finding.claims[0]


def _state(view: View, finding: Finding, claim: str, values: dict[str, dict[str, Any]], first: object) -> State:
    if finding.kind == "contradiction":
        value = values.get(claim)
        if view.denied(claim) or (value is not None and value.get("polarity") == "negative"):
            return "denies"
        return "says" if value is None or value.get("polarity") == "positive" else "otherwise"
    if finding.kind == "discrepancy" and claim in values and _told(values[claim]) != first:
        return "otherwise"
    return "denies" if finding.kind == "agreement" and _alone_disowned(view, finding, claim) else "says"


def _told(value: dict[str, Any] | None) -> object:
    """What a value says, to tell it from another; its words where it has no fields of a kind."""
    if value is None:
        return None
    told = tuple((name, repr(value[name])) for name in _VALUE if value.get(name) not in (None, []))
    return told or value.get("text")


def _alone_disowned(view: View, finding: Finding, claim: str) -> bool:
    """A denial among claims that agree in something else; where all of them deny, they agree in denying."""
    return view.denied(claim) and not all(view.denied(other) for other in finding.claims)
