"""Fit the weights of ``[headlines]`` in ``default.toml``: what speaks for a headline and its text having two numbers.

    python tools/train_headlines.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/head_figures.py, on every number of a headline that its text does not
say, beside every number of the text of a kind with it, in the half of the stories made for building and in files of the
same form. They are two tellings of one where the gold has a discrepancy of headline and text there. Prints the weights,
and in cross-validation by story how many pairs a threshold tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from fitting import Decided, amounts, numbered_stories, report

from tawatur.bench import stories
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.head_figures import differing, signs
from tawatur.reconcile.numbers.figures import Figure, figures

RIDGE = 1.0
LEVELS = (0.2, 0.3, 0.4, 0.5, 0.6)


def cases() -> Iterator[Decided]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1])
        gold = [pair for pair in story.pairs if pair.aspect == "headline_vs_body"]
        counted = figures(book)
        for report_number in range(len(readings)):
            mine = [figure for figure in counted if figure.fact.report == report_number]
            heads, body = (tuple(f for f in mine if f.fact.head is head) for head in (True, False))
            for pair in differing(heads, body):
                right = any(one.joins(_place(pair.head), _place(pair.figure)) for one in gold)
                yield Decided(number, amounts(signs(book, pair)), right)


def _place(figure: Figure) -> stories.Place:
    span = figure.first.span
    return stories.Place(figure.fact.report, span.start, span.end)


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
