"""What a report names: people, bodies and places, numbers and times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Span

Kind = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "OPERATION", "MISC"]
Form = Literal["name", "nominal", "pronoun"]
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "range"]
Outcome = Literal["killed", "wounded", "detained", "missing", "displaced", "struck", "used", "other"]
Unit = Literal["count", "percent", "ordinal", "fraction", "money", "measure"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "second", "minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "decade", "century",
    "period",
]  # fmt: skip
PlacePrecision = Literal["point", "town", "province", "region", "country", "area"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of somebody or something; ``role_title`` is the exact title before or after the name."""

    id: str
    span: Span
    form: Form
    kind: Kind
    head: str
    role_title: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling, who used it and how often."""

    text: str
    outlet: str
    count: int


@dataclass(frozen=True, slots=True)
class Link:
    """Why two spellings or two entities are held to be one, or by ``judged_apart`` two: the rule and a sentence."""

    left: str
    right: str
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named. ``identifiers`` are (scheme, value) pairs; ``links`` say why variants join."""

    id: str
    kind: Kind
    name: str
    variants: tuple[Variant, ...]
    mentions: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a report. Coordinates are decimal degrees (WGS 84), None where unresolved.

    ``candidates`` counts the gazetteer rows of this name; ``reason`` says how one was chosen.
    """

    id: str
    span: Span
    name: str
    entity: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer_id: str | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision = "area"
    candidates: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as said. Bounds are inclusive and stay bounds: more than 100 is ``low=101, high=None``.

    ``counted`` is the words of what is counted, ``population`` the group it is out of, ``window`` the EDTF
    period it covers (None where the words give none), ``window_time`` the id of the TimeExpression behind it.
    """

    id: str
    span: Span
    low: float | int | None
    high: float | int | None
    bound: Bound
    unit: Unit = "count"
    counted: str | None = None
    counted_span: Span | None = None
    outcome: Outcome | None = None
    cue: Span | None = None
    population: str | None = None
    window: str | None = None
    window_time: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as said. ``edtf`` is None where the words allow no value; ``earliest`` and ``latest`` are ISO days.

    ``anchor`` names what a relative expression hangs on: the publication date or an enclosing span.
    """

    id: str
    span: Span
    type: TimeType
    edtf: str | None
    earliest: str | None
    latest: str | None
    precision: Precision
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    anchor: Literal["published"] | Span | None = None
    inferred: bool = False
