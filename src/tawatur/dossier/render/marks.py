"""Cut a report's text into runs so that overlapping claims can be highlighted, and make text safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ...model import Article, Section, Span
from .layers import Layered

# Characters that steer direction or end a page's meaning without being seen; shown by their code instead.
_CONTROLS = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


# Words of the other direction inside a sentence of ours, with what stands between them: one run to the bidi algorithm,
# and the marks around them stay the sentence's.
_FOREIGN = {
    "en": re.compile("[\u0600-\u06ff](?:[\u0600-\u06ff\\d\\s،؛.:/()'-]*[\u0600-\u06ff])?"),
    "ar": re.compile("[A-Za-z](?:[A-Za-z\\d\\s.,:/()'-]*[A-Za-z\\d])?"),
}


class Run(NamedTuple):
    """Consecutive characters under the same claims and layers. ``opens`` lists claims whose words begin here."""

    text: str
    claims: tuple[str, ...]
    opens: tuple[str, ...]
    layers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Block(NamedTuple):
    """A line of the report: the roles and runs of the sections that stand on it."""

    parts: tuple[tuple[str, tuple[Run, ...]], ...]

    @property
    def role(self) -> str:
        return self.parts[-1][0]


def runs(
    text: str, section: Span, claims: Iterable[tuple[str, Span]], layered: Iterable[Layered] = ()
) -> Iterator[Run]:
    """The section's text in order, cut wherever a mark begins or ends. Nothing is lost between runs."""
    opening: dict[int, list[tuple[str, str, int]]] = {section.start: [], section.end: []}
    for key, span in claims:
        _open(opening, section, span, ("claim", key))
    for layer, span, note in layered:
        _open(opening, section, unbroken(text, span), (layer, note))
    active: list[tuple[str, str, int]] = []
    for start, end in pairwise(sorted(opening)):
        fresh = opening[start]
        active = over = [mark for mark in (*active, *fresh) if mark[2] > start]
        yield Run(
            text[start:end],
            tuple(key for kind, key, *_ in over if kind == "claim"),
            tuple(key for kind, key, *_ in fresh if kind == "claim"),
            tuple(dict.fromkeys(kind for kind, *_ in over if kind != "claim")),
            tuple(dict.fromkeys(note for kind, note, *_ in over if kind != "claim" and note)),
        )


def unbroken(text: str, span: Span) -> Span:
    """The span with the lam before its first alef: the two are one letter form, which no browser draws in halves."""
    if span.start and text[span.start - 1] == "ل" and text[span.start : span.start + 1] in ("ا", "أ", "إ", "آ"):
        return Span(span.article_id, span.start - 1, span.end)
    return span


def _open(opening: dict[int, list[tuple[str, str, int]]], section: Span, span: Span, what: tuple[str, str]) -> None:
    """Note a mark where it begins inside the section, and make sure that the text is cut where it ends."""
    if span.overlaps(section):
        start, end = max(span.start, section.start), min(span.end, section.end)
        opening.setdefault(start, []).append((*what, end))
        opening.setdefault(end, [])


def blocks(article: Article, claims: Iterable[tuple[str, Span]], layered: Iterable[Layered] = ()) -> Iterator[Block]:
    """The article's sections as lines: what stood on one line of the text stays on one, dashes between parts too."""
    spans = sorted(
        ((claim, span) for claim, span in claims if span.article_id == article.id), key=lambda item: item[1].start
    )
    marks = sorted(layered, key=lambda mark: mark.span.start)
    line: list[tuple[str, tuple[Run, ...]]] = []
    previous: Section | None = None
    for section in article.sections:
        gap = article.text[previous.span.end : section.span.start] if previous is not None else ""
        if "\n" in gap:
            yield Block(tuple(line))
            line = []
        elif line:
            line.append(("gap", (Run(gap, (), ()),)))
        own = [item for item in spans if item[1].overlaps(section.span)]
        over = [mark for mark in marks if mark.span.overlaps(section.span)]
        line.append((section.role, tuple(runs(article.text, section.span, own, over))))
        previous = section
    if line:
        yield Block(tuple(line))


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Text as (visible text, None) and (a mark in its place, code point name) in turn."""
    position = 0
    for match in _CONTROLS.finditer(text):
        if match.start() > position:
            yield text[position : match.start()], None
        yield "\u25a1", f"U+{ord(match.group()):04X}"
        position = match.end()
    if position < len(text):
        yield text[position:], None


def plain(text: str) -> str:
    """Text safe for a terminal or a Markdown file: control characters replaced by a visible box."""
    return _CONTROLS.sub("\u25a1", text)


def runs_of_direction(text: str, lang: str) -> Iterator[tuple[str, bool]]:
    """A sentence in ``lang`` as pieces, each with whether it runs the other way and has to be isolated."""
    position = 0
    for match in _FOREIGN[lang].finditer(text):
        if match.start() > position:
            yield text[position : match.start()], False
        yield match.group(), True
        position = match.end()
    if position < len(text):
        yield text[position:], False
