"""What is denied in words, answered by whatever claim of another report affirms it, however the two are told.

A denial need not stand beside the claim that it answers: «نافيا أن يكون الطقس وراء سقوطها» shares two words with «سوء
الأحوال الجوية كان السبب الأرجح», and they are the two that count. So each denial is reduced to the terms inside its
negation, and a claim of another report that holds them is what it answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from math import log
from typing import NamedTuple, TypeVar

from ...lang.tables import table
from ...model import Comparison, Said
from ...settings import settings
from ...story.concepts import near_concepts
from ...story.terms import common_tongue
from ..book import Book
from ..fact import Fact
from ..mates import Mates
from ..order import Draft
from ..origins import one_origin
from ..say import outlet, speaker, value, voice, words
from ..similarity import Sign, likely, likeness, share
from .denials import Denial, affirmed_acts, affirmed_terms, denials, denials_of
from .matter import another, elsewhere, heard_apart, matter_signs, near_by, undecided
from .opposites import opposed

T = TypeVar("T")
# Denials, and claims, of the same words that are looked at; and claims told for one denial.
_EACH = 3
# A term that stands in so many claims of a report at most is seldom there.
_SELDOM = 2
# Who denies so much of it too agrees with the denial, whatever else he tells («ولا علاقة له بعمرها»).
_AGREES = 0.6
# How much surer another mate may be; beyond this it says no more.
_FAR = 4.0


class Answer(NamedTuple):
    """A claim that affirms some of what a denial denies. ``common`` are the denied terms it has, ``held`` their part of the
    weight; ``better`` is how many claims of its report hold more of them, ``best`` whether none of those that hold any is
    likelier to tell of the same as the denial; ``often`` counts a report's claims that hold a term."""

    denial: Denial
    yes: Fact
    common: frozenset[str]
    held: float
    better: int
    best: bool
    often: Counter[tuple[int, str]]


class Told(NamedTuple):
    """Denials of one thing in several reports, with the claims that they answer."""

    denials: list[Denial]
    answers: list[Fact]


def answered(book: Book, mates: Mates, before: Iterable[Draft]) -> Iterator[Draft]:
    """Each denial with the claim of every other report that it answers best; of claims in the same words the first few
    stand for all, and one denial that two reports tell is told once. ``before`` are contradictions already found, which
    are not told again."""
    found: list[Told] = []
    for denial, yes in _answers(book, mates, before):
        one = next((told for told in found if told.answers == yes and _one_denial(told.denials[0], denial)), None)
        if one is not None:
            one.denials.append(denial)
        else:
            found.append(Told([denial], yes))
    for denials_, answers_ in found:
        first = against(denials_[0], answers_[0])
        no = [value(denial.fact, text=denial.fact.text, polarity="negative") for denial in denials_[1:]]
        others = [against(denials_[0], yes).values[1] for yes in answers_[1:]]
        facts = *(denial.fact for denial in denials_), *answers_
        yield Draft("contradiction", replace(first, values=(*first.values, *no, *others)), facts, "Contradiction", 1.0)


def _one_denial(one: Denial, other: Denial) -> bool:
    """Whether two reports tell one denial: by one speaker, or by a speaker whom each names in its own language; half of
    what the shorter denies the other denies too, and they answer the same."""
    if one.fact.report == other.fact.report or not (one.spoken and other.spoken):
        return False
    ours, theirs = one.core, other.core
    foreign = one.fact.reading.article.language != other.fact.reading.article.language
    if foreign:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    same = 2 * len(ours & theirs) >= min(len(ours), len(theirs))
    return same and (foreign or one_origin(one.fact.origin, other.fact.origin))


def _answers(book: Book, mates: Mates, before: Iterable[Draft]) -> Iterator[tuple[Denial, list[Fact]]]:
    """Each denial with what it answers in other reports, and with what it answers in its own."""
    done = {(fact.id, other.report) for draft in before for fact in draft.facts for other in draft.facts}
    told_of: set[tuple[str, str]] = set()  # what two denials of one claim answer both is told once
    least = settings("denials")["least_score"]
    for denial, found in answerable(book):
        best: dict[int, tuple[float, Fact]] = {}
        for answer in found:
            yes = answer.yes
            if (denial.fact.id, yes.report) in done or (denial.fact.id, yes.id) in told_of:
                continue
            score = likely("denials", signs(book, answer, mates))
            if (
                score >= (least if yes.report != denial.fact.report else _least_within(denial.fact, yes))
                and score > best.get(yes.report, (0.0, yes))[0]
            ):
                best[yes.report] = score, yes
        told_of |= {(denial.fact.id, yes.id) for _, yes in best.values()}
        within = best.pop(denial.fact.report, None)
        if best:
            surest = sorted(best.values(), key=lambda one: (-one[0], one[1].order))
            yield denial, [yes for _, yes in surest[:_EACH]]
        if within:
            yield denial, [within[1]]


def _least_within(no: Fact, yes: Fact) -> float:
    """From how likely on a speaker's denial answers what the same report tells: few of them do, and most of these stand
    near what they answer."""
    return float(settings("denials")["near_score" if near_by(no, yes) else "far_score"])


def answerable(book: Book) -> Iterator[tuple[Denial, list[Answer]]]:
    """Each denial with the claims of other reports that affirm any of what it denies."""
    often = Counter((fact.report, term) for fact in book.facts for term in fact.terms if not fact.head)
    open_ = [fact for fact in book.facts if not (fact.head or fact.disowned or undecided(fact))]
    affirming = [
        (fact, affirmed_terms(book, fact) & book.told(fact))
        for fact in _few(open_, lambda fact: (fact.terms, fact.doubt))
    ]
    for denial in _few(denials(book), lambda denial: denial.core):
        acts, near = {kind for _, kind in denial.acts}, _near(denial.core)
        found = [
            Answer(denial, yes, *denial.held(book, yes), 0, False, often)
            for yes, affirmed in affirming
            if heard_apart(denial.fact, yes, denial.spoken)
            and (
                (denial.core | near) & (denial.told(book, yes) if denial.tie else affirmed)
                or acts & affirmed_acts(book, yes)
            )
            and denial.same_thing(yes)
            and not _denies_the_same(book, denial, yes)
            and not _unaccused(book, denial, yes)
            and not elsewhere(book, denial.fact, yes)
            and (denial.spoken or not another(book, denial.fact, yes))
        ]
        yield denial, [_ranked(book, answer, found) for answer in found]


def _ranked(book: Book, answer: Answer, found: Iterable[Answer]) -> Answer:
    """The same with its place among the answers of its report."""
    no = answer.denial.fact
    others = [other for other in found if other.yes.report == answer.yes.report]
    odds = likeness(book, no, answer.yes).odds
    return answer._replace(
        better=sum(other.held > answer.held for other in others),
        best=all(likeness(book, no, other.yes).odds <= odds for other in others),
    )


def _near(terms: frozenset[str]) -> frozenset[str]:
    """The concepts that reports take for some, and those of what is of such a kind."""
    return frozenset().union(*map(_kin, terms))


@cache
def _kin(term: str) -> frozenset[str]:
    return near_concepts().get(term, frozenset()) | _kinds().get(term, frozenset())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For a concept those of what is of its kind: shots are an attack."""
    return {row["kind"]: frozenset(row["such"].split("|")) for row in table("ar", "denied_kinds").rows}


def _few(items: Iterable[T], key: Callable[[T], object]) -> Iterator[T]:
    """The first few of each kind."""
    seen: Counter[object] = Counter()
    for item in items:
        seen[key(item)] += 1
        if seen[key(item)] <= _EACH:
            yield item


def _unaccused(book: Book, denial: Denial, yes: Fact) -> bool:
    """Whether somebody denies his own doing and the affirming sentence names neither him nor his country: his denial
    answers it not."""
    no = denial.fact
    denier, source = no.origin.entity, no.claim.source
    if not denial.own or denier is None:
        return False
    named = frozenset[str]()
    if yes.sentence is not None:
        inside = (m.entity for m in yes.reading.mentions if m.entity and yes.sentence.span.contains(m.span))
        named = frozenset(book.entity_of.get(entity, entity) for entity in inside)
    said = book.terms(no.reading, source.span) if source is not None and source.span is not None else frozenset()
    countries = {term for term in said if term.startswith("@")}
    return denier not in named | (no.agents & yes.agents) and not countries & yes.sentence_terms


def signs(book: Book, answer: Answer, mates: Mates) -> Iterator[Sign]:
    """What speaks for or against a claim affirming what is denied."""
    denial, yes, common, held, better, best, often = answer
    no = denial.fact
    yield Sign("held", held)
    yield Sign("spoken", held * denial.spoken)
    yield Sign("any", denial.any)
    yield Sign("common", min(len(common), 3))
    yield Sign("near", _near_held(book, denial, yes, common))
    yield Sign("better", log(1 + better))
    yield Sign("best", best)
    yield Sign("counted", denial.any and any(figure.low for figure in yes.figures))
    yield Sign("seldom", bool(common) and all(often[yes.report, term] <= _SELDOM for term in common))
    yield Sign("act", not affirmed_acts(book, yes).isdisjoint(kind for _, kind in denial.acts))
    yield Sign("opposed", opposed(book, no, yes))
    yield Sign("around", book.mass(denial.core & (yes.terms | yes.around)) / book.mass(denial.core))
    yield Sign("counted_apart", bool(no.numbers and yes.numbers) and not no.numbers & yes.numbers)
    yield Sign("narrator", no.origin.kind == "own" and not denial.spoken)
    yield Sign("both_deny", yes.denied)
    yield Sign("denies_too", _denies_too(book, denial, yes))
    yield Sign("behind", min(mates.behind(no, yes), _FAR))
    yield Sign("sentences", _sentences(book, no, yes))
    yield from matter_signs(book, no, yes)


def _sentences(book: Book, no: Fact, yes: Fact) -> float:
    """How much of what one of the two sentences tells the other tells too."""
    ours, theirs = no.terms | no.around, yes.terms | yes.around
    if no.reading.article.language != yes.reading.article.language:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return share(book, ours, theirs)


def _near_held(book: Book, denial: Denial, yes: Fact, common: frozenset[str]) -> float:
    """The part of what is denied that a claim tells only in concepts that reports take for it."""
    told = denial.told(book, yes)
    met = frozenset(term for term in denial.core - common if not _kin(term).isdisjoint(told))
    return book.mass(met) / book.mass(denial.core)


def _denies_too(book: Book, denial: Denial, yes: Fact) -> float:
    """How much of what is denied the other claim denies itself."""
    core, its = denial.core, frozenset[str]().union(*(other.core for other in denials_of(book, yes)))
    if denial.fact.reading.article.language != yes.reading.article.language:
        core = common_tongue(core) or core
    return book.mass(core & its) / book.mass(core)


def _denies_the_same(book: Book, denial: Denial, yes: Fact) -> bool:
    """Whether the other claim denies most of it itself, or most of what it denies is denied here."""
    for other in denials_of(book, yes):
        both = book.mass(denial.core & other.core)
        if both >= _AGREES * min(book.mass(denial.core), book.mass(other.core)):
            return True
    return False


def against(denial: Denial, yes: Fact) -> Comparison:
    """What a denial and the claim that it answers say of each other."""
    no, said = denial.fact, voice(yes)
    if denial.spoken and no.origin.kind != "own":
        ar = f"في {outlet(no)} نفي على لسان {speaker(no)}: {words(no)}؛ ويقابله ما جاء في {said.ar}: {words(yes)}."
        en = f"{no.outlet} carries a denial by {speaker(no)}: {words(no)}; against it {said.en} says: {words(yes)}."
    else:
        ar = f"ينفي {outlet(no)} ما يثبته غيره: {words(no)}؛ وجاء في {said.ar}: {words(yes)}."
        en = f"{no.outlet} denies what another affirms: {words(no)}; {said.en} says: {words(yes)}."
    values = (value(no, text=no.text, polarity="negative"), value(yes, text=yes.text, polarity="positive"))
    return Comparison("value", "contradict", 0.0, Said(ar, en), values)
