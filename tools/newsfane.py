"""Read NewsFANE Gold: sentences of (token, fine class), and the classes brought to the model's kinds."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

# The data set's own grouping of its fifty classes (Alotaibi & Lee 2014), in our kinds' names.
KINDS = {
    "PERSON": "Politician Athlete Businessperson Artist Scientist Police Religious_PER Engineer Group Lawyer Other_PER",
    "ORG": "Government Non-Governmental Commercial Educational Media Religious_ORG Sports Medical-Science "
    "Entertainment",
    "GPE": "Continent Nation State-or-Province County-or-District Population-Center GPE-Cluster",
    "LOC": "Water-Body Celestial Land-Region-Natural",
    "FAC": "Building-Grounds Subarea-Facility Path Airport Plant",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split()}


class Word(NamedTuple):
    token: str
    label: str


def sentences(path: Path) -> list[list[Word]]:
    """Sentences in file order, labels as BIO over fine classes."""
    found: list[list[Word]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        token, _, label = line.partition("\t")
        if token:
            found[-1].append(Word(token, label or "O"))
        elif found[-1]:
            found.append([])
    return [sentence for sentence in found if sentence]


def coarse(label: str) -> str:
    """A BIO label over our kinds; products and the like are MISC."""
    prefix, _, name = label.partition("-")
    return f"{prefix}-{KIND_OF.get(name, 'MISC')}" if name else "O"


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Entities as (first, last, kind) with ``last`` excluded."""
    found, start, kind = set(), 0, ""
    for number, label in enumerate([*labels, "O"]):
        prefix, _, name = label.partition("-")
        if kind and (prefix != "I" or name != kind):
            found.add((start, number, kind))
            kind = ""
        if name and not kind:
            start, kind = number, name
    return found
