"""Fit the weights of ``[ascriptions]`` in ``default.toml``: what speaks for claims of two speakers being one statement.

    python tools/train_ascriptions.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/doers/ascribed.py, on every two claims of two reports that two say,
in the half of the stories made for building and in files of the same form. They are one statement where the gold has
them, or their speakers, as a discrepancy of attribution. Prints the weights, and in cross-validation by story how many
pairs a threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from fitting import Decided, amounts, numbered_books, report

from tawatur.bench import stories
from tawatur.model import Span
from tawatur.reconcile.doers.ascribed import Apart, differing, signs
from tawatur.reconcile.fact import Fact

RIDGE = 1.0
LEVELS = (0.25, 0.3, 0.35, 0.4, 0.5)


def cases() -> Iterator[Decided]:
    for number, story, book in numbered_books():
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "attribution"]
        for pair in differing(book):
            right = any(_meant(one, pair) for one in gold)
            yield Decided(number, amounts(signs(book, pair)), right)


def _meant(gold: stories.Pair, pair: Apart) -> bool:
    return any(gold.joins(one, other) for one, other in product(_places(pair.left), _places(pair.right)))


def _places(fact: Fact) -> list[stories.Place]:
    """Where a claim and its speaker stand."""
    source = fact.claim.source
    spans: list[Span | None] = [fact.claim.span, source.span if source is not None else None]
    return [stories.Place(fact.report, span.start, span.end) for span in spans if span is not None]


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
