"""One speaker's statement in two renderings: translated or put into indirect speech, so no words need be shared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from ..lang.matching import words
from ..lang.normalise import fold
from ..lang.tables import listed, table
from ..model import Claim, Mention, Reading, Source, Span
from ..settings import settings
from .called import refers_back
from .number_keys import number_key
from .small_words import grammar
from .speaker_of import place_words, speaker
from .speakers import Speaker, merged
from .texts import nobodys, owner
from .voices import Voice, one_voice, voice
from .words import Text

# Who speaks is told by name, by the files' key of a body, or by the words of the source.
_SPEAKERS = ("PERSON", "ORG")
_TOLD = ("body", "deck")


class Speech(NamedTuple):
    """What one speaker says in one report. ``names`` are the terms of his name in any language; ``terms`` are those of
    what is said, ``acts`` of what the report tells of his doings in its own words."""

    speaker: Speaker
    names: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    text: str
    published: str | None
    counts: frozenset[tuple[str, str]]


class Talk(NamedTuple):
    """Who speaks in one report, and how many of its ``claims`` there are, ``having`` each term."""

    speeches: tuple[Speech, ...]
    claims: int
    having: Counter[str]


def talk(reading: Reading, terms: tuple[tuple[str, ...], ...]) -> Talk:
    """The statements of named speakers and documents, one for each speaker.

    A headline only sums up what the body tells, and a speaker who told this outlet alone makes no statement to all.
    """
    starts = [token.span.start for token in reading.tokens]
    told: dict[object, list[tuple[Source, Claim]]] = {}
    ours: set[object] = set()
    who: object = None
    name = ""
    for claim in reading.claims:
        source = owner(claim, reading) or claim.source
        if source is None or source.kind == "anonymous" or claim.role not in _TOLD or _open_figures(source):
            continue
        # «وقال إنه», «الناطق»: the speaker before.
        back = who is not None and (
            fold(source.text) in grammar() or _its_text(source) or refers_back(source, reading, name)
        )
        if not back:
            who, name = source.entity or words(source.text), source.text
        told.setdefault(who, []).append((source, claim))
        if _told_us(reading, claim):
            ours.add(who)
    spoken = tuple(_speech(reading, several, terms, starts) for who, several in told.items() if who not in ours)
    body = [claim for claim in reading.claims if claim.role in _TOLD]
    having = Counter(term for claim in body for term in set(_terms(terms, starts, claim.span)))
    return Talk(spoken, len(body), having)


def _its_text(source: Source) -> bool:
    """«البيان», "the statement": the text of the speaker before."""
    return source.kind == "document" and not (source.entity or source.body) and nobodys(source.text)


def _speech(
    reading: Reading,
    several: list[tuple[Source, Claim]],
    terms: tuple[tuple[str, ...], ...],
    starts: list[int],
) -> Speech:
    source, places = several[0][0], place_words(reading)
    who = merged([speaker(one, reading, places) for one in dict.fromkeys(source for source, _ in several)])
    said = (_terms(terms, starts, claim.span) for _, claim in several)
    acts = [] if who.person else list(_acts(reading, source, who.voices, places))
    done = (_terms(terms, starts, span) for span in acts)
    title = frozenset(_terms(terms, starts, source.span)) if source.span else frozenset()
    return Speech(
        who,
        frozenset(term for term in title if term.startswith("n:")),
        frozenset().union(*said),
        frozenset().union(*done),
        several[0][1].span.of(reading.article.text),
        reading.article.published,
        frozenset(_counts_of(reading, [claim.span for _, claim in several], terms, starts)),
    )


def _counts_of(
    reading: Reading, said: list[Span], terms: tuple[tuple[str, ...], ...], starts: list[int]
) -> Iterator[tuple[str, str]]:
    """What is counted in what is said, and what befell those counted, with the number."""
    for quantity in reading.quantities:
        if any(span.contains(quantity.span) for span in said):
            whats = _terms(terms, starts, quantity.counted_span) if quantity.counted_span else iter(())
            for what in (*whats, *filter(None, (quantity.outcome,))):
                yield what, number_key(quantity)


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
    first = bisect_left(reading.tokens, span.start, key=lambda token: token.span.start)
    last = bisect_right(reading.tokens, span.end, key=lambda token: token.span.end)
    own = [index for index, named in zip(text.tokens, text.named) if first <= index < last and not named]
    outside = [n for n in own if not any(part.contains(reading.tokens[n].span) for part in theirs)]
    # «إنها تتوقع» at most stands between who says and what.
    return len(outside) <= int(settings("reuse")["gap_words"])


def _open_figures(source: Source) -> bool:
    """«أرقام الحرس الوطني», "official figures": what anybody may look up is no statement."""
    said = words(source.text)
    return bool(said) and not {said[0], said[-1]}.isdisjoint(listed("speech_words", "open_figures"))


def _told_us(reading: Reading, claim: Claim) -> bool:
    """«لوكالتنا», «لـ«الشورى»», "told the Courier": said to this outlet alone."""
    sentence = next((s for s in reading.sentences if s.span.contains(claim.span)), None)
    if sentence is None:
        return False
    said = [t.norm for t in reading.tokens[sentence.first : sentence.last] if not claim.span.contains(t.span)]
    mine = frozenset(words(reading.article.outlet.name))
    return any(
        word in _to_us() or (before in _TO and word.removeprefix("ال") in mine) or _exclusive(before, word)
        for before, word in pairwise(("", *(w for w in said if w.isalnum() and w != "the")))
    )


_TO, _ALONE = listed("speech_words", "told"), listed("speech_words", "to_one_alone")


def _exclusive(before: str, word: str) -> bool:
    """«في تصريحات خاصة», "an exclusive interview"."""
    if word in _ALONE:
        return before in listed("speech_words", "to_one", "ar")
    return f"{before} {word}" in listed("speech_words", "exclusive")


@cache
def _to_us() -> frozenset[str]:
    """«لصحيفتنا», «للموقع»: whom a speaker told, where that is the outlet."""
    nouns = {fold(row["word"]) for row in table("ar", "media_nouns").rows if " " not in row["word"]}
    ours = {f"{noun[:-1]}ت" if noun.endswith("ه") else noun for noun in nouns}
    return listed("speech_words", "told_us").union((f"ل{noun}نا" for noun in ours), (f"لل{noun}" for noun in nouns))


def _terms(terms: tuple[tuple[str, ...], ...], starts: list[int], span: Span) -> Iterator[str]:
    for several in terms[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
        yield from several


def rarity(term: str, left: Talk, right: Talk) -> float:
    """1 for a term that one claim of each report has, less the more of their claims have it."""
    claims, having = left.claims + right.claims, left.having[term] + right.having[term]
    return min(1.0, (log(1 + claims / having) / log(1 + claims / 2)) ** 2) if having else 0.0
