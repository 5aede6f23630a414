"""The readers of the data files."""

from __future__ import annotations

import pytest

from tawatur.errors import DataError
from tawatur.lang import tables
from tawatur.lang.tables import Phrases, columns, keyed, listed, pairs, table, vocabulary


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A data file of these lines, by its name."""
    monkeypatch.setattr(tables, "ROOT", tmp_path)
    (tmp_path / "ar").mkdir()

    def write(name, *lines):
        (tmp_path / "ar" / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return name

    return write


def test_comments_stand_on_top_and_a_row_may_begin_with_their_mark(written):
    name = written("weights", "# What it is.", "feature\tweight", "#\t-1", "b\t2")
    assert [row["feature"] for row in table("ar", name).rows] == ["#", "b"]
    assert columns("ar", name) == {"feature": ("#", "b"), "weight": ("-1", "2")}
    assert pairs("ar", name, int) == {"#": -1, "b": 2}


def test_a_row_of_other_length_is_told_with_its_line(written):
    with pytest.raises(DataError, match=r"short\.tsv:4: 1 cells, 2 columns"):
        table("ar", written("short", "# What it is.", "a\tb", "1\t2", "3"))


def test_words_are_listed_by_kind_or_column_and_folded(written):
    name = written("company", "# What it is.", "kind\twords", "left\tأمام|إلى", "right\tمنذ")
    assert listed(name, "left", "ar") == {"امام", "الي"}
    assert vocabulary(name, "ar", column="words") == {"امام", "الي", "منذ"}
    assert keyed(name, "kind", "ar", column="words") == {"امام": "left", "الي": "left", "منذ": "right"}


def test_the_longest_phrase_wins_and_of_two_alike_the_first():
    found = Phrases([("عين", 1), ("عين عرب", 2), ("عين  عرب كبيرة", 3), ("عين عرب", 4), ("بيت لحم", 5)])
    assert found.at(["في", "عين", "عرب", "كبيره"], 1) == (1, 4, 3)
    assert found.at(["عين", "عرب"], 0) == (0, 2, 2)
    assert found.at(["عين", "بيت"], 0) == (0, 1, 1)
    assert found.at(["بيت"], 0) is None
