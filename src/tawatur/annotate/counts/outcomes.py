"""What befell those counted: the casualty idiom.

A cue is a word or phrase of ``lang/<language>/outcomes.tsv``: a noun of the act (مقتل), a verb (قُتل, قتلت), a
fixed phrase (أودى بحياة), or a word of hitting or using. The nearest cue that fits what is counted governs the
number, as long as no clause boundary and no preposition of the number's own stands between.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.numerals import ARTICLE, grammar
from ...lang.tables import table

_SETS = (
    "breakdown", "boundary", "blocker", "others", "window", "partitive", "out_of", "toll", "apart", "number_of",
    "determiner", "another", "label", "carries", "clause", "foreseen", "otherwise", "norm", "limited", "lasting",
    "ranks", "moment", "bygone", "added",
)  # fmt: skip


# Function words that are the same with a conjunction written on them (وأن, ومنهم).
_CONJOINED = frozenset(("boundary", "breakdown", "blocker", "window", "clause"))


class Meaning(NamedTuple):
    """A cue's kind and the outcome it gives."""

    kind: str
    outcome: str


class Words(NamedTuple):
    """One language's cues by first word, and its sets of function words."""

    cues: dict[str, tuple[tuple[tuple[str, ...], tuple[Meaning, ...]], ...]]
    sets: dict[str, frozenset[tuple[str, ...]]]


class Cue(NamedTuple):
    """A cue at tokens ``[first, last)`` and the clitics written before its first word."""

    first: int
    last: int
    prefix: str
    meanings: tuple[Meaning, ...]


@cache
def words(language: str) -> Words:
    """The cues of ``language``, read once."""
    rows = table(language, "outcomes").rows
    settings = {row["kind"]: row["words"].split("|") for row in rows if row["kind"].endswith(("_starts", "_endings"))}
    phrases: dict[tuple[str, ...], list[Meaning]] = {}
    sets: dict[str, set[tuple[str, ...]]] = {name: set() for name in _SETS}
    for row in rows:
        kind = row["kind"]
        if kind in settings:
            continue
        for phrase in row["words"].split("|"):
            parts = tuple(fold(phrase).split())
            if kind in sets:
                sets[kind].add(parts)
                if language == "ar" and kind in _CONJOINED:
                    sets[kind].update((letter + parts[0], *parts[1:]) for letter in "وف")
            else:
                for first in _forms(kind, parts[0], settings):
                    found = phrases.setdefault((first, *parts[1:]), [])
                    meaning = Meaning("verb" if kind in ("perfect", "imperfect") else kind, row["outcome"])
                    if meaning not in found:
                        found.append(meaning)
    cues: dict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]] = {}
    for parts, meanings in phrases.items():
        cues.setdefault(parts[0], []).append((parts, tuple(meanings)))
    return Words(
        {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in cues.items()},
        {name: frozenset(found) for name, found in sets.items()},
    )


def _forms(kind: str, stem: str, settings: dict[str, list[str]]) -> list[str]:
    if kind == "perfect" or (kind == "seize" and settings):
        # A final ya is dropped before the plural, and turns before ت (أودى, أودت).
        weak = stem[:-1] if stem.endswith("ي") else stem
        return [stem, *(weak + fold(end) for end in settings["perfect_endings"] if end)]
    if kind == "imperfect":
        starts, ends = settings["imperfect_starts"], settings["imperfect_endings"]
        return [fold(start) + stem + fold(end) for start in starts for end in ends]
    return [stem]


@lru_cache(maxsize=65536)
def starts(language: str, norm: str) -> str | None:
    """The clitics before a word that begins a cue; None where it begins none."""
    cues = words(language).cues
    if norm in cues:
        return ""
    for prefix in sorted(grammar(language).proclitics, key=len):
        if norm.startswith(prefix) and norm[len(prefix) :] in cues:
            return prefix
    return None


def cues(language: str, norms: tuple[str, ...], first: int, last: int) -> list[Cue]:
    """Every cue in tokens ``[first, last)``, left to right, the longest at each place."""
    found: list[Cue] = []
    table_ = words(language).cues
    index = first
    while index < last:
        prefix = starts(language, norms[index])
        step = 1
        if prefix is not None:
            bare = norms[index][len(prefix) :]
            for parts, meanings in table_[bare]:
                end = index + len(parts)
                if prefix.endswith(ARTICLE):
                    # «ألوية الفجر»: no verb takes the article.
                    meanings = tuple(meaning for meaning in meanings if meaning.kind not in ("verb", "alone"))
                if meanings and end <= last and norms[index + 1 : end] == parts[1:]:
                    found.append(Cue(index, end, prefix, meanings))
                    step = len(parts)
                    break
        index += step
    return found


def in_set(language: str, name: str, norms: Sequence[str], index: int) -> int:
    """How many tokens at ``index`` make a phrase of the set ``name``; 0 where none does."""
    found = words(language).sets[name]
    for size in (3, 2, 1):
        if tuple(norms[index : index + size]) in found:
            return size
    return 0


def fits(kind: str | None, meaning: Meaning) -> bool:
    """Whether a cue can say something of a counted noun of this class (None: not listed)."""
    if meaning.kind == "use":
        return kind == "weapon"
    if meaning.kind == "seize":
        return kind in ("person", "body", "group")
    if meaning.outcome == "struck":
        return kind in ("target", "person", "group", "thing", None)
    return kind in ("person", "body", "group", None) or (kind == "thing" and meaning.outcome in ("displaced",))
