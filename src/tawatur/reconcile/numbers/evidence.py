"""How likely two figures that can be compared count one thing: what their claims and words share, and how near the
numbers are. A logistic regression, as of two claims in ``similarity.py``; its weights are in ``default.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Span
from ...settings import settings
from ...story.terms import common_tongue
from ..align import NEAR_BEST
from ..book import Book
from ..fact import Fact
from ..places.whereabouts import whereabouts
from ..similarity import Sign, likeness, rarity, share
from .comparable import by_words, comparable, equal, near_nouns, of_one_measure, of_one_noun, overlapping, reaches
from .figure import Figure
from .periods import dated_back, windows_differ
from .population import above

# A happening and what follows from it are told by days this near.
_NEAR_DAYS = 3
# Two numbers of one thing are seldom further apart than by this power of e; what lies beyond is no more unlikely.
_FAR_APART = 3.0
# A number up to this is the same in two claims by chance.
_SMALL = 2
# «سيرتفع», «ستوفر»: a verb of what is to come, and no number.
_COMING = re.compile(r"و?س[يتن](?!ه$|ين|مئ)\w{3,}$")
# Odds, figures to choose from and places in a row beyond these say no more.
_SURE, _MANY, _APART = 4.0, 8, 4
# Reports of this many figures hold few, and with more than so many times as many they hold no more.
_FEW, _CROWDED = 5, 4


@dataclass(frozen=True)
class Known:
    """What is known of claims beyond their figures: how like two that are set side by side are, the best of them by
    claim and report, the reports that have one figure of an outcome, figures with the reports that give the very same
    number, the figures of those hurt by sentence, all that can be compared by report, and the place of each in the row of
    its report's figures of one fate. ``odds`` and ``beside`` keep what was once weighed and looked for."""

    alike: dict[frozenset[str], float]
    best: dict[tuple[str, int], float]
    sole: set[tuple[int, str]]
    met: set[tuple[str, int]]
    hurt: dict[Span, list[Figure]]
    told: dict[int, list[Figure]]
    rank: dict[str, int]
    odds: dict[tuple[str, ...], float] = field(default_factory=dict)
    beside: dict[tuple[str, int], list[Figure]] = field(default_factory=dict)
    told_as: dict[str, ToldAs] = field(default_factory=dict)


class ToldAs(NamedTuple):
    """Of a figure: whether it is of what is to come, of another happening, of what may be (a capacity, a quota), whether
    its words make little of it, whether it is of a month or a year before the report's, of a period that is over
    («الدورة الماضية»), of more besides («جديدة»), and the places and days it is told of."""

    foreseen: bool
    otherwise: bool
    norm: bool
    limited: bool
    dated_back: bool
    bygone: bool
    added: bool
    places: frozenset[str]
    days: tuple[tuple[str, str], ...]


def likely(book: Book, left: Figure, right: Figure, known: Known) -> float:
    """How likely it is, 0 to 1, that two comparable figures count one thing of one event."""
    key = tuple(quantity.id for figure in (left, right) for quantity in figure.quantities)
    if key not in known.odds:
        weights = settings("figures")
        total = weights["start"] + sum(weights[sign.name] * sign.amount for sign in signs(book, left, right, known))
        known.odds[key] = 1 / (1 + exp(-total))
    return known.odds[key]


def signs(book: Book, left: Figure, right: Figure, known: Known) -> Iterator[Sign]:
    """What speaks for or against two figures counting one thing."""
    yield from _standing(left, right, known)
    yield from _counted(left, right)
    sides = tuple(_told_as(book, figure, known) for figure in (left, right))
    yield from _nearness(left, right, sides)
    yield from _rivals(left, right, known)
    yield from _joint(book, left, right, known)
    yield Sign("beside", _share(book, left, right))
    yield Sign("names", min(1.0, fsum(rarity(book, name) for name in left.names & right.names)))
    depths = [book.depth(figure.fact) for figure in (left, right)]
    yield Sign("depth", abs(depths[0] - depths[1]))
    # What stands at the end of a report is its background.
    yield Sign("background", max(depths) ** 2)
    said = "own" not in (left.fact.origin.kind, right.fact.origin.kind)
    yield Sign("both_said", said)
    yield Sign("limited", said and sides[0].limited != sides[1].limited)
    yield Sign("swapped", same_digits(left.low or left.high or 0, right.low or right.high or 0))
    yield Sign("languages", left.fact.reading.article.language != right.fact.reading.article.language)


def _standing(left: Figure, right: Figure, known: Known) -> Iterator[Sign]:
    """How their claims and their reports hang together."""
    pair = frozenset((left.fact.id, right.fact.id))
    alike = known.alike.get(pair, 0.0)
    yield Sign("slot", alike > 0)
    sides = ((left, right), (right, left))
    best = (known.best.get((mine.fact.id, other.fact.report), 0.0) for mine, other in sides)
    yield Sign("mates", alike > 0 and alike >= max(best) - NEAR_BEST)
    yield Sign("alone", len(left.fact.figures) == len(right.fact.figures) == 1)
    if {(figure.fact.report, figure.sort) for figure in (left, right)} <= known.sole:
        yield Sign("sole_fate", left.fate != "other")
        yield Sign("sole", left.fate == "other" and not left.length)
    yield Sign("company", _company(left, right, known))


def _company(left: Figure, right: Figure, known: Known) -> bool:
    """Whether the sentences count others hurt alike: «ثلاثة قتلى وخمسة جرحى» beside «جنديان ومدني، وتسعة جرحى» makes
    the five and the nine figures of one event."""
    mine, yours = (
        [other for other in known.hurt.get(figure.sentence, ()) if other.fate != figure.fate]
        for figure in (left, right)
    )
    return any(comparable(a, b) is not None and overlapping(a, b) for a in mine for b in yours)


def _rivals(left: Figure, right: Figure, known: Known) -> Iterator[Sign]:
    """What else either could be compared with in the other's report: a number that is alone there is the one meant, and
    one that has its own like elsewhere is not."""
    others = [
        (mine, other)
        for mine, yours in ((left, right), (right, left))
        for other in _beside(mine, yours.fact.report, known)
        if other.first.id != yours.first.id
    ]
    yield Sign("unrivalled", not others)
    rivalled = any(overlapping(mine, other) and _related(mine, other) for mine, other in others)
    yield Sign("fits_another", rivalled and not (left.risen or right.risen))
    counts = [len(known.told.get(figure.fact.report, ())) for figure in (left, right)]
    yield Sign("many", min(_CROWDED, sqrt(counts[0] * counts[1]) / _FEW))


def _joint(book: Book, left: Figure, right: Figure, known: Known) -> Iterator[Sign]:
    """What tells more, or less, beside something else: how like the claims are where there is much to choose from, and
    which in the row of such figures of its report either is, reports telling the chief one first."""
    odds = max(-_SURE, min(_SURE, likeness(book, left.fact, right.fact).odds))
    rivals = sum(len(_beside(mine, other.fact.report, known)) for mine, other in ((left, right), (right, left))) - 2
    rivals = min(_MANY, rivals)
    ranks = [known.rank.get(figure.first.id, 0) for figure in (left, right)]
    order = min(_APART, abs(ranks[0] - ranks[1]))
    first = ranks == [0, 0]
    noun = of_one_noun(left, right) and not left.length
    one_measure = of_one_measure(left, right)
    yield Sign("like_of_many", odds * rivals)
    yield Sign("like_measure", odds * one_measure)
    yield Sign("like_order", odds * order)
    yield Sign("order", order)
    yield Sign("order_noun", order * noun)
    yield Sign("first_of_many", first * rivals)
    yield Sign("first_fate", first and left.fate == right.fate != "other")
    yield Sign("beside_noun", noun * _share(book, left, right))
    ours, theirs = (_told_as(book, figure, known) for figure in (left, right))
    yield Sign("foreseen", ours.foreseen != theirs.foreseen)
    yield Sign("otherwise", ours.otherwise != theirs.otherwise)
    yield Sign("norm", ours.norm != theirs.norm)
    yield Sign("bygone", ours.bygone != theirs.bygone)
    yield Sign("added", ours.added != theirs.added)
    met = {(left.first.id, right.fact.report), (right.first.id, left.fact.report)} & known.met
    yield Sign("met", bool(met))
    yield Sign("places", bool(ours.places and theirs.places) and ours.places.isdisjoint(theirs.places))


def _told_as(book: Book, figure: Figure, known: Known) -> ToldAs:
    """Found once a figure."""
    if figure.first.id not in known.told_as:
        fact = figure.fact
        places = frozenset(where.entity for where in whereabouts(book, fact) if where.entity is not None)
        otherwise, norm = (_says(fact, fact.claim.span, kind) for kind in ("otherwise", "norm"))
        bygone, added = (_says(fact, figure.clause, kind) for kind in ("bygone", "added"))
        back, days = dated_back(figure), tuple(_days(figure))
        known.told_as[figure.first.id] = ToldAs(
            _foreseen(figure), otherwise, norm, _limited(figure), back, bygone, added, places, days
        )
    return known.told_as[figure.first.id]


def _foreseen(figure: Figure) -> bool:
    """Whether a number is of what is expected, planned or demanded, and not of what happened."""
    clause = figure.clause
    coming = any(_COMING.match(word) for word in fold(clause.of(figure.fact.reading.article.text)).split())
    return coming or figure.fact.doubt != "actual" or _says(figure.fact, clause, "foreseen")


def _limited(figure: Figure) -> bool:
    """Whether the words make little of a number: «لم يتجاوز الستين», «40 في المئة فقط»."""
    if figure.bound in ("at_most", "less_than"):
        return True
    return _says(figure.fact, figure.clause, "limited")


def same_digits(one: float, other: float) -> bool:
    """Whether two numbers have the same digits in another order, as a slip of the pen makes them: 62 and 26."""
    return one != other and sorted(f"{one:g}") == sorted(f"{other:g}")


def _says(fact: Fact, span: Span, kind: str) -> bool:
    """Whether a span of a claim has a word of a kind of ``outcomes.tsv``."""
    words = listed("outcomes", kind, "ar" if fact.reading.article.language == "ar" else "en")
    said = re.findall(r"\w+", fold(span.of(fact.reading.article.text)))
    return any(word in words or word[1:] in words for word in (*said, *map(" ".join, pairwise(said))))


def _related(left: Figure, right: Figure) -> bool:
    """Whether their own words say that they may count the same."""
    return by_words(left, right) is not None


def _beside(figure: Figure, report: int, known: Known) -> list[Figure]:
    """The figures of a report that one of another can be compared with."""
    key = figure.first.id, report
    if key not in known.beside:
        known.beside[key] = [other for other in known.told.get(report, ()) if comparable(figure, other) is not None]
    return known.beside[key]


def _counted(left: Figure, right: Figure) -> Iterator[Sign]:
    """Whether they count the same by their words."""
    kinds = left.population.kind, right.population.kind
    one_class = kinds[0] not in (None, "person") and kinds[0] == kinds[1]
    one_measure = of_one_measure(left, right)
    noun = of_one_noun(left, right) and not left.length
    yield Sign("noun", noun)
    yield Sign("class", one_class)
    yield Sign("measure", one_measure)
    bare = left.fate == "other" and left.first.unit != "percent"
    yield Sign("unknown", bare and not (noun or one_class or one_measure or _people(left, right)))
    yield Sign("length", left.length)
    yield Sign("near_noun", near_nouns(left, right))


def _people(left: Figure, right: Figure) -> bool:
    """Whether both count people, whoever they are: «رجلان» beside «ثلاثة مسلحين»."""
    return all(figure.population.kind and above(figure.population.kind)[-1] == "person" for figure in (left, right))


def _nearness(left: Figure, right: Figure, told: tuple[ToldAs, ...]) -> Iterator[Sign]:
    """How the numbers and their times stand to each other."""
    yield Sign("equal", equal(left, right) and (left.low or left.high or 0) > _SMALL)
    apart = _apart(left, right)
    yield Sign("apart", apart)
    yield Sign("apart_fate", apart * (left.fate != "other"))
    # Of a crowd reports tell the widest apart, and who says «about» or «at least» says little of another number.
    yield Sign("apart_crowd", apart * ("crowd" in (left.measure, right.measure)))
    yield Sign("bounded", (left.bound == "exact") != (right.bound == "exact"))
    yield Sign("past", left.past != right.past)
    yield Sign("window", windows_differ(left, right))
    yield Sign("one_period", told[0].dated_back != told[1].dated_back)
    days = [side.days for side in told]
    yield Sign("far", all(days) and all(_gap(mine, yours) > _NEAR_DAYS for mine in days[0] for yours in days[1]))


def _apart(left: Figure, right: Figure) -> float:
    """How far the numbers are from each other, as a power of e; none where one number can be meant by both."""
    (_, high), (low, _) = sorted(reaches(left, right))
    if low <= high:
        return 0.0
    return min(_FAR_APART, log(low / high)) if low * high > 0 else _FAR_APART


def _share(book: Book, left: Figure, right: Figure) -> float:
    """How much of the terms beside the numbers is shared, in what two languages can share."""
    ours, theirs = left.own, right.own
    if left.fact.reading.article.language != right.fact.reading.article.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return share(book, ours, theirs)


def _gap(left: tuple[str, str], right: tuple[str, str]) -> int:
    """Days between two stretches of days."""
    first, second = sorted((left, right))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def _days(figure: Figure) -> Iterator[tuple[str, str]]:
    """The days of what is counted: those of its claim; for things of no told fate, those of its clause alone."""
    fact = figure.fact
    clause = figure.clause if figure.fate == "other" else fact.claim.span
    for time in fact.dates:
        if clause.overlaps(time.span):
            yield (time.earliest or "")[:10], (time.latest or "")[:10]
