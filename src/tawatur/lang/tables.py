"""Read the data files under ``lang/ar`` and ``lang/en`` once, into typed rows.

A data file is UTF-8 TSV: comment lines start with ``#`` (the header comment says what the file is for, what
each column means and where it came from), then one line of column names, then the rows. ``|`` separates
alternatives inside a cell; an empty cell is the empty string.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..errors import DataError
from .normalise import fold, fold_all

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
    head, body, first = _read(language, name)
    path, columns = ROOT / language / f"{name}.tsv", tuple(head.split("\t"))
    rows = []
    for number, line in enumerate(body.split("\n"), first):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} columns")
        rows.append(dict(zip(columns, cells)))
    return Table(path, columns, tuple(rows))


@cache
def listed(name: str, kind: str, *languages: str) -> frozenset[str]:
    """The words of a file's rows of one kind, folded; of both languages where none is named."""
    rows = (row for language in languages or ("ar", "en") for row in table(language, name).rows if row["kind"] == kind)
    return frozenset(fold(word) for row in rows for word in row["words"].split("|"))


@cache
def vocabulary(name: str, *languages: str, column: str = "word") -> frozenset[str]:
    """The words of a file's column, folded; of both languages where none is named."""
    rows = (row for language in languages or ("ar", "en") for row in table(language, name).rows)
    return frozenset(fold(word) for row in rows for word in row[column].split("|"))


@cache
def keyed(name: str, value: str, *languages: str, column: str = "word") -> dict[str, str]:
    """A file's cells of one column by its words, folded; of both languages where none is named. Nobody's to change."""
    rows = (row for language in languages or ("ar", "en") for row in table(language, name).rows)
    return {fold(word): row[value] for row in rows for word in row[column].split("|")}


def columns(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """A long file by column, read without a mapping a row."""
    head, body, _ = _read(language, name)
    return dict(zip(head.split("\t"), zip(*[line.split("\t") for line in body.split("\n")])))


def lines(language: str, name: str, column: int) -> Iterator[tuple[str, str]]:
    """The rows of a long file as they stand, each with one of its cells."""
    return ((line.split("\t", column + 1)[column], line) for line in _read(language, name)[1].split("\n"))


def pairs(language: str, name: str, value: Callable[[str], V]) -> dict[str, V]:
    """A long file of two columns as a mapping from the first to what ``value`` makes of the second."""
    cells = _read(language, name)[1].replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], map(value, cells[1::2])))


def _read(language: str, name: str) -> tuple[str, str, int]:
    """The line of column names, the rows, and the number of the first row's line. A row may begin with ``#``."""
    # Not through a Path: a start of the program reads more than a hundred of them.
    with open(f"{ROOT}/{language}/{name}.tsv", "rb") as file:  # noqa: PTH123
        text = file.read().decode("utf-8")
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    head, _, body = text[start:].partition("\n")
    return head, body.rstrip("\n"), text.count("\n", 0, start) + 2


class Match(NamedTuple, Generic[V]):
    """A phrase found: token indexes ``[first, last)`` and what the table says of it."""

    first: int
    last: int
    value: V


class Phrases(Generic[V]):
    """Longest match of phrases over a sequence of keys, in time linear in the text."""

    def __init__(self, entries: Iterable[tuple[str, V]] | Mapping[str, V], folded: bool = False) -> None:
        """Of phrases given twice the first counts. ``folded`` ones are words with one space between them."""
        items = list(entries.items() if isinstance(entries, Mapping) else entries)
        if not folded:
            keys = fold_all(phrase for phrase, _ in items)
            items = [(" ".join(key.split()), value) for key, (_, value) in zip(keys, items)]
        self._values: dict[str, V] = dict(reversed(items))
        # How many words the longest phrase that a word begins has, where it has several.
        self._longest: dict[str, int] = {}
        for key in [key for key in self._values if " " in key]:
            first, size = key.partition(" ")[0], key.count(" ") + 1
            if size > self._longest.get(first, 1):
                self._longest[first] = size

    def at(self, keys: tuple[str, ...] | list[str], index: int) -> Match[V] | None:
        """The longest phrase whose first word stands at ``index``."""
        first = keys[index]
        if first in self._longest:
            for size in range(min(self._longest[first], len(keys) - index), 1, -1):
                phrase = " ".join(keys[index : index + size])
                if phrase in self._values:
                    return Match(index, index + size, self._values[phrase])
        return Match(index, index + 1, self._values[first]) if first in self._values else None

    def starts(self, keys: Sequence[str], first: int = 0, last: int | None = None) -> list[int]:
        """The indexes in ``[first, last)`` at which a phrase may begin: most words begin none."""
        alone, longer = self._values, self._longest
        return [index for index, key in enumerate(keys[first:last], first) if key in alone or key in longer]

    def all(self, keys: tuple[str, ...] | list[str]) -> list[Match[V]]:
        """Every non-overlapping longest match, left to right."""
        found: list[Match[V]] = []
        end = 0
        for index in self.starts(keys):
            match = self.at(keys, index) if index >= end else None
            if match is not None:
                found.append(match)
                end = match.last
        return found
