"""The record in a terminal: logical order, mixed runs isolated so that any terminal's bidi gets them right."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from io import StringIO

from ...model import Dossier, Reading
from ..view import direction
from ..words import words
from .brief import Line, Part, lines
from .marks import plain, runs_of_direction

# First strong isolate and its pop: what stands between is ordered by its own first letter.
_ISOLATE, _POP = "\u2068", "\u2069"
# A mark in front of a line tells a terminal with bidi that the paragraph runs from the right.
_LINE = {"rtl": "\u200f", "ltr": ""}
_TONE = {
    "agreement": "green",
    "discrepancy": "yellow",
    "contradiction": "red",
    "elaboration": "blue",
    "single_source": "bright_black",
}
# Wider lines than this are hard to read, however wide the terminal is.
_WIDEST = 110


def render(dossier: Dossier, lang: str = "ar", color: bool = False) -> str:
    """The record in short."""
    page = _Page(lang, color)
    page.line(page.say["title"], "bright_black")
    for line in lines(dossier, lang):
        text = "".join(_part(part, lang) for part in line.parts)
        if line.kind == "heading":
            page.heading(text)
            continue
        number = f"{line.number}. " if line.number else ""
        page.line(f"{number}{text}", _style(line), 3 * line.level)
    return page.text()


def _style(line: Line) -> str:
    if line.tone in _TONE:
        return f"bold {_TONE[line.tone]}"
    if line.tone == "note":
        return "bright_black" if line.level else "italic"
    return "bold" if line.kind == "title" else ""


def _part(part: Part, lang: str) -> str:
    if part.voice == "sentence":
        return _sentence(part.text, lang)
    if part.voice == "interface":
        return part.text
    return f"«{_isolated(part.text)}»" if part.voice == "words" else _isolated(part.text)


def _sentence(text: str, lang: str) -> str:
    """One of the program's own sentences, with the words of the other direction in it isolated."""
    parts = runs_of_direction(plain(text), lang)
    return "".join(f"{_ISOLATE}{part}{_POP}" if other else part for part, other in parts)


def render_reading(reading: Reading, lang: str = "ar", color: bool = False) -> str:
    """What one report was found to say: its statements, numbers, dates and names."""
    text = reading.article.text
    page = _Page(lang, color)
    say = page.say
    page.line(_published(reading, say), "bright_black")
    page.line(_headline((reading,)), "bold")
    page.heading(f"{say['quotes']} ({len(reading.quotes)})")
    for quote in reading.quotes:
        speaker = quote.source.text if quote.source else say["no_speaker"]
        through = f" · {_isolated(quote.channel.text)}" if quote.channel else ""
        page.line(f"{_isolated(speaker)}{through}", "bold")
        page.line(f"«{_isolated(quote.content.of(text))}»", indent=3)
    page.heading(f"{say['figures']} ({len(reading.quantities)})")
    for quantity in reading.quantities:
        bounds = f"[{'' if quantity.low is None else quantity.low}, {'' if quantity.high is None else quantity.high}]"
        counted = _isolated(quantity.counted or "")
        outcome = say[f"outcome_{quantity.outcome}"] if quantity.outcome else ""
        page.line(f"{_isolated(quantity.span.of(text))} {counted} = {_isolated(bounds)} {outcome}")
    page.heading(f"{say['dates']} ({len(reading.times)})")
    for time in reading.times:
        page.line(f"{_isolated(time.span.of(text))} = {_isolated(time.edtf or '?')}")
    page.heading(f"{say['names']} ({len(reading.entities)})")
    for entity in reading.entities:
        spellings = " · ".join(f"{_isolated(v.text)} ×{v.count}" for v in entity.variants)
        page.line(f"{say[f'kind_{entity.kind}']}: {spellings}")
    return page.text()


class _Page:
    """Lines written through rich, which knows how wide Arabic letters and marks are and wraps between words."""

    def __init__(self, lang: str, color: bool) -> None:
        from rich.console import Console

        self.lang = lang
        self.say = words(lang)
        self._mark = _LINE[direction(lang)]
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=min(_WIDEST, shutil.get_terminal_size((100, 24)).columns),
            force_terminal=color and "NO_COLOR" not in os.environ,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        from rich.padding import Padding
        from rich.text import Text

        self._console.print(Padding(Text(self._mark + text, style), (0, 0, 0, indent)))

    def heading(self, text: str) -> None:
        self._console.print()
        self.line(f"■ {text}", "bold cyan")

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()) + "\n"


def _published(reading: Reading, say: dict[str, str]) -> str:
    name, anchor = _isolated(reading.article.outlet.name), reading.anchor
    if anchor.edtf is None:
        return f"{name} · {say['published_unknown']}"
    key = "published" if anchor.basis in ("given", "metadata") else "published_inferred"
    return f"{name} · {say[key]} {_isolated(anchor.edtf)}"


def _headline(readings: Iterable[Reading]) -> str:
    first = next(iter(readings)).article
    return _isolated(first.title or first.outlet.name)


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{' '.join(plain(text).split())}{_POP}"
