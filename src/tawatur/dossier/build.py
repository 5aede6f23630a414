"""The parts of the dossier that only gather: the timeline and what was covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model import (
    Alignment,
    Claim,
    Coverage,
    Judgement,
    Lineage,
    Quote,
    Reading,
    Said,
    TimeExpression,
    TimelineEntry,
)
from ..story.lineage import text_lineages


class _Dated(NamedTuple):
    """One claim with its date, before claims of one happening are put together."""

    kind: str
    time: TimeExpression
    claim: str
    text: str


def timeline(readings: tuple[Reading, ...], alignments: tuple[Alignment, ...]) -> tuple[TimelineEntry, ...]:
    """What has a date, oldest first: events as reported, statements made, reports published.

    Claims that were aligned and carry the same date make one entry; claims that differ in date stay two.
    Times without a day, month or year of their own (a bare weekday with nothing to hang on) are left out.
    """
    group = {claim: number for number, alignment in enumerate(alignments) for claim in alignment.claims}
    entries: dict[tuple[str, object, str], list[_Dated]] = {}
    for reading in readings:
        for dated in (*_events(reading), *_statements(reading)):
            same = group.get(dated.claim, dated.claim)
            entries.setdefault((dated.kind, same, dated.time.edtf or ""), []).append(dated)
    found = [_entry(several) for several in entries.values()] + list(_publications(readings))
    return tuple(sorted(found, key=lambda entry: (entry.earliest, entry.latest, entry.kind, entry.text)))


def _entry(several: list[_Dated]) -> TimelineEntry:
    first = several[0]
    assert first.time.edtf and first.time.earliest and first.time.latest
    claims = tuple(dict.fromkeys(dated.claim for dated in several if dated.claim))
    return TimelineEntry(
        first.time.edtf,
        first.time.earliest,
        first.time.latest,
        claims,
        first.kind,  # type: ignore[arg-type]
        first.text,
    )


def _events(reading: Reading) -> Iterator[_Dated]:
    times = _usable(reading.times)
    events = {event.id: event for event in reading.events}
    for claim in reading.claims:
        event = events.get(claim.event or "")
        if event is not None and event.time in times:
            yield _Dated("event", times[event.time], claim.id, claim.proposition)


def _statements(reading: Reading) -> Iterator[_Dated]:
    """A statement is dated by a time inside it that is not part of what it says («في بيان السبت أن …»)."""
    first_claim: dict[str, Claim] = {}
    for claim in reading.claims:
        if claim.quote:
            first_claim.setdefault(claim.quote, claim)
    times = sorted(_usable(reading.times).values(), key=lambda time: time.span.start)
    for quote in reading.quotes:
        time = next((time for time in times if _frames(quote, time)), None)
        if time is not None and quote.id in first_claim:
            text = quote.span.of(reading.article.text)
            yield _Dated("statement", time, first_claim[quote.id].id, text)


def _frames(quote: Quote, time: TimeExpression) -> bool:
    return time.type == "DATE" and quote.span.contains(time.span) and not quote.content.overlaps(time.span)


def _usable(times: Iterable[TimeExpression]) -> dict[str | None, TimeExpression]:
    return {time.id: time for time in times if time.edtf and time.earliest and time.latest}


def _publications(readings: tuple[Reading, ...]) -> Iterator[TimelineEntry]:
    for reading in readings:
        published = reading.anchor.edtf
        if published and reading.anchor.basis in ("given", "metadata"):
            day = published[:10]
            yield TimelineEntry(published, day, day, (), "publication", reading.article.outlet.name)


def coverage(
    readings: tuple[Reading, ...],
    lineages: tuple[Lineage, ...],
    skipped: tuple[Said, ...],
    judged: tuple[Judgement, ...],
) -> Coverage:
    """Counts that stay apart, what was left out and why, what reading each report had to do, what people judged."""
    outlets = {reading.article.outlet.key: reading.article.outlet for reading in readings}
    notes = [_named(reading, note) for reading in readings for note in _notes(reading)]
    names = {entity.id: entity.name for reading in readings for entity in reading.entities}
    notes.extend(_judged(judgement, names) for judgement in judged)
    return Coverage(
        reports=len(readings),
        outlets=len(outlets),
        families=len({outlet.family or outlet.key for outlet in outlets.values()}),
        lineages=len(text_lineages([reading.article.id for reading in readings], lineages)),
        skipped=skipped,
        notes=tuple(notes),
    )


def _notes(reading: Reading) -> Iterator[Said]:
    yield from reading.article.notes
    if reading.anchor.basis in ("inferred", "unknown") and reading.anchor.reason:
        yield reading.anchor.reason


def _judged(judgement: Judgement, names: Mapping[str, str]) -> Said:
    left, right = (names.get(said, said) for said in (judgement.left, judgement.right))
    same, by, day = judgement.verdict == "same", judgement.user, judgement.created_at
    return Said(
        f"حكم {by} ({day}): «{left}» و«{right}» {'واحد' if same else 'اثنان'}",
        f"{by} judged ({day}): «{left}» and «{right}» are {'one' if same else 'two'}",
    )


def _named(reading: Reading, note: Said) -> Said:
    name = reading.article.outlet.name
    return Said(f"{name}: {note.ar}", f"{name}: {note.en}")
