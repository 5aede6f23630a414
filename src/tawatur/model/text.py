"""A report as it was read: its outlet, its untouched text, and positions in that text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

OutletKind = Literal["agency", "newspaper", "broadcaster", "portal", "official"]
PublishedBasis = Literal["given", "metadata", "inferred", "unknown"]
SectionRole = Literal["headline", "kicker", "deck", "caption", "credit", "dateline", "body", "furniture"]
TokenKind = Literal["word", "number", "punct", "other"]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the program's own, in Arabic and in English."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into the untouched text of one article."""

    article_id: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.article_id == other.article_id and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published. ``family`` is the publisher group; ``kind`` is None where nothing says it."""

    key: str
    name: str
    country: str | None = None
    family: str | None = None
    kind: OutletKind | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. ``furniture`` is menus, share buttons, related headlines: kept, never claimed."""

    role: SectionRole
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``text`` is untouched; ``id`` comes from its content.

    ``published`` is an EDTF date or None; ``notes`` say what reading had to do (encoding, byte-order mark,
    dropped markup). ``credits`` holds agencies named in the page's metadata, not in its text.
    """

    id: str
    outlet: Outlet
    text: str
    sections: tuple[Section, ...]
    language: str = "ar"
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    notes: tuple[Said, ...] = field(default=())
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date that relative dates hang on, as EDTF; inferred ones say from which words."""

    edtf: str | None
    basis: PublishedBasis
    reason: Said | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark, or (kind ``other``) an address, a handle or a hashtag.

    ``norm`` is the whole surface normalised; ``stem`` is ``norm`` without clitics and article, in the
    canonical spelling: the key for lexicons. ``proclitics`` and ``enclitics`` are normalised letters.
    """

    span: Span
    surface: str
    norm: str
    stem: str
    kind: TokenKind
    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as token indexes ``[first, last)``, the role of its section and its paragraph's number."""

    span: Span
    role: SectionRole
    paragraph: int
    first: int
    last: int
