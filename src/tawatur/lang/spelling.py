"""Spellings that news uses side by side, brought to one for look-ups («أميركيتان»، «أمريكيتان»)."""

from __future__ import annotations

from functools import cache, lru_cache

from .normalise import fold
from .tables import table


@lru_cache(maxsize=65536)
def canonical(stem: str) -> str:
    """A folded stem in the spelling that lexicons are keyed by; itself where it has no pair."""
    whole, begun, endings = _pairs()
    if stem in whole:
        return whole[stem]
    for size in range(min(len(stem), _LONGEST), _SHORTEST - 1, -1):
        begin = stem[:size]
        if begin in begun and stem[size:] in endings:
            return begun[begin] + stem[size:]
    return stem


# What takes endings has this many letters.
_SHORTEST, _LONGEST = 3, 12


@cache
def _pairs() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Pairs of whole words, pairs of what endings are put on, and the endings."""
    rows = [(fold(row["form"]), fold(row["canonical"]), row["endings"]) for row in table("ar", "spelling").rows]
    whole = {form: canonical for form, canonical, endings in rows if not endings}
    begun = {form: canonical for form, canonical, endings in rows if endings}
    ends = (fold(ending) for row in table("ar", "noun_endings").rows for ending in row["endings"].split("|"))
    return whole, begun, frozenset(("", *ends))
