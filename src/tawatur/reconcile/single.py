"""What one report alone says: listed by weight, each report its weightiest, so that the list stays readable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model import Comparison, Said
from ..settings import settings
from .book import Book
from .fact import Fact
from .numbers.tallies import Tally
from .order import Draft
from .say import said, value, voice
from .similarity import contained, counts_more, overlap, same_event

# Events whose telling is news in itself.
_GRAVE = frozenset(("ASSAULT", "COERCE", "AGREE", "SANCTION", "RETREAT", "ACCIDENT", "PROTEST", "MOBILIZE"))
# Shorter claims are remainders of sentences.
_LEAST_TERMS = 3
# A claim is told by another where they share this much, or the other holds this much of it.
_ALIKE, _HELD = 0.48, 0.5
# Claims of a slot looked at two by two; in a larger one every claim is told by another.
_LOOKED_AT = 40


def singles(
    book: Book, slots: list[list[Fact]], tallied: list[Tally], told_of: set[str], others: int
) -> Iterator[Draft]:
    """Claims of one report that no other report tells in other words, weightiest first. ``told_of`` are claims of other
    findings, of which there are ``others``: the more of them, the fewer of these.

    Silence of the others is no denial.
    """
    if len(book.readings) < 2:
        return
    shared = told_of | {key for slot in slots for key in _retold(book, slot)}
    shared |= {fact.id for tally in tallied if len(tally.reports()) > 1 for fact in tally.facts()}
    limits = settings("findings")
    room = (limits["in_all"] - others) // len(book.readings)
    each = max(limits["single_least"], min(limits["single_each"], room))
    told: dict[int, list[tuple[float, Fact]]] = {}
    for fact in book.facts:
        least = _LEAST_TERMS - (fact.event is not None and bool(fact.times))
        if fact.head or fact.id in shared or (len(fact.terms) < least and not _counts(fact)):
            continue
        weight = _weight(book, fact)
        if weight >= limits["single_weight"]:
            told.setdefault(fact.report, []).append((weight, fact))
    for several in told.values():
        several.sort(key=lambda item: (-item[0], item[1].order))
        kept: list[Fact] = []
        for weight, fact in several:
            if len(kept) >= each:
                break
            if any(_repeats(fact, other) for other in kept):
                continue
            kept.append(fact)
            by, what = voice(fact), said(fact, 200)
            detail = Said(f"انفرد به {by.ar}: {what.ar}.", f"Only {by.en} says: {what.en}.")
            comparison = Comparison("value", "alone", 1.0, detail, (value(fact, text=fact.text),))
            historical = fact.event is not None and "historical" in fact.event.auxiliary
            yield Draft("single_source", comparison, (fact,), "Historical background" if historical else None, weight)


def _retold(book: Book, slot: list[Fact]) -> Iterator[str]:
    """Claims of a slot that another report's claim there tells, wholly or in good part."""
    for left, right in combinations(slot[:_LOOKED_AT], 2):
        if left.report != right.report:
            alike = overlap(book, left, right) >= _ALIKE
            for fact, other in ((left, right), (right, left)):
                if (alike or contained(book, fact, other) >= _HELD) and not counts_more(fact, other):
                    yield fact.id
    if len(slot) > _LOOKED_AT:
        yield from (fact.id for fact in slot)


def _repeats(fact: Fact, other: Fact) -> bool:
    if fact.event and other.event and not same_event(fact, other):
        return False
    return len(fact.terms & other.terms) > 0.7 * min(len(fact.terms), len(other.terms))


def _counts(fact: Fact) -> bool:
    return any(q.outcome and (q.low or q.high or 0) > 1 for q in fact.figures)


def _weight(book: Book, fact: Fact) -> float:
    """Figures of people weigh most, then grave events, names and dates of their own; background weighs less."""
    weight = 0.45 if _counts(fact) else 0.25 * any(q.unit == "count" and (q.low or 0) > 1 for q in fact.figures)
    if fact.event is not None:
        weight += 0.3 if fact.event.type in _GRAVE else 0.1
        if "historical" in fact.event.auxiliary:
            weight -= 0.15
    kinds = {book.entity[key].kind for key in fact.entities if key in book.entity}
    weight += 0.15 * len(kinds & {"PERSON", "FAC", "OPERATION", "ORG"})
    weight += 0.1 * bool(fact.times) + 0.15 * bool(fact.claim.quote) + 0.3 * fact.disowned
    return min(1.0, weight)
