"""Two names of one person: spellings that no transliterator swaps, another first name or family, told of one thing.

How likely two people of whom each report knows its own alone are one is a logistic regression over how alike their
names are and what is told of them; its weights are in ``default.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

from rapidfuzz import fuzz

from ...annotate.naming.bodies import CHILD
from ...lang.matching import match_names, skeletons
from ...lang.matching import words as name_words
from ...lang.tables import listed
from ...model import Comparison, Reading, Said, Span
from ...settings import settings
from ..book import Book
from ..fact import Fact
from ..say import outlet, value
from ..similarity import Sign, likely, likeness
from .naming import Named, Near
from .roles import one_office

# What names are put together with, no name alone.
_BESIDE_NAMES = CHILD | listed("name_company", "compound")
# Claims of a slot looked at.
_FACES = 16
# Words of a full name, and how much another must be like it to be taken for one where nothing else shows it.
_FULL, _NEARLY = 2, 0.75
# Words written this much alike are one word, or one misspelled.
_SAME, _CLOSE = 0.99, 0.7
# Beyond these odds claims are no liker.
_SURE = 6.0


class Person(NamedTuple):
    """Somebody by a full name: its words, where it stands, the title beside it, and the claim that tells of him."""

    key: str
    name: str
    words: tuple[str, ...]
    span: Span
    title: str
    fact: Fact


class Pair(NamedTuple):
    """Two people of two reports neither of which names the other's."""

    one: Person
    other: Person
    # Whether their claims stand side by side.
    beside: bool

    @property
    def seat(self) -> bool:
        """Whether claims side by side give the two one office, which one person holds."""
        return self.beside and one_office(self.one.title, self.other.title)


def two_people(book: Book, near: Near, slots: list[list[Fact]]) -> Iterator[Named]:
    """People of whom each report knows its own alone, and who yet are likely one."""
    least = settings("people")["differ_score"]
    found = sorted(((likely("people", signs(book, pair)), pair) for pair in strangers(book, near, slots)),
                   key=lambda one: -one[0])  # fmt: skip
    taken: set[tuple[str, int]] = set()
    for score, pair in found:
        keys = {(pair.one.key, pair.other.fact.report), (pair.other.key, pair.one.fact.report)}
        if (score >= least or pair.seat) and not keys & taken:
            taken |= keys
            yield _differ(pair.one, pair.other)
    yield from _respelled(book, near)


def _respelled(book: Book, near: Near) -> Iterator[Named]:
    """«سالم البوعيشي»، «سليم البوعيشي»: what is joined as one person for names as good as one, and yet another name by a
    letter that no writing of one name changes into the other's; each report has its own alone."""
    told = [{one.key: one for one in _people(book, near, number)} for number in range(len(book.readings))]
    for mine, yours in combinations(told, 2):
        for key in mine.keys() & yours.keys():
            one, other = mine[key], yours[key]
            words = set(one.words) ^ set(other.words)
            known = words & book.words_of(one.fact.report) & book.words_of(other.fact.report)
            if words and not known and _otherwise_spelled(one, other):
                yield _differ(one, other)


def _otherwise_spelled(one: Person, other: Person) -> bool:
    if one.name.isascii() or other.name.isascii() or len(one.words) != len(other.words):
        return False
    plain = [(a.translate(_ONE_LETTER), b.translate(_ONE_LETTER)) for a, b in zip(one.words, other.words)]
    apart = [pair for pair in plain if pair[0] != pair[1]]
    return len(apart) == 1 and len(apart[0][0]) == len(apart[0][1])


# Letters that outlets write for one another in one name («هيغسيث»، «هيجسيث»).
_ONE_LETTER = str.maketrans("جكقثصطضذظىةڤپ", "غغغسستدززيهفب")


def strangers(book: Book, near: Near, slots: list[list[Fact]]) -> Iterator[Pair]:
    """Every two people of two reports neither of which names the other's."""
    beside = {frozenset((a.id, b.id)) for slot in slots for a, b in combinations(slot[:_FACES], 2)}
    told = [_people(book, near, number) for number in range(len(book.readings))]
    bare = [_bare(reading) for reading in book.readings]
    for i, j in combinations(range(len(told)), 2):
        left = [*told[i], *_overlooked(book, near, i, bare[i], told[j])]
        right = [*told[j], *_overlooked(book, near, j, bare[j], told[i])]
        ours, theirs = _strangers(book, left, right, j), _strangers(book, right, left, i)
        for a, b in product(ours, theirs):
            if _transliterated(a, b):
                continue
            yield Pair(a, b, frozenset((a.fact.id, b.fact.id)) in beside)


def signs(book: Book, pair: Pair) -> Iterator[Sign]:
    """What speaks for or against two people being one."""
    one, other = pair.one, pair.other
    a, b = _plain(one), _plain(other)
    foreign = one.name.isascii() != other.name.isascii()
    spelled = [max((_spelled(x, y) for y in b), default=0.0) for x in a] + [
        max((_spelled(x, y) for x in a), default=0.0) for y in b
    ]
    yield Sign("foreign", foreign)
    yield Sign("spelled", sum(spelled) / max(1, len(spelled)))
    yield Sign("worst", min(spelled, default=0.0))
    family = bool(a and b) and _spelled(a[-1], b[-1]) >= _SAME
    yield Sign("family", family)
    yield Sign("first", bool(a and b) and _spelled(a[0], b[0]) >= _SAME)
    one_by_one = [_spelled(x, y) for x, y in zip(a, b)] if len(a) == len(b) > 1 else [0.0]
    yield Sign("close", not foreign and max(one_by_one) >= _SAME and min(one_by_one) >= _CLOSE)
    yield Sign("odds", max(-_SURE, min(_SURE, likeness(book, one.fact, other.fact).odds)))
    yield Sign("office", one_office(one.title, other.title))
    yield Sign("seat", pair.seat)
    yield Sign("speaks", _speaks(one) + _speaks(other) == 2)
    yield Sign("speaker", _speaks(one) != _speaks(other))


def _plain(person: Person) -> tuple[str, ...]:
    return tuple(word for word in person.words if word not in _BESIDE_NAMES)


def _transliterated(one: Person, other: Person) -> bool:
    """Whether two names in two scripts are one, word by word."""
    a, b = _plain(one), _plain(other)
    foreign = one.name.isascii() != other.name.isascii()
    return foreign and len(a) == len(b) and all(_spelled(x, y) >= _SAME for x, y in zip(a, b))


def _spelled(one: str, other: str) -> float:
    """How alike two words of names are written, 0 to 1."""
    if one == other or match_names(one, other, "PERSON"):
        return 1.0
    if one.isascii() != other.isascii():
        return max(fuzz.ratio(x, y) for x, y in product(skeletons(one), skeletons(other))) / 100
    return fuzz.ratio(one, other) / 100


def _speaks(person: Person) -> bool:
    """Whether the person is the claim's speaker."""
    source = person.fact.claim.source
    return bool(source and source.span and source.span.overlaps(person.span))


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


def _bare(reading: Reading) -> dict[str, list[tuple[tuple[str, ...], Span]]]:
    """By word, every two words in a row that are in no name of a person, and where they stand."""
    named = [m.span for m in reading.mentions if m.kind == "PERSON" and m.form == "name"]
    found: dict[str, list[tuple[tuple[str, ...], Span]]] = {}
    for first, second in pairwise(reading.tokens):
        said = tuple(word for token in (first, second) for word in name_words(token.surface)[:1])
        span = Span(first.span.article_id, first.span.start, second.span.end)
        if len(said) == _FULL and not any(name.overlaps(span) for name in named):
            for word in set(said):
                found.setdefault(word, []).append((said, span))
    return found


def _overlooked(
    book: Book, near: Near, number: int, bare: dict[str, list[tuple[tuple[str, ...], Span]]], others: list[Person]
) -> Iterator[Person]:
    """Names that nothing showed to be some but that of somebody in another report: a word of it beside one nearly as
    another («حسن قبلان»، «حسين قبلان»)."""
    full = {tuple(person.words): person for person in others if len(person.words) == _FULL}
    told = {pair for word in {word for name in full for word in name} for pair in bare.get(word, ())}
    for said, span in sorted(told, key=lambda pair: pair[1].start):
        like = [name for name in full if name[0] == said[0] or name[1] == said[1]] if said not in full else []
        if any(min(_spelled(x, y) for x, y in zip(said, name)) >= _NEARLY for name in like):
            fact = near.fact(book.readings[number], span)
            if fact is not None:
                yield Person(f"{number}:{span.start}", fact.at(span), said, span, "", fact)


def _strangers(book: Book, mine: list[Person], yours: list[Person], number: int) -> list[Person]:
    """Those whom the other report does not name."""
    known = {book.entity_of.get(m.entity or "", m.entity) for m in book.readings[number].mentions}
    return [
        one for one in mine
        if one.key not in known
        and not any(match_names(one.name, other.name, "PERSON") or _within(one, other) for other in yours)
    ]  # fmt: skip


def _within(one: Person, other: Person) -> bool:
    """Whether one name is the other cut short; «كريم» is no short «عبد الكريم»."""
    a, b = set(one.words), set(other.words)
    return (a < b or b < a) and a ^ b != listed("name_company", "compound", "ar")


def _differ(one: Person, other: Person) -> Named:
    left, right = one.fact, other.fact
    detail = Said(
        f"يختلف الاسم: {outlet(left)} يقول «{one.name}»، و{outlet(right)} يقول «{other.name}».",
        f"The name differs: {left.outlet} says «{one.name}», {right.outlet} says «{other.name}».",
    )
    values = (value(left, text=one.name, span=one.span), value(right, text=other.name, span=other.span))
    return Named(Comparison("name", "differ", 0.4, detail, values), (left, right))
