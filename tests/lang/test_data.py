"""Every data file of the language keeps the rules: header, columns, cells, keys, code points."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tawatur.lang.tables import ROOT

FILES = sorted(ROOT.glob("*/*.tsv"))
# A tatweel inside a word; behind «ال» or «هـ» it stands for the word that follows.
TATWEEL = re.compile("\u0640\\w")
# Marks that steer direction or joining: they look like nothing and match nothing.
STRAY = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u00a0")


def lines(path: Path) -> list[tuple[int, str]]:
    return list(enumerate(path.read_text(encoding="utf-8").split("\n"), 1))


def body(path: Path) -> tuple[list[str], list[str], list[tuple[int, list[str]]]]:
    """Header comment, column names, rows with their line numbers."""
    header = [line for _, line in lines(path) if line.startswith("#")]
    rest = [(number, line.split("\t")) for number, line in lines(path) if line and not line.startswith("#")]
    return header, rest[0][1], rest[1:]


def key_columns(header: list[str], columns: list[str]) -> list[int]:
    """The columns named in a line ``# unique: a+b``; without one, a row is its own key."""
    named = next((line.removeprefix("# unique:").strip() for line in header if line.startswith("# unique:")), None)
    return [columns.index(name) for name in (named.split("+") if named else columns)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
class TestEveryFile:
    def test_the_header_says_what_each_column_is(self, path):
        header, columns, rows = body(path)
        assert header and rows
        text = "\n".join(header).lower()
        twin = ROOT / "ar" / path.name
        if path != twin and ("lang/ar" in text or "ar/" in text):
            text += "\n".join(body(twin)[0])
        missing = [name for name in columns if name not in text]
        assert not missing, f"{path.name}: the header does not explain {missing}"

    def test_every_row_has_every_cell(self, path):
        _, columns, rows = body(path)
        wrong = [f"{path.name}:{number}" for number, cells in rows if len(cells) != len(columns)]
        assert not wrong

    def test_no_cell_has_outer_spaces_or_stray_marks(self, path):
        wrong = []
        for number, cells in body(path)[2]:
            for cell in cells:
                if (
                    cell != cell.strip()
                    or STRAY & set(cell)
                    or TATWEEL.search(cell)
                    or any("\ufb50" <= c <= "\ufeff" for c in cell)
                ):
                    wrong.append(f"{path.name}:{number}: {cell!r}")
        assert not wrong

    def test_text_is_composed(self, path):
        wrong = [f"{path.name}:{n}" for n, line in lines(path) if unicodedata.normalize("NFC", line) != line]
        assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_keys_are_not_given_twice(path):
    header, columns, rows = body(path)
    wanted = key_columns(header, columns)
    seen: dict[tuple[str, ...], int] = {}
    twice = []
    for number, cells in rows:
        key = tuple(cells[n] for n in wanted)
        if key in seen:
            twice.append(f"{path.name}:{number} repeats line {seen[key]}: {key}")
        seen.setdefault(key, number)
    assert not twice
