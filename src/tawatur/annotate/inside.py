"""What stands inside a span of an article."""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, TypeVar

from ..model import Event, Mention, Quantity, Span, TimeExpression

Item = TypeVar("Item", Mention, Quantity, TimeExpression, Event)


class Inside(Generic[Item]):
    """What stands inside a span, found without looking at all of an article's items each time."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        placed = sorted(((where(item), n, item) for n, item in enumerate(items)), key=lambda found: found[:2])
        self._starts = [span.start for span, _, _ in placed]
        self._items: list[tuple[Span, Item]] = [(span, item) for span, _, item in placed]

    def of(self, span: Span) -> list[Item]:
        """In order of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [item for inner, item in self._items[first:last] if span.contains(inner)]


def where(item: Item) -> Span:
    """An event is where its trigger is; everything else is where its words are."""
    return item.trigger if isinstance(item, Event) else item.span
