"""Numbers that a happening has one of, in whatever words; and numbers that only look alike."""

from __future__ import annotations

from tawatur import pipeline


def test_two_turnouts_of_one_vote_differ(story):
    left = "الاقتراع\n\nأعلنت اللجنة أن نسبة المشاركة في الاقتراع بلغت 54 بالمئة."
    right = "المعارضة تشكك\n\nقال ائتلاف المعارضة إن نسبة الإقبال لم تتجاوز 38 بالمئة، وطالب بإعادة الفرز."
    [found] = story(left, right).of("discrepancy", "value")
    assert "turnout" in found.detail.en and "نسبة المشاركة" in found.detail.ar


def test_numbers_of_two_measures_are_not_compared(story):
    left = "بيان المصرف\n\nقال المصرف المركزي إن معدل التضخم بلغ 12 بالمئة في مايو."
    right = "بيان المصرف\n\nقال المصرف المركزي إن معدل البطالة بلغ 9 بالمئة في مايو."
    assert not story(left, right).of("discrepancy", "value")


def test_a_number_outside_any_claim_is_compared(story):
    left = "هزة\n\nضربت هزة بلغت قوتها 6.1 درجات مدينة النخيل فجر الاثنين وأسفرت عن مقتل ثمانية أشخاص."
    right = "هزة\n\nوقدر مرصد الساحل قوة الهزة بـ5.8 درجات، وقتل ثمانية أشخاص في مدينة النخيل فجر الاثنين."
    values = [f for f in story(left, right).of("discrepancy", "value") if "magnitude" in f.detail.en]
    assert values and "5.8" in values[0].detail.en


def test_two_numbers_of_two_periods_are_no_conflict(story):
    left = "الكوليرا\n\nقتل الوباء ثمانية أشخاص في الولاية خلال سبتمبر الماضي، بحسب وزارة الصحة."
    right = "الكوليرا\n\nقتل الوباء 213 شخصا في الولاية خلال العام الماضي، بحسب وزارة الصحة."
    found = story(left, right)
    assert not found.of("discrepancy", "value") and not found.of("discrepancy", "scope")


def test_things_on_board_are_none_of_those_aboard(make_article):
    left = "ضبطت الدورية على متن الزورق أكثر من 40 قطعة سلاح."
    right = "عثرت الدورية على متن الزورق على 47 قطعة سلاح."
    articles = [make_article(text, key=key) for key, text in zip("ab", (left, right))]
    assert not [f for f in pipeline.compare(articles).findings if "على المتن" in f.detail.ar]


def test_a_large_unit_and_a_small_one_are_one_number(story):
    text = "ضبط\n\nصادرت فرقاطة {} من الحشيش كانت على متن مركب شراعي قبالة مدينة صحار فجر السبت."
    assert not story(text.format("2.4 طن"), text.format("طنين و400 كيلوغرام")).of("discrepancy", "value")
    assert story(text.format("2.4 طن"), text.format("ثلاثة أطنان و400 كيلوغرام")).of("discrepancy", "value")


def test_a_number_that_rounds_another_is_the_same(story):
    text = "الحج\n\nوصل إلى مدينة النخيل حتى مساء السبت {} حاج برا وجوا، بحسب لجنة الحج."
    assert not story(text.format("310,400"), text.format("310 آلاف")).of("discrepancy", "value")
    assert story(text.format("310,400"), text.format("280 ألف")).of("discrepancy", "value")


def test_what_is_paid_for_one_thing_is_named_in_many_words(story):
    left = "عقود\n\nوقعت شركة الرمال مع وزارة الطاقة عقود توسعة ميناء النخيل، وتبلغ قيمة العقود 310 ملايين دولار."
    right = "عقود\n\nوقعت شركة الرمال مع وزارة الطاقة عقود توسعة ميناء النخيل، وقدرت كلفة العقود بـ280 مليون دولار."
    assert story(left, right).of("discrepancy", "value")


def test_a_half_belongs_to_the_number_before_it(story):
    left = "مخدرات\n\nضبطت الشرطة 2.5 طن من الحشيش في ميناء النخيل مساء السبت."
    right = "مخدرات\n\nأحبطت الشرطة تهريب طنين ونصف طن من الحشيش في ميناء النخيل مساء السبت."
    found = story(left, right)
    assert not found.of("discrepancy", "value")
    assert any("نصف" in one.detail.ar or "طن" in one.detail.ar for one in found.of("agreement"))


def test_the_time_over_which_something_is_phased_in_is_a_number_of_its_own(story):
    left = "رسوم\n\nتلغى الرسوم بموجب الاتفاق على 88 في المئة من السلع المتبادلة على مراحل خلال ست سنوات."
    right = "رسوم\n\nيعفي الاتفاق 88 في المئة من السلع المتبادلة من الرسوم تدريجيا على مدى أربع سنوات."
    assert story(left, right).of("discrepancy", "value")
