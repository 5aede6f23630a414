"""Two days or hours told of one act, wherever in two reports they stand.

Claims that date one act need share little else («النيران اندلعت في الثامنة»، «ظهرت ألسنة اللهب قرابة العاشرة»), and
claims much alike date two acts of one story («أغلق المعبر الأحد»، «أعيد فتح المعبر الأربعاء»). How likely two times
are of one act is a logistic regression, as of two claims in ``similarity.py``; its weights are in ``default.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import exp, log
from typing import NamedTuple

from ..annotate.sayings import english, saying
from ..model import Comparison
from ..settings import settings
from .asides import aside
from .belonging import tie
from .book import Book, Fact, inside
from .opposites import opposed
from .order import Draft
from .scenes import scenes_of
from .similarity import Sign, likeness, others_hurt
from .whenabouts import Told, days_fit, told_of, when
from .whereabouts import abroad

# Beyond these odds claims are no liker, and a word near both times ties them no more.
_SURE, _TIED = 6.0, 2.0
# A claim opens with its verb, mostly.
_OPENING = 2
_ENDS = frozenset(("end", "until"))
_THAT = frozenset(("ان", "انه", "انها", "انهم", "عن", "الذي", "التي", "الذين", "بعد", "اثر", "عقب"))
# Times that tell a day.
_EXACT = frozenset(("day", "part_of_day", "hour", "minute"))
# Differences of two reports, and of one claim, that are shown.
_OF_REPORTS, _OF_CLAIM = 3, 3


class _Apart(NamedTuple):
    """Two claims whose times differ, and how likely these are of one act."""

    score: float
    left: Fact
    right: Fact
    comparison: Comparison


def dated_apart(book: Book) -> Iterator[Draft]:
    """The times of one act in which two reports differ, the likeliest of each time."""
    least = settings("occasions")["differ_score"]
    found = [_Apart(_likely(book, *pair), *pair) for pair in differing(book)]
    used: set[tuple[object, int]] = set()
    shown: Counter[object] = Counter()
    for apart in sorted(found, key=lambda a: (-a.score, a.left.order, a.right.order)):
        if apart.score < least:
            return
        times = [value["time"] for value in apart.comparison.values]
        facts = apart.left, apart.right
        # In a report a time differs from one other.
        keys = {(times[0], facts[1].report), (times[1], facts[0].report)}
        reports = facts[0].report, facts[1].report
        if not keys & used and shown[reports] < _OF_REPORTS and all(shown[fact.id] < _OF_CLAIM for fact in facts):
            used |= keys
            shown.update((reports, facts[0].id, facts[1].id))
            yield Draft("discrepancy", apart.comparison, facts, "Contradiction", 0.9)


def differing(book: Book) -> Iterator[tuple[Fact, Fact, Comparison]]:
    """Every two claims of two reports whose times differ, if they are of one act."""
    scenes = scenes_of(book).keys()
    dated = [fact for fact in book.facts if not fact.head and told_of(book, fact) and not aside(fact)]
    for left, right in combinations(dated, 2):
        near = left.terms & right.terms or {left.id, right.id} <= scenes or _both_come(book, left, right)
        if left.report == right.report or not near or others_hurt(left, right) or others_hurt(right, left):
            continue
        comparison = when(book, left, right)
        if (
            comparison is not None
            and comparison.verdict == "differ"
            and not _of_two_acts(book, left, right, comparison)
        ):
            yield left, right, comparison


def _of_two_acts(book: Book, left: Fact, right: Fact, comparison: Comparison) -> bool:
    """Whether two claims tell of two acts: in two countries, or opposite ones, unless their times are of one beginning or
    end («ينتهي الخميس»، «يتواصل حتى السبت»)."""
    edges = [told.edge for told in _compared(book, left, right, comparison)]
    one_edge = edges[0] == edges[1] != "at" or bool(_ENDS & set(edges))
    return abroad(book, left, right) or (not one_edge and opposed(book, left, right))


def _compared(book: Book, left: Fact, right: Fact, comparison: Comparison) -> list[Told]:
    """The two times that a comparison sets against each other."""
    sides = zip((left, right), comparison.values)
    return [next(told for told in told_of(book, fact) if told.time.id == value["time"]) for fact, value in sides]


def _both_come(book: Book, left: Fact, right: Fact) -> bool:
    return all(any(told.coming for told in told_of(book, fact)) for fact in (left, right))


def _likely(book: Book, left: Fact, right: Fact, comparison: Comparison) -> float:
    """How likely it is, 0 to 1, that the times in which two claims differ are of one act."""
    weights = settings("occasions")
    found = signs(book, left, right, comparison)
    return float(1 / (1 + exp(-weights["start"] - sum(weights[sign.name] * sign.amount for sign in found))))


def signs(book: Book, left: Fact, right: Fact, comparison: Comparison) -> Iterator[Sign]:
    """What speaks for or against the two times of a comparison being of one act."""
    one, other = _compared(book, left, right, comparison)
    yield Sign("odds", max(-_SURE, min(_SURE, likeness(book, left, right).odds)))
    yield Sign("tie", min(_TIED, tie(book, left, one.time.span, right, other.time.span)))
    yield Sign("sizes", one.size != other.size)
    days = [told.middle for told in (one, other)]
    yield Sign("far", log(1 + abs(days[0] - days[1])) if days[0] and days[1] else 0.0)
    yield Sign("coming", one.coming and other.coming)
    yield Sign("scenes", _scenes(book, left, right))
    sizes = sorted((len(left.terms), len(right.terms)))
    yield Sign("shorter", log(1 + sizes[0]))
    yield Sign("longer", log(1 + sizes[1]))
    yield Sign("order", abs(book.depth(left) - book.depth(right)))
    if days_fit(one, other):
        yield Sign("hour", 1.0)
    else:
        yield Sign("known", _known(book, one, right) + _known(book, other, left))
    yield Sign("saying", _of_saying(left, one) != _of_saying(right, other))


def _scenes(book: Book, left: Fact, right: Fact) -> int:
    """How many of two claims only say when something was, none if they say that of two things."""
    of = [scenes_of(book)[fact.id] for fact in (left, right) if fact.id in scenes_of(book)]
    return 0 if len(of) == 2 and all(of) and not of[0] & of[1] else len(of)


def _known(book: Book, told: Told, other: Fact) -> bool:
    """Whether the other's report tells of the same day."""
    facts = (fact for fact in book.facts if fact.report == other.report)
    return any(_exact(mine) and days_fit(told, mine) for fact in facts for mine in told_of(book, fact))


def _exact(told: Told) -> bool:
    return told.time.precision in _EXACT and told.edge != "since" and bool(told.first or told.last)


def _of_saying(fact: Fact, told: Told) -> bool:
    """Whether a time tells when something was said: «أعلنت الإدارة مساء الثلاثاء ارتفاع الحصيلة»."""
    before = [token for token in inside(fact.reading, fact.claim.span) if token.span.end <= told.time.span.start]
    if fact.reading.article.language != "ar":
        return bool(before) and before[-1].norm in english()
    return any(saying(token, True) for token in before[:_OPENING]) and not _THAT & {token.norm for token in before}
