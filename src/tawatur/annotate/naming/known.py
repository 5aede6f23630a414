"""Names that readers of news know: places, bodies, people and peoples, found as phrases in words and their pieces.

A known name is evidence for the tagger, not a verdict: «صور» is a town and the word for pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat

from ...lang.normalise import fold, fold_all
from ...lang.tables import Match, Phrases, columns

_ARTICLE = "ال"


@cache
def _names() -> Phrases[str]:
    """Every known name with its mark: a kind, and ``?`` where the word alone often means something else."""
    return Phrases(_marked(), folded=True)


def _marked() -> Iterator[tuple[str, str]]:
    places, bodies, people = columns("ar", "known_places"), columns("ar", "known_bodies"), columns("ar", "known_people")
    yield from zip(fold_all(places["name"]), map(_mark, places["kind"], places["alone"]))
    yield from zip(fold_all(bodies["name"]), map(_mark, repeat("ORG"), bodies["alone"]))
    yield from zip(fold_all((*people["name"], *filter(None, people["short"]))), repeat("PERSON"))
    peoples = fold_all(columns("ar", "peoples")["name"])
    # «مصريين» as well as «المصريين».
    yield from zip((*peoples, *(name.removeprefix(_ARTICLE) for name in peoples)), repeat("PEOPLE"))


def _mark(kind: str, alone: str) -> str:
    return kind + "?" if alone == "no" else kind


@cache
def words_of_people() -> frozenset[str]:
    """Every word of a known person's name."""
    return frozenset(fold(" ".join(columns("ar", "known_people")["name"])).split())


def known(forms: Sequence[str]) -> list[Match[str]]:
    """Known names among folded forms, longest first from the left; proclitics stand as forms of their own."""
    return _names().all(list(forms))


def is_known(form: str) -> bool:
    """Whether a folded word as a whole is a known name («بلنسية» is no ب with a noun)."""
    match = _names().at((form,), 0)
    return match is not None and not match.value.endswith("?")
