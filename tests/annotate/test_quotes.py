"""Quotations and reported statements: speaker, channel, chain, firmness; marks that are no speech."""

from __future__ import annotations

import pytest


def said(reading):
    text = reading.article.text
    return [
        (q.mode, q.source.text if q.source else None, q.content.of(text), q.channel.kind if q.channel else None)
        for q in reading.quotes
    ]


@pytest.mark.parametrize(
    ("text", "mode", "speaker", "content", "channel"),
    [
        ("قال الوزير سامي الحداد إن الطريق مفتوح.", "indirect", "الوزير سامي الحداد", "الطريق مفتوح", None),
        ("وأعلنت وزارة الصحة، في بيان، أن الحملة انتهت.", "indirect", "وزارة الصحة", "الحملة انتهت", "statement"),
        (
            "قال المحافظ خالد نور: «لن نغلق المعبر مرة أخرى».",
            "direct",
            "المحافظ خالد نور",
            "لن نغلق المعبر مرة أخرى",
            None,
        ),
        ("وأكد البيان أن القوات انسحبت.", "indirect", "البيان", "القوات انسحبت", "statement"),
        ("بحسب مصدر أمني، وصلت التعزيزات ليلا.", "indirect", "مصدر أمني", "وصلت التعزيزات ليلا", None),
        ("وصلت التعزيزات ليلا، وفق ما أعلنت وزارة الدفاع.", "indirect", "وزارة الدفاع", "وصلت التعزيزات ليلا", None),
        (
            'كتب الناشط عمر زيد على منصة إكس: "الجسر انهار بالكامل".',
            "direct",
            "الناشط عمر زيد",
            "الجسر انهار بالكامل",
            "post",
        ),
        ("أفاد موقع «عدالة» نقلا عن مصدر قضائي بأن الحكم نهائي.", "indirect", "مصدر قضائي", "الحكم نهائي", None),
        ("نفت حركة الراية أن تكون قد قصفت الجسر.", "indirect", "حركة الراية", "تكون قد قصفت الجسر", None),
        (
            "«هذا يوم طويل علينا جميعا»، قالت الوزيرة هالة سعد.",
            "direct",
            "الوزيرة هالة سعد",
            "هذا يوم طويل علينا جميعا",
            None,
        ),
    ],
)
def test_statement(read, text, mode, speaker, content, channel):
    assert (mode, speaker, content, channel) in said(read(text))


def test_a_dropped_subject_goes_on_with_the_speaker_and_his_channel(read):
    reading = read("قالت وزارة الدفاع في بيان إن الهدنة صامدة.\nوأضافت أن المراقبين وصلوا.")
    assert said(reading)[1] == ("indirect", "وزارة الدفاع", "المراقبين وصلوا", "statement")


def test_a_post_that_carries_a_statement_is_two_channels(read):
    text = "قال وزير الخارجية نبيل عامر في منشور على إكس تضمن بيان القيادة العامة «لن نتراجع عن مطالبنا أبدا»."
    [quote] = read(text).quotes
    assert [step.step for step in quote.chain] == ["speaker", "channel", "channel", "outlet"]
    assert [step.text for step in quote.chain][1:3] == ["منشور على إكس", "بيان القيادة العامة"]


@pytest.mark.parametrize(
    "text",
    [
        'شنت "القاعدة" هجوما على "جبهة النصرة" في المدينة.',
        'انطلقت عملية "درع الوادي" ثم عملية "سيف النهر" خلال أسبوع.',
        'تبنى تنظيم " داعش " التفجير قرب مقر " قسد " في البلدة.',
        "وصلت القافلة إلى «المنطقة الآمنة» ظهر أمس.",
    ],
)
def test_names_in_marks_and_the_gap_between_them_are_no_speech(read, text):
    assert not [q for q in read(text).quotes if q.mode == "direct"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("نفى المتحدث وقوع إصابات.", "denied"),
        ("حذر الدفاع المدني من انهيار السد.", "warned"),
        ("دعا رئيس الحكومة إلى الهدوء.", "demanded"),
        ("تعهد الوزير بإعادة الإعمار.", "planned"),
        ("زعمت الحركة أنها أسقطت طائرة.", "doubted"),
    ],
)
def test_firmness_comes_from_the_word_of_saying(read, text, factuality):
    assert factuality in {quote.factuality for quote in read(text).quotes}


def test_an_unnamed_source_is_anonymous(read):
    [quote] = read("وقال مسؤول أمني، طلب عدم ذكر اسمه، إن العملية انتهت.").quotes
    assert (quote.source.kind, quote.source.text) == ("anonymous", "مسؤول أمني")


def test_an_unpaired_mark_is_survived(read):
    assert read('قال الوزير سامي الحداد "إن الطريق مفتوح.\nوأضاف أن الجسر مغلق.').quotes


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Police said three people were hurt.", "Police", "three people were hurt"),
        ("Three people were hurt, according to the interior ministry.", "interior ministry", "Three people were hurt"),
    ],
)
def test_english(read, text, speaker, content):
    found = {(s, c) for _, s, c, _ in said(read(text, language="en"))}
    assert (speaker, content) in found
