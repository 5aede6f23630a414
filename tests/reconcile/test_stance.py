"""Stance of one headline towards another: the values that differ are named, the learned weights are kept apart."""

from __future__ import annotations

import pytest

from tawatur.bench.stance import scores
from tawatur.reconcile.edits import differences, edits
from tawatur.reconcile.stance import by_model, by_rule, stance


def differing(left, right):
    return [(d.kind, d.left, d.right) for d in differences(edits(left, right))]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("غرق 12 صيادا قبالة الميناء", "غرق 15 صيادا قبالة الميناء", ("number", "12", "15")),
        ("رئيس الوزراء الأردني يزور المصنع", "رئيس الوزراء المغربي يزور المصنع", ("nation", "الأردني", "المغربي")),
        ("النقابة ستشارك في الحوار", "النقابة لن تشارك في الحوار", ("negation", "", "لن")),
        ("البلدية تسمح بالبناء قرب الشاطئ", "البلدية تمنع البناء قرب الشاطئ", ("opposite", "تسمح", "تمنع")),
        ("أسعار القمح تقفز بعد الجفاف", "هبوط أسعار القمح بعد الجفاف", ("opposite", "تقفز", "هبوط")),
        ("القمح يرتفع مع هبوط الشعير", "ارتفاع الشعير مع هبوط القمح", ("opposite", "يرتفع", "هبوط")),
        ("المصنع ينتج الحديد", "المصنع ينتج النحاس", ("kind", "الحديد", "النحاس")),
        ("وفاة معلم في حادث سير", "وفاة مهندس في حادث سير", ("kind", "معلم", "مهندس")),
        ("الأردن يشكو لبنان بسبب الحدود", "لبنان يشكو الأردن بسبب الحدود", ("parts", "الأردن", "لبنان")),
        ("الجامعة تطلق برنامج الترجمة", "الجامعة تفشل في إطلاق برنامج الترجمة", ("negation", "", "تفشل")),
        ("النقابة تنشر القائمة", "النقابة تنفي نشر القائمة", ("negation", "", "تنفي")),
    ],
)
def test_a_value_that_differs_is_named_with_both_words(left, right, found):
    assert found in differing(left, right)
    assert by_rule(left, right) == "disagree"
    result = stance(left, right)
    assert result.verdict == "disagree"
    for said in (result.detail.ar, result.detail.en):
        assert all(f"«{word}»" in said for word in found[1:] if word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("غرق خمسة صيادين قبالة الميناء", "غرق 5 صيادين قبالة الميناء"),
        ("المغرب يفتتح مصنعا للسيارات", "افتتاح مصنع مغربي للسيارات"),
        ("لا يزال المصنع مغلقا", "المصنع مغلق حتى الآن"),
        ("القمح يباع دون 300 دولار", "القمح يباع بأقل من 300 دولار"),
        ("ارتفع سعر الخبز", "زيادة في سعر الخبز"),
        ("مجموعة السبع تبحث المناخ", "المناخ أمام مجموعة السبع"),
        ("وفاة معلم في حادث", "مقتل مدرس في حادث سير"),
        ("المنتخب يفشل في التأهل", "فشل المنتخب في التأهل"),
        ("القمح يرتفع مع هبوط الشعير", "هبوط الشعير وارتفاع القمح"),
        ("النقابة ترفض القانون", "رفض نقابي للقانون"),
    ],
)
def test_other_words_for_the_same_values_do_not_differ(left, right):
    assert differing(left, right) == []


def test_a_paraphrase_agrees():
    result = stance("وزير الزراعة يفتتح سوق الخضار في المدينة", "افتتاح سوق الخضار في المدينة من قبل وزير الزراعة")
    assert (result.verdict, result.differences) == ("agree", ())
    assert result.score > 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("إصابة ٢٣ عاملا في مصنع", "إصابة 23 عاملا في مصنع"),
        ("فوز الفريق الأزرق بالكأس", "فوز الفريق الأزرق بالكأس"),
        ("إفتتاح مدرسة في القرية", "افتتاح مدرسة في القريه"),
    ],
)
def test_a_text_agrees_with_itself_in_another_spelling(left, right):
    assert stance(left, right).verdict == "agree"
    assert differing(left, right) == []


def test_texts_about_two_things_are_told_from_texts_that_disagree():
    assert stance("افتتاح معرض الكتاب في الدوحة", "هل ينجح علاج السكري الجديد؟").verdict == "other"


def test_the_detail_says_what_the_learned_weights_changed():
    result = stance("الجامعة تطلق برنامجا للترجمة", "الجامعة تفشل في برنامج الترجمة")
    assert "by values and polarity alone" in result.detail.en and "learned word weights" in result.detail.en
    assert result.by_values == by_model("values", "الجامعة تطلق برنامجا للترجمة", "الجامعة تفشل في برنامج الترجمة")


def test_the_rule_alone_uses_no_weights(monkeypatch):
    monkeypatch.setattr("tawatur.reconcile.stance._weights", lambda model: pytest.fail("weights were read"))
    assert by_rule("البلدية تسمح بالبناء", "البلدية تمنع البناء") == "disagree"


@pytest.mark.parametrize("text", ["", "؟!", "و", "12", "\n", "Hello world", "ـــ", "كلمة " * 500])
def test_any_text_has_a_stance(text):
    for pair in ((text, text), (text, "سعر الخبز يرتفع"), ("سعر الخبز يرتفع", text)):
        result = stance(*pair)
        assert result.verdict in ("agree", "disagree", "other")
        assert 0 <= result.score <= 1


def test_numbers_in_figures_and_words_are_one():
    found = edits("إصابة ثلاثة وعشرين عاملا", "إصابة 23 عاملا")
    assert not found.gone and not found.new


def test_scores_count_what_was_right():
    found = scores([("agree", "agree"), ("agree", "disagree"), ("disagree", "disagree"), ("other", "disagree")])
    assert found["agree"] == (1.0, 0.5, pytest.approx(2 / 3), 2)
    assert found["disagree"] == (pytest.approx(1 / 3), 1.0, 0.5, 1)
    assert found["other"] == (0.0, 0.0, 0.0, 1)
