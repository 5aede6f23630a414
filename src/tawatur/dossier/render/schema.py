"""The JSON door as pydantic models: what a reader of our JSON may rely on, checked by the tests.

Not imported while reports are read or written: a validator costs more than all of ``compare`` takes to start.
``DossierRecord.model_json_schema()`` is the JSON Schema.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = str


class Strict(BaseModel):
    """No field that is not named here, so that a new one is added to the door on purpose."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SpanJSON(Strict):
    article: Id
    start: int
    end: int
    text: str


class SaidJSON(Strict):
    ar: str
    en: str


class OutletJSON(Strict):
    key: str
    name: str
    country: str | None
    family: str | None
    kind: str | None


class SectionJSON(Strict):
    role: str
    span: SpanJSON


class ArticleJSON(Strict):
    id: Id
    outlet: OutletJSON
    text: str
    sections: list[SectionJSON]
    language: str
    url: str | None
    title: str | None
    byline: str | None
    published: str | None
    published_basis: Literal["given", "metadata", "inferred", "unknown"]
    published_reason: SaidJSON | None
    published_span: SpanJSON | None
    notes: list[SaidJSON]
    source: str | None


class TokenJSON(Strict):
    span: SpanJSON
    surface: str
    norm: str
    stem: str
    kind: str
    proclitics: list[str]
    enclitics: list[str]


class MentionJSON(Strict):
    id: Id
    span: SpanJSON
    form: Literal["name", "nominal", "pronoun"]
    kind: Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "OPERATION", "MISC"]
    head: str
    role_title: str | None
    entity: Id | None


class VariantJSON(Strict):
    text: str
    outlet: str
    count: int


class LinkJSON(Strict):
    left: str
    right: str
    rule: str
    detail: str


class EntityJSON(Strict):
    id: Id
    kind: str
    name: str
    variants: list[VariantJSON]
    mentions: list[Id]
    identifiers: list[list[str]]
    roles: list[str]
    links: list[LinkJSON]


class PlaceJSON(Strict):
    id: Id
    span: SpanJSON
    name: str
    entity: Id | None
    lat: float | None
    lon: float | None
    gazetteer_id: str | None
    country: str | None
    admin1: str | None
    precision: str
    candidates: int
    reason: str | None


class QuantityJSON(Strict):
    id: Id
    span: SpanJSON
    low: float | int | None
    high: float | int | None
    bound: Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "range"]
    unit: str
    counted: str | None
    counted_span: SpanJSON | None
    outcome: str | None
    cue: SpanJSON | None
    population: str | None
    window: str | None
    window_time: Id | None


class TimeJSON(Strict):
    id: Id
    span: SpanJSON
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    edtf: str | None
    earliest: str | None
    latest: str | None
    precision: str
    calendar: Literal["gregorian", "hijri"]
    anchor: str | SpanJSON | None
    inferred: bool


class SourceJSON(Strict):
    text: str
    span: SpanJSON | None
    kind: Literal["named", "anonymous", "document", "agency"]
    entity: Id | None
    role: str | None
    body: Id | None


class ChannelJSON(Strict):
    kind: str
    text: str
    span: SpanJSON


class StepJSON(Strict):
    step: Literal["speaker", "channel", "agency", "outlet"]
    text: str
    kind: str
    span: SpanJSON | None
    entity: Id | None


class QuoteJSON(Strict):
    id: Id
    span: SpanJSON
    content: SpanJSON
    mode: Literal["direct", "indirect", "mixed"]
    cue: SpanJSON | None
    source: SourceJSON | None
    channel: ChannelJSON | None
    stance: str
    factuality: str
    chain: list[StepJSON]


class EventJSON(Strict):
    id: Id
    span: SpanJSON
    trigger: SpanJSON
    type: str
    mode: str | None
    arguments: dict[Literal["agent", "target", "instrument", "place", "time"], dict[str, Any]]
    quantities: list[Id]
    time: Id | None
    place: Id | None
    polarity: Literal["positive", "negative"]
    modality: str
    auxiliary: list[str]
    frame: str | None


class ClaimJSON(Strict):
    id: Id
    span: SpanJSON
    proposition: str
    chain: list[StepJSON]
    event: Id | None
    quote: Id | None
    source: SourceJSON | None
    channel: ChannelJSON | None
    factuality: str
    polarity: str
    role: str
    quantities: list[Id]
    times: list[Id]
    places: list[Id]
    entities: list[Id]


class LabelJSON(Strict):
    id: Id
    span: SpanJSON
    concept: str
    term: str
    voice: Literal["own", "quoted", "reported"]
    entity: Id | None
    quote: Id | None


class IndependenceJSON(Strict):
    reports: int
    outlets: int
    families: int
    lineages: int
    origins: int
    grade: Literal["independent", "not_independent", "undetermined"]
    reason: SaidJSON


class FindingJSON(Strict):
    id: Id
    kind: Literal["agreement", "discrepancy", "elaboration", "single_source", "contradiction"]
    aspect: str | None
    verdict: str
    claims: list[Id]
    values: list[dict[str, Any]]
    detail: SaidJSON
    independence: IndependenceJSON
    relation: str | None
    weight: float | int


class PassageJSON(Strict):
    left: SpanJSON
    right: SpanJSON
    words: int
    quoted: bool


class LineageJSON(Strict):
    id: Id
    articles: list[Id]
    passages: list[PassageJSON]
    relation: Literal["copy", "derived", "common_source", "independent", "undetermined"]
    evidence: SaidJSON
    containment: float | int
    earlier: Id | None


class TimelineJSON(Strict):
    edtf: str
    earliest: str
    latest: str
    claims: list[Id]
    kind: Literal["event", "statement", "publication"]
    text: str


class CoverageJSON(Strict):
    reports: int
    outlets: int
    families: int
    lineages: int
    skipped: list[SaidJSON]
    notes: list[SaidJSON]


class ChangeJSON(Strict):
    kind: Literal["corroborated", "new", "changed", "withdrawn"]
    finding: str | None
    before: str | None
    claims: list[str]
    detail: SaidJSON


class JudgementJSON(Strict):
    left: str
    right: str
    verdict: Literal["same", "different"]
    user: str
    created_at: str
    deleted_at: str | None


class _Lists(Strict):
    articles: list[ArticleJSON]
    entities: list[EntityJSON]
    claims: list[ClaimJSON]
    quotes: list[QuoteJSON]
    quantities: list[QuantityJSON]
    times: list[TimeJSON]
    places: list[PlaceJSON]
    events: list[EventJSON]
    labels: list[LabelJSON]


class ArticleRecord(_Lists):
    """What ``annotate --format json`` writes."""

    schema_: Literal["tawatur.article/1"] = Field(alias="schema")
    tokens: list[TokenJSON]
    mentions: list[MentionJSON]


class DossierRecord(_Lists):
    """What ``compare --format json`` writes."""

    schema_: Literal["tawatur.dossier/1"] = Field(alias="schema")
    findings: list[FindingJSON]
    lineages: list[LineageJSON]
    timeline: list[TimelineJSON]
    coverage: CoverageJSON
    judged: list[JudgementJSON]
    # Written with --since alone.
    changes: list[ChangeJSON] | None = None
