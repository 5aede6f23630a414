"""Keys of numbers."""

from __future__ import annotations

from tawatur import pipeline
from tawatur.story.number_keys import number_key, number_keys, told_number


def test_a_value_has_one_key_whatever_its_words_and_bounds(make_article):
    reading = pipeline.read(make_article("قتل أربعة أشخاص وأصيب 4 آخرون، واعتقل أكثر من 4 أشخاص."))
    assert {number_key(quantity) for quantity in reading.quantities} == {"#4"}


def test_a_rank_and_a_size_are_keys_of_their_own(make_article):
    reading = pipeline.read(make_article("تجمع مئات العمال في ثالث احتجاج بعد فصل 12 عاملا."))
    told = [(told_number(reading, quantity), number_keys(quantity)) for quantity in reading.quantities]
    assert sorted(keys.index(key) for key, keys in told) == [0, 1, 2]
