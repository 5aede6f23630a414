"""What a report calls who speaks, and whether it is whom it named before."""

from __future__ import annotations

import re
from functools import cache

from ..lang.matching import words
from ..lang.normalise import fold
from ..lang.tables import vocabulary
from ..model import Reading, Source
from .voices import ranks, titles

# An office this long stands between its first words and the name; other marks than a comma right before it end it.
_BESIDE = 40
_APART = re.compile(r"[^\w\s،,'«»-]|[،,]\s*\w")


def naming(source: Source, reading: Reading) -> tuple[str, str | None]:
    """What a speaker is called, with the place or the person that stands beside an office («محافظ حماة», «الكاتب العام
    للنقابة الوطنية لعمال الموانئ، إدريس الخلفي»), and that person's name or None."""
    if source.span is None:
        return source.text, None
    text, start, end = reading.article.text, source.span.start, source.span.end
    named = (m for m in reading.mentions if m.form == "name" and start < m.span.end <= end + 2 * _BESIDE)
    for mention in sorted(named, key=lambda m: m.span.start):
        gap = text[end : mention.span.start]
        person = mention.kind == "PERSON" or _ranked(text[start : mention.span.start])
        if source.span.contains(mention.span):
            if person and not titles(words(mention.span.of(text))):
                return source.text, mention.span.of(text)
        elif mention.span.start < end:
            break  # a name of which the source is a part
        elif len(gap) > _BESIDE or _APART.search(gap):
            break
        elif mention.kind == "ORG" and _named(source, reading):
            break  # «دعت الإدارة الذاتية التحالف الدولي إلى»: a body behind another's name is spoken to
        elif (person or gap == " ") and not any(claim.span.contains(mention.span) for claim in reading.claims):
            return text[start : mention.span.end], mention.span.of(text) if person else None
    return source.text, None


def _ranked(before: str) -> bool:
    """«العميد شاهر عمران»: behind a rank stands a person's name, whatever else it was taken for."""
    rank = (fold(before).split() or [""])[-1]
    return rank.startswith("ال") and rank.removeprefix("ال") in ranks()


def refers_back(source: Source, reading: Reading, before: str) -> bool:
    """Whether a source without a name is the speaker before, who was called ``before``: by words of that name
    («الناطق», "Amin"), or by a noun that says no more than that somebody speaks («المسؤول النقابي»)."""
    said = words(source.text)
    if len(said) == 1 and said[0] in words(before)[1:] and not _definite(source.text):
        return True  # «فاضل» after «زياد فاضل»
    if not said or len(said) > 2 or not _definite(source.text) or _named(source, reading):
        return False
    if naming(source, reading)[1]:
        return False  # «النائب» in «النائب عن ذي قار حيدر الركابي»
    return set(said) <= set(words(before)) or said[0] in _speaking()


def unnamed_before(source: Source, reading: Reading, before: str) -> bool:
    """Whether a source is the nameless one before, called ``before``: «وأضاف المصدر», «المسؤول» for «مسؤول أمني»."""
    said = words(source.text)
    if source.kind not in ("anonymous", "named") or not said or not set(said) <= set(words(before)):
        return False
    return fold(source.text).startswith(("ال", "the ")) and not _named(source, reading)


def _definite(text: str) -> bool:
    return fold(text).startswith(("ال", "the ")) or text[:1].isupper()


def _named(source: Source, reading: Reading) -> bool:
    """A name of its own, which other words of the report may spell out."""
    entity = source.entity or source.body
    forms = {mention.form for mention in reading.mentions if entity and mention.entity == entity}
    return "name" in forms or any(e.id == entity and (e.kind == "ORG" or e.identifiers) for e in reading.entities)


@cache
def _speaking() -> frozenset[str]:
    """Nouns for somebody who speaks, of whom nothing else is told."""
    return vocabulary("anonymous", "ar")
