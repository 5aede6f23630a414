"""Claims that only say when or where the thing was («وقع الحادث فجر الأحد قرب …»), set beside what another report tells.

Such a claim shares no word with the other report's but the time or the place, so likeness never joins the two. It tells
of what its own report told before it: where the openings of two reports tell of one thing, it belongs to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import NamedTuple

from ...lang.tables import listed
from ...model import Span, TimeExpression, Token
from ...settings import settings
from ..additions import adds_place, adds_time
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..names.bearers import bearers, is_place, named
from ..order import Draft
from ..similarity import likeness
from ..times.whenabouts import day_or_hour, day_told, when
from .whereabouts import Where, one_name, whereabouts

# A claim with more telling words than this tells more than when and where.
_SHORT = 10
# Such a claim tells of what was told so many claims before it at most.
_BEFORE = 2
# Claims of an opening that are looked at.
_OPENING = 6
# How far from the verb its noun stands.
_NEAR = 5
# The level of a town and of what lies in one.
_NARROW = 3


class Scene(NamedTuple):
    """A claim that says when or where something took place, and the keys of the noun that it is told of; none where the
    noun stands for whatever was told («الحادث»)."""

    fact: Fact
    of: frozenset[str]


class Spot(NamedTuple):
    """A place as a claim names it, by its joined entity or, where no gazetteer could know it, by its name."""

    text: str
    span: Span
    entity: str | None
    name: str = ""


def scenes(book: Book, told: list[Draft]) -> Iterator[Draft]:
    """What such claims add to another report or tell otherwise, where nothing of that kind is told of the two yet."""
    found = [list(_scenes(book, own)) for own in book.by_report]
    leads = [[fact for fact in own if fact.lead and not fact.head] for own in book.by_report]
    seen: set[object] = {(d.comparison.aspect, f.report, g.report) for d in told for f in d.facts for g in d.facts}
    for mine, yours in permutations(range(len(book.readings)), 2):
        opening = _likest(book, leads[mine], leads[yours]) if found[mine] else None
        for scene in found[mine]:
            other = (
                (_of_one_noun(book, scene, found[yours]) if opening else None)
                or _of_before(book, scene.fact, book.by_report[mine], book.by_report[yours])
                or (_of_opening(book, scene.fact, leads[yours], opening) if opening else None)
            )
            for draft in _drafts(book, scene.fact, other) if other else ():
                aspect, differ = draft.comparison.aspect, draft.kind == "discrepancy"
                # A claim adds a thing once, however many reports it could be added to.
                keys = {(aspect, mine, yours), (aspect, yours, mine)} if differ else {(aspect, scene.fact.id)}
                if not keys & seen:
                    seen |= keys
                    yield draft


@kept
def scenes_of(book: Book) -> dict[str, frozenset[str]]:
    """The claims of all reports that only say when or where something took place, with the keys of what they say it of."""
    return {scene.fact.id: scene.of for own in book.by_report for scene in _scenes(book, own)}


def _likest(book: Book, ours: list[Fact], theirs: list[Fact]) -> Fact | None:
    """What a report opens with that is most like another's opening, where the two tell of one thing."""
    pairs = [(likeness(book, a, b).score, b) for a in ours[:_OPENING] for b in theirs[:_OPENING]]
    score, best = max(pairs, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= settings("align")["differ_score"] else None


def _scenes(book: Book, facts: list[Fact]) -> Iterator[Scene]:
    """The claims of a report that only say when or where."""
    opening = frozenset(term for fact in facts if fact.lead or fact.head for term in fact.terms)
    for fact in facts:
        if fact.head or fact.denied or len(fact.terms) > _SHORT or not (_times(fact) or _spots(book, fact)):
            continue
        noun = _noun(book, fact, opening)
        if noun is not None:
            yield Scene(fact, noun)


def _noun(book: Book, fact: Fact, opening: frozenset[str]) -> frozenset[str] | None:
    """The keys of what the claim says took place; None where it says that of nothing told before."""
    language = "ar" if fact.reading.article.language == "ar" else "en"
    times = [time.span for time in fact.times]
    tokens = [t for t in fact.tokens if not any(span.contains(t.span) for span in times)]
    verb = _verb(tokens, language)
    if verb is None or any({token.stem, token.norm} & listed("happenings", "again", language) for token in tokens):
        return None
    if verb and tokens[verb - 1].norm in listed("happenings", "itself"):
        return frozenset()
    near = [*tokens[:1], *tokens[max(1, verb - _NEAR) : verb + _NEAR]]
    for token in near:
        keys = book.terms(fact.reading, token.span) & opening
        general = bool({token.stem, token.norm} & listed("happenings", "noun", language))
        if _definite(tokens, token, language) and (general or keys):
            return frozenset() if general and not keys else keys
    return None


def _verb(tokens: list[Token], language: str) -> int | None:
    """Where the claim says that something took place; in Arabic among its first words."""
    norms, verbs = [token.norm for token in tokens], listed("happenings", "verb", language)
    for index, token in enumerate(tokens[:_NEAR] if language == "ar" else tokens):
        if {token.stem, token.norm} & verbs:
            return index
        if any(tuple(norms[index : index + len(phrase)]) == phrase for phrase in _phrases(language)):
            return index
    return None


def _definite(tokens: list[Token], token: Token, language: str) -> bool:
    """«الحادث», «مركزها», "the attack", "it": what was told before."""
    points = listed("happenings", "the", language)
    if language == "ar":
        return "ال" in token.proclitics or bool(token.enclitics) or token.norm in points
    index = tokens.index(token)
    itself = token.norm in listed("happenings", "itself")
    return itself or any(before.norm in points for before in tokens[max(0, index - 3) : index])


def _of_one_noun(book: Book, scene: Scene, others: list[Scene]) -> Fact | None:
    """The other report's own claim of that kind."""
    fact = scene.fact
    for other in others:
        alike = bool(scene.of & other.of) or not (scene.of and other.of)
        if alike and _meant(other.fact) == _meant(fact) and _both_tell(book, fact, other.fact):
            return other.fact
    return None


def _of_opening(book: Book, fact: Fact, leads: list[Fact], best: Fact) -> Fact | None:
    """Of the sentence that the other report opens with the part that says when or where."""
    opening = [f for f in leads if f.sentence is best.sentence and _meant(f) == _meant(fact)]
    placed = (f for f in opening if _times(f) or whereabouts(book, f))
    otherwise = best if best in opening else None
    return next((f for f in opening if _both_tell(book, fact, f)), next(placed, otherwise))


def _of_before(book: Book, scene: Fact, own: list[Fact], others: list[Fact]) -> Fact | None:
    """What another report tells of the act told right before such a claim («احتجزت … 23 صيادا، وأن الحادثة وقعت قبالة …»),
    where it says of it when or where it was too."""
    before = [fact for fact in own if not fact.head and fact.order < scene.order][-_BEFORE:]
    placed = [
        fact for fact in others if not fact.head and _meant(fact) == _meant(scene) and _both_tell(book, scene, fact)
    ]
    pairs = [(likeness(book, fact, other).score, other) for fact in before for other in placed]
    score, best = max(pairs, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= settings("align")["differ_score"] else None


def _both_tell(book: Book, left: Fact, right: Fact) -> bool:
    return bool((_times(left) and _times(right)) or (_spots(book, left) and _spots(book, right)))


def _meant(fact: Fact) -> bool:
    """Whether the thing is to come."""
    today = (fact.reading.article.published or "9999")[:10]
    return fact.doubt == "planned" or any((time.latest or "")[:10] > today for time in _times(fact))


def _times(fact: Fact) -> list[TimeExpression]:
    return [time for time in fact.times if time.type in ("DATE", "TIME") and time.edtf]


def _spots(book: Book, fact: Fact) -> list[Spot]:
    """The places narrower than a province that a claim names."""
    mapped = [Spot(w.text, w.span, w.entity) for w in whereabouts(book, fact) if int(w.level) >= _NARROW]
    return mapped or [Spot(fact.at(b.span), b.span, None, b.name) for b in bearers(book, fact) if is_place(b)]


def _drafts(book: Book, fact: Fact, other: Fact) -> Iterator[Draft]:
    comparison = when(book, fact, other)
    differ = comparison is not None and comparison.verdict == "differ"
    if not differ and (time := _added(fact, other)) is not None:
        yield adds_time(fact, other, time)
    yield from _places(book, fact, other)


def _places(book: Book, fact: Fact, other: Fact) -> Iterator[Draft]:
    """Where the thing was, of which the other's report names no such place."""
    ours = [spot for spot in _spots(book, fact) if not _named(book, other.report, spot)]
    theirs = [spot for spot in _spots(book, other) if not _named(book, fact.report, spot)]
    if ours and not theirs:
        yield adds_place(fact, other, ours[0].text, ours[0].span, 0.4)


def _named(book: Book, report: int, spot: Spot | Where) -> bool:
    """Whether a report names a place anywhere."""
    if spot.entity is None:
        return (
            any(one_name(bearer.name, spot.name) for bearer in named(book, report)) if isinstance(spot, Spot) else False
        )
    return any(w.entity == spot.entity for f in book.facts if f.report == report for w in whereabouts(book, f))


def _added(fact: Fact, other: Fact) -> TimeExpression | None:
    """A day or an hour that the other's report gives nowhere."""
    return next((time for time in _times(fact) if day_or_hour(time) and not day_told(time, fact, other)), None)


@cache
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.split()) for word in listed("happenings", "verb", language) if " " in word)
