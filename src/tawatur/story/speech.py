"""One speaker's statement in two renderings: translated or put into indirect speech, so no words need be shared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..lang.matching import blocks, match_names, words
from ..lang.normalise import fold
from ..model import Claim, Reading, Source, Span
from ..settings import settings
from .terms import Keys, common_tongue, concept, grammar

# Who speaks is told by name, by the files' key of a body, or by the words of the source.
_SPEAKERS = ("PERSON", "ORG")


class Speech(NamedTuple):
    """What one speaker says in one report. ``keys`` mean one speaker in one language, ``names`` and ``offices`` are the
    terms of his name and of his office or body in any; ``terms`` are those of what is said."""

    speaker: str
    language: str
    keys: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str]
    terms: frozenset[str]
    text: str
    published: str | None
    person: str | None
    sounds: tuple[frozenset[str], ...]


def speeches(reading: Reading, keys: Keys) -> tuple[Speech, ...]:
    """The statements of named speakers and documents, one for each speaker."""
    terms = keys.of(reading)
    starts = [token.span.start for token in reading.tokens]
    told: dict[tuple[str, ...], list[tuple[Source, Claim]]] = {}
    before: tuple[str, ...] | None = None
    for claim in reading.claims:
        source = claim.source
        if source is not None and source.kind in ("named", "document") and claim.role not in ("caption", "furniture"):
            # «وقال إنه»: a pronoun is the speaker before.
            who = before if before is not None and fold(source.text) in grammar() else words(source.text)
            told.setdefault(who, []).append((source, claim))
            before = who
    found = []
    for several in told.values():
        source = several[0][0]
        said = frozenset(term for _, claim in several for term in _terms(terms, starts, claim.span))
        title = frozenset(_terms(terms, starts, source.span)) if source.span else frozenset()
        names = frozenset(term for term in title if term.startswith("n:"))
        offices = common_tongue(title) - names
        text = several[0][1].span.of(reading.article.text)
        speaking = frozenset(_keys(reading, source))
        published = reading.article.published
        language, person = reading.article.language, _person(reading, source)
        found.append(
            Speech(
                source.text,
                language,
                speaking,
                names,
                offices,
                said,
                text,
                published,
                person,
                _sounds(reading, starts, source),
            )
        )
    return tuple(found)


def _sounds(reading: Reading, starts: list[int], source: Source) -> tuple[frozenset[str], ...]:
    """The consonants of each word of a speaker's that may be a name: words without a concept."""
    if source.span is None:
        return ()
    language = "ar" if reading.article.language == "ar" else "en"
    tokens = reading.tokens[bisect_left(starts, source.span.start) : bisect_left(starts, source.span.end)]
    names = (t.stem for t in tokens if t.kind == "word" and (language == "ar" or t.surface[:1].isupper()))
    return tuple(blocks(name) for name in names if len(name) > 2 and not concept(language, name))


def _person(reading: Reading, source: Source) -> str | None:
    return next((e.name for e in reading.entities if e.id == source.entity and e.kind == "PERSON"), None)


def _keys(reading: Reading, source: Source) -> Iterator[str]:
    yield " ".join(words(source.text))
    ids = {source.entity, source.body} - {None}
    for entity in reading.entities:
        if entity.id in ids and entity.kind in _SPEAKERS:
            yield from filter(None, (" ".join(words(variant.text)) for variant in entity.variants))
            yield from (f"{scheme}:{value}" for scheme, value in entity.identifiers)


def _terms(terms: tuple[tuple[str, ...], ...], starts: list[int], span: Span) -> Iterator[str]:
    for several in terms[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
        yield from several


def common_speech(left: tuple[Speech, ...], right: tuple[Speech, ...]) -> tuple[Speech, Speech] | None:
    """The two renderings that share most terms, of one speaker, where they share enough."""
    best: tuple[float, Speech, Speech] | None = None
    for one in left:
        for other in right:
            share = _share(one, other) if _one_speaker(one, other) else 0.0
            if share and (best is None or share > best[0]):
                best = share, one, other
    return (best[1], best[2]) if best else None


def _one_speaker(one: Speech, other: Speech) -> bool:
    """The same name or the same words for an office; across languages the name's consonants, or the office's terms."""
    if one.language == other.language:
        return bool(one.keys & other.keys)
    if one.person and other.person and match_names(one.person, other.person, "PERSON"):
        return True
    if one.names & other.names:
        return True
    sounding = sum(any(mine & yours for yours in other.sounds) for mine in one.sounds)
    if sounding > 1:
        return True
    if one.person and other.person:
        return False
    common = one.offices & other.offices
    return len(common) > 1 and len(common) >= 0.6 * min(len(one.offices), len(other.offices))


def _share(one: Speech, other: Speech) -> float:
    """How much of the shorter statement the other has; nothing where too little is said, or at another time other
    numbers: that is a later statement."""
    limits = settings("reuse")
    ours, theirs = one.terms, other.terms
    if one.language != other.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    numbers = [{term for term in terms if term.startswith("#")} for terms in (ours, theirs)]
    later = one.published != other.published
    if later and all(numbers) and 2 * len(numbers[0] & numbers[1]) < min(map(len, numbers)):
        return 0.0
    common, shorter = len(ours & theirs), min(len(ours), len(theirs))
    return common / shorter if common >= limits["speech_words"] and common >= limits["speech_share"] * shorter else 0.0
