"""A toll that its own report tells to have grown, and totals that stand beside a number."""

from __future__ import annotations


def test_a_toll_up_from_an_earlier_one_differs_from_it(story):
    left = "هجوم\n\nقتل 14 جنديا في هجوم على ثكنة شرقي البلاد فجر الأحد."
    right = (
        "Attack\n\nNineteen soldiers died in Sunday's attack on the eastern barracks, up from the 14 reported earlier."
    )
    found = story(left, right, languages=["ar", "en"], times=["2026-05-03", "2026-05-05"])
    assert any("19" in str(v) or "Nineteen" in str(v) for f in found.of("discrepancy", "value") for v in f.values)


def test_two_lower_bounds_differ_where_the_later_report_tells_the_earlier_toll(story):
    left = "غارة\n\nقتل 24 شخصا على الأقل في غارة على سوق المدينة ظهر الثلاثاء."
    right = "غارة\n\nقتل 33 شخصا على الأقل في غارة على سوق المدينة الثلاثاء، بعدما كانت 24 في حصيلة أولية."
    assert story(left, right, times=["2026-05-05", "2026-05-06"]).of("discrepancy", "value")


def test_those_in_the_ranks_of_soldiers_are_soldiers(story):
    left = "هجوم\n\nقتل 14 جنديا في هجوم على ثكنة شرقي البلاد فجر الأحد."
    right = "هجوم\n\nخلف هجوم الأحد على الثكنة شرقي البلاد 19 قتيلا في صفوف الجنود."
    assert story(left, right).of("discrepancy", "value")


def test_the_whole_of_those_present_is_not_set_against_the_votes(story):
    left = "تصويت\n\nحصل القانون على 151 صوتا من أصل 226 نائبا حضروا الجلسة."
    right = "تصويت\n\nنال القانون تأييد 158 نائبا في الجلسة."
    shown = [str(v["low"]) for f in story(left, right).of("discrepancy", "value") for v in f.values]
    assert "226" not in shown
