"""Two names of one person: spellings that no transliterator swaps, another first name or family, told of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz import fuzz

from ..annotate.bodies import CHILD
from ..lang.matching import match_names
from ..lang.matching import words as name_words
from ..model import Comparison, Said, Span
from .book import Book, Fact
from .naming import Named, Near
from .roles import akin, one_office
from .say import outlet, value

# Words spelled this much alike may be one name written in two ways («الوكيلي»، «الوكلي»).
_SPELLED = 70.0
# What names are put together with, no name alone.
_BESIDE_NAMES = CHILD | {"عبد"}
# Claims of a slot looked at.
_FACES = 16


class Person(NamedTuple):
    """Somebody by a full name: its words, where it stands, the title beside it, and the claim that tells of him."""

    key: str
    name: str
    words: tuple[str, ...]
    span: Span
    title: str
    fact: Fact


def two_people(book: Book, near: Near, slots: list[list[Fact]]) -> Iterator[Named]:
    """People of whom each report knows its own alone, and who yet are one: their names are nearly one, or have a part in
    common in claims set side by side, or they hold one office."""
    beside = {frozenset((a.id, b.id)) for slot in slots for a, b in combinations(slot[:_FACES], 2)}
    told = [_people(book, near, number) for number in range(len(book.readings))]
    for i, j in combinations(range(len(told)), 2):
        if book.readings[i].article.language != book.readings[j].article.language:
            # Names are spelled in two scripts at will.
            continue
        ours, theirs = _strangers(book, told[i], told[j]), _strangers(book, told[j], told[i])
        pairs = [(_alike(a, b, frozenset((a.fact.id, b.fact.id)) in beside), a, b) for a, b in product(ours, theirs)]
        taken: set[str] = set()
        for alike, one, other in sorted(pairs, key=lambda pair: -pair[0]):
            if alike and taken.isdisjoint((one.key, other.key)):
                taken |= {one.key, other.key}
                yield _differ(one, other)


def _people(book: Book, near: Near, number: int) -> list[Person]:
    """The people whom a report names in full, each once."""
    reading, found = book.readings[number], dict[str, Person]()
    for mention in reading.mentions:
        if mention.kind == "PERSON" and mention.form == "name" and mention.entity:
            name = " ".join(mention.span.of(reading.article.text).split())
            words, fact = name_words(name), near.fact(reading, mention.span)
            key = book.entity_of.get(mention.entity, mention.entity)
            if fact is not None and len(words) > 1 and key not in found:
                found[key] = Person(key, name, words, mention.span, mention.role_title or "", fact)
    return list(found.values())


def _strangers(book: Book, mine: list[Person], yours: list[Person]) -> list[Person]:
    """Those whom the other report does not name."""
    if not yours:
        return []
    known = {book.entity_of.get(m.entity or "", m.entity) for m in yours[0].fact.reading.mentions}
    return [
        one for one in mine
        if one.key not in known
        and not any(match_names(one.name, other.name, "PERSON") or _within(one, other) for other in yours)
    ]  # fmt: skip


def _within(one: Person, other: Person) -> bool:
    """Whether one name is the other cut short; «كريم» is no short «عبد الكريم»."""
    a, b = set(one.words), set(other.words)
    return (a < b or b < a) and a ^ b != {"عبد"}


def _alike(one: Person, other: Person, beside: bool) -> float:
    """How surely two names are one person's, 0 where nothing says so."""
    a, b = (tuple(word for word in person.words if word not in _BESIDE_NAMES) for person in (one, other))
    words = list(zip(a, b)) if len(a) == len(b) else []
    family = bool(words) and match_names(a[-1], b[-1], "PERSON") is not None
    shared = any(match_names(x, y, "PERSON") for x, y in words)
    if shared and all(fuzz.ratio(x, y) >= _SPELLED for x, y in words):
        return 3.0
    if family and (beside or akin(one.title, other.title)):
        return 2.0
    return 1.0 if beside and one_office(one.title, other.title) else 0.0


def _differ(one: Person, other: Person) -> Named:
    left, right = one.fact, other.fact
    detail = Said(
        f"يختلف الاسم: {outlet(left)} يقول «{one.name}»، و{outlet(right)} يقول «{other.name}».",
        f"The name differs: {left.outlet} says «{one.name}», {right.outlet} says «{other.name}».",
    )
    values = (value(left, text=one.name, span=one.span), value(right, text=other.name, span=other.span))
    return Named(Comparison("name", "differ", 0.4, detail, values), (left, right))
