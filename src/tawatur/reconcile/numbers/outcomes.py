"""What a number tells, in words that stand inside the program's sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...lang.tables import table

if TYPE_CHECKING:
    from .figure import Figure


def subject(figure: Figure, language: str) -> str:
    """«عدد القتلى», "number of people killed", "turnout"; where no word tells it, what is counted in the report's own."""
    known = _words(language)
    told = known.get(figure.outcome) or (figure.measure and _measures(language)[figure.measure])
    plain = "length" if figure.length else figure.first.unit
    if told or plain in known:
        return told or known[plain]
    return f"{known['number']} «{figure.first.counted or figure.text}»"


@cache
def _words(language: str) -> dict[str, str]:
    return {row["outcome"]: row["words"] for row in table(language, "outcome_words").rows}


@cache
def _measures(language: str) -> dict[str, str]:
    return {row["measure"]: row["name"] for row in table(language, "measures").rows}
