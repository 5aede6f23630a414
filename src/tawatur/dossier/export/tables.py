"""``csv``: the record's claims, quotes and quantities as tables, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model import Claim, Dossier, Provenance, Quantity, Quote, Reading, Span
from .sheet import Column, joined, sheet


class Row(NamedTuple):
    """One item of the record with its report and what other items say of it."""

    reading: Reading
    item: Claim | Quote | Quantity
    findings: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def write(dossier: Dossier, table: str = "claims") -> str:
    """One of the tables as CSV."""
    return sheet(COLUMNS[table], rows(dossier, table))


def rows(dossier: Dossier, table: str) -> list[Row]:
    """The rows of a table, in the order of the reports."""
    findings: dict[str, list[str]] = {}
    for finding in dossier.findings:
        for claim in finding.claims:
            findings.setdefault(claim, []).append(finding.id)
    return [row for reading in dossier.readings for row in _of_reading(reading, table, findings)]


def _of_reading(reading: Reading, table: str, findings: dict[str, list[str]]) -> Iterator[Row]:
    if table == "claims":
        yield from (Row(reading, claim, tuple(findings.get(claim.id, ()))) for claim in reading.claims)
        return
    items: Iterable[Quote | Quantity] = reading.quotes if table == "quotes" else reading.quantities
    for item in items:
        told = (c.id for c in reading.claims if item.id in ((c.quote,) if table == "quotes" else c.quantities))
        yield Row(reading, item, claims=tuple(told))


def _words(row: Row, span: Span | None) -> str | None:
    return span.of(row.reading.article.text) if span else None


def _chain(chain: tuple[Provenance, ...]) -> str | None:
    return joined((f"{step.step}: {' '.join(step.text.split())}" for step in chain), " → ")


def _events(row: Row) -> Iterator[tuple[str, str | None]]:
    yield from ((e.type, e.mode) for e in row.reading.events if e.id == row.item.event)  # type: ignore[union-attr]


def _times(row: Row) -> str | None:
    return joined(t.edtf for t in row.reading.times if t.id in row.item.times)  # type: ignore[union-attr]


def _places(row: Row) -> str | None:
    return joined(p.name for p in row.reading.places if p.id in row.item.places)  # type: ignore[union-attr]


_REPORT = (
    Column("id", "`id` of the item", lambda r: r.item.id),
    Column("article", "`articles[].id`", lambda r: r.reading.article.id),
    Column("outlet", "`articles[].outlet.name`", lambda r: r.reading.article.outlet.name),
    Column("family", "`articles[].outlet.family`", lambda r: r.reading.article.outlet.family),
    Column("url", "`articles[].url`", lambda r: r.reading.article.url),
    Column("published", "`articles[].published`", lambda r: r.reading.anchor.edtf),
    Column("published_basis", "`articles[].published_basis`", lambda r: r.reading.anchor.basis),
    Column("start", "`span.start`, code points into the article's `text`", lambda r: r.item.span.start),
    Column("end", "`span.end`, exclusive", lambda r: r.item.span.end),
    Column("text", "`span.text`, the exact words", lambda r: _words(r, r.item.span)),
)
_SAID = (
    Column("speaker", "`source.text`", lambda r: r.item.source.text if r.item.source else None),
    Column("speaker_kind", "`source.kind`", lambda r: r.item.source.kind if r.item.source else None),
    Column("speaker_role", "`source.role`", lambda r: r.item.source.role if r.item.source else None),
    Column("channel", "`channel.kind`", lambda r: r.item.channel.kind if r.item.channel else None),
    Column("chain", "`chain[]`, each `step: text`, from the speaker to the outlet", lambda r: _chain(r.item.chain)),
    Column("factuality", "`factuality`", lambda r: r.item.factuality),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "claims": (
        *_REPORT,
        *_SAID,
        Column("polarity", "`polarity`", lambda r: r.item.polarity),
        Column("role", "`role`: the part of the page", lambda r: r.item.role),
        Column("event_type", "`type` of its event (PLOVER)", lambda r: joined(t for t, _ in _events(r))),
        Column("event_mode", "`mode` of its event (PLOVER)", lambda r: joined(m for _, m in _events(r))),
        Column("times", "`edtf` of its `times`", _times),
        Column("places", "`name` of its `places`", _places),
        Column("quantities", "`id`s of its `quantities`", lambda r: joined(r.item.quantities)),
        Column("quote", "`quote`", lambda r: r.item.quote),
        Column("findings", "`id`s of the findings that name it", lambda r: joined(r.findings)),
    ),
    "quotes": (
        *_REPORT,
        *_SAID,
        Column("mode", "`mode`", lambda r: r.item.mode),
        Column("content", "`content.text`, without quotation marks", lambda r: _words(r, r.item.content)),
        Column("content_start", "`content.start`", lambda r: r.item.content.start),
        Column("content_end", "`content.end`, exclusive", lambda r: r.item.content.end),
        Column("cue", "`cue.text`, the word of saying", lambda r: _words(r, r.item.cue)),
        Column("stance", "`stance`", lambda r: r.item.stance),
        Column("claims", "`id`s of the claims in it", lambda r: joined(r.claims)),
    ),
    "quantities": (
        *_REPORT,
        Column("low", "`low`, inclusive; empty is open", lambda r: r.item.low),
        Column("high", "`high`, inclusive; empty is open", lambda r: r.item.high),
        Column("bound", "`bound`", lambda r: r.item.bound),
        Column("unit", "`unit`", lambda r: r.item.unit),
        Column("counted", "`counted`", lambda r: r.item.counted),
        Column("outcome", "`outcome`", lambda r: r.item.outcome),
        Column("population", "`population`", lambda r: r.item.population),
        Column("window", "`window`, EDTF", lambda r: r.item.window),
        Column("claims", "`id`s of the claims that give it", lambda r: joined(r.claims)),
    ),
}
