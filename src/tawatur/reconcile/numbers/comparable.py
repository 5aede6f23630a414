"""Which figures can be compared, and how two that can be stand: equal, within each other's bounds, or apart."""

from __future__ import annotations

from math import isclose

from ...lang.normalise import fold
from ...lang.tables import listed
from ...settings import settings
from ...story.concepts import near_concepts
from ...story.terms import common_tongue
from .ages import AGE
from .figure import Figure
from .measures import size_of
from .population import above, relation

# Classes that news counts apart among those hurt.
_CLASSES = frozenset(("child", "woman", "press", "medic"))
# Units that count a noun, which some readers of numbers take for another.
_OF_NOUNS = frozenset(("count", "money", "measure"))
# A number of so many telling digits is a round one; «نحو» before any other gives only this much.
_ROUND, _EXACT = 2, 0.01
# Miles told in kilometres are off by this much.
_CONVERTED = 0.03
# Measures that one thing has in other words: what is paid for it, how many of those called joined in.
_IN_OTHER_WORDS = (
    frozenset(("cost", "investment", "transfer", "aid", "loan", "donation", "auction", "budget")),
    frozenset(("turnout", "strike_share")),
    frozenset(("losses", "stolen")),
    frozenset(("aid", "compensation")),
)
# A number from here on is not the same in two claims by chance.
_TELLING = 10
# A number is as good as one that rounds it by no more than this.
_SAME = 0.01
# «مئات» from two hundred on are fewer than this many times as much.
_ORDER = 10
# A number of these needs a noun to say what it is a number of.
_LOOSE_UNITS = frozenset(("money", "measure", "percent", "fraction"))


def comparable(left: Figure, right: Figure) -> str | None:
    """How the populations of two figures stand, or None where their numbers say nothing of each other: what is known of
    the two does not keep them apart, whether they count one thing is for ``evidence.py``."""
    if AGE in (left.measure, right.measure):
        return "same" if left.measure == right.measure and _one_person(left, right) else None
    if left.fate != right.fate or left.length != right.length:
        return None
    if left.occasions != right.occasions or (left.base != right.base and not equal(left, right)):
        return None
    if left.fate != "other" and left.measure != right.measure:
        return None
    if narrowed(left, right):
        return "same"
    if (left.part or right.part) and left.population.kind != right.population.kind:
        return None
    if left.part != right.part and left.population.kind not in _CLASSES:
        return None  # «بينهم خمس نساء» and «سبع نساء» count the women
    if left.length:
        return "same"
    if left.measure and right.measure:
        return "same" if of_one_measure(left, right) and _one_unit(left, right) else None
    noun = of_one_noun(left, right)
    units = {left.first.unit, right.first.unit}
    if len(units) > 1 and not (noun and units <= _OF_NOUNS):
        return None
    stands = relation(left.population, right.population)
    if left.fate != "other" and not units & _LOOSE_UNITS:
        return None if stands in ("disjoint", "unknown") else stands
    if stands != "disjoint":
        return "same" if stands == "unknown" else stands
    return None if _two_groups(left, right) or (units == {"money"} and not noun) else "same"


def narrowed(left: Figure, right: Figure) -> bool:
    """«112 شخصا في الولايتين» beside «112 شخصا في ولاية الكاف وحدها»: one telling number of one noun or measure, which one
    of the two tells for a part alone."""
    one = equal(left, right) and left.first.unit == right.first.unit and (left.low or 0) >= _TELLING
    parted = one and bool(left.alone) != bool(right.alone) and not (left.part and right.part)
    return parted and (of_one_noun(left, right) or of_one_measure(left, right) or left.fate == right.fate != "other")


def of_one_noun(left: Figure, right: Figure) -> bool:
    """Whether two figures count the same by the noun beside them."""
    one = _noun(left) != "" and _noun(left) == _noun(right)
    return bool(left.what & right.what) or one or _one_base(left, right)


def near_nouns(left: Figure, right: Figure) -> bool:
    """Whether what two figures count are concepts that reports take for each other («قذيفة», «صاروخ»)."""
    kin = near_concepts()
    return any(not right.what.isdisjoint(kin.get(term, frozenset())) for term in left.what - right.what)


def by_words(left: Figure, right: Figure) -> str | None:
    """As ``comparable``, of figures whose own words say that they count the same."""
    stands = comparable(left, right)
    if stands is None or left.past != right.past:
        return None
    if left.length or (left.measure and right.measure) or of_one_noun(left, right):
        return stands
    if left.fate != "other" and left.first.unit not in _LOOSE_UNITS:
        return stands
    kinds = left.population.kind, right.population.kind
    one_class = kinds[0] is not None and kinds[0] == kinds[1] and not _told_apart(left, right)
    return stands if left.first.unit == "percent" or (one_class and left.first.unit == "count") else None


def _two_groups(left: Figure, right: Figure) -> bool:
    """Whether two populations are known for two, and not just one of them unknown."""
    return bool(left.population.kind and right.population.kind)


def _one_person(left: Figure, right: Figure) -> bool:
    return left.about == right.about or None in (left.about, right.about)


def of_one_measure(left: Figure, right: Figure) -> bool:
    """Whether the clauses name one measure, «سرعة الرياح» beside «السرعة», or one in other words («قيمة العقود 310 ملايين
    دولار» and «كلفتها 280 مليون دولار»)."""
    if left.measure is None or right.measure is None:
        return False
    loose = any({left.measure, right.measure} <= several for several in _IN_OTHER_WORDS)
    return loose or not left.measures.isdisjoint(right.measures)


def _one_unit(left: Figure, right: Figure) -> bool:
    """Whether two numbers of one measure can be compared as they stand: pounds with pounds."""
    if left.length or right.length:
        return left.length and right.length
    units = {left.first.unit, right.first.unit}
    return units != {"money"} or bool(left.what & right.what)


def _told_apart(left: Figure, right: Figure) -> bool:
    """Whether the nouns are known for two things («نقطة»، «هدف»), whatever class they share; people are people."""
    known = common_tongue(left.what), common_tongue(right.what)
    return bool(known[0] and known[1]) and above(left.population.kind or "")[-1] != "person"


def _noun(figure: Figure) -> str:
    return fold(figure.first.counted or "").removeprefix("ال")


def overlapping(left: Figure, right: Figure) -> bool:
    """Whether one number can be meant by both; «about» gives a little. Who says hundreds does not mean dozens, and
    no thousands either."""
    a, b = reaches(left, right)
    meet = (a[0] <= b[1] and b[0] <= a[1]) or _rounds(left, right) or _rounds(right, left)
    return meet and not (_outgrown(left, right) or _outgrown(right, left))


def _rounds(left: Figure, right: Figure) -> bool:
    """«310 آلاف حاج» beside «310,400»: a number that rounds another and is as good as the same."""
    few, many = left.low, right.low
    if not few or not many or left.low != left.high or few == many or _factors(left, right) != (1.0, 1.0):
        return False
    step = 10 ** _zeros(few)
    return abs(few - many) <= min(step / 2, _SAME * many) and _zeros(many) < _zeros(few)


def _zeros(number: float) -> int:
    """The power of ten that a number is rounded to: 4 for 310,000, -1 for 8.4."""
    digits, _, exponent = f"{number:.9e}".partition("e")
    return int(exponent) - len(digits.replace(".", "").rstrip("0")) + 1


def _outgrown(left: Figure, right: Figure) -> bool:
    """«57 على الأقل», then «ارتفعت الحصيلة إلى 94»: the later number says that the earlier one was another."""
    days = [figure.fact.reading.article.published or "" for figure in (left, right)]
    least = left.bound in ("at_least", "more_than") and not by_order(left)
    return right.risen and least and "" < days[0] < days[1] and (left.low or 0) < (right.low or 0)


def by_order(figure: Figure) -> bool:
    """«عشرات», "hundreds": a number told by its order alone."""
    if figure.bound != "at_least" or figure.high is not None or figure.sum:
        return False
    said = fold(figure.first.span.of(figure.fact.reading.article.text)).split()
    return any(word.removeprefix("ال") in listed("numbers", "vague") for word in said)


def _one_base(left: Figure, right: Figure) -> bool:
    """Whether two numbers count units of one base: feet with «قدم», tonnes with kilograms."""
    sizes = size_of(left.first), size_of(right.first)
    return sizes[0] is not None and sizes[1] is not None and sizes[0][0] == sizes[1][0]


def _factors(left: Figure, right: Figure) -> tuple[float, float]:
    """By how much two numbers of one base unit are multiplied to compare: tonnes with kilograms; 1 and 1 otherwise."""
    sizes = size_of(left.first), size_of(right.first)
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0] or sizes[0] == sizes[1]:
        return 1.0, 1.0
    return sizes[0][1], sizes[1][1]


def reaches(left: Figure, right: Figure) -> tuple[tuple[float, float], tuple[float, float]]:
    """The least and the most that each can mean, inclusive, in one unit; who converts rounds."""
    factors = _factors(left, right)
    give = _CONVERTED if factors[0] != factors[1] else 0.0
    (a, b), (c, d) = _reach(left), _reach(right)
    (x, y) = factors
    return (a * x * (1 - give), b * x * (1 + give)), (c * y, d * y)


def most(figure: Figure) -> float | None:
    """The most that the words of a figure allow, of one told by its order alone as who hears it takes it: «مئات» are no
    thousands. None where they leave it open."""
    return _ORDER * (figure.low or 0) - 1 if by_order(figure) else figure.high


def _reach(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure can mean, in its own unit."""
    low = float("-inf") if figure.low is None else float(figure.low)
    highest = most(figure)
    high = float("inf") if highest is None else float(highest)
    if figure.bound == "about":
        give = float(settings("figures")["about"]) if _rounded(figure) else _EXACT
        give *= 1 + figure.length
        low, high = low * (1 - give), high * (1 + give)
    return low, high + figure.besides


def _rounded(figure: Figure) -> bool:
    """Whether a number is told in round figures: «نحو 1500», and not "around 265.50"."""
    digits = f"{figure.low or figure.high or 0:.10g}".replace(".", "").strip("0")
    return len(digits) <= _ROUND


def equal(left: Figure, right: Figure) -> bool:
    x, y = _factors(left, right)
    if x == y:
        return (left.low, left.high) == (right.low, right.high)
    ends = (left.low, right.low), (left.high, right.high)
    return all((a is None) == (b is None) and (a is None or b is None or isclose(a * x, b * y)) for a, b in ends)


def _confirms(figure: Figure, other: Figure) -> bool:
    return equal(figure, other) and not other.corrected


def numbers_apart(left: list[Figure], right: list[Figure]) -> bool:
    """Whether two claims give different numbers of one thing, neither of which the other claim gives too."""
    for a in left:
        for b in right:
            if by_words(a, b) is None or overlapping(a, b) or a.corrected or b.corrected:
                continue
            if not any(_confirms(a, other) for other in right) and not any(_confirms(b, other) for other in left):
                return True
    return False
