"""Agencies that a report's text prints as its own source: a dateline, a line of its own, «نقلا عن» and the like.

A photograph's credit is not one of them: it stands with its caption and says nothing of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..annotate.naming.gazetteer import matches
from ..lang.matching import words
from ..lang.media import other_body
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import Phrases, table, vocabulary
from ..model import Outlet, Reading, Section, Span, Token
from .speakers import one_name

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
    for credit in (*_named_agency(reading), *_bylined(reading)):
        found.setdefault(credit.agency, credit)
    for quote in reading.quotes:
        for step in quote.chain:
            if step.step == "agency" and _whole_text(reading, step.span):
                key = _key(step.text)
                found.setdefault(key, Credit(key, step.text, step.span))
    for credit in cited(reading):
        if _whole_text(reading, credit.span):
            found.setdefault(credit.agency, credit)
    return tuple(credit for credit in found.values() if not names_outlet(credit, reading.article.outlet))


def cited(reading: Reading) -> tuple[Credit, ...]:
    """The media that the text names anywhere as those it has something from."""
    found: dict[str, Credit] = {}
    for claim in reading.claims:
        for step in claim.chain:
            if step.step in ("speaker", "agency", "channel") and step.span is not None:
                known = step.kind == "agency" or _medium(step.text)
                name = _abbreviated(reading, step.span) or (step.text if known else "")
                if name:
                    found.setdefault(_key(name), Credit(_key(name), name, step.span))
    return tuple(credit for credit in found.values() if not names_outlet(credit, reading.article.outlet))


def names_outlet(credit: Credit, outlet: Outlet) -> bool:
    """Whether a credit means an outlet: by its key, its name, or the words of its name that tell it from others."""
    if credit.agency in (outlet.key, fold(outlet.name)):
        return True
    said, name = _telling(credit.text), _telling(outlet.name)
    if not said or not name:
        return False
    return set(said) <= set(name) or one_name(said, name)


# «وكالة الأنباء (أ ن)»: what an agency is called for short.
_ABBREVIATED = re.compile(r"\s*\((?P<name>[^()\d]{2,20})\)")


def _abbreviated(reading: Reading, span: Span) -> str | None:
    """The short name in brackets behind a medium."""
    said = words(span.of(reading.article.text))
    if other_body(said) or not any(word in _media() for word in said):
        return None
    match = _ABBREVIATED.match(reading.article.text, span.end)
    return match["name"] if match else None


def same_medium(left: Credit, right: Credit) -> bool:
    """Whether two reports credit one medium, in one language or two."""
    return left.agency == right.agency or one_name(_telling(left.text), _telling(right.text))


def _medium(text: str) -> bool:
    """«صحيفة «…»», «قناة …»: what is named is a medium, not a place or a body of the same name."""
    said = words(_MARKS.sub(" ", text))
    return bool(_telling(text)) and any(word in _media() for word in said) and not other_body(said)


_MARKS = re.compile(r"[^\w\s]|ـ")


def _telling(name: str) -> tuple[str, ...]:
    """The words of a medium's name that tell it from another."""
    return tuple(word for word in words(_MARKS.sub(" ", name)) if word not in _plain() and f"ال{word}" not in _plain())


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


# «المكان - «الوكالة»: …», «المكان (الوكالة) - …»: who sent the text stands between the place and its first words.
_BYLINE = re.compile(
    r"[^()«»\"\n]{2,40}?[-\u2010-\u2015\s]\s*[(«\"](?P<name>[^()«»\"\d]{2,40})[)»\"]\s*[-\u2010-\u2015:]"
)


def _bylined(reading: Reading) -> Iterator[Credit]:
    sections = [section for section in reading.article.sections if section.role in ("dateline", "body")]
    first = next((n for n, section in enumerate(sections) if section.role == "body"), None)
    if first is None:
        return
    start = sections[max(0, first - 1)].span.start
    match = _BYLINE.match(reading.article.text, start, sections[first].span.end)
    if match is not None and _telling(match["name"]) and not nation(match["name"]):
        span = Span(reading.article.id, match.start("name"), match.end("name"))
        yield Credit(_key(match["name"]), match["name"], span)


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
def _media() -> frozenset[str]:
    return vocabulary("media_nouns")


@cache
def _plain() -> frozenset[str]:
    """Words of an outlet's name that do not tell it from another."""
    return vocabulary("outlet_words")


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
