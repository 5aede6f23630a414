"""A key that the forms of a word share. Unlike words share a root now and then: it is never a reason by itself."""

from __future__ import annotations

import re
from functools import lru_cache

from ..lang.skeleton import skeleton

# «وسيبدأ»: the letter of the future before an imperfect.
_FUTURE = re.compile("و?س[يتن]\\w{3}")
_ENGLISH = ("ations", "ation", "ings", "ing", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "y", "e")


@lru_cache(maxsize=65536)
def root(stem: str, language: str = "ar") -> str:
    """What the forms of a folded word share: one ending and one beginning cut, long vowels left out."""
    if language != "ar":
        return f"r:{_english(stem)}"
    if _FUTURE.match(stem):
        stem = stem.lstrip("و")[1:]
    return f"r:{skeleton(stem, least=3)}"


def _english(stem: str) -> str:
    for ending in _ENGLISH:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem[: -len(ending)]
    return stem
