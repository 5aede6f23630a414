"""Reports side by side: readings, alignments, findings, lineages and the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .mention import Entity, Mention, Place, Quantity, TimeExpression
from .statement import Claim, Event, Label, Quote
from .text import Anchor, Article, Said, Sentence, Span, Token

FindingKind = Literal["agreement", "discrepancy", "elaboration", "single_source", "contradiction"]
Aspect = Literal["value", "scope", "date", "place", "actor", "attribution", "name", "wording", "headline_vs_body"]
Verdict = Literal["same", "compatible", "differ", "contradict", "alone"]
Relation = Literal["copy", "derived", "common_source", "independent", "undetermined"]
Grade = Literal["independent", "not_independent", "undetermined"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with everything its annotators found."""

    article: Article
    anchor: Anchor
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles. ``words`` counts them; quoted passages are shared speech."""

    left: Span
    right: Span
    words: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Lineage:
    """How two reports' texts hang together. ``earlier`` is an article id, only where timestamps tell."""

    id: str
    articles: tuple[str, str]
    passages: tuple[Passage, ...]
    relation: Relation
    evidence: Said
    containment: float = 0.0
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one comparator says of two claims: a verdict, a score in 0..1 and a readable detail."""

    aspect: Aspect
    verdict: Verdict
    score: float
    detail: Said
    values: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims about the same slot, and why they were set side by side."""

    claims: tuple[str, ...]
    slot: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """Five counts that stay apart, the grade on the smaller of lineages and origins, and the reason."""

    reports: int
    outlets: int
    families: int
    lineages: int
    origins: int
    grade: Grade
    reason: Said


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the record says about the reports. ``relation`` is Cross-document Structure Theory's name."""

    id: str
    kind: FindingKind
    aspect: Aspect | None
    verdict: Verdict
    claims: tuple[str, ...]
    values: tuple[dict[str, Any], ...]
    detail: Said
    independence: Independence
    relation: str | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's reversible word that two entities are, or are not, one.

    ``left`` and ``right`` are entity ids, or names as the reports spell them: of every report, or of one outlet's
    («name @ outlet»). Of several about one pair the last counts; with ``deleted_at`` it is taken back.
    """

    left: str
    right: str
    verdict: Literal["same", "different"]
    user: str
    created_at: str
    deleted_at: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a later record of a story says otherwise than an earlier one. Ids of findings: ``finding`` in the later
    record, ``before`` in the earlier; claims are the later record's, or the earlier's for what was withdrawn."""

    kind: Literal["corroborated", "new", "changed", "withdrawn"]
    finding: str | None
    before: str | None
    claims: tuple[str, ...]
    detail: Said


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a date: an event, or the making of a statement."""

    edtf: str
    earliest: str
    latest: str
    claims: tuple[str, ...]
    kind: Literal["event", "statement", "publication"]
    text: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, what was not, and what each report was found to hold."""

    reports: int
    outlets: int
    families: int
    lineages: int
    skipped: tuple[Said, ...]
    notes: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole record of one story. ``entities`` are joined across the articles; all else stays per article."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    entity_of: dict[str, str]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]
    lineages: tuple[Lineage, ...]
    timeline: tuple[TimelineEntry, ...]
    coverage: Coverage
    # Against an earlier record of the story; None where there is none.
    changes: tuple[Change, ...] | None = None
    # People's judgements that ``entities`` rest on.
    judged: tuple[Judgement, ...] = ()
