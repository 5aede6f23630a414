"""What answers a denial, and what only shares words with it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "السيل\n\nقال سائق الحافلة سليم النابلسي: «لم يصلنا تحذير من السد قبل السيل».",
            "السيل\n\nتضاربت الأقوال في شأن التحذير من السد قبل السيل.",
            "ar",
        ),
        (
            "القمة\n\nلفت غياب رئيس مجلس السيادة السوداني عن القمة في نيروبي.",
            "القمة\n\nغاب عن القمة في نيروبي رئيس مجلس السيادة السوداني.",
            "ar",
        ),
        (
            "الجسر\n\nقال المفتش إن نسبة الإنجاز في جسر النخيل لم تتجاوز 20 بالمئة.",
            "الجسر\n\nقال الوزير إن نسبة الإنجاز في جسر النخيل لم تتعد الخمس.",
            "ar",
        ),
        (
            "المخيم\n\nيقيم النازحون في مدارس تفتقر إلى المياه النظيفة في سنار.",
            "المخيم\n\nيقيم النازحون في مدارس لا مياه نظيفة فيها في سنار.",
            "ar",
        ),
        (
            "Dam flood\n\nThe bus driver said no warning from the dam had reached them before the flood.",
            "Dam flood\n\nAccounts of the warning from the dam before the flood were conflicting.",
            "en",
        ),
    ],
)
def test_what_says_the_same_or_nothing_answers_no_denial(story, left, right, language):
    assert not story(left, right, languages=[language, language]).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "اعتقال المدير\n\nقال شهود إن الشرطة اعتقلت مدير مصنع النخيل مساء السبت.",
            "الشرطة ترد\n\nنفت الشرطة ما تردد عن اعتقال مدير مصنع النخيل مساء السبت.",
        ),
        (
            "المصنع\n\nقالت النقابة إن خطوط الإنتاج في مصنع الأسمنت متوقفة منذ السبت.",
            "المصنع\n\nقال المدير إن خطوط الإنتاج في مصنع الأسمنت لا تزال تعمل.",
        ),
    ],
)
def test_what_goes_on_and_what_is_rumoured(story, left, right):
    assert story(left, right).of("contradiction")


PORT = "هجوم الميناء\n\nقال خفر السواحل إن حركة الراية نفذت الهجوم على ميناء النخيل."
DENIED = "رد\n\nنفت حركة الراية أن تكون قد نفذت الهجوم على ميناء النخيل."


def test_one_denial_in_two_languages_is_told_once(story):
    english = "Port attack\n\nThe Raya Movement denied carrying out the attack on the port of Nakhil."
    told = story(PORT, DENIED, english, languages=["ar", "ar", "en"]).of("contradiction")
    assert len(told) == 1
    assert len(told[0].claims) == 3
    assert "may be one body" not in told[0].independence.reason.en


def test_denials_of_two_speakers_are_told_apart(story):
    other = "رد آخر\n\nنفت وزارة الموانئ أن تكون حركة الراية قد نفذت الهجوم على ميناء النخيل."
    assert len(story(PORT, DENIED, other).of("contradiction")) == 2


def test_who_denies_the_same_besides_what_he_tells_affirms_none_of_it(story):
    one = "العطل\n\nقال مدير الشركة سالم الغانم إن العطل في السفينة طارئ ولا علاقة له بعمرها."
    two = "السفينة\n\nقال المدير سالم الغانم إن السفينة خضعت للصيانة والعطل طارئ ولا علاقة له بعمر السفينة."
    assert not story(one, two).of("contradiction")
