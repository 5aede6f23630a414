"""The record in short, as Markdown to paste into a note or a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Dossier
from .brief import Line, Part, lines
from .marks import plain

# What Markdown or inline HTML would act on, wherever it stands in a report's words.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# An address that can stand between angle brackets as it is.
_ADDRESS = re.compile(r"https?://[!-;=?-~]+")
_BOLD = frozenset(("agreement", "discrepancy", "contradiction", "elaboration", "single_source"))


def render(dossier: Dossier, lang: str = "ar") -> str:
    """The record as Markdown; words taken from reports are escaped."""
    return "\n".join(_lines(dossier, lang)) + "\n"


def _lines(dossier: Dossier, lang: str) -> Iterator[str]:
    """Lines with an empty one between paragraphs. What stands deeper is indented as far as its item's words."""
    depth: list[int] = []
    previous = ""
    for line in lines(dossier, lang):
        mark = "" if line.kind in ("title", "heading") or not (line.kind == "item" or line.level) else "- "
        if line.number:
            mark = f"{line.number}. "
        kind = f"{line.kind} {bool(line.number)}"
        if previous and not line.level and (kind != previous or not mark):
            yield ""
        yield f"{' ' * sum(depth[: line.level])}{mark}{_text(line)}"
        depth = [*depth[: line.level], len(mark)]
        previous = previous if line.level else kind


def _text(line: Line) -> str:
    text = "".join(map(_part, line.parts))
    if line.kind in ("title", "heading"):
        return f"{'#' if line.kind == 'title' else '##'} {text}"
    if line.tone in _BOLD:
        return f"**{text}**"
    return f"*{text}*" if line.tone == "note" and not line.level else text


def _part(part: Part) -> str:
    if part.voice == "interface":
        return part.text
    if part.voice == "address" and _ADDRESS.fullmatch(part.text):
        return f"<{part.text}>"
    return f"«{_safe(part.text)}»" if part.voice == "words" else _safe(part.text)


def _safe(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", " ".join(plain(text).split()))
