"""Which tokens of a reading a span of its text holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..model import Reading, Span


class TokenPlaces:
    """A reading's tokens by where they stand in its text."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._starts = [token.span.start for token in reading.tokens]

    def first(self, position: int) -> int:
        """The token that a position stands in or, between tokens, the next: «بهدفين» counts from inside its word."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and self._tokens[index].span.end > position else index + 1

    def of(self, span: Span) -> range:
        """The tokens that a span holds, with the one that it begins inside of."""
        return range(self.first(span.start), bisect_left(self._starts, span.end))
