"""What one report adds to a claim that others share: a narrower place, a day, a name, a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from ..annotate.naming.persons import is_title
from ..lang.matching import match_names
from ..lang.matching import words as name_words
from ..lang.phrasing import listed_ar, listed_en
from ..model import Aspect, Comparison, Mention, Said, Span, TimeExpression
from ..story.concepts import listed_word
from .book import Book
from .details import adds, adds_number
from .fact import Fact
from .names.bearers import bearers, classes, described, is_place
from .names.bearers import named as named_things
from .numbers.figure import Figure
from .order import Draft
from .places.whereabouts import Where, finer, holds, places, whereabouts
from .say import outlet, value
from .similarity import overlap, same_event
from .times.finer import can_be, time_told
from .times.whenabouts import day_or_hour, day_told, told_of

# A claim without a target of its own goes on about an event told at most this many claims before.
_REACH = 4
# An addition is one to these many other reports; in a long list the rest repeat them.
_OTHERS = 12
# A narrower place is an addition only to a claim that is this much like.
_ALIKE = 0.45
# Words behind a number that tell what it counts («آلاف طن من القمح»).
_COUNTED = 3
# Classes of places that hold towns, or are mostly an office.
_WIDE = ("province", "district")
# What is named, by aspect: a facility is where something happened.
_ASPECTS: tuple[tuple[Aspect, frozenset[str]], ...] = (
    ("name", frozenset(("PERSON", "OPERATION"))),
    ("place", frozenset(("FAC", "GPE", "LOC"))),
)


def additions(
    book: Book, slots: list[list[Fact]], agreed: Sequence[Draft], counted: Sequence[Figure]
) -> Iterator[Draft]:
    """For every agreement, each report's additions to it in one finding."""
    seen: set[object] = set()
    for draft in _all(book, slots, agreed, counted):
        # One report adds a thing once, however many claims it could be added to.
        key = draft.facts[0].report, draft.comparison.aspect, draft.comparison.values[-1].get("text")
        if key not in seen:
            seen.add(key)
            yield draft


def _all(book: Book, slots: list[list[Fact]], agreed: Sequence[Draft], counted: Sequence[Figure]) -> Iterator[Draft]:
    by_claim: dict[str, list[Figure]] = {}
    for figure in counted:
        by_claim.setdefault(figure.fact.id, []).append(figure)
    named = [_named(book, number) for number in range(len(book.readings))]
    loose = _loose(book, slots)
    for draft in agreed:
        body = [fact for fact in draft.facts if not fact.head]
        facts = body if len({fact.report for fact in body}) > 1 else list(draft.facts)
        for report in dict.fromkeys(fact.report for fact in facts):
            mine = [fact for fact in facts if fact.report == report]
            # That a text tells more than another's headline is no news.
            others = [fact for fact in facts if fact.report != report and not fact.head][:_OTHERS]
            if not others:
                continue
            placed = _place(book, mine, others)
            yield from (draft for draft in (placed, _further(book, mine, others, loose)) if draft is not None)
            # A narrower place told already tells the places that are named.
            yield from _names(book, mine, others, named, _ASPECTS if placed is None else _ASPECTS[:1])
            yield from _things(book, mine, others)
            if placed is None and (site := _site(book, mine, others)) is not None:
                yield site
            found = _day(book, mine, others), _number(book, mine, others, by_claim)
            yield from (draft for draft in found if draft is not None)


def _place(book: Book, mine: list[Fact], others: list[Fact]) -> Draft | None:
    """A narrower place than any of the others gives, in the claim itself."""
    theirs = [where for fact in others for where in whereabouts(book, fact)]
    for fact in mine:
        for other in others:
            comparison = places(book, other, fact) if overlap(book, other, fact) >= _ALIKE else None
            if comparison is None or comparison.verdict != "compatible" or not comparison.values[1].get("finer"):
                continue
            if comparison.values[1]["claim"] == fact.id and finer(theirs, whereabouts(book, fact)) is not None:
                return Draft("elaboration", comparison, (fact, other), "Elaboration", 0.5)
    return None


def _further(book: Book, mine: list[Fact], others: list[Fact], loose: list[Fact]) -> Draft | None:
    """A narrower place in a claim that goes on about the event («وأنه قتل في غارة شمال شرق …»)."""
    theirs = [where for fact in others for where in whereabouts(book, fact)]
    for fact in mine:
        for more in loose:
            if more.report != fact.report or not _goes_on(fact, more):
                continue
            where = finer(theirs, whereabouts(book, more))
            if where is not None:
                return adds_place(more, others[0], where.text, where.span, 0.5)
    return None


def adds_place(fact: Fact, other: Fact, text: str, span: Span, weight: float) -> Draft:
    """A claim that says where the thing was which another tells."""
    return adds(fact, other, "place", text, weight, span=span, finer=True)


def _day(book: Book, mine: list[Fact], others: list[Fact]) -> Draft | None:
    """A day or an hour that the others' reports give nowhere, though the claims tell of one thing."""
    for fact in mine:
        for time in fact.times:
            if not all(can_be(book, fact, time, other) for other in others):
                continue
            if day_or_hour(time) and not any(day_told(time, fact, other) for other in others):
                return adds_time(fact, others[0], time)
            if time.precision == "year" and not any(
                told_of(book, other) or time_told(time, other.reading) for other in others
            ):
                return adds_time(fact, others[0], time)
    return None


def adds_time(fact: Fact, other: Fact, time: TimeExpression) -> Draft:
    """A claim that says when the thing was which another tells."""
    return adds(fact, other, "date", fact.at(time.span), 0.3, span=time.span, time=time.id, edtf=time.edtf)


def _number(book: Book, mine: list[Fact], others: list[Fact], counted: dict[str, list[Figure]]) -> Draft | None:
    """A number of what another claim names without one: «محملة بالقمح» and «محملة بـ6 آلاف طن من القمح»."""
    bare = [other for other in others if all(figure.lone for figure in counted.get(other.id, ()))]
    numbers = frozenset().union(*(book.numbers[other.report] for other in bare))
    for fact in mine:
        for figure in counted.get(fact.id, ()):
            if figure.lone or figure.sum or figure.past or figure.about or figure.first.unit == "ordinal":
                continue
            around = _beside(book, figure)
            other = next((other for other in bare if around & other.terms), None)
            if other is not None and not {term for term in around if term.startswith("#")} & numbers:
                return adds_number(figure, other)
    return None


def _beside(book: Book, figure: Figure) -> frozenset[str]:
    """The terms of a number, of what it counts and of the word before it («أجور شهرين»، «طن من القمح»)."""
    tokens, span = figure.fact.reading.tokens, figure.first.span
    first = bisect_right(tokens, span.start, key=lambda token: token.span.start) - 1
    last = min(bisect_left(tokens, span.end, key=lambda token: token.span.start) + _COUNTED, len(tokens))
    whole = Span(span.article_id, tokens[max(0, first - 1)].span.start, tokens[last - 1].span.end)
    return book.terms(figure.fact.reading, whole)


def _loose(book: Book, slots: list[list[Fact]]) -> list[Fact]:
    """Claims in no slot that tell of an event without saying whose («وأنه قتل في غارة …»)."""
    held = {fact.id for slot in slots for fact in slot}
    return [fact for fact in book.facts if fact.id not in held and not fact.head and fact.event and not fact.targets]


def _goes_on(fact: Fact, more: Fact) -> bool:
    """Whether a claim without a target of its own goes on about the event, in the same speaker's words."""
    near = 0 < more.order - fact.order <= _REACH and not more.figures
    voice = fact.origin.key == more.origin.key and fact.doubt == more.doubt == "actual"
    return near and voice and same_event(fact, more)


def _named(book: Book, number: int) -> frozenset[str]:
    """Everybody and everything that a report names."""
    reading = book.readings[number]
    return frozenset(book.entity_of.get(m.entity, m.entity) for m in reading.mentions if m.entity)


def _names(
    book: Book,
    mine: list[Fact],
    others: list[Fact],
    named: list[frozenset[str]],
    aspects: tuple[tuple[Aspect, frozenset[str]], ...],
) -> Iterator[Draft]:
    """Somebody or something, and a place, that the others' reports name nowhere: of each the first claim's."""
    foreign = len({fact.reading.article.language for fact in (*mine, *others)}) > 1
    elsewhere = frozenset().union(*(named[fact.report] for fact in others))
    people = _people(others) if foreign else frozenset()
    said = frozenset().union(*(book.words_of(number) for number in {fact.report for fact in others}))
    for aspect, kinds in aspects:
        for fact in mine:
            new = [m for m in fact.reading.mentions if m.kind in kinds and fact.claim.span.contains(m.span)]
            new = [m for m in new if _is_new(book, m, elsewhere) and not (foreign and _translated(fact, m, people))]
            new = [m for m in new if _tells(book, fact, m, others) and not said.issuperset(_name(fact, m))]
            if new:
                yield _named_draft(fact, others[0], aspect, new)
                break


def _name(fact: Fact, mention: Mention) -> tuple[str, ...]:
    return name_words(mention.span.of(fact.reading.article.text))


def _tells(book: Book, fact: Fact, mention: Mention, others: list[Fact]) -> bool:
    """Whether a reader would miss the name: of no number or day, no speaker, no half a name, and no land or province
    around what the others' reports name."""
    aside = (*(q.counted_span or q.span for q in fact.figures), *(time.span for time in fact.times))
    if any(span.overlaps(mention.span) for span in aside) and mention.kind == "PERSON":
        return False
    if mention.kind == "PERSON":
        speaks = {q.source.entity for q in fact.reading.quotes if q.source}
        return mention.entity not in speaks and (len(_name(fact, mention)) > 1 or bool(mention.role_title))
    if _a_word(fact, mention):
        return False
    wheres = [where for where in whereabouts(book, fact) if where.span.overlaps(mention.span)]
    return all(not _around(book, where, others) for where in wheres)


def _a_word(fact: Fact, mention: Mention) -> bool:
    """«زعيم», «سلع»: a village's name that is a word of the language without an article sooner than the village."""
    tokens = [token for token in fact.tokens if token.span.overlaps(mention.span)]
    bare = len(tokens) == 1 and "ال" not in tokens[0].proclitics
    return bare and (is_title(tokens[0]) or listed_word("ar", tokens[0].stem)) and mention.kind != "FAC"


def _around(book: Book, where: Where, others: list[Fact]) -> bool:
    """Whether a place is a land, or one that holds what the others' claims name."""
    return where.level < 1 or any(
        holds(where, theirs) and where.entity != theirs.entity
        for other in others
        for theirs in whereabouts(book, other)
    )


def _things(book: Book, mine: list[Fact], others: list[Fact]) -> Iterator[Draft]:
    """The name of a ship, a storm or a film that the others' claims tell of without one («عاصفة مدارية»)."""
    known = {bearer.kind for report in {fact.report for fact in others} for bearer in named_things(book, report)}
    told = {kind: fact for fact in reversed(others) for kind in classes(book, fact)}
    for fact in mine:
        for bearer in bearers(book, fact):
            if bearer.kind in told and bearer.kind not in known and not is_place(bearer):
                yield _added(fact, told[bearer.kind], "name", [(bearer.name, bearer.span)])
                return


def _site(book: Book, mine: list[Fact], others: list[Fact]) -> Draft | None:
    """A quarter, a road or a market where the others' claims name no such («في المنطقة الحرة بطنجة»، «جبل سمامة»)."""
    if len({fact.reading.article.language for fact in (*mine, *others)}) > 1:
        return None
    known = frozenset((*_WIDE, *(kind for other in others for kind in classes(book, other))))
    said = frozenset().union(*(book.words_of(number) for number in {fact.report for fact in others}))
    for fact in mine:
        named = [(one.kind, one.name, one.span) for one in bearers(book, fact) if is_place(one)]
        for kind, name, span in (*named, *((kind, fact.at(span), span) for kind, span in described(fact))):
            if kind not in known and not said.issuperset(name_words(name)):
                return adds_place(fact, others[0], fact.at(span), span, 0.4)
    return None


def _people(facts: list[Fact]) -> frozenset[str]:
    """The words of all names of people in the reports of these claims."""
    named = (
        mention.span.of(reading.article.text)
        for reading in {fact.report: fact.reading for fact in facts}.values()
        for mention in reading.mentions
        if mention.form == "name" and mention.kind in ("PERSON", "MISC", "ORG")
    )
    return frozenset(word for name in named for word in name_words(name))


def _translated(fact: Fact, mention: Mention, people: frozenset[str]) -> bool:
    """Whether a name may be one of the other language: only of a person no word of whose name stands there is it sure."""
    said = name_words(mention.span.of(fact.reading.article.text))
    return mention.kind != "PERSON" or len(said) < 2 or any(match_names(a, b, "PERSON") for a in said for b in people)


def _named_draft(fact: Fact, other: Fact, aspect: Aspect, new: list[Mention]) -> Draft:
    texts = dict.fromkeys((fact.at(m.span), m.span) for m in new)
    return _added(fact, other, aspect, list(dict(reversed(texts)).items())[::-1])


def _added(fact: Fact, other: Fact, aspect: Aspect, new: list[tuple[str, Span]]) -> Draft:
    """Names that a claim has and another lacks, with where they stand."""
    shown = [f"«{text}»" for text, _ in new[:3]]
    detail = Said(
        f"يضيف {outlet(fact)} ما لا يذكره غيره: {listed_ar(shown)}.",
        f"{fact.outlet} adds what the others do not name: {listed_en(shown)}.",
    )
    values: list[dict[str, Any]] = [value(other, text=other.text)]
    values += (value(fact, text=text, span=span) for text, span in new)
    comparison = Comparison(aspect, "compatible", 0.7, detail, tuple(values))
    return Draft("elaboration", comparison, (fact, other), "Elaboration", 0.4)


def _is_new(book: Book, mention: Mention, elsewhere: frozenset[str]) -> bool:
    """Whether a name stands for what the others name nowhere."""
    return mention.form == "name" and book.entity_of.get(mention.entity or "", mention.entity or "") not in elsewhere
