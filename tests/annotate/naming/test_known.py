"""Known names found as phrases, and letters that look like a name's."""

from __future__ import annotations

import pytest

from tawatur.annotate.naming.known import is_known, known
from tawatur.annotate.naming.letters import likeness
from tawatur.annotate.naming.tagger import marks, pieces
from tawatur.lang.normalise import fold


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("مباراة في ريال مدريد امس", [(2, 4, "ORG")]),
        ("زار مدريد ثم بلغراد", [(1, 2, "GPE"), (3, 4, "GPE")]),
        ("بين مصريين و فرنسيين", [(1, 2, "PEOPLE"), (3, 4, "PEOPLE")]),
        ("التقط المصور صور الحادث", [(2, 3, "GPE?")]),
        ("لا شيء هنا", []),
    ],
)
def test_known_names_are_found_longest_first(words, expected):
    forms = [fold(word) for word in words.split()]
    assert [tuple(match) for match in known(forms)] == expected


def test_a_doubtful_word_is_not_known_by_itself():
    assert is_known(fold("بلغراد"))
    assert not is_known(fold("صور"))


@pytest.mark.parametrize("word", ["بلنسية", "فالنسيا", "كمبالا", "بلغراد", "لشبونة", "وارسو"])
def test_a_known_name_keeps_its_first_letter(word):
    assert [piece for piece, _, _ in pieces(word)] == [fold(word)]


def test_marks_say_where_a_known_name_begins_and_goes_on():
    forms = [fold(word) for word in ["لاعب", "بايرن", "ميونيخ", "السابق"]]
    assert marks(forms) == ["-", "BORGm", "IORGm", "-"]


@pytest.mark.parametrize(("name", "word"), [("تشيفس", "محادثات"), ("فيغنر", "مدرسه"), ("بايراتس", "يقولون")])
def test_foreign_letters_look_like_a_name(name, word):
    assert int(likeness(name)) > int(likeness(word))
    assert int(likeness(word)) < 0


def test_what_is_no_arabic_word_has_no_likeness():
    assert {likeness(word) for word in ("", "في", "USA", "12", "صدر/امس")} == {"-"}
