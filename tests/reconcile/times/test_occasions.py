"""Two times are told to differ where they are of one act, however little else their claims share."""

from __future__ import annotations

import pytest


def head(*texts):
    return [f"أخبار اليوم {n}\n\n{text}" for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # One act in other words.
        (
            "سقطت طائرة تدريب عسكرية صباح الاثنين قرب بلدة القطيفة في ريف دمشق، وقتل طياران كانا على متنها.",
            "قتل طياران جراء تحطم طائرة عسكرية مساء الأحد قرب القطيفة في ريف دمشق خلال رحلة تدريب.",
        ),
        # An evening is no dawn, though a night may be.
        (
            "قتل جنديان في هجوم شنه مسلحون فجر الثلاثاء على حاجز للجيش جنوب مدينة الرقة.",
            "أعلنت جماعة مسلحة مسؤوليتها عن الهجوم الذي استهدف مساء الاثنين حاجزا للجيش جنوب مدينة الرقة.",
        ),
        # The other time of a claim is of another act.
        (
            "قرر الاتحاد أن يقام النهائي بين الهلال والنجمة يوم السبت 16 مايو على ملعب المدينة.",
            "يلتقي الهلال والنجمة في النهائي يوم الأحد 17 مايو على ملعب المدينة، بعدما تعذر لعبه أول أمس.",
        ),
    ],
)
def test_two_times_of_one_act_differ(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "date")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # What was closed was opened again.
        (
            "أغلقت السلطات الأردنية معبر جابر الحدودي مع سوريا مساء الأحد بسبب اشتباكات.",
            "أعاد الأردن فتح معبر جابر الحدودي مع سوريا صباح الأربعاء بعد إغلاق دام ثلاثة أيام.",
        ),
        # What has been and what is to come.
        (
            "بدأت المنظمة توزيع المساعدات الغذائية في مخيم اليرموك الثلاثاء.",
            "تستأنف المنظمة توزيع المساعدات الغذائية في مخيم اليرموك الأسبوع المقبل.",
        ),
        # When it was said is not when it was.
        (
            "اصطدمت حافلة بشاحنة فجر الثلاثاء على الطريق بين صفاقس وقابس، ما أدى إلى مقتل تسعة.",
            "أعلنت إدارة الصحة مساء الثلاثاء ارتفاع حصيلة اصطدام الحافلة والشاحنة بين صفاقس وقابس إلى 11 قتيلا.",
        ),
        # A night goes on into the next day's dawn.
        (
            "قصفت طائرة مسيرة ليل السبت مستودعا للوقود في مدينة الأبيض السودانية.",
            "استهدفت طائرة مسيرة فجر الأحد مستودعا للوقود في مدينة الأبيض السودانية.",
        ),
    ],
)
def test_two_times_of_two_acts_do_not(story, left, right):
    assert not story(*head(left, right)).of("discrepancy", "date")


def test_a_place_nearby_is_another_happening_only_beside_a_countrys_name(story):
    found = story(
        *head(
            "اندلع حريق كبير صباح الاثنين في مستودع للأخشاب في مدينة طرطوس السورية.",
            "أفزع حريق كبير اندلع الأحد في مستودع للأخشاب في مدينة طرطوس السورية سكان الأحياء المجاورة.",
        )
    )
    assert found.of("discrepancy", "date")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Halves of one day, one told with the word for noon.
        (
            "قالت الشركة إن حركة القطارات استؤنفت صباح الاثنين.",
            "أكد مسافرون أن حركة القطارات استؤنفت بعد ظهر الاثنين.",
        ),
        # Told as likely, and as sure: both are to come.
        (
            "رجحت الشركة انتهاء إصلاح خط المياه مساء الخميس.",
            "قال مهندس في الشركة إن إصلاح خط المياه سينتهي صباح الخميس.",
        ),
        # When it began, told behind what ended it.
        (
            "علق المعلمون إضرابهم الذي بدأ في 12 نيسان بعد اتفاق مع وزارة التربية.",
            "كان إضراب المعلمين قد انطلق في 19 أبريل للمطالبة بتحسين الأجور في مدارس وزارة التربية.",
        ),
    ],
)
def test_hours_and_beginnings_of_one_act_differ(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "date")


def test_two_ages_of_one_find_differ(story):
    found = story(
        *head(
            "كشفت البعثة عن مقبرة صخرية في جبل قريب من ملوي، تعود إلى العصر البطلمي، وفيها 12 تابوتا.",
            "عثر الأثريون على مقبرة منحوتة في الصخر قرب ملوي ترجع إلى عصر الأسرة السادسة، وفيها 12 تابوتا.",
        )
    )
    assert found.of("discrepancy", "date")


def test_hours_of_one_night_differ_and_deadlines_do(story):
    night = story(
        *head(
            "قال الناطق إن التمرد في سجن المكلا اندلع عند الساعة الحادية عشرة من ليل السبت في العنبر الثالث.",
            "بدأ التمرد في سجن المكلا عند الساعة الثانية فجر الأحد في العنبر الثالث إثر خلاف على الزيارات.",
        )
    )
    assert night.of("discrepancy", "date")
    deadline = story(
        *head(
            "تعهد محافظ ذي قار بصرف تعويضات لأصحاب المتاجر المحترقة خلال أسبوعين.",
            "تعهد محافظ ذي قار بصرف تعويضات لأصحاب المتاجر المحترقة خلال ثلاثة أشهر.",
        )
    )
    assert deadline.of("discrepancy", "date")
