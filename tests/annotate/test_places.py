"""Places against the gazetteer; namesakes settled by the report or left open."""

from __future__ import annotations

import pytest


def place(reading, words):
    return next(p for p in reading.places if p.span.of(reading.article.text) == words)


def test_a_town_has_its_country_and_coordinates(read):
    found = place(read("وقع الانفجار في بغداد صباح اليوم."), "بغداد")
    assert (found.country, found.precision) == ("IQ", "town")
    assert round(found.lat) == 33 and round(found.lon) == 44


def test_the_province_is_told_from_its_town(read):
    assert place(read("سقطت قذائف في محافظة حمص."), "حمص").precision == "province"


def test_a_namesake_is_settled_by_the_country_named(read):
    found = place(read("سيطرت القوات على مدينة الرقة شمال سوريا."), "الرقة")
    assert found.country == "SY" and found.candidates > 1 and found.reason


def test_spelling_without_dots_is_found(read):
    assert place(read("سيطرت القوات على مدينة الرقه شمال سوريا."), "الرقه").country == "SY"


def test_an_unknown_place_stays_unresolved(read):
    reading = read("وصل الوفد إلى مدينة واردانيا الجديدة في سوريا.")
    assert all(p.lat is None for p in reading.places if p.candidates == 0)


def test_places_of_english_reports_have_their_rows_too(read):
    reading = read("Shells fell in Kassala and Deir ez-Zor, and in Tripoli, Libya.", language="en")
    assert place(reading, "Kassala").country == "SD"
    assert place(reading, "Deir ez-Zor").gazetteer_id
    assert place(reading, "Tripoli").country == "LY"


def test_a_namesake_is_settled_by_a_people_named_and_by_size(read):
    assert place(read("افتتح رئيس الوزراء الأردني المؤتمر في عمان."), "عمان").country == "JO"
    assert place(read("وقع الحادث قرب سوسة مساء الأحد."), "سوسة").country == "TN"


def test_a_village_beside_which_something_was_is_read_and_a_verb_is_no_town(read):
    assert place(read("وقع الحادث قرب القطرانة صباح الثلاثاء."), "القطرانة").country == "JO"
    assert not read("خرج آلاف المحتجين إلى الساحة.").places


def test_floods_peoples_and_days_are_no_towns(read):
    assert not read("جرفت السيول ثلاثة أشخاص.").places
    text = "Remittances from Tunisians abroad rose. The toll of Friday's strike grew."
    assert not [m for m in read(text, language="en").mentions if m.kind == "GPE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقع مركز الهزة على بعد ثمانية كيلومترات شمال القرارم قوقة، وفق المرصد.", "القرارم قوقة"),
        ("وقالت السلطات إن بؤرته تقع جنوب شرقي سيدي مروان وعلى عمق عشرة كيلومترات.", "سيدي مروان"),
        ("وأفاد المصدر بأن ثمانية منهم ضبطوا في غيل باوزير.", "غيل باوزير"),
        ("وانقلبت الحافلة في بنقردان قرب الحدود.", "بنقردان"),
        ("وقفت القافلة عند مدخل مدينة الدلنج. ثم سقطت قذائف على الدلنج ليلا.", "الدلنج"),
    ],
)
def test_a_town_that_no_list_knows_is_read_from_the_words_that_lead_to_it(read, text, name):
    reading = read(text)
    places = [m.span.of(reading.article.text) for m in reading.mentions if m.kind in ("GPE", "LOC")]
    assert any(name in place for place in places)
    assert not any(m.kind == "PERSON" and name in m.span.of(reading.article.text) for m in reading.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "وتسبب الحريق في هلاك ستة أشخاص.",
        "وعثر عليه على عين المكان بعد الحادث.",
        "وأعيدت الحقائب إلى مقصورة الأمتعة مساء.",
        "وتعد من أفقر دول القارة.",
    ],
)
def test_a_rare_word_of_the_language_is_no_town(read, text):
    reading = read(text)
    assert not [m for m in reading.mentions if m.kind in ("GPE", "LOC")]
