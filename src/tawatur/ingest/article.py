"""Put together an article from its text and what is known of it."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from ..errors import UnreadableReport
from ..lang.normalise import fold
from ..model import Article, Outlet, OutletKind, Said
from .language import language_of
from .outlets import known_outlet
from .roles import sections

_EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ][\d:.]+ ?(?:Z|[+\-]\d{2}:?\d{2})?)?)?)?\Z")
_CODE = re.compile(r"[a-z]{2,3}(?![a-z])")


class Metadata(NamedTuple):
    """What a front matter, a record or a page's own tags say of a report. All optional."""

    outlet: str | None = None
    family: str | None = None
    kind: str | None = None
    country: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, found: Mapping[str, Any], source: str) -> Metadata:
        """From any mapping; unknown keys are left alone, dates are checked."""
        values = {key: _string(found.get(key)) for key in cls._fields}
        if values["language"] is not None:
            values["language"] = _code(values["language"])
        published = values["published"]
        if published is not None:
            values["published"] = day(published, source)
        if values["kind"] not in (None, *get_args(OutletKind)):
            values["kind"] = None
        return cls(**values)


def _string(value: object) -> str | None:
    """A plain value as text; several plain ones (two authors) by commas; what is nested deeper is nothing."""
    if isinstance(value, list):
        return ", ".join(_string(item) or "" for item in value if not isinstance(item, list)).strip(" ,") or None
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None


def _code(language: str) -> str | None:
    """``ar`` of ``ar``, ``AR`` and ``ar-EG``; None for a language's name in words, which the letters tell better."""
    match = _CODE.match(language.lower())
    return match.group() if match else None


def day(value: str, source: str) -> str:
    """A publication date as EDTF: a day, a month or a year, or a full timestamp. Raises UnreadableReport."""
    try:
        if not _EDTF.match(value):
            raise ValueError(value)
        if len(value) <= 10:
            datetime.date.fromisoformat((value + "-01-01")[:10])
            return value
        return datetime.datetime.fromisoformat(value.replace(" ", "T", 1).replace(" ", "")).isoformat()
    except ValueError:
        raise UnreadableReport(source, f"published: {value!r} is not a date such as 2026-03-14") from None


def make_article(
    text: str,
    metadata: Metadata,
    name: str,
    source: str,
    published: str | None = None,
    notes: tuple[Said, ...] = (),
) -> Article:
    """The article. Its own date wins over ``published``; without an outlet the source's ``name`` stands in."""
    if not any(char.isalpha() for char in text):
        raise UnreadableReport(source, "there are no words in it")
    language = metadata.language or language_of(text)
    if language not in ("ar", "en"):
        raise UnreadableReport(source, f"its language ({language}) is not one that Tawatur reads: Arabic or English")
    outlet = _outlet(metadata, name)
    identity = "\x1f".join((text, outlet.key, metadata.url or "", metadata.title or ""))
    key = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    parts = sections(text, key, metadata.title)
    headline = next((part.span.of(text) for part in parts if part.role == "headline"), None)
    found = metadata.published or published
    return Article(
        id=key,
        outlet=outlet,
        text=text,
        sections=parts,
        language=language,
        url=metadata.url,
        title=metadata.title or headline,
        byline=metadata.byline,
        published=found,
        published_basis="metadata" if metadata.published else "given" if found else "unknown",
        notes=notes,
        source=source,
    )


def _outlet(metadata: Metadata, name: str) -> Outlet:
    known = known_outlet(metadata.outlet, metadata.url)
    shown = metadata.outlet or (known.name if known else name)
    return Outlet(
        key=known.key if known else fold(shown),
        name=shown,
        country=metadata.country or (known.country if known else None),
        family=metadata.family or (known.family if known else None),
        kind=metadata.kind or (known.kind if known else None),  # type: ignore[arg-type]
    )
