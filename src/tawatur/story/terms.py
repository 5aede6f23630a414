"""What the words of a story are about, asked for by where they stand: the keys that a span holds, its terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Reading, Span
from .keys import Keys
from .token_places import TokenPlaces


class Terms:
    """The keys of every word of a story."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        keys = Keys(readings)
        self._of = {reading.article.id: (TokenPlaces(reading), keys.of(reading)) for reading in readings}

    def inside(self, reading: Reading, span: Span) -> frozenset[str]:
        """The keys of the words in a span."""
        places, keys = self._of[reading.article.id]
        inside = places.of(span)
        return frozenset(key for several in keys[inside.start : inside.stop] for key in several)

    def between(self, reading: Reading, span: Span, marks: frozenset[str]) -> Iterator[frozenset[str]]:
        """The keys of each part of a span that stands between marks."""
        places, keys = self._of[reading.article.id]
        inside = places.of(span)
        cuts = [index for index in inside if reading.tokens[index].surface in marks]
        for begin, end in zip((inside.start, *cuts), (*cuts, inside.stop)):
            yield frozenset(key for several in keys[begin:end] for key in several)


def common_tongue(terms: frozenset[str]) -> frozenset[str]:
    """The terms that a text in another language can share: roots of words are each language's own."""
    return frozenset(term for term in terms if not term.startswith("r:"))
