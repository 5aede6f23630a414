"""Verbal nouns by their patterns: words that tell an act and name nobody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...lang.tables import table


@lru_cache(maxsize=16384)
def act_pattern(surface: str) -> bool:
    """Whether a word as written has a pattern of verbal nouns («إغلاق», «تأجيل») and is no personal name."""
    return surface not in _names() and _patterns().fullmatch(surface) is not None


@cache
def _names() -> frozenset[str]:
    return frozenset(row["form"] for row in table("ar", "act_patterns").rows if row["kind"] == "name")


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(row["form"] for row in table("ar", "act_patterns").rows if row["kind"] == "pattern"))
