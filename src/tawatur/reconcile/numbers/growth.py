"""Tolls that have grown: a report that tells an earlier number beside its own («31 في حصيلة سابقة», "up from 17")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ...lang.normalise import fold
from ...lang.tables import listed
from .fates import FATES
from .figure import Figure
from .population import relation

# Characters before and behind a number in which a word can say that it was an earlier one.
_BEFORE, _BEHIND = 45, 30


def with_growth(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those marked as risen whose own report tells a lower number of the same that was told before; such a
    number counts whom the risen one counts."""
    several = list(figures)
    earlier = [figure for figure in several if (figure.fate in FATES or _bare(figure)) and told_before(figure)]
    risen = [figure for figure in several if any(_over(figure, other) for other in earlier)] if earlier else []
    return [_grown(figure, risen) for figure in several]


def _grown(figure: Figure, risen: list[Figure]) -> Figure:
    if any(figure is one for one in risen):
        return replace(figure, risen=True)
    over = next((one for one in risen if _bare(figure) and told_before(figure) and _over(one, figure)), None)
    return replace(figure, outcome=over.outcome, population=over.population) if over else figure


def _over(figure: Figure, other: Figure) -> bool:
    if figure.fact.report != other.fact.report or figure.fate not in FATES or figure.part or told_before(figure):
        return False
    alike = figure.fate == other.fate and relation(figure.population, other.population) not in ("disjoint", "unknown")
    return (alike or (_bare(other) and figure.sentence == other.sentence)) and (other.low or 0) < (figure.low or 0)


def _bare(figure: Figure) -> bool:
    """A number that counts nothing told: "up from the 17 it reported"."""
    return figure.first.unit == "count" and figure.fate == "other" and figure.population.kind in (None, "person")


def told_before(figure: Figure) -> bool:
    """Whether the words beside a number say that it stood before."""
    text, span = figure.fact.reading.article.text, figure.first.span
    sentence = figure.sentence
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    behind = text[span.end : min(sentence.end, span.end + _BEHIND)]
    sides = re.split(r"[،,؛;]", before)[-1], re.split(r"[،,؛;]", behind)[0]
    return any(_earlier().search(fold(side)) for side in sides)


@cache
def _earlier() -> re.Pattern[str]:
    words = sorted(listed("outcomes", "earlier"), key=len, reverse=True)
    return re.compile(rf"\bو?(?:{'|'.join(map(re.escape, words))})\b")
