"""Pair quotation marks, and tell speech in them from names and scare quotes.

Directed marks pair by themselves, and by either hand: pages set «…», »…«, “…” and ”…“. Straight marks look alike on
both sides, and pages set spaces around them, so each mark weighs the space on its two sides and what was opened
before it. A pair never crosses a paragraph, unless the next one closes it or opens with the same mark again (a
quotation that goes on); each paragraph then holds a part of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from ...model import Article, Sentence, Token
from .sayings import titled_works

_FAMILIES = ("«»", "“”„", '"', "‘’'", "‹›")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}
_STRAIGHT = frozenset("\"'")
_CLOSING = frozenset("»”’›")
# How many paragraphs a quotation may run through.
_PARAGRAPHS = 6


class Quotation(NamedTuple):
    """Tokens ``[first, last)`` between two marks; ``unpaired`` where this paragraph does not close it.

    ``goes_on``: the mark was opened in an earlier paragraph.
    """

    first: int
    last: int
    unpaired: bool = False
    goes_on: bool = False


class _Open(NamedTuple):
    """A mark that opened: its family, the token behind it, and how many of its kind are open inside."""

    family: str
    mark: str
    first: int
    depth: int = 0
    goes_on: bool = False


def quotations(article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Quotation]:
    """All quotations of the article in order. Nested ones are left inside the outer one."""
    paragraphs: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first, _ = paragraphs.get(sentence.paragraph, (sentence.first, 0))
        paragraphs[sentence.paragraph] = (first, sentence.last)
    found: list[Quotation] = []
    ranges = list(paragraphs.values())
    marks = [_marks(article.text, tokens, first, last) for first, last in ranges]
    opened: _Open | None = None
    for number, (first, last) in enumerate(ranges):
        parts, opened = _in_paragraph(article.text, tokens, marks[number], first, opened)
        if opened is not None and not _goes_on(tokens, marks, number, opened):
            if last > opened.first:
                parts.append(Quotation(opened.first, last, unpaired=True))
            opened = None
        elif opened is not None:
            parts.append(Quotation(opened.first, last, unpaired=True, goes_on=opened.goes_on))
        found += [part for part in parts if part.last > part.first]
    return found


def _marks(text: str, tokens: tuple[Token, ...], first: int, last: int) -> list[int]:
    """Quotation marks; of two alike side by side («""») the outer one alone, and no apostrophes."""
    found: list[int] = []
    for n in range(first, last):
        surface = tokens[n].surface
        if surface not in _FAMILY:
            continue
        before, after = _touches(text, tokens, n)
        if surface in "'’‘" and before == after and before:
            continue
        if found and found[-1] == n - 1 and tokens[n - 1].surface == surface and surface in _STRAIGHT:
            continue
        found.append(n)
    return found


def _in_paragraph(
    text: str, tokens: tuple[Token, ...], marks: list[int], first: int, opened: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    """The quotations of one paragraph, and the mark left open at its end.

    ``opened`` is left over from the paragraph before.
    """
    found: list[Quotation] = []
    if opened is not None:
        again = bool(marks) and marks[0] == first and tokens[first].surface == opened.mark
        opened = opened._replace(first=first + again, depth=0, goes_on=True)
        marks = marks[1:] if again else marks
    for position, n in enumerate(marks):
        mark = tokens[n].surface
        if opened is None:
            if _may_open(text, tokens, n, marks[position + 1 :]):
                opened = _Open(_FAMILY[mark], mark, _behind(tokens, n))
            continue
        if mark not in opened.family:
            continue
        if mark == opened.mark and mark not in _STRAIGHT and not _closes(text, tokens, n):
            opened = opened._replace(depth=opened.depth + 1)
        elif opened.depth:
            opened = opened._replace(depth=opened.depth - 1)
        else:
            if n > opened.first:
                found.append(Quotation(opened.first, n, goes_on=opened.goes_on))
            opened = None
    return found, opened


def _behind(tokens: tuple[Token, ...], n: int) -> int:
    """The first token behind an opening mark, past its twin («""»)."""
    twin = n + 1 < len(tokens) and tokens[n].surface in _STRAIGHT and tokens[n + 1].surface == tokens[n].surface
    return n + 1 + twin


def _goes_on(tokens: tuple[Token, ...], marks: list[list[int]], number: int, opened: _Open) -> bool:
    """Whether a later paragraph closes a directed mark before another one opens."""
    if opened.mark in _STRAIGHT:
        return False
    for later in marks[number + 1 : number + 1 + _PARAGRAPHS]:
        mine = [tokens[n].surface for n in later if tokens[n].surface in opened.family]
        if mine:
            return mine[0] != opened.mark or (tokens[later[0]].surface == opened.mark and mine[1:2] != [])
    return False


def _may_open(text: str, tokens: tuple[Token, ...], n: int, later: list[int]) -> bool:
    """A straight mark opens unless it leans on the word before it alone, or nothing later could close it.

    A directed mark that closes in print opens where it leans on the word behind it alone (”…“).
    """
    before, after = _touches(text, tokens, n)
    mark = tokens[n].surface
    if mark in _CLOSING:
        return after and not before and any(tokens[m].surface in _FAMILY[mark] for m in later)
    if mark not in _STRAIGHT:
        return True
    if not any(tokens[m].surface == mark for m in later):
        # The last mark of a paragraph opens only where it leans on the word behind it.
        return after and not before
    if mark == "'":
        return after and not before
    return not before or after


def _closes(text: str, tokens: tuple[Token, ...], n: int) -> bool:
    """A mark that opens in print closes where it leans on the word before it alone (“…“)."""
    before, after = _touches(text, tokens, n)
    return before and not after


def _touches(text: str, tokens: tuple[Token, ...], n: int) -> tuple[bool, bool]:
    """Whether a word stands right before and right behind; a mark of punctuation before counts as none."""
    start, end = tokens[n].span.start, tokens[n].span.end
    before = start > 0 and not text[start - 1].isspace() and tokens[n - 1].kind != "punct"
    behind = n + 1 < len(tokens) and tokens[n + 1].kind != "punct"
    return before, behind and end < len(text) and not text[end].isspace()


def is_speech(tokens: tuple[Token, ...], quotation: Quotation, names: frozenset[int], cued: bool) -> bool:
    """Whether the words are somebody's speech rather than a name, a title or a term set in marks.

    Two words or more that are not all a name, with a word of saying before them; or a clause of five words or more.
    """
    words = [n for n in range(quotation.first, quotation.last) if tokens[n].kind == "word"]
    if not words or all(n in names for n in words):
        return False
    before = tokens[quotation.first - 2].stem if quotation.first > 1 else ""
    if not cued and before in titled_works():
        return False
    return len(words) >= (1 if cued else 5)
