"""The gold of stories as written: reports, pairs of places, and what a reader says of each. Its README tells more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ... import pipeline
from ...ingest.jsonl import article_of_record
from ...model import Dossier
from ...reconcile.meaning import Engine

GOLD = Path(__file__).parents[1] / "gold" / "stories"
HALVES = {"test": "unseen half", "dev": "half used for building"}
LETTERS = "ABCDEF"


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


def stories(half: str) -> Iterator[Story]:
    """The stories of one half, or of a file of one's own in the same form. Raises ValueError as ``story_of`` does."""
    import yaml

    file = GOLD / f"{half}.yaml" if half in HALVES else Path(half)
    yield from map(story_of, yaml.safe_load(file.read_text(encoding="utf-8")))


def story_of(gold: dict[str, Any]) -> Story:
    """A story as written, with the gold's words found in its texts. Raises ValueError where they do not stand there
    once."""
    singles = gold.get("single", {}).items()
    alone = tuple(_place(gold, letter, words) for letter, several in singles for words in several)
    return Story(gold, tuple(_pair(gold, entry) for entry in gold["pairs"]), alone, _shared(gold))


def _shared(gold: dict[str, Any]) -> tuple[Pair, ...] | None:
    if "told" not in gold:
        return None
    return tuple(_pair(gold, {**entry, "kind": "agreement"}) for entry in gold["told"])


def _pair(gold: dict[str, Any], entry: dict[str, Any]) -> Pair:
    sides = [(letter, words) for letter, found in entry.items() if letter in LETTERS for words in _listed(found)]
    left, right = (_place(gold, letter, words) for letter, words in sides)
    words = " ⟷ ".join(f"{letter} «{words}»" for letter, words in sides)
    aspect, verdict, relation, grade = (entry.get(key) for key in ("aspect", "verdict", "relation", "grade"))
    return Pair(left, right, entry["kind"], aspect, verdict, relation, grade, words)


def _listed(found: Any) -> list[str]:
    return [str(words) for words in found] if isinstance(found, list) else [str(found)]


def _place(gold: dict[str, Any], letter: str, words: str) -> Place:
    """Where the words stand; they must stand there once."""
    number = LETTERS.index(letter)
    text = gold["reports"][number]["text"]
    if text.count(words) != 1:
        raise ValueError(f"{gold['id']} {letter}: «{words}» stands there {text.count(words)} times")
    start = text.index(words)
    return Place(number, start, start + len(words))


def record_of(gold: dict[str, Any], engine: Engine = "words") -> Dossier:
    """The program's record of a gold story."""
    articles = []
    for number, report in enumerate(gold["reports"]):
        key = f"{gold['id']}{LETTERS[number]}"
        articles.append(article_of_record({"id": key, **report, "published": str(report["published"])}, key))
    return pipeline.compare(articles, engine=engine)


def words_of(gold: dict[str, Any]) -> float:
    """How many words a story's reports have on an average."""
    return sum(len(report["text"].split()) for report in gold["reports"]) / len(gold["reports"])
