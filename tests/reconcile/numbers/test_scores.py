"""Results of matches and votes, in words and in digits."""

from __future__ import annotations

import pytest

from tawatur.reconcile.book import Book
from tawatur.reconcile.numbers.scores import results

LEFT = "قمة\n\nفاز الرجاء على ضيفه الجيش الملكي 2-1 مساء الأحد في الرباط."


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("فاز الرجاء على الجيش بثلاثة أهداف لهدف واحد.", "ar", (3, 1)),
        ("هزم الرجاء الجيش بثنائية نظيفة.", "ar", (2, 0)),
        ("فاز الرجاء بهدفين مقابل هدف.", "ar", (2, 1)),
        ("تعادل الفريقان هدفا لمثله.", "ar", (1, 1)),
        ("انتهت المباراة بفوز الرجاء بهدف دون رد.", "ar", (1, 0)),
        ("أقر البرلمان القانون بأغلبية 120 صوتا مقابل 80.", "ar", (120, 80)),
        ("The house approved the bill by 208 votes to 79.", "en", (208, 79)),
        ("Wydad beat Raja 3-1 on Sunday.", "en", (3, 1)),
        ("قتل 12 جنديا وأصيب 3 في هجومين.", "ar", None),
        ("رفع الرجاء رصيده من 38 إلى 41 نقطة بعد فوز جديد.", "ar", None),
    ],
)
def test_a_result_is_read(story, text, language, wanted):
    dossier = story(f"عنوان\n\n{text}", languages=(language,)).dossier
    found = [r[:2] for fact in Book(dossier.readings, {}).facts if not fact.head for r in results(fact)]
    assert (found[0] if found else None) == wanted


def test_two_results_of_one_match_differ(story):
    right = "مطاردة\n\nتغلب الرجاء على ضيفه الجيش الملكي بثلاثة أهداف لهدف مساء الأحد في الرباط."
    made = story(LEFT, right)
    [found] = made.of("discrepancy", "value")
    assert "3-1" in found.detail.en


def test_one_result_in_two_ways_of_saying_it_is_no_difference(story):
    right = "مطاردة\n\nتغلب الرجاء على ضيفه الجيش الملكي بهدفين لواحد في الرباط مساء الأحد."
    made = story(LEFT, right)
    assert not made.conflicts()
