"""How likely two claims tell of the same thing: shared words weighed by rarity, then what is structured.

This only proposes what to set side by side. Whether the two agree is for the comparators, which look at values.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from ..settings import settings
from .book import Book, Fact


class Likeness(NamedTuple):
    """``score`` in 0..1 with the reasons behind it; ``words`` is the lexical part alone."""

    score: float
    words: float
    reasons: tuple[str, ...]


def likeness(book: Book, left: Fact, right: Fact) -> Likeness:
    """Weigh two claims: words, events and their actors, entities, figures, dates and places.

    Claims in two languages share no words: for them structure alone counts, and the same event is a condition.
    """
    languages = left.reading.article.language, right.reading.article.language
    foreign = languages[0] != languages[1]
    weights = settings("align_foreign" if foreign else "align")
    lexical = 0.0 if foreign else overlap(book, left.stems, right.stems)
    score = weights["words"] * lexical
    reasons = [f"words {lexical:.2f}"] if lexical else []
    for part, why in _structure(book, left, right):
        score += weights[part[0]] * part[1]
        reasons.append(why)
    if not _enough(left, right, lexical, foreign):
        score = 0.0
    return Likeness(max(0.0, min(1.0, score)), lexical, tuple(reasons))


def _structure(book: Book, left: Fact, right: Fact) -> Iterator[tuple[tuple[str, float], str]]:
    """What the two share, or cannot share, apart from words: the weight's name, how much of it, and why."""
    frames = left.frames & right.frames
    if same_event(left, right):
        yield ("event", 1.0), f"event {left.event.frame if left.event else ''}"
    elif frames:
        yield ("event", 0.5), f"event {', '.join(sorted(frames))}"
    elif left.event and right.event:
        yield ("apart", -0.5), "different events"
    shared = left.entities & right.entities
    if shared:
        names = ", ".join(sorted(book.entity[key].name for key in shared if key in book.entity))
        yield ("entity", min(sum(rarity(book, key) for key in shared), 1.0)), f"names {names}"
    if left.agents & right.agents:
        yield ("role", 1.0), "the same actor"
    if left.targets & right.targets:
        yield ("role", 1.0), "the same target"
    if left.doubt == right.doubt != "actual":
        yield ("stance", 1.0), f"both {left.doubt}"
    if _same_figure(left, right):
        yield ("figure", 1.0), "the same figure"
    if _days_apart(left, right):
        yield ("apart", -1.0), "different days"
    elif _same_day(left, right):
        yield ("day", 1.0), "the same day"


def same_event(left: Fact, right: Fact) -> bool:
    """Whether the main events are of one frame."""
    return bool(left.event and right.event and left.event.frame and left.event.frame == right.event.frame)


def _enough(left: Fact, right: Fact, lexical: float, foreign: bool) -> bool:
    """Words in common, or else one event with somebody or something of its own in common."""
    if lexical >= settings("align")["least_words"]:
        return True
    roles = left.agents & right.agents or left.targets & right.targets
    if foreign:
        common = roles or left.entities & right.entities or _same_figure(left, right) or _one_day(left, right)
        return bool(left.frames & right.frames and common)
    stance = left.doubt == right.doubt != "actual"
    return same_event(left, right) and bool(roles) and stance


def overlap(book: Book, left: frozenset[str], right: frozenset[str]) -> float:
    """Weighted containment in the shorter, tempered by cosine so that a lone shared word is not everything."""
    shared = left & right
    if not shared:
        return 0.0
    a, b, both = book.mass(left), book.mass(right), book.mass(shared)
    return 0.5 * both / min(a, b) + 0.5 * both / sqrt(a * b)


def rarity(book: Book, entity: str) -> float:
    """A country named by everybody says little; a person or a port says much."""
    kind = book.entity[entity].kind if entity in book.entity else "MISC"
    return {"PERSON": 0.8, "OPERATION": 0.9, "FAC": 0.8, "ORG": 0.5, "LOC": 0.5, "GPE": 0.35}.get(kind, 0.4)


def _same_figure(left: Fact, right: Fact) -> bool:
    return any(
        a.outcome == b.outcome and (a.low, a.high) == (b.low, b.high) and (a.low or a.high or 0) > 1
        for a in left.figures
        for b in right.figures
    )


def _days_apart(left: Fact, right: Fact) -> bool:
    """Whether both name days and no day of the one can be a day of the other."""
    ours = [t for t in left.times if t.type == "DATE" and t.earliest and t.latest]
    theirs = [t for t in right.times if t.type == "DATE" and t.earliest and t.latest]
    if not ours or not theirs:
        return False
    return not any(
        (a.earliest or "") <= (b.latest or "") and (b.earliest or "") <= (a.latest or "") for a in ours for b in theirs
    )


def _one_day(left: Fact, right: Fact) -> bool:
    """Whether the two main events are dated to the very same day, not just some day that both mention."""
    days = [
        {t.edtf for t in f.times if f.event and t.id == f.event.time and t.precision == "day"} for f in (left, right)
    ]
    return bool(days[0] & days[1] - {None})


def _same_day(left: Fact, right: Fact) -> bool:
    return any(a.precision == "day" and a.edtf and a.edtf == b.edtf for a in left.times for b in right.times)
