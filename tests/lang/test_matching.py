"""Names that may be one, each with its rule; and pairs that must stay two."""

from __future__ import annotations

import pytest

from tawatur.lang.matching import match_names


@pytest.mark.parametrize(
    ("left", "right", "kind", "rule"),
    [
        ("هيجسيث", "هيغسيث", "PERSON", "transliteration"),
        ("بيت هيغسيث", "Pete Hegseth", "PERSON", "transliteration"),
        ("إريك ليندكفيست", "إيريك لندكفست", "PERSON", "transliteration"),
        ("إريك ليندكفيست", "Erik Lindqvist", "PERSON", "transliteration"),
        ("خالد النخلي", "Khalid al-Nakhli", "PERSON", "transliteration"),
        ("ماكس بلومن", "Max Blumen", "PERSON", "transliteration"),
        ("ناصر مبارك الكعبري", "ناصر الكعبري", "PERSON", "middle_name"),
        ("سامي الحداد", "الحداد", "PERSON", "family_name"),
        ("القيادة العامة", "قيادة عامة", "ORG", "definite"),
        ("وزارة الصحة", "وزارة الصحّة", "ORG", "same"),
    ],
)
def test_one(left, right, kind, rule):
    match = match_names(left, right, kind)
    assert match is not None and match.rule == rule and match.detail


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("حمص", "حماس", "ORG"),
        ("حمص", "حماس", "PERSON"),
        ("أحمد الحداد", "محمود الحداد", "PERSON"),
        ("محمد علي", "محمد عادل", "PERSON"),
        ("الجيش السوري", "الجيش السوداني", "ORG"),
        ("وزارة الدفاع", "وزارة الداخلية", "ORG"),
        ("طرابلس", "نابلس", "GPE"),
        ("حسن الكرمي", "حسين الكرمي", "PERSON"),
        ("", "الحداد", "PERSON"),
    ],
)
def test_two(left, right, kind):
    assert match_names(left, right, kind) is None
