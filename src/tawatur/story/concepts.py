"""Concepts of words: «حافلة» and «باص» and "bus" are one, known by the word as it is listed, its forms, or its root."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..lang.clitics import counts
from ..lang.inflection import Forms, Pattern
from ..lang.normalise import fold
from ..lang.skeleton import ENDINGS
from ..lang.tables import table
from .roots import root

# Concepts that turn a claim round: a word that only shares a root with them («بعد» with «استبعد») must not.
_BY_WORDS_ALONE = frozenset(("deny",))
# Endings of number, gender, case and person, and a short verb's imperfect.
_PATTERNS = {
    "whole": tuple(map(Pattern, ENDINGS)),
    "open": tuple(Pattern(ending, cut=1) for ending in ENDINGS),
    "verb": tuple(Pattern(last, first=first) for first in "يت" for last in ("", "ون", "ان")),
}
# Letters written onto a word that the text's reading left there.
_ONTO = frozenset("وفبلك")
# … and onto one of three letters («لدمج»), where news has it more often without.
_LED = frozenset("بل")
_IMPERFECT = frozenset("يت")


class _Concepts(NamedTuple):
    """Concepts by word as listed, by the forms of words with their place in the list, and by root where one has it."""

    listed: dict[str, str]
    forms: Forms[tuple[int, str]]
    rooted: dict[str, str]


@cache
def _concepts(language: str) -> _Concepts:
    rows = [
        (word, row["concept"]) for row in table(language, "concepts").rows for word in fold(row["words"]).split("|")
    ]
    forms = Forms[tuple[int, str]](_PATTERNS)
    rooted: dict[str, set[str]] = {}
    for place, (word, concept_) in enumerate(rows):
        if language == "ar":
            forms.add("open" if word.endswith("ه") else "whole", word, (place, concept_))
            if len(word) == 3:
                forms.add("verb", word, (place, concept_))
        elif concept_ not in _BY_WORDS_ALONE:
            rooted.setdefault(root(word, language), set()).add(concept_)
    alone = {key: concepts.pop() for key, concepts in rooted.items() if len(concepts) == 1 and len(key) > 4}
    return _Concepts(dict(rows), forms, alone)


def listed_concepts(language: str) -> dict[str, str]:
    """The concepts of a language by folded word as listed. Nobody's to change."""
    return _concepts(language).listed


def listed_word(language: str, word: str) -> bool:
    """Whether a folded word itself, and not a form of it alone, stands under a concept."""
    return word in _concepts(language).listed


@lru_cache(maxsize=65536)
def word_concept(language: str, word: str) -> str | None:
    """The concept of a folded word as it stands: listed, or a form of the first that is."""
    known = _concepts(language)
    return known.listed.get(word) or min(known.forms.of(word), default=(0, None))[1]


@lru_cache(maxsize=65536)
def concept(language: str, word: str) -> str | None:
    """The concept of a folded word, by itself or by its forms; an English word also by its root.

    Unlike Arabic words share a root too often («أغرق», «استغرق») for it to be a reason.
    """
    found = word_concept(language, word)
    if found is None and language == "ar":
        found = next((known for form in _uncut(word) if (known := word_concept(language, form))), None)
    elif found is None:
        found = _concepts(language).rooted.get(root(word, language))
    return found


def _uncut(word: str) -> Iterator[str]:
    """What a word may be a form of: the perfect of an imperfect («يشتبه», «ستنقذ»), a word with another written onto it
    («واتهم»)."""
    if len(word) > 4 and word[0] == "س" and word[1] in _IMPERFECT:
        word = word[1:]
        yield word
    if len(word) > 3 and word[0] in _IMPERFECT:
        if word[-1] != "ا":
            yield f"ا{word[1:]}"
        if len(word) > 5 or word[1] == "ت":
            yield word[1:]
    if (len(word) > 4 and word[0] in _ONTO) or (
        len(word) == 4 and word[0] in _LED and counts().get(word, 0) < counts().get(word[1:], 0)
    ):
        yield word[1:]


@cache
def near_concepts() -> dict[str, frozenset[str]]:
    """For a concept those that reports take for it."""
    found: dict[str, frozenset[str]] = {}
    for row in table("ar", "near_concepts").rows:
        several = frozenset(row["concepts"].split("|"))
        for concept_ in several:
            found[concept_] = found.get(concept_, frozenset()) | several - {concept_}
    return found
