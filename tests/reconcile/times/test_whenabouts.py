"""Days and hours compared: what tells of the same end, beginning or day of one thing can differ, nothing else."""

from __future__ import annotations

import pytest


def head(*texts):
    return [f"أخبار اليوم {n}\n\n{text}" for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Two days to come, told with a verb in the present and in the future.
        (
            "ينطلق العام الدراسي الجديد في سوريا يوم 20 أيار، بحسب وزير التربية مازن الطيان.",
            "أعلنت وزارة التربية السورية أن العام الدراسي الجديد سيبدأ في 27 مايو.",
        ),
        # Until when.
        (
            "وتتوقع مديرية الأرصاد استمرار تساقط الثلوج حتى يوم الجمعة.",
            "وتوقعت الأرصاد الجوية أن يستمر تساقط الثلوج إلى غاية الأحد المقبل.",
        ),
        # From when on.
        (
            "تبدأ الحكومة الأردنية صرف الدعم النقدي للأسر الفقيرة اعتبارا من منتصف حزيران المقبل.",
            "أعلن وزير المالية الأردني عادل القضاة أن صرف الدعم النقدي للأسر الفقيرة سيبدأ في الأول من تموز.",
        ),
        # To what day a trial was put off.
        (
            "أجلت محكمة الجنايات بالجزائر النظر في قضية التمويل الخفي إلى جلسة الثلاثاء.",
            "قررت محكمة الجنايات بالجزائر تأجيل النظر في قضية التمويل الخفي إلى يوم الخميس.",
        ),
        # Two hours, and two halves of one day.
        (
            "استهدفت غارة جوية مخزن أسلحة في الحديدة عند الثانية من فجر الاثنين.",
            "قصفت غارة جوية مخزن أسلحة في الحديدة في الرابعة فجر الاثنين.",
        ),
        (
            "انهار جسر الكرامة في مدينة الموصل صباح الاثنين وقتل عاملان.",
            "قتل عاملان في انهيار جسر الكرامة بمدينة الموصل مساء الاثنين.",
        ),
    ],
)
def test_two_times_of_one_thing_differ(story, left, right):
    found = story(*head(left, right))
    assert [f.aspect for f in found.of("discrepancy") if f.aspect == "date"], found.conflicts()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # A part of the day and an hour in it.
        (
            "تصادم قطاران قبيل انتصاف ليل الأحد عند محطة العياط وأصيب 30 راكبا.",
            "أصيب 30 راكبا حين تصادم قطاران في محطة العياط عند الساعة 23:42 من مساء الأحد.",
        ),
        # The day of the adjourning, and the day that it was put off to.
        (
            "أرجأت محكمة الجنايات في بيروت محاكمة غسان الحلبي إلى 14 حزيران.",
            "أرجأت محكمة الجنايات في بيروت محاكمة غسان الحلبي يوم الاثنين.",
        ),
        # A number of people behind a part of the day is no hour.
        (
            "شنت الطائرات فجرا عشر غارات على مدينة الحديدة، الثلاثاء.",
            "شنت الطائرات عشر غارات على مدينة الحديدة فجر الثلاثاء.",
        ),
    ],
)
def test_two_times_that_can_both_hold_do_not(story, left, right):
    found = story(*head(left, right))
    assert not [f for f in found.of("discrepancy") if f.aspect == "date"], found.conflicts()


def test_a_headline_with_the_month_takes_no_difference_of_days_back(story):
    left = (
        "محاكمة التمويل الخفي الشهر المقبل\n\nأجلت محكمة الجنايات النظر في قضية التمويل الخفي إلى جلسة 3 يونيو المقبل."
    )
    right = "جلسة جديدة الشهر المقبل\n\nقررت محكمة الجنايات تأجيل النظر في قضية التمويل الخفي إلى العاشر من يونيو."
    assert story(left, right).of("discrepancy", "date")


def test_one_day_of_the_week_is_one_day_in_two_languages(story):
    found = story(
        "Court\n\nThe trial of the former mayor Salim Nader opens on Sunday, his lawyer said.",
        "محكمة\n\nتبدأ محاكمة رئيس البلدية السابق سليم نادر الأحد، وفق محاميه.",
        languages=("en", "ar"),
    )
    assert not found.of("discrepancy", "date")


def test_another_happening_has_its_own_day(story):
    found = story(
        *head(
            "وكان هجوم مماثل قد أودى في آذار بتسعة جنود قرب بلدة مستونغ.",
            "وقتل تسعة جنود في هجوم قرب بلدة مستونغ في نيسان.",
        )
    )
    assert not found.of("discrepancy", "date")


def test_about_thirty_years_ago_may_be_twenty_eight(story):
    found = story(
        *head(
            "بلغت كمية الأمطار في نواكشوط 96 ملمترا، وهي أعلى كمية منذ 1998.",
            "بلغت كمية الأمطار في نواكشوط 96 ملمترا، وهي أعلى كمية منذ نحو ثلاثين عاما.",
        )
    )
    assert not found.of("discrepancy", "date")


def test_a_week_may_begin_on_saturday_or_sunday(story):
    text = "تطعيم\n\nقالت وزارة الصحة إن حملة التطعيم ضد الكوليرا تنطلق {} في كسلا."
    assert not story(text.format("الأحد المقبل"), text.format("الأسبوع المقبل")).of("discrepancy", "date")
    assert story(text.format("الخميس المقبل"), text.format("الأسبوع المقبل")).of("discrepancy", "date")


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        # Before dawn is a part of the day, before Tuesday is any day until then.
        ("غرق المركب «سناء» قبل فجر الثلاثاء قبالة قابس.", "غرق المركب «سناء» فجر الاثنين قبالة قابس.", True),
        ("سيغادر المركب «سناء» قبل الجمعة ميناء قابس.", "سيغادر المركب «سناء» الخميس ميناء قابس.", False),
        # Two hours told to the minute.
        ("انقطع الاتصال بالطائرة عند 11:20 صباحا.", "انقطع الاتصال بالطائرة عند 11:40 صباحا.", True),
        ("انقطع الاتصال بالطائرة عند 11:20 صباحا.", "انقطع الاتصال بالطائرة عند 11:25 صباحا.", False),
    ],
)
def test_parts_of_the_day_and_minutes(story, left, right, differ):
    assert bool(story(*head(left, right)).of("discrepancy", "date")) == differ
