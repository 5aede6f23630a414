"""Two doers told of one deed, wherever in two reports they stand.

How likely two doers that cannot be one are of one deed is a logistic regression, as of two places in ``locations.py``;
its weights are in ``default.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import log
from typing import NamedTuple

from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.nations import nation
from ...model import Comparison, Mention, Span
from ...settings import settings
from ..asides import aside
from ..belonging import tie
from ..book import Book, Fact, inside
from ..links import heads
from ..names.roles import akin
from ..order import Draft
from ..places.locations import best_of
from ..say import value
from ..similarity import Sign, days_apart, likely, likeness, others_hurt, same_event, same_number
from .actors import by_preposition, one_force, one_name, opens, two_actors
from .agencies import agency, kind_of
from .agencies import apart as of_two_kinds

_SURE, _TIED = 6.0, 2.0
_LEAST = -3.0
_OF_REPORTS, _OF_CLAIM = 2, 1
# What two sides do together: naming one of them is no other actor.
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))


class Doer(NamedTuple):
    """Who does something in a claim: the words, where they stand, the joined entity, what it is (a person, a body of a
    class, a country) and how it is told as doing it."""

    text: str
    span: Span
    entity: str | None
    kind: str
    told: str
    title: str = ""


class Apart(NamedTuple):
    """Two doers of two claims that cannot be one."""

    left: Fact
    one: Doer
    right: Fact
    other: Doer


def done_otherwise(book: Book, told: Iterable[Draft]) -> Iterator[Draft]:
    """The doers of one deed in which two reports differ, the likeliest of each, of claims whose doers are not ``told`` to
    differ yet."""
    least = settings("deeds")["differ_score"]
    pairs = list(differing(book))
    best = best_of(book, [(pair.left, pair.right) for pair in pairs])
    found = sorted(((likely("deeds", signs(book, pair, best)), pair) for pair in pairs), key=lambda item: -item[0])
    shown: Counter[object] = Counter()
    for draft in told:
        if draft.comparison.aspect == "actor":
            reports = tuple(sorted({fact.report for fact in draft.facts}))
            shown.update((fact.id, *reports) for fact in draft.facts)
    for score, (left, one, right, other) in found:
        if score < least:
            return
        reports = tuple(sorted((left.report, right.report)))
        if shown[reports] < _OF_REPORTS and all(shown[fact.id, *reports] < _OF_CLAIM for fact in (left, right)):
            shown.update((reports, (left.id, *reports), (right.id, *reports)))
            values = value(left, text=one.text, span=one.span), value(right, text=other.text, span=other.span)
            said = two_actors(left, right, one.text, other.text)
            yield Draft(
                "discrepancy", Comparison("actor", "differ", 0.2, said, values), (left, right), "Contradiction", 0.9
            )


def doers(book: Book, fact: Fact) -> tuple[Doer, ...]:
    """Whom a claim tells as doing something, found once."""
    if fact.id not in book.doers:
        book.doers[fact.id] = tuple(_found(book, fact))
    return book.doers[fact.id]


def _found(book: Book, fact: Fact) -> Iterator[Doer]:
    taken: list[Span] = []
    mentions = [m for m in fact.reading.mentions if fact.claim.span.contains(m.span) and m.kind in _WHO]
    body = agency(book, fact)
    spans = [(argument.span, "agent") for e in fact.told if (argument := e.argument("agent")) is not None]
    spans += [(body.span, "body")] if body is not None and fact.claim.span.contains(body.span) else []
    spans += [(m.span, "by") for m in mentions if by_preposition(fact, m.span)]
    spans += [(m.span, "opens") for m in mentions if opens(fact, m)]
    spans += [(m.span, "named") for m in mentions if m.kind == "PERSON" and m.form == "name"]
    for span, told in spans:
        if any(span.overlaps(other) for other in taken) or not fact.claim.span.contains(span):
            continue
        span = _with_nation(fact, span)
        taken.append(span)
        mention = next((m for m in mentions if m.span.overlaps(span)), None)
        text = fact.at(span)
        joined = book.entity_of.get(mention.entity or "", mention.entity) if mention is not None else None
        yield Doer(text, span, joined, _kind(text, mention), told, (mention.role_title or "") if mention else "")


_WHO = frozenset(("PERSON", "ORG", "GPE", "MISC"))


def _with_nation(fact: Fact, span: Span) -> Span:
    """«الهلال الأحمر الإماراتي»: the words with the nation behind them."""
    behind = next((t for t in inside(fact.reading, fact.claim.span) if t.span.start >= span.end), None)
    near = behind is not None and behind.span.start - span.end <= 1 and nation(behind.stem) is not None
    return Span(span.article_id, span.start, behind.span.end) if near and behind is not None else span


def _nations(doer: Doer) -> set[str]:
    return {code for word in name_words(doer.text) if (code := nation(word))}


def _kind(text: str, mention: Mention | None) -> str:
    if mention is not None and mention.kind == "PERSON":
        return "person"
    body = kind_of(text)
    if body is not None:
        return body
    if any(nation(word) for word in name_words(text)) and len(name_words(text)) == 1:
        return "country"
    return "body" if mention is not None and mention.kind == "ORG" else "other"


def differing(book: Book) -> Iterator[Apart]:
    """Every two doers of claims of two reports that cannot be one, of whom neither report has both."""
    told = [fact for fact in book.facts if not fact.head and doers(book, fact) and not aside(fact)]
    for left, right in combinations(told, 2):
        if left.report == right.report or not (left.terms | left.around) & (right.terms | right.around):
            continue
        pairs = [
            Apart(left, one, right, other)
            for one, other in product(doers(book, left), doers(book, right))
            if _two(left, one, right, other)
            and _known(book, right.report, one) + _known(book, left.report, other)
            <= (one.kind == other.kind == "person")
        ]
        if not pairs or others_hurt(left, right) or others_hurt(right, left):
            continue
        if likeness(book, left, right).odds > _LEAST:
            yield from pairs


def _two(left: Fact, one: Doer, right: Fact, other: Doer) -> bool:
    """Whether two doers cannot be one: two people, two bodies of two classes or of two names, two countries."""
    if (one.entity is not None and one.entity == other.entity) or one_name(one.text, other.text):
        return False
    if one.kind == other.kind == "person":
        return match_names(one.text, other.text, "PERSON") is None
    if "person" in (one.kind, other.kind) or _alone(left, one) or _alone(right, other):
        return False
    nations = _nations(one), _nations(other)
    if all(nations):
        return not nations[0] & nations[1]
    if one_force(one.text, other.text):
        return False
    if left.reading.article.language != right.reading.article.language:
        if {one.kind, other.kind} == {"country", "body"}:
            return True  # «قطر», "the European Union"
        return _two_classes(one, other)
    return not set(_telling(one)) & set(_telling(other))


def _two_classes(one: Doer, other: Doer) -> bool:
    mine, yours = kind_of(one.text), kind_of(other.text)
    return mine is not None and yours is not None and of_two_kinds(mine, yours)


def _alone(fact: Fact, doer: Doer) -> bool:
    """«القافلة»: what acts in the claim is no body, but a thing that something is told of."""
    return doer.kind == "other" and len(name_words(doer.text)) < 2


def _telling(doer: Doer) -> list[str]:
    return [word for word in name_words(doer.text) if word not in heads()]


def _known(book: Book, report: int, doer: Doer) -> bool:
    """Whether a report speaks of a doer anywhere."""
    reading = book.readings[report]
    if doer.kind == "person" and doer.entity is None:
        return False
    if doer.entity is not None and any(
        book.entity_of.get(m.entity or "", m.entity) == doer.entity for m in reading.mentions
    ):
        return True
    if report not in book.said:
        book.said[report] = frozenset(name_words(reading.article.text))
    if doer.kind == "person" and len(name_words(doer.text)) < 2:
        return True  # half a name is a second naming
    words = _telling(doer) or name_words(doer.text)
    return bool(words) and book.said[report].issuperset(words)


def signs(book: Book, pair: Apart, best: dict[tuple[str, int], float]) -> Iterator[Sign]:
    """What speaks for or against two doers being told of one deed."""
    left, one, right, other = pair
    odds = likeness(book, left, right).odds
    yield Sign("odds", max(-_SURE, min(_SURE, odds)))
    yield Sign("behind", log(1 + max(0.0, max(best[left.id, right.report], best[right.id, left.report]) - odds)))
    yield Sign("tie", min(_TIED, tie(book, left, one.span, right, other.span)))
    kinds = {one.kind, other.kind}
    yield Sign("known", _known(book, right.report, one) + _known(book, left.report, other))
    yield Sign("mutual", any(fact.event is not None and fact.event.type in _MUTUAL for fact in (left, right)))
    yield Sign("people", kinds == {"person"})
    yield Sign("countries", kinds == {"country"})
    yield Sign("classes", _two_classes(one, other))
    yield Sign("bodies", kinds == {"body"})
    yield Sign("unknown", "other" in kinds)
    yield Sign("akin", bool(one.title and other.title) and akin(one.title, other.title))
    yield Sign("agents", (one.told == "agent") + (other.told == "agent"))
    yield Sign("named", (one.told == "named") + (other.told == "named"))
    yield Sign("nations", bool(_nations(one) and _nations(other)))
    yield Sign("by", (one.told == "by") + (other.told == "by"))
    yield Sign("event", same_event(left, right) or bool(left.frames & right.frames))
    yield Sign("number", same_number(left, right))
    yield Sign("days", days_apart(left, right))
    yield Sign("doubt", left.doubt != right.doubt or left.denied != right.denied)
    yield Sign(
        "speakers",
        (one.entity is not None and one.entity == left.origin.entity)
        + (other.entity is not None and other.entity == right.origin.entity),
    )
    yield Sign("several", log(len(doers(book, left)) + len(doers(book, right)) - 1))
    yield Sign("lead", left.lead and right.lead)
    yield Sign("order", abs(book.depth(left) - book.depth(right)))
    yield Sign("languages", left.reading.article.language != right.reading.article.language)
    sizes = sorted((len(left.terms), len(right.terms)))
    yield Sign("shorter", log(1 + sizes[0]))
    yield Sign("longer", log(1 + sizes[1]))
