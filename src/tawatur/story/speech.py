"""One speaker's statement in two renderings: translated or put into indirect speech, so no words need be shared."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from ..lang.matching import words
from ..model import Quote, Reading, Span
from ..settings import settings

# Who speaks is told by name, by the files' key of a body, or by the words of the source.
_SPEAKERS = ("PERSON", "ORG")


class Speech(NamedTuple):
    """A statement: who may be behind it (keys that mean one speaker) and the stems of what was said."""

    speaker: str
    keys: frozenset[str]
    stems: frozenset[str]
    text: str


def speeches(reading: Reading) -> tuple[Speech, ...]:
    """The statements of named speakers, long enough to be recognised in other words."""
    entities = {entity.id: entity for entity in reading.entities}
    starts = [token.span.start for token in reading.tokens]
    found = []
    for quote in reading.quotes:
        source = quote.source
        if source is None or source.kind not in ("named", "document"):
            continue
        keys = {" ".join(words(source.text))}
        for entity in (entities.get(source.entity or ""), entities.get(source.body or "")):
            if entity is not None and entity.kind in _SPEAKERS:
                keys |= {" ".join(words(variant.text)) for variant in entity.variants}
                keys |= {f"{scheme}:{value}" for scheme, value in entity.identifiers}
        stems = _stems(reading, starts, quote)
        if len(stems) >= int(settings("reuse")["speech_words"]):
            text = quote.content.of(reading.article.text)
            found.append(Speech(source.text, frozenset(keys - {""}), stems, text))
    return tuple(found)


def _stems(reading: Reading, starts: list[int], quote: Quote) -> frozenset[str]:
    return stems_in(reading, starts, quote.content)


def stems_in(reading: Reading, starts: list[int], span: Span) -> frozenset[str]:
    """The stems of the longer words in a span; ``starts`` are the tokens' first offsets."""
    index = bisect_left(starts, span.start)
    found = set()
    while index < len(starts) and starts[index] < span.end:
        token = reading.tokens[index]
        if token.kind == "number" or (token.kind == "word" and len(token.stem) > 2):
            found.add(token.stem)
        index += 1
    return frozenset(found)


def common_speech(left: tuple[Speech, ...], right: tuple[Speech, ...]) -> tuple[Speech, Speech] | None:
    """The two renderings that share most words, of one speaker, where they share enough."""
    least = float(settings("reuse")["speech_containment"])
    best: tuple[float, Speech, Speech] | None = None
    for one in left:
        for other in right:
            if not one.keys & other.keys:
                continue
            share = len(one.stems & other.stems) / min(len(one.stems), len(other.stems))
            if share >= least and (best is None or share > best[0]):
                best = share, one, other
    return (best[1], best[2]) if best else None
