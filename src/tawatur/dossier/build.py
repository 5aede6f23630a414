"""To be written."""

from __future__ import annotations

from ..model import Coverage, Lineage, Reading, Said, TimelineEntry


def timeline(readings: tuple[Reading, ...]) -> tuple[TimelineEntry, ...]:
    return ()


def coverage(readings: tuple[Reading, ...], lineages: tuple[Lineage, ...], skipped: tuple[Said, ...]) -> Coverage:
    return Coverage(len(readings), len({r.article.outlet.key for r in readings}), 0, 0, skipped, ())
