"""Keys of tokens by what a reading found there."""

from __future__ import annotations

from tawatur import pipeline
from tawatur.ingest import article_of_record
from tawatur.story.keys import Keys
from tawatur.story.roots import root


def test_a_name_means_nothing_besides(make_article):
    reading = pipeline.read(make_article("وصل الوفد إلى درعا صباحا."))
    keys = dict(zip((t.surface for t in reading.tokens), Keys([reading]).of(reading)))
    assert keys["درعا"] == (root("درعا"),)


def test_a_country_of_two_words_shares_neither_with_another_body(make_article):
    reading = pipeline.read(make_article("قدمت المنظمة شكوى للولايات المتحدة الأمريكية وإلى الأمم المتحدة في المغرب."))
    told = [key for several in Keys([reading]).of(reading) for key in several]
    assert {"@US", "@MA", "un"} <= set(told) and not [key for key in told if "تحد" in key]


def test_common_words_taken_for_a_name_keep_what_they_mean():
    text = "تجمع عشرات المضربين أمام مدخل الميناء صباح الأربعاء.\nاصطدمت حافلة قرب مدينة سمالوط."
    reading = pipeline.read(article_of_record({"id": "x", "text": text}, "x"))
    keys = dict(zip((token.surface for token in reading.tokens), Keys([reading]).of(reading)))
    assert (keys["الميناء"], keys["مدينة"]) == (("port",), ("city",))


def test_how_large_a_number_is_and_a_rank_are_no_number_in_common(keys_of):
    told = keys_of("تجمع مئات العمال أمام المعمل، وهو ثالث احتجاج هذا الشهر، بعد فصل 12 عاملا.")
    assert {"some:200", "nth:3", "#12"} <= told and not {"#200", "#3"} & told


def test_so_many_thousands_are_a_number(keys_of):
    told = keys_of("خسر القطاع 4 آلاف وظيفة، ودفعت الشركة خمسة ملايين دولار، وتضرر آلاف العمال.")
    assert {"#4000", "#5e+06", "some:2000"} <= told


def test_a_clocks_time_and_a_month_gone_by_are_one_key_in_two_languages(keys_of):
    arabic = keys_of("انهار الجسر عند الساعة الخامسة صباحا، وكان قد رمم في يونيو 2019.")
    english = keys_of("The bridge, repaired in June 2019, collapsed at 5 a.m.", "en")
    assert {"t:05", "t:2019-06"} <= arabic & english


def test_a_word_of_fate_is_known_by_what_befell_those_it_counts(keys_of):
    assert "die" in keys_of("قضى 31 مدنيا في الغارات.")
    assert "missing" in keys_of("غرق ستة مهاجرين، كما فقد 19 آخرون.")
