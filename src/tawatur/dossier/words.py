"""The program's own words, in the reader's language."""

from __future__ import annotations

from functools import cache

from ..lang.tables import table

LANGUAGES = ("ar", "en")


@cache
def words(language: str) -> dict[str, str]:
    """Interface words by key, from ``lang/<language>/interface.tsv``."""
    return {row["key"]: row["text"] for row in table(language, "interface").rows}
