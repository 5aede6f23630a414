"""Concepts of words."""

from __future__ import annotations

from collections import Counter

import pytest

from tawatur.lang.normalise import fold
from tawatur.lang.tables import table
from tawatur.story.concepts import concept, near_concepts


@pytest.mark.parametrize("word", ["بعيد", "بعد", "ابعاد", "نفط"])
def test_a_word_that_shares_a_root_with_a_denial_denies_nothing(word):
    assert concept("ar", word) != "deny"


@pytest.mark.parametrize("word", ["نفي", "نفت", "استبعد", "كذبت"])
def test_a_denials_own_words_deny(word):
    assert concept("ar", word) == "deny"


@pytest.mark.parametrize("word", ["قطر", "اصبح", "متحده", "دول"])
def test_a_common_word_is_not_known_by_its_root(word):
    assert concept("ar", word) is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_word_stands_under_one_concept(language):
    listed = Counter(fold(word) for row in table(language, "concepts").rows for word in row["words"].split("|"))
    assert [word for word, times in listed.items() if times > 1] == []


@pytest.mark.parametrize(
    ("arabic", "english", "key"),
    [
        ("هواء", "air", "air"),
        ("آمنة", "safe", "safety"),
        ("اعتمد", "ratified", "approve"),
        ("موظفين", "employees", "worker"),
        ("بترول", "crude", "oil"),
        ("نقض", "cassation", "cassation"),
    ],
)
def test_one_thing_has_one_key_in_both_languages(arabic, english, key):
    assert concept("ar", fold(arabic)) == concept("en", english) == key


@pytest.mark.parametrize(
    ("word", "key"), [("يستهدف", "hit"), ("تنتشر", "spread"), ("واتهم", "accuse"), ("لفحوص", "test")]
)
def test_a_form_that_no_table_has_is_the_word_it_comes_from(word, key):
    assert concept("ar", word) == key


def test_nearness_of_concepts_goes_both_ways_and_no_further():
    near = near_concepts()
    assert "stop" in near["cancel"] and "cancel" in near["stop"]
    assert "fire" not in near["cancel"] and "cancel" not in near["cancel"]
    listed = {row["concept"] for name in ("concepts", "phrases") for row in table("ar", name).rows}
    listed |= {row["concept"] for row in table("en", "concepts").rows}
    assert near.keys() <= listed
