"""Who did what one alone does: scored the winner, came third, won the prize. Two people told of one feat."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from ...lang.matching import blocks, match_names
from ...lang.matching import words as name_words
from ...lang.normalise import fold
from ...lang.tables import Phrases, table
from ...model import Comparison, Mention, Reading, Sentence
from ..book import Book
from ..fact import Fact
from ..names.naming import Named, Near
from ..say import value
from .actors import two_actors

# How far a feat's words stand from each other, and the name from them, in words.
_TOGETHER = 6
_NEAR = 9
# Prizes are told with their names between («ذهبت جائزة «…» للرواية مساء الخميس إلى …»).
_FAR = 12
_PRIZES = frozenset(("prize", "trophy"))


class Feat(NamedTuple):
    """A feat, who has it, and the claim that tells it."""

    key: str
    name: str
    mention: Mention
    fact: Fact


def two_of_one_feat(book: Book, near: Near) -> Iterator[Named]:
    """Two people of whom two reports tell one feat, each report of one alone."""
    told = [_feats(reading, near) for reading in book.readings]
    for i, j in combinations(range(len(told)), 2):
        for key in sorted(told[i].keys() & told[j].keys()):
            ours, theirs = told[i][key], told[j][key]
            if len(ours) == len(theirs) == 1 and not _one(ours[0], theirs[0]):
                yield _differ(ours[0], theirs[0])


def _feats(reading: Reading, near: Near) -> dict[str, list[Feat]]:
    """The feats of a report with everybody it tells of each."""
    found: dict[str, list[Feat]] = {}
    for sentence in reading.sentences:
        if sentence.role != "body":
            continue
        for key, mention in _in(reading, sentence):
            fact = near.fact(reading, mention.span)
            name = " ".join(mention.span.of(reading.article.text).split())
            several = found.setdefault(key, [])
            if (
                fact is not None
                and not fact.denied
                and all(other.mention.entity != mention.entity for other in several)
            ):
                several.append(Feat(key, name, mention, fact))
    return found


def _in(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """The feats of a sentence with the name nearest to each."""
    tokens = reading.tokens[sentence.first : sentence.last]
    language = "ar" if reading.article.language == "ar" else "en"
    people = [
        ([n for n, token in enumerate(tokens) if m.span.overlaps(token.span)], m)
        for m in reading.mentions
        if m.kind == "PERSON" and m.form == "name" and sentence.span.contains(m.span)
    ]
    forms = [[token.stem for token in tokens], [token.norm for token in tokens]]
    for verbs, objects, key in _rows(language):
        heads = {(m.first, m.last) for said in forms for m in verbs.all(said)}
        whats = {(m.first, m.last) for said in forms for m in objects.all(said)} if objects else set()
        for what in whats if objects else heads:
            head = min(heads, key=lambda one: _between(one, what), default=what) if objects else what
            first, last = min(head[0], what[0]), max(head[1], what[1])
            # Of two as near an Arabic verb has its subject behind it, an English one before.
            apart = [
                (_apart(at, first, last), (at[0] < first) == (language == "ar"), n, mention)
                for n, (at, mention) in enumerate(people)
                if at
            ]
            reach = (_FAR if key in _PRIZES else _NEAR) if objects else 1
            if heads and _between(head, what) <= _TOGETHER and apart and min(apart)[0] <= reach:
                yield key, min(apart)[3]


def _between(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many words lie between two runs."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _apart(at: list[int], first: int, last: int) -> int:
    """How many words lie between a name and the words of a feat."""
    return max(0, first - at[-1] - 1, at[0] - last)


def _one(one: Feat, other: Feat) -> bool:
    """Whether two names may be one person's: a family name alone is his, a name in another script may be spelled so."""
    if match_names(one.name, other.name, "PERSON"):
        return True
    pairs = list(product(name_words(one.name), name_words(other.name)))
    if one.name.isascii() != other.name.isascii():
        return any(blocks(a) & blocks(b) for a, b in pairs)
    return any(match_names(a, b, "PERSON") for a, b in pairs)


def _differ(one: Feat, other: Feat) -> Named:
    values = (
        value(one.fact, text=one.name, span=one.mention.span),
        value(other.fact, text=other.name, span=other.mention.span),
    )
    detail = two_actors(one.fact, other.fact, one.name, other.name)
    return Named(Comparison("actor", "differ", 0.2, detail, values), (one.fact, other.fact))


@cache
def _rows(language: str) -> tuple[tuple[Phrases[str], Phrases[str] | None, str], ...]:
    """The feats' words: of the verb, of the object, and the key."""
    return tuple(
        (_phrases(row["verbs"]), _phrases(row["objects"]) if row["objects"] else None, row["key"])
        for row in table(language, "feats").rows
    )


def _phrases(cell: str) -> Phrases[str]:
    return Phrases((fold(words), "") for words in cell.split("|"))
