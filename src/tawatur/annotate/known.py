"""Names that readers of news know: places, bodies, people and peoples, found as phrases in words and their pieces.

A known name is evidence for the tagger, not a verdict: «صور» is a town and the word for pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..lang.normalise import fold
from ..lang.tables import Match, Phrases, table

_ARTICLE = "ال"


@cache
def _names() -> Phrases[str]:
    """Every known name with its mark: a kind, and ``?`` where the word alone often means something else."""
    found: dict[str, str] = {}
    for form, mark in _rows():
        found.setdefault(form, mark)
    return Phrases(found, folded=True)


def _rows() -> Iterator[tuple[str, str]]:
    """Names and marks, those of one file folded at once: every start of the program waits for them."""
    places, bodies = table("ar", "known_places").rows, table("ar", "known_bodies").rows
    people, peoples = table("ar", "known_people").rows, table("ar", "peoples").rows
    yield from zip(_folded(row["name"] for row in places), (row["kind"] + _doubt(row) for row in places))
    yield from zip(_folded(row["name"] for row in bodies), ("ORG" + _doubt(row) for row in bodies))
    yield from ((name, "PERSON") for name in _folded(row["name"] for row in people))
    yield from ((name, "PERSON") for name in _folded(row["short"] for row in people if row["short"]))
    for name in _folded(row["name"] for row in peoples):
        yield name, "PEOPLE"
        # «مصريين» as well as «المصريين».
        yield name.removeprefix(_ARTICLE), "PEOPLE"


def _folded(names: Iterable[str]) -> list[str]:
    return fold("\n".join(names)).split("\n")


def _doubt(row: dict[str, str]) -> str:
    return "?" if row["alone"] == "no" else ""


@cache
def words_of_people() -> frozenset[str]:
    """Every word of a known person's name."""
    return frozenset(fold(" ".join(row["name"] for row in table("ar", "known_people").rows)).split())


def known(forms: Sequence[str]) -> list[Match[str]]:
    """Known names among folded forms, longest first from the left; proclitics stand as forms of their own."""
    return _names().all(list(forms))


def is_known(form: str) -> bool:
    """Whether a folded word as a whole is a known name («بلنسية» is no ب with a noun)."""
    match = _names().at((form,), 0)
    return match is not None and not match.value.endswith("?")
