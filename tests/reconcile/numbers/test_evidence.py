"""Which numbers of two reports are of one thing, where neither a fate nor a measure says so."""

from __future__ import annotations

from tawatur.reconcile.book import Book
from tawatur.reconcile.numbers.evidence import same_digits, signs
from tawatur.reconcile.numbers.figures import figures
from tawatur.reconcile.numbers.tallies import known_of

STUDENTS = "جامعة\n\nأغلق {} جسر الزيتون في مدينة الناصرية صباح السبت."


def test_two_numbers_of_one_deed_differ_though_the_nouns_do(story):
    found = story(STUDENTS.format("400 محتج"), STUDENTS.format("نحو 900 خريج عاطل")).of("discrepancy", "value")
    assert len(found) == 1


def test_numbers_of_another_order_are_of_two_things(story):
    assert not story(STUDENTS.format("400 محتج"), STUDENTS.format("20 ألف عاطل")).of("discrepancy", "value")


def test_sums_of_money_for_one_project_differ_in_two_languages(story):
    left = "مصنع\n\nتعتزم شركة الرمال بناء مصنع للهيدروجين في ينبع باستثمارات قدرها 1.8 مليار ريال."
    right = "Plant\n\nAl-Rimal plans to build a hydrogen plant in Yanbu, an investment of 2.4 billion riyals."
    [found] = story(left, right, languages=("ar", "en")).of("discrepancy", "value")
    assert "2.4" in found.detail.en


def test_one_toll_is_known_by_the_other_beside_it(story):
    left = "كمين\n\nقتل جنديان ومدني وأصيب تسعة جنود في كمين قرب بلدة النخيل."
    right = "هجوم\n\nأسفر هجوم مسلح الأحد عن ثلاثة قتلى وخمسة جرحى بحسب مصدر طبي."
    assert any("تسعة" in found.detail.ar for found in story(left, right).of("discrepancy", "value"))


def test_a_number_that_another_fits_is_none_that_a_third_differs_from(story):
    left = "نفط\n\nوصلت إيرادات العراق من النفط إلى 6.8 مليارات دولار."
    right = "نفط\n\nحقق العراق من النفط عائدات تقارب سبعة مليارات دولار. وبلغت الإيرادات قبل شهرين 7.4 مليارات دولار."
    assert not story(left, right).of("discrepancy", "value")


def test_hundreds_may_be_two_thousand_and_are_no_five_thousand(story):
    text = "جامعة\n\nتظاهر {} طالب في ساحة الاستقلال وسط العاصمة تونس صباح السبت."
    assert story(text.format("مئات من"), text.format("خمسة آلاف")).of("discrepancy", "value")
    assert not story(text.format("مئات من"), text.format("نحو ألفي")).of("discrepancy", "value")


def test_two_ages_of_one_person_differ_in_two_ways_of_saying_them(story):
    left = "اغتيال\n\nقتل المدون سالم القريتلي (38 عاما) برصاص مسلحين في مصراتة مساء الخميس."
    right = "Blogger\n\nGunmen shot dead the blogger Salem al-Quraitli, 41, in Misrata on Thursday."
    [found] = story(left, right, languages=("ar", "en")).of("discrepancy", "value")
    assert "age" in found.detail.en


def test_ages_of_two_people_are_no_difference(story):
    left = "اغتيال\n\nأصيب سالم القريتلي (38 عاما) برصاص مسلحين في مصراتة مساء الخميس."
    right = "اغتيال\n\nأصيب خالد المبروك (41 عاما) برصاص مسلحين في مصراتة مساء الخميس."
    assert not story(left, right).of("discrepancy", "value")


def test_a_toll_that_has_grown_is_another_than_the_least_of_before(story):
    left = "زلزال\n\nقتل 57 شخصا على الأقل في الزلزال الذي ضرب بدخشان ليل الثلاثاء."
    right = "زلزال\n\nارتفعت حصيلة قتلى الزلزال الذي ضرب بدخشان ليل الثلاثاء إلى 94."
    [found] = story(left, right, times=("2026-05-06", "2026-05-07")).of("discrepancy", "value")
    assert found.relation == "Follow-up"


def test_a_number_of_an_earlier_month_is_another(story):
    left = "تضخم\n\nتراجع معدل التضخم السنوي في المدن إلى 12.3 بالمئة في أبريل، بحسب جهاز الإحصاء."
    right = "أسعار\n\nوكان معدل التضخم السنوي في المدن قد بلغ 13.6 بالمئة في ديسمبر 2025، بحسب خبراء."
    assert not story(left, right).of("discrepancy", "value")


def test_bodies_found_besides_are_no_other_toll(story):
    left = "انهيار\n\nقضى أربعة متسلقين في انهيار جليدي قرب ممر سالنغ شمال كابول."
    right = "انهيار\n\nعثر على خمس جثث إضافية بعد الانهيار الجليدي الذي وقع قرب ممر سالنغ شمال كابول."
    assert not story(left, right).of("discrepancy", "value")


def test_a_depth_behind_a_number_is_of_the_next(story):
    left = "بئر\n\nانهارت بئر على عمق 40 مترا في بلدة العبيدية، وما زال أربعة عالقين فيها."
    right = "بئر\n\nتحاول فرق الإنقاذ الوصول إلى ستة محاصرين على عمق 60 مترا في بئر انهارت ببلدة العبيدية."
    assert any("depth" in found.detail.en and "60" in found.detail.en for found in story(left, right).of("discrepancy"))


def test_seven_raids_and_five_killed_are_no_sum_of_twelve_raids(story):
    left = "غارات\n\nشن الطيران 12 غارة على مواقع في مديرية الصليف بالحديدة."
    right = "غارات\n\nاستهدف الطيران مديرية الصليف بالحديدة بسبع غارات ما أسفر عن مقتل خمسة مواطنين."
    assert any("سبع" in found.detail.ar for found in story(left, right).of("discrepancy", "value"))


def test_a_turnout_up_to_an_hour_is_not_that_of_the_close(story):
    left = "اقتراع\n\nبلغت نسبة المشاركة في الانتخابات التشريعية 14.2 بالمئة حتى الساعة الرابعة عصرا."
    right = "اقتراع\n\nوصلت نسبة المشاركة في الانتخابات التشريعية إلى 23.03 بالمئة عند إغلاق المكاتب."
    assert not story(left, right).of("discrepancy", "value")


def test_people_whose_fate_one_report_leaves_out_are_those_of_its_mate(story):
    left = "تسمم\n\nنقل 47 تلميذا إلى مستشفيات صيدا بعد تناولهم وجبات فاسدة في مدرستهم."
    right = "تسمم\n\nأصيب 63 تلميذا بالتسمم في إحدى مدارس صيدا إثر تناولهم وجبات فاسدة."
    assert story(left, right).of("discrepancy", "value")


def test_a_number_that_another_is_measured_by_is_none_of_now(story):
    found = story(
        "الصيد\n\nيمنح الاتفاق الجديد 500 رخصة لصيادي سان لويس مقارنة بـ350 رخصة في السابق.",
        "الصيد\n\nيمنح الاتفاق الجديد 400 رخصة لصيادي سان لويس.",
    )
    [finding] = found.of("discrepancy", "value")
    assert {value["low"] for value in finding.values} == {500, 400}


def test_a_part_is_no_term_of_a_sum_and_a_headline_tells_what_befell_those_counted(story):
    found = story(
        "سيول\n\nلقي ثمانية أشخاص بينهم ثلاثة أطفال حتفهم جراء سيول ضربت حي الزهور شمالي نواكشوط مساء السبت.",
        "سيول تقتل 11 شخصا\n\nارتفع إلى 11 عدد ضحايا السيول التي غمرت حي الزهور في نواكشوط مساء السبت.",
    )
    [finding] = found.of("discrepancy", "value")
    assert {value["low"] for value in finding.values} == {8, 11}


def test_one_number_given_for_two_stretches_of_time_is_a_difference_of_scope(story):
    left = "محروقات\n\nوقال النقيب سامر الحداد إن مبيعات المحروقات تراجعت 15 في المئة خلال الشهر الماضي."
    right = "محروقات\n\nوقال النقيب سامر الحداد إن تراجع مبيعات المحروقات بلغ 15 في المئة منذ بداية السنة."
    found = story(left, right)
    [differs] = found.of("discrepancy", "scope")
    assert "بداية السنة" in differs.detail.ar and len({value["window"] for value in differs.values}) == 2
    assert not found.of("agreement")


def test_a_period_that_begins_with_a_season_can_be_compared(story):
    text = "معابر\n\nبحث الوفدان إعادة فتح {}."
    closed = text.format("ثلاثة معابر مغلقة منذ الخريف"), text.format("خمسة معابر مغلقة")
    assert not story(*closed).of("agreement", "value")


def test_one_day_is_as_long_as_its_hours_and_a_year_going_on_holds_its_months(story):
    rain = "أمطار\n\nسجلت محطة الرصد في صلالة 112 مليمترا من الأمطار خلال {}."
    assert not story(rain.format("أربع وعشرين ساعة"), rain.format("يوم واحد")).of("discrepancy", "scope")
    price = "قمح\n\nحددت الحكومة سعر طن القمح {} بـ340 دولارا."
    assert not story(price.format("هذا العام"), price.format("في نيسان الماضي")).of("discrepancy", "scope")


def test_the_turnout_at_noon_is_not_that_at_the_close(story):
    text = "اقتراع\n\nقالت لجنة الانتخابات إن نسبة المشاركة بلغت {}."
    texts = text.format("41 في المئة عند إغلاق المكاتب"), text.format("18 في المئة عند منتصف النهار")
    assert not story(*texts, times=("2026-05-06T18:00", "2026-05-06T20:00")).of("discrepancy", "value")
    texts = text.format("41 في المئة"), text.format("18 في المئة")
    assert story(*texts, times=("2026-05-06T18:00", "2026-05-06T20:00")).of("discrepancy", "value")


def test_a_reports_own_number_and_one_that_somebody_gives_are_two(story):
    left = "هجوم\n\nقالت وزارة الدفاع إن 17 جنديا قتلوا في هجوم على ثكنة النخيل فجر الخميس."
    right = (
        "هجوم\n\nتبنى تنظيم الراية الهجوم على ثكنة النخيل فجر الخميس وقال في بيان إن مقاتليه قتلوا 29 جنديا.\n\n"
        "وكانت وزارة الدفاع قالت إن 17 جنديا قتلوا في الهجوم على ثكنة النخيل."
    )
    assert any("29" in found.detail.en for found in story(left, right).of("discrepancy", "value"))


def test_a_part_is_no_summand(story):
    left = "اعتصام\n\nأوقفت الشرطة 12 متظاهرا بينهم أربع معلمات في ساحة النخيل مساء السبت، وفق رئيسة الرابطة."
    right = "اعتصام\n\nأوقفت الشرطة 12 متظاهرا في ساحة النخيل مساء السبت، وفق مصدر أمني."
    assert not story(left, right).of("discrepancy", "value")


def test_a_number_that_its_speaker_makes_little_of_differs_from_the_others(story):
    left = "إضراب\n\nقالت نقابة المعلمين إن نسبة المشاركة في الإضراب بلغت 85 في المئة."
    right = "إضراب\n\nقالت وزارة التربية إن 30 في المئة فقط من المعلمين التزموا بالإضراب."
    [found] = story(left, right).of("discrepancy", "value")
    assert "30" in found.detail.en


def test_a_slip_of_the_pen_is_a_difference():
    assert same_digits(3.2, 2.3) and same_digits(62, 26)
    assert not same_digits(62, 62) and not same_digits(62, 67)


def test_hundreds_against_thousands_end_where_the_thousands_begin(story):
    text = "جامعة\n\nتظاهر {} طالب في ساحة الاستقلال وسط العاصمة تونس صباح السبت."
    [found] = story(text.format("مئات من"), text.format("خمسة آلاف")).of("discrepancy", "value")
    assert sorted(value["high"] for value in found.values) == [1999, 5000]


def test_one_clause_may_name_two_measures(story):
    left = "عاصفة\n\nبلغت سرعة الرياح 95 كيلومترا في الساعة ليل الاثنين في مدينة صور."
    right = "عاصفة\n\nهبت رياح سرعتها 120 كيلومترا في الساعة على مدينة صور ليل الاثنين."
    assert story(left, right).of("discrepancy", "value")


def test_a_capacity_and_the_output_of_a_day_are_weighed_as_a_norm_and_a_deed(story):
    left = "مصفاة\n\nتبلغ طاقة مصفاة الزاوية 120 ألف برميل يوميا."
    right = "مصفاة\n\nكررت مصفاة الزاوية الأحد 85 ألف برميل."
    dossier = story(left, right).dossier
    book = Book(dossier.readings, {})
    one, other = figures(book)
    found = {sign.name: sign.amount for sign in signs(book, one, other, known_of(book, [one, other], ()))}
    assert found["norm"] and not found["foreseen"]
