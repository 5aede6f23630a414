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
