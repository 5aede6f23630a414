"""Split a text into words, numbers and marks with offsets; take clitics off Arabic words."""

from __future__ import annotations

import re
from typing import NamedTuple

# A number keeps its separators (1,250 · ٣٫٥ · 10:30); a word keeps inner marks, tatweel and apostrophes.
_PIECE = re.compile(
    r"(?P<number>[0-9٠-٩۰-۹]+(?:[.,:٫٬،/\-][0-9٠-٩۰-۹]+)*)"
    r"|(?P<word>[^\W\d_](?:[\w\u0610-\u061a\u064b-\u0655\u0670\u06d6-\u06ed\u200c\u200d\u0640'’]*[^\W_]|[\u0610-\u061a\u064b-\u0655\u0670\u06d6-\u06ed\u0640])*[\u064b-\u0655\u0640]*)"
    r"|(?P<punct>[^\w\s]|_)"
)


class Piece(NamedTuple):
    """A token's kind and offsets."""

    kind: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """Every token of ``text``; white space alone belongs to none."""
    return [Piece(match.lastgroup or "other", match.start(), match.end()) for match in _PIECE.finditer(text)]
