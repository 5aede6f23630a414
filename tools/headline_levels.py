"""How many headlines are told as agreeing with another report from which likelihood on, and how many of them falsely.

    python tools/headline_levels.py

The likelihood is that of ``[agree]``, which train_agreement.py fits on claims of texts alone: headlines are shorter and
say less. The pairs are those of tools/stories/headlines.tsv. Prints a line a level, for a headline beside a claim of a
text and for two headlines: ``agree_head_score`` and ``agree_heads_score`` of ``default.toml`` are chosen by it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from fitting import numbered_stories

from tawatur.bench import stories
from tawatur.likelihood import likely
from tawatur.reconcile.accord import agreement_signs
from tawatur.reconcile.book import Book
from tawatur.reconcile.corroborate import opposed
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.fact import Fact
from tawatur.reconcile.numbers.tallies import tallies

LEVELS = (0.45, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
_JUDGED = Path(__file__).parent / "stories" / "headlines.tsv"


class Judged(NamedTuple):
    """A pair with a headline: how likely it says the same, and whether it does; ``two`` headlines."""

    likely: float
    same: bool
    two: bool


def judged() -> Iterator[Judged]:
    lines = (line for line in _JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows: dict[str, dict[frozenset[str], bool]] = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        rows.setdefault(row["story"], {})[frozenset((row["left"], row["right"]))] = row["same"] == "yes"
    for _, story in numbered_stories():
        if story.gold["id"] in rows:
            yield from _of_story(story, rows[story.gold["id"]])


def _of_story(story: stories.Story, pairs: dict[frozenset[str], bool]) -> Iterator[Judged]:
    dossier = stories.record_of(story.gold)
    book = Book(dossier.readings, resolve(dossier.readings, ())[1])
    slots = [[book.by_id[claim] for claim in alignment.claims] for alignment in dossier.alignments]
    seen = opposed(book, slots, tallies(book, dossier.alignments))
    for left, right in combinations(book.facts, 2):
        same = pairs.get(frozenset((_at(left), _at(right))))
        if same is not None:
            found = agreement_signs(book, left, right, seen.against, seen.mates)
            yield Judged(likely("agree", found), same, left.head and right.head)


def _at(fact: Fact) -> str:
    return f"{'ABCDEF'[fact.report]}{fact.claim.span.start}"


if __name__ == "__main__":
    every = list(judged())
    for level in LEVELS:
        of = {name: [one for one in every if one.two == two] for name, two in (("with a text", False), ("two", True))}
        told = {name: [one.same for one in several if one.likely >= level] for name, several in of.items()}
        print(f"from {level}: " + "; ".join(f"{name} {len(t)}, {t.count(False)} false" for name, t in told.items()))
