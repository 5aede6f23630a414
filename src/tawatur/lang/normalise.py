"""Fold spelling so that words can be compared; keep the way back to the exact text.

``fold(word)`` is for single words and lexicon keys; ``folded(text)`` also returns, for every character of the
result, the offset it came from. Folding is per character, so the two always agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans("أإآٱىةکیگ", "اااايهكيك")
# Tatweel carries no sound; the rest are invisible marks that steer direction or joining.
_DROPPED = frozenset("ـ​‌‍‎‏؜‪‫‬‭‮⁦⁧⁨⁩﻿­")


def _fold_char(char: str) -> str:
    """One character's folded form: possibly empty (marks), possibly longer (ligatures)."""
    if char in _DROPPED or unicodedata.category(char) == "Mn":
        return ""
    if char.isdigit() and not char.isascii():
        return str(unicodedata.digit(char))
    wide = unicodedata.normalize("NFKC", char)
    kept = "".join(c for c in unicodedata.normalize("NFC", wide) if unicodedata.category(c) != "Mn")
    # Folding case may bring a mark of its own (İ); what is folded once must fold to itself.
    return "".join(c for c in kept.translate(_LETTERS).casefold() if unicodedata.category(c) != "Mn")


class _Folds(dict[int, str]):
    """Folded forms by code point for ``str.translate``, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_char(chr(code))
        return self[code]


_FOLDS = _Folds()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The comparison form: hamza seats, alef maqsura, ta marbuta, digits, case and width folded; marks dropped."""
    return word.translate(_FOLDS)


def fold_all(words: Iterable[str]) -> list[str]:
    """The comparison forms of a whole column, made at once: every start of the program waits for its tables."""
    return "\n".join(words).translate(_FOLDS).split("\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the offset in the original it came from."""

    text: str
    offsets: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original for the half-open ``[start, end)`` of the folded text."""
        if start >= len(self.offsets):
            return self.length, self.length
        first = self.offsets[start]
        if end <= start:
            return first, first
        return first, self.offsets[end] if end < len(self.offsets) else self.length


def folded(text: str) -> Folded:
    """Fold a whole text with its offset map."""
    parts: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        new = _FOLDS[ord(char)]
        parts.append(new)
        offsets.extend([index] * len(new))
    return Folded("".join(parts), tuple(offsets), len(text))
