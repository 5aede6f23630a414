"""Claims about the same thing, set side by side: through an index, scored, and gathered into slots.

Each slot grows around its first claim; a claim joins the slots whose claims it is like, at most two, so that a
summary stands beside both of its parts. The index holds telling words, names and events, so the cost follows what
claims share and not the square of their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import Alignment, Reading
from ..settings import settings
from .book import Book, Fact
from .similarity import Likeness, likeness

# A slot is compared through this many differing claims; the others repeat one of them.
_FACES = 6
# The slots looked at for one claim, best shared words first.
_LOOKED_AT = 12


@dataclass
class _Slot:
    """A slot while it grows. ``faces`` are its differing claims; ``seen`` their words."""

    facts: list[Fact]
    faces: list[Fact]
    scores: list[float] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def align(readings: tuple[Reading, ...], entity_of: dict[str, str]) -> tuple[Alignment, ...]:
    """Slots with claims of two reports, or of two voices in one report, in the order of their first claim."""
    book = Book(readings, entity_of)
    slots = _slots(book)
    return tuple(
        Alignment(
            tuple(fact.id for fact in slot.facts),
            _name(book, slot),
            round(sum(slot.scores) / len(slot.scores), 3),
            tuple(dict.fromkeys(slot.reasons)),
        )
        for slot in slots
        if len(slot.facts) > 1
    )


def _slots(book: Book) -> list[_Slot]:
    slots: list[_Slot] = []
    index: dict[str, list[int]] = {}
    exact: dict[tuple[object, ...], int] = {}
    for fact in book.facts:
        if len(fact.stems) < 2:
            continue
        same = (fact.stems, fact.claim.polarity, fact.doubt)
        if (known := exact.get(same)) is not None:
            slots[known].facts.append(fact)
            slots[known].scores.append(1.0)
            slots[known].reasons.append("the same words")
            continue
        joined = _join(book, slots, index, fact)
        if not joined:
            slots.append(_Slot([fact], [fact]))
            joined = [len(slots) - 1]
        exact[same] = joined[0]
        for key in _keys(fact):
            posting = index.setdefault(key, [])
            posting.extend(number for number in joined if number not in posting[-4:])
    return slots


def _keys(fact: Fact) -> Iterator[str]:
    yield from fact.stems
    for entity in fact.entities:
        yield f"e:{entity}"
    for frame in fact.frames:
        yield f"f:{frame}"


def _join(book: Book, slots: list[_Slot], index: dict[str, list[int]], fact: Fact) -> list[int]:
    """Add the claim to the slots it is like; their numbers."""
    limits = settings("align")
    votes: Counter[int] = Counter()
    for key in _keys(fact):
        weight = book.weight.get(key, 1.0)
        for number in set(index.get(key, ())):
            votes[number] += weight  # type: ignore[assignment]
    found: list[tuple[float, int, Likeness]] = []
    for number, _ in votes.most_common(_LOOKED_AT):
        like = _like(book, slots[number], fact)
        if like is not None:
            found.append((like.score, number, like))
    found.sort(key=lambda item: (-item[0], item[1]))
    joined: list[int] = []
    for score, number, like in found[:2]:
        if joined and score < limits["second_score"]:
            break
        slot = slots[number]
        slot.facts.append(fact)
        slot.scores.append(score)
        slot.reasons.extend(like.reasons)
        if len(slot.faces) < _FACES and not joined:
            slot.faces.append(fact)
        joined.append(number)
    return joined


def _like(book: Book, slot: _Slot, fact: Fact) -> Likeness | None:
    """How like the slot a claim is: like its first claim too, so that a slot does not wander from claim to claim."""
    limits = settings("align")
    likes = [(likeness(book, face, fact), face) for face in slot.faces]
    best, face = max(likes, key=lambda item: item[0].score)
    foreign = face.reading.article.language != fact.reading.article.language
    least = settings("align_foreign" if foreign else "align")["least_score"]
    if face.report == fact.report and not (face.head != fact.head or _voices(face, fact)):
        least = limits["same_report_score"]
    return best if best.score >= least and (foreign or likes[0][0].score >= 0.8 * least) else None


def _voices(left: Fact, right: Fact) -> bool:
    """Whether one report gives the two claims to two named speakers."""
    return left.origin.known and right.origin.known and left.origin.key != right.origin.key


def _name(book: Book, slot: _Slot) -> str:
    """The slot as an event with its main filler, else the first claim's words."""
    frames = Counter(frame for fact in slot.facts for frame in fact.frames)
    targets = Counter(key for fact in slot.facts for key in fact.targets | fact.entities if key in book.entity)
    if not frames:
        return " ".join(slot.facts[0].text.split()[:8])
    frame = frames.most_common(1)[0][0]
    return f"{frame}: {book.entity[targets.most_common(1)[0][0]].name}" if targets else frame
