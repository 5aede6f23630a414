"""Who takes an attack upon itself, where each report tells of one party and not of the other's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.tables import listed
from ...model import Comparison, Reading, Sentence, Span
from ..book import Book
from ..fact import Fact
from ..links import heads
from ..names.marks import OPENING, in_marks
from ..names.naming import Named, Near
from ..negation import negations
from ..say import value
from .actors import two_actors

# How far from the words of responsibility, in words, their party stands.
_NEAR = 7
_NAME_WORDS = 5


class Claimant(NamedTuple):
    """A party by the words a report names it with, where they stand, and the claim that tells of it."""

    name: str
    span: Span
    fact: Fact


def two_claimants(book: Book, near: Near) -> Iterator[Named]:
    """Two parties that two reports tell of as having taken the attack upon themselves."""
    told = [_claimants(reading, near) for reading in book.readings]
    for i, j in combinations(range(len(told)), 2):
        languages = {book.readings[number].article.language for number in (i, j)}
        if len(languages) > 1 or len(told[i]) != 1 or len(told[j]) != 1:
            # Names of parties are translated: two in two languages need not be two parties.
            continue
        one, other = told[i][0], told[j][0]
        if not (_named(other.name, book.readings[i]) or _named(one.name, book.readings[j])):
            values = (
                value(one.fact, text=one.name, span=one.span),
                value(other.fact, text=other.name, span=other.span),
            )
            detail = two_actors(one.fact, other.fact, one.name, other.name)
            yield Named(Comparison("actor", "differ", 0.2, detail, values), (one.fact, other.fact))


def _named(name: str, reading: Reading) -> bool:
    """Whether a report names a party, as much as its words tell: one that it knows is none that it leaves out."""
    wanted = set(name_words(name)) - heads()
    said = {word for mention in reading.mentions for word in name_words(mention.span.of(reading.article.text))}
    known = any(
        match_names(name, mention.span.of(reading.article.text), "ORG")
        for mention in reading.mentions
        if mention.form == "name" and mention.kind in ("ORG", "MISC", "PERSON")
    )
    return known or bool(wanted & said)


def _claimants(reading: Reading, near: Near) -> list[Claimant]:
    found: dict[tuple[str, ...], Claimant] = {}
    for sentence in reading.sentences:
        span = _party(reading, sentence) if sentence.role in ("body", "headline", "deck") else None
        fact = near.fact(reading, span) if span else None
        if span is not None and fact is not None:
            name = " ".join(span.of(reading.article.text).split())
            key = tuple(word for word in name_words(name) if word not in heads())
            if key and (key not in found or found[key].fact.head):
                found[key] = Claimant(name, span, fact)
    return list(found.values())


def _party(reading: Reading, sentence: Sentence) -> Span | None:
    """The party that a sentence tells of as taking an attack upon itself."""
    kinds = responsibility()
    norms = [token.norm for token in reading.tokens[sentence.first : sentence.last]]
    verbs = kinds["taking"] | kinds["admits"]
    bare = [norm[1:] if norm[:1] in "وف" and norm[1:] in verbs else norm for norm in norms]
    for index in range(len(bare)):
        if begins(bare, index, kinds["taking"]):
            verb = index
        elif begins(bare, index, kinds["noun"]):
            told = [n for n in range(max(0, index - 2 * _NEAR), index) if bare[n] in kinds["admits"] | kinds["refuses"]]
            if not told or bare[told[-1]] in kinds["refuses"]:
                continue
            verb = told[-1]
        else:
            continue
        if not (negations() | {"nobody"}) & set(norms[max(0, verb - 4) : verb]):
            return _nearest(reading, sentence, sentence.first + verb)
    return None


def _nearest(reading: Reading, sentence: Sentence, verb: int) -> Span | None:
    """The name behind an Arabic verb, else before it; before an English one."""
    tokens, arabic = reading.tokens, reading.article.language == "ar"
    bodies = [m.span for m in reading.mentions if m.kind in ("ORG", "MISC", "PERSON") and m.form == "name"]
    behind = range(verb + 1, min(verb + _NEAR, sentence.last))
    before = range(verb - 1, max(sentence.first, verb - _NEAR) - 1, -1)
    for index in (*behind, *before) if arabic else before:
        quoted = in_marks(reading, index, _NAME_WORDS) if tokens[index].surface in OPENING else None
        name = next((span for span in bodies if span.contains(tokens[index].span)), None)
        if quoted is not None and not (name is not None and name.contains(quoted)):
            return quoted
        if name is not None:
            return name
    return None


def begins(words: list[str], index: int, phrases: frozenset[str]) -> bool:
    """Whether a phrase of at most four words stands at an index."""
    return any(" ".join(words[index : index + size]) in phrases for size in range(1, 5))


@cache
def responsibility() -> dict[str, frozenset[str]]:
    """The words of ``responsibility.tsv`` by their kind, folded."""
    return {kind: listed("responsibility", kind) for kind in ("taking", "noun", "admits", "refuses")}
