"""What a thing is put down to: two causes that two reports give for one accident, fire or failure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import Phrases, table
from ..model import Comparison, Said, Span, Token
from .asides import aside
from .book import Book
from .fact import Fact, inside
from .names.naming import Named
from .say import outlet, value
from .similarity import likeness

# Claims of a slot looked at, and how likely claims that both tell a cause are to tell it of one thing.
_FACES = 16
_ONE_THING = 0.4
# A word of more letters may end in an accusative's alif.
_SHORT = 3
# Words before a claim that tell how it is meant («رجحت المصلحة خللا فنيا»).
_BEFORE = 12
# How a cause is told, the surer first.
_TOLD = ("told", "loosely")


class Cause(NamedTuple):
    """A claim that names one kind of cause, where the words stand, and whether it says that this is why (``told``, or
    ``loosely``, empty where it does not)."""

    fact: Fact
    kind: str
    span: Span
    told: str


def two_causes(book: Book, slots: list[list[Fact]]) -> Iterator[Named]:
    """Two causes given for one thing, where neither report speaks of the other's."""
    beside = {frozenset((a.id, b.id)) for slot in slots for a, b in combinations(slot[:_FACES], 2)}
    told: list[list[Cause]] = [[] for _ in book.readings]
    for fact in book.facts:
        cause = None if fact.head or fact.denied or aside(fact) else _cause(fact)
        if cause is not None:
            told[fact.report].append(cause)
    named = [_named(book, number, told[number]) for number in range(len(book.readings))]
    for i, j in combinations(range(len(told)), 2):
        pairs = [
            (likeness(book, one.fact, other.fact).score, one, other)
            for one, other in product(told[i], told[j])
            if one.kind not in named[j] and other.kind not in named[i]
        ]
        for score, one, other in sorted(pairs, key=lambda pair: -pair[0]):
            together = score >= _ONE_THING or frozenset((one.fact.id, other.fact.id)) in beside
            if one.told and other.told and (together or one.told == other.told == "told"):
                yield _differ(one, other)
                break


def _named(book: Book, number: int, told: list[Cause]) -> set[str]:
    """The kinds of causes that a report names at all, be it to deny them; not those that it sets against each other in
    one sentence («تحدث الدفاع المدني عن تماس، وقال تجار إن شخصا أضرم النار»)."""
    reading = book.readings[number]
    kinds = {kind for kind, _ in _found(reading.article.language, list(reading.tokens))} - {*_TOLD}
    by_sentence: dict[int, set[str]] = {}
    for cause in told:
        if cause.fact.sentence is not None:
            by_sentence.setdefault(cause.fact.sentence.span.start, set()).add(cause.kind)
    return kinds.difference(*(several for several in by_sentence.values() if len(several) > 1))


def _cause(fact: Fact) -> Cause | None:
    """The one kind of cause that a claim names."""
    tokens = fact.tokens
    found = _found(fact.reading.article.language, tokens)
    kinds = [(kind, span) for kind, span in found if kind not in _TOLD]
    if len({kind for kind, _ in kinds}) != 1:
        return None
    told = {kind for kind, _ in (*found, *_before(fact))}
    return Cause(fact, *kinds[0], next((how for how in _TOLD if how in told), ""))


def _before(fact: Fact) -> list[tuple[str, Span]]:
    """What stands in the sentence before a claim: «رجحت المصلحة خللا فنيا»."""
    if fact.sentence is None or fact.sentence.span.start >= fact.claim.span.start:
        return []
    gap = Span(fact.claim.span.article_id, fact.sentence.span.start, fact.claim.span.start)
    return _found(fact.reading.article.language, inside(fact.reading, gap)[-_BEFORE:])


def _found(language: str, tokens: list[Token]) -> list[tuple[str, Span]]:
    """The words for causes, and those that tell a cause, with where they stand."""
    phrases = _phrases("ar" if language == "ar" else "en")
    # «بسبب» is listed as written, and is no «سبب».
    matches = {(m.first, m.last): m.value for m in phrases.all([_bare(token.norm) for token in tokens])}
    for match in phrases.all([_bare(token.stem) for token in tokens]):
        # «بسبب» is listed as written, and is no «سبب».
        if match.value not in _TOLD or "ب" not in tokens[match.first].proclitics:
            matches[match.first, match.last] = match.value
    return [
        (kind, Span(tokens[first].span.article_id, tokens[first].span.start, tokens[last - 1].span.end))
        for (first, last), kind in sorted(matches.items())
    ]


@cache
def _phrases(language: str) -> Phrases[str]:
    rows = table(language, "causes").rows
    return Phrases(
        (" ".join(map(_bare, fold(words).split())), row["key"]) for row in rows for words in row["words"].split("|")
    )


def _bare(word: str) -> str:
    """A folded word without the ending of the accusative."""
    return word[:-1] if len(word) > _SHORT and word.endswith("ا") else word


def _differ(one: Cause, other: Cause) -> Named:
    left, right = one.fact, other.fact
    names = left.at(one.span), right.at(other.span)
    detail = Said(
        f"يختلف السبب: {outlet(left)} يقول «{names[0]}»، و{outlet(right)} يقول «{names[1]}».",
        f"The cause differs: {left.outlet} says «{names[0]}», {right.outlet} says «{names[1]}».",
    )
    values = (value(left, text=names[0], span=one.span), value(right, text=names[1], span=other.span))
    return Named(Comparison("actor", "differ", 0.2, detail, values), (left, right))
