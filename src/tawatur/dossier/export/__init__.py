"""A dossier in the formats that other tools read, one file each, behind one function."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ...model import Dossier

FORMATS = ("ftm", "webannotation", "geojson", "acled", "ucdp", "airwars", "schemaorg", "csv", "parquet")
TABLES = ("claims", "quotes", "quantities")
# Formats that are spreadsheets: written to a file they begin with a byte-order mark, without which Excel
# reads no Arabic.
SHEETS = frozenset(("acled", "ucdp", "airwars", "csv"))
TABULAR = frozenset(("csv", "parquet"))


def write(dossier: Dossier, to: str, table: str = "claims") -> str | bytes:
    """The dossier as text, or as bytes for Parquet. ``table`` chooses what ``csv`` and ``parquet`` hold.

    Raises MissingExtra where the format needs a package that is not installed.
    """
    writer: Callable[..., str | bytes] = import_module(f".{_MODULES.get(to, to)}", __name__).write
    return writer(dossier, table) if to in TABULAR else writer(dossier)


_MODULES = {"csv": "tables"}
