"""Words that cannot both stand in one place: opposites, and kinds of one thing.

«ارتفع» and «انخفض», «وافق» and «رفض» stand at the two ends of a scale: they cannot both hold of one thing, and two
words at the same end say nearly the same of it. A word may stand on several scales. «الذهب» and «النفط» are two of a
kind: where one text has the one and another the other, they tell of two things. The scales are those of
``lang/<language>/antonyms.tsv``, the kinds those of ``siblings.tsv``; where none is written, no word has any.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..lang.tables import ROOT, table
from ..model import Token
from .frames import inflected, key

# What nouns and adjectives take on: number, gender, the accusative's alef; the ta marbuta is open before a pronoun.
_ENDINGS = ("", "ا", "ه", "ت", "ات", "ين", "ون")
_OPEN = ("ه", "ت", "ات")
# Two letters and an ending are as often another word («أم» and «أمين»).
_INFLECTED = 3
_NONE: frozenset[Pole] = frozenset()


class Pole(NamedTuple):
    """One end of a scale, or one of a kind, by their names in the table."""

    scale: str
    end: str


def poles(token: Token, language: str = "ar") -> frozenset[Pole]:
    """The ends of scales that a word stands at; empty for nearly every word."""
    return poles_of(token.norm, token.stem, language)


def poles_of(norm: str, stem: str, language: str = "ar") -> frozenset[Pole]:
    """The same for a folded word and its stem."""
    known = _poles(language)
    bare = norm[norm.find(stem) :] if stem in norm else stem
    return known.get(stem) or known.get(norm) or known.get(bare) or _NONE


def opposed(left: frozenset[Pole], right: frozenset[Pole]) -> frozenset[str]:
    """The scales at whose two ends the words stand; none where they also stand together at an end."""
    if left & right:
        return frozenset()
    return frozenset(a.scale for a in left for b in right if a.scale == b.scale)


def kinds_of(norm: str, stem: str, language: str = "ar") -> frozenset[Pole]:
    """The kinds of things that a word names one of; ``end`` is the thing, one for all its names."""
    known = _kinds(language)
    return known.get(stem) or known.get(norm) or _NONE


@cache
def undoing(language: str = "ar") -> frozenset[Pole]:
    """The poles of words with which what is said did not come about («فشل في»، «تجاهل»)."""
    return frozenset(Pole(r["scale"], r["pole"]) for r in table(language, "antonyms").rows if r["undoes"])


@cache
def _kinds(language: str) -> dict[str, frozenset[Pole]]:
    if not (ROOT / language / "siblings.tsv").exists():
        return {}
    found: dict[str, set[Pole]] = {}
    for row in table(language, "siblings").rows:
        for names in row["words"].split("|"):
            for word in names.split():
                for form in _endings(word):
                    found.setdefault(form, set()).add(Pole(row["kind"], names.split()[0]))
    return {form: frozenset(kinds) for form, kinds in found.items()}


@cache
def _poles(language: str) -> dict[str, frozenset[Pole]]:
    if not (ROOT / language / "antonyms.tsv").exists():
        return {}
    found: dict[str, set[Pole]] = {}
    for row in table(language, "antonyms").rows:
        pole = Pole(row["scale"], row["pole"])
        for form in _forms(language, row):
            found.setdefault(form, set()).add(pole)
    return {form: frozenset(ends) for form, ends in found.items()}


def _forms(language: str, row: dict[str, str]) -> Iterator[str]:
    for tense in ("perfect", "imperfect"):
        yield from (words[0] for words in inflected(language, tense, row[tense]))
    for word in filter(None, row["words"].split("|")):
        yield from _endings(word)


def _endings(word: str) -> Iterator[str]:
    bare = key(word)
    if len(bare) < _INFLECTED:
        yield bare
    elif bare.endswith("ه"):
        yield from (bare[:-1] + ending for ending in _OPEN)
    else:
        yield from (bare + ending for ending in _ENDINGS)
