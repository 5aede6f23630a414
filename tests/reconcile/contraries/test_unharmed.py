"""That nobody was hurt, against claims that somebody was, with a number or without."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "المداهمة\n\nقال قائد الشرطة إن أحدا منهم لم يصب بأذى في مداهمة مخزن السلاح.",
            "المداهمة\n\nقال طبيب في المستشفى إن شرطيا أصيب بجروح في مداهمة مخزن السلاح.",
            "ar",
        ),
        (
            "Raid\n\nPolice chief Adel Nasser said no officers were hurt in the raid on the arms depot.",
            "Raid\n\nA hospital doctor said two officers were wounded in the raid on the arms depot.",
            "en",
        ),
    ],
)
def test_nobody_hurt_against_one_who_was(story, left, right, language):
    found = story(left, right, languages=[language, language]).of("contradiction")
    assert any("nobody was hurt" in f.detail.en for f in found)


def test_the_dead_of_another_accident_are_not_denied(story):
    left = "الطائرة\n\nانحرفت طائرة شحن عن المدرج في مطار النخيل الأحد دون إصابات."
    right = "الطائرة\n\nانحرفت طائرة شحن في مطار النخيل الأحد. وفي عام 2021 قتل ثلاثة في حادث طائرة أخرى في المطار."
    assert not story(left, right).of("contradiction")


def test_a_post_that_did_not_fall_spared_nobody(story):
    left = "هجوم\n\nقالت وزارة الدفاع إن الموقع لم يسقط في أيدي المهاجمين."
    right = "هجوم\n\nقال مصدر أمني إن 23 جنديا قتلوا في الهجوم على الموقع."
    assert not story(left, right).of("contradiction")
