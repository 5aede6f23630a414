"""Who takes an attack upon itself, and whether the reports tell it of different actors.

The words for that stand in ``responsibility.tsv``; of several verbs the nearest decides, and a denial takes nothing on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from ..model import Token
from ..reconcile.book import Book
from ..reconcile.doers.actors import actors
from ..reconcile.doers.claimants import begins, responsibility
from ..reconcile.fact import Fact
from ..reconcile.facts import fillers
from ..reconcile.independence import acts
from ..reconcile.negation import negations
from ..reconcile.numbers.figure import Figure
from .wholes import sentence_of

# «و» or "and": what may stand between two claims of one actor.
_AND = 3
# Different actors of one attack compared with each other; more are hardly told.
_FACES = 8


class Acceptance(NamedTuple):
    """A claim by which a party takes an attack upon itself. ``key`` is equal for the forces of one country."""

    key: str
    name: str
    fact: Fact


def own_doing(book: Book, stated: Sequence[Figure], near: Sequence[Fact]) -> Iterator[Acceptance]:
    """The speaker says that itself killed or wounded those counted: it is the actor of the very word that tells so.

    Nearness is not enough: who says that it killed the planner of an attack did not carry that attack out.
    """
    for figure in stated:
        fact, cue = figure.fact, figure.first.cue
        event = next((e for e in fact.reading.events if cue and e.trigger.overlaps(cue)), None)
        if event is None or fact.doubt != "actual":
            continue
        agents = fillers([event], "agent", book.entity_of)
        doer = replace(fact, agents=agents) if agents else _before(fact, near)
        if doer is not None and acts(book, doer):
            yield Acceptance(doer.origin.party or doer.origin.key, doer.origin.name, fact)


def _before(fact: Fact, near: Sequence[Fact]) -> Fact | None:
    """The claim that this one continues with a bare "and" («إنه قصف الموقع وقتل أربعة»): its actor acts here too."""
    for other in near:
        if other.claim.quote == fact.claim.quote and other.reading is fact.reading and other.doubt == "actual":
            between = fact.reading.article.text[other.claim.span.end : fact.claim.span.start].strip()
            if other.claim.span.end <= fact.claim.span.start and between and len(between) <= _AND:
                return other
    return None


def taken_on(book: Book, facts: Iterable[Fact]) -> Iterator[Acceptance]:
    """A party takes the attack upon itself in the words for that, which stand before the attack's own word."""
    for fact in facts:
        # To "claim" responsibility is no doubtful saying: the claim is what counts.
        if fact.denied or fact.doubt not in ("actual", "doubted"):
            continue
        if fact.event is None or fact.event.type != "ASSAULT":
            continue
        at = _taking(fact, fact.event.trigger.end)
        key = None if at is None else _claimant(book, fact, at)
        if key is not None:
            yield Acceptance(key, book.entity[key].name, fact)


def _taking(fact: Fact, end: int) -> int | None:
    """Where in the text the verb stands by which an attack is taken on, in the sentence before ``end``.

    Of verbs the nearest decides: «نفت مسؤوليتها» and "blamed … for" take nothing on, nor does a negated verb.
    """
    kinds = responsibility()
    said = [(_bare(token), token.span.start) for token in _before_insentence_of(fact, end)]
    words = [word for word, _ in said]
    for index in range(len(words) - 1, -1, -1):
        if begins(words, index, kinds["taking"]):
            verb = index
        elif begins(words, index, kinds["noun"]):
            told = [j for j in range(index) if words[j] in kinds["admits"] or words[j] in kinds["refuses"]]
            if not told or words[told[-1]] in kinds["refuses"]:
                return None
            verb = told[-1]
        else:
            continue
        return None if negations() & set(words[max(0, verb - 2) : verb]) else said[verb][1]
    return None


def _before_insentence_of(fact: Fact, end: int) -> tuple[Token, ...]:
    tokens = fact.reading.tokens
    first = bisect_left(tokens, sentence_of(fact).start, key=lambda token: token.span.start)
    return tuple(token for token in tokens[first : bisect_left(tokens, end, key=lambda token: token.span.start)])


def _bare(token: Token) -> str:
    """The word without the "and" or "so" that is written onto it."""
    return token.norm[1:] if token.proclitics[:1] in (("و",), ("ف",)) else token.norm


def _claimant(book: Book, fact: Fact, at: int) -> str | None:
    """The body or country named nearest to the verb, or the speaker where the words are its own."""
    sentence = sentence_of(fact)
    if fact.origin.entity in book.entity and at < fact.claim.span.start:
        return fact.origin.entity
    named = [
        (abs(m.span.start - at), book.entity_of.get(m.entity, m.entity))
        for m in fact.reading.mentions
        if m.entity and m.kind in ("ORG", "GPE", "PERSON") and sentence.contains(m.span)
    ]
    return next((key for _, key in sorted(named) if key in book.entity), None)


def rivals(book: Book, facts: Iterable[Fact]) -> Iterator[str]:
    """Claims of two reports that tell this toll's attack of different actors."""
    told = {fact.agents: fact for fact in facts if fact.agents and not fact.denied and not fact.head}
    for left, right in combinations(list(told.values())[:_FACES], 2):
        if left.report != right.report and actors(book, left, right) is not None:
            yield from (left.id, right.id)
