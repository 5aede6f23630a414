"""«لم يصب أحد بأذى» against «أصيب 11»: that nobody was hurt denies every number of those hurt, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.tables import table
from ...model import Comparison, Said, Token
from ..book import Book, Fact, denying, inside, negations
from ..numbers.figures import Figure
from ..numbers.population import Population, in_words, relation
from ..order import Draft
from ..say import outlet, value, voice, words
from ..similarity import likeness
from .matter import long_ago

# A negation reaches this many words to the harm it denies.
_REACH = 5
# … and that of a speaker who denies it this many.
_REACH_SAID = 8
# «جميع» and the word of safety stand this near to each other.
_REACH_ALL = 5
_NONE = frozenset(("دون", "بلا", "عدم", "without", "nobody", "none", "احد", "احدا"))
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


class Spared(NamedTuple):
    """A claim that nobody was hurt: which outcomes it denies, and of whom (no class where it says of nobody)."""

    fact: Fact
    outcomes: tuple[str, ...]
    group: Population


def unharmed(book: Book, figures: Sequence[Figure]) -> Iterator[Draft]:
    """Each claim that nobody was hurt with a number of the hurt in every other report that it denies, and with the first
    claim there that says so too."""
    hurt = [figure for figure in figures if _counts(figure)]
    own = {(figure.fact.report, figure.outcome) for figure in hurt}
    none = list(filter(None, map(_spared, book.facts)))
    for left, right in combinations(none, 2):
        if left.fact.report != right.fact.report and _alike(left, right):
            yield _agreement(left.fact, right.fact)
    for spared in none:
        if spared.group.kind is None and any((spared.fact.report, outcome) in own for outcome in spared.outcomes):
            # A report that counts the hurt itself means others by those spared, and does not say whom.
            continue
        answered: dict[int, Figure] = {}
        for figure in sorted(hurt, key=lambda figure: _rank(book, spared, figure)):
            if figure.fact.report != spared.fact.report and _denies(spared, figure):
                answered.setdefault(figure.fact.report, figure)
        for figure in answered.values():
            yield _draft(spared.fact, figure)


def _rank(book: Book, spared: Spared, figure: Figure) -> tuple[int, float]:
    """The graver harm that is denied comes later; of one harm the number of the likest claim comes first."""
    told = (*spared.outcomes, figure.outcome).index(figure.outcome)
    return told, -likeness(book, spared.fact, figure.fact).odds


def _counts(figure: Figure) -> bool:
    fact = figure.fact
    told = not fact.head and not fact.denied and fact.doubt == "actual" and not (figure.past or long_ago(fact))
    return told and figure.outcome in _HARMED and (figure.low or 0) >= 1


def _fits(hurt: Population, spared: Population) -> bool:
    """Whether those hurt may be among those spared: a child may be a passenger, though no passenger is told by his age."""
    if spared.kind is None or relation(hurt, spared) in ("same", "part", "whole"):
        return True
    return hurt.kind in _OF_AGE_OR_SEX and spared.kind not in _BY_OFFICE


def _alike(left: Spared, right: Spared) -> bool:
    """Whether two claims say of one group, or of no group in particular, that it came to no such harm."""
    groups = left.group, right.group
    one = None in (groups[0].kind, groups[1].kind) or relation(*groups) in ("same", "part", "whole")
    return one and bool(set(left.outcomes) & set(right.outcomes))


def _denies(spared: Spared, figure: Figure) -> bool:
    if figure.outcome not in spared.outcomes:
        return False
    return _fits(figure.population, spared.group)


def _spared(fact: Fact) -> Spared | None:
    """What a claim says of nobody being hurt, or None."""
    if fact.head:
        return None
    tokens = [token for token in inside(fact.reading, fact.claim.span) if token.kind != "punct"]
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
                    return None
                group = in_words(" ".join(token.stem for token in tokens[at + 1 :]))
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
    stems = [token.stem for token in tokens]
    # «جميع الركاب»، «الركاب جميعا».
    group = in_words(" ".join((*stems[near + 1 :], *stems[near - 1 : near])))
    return Spared(fact, _OUTCOMES["wounded"], group)


@cache
def _negations() -> frozenset[str]:
    return _NONE | negations() | {f"و{w}" for w in ("لم", "لا", "لن")}


@cache
def _harms() -> dict[str, str]:
    rows = (row for language in ("ar", "en") for row in table(language, "no_harm").rows)
    return {fold(word): row["harm"] for row in rows for word in row["words"].split("|")}


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


def _draft(no: Fact, figure: Figure) -> Draft:
    yes, said = figure.fact, voice(figure.fact)
    what = Said("يفقد", "is missing") if figure.outcome == "missing" else Said("يصب", "was hurt")
    detail = Said(
        f"يقول {outlet(no)} إن أحدا لم {what.ar}: {words(no)}؛ وجاء في {said.ar}: «{figure.text}».",
        f"{no.outlet} says that nobody {what.en}: {words(no)}; {said.en} says: «{figure.text}».",
    )
    values = (value(no, text=no.text, polarity="negative"), value(yes, text=yes.text, polarity="positive"))
    return Draft(
        "contradiction", Comparison("value", "contradict", 0.0, detail, values), (no, yes), "Contradiction", 1.0
    )
