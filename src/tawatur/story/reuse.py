"""To be written."""

from __future__ import annotations

from ..model import Lineage, Reading


def lineages(readings: tuple[Reading, ...]) -> tuple[Lineage, ...]:
    return ()
