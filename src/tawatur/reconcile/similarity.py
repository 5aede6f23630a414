"""How likely two claims tell of the same thing: shared terms weighed by rarity, then what is structured.

This only proposes what to set side by side. Whether the two agree is for the comparators, which look at values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import keyed, listed
from ..likelihood import Sign as Sign  # the comparators take it from here
from ..likelihood import likely as likely
from ..model import TimeExpression
from ..settings import settings
from ..story.concepts import near_concepts
from ..story.terms import common_tongue
from .book import Book
from .fact import FATES, Fact
from .kept import kept_of_pair

# Terms that no other claims of the two reports have count up to this many.
_MOST_ALONE = 3


class Likeness(NamedTuple):
    """``score`` in 0..1, how likely the two tell of one thing, with the reasons that speak for it; ``odds`` is its
    logarithm against the contrary, ``words`` the overlap of terms alone."""

    score: float
    odds: float
    words: float
    reasons: tuple[str, ...]


@kept_of_pair
def likeness(book: Book, left: Fact, right: Fact) -> Likeness:
    """Weigh two claims by a logistic regression over what they share and cannot share; the weights are in
    ``default.toml``."""
    weights = settings("align")
    found = signs(book, left, right)
    total = weights["start"] + sum(weights[sign.name] * sign.amount for sign in found)
    reasons = tuple(sign.why for sign in found if sign.why)
    return Likeness(1 / (1 + exp(-total)), total, found[0].amount, reasons)


@kept_of_pair
def signs(book: Book, left: Fact, right: Fact) -> tuple[Sign, ...]:
    """What speaks for or against two claims telling of one thing; the overlap of their terms first."""
    return tuple(_signs(book, left, right))


def _signs(book: Book, left: Fact, right: Fact) -> Iterator[Sign]:
    lexical = overlap(book, left, right)
    yield Sign("words", lexical, f"words {lexical:.2f}" if lexical else "")
    rare = (book.told(left) & book.told(right)) - clashing(left, right)
    yield Sign("rare", min(book.rarity(rare), 3.0))
    yield Sign("around", _around(book, left, right))
    sizes = sorted((len(left.terms), len(right.terms)))
    yield Sign("shorter", log(1 + sizes[0]))
    yield Sign("longer", log(1 + sizes[1]))
    yield Sign("languages", left.reading.article.language != right.reading.article.language)
    if left.report != right.report:
        yield Sign("order", abs(book.depth(left) - book.depth(right)))
    yield Sign("both_said", left.origin.known and right.origin.known)
    yield Sign("denial", left.denied != right.denied)
    yield from _numbers(book, left, right)
    yield from _structure(book, left, right)
    meaning = book.meaning(left, right)
    if meaning:
        yield Sign("meaning", meaning - settings("align")["meaning_idle"], f"meaning {meaning:.2f}")


def uncommon(book: Book, left: Fact, right: Fact) -> float:
    """The weight of what the two share and no other claims of their reports have; three such terms say all there is."""
    return min(book.theirs_alone(left, right), _MOST_ALONE)


def after_press(fact: Fact, other: Fact) -> bool:
    """Whether a claim tells of what has been behind the day on which the other report came out."""
    published = (fact.reading.article.published or "9999")[:10]
    own = (other.reading.article.published or "9999")[:10]
    return any(published < time.earliest[:10] <= own for time in other.times if time.earliest)


def near(book: Book, left: Fact, right: Fact) -> float:
    """The rarity of what only one of the claims tells, in concepts near to any of the other, of the side that has less
    of it; three terms that no other claim has say all there is to say."""
    kin = near_concepts()
    ours, theirs = left.terms & kin.keys(), right.terms & kin.keys()
    if not ours or not theirs:
        return 0.0
    met = [
        frozenset(term for term in mine - others if not kin[term].isdisjoint(others))
        for mine, others in ((ours, theirs), (theirs, ours))
    ]
    return min(book.rarity(met[0]), book.rarity(met[1]), 3.0)


def _around(book: Book, left: Fact, right: Fact) -> float:
    """How much the sentences share."""
    ours, theirs = left.sentence_terms, right.sentence_terms
    if left.reading.article.language != right.reading.article.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return share(book, ours, theirs)


def _numbers(book: Book, left: Fact, right: Fact) -> Iterator[Sign]:
    ours, theirs = left.numbers, right.numbers
    same = ours & theirs - clashing(left, right)
    yield Sign("number", bool(same), "the same number" if same else "")
    yield Sign("numbers_apart", bool(ours and theirs and not same))
    yield Sign("number_alone", bool(ours) != bool(theirs))
    both = left.fates & right.fates
    fates = [fate for fate in FATES if fate in both]
    yield Sign("fate", bool(fates), f"both count {', '.join(fates)}" if fates else "")
    yield Sign("fate_alone", counts_more(left, right) + counts_more(right, left))
    counted = book.counted(left) & book.counted(right)
    yield Sign("counted", bool(counted), "the same is counted" if counted else "")


def _structure(book: Book, left: Fact, right: Fact) -> Iterator[Sign]:
    """What the two share, or cannot share, apart from words and numbers."""
    frames = left.frames & right.frames
    if same_event(left, right):
        yield Sign("event", 1.0, f"event {left.event.frame if left.event else ''}")
    elif frames:
        yield Sign("event", 0.5, f"event {', '.join(sorted(frames))}")
    elif left.event and right.event:
        yield Sign("other_event", 1.0)
    shared = left.entities & right.entities
    if shared:
        names = ", ".join(sorted(book.entity[key].name for key in shared if key in book.entity))
        yield Sign("entity", min(fsum(rarity(book, key) for key in shared), 1.0), f"names {names}")
    if left.origin.known and left.origin.key == right.origin.key:
        yield Sign("speaker", 1.0, "the same speaker")
    if left.lead and right.lead:
        yield Sign("lead", 1.0, "both lead their reports")
    if days_apart(left, right):
        yield Sign("other_day", 1.0)
    elif same_day(left, right):
        yield Sign("day", 1.0, "the same day")


def same_event(left: Fact, right: Fact) -> bool:
    """Whether the main events are of one frame."""
    return bool(left.event and right.event and left.event.frame and left.event.frame == right.event.frame)


def overlap(book: Book, left: Fact, right: Fact) -> float:
    """Weighted containment of the terms in the shorter, tempered by cosine so that a lone shared term is not all."""
    clash = clashing(left, right)
    ours, theirs = left.terms - clash if clash else left.terms, right.terms
    if left.reading.article.language != right.reading.article.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return share(book, ours, theirs)


def clashing(left: Fact, right: Fact) -> frozenset[str]:
    """Numbers in both that count what befell people otherwise here than there: «بينهم ثلاثة أطفال» among the dead and
    «ثلاثة مفقودون» have no number in common."""
    both = left.numbers & right.numbers
    if not both:
        return frozenset()
    found = []
    for key in both:
        ours, theirs = left.fates_of(key), right.fates_of(key)
        if ours and theirs and ours <= _FATED and theirs <= _FATED and not ours & theirs:
            found.append(key)
    return frozenset(found)


def contained(book: Book, left: Fact, right: Fact) -> float:
    """How much of the left claim's terms the right one holds."""
    ours = left.terms - {"deny"} if "deny" in left.terms else left.terms
    if left.reading.article.language != right.reading.article.language:
        ours = common_tongue(ours)
    return book.mass(ours & right.terms) / book.own_mass(ours) if ours else 0.0


def besides(book: Book, left: Fact, right: Fact) -> float:
    """The rarity of what two claims share besides their figures, what these count and the acts themselves."""
    return book.rarity((left.terms & right.terms) - book.figures_and_act(left) - book.figures_and_act(right))


def share(book: Book, ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Half containment in the lighter set of terms, half cosine."""
    common = ours & theirs
    if not common:
        return 0.0
    a, b, both = book.own_mass(ours), book.own_mass(theirs), book.mass(common)
    return 0.5 * both / min(a, b) + 0.5 * both / sqrt(a * b)


def counts_more(fact: Fact, other: Fact) -> bool:
    """Whether a claim counts people hurt, held or gone where the other has no such number: it tells more than that."""
    return bool(fact.hurt) and not fact.hurt & other.hurt


def others_hurt(many: Fact, one: Fact) -> bool:
    """«أودى بحياة جنديين ومدني» and «قتلت قياديا»: one event in kind, with others hurt."""
    return (
        same_event(many, one)
        and counts_more(many, one)
        and one.event is not None
        and (target := one.event.argument("target")) is not None
        and not SEVERAL.search(" ".join(fold(target.text).split()))
    )


def same_number(left: Fact, right: Fact) -> bool:
    """Whether the claims have a number in common that counts the same."""
    return bool(left.numbers & right.numbers - clashing(left, right))


_FATED = frozenset(FATES)
# Some that are hurt without being counted may be all of those whom the other counts.
SEVERAL = re.compile(r"(^|\b)(they|them|men|women|children|people|\w+s|\w{2,}(ون|ين|ان|ات))$")


def rarity(book: Book, entity: str) -> float:
    """A country named by everybody says little; a person or a port says much."""
    kind = book.entity[entity].kind if entity in book.entity else "MISC"
    return {"PERSON": 0.8, "OPERATION": 0.9, "FAC": 0.8, "ORG": 0.5, "LOC": 0.5, "GPE": 0.35}.get(kind, 0.4)


def days_apart(left: Fact, right: Fact) -> bool:
    """Whether both name days and no day of the one can be a day of the other."""
    if not left.dates or not right.dates:
        return False
    return not any(meet(a, b) or one_day(left, a, right, b) for a in left.dates for b in right.dates)


def meet(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether the days that two times may mean overlap."""
    return _first(left) <= (right.latest or "") and _first(right) <= (left.latest or "")


def _first(time: TimeExpression) -> str:
    earliest = time.earliest or ""
    return (date.fromisoformat(earliest[:10]) - before_monday(time)).isoformat() if earliest else ""


def before_monday(time: TimeExpression) -> timedelta:
    """How much earlier than on Monday a week may begin: on Saturday or Sunday in most of the Arab world."""
    return timedelta(days=2) if time.precision == "week" and time.earliest != time.latest else timedelta(0)


def one_day(left: Fact, a: TimeExpression, right: Fact, b: TimeExpression) -> bool:
    """Whether two times that were read as different days may be one: «الأحد» and "Sunday" in reports of one day or
    nearly, read as the last and as the next; the night and the dawn that ends it («ليل السبت»، «فجر الأحد»)."""
    texts = [_day_words(t, f) for f, t in ((left, a), (right, b))]
    named = [{_weekdays()[word] for word in text if word in _weekdays()} for text in texts]
    if named[0] & named[1] and not any(map(_dated, texts)) and _published_near(left, right):
        return True
    days = sorted(((a.earliest or "")[:10], words) for a, words in ((a, texts[0]), (b, texts[1])))
    if not all(day for day, _ in days):
        return False
    night = any(days[0][1] & first and days[1][1] & then for first, then in _ONE_NIGHT)
    return night and (date.fromisoformat(days[1][0]) - date.fromisoformat(days[0][0])).days == 1


# «ليل السبت» goes on into «فجر الأحد», and «ليلة الأحد» begins on Saturday's evening.
_ONE_NIGHT = tuple(
    (listed("time_company", first), listed("time_company", then))
    for first, then in (("night", "dawn"), ("evening", "night"))
)


@lru_cache(maxsize=4096)
def _folded(text: str) -> frozenset[str]:
    return frozenset(word.removeprefix("ال") for word in fold(text).split())


def _day_words(time: TimeExpression, fact: Fact) -> frozenset[str]:
    return _folded(time.span.of(fact.reading.article.text))


def _dated(words: frozenset[str]) -> bool:
    """Whether the words tell more of the date than the day of the week: «الأحد 8 آذار»."""
    return any(word[:1].isdigit() for word in words)


# Reports this many days apart that name the same day of the week mean the same day of it, unless they date it.
_SAME_WEEK = 3


def _published_near(left: Fact, right: Fact) -> bool:
    days = [(fact.reading.article.published or "")[:10] for fact in (left, right)]
    if not all(days):
        return days[0] == days[1]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) < _SAME_WEEK


@cache
def _weekdays() -> dict[str, str]:
    """The names of the days of the week in both languages, with their numbers."""
    return keyed("weekdays", "number", column="name")


def same_day(left: Fact, right: Fact) -> bool:
    return any(a.precision == "day" and a.edtf and a.edtf == b.edtf for a in left.times for b in right.times)


def about_one(book: Book, left: Fact, right: Fact) -> bool:
    """Whether a difference in one value would be a difference at all: the two likely tell of one thing."""
    return bool(likeness(book, left, right).score >= settings("align")["differ_score"])
