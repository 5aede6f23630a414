"""Clitic segmentation on UD Arabic-PUD, its last tenth kept out of training.

PUD splits و ف ب ل ك س and the pronouns and leaves the article on its word, so the article is not measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..lang.clitics import Cut, keyed, split
from ..lang.normalise import fold
from .report import Figure

_FRONT = frozenset("وفبلكس")
_BACK = frozenset(("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كن"))
_HELD_OUT = 0.1


def figures(data: Path) -> Iterable[Figure]:
    """Word accuracy and the F1 of single cuts."""
    words = pud_words(data, held_out=True)
    right = hit = predicted = expected = 0
    for word, gold in words:
        cut = split(word)
        mine, theirs = _borders(cut), _borders(gold)
        right += mine == theirs
        hit += len(mine & theirs)
        predicted += len(mine)
        expected += len(theirs)
    note = "UD Arabic-PUD, last tenth"
    yield Figure("clitics: words cut right", right / len(words), "share", len(words), note)
    yield Figure("clitics: F1 of cuts", 2 * hit / (predicted + expected), "F1", expected, note)


def same_cut(left: Cut, right: Cut) -> bool:
    """Cut at the same places, whatever is said of the article."""
    return _borders(left) == _borders(right)


def _borders(cut: Cut) -> set[tuple[str, int]]:
    front = [part for part in cut.proclitics if part != "ال"]
    return {("front", n) for n in range(1, len(front) + 1)} | {("back", len(part)) for part in cut.enclitics}


def pud_words(data: Path, held_out: bool) -> list[tuple[str, Cut]]:
    """Folded words with their gold cut, from the last tenth of the sentences or from the rest."""
    sentences = list(_sentences(data / "ud-pud-ar" / "first-700.conllu"))
    border = round(len(sentences) * (1 - _HELD_OUT))
    chosen = sentences[border:] if held_out else sentences[:border]
    return [pair for sentence in chosen for pair in sentence]


def _sentences(path: Path) -> Iterator[list[tuple[str, Cut]]]:
    words: list[tuple[str, Cut]] = []
    parts: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            yield words
            words, parts = [], []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[3] not in ("PUNCT", "SYM", "NUM", "X"):
                parts.append(fields[1])
            if "SpaceAfter=No" not in fields[9] or fields[3] == "PUNCT":
                if parts and (cut := _gold(parts)):
                    words.append((keyed("".join(parts)), cut))
                parts = []


def _gold(parts: list[str]) -> Cut | None:
    """The parts of one written word as a cut; None where they are not clitics around a stem (typing errors)."""
    first, last = 0, len(parts)
    while first < last - 1 and parts[first] in _FRONT:
        first += 1
    if last - first > 1 and fold(parts[-1]) in _BACK:
        last -= 1
    if last - first != 1:
        return None
    stem = fold(parts[first])
    if not fold("".join(parts)).isalpha():
        return None
    if stem in _BACK and first:
        return Cut(tuple(parts[:first]), "", (stem,))
    return Cut(tuple(map(fold, parts[:first])), stem, tuple(map(fold, parts[last:])))
