"""Agencies that a report's text prints as its own source: a dateline, a line of its own, «نقلا عن» and the like.

A photograph's credit is not one of them: it stands with its caption and says nothing of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..annotate.gazetteer import matches
from ..lang.normalise import fold
from ..lang.tables import Phrases, table
from ..model import Reading, Section, Span, Token

# A line this short that names an agency is a credit; longer ones are sentences about something.
_CREDIT_WORDS = 4


class Credit(NamedTuple):
    """An agency credited for the text. ``agency`` is its key, or its folded name where the files do not know it."""

    agency: str
    text: str
    span: Span | None


def credits(reading: Reading, outlets: frozenset[str] = frozenset()) -> tuple[Credit, ...]:
    """The text's printed credits. ``outlets`` holds folded names of the other reports' outlets."""
    found: dict[str, Credit] = {}
    for section in _credit_sections(reading):
        for credit in _named(reading, section.span, outlets):
            found.setdefault(credit.agency, credit)
    for credit in _named_agency(reading):
        found.setdefault(credit.agency, credit)
    for quote in reading.quotes:
        for step in quote.chain:
            if step.step == "agency" and _whole_text(reading, step.span):
                key = _key(step.text)
                found.setdefault(key, Credit(key, step.text, step.span))
    mine = {reading.article.outlet.key, fold(reading.article.outlet.name)}
    return tuple(credit for key, credit in found.items() if key not in mine)


# «نقلا عن وكالة الشمال - …», «(وكالة الشمال) …»: an agency that no file knows, at the head of the text.
_AGENCY = re.compile(r"\W*(?:نقلا عن|عن)?\s*\(?\s*(?P<name>وكالة(?:\s\w+){1,4}?)\s*(?:\)|[-\u2010-\u2015]|\Z)")


def _named_agency(reading: Reading) -> Iterator[Credit]:
    for sentence in reading.sentences:
        if sentence.role in ("body", "dateline", "credit"):
            match = _AGENCY.match(sentence.span.of(reading.article.text))
            if match is not None:
                start = sentence.span.start
                span = Span(reading.article.id, start + match.start("name"), start + match.end("name"))
                yield Credit(_key(match["name"]), match["name"], span)
            if sentence.role == "body":
                return


def _whole_text(reading: Reading, span: Span | None) -> bool:
    """An agency named in the first sentences speaks for the text; further down it speaks for its own sentence."""
    body = [sentence for sentence in reading.sentences if sentence.role == "body"]
    return span is not None and bool(body) and span.end <= body[0].span.end


def _credit_sections(reading: Reading) -> list[Section]:
    """Datelines, credits without a picture, and short lines of the body that hold nothing but a name."""
    found = []
    text = reading.article.text
    before: Section | None = None
    for section in reading.article.sections:
        line = section.span.of(text)
        pictured = before is not None and before.role == "caption"
        short = len(line.split()) <= _CREDIT_WORDS and not line.rstrip().endswith((".", "؟", "!"))
        if (
            section.role == "dateline"
            or (section.role == "credit" and not pictured)
            or (section.role == "body" and short)
        ):
            found.append(section)
        before = section
    return found


def _named(reading: Reading, span: Span, outlets: frozenset[str]) -> list[Credit]:
    tokens = [t for t in reading.tokens if span.contains(t.span)]
    norms = [token.norm for token in tokens]
    matches = [(m.first, m.last, m.value) for m in _agencies().all(norms)]
    if not matches:
        matches = [(first, last, name) for first, last, name in _of_reports(norms, tokens, outlets)]
    found = []
    for first, last, key in matches:
        where = Span(span.article_id, tokens[first].span.start, tokens[last - 1].span.end)
        found.append(Credit(key, where.of(reading.article.text), where))
    return found


def _of_reports(norms: list[str], tokens: list[Token], outlets: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words that are another report's outlet by its telling words («المرسى» for «وكالة المرسى للأنباء»)."""
    edges = [-1, *(n for n, token in enumerate(tokens) if token.kind != "word"), len(tokens)]
    runs = [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
    # Before an agency in brackets or behind a dash stands the place of writing, though an outlet be named after it.
    for first, index in runs[1:] or runs:
        run = {word for word in norms[first:index] if word not in _plain()}
        if run and any(a <= first and index <= b for a, b, _ in matches(tuple(tokens), 0, len(tokens))):
            continue
        for name in sorted(outlets) if run else ():
            if run <= set(name.split()) - _plain():
                yield first, index, name


@cache
def _plain() -> frozenset[str]:
    """Words of an outlet's name that do not tell it from another."""
    return frozenset(fold(row["word"]) for language in ("ar", "en") for row in table(language, "outlet_words").rows)


@cache
def _agencies() -> Phrases[str]:
    return Phrases(
        (name.replace(".", " "), row["key"])
        for row in table("ar", "outlets").rows
        if row["kind"] == "agency"
        for name in row["names"].split("|")
        # A bare nisba («الفرنسية») is an adjective as often as an agency.
        if len(name.split()) > 1 or not name.endswith("ية")
    )


@cache
def _keys() -> dict[str, str]:
    return {fold(name): row["key"] for row in table("ar", "outlets").rows for name in row["names"].split("|")}


def _key(name: str) -> str:
    return _keys().get(fold(name), fold(name))
