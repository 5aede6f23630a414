"""Indirect speech as newspapers write it: who says what, around asides, offices, audiences and dropped subjects."""

from __future__ import annotations

import pytest


def told(reading):
    text = reading.article.text
    return [(q.source.text if q.source else None, q.content.of(text)) for q in reading.quotes]


ARABIC = [
    # the place or matter of an office before its bearer's name
    (
        "أعلن أستاذ القانون بجامعة النور عماد الصالحي إغلاق القسم.",
        "أستاذ القانون بجامعة النور عماد الصالحي",
        "إغلاق القسم",
    ),
    ("دعا المبعوث إلى المنطقة بيتر هانسن إلى ضبط النفس.", "المبعوث إلى المنطقة بيتر هانسن", "ضبط النفس"),
    ("وأكد الوالي بالنيابة محمد الأمين أن الطريق فتح.", "الوالي بالنيابة محمد الأمين", "الطريق فتح"),
    ("قال وزير الصحة والسكان خالد نور إن المشفى افتتح.", "وزير الصحة والسكان خالد نور", "المشفى افتتح"),
    # a verbal noun, an audience or another office is no part of the speaker
    ("أعلن نقيب المحامين إغلاق المقر.", "نقيب المحامين", "إغلاق المقر"),
    ("وأبلغ وزير الري الصحفيين أن السد امتلأ.", "وزير الري", "السد امتلأ"),
    ("وأبلغ مسؤول أمني وكالة المدار بأن المهاجمين فروا.", "مسؤول أمني", "المهاجمين فروا"),
    ("غرق القارب، بحسب بيان أصدرته قيادة الأسطول.", "قيادة الأسطول", "غرق القارب"),
    # a verb in the masculine does not have «الدول» for its subject
    ("قال المدير أحمد نور إن اللقاح نفد. وطالب الدول بتقديم الدعم.", "المدير أحمد نور", "بتقديم الدعم"),
    # who he is ends before the noun for what he said
    ("نقلت الوكالة عن مدير أمن البلدة نفيه دفع أي فدية للخاطفين.", "مدير أمن البلدة", "دفع أي فدية للخاطفين"),
    ("نقلت الصحيفة عن مدير أمن البلدة تحذيره من السيول.", "مدير أمن البلدة", "السيول"),
    # asides
    ("نفت وزارة الداخلية، في بيان ورد للوكالة، استخدام القوة.", "وزارة الداخلية", "استخدام القوة"),
    (
        "وشدد عمدة المدينة، أبو بكر ولد سالم، خلال اجتماع طارئ، على ضرورة الحوار.",
        "عمدة المدينة، أبو بكر ولد سالم",
        "ضرورة الحوار",
    ),
    ("وكان الوزير قد أعلن الشهر الماضي استئناف الرحلات.", "الوزير", "استئناف الرحلات"),
    ("ولفت النظر إلى أن الحافلات قديمة.", None, "الحافلات قديمة"),
    # the clause goes on behind its source, or stands around it
    (
        "وستصرف المنح، حسب المصدر ذاته، قبل نهاية مايو.",
        "المصدر ذاته",
        "وستصرف المنح، حسب المصدر ذاته، قبل نهاية مايو",
    ),
    (
        "وقد سمحت التحريات، يضيف ذات المتحدث، بتوقيف سبعة أشخاص.",
        "ذات المتحدث",
        "وقد سمحت التحريات، يضيف ذات المتحدث، بتوقيف سبعة أشخاص",
    ),
    ("أغلق الميناء، وفق ما نقلت وسائل إعلام عن مكتب المحافظ.", "مكتب المحافظ", "أغلق الميناء"),
    ("أغلق الميناء، حسبما علم، اليوم، لدى ذات المصالح.", "ذات المصالح", "أغلق الميناء"),
    ("وعلمت «الأيام» من مصادر خاصة أن الحكومة ستستقيل.", "مصادر خاصة", "الحكومة ستستقيل"),
    # one saying joined to the next
    ("قال زروقي إن فريقه ظلم، قبل أن يضيف أن الحكم أخطأ.", "زروقي", "الحكم أخطأ"),
    ("أكد المتظاهرون وحدة البلاد، مشددين على حل المفوضية.", "المتظاهرون", "حل المفوضية"),
    ("ونقلت الإذاعة عن النائبة ليلى حداد تحذيرها من انهيار السد.", "النائبة ليلى حداد", "انهيار السد"),
    (
        "ذكرت وكالة المدار أن ثلاثة قتلوا. ونقلت عن شهود قولهم إنهم فروا. وأضافت أن الجيش وصل.",
        "وكالة المدار",
        "الجيش وصل",
    ),
    ("وصل الوزير سامي نور إلى الميناء. وأكد أن السفينة آمنة.", "الوزير سامي نور", "السفينة آمنة"),
    # what stands for a whole clause
    ("ونفى الوزير ما تردد حول استقالته.", "الوزير", "ما تردد حول استقالته"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), ARABIC)
def test_arabic(read, text, speaker, content):
    assert (speaker, content) in told(read(text))


ENGLISH = [
    (
        "Shelling killed nine people on Tuesday, the health department said, hours after talks broke down.",
        "the health department",
        "Shelling killed nine people on Tuesday",
    ),
    ("The bank expects growth of 5 percent, Mary Bright added.", "Mary Bright", "The bank expects growth of 5 percent"),
    (
        "The charity said it was closing and that staff had left.",
        "The charity",
        "it was closing and that staff had left",
    ),
    (
        "No children were aboard, local broadcaster Radio Lambi reported, citing the port authority.",
        "the port authority",
        "No children were aboard",
    ),
    # a figure put, a victim named
    (
        "Union leader Adam Reyes put the number of strikers at 900.",
        "Union leader Adam Reyes",
        "the number of strikers at 900",
    ),
    (
        "The defence minister named one of the dead as Omar Diallo.",
        "The defence minister",
        "one of the dead as Omar Diallo",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), ENGLISH)
def test_english(read, text, speaker, content):
    assert (speaker, content) in told(read(text, language="en"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال المدير إن السد سليم، وإن الوزارة أعلنت ذلك.", "السد سليم، وإن الوزارة أعلنت ذلك"),
        ("نظر القاضي في تهمة «الإساءة إلى الغير عبر شبكات التواصل».", "الإساءة إلى الغير عبر شبكات التواصل"),
    ],
)
def test_one_statement_or_none(read, text, content):
    found = [words for _, words in told(read(text))]
    assert found in ([content], [])


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters put out the blaze at 5 p.m. on Monday.",
        "The army put the city under curfew at 8 p.m.",
        "The club named Smith as its coach.",
        "A man named Ali fled as police arrived.",
    ],
)
def test_putting_and_naming_that_say_nothing(read, text):
    assert told(read(text, language="en")) == []


def test_a_name_in_marks_that_nothing_closes(read):
    assert told(read("وأكد الوزير خلال برنامجه «مساء")) is not None
