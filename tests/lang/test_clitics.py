"""Where words are cut, and where they must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.lang.clitics import counts, families, keyed, split
from tawatur.lang.tables import pairs


@pytest.mark.parametrize(
    ("word", "front", "stem", "back"),
    [
        ("وقال", ("و",), "قال", ()),
        ("واشنطن", (), "واشنطن", ()),
        ("وزير", (), "وزير", ()),
        ("والوزير", ("و", "ال"), "وزير", ()),
        ("للحكومة", ("ل", "ال"), "حكومه", ()),
        ("لبنان", (), "لبنان", ()),
        ("بيان", (), "بيان", ()),
        ("بالبيان", ("ب", "ال"), "بيان", ()),
        ("بغداد", (), "بغداد", ()),
        ("سيقول", ("س",), "يقول", ()),
        ("سوريا", (), "سوريا", ()),
        ("إنها", (), "ان", ("ها",)),
        ("قواتهم", (), "قوات", ("هم",)),
        ("مواطنا", (), "مواطنا", ()),
        ("ألقت", (), "القت", ()),
        ("التقى", (), "التقي", ()),
        ("الذي", (), "الذي", ()),
        ("المدرسة", ("ال",), "مدرسه", ()),
        ("وبمشاركة", ("و", "ب"), "مشاركه", ()),
        ("فلسطين", (), "فلسطين", ()),
        ("كانت", (), "كانت", ()),
        ("لها", ("ل",), "", ("ها",)),
        ("وقوع", (), "وقوع", ()),
    ],
)
def test_cut(word, front, stem, back):
    assert tuple(split(keyed(word))) == (front, stem, back)


LIST = Path(__file__).parents[1] / "data" / "clitic_words.tsv"
ROWS = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"][1:]


@pytest.mark.parametrize(("word", "front", "back"), ROWS)
def test_words_of_news(word, front, back):
    cut = split(keyed(word))
    assert ("+".join(cut.proclitics) or "-", "".join(cut.enclitics) or "-") == (front, back)


@pytest.mark.parametrize("word", ["", "و", "ل", "ة", "123", "x", "\u0640", "ووووو", "الال"])
def test_odd_words_are_survived(word):
    cut = split(keyed(word))
    assert isinstance(cut.stem, str)


def test_the_families_that_ship_are_those_of_the_counts():
    shipped = pairs("ar", "clitic_families", int)
    assert shipped == families(counts())
