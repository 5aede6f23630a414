"""What the tools that fit a likelihood share: the stories, the table of signs, cross-validation by story, the print.

A case is a pair that stands in a story, with the amounts of its signs. The stories are those of the half made for
building and of the files named on the command line, in the same form. Most of them are short; with ``--long=3`` beside
the files a pair of a story in long reports, as they are outside, counts three times in the fit. Figures of the
cross-validation count every pair once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from statistics import mean
from typing import NamedTuple, Protocol

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from tawatur.bench import stories
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.fact import Fact
from tawatur.reconcile.similarity import Sign

_FOLDS = 10
_LONG = "--long="
# Words that a report of a long story has on average, at the least: stories have about 120 or about 350.
_LONG_WORDS = 200


class Case(Protocol):
    """A pair with the number of its story; ``signs`` are amounts by name, a sign that is not there is nought."""

    @property
    def story(self) -> int: ...
    @property
    def signs(self) -> dict[str, float]: ...


class Decided(NamedTuple):
    """A pair that the gold has as one, or not."""

    story: int
    signs: dict[str, float]
    right: bool


def numbered_stories() -> Iterator[tuple[int, stories.Story]]:
    """The stories of the half made for building and of the files on the command line."""
    files = (name for name in sys.argv[1:] if not name.startswith(_LONG))
    yield from enumerate(chain.from_iterable(stories.stories(half) for half in ("dev", *files)))


@cache
def long_stories() -> frozenset[int]:
    """The numbers of the stories in long reports."""
    return frozenset(number for number, story in numbered_stories() if _words(story) >= _LONG_WORDS)


def _words(story: stories.Story) -> float:
    return mean(len(report["text"].split()) for report in story.gold["reports"])


def numbered_books() -> Iterator[tuple[int, stories.Story, Book]]:
    """The same stories, each with the facts of its reports."""
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        yield number, story, Book(readings, resolve(readings, ())[1])


def amounts(signs: Iterable[Sign]) -> dict[str, float]:
    """Amounts by name; those of one name are added up."""
    found: dict[str, float] = {}
    for sign in signs:
        found[sign.name] = found.get(sign.name, 0.0) + float(sign.amount)
    return found


def meets(pair: stories.Pair, left: Fact, right: Fact) -> bool:
    """Whether the gold sets the words of two claims side by side."""
    return pair.joins(*(stories.Place(f.report, f.claim.span.start, f.claim.span.end) for f in (left, right)))


@dataclass(frozen=True)
class Fit:
    """A logistic regression: ``fresh`` are the likelihoods of the cases by models that had not seen their stories."""

    names: list[str]
    model: LogisticRegression
    fresh: numpy.ndarray

    def show(self) -> None:
        """The weights, as in ``default.toml``."""
        print(f"start = {self.model.intercept_[0]:.2f}")
        for name, weight in zip(self.names, self.model.coef_[0]):
            print(f"{name} = {weight:.2f}")


def fit(cases: Sequence[Case], right: numpy.ndarray, ridge: float) -> Fit:
    """Weights of the signs; ``ridge`` is scikit-learn's C: the smaller, the smaller the weight of a rare sign."""
    names = list(dict.fromkeys(name for case in cases for name in case.signs))
    table = table_of(cases, names)
    model = LogisticRegression(C=ridge, max_iter=5000)
    groups = [case.story for case in cases]
    folds = GroupKFold(_FOLDS)
    counts = {"sample_weight": _counts(cases)}
    fresh = cross_val_predict(model, table, right, groups=groups, cv=folds, method="predict_proba", params=counts)[:, 1]
    return Fit(names, model.fit(table, right, **counts), fresh)


def _counts(cases: Sequence[Case]) -> numpy.ndarray:
    """How many times each case counts."""
    times = next((float(word.removeprefix(_LONG)) for word in sys.argv[1:] if word.startswith(_LONG)), 1.0)
    return numpy.where(_long(cases), times, 1.0)


def report(cases: Sequence[Decided], ridge: float, levels: Sequence[float]) -> None:
    """Fit, and print how many pairs each threshold would tell in cross-validation, then the weights."""
    right = numpy.array([case.right for case in cases])
    fitted = fit(cases, right, ridge)
    print(f"{len(cases)} pairs, {right.sum()} right")
    for level in levels:
        told = fitted.fresh >= level
        every, few = (_told(told, right, among) for among in (numpy.full(len(cases), True), _long(cases)))
        print(f"from {level}: {every}; of long stories {few}")
    fitted.show()


def _told(told: numpy.ndarray, right: numpy.ndarray, among: numpy.ndarray) -> str:
    return f"{(told & right & among).sum()} of {(right & among).sum()}, {(told & ~right & among).sum()} wrong"


def _long(cases: Sequence[Case]) -> numpy.ndarray:
    return numpy.array([case.story in long_stories() for case in cases])


def table_of(cases: Sequence[Case], names: list[str]) -> numpy.ndarray:
    """One row a case, one column a sign."""
    return numpy.array([[case.signs.get(name, 0.0) for name in names] for case in cases])
