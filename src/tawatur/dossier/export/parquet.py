"""``parquet``: the same tables as ``csv``, typed and untouched (nothing runs a Parquet cell), through pyarrow."""

from __future__ import annotations

import io

from ...errors import MissingExtra
from ...model import Dossier
from .tables import COLUMNS, rows

_WHOLE = frozenset(("start", "end", "content_start", "content_end"))
_NUMBERS = frozenset(("low", "high"))


def write(dossier: Dossier, table: str = "claims") -> bytes:
    """One of the tables as a Parquet file. Raises MissingExtra without pyarrow."""
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError:
        raise MissingExtra("parquet", "pyarrow") from None
    found = rows(dossier, table)
    kinds = {name: pyarrow.int64() for name in _WHOLE} | {name: pyarrow.float64() for name in _NUMBERS}
    schema = pyarrow.schema([(column.name, kinds.get(column.name, pyarrow.string())) for column in COLUMNS[table]])
    cells = {column.name: [_plain(column.cell(row)) for row in found] for column in COLUMNS[table]}
    out = io.BytesIO()
    write_table(pyarrow.table(cells, schema=schema), out)
    return out.getvalue()


def _plain(cell: object) -> object:
    """A lone surrogate of a report has no place in UTF-8."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell
