"""Who or what a number counts, so that only numbers of the same are compared.

Classes form a tree (``members.tsv``): a soldier and a civilian are persons and never each other, so «two soldiers
and a civilian» add up to three people and neither number conflicts with the three.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ...annotate.counts.counted import noun
from ...lang.nations import nation
from ...lang.normalise import fold
from ...lang.tables import keyed, table
from ...model import Quantity

Relation = Literal["same", "part", "whole", "unknown", "disjoint"]

# What happens to people alone: a number with such an outcome and no noun counts people.
_OF_PEOPLE = frozenset(("killed", "wounded", "detained", "missing", "displaced"))


# Nouns of persons that do not tell of which force they are, and the classes of forces.
_LOOSE = frozenset(("person", "fighter", "deputy"))
FORCES = frozenset(("police", "service"))


class Population(NamedTuple):
    """A class of the tree, the country the words name, and the words themselves where no class knows them."""

    kind: str | None
    nation: str | None
    word: str


@cache
def _tree() -> dict[str, str]:
    return {row["class"]: row["parent"] for language in ("en", "ar") for row in table(language, "members").rows}


@cache
def _classes() -> dict[str, str]:
    return keyed("members", "class", column="words")


def population(quantity: Quantity, outcome: str | None = None, behind: str = "") -> Population:
    """What a quantity counts, by its words; people where only what befell them is told, by its own outcome or this.

    ``behind`` are the words after the noun: «سبعة من عناصر الشرطة» are policemen.
    """
    said = " ".join(part for part in (quantity.counted, quantity.population) if part)
    found = _of_words(said, (outcome or quantity.outcome) in _OF_PEOPLE)
    force = in_words(behind).kind if found.kind in _LOOSE and behind else None
    return found._replace(kind=force) if force in FORCES else found


def in_words(said: str) -> Population:
    """The group that some words name; no class where they name none that the files know."""
    return _of_words(said, False)


@lru_cache(maxsize=8192)
def _of_words(said: str, people: bool) -> Population:
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in fold(said).split()]
    kinds = [_classes()[word] for word in words if word in _classes()]
    kind = kinds[0] if kinds else None
    if kind == "person":
        # «11 قتيلا مدنيا»: the adjective says who they were.
        kind = next((other for other in kinds if "person" in above(other)[1:]), kind)
    country = next((code for word in words if (code := nation(word))), None)
    if kind is None and (people or country or any(_person(word) for word in words[:1])):
        kind = "person"
    return Population(kind, country, words[0] if words else "")


def _person(word: str) -> bool:
    """«خريج», "reservist": whether a counted noun that the tree does not have is one of persons."""
    found = (noun(language, word) for language in ("ar", "en"))
    return any(known is not None and known.noun.kind == "person" for known in found)


@cache
def above(kind: str) -> tuple[str, ...]:
    """A class and those it is part of, nearest first."""
    found = [kind]
    while found[-1] and (parent := _tree().get(found[-1], "")):
        found.append(parent)
    return tuple(found)


def relation(left: Population, right: Population) -> Relation:
    """How two populations stand: ``part`` when the left is a part of the right."""
    if left.nation and right.nation and left.nation != right.nation:
        return "disjoint"
    if left.kind is None or right.kind is None:
        return "same" if left.word and left.word == right.word else "disjoint" if left.kind or right.kind else "unknown"
    if left.kind == right.kind:
        return "same"
    if right.kind in above(left.kind):
        return "part"
    if left.kind in above(right.kind):
        return "whole"
    return "disjoint"


def common(left: Population, right: Population) -> Population | None:
    """The smallest class that holds both, for sums; None where there is none."""
    if left.kind is None or right.kind is None or relation(left, right) != "disjoint":
        return None
    kinds = above(right.kind)
    kind = next((kind for kind in above(left.kind) if kind in kinds), None)
    if kind is None:
        return None
    return Population(kind, left.nation or right.nation, "")
