"""A record's findings at the places of their words, and what each says of a pair of the gold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from ...model import Dossier, Finding, Span
from .gold import Pair, Place


class Voice(NamedTuple):
    """One claim of a finding, at the words that count: the figure's where figures are compared, else the claim's."""

    claim: str
    places: tuple[Place, ...]
    value: dict[str, Any]
    whole: Place
    role: str
    exact: Place | None = None

    def at(self, place: Place) -> bool:
        return any(place.meets(mine) for mine in self.places)

    def tells(self, place: Place) -> bool:
        """Whether the finding points at these words, where it points at any inside the claim."""
        return self.at(place) and (self.exact is None or self.exact.meets(place))


class Told(NamedTuple):
    """A finding with its claims as voices."""

    finding: Finding
    voices: tuple[Voice, ...]

    def reports(self) -> set[int]:
        return {voice.places[0].report for voice in self.voices}

    @property
    def conflict(self) -> bool:
        return self.finding.kind in ("discrepancy", "contradiction")

    def joined(self) -> Iterator[tuple[Voice, Voice]]:
        """Pairs of voices of two reports; of one report where the finding is about one."""
        within = len(self.reports()) == 1
        for left, right in combinations(self.voices, 2):
            if within or left.places[0].report != right.places[0].report:
                yield left, right

    def differ(self, left: Voice, right: Voice) -> bool:
        """Whether a conflict finding sets these two against each other, and not each against a third."""
        a, b = left.value, right.value
        if len(self.voices) > 2 and self.finding.aspect == "value" and "low" in a and "low" in b:
            return not (_at_most(a["low"], b["high"]) and _at_most(b["low"], a["high"]))
        if self.finding.aspect == "scope" and "low" in a and "low" in b:
            return any(a.get(key) != b.get(key) for key in ("window", "reach"))
        return not ("term" in a and a["term"] == b.get("term"))

    def joins(self, pair: Pair) -> bool | None:
        """None where the finding does not set the pair side by side; else whether it says that they differ."""
        found = None
        for left, right in self.joined():
            if (left.at(pair.left) and right.at(pair.right)) or (right.at(pair.left) and left.at(pair.right)):
                found = found or (self.conflict and self.differ(left, right))
        return found

    def points_at(self, pair: Pair) -> bool:
        """Whether a conflict is about the words of the pair, and not about other words of the same claims: two
        sentences that tell one toll may well differ in the day."""
        return any(
            (left.tells(pair.left) and right.tells(pair.right)) or (right.tells(pair.left) and left.tells(pair.right))
            for left, right in self.joined()
            if self.differ(left, right)
        )

    def kind(self, differ: bool) -> str:
        """The finding's kind for one of its pairs: in a conflict of three, two may agree."""
        return "agreement" if self.conflict and not differ else self.finding.kind


def told_by(dossier: Dossier) -> list[Told]:
    """Every finding with the places of its claims, and of its figures where it compares figures."""
    places = _Places(dossier)
    found = []
    for finding in dossier.findings:
        voices: list[Voice] = []
        for value in (*finding.values, *({"claim": claim} for claim in finding.claims)):
            if "low" in value or not any(voice.claim == value["claim"] for voice in voices):
                voices.append(places.voice(value))
        found.append(Told(finding, tuple(voices)))
    return found


class _Places:
    """Where the claims and figures of a record stand."""

    def __init__(self, dossier: Dossier) -> None:
        self._number = {reading.article.id: index for index, reading in enumerate(dossier.readings)}
        self._claims = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
        self._spans = {q.id: q.span for reading in dossier.readings for q in reading.quantities}

    def voice(self, value: dict[str, Any]) -> Voice:
        """The voice that one of a finding's values tells of."""
        claim = self._claims[value["claim"]]
        figures = value.get("parts") or ([value["quantity"]] if "quantity" in value else [])
        # A title may stand beside the claim, with who says it: the finding points at it.
        beside = [value["span"]] if value.get("span") else []
        at = [self._spans[key] for key in figures] or [claim.span, *beside]
        exact = self._place(beside[0]) if beside and not figures else None
        return Voice(claim.id, tuple(map(self._place, at)), value, self._place(claim.span), claim.role, exact)

    def _place(self, span: Span) -> Place:
        return Place(self._number[span.article_id], span.start, span.end)


def _at_most(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high
