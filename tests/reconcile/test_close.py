"""Sharing an act, or a name and a day, is not yet saying the same."""

from __future__ import annotations

from tawatur import pipeline


def kinds(make_article, *texts):
    articles = [make_article(text, published="2026-03-14", key=key) for key, text in zip("abc", texts)]
    return [(f.kind, f.aspect) for f in pipeline.compare(articles).findings]


def test_two_things_said_of_one_act_do_not_agree(make_article):
    left = "قالت القيادة إن قواتها قتلت أكثر من 20 مسلحا في أنحاء البلاد."
    right = "ذكرت الوزارة أن قائدا ميدانيا قتل في غارة شمال شرق البلاد."
    assert ("agreement", None) not in kinds(make_article, left, right)


def test_a_claim_that_holds_both_dates_differs_from_neither(make_article):
    left = "هجوم الميناء في 20 شباط/فبراير أودى بحياة جنديين ومدني."
    right = "دورية قتلت الخميس قياديا على صلة بهجوم الميناء في 20 شباط/فبراير الذي أودى بحياة جنديين ومدني."
    assert ("discrepancy", "date") not in kinds(make_article, left, right)


def test_a_claim_agrees_with_its_best_mate_and_not_with_all_that_share_its_words(make_article):
    left = (
        "أعلنت شركة المياه أن الأنبوب الرئيس في حي الزهور انفجر فجر السبت. "
        "وقالت الشركة إن إصلاح الأنبوب في حي الزهور يستغرق ثلاثة أيام."
    )
    right = (
        "انفجر الأنبوب الرئيس للمياه في حي الزهور فجر السبت، بحسب الشركة. "
        "وأضافت الشركة أن إصلاح الأنبوب في حي الزهور سيستغرق ثلاثة أيام."
    )
    articles = [make_article(text, published="2026-03-14", key=key) for key, text in zip("ab", (left, right))]
    agreed = [f for f in pipeline.compare(articles).findings if f.kind == "agreement"]
    assert agreed and all(len(finding.claims) == 2 for finding in agreed)


def test_what_is_to_come_is_told_with_a_future_or_without(make_article):
    left = "قالت الوزارة إن دمج المكتبين سيوفر على الخزينة نحو 14 مليون دينار في السنة."
    right = "قال وزير المالية إن دمج المكتبين يوفر على الخزينة 14 مليون دينار في السنة."
    assert ("agreement", None) in kinds(make_article, left, right)


def test_an_act_that_is_planned_is_not_the_act(make_article):
    left = "قال الجيش إنه سيقصف مواقع الحركة قرب ميناء الزاوية مساء السبت."
    right = "قال الجيش إنه قصف مواقع الحركة قرب ميناء الزاوية مساء السبت."
    assert ("agreement", None) not in kinds(make_article, left, right)


def test_two_killings_of_two_days_are_no_difference_of_dates(make_article):
    left = "قالت القيادة إن دورية قتلت الخميس قياديا ميدانيا في الحركة على صلة بالهجوم على ميناء الشحر."
    right = "قال مدير المستشفى إن الهجوم على ميناء الشحر في العشرين من الشهر الماضي أودى بحياة جنديين ومدني."
    assert ("discrepancy", "date") not in kinds(make_article, left, right)


def test_two_claims_that_share_a_name_alone_do_not_agree(make_article):
    left = "قالت القيادة إن القيادي ناصر مبارك الكعبري كان العقل المدبر للهجوم على ميناء الشحر."
    right = "وقال صيادون إنهم انتشلوا جثة رجل تعرفوا إليه على أنه ناصر الكعبري."
    assert ("agreement", None) not in kinds(make_article, left, right)
