"""Fit the weights of ``[people]`` in ``default.toml``: what speaks for two names being one person's.

    python tools/train_people.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/names/people.py, on every two people of two reports neither of which
names the other's, in the half of the stories made for building and in files of the same form. They are one where the
gold has the two as a discrepancy of name. Prints the weights, and in cross-validation by story how many pairs a
threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from fitting import Decided, amounts, numbered_stories, report

from tawatur.bench import stories
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.names.naming import Near
from tawatur.reconcile.names.people import signs, strangers

RIDGE = 3.0
LEVELS = (0.3, 0.4, 0.5, 0.6)


def cases() -> Iterator[Decided]:
    for number, story in numbered_stories():
        record = stories.record_of(story.gold)
        book = Book(record.readings, resolve(record.readings, ())[1])
        slots = [[book.by_id[claim] for claim in a.claims if claim in book.by_id] for a in record.alignments]
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "name"]
        for pair in strangers(book, Near(book), slots):
            places = [stories.Place(p.fact.report, p.span.start, p.span.end) for p in (pair.one, pair.other)]
            yield Decided(number, amounts(signs(book, pair)), any(one.joins(*places) for one in gold))


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
