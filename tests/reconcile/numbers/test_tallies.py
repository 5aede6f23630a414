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


def test_those_who_left_hospital_are_none_of_those_still_in_it(story):
    left = "قطار\n\nقال مدير المستشفى إن 29 مصابا غادروا المستشفى بعد حادث قطار النخيل."
    right = "قطار\n\nقالت الوزارة إن 12 مصابا ما زالوا في المستشفيات بعد حادث قطار النخيل."
    assert not story(left, right).of("discrepancy", "value")


def test_who_they_were_between_commas_parts_no_fate_from_its_number(story):
    left = "معبر\n\nقال مسؤولون إن سبعة أشخاص، بينهم ثلاثة من حرس الحدود، قتلوا في اشتباك قرب معبر النخيل."
    right = "معبر\n\nقتل تسعة أشخاص في اشتباك قرب معبر النخيل."
    [found] = story(left, right).of("discrepancy", "value")
    assert "سبعة" in found.detail.ar


def test_a_leader_and_eight_of_his_partners_are_nine(story):
    left = "شبكة\n\nأعلنت الشرطة توقيف تسعة أشخاص يشتبه في انتمائهم إلى شبكة تهريب في النخيل."
    right = "شبكة\n\nأعلنت الشرطة اعتقال زعيم شبكة تهريب في النخيل إدريس الوكلي وثمانية من شركائه."
    assert not story(left, right).of("discrepancy", "value")


def test_the_price_that_another_is_measured_by_is_no_price(story):
    left = "نفط\n\nأغلق برميل الخام عند 71 دولارا مقابل 66 دولارا في كانون الثاني."
    right = "نفط\n\nأغلق برميل الخام عند 71 دولارا."
    assert not story(left, right).of("discrepancy", "value")


def test_the_highest_turnout_of_one_town_is_not_that_of_all(story):
    left = "اقتراع\n\nبلغت نسبة المشاركة في الانتخابات البلدية 58 في المئة."
    right = "اقتراع\n\nفي الانتخابات البلدية سجلت بلدة النخيل أعلى نسبة إقبال، وهي 71 في المئة."
    assert not story(left, right).of("discrepancy", "value")


def test_one_month_alone_is_another_period(story):
    left = "هجرة\n\nاعترض خفر السواحل 17 ألف مهاجر قبالة النخيل منذ مطلع السنة."
    right = "هجرة\n\nاعترض خفر السواحل 17 ألف مهاجر قبالة النخيل في آذار وحده."
    assert story(left, right).of("discrepancy", "scope")


def test_what_stands_before_a_comma_is_measured_by_the_number_behind_it(story):
    left = "موريتانيا\n\nبلغ حجم التبادل التجاري بين البلدين 210 ملايين دولار."
    right = "موريتانيا\n\nتذهب إلى الجار معظم صادرات البلاد، البالغة 85 مليون دولار."
    assert not story(left, right).of("discrepancy", "value")


def test_tonnes_and_kilograms_compare(story):
    left = "مخدرات\n\nضبط خفر السواحل قاربا يحمل 1.2 طن من الحشيش قبالة النخيل."
    text = "Drugs\n\nThe coastguard seized a boat carrying {} of hashish off Nakheel."
    same, other = (story(left, text.format(n), languages=("ar", "en")) for n in ("1,200 kilograms", "900 kilograms"))
    assert not same.of("discrepancy", "value") and other.of("discrepancy", "value")


def test_a_strike_and_its_cargo_are_two_measures(story):
    left = "إضراب\n\nاستمر إضراب عمال ميناء النخيل أربعة أيام."
    right = "Strike\n\nDockers at Nakheel port ended a strike that held up cargo for six days."
    assert story(left, right, languages=("ar", "en")).of("discrepancy", "value")


def test_the_dead_among_the_cases_are_a_toll_of_their_own(story):
    left = "كوليرا\n\nسجلت وزارة الصحة 640 إصابة بالكوليرا في ولاية كسلا، بينها 18 وفاة."
    right = "كوليرا\n\nقالت لجنة الأطباء إن 34 شخصا توفوا بالكوليرا في ولاية كسلا."
    assert any("34" in found.detail.en for found in story(left, right).of("discrepancy", "value"))


def test_a_new_clause_ends_a_breakdown(story):
    left = "نجدة\n\nقال الجهاز إن 27 شخصا أصيبوا، خمسة منهم في حالة حرجة، وإن فرقه أخرجت 140 عائلة من حي الضمان."
    right = "نجدة\n\nقال الهلال الأحمر إنه أخرج 90 عائلة من حي الضمان."
    assert any("140" in found.detail.en for found in story(left, right).of("discrepancy", "value"))


def test_villages_evacuated_are_compared_in_two_languages(story):
    left = "حرائق\n\nأخليت ست قرى من سكانها في ريف اللاذقية بسبب حرائق الغابات."
    right = "Fires\n\nNine villages had been evacuated in the Latakia countryside because of the forest fires."
    assert story(left, right, languages=("ar", "en")).of("discrepancy", "value")


def test_a_bare_number_is_of_those_whom_its_claims_mate_counts(story):
    left = "خطف\n\nخطف مسلحون 22 شخصا من حافلة ركاب على طريق كاتسينا في شمال نيجيريا."
    right = "خطف\n\nخطف مسلحون ركاب حافلة على طريق كاتسينا في شمال نيجيريا، وبلغ عدد المخطوفين 27."
    assert story(left, right).of("discrepancy", "value")


def test_the_least_of_before_and_the_toll_that_rose_are_told_apart(story):
    left = "غرق\n\nلقي 26 شخصا على الأقل حتفهم في غرق عبارة قبالة جزر القمر."
    right = "غرق\n\nارتفعت حصيلة قتلى غرق العبارة قبالة جزر القمر إلى 31."
    [found] = story(left, right, times=("2026-05-06", "2026-05-07")).of("discrepancy", "value")
    assert found.relation == "Follow-up"
