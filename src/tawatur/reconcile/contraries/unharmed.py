"""«لم يصب أحد بأذى» against «أصيب 11»: that nobody was hurt denies every number of those hurt, in whatever words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from ...lang.tables import keyed
from ...model import Comparison, Said, Token
from ...settings import settings
from ..book import Book
from ..fact import Fact
from ..negation import denying, negations
from ..numbers.figure import Figure
from ..numbers.population import Population, above, in_words, relation
from ..order import Draft
from ..say import outlet, value, voice, words
from ..similarity import Sign, likely
from .denials import affirmed_terms
from .matter import elsewhere, long_ago, matter_signs

# A negation reaches this many words to the harm it denies.
_REACH = 5
# … and that of a speaker who denies it this many.
_REACH_SAID = 8
# «جميع» and the word of safety stand this near to each other.
_REACH_ALL = 5
_OUTCOMES = {
    "killed": ("killed",),
    "wounded": ("wounded", "killed"),
    "any": ("killed", "wounded"),
    "missing": ("missing",),
}
# Classes that tell of what age or sex somebody is, and those that tell of an office that children do not hold.
_OF_AGE_OR_SEX = frozenset(("child", "woman"))
_BY_OFFICE = frozenset(("service", "police", "fighter", "leader", "official", "press", "medic", "teacher", "deputy"))
_HARMED = frozenset(("killed", "wounded", "missing"))
# What a claim without a number tells of them, by its terms.
_TERMS = {"killed": frozenset(("die", "kill", "murder")), "wounded": frozenset(("wound",))}


class Spared(NamedTuple):
    """A claim that nobody was hurt: which outcomes it denies, and of whom (no class where it says of nobody)."""

    fact: Fact
    outcomes: tuple[str, ...]
    group: Population


class Harm(NamedTuple):
    """A claim that somebody was hurt, and the number of them where it has one; ``text`` are the words that say so."""

    fact: Fact
    outcome: str
    group: Population
    text: str
    figure: Figure | None = None


def unharmed(book: Book, figures: Sequence[Figure]) -> Iterator[Draft]:
    """Each claim that nobody was hurt with the likeliest claim of every other report that it denies, and with the first
    claim there that says so too."""
    none = _all_spared(book)
    for left, right in combinations(none, 2):
        if left.fact.report != right.fact.report and _alike(left, right):
            yield _agreement(left.fact, right.fact)
    least = settings("unharmed")["least_score"]
    best: dict[tuple[str, int], tuple[float, Fact, Harm]] = {}
    for spared, harm, all_ in answerable(book, figures):
        score = likely("unharmed", signs(book, spared, harm, all_))
        key = spared.fact.id, harm.fact.report
        if score >= least and score > best.get(key, (0.0,))[0]:
            best[key] = score, spared.fact, harm
    for _, no, harm in best.values():
        yield _draft(no, harm)


def answerable(book: Book, figures: Sequence[Figure]) -> Iterator[tuple[Spared, Harm, list[Harm]]]:
    """Each claim that nobody was hurt with each of other reports that somebody was, and with all of these."""
    none = _all_spared(book)
    all_ = list(_harms_told(book, figures)) if none else []
    for spared, harm in product(none, all_):
        denied = spared.fact.report != harm.fact.report and harm.outcome in spared.outcomes
        if denied and _fits(harm.group, spared.group) and not elsewhere(book, spared.fact, harm.fact):
            yield spared, harm, all_


def signs(book: Book, spared: Spared, harm: Harm, all_: Sequence[Harm]) -> Iterator[Sign]:
    """What speaks for or against nobody being hurt denying that somebody was; ``all_`` are all claims that somebody was."""
    no, yes = spared.fact, harm.fact
    yield Sign("counted", harm.figure is not None)
    # A report that tells of the hurt itself means others by those spared, and does not say whom.
    own = (other for other in all_ if other.fact.report == no.report and other.outcome in spared.outcomes)
    yield Sign("own", spared.group.kind is None and any(own))
    yield Sign("graver", harm.outcome != spared.outcomes[0])
    # «سقطت في بستان دون إصابات»: of one thing among several nobody may have been hurt.
    yield Sign("without", not denying("unhurt").isdisjoint(t.norm for t in no.tokens))
    yield from matter_signs(book, no, yes)


def _harms_told(book: Book, figures: Sequence[Figure]) -> Iterator[Harm]:
    counted = [f for f in figures if f.outcome in _HARMED and (f.low or 0) >= 1 and not f.past]
    for figure in counted:
        if _tells(figure.fact):
            yield Harm(figure.fact, figure.outcome, figure.population, figure.text, figure)
    known = {figure.fact.order for figure in counted}
    for fact in book.facts:
        if _tells(fact) and fact.order not in known:
            told = affirmed_terms(book, fact)
            outcome = next((fate for fate, terms in _TERMS.items() if terms & told), None)
            if outcome is not None:
                yield Harm(fact, outcome, _people(fact.tokens), fact.text)


def _people(tokens: Iterable[Token]) -> Population:
    """The first group of people that some words name; no class where they name none."""
    groups = (in_words(token.stem) for token in tokens)
    return next((g for g in groups if g.kind is not None and "person" in above(g.kind)), in_words(""))


def _tells(fact: Fact) -> bool:
    return not (fact.head or fact.denied or long_ago(fact)) and fact.doubt == "actual"


def _all_spared(book: Book) -> list[Spared]:
    return list(filter(None, map(_spared, book.facts)))


def _fits(hurt: Population, spared: Population) -> bool:
    """Whether those hurt may be among those spared: a child may be a passenger, though no passenger is told by his age."""
    if spared.kind is None or hurt.kind is None or relation(hurt, spared) in ("same", "part", "whole"):
        return True
    return hurt.kind in _OF_AGE_OR_SEX and spared.kind not in _BY_OFFICE


def _alike(left: Spared, right: Spared) -> bool:
    """Whether two claims say of one group, or of no group in particular, that it came to no such harm."""
    groups = left.group, right.group
    one = None in (groups[0].kind, groups[1].kind) or relation(*groups) in ("same", "part", "whole")
    return one and bool(set(left.outcomes) & set(right.outcomes))


def _spared(fact: Fact) -> Spared | None:
    """What a claim says of nobody being hurt, or None."""
    if fact.head:
        return None
    tokens = [token for token in fact.tokens if token.kind != "punct"]
    # «وأنقذ»: the «و» that joins a clause on is no part of its first word.
    said = [token.norm.removeprefix("و") if token.proclitics[:1] == ("و",) else token.norm for token in tokens]
    # Where a speaker denies it, the negation stands before the claim.
    before = [-1] if fact.disowned and set(said) & denying("any") else []
    for index in (*before, *(at for at, word in enumerate(said) if word in _negations())):
        if set(said[index + 1 : index + 3]) & denying("open"):
            continue
        reach = _REACH if index >= 0 else _REACH_SAID
        for at in range(index + 1, min(index + 1 + reach, len(said))):
            harm = _harms().get(said[at])
            if harm in _OUTCOMES:
                rest = said[at + 1 :]
                if set(rest[:2]) & _words("apart") or set(said[index + 1 : at + 3]) & _words("some"):
                    break
                # «لم يصب أي من الركاب», "no passenger was hurt".
                group = _people([*tokens[at + 1 :], *tokens[index + 1 : at]])
                # «في صفوف القوات»: somebody is named, though the record does not know whom.
                unknown = group.kind is None and bool(set(rest) & _words("ranks"))
                return None if unknown else Spared(fact, _OUTCOMES[harm], group)
    return _all_safe(fact, tokens, said)


def _all_safe(fact: Fact, tokens: list[Token], said: list[str]) -> Spared | None:
    """«نجا جميع الركاب»، "all aboard escaped unhurt"."""
    safe, every = ([at for at, word in enumerate(said) if word in _words(kind)] for kind in ("safe", "all"))
    if any(word in denying("no") for word in said):
        return None
    near = next((at for at in every for other in safe if abs(at - other) <= _REACH_ALL), None)
    if near is None:
        return None
    # «جميع الركاب»، «الركاب جميعا».
    return Spared(fact, _OUTCOMES["any"], _people([*tokens[near + 1 :], *tokens[near - 1 : near]]))


@cache
def _negations() -> frozenset[str]:
    return denying("nobody") | negations()


@cache
def _harms() -> dict[str, str]:
    return keyed("no_harm", "harm", column="words")


@cache
def _words(harm: str) -> frozenset[str]:
    return frozenset(word for word, kind in _harms().items() if kind == harm)


def _agreement(left: Fact, right: Fact) -> Draft:
    detail = Said(
        f"يتفق {outlet(left)} و{outlet(right)} على أن أحدا لم يصب: {words(left)}؛ {words(right)}.",
        f"{left.outlet} and {right.outlet} agree that nobody was hurt: {words(left)}; {words(right)}.",
    )
    values = tuple(value(fact, text=fact.text) for fact in (left, right))
    return Draft("agreement", Comparison("value", "same", 1.0, detail, values), (left, right), "Equivalence", 0.7)


def _draft(no: Fact, harm: Harm) -> Draft:
    yes, said = harm.fact, voice(harm.fact)
    what = Said("يفقد", "is missing") if harm.outcome == "missing" else Said("يصب", "was hurt")
    detail = Said(
        f"يقول {outlet(no)} إن أحدا لم {what.ar}: {words(no)}؛ وجاء في {said.ar}: «{harm.text}».",
        f"{no.outlet} says that nobody {what.en}: {words(no)}; {said.en} says: «{harm.text}».",
    )
    values = (value(no, text=no.text, polarity="negative"), value(yes, text=yes.text, polarity="positive"))
    return Draft(
        "contradiction", Comparison("value", "contradict", 0.0, detail, values), (no, yes), "Contradiction", 1.0
    )
