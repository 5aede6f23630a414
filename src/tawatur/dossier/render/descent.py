"""Who copied whom, drawn: reports in a row, an arc between two whose texts hang together.

A hundred copies of one text are near five thousand pairs. Each text family is shown through its strongest links only,
as many as hold it together; the other pairs are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...model import Lineage
from ...story.lineage import text_lineages
from ..view import View

# Height of a report's row and the widest arc, in units of the drawing.
ROW, DEPTH = 40, 150
_DESCENT = ("copy", "derived")
# So few pairs that hang together in nothing are told one by one; more are counted.
_APART_TOLD = 15


class Arc(NamedTuple):
    """A link between two reports: its curve and how strong it is, from 1 to 3."""

    lineage: Lineage
    path: str
    weight: int


class Family(NamedTuple):
    """Reports of one text: their numbers."""

    reports: tuple[int, ...]


class Descent(NamedTuple):
    """The picture and the links behind it. ``more`` counts the pairs of descent that the links shown imply."""

    height: int
    reports: tuple[int, ...]
    arcs: tuple[Arc, ...]
    families: tuple[Family, ...]
    more: int
    apart: tuple[Lineage, ...]
    apart_counts: tuple[tuple[str, int], ...]


def descent(view: View) -> Descent:
    """Families, the links that hold them together and the pairs that stand apart."""
    lineages = view.dossier.lineages
    groups = text_lineages([reading.article.id for reading in view.dossier.readings], lineages)
    families = [tuple(sorted(view.number(article) for article in group)) for group in groups]
    # One family after the other, so that its arcs stay together and do not cross those of another.
    order = [number for family in sorted(families) for number in family]
    place = {number: position for position, number in enumerate(order)}
    linked = [x for x in lineages if x.relation in _DESCENT]
    kept = [*_strongest(linked), *_strongest(x for x in lineages if x.relation == "common_source")]
    apart = [x for x in lineages if x.relation in ("independent", "undetermined")]
    return Descent(
        ROW * len(order),
        tuple(order),
        tuple(_arc(view, lineage, place) for lineage in kept),
        tuple(Family(family) for family in sorted(families) if len(family) > 1),
        len(linked) - sum(x.relation in _DESCENT for x in kept),
        tuple(apart) if len(apart) <= _APART_TOLD else (),
        tuple(Counter(x.relation for x in apart).items()),
    )


def _strongest(lineages: Iterable[Lineage]) -> list[Lineage]:
    """A spanning forest of the links, strongest first (Kruskal, 1956)."""
    group: dict[str, str] = {}

    def root(article: str) -> str:
        while group.setdefault(article, article) != article:
            group[article] = article = group[group[article]]
        return article

    kept = []
    for lineage in sorted(lineages, key=lambda x: (-_strength(x), x.id)):
        left, right = map(root, lineage.articles)
        if left != right:
            group[left] = right
            kept.append(lineage)
    return kept


def _strength(lineage: Lineage) -> float:
    return lineage.containment + max((p.words for p in lineage.passages if not p.quoted), default=0) / 1000


def _arc(view: View, lineage: Lineage, place: dict[int, int]) -> Arc:
    top, bottom = sorted(place[view.number(article)] * ROW + ROW // 2 for article in lineage.articles)
    depth = round(DEPTH * min(1.0, 0.25 + 0.75 * (bottom - top) / (ROW * max(2, len(place) - 1))), 1)
    weight = 1 + (lineage.containment >= 0.35) + (lineage.containment >= 0.8)
    return Arc(lineage, f"M4 {top}C{depth * 4 / 3:g} {top} {depth * 4 / 3:g} {bottom} 4 {bottom}", weight)
