"""What two claims of one thing differ in, aspect by aspect, and which of them deny each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from ..model import Comparison
from ..settings import settings
from .asides import aside
from .book import Book
from .compare import attribution
from .contraries.denials import denials
from .doers.actors import actors
from .fact import Fact
from .mates import Mates, two_by_two
from .numbers.comparable import numbers_apart
from .numbers.figure import Figure
from .numbers.scores import scores
from .order import Draft
from .places.whereabouts import abroad
from .similarity import clashing, contained, likeness, others_hurt
from .times.whenabouts import when

# Claims of a slot compared pair by pair: enough voices to find any difference, few enough for a hundred reports.
FACES = 8
# Pairs of reports shown for one difference; of a hundred reports the others repeat them.
_TOLD_EACH = 3
# More than this of what two claims share is most of it.
_MOST = 0.5
# A claim of which another report's holds this much is told within that one, beside other things.
_WITHIN = 0.75
RELATIONS = {
    "value": "Contradiction",
    "date": "Contradiction",
    "place": "Contradiction",
    "actor": "Contradiction",
    "scope": "Overlap",
    "attribution": "Attribution",
}


def differences(book: Book, slot: list[Fact], partners: Partners, mates: Mates) -> Iterator[Draft]:
    """The first difference of each aspect that two reports of a slot show, of a few pairs of reports."""
    seen: set[tuple[str, frozenset[int]]] = set()
    for left, right in combinations(_faces(slot), 2):
        if left.report == right.report:
            found = attribution(book, left, right) if not left.head and not right.head else None
            if found is not None and ("within", frozenset((left.report,))) not in seen:
                seen.add(("within", frozenset((left.report,))))
                yield Draft("discrepancy", found, (left, right), "Attribution", 0.7)
            continue
        if left.head or right.head:
            continue
        if not _of_one_thing(book, left, right, mates):
            found = _of_one_number(book, left, right, mates)
            if found is not None:
                yield Draft("discrepancy", found, (left, right), RELATIONS.get(found.aspect), 0.7)
            continue
        found_here: list[Comparison] = []
        for comparator in (scores, actors):
            comparison = comparator(book, left, right)
            if comparison is None or comparison.verdict != "differ":
                continue
            if _met(book, comparator, partners, left, right):
                continue
            found_here.append(comparison)
        dated = when(book, left, right)
        if dated is not None and dated.verdict == "differ" and abroad(book, left, right):
            continue  # another day and another country: another happening
        for comparison in found_here:
            key = comparison.aspect, frozenset((left.report, right.report))
            if key not in seen and sum(aspect == comparison.aspect for aspect, _ in seen) < _TOLD_EACH:
                seen.add(key)
                yield Draft("discrepancy", comparison, (left, right), RELATIONS.get(comparison.aspect), 0.9)


def _of_one_number(book: Book, left: Fact, right: Fact, mates: Mates) -> Comparison | None:
    """Two doers of what is told with one number: the doers and their verbs are words that the claims do not share
    («سفينة شحن انتشلت 11»، «أنقذت البحرية 11»)."""
    if not left.numbers & right.numbers - clashing(left, right) or aside(left) or aside(right):
        return None
    return actors(book, left, right) if mates.fit(left, right) else None


def _of_one_thing(book: Book, left: Fact, right: Fact, mates: Mates) -> bool:
    """Whether two claims tell of one thing surely enough to differ: each the other's best mate, and nobody else hurt."""
    if likeness(book, left, right).score < settings("align")["differ_score"] or aside(left) or aside(right):
        return False
    part, whole = (left, right) if contained(book, left, right) >= contained(book, right, left) else (right, left)
    told = contained(book, part, whole) >= _WITHIN and mates.fits(part, whole)
    if not told and not mates.fit(left, right, within=True):
        return False
    return not (others_hurt(left, right) or others_hurt(right, left))


def _faces(slot: list[Fact]) -> list[Fact]:
    """Claims of a slot that differ in words, reports taken in turn so that none crowds out the others."""
    distinct: dict[object, Fact] = {}
    for fact in slot:
        distinct.setdefault((fact.report if len(slot) <= 2 * FACES else 0, fact.terms, fact.denied), fact)
    return sorted(distinct.values(), key=lambda fact: fact.order)[: 2 * FACES]


Partners = dict[str, list[Fact]]


def partners_of(slots: list[list[Fact]]) -> Partners:
    """For every claim those of other reports that it is set beside."""
    found: Partners = {}
    for left, right in two_by_two(slots):
        found.setdefault(left.id, []).append(right)
        found.setdefault(right.id, []).append(left)
    return found


def _met(
    book: Book, comparator: Callable[[Book, Fact, Fact], Comparison | None], partners: Partners, left: Fact, right: Fact
) -> bool:
    """Whether the other report says elsewhere what one of the two says: then it was no difference, but two things."""
    least = settings("align")["differ_score"]
    for mine, other in ((left, right), (right, left)):
        for partner in partners.get(mine.id, ()):
            if partner.report == other.report and partner is not other and likeness(book, mine, partner).score >= least:
                found = comparator(book, mine, partner)
                if found is not None and found.verdict in ("same", "compatible"):
                    return True
    return False


def otherwise_counted(slots: list[list[Fact]], counted: list[Figure]) -> set[frozenset[str]]:
    """Pairs of claims with different numbers of one thing: no agreement, even where too little is known for a conflict."""
    by_claim: dict[str, list[Figure]] = {}
    for figure in counted:
        by_claim.setdefault(figure.fact.id, []).append(figure)
    return {
        frozenset((left.id, right.id))
        for left, right in two_by_two(slots)
        if numbers_apart(by_claim.get(left.id, []), by_claim.get(right.id, []))
    }


def half_denied(book: Book, slots: list[list[Fact]]) -> set[frozenset[str]]:
    """Pairs of claims of which one denies most of what they share: no agreement, even where it is too little for a
    contradiction."""
    denied = {denial.fact.id: denial.core for denial in denials(book)}
    return {
        frozenset((left.id, right.id))
        for left, right in two_by_two(slots)
        if any(
            no.id in denied
            and not (yes.id in denied or yes.denied)
            and _most(book, denied[no.id], left.terms & right.terms)
            for no, yes in ((left, right), (right, left))
        )
    }


def _most(book: Book, denied: frozenset[str], shared: frozenset[str]) -> bool:
    return bool(shared) and book.mass(denied & shared) > _MOST * book.mass(shared)
