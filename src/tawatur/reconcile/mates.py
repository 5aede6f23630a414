"""Claims of two reports two by two, and which of them are each other's best mates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import exp

from .book import Book
from .fact import Fact
from .similarity import likeness

# A mate of a claim in a report is its best there if no other is surer by more than this, in the logarithm of odds.
_BETTER = 3.0
# Claims of one conflict looked at two by two, so that none of them is told as agreeing with another.
OPPOSED = 20


def two_by_two(slots: list[list[Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """The first claims of each slot in pairs of two reports."""
    pairs = (pair for slot in slots for pair in combinations(slot[:OPPOSED], 2))
    return ((left, right) for left, right in pairs if left.report != right.report)


class Mates:
    """Which claims are each other's best mates in their reports, or nearly: a claim says what its best mate says, and
    only shares words with the rest."""

    def __init__(self, book: Book, slots: list[list[Fact]]) -> None:
        self._book = book
        self._best: dict[tuple[str, int], tuple[float, Fact]] = {}
        self._all: dict[tuple[str, int], float] = {}
        pairs = {(left.order, right.order): (left, right) for left, right in two_by_two(slots)}
        for left, right in pairs.values():
            if not left.head and not right.head:
                odds = likeness(book, left, right).odds
                for mine, other in ((left, right), (right, left)):
                    key = mine.id, other.report
                    self._all[key] = self._all.get(key, 0.0) + exp(odds)
                    if key not in self._best or odds > self._best[key][0]:
                        self._best[key] = odds, other

    def fit(self, left: Fact, right: Fact, within: bool = False) -> bool:
        """Whether each is the other's best; ``within``: or the better one stands in the same sentence, told as one."""
        return self._first(left, right, within) and self._first(right, left, within)

    def fits(self, part: Fact, whole: Fact) -> bool:
        """Whether a claim's best mate in the other's report is this one, whatever else that one tells."""
        return self._first(part, whole, False)

    def behind(self, left: Fact, right: Fact) -> float:
        """How far the likelihood of two claims is behind that of the better mate of either, in the logarithm of odds."""
        odds = likeness(self._book, left, right).odds
        best = (
            self._best.get((mine.id, other.report), (odds, other))[0] for mine, other in ((left, right), (right, left))
        )
        return max(0.0, max(best) - odds)

    def claim(self, left: Fact, right: Fact) -> float:
        """How much of a claim's likelihood of having a mate in the other's report is this mate's, of the two the more."""
        odds = exp(likeness(self._book, left, right).odds)
        return max(odds / max(odds, self._all.get((a.id, b.report), odds)) for a, b in ((left, right), (right, left)))

    def _first(self, mine: Fact, other: Fact, within: bool) -> bool:
        odds = likeness(self._book, mine, other).odds
        best, rival = self._best.get((mine.id, other.report), (odds, other))
        return odds + _BETTER >= best or (within and rival.sentence is not None and rival.sentence is other.sentence)
