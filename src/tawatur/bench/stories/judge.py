"""One story judged: a case for every measure that a pair, a finding or two reports are counted in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model import Dossier
from .gold import LETTERS, Pair, Place, Story
from .told import Told, told_by

# Words chosen are not annotated to the last one: a finding about them that the gold lacks is neither right nor wrong.
_OPEN = "wording"
# These say that the accounts are told differently, not that both cannot be true: they excuse no graver finding.
_SOFT = frozenset(("scope", "name", "wording"))


class Judged(NamedTuple):
    """One case of one measure. ``hit`` counts; ``note`` is for the list of misses."""

    measure: str
    hit: bool
    note: str


def judge(story: Story, dossier: Dossier) -> Iterator[Judged]:
    """Every case of a story, by the program's record of it."""
    told = told_by(dossier)
    name = story.gold["id"]
    for pair in story.pairs:
        yield from _pair_cases(name, pair, told)
    yield from _false_conflicts(name, story, told)
    yield from _agreements(name, story, told)
    yield from _singles(name, story, told)
    yield from _lineages(name, story, dossier)


def _pair_cases(name: str, pair: Pair, told: Sequence[Told]) -> Iterator[Judged]:
    joining = [(one, differ) for one in told if (differ := one.joins(pair)) is not None]
    said = "; ".join(_shown(one, differ) for one, differ in joining) or "not found"
    note = f"{name} {pair.kind}/{pair.aspect}: {pair.words}\n      got: {said}"
    conflicts = [one for one, differ in joining if differ and not _allowed(pair, one) and one.points_at(pair)]
    if pair.kind == "none":
        yield Judged("traps left alone", not conflicts, note)
        return
    kinds = [one for one, differ in joining if one.kind(differ) == pair.kind]
    exact = [one for one in kinds if pair.aspect in (None, one.finding.aspect)]
    exact = [one for one in exact if pair.relation in (None, one.finding.relation)]
    if not pair.conflict and any(one.finding.aspect not in _SOFT for one in conflicts):
        # What agrees must not be told as a conflict too.
        kinds = exact = []
    yield Judged("pairs, kind and aspect right", bool(exact), note)
    yield Judged("pairs, kind right", bool(kinds), note)
    yield Judged("pairs found at all", bool(joining), note)
    group = f"{pair.kind} of {pair.aspect}" if pair.kind == "discrepancy" else pair.kind
    yield Judged(f"{group}, right", bool(exact), note)
    if joining:
        yield Judged("pairs right of those found", bool(exact), note)
    if pair.verdict and exact:
        yield Judged("compatible, told as such", any(one.finding.verdict == pair.verdict for one in exact), note)
    both = {pair.left.report, pair.right.report}
    graded = [one for one in exact or kinds or [one for one, _ in joining] if one.reports() == both]
    if pair.grade and graded:
        got = graded[0].finding.independence
        note = f"{name} grade {pair.grade}: {pair.words}\n      got: {got.grade}: {got.reason.en}"
        yield Judged("independence grade", got.grade == pair.grade, note)


def _allowed(pair: Pair, told: Told) -> bool:
    """Other words, and another period where the trap is that the periods differ, are no conflict."""
    return told.finding.aspect == _OPEN or (pair.kind == "none" and pair.aspect == told.finding.aspect)


def _shown(told: Told, differ: bool) -> str:
    found = told.finding
    return f"{told.kind(differ)}/{found.aspect} ({found.relation}) {found.detail.en}"


def _false_conflicts(name: str, story: Story, told: Sequence[Told]) -> Iterator[Judged]:
    """Claim pairs that findings set side by side, and which of them stand in a conflict that no gold excuses."""
    aligned: dict[frozenset[str], str] = {}
    for one in told:
        finding = one.finding
        if finding.kind == "single_source" or finding.aspect == _OPEN:
            continue
        false = one.conflict and not any(_excuses(pair, one) for pair in story.pairs)
        note = f"{name} {_shown(one, one.conflict)}"
        if one.conflict:
            yield Judged("conflicts that are false", false, note)
        for left, right in one.joined():
            key = frozenset((left.claim, right.claim))
            against = note if false and one.differ(left, right) else ""
            aligned[key] = aligned.get(key) or against
    for against in aligned.values():
        yield Judged("false conflicts among aligned pairs", bool(against), against)


def _excuses(pair: Pair, told: Told) -> bool:
    """A gold conflict that the finding reports, if by another aspect; a softer one excuses no graver finding."""
    grave = told.finding.aspect not in _SOFT
    real = pair.conflict and not (grave and pair.aspect in _SOFT)
    return (real or _allowed(pair, told)) and told.joins(pair) is True


def _agreements(name: str, story: Story, told: Sequence[Told]) -> Iterator[Judged]:
    """What two tell and whether it is found; claim pairs told as agreeing, and which of them share nothing told."""
    if story.shared is None:
        return
    both = (*story.shared, *(pair for pair in story.pairs if pair.kind == "agreement"))
    for pair in both:
        found = any(one.kind(differ) == pair.kind for one in told if (differ := one.joins(pair)) is not None)
        yield Judged("agreements told by two, found", found, f"{name} {pair.words}")
    loose = [pair for pair in story.pairs if pair.kind == "elaboration" or (pair.kind == "none" and pair.verdict)]
    seen = set()
    for one in told:
        for left, right in one.joined() if one.finding.kind == "agreement" else ():
            key = frozenset((left.claim, right.claim))
            if key in seen or left.whole.report == right.whole.report or not left.role == right.role == "body":
                continue
            seen.add(key)
            false = not any(pair.joins(left.whole, right.whole) for pair in (*both, *loose))
            said = " ⟷ ".join(_words(story, voice.whole) for voice in (left, right))
            yield Judged("agreements that are false", false, f"{name} {said}\n      got: {_shown(one, False)}")


def _words(story: Story, place: Place) -> str:
    text = story.gold["reports"][place.report]["text"]
    return f"{LETTERS[place.report]} «{text[place.start : place.end]}»"


def _singles(name: str, story: Story, told: Sequence[Told]) -> Iterator[Judged]:
    alone = [one for one in told if one.finding.kind == "single_source"]
    for place in story.singles:
        found = any(voice.at(place) for one in alone for voice in one.voices)
        yield Judged("one alone says it, found", found, f"{name} single {_words(story, place)}")
    shared = [side for pair in story.pairs if pair.kind not in ("none", "elaboration") for side in pair[:2]]
    # A claim may hold both what others tell and what it alone adds.
    for one in alone:
        wrong = any(v.at(side) for v in one.voices for side in shared)
        wrong = wrong and not any(v.at(side) for v in one.voices for side in story.singles)
        yield Judged("alone, though two tell it", wrong, f"{name} {one.finding.detail.en}")


def _lineages(name: str, story: Story, dossier: Dossier) -> Iterator[Judged]:
    keys = {reading.article.id: LETTERS[number] for number, reading in enumerate(dossier.readings)}
    found = {"".join(sorted(keys[key] for key in lineage.articles)): lineage for lineage in dossier.lineages}
    for letters, gold in story.gold.get("lineage", {}).items():
        mine = found[letters]
        note = f"{name} {letters} {gold['relation']}\n      got: {mine.relation}: {mine.evidence.en}"
        yield Judged("lineage class", mine.relation == gold["relation"], note)
        if gold.get("earlier"):
            earlier = keys.get(mine.earlier or "")
            yield Judged("lineage direction", earlier == gold["earlier"], f"{name} {letters}: earlier is {earlier}")
