"""Fit the weights of ``[locations]`` in ``default.toml``: what speaks for two places being of one act.

    python tools/train_locations.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/locations.py, on every two places of claims of two reports that cannot
be one, in the half of the stories made for building and in files of the same form. They are of one act where the gold
has their words as a discrepancy of place. Prints the weights, and in cross-validation by story how many of the gold's
pairs a threshold tells.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from tawatur.bench import stories
from tawatur.model import Span
from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.locations import best_of, differing, signs

RIDGE = 1.0
LEVELS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)


class Case(NamedTuple):
    """Two places; ``gold`` is the number of the gold's pair, -1 for none, ``claims`` the two with their reports."""

    story: str
    signs: dict[str, float]
    gold: int
    told: str
    excused: bool
    claims: tuple[tuple[object, int], tuple[object, int]]


def cases(half: str) -> Iterator[Case]:
    for story in stories.stories(half):
        readings = stories.record_of(story.gold).readings
        book = Book(readings, resolve(readings, ())[1])
        gold = [(i, p) for i, p in enumerate(story.pairs) if p.conflict]
        pairs = list(differing(book))
        best = best_of(book, pairs)
        for pair in pairs:
            found = {sign.name: float(sign.amount) for sign in signs(book, pair, best)}
            at = [_place(f.report, s.span) for f, s in ((pair.left, pair.one), (pair.right, pair.other))]
            claims = [_place(f.report, f.claim.span) for f in (pair.left, pair.right)]
            right = next((i for i, p in gold if p.aspect == "place" and p.joins(*at)), -1)
            excused = any(p.joins(*claims) for _, p in gold)
            told = f"{story.gold['id']} {pair.one.text} | {pair.other.text} ({pair.why})"
            keys = (pair.one.text, pair.right.report), (pair.other.text, pair.left.report)
            yield Case(story.gold["id"], found, right, told, excused, keys)


def _place(report: int, span: Span) -> stories.Place:
    return stories.Place(report, span.start, span.end)


def told(every: list[Case], scores: numpy.ndarray, least: float) -> tuple[set[tuple[str, int]], list[str], int]:
    """The gold's pairs that are found, and what else is told, each place of a report once."""
    found, false, excused, taken = set(), [], 0, set()
    for index in numpy.argsort(-scores):
        case = every[index]
        keys = {(case.story, *key) for key in case.claims}
        if scores[index] < least or keys & taken:
            continue
        taken |= keys
        if case.gold >= 0:
            found.add((case.story, case.gold))
        elif case.excused:
            excused += 1
        else:
            false.append(f"{scores[index]:.2f} {case.told}")
    return found, false, excused


def main() -> None:
    files = [name for name in sys.argv[1:] if name.endswith(".yaml")]
    every = [case for half in ("dev", *files) for case in cases(half)]
    names = sorted({name for case in every for name in case.signs})
    table = numpy.array([[case.signs.get(name, 0.0) for name in names] for case in every])
    right = numpy.array([case.gold >= 0 for case in every])
    model = LogisticRegression(C=RIDGE, max_iter=5000)
    groups = [case.story for case in every]
    fresh = cross_val_predict(model, table, right, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    wanted = len({(case.story, case.gold) for case in every if case.gold >= 0})
    print(f"{len(every)} pairs, {right.sum()} right, of {wanted} in the gold")
    for level in LEVELS:
        found, false, excused = told(every, fresh, level)
        print(f"from {level}: {len(found)} of {wanted}, {len(false)} wrong, {excused} beside another conflict")
        if "x" in sys.argv and level == LEVELS[2]:
            print(*false, sep="\n")
            for i in numpy.argsort(-fresh):
                c = every[i]
                if c.gold >= 0 and (c.story, c.gold) not in found:
                    print("missed", f"{fresh[i]:.2f}", c.told, c.signs)
    model.fit(table, right)
    print(f"start = {model.intercept_[0]:.2f}")
    for name, weight in zip(names, model.coef_[0]):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
