"""Places told of one act: read with their nouns, and how likely two that cannot be one are of it."""

import pytest

from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.places.spots import spots


def head(*texts):
    return [f"أخبار اليوم {number}\n\n{text}" for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # an adjective is a hospital's name
        (
            "نقل المصابون الستة إلى مستشفى الصداقة مساء الثلاثاء.",
            "نقل المصابون الستة إلى المستشفى الوطني مساء الثلاثاء.",
        ),
        # a small town of the gazetteer behind «في»
        (
            "انقلبت شاحنة تقل عمالا زراعيين في المحرس صباح الاثنين.",
            "انقلبت شاحنة تقل عمالا زراعيين في الصخيرة صباح الاثنين.",
        ),
        # from one place to another
        (
            "انقلبت حافلة كانت متجهة من أسيوط إلى القاهرة صباح الثلاثاء.",
            "انقلبت حافلة كانت متجهة من سوهاج إلى القاهرة صباح الثلاثاء.",
        ),
        ("وقع الوزيران اتفاق الربط في فندق كمبينسكي الاثنين.", "وقع الوزيران اتفاق الربط في قصر الشعب الاثنين."),
    ],
)
def test_two_places_of_one_act_are_told(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "place")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # to one and from another
        ("وصل الوفد التفاوضي إلى الدوحة مساء الأحد.", "وصل الوفد التفاوضي من القاهرة مساء الأحد."),
        # a quarter of the town
        ("اندلع حريق في مستودع في بنغازي فجر الأحد.", "اندلع حريق في مستودع في حي الليثي فجر الأحد."),
        # a participle names no road
        ("أغلقت السلطات الطريق المؤدية إلى الميناء الأحد.", "أغلقت السلطات الطريق الرابطة بالميناء الأحد."),
    ],
)
def test_what_can_both_hold_is_not(story, left, right):
    assert not story(*head(left, right)).of("discrepancy", "place")


def test_two_sides_of_the_town_named_before(story):
    found = story(
        *head(
            "تحطمت طائرة تدريب ظهر الأربعاء غرب مدينة مصراتة.",
            "أعلنت الأكاديمية في مصراتة فقدان طائرة. تحطمت طائرة تدريب ظهر الأربعاء شرق المدينة.",
        )
    )
    assert found.of("discrepancy", "place")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("هبطت الطائرة في مطار كسلا الأحد.", ["مطار كسلا"]),
        ("نقلت الجثث عبر مطار سبها تمهيدا لتسليمها.", ["مطار سبها"]),
        ("افتتحت الوزارة مستشفى يضم 120 سريرا.", []),
        ("التهمت النيران حقل قمح صباحا.", []),
        ("أصدرت المحكمة النطق بالحكم.", []),
        ("أغلقت السلطات معبر رأس جدير مساء.", ["معبر رأس جدير"]),
    ],
)
def test_a_name_stops_at_words_of_the_language_and_days(story, text, named):
    readings = story(*head(text)).dossier.readings
    book = Book(readings, resolve(readings, ())[1])
    assert [spot.text for fact in book.facts for spot in spots(book, fact)] == named


def test_a_quarter_that_the_other_names_too_is_another_act(story):
    found = story(
        *head("قتل شابان في مخيم بلاطة فجر الاثنين. وقتل ثالث في مخيم عسكر.", "قتل شابان في مخيم عسكر فجر الاثنين.")
    )
    assert not found.of("discrepancy", "place")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # a noun of two words, and a name that opens with «بني» or «أبي»
        ("نقل المصابون إلى مركز إيواء الحدادين.", ["مركز إيواء الحدادين"]),
        ("توقفت الحافلة قرب محطة بني صالح فجرا.", ["محطة بني صالح"]),
        ("انطلق القارب من شاطئ أبي النور صباحا.", ["شاطئ أبي النور"]),
        # a number is a bridge's name, and no count of hours
        ("أغلق المحتجون الطريق عند جسر 33 صباحا.", ["جسر 33"]),
        ("ظل الطريق مقطوعا عند الجسر 3 ساعات.", []),
        # in front of, and no imam
        ("تجمع الأهالي أمام سوق الخضار المركزي.", ["سوق الخضار المركزي"]),
        ("اجتمع إمام مسجد النور بالأهالي.", []),
        # a country's waters and its people
        ("كان القارب داخل المياه الليبية.", ["المياه الليبية"]),
        ("شربت العائلات المياه المعدنية.", []),
        # a jail, and that somebody was jailed
        ("نقل المتهم إلى سجن النخيل.", ["سجن النخيل"]),
        ("طالبت النيابة بسجن الرئيس السابق للشركة.", []),
        # the noun alone, where something was
        ("قتل الرجل أمام منزله فجرا.", ["منزله"]),
        ("هدمت الجرافات منزله فجرا.", []),
    ],
)
def test_places_of_every_kind_are_read(story, text, named):
    readings = story(*head(text)).dossier.readings
    book = Book(readings, resolve(readings, ())[1])
    assert [spot.text for fact in book.facts for spot in spots(book, fact)] == named


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        (
            "أحبط حرس الحدود محاولة التهريب على واجهة المنطقة العسكرية الشرقية.",
            "أحبط حرس الحدود محاولة التهريب على واجهة المنطقة العسكرية الشمالية.",
            True,
        ),
        (
            "أحبط حرس الحدود محاولة التهريب على واجهة المنطقة العسكرية الشمالية.",
            "أحبط حرس الحدود محاولة التهريب على واجهة المنطقة العسكرية الشمالية الشرقية.",
            False,
        ),
        (
            "اغتال مجهولون الطبيب خالد الزغبي لدى خروجه من مسجد.",
            "اغتال مجهولون الطبيب خالد الزغبي أمام منزله.",
            True,
        ),
        (
            "اغتال مجهولون الطبيب خالد الزغبي في حي البستان.",
            "اغتال مجهولون الطبيب خالد الزغبي أمام منزله.",
            False,
        ),
    ],
)
def test_sides_and_sites(story, left, right, differ):
    assert bool(story(*head(left, right)).of("discrepancy", "place")) == differ


def test_who_came_stands_behind_the_verb_as_well(story):
    found = story(
        *head(
            "ضرب الإعصار «سرمد» الساحل فجر الأحد وخلف أضرارا.",
            "وصلت العاصفة المدارية «سرمد» إلى الساحل فجر الأحد وخلفت أضرارا.",
        )
    )
    assert found.of("discrepancy", "name")
