"""Doers by the order of a claim's words."""

import pytest

from tawatur.reconcile.book import Book
from tawatur.reconcile.doers.subjects import subjects
from tawatur.reconcile.entities import resolve


def told(story, text):
    readings = story(f"أخبار اليوم\n\n{text}", languages=["en" if text.isascii() else "ar"]).dossier.readings
    book = Book(readings, resolve(readings, ())[1])
    return {(fact.at(subject.span), subject.told) for fact in book.facts for subject in subjects(fact)}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أغلقت بلدية صور الطريق الساحلية مساء السبت.", ("بلدية صور", "subject")),
        ("أكد الوزير أن شركة محلية مولت شراء الرافعتين.", ("شركة محلية", "subject")),
        ("قال المحافظ إن صيادين محليين هم من أنقذوا الركاب.", ("صيادين محليين", "cleft")),
        (
            "قال السائق إن مقاتلين من الحركة الشعبية - شمال هم من أوقف القافلة.",
            ("مقاتلين من الحركة الشعبية - شمال", "cleft"),
        ),
        ("تعود القضية إلى شكوى رفعها مجلس المحافظة قبل أشهر.", ("مجلس المحافظة", "subject")),
        ("بدأت القضية بشكوى تقدم بها ديوان الرقابة المالية.", ("ديوان الرقابة المالية", "subject")),
        ("هدم الجدار على يد عمال المقاول فجر الأحد.", ("عمال المقاول", "by")),
        ("Rebel fighters captured the town on Monday.", ("Rebel fighters", "subject")),
        ("The wall was torn down by local contractors.", ("local contractors", "by")),
    ],
)
def test_a_doer_is_read(story, text, doer):
    assert doer in told(story, text)


def test_what_stands_behind_a_preposition_is_no_doer(story):
    assert not any("الطريق" in text for text, _ in told(story, "وقع الحادث على الطريق الساحلية قرب صور."))
