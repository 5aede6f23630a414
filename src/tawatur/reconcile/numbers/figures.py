"""Figures of the reports: every number that counts or measures something, and the sums that a sentence breaks down.

Figures of one event, outcome and comparable population stand in one slot.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ...annotate.counts.outcomes import in_set
from ...lang.normalise import fold
from ...model import Quantity, Reading, Span
from ...story.number_keys import number_keys
from ..book import Book
from ..fact import Fact
from .ages import AGE, is_age, whose
from .clauses import behind, clause_of
from .fates import FATES, outcome_of
from .figure import Figure
from .lengths import HOURS, hours, length_of, within
from .measures import LENGTH, compounds, measures_of
from .parts import is_part, of_others
from .population import common, population
from .scores import results
from .windows import compared_to, own_window, past, so_far, window

# Ways of meaning a thing without saying that it is: only numbers meant in the same way compare.
_MEANT = frozenset(("planned", "demanded"))
# States of some of those hurt, which are counted by themselves.
_STATES = frozenset(("discharged", "in_hospital", "critical", "trapped"))
# «ارتفعت حصيلة القتلى إلى 94»: a toll that has grown, within so many characters before the number.
_GREW_IN = 90
_GROWN = re.compile(
    r"(?:ارتف(?:ع|اع)|ازداد|زاد|صعد|قفز)(?:ت)?\b[^.،؛]*\b(?:الي|ل)\W*$|\b(?:climbed|rose|risen|rises|jumped|increased|grown) to\W*$"
)
# "Went up to 21.75" tells where a price stands, and no bound.
_RISEN = re.compile(r"\b(?:went|rose|climbed|jumped|gone|goes) up to\b")


def figures(book: Book) -> list[Figure]:
    """Every figure of every claim, sums of one sentence beside their parts."""
    found: list[Figure] = []
    for fact in book.facts:
        if fact.doubt in ("hypothetical", "conditional"):
            continue
        aside = [score.span for score in results(fact)] if fact.figures else []
        lengths = [time for time in fact.times if time.type == "DURATION" and hours(time.edtf)]
        for quantity in compounds(fact.reading.article.text, fact.figures):
            if quantity.unit == "ordinal" or (quantity.low is None and quantity.high is None):
                continue
            if fact.doubt in _MEANT and (quantity.outcome or "other") in FATES:
                # The dead that are warned of or planned for are no toll.
                continue
            if _and_a_half(fact, quantity) or _label(fact.reading, quantity) or _quarter(fact, quantity):
                continue
            if _name(fact.reading, quantity):
                continue
            if not any(span.overlaps(quantity.span) for span in (*aside, *(time.span for time in lengths))):
                found.append(_figure(book, fact, quantity))
        told = (_figure(book, fact, length_of(fact.reading, time)) for time in lengths)
        found.extend(figure for figure in told if not _window_of_another(figure))
    found.extend(_figure(book, fact, quantity) for fact, quantity in _unclaimed(book))
    found.extend(_figure(book, fact, quantity) for fact, quantity in _ages(book))
    return [*found, *_sums(found)]


def _window_of_another(figure: Figure) -> bool:
    """«142 مليمترا خلال 18 ساعة»: a length that only tells over what another number was measured."""
    bare = figure.measure is None and within(figure.fact.reading, figure.first.span)
    return bare and any(q.span.end <= figure.first.span.start for q in figure.fact.figures)


def _and_a_half(fact: Fact, quantity: Quantity) -> bool:
    """«متر ونصف المتر»: what is left of a number of one and a half."""
    text, start = fact.reading.article.text, quantity.span.start
    return quantity.low is not None and 0 < quantity.low < 1 and text[max(0, start - 2) : start] == " و"


def _quarter(fact: Fact, quantity: Quantity) -> bool:
    """«في الربع الثاني»: a quarter of the year, and of nothing counted."""
    return quantity.unit == "fraction" and not quantity.counted and fact.at(quantity.span).startswith("ال")


def _name(reading: Reading, quantity: Quantity) -> bool:
    """«طالبان»: a dual by its form that is somebody's name."""
    alone = quantity.counted_span == quantity.span
    return alone and any(m.form == "name" and m.kind == "ORG" and m.span == quantity.span for m in reading.mentions)


def _label(reading: Reading, quantity: Quantity) -> bool:
    """«القطار رقم 974», «المادة 12»: a number that names a thing and counts none."""
    if quantity.counted or quantity.outcome or quantity.bound != "exact" or quantity.unit != "count":
        return False
    at = bisect_left(reading.tokens, quantity.span.start, key=lambda token: token.span.start)
    return at > 0 and in_set(reading.article.language, "label", (reading.tokens[at - 1].stem,), 0) > 0


def _unclaimed(book: Book) -> Iterator[tuple[Fact, Quantity]]:
    """Numbers of a text that stand in no claim, each with the nearest claim of its sentence that states what is. Those
    of times and of speakers («ثلاثة مسؤولين») count nothing of what is told."""
    by_sentence: dict[Span, list[Fact]] = {}
    claimed: set[str] = set()
    for fact in book.facts:
        claimed |= {quantity.id for quantity in fact.figures}
        if fact.sentence is not None and not fact.head and fact.doubt == "actual":
            by_sentence.setdefault(fact.sentence.span, []).append(fact)
    for reading in book.readings:
        spans = [sentence.span for sentence in reading.sentences if sentence.role == "body"]
        starts = [span.start for span in spans]
        aside = [time.span for time in reading.times]
        aside += [quote.source.span for quote in reading.quotes if quote.source and quote.source.span]
        for quantity in reading.quantities:
            if quantity.id in claimed or quantity.unit == "ordinal" or (quantity.low is None and quantity.high is None):
                continue
            if _label(reading, quantity):
                continue
            at = bisect_right(starts, quantity.span.start) - 1
            near = by_sentence.get(spans[at], []) if at >= 0 else []
            if near and not any(span.overlaps(quantity.span) for span in aside):
                yield min(near, key=lambda fact: _between(fact.claim.span, quantity.span)), quantity


def _ages(book: Book) -> Iterator[tuple[Fact, Quantity]]:
    """Ages of speakers, which stand in no claim («الوسيط عبده القاضي (62 عاما)»), with the nearest of their sentence."""
    claimed = {time.id for fact in book.facts for time in fact.times}
    for number, reading in enumerate(book.readings):
        for time in reading.times:
            if time.type != "DURATION" or time.id in claimed or not hours(time.edtf):
                continue
            length = length_of(reading, time)
            near = [f for f in book.by_report[number] if f.sentence and f.sentence.span.contains(time.span)]
            if near and is_age(reading, length):
                yield min(near, key=lambda fact: _between(fact.claim.span, time.span)), length


def _between(left: Span, right: Span) -> int:
    """Characters between two spans."""
    return max(left.start - right.end, right.start - left.end, 0)


def _figure(book: Book, fact: Fact, quantity: Quantity) -> Figure:
    sentence = fact.sentence.span if fact.sentence else fact.claim.span
    names = frozenset(
        book.entity_of.get(m.entity, m.entity) for m in fact.reading.mentions if m.entity and sentence.contains(m.span)
    )
    number = frozenset(number_keys(quantity))
    what = book.terms(fact.reading, quantity.counted_span or quantity.span) - number
    clause = clause_of(fact, quantity)
    own = book.terms(fact.reading, quantity.span) | what | number
    risen = quantity.bound == "at_most" and _RISEN.search(fact.reading.article.text[: quantity.span.end][-40:])
    aged = is_age(fact.reading, quantity)
    if aged and quantity.counted == LENGTH and quantity.low is not None:
        quantity = replace(quantity, low=quantity.low / HOURS["Y"], high=quantity.low / HOURS["Y"])
    outcome = "other" if aged else outcome_of(fact, quantity)
    measures = (AGE,) if aged else measures_of(fact.reading, quantity, clause)
    measure = next(iter(measures), None)
    if measure == "aboard" and outcome == "displaced":
        # All aboard were brought off: «إجلاء الركاب وعددهم 327 راكبا».
        outcome = "other"
    elif outcome in FATES and (measure not in _STATES or outcome == "killed"):
        measure = None
    person = whose(fact.reading, sentence, quantity) if aged else None
    return Figure(
        fact,
        (quantity,),
        quantity.high if risen else quantity.low,
        quantity.high,
        "exact" if risen else quantity.bound,
        population(quantity, outcome, behind(fact, quantity)),
        outcome,
        so_far(fact, own_window(fact, quantity) or (window(fact, clause) if quantity.outcome in FATES else None)),
        book.terms(fact.reading, sentence) - own,
        names,
        what,
        book.terms(fact.reading, clause) - own,
        is_part(fact.reading, sentence, quantity) and not of_others(fact, sentence, quantity),
        past(fact, clause, quantity.window) or compared_to(fact, quantity),
        measure,
        bool(_GROWN.search(fold(fact.reading.article.text[: quantity.span.start][-_GREW_IN:]))),
        book.entity_of.get(person, person) if person else None,
        frozenset(measures if measure else ()),
    )


def _sums(found: list[Figure]) -> Iterator[Figure]:
    """«جنديان ومدني»: exact parts of one outcome in one claim whose classes have no member in common.

    One word tells what befell them all: «قتل قياديا على صلة بهجوم أسفر عن مقتل ثلاثة» is no four killed.
    """
    groups: dict[tuple[str, str, Span | None], list[Figure]] = {}
    for figure in found:
        if figure.outcome != "other" and figure.bound == "exact" and not figure.part:
            groups.setdefault((figure.fact.id, figure.outcome, figure.first.cue), []).append(figure)
    for (_, outcome, _), parts in groups.items():
        if len(parts) < 2:
            continue
        whole = parts[0].population
        for left, right in combinations(parts, 2):
            joined = common(left.population, right.population)
            if joined is None or joined.kind is None:
                break
            whole = joined
        else:
            total = sum(part.low or 0 for part in parts)
            first = parts[0]
            nation = next((p.population.nation for p in parts if p.population.nation), None)
            windows = {part.window for part in parts}
            yield Figure(
                first.fact,
                tuple(part.first for part in parts),
                total,
                total,
                "exact",
                whole._replace(nation=nation),
                outcome,
                windows.pop() if len(windows) == 1 else None,
                first.context,
                first.names,
                frozenset().union(*(part.what for part in parts)),
                first.own,
                False,
                first.past,
            )
