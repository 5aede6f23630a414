"""Words looked up by any of their written forms, none of which is spelled out beforehand.

A form that a text has is traced back to the words it may be a form of. Spelling out every form of every word of a
lexicon takes longer at each start of the program than tracing back the words of the reports it was started for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from .tables import table

V = TypeVar("V")


class Pattern(NamedTuple):
    """How a form comes of its word: ``first`` for ``skip`` letters in front, ``add`` for ``cut`` letters behind."""

    add: str = ""
    cut: int = 0
    first: str = ""
    skip: int = 0

    def form(self, word: str) -> str:
        """The written form of a folded word."""
        return self.first + word[self.skip : len(word) - self.cut] + self.add


class Forms(Generic[V]):
    """Values by the forms of words. Each word belongs to a group, whose patterns make its forms."""

    def __init__(self, groups: Mapping[str, Iterable[Pattern]]) -> None:
        # The patterns of a group leave few different stems of a word, and a word's values stand at each of them.
        self._stems: dict[str, list[tuple[int, int, dict[str, list[V]]]]] = {}
        ways: dict[str, dict[str, list[dict[str, list[V]]]]] = {}
        for group, patterns in groups.items():
            stems: dict[tuple[int, int], dict[str, list[V]]] = {}
            for pattern in dict.fromkeys(patterns):
                known = stems.setdefault((pattern.skip, pattern.cut), {})
                ways.setdefault(pattern.add, {}).setdefault(pattern.first, []).append(known)
            self._stems[group] = [(skip, cut, known) for (skip, cut), known in stems.items()]
        # By the last letter of the ending, since most forms end in a letter that few endings have.
        self._ways: dict[str, list[tuple[str, tuple[tuple[str, list[dict[str, list[V]]]], ...]]]] = {}
        for add, firsts in ways.items():
            self._ways.setdefault(add[-1:], []).append((add, tuple(firsts.items())))

    def add(self, group: str, word: str, value: V) -> None:
        """A folded word of a group and what its forms stand for."""
        for skip, cut, known in self._stems[group]:
            stem = word[skip : len(word) - cut]
            if stem in known:
                known[stem].append(value)
            else:
                known[stem] = [value]

    def of(self, form: str) -> list[V]:
        """The values of every word that a folded form may be a form of, in no order."""
        found: list[V] = []
        for add, firsts in (*self._ways.get("", ()), *self._ways.get(form[-1:], ())):
            if form.endswith(add):
                end = len(form) - len(add)
                for first, stems in firsts:
                    if form.startswith(first):
                        stem = form[len(first) : end]
                        for known in stems:
                            if stem in known:
                                found += known[stem]
        return found


@cache
def verb_patterns(language: str) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of verbs by tense and the last letter of the dictionary form, as ``verb_group`` names them."""
    found: dict[str, list[Pattern]] = {}
    for row in table(language, "verb_endings").rows:
        # What the imperfect begins with takes the place of the dictionary form's own first letter.
        pattern = Pattern(row["add"], int(row["cut"]), row["first"], len(row["first"]))
        found.setdefault(f"{row['tense']} {row['last']}", []).append(pattern)
    return {group: tuple(patterns) for group, patterns in found.items()}


def verb_group(language: str, tense: str, base: str) -> str:
    """The group of a folded dictionary form (third person masculine singular) in a tense."""
    ending = f"{tense} {base[-1:]}"
    return ending if ending in verb_patterns(language) else f"{tense} "
