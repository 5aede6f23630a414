"""A report as the words that two texts can share: keys, whose words they are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Mention, Reading, Sentence, Span, Token
from ..settings import settings

# Menus, picture lines and their credits travel between sites without the report.
_LEFT_OUT = frozenset(("furniture", "caption", "credit", "dateline", "kicker"))
_OPENERS = {"«": "»", "“": "”", "„": "”", "‹": "›"}
# A key that no other word has: what stands before and after it is never one passage.
_BREAK = "\n"
# More breaks than a gap may jump.
_BREAKS = 3


class Text(NamedTuple):
    """``tokens[n]`` is the index of the token behind ``keys[n]``, -1 at a paragraph's end.

    ``quoted`` tells words between quotation marks, where they are long enough to be speech; ``named`` tells words
    inside a name or a title, which many reports share without sharing a text.
    """

    reading: Reading
    keys: tuple[str, ...]
    tokens: tuple[int, ...]
    quoted: tuple[bool, ...]
    named: tuple[bool, ...]
    paragraph: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The exact words from ``first`` up to, without, ``last``."""
        tokens = self.reading.tokens
        start = tokens[self.tokens[first]].span.start
        return Span(self.reading.article.id, start, tokens[self.tokens[last - 1]].span.end)


def text_of(reading: Reading) -> Text:
    """The words of a report's headline, deck and paragraphs, keyed by stem so that spelling pairs are one."""
    quoted = _quoted(reading)
    named = _named(reading)
    rows: list[tuple[str, int, bool, bool, int]] = []
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.role in _LEFT_OUT:
            continue
        if sentence.paragraph != paragraph and rows:
            rows.extend([(_BREAK, -1, False, False, -1)] * _BREAKS)
        paragraph = sentence.paragraph
        for index in range(sentence.first, sentence.last):
            token = reading.tokens[index]
            if token.kind in ("word", "number"):
                rows.append((token.stem or token.norm, index, bool(quoted[index]), bool(named[index]), paragraph))
    if not rows:
        return Text(reading, (), (), (), (), ())
    keys, tokens, speech, names, paragraphs = zip(*rows)
    return Text(reading, keys, tokens, speech, names, paragraphs)


def same(left: str, right: str) -> bool:
    """Whether two keys are one word; a paragraph's end is never like another."""
    return left == right and left != _BREAK


def broken(keys: tuple[str, ...]) -> bool:
    """Whether a run of keys crosses a paragraph's end."""
    return _BREAK in keys


def _quoted(reading: Reading) -> bytearray:
    """For every token whether it is speech: between marks, or inside a direct quotation."""
    least = int(settings("reuse")["quotation_words"])
    flags = bytearray(len(reading.tokens))
    for first, last in _between_marks(reading.tokens, reading.sentences):
        if sum(token.kind in ("word", "number") for token in reading.tokens[first:last]) >= least:
            flags[first:last] = b"\x01" * (last - first)
    direct = sorted((q.content.start, q.content.end) for q in reading.quotes if q.mode == "direct")
    position = 0
    for start, end in direct:
        while position < len(flags) and reading.tokens[position].span.start < start:
            position += 1
        index = position
        while index < len(flags) and reading.tokens[index].span.end <= end:
            flags[index] = 1
            index += 1
    return flags


def marked(text: Text, span: Span) -> bool:
    """Whether all words of a span are quoted."""
    tokens = text.reading.tokens
    inside = [n for n, index in enumerate(text.tokens) if index >= 0 and span.contains(tokens[index].span)]
    return bool(inside) and all(text.quoted[n] for n in inside)


def _between_marks(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Token ranges between quotation marks; a mark that is never closed ends with its paragraph."""
    opened: int | None = None
    closing = ""
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            opened, paragraph = None, sentence.paragraph
        for index in range(sentence.first, sentence.last):
            surface = tokens[index].surface
            if opened is not None and surface == closing:
                yield opened, index
                opened = None
            elif opened is None and surface in _OPENERS:
                opened, closing = index + 1, _OPENERS[surface]
            elif opened is None and surface == '"':
                opened, closing = index + 1, '"'


def _named(reading: Reading) -> bytearray:
    """For every token whether it belongs to a name or to the title beside it."""
    flags = bytearray(len(reading.tokens))
    spans = sorted(_with_title(reading, mention) for mention in reading.mentions)
    position = 0
    for start, end in spans:
        while position < len(flags) and reading.tokens[position].span.end <= start:
            position += 1
        index = position
        while index < len(flags) and reading.tokens[index].span.start < end:
            flags[index] = 1
            index += 1
    return flags


def _with_title(reading: Reading, mention: Mention) -> tuple[int, int]:
    """The name with the title that stands right before or behind it."""
    start, end = mention.span.start, mention.span.end
    title = mention.role_title
    if title:
        text = reading.article.text
        before = text.rfind(title, max(0, start - len(title) - 2), start)
        behind = text.find(title, end, end + len(title) + 3)
        start = before if before >= 0 else start
        end = behind + len(title) if behind >= 0 else end
    return start, end
