"""Whose period a time tells: a number's own, or that of a thing which the words name beside it."""

from __future__ import annotations

RAIN = "أمطار\n\nسجلت محطة الأرصاد في الريان هطول 142 مليمترا خلال {} ساعة، وفق هيئة الأرصاد."


def test_a_length_that_another_number_was_measured_over_is_its_period(story):
    found = story(RAIN.format("18"), RAIN.format("24"))
    assert not found.of("discrepancy", "value")
    assert found.of("discrepancy", "scope")


def test_since_when_a_war_goes_on_is_no_period_of_the_displaced(story):
    left = "نزوح\n\nتؤوي مدينة القضارف أكثر من 500 ألف نازح فروا من الحرب."
    right = "نزوح\n\nتؤوي مدينة القضارف أكثر من 500 ألف نازح بسبب الحرب المستمرة منذ أبريل 2023."
    assert not story(left, right).of("discrepancy")


def test_since_april_is_since_the_spring(story):
    text = "أسعار\n\nارتفع سعر كيس الدقيق في مدينة الأبيض 40 بالمئة منذ {}."
    assert not story(text.format("أبريل الماضي"), text.format("الربيع")).of("discrepancy")


def test_so_much_a_year_is_not_so_much_in_five_years(story):
    text = "إصلاح\n\nقالت وزارة المالية إن دمج الصناديق سيوفر على الخزينة 640 مليون دينار {}."
    found = story(text.format("سنويا"), text.format("خلال أربع سنوات"))
    assert found.of("discrepancy", "scope")
    assert not story(text.format("سنويا"), text.format("كل عام")).of("discrepancy")


def test_the_same_number_of_two_stretches_of_a_year_is_told(story):
    text = "هجرة\n\nأعادت السلطات 7400 مهاجر غير نظامي إلى بلدانهم {}، وفق وزارة الداخلية."
    found = story(text.format("خلال الأشهر الأربعة الأولى من السنة"), text.format("في العام الماضي كله"))
    assert found.of("discrepancy", "scope")


def test_those_killed_are_counted_behind_their_verb(story):
    left = "نزاع\n\nسقط في إقليم دوفا 418 قتيلا منذ مطلع العام، وفق مرصد النزاعات."
    right = "نزاع\n\nيقدر مرصد النزاعات عدد من قتلوا في دوفا بـ418 شخصا خلال الأشهر الاثني عشر الأخيرة."
    assert story(left, right).of("discrepancy", "scope")


def test_a_year_named_beside_another_happening_is_no_period(story):
    left = "ذكرى\n\nأعادت الكارثة ذكرى حريق سوق الربيع الذي أودى بحياة 214 شخصا، وحادث النفق عام 2011."
    right = "ذكرى\n\nويبقى حريق سوق الربيع، الذي قتل فيه 214 شخصا، أسوأ ما عرفته المدينة."
    assert not story(left, right).of("discrepancy", "scope")


def test_a_week_is_not_all_the_days_since_the_middle_of_a_month(story):
    text = "حصبة\n\nسجلت مديرية الصحة في لحج 318 إصابة بالحصبة {}."
    long = story(text.format("منذ منتصف مارس الماضي"), text.format("خلال الأسبوع الماضي وحده"), published="2026-04-28")
    assert long.of("discrepancy", "scope")
    week = story(text.format("خلال الأسبوع الماضي"), text.format("في الأسبوع الماضي"), published="2026-04-28")
    assert not week.of("discrepancy")


def test_one_day_alone_is_not_the_week(story):
    left = "حصبة\n\nأحصت الوزارة 274 إصابة بالحصبة وست وفيات خلال الأسبوع الماضي في لحج."
    right = "حصبة\n\nأحصت الوزارة 274 إصابة بالحصبة يوم الأحد وحده في لحج."
    assert story(left, right).of("discrepancy", "scope")
    assert not story(left, right.replace("يوم الأحد وحده ", "")).of("discrepancy")


def test_a_number_for_one_place_alone_is_told_beside_the_same_for_two(story):
    left = "زلزال\n\nأصيب 126 شخصا في ولايتي الكاف وباجة جراء الزلزال، وفق الحماية المدنية."
    right = "زلزال\n\nقالت الحماية المدنية إن 126 شخصا أصيبوا في ولاية الكاف وحدها جراء الزلزال."
    found = story(left, right).of("discrepancy", "scope")
    assert len(found) == 1
    assert "في ولاية الكاف وحدها" in found[0].detail.ar and "alone" in found[0].detail.en
    assert {value["reach"] is None for value in found[0].values} == {True, False}


def test_a_part_of_one_place_with_another_number_is_no_scope(story):
    left = "زلزال\n\nأصيب 126 شخصا في ولايتي الكاف وباجة جراء الزلزال، وفق الحماية المدنية."
    right = "زلزال\n\nقالت الحماية المدنية إن 80 شخصا أصيبوا في ولاية الكاف وحدها جراء الزلزال."
    assert not [f for f in story(left, right).of("discrepancy") if f.aspect in ("scope", "value")]
