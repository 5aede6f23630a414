"""Phrases that mean something else than their words."""

from itertools import product

import pytest

from tawatur import pipeline
from tawatur.lang.tables import table
from tawatur.story.idioms import parsed
from tawatur.story.keys import Keys


def keys(make_article, text, language="ar"):
    reading = pipeline.read(make_article(text, language=language))
    return {key for several in Keys([reading]).of(reading) for key in several}


@pytest.mark.parametrize(
    ("phrase", "word", "language"),
    [
        ("لقي ثلاثة عمال حتفهم في المنجم.", "die", "ar"),
        ("أخلت المحكمة سبيل الموقوفين.", "release", "ar"),
        ("غضت البلدية الطرف عن المخالفات.", "overlook", "ar"),
        ("أطلق مسلحون مجهولون النار على الحاجز.", "shoot", "ar"),
        ("التهمت النيران ثلاثة محال.", "fire", "ar"),
        ("لاذ المهاجمون بالفرار.", "escape", "ar"),
        ("نقل المصابون جوا إلى العاصمة.", "transfer", "ar"),
        ("عثر على دراجتين ناريتين في الموقع.", "motorcycle", "ar"),
        ("أوصى مجلس الإدارة بتوزيع أرباح.", "board", "ar"),
        ("The players locked themselves in the dressing room.", "dressing_room", "en"),
        ("The police opened fire on the crowd.", "shoot", "en"),
        ("The council called off the vote.", "cancel", "en"),
        ("The governor was sworn in.", "inaugurate", "en"),
    ],
)
def test_a_phrase_has_the_key_of_what_it_means(make_article, phrase, word, language):
    assert word in keys(make_article, phrase, language)


def test_a_word_means_what_its_phrase_makes_of_it(make_article):
    assert "sign" in keys(make_article, "وقع الوزيران اتفاق الصيد.")
    assert "sign" not in keys(make_article, "وقع الهجوم قرب الجسر.")
    assert "surgery" in keys(make_article, "أجريت له عملية جراحية.")
    assert "surgery" not in keys(make_article, "تواصلت عمليات البحث.")


def test_words_of_a_phrase_keep_no_key_but_those_that_stay_what_they_are(make_article):
    assert "launch" not in keys(make_article, "وقف إطلاق النار صامد.")
    assert "agreement" in keys(make_article, "وقع الوزيران اتفاق الصيد.")


def test_a_country_comes_before_a_word_that_it_looks_like_a_form_of(make_article):
    assert keys(make_article, "الجيش السوري") >= {"@SY"}
    assert "wall2" not in keys(make_article, "الجيش السوري")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_phrase_means_two_things(language):
    meant = {}
    for row in table(language, "phrases").rows:
        for idiom in (parsed(row["concept"], phrase) for phrase in row["phrases"].split("|")):
            for words in product(*idiom.words):
                assert meant.setdefault((words, idiom.loose), row["concept"]) == row["concept"], words
