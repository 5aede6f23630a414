"""What the forms of a word share."""

from __future__ import annotations

import pytest

from tawatur.lang.normalise import fold
from tawatur.lang.skeleton import skeleton


@pytest.mark.parametrize(
    "forms",
    [
        ("انهيار", "انهيارات"),
        ("مهاجم", "مهاجمون", "مهاجمين"),
        ("وزير", "وزيرة"),
        ("متظاهر", "متظاهرين"),
        ("قرار", "قرارات"),
    ],
)
def test_forms_of_a_word_share_a_skeleton(forms):
    assert len({skeleton(fold(form)) for form in forms}) == 1


@pytest.mark.parametrize("stem", ["قد", "ام", "اب", ""])
def test_what_is_short_stays_whole(stem):
    assert skeleton(stem) == stem
