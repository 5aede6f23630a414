"""Read the data files under ``lang/ar`` and ``lang/en`` once, into typed rows.

A data file is UTF-8 TSV: comment lines start with ``#`` (the header comment says what the file is for, what
each column means and where it came from), then one line of column names, then the rows. ``|`` separates
alternatives inside a cell; an empty cell is the empty string.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..errors import DataError
from .normalise import fold

ROOT = Path(__file__).parent
V = TypeVar("V")


class Table(NamedTuple):
    """A data file's rows as mappings from column name to cell."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


@cache
def table(language: str, name: str) -> Table:
    """The file ``lang/<language>/<name>.tsv``."""
    path = ROOT / language / f"{name}.tsv"
    columns: tuple[str, ...] = ()
    rows: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = tuple(cells)
        elif len(cells) != len(columns):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} columns")
        else:
            rows.append(dict(zip(columns, cells)))
    return Table(path, columns, tuple(rows))


def pairs(language: str, name: str) -> dict[str, str]:
    """A long file of two columns as a mapping from the first to the second, read without a mapping a row."""
    text = (ROOT / language / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.partition("\t") for line in text.split("\n") if line and line[0] != "#"]
    return {key: value for key, _, value in lines[1:]}


def lines(language: str, name: str, column: int) -> Iterator[tuple[str, str]]:
    """The rows of a long file as they stand, each with one of its cells."""
    text = (ROOT / language / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line for line in text.split("\n") if line and line[0] != "#")
    next(rows, None)
    return ((line.split("\t", column + 1)[column], line) for line in rows)


class Match(NamedTuple, Generic[V]):
    """A phrase found: token indexes ``[first, last)`` and what the table says of it."""

    first: int
    last: int
    value: V


class Phrases(Generic[V]):
    """Longest match of phrases over a sequence of keys, in time linear in the text."""

    def __init__(self, entries: Iterable[tuple[str, V]] | Mapping[str, V], folded: bool = False) -> None:
        items = entries.items() if isinstance(entries, Mapping) else entries
        self._by_first: dict[str, list[tuple[str, V]]] = {}
        self._ready: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in items:
            key = phrase if folded else fold(phrase)
            self._by_first.setdefault(key.split(None, 1)[0], []).append((key, value))

    def at(self, keys: tuple[str, ...] | list[str], index: int) -> Match[V] | None:
        """The longest phrase whose first word stands at ``index``."""
        first = keys[index]
        if first not in self._by_first:
            return None
        for words, value in self._ready.get(first) or self._of(first):
            size = len(words)
            if size == 1 or tuple(keys[index : index + size]) == words:
                return Match(index, index + size, value)
        return None

    def _of(self, first: str) -> list[tuple[tuple[str, ...], V]]:
        """The phrases of one first word, longest first. Most are never met and stay as read."""
        found = [(tuple(phrase.split()), value) for phrase, value in self._by_first[first]]
        self._ready[first] = sorted(found, key=lambda item: -len(item[0]))
        return self._ready[first]

    def all(self, keys: tuple[str, ...] | list[str]) -> list[Match[V]]:
        """Every non-overlapping longest match, left to right."""
        found: list[Match[V]] = []
        index = 0
        while index < len(keys):
            match = self.at(keys, index)
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.last
        return found
