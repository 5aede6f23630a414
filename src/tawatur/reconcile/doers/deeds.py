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

from ...annotate.happenings.acts import act_pattern
from ...lang.matching import match_names
from ...lang.matching import words as name_words
from ...lang.nations import nation
from ...lang.tables import listed
from ...model import Comparison, Mention, Span
from ...settings import settings
from ..asides import aside
from ..belonging import tie
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..links import heads
from ..order import Draft
from ..say import value
from ..similarity import Sign, likely, likeness, others_hurt, uncommon
from .actors import by_preposition, one_force, one_name, opens, two_actors
from .agencies import THAT, agency, kind_of
from .agencies import apart as of_two_kinds
from .subjects import Subject, actor_kinds, subjects

_SURE, _TIED = 6.0, 2.0
_LEAST, _LEAST_OF_CLEFTS = -3.0, -4.5
_OF_REPORTS, _OF_CLAIM = 2, 1


class Doer(NamedTuple):
    """Who does something in a claim: the words, where they stand, the joined entity, what it is (a person, a body of a
    class, a country) and how it is told as doing it."""

    text: str
    span: Span
    entity: str | None
    kind: str
    told: str
    title: str = ""
    at: Subject | None = None


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
    weighed = ((likely("deeds", signs(book, pair)), pair) for pair in differing(book))
    found = sorted(weighed, key=lambda item: -item[0])
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


@kept
def doers(book: Book, fact: Fact) -> tuple[Doer, ...]:
    """Whom a claim tells as doing something."""
    return tuple(_found(book, fact))


def _found(book: Book, fact: Fact) -> Iterator[Doer]:
    taken: list[Span] = []
    mentions = [m for m in fact.reading.mentions if fact.claim.span.contains(m.span) and m.kind in _WHO]
    body = agency(book, fact)
    spans = [(argument.span, "agent") for e in fact.told if (argument := e.argument("agent")) is not None]
    spans += [(body.span, "body")] if body is not None and fact.claim.span.contains(body.span) else []
    spans += [(m.span, "by") for m in mentions if by_preposition(fact, m.span)]
    spans += [(m.span, "opens") for m in mentions if opens(fact, m)]
    people = (m.span for m in mentions if m.kind == "PERSON" and m.form == "name")
    spans += [(span, "named") for span in people if not _present(fact, span)]
    ordered = list(subjects(fact))
    spans += [(subject.span, subject.told) for subject in ordered if _somebody(fact, subject)]
    for span, told in spans:
        if any(span.overlaps(other) for other in taken) or not fact.claim.span.contains(span):
            continue
        span = _with_nation(fact, span)
        taken.append(span)
        mention = next((m for m in mentions if m.span.overlaps(span)), None)
        text = fact.at(span)
        joined = book.entity_of.get(mention.entity or "", mention.entity) if mention is not None else None
        title = (mention.role_title or "") if mention else ""
        at = next((subject for subject in ordered if subject.span.overlaps(span)), None)
        yield Doer(text, span, joined, _kind(text, mention), told, title, at)
    announcer = _announcer(book, fact)
    if announcer is not None:
        yield announcer


def _present(fact: Fact, span: Span) -> bool:
    """«بحضور وزير الصناعة فلان»: whether somebody only was there."""
    before = [token for token in fact.tokens if token.span.end <= span.start][-_TITLE_WORDS:]
    return any(token.stem in _PRESENCE for token in before)


_TITLE_WORDS = 4
_PRESENCE = listed("doer_words", "present")


def _announcer(book: Book, fact: Fact) -> Doer | None:
    """«أعلنت الهيئة إجلاء …»: who announces an act by its noun, or by «أنها», tells of his own."""
    source = fact.claim.source
    first = next((token for token in fact.tokens if token.norm not in THAT), None)
    if source is None or source.span is None or first is None or source.kind == "anonymous":
        return None
    if not act_pattern(first.surface) or first.proclitics:
        return None
    text = " ".join(source.text.split())
    mention = next((m for m in fact.reading.mentions if m.kind in _WHO and m.span.overlaps(source.span)), None)
    return Doer(text, source.span, fact.origin.entity, _kind(text, mention), "announces")


_WHO = frozenset(("PERSON", "ORG", "GPE", "MISC"))
_NOUNS = frozenset(("person", "fighter", "body"))


def _somebody(fact: Fact, subject: Subject) -> bool:
    """Whether a subject by the order of words is somebody, or something that is told to be who did it."""
    if any(q.span.overlaps(subject.span) for q in fact.figures) or _suffers(fact, subject.span):
        return False
    head = fact.at(subject.span).split()
    plain = any(actor_kinds().get(word) in _NOUNS for said in head[:3] for word in name_words(said))
    return plain or subject.told != "subject"


def _suffers(fact: Fact, span: Span) -> bool:
    return any((target := event.argument("target")) is not None and target.span.overlaps(span) for event in fact.told)


def _with_nation(fact: Fact, span: Span) -> Span:
    """«الهلال الأحمر الإماراتي», "a Portuguese cargo ship": the words with the nation beside them."""
    tokens = fact.tokens
    if fact.reading.article.language == "en":
        # "a Portuguese cargo ship"
        before = next((t for t in reversed(tokens) if t.span.end <= span.start), None)
        near = before is not None and span.start - before.span.end <= 1 and nation(before.norm) is not None
        return Span(span.article_id, before.span.start, span.end) if near and before is not None else span
    behind = next((t for t in tokens if t.span.start >= span.end), None)
    near = behind is not None and behind.span.start - span.end <= 1 and nation(behind.stem) is not None
    return Span(span.article_id, span.start, behind.span.end) if near and behind is not None else span


def _nations(text: str) -> set[str]:
    return {code for word in name_words(text) if (code := nation(word))}


def _of_two(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _kind(text: str, mention: Mention | None) -> str:
    if mention is not None and mention.kind == "PERSON":
        return "person"
    body = kind_of(text)
    if body is not None:
        return body
    if any(nation(word) for word in name_words(text)) and len(name_words(text)) == 1:
        return "country"
    if mention is not None and mention.kind == "ORG":
        return "body"
    return "noun" if any(actor_kinds().get(word) in _NOUNS for word in name_words(text)[:2]) else "other"


def differing(book: Book) -> Iterator[Apart]:
    """Every two doers of claims of two reports that cannot be one, of whom neither report has both."""
    told = [fact for fact in book.facts if not fact.head and doers(book, fact) and not aside(fact)]
    # Claims that tell just who it was.
    just = {fact.id for fact in told if any(_told_so(doer) for doer in doers(book, fact))}
    for left, right in combinations(told, 2):
        clefts = left.id in just and right.id in just
        if left.report == right.report or not (clefts or _one_scene(left, right)):
            continue
        pairs = [
            Apart(left, one, right, other)
            for one, other in product(doers(book, left), doers(book, right))
            if _two(book, left, one, right, other)
            and (_both_known(book, left, one, right, other) <= _may_know(one, other) or _crosswise(one, other))
        ]
        if not pairs or others_hurt(left, right) or others_hurt(right, left):
            continue
        least = _LEAST_OF_CLEFTS if clefts else _LEAST
        if likeness(book, left, right).odds > least:
            yield from pairs


def _may_know(one: Doer, other: Doer) -> bool:
    """Whether a report may name the other's doer as well: of two people, and of two who each say that it was the other."""
    return one.kind == other.kind == "person" or _told_so(one) or _told_so(other)


def _crosswise(one: Doer, other: Doer) -> bool:
    """Whether two of whom both reports know each are told by one as the very one who did it."""
    return _told_so(one) or _told_so(other)


def _one_scene(left: Fact, right: Fact) -> bool:
    return not left.sentence_terms.isdisjoint(right.sentence_terms)


def _told_so(doer: Doer) -> bool:
    return doer.told == "by" or (doer.at is not None and doer.at.told != "subject")


def _both_known(book: Book, left: Fact, one: Doer, right: Fact, other: Doer) -> int:
    return _known(book, right.report, one) + _known(book, left.report, other)


def _two(book: Book, left: Fact, one: Doer, right: Fact, other: Doer) -> bool:
    """Whether two doers cannot be one: two people, two bodies of two classes or of two names, two countries."""
    if one.entity is not None and one.entity == other.entity:
        return False
    people = one.kind == other.kind == "person"
    if not people and ("person" in (one.kind, other.kind) or _alone(left, one) or _alone(right, other)):
        return False
    if one_name(one.text, other.text):
        return False
    if people:
        # What ministers of two countries sign or say, both of them may.
        return not _one_spelling(one.text, other.text) and not _of_two(_nations(one.title), _nations(other.title))
    nations = _nations(one.text), _nations(other.text)
    if _of_two(*nations):
        return True
    if _two_classes(one, other):
        return True
    if all(nations):
        return False
    if one_force(one.text, other.text) or _ministry_and_its_own(one, other):
        return False
    if left.reading.article.language != right.reading.article.language:
        return {one.kind, other.kind} == {"country", "body"}  # «قطر», "the European Union"
    if book.terms(left.reading, one.span) & book.terms(right.reading, other.span):
        return False
    return not set(_telling(one)) & set(_telling(other))


def _ministry_and_its_own(one: Doer, other: Doer) -> bool:
    """«وزارة النقل»، «المديرية العامة للطرق»: a ministry has directorates and authorities."""
    words = [set(name_words(doer.text)) for doer in (one, other)]
    return any(a & _MINISTRIES and b & _AUTHORITIES for a, b in (words, words[::-1]))


_MINISTRIES, _AUTHORITIES = listed("doer_words", "ministry"), listed("doer_words", "authority")


def _one_spelling(one: str, other: str) -> bool:
    """Whether two names may be one person's; in two scripts a word of it is enough."""
    foreign = one.isascii() != other.isascii()
    words = product(name_words(one), name_words(other)) if foreign else ()
    return match_names(one, other, "PERSON") is not None or any(match_names(a, b, "PERSON") for a, b in words)


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
    if doer.kind == "person" and len(name_words(doer.text)) < 2:
        return True  # half a name is a second naming
    words = _telling(doer) or name_words(doer.text)
    return bool(words) and book.words_of(report).issuperset(words)


def signs(book: Book, pair: Apart) -> Iterator[Sign]:
    """What speaks for or against two doers being told of one deed."""
    left, one, right, other = pair
    yield Sign("tie", min(_TIED, tie(book, left, one.span, right, other.span)))
    yield Sign("theirs_alone", uncommon(book, left, right))
    yield Sign("rank", abs(book.rank(left) - book.rank(right)))
    yield Sign("by", (one.told == "by") + (other.told == "by"))
    yield Sign("classes", _two_classes(one, other))
    yield Sign("nations", bool(_nations(one.text) and _nations(other.text)))
    yield Sign("doubt", left.doubt != right.doubt or left.denied != right.denied)
    yield from _places_in(book, pair)
    yield Sign("longer", log(1 + max(len(left.terms), len(right.terms))))


def _places_in(book: Book, pair: Apart) -> Iterator[Sign]:
    """Where the doers stand in their claims."""
    left, one, right, other = pair
    placed = [(fact, doer.at) for fact, doer in ((left, one), (right, other)) if doer.at is not None]
    yield Sign("clefts", sum(at.told in ("cleft", "accused") for _, at in placed))
    verbs = [book.terms(fact.reading, at.verb) for fact, at in placed if at.verb is not None]
    yield Sign("verb", len(verbs) == _BOTH and bool(verbs[0] & verbs[1]))
    own = [book.terms(fact.reading, doer.span) for fact, doer in ((left, one), (right, other))]
    yield Sign("plain", (one.kind == "noun") + (other.kind == "noun"))
    yield Sign("within", bool(own[0] and own[0] <= right.terms) + bool(own[1] and own[1] <= left.terms))


_BOTH = 2
