"""One statement that two reports give to two speakers, wherever in the two it stands.

Two may say the same of one thing, and both have said it; but what one outlet has of the minister, another of the lawyer, is
mostly one statement. How likely that is, is a logistic regression, as of two places in ``locations.py``; its weights are in
``default.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import log
from typing import NamedTuple

from ...lang.normalise import fold
from ...settings import settings
from ..book import Book
from ..compare import ascribed, person, two_speakers
from ..fact import Fact
from ..names.roles import akin
from ..order import Draft
from ..similarity import Sign, contained, likely, likeness, overlap, same_number

_IN_MARKS = re.compile('[«“"]([^«»“”"\n]+)[»”"]?')
_WORD = re.compile(r"\w+")
# Words of a statement at least, where names and labels stand in quotation marks too; more in common say no more.
_STATEMENT, _MOST = 3, 8
# Claims less alike are not looked at.
_LEAST, _ALIKE = -1.5, 0.3
_SURE = 6.0
# Terms that two claims share at least; of a hundred reports the others repeat these.
_SHARED, _REPEATED = 2, 3
# Statements of two reports that are shown.
_OF_REPORTS = 3


class Apart(NamedTuple):
    """Two claims of two reports, said by two."""

    left: Fact
    right: Fact


def ascribed_apart(book: Book) -> Iterator[Draft]:
    """The statements that two reports give to two speakers, the likeliest first."""
    least = settings("ascriptions")["differ_score"]
    weighed = ((likely("ascriptions", signs(book, pair)), pair) for pair in differing(book))
    found = sorted(weighed, key=lambda item: -item[0])
    used: set[tuple[str, int]] = set()
    shown: Counter[object] = Counter()
    for score, (left, right) in found:
        if score < least:
            return
        keys, reports = {(left.id, right.report), (right.id, left.report)}, (left.report, right.report)
        if not keys & used and shown[reports] < _OF_REPORTS:
            used |= keys
            shown[reports] += 1
            yield Draft("discrepancy", ascribed(left, right), (left, right), "Attribution", 0.9)


def differing(book: Book) -> Iterator[Apart]:
    """Every two claims of two reports that are at all alike and said by two."""
    said = list(_distinct([fact for fact in book.facts if fact.origin.known and not fact.head]))
    for left, right in combinations(said, 2):
        if left.report == right.report or len(left.terms & right.terms) < _SHARED or not two_speakers(left, right):
            continue
        if likeness(book, left, right).odds > _LEAST or overlap(book, left, right) > _ALIKE or run(left, right):
            yield Apart(left, right)


def _distinct(facts: list[Fact]) -> Iterator[Fact]:
    """Claims of one wording and speaker in many reports: the first few stand for all."""
    seen: Counter[object] = Counter()
    for fact in facts:
        key = fact.terms, fact.origin.key
        seen[key] += 1
        if seen[key] <= _REPEATED:
            yield fact


def signs(book: Book, pair: Apart) -> Iterator[Sign]:
    """What speaks for or against two claims being one statement."""
    left, right = pair
    yield Sign("odds", max(-_SURE, min(_SURE, likeness(book, left, right).odds)))
    yield Sign("words", overlap(book, left, right))
    yield Sign("within", max(contained(book, left, right), contained(book, right, left)))
    yield Sign("quoted", all(quotations(fact) for fact in pair))
    yield Sign("run", run(left, right))
    yield Sign("people", all(person(fact) for fact in pair))
    yield Sign("akin", akin(left.origin.name, right.origin.name))
    yield Sign("numbers", bool(left.numbers and right.numbers) and not same_number(left, right))
    yield Sign("longer", log(1 + max(len(left.terms), len(right.terms))))


def quotations(fact: Fact) -> list[list[str]]:
    """The words of a claim's runs in quotation marks that are longer than a name."""
    text, span = fact.reading.article.text, fact.claim.span
    start = max(0, span.start - 2)
    runs = (_words(run[1]) for run in _IN_MARKS.finditer(text, start) if start <= run.start() < span.end)
    return [run for run in runs if len(run) >= _STATEMENT]


def run(left: Fact, right: Fact) -> float:
    """How much of its longest quotation one claim has word for word from the other's words, 0 to 1."""
    found = [
        _shared(said, _words(other.text)) for fact, other in ((left, right), (right, left)) for said in quotations(fact)
    ]
    return max(found, default=0.0)


def _shared(said: list[str], words: list[str]) -> float:
    """The longest run of words in both, as a part of the first, of eight words at most."""
    longest, before = 0, [0] * (len(words) + 1)
    for word in said:
        row = [0] * (len(words) + 1)
        for at, other in enumerate(words, 1):
            if word == other:
                row[at] = before[at - 1] + 1
                longest = max(longest, row[at])
        before = row
    return longest / min(len(said), _MOST) if longest >= _STATEMENT else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
