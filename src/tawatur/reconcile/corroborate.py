"""To be written."""

from __future__ import annotations

from ..model import Alignment, Finding, Lineage, Reading


def findings(
    readings: tuple[Reading, ...],
    entity_of: dict[str, str],
    alignments: tuple[Alignment, ...],
    lineages: tuple[Lineage, ...],
) -> tuple[Finding, ...]:
    return ()
