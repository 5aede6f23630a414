"""Fit the weights of ``[wording]`` in ``default.toml``: what speaks for different words being chosen for one thing.

    python tools/train_wording.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/wording.py, on every notion that reports of one story name in different
words, in the half of the stories made for building and in files of the same form. They are right where the gold has one
of the words beside one of another report as a discrepancy of wording. Prints the weights, and in cross-validation by
story how many a threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product

from fitting import Decided, amounts, numbered_books, report

from tawatur.bench import stories
from tawatur.reconcile.align import align
from tawatur.reconcile.choices import Choice, choices
from tawatur.reconcile.mates import Mates
from tawatur.reconcile.names.naming import Near
from tawatur.reconcile.wording import signs

RIDGE = 1.0
LEVELS = (0.08, 0.1, 0.12, 0.15, 0.2)


def cases() -> Iterator[Decided]:
    for number, story, book in numbered_books():
        near = Near(book)
        slots = [[book.by_id[claim] for claim in one.claims] for one in align(book.readings, book.entity_of)]
        mates = Mates(book, slots)
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "wording"]
        for choice in choices(book):
            right = any(pair.joins(*two) for pair in gold for two in _two_by_two(choice))
            yield Decided(number, amounts(signs(book, near, slots, mates, choice)), right)


def _two_by_two(choice: Choice) -> Iterator[tuple[stories.Place, stories.Place]]:
    """The words of each two reports, where they stand."""
    for one, other in combinations(choice.telling, 2):
        yield from product(_places(choice, one), _places(choice, other))


def _places(choice: Choice, number: int) -> list[stories.Place]:
    labels = chain.from_iterable(choice.labels[number][term] for term in choice.telling[number])
    return [stories.Place(number, label.span.start, label.span.end) for label in labels]


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
