"""How name-like the letters of a word are, for words that no list and no training text holds («ثاباتيرو»)."""

from __future__ import annotations

from functools import cache, lru_cache

from ...lang.tables import pairs

# Weights are in tenths: a step is one unit of log odds.
_STEP = 10
_STEPS = 5
_SIZES = (1, 2, 3, 4)


def grams(word: str) -> set[str]:
    """All runs of one to four letters of a folded word, with its ends marked."""
    marked = f"^{word}$"
    return {marked[start : start + size] for size in _SIZES for start in range(len(marked) - size + 1)}


@lru_cache(maxsize=65536)
def likeness(word: str) -> str:
    """-5 (a common word) to 5 (a name) for a folded Arabic word without its article; ``-`` for what is too short."""
    if len(word) < 3 or not word.isalpha() or word.isascii():
        return "-"
    weights = _weights()
    odds = weights["*"] + sum(filter(None, map(weights.get, grams(word))))
    return str(max(-_STEPS, min(_STEPS, round(odds / _STEP))))


@cache
def _weights() -> dict[str, int]:
    return pairs("ar", "name_letters", int)
