"""Findings: what the reports agree on, where they differ, what one adds or says alone, and how separate they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, combinations
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.phrasing import listed_ar, listed_en
from ..model import Alignment, Comparison, Finding, Lineage, Reading, Said, Verdict
from ..settings import settings
from .additions import additions
from .asides import aside
from .bearers import two_names, two_places
from .book import Book, Fact
from .claimants import two_claimants
from .comparable import numbers_apart
from .compare import actors, attribution, polarity
from .denials import answered, denials
from .figures import Figure, figures
from .headlines import headlines
from .independence import Ledger
from .meaning import Engine
from .naming import Near, bodies, operations, titles
from .opposites import opposites
from .order import Draft, ordered
from .say import outlets, reports, said, value
from .scenes import scenes
from .scores import scores
from .similarity import besides, clashing, contained, counts_more, likeness, same_event
from .single import singles
from .tallies import Tally, compared, tallies
from .unharmed import unharmed
from .whenabouts import dates, vaguer
from .whereabouts import abroad, places, shares_place
from .wording import wording

# Claims of a slot compared pair by pair: enough voices to find any difference, few enough for a hundred reports.
_FACES = 8
# Claims that each have numbers, none in common, and yet no conflict, agree where they share this much of their words.
_AGREED_NUMBERS = 0.6
# Claims that differ in a value agree in the rest where that is so rare together, a term of these two claims alone being 1.
_AGREED_BESIDES = 2.3
# Pairs of reports shown for one difference; of a hundred reports the others repeat them.
_TOLD_EACH = 3
# A mate of a claim in a report is its best there if no other is surer by more than this, in the logarithm of odds.
_BETTER = 3.0
# More than this of what two claims share is most of it.
_MOST = 0.5
# A claim of which another report's holds this much is told within that one, beside other things.
_WITHIN = 0.75
# Claims of one conflict looked at two by two, so that none of them is told as agreeing with another.
_OPPOSED = 40


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
    numbers = [draft for tally in tallied if (draft := _of_tally(tally)) is not None]
    partners, mates = _partners(slots), _Mates(book, slots)
    counted = figures(book)
    differing = [*_denials(book, slots), *unharmed(book, counted)]
    differing += opposites(book)
    differing += answered(book, differing)
    differing += [draft for slot in slots for draft in _differences(book, slot, partners, mates)]
    placed = list(scenes(book, differing))
    differing += [draft for draft in placed if draft.kind == "discrepancy"]
    opposed = [draft for draft in (*numbers, *differing) if draft.kind != "agreement"]
    settled = {claim for draft in opposed for claim in draft.claims}
    against = _against([*numbers, *differing], _otherwise_counted(slots, counted) | _half_denied(book, slots))
    surest = [slot for _, slot in sorted(zip(alignments, slots), key=lambda pair: -pair[0].score)]
    groups = [_agreeing(book, slot, against, mates) for slot in surest]
    agreed = [_agreement(book, facts, against) for facts in _told_once(groups, against)]
    told = _without_repeats(numbers, agreed)
    added = [*additions(book, slots, agreed), *(draft for draft in placed if draft.kind == "elaboration")]
    shown = [*told, *differing, *agreed, *_names(book, slots), *added]
    alone = singles(book, slots, tallied, settled | _told_with(agreed), len(shown))
    return ordered(book, ledger, chain(shown, alone))


def _names(book: Book, slots: list[list[Fact]]) -> Iterator[Draft]:
    """What two reports call otherwise, and headlines that say otherwise than their texts."""
    near = Near(book)
    for named in chain(
        headlines(book),
        titles(book, near),
        bodies(book, near),
        operations(book, near),
        two_claimants(book, near),
        two_names(book, slots),
        wording(book, near),
    ):
        yield Draft("discrepancy", named.comparison, named.facts, _RELATIONS.get(named.comparison.aspect), 0.5)


class _Against(NamedTuple):
    """Pairs of claims of which a value differs, those that cannot both be so, and those whose figures fit."""

    apart: set[frozenset[str]]
    denied: set[frozenset[str]]
    fitting: set[frozenset[str]]


def _against(drafts: list[Draft], counted: set[frozenset[str]]) -> _Against:
    """The pairs that a finding sets against each other; of three in one conflict of figures two may give the same."""
    found = _Against(set(counted), set(), set())
    for draft in drafts:
        for left, right in combinations(draft.facts[:_OPPOSED], 2):
            pair = frozenset((left.id, right.id))
            if draft.kind == "agreement":
                found.fitting.add(pair)
            elif draft.kind == "contradiction":
                found.denied.add(pair)
            elif draft.comparison.aspect != "value" or not _same_number(left, right):
                found.apart.add(pair)
    return found


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


def _differences(book: Book, slot: list[Fact], partners: Partners, mates: _Mates) -> Iterator[Draft]:
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
            found = _translated(book, left, right, mates)
            if found is not None:
                yield Draft("discrepancy", found, (left, right), "Attribution", 0.7)
            continue
        found_here: list[Comparison] = []
        for comparator in (scores, dates, places, two_places, actors, attribution):
            comparison = comparator(book, left, right)
            if comparison is None or comparison.verdict != "differ":
                continue
            if _met(book, comparator, partners, left, right):
                continue
            found_here.append(comparison)
        if {"date", "place"} <= {comparison.aspect for comparison in found_here} and abroad(book, left, right):
            continue  # another day and another country: another happening
        for comparison in found_here:
            key = comparison.aspect, frozenset((left.report, right.report))
            if key not in seen and sum(aspect == comparison.aspect for aspect, _ in seen) < _TOLD_EACH:
                seen.add(key)
                yield Draft("discrepancy", comparison, (left, right), _RELATIONS.get(comparison.aspect), 0.9)


def _translated(book: Book, left: Fact, right: Fact, mates: _Mates) -> Comparison | None:
    """One quotation in two languages, which shares few words, ascribed to two people."""
    foreign = left.reading.article.language != right.reading.article.language
    return attribution(book, left, right) if foreign and mates.fit(left, right) else None


def _of_one_thing(book: Book, left: Fact, right: Fact, mates: _Mates) -> bool:
    """Whether two claims tell of one thing surely enough to differ: each the other's best mate, and nobody else hurt."""
    if likeness(book, left, right).score < settings("align")["differ_score"] or aside(left) or aside(right):
        return False
    part, whole = (left, right) if contained(book, left, right) >= contained(book, right, left) else (right, left)
    told = contained(book, part, whole) >= _WITHIN and mates.fits(part, whole)
    if not told and not mates.fit(left, right, within=True):
        return False
    return not (_others_hurt(left, right) or _others_hurt(right, left))


def _denials(book: Book, slots: list[list[Fact]]) -> Iterator[Draft]:
    """One finding for every denial, with the claim of each other report that it answers best."""
    best: dict[str, dict[int, tuple[float, Comparison, Fact]]] = {}
    for slot in slots:
        for left, right in combinations(_faces(slot), 2):
            if left.report == right.report or left.head or right.head:
                continue
            comparison = polarity(book, left, right)
            if comparison is not None:
                no, yes = (left, right) if left.denied or not right.denied else (right, left)
                held = contained(book, no, yes)
                by_report = best.setdefault(no.id, {})
                if yes.report not in by_report or held > by_report[yes.report][0]:
                    by_report[yes.report] = held, comparison, yes
    for key, by_report in best.items():
        answered = sorted(by_report.values(), key=lambda one: (-one[0], one[2].order))
        facts = (book.by_id[key], *(yes for _, _, yes in answered))
        values = (answered[0][1].values[0], *(comparison.values[1] for _, comparison, _ in answered))
        yield Draft("contradiction", replace(answered[0][1], values=values), facts, "Contradiction", 1.0)


def _faces(slot: list[Fact]) -> list[Fact]:
    """Claims of a slot that differ in words, reports taken in turn so that none crowds out the others."""
    distinct: dict[object, Fact] = {}
    for fact in slot:
        distinct.setdefault((fact.report if len(slot) <= 2 * _FACES else 0, fact.terms, fact.denied), fact)
    return sorted(distinct.values(), key=lambda fact: fact.order)[: 2 * _FACES]


def _otherwise_counted(slots: list[list[Fact]], counted: list[Figure]) -> set[frozenset[str]]:
    """Pairs of claims with different numbers of one thing: no agreement, even where too little is known for a conflict."""
    by_claim: dict[str, list[Figure]] = {}
    for figure in counted:
        by_claim.setdefault(figure.fact.id, []).append(figure)
    return {
        frozenset((left.id, right.id))
        for left, right in _two_by_two(slots)
        if numbers_apart(by_claim.get(left.id, []), by_claim.get(right.id, []))
    }


def _two_by_two(slots: list[list[Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """The first claims of each slot in pairs of two reports."""
    pairs = (pair for slot in slots for pair in combinations(slot[:_OPPOSED], 2))
    return ((left, right) for left, right in pairs if left.report != right.report)


def _half_denied(book: Book, slots: list[list[Fact]]) -> set[frozenset[str]]:
    """Pairs of claims of which one denies most of what they share: no agreement, even where it is too little for a
    contradiction."""
    denied = {denial.fact.id: denial.core for denial in denials(book)}
    return {
        frozenset((left.id, right.id))
        for left, right in _two_by_two(slots)
        if any(
            no.id in denied
            and not (yes.id in denied or yes.denied)
            and _most(book, denied[no.id], left.terms & right.terms)
            for no, yes in ((left, right), (right, left))
        )
    }


def _most(book: Book, denied: frozenset[str], shared: frozenset[str]) -> bool:
    return bool(shared) and book.mass(denied & shared) > _MOST * book.mass(shared)


Partners = dict[str, list[Fact]]


def _partners(slots: list[list[Fact]]) -> Partners:
    """For every claim those of other reports that it is set beside."""
    found: Partners = {}
    for left, right in _two_by_two(slots):
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
                if comparator is places:
                    # That a headline names the country is no other place.
                    if shares_place(book, mine, partner):
                        return True
                    continue
                if comparator is dates and vaguer(partner, other):
                    # … and that it says «الشهر المقبل» no other day.
                    continue
                found = comparator(book, mine, partner)
                if found is not None and found.verdict in ("same", "compatible"):
                    return True
    return False


def _agreeing(book: Book, slot: list[Fact], against: _Against, mates: _Mates) -> list[Fact]:
    """The claims of a slot that say what one of them says, the one that most others agree with."""
    groups = [(lead, _with(book, slot, lead, against, mates)) for lead in slot[:_FACES]]
    lead, facts = max(groups, key=lambda group: (_reports(group[1]), not group[0].head, -group[0].order))
    facts = [lead, *(fact for fact in facts if fact is not lead)]
    body = [fact for fact in facts if not fact.head]
    # What a headline says besides its text stands behind the texts.
    return [*body, *(fact for fact in facts if fact.head)] if _reports(body) > 1 else facts


def _told_once(groups: list[list[Fact]], against: _Against) -> list[list[Fact]]:
    """Groups of agreeing claims around one of them, the first: what agrees with the same claim is one finding, and a
    group of claims that all stand in others tells nothing more."""
    found: dict[str, list[Fact]] = {}
    told: set[str] = set()
    for group in sorted(groups, key=lambda group: -_reports(group)):
        lead = next((fact for fact in group if fact.id in found), group[0])
        mine = found.get(lead.id, [])
        new = [fact for fact in group if fact not in mine and fact.id not in told]
        if _reports(group) < 2 or not new:
            continue
        if any(frozenset((a.id, b.id)) in against.apart for a in mine for b in new):
            new = group
        found.setdefault(lead.id, []).extend(new if mine else group)
        told |= {fact.id for fact in group}
    return list(found.values())


def _agreement(book: Book, facts: list[Fact], against: _Against) -> Draft:
    """What several reports agree on, in the words of the first of them."""
    lead = facts[0]
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
    but = _BUT if (partly := any(_apart(lead, fact, against) for fact in facts[1:])) else Said("", "")
    detail = Said(
        f"يتفق {count.ar} ({listed_ar(shown)}){by.ar} على {what.ar}{but.ar}.",
        f"{count.en.capitalize()} agree ({listed_en(several[:3])}){by.en} on {what.en}{but.en}.",
    )
    values = tuple(
        value(fact, text=fact.text, source=fact.origin.name if fact.origin.known else None) for fact in facts
    )
    relation = "Overlap" if partly else "Identity" if same else "Equivalence"
    verdict: Verdict = "compatible" if partly else "same"
    weight = 0.5 + 0.1 * len(facts) + 0.2 * bool(lead.event)
    return Draft("agreement", Comparison("value", verdict, 1.0, detail, values), tuple(facts), relation, weight)


_BUT = Said("، مع اختلاف في رقم أو تفصيل منه", ", though not on every number or detail of it")


def _with(book: Book, slot: list[Fact], lead: Fact, against: _Against, mates: _Mates) -> list[Fact]:
    """The claims of a slot that agree with one of them, itself among them."""
    found = []
    for fact in slot:
        other = fact.report != lead.report or fact.terms == lead.terms or fact.head
        if fact is lead or (other and _agree(book, lead, fact, against) and mates.fit(lead, fact)):
            found.append(fact)
    return found


class _Mates:
    """Which claims are each other's best mates in their reports, or nearly: a claim says what its best mate says, and
    only shares words with the rest."""

    def __init__(self, book: Book, slots: list[list[Fact]]) -> None:
        self._book = book
        self._best: dict[tuple[str, int], tuple[float, Fact]] = {}
        for left, right in _two_by_two(slots):
            if not left.head and not right.head:
                odds = likeness(book, left, right).odds
                for mine, other in ((left, right), (right, left)):
                    key = mine.id, other.report
                    if key not in self._best or odds > self._best[key][0]:
                        self._best[key] = odds, other

    def fit(self, left: Fact, right: Fact, within: bool = False) -> bool:
        """Whether each is the other's best; ``within``: or the better one stands in the same sentence, told as one."""
        return self._first(left, right, within) and self._first(right, left, within)

    def fits(self, part: Fact, whole: Fact) -> bool:
        """Whether a claim's best mate in the other's report is this one, whatever else that one tells."""
        return self._first(part, whole, False)

    def _first(self, mine: Fact, other: Fact, within: bool) -> bool:
        odds = likeness(self._book, mine, other).odds
        best, rival = self._best.get((mine.id, other.report), (odds, other))
        return odds + _BETTER >= best or (within and rival.sentence is not None and rival.sentence is other.sentence)


def _told_with(agreed: list[Draft]) -> set[str]:
    """Claims told by an agreement, but for those that count people where none of the others does."""
    return {
        fact.id
        for draft in agreed
        for fact in draft.facts
        if not all(counts_more(fact, other) for other in draft.facts if other.report != fact.report)
    }


def _reports(facts: list[Fact]) -> int:
    return len({fact.report for fact in facts})


# How a thing is said that is not merely meant to be done, asked for or thought of.
_TOLD = frozenset(("actual", "doubted", "warned"))
# «سيوفر» and «يوفر»: that a thing is to come is told by tense or left out; of an act it makes all the difference. What is
# ordered and what is decided is one.
_TO_COME = frozenset(("actual", "planned", "demanded"))
_MEANT = frozenset(("planned", "demanded"))


def _agree(book: Book, lead: Fact, fact: Fact, against: _Against) -> bool:
    one_says_no = lead.denied != fact.denied and not (lead.affirms and fact.affirms)
    if one_says_no or frozenset((lead.id, fact.id)) in against.denied:
        return False
    like = likeness(book, lead, fact)
    alike = like.words >= _AGREED_NUMBERS and frozenset((lead.id, fact.id)) not in against.apart
    if _apart(lead, fact, against) and not alike and besides(book, lead, fact) < _AGREED_BESIDES:
        return False
    doubts = {lead.doubt, fact.doubt}
    standing = len(doubts) == 1 or doubts <= _TOLD
    if not standing and doubts != _MEANT and (not doubts <= _TO_COME or lead.frames & fact.frames):
        return False
    return bool(like.score >= settings("align")["agree_score" if standing else "sure_score"])


def _apart(lead: Fact, fact: Fact, against: _Against) -> bool:
    """Whether the two cannot be one in all they tell: told to differ, others hurt, or no number in common."""
    pair = frozenset((lead.id, fact.id))
    numbers = bool(lead.numbers and fact.numbers) and not _same_number(lead, fact)
    differ = pair in against.apart or (numbers and pair not in against.fitting)
    return differ or _others_hurt(lead, fact) or _others_hurt(fact, lead)


def _same_number(left: Fact, right: Fact) -> bool:
    return bool(left.numbers & right.numbers - clashing(left, right))


# Some that are hurt without being counted may be all of those whom the other counts.
_SEVERAL = re.compile(r"(^|\b)(they|them|men|women|children|people|\w+s|\w{2,}(ون|ين|ان|ات))$")


def _others_hurt(many: Fact, one: Fact) -> bool:
    """«أودى بحياة جنديين ومدني» and «قتلت قياديا»: one event in kind, with others hurt."""
    return (
        same_event(many, one)
        and counts_more(many, one)
        and one.event is not None
        and (target := one.event.argument("target")) is not None
        and not _SEVERAL.search(" ".join(fold(target.text).split()))
    )
