"""Folding, and the way back to the exact text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.lang.normalise import fold, folded


@given(st.text(st.characters(), max_size=60))
def test_every_folded_character_knows_where_it_came_from(text):
    result = folded(text)
    assert len(result.text) == len(result.offsets)
    assert list(result.offsets) == sorted(result.offsets)
    for index in range(len(result.text)):
        start, end = result.original(index, index + 1)
        assert 0 <= start <= end <= len(text)
        assert result.text[index] in fold(text[start : end + 1])


@given(st.text(st.characters(), max_size=60))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_spellings_of_one_word_fold_alike():
    assert fold("الإِدارةُ") == fold("الاداره") == fold("الإدارة")
    assert fold("مُحَمَّـــد") == fold("محمد")
    assert fold("١٢٣ ۴۵۶") == "123 456"
    assert fold("ﻻ") == "لا"
    assert fold("\u202bأمير\u202c") == fold("امير")
    assert fold("CENTCOM") == "centcom"


def test_a_span_found_in_folded_text_is_cut_from_the_original():
    text = "قال مُحَمَّـــد إن ﻻ أحد"
    result = folded(text)
    start = result.text.index("محمد")
    first, last = result.original(start, start + len("محمد"))
    assert text[first:last].strip() == "مُحَمَّـــد"
    start = result.text.index("لا احد")
    first, last = result.original(start, start + len("لا احد"))
    assert text[first:last] == "ﻻ أحد"
