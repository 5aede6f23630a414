"""One statement given to two speakers."""

import pytest


def head(*texts):
    return [f"أخبار اليوم {number}\n\n{text}" for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "وقال محافظ تعز نبيل شمسان إن «يد الغدر لن تفلت من العقاب».",
            "وقال مدير الشرطة منصور الأكحلي إن «يد الغدر لن تفلت من العقاب».",
        ),
        (
            "وأضاف وزير المالية كريم الحداد: «لن نفرض أي ضريبة جديدة هذا العام».",
            "وأكد رئيس الوزراء فؤاد النجار أن الحكومة «لن تفرض أي ضريبة جديدة هذا العام».",
        ),
    ],
)
def test_one_quotation_of_two_speakers_is_told(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "attribution")


def test_two_who_say_another_thing_each_are_none(story):
    told = story(
        *head(
            "وقال وزير النقل سامي الحلو إن حركة القطارات ستعود مساء الخميس.",
            "وقال مدير المستشفى رامي السعدي إن حالة ثلاثة من المصابين خطرة.",
        )
    )
    assert not told.of("discrepancy", "attribution")
