"""Fit the weights of ``[common_source]`` in ``default.toml``: what speaks for two reports relaying one statement.

    python tools/train_lineage.py tools/stories/lineage.yaml [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of story/common.py, on every two reports of the half of the stories made for building
and of files in the same form, where neither print nor shared words decide. Prints the weights, and in cross-validation
by story how many pairs a threshold would tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from fitting import Decided, amounts, numbered_stories, report

from tawatur.bench import stories
from tawatur.story.reuse import open_pairs

RIDGE = 2.0
LEVELS = (0.35, 0.4, 0.45, 0.5)


def cases() -> Iterator[Decided]:
    for number, story in numbered_stories():
        readings = stories.record_of(story.gold).readings
        letters = {reading.article.id: letter for reading, letter in zip(readings, "ABCDEF")}
        gold = story.gold.get("lineage", {})
        for left, right, found in open_pairs(readings):
            lineage = gold.get(letters[left] + letters[right])
            if lineage is not None:
                yield Decided(number, amounts(found), lineage["relation"] == "common_source")


if __name__ == "__main__":
    report(list(cases()), RIDGE, LEVELS)
