"""Whether two names may be one, by rules that explain themselves; never by similarity alone.

Every rule returns its name and a sentence of detail. A consonant skeleton only proposes: what it proposes must also
be letters that transliterators are known to swap (ج غ ك ق for one g), so حمص and حماس stay two.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .normalise import fold
from .tables import table

_LONG_VOWELS = frozenset("اويه")
# Consonants of a family name that chance does not repeat.
_LONG_NAME = 6


class Match(NamedTuple):
    """Why two names may be one. ``score`` is 1 for identity, less for rules that leave more open."""

    score: float
    rule: str
    detail: str


def match_names(left: str, right: str, kind: str) -> Match | None:
    """The first rule that joins two names of one kind, or None.

    Persons match by all their words, by a middle name left out, or by the family name alone; bodies and places by
    the same words with or without articles. Transliterations match persons and operations word by word.
    """
    a, b = words(left), words(right)
    if not a or not b:
        return None
    if a == b:
        same = fold(left) == fold(right)
        return Match(1.0, "same" if same else "definite", "the same words" if same else "the same but for the article")
    if kind == "PERSON":
        return _persons(a, b)
    if len(a) == len(b) and all(_same_word(x, y) for x, y in zip(a, b)):
        return Match(0.9, "spelling", f"«{left}» and «{right}» are spellings of the same words")
    return None


@lru_cache(maxsize=16384)
def words(name: str) -> tuple[str, ...]:
    """The words that count: folded, without articles, particles and the prefix of Abd- names kept together."""
    cleaned = fold(name)
    if not cleaned.replace(" ", "").isalnum():
        cleaned = "".join(char if char.isalnum() else " " for char in cleaned)
    found = []
    for word in cleaned.split():
        bare = word.removeprefix("ال") if len(word) > 4 else word
        if bare not in ("al", "el", "the", "ال"):
            found.append(bare)
    return tuple(found)


def _persons(a: tuple[str, ...], b: tuple[str, ...]) -> Match | None:
    short, long = sorted((a, b), key=len)
    if len(a) == len(b) and all(_same_word(x, y) or _beside_long_name(x, y, a, b) for x, y in zip(a, b)):
        return Match(0.9, "transliteration", "each word is another spelling of the same name")
    if len(short) == 1:
        if _same_word(short[0], long[-1]):
            return Match(0.7, "family_name", "the family name alone")
        return None
    if _same_word(short[-1], long[-1]) and (_same_word(short[0], long[0]) or _initial(short[0], long[0])):
        inner = iter(long[1:-1])
        if all(any(_same_word(word, other) for other in inner) for word in short[1:-1]):
            return Match(0.85, "middle_name", "the same first and last names, a middle name left out")
    return None


def _beside_long_name(x: str, y: str, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """A short first name may differ in a vowel (إريك، إيريك) beside a family name too long to be shared by chance.

    Beside shorter ones it may not: حسن and حسين of one family are brothers.
    """
    if (x, y) == (a[-1], b[-1]) or x.isascii() or y.isascii():
        return False
    return len(_consonants(a[-1])) >= _LONG_NAME and _same_word(a[-1], b[-1]) and _consonants(x) == _consonants(y)


def _initial(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def blocks(word: str) -> frozenset[str]:
    """Keys that every spelling of one name shares at least one of, in either script: for proposing, never matching."""
    return skeletons(word)


@lru_cache(maxsize=65536)
def _same_word(left: str, right: str) -> bool:
    """One word in two spellings: letters equal, or swapped as transliterators do, with long vowels free to come."""
    if left == right:
        return True
    if min(len(left), len(right)) < 3:
        return False
    if left.isascii() != right.isascii():
        return bool(skeletons(left) & skeletons(right)) and _first_sounds(left, right)
    if left.isascii():
        return False
    return _aligned(left, right)


def _aligned(left: str, right: str) -> bool:
    """Arabic against Arabic: the same consonants in order up to known swaps; vowels may be written or not.

    Two native words of like consonants (حمص and حماس) differ by a long vowel with no swap between them; foreign names
    also swap a consonant or have two vowels that differ, so a bare vowel difference is believed in long words alone.
    """
    a, b = _consonants(left), _consonants(right)
    if len(a) != len(b):
        return False
    swaps = 0
    for x, y in zip(a, b):
        if x != y:
            if y not in _swaps().get(x, ""):
                return False
            swaps += 1
    return swaps <= 2 and len(a) >= 3 and (len(a) >= 4 or len(left) == len(right))


def _consonants(word: str) -> str:
    return word[0] + "".join(char for char in word[1:] if char not in _LONG_VOWELS)


@lru_cache(maxsize=1)
def _swaps() -> dict[str, str]:
    """For each letter, the letters that transliterators write in its place."""
    return {fold(row["letter"]): fold(row["swapped"]) for row in table("ar", "letter_swaps").rows}


@lru_cache(maxsize=1)
def _latin() -> dict[str, str]:
    """For each Arabic consonant, the class of Latin consonants it stands for."""
    return {fold(row["letter"]): row["latin"] for row in table("ar", "letter_swaps").rows}


def skeletons(word: str) -> frozenset[str]:
    """Consonant classes of a word in either script, with doubled letters taken once."""
    if word.isascii():
        return frozenset((_squeeze(_latin_classes(word)),))
    options = [""]
    for char in word:
        latin = _latin().get(char, "")
        if latin:
            options = [option + one for option in options for one in latin][:64]
    return frozenset(map(_squeeze, options))


_DIGRAPHS = (
    ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"),
    ("ck", "k"), ("zh", "z"),
)  # fmt: skip
_CLASSES = {"c": "k", "q": "k", "j": "j", "v": "f", "p": "b", "w": "", "y": "", "h": "h"}


def _latin_classes(word: str) -> str:
    word = word.replace("x", "ks")  # before «kh» becomes an x of its own
    for digraph, letter in _DIGRAPHS:
        word = word.replace(digraph, letter)
    return "".join(_CLASSES.get(char, char) for char in word if char not in "aeiou")


def _squeeze(classes: str) -> str:
    kept = [char for index, char in enumerate(classes) if not index or char != classes[index - 1]]
    # h is written or left out at will (Hegseth, هيغسيث; Abdullah, عبدالله).
    return "".join(kept).replace("h", "")


def _first_sounds(left: str, right: str) -> bool:
    """Names in two scripts must also begin alike: with the same consonant, or both with a vowel."""
    latin, arabic = (left, right) if left.isascii() else (right, left)
    if latin[0] in "aeiou":
        return arabic[0] in "اعيو"
    return arabic[0] in "وي" if latin[0] in "wy" else arabic[0] not in "اعوي"
