"""Findings: what the reports agree on, where they differ, what one adds or says alone, and how separate they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from ..lang.matching import words as name_words
from ..model import Alignment, Finding, Lineage, Reading
from .accord import Against
from .additions import additions
from .agree import against_each_other, agreeing, agreement, best_mates, same_assertion, told_once, told_with
from .book import Book
from .causes import two_causes
from .contraries.answers import answered
from .contraries.opposites import opposites
from .contraries.unharmed import unharmed
from .details import details
from .differ import RELATIONS, differences, half_denied, otherwise_counted, partners_of
from .doers.ascribed import ascribed_apart
from .doers.claimants import two_claimants
from .doers.deeds import done_otherwise
from .doers.feats import two_of_one_feat
from .fact import Fact
from .headlines import headlines
from .independence import Ledger
from .mates import Mates
from .meaning import Engine
from .names.holders import holders
from .names.naming import Named, Near, bodies, operations, titles
from .names.people import two_people
from .names.two_names import two_names
from .numbers.figure import Figure
from .numbers.figures import figures
from .numbers.tallies import Tally, tallies
from .numbers.verdicts import compared
from .order import Draft, ordered
from .places.locations import placed_apart
from .places.scenes import scenes
from .similarity import about_one
from .single import singles
from .times.occasions import dated_apart
from .wording import wording


def findings(
    readings: tuple[Reading, ...],
    entity_of: dict[str, str],
    alignments: tuple[Alignment, ...],
    lineages: tuple[Lineage, ...],
    engine: Engine = "words",
) -> tuple[Finding, ...]:
    """All findings of a story, most telling first."""
    book = Book(readings, entity_of, engine)
    ledger = Ledger(book, lineages)
    slots = [[book.by_id[claim] for claim in alignment.claims if claim in book.by_id] for alignment in alignments]
    tallied = tallies(book, alignments)
    seen = opposed(book, slots, tallied)
    surest = [slot for _, slot in sorted(zip(alignments, slots), key=lambda pair: -pair[0].score)]
    groups = best_mates(book, [one for slot in surest for one in agreeing(book, slot, seen.against, seen.mates)])
    agreed = [
        agreement(book, facts, seen.against) for facts in told_once(groups, seen.against, partial(same_assertion, book))
    ]
    told = _without_repeats(seen.numbers, agreed)
    added = [*additions(book, slots, agreed, seen.counted), *details(book, slots, seen.counted)]
    added += [*seen.placed, *holders(book)]
    named = list(_names(book, slots, seen.mates))
    shown = [*told, *seen.differing, *agreed, *named, *_named_once(added, named)]
    alone = singles(book, slots, tallied, seen.settled(book) | told_with(agreed), len(shown))
    return ordered(book, ledger, chain(shown, alone))


class Opposed(NamedTuple):
    """What is known of a story's slots before it is told what agrees: figures as findings, all other differences, what
    scenes make of places, which pairs of claims all that sets against each other, who are best mates, and all figures."""

    numbers: list[Draft]
    differing: list[Draft]
    placed: list[Draft]
    against: Against
    mates: Mates
    counted: list[Figure]

    def settled(self, book: Book) -> set[str]:
        """The claims that a conflict tells; two that differ in a day and share little else tell the rest alone."""
        conflicts = [draft for draft in (*self.numbers, *self.differing) if draft.kind != "agreement"]
        whole = (d for d in conflicts if d.comparison.aspect != "date" or about_one(book, *d.facts[:2]))
        return {claim for draft in whole for claim in draft.claims}


def opposed(book: Book, slots: list[list[Fact]], tallied: list[Tally]) -> Opposed:
    """All that the slots of a story differ in."""
    numbers = [draft for tally in tallied if (draft := _of_tally(tally)) is not None]
    partners, mates = partners_of(slots), Mates(book, slots)
    counted = figures(book)
    differing = list(unharmed(book, counted))
    differing += answered(book, mates, differing)
    differing += opposites(book, mates, differing)
    differing += [draft for slot in slots for draft in differences(book, slot, partners, mates)]
    differing += ascribed_apart(book)
    differing += dated_apart(book)
    differing += placed_apart(book)
    differing += done_otherwise(book, differing)
    placed = list(scenes(book, differing))
    against = against_each_other([*numbers, *differing], otherwise_counted(slots, counted), half_denied(book, slots))
    return Opposed(numbers, differing, placed, against, mates, counted)


def _names(book: Book, slots: list[list[Fact]], mates: Mates) -> Iterator[Draft]:
    """What two reports call otherwise, and headlines that say otherwise than their texts."""
    near = Near(book)
    told = [
        *headlines(book),
        *titles(book, near),
        *bodies(book, near),
        *operations(book, near),
        *two_claimants(book, near),
        *two_causes(book, slots),
        *two_of_one_feat(book, near),
        *two_names(book, slots),
        *two_people(book, near, slots),
    ]
    # Two titles of one minister are no choice of words besides.
    told += [one for one in wording(book, near, slots, mates) if not any(_tells(other, one) for other in told)]
    for named in told:
        yield Draft("discrepancy", named.comparison, named.facts, RELATIONS.get(named.comparison.aspect), 0.5)


def _tells(named: Named, other: Named) -> bool:
    """Whether what one finding points at holds all that the other does."""
    whole, parts = ([value["span"] for value in one.comparison.values if "span" in value] for one in (named, other))
    return bool(parts) and all(any(span.contains(part) for span in whole) for part in parts)


def _named_once(added: list[Draft], named: list[Draft]) -> Iterator[Draft]:
    """What reports add, less names that a difference of names tells, and those that stand within one told before."""
    told = [set(name_words(value["text"])) for draft in named for value in _names_in(draft)]
    for draft in added:
        names = [set(name_words(value["text"])) for value in _names_in(draft)[1:]]
        if not names or any(not any(name <= one or one <= name for one in told) for name in names):
            yield draft
        told += names


def _names_in(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    return draft.comparison.values if draft.comparison.aspect == "name" else ()


def _of_tally(tally: Tally) -> Draft | None:
    """A slot of figures as one finding: agreement where numbers fit, a discrepancy where they or their periods do not."""
    facts = tuple(tally.facts())
    if len({fact.report for fact in facts}) < 2:
        return None
    comparison = compared(tally)
    if comparison.verdict == "differ":
        relation = "Follow-up" if _at_other_times(facts) else RELATIONS.get(comparison.aspect)
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
