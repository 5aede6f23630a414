"""The classes of things that bear names («مخيم»، «سفينة», "strait"), and their nouns in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.tables import keyed, table, vocabulary
from ...model import Token

# Classes whose noun is that of an act, too («سجن الرئيس»).
ACTS = frozenset(("prison",))
# Shorter than this, what is left of a word without its first letter is no noun with a preposition before it.
_UNCUT = 4


class Noun(NamedTuple):
    """A class's noun among the words ``[first, last]``; «نقطة تفتيش», "refugee camp" have two."""

    kind: str
    first: int
    last: int


class _Class(NamedTuple):
    place: bool
    among: str


def noun_at(tokens: Sequence[Token], index: int, arabic: bool) -> Noun | None:
    """The noun of a class whose head stands at an index: in Arabic its first word, in English its last."""
    if tokens[index].kind != "word":
        return None
    known = nouns("ar" if arabic else "en")
    word = singular(tokens[index])
    beside = index + 1 if arabic else index - 1
    if 0 <= beside < len(tokens) and tokens[beside].kind == "word":
        said = f"{word} {tokens[beside].stem}" if arabic else f"{tokens[beside].norm} {word}"
        if said in known:
            return Noun(known[said], min(index, beside), max(index, beside))
    return Noun(known[word], index, index) if word in known else None


def singular(token: Token) -> str:
    """The noun as listed: «حملته» is «حملة» with a pronoun, «بضاحية» may be «ضاحية» behind a preposition that the word
    was not parted from."""
    if token.enclitics and token.stem.endswith("ت"):
        return f"{token.stem[:-1]}ه"
    uncut = token.stem[:1] == "ب" and not token.proclitics and len(token.stem) > _UNCUT
    return token.stem[1:] if uncut and token.stem not in nouns("ar") and token.stem[1:] in nouns("ar") else token.stem


def is_class_of_places(kind: str) -> bool:
    """Whether a class is somewhere to be."""
    return _classes()[kind].place


def among(kind: str) -> str:
    """The group of a class, other classes of which may be the same thing; empty where it is in none."""
    return _classes()[kind].among if kind in _classes() else ""


@cache
def nouns(language: str) -> dict[str, str]:
    """The class of every noun, folded."""
    return keyed("bearers", "class", language, column="words")


@cache
def _classes() -> dict[str, _Class]:
    """All classes by their keys."""
    return {
        row["class"]: _Class(row["aspect"] == "place", row["among"])
        for language in ("en", "ar")
        for row in table(language, "bearers").rows
    }


@cache
def stops() -> frozenset[str]:
    """Words that end a name."""
    return sides() | nouns("ar").keys()


@cache
def sides() -> frozenset[str]:
    """Words for the side of a place."""
    return vocabulary("directions", "ar")


@cache
def common() -> dict[str, bool]:
    """Adjectives that many places of one class have, and whether a town may have one such place alone."""
    return {fold(row["word"]): row["telling"] == "yes" for row in table("ar", "common_adjectives").rows}
