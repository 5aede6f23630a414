"""What speaks for and against two claims saying the same: the signs that ``[agree]`` weighs (agree.py tells it)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import log, sqrt
from typing import NamedTuple

from ..lang.normalise import fold
from ..model import TimeExpression
from ..story.terms import common_tongue
from .book import Book
from .fact import Fact
from .kept import kept
from .mates import Mates
from .similarity import (
    Sign,
    besides,
    meet,
    near,
    others_hurt,
    overlap,
    same_event,
    same_number,
    share,
    signs,
    uncommon,
)

# Of what speaks for two claims telling of one thing, that which speaks for their saying the same.
_ALIKE = frozenset(
    ("words", "around", "shorter", "languages", "order", "denial", "counted", "event", "lead", "other_day", "meaning")
)
# What two claims share besides numbers and acts counts up to this; a term of these two claims alone is 1.
_MOST_BESIDES = 6.0
# So many days a time may take up, and how much it tells that two claims both name it.
_WIDTHS = ((1, 1.0), (7, 0.8), (31, 0.6), (100, 0.4), (370, 0.25))
_AGES = 0.1


class Against(NamedTuple):
    """Pairs of claims of which a value differs, those that contradict each other or tell of two periods,
    those of which one denies most of
    what they share, and those whose figures fit."""

    apart: set[frozenset[str]]
    never: set[frozenset[str]]
    denied: set[frozenset[str]]
    fitting: set[frozenset[str]]


# How a thing is said that is not merely meant to be done, asked for or thought of.
_TOLD = frozenset(("actual", "doubted", "warned"))
# «سيوفر» and «يوفر»: that a thing is to come is told by tense or left out. What is ordered and what is decided is one.
_TO_COME = frozenset(("actual", "planned", "demanded"))
_MEANT = frozenset(("planned", "demanded"))
_NOT_YET = frozenset(("planned", "hypothetical", "conditional"))
# «يقصف»: an imperfect has more letters than a root.
_SHORT = 3


def agreement_signs(book: Book, left: Fact, right: Fact, against: Against, mates: Mates) -> Iterator[Sign]:
    """What speaks for or against two claims saying the same: much of that by which they tell of one thing, and what the
    rest of the story says about them."""
    yield from (sign for sign in signs(book, left, right) if sign.name in _ALIKE)
    yield Sign("near", near(book, left, right))
    yield Sign("theirs_alone", uncommon(book, left, right))
    yield Sign("rank", abs(book.rank(left) - book.rank(right)))
    pair = frozenset((left.id, right.id))
    yield Sign("behind", mates.behind(left, right))
    yield Sign("most_claim", mates.claim(left, right))
    yield Sign("fitting", pair in against.fitting)
    if pair in against.apart or hurts_others(left, right):
        # Claims that differ in one value may still agree in the rest.
        yield Sign("apart_besides", min(besides(book, left, right), _MOST_BESIDES))
        yield Sign("apart_words", overlap(book, left, right))
    yield Sign(
        "other_numbers",
        bool(left.numbers and right.numbers) and not same_number(left, right) and pair not in against.fitting,
    )
    yield from _parts(book, left, right)
    yield from _times(book, left, right)
    yield Sign("doubt_same", left.doubt == right.doubt != "actual")
    yield Sign("half_denied", pair in against.denied)


def _parts(book: Book, left: Fact, right: Fact) -> Iterator[Sign]:
    """How alike the likest parts of the two are that stand between commas, and how many there are to choose from: a claim
    that tells several things says the same as one that tells a single one of them."""
    ours, theirs = book.parts(left), book.parts(right)
    yield Sign("parts", log(len(ours) * len(theirs)))
    if left.reading.article.language != right.reading.article.language:
        ours, theirs = tuple(map(common_tongue, ours)), tuple(map(common_tongue, theirs))
    yield Sign("part", max(share(book, mine, other) for mine in ours for other in theirs))


def _times(book: Book, left: Fact, right: Fact) -> Iterator[Sign]:
    """How narrow a time both name, be it a day, a month or a year, over how many other claims of their reports do."""
    ours, theirs = left.dates, right.dates
    yield Sign("when_one", bool(ours) != bool(theirs))
    both = [(a, b) for a in ours for b in theirs if meet(a, b)]
    alone = (_narrow(a, b) / sqrt(_dated(book, left, a) * _dated(book, right, b)) for a, b in both)
    yield Sign("when_alone", max(alone, default=0.0))


@kept
def _dated(book: Book, fact: Fact, time: TimeExpression) -> int:
    """How many claims of a text name a time that may be this one."""
    others = (other for other in book.by_report[fact.report] if not other.head)
    return max(1, sum(any(meet(time, theirs) for theirs in other.dates) for other in others))


def _narrow(left: TimeExpression, right: TimeExpression) -> float:
    days = max(_days(time) for time in (left, right))
    return next((tells for width, tells in _WIDTHS if days <= width), _AGES)


def _days(time: TimeExpression) -> int:
    first, last = (date.fromisoformat((day or "")[:10]) for day in (time.earliest, time.latest))
    return (last - first).days


def of_one_standing(left: Fact, right: Fact) -> bool:
    """Whether both are told as done, or as to come, asked for and so on alike."""
    doubts = {left.doubt, right.doubt}
    told = len(doubts) == 1 or doubts <= _TOLD or doubts == _MEANT
    return told or (doubts <= _TO_COME and not left.frames & right.frames)


def hurts_others(left: Fact, right: Fact) -> bool:
    """Whether one counts those whom one event hurt, and the other names another."""
    return others_hurt(left, right) or others_hurt(right, left)


def turned_about(left: Fact, right: Fact) -> bool:
    """«تشن القوات هجمات منذ هجوم ديسمبر», «الهجوم الذي نفذه التنظيم ضد القوات»: of one kind of act, who does it in the one
    is whom somebody else does it to in the other."""
    if not (same_event(left, right) and left.agents and right.agents) or left.agents & right.agents:
        return False
    return bool(left.agents & right.targets or right.agents & left.targets)


def done_or_to_come(left: Fact, right: Fact) -> bool:
    """«سيقصف» and «قصف», not «سيجتمع» and «يجتمع»: of one act one tells that it is done, one that it is to come."""
    done, coming = sorted((left, right), key=lambda fact: fact.doubt in _NOT_YET)
    return done.doubt == "actual" and coming.doubt in _NOT_YET and same_event(left, right) and not _imperfect(done)


def _imperfect(fact: Fact) -> bool:
    """Whether the main event is told by an imperfect, which leaves open whether it is done."""
    verb = fold(fact.event.trigger.of(fact.reading.article.text)) if fact.event else ""
    return verb[:1] in "يت" and len(verb) > _SHORT
