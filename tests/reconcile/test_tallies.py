"""Tolls and other numbers of two reports: which are of one thing and whether they differ."""

from __future__ import annotations


def test_five_soldiers_and_seven_dead_are_two_tolls(story):
    left = "كمين\n\nقتل خمسة جنود في كمين نصبه مسلحون قرب بلدة النخيل مساء السبت."
    right = "كمين\n\nأسفر كمين نصبه مسلحون قرب بلدة النخيل مساء السبت عن سبعة شهداء."
    [found] = story(left, right).of("discrepancy", "value")
    assert "خمسة جنود" in found.detail.ar


def test_soldiers_among_others_are_a_part_of_the_toll(story):
    left = "كمين\n\nقتل خمسة جنود ومدنيان في كمين نصبه مسلحون قرب بلدة النخيل مساء السبت."
    right = "كمين\n\nأسفر كمين نصبه مسلحون قرب بلدة النخيل مساء السبت عن سبعة قتلى."
    assert not story(left, right).of("discrepancy", "value")


def test_a_grown_toll_differs_from_the_earlier_one_that_both_tell(story):
    left = "حريق\n\nقتل تسعة أشخاص في حريق اندلع في سوق بلدة النخيل فجر الاثنين."
    right = "حريق\n\nارتفعت حصيلة قتلى حريق سوق بلدة النخيل إلى 13 شخصا. وكانت الحصيلة السابقة تسعة قتلى في الحريق."
    [found] = [f for f in story(left, right).of("discrepancy", "value") if "13" in f.detail.ar]
    assert "تسعة" in found.detail.ar


def test_men_of_a_force_are_of_its_class(story):
    left = "هجوم\n\nقتل سبعة من عناصر الشرطة في هجوم على حاجز قرب بلدة النخيل."
    right = "هجوم\n\nقتل ثمانية من رجال الشرطة في هجوم على حاجز قرب بلدة النخيل."
    assert story(left, right).of("discrepancy", "value")


def test_the_number_of_a_train_is_none_of_its_cars(story):
    left = "قطار\n\nانقلبت عربات القطار رقم 974 قرب بلدة النخيل."
    right = "قطار\n\nانقلبت أربع عربات من قطار قرب بلدة النخيل."
    assert not story(left, right).of("discrepancy", "value")


def test_lengths_of_time_differ_within_their_bounds(story):
    text = "انقطاع\n\nانقطعت الكهرباء عن مستشفى النخيل {} مساء السبت."
    assert story(text.format("نحو ساعتين"), text.format("20 دقيقة")).of("discrepancy", "value")
    assert not story(text.format("أكثر من ساعة"), text.format("ثلاث ساعات")).of("discrepancy", "value")


def test_the_watches_of_one_race_differ(story):
    left = "سباق\n\nأحرزت سلمى الزين لقب سباق النخيل بزمن ساعتين و22 دقيقة و40 ثانية."
    right = "Race\n\nSalma al-Zein won the Nakheel race, crossing the line in 2:22:14."
    assert story(left, right, languages=("ar", "en")).of("discrepancy", "value")
