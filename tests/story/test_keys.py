"""Keys of words."""

from __future__ import annotations

import pytest

from tawatur import pipeline
from tawatur.story.keys import Keys


def test_a_country_has_one_key_whatever_tells_of_it(make_article):
    arabic = pipeline.read(make_article("وصل الوفد الأميركي إلى المقر صباحا."))
    english = pipeline.read(make_article("The American delegation arrived in the morning.", language="en"))
    keys = Keys([arabic, english])
    told = [{key for several in keys.of(reading) for key in several} for reading in (arabic, english)]
    assert "@US" in told[0] & told[1]


@pytest.mark.parametrize(("joined", "alone"), [("لقائه", "لقاء"), ("إلغائها", "إلغاء"), ("استدعائهم", "استدعاء")])
def test_a_hamza_before_a_pronoun_keeps_its_word(make_article, joined, alone):
    keys = []
    for word in (joined, alone):
        reading = pipeline.read(make_article(f"تحدث الوزير عن {word} أمس."))
        keys.append({key for several in Keys([reading]).of(reading) for key in several})
    assert keys[0] == keys[1]


def test_a_short_word_is_known_as_it_is_listed(keys_of):
    assert "blood" in keys_of("أطلق المستشفى نداء للتبرع بالدم.")


def test_words_are_known_by_what_news_means_by_them(keys_of):
    told = keys_of("أثارت اللجنة جدلا، وهي إطار جديد، وتفقدت جناح الأطفال والخزانة والسد، وتظاهر ألفا طالب.")
    assert {"cause", "ward", "treasury", "dam", "student"} <= told and not {"museum", "tyre", "player", "demand"} & told
