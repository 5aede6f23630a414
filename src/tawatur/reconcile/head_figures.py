"""A headline's number that the text below it does not bear out.

How likely a headline's number and one of its text are meant for one, and cannot both be, is a logistic regression; its
weights are in ``default.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import log
from typing import NamedTuple

from ..model import Comparison, Said
from ..settings import settings
from .book import Book
from .names.naming import Named
from .numbers.comparable import by_words, overlapping
from .numbers.figures import Figure
from .numbers.outcomes import subject
from .numbers.verdicts import value_of
from .say import outlet
from .similarity import Sign, likely, likeness

_SURE = 6.0
_ROUND = 0.005
# From here on a headline may give a number in as many digits as it likes.
_LARGE = 1000
# Sums of more figures of one text than this are not tried.
_SUMMED = 6


class Against(NamedTuple):
    """A headline's number, one of its text, and all of its text's."""

    head: Figure
    figure: Figure
    body: tuple[Figure, ...]


def other_numbers(book: Book, heads: Iterable[Figure], body: Iterable[Figure]) -> Iterator[Named]:
    """For each number of a headline the likeliest of its text that it cannot be, where it is likely enough."""
    least = settings("headlines")["differ_score"]
    found: dict[int, tuple[float, Against]] = {}
    for pair in differing(tuple(heads), tuple(body)):
        score = likely("headlines", signs(book, pair))
        if score >= max(least, found.get(id(pair.head), (0.0, pair))[0]):
            found[id(pair.head)] = score, pair
    for _, pair in found.values():
        yield Named(other_number(pair.head, pair.figure), (pair.head.fact, pair.figure.fact))


def differing(heads: tuple[Figure, ...], body: tuple[Figure, ...]) -> Iterator[Against]:
    """Every number of a headline that no number of its text says, and no sum, beside each one of a kind with it."""
    for head in heads:
        if head.lone or head.low is None or any(_said(head, figure) for figure in body):
            continue
        own = [figure for figure in body if _of_a_kind(head, figure)]
        if not _added_up(
            head, [figure for figure in own if head.fate == figure.fate != "other" or head.what & figure.what]
        ):
            yield from (Against(head, figure, body) for figure in own if figure.low is not None and not figure.lone)


def other_number(head: Figure, figure: Figure) -> Comparison:
    """The sentence that a headline has another number than its text."""
    detail = Said(
        f"عنوان {outlet(head.fact)} يقول «{head.text}»، ومتنه يقول «{figure.text}» ({subject(head, 'ar')}).",
        f"The headline of {head.fact.outlet} says «{head.text}», its text «{figure.text}» (the {subject(head, 'en')}).",
    )
    return Comparison("headline_vs_body", "differ", 0.0, detail, (value_of(head), value_of(figure)))


def signs(book: Book, pair: Against) -> Iterator[Sign]:
    """What speaks for or against a headline's number being another one than its text's."""
    head, figure, body = pair
    odds = likeness(book, head.fact, figure.fact).odds
    yield Sign("odds", max(-_SURE, min(_SURE, odds)))
    best = max((likeness(book, head.fact, other.fact).odds for other in body), default=odds)
    yield Sign("behind", log(1 + max(0.0, best - odds)))
    yield Sign("words", by_words(head, figure) is not None)
    yield Sign("noun", bool(head.what & figure.what))
    yield Sign("fate", head.fate == figure.fate != "other")
    yield Sign("bare", not head.what and not head.measure)
    yield Sign("percent", head.first.unit == "percent")
    yield Sign("lead", figure.fact.lead)
    yield Sign("meets", overlapping(head, figure))
    yield Sign("borne", any(overlapping(head, one) for one in body if _of_a_kind(head, one)))
    low, high = sorted((float(head.low or 0), float(figure.low or 0)))
    yield Sign("ratio", min(3.0, log((high + 1) / (low + 1))))
    yield Sign("more", (head.low or 0) > (figure.low or 0))


def _of_a_kind(head: Figure, figure: Figure) -> bool:
    """Whether two numbers may count one thing: in one unit, of no two fates."""
    units = {head.first.unit, figure.first.unit}
    fates = {head.fate, figure.fate}
    return head.length == figure.length and len(units) == 1 and (len(fates) == 1 or "other" in fates)


def _said(head: Figure, figure: Figure) -> bool:
    """Whether a number of the text is the headline's, or the one it rounds."""
    if not _of_a_kind(head, figure):
        return False
    return (head.low, head.high) == (figure.low, figure.high) or head.low == figure.low or _rounded(head, figure)


def _rounded(head: Figure, figure: Figure) -> bool:
    """«104 ملايين برميل» over a text with 104.2, «نصف مليون طفل» over one with 512,000."""
    low, high = (f.low or 0.0 for f in (head, figure))
    if head.low != head.high or figure.low != figure.high or not low:
        return False
    digits = len(f"{low:.0f}".rstrip("0"))
    return 0 < abs(low - high) < _ROUND * high or (low >= _LARGE and float(f"{high:.{digits}g}") == low)


def _added_up(head: Figure, own: list[Figure]) -> bool:
    """Whether some of the text's numbers add up to the headline's."""
    parts = list({(f.low, f.population.kind, f.fact.id): f for f in own if f.low is not None and not f.sum}.values())
    for size in range(2, min(len(parts), _SUMMED) + 1):
        for several in combinations(parts[:_SUMMED], size):
            total = sum(part.low or 0 for part in several)
            if (head.low is None or total >= head.low) and (head.high is None or total <= head.high):
                return True
    return False
