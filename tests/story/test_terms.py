"""Keys of telling words: concepts and roots."""

from __future__ import annotations

from collections import Counter

import pytest

from tawatur import pipeline
from tawatur.ingest import article_of_record
from tawatur.lang.normalise import fold
from tawatur.lang.tables import table
from tawatur.story.terms import Keys, concept, near_concepts, root


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


def test_a_name_means_nothing_besides(make_article):
    reading = pipeline.read(make_article("وصل الوفد إلى درعا صباحا."))
    keys = dict(zip((t.surface for t in reading.tokens), Keys([reading]).of(reading)))
    assert keys["درعا"] == (root("درعا"),)


@pytest.mark.parametrize(
    ("word", "key"), [("يستهدف", "hit"), ("تنتشر", "spread"), ("واتهم", "accuse"), ("لفحوص", "test")]
)
def test_a_form_that_no_table_has_is_the_word_it_comes_from(word, key):
    assert concept("ar", word) == key


def test_a_country_has_one_key_whatever_tells_of_it(make_article):
    arabic = pipeline.read(make_article("وصل الوفد الأميركي إلى المقر صباحا."))
    english = pipeline.read(make_article("The American delegation arrived in the morning.", language="en"))
    keys = Keys([arabic, english])
    told = [{key for several in keys.of(reading) for key in several} for reading in (arabic, english)]
    assert "@US" in told[0] & told[1]


def test_a_country_of_two_words_shares_neither_with_another_body(make_article):
    reading = pipeline.read(make_article("قدمت المنظمة شكوى للولايات المتحدة الأمريكية وإلى الأمم المتحدة في المغرب."))
    told = [key for several in Keys([reading]).of(reading) for key in several]
    assert {"@US", "@MA", "un"} <= set(told) and not [key for key in told if "تحد" in key]


@pytest.mark.parametrize(("joined", "alone"), [("لقائه", "لقاء"), ("إلغائها", "إلغاء"), ("استدعائهم", "استدعاء")])
def test_a_hamza_before_a_pronoun_keeps_its_word(make_article, joined, alone):
    keys = []
    for word in (joined, alone):
        reading = pipeline.read(make_article(f"تحدث الوزير عن {word} أمس."))
        keys.append({key for several in Keys([reading]).of(reading) for key in several})
    assert keys[0] == keys[1]


def test_nearness_of_concepts_goes_both_ways_and_no_further():
    near = near_concepts()
    assert "stop" in near["cancel"] and "cancel" in near["stop"]
    assert "fire" not in near["cancel"] and "cancel" not in near["cancel"]
    listed = {row["concept"] for name in ("concepts", "phrases") for row in table("ar", name).rows}
    listed |= {row["concept"] for row in table("en", "concepts").rows}
    assert near.keys() <= listed


def test_common_words_taken_for_a_name_keep_what_they_mean():
    text = "تجمع عشرات المضربين أمام مدخل الميناء صباح الأربعاء.\nاصطدمت حافلة قرب مدينة سمالوط."
    reading = pipeline.read(article_of_record({"id": "x", "text": text}, "x"))
    keys = dict(zip((token.surface for token in reading.tokens), Keys([reading]).of(reading)))
    assert (keys["الميناء"], keys["مدينة"]) == (("port",), ("city",))


def keys_of(make_article, text, language="ar"):
    reading = pipeline.read(make_article(text, language=language))
    return {key for several in Keys([reading]).of(reading) for key in several}


def test_how_large_a_number_is_and_a_rank_are_no_number_in_common(make_article):
    told = keys_of(make_article, "تجمع مئات العمال أمام المعمل، وهو ثالث احتجاج هذا الشهر، بعد فصل 12 عاملا.")
    assert {"some:200", "nth:3", "#12"} <= told and not {"#200", "#3"} & told


def test_so_many_thousands_are_a_number(make_article):
    told = keys_of(make_article, "خسر القطاع 4 آلاف وظيفة، ودفعت الشركة خمسة ملايين دولار، وتضرر آلاف العمال.")
    assert {"#4000", "#5e+06", "some:2000"} <= told


def test_a_clocks_time_and_a_month_gone_by_are_one_key_in_two_languages(make_article):
    arabic = keys_of(make_article, "انهار الجسر عند الساعة الخامسة صباحا، وكان قد رمم في يونيو 2019.")
    english = keys_of(make_article, "The bridge, repaired in June 2019, collapsed at 5 a.m.", "en")
    assert {"t:05", "t:2019-06"} <= arabic & english


def test_a_short_word_is_known_as_it_is_listed(make_article):
    assert "blood" in keys_of(make_article, "أطلق المستشفى نداء للتبرع بالدم.")


def test_words_are_known_by_what_news_means_by_them(make_article):
    told = keys_of(
        make_article, "أثارت اللجنة جدلا، وهي إطار جديد، وتفقدت جناح الأطفال والخزانة والسد، وتظاهر ألفا طالب."
    )
    assert {"cause", "ward", "treasury", "dam", "student"} <= told and not {"museum", "tyre", "player", "demand"} & told


def test_a_word_of_fate_is_known_by_what_befell_those_it_counts(make_article):
    assert "die" in keys_of(make_article, "قضى 31 مدنيا في الغارات.")
    assert "missing" in keys_of(make_article, "غرق ستة مهاجرين، كما فقد 19 آخرون.")
