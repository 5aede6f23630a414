"""Words that carry no telling, which two claims may share without having anything in common."""

from __future__ import annotations

from functools import cache

from ..lang.normalise import fold
from ..lang.tables import table, vocabulary

_KINDS = frozenset(("preposition", "subordinator", "relative", "particle", "negation", "partitive"))


@cache
def grammar() -> frozenset[str]:
    """Function words, small words of the clause, verbs of saying, folded, in both languages."""
    found = set(vocabulary("function_words"))
    for language in ("ar", "en"):
        for row in table(language, "event_words").rows:
            if row["kind"] in _KINDS:
                found.update(fold(word) for word in row["words"].split("|"))
    for row in table("ar", "reporting_verbs").rows:
        if row["stance"] in ("neutral", "affirming"):
            for base in (row["perfect"], row["imperfect"]):
                found.update(fold(base + ending) for ending in ("", "ت", "وا") if base)
    found.update(fold(row["word"]) for row in table("en", "reporting_verbs").rows if row["stance"] == "neutral")
    return frozenset(found)
