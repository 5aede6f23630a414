"""Tell the parts of a page apart: headline, kicker, deck, caption, credit, dateline, body, and furniture.

Roles are found by marks (a dash and a credit, a place and a dash, the words of share buttons) and by where a line
stands. What has no marker is body. Every line that is not blank gets a section, so nothing of the page is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import table, vocabulary
from ..model import Section, Span
from ..settings import settings
from .outlets import known_outlet

_STOPS = ".!?؟…"
_CLOSERS = "\"'”’»)] "
_DASH = r"[-\u2010-\u2015]"
# «دمشق - », «بيروت (رويترز) – », "ADEN, March 3 (AP) - ": a few words without a stop, then a dash and a space.
_DATELINE = re.compile(rf"(?P<where>[^.:؛\"«»\n]{{2,60}}?)\s?{_DASH}{{1,2}}\s+(?=\S)")
# «تونس - «القيطون»: أعلنت …»: the medium behind the place.
_MEDIUM = re.compile(rf"(?:«(?P<marked>[^«»\n]{{2,30}})»|(?P<bare>[^.:؛،,«»\n]{{2,30}}?))\s?(?::|{_DASH})\s+(?=\S)")
# A hyphen inside a word («al-Saqri said») leads no credit.
_CREDITED = re.compile(
    rf"(?P<text>.+?)(?:(?:\s{_DASH}|[\u2012-\u2015])\s?(?P<dash>[^-\u2010-\u2015()]{{2,40}})|\s?\((?P<bracket>[^()]{{2,40}})\))\s*\Z"
)
_ALONE = re.compile(r"\((?P<name>[^()]{2,30})\)[.]?\s*\Z")
_STAMP = re.compile(r"[\d٠-٩/:.,،\-\s]+(?:GMT|UTC|ص|م|AM|PM)?\s*\Z", re.IGNORECASE)
_DATELINE_WORDS = 5
# A list of related headlines: this many short lines in a row, none with a stop.
_RUN = 3
_SHORT = 12
_PARAGRAPH = 18


class Line(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def stopped(self) -> bool:
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS and bool(self.text.rstrip(_CLOSERS))


def sections(text: str, key: str, title: str | None = None) -> tuple[Section, ...]:
    """The text's sections in order, for the article ``key``; a line that equals ``title`` is the headline."""
    lines = list(_lines(text))
    furniture = _furniture(lines)
    head = _headline(lines, furniture, title)
    found: list[Section] = []
    bodies = 0
    for number, line in enumerate(lines):
        if number in furniture:
            parts = [("furniture", line.start, line.end)]
        elif number == head:
            parts = [("headline", line.start, line.end)]
        elif head is not None and number < head:
            parts = [("kicker" if _section_name(line) else "furniture", line.start, line.end)]
        else:
            after = next((lines[n] for n in range(number + 1, len(lines)) if n not in furniture), None)
            parts = list(_part(line, after, first=bodies == 0, behind_head=head is not None and number == head + 1))
            bodies += any(role == "body" and line.words > _SHORT for role, _, _ in parts)
        found.extend(Section(role, Span(key, start, end)) for role, start, end in parts)  # type: ignore[arg-type]
    return tuple(found)


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*", text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        yield Line(start, match.start() + len(raw.rstrip()), raw.strip())


def _part(line: Line, after: Line | None, first: bool, behind_head: bool) -> Iterator[tuple[str, int, int]]:
    """The roles on one line of the report proper."""
    if credited := _caption(line):
        yield from credited
    elif alone := _ALONE.match(line.text):
        yield "credit", line.start + alone.start("name"), line.start + alone.end("name")
    elif first and (dateline := _dateline(line)):
        yield from dateline
    elif behind_head and after is not None and _is_deck(line, after):
        yield "deck", line.start, line.end
    else:
        yield "body", line.start, line.end


def _is_deck(line: Line, after: Line) -> bool:
    """One sentence between headline and report: before a dateline, or short and without a stop of its own."""
    limit = settings("ingest")["headline_words"]
    if line.words > limit or (not _is_paragraph(after) and not _dateline(after)):
        return bool(line.words <= limit and _caption(after))
    return bool(_dateline(after)) or not line.stopped


def _is_paragraph(line: Line) -> bool:
    return line.words >= _PARAGRAPH or line.stopped


def _caption(line: Line) -> list[tuple[str, int, int]] | None:
    """A picture's caption with its credit behind a dash or in brackets."""
    match = _CREDITED.match(line.text)
    if match is None or line.words > settings("ingest")["caption_words"] or len(match.group("text").split()) < _RUN:
        return None
    group = "dash" if match.group("dash") else "bracket"
    if not _names_credit(match.group(group)) or match.group("text").rstrip()[-1:] in _STOPS:
        return None
    return [
        ("caption", line.start, line.start + match.end("text")),
        ("credit", line.start + match.start(group), line.start + match.end(group)),
    ]


def _names_credit(words: str) -> bool:
    """A known agency or outlet, a credit word, or a name of one word or two (no paragraph ends so)."""
    return (
        known_outlet(words.strip(), None) is not None
        or any(fold(words.strip()).startswith(word) for word in _credit_words())
        or len(words.split()) <= 2
    )


def _dateline(line: Line) -> list[tuple[str, int, int]] | None:
    """Where the report was filed, and with which agency, in front of its first sentence or on a line of its own."""
    match = _DATELINE.match(line.text)
    if match is None or len(match.group("where").split()) > _DATELINE_WORDS:
        return None
    if line.words <= _DATELINE_WORDS and not line.stopped:
        return [("dateline", line.start, line.end)]
    medium = _MEDIUM.match(line.text, match.end())
    told = medium is not None and (medium["marked"] or known_outlet(medium["bare"].strip(), None) is not None)
    border = line.start + (medium.end() if medium is not None and told else match.end())
    return [("dateline", line.start, line.start + match.end("where")), ("body", border, line.end)]


def _headline(lines: list[Line], furniture: set[int], title: str | None) -> int | None:
    """The line that equals the title; without a title, the first that is neither furniture nor a section's name."""
    left = [number for number in range(len(lines)) if number not in furniture]
    if title is not None:
        same = (number for number in left if fold(lines[number].text) == fold(title.strip()))
        return next(same, None)
    limit = settings("ingest")["headline_words"]
    for number in left[:6]:
        if _section_name(lines[number]) and number != left[-1]:
            continue
        # A lone paragraph is a body without a headline.
        return number if lines[number].words <= limit and len(left) > 1 else None
    return None


def _section_name(line: Line) -> bool:
    words = [fold(word).removeprefix("ال").removeprefix("و") for word in re.findall(r"\w+", line.text)]
    return 0 < len(words) <= settings("ingest")["kicker_words"] and all(word in _section_words() for word in words)


def _furniture(lines: list[Line]) -> set[int]:
    """Lines that belong to the page, not to the report."""
    found: set[int] = set()
    number = 0
    while number < len(lines):
        effect = _effect(lines[number])
        if effect:
            found.add(number)
        if effect == "list":
            while number + 1 < len(lines) and not _is_paragraph(lines[number + 1]):
                number += 1
                found.add(number)
        number += 1
    return found | _trailing_list(lines, found)


def _trailing_list(lines: list[Line], found: set[int]) -> set[int]:
    """Short lines without a stop, three or more, behind the last paragraph: headlines of other stories."""
    last = max((n for n, line in enumerate(lines) if _is_paragraph(line) and n not in found), default=None)
    if last is None:
        return set()
    tail = [n for n in range(last + 1, len(lines)) if n not in found and not _ALONE.match(lines[n].text)]
    return set(tail) if len(tail) >= _RUN and all(lines[n].words <= _SHORT for n in tail) else set()


def _effect(line: Line) -> str | None:
    if _STAMP.match(line.text):
        return "line"
    if line.words > _SHORT:
        return None
    words = fold(line.text).strip(" :؛،.!|…-")
    for phrase, match, effect in _phrases().get(words.split(" ")[0].strip(" :؛،.!|") if words else "", ()):
        if words == phrase or (match == "start" and words.startswith(phrase)):
            return effect
    return None


@cache
def _phrases() -> dict[str, list[tuple[str, str, str]]]:
    """Furniture phrases by their first word, longest first so that a list's heading is known as one."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for language in ("ar", "en"):
        for row in table(language, "furniture").rows:
            phrase = fold(row["phrase"])
            found.setdefault(phrase.split()[0], []).append((phrase, row["match"], row["effect"]))
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in found.items()}


@cache
def _section_words() -> frozenset[str]:
    return vocabulary("sections")


@cache
def _credit_words() -> tuple[str, ...]:
    return tuple(fold(row["word"]) for row in table("ar", "credits").rows)
