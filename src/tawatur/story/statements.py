"""Sentences that relay somebody, told side by side in two languages.

Who speaks is cut short or missed now and then, and no words are shared. But a sentence that relays has a phrase that
says of whom it is: two such phrases with one name's sound, or one office, and the same figures or things told, are one
statement.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Claim, Reading, Sentence, Span
from ..settings import settings
from .speakers import office, one_office, refers_back
from .terms import common_tongue, grammar

# Who speaks stands this near to the word of saying, where nothing else tells.
_NEAR = 8


class Statement(NamedTuple):
    """A sentence that relays somebody: the sounds of ``names`` in it, the ``offices`` that its phrase of relaying
    tells, and the ``terms`` of what it says, all in no language."""

    names: frozenset[str]
    offices: frozenset[str]
    terms: frozenset[str]
    text: str


def statements(reading: Reading, terms: tuple[tuple[str, ...], ...]) -> tuple[Statement, ...]:
    """The sentences of the body that relay somebody; one that names nobody goes on with the one before."""
    language = "ar" if reading.article.language == "ar" else "en"
    places = [m.span for m in reading.mentions if m.kind in ("GPE", "LOC", "FAC")]
    found: list[Statement] = []
    before: Statement | None = None
    for sentence in reading.sentences:
        if sentence.role != "body":
            continue
        claims = [c for c in reading.claims if c.source and sentence.span.contains(c.span)]
        frame = _frame(reading, sentence, [claim.span for claim in claims])
        if not frame:
            before = None
            continue
        # «محافظ حلب»: a place inside what the speaker is called tells who it is.
        called = [claim.source.span for claim in claims if claim.source and claim.source.span]
        away = [place for place in places if not any(span.contains(place) for span in called)]
        names = {
            term
            for index in (frame if claims else range(sentence.first, sentence.last))
            if not any(place.contains(reading.tokens[index].span) for place in away)
            for term in terms[index]
            if term.startswith("n:")
        }
        offices = office(tuple(reading.tokens[index].stem for index in frame), language)
        if before is not None and not names and all(_goes_on(reading, sentence, c, before.text) for c in claims):
            names, offices = set(before.names), before.offices | offices
        said = {term for index in range(sentence.first, sentence.last) for term in terms[index]}
        told = {term for term in common_tongue(frozenset(said)) if not term.startswith("n:") and term != "#1"}
        before = Statement(frozenset(names), offices, frozenset(told), sentence.span.of(reading.article.text))
        found.append(before)
    return tuple(found)


def _goes_on(reading: Reading, sentence: Sentence, claim: Claim, before: str) -> bool:
    source = claim.source
    if source is None or source.span is None or not sentence.span.contains(source.span):
        return True
    return fold(source.text) in grammar() or refers_back(source, reading, before)


def _frame(reading: Reading, sentence: Sentence, telling: list[Span]) -> list[int]:
    """The words of a sentence that say of whom it is: what stands outside what is told, or about a word of saying."""
    words_ = [n for n in range(sentence.first, sentence.last) if reading.tokens[n].kind == "word"]
    sayings = [n for n in words_ if {reading.tokens[n].norm, reading.tokens[n].stem} & _saying()]
    if telling:
        near = (n for n in words_ if not any(span.contains(reading.tokens[n].span) for span in telling))
    else:
        near = (n for n in words_ if any(abs(n - saying) <= _NEAR for saying in sayings))
    return [n for n in near if n not in sayings]


@cache
def _saying() -> frozenset[str]:
    found = {"according"}
    for row in table("ar", "reporting_verbs").rows:
        for base in (row["perfect"], row["imperfect"]):
            found.update(fold(base + ending) for ending in ("", "ت", "وا") if base)
        found.add(fold("ت" + row["imperfect"][1:]))
    for row in table("ar", "attribution_phrases").rows:
        if row["takes"] == "np" and " " not in row["phrase"]:
            found.add(fold(row["phrase"]))
    found.update(fold(row["word"]) for row in table("en", "reporting_verbs").rows)
    return frozenset(found)


def told_in_both(left: tuple[Statement, ...], right: tuple[Statement, ...]) -> tuple[Statement, Statement] | None:
    """The sentences of two reports in two languages that relay one speaker and tell most in common: three things, or
    one and a figure that two do not share by chance."""
    best: tuple[int, Statement, Statement] | None = None
    for one in left:
        for other in right:
            offices = one.offices & other.offices
            if not one.names & other.names and not one_office(one.offices, other.offices):
                continue
            figures = [{term for term in said.terms if telling(term)} for said in (one, other)]
            if all(figures) and not figures[0] & figures[1]:
                continue  # the toll of another day
            common = (one.terms & other.terms) - offices
            score = len(common) + any(map(telling, common))
            if score >= settings("reuse")["statement_words"] and (best is None or score > best[0]):
                best = score, one, other
    return best[1:] if best else None


def telling(term: str) -> bool:
    """Whether a term is a number that is more than a handful."""
    value = float(term[1:] or 0) if term.startswith("#") else 0
    return value >= 10 or value != int(value)
