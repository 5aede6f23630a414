"""Keys of telling words: concepts and roots."""

from __future__ import annotations

import pytest

from tawatur.story.terms import concept


@pytest.mark.parametrize("word", ["بعيد", "بعد", "ابعاد", "نفط"])
def test_a_word_that_shares_a_root_with_a_denial_denies_nothing(word):
    assert concept("ar", word) != "deny"


@pytest.mark.parametrize("word", ["نفي", "نفت", "استبعد", "كذبت"])
def test_a_denials_own_words_deny(word):
    assert concept("ar", word) == "deny"


@pytest.mark.parametrize("word", ["قطر", "اصبح", "متحده", "دول"])
def test_a_common_word_is_not_known_by_its_root(word):
    assert concept("ar", word) is None
