"""What one report tells exactly and another leaves open, wherever it stands in the two: the hour, how many, and who the
dead, the wounded or the held are.

The claims need not be alike: «ليلة الأحد إلى الاثنين» and «فاض عند الثانية فجرا», «إصابة عدد من السكان» and «أصيب 17
شخصا» share little but the act. What joins them is that the exact lies within the open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple, TypeVar

from ..lang.matching import words as name_words
from ..lang.normalise import fold
from ..lang.tables import Phrases, listed
from ..model import Aspect, Comparison, Mention, Said
from .asides import aside
from .book import Book
from .fact import Fact
from .mates import two_by_two
from .numbers.figure import Figure
from .numbers.windows import long_before
from .order import Draft
from .say import outlet, value
from .similarity import SEVERAL, likeness, overlap, same_event
from .times.finer import finer_time, in_part, time_told
from .times.whenabouts import clock

# Words that two claims of one happening share where the one tells the hour, a day, or how many.
_BY_THE_CLOCK, _BY_DAY, _BY_NUMBER = 0.12, 0.25, 0.25
# Of a hundred reports the others repeat these.
_OTHERS = 6
# What befalls people, by the frames of the events that tell it.
_FATES = {
    "kill": "killed", "wound": "wounded", "arrest": "detained", "detain": "detained", "abduct": "missing",
    "displace": "displaced",
}  # fmt: skip
# … and by the concepts of words («الشهيدان هما …»).
_TERMS = {"die": "killed", "wound": "wounded", "arrest": "detained", "missing": "missing", "survive": "survived"}
T = TypeVar("T")


class _Side(NamedTuple):
    """The claims of one report's text that tell what is, and its figures."""

    number: int
    facts: list[Fact]
    figures: list[Figure]


def details(book: Book, slots: list[list[Fact]], counted: Sequence[Figure]) -> Iterator[Draft]:
    """For every two reports what the one tells exactly that the other tells openly."""
    beside = {frozenset((left.id, right.id)) for left, right in two_by_two(slots)}
    sides = [
        _Side(
            number,
            [f for f in book.by_report[number] if not f.head and f.affirms and _of_now(f)],
            [f for f in counted if f.fact.report == number and not f.fact.head and not f.past],
        )
        for number in range(len(book.readings))
    ]
    for mine, other in permutations(sides, 2):
        if abs(mine.number - other.number) <= _OTHERS:
            yield from _times(book, mine, other, beside)
            yield from _numbers(book, mine, other, beside)
            yield from _people(book, mine, other, beside)


def _of_now(fact: Fact) -> bool:
    return not aside(fact) and not long_before(fact, fact.claim.span)


def _best(book: Book, fact: Fact, others: list[T], of: Callable[[T], Fact]) -> T | None:
    """The other report's claim that is most like one."""
    return max(others, key=lambda other: (likeness(book, fact, of(other)).score, -of(other).order), default=None)


def _times(book: Book, mine: _Side, other: _Side, beside: set[frozenset[str]]) -> Iterator[Draft]:
    """An hour where the other tells the night, a day where it tells the month."""
    for fact in mine.facts:
        found = [
            (theirs, time)
            for theirs in other.facts
            if (time := finer_time(book, fact, theirs)) is not None and not time_told(time, theirs.reading)
            if _tied(book, fact, theirs, beside, _BY_THE_CLOCK if clock(time) is not None else _BY_DAY)
            or (fact.lead and theirs.lead and in_part(book, time, fact, theirs))
        ]
        best = _best(book, fact, found, lambda pair: pair[0])
        if best is not None:
            yield adds(fact, best[0], "date", fact.at(best[1].span), 0.45, span=best[1].span, edtf=best[1].edtf)


def _numbers(book: Book, mine: _Side, other: _Side, beside: set[frozenset[str]]) -> Iterator[Draft]:
    """How many, where the other says «عدد من» or «آخرون»."""
    for theirs in other.facts:
        if theirs.figures or not (_says(theirs, "several") or _many(theirs)):
            continue
        fates = _fates(theirs)
        if fates & {figure.fate for figure in other.figures}:
            continue
        found = [
            figure
            for figure in mine.figures
            if not figure.lone
            and not (figure.high is None and figure.bound == "at_least")
            and (figure.fate in fates or _tied(book, figure.fact, theirs, beside, _BY_NUMBER))
            and (figure.fate in fates or (figure.fate == "other" and not figure.length))
        ]
        best = _best(book, theirs, found, lambda figure: figure.fact)
        if best is not None:
            yield adds_number(best, theirs)


def _many(fact: Fact) -> bool:
    """«وقتل في الغارات مدنيون»: whether those whom it befell are told by a plural alone."""
    targets = (a for event in fact.told if event.frame in _FATES for a in event.arguments if a.role == "target")
    return any(SEVERAL.search(" ".join(fold(target.text).split())) for target in targets)


def _people(book: Book, mine: _Side, other: _Side, beside: set[frozenset[str]]) -> Iterator[Draft]:
    """Who was killed, hurt or held, where the other only says that somebody was; or who those are whom it counts."""
    named = {book.entity_of.get(m.entity or "", m.entity) for m in book.readings[other.number].mentions}
    for fact in mine.facts:
        listed_ = _says(fact, "named")
        for fate in sorted(_fates(fact) | (_by_words(fact) if listed_ else set())):
            people = [m for m in _befallen(fact, fate) if book.entity_of.get(m.entity or "", m.entity) not in named]
            others = [f for f in other.facts if people and fate in _fates(f) | (_by_words(f) if listed_ else set())]
            best = _best(book, fact, others, lambda f: f)
            if best is not None:
                yield adds(fact, best, "name", fact.at(people[0].span), 0.6, span=people[0].span)
                break
        else:
            people = [m for m in _befallen(fact, "") if book.entity_of.get(m.entity or "", m.entity) not in named]
            counting = [figure for figure in other.figures if people and figure.what & fact.terms]
            figure = _best(book, fact, counting, lambda figure: figure.fact)
            if figure is not None:
                yield adds(fact, figure.fact, "name", fact.at(people[0].span), 0.5, span=people[0].span)


def _by_words(fact: Fact) -> set[str]:
    return {_TERMS[term] for term in fact.terms & _TERMS.keys()}


def _tied(book: Book, left: Fact, right: Fact, beside: set[frozenset[str]], least: float) -> bool:
    """Whether two claims tell of one happening: set side by side, of one act, or with words in common."""
    return frozenset((left.id, right.id)) in beside or same_event(left, right) or overlap(book, left, right) >= least


def _fates(fact: Fact) -> set[str]:
    """What a claim says befell people."""
    counted = {q.outcome for q in fact.figures if q.outcome in _FATES.values()}
    return {fate for event in fact.told if (fate := _FATES.get(event.frame or ""))} | {f for f in counted if f}


def _befallen(fact: Fact, fate: str) -> list[Mention]:
    """The people whom a claim names as those whom it befell: as its object, or behind «هما», "among the dead"."""
    named = (m for m in fact.reading.mentions if m.kind == "PERSON" and m.form == "name")
    numbers = [q.span for q in fact.reading.quantities]
    # «اللواء التاسع» is nobody.
    people = [
        m for m in named if fact.claim.span.contains(m.span) and not any(span.overlaps(m.span) for span in numbers)
    ]
    targets = [
        argument.span
        for event in fact.told
        if _FATES.get(event.frame or "") == fate
        for argument in event.arguments
        if argument.role == "target"
    ]
    if not _says(fact, "named"):
        people = [m for m in people if any(span.overlaps(m.span) for span in targets)]
    return [m for m in people if m.role_title or len(name_words(fact.at(m.span))) > 1]


def _says(fact: Fact, kind: str) -> bool:
    """Whether a claim holds words of one kind of ``uncounted.tsv``."""
    return _holds("ar" if fact.reading.article.language == "ar" else "en", kind, fact.text)


@lru_cache(maxsize=16384)
def _holds(language: str, kind: str, text: str) -> bool:
    phrases = _phrases(language, kind)
    said = [word.strip("،,.:؛()") for word in fold(text).split()]
    bare = [word.removeprefix("و") if len(word) > 2 else word for word in said]
    return bool(phrases.all(said) or phrases.all(bare))


@cache
def _phrases(language: str, kind: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("uncounted", kind, language), True), folded=True)


def adds_number(figure: Figure, other: Fact) -> Draft:
    """A number where another claim gives none."""
    at: dict[str, object] = {"span": figure.first.span} if figure.length else {"quantity": figure.first.id}
    return adds(figure.fact, other, "value", figure.text, 0.5, low=figure.low, high=figure.high, **at)


def adds(fact: Fact, other: Fact, aspect: Aspect, text: str, weight: float, **more: object) -> Draft:
    """A claim that says of what another tells also this."""
    ar, en = _WHAT[aspect]
    detail = Said(f"يضيف {outlet(fact)} {ar}: «{text}».", f"{fact.outlet} adds {en}: «{text}».")
    values = (value(other, text=other.text), value(fact, text=text, **more))
    return Draft(
        "elaboration", Comparison(aspect, "compatible", 0.8, detail, values), (fact, other), "Elaboration", weight
    )


_WHAT = {
    "date": ("متى كان ذلك", "when it was"),
    "place": ("مكان ما جرى", "where it happened"),
    "value": ("كم", "how many or how much"),
    "name": ("من هو", "who it is"),
}
