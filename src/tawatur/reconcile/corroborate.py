"""Findings: what the reports agree on, where they differ, what one adds or says alone, and how separate they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

from ..lang.phrasing import listed_ar, listed_en
from ..model import Alignment, Comparison, Finding, Lineage, Reading, Said
from .additions import additions
from .book import Book, Fact
from .compare import actors, attribution, dates, places, polarity
from .headlines import headlines
from .independence import Ledger
from .naming import Near, bodies, operations, titles
from .order import Draft, ordered
from .say import outlets, reports, said, value
from .similarity import likeness
from .single import singles
from .tallies import Tally, compared, tallies
from .wording import wording

# Claims of a slot compared pair by pair: enough voices to find any difference, few enough for a hundred reports.
_FACES = 8
# Two claims this alike say the same, where no value speaks against it.
_AGREED = 0.38
# … and share at least this much of their words: one event in other words may be another thing said of it.
_AGREED_WORDS = 0.26
# Claims of one conflict looked at two by two, so that none of them is told as agreeing with another.
_OPPOSED = 40


def findings(
    readings: tuple[Reading, ...],
    entity_of: dict[str, str],
    alignments: tuple[Alignment, ...],
    lineages: tuple[Lineage, ...],
) -> tuple[Finding, ...]:
    """All findings of a story, most telling first."""
    book = Book(readings, entity_of)
    ledger = Ledger(book, lineages)
    slots = [[book.by_id[claim] for claim in alignment.claims if claim in book.by_id] for alignment in alignments]
    tallied = tallies(book, alignments)
    near = Near(book)
    numbers = [draft for tally in tallied if (draft := _of_tally(tally)) is not None]
    differing = [draft for slot in slots for draft in _differences(book, slot)]
    opposed = [draft for draft in (*numbers, *differing) if draft.kind != "agreement"]
    settled = {claim for draft in opposed for claim in draft.claims}
    against = {frozenset(pair) for draft in opposed for pair in combinations(draft.claims[:_OPPOSED], 2)}
    agreed = [draft for slot in slots for draft in _agreements(book, slot, against)]
    names = (
        Draft("discrepancy", named.comparison, named.facts, _RELATIONS.get(named.comparison.aspect), 0.5)
        for named in chain(
            headlines(book), titles(book, near), bodies(book, near), operations(book, near), wording(book, near)
        )
    )
    told = _without_repeats(numbers, agreed)
    added = list(additions(book, slots, agreed))
    alone = singles(book, slots, tallied, settled | {claim for draft in agreed for claim in draft.claims})
    return ordered(book, ledger, chain(told, differing, agreed, names, added, alone))


_RELATIONS = {
    "value": "Contradiction",
    "date": "Contradiction",
    "place": "Contradiction",
    "actor": "Contradiction",
    "scope": "Overlap",
    "attribution": "Attribution",
}


def _of_tally(tally: Tally) -> Draft | None:
    """A slot of figures as one finding: agreement where numbers fit, a discrepancy where they or their periods do not."""
    facts = tuple(tally.facts())
    if len({fact.report for fact in facts}) < 2:
        return None
    comparison = compared(tally)
    if comparison.verdict == "differ":
        relation = "Follow-up" if _at_other_times(facts) else _RELATIONS.get(comparison.aspect)
        return Draft("discrepancy", comparison, facts, relation, 1.0)
    relation = "Subsumption" if comparison.verdict == "compatible" else "Equivalence"
    return Draft("agreement", comparison, facts, relation, 0.8)


def _at_other_times(facts: tuple[Fact, ...]) -> bool:
    return len({fact.reading.article.published for fact in facts if fact.reading.article.published}) > 1


def _without_repeats(numbers: list[Draft], agreed: list[Draft]) -> Iterator[Draft]:
    """Figures that agree exactly are told with the claims they stand in, where those agree."""
    covered = [set(draft.claims) for draft in agreed]
    for draft in numbers:
        plain = draft.kind == "agreement" and draft.comparison.verdict == "same"
        if not (plain and any(set(draft.claims) <= claims for claims in covered)):
            yield draft


def _differences(book: Book, slot: list[Fact]) -> Iterator[Draft]:
    """The first difference of each aspect that two voices of a slot show, with every claim that takes a side."""
    seen: set[object] = set()
    for left, right in combinations(_faces(slot), 2):
        if left.report == right.report:
            found = attribution(book, left, right) if not left.head and not right.head else None
            if found is not None and ("within", left.report) not in seen:
                seen.add(("within", left.report))
                yield Draft("discrepancy", found, (left, right), "Attribution", 0.7)
            continue
        if left.head or right.head:
            continue
        for comparator in (polarity, dates, places, actors, attribution):
            comparison = comparator(book, left, right)
            if comparison is None or comparison.verdict not in ("differ", "contradict"):
                continue
            key = f"{comparison.verdict}:{comparison.aspect}"
            if key in seen:
                break
            seen.add(key)
            if comparison.verdict == "contradict":
                yield Draft("contradiction", comparison, (left, right), "Contradiction", 1.0)
            else:
                yield Draft("discrepancy", comparison, (left, right), _RELATIONS.get(comparison.aspect), 0.9)
            break


def _faces(slot: list[Fact]) -> list[Fact]:
    """Claims of a slot that differ in words, reports taken in turn so that none crowds out the others."""
    distinct: dict[object, Fact] = {}
    for fact in slot:
        distinct.setdefault((fact.report if len(slot) <= 2 * _FACES else 0, fact.terms, fact.denied), fact)
    return sorted(distinct.values(), key=lambda fact: fact.order)[: 2 * _FACES]


def _agreements(book: Book, slot: list[Fact], against: set[frozenset[str]]) -> Iterator[Draft]:
    """One finding a slot: the claims that say what one of them says, the one that most others agree with."""
    groups = [(lead, _with(book, slot, lead, against)) for lead in slot[:_FACES]]
    lead, facts = max(groups, key=lambda group: (_reports(group[1]), not group[0].head, -group[0].order))
    body = [fact for fact in facts if not fact.head]
    facts = body if _reports(body) > 1 else facts
    if _reports(facts) < 2:
        return
    several = outlets(facts)
    count = reports(len({fact.report for fact in facts}))
    keys = {fact.origin.key for fact in facts if fact.origin.known}
    known = next((fact for fact in facts if fact.origin.known), None)
    by = Said("", "")
    if len(keys) == 1 and known is not None:
        name = " ".join(known.origin.name.split())
        by = Said(f" نقلا عن «{name}»", f", after «{name}»,")
    what = said(lead, 160)
    same = len({fact.terms for fact in facts}) == 1
    shown = [f"«{name}»" for name in several[:3]]
    detail = Said(
        f"يتفق {count.ar} ({listed_ar(shown)}){by.ar} على {what.ar}.",
        f"{count.en.capitalize()} agree ({listed_en(several[:3])}){by.en} on {what.en}.",
    )
    values = tuple(
        value(fact, text=fact.text, source=fact.origin.name if fact.origin.known else None) for fact in facts
    )
    relation = "Identity" if same else "Equivalence"
    weight = 0.5 + 0.1 * len(facts) + 0.2 * bool(lead.event)
    yield Draft("agreement", Comparison("value", "same", 1.0, detail, values), tuple(facts), relation, weight)


def _with(book: Book, slot: list[Fact], lead: Fact, against: set[frozenset[str]]) -> list[Fact]:
    """The claims of a slot that agree with one of them, itself among them."""
    found = []
    for fact in slot:
        other = fact.report != lead.report or fact.terms == lead.terms or fact.head
        if fact is lead or (other and frozenset((lead.id, fact.id)) not in against and _agree(book, lead, fact)):
            found.append(fact)
    return found


def _reports(facts: list[Fact]) -> int:
    return len({fact.report for fact in facts})


# How a thing is said that is not merely meant to be done, asked for or thought of.
_TOLD = frozenset(("actual", "doubted", "warned"))


def _agree(book: Book, lead: Fact, fact: Fact) -> bool:
    if lead.denied != fact.denied or (lead.doubt != fact.doubt and not {lead.doubt, fact.doubt} <= _TOLD):
        return False
    like = likeness(book, lead, fact)
    return like.score >= _AGREED and like.words >= _AGREED_WORDS
