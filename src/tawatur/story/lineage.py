"""Texts that descend from one another, as groups: what "text lineages" counts."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Lineage

_DESCENT = frozenset({"copy", "derived"})


def text_lineages(articles: Iterable[str], lineages: Iterable[Lineage]) -> tuple[frozenset[str], ...]:
    """Group article ids that copies and derivations connect, in the order given.

    A common source connects statements, not texts, so it joins no groups here.
    """
    group = {article: frozenset((article,)) for article in articles}
    for lineage in lineages:
        left, right = lineage.articles
        if lineage.relation in _DESCENT and left in group and right in group:
            joined = group[left] | group[right]
            group.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(group.values()))
