"""What befell those counted, in words that stand inside the program's sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..lang.tables import table

if TYPE_CHECKING:
    from .figures import Figure


def outcome_words(figure: Figure, language: str) -> str:
    """«القتلى» after «عدد», or "of people killed"; where no outcome is told, what is counted in the report's own words."""
    word = _words(language).get(figure.outcome)
    if word:
        return word
    counted = figure.first.counted or figure.text
    return f"«{counted}»" if language == "ar" else f"of «{counted}»"


@cache
def _words(language: str) -> dict[str, str]:
    return {row["outcome"]: row["words"] for row in table(language, "outcome_words").rows}
