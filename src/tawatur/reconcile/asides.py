"""Claims that tell of another happening than their report: «وكان هجوم مماثل قد أودى …», "in neighbouring Turkey"."""

from __future__ import annotations

from functools import cache

from ..lang.normalise import fold
from ..lang.tables import table
from .book import Fact


def aside(fact: Fact) -> bool:
    """Whether the claim says that it is about something like the report's happening, before it or beside it: then its
    day, its place and who did it are no other report's."""
    return any(word in _words() or word.removeprefix("و") in _words() for word in fold(fact.text).split())


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(row["word"]) for language in ("ar", "en") for row in table(language, "asides").rows)
