"""Who holds an office that another report tells without a name: «أعلن محافظ المدينة»، «وجه المحافظ سالم العطار»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from typing import NamedTuple

from ...annotate.naming.persons import is_title
from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...model import Comparison, Mention, Said, Span
from ..book import Book
from ..fact import Fact
from ..order import Draft
from ..say import outlet, value
from ..similarity import likeness
from .roles import one_office, one_seat

# How likely two claims tell of one thing whose doers or speakers hold one office.
_LIKELY = 0.3
# Of a hundred reports the others repeat these.
_OTHERS = 6


class Holder(NamedTuple):
    """An office in a claim, or the one who speaks it: its words, where they stand, and who holds it, if it is told."""

    title: str
    span: Span
    name: str
    fact: Fact


def holders(book: Book) -> Iterator[Draft]:
    """The names of those whose office alone another report tells in what it tells likewise."""
    named = [list(_told(book, number, "name")) for number in range(len(book.readings))]
    bare = [[*_told(book, number, "nominal"), *_speaking(book, number)] for number in range(len(book.readings))]
    seen: set[tuple[str, int]] = set()
    for mine, other in permutations(range(len(book.readings)), 2):
        pairs = product(named[mine], bare[other]) if abs(mine - other) <= _OTHERS else ()
        found = [(score, one, two) for one, two in pairs if (score := _alike(book, one, two)) is not None]
        for _, one, two in sorted(found, key=lambda item: (-item[0], item[1].fact.order, item[2].fact.order)):
            if (one.name, mine) not in seen:
                seen.add((one.name, mine))
                yield _added(one, two)


def _told(book: Book, number: int, form: str) -> Iterator[Holder]:
    """The offices of a report's people that are told with a name, or those without one."""
    reading = book.readings[number]
    for mention in reading.mentions:
        if mention.kind != "PERSON" or mention.form != form:
            continue
        text = " ".join(mention.span.of(reading.article.text).split())
        title, name = (mention.role_title or "", text) if form == "name" else (text, "")
        if not title or (name and len(name_words(name)) < 2):
            continue
        for fact in book.by_report[number]:
            if not fact.head and (fact.claim.span.contains(mention.span) or _speaks(fact, mention)):
                yield Holder(title, mention.span, name, fact)


def _speaking(book: Book, number: int) -> Iterator[Holder]:
    """The offices that speak a report's claims without a name."""
    reading = book.readings[number]
    named = [m.span for m in reading.mentions if m.kind == "PERSON" and m.form == "name"]
    for fact in book.by_report[number]:
        source = fact.claim.source
        if fact.head or source is None or source.span is None or source.kind == "anonymous":
            continue
        first = next((token for token in reading.tokens if token.span.overlaps(source.span)), None)
        if first is not None and is_title(first) and not any(source.span.overlaps(span) for span in named):
            yield Holder(" ".join(source.text.split()), source.span, "", fact)


def _speaks(fact: Fact, mention: Mention) -> bool:
    source = fact.claim.source
    return source is not None and source.span is not None and source.span.overlaps(mention.span)


def _alike(book: Book, one: Holder, other: Holder) -> float | None:
    """How much alike two claims are of which one names who holds the office that the other tells; None where it is
    another office, where too little shows that they tell one thing, or where the other report knows the name."""
    foreign = one.fact.reading.article.language != other.fact.reading.article.language
    same = one_seat(one.title, other.title) if foreign else one_office(one.title, other.title)
    if not (same or _short(one, other)) or _known(book, one, other.fact.report):
        return None
    score = likeness(book, one.fact, other.fact).score
    return score if score >= _LIKELY else None


def _short(one: Holder, other: Holder) -> bool:
    """«المحافظ», «محافظ ذي قار»: one title is the other cut short."""
    a, b = name_words(one.title), name_words(other.title)
    return a[:1] == b[:1] and (set(a) <= set(b) or set(b) <= set(a))


def _known(book: Book, one: Holder, report: int) -> bool:
    """Whether a report has the name, whole or in part, in one script or the other."""
    people = (m for m in book.readings[report].mentions if m.kind == "PERSON" and m.form == "name")
    said = {word for m in people for word in name_words(m.span.of(book.readings[report].article.text))}
    return any(match_names(word, known, "PERSON") for word in name_words(one.name) for known in said)


def _added(one: Holder, other: Holder) -> Draft:
    detail = Said(
        f"يسمي {outlet(one.fact)} من يذكره غيره بمنصبه «{other.title}»: «{one.name}».",
        f"{one.fact.outlet} names whom the other tells by the office «{other.title}»: «{one.name}».",
    )
    values = (
        value(other.fact, text=other.title, span=other.span),
        value(one.fact, text=one.name, span=one.span),
    )
    comparison = Comparison("name", "compatible", 0.8, detail, values)
    return Draft("elaboration", comparison, (one.fact, other.fact), "Elaboration", 0.5)
