"""Which figures can be compared, and how two that can be stand: equal, within each other's bounds, or apart."""

from __future__ import annotations

from functools import cache

from ..lang.normalise import fold
from ..lang.tables import table
from ..settings import settings
from ..story.terms import common_tongue
from .book import Fact
from .figures import MEANT, Figure
from .population import above, relation

# Counting these says nothing that another report could confirm: lengths of time, sums of money are compared only
# where the same thing is counted in the same words.
_LOOSE_UNITS = frozenset(("money", "measure", "percent", "fraction"))
# Units that count a noun, which some readers of numbers take for another; and those that need none.
_OF_NOUNS = frozenset(("count", "money", "measure"))
_BARE_UNITS = frozenset(("percent",))


def comparable(left: Figure, right: Figure) -> str | None:
    """How the populations of two figures stand, or None where their numbers say nothing of each other."""
    if left.fate != right.fate or not _meant_alike(left.fact, right.fact):
        return None
    if left.length != right.length or left.past != right.past:
        return None
    if left.measure and right.measure:
        return "same" if left.measure == right.measure and _one_unit(left, right) else None
    if left.part != right.part or (left.part and left.population.kind != right.population.kind):
        return None
    if left.length:
        return "same"
    noun = bool(left.what & right.what) or (_noun(left) != "" and _noun(left) == _noun(right))
    if left.first.unit != right.first.unit and not (noun and {left.first.unit, right.first.unit} <= _OF_NOUNS):
        return None
    if left.fate == "other" or left.first.unit in _LOOSE_UNITS:
        kinds = left.population.kind, right.population.kind
        same_class = kinds[0] is not None and kinds[0] == kinds[1] and not _told_apart(left, right)
        bare = left.first.unit == right.first.unit in _BARE_UNITS
        if not noun and not bare and not (same_class and left.first.unit == "count"):
            return None
        if noun or bare:
            stands = relation(left.population, right.population)
            return "same" if stands == "unknown" or bare else None if stands == "disjoint" else stands
    stands = relation(left.population, right.population)
    return None if stands in ("disjoint", "unknown") else stands


def _one_unit(left: Figure, right: Figure) -> bool:
    """Whether two numbers of one measure can be compared as they stand: pounds with pounds."""
    if left.length or right.length:
        return left.length and right.length
    units = {left.first.unit, right.first.unit}
    return units != {"money"} or bool(left.what & right.what)


def _meant_alike(left: Fact, right: Fact) -> bool:
    """Whether both say what is, or both what is planned or asked for («يطالبون بـ», in whatever words)."""
    meant = {left.doubt, right.doubt} & MEANT
    if left.doubt == right.doubt or not meant:
        return True
    plain = left if left.doubt not in MEANT else right
    return "demanded" in meant and "demand" in plain.terms


def _told_apart(left: Figure, right: Figure) -> bool:
    """Whether the nouns are known for two things («نقطة»، «هدف»), whatever class they share; people are people."""
    known = common_tongue(left.what), common_tongue(right.what)
    return bool(known[0] and known[1]) and above(left.population.kind or "")[-1] != "person"


def _noun(figure: Figure) -> str:
    return fold(figure.first.counted or "").removeprefix("ال")


def overlapping(left: Figure, right: Figure) -> bool:
    """Whether one number can be meant by both; «about» gives a little. Who says hundreds does not mean dozens."""
    if _by_order(left) and _by_order(right):
        return left.low == right.low
    a, b = _range(left), _range(right)
    return a[0] <= b[1] and b[0] <= a[1]


def _by_order(figure: Figure) -> bool:
    """«عشرات», "hundreds": a number told by its order alone."""
    if figure.bound != "at_least" or figure.high is not None or figure.sum:
        return False
    said = fold(figure.first.span.of(figure.fact.reading.article.text)).split()
    return any(word.removeprefix("ال") in _orders() for word in said)


@cache
def _orders() -> frozenset[str]:
    """Words that tell a number by its order, and a few."""
    rows = (row for language in ("ar", "en") for row in table(language, "numbers").rows if row["kind"] == "vague")
    return frozenset(fold(word) for row in rows for word in row["words"].split("|"))


def _range(figure: Figure) -> tuple[float, float]:
    low = float("-inf") if figure.low is None else float(figure.low)
    high = float("inf") if figure.high is None else float(figure.high)
    if figure.bound == "about":
        give = float(settings("figures")["about"])
        low, high = low * (1 - give), high * (1 + give)
    return low, high


def equal(left: Figure, right: Figure) -> bool:
    return (left.low, left.high) == (right.low, right.high)


def _confirms(figure: Figure, other: Figure) -> bool:
    return equal(figure, other) and not other.corrected


def numbers_apart(left: list[Figure], right: list[Figure]) -> bool:
    """Whether two claims give different numbers of one thing, neither of which the other claim gives too."""
    for a in left:
        for b in right:
            if comparable(a, b) is None or overlapping(a, b) or a.corrected or b.corrected:
                continue
            if not any(_confirms(a, other) for other in right) and not any(_confirms(b, other) for other in left):
                return True
    return False
