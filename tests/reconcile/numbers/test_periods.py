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
