"""Claims about the same thing, set side by side: proposed through an index, weighed in pairs, gathered into slots.

A pair is kept where each of the two is the other's best in its report, or where they are much alike anyway. Slots grow
from the surest pairs; a claim may stand in several, so that a summary stands beside each of its parts. Claims of the
same terms count as one while pairs are weighed, and the index holds what claims share, so the cost follows the number
of different claims and not its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Alignment, Reading
from ..settings import settings
from .book import Book
from .fact import Fact
from .meaning import Engine
from .similarity import likeness

# Claims looked at for one claim, those with the rarest shared terms first.
_LOOKED_AT = 16
# A pair within this of a claim's best is as good as the best.
NEAR_BEST = 0.05


class _Face(NamedTuple):
    """Claims of the same terms and standing: ``facts`` of any number of reports, the first stands for all."""

    number: int
    facts: list[Fact]

    @property
    def first(self) -> Fact:
        return self.facts[0]


class _Pair(NamedTuple):
    score: float
    left: int
    right: int
    reasons: tuple[str, ...]


def align(readings: tuple[Reading, ...], entity_of: dict[str, str], engine: Engine = "words") -> tuple[Alignment, ...]:
    """Slots with claims of two reports, or of two voices in one report, in the order of their first claim."""
    book = Book(readings, entity_of, engine)
    faces = _faces(book)
    slots = _slots(faces, list(_kept(book, faces)))
    return tuple(sorted((_alignment(book, faces, slot) for slot in slots), key=lambda a: book.by_id[a.claims[0]].order))


def _faces(book: Book) -> list[_Face]:
    """Claims that say the same in the same terms, as one."""
    found: dict[object, _Face] = {}
    for fact in book.facts:
        if fact.terms:
            key = fact.terms, fact.claim.polarity, fact.doubt, fact.reading.article.language, fact.head
            found.setdefault(key, _Face(len(found), [])).facts.append(fact)
    return list(found.values())


def _kept(book: Book, faces: list[_Face]) -> Iterator[_Pair]:
    """The pairs worth comparing."""
    limits = settings("align")
    pairs = list(_weighed(book, faces))
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        for mine, other in ((pair.left, pair.right), (pair.right, pair.left)):
            for report in {fact.report for fact in faces[other].facts}:
                best[mine, report] = max(best.get((mine, report), 0.0), pair.score)
    for pair in pairs:
        left, right = faces[pair.left], faces[pair.right]
        first = all(
            pair.score >= max(best[mine.number, fact.report] for fact in other.facts) - NEAR_BEST
            for mine, other in ((left, right), (right, left))
        )
        if pair.score >= limits["least_score"] or (first and pair.score >= limits["mutual_score"]):
            yield pair


def _weighed(book: Book, faces: list[_Face]) -> Iterator[_Pair]:
    """Every pair of faces that the index proposes, with its likeness."""
    index: dict[str, list[int]] = {}
    face_of = {fact.order: face.number for face in faces for fact in face.facts}
    for face in faces:
        votes: Counter[int] = Counter()
        for key in _keys(face.first):
            weight = book.weight.get(key, 1.0)
            for number in index.get(key, ()):
                votes[number] += weight  # type: ignore[assignment]
        kin = (face_of[order] for order in book.kin.get(face.first.order, ()) if order in face_of)
        proposed = [number for number, _ in votes.most_common(_LOOKED_AT)]
        for number in dict.fromkeys((*proposed, *(number for number in kin if number < face.number))):
            pair = _pair(book, faces[number], face)
            if pair is not None:
                yield pair
        for key in _keys(face.first):
            index.setdefault(key, []).append(face.number)


def _keys(fact: Fact) -> Iterator[str]:
    yield from sorted(fact.terms)
    for entity in sorted(fact.entities):
        yield f"e:{entity}"
    for frame in sorted(fact.frames):
        yield f"f:{frame}"


def _pair(book: Book, left: _Face, right: _Face) -> _Pair | None:
    """Two claims of two reports, or of one report where they are its headline and text or two voices."""
    a, b = left.first, right.first
    like = likeness(book, a, b)
    same_report = {fact.report for fact in left.facts} == {fact.report for fact in right.facts} == {a.report}
    if same_report and like.words < settings("align")["same_report_words"] and not (a.head != b.head or _voices(a, b)):
        return None
    return _Pair(like.score, left.number, right.number, like.reasons) if like.score > 0 else None


def _voices(left: Fact, right: Fact) -> bool:
    """Whether one report gives the two claims to two named speakers."""
    return left.origin.known and right.origin.known and left.origin.key != right.origin.key


class _Slot(NamedTuple):
    faces: list[int]
    scores: list[float]
    reasons: list[str]


def _slots(faces: list[_Face], pairs: list[_Pair]) -> list[_Slot]:
    """Slots from the surest pair down: a pair widens a slot where its new claim is like all that stand there, and
    else stands as a slot of its own."""
    score = {frozenset((pair.left, pair.right)): pair.score for pair in pairs}
    home: dict[int, _Slot] = {}
    apart: list[_Slot] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        slots = [home.get(number) for number in (pair.left, pair.right)]
        if slots[0] is slots[1] is not None:
            continue
        mine, yours = (slot.faces if slot else [number] for slot, number in zip(slots, (pair.left, pair.right)))
        if all(frozenset((i, j)) in score for i in mine for j in yours):
            joined = _Slot([*mine, *yours], [pair.score], list(pair.reasons))
            for slot in filter(None, slots):
                joined.scores.extend(slot.scores)
                joined.reasons.extend(slot.reasons)
            home.update(dict.fromkeys(joined.faces, joined))
        else:
            apart.append(_Slot([pair.left, pair.right], [pair.score], list(pair.reasons)))
    alone = [_Slot([face.number], [1.0], ["the same words"]) for face in faces if face.number not in home]
    slots_ = list({id(slot): slot for slot in home.values()}.values())
    return [slot for slot in (*slots_, *apart, *alone) if sum(len(faces[n].facts) for n in slot.faces) > 1]


def _alignment(book: Book, faces: list[_Face], slot: _Slot) -> Alignment:
    facts = sorted((fact for number in slot.faces for fact in faces[number].facts), key=lambda fact: fact.order)
    mean = sum(slot.scores) / len(slot.scores)
    return Alignment(
        tuple(fact.id for fact in facts), _name(book, facts), round(mean, 3), tuple(dict.fromkeys(slot.reasons))
    )


def _name(book: Book, facts: list[Fact]) -> str:
    """The slot as an event with its main filler, else the first claim's words."""
    frames = Counter(frame for fact in facts for frame in fact.frames)
    targets = Counter(key for fact in facts for key in fact.targets | fact.entities if key in book.entity)
    if not frames:
        return " ".join(facts[0].text.split()[:8])
    frame = _commonest(frames)
    return f"{frame}: {book.entity[_commonest(targets)].name}" if targets else frame


def _commonest(counted: Counter[str]) -> str:
    """The first by name where several are as common."""
    return min(counted, key=lambda name: (-counted[name], name))
