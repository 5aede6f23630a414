"""Doers of one deed: two bodies, two nations' bodies, two people."""

import pytest

from tawatur.reconcile.book import Book
from tawatur.reconcile.doers.deeds import doers
from tawatur.reconcile.entities import resolve


def head(*texts):
    return [f"أخبار اليوم {number}\n\n{text}" for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "أرسل الهلال الأحمر الإماراتي 300 سلة غذائية إلى سيئون الاثنين.",
            "أرسل الهلال الأحمر القطري 300 سلة غذائية إلى سيئون الاثنين.",
        ),
        (
            "قتل ثلاثة شبان على يد مسلحين مجهولين في بلدة بنجوين مساء السبت.",
            "قتل ثلاثة شبان على يد قوات الأمن في بلدة بنجوين مساء السبت.",
        ),
        (
            "سجل هدف الفوز اللاعب حمزة التويزي في الدقيقة 88 من ركلة جزاء.",
            "جاء هدف الفوز في الدقيقة 88 من ركلة جزاء سجلها المهاجم أيوب الزموري.",
        ),
        # who it was, in so many words
        (
            "قال المحافظ إن صيادين محليين هم من أنقذوا ركاب القارب قبالة زوارة فجر السبت.",
            "قال الناطق إن خفر السواحل تمكن من إنقاذ ركاب القارب قبالة زوارة فجر السبت.",
        ),
        (
            "The purchase of the two cranes was paid for by the port's operator, Olivia Marine.",
            "The purchase of the two cranes was paid for by the national development fund.",
        ),
    ],
)
def test_two_doers_of_one_deed_are_told(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "actor")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # one kind of body
        ("أوقفت الأجهزة الأمنية 19 محتجا قرب البرلمان الأحد.", "أوقفت الشرطة 19 محتجا قرب البرلمان الأحد."),
        # the report knows both
        (
            "أرسل الهلال الأحمر القطري 300 سلة غذائية إلى سيئون الاثنين.",
            "أرسل الهلال الأحمر الإماراتي 300 سلة إلى سيئون الاثنين. ووصلت قافلة من الهلال الأحمر القطري.",
        ),
    ],
)
def test_what_may_be_one_doer_is_not(story, left, right):
    assert not story(*head(left, right)).of("discrepancy", "actor")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أطلق سراح الرهائن بوساطة الأمم المتحدة.", "الأمم المتحدة"),
        ("المشروع ممول من الصندوق الكويتي للتنمية.", "الصندوق الكويتي للتنمية"),
        ("The aid was funded by Qatar.", "Qatar"),
    ],
)
def test_who_gives_or_mediates_does_it(story, text, doer):
    language = "en" if text.isascii() else "ar"
    readings = story(f"x\n\n{text}", languages=[language]).dossier.readings
    book = Book(readings, resolve(readings, ())[1])
    assert [one.text for fact in book.facts for one in doers(book, fact) if not fact.head] == [doer]


def test_who_suffers_by_a_thing_does_not_do_it(story):
    readings = story(*head("تضرر المشروع من الحريق الكبير.")).dossier.readings
    book = Book(readings, resolve(readings, ())[1])
    assert not [one for fact in book.facts for one in doers(book, fact) if one.told == "by"]
