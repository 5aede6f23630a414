"""Split a text into words, numbers, marks and addresses with their offsets."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .tables import table

_MARKS = "\u0610-\u061a\u064b-\u0655\u0670\u06d6-\u06ed"
# What ends a sentence or closes a bracket is no part of the address before it.
_LAST = r"[^\s<>«»\"“”.,;:!?()\[\]{}'’،؛؟…]"
_TOPS = "com|net|org|info|gov|edu|news|tv|me|io|co"
_PIECE = rf"""
  # Looking first at the letter that an address begins with spares Arabic words the trouble.
  (?=[A-Za-z0-9@#＃])(?P<other>
      (?:https?://|ftp://|www\.)[^\s<>«»"“”]*{_LAST}
    | (?<![\w.@])[A-Za-z0-9][A-Za-z0-9._%+\-]{{0,63}}@[A-Za-z0-9\-]{{1,63}}(?:\.[A-Za-z0-9\-]{{1,63}}){{1,5}}
    | (?<![\w.@])(?:[a-z0-9\-]{{1,63}}\.){{1,4}}(?:{_TOPS})(?:\.[a-z]{{2}})?(?:/(?:[^\s<>«»"“”]*{_LAST})?|(?![\w.]*\w))
    | (?<![A-Za-z0-9_])@\w+
    | (?<![A-Za-z0-9_])[#＃](?=\w*[^\W\d_])[\w{_MARKS}\u200c\u200d]+
  )
  # Letters joined by points (U.S., a.m), and the words that end in a point of their own.
| (?=[A-Za-z])(?P<short>(?<![\w.])(?:[A-Za-z](?:\.[A-Za-z])+\.?(?!\w)|(?:ABBREVIATIONS)))
  # A number keeps its separators (1,250 · ٣٫٥ · 10:30) and the clitics written onto it (و1,250 · لـ5 · الـ27).
  # Arab agencies write the decimal point as ر (24ر5).
| (?=[وفبكلا\d])(?P<number>(?:(?<!\w)[وف]?(?:[بك]?ال|لل|[بلك])?\u0640*)?\d+(?:[.,:٫٬،/\-ر]\d+)*)
  # A word keeps inner marks, tatweel and apostrophes.
| (?P<word>(?!\u0640)[^\W\d_](?:[\w{_MARKS}\u200c\u200d\u0640'’]*[^\W_]|[{_MARKS}\u0640])*[\u064b-\u0655\u0640]*)
| (?P<punct>\S)
"""


class Piece(NamedTuple):
    """A token's kind and offsets. ``short`` is a word with its abbreviating points; ``other`` an address of the web
    or of mail, a handle or a hashtag."""

    kind: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """Every token of ``text``; white space alone belongs to none."""
    return [Piece(match.lastgroup or "other", match.start(), match.end()) for match in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    forms = (
        re.escape(row["form"]) + (r"(?=\s?\d)" if row["digits"] else "")
        for row in sorted(table("en", "abbreviations").rows, key=lambda row: -len(row["form"]))
    )
    return re.compile(_PIECE.replace("ABBREVIATIONS", "|".join(forms)), re.VERBOSE)
