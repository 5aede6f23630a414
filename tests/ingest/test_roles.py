"""The parts of a pasted page: found by their marks, body where there is none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tawatur.ingest.roles import sections

PAGE = """الرئيسية
بحث
أخبار عربية

حريق كبير يلتهم سوقا شعبيا في المدينة القديمة
شارك
تاجر يعاين محله بعد الحريق - رويترز
صيدا (رويترز) - اندلع حريق كبير في السوق الشعبي فجر الثلاثاء، وأتى على عشرات المحال، وفق ما أفاد الدفاع المدني.

وقال صاحب محل إن النيران بدأت من مستودع مجاور للسوق وامتدت إلى باقي المحال في دقائق.

اقرأ أيضا:
ارتفاع أسعار الخضار
وزير الداخلية يزور الجنوب
مباراة القمة تنتهي بالتعادل
جميع الحقوق محفوظة
"""


def roles(text, title=None):
    return [(s.role, s.span.of(text)) for s in sections(text, "x", title)]


def test_a_pasted_page_is_taken_apart():
    found = roles(PAGE)
    assert [role for role, _ in found] == [
        "furniture", "furniture", "kicker", "headline", "furniture", "caption", "credit",
        "dateline", "body", "body", "furniture", "furniture", "furniture", "furniture", "furniture",
    ]  # fmt: skip
    words = dict(found)
    assert words["headline"] == "حريق كبير يلتهم سوقا شعبيا في المدينة القديمة"
    assert words["dateline"] == "صيدا (رويترز)"
    assert words["credit"] == "رويترز"


def test_nothing_of_the_page_is_lost():
    covered = {n for s in sections(PAGE, "x") for n in range(s.span.start, s.span.end)}
    left = "".join(char for n, char in enumerate(PAGE) if n not in covered)
    assert not left.strip(" \n-")


def test_sections_do_not_overlap():
    found = sections(PAGE, "x")
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خبر من سطر واحد بلا عنوان", ["body"]),
        ("عنوان قصير\nقتل ثلاثة أشخاص في حادث سير وسط المدينة صباح اليوم.", ["headline", "body"]),
        (
            "عنوان\nسطر فرعي يشرح العنوان\nبيروت - قتل ثلاثة أشخاص في حادث سير.",
            ["headline", "deck", "dateline", "body"],
        ),
        ("عنوان\nقتل ثلاثة أشخاص في حادث سير وسط المدينة.\n(أ ف ب)", ["headline", "body", "credit"]),
        ("Fire in the old market\nSIDON (Reuters) - A fire broke out on Tuesday.", ["headline", "dateline", "body"]),
    ],
)
def test_shapes(text, expected):
    assert [role for role, _ in roles(text)] == expected


def test_a_title_given_apart_is_the_headline_only_where_the_text_holds_it():
    text = "مقدمة قصيرة\nالعنوان الفعلي للتقرير\nقتل ثلاثة أشخاص في حادث سير وسط المدينة."
    assert dict(roles(text, "العنوان الفعلي للتقرير"))["headline"] == "العنوان الفعلي للتقرير"
    assert "headline" not in dict(roles(text, "عنوان آخر"))
