"""Two names of one ship, storm or operation, told by the class of thing that each report names only one of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, permutations, product

from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.tables import table
from ...model import Comparison, Said, Span
from ...story.roots import root
from ...story.small_words import grammar
from ..book import Book
from ..fact import Fact
from ..links import canonical
from ..places.whereabouts import one_name
from ..say import outlet, value
from ..similarity import likeness
from .bearer_classes import among
from .bearers import Bearer, bearers, is_place, named
from .marks import OPENING, quoted
from .naming import Named

# The group of classes whose names no language translates.
_SPELLED = "storm"
# Claims that name the only thing of its class in their reports tell of two things where they are less alike than this.
_OF_ONE = -5.0
# Claims of a slot that are looked at.
_FACES = 16


def two_names(book: Book, slots: list[list[Fact]]) -> Iterator[Named]:
    """Two names of one ship, storm or operation: the only one of its class that either report names, in claims that
    are set side by side or not unlike, or names with a word in common."""
    beside = {frozenset((a.id, b.id)) for slot in slots for a, b in combinations(slot[:_FACES], 2)}
    seen = set()
    for i, j in combinations(range(len(book.readings)), 2):
        for left, one in _borne(book, i):
            for right, other in _borne(book, j):
                pair = one.kind, i, j
                if pair in seen or not (_only(book, i, one) and _only(book, j, other)):
                    continue
                together = (
                    frozenset((left.id, right.id)) in beside
                    or bool(_words(book, left, one) & _words(book, right, other))
                    or likeness(book, left, right).odds > _OF_ONE
                )
                if together and (_apart(book, left, one, right, other) or _otherwise_classed(left, one, right, other)):
                    seen.add(pair)
                    yield Named(_differ(left, one, right, other), (left, right))
    yield from _respelled(book, slots)


def _otherwise_classed(left: Fact, one: Bearer, right: Fact, other: Bearer) -> bool:
    """«الإعصار «لبان»» and «العاصفة «لبان»»: one name behind two nouns of a kind."""
    one_language = left.reading.article.language == right.reading.article.language
    return one_language and one.kind != other.kind and _comparable(one, other) and one.name == other.name


def _borne(book: Book, report: int) -> Iterator[tuple[Fact, Bearer]]:
    """The things of a report that bear a name and are no place, with the claims of the text that hold them."""
    for bearer in named(book, report):
        if not is_place(bearer):
            facts = (f for f in book.facts if f.report == report and not f.head and f.claim.span.contains(bearer.span))
            if (fact := next(facts, None)) is not None:
                yield fact, bearer


def _words(book: Book, fact: Fact, bearer: Bearer) -> frozenset[str]:
    """What a name's own words share with another's: its terms without those of the noun, and its roots."""
    text, span = fact.reading.article.text, bearer.span
    at = text.find(bearer.name.split()[0], span.start, span.end)
    own = Span(span.article_id, max(at, span.start), span.end)
    return book.terms(fact.reading, own) | {root(word) for word in name_words(bearer.name) if word not in grammar()}


def _respelled(book: Book, slots: list[list[Fact]]) -> Iterator[Named]:
    """«المركب «نجمة الجنوب»» and «نجم الجنوب»: names in quotation marks that share a word, one of them without its
    noun, in claims set side by side."""
    seen = set()
    for fact, other in (pair for slot in slots for pair in permutations(slot[:_FACES], 2)):
        if fact.report == other.report or fact.head or other.head:
            continue
        for one in (bearer for bearer in bearers(book, fact) if not is_place(bearer)):
            key = one.kind, frozenset((fact.report, other.report))
            bare = next((b for b in _without_noun(book, fact, one, other) if _apart(book, fact, one, other, b)), None)
            if bare is not None and key not in seen:
                seen.add(key)
                yield Named(_differ(fact, one, other, bare), (fact, other))


def other_terms(left: str, right: str) -> bool:
    """Whether two names in two languages cannot be translations: each has a word of which the other has nothing, and
    what all words of one mean is known."""
    sides = [[word for word in name_words(name) if word not in grammar()] for name in (left, right)]
    keys = [[_terms().get(word, "") for word in side] for side in sides]
    alike = any(match_names(x, y, "PERSON") for x, y in product(*sides))
    known = any(all(side) for side in keys)
    return (
        known and not alike and all(any(key and key not in other for key in side) for side, other in permutations(keys))
    )


def _without_noun(book: Book, fact: Fact, one: Bearer, other: Fact) -> Iterator[Bearer]:
    """Names in quotation marks in another claim, as long as this one and with a word of it, that no noun stands before."""
    for span in _marked(other):
        bare = Bearer(one.kind, other.at(span), span, one.way)
        as_long = len(name_words(bare.name)) == len(name_words(one.name)) > 1
        known = any(span.overlaps(bearer.span) for bearer in named(book, other.report))
        if as_long and not known and _words(book, fact, one) & _words(book, other, bare):
            yield bare


def _marked(fact: Fact) -> Iterator[Span]:
    """Short runs between quotation marks in a claim."""
    reading = fact.reading
    for index, token in enumerate(reading.tokens):
        if fact.claim.span.contains(token.span) and token.surface in OPENING:
            span = quoted(reading, index) if index else None
            if span is not None:
                yield span


def _only(book: Book, report: int, one: Bearer) -> bool:
    return all(one_name(one.name, other.name) for other in named(book, report) if other.kind == one.kind)


def _comparable(one: Bearer, other: Bearer) -> bool:
    return one.way == other.way and (one.kind == other.kind or (among(one.kind) == among(other.kind) != ""))


def _apart(book: Book, left: Fact, one: Bearer, right: Fact, other: Bearer) -> bool:
    """Whether neither report knows the other's name for it: one that has both tells of two things."""
    if not _comparable(one, other) or _same(one, other):
        return False
    return not any(
        _same(mine, bearer) and not _same(mine, own)
        for bearer, own, report in ((other, one, left.report), (one, other, right.report))
        for mine in named(book, report)
        if not is_place(mine)
    )


def _same(one: Bearer, other: Bearer) -> bool:
    """Whether two names may be one: one may be the other cut short."""
    if one.name.isascii() != other.name.isascii() and among(one.kind) != _SPELLED:
        # A ship's or an operation's name is translated («درع البادية», "Desert Shield"), a storm's is spelled.
        return not other_terms(one.name, other.name)
    a, b = canonical(one.name), canonical(other.name)
    spelled = len(a) == len(b) == 1 and match_names(one.name, other.name, "PERSON") is not None
    return spelled or set(a) <= set(b) or set(b) <= set(a)


def _differ(left: Fact, one: Bearer, right: Fact, other: Bearer) -> Comparison:
    values = tuple(
        value(fact, text=fact.at(bearer.span), span=bearer.span) for fact, bearer in ((left, one), (right, other))
    )
    said = [v["text"] for v in values]
    detail = Said(
        f"يختلف الاسم: {outlet(left)} يقول «{said[0]}»، و{outlet(right)} يقول «{said[1]}».",
        f"The name differs: {left.outlet} says «{said[0]}», {right.outlet} says «{said[1]}».",
    )
    return Comparison("name", "differ", 0.4, detail, values)


@cache
def _terms() -> dict[str, str]:
    """What the words of names mean, in both languages."""
    rows = table("ar", "name_terms").rows
    return {name_words(word)[0]: row["key"] for row in rows for side in ("ar", "en") for word in row[side].split("|")}
