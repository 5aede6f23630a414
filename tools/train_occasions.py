"""Fit the weights of ``[occasions]`` in ``default.toml``: what speaks for two times being of one act.

    python tools/train_occasions.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/occasions.py, on every two claims of two reports whose times differ, in
the half of the stories made for building and in files of the same form. They are of one act where the gold has the
times as a discrepancy of date. Prints the weights, and in cross-validation by story how many pairs a threshold tells.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from tawatur.bench import stories
from tawatur.reconcile.book import Book, Fact
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.occasions import differing, signs

RIDGE = 1.0
LEVELS = (0.3, 0.4, 0.5, 0.6)


class Case(NamedTuple):
    story: str
    signs: dict[str, float]
    right: bool


def cases(half: str) -> Iterator[Case]:
    for story in stories.stories(half):
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1])
        gold = [pair for pair in story.pairs if pair.kind == "discrepancy" and pair.aspect == "date"]
        for left, right, comparison in differing(book):
            found = {sign.name: float(sign.amount) for sign in signs(book, left, right, comparison)}
            yield Case(story.gold["id"], found, any(pair.joins(_place(left), _place(right)) for pair in gold))


def _place(fact: Fact) -> stories.Place:
    return stories.Place(fact.report, fact.claim.span.start, fact.claim.span.end)


def main() -> None:
    every = [case for half in ("dev", *sys.argv[1:]) for case in cases(half)]
    names = sorted({name for case in every for name in case.signs})
    table = numpy.array([[case.signs.get(name, 0.0) for name in names] for case in every])
    right = numpy.array([case.right for case in every])
    model = LogisticRegression(C=RIDGE, max_iter=5000)
    groups = [case.story for case in every]
    fresh = cross_val_predict(model, table, right, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    print(f"{len(every)} pairs, {right.sum()} right")
    for level in LEVELS:
        told = fresh >= level
        print(f"from {level}: {(told & right).sum()} of {right.sum()}, {(told & ~right).sum()} wrong")
    model.fit(table, right)
    print(f"start = {model.intercept_[0]:.2f}")
    for name, weight in zip(names, model.coef_[0]):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
