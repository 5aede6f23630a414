"""One speaker's statement in two renderings: translated or put into indirect speech, so no words need be shared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from ..lang.matching import blocks, match_names, words
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Claim, Mention, Reading, Source, Span
from ..settings import settings
from .speakers import Voice, naming, office, one_office, one_voice, refers_back, voice
from .statements import telling
from .terms import common_tongue, concept, grammar
from .words import Text

# Who speaks is told by name, by the files' key of a body, or by the words of the source.
_SPEAKERS = ("PERSON", "ORG")
_TOLD = ("body", "deck")


class Speech(NamedTuple):
    """What one speaker says in one report. ``keys`` mean one speaker in one language, ``names`` and ``offices`` are the
    terms of his name and of his office or body in any; ``terms`` are those of what is said."""

    speaker: str
    language: str
    keys: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    text: str
    published: str | None
    person: str | None
    sounds: tuple[frozenset[str], ...]
    voices: tuple[Voice, ...]


class Talk(NamedTuple):
    """Who speaks in one report, and how many of its ``claims`` there are, ``having`` each term."""

    speeches: tuple[Speech, ...]
    claims: int
    having: Counter[str]


def talk(reading: Reading, terms: tuple[tuple[str, ...], ...]) -> Talk:
    """The statements of named speakers and documents, one for each speaker.

    A headline only sums up what the body tells, and what a speaker told this outlet alone is no statement to all.
    """
    starts = [token.span.start for token in reading.tokens]
    told: dict[object, list[tuple[Source, Claim]]] = {}
    who: object = None
    name = ""
    for claim in reading.claims:
        source = claim.source
        if source is None or source.kind == "anonymous" or claim.role not in _TOLD:
            continue
        # «وقال إنه», «الناطق»: the speaker before.
        back = who is not None and (fold(source.text) in grammar() or refers_back(source, reading, name))
        if not back:
            who, name = source.entity or words(source.text), source.text
        if not _told_us(reading, claim):
            told.setdefault(who, []).append((source, claim))
    spoken = tuple(_speech(reading, several, terms, starts) for several in told.values())
    body = [claim for claim in reading.claims if claim.role in _TOLD]
    having = Counter(term for claim in body for term in set(_terms(terms, starts, claim.span)))
    return Talk(spoken, len(body), having)


def _speech(
    reading: Reading, several: list[tuple[Source, Claim]], terms: tuple[tuple[str, ...], ...], starts: list[int]
) -> Speech:
    source = several[0][0]
    person, places = _person(reading, source), _places(reading)
    voices = _voices(reading, source, person, places)
    said = (_terms(terms, starts, claim.span) for _, claim in several)
    done = (_terms(terms, starts, span) for span in _acts(reading, source, voices, places) if not person)
    title = frozenset(_terms(terms, starts, source.span)) if source.span else frozenset()
    names = frozenset(term for term in title if term.startswith("n:"))
    return Speech(
        naming(source, reading)[0],
        reading.article.language,
        frozenset(_keys(reading, source)),
        names,
        frozenset(_offices(reading, source)),
        frozenset().union(*said),
        frozenset().union(*done),
        several[0][1].span.of(reading.article.text),
        reading.article.published,
        person,
        _sounds(reading, starts, source),
        voices,
    )


def _acts(reading: Reading, source: Source, voices: tuple[Voice, ...], places: frozenset[str]) -> Iterator[Span]:
    """What the report tells in its own words of the body that speaks: the claims of sentences that open with it."""
    bodies = [m for m in reading.mentions if m.kind == "ORG"]
    for sentence in reading.sentences:
        first, last = (reading.tokens[n].span for n in (sentence.first, min(sentence.first + 1, sentence.last - 1)))
        opening = (m for m in bodies if m.span.start < last.end and first.start < m.span.end)
        if sentence.role in _TOLD and any(_same_body(reading, m, source, voices, places) for m in opening):
            yield from (c.span for c in reading.claims if c.source is None and sentence.span.contains(c.span))


def _same_body(
    reading: Reading, mention: Mention, source: Source, voices: tuple[Voice, ...], places: frozenset[str]
) -> bool:
    if mention.entity is not None and mention.entity == source.entity:
        return True
    mine = voice(mention.span.of(reading.article.text), None, places)
    return any(one_voice(mine, yours) for yours in voices)


def _places(reading: Reading) -> frozenset[str]:
    """The words of a report's names of places."""
    text = reading.article.text
    return frozenset(word for m in reading.mentions if m.kind in _PLACES for word in words(m.span.of(text)))


def _voices(reading: Reading, source: Source, person: str | None, places: frozenset[str]) -> tuple[Voice, ...]:
    """The voice by its own words and by what the body is called elsewhere; «الوزارة» alone where nothing tells more."""
    if reading.article.language != "ar":
        return ()
    bodies = (e for e in reading.entities if e.kind == "ORG" and e.id in (source.entity, source.body))
    called = (*_titles(reading, source), *(variant.text for body in bodies for variant in body.variants))
    found = tuple(dict.fromkeys(voice(text, person, places) for text in called))
    return tuple(one for one in found if one.about) or found


def _titles(reading: Reading, source: Source) -> tuple[str, ...]:
    """What a speaker is called; of a document whose it is («نشرة صادرة عن مديرية الأرصاد»)."""
    text = reading.article.text
    if source.span is not None and (short := _BRACKETS.match(text, source.span.end)):
        return naming(source, reading)[0], short["name"]
    rest = _PHRASE.match(text, source.span.end) if source.span and source.kind == "document" else None
    if rest is None or source.span is None:
        return (naming(source, reading)[0],)
    phrase = Span(source.span.article_id, source.span.start, rest.end())
    bodies = (m.span for m in reading.mentions if m.kind == "ORG" and phrase.contains(m.span))
    return tuple(span.of(text) for span in bodies) or (source.text,)


_PLACES = frozenset(("GPE", "LOC", "FAC"))
# «منظمة الصحة العالمية (الصحة العالمية)»: what a body is called for short.
_BRACKETS = re.compile(r"\s*\((?P<name>[^()\d]{3,20})\)")
# A document's own phrase goes on to the next mark.
_PHRASE = re.compile(r"[\w\s]{0,60}(?!\w)")


def _offices(reading: Reading, source: Source) -> Iterator[str]:
    """Terms of the office, and of what the body that speaks is called elsewhere («الوزارة» for «وزارة الصحة»)."""
    language = "ar" if reading.article.language == "ar" else "en"
    yield from office(words(source.text), language)
    for entity in reading.entities:
        if entity.kind == "ORG" and entity.id in (source.entity, source.body):
            for variant in entity.variants:
                yield from office(words(variant.text), language)


def relays(text: Text, span: Span) -> bool:
    """Whether the words of a span are what a named speaker or a document says, without the phrase that tells so."""
    reading = text.reading
    inside = [claim for claim in reading.claims if claim.span.overlaps(span) and claim.source is not None]
    if any(claim.source.kind not in ("named", "document") for claim in inside if claim.source):
        return False
    asides = {claim.quote for claim in inside}
    if any(quote.cue and quote.cue.overlaps(span) for quote in reading.quotes if quote.id in asides):
        return False
    theirs = [claim.span for claim in inside] + [c.source.span for c in inside if c.source and c.source.span]
    own = [
        index
        for n, index in enumerate(text.tokens)
        if index >= 0 and not text.named[n] and span.contains(reading.tokens[index].span)
    ]
    outside = [n for n in own if not any(part.contains(reading.tokens[n].span) for part in theirs)]
    # «إنها تتوقع» at most stands between who says and what.
    return len(outside) <= int(settings("reuse")["gap_words"])


def _told_us(reading: Reading, claim: Claim) -> bool:
    """«لوكالتنا», «لـ«الشورى»», "told the Courier": said to this outlet alone."""
    sentence = next((s for s in reading.sentences if s.span.contains(claim.span)), None)
    if sentence is None:
        return False
    said = [t.norm for t in reading.tokens[sentence.first : sentence.last] if not claim.span.contains(t.span)]
    mine = frozenset(words(reading.article.outlet.name))
    return any(
        word in _to_us() or (before in _TO and word.removeprefix("ال") in mine)
        for before, word in pairwise(("", *(w for w in said if w.isalnum() and w != "the")))
    )


_TO = frozenset(("told", "ل"))


@cache
def _to_us() -> frozenset[str]:
    """«لصحيفتنا», «للموقع»: whom a speaker told, where that is the outlet."""
    nouns = {fold(row["word"]) for row in table("ar", "media_nouns").rows if " " not in row["word"]}
    ours = {f"{noun[:-1]}ت" if noun.endswith("ه") else noun for noun in nouns}
    return frozenset((*(f"ل{noun}نا" for noun in ours), *(f"لل{noun}" for noun in nouns), "ابلغنا", "اخبرنا"))


def _sounds(reading: Reading, starts: list[int], source: Source) -> tuple[frozenset[str], ...]:
    """The consonants of each word of a speaker's that may be a name: words without a concept."""
    if source.span is None:
        return ()
    language = "ar" if reading.article.language == "ar" else "en"
    tokens = reading.tokens[bisect_left(starts, source.span.start) : bisect_left(starts, source.span.end)]
    names = (t.stem for t in tokens if t.kind == "word" and (language == "ar" or t.surface[:1].isupper()))
    return tuple(blocks(name) for name in names if len(name) > 2 and not concept(language, name))


def _person(reading: Reading, source: Source) -> str | None:
    name = next((e.name for e in reading.entities if e.id == source.entity and e.kind == "PERSON"), None)
    return naming(source, reading)[1] or name


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


def common_speech(left: Talk, right: Talk) -> tuple[Speech, Speech] | None:
    """The two renderings that share most, of one speaker, where they share enough."""
    best: tuple[float, Speech, Speech] | None = None
    for one in left.speeches:
        for other in right.speeches:
            much = _shared(one, other, left, right) if _one_speaker(one, other) else 0.0
            if much and (best is None or much > best[0]):
                best = much, one, other
    return (best[1], best[2]) if best else None


def _one_speaker(one: Speech, other: Speech) -> bool:
    """The same name or the same words for an office; across languages the name's consonants, or the office's terms."""
    if one.language == other.language:
        if one.keys & other.keys or _one_person(one.person, other.person):
            return True
        if one.person and other.person:
            return False
        if one.voices and other.voices:
            return any(one_voice(mine, yours) for mine in one.voices for yours in other.voices)
        return one_office(one.offices, other.offices)
    if one.person and other.person and match_names(one.person, other.person, "PERSON"):
        return True
    if one.names & other.names:
        return True
    sounding = sum(any(mine & yours for yours in other.sounds) for mine in one.sounds)
    if sounding > 1:
        return True
    if one.person and other.person:
        return False
    return one_office(one.offices, other.offices)


def _one_person(left: str | None, right: str | None) -> bool:
    """One name, or one inside the other: names are read with a word too many now and then."""
    if not left or not right:
        return False
    if match_names(left, right, "PERSON"):
        return True
    short, long = sorted((words(left), words(right)), key=len)
    return len(short) > 1 and any(long[n : n + len(short)] == short for n in range(len(long)))


def _shared(one: Speech, other: Speech, left: Talk, right: Talk) -> float:
    """How much of what one tells the other has: what all speak of counts little. Nothing where that is a word or two,
    or where later most numbers differ: that is a statement of its own.

    What a body does in the report's own words («خفض البنك توقعاته») may be what it says in the other.
    """
    limits = settings("reuse")
    across = one.language != other.language
    if _at_odds(one, other) or min(len(one.terms), len(other.terms)) < limits["statement_words"]:
        return 0.0
    common = (one.terms & (other.terms | other.acts)) | (one.acts & other.terms)
    if across:
        common = common_tongue(common)
    # A translation leaves no roots of words in common.
    figures, least = (1, limits["translated_rarity"]) if across else (2, limits["speech_rarity"])
    rarity = sum(_rarity(term, left, right) for term in common)
    return rarity if rarity >= least or sum(map(telling, common)) >= figures else 0.0


def _at_odds(one: Speech, other: Speech) -> bool:
    numbers = [{term for term in speech.terms if term.startswith("#")} for speech in (one, other)]
    return (
        one.published != other.published and all(numbers) and 2 * len(numbers[0] & numbers[1]) < min(map(len, numbers))
    )


def _rarity(term: str, left: Talk, right: Talk) -> float:
    """1 for a term that one claim of each report has, less the more of their claims have it."""
    claims, having = left.claims + right.claims, left.having[term] + right.having[term]
    return min(1.0, (log(1 + claims / having) / log(1 + claims / 2)) ** 2) if having else 0.0
