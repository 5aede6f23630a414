"""Stance of one headline towards another, on the dev part of Arabic News Stance (latynt/ans, Khouja 2020, Apache-2.0).

What ships decides by values and learned word weights; beside it stand the parts: a rule of values and polarity
without any weight, the values weighed, and the words alone. A logistic regression on a bag of words is known to reach
F1 0.64 and 0.79 of agree and disagree. ``other`` has few pairs and is reported apart.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ..reconcile.stance import Stance, by_model, by_rule, stance
from .report import Figure

LABELS = ("agree", "disagree", "other")
_VERDICTS: dict[str, Callable[[str, str], str]] = {
    "as shipped": lambda left, right: stance(left, right).verdict,
    "rule of values and polarity, no weights": by_rule,
    "values and polarity weighed, no words": lambda left, right: by_model("values", left, right),
    "word weights alone": lambda left, right: by_model("words", left, right),
}


class Score(NamedTuple):
    """Precision, recall and F1 of one label, each 0 to 1, and how many pairs have it."""

    precision: float
    recall: float
    f1: float
    n: int


def figures(data: Path) -> Iterable[Figure]:
    """Precision, recall and F1 a label as shipped, and F1 of each part."""
    with (data / "ans-stance" / "dev.csv").open(encoding="utf-8") as lines:
        rows = [(row["s1"], row["s2"], row["stance"]) for row in csv.DictReader(lines)]
    for name, verdict in _VERDICTS.items():
        found = scores([(label, verdict(left, right)) for left, right, label in rows])
        for label in LABELS:
            score = found[label]
            yield Figure(f"stance: {label}, precision", score.precision, "", score.n, name)
            yield Figure(f"stance: {label}, recall", score.recall, "", score.n, name)
            yield Figure(f"stance: {label}, F1", score.f1, "", score.n, name)
    yield from _explained([(label, stance(left, right)) for left, right, label in rows])


def _explained(told: Sequence[tuple[str, Stance]]) -> Iterable[Figure]:
    """How many of the disagreements found name the value that differs, and how many the word weights alone decide."""
    found = [result for label, result in told if label == result.verdict == "disagree"]
    named = sum(bool(result.differences) for result in found) / max(1, len(found))
    weighed = sum(result.by_values != "disagree" for result in found) / max(1, len(found))
    yield Figure("stance: right disagreements that name the value", named, "", len(found), "as shipped")
    yield Figure("stance: right disagreements that need word weights", weighed, "", len(found), "as shipped")


def scores(told: Sequence[tuple[str, str]]) -> dict[str, Score]:
    """The scores of every label from pairs of what is right and what was said."""
    counts = Counter(told)
    found = {}
    for label in LABELS:
        right = counts[label, label]
        given = sum(count for (_, said), count in counts.items() if said == label)
        n = sum(count for (wanted, _), count in counts.items() if wanted == label)
        precision, recall = right / max(1, given), right / max(1, n)
        found[label] = Score(precision, recall, 2 * right / max(1, given + n), n)
    return found
