"""Opposite words: every form of a verb and its masdar stand at one end of a scale."""

from __future__ import annotations

import pytest

from tawatur.annotate.tokens import tokenise
from tawatur.lang.normalise import fold
from tawatur.lang.tables import table
from tawatur.reconcile.contraries.poles import Pole, jussive, opposed, poles


@pytest.fixture
def ends(make_article):
    def of(word):
        return poles(tokenise(make_article(word))[0])

    return of


@pytest.mark.parametrize("form", ["ارتفع", "ارتفعت", "يرتفع", "سترتفع", "وارتفاع", "الارتفاع", "بارتفاعها", "مرتفعة"])
def test_every_form_has_the_pole(ends, form):
    assert Pole("level", "up") in ends(form)


@pytest.mark.parametrize(
    ("left", "right", "scale"),
    [
        ("وافقت", "رفضها", "accept"),
        ("اعتقال", "الإفراج", "custody"),
        ("ستفتح", "أغلقت", "open"),
        ("أكدت", "تنفي", "affirm"),
        ("فوز", "خسارته", "victory"),
        ("استمرار", "توقف", "continue"),
        ("أعلى", "أدنى", "extreme"),
    ],
)
def test_opposites_stand_at_two_ends_of_a_scale(ends, left, right, scale):
    assert scale in opposed(ends(left), ends(right))
    assert scale in opposed(ends(right), ends(left))


@pytest.mark.parametrize(
    ("left", "right"), [("ارتفع", "صعدت"), ("وافق", "القبول"), ("قتل", "مصرعهم"), ("كتاب", "سيارة")]
)
def test_words_of_one_end_or_of_none_are_not_opposed(ends, left, right):
    assert not opposed(ends(left), ends(right))


@pytest.mark.parametrize("word", ["على", "شرطة", "نقل", "أمين", "مدينة", "كرة", "عام", "سنة", "قال"])
def test_frequent_words_that_only_look_alike_have_none(ends, word):
    assert not ends(word)


def test_every_scale_has_two_ends():
    ends_of = {}
    for row in table("ar", "antonyms").rows:
        ends_of.setdefault(row["scale"], set()).add(row["pole"])
    assert {scale for scale, found in ends_of.items() if len(found) != 2} == set()


def test_the_jussive_of_a_hollow_verb():
    assert Pole("fate", "escaped") in jussive(fold("ينج"), name="contraries")
    assert jussive(fold("كتب"), name="contraries") == frozenset()
