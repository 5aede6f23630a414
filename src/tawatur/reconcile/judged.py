"""People's judgements of who is one and who is not: which of the reports' entities each speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..lang.normalise import fold
from ..model import Judgement, Reading
from .links import Known

# «ماجد الأنصاري @ صحيفة الشاطئ»: the name as one outlet has it.
_AT = " @ "


class Ruling(NamedTuple):
    """A judgement in force and the pairs of entities it is about: none where the reports do not name both."""

    judgement: Judgement
    pairs: tuple[tuple[Known, Known], ...]


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold: the last word about a pair counts, and what was taken back does not."""
    last = {frozenset((_plain(j.left), _plain(j.right))): j for j in judgements}
    return [judgement for judgement in last.values() if judgement.deleted_at is None]


def rulings(items: list[Known], readings: tuple[Reading, ...], judgements: Iterable[Judgement]) -> list[Ruling]:
    """Every judgement in force with the pairs it is about, those of one kind where there are any."""
    found = []
    for judgement in in_force(judgements):
        left, right = (_called(said, items, readings) for said in (judgement.left, judgement.right))
        pairs = [(a, b) for a in left for b in right if a is not b]
        alike = [(a, b) for a, b in pairs if a.entity.kind == b.entity.kind]
        found.append(Ruling(judgement, tuple(alike or pairs)))
    return found


def _called(said: str, items: list[Known], readings: tuple[Reading, ...]) -> list[Known]:
    """The entities of an id, or of a name as the reports spell it, in one outlet's reports where that is said."""
    name, _, outlet = map(_plain, said.partition(_AT))
    return [
        item for item in items if item.entity.id == said or (name in _names(item) and outlet in _at(item, readings))
    ]


def _names(item: Known) -> set[str]:
    return {_plain(text) for text in (item.entity.name, *(variant.text for variant in item.entity.variants))}


def _at(item: Known, readings: tuple[Reading, ...]) -> set[str]:
    outlet = readings[item.report].article.outlet
    return {"", _plain(outlet.name), _plain(outlet.key)}


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
