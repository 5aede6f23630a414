"""To be written."""

from __future__ import annotations

from ..model import Entity, Judgement, Reading


def resolve(
    readings: tuple[Reading, ...], judgements: tuple[Judgement, ...]
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    return (), {}
