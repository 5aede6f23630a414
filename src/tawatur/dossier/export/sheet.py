"""Tables for spreadsheets: RFC 4180, safe to open, with columns that say where they come from.

A cell that begins with ``= + - @``, a tab, a line break or a full-width form of these would run as a formula when a
spreadsheet opens the file. Such a cell of text gets an apostrophe in front, which spreadsheets take as "this is text"
(OWASP, "CSV Injection"). Numbers are left alone. To have the exact words back, drop one apostrophe that stands before
one of these characters; the character offsets beside the words always point at the untouched text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Cell = str | int | float | None

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Column(NamedTuple):
    """A column: its name, where its cells come from in words for the reference, and how they are got from a row."""

    name: str
    comes: str
    cell: Callable[[Any], Cell]


def empty(row: Any) -> Cell:
    """The cell of a column that the format has and no report can fill."""
    return None


def sheet(columns: Sequence[Column], rows: Iterable[Any]) -> str:
    """The rows as CSV with one line of names; unknown values are empty cells."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    writer.writerows([safe(column.cell(row)) for column in columns] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_ACTIVE) else cell


def joined(values: Iterable[str | None], by: str = "; ") -> str | None:
    """Several values in one cell, each once; None for none."""
    return by.join(dict.fromkeys(value for value in values if value)) or None
