"""Pair quotation marks, and tell speech in them from names and scare quotes.

Directed marks pair by themselves. Straight marks look alike on both sides, and pages set spaces around them, so each
mark weighs the space on its two sides and what was opened before it; a pair never crosses a paragraph, unless the
next paragraph opens with the same mark again (a quotation that goes on).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Article, Sentence, Token

_DIRECTED = {"«": "»", "“": "”", "‘": "’", "„": "“"}
_CLOSING = frozenset("»”")
_STRAIGHT = frozenset(('"',))


class Quotation(NamedTuple):
    """Tokens ``[first, last)`` between two marks; ``unpaired`` where the text never closed it."""

    first: int
    last: int
    unpaired: bool = False


def quotations(article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Quotation]:
    """All quotations of the article in order. Nested ones are left inside the outer one."""
    found: list[Quotation] = []
    paragraphs: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first, _ = paragraphs.get(sentence.paragraph, (sentence.first, 0))
        paragraphs[sentence.paragraph] = (first, sentence.last)
    for first, last in paragraphs.values():
        found.extend(_in_paragraph(article.text, tokens, first, last))
    return found


def _in_paragraph(text: str, tokens: tuple[Token, ...], first: int, last: int) -> Iterator[Quotation]:
    marks = [
        n for n in range(first, last) if tokens[n].surface in _DIRECTED or tokens[n].surface in _CLOSING | _STRAIGHT
    ]
    opened: int | None = None
    closer = ""
    for position, n in enumerate(marks):
        mark = tokens[n].surface
        if opened is None:
            if mark in _DIRECTED or (mark in _STRAIGHT and _may_open(text, tokens, n, marks[position + 1 :])):
                opened, closer = n, _DIRECTED.get(mark, mark)
            continue
        if mark == closer:
            if n > opened + 1:
                yield Quotation(opened + 1, n)
            opened = None
    if opened is not None and last > opened + 1:
        yield Quotation(opened + 1, last, unpaired=True)


def _may_open(text: str, tokens: tuple[Token, ...], n: int, later: list[int]) -> bool:
    """A straight mark opens unless it leans on the word before it alone, or nothing later could close it."""
    before, after = _touches_before(text, tokens, n), _touches_after(text, tokens, n)
    if not any(tokens[m].surface in _STRAIGHT for m in later):
        # The last mark of a paragraph opens only where it leans on the word behind it.
        return after and not before
    return not before or after


def _touches_before(text: str, tokens: tuple[Token, ...], n: int) -> bool:
    start = tokens[n].span.start
    return start > 0 and not text[start - 1].isspace() and tokens[n - 1].kind != "punct"


def _touches_after(text: str, tokens: tuple[Token, ...], n: int) -> bool:
    end = tokens[n].span.end
    return end < len(text) and not text[end].isspace()


def is_speech(tokens: tuple[Token, ...], quotation: Quotation, names: frozenset[int], cued: bool) -> bool:
    """Whether the words are somebody's speech rather than a name or a term set in marks.

    Two words or more that are not all a name, with a word of saying before them; or a clause of five words or more.
    """
    words = [n for n in range(quotation.first, quotation.last) if tokens[n].kind == "word"]
    if not words or all(n in names for n in words):
        return False
    return len(words) >= (1 if cued else 5)
