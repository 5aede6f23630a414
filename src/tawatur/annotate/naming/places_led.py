"""Towns that no list knows, by the words that lead to them («شمال القرارم قوقة»، «في غيل باوزير»)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...lang.clitics import counts
from ...lang.normalise import fold, fold_all
from ...lang.surface import definite, proclitic
from ...lang.tables import columns, listed, table
from ...model import Token
from ..happenings.acts import act_pattern
from ..phrases.clauses import finite
from ..speech.sayings import function_words, verbs

# Prepositions behind which a word that nobody knows is a place, where nothing that it could be of stands behind it.
_IN = listed("place_names", "in", "ar")
_NEVER_VERB = listed("place_names", "never_verb", "ar")
_IMPERFECT = frozenset("يت")
_MARKS = frozenset("،.؛:,)")
_DUAL = ("تين", "تان")
_AT = ("ب",)
# A town's name is as long as this at least, and a common word shorter than this may be any.
_LETTERS = 3
# Endings of plurals, duals and adjectives with what they stand for in the noun.
_ENDINGS = (("يات", "يه"), ("ات", "ه"), ("ات", ""), ("تي", "ه"), ("تين", "ه"), ("ين", ""), ("ون", ""), ("ان", ""),
            ("ي", ""), ("يه", ""), ("ه", ""), ("ا", ""), ("تان", "ه"))  # fmt: skip


class Led(NamedTuple):
    """A run ``[first, last)`` of tokens that its words lead to as to a place; ``sure`` where they can lead to nothing
    else («شرقي سيدي مروان» is nobody)."""

    first: int
    last: int
    sure: bool


def led(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[Led]:
    """The places of a sentence that no list need know."""
    end = first
    for index in range(first + 1, last):
        found = _found(tokens, index, last) if index >= end else None
        if found is not None:
            end = found.last
            yield found


def _found(tokens: tuple[Token, ...], index: int, last: int) -> Led | None:
    token, before = tokens[index], tokens[index - 1]
    by_letter = token.proclitics == _AT
    if not _may_begin(token, by_letter):
        return None
    beside = not by_letter and before.stem in sides() and not definite(before) and not before.enclitics
    within = by_letter or (before.norm in _IN and not before.enclitics)
    if not (beside or within):
        return None
    opened = _opened(tokens, index, last)
    end = index + 2 if opened or _goes_on(tokens, index, last) else index + 1
    alone = (
        not definite(token)
        and unknown_word(token)
        and not (before.norm in _NEVER_VERB and token.norm[:1] in _IMPERFECT)
    )
    if beside and (opened or unknown_word(token)):
        return Led(index, end, True)
    return Led(index, end, False) if (opened or alone) and _stops(tokens, end, last) else None


def _may_begin(token: Token, by_letter: bool) -> bool:
    """Whether a word may be a name's first: a bare one, or one with the article."""
    bare = by_letter or not set(token.proclitics) - {"ال"}
    plain = token.kind == "word" and token.stem.isalpha() and not token.enclitics
    return plain and bare and len(token.stem) >= _LETTERS


def _opened(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """«عين زارة»، «بني وليد»: a word that such names open with, and one behind it."""
    if definite(tokens[index]) or tokens[index].stem not in _listed("opens") or index + 1 >= last:
        return False
    after = tokens[index + 1]
    said = f"{tokens[index].stem} {after.norm}"
    return _may_begin(after, False) and not _ends(after) and said not in _listed("never")


def _goes_on(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """«القرارم قوقة»: a second word that nobody knows; «مقصورة الأمتعة» is a thing of another."""
    if index + 1 >= last or not _may_begin(tokens[index + 1], False):
        return False
    after = tokens[index + 1]
    return unknown_word(after) and definite(after) <= definite(tokens[index])


def _ends(token: Token) -> bool:
    """Whether a word is none of a name's: of grammar, of a direction or a time, a verb."""
    return token.norm in function_words() or token.stem in sides() or _timed(token) or _verbal(token)


def _verbal(token: Token) -> bool:
    return finite(token) or token.norm in verbs()


def _stops(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Whether nothing goes on from the word before: no noun or adjective that it could be of («في هلاك ستة»)."""
    if index >= last:
        return True
    token = tokens[index]
    joined = proclitic(token) and token.kind == "word"
    return token.surface in _MARKS or joined or _ends(token)


def _timed(token: Token) -> bool:
    return token.stem in _times() or token.norm in _times()


def unknown_word(token: Token) -> bool:
    """Whether a word was never met in news and is no form of one that the lists hold."""
    if act_pattern(token.surface) or _verbal(token) or token.stem.endswith(_DUAL):
        return False
    return _unknown(token.stem) and _unknown(token.norm)


@lru_cache(maxsize=16384)
def _unknown(word: str) -> bool:
    forms = [word, *(word[: -len(end)] + base for end, base in _ENDINGS if word.endswith(end))]
    return not any(form in counts() or form in _vocabulary() for form in forms if len(form) >= _LETTERS)


@cache
def _vocabulary() -> frozenset[str]:
    """The words of the language that the lists of the field hold."""
    said = " ".join(word for name in ("concepts", "numbers") for word in columns("ar", name)["words"])
    return function_words().union(fold_all(said.replace("|", " ").split()), verbs())


@cache
def _listed(kind: str) -> frozenset[str]:
    return listed("place_names", kind, "ar")


@cache
def sides() -> frozenset[str]:
    """Words that tell where beside a place: شمال، قرب، قبالة …"""
    return frozenset(fold(row["word"]) for row in table("ar", "directions").rows if row["part"])


@cache
def _times() -> frozenset[str]:
    names = (row["name"] for name in ("weekdays", "day_parts") for row in table("ar", name).rows)
    return _listed("day").union(fold(word) for name in names for said in name.split("|") for word in said.split())
