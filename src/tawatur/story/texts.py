"""Whose a text is that a report has something from: «البيان», «نشرتها اليومية»."""

from __future__ import annotations

from functools import cache

from ..lang.matching import words
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Claim, Reading, Source

# A body that acts in a claim stands this near its first letter.
_OPENING = 15


def owner(claim: Claim, reading: Reading) -> Source | None:
    """The body that a claim opens with, where its source is that body's text («أحصت الوزارة …، بحسب نشرتها»)."""
    source = claim.source
    if source is None or source.kind != "document" or source.entity or source.body or not _its(source.text):
        return None
    opening = claim.span.start + _OPENING
    bodies = (m for m in reading.mentions if m.kind == "ORG" and claim.span.contains(m.span))
    body = next((m for m in bodies if m.span.start < opening), None)
    return Source(body.span.of(reading.article.text), body.span, "named", body.entity) if body else None


def nobodys(text: str) -> bool:
    """Whether a text is told without whose it is: «البيان», «بيان لها», «نشرتها اليومية», "the statement"."""
    return _its(text) or all(word in _documents() or len(word) < 4 for word in words(text))


def _its(text: str) -> bool:
    """«نشرتها اليومية», «بيانه»: a text told with a pronoun."""
    first = fold(text).split()[0]
    bare = next((first.removesuffix(ending) for ending in ("ها", "هم", "ه") if first.endswith(ending)), "")
    return bool(bare) and (bare in _documents() or (bare.endswith("ت") and bare[:-1] + "ه" in _documents()))


@cache
def _documents() -> frozenset[str]:
    found = {fold(row["word"]) for language in ("ar", "en") for row in table(language, "channels").rows}
    return frozenset(found | {fold(row["word"]) for row in table("ar", "documents").rows})
