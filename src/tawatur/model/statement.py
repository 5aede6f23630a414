"""Who says what: sources, chains, quotations, events and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Span

SourceKind = Literal["named", "anonymous", "document", "agency"]
ChannelKind = Literal[
    "statement", "post", "press_conference", "interview", "speech", "broadcast", "report", "document", "other"
]
Step = Literal["speaker", "channel", "agency", "outlet"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "planned", "possible", "hypothetical", "denied"]
Factuality = Literal["stated", "denied", "doubted", "planned", "demanded", "warned", "conditional"]
Stance = Literal["neutral", "affirming", "distancing", "conceding", "denying", "warning", "demanding", "promising"]
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks (PARC's source). ``span`` is None only for the outlet's own voice.

    ``role`` is the office as worded; ``body`` the entity id of the organisation spoken for.
    """

    text: str
    span: Span | None
    kind: SourceKind
    entity: str | None = None
    role: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """Through what the words came: a statement, a post, an interview."""

    kind: ChannelKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Provenance:
    """One step of a chain, from the first speaker to the outlet."""

    step: Step
    text: str
    kind: str
    span: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A reported statement (PARC: source, cue, content). ``content`` excludes the quotation marks."""

    id: str
    span: Span
    content: Span
    mode: Mode
    cue: Span | None = None
    source: Source | None = None
    channel: Channel | None = None
    stance: Stance = "neutral"
    factuality: Factuality = "stated"
    chain: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A filler of an event's role: agent, target, instrument, place, time."""

    role: Literal["agent", "target", "instrument", "place", "time"]
    text: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to happen (PLOVER type and mode). ``quantities`` are ids of its figures.

    ``auxiliary`` holds PLOVER's auxiliary modes: historical, future, hypothetical, negation.
    """

    id: str
    span: Span
    trigger: Span
    type: str
    mode: str | None = None
    arguments: tuple[Argument, ...] = ()
    quantities: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    auxiliary: tuple[str, ...] = ()
    frame: str | None = None

    def argument(self, role: str) -> Argument | None:
        return next((a for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertable thing a report says, with the chain it came by. Never merged with another.

    ``chain`` runs speaker → channel → agency → outlet; the outlet's own voice has the last step alone.
    ``quote`` is the id of the statement it stands in, None in the outlet's own voice.
    """

    id: str
    span: Span
    proposition: str
    chain: tuple[Provenance, ...]
    event: str | None = None
    quote: str | None = None
    source: Source | None = None
    channel: Channel | None = None
    factuality: Factuality = "stated"
    polarity: Polarity = "positive"
    role: str = "body"
    quantities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A word chosen for an actor or an act. ``voice`` tells the outlet's own word from one it only quotes."""

    id: str
    span: Span
    concept: str
    term: str
    voice: Literal["own", "quoted", "reported"]
    entity: str | None = None
    quote: str | None = None
