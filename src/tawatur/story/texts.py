"""Whose a text is that a report has something from: «البيان», «نشرتها اليومية»."""

from __future__ import annotations

from functools import cache

from ..lang.matching import words
from ..lang.normalise import fold
from ..lang.tables import listed, vocabulary
from ..model import Claim, Reading, Source

# A body that acts in a sentence stands this near its first letter.
_OPENING = 25


def owner(claim: Claim, reading: Reading) -> Source | None:
    """The body that a claim's sentence opens with, where its source is that body's text («أحصت الوزارة …، بحسب
    نشرتها», «اتفقت الشركة …، وفق بيان لها»)."""
    source = claim.source
    if source is None or source.kind != "document" or source.entity or source.body or not _its(source.text):
        return None
    start = next((s.span.start for s in reading.sentences if s.span.contains(claim.span)), claim.span.start)
    bodies = (m for m in reading.mentions if m.kind == "ORG" and start <= m.span.start < start + _OPENING)
    body = next(bodies, None)
    return Source(body.span.of(reading.article.text), body.span, "named", body.entity) if body else None


def nobodys(text: str) -> bool:
    """Whether a text is told without whose it is: «البيان», «بيان لها», «نشرتها اليومية», "the statement"."""
    return _its(text) or all(word in _documents() or len(word) < 4 for word in words(text))


def _its(text: str) -> bool:
    """«نشرتها اليومية», «بيانه», «بيان لها»: a text told with a pronoun."""
    first, *others = fold(text).split()
    if others and others[-1] in listed("speech_words", "its", "ar") and first in _documents():
        return True
    bare = next((first.removesuffix(ending) for ending in ("ها", "هم", "ه") if first.endswith(ending)), "")
    return bool(bare) and (bare in _documents() or (bare.endswith("ت") and bare[:-1] + "ه" in _documents()))


@cache
def _documents() -> frozenset[str]:
    return vocabulary("channels") | vocabulary("documents", "ar")
