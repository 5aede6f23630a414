"""What claims of several reports agree on, told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from ..lang.phrasing import listed_ar, listed_en
from ..likelihood import likely
from ..model import Comparison, Said, Span, Verdict
from ..settings import settings
from ..story.number_keys import number_key
from ..story.terms import common_tongue
from .accord import Against, agreement_signs, done_or_to_come, hurts_others, of_one_standing, turned_about
from .book import Book
from .differ import FACES
from .fact import Fact
from .mates import OPPOSED, Mates
from .order import Draft
from .say import outlets, reports, said, speaker_at, value
from .similarity import besides, contained, counts_more, likeness, meet, near, same_number, signs

# Claims of which one counts people hurt whom the other does not are told as agreeing from here on: so rare is what else
# they share, a term of these two claims alone being 1.
_ONE_HURT = 2.3
# Claims that each count people hurt whom the other does not still tell of one happening where they share so much else.
_BOTH_HURT = 1.0
# Two claims share what both tell in passing where either has a mate better by this, in the logarithm of odds.
_PASSING = 1.5
# So much of a claim stands in the others for it to be what they agree on.
_MOSTLY = 0.5


def against_each_other(drafts: list[Draft], counted: set[frozenset[str]], denied: set[frozenset[str]]) -> Against:
    """The pairs that a finding sets against each other, those that count otherwise, and those that one side denies; of
    three in one conflict of figures two may give the same."""
    found = Against(set(counted), set(), denied, set())
    for draft in drafts:
        for left, right in combinations(draft.facts[:OPPOSED], 2):
            pair = frozenset((left.id, right.id))
            if draft.kind == "agreement":
                found.fitting.add(pair)
            elif draft.kind == "contradiction" or draft.comparison.aspect == "scope":
                found.never.add(pair)
            elif draft.comparison.aspect != "value" or not same_number(left, right):
                found.apart.add(pair)
    return found


def agreeing(book: Book, slot: list[Fact], against: Against, mates: Mates) -> list[list[Fact]]:
    """The claims of a slot that say what one of them says, the one that most others agree with: a group for each thing
    that they have from it."""
    groups = [(lead, _with(book, slot, lead, against, mates)) for lead in slot[:FACES]]
    lead, facts = max(groups, key=lambda group: (_reports(group[1]), not group[0].head, -group[0].order))
    others = [fact for fact in facts if fact is not lead]
    if len(others) < 2:
        return [[lead, *others]]
    others.sort(key=lambda fact: (fact.head, -likeness(book, lead, fact).odds))
    found: list[list[Fact]] = []
    for fact in others:
        home = next((group for group in found if same_assertion(book, group, fact)), None)
        if home is None:
            found.append([lead, fact])
        else:
            home.append(fact)
    return [_heads_last(group) for group in found]


def best_mates(book: Book, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Groups less what agrees with the first of them where either agrees more with another claim of that report: two
    claims that have better mates share what both tell in passing."""
    best: dict[tuple[str, int], float] = {}
    for lead, *others in groups:
        for fact in others:
            odds = likeness(book, lead, fact).odds
            for key in ((lead.id, fact.report), (fact.id, lead.report)):
                best[key] = max(best.get(key, odds), odds)

    def first(lead: Fact, fact: Fact) -> bool:
        odds = likeness(book, lead, fact).odds
        return lead.head or fact.head or odds >= min(best[lead.id, fact.report], best[fact.id, lead.report]) - _PASSING

    return [[lead, *(fact for fact in others if first(lead, fact))] for lead, *others in groups]


def _heads_last(facts: list[Fact]) -> list[Fact]:
    """What a headline says besides its text stands behind the texts."""
    lead, *others = facts
    facts = [lead, *sorted(others, key=lambda fact: fact.order)]
    body = [fact for fact in facts if not fact.head]
    return [*body, *(fact for fact in facts if fact.head)] if _reports(body) > 1 else facts


def same_assertion(book: Book, group: list[Fact], fact: Fact) -> bool:
    """Whether a claim has the same in common with the first of a group as the next has, mostly: «ردا على هجوم …» is told
    in passing by many a claim, and one that shares no more than that says another thing."""
    first, second, *_ = group
    ours, theirs = (first.terms & other.terms for other in (second, fact))
    if len({one.reading.article.language for one in (first, second, fact)}) > 1:
        ours, theirs = common_tongue(ours), common_tongue(theirs)
    return book.mass(ours & theirs) >= _MOSTLY * min(book.mass(ours), book.mass(theirs))


def told_once(groups: list[list[Fact]], against: Against, fits: Callable[[list[Fact], Fact], bool]) -> list[list[Fact]]:
    """Groups of agreeing claims around one of them, the first: what agrees with the same claim and ``fits`` the others
    is one finding, and a group whose pairs all stand in others tells nothing more."""
    found: dict[str, list[list[Fact]]] = {}
    told: set[frozenset[str]] = set()
    for group in sorted(groups, key=lambda group: -_reports(group)):
        lead = next((fact for fact in group if fact.id in found), group[0])
        new = [fact for fact in group if fact is not lead and frozenset((lead.id, fact.id)) not in told]
        if _reports(group) < 2 or not new:
            continue
        told.update(map(frozenset, combinations([fact.id for fact in group], 2)))
        mine = next((one for one in found.get(lead.id, ()) if all(fits(one, fact) for fact in new)), None)
        if mine is None:
            found.setdefault(group[0].id, []).append(list(group))
        elif any(frozenset((a.id, b.id)) in against.apart for a in mine for b in new):
            mine.extend(fact for fact in group if fact not in mine)
        else:
            mine.extend(fact for fact in new if fact not in mine)
    return _widest([group for several in found.values() for group in several])


def _widest(groups: list[list[Fact]]) -> list[list[Fact]]:
    """Groups less those that stand within another whole: one that took in others may hold what was told before it."""
    held = [{fact.id for fact in group} for group in groups]
    return [group for group, mine in zip(groups, held) if not any(mine < other for other in held)]


def agreement(book: Book, facts: list[Fact], against: Against) -> Draft:
    """What several reports agree on, in the words of the first of them, or of the one that says least besides."""
    lead = facts[0]
    several = outlets(facts)
    count = reports(len({fact.report for fact in facts}))
    keys = {fact.origin.key for fact in facts if fact.origin.known}
    known = next((fact for fact in facts if fact.origin.known), None)
    by = Said("", "")
    # One of them giving no source does not say it after the other's.
    named = {fact.report for fact in facts if fact.origin.known}
    one_voice = len(keys) == 1 and len(named) == len({fact.report for fact in facts})
    if one_voice and known is not None:
        name = " ".join(known.origin.name.split())
        by = Said(f" نقلا عن «{name}»", f", after «{name}»,")
    whole = _shared(book, lead, facts) >= (True, True, _MOSTLY)
    by_whom = lead if whole else max(_in_arabic(facts), key=lambda fact: _shared(book, fact, facts))
    partly = any(_apart(lead, fact, against) for fact in facts[1:])
    part = _undisputed(book, facts) if partly or _counts_alone(by_whom, facts) else None
    what = said(by_whom, 160) if part is None else said(part.fact, 160, part.span)
    same = len({fact.terms for fact in facts}) == 1
    shown = [f"«{name}»" for name in several[:3]]
    but = _BUT if partly else Said("", "")
    detail = Said(
        f"يتفق {count.ar} ({listed_ar(shown)}){by.ar} على {what.ar}{but.ar}.",
        f"{count.en.capitalize()} agree ({listed_en(several[:3])}){by.en} on {what.en}{but.en}.",
    )
    values = tuple(
        value(
            fact,
            text=fact.text,
            source=fact.origin.name if fact.origin.known else None,
            **(speaker_at(fact) if one_voice else {}),
        )
        for fact in facts
    )
    relation = "Overlap" if partly else "Identity" if same else "Equivalence"
    verdict: Verdict = "compatible" if partly else "same"
    weight = 0.5 + 0.1 * len(facts) + 0.2 * bool(lead.event)
    return Draft("agreement", Comparison("value", verdict, 1.0, detail, values), tuple(facts), relation, weight)


def _in_arabic(facts: list[Fact]) -> list[Fact]:
    """Of claims in two languages those that most readers read."""
    return [fact for fact in facts if fact.reading.article.language == "ar"] or facts


def _shared(book: Book, fact: Fact, facts: list[Fact]) -> tuple[bool, bool, float]:
    """Whether a claim counts nobody hurt whom another report does not, whether it is of a text, and how much of it the
    likest claim of every other report there holds, at the worst: what all agree on is told in such words."""
    others: dict[int, float] = {}
    for other in facts:
        if other.report != fact.report:
            others[other.report] = max(others.get(other.report, 0.0), contained(book, fact, other))
    alone = any(counts_more(fact, other) for other in facts if other.report != fact.report)
    return not alone, not fact.head, min(others.values(), default=0.0)


def _counts_alone(fact: Fact, facts: list[Fact]) -> bool:
    """Whether a claim has a number that no claim of another report's text has, where that has one here."""
    others: dict[int, frozenset[str]] = {}
    for other in facts:
        if other.report != fact.report and not other.head:
            others[other.report] = others.get(other.report, frozenset()) | other.numbers
    return any(number_key(quantity) not in numbers for quantity in fact.figures for numbers in others.values())


class _Part(NamedTuple):
    """Words of a claim between commas; how much of them, and what part, the likest claim of every other report holds, at
    the worst; and how much it holds of the whole claim."""

    fact: Fact
    span: Span
    mass: float
    share: float
    shared: float


def _undisputed(book: Book, facts: list[Fact]) -> _Part | None:
    """Of claims that agree in part the words between commas that all share and that hold no number or time which only
    some have: what they agree on is not told in the words in which they differ."""
    parts = [part for fact in _in_arabic(facts) if not fact.head for part in _parts(book, fact, facts)]
    most = max((part.shared for part in parts), default=0.0)
    told = (part for part in parts if part.share >= _MOSTLY and part.mass >= _MOSTLY * most)
    return max(told, key=lambda part: part.mass, default=None)


def _parts(book: Book, fact: Fact, facts: list[Fact]) -> Iterator[_Part]:
    others = [other for other in facts if other.report != fact.report]
    disputed = [q.span for q in fact.figures if not all(number_key(q) in other.numbers for other in others)]
    disputed += [time.span for time in fact.times if not all(any(meet(time, t) for t in o.times) for o in others)]
    whole = _least_shared(book, fact.terms, others)
    for span in fact.parts:
        terms = book.terms(fact.reading, span)
        if len(terms) > _FEW and not any(span.overlaps(other) for other in disputed):
            least = _least_shared(book, terms, others)
            yield _Part(fact, span, least, least / book.mass(terms), whole)


def _least_shared(book: Book, terms: frozenset[str], others: list[Fact]) -> float:
    """How much of some words the likest claim of every other report holds, at the worst."""
    shared: dict[int, float] = {}
    for other in others:
        shared[other.report] = max(shared.get(other.report, 0.0), book.mass(terms & other.terms))
    return min(shared.values())


_BUT = Said("، مع اختلاف في رقم أو تفصيل منه", ", though not on every number or detail of it")


def _with(book: Book, slot: list[Fact], lead: Fact, against: Against, mates: Mates) -> list[Fact]:
    """The claims of a slot that agree with one of them, itself among them."""
    found = []
    for fact in slot:
        other = fact.report != lead.report or fact.terms == lead.terms or fact.head
        if fact is lead or (other and _agree(book, lead, fact, against, mates)):
            found.append(fact)
    return found


def told_with(agreed: list[Draft]) -> set[str]:
    """Claims told by an agreement, but for those that count people where none of the others does."""
    return {
        fact.id
        for draft in agreed
        for fact in draft.facts
        if not all(counts_more(fact, other) for other in draft.facts if other.report != fact.report)
    }


def _reports(facts: list[Fact]) -> int:
    return len({fact.report for fact in facts})


# Claims of more terms than this that are the same say the same.
_FEW = 3
# By how many of two claims are headlines, from which likelihood on they are told as saying the same.
_LEVELS = ("agree_score", "agree_head_score", "agree_heads_score")


def _agree(book: Book, lead: Fact, fact: Fact, against: Against, mates: Mates) -> bool:
    """Whether two claims likely enough say the same, and nothing comes between them."""
    if comes_between(book, lead, fact, against):
        return False
    if lead.terms == fact.terms and lead.denied == fact.denied and len(lead.terms) > _FEW:
        return True
    if not _asserts_one_thing(book, lead, fact):
        return False
    least = settings("agree")[_LEVELS[lead.head + fact.head]]
    return likely("agree", agreement_signs(book, lead, fact, against, mates)) >= float(least)


def _asserts_one_thing(book: Book, left: Fact, right: Fact) -> bool:
    """Whether the claims share more than names and days: an act, a number, or words near one another, which of a headline
    tell nothing: «ماذا جرى في سجن المكلا»."""
    found = {sign.name for sign in signs(book, left, right) if sign.amount}
    if found.isdisjoint(("rare", "number", "event")):
        return not (left.head or right.head) and near(book, left, right) > 0
    return True


def comes_between(book: Book, left: Fact, right: Fact, against: Against) -> bool:
    """What no likeness makes good: they contradict each other or tell of two periods, one tells as done what the other
    tells as to come, the one's doer is the other's victim, or others were hurt."""
    if frozenset((left.id, right.id)) in against.never or done_or_to_come(left, right) or turned_about(left, right):
        return True
    if counts_more(left, right) and counts_more(right, left):
        # Three killed and five wounded: neither tells what the other counts, but both may tell of one attack besides.
        return besides(book, left, right) < _BOTH_HURT
    return hurts_others(left, right) and besides(book, left, right) < _ONE_HURT


def _apart(lead: Fact, fact: Fact, against: Against) -> bool:
    """Whether the two cannot be one in all they tell: told to differ, one as done, others hurt, no number in common."""
    pair = frozenset((lead.id, fact.id))
    if pair in against.apart:
        return True
    numbers = bool(lead.numbers and fact.numbers) and not same_number(lead, fact)
    return not of_one_standing(lead, fact) or (pair not in against.fitting and (numbers or hurts_others(lead, fact)))
