"""To which act of a claim a time or a place belongs: a claim may tell several, and the words that another claim has in
common with it stand near the one that is of the same act."""

from __future__ import annotations

from functools import cache
from math import fsum, sqrt

from ..lang.tables import listed, vocabulary
from ..model import Span
from .book import Book
from .fact import Fact

# Another clause is so many words further.
_CLAUSE = 3


def tie(book: Book, left: Fact, one: Span, right: Fact, other: Span) -> float:
    """How much of what two claims share stands near a place or time of each; 1 is a word that they alone have, right
    beside both."""
    ours, theirs = _near(book, left, one), _near(book, right, other)
    most = book.rarest
    return fsum(book.weight.get(term, most) / most * sqrt(ours[term] * theirs[term]) for term in ours.keys() & theirs)


def _near(book: Book, fact: Fact, at: Span) -> dict[str, float]:
    """How near to a span of a claim each of its telling words stands: 1 beside it, less the further."""
    tokens = fact.tokens
    within = [index for index, token in enumerate(tokens) if token.span.overlaps(at)]
    found: dict[str, float] = {}
    if not within:
        return found
    for step, first in ((-1, within[0] - 1), (1, within[-1] + 1)):
        far, index = 1, first
        while 0 <= index < len(tokens):
            token = tokens[index]
            if token.kind != "word" or token.norm in _breaks():
                far += _CLAUSE
            for term in book.terms(fact.reading, token.span):
                found[term] = max(found.get(term, 0.0), 1 / far)
            far, index = far + 1, index + step
    return found


@cache
def _breaks() -> frozenset[str]:
    """Words that another act is told behind."""
    return listed("clause_words", "another") | vocabulary("clause_links", "ar") | vocabulary("clause_openers")
