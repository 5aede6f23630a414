"""Opposite acts and states told of one matter, and the changes that only look like them."""

from __future__ import annotations

import pytest

from tawatur.lang.tables import table

ROAD = "طريق الجبل\n\nأغلقت البلدية طريق الجبل بين النخيل والوادي الأربعاء بسبب الثلوج."
TALKS = "المبادرة\n\nوافقت حكومة الوادي على مبادرة المبعوثة الأممية إلينا راسموسن لإجراء الانتخابات."


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (ROAD, "طريق الجبل\n\nقال سائقون إن طريق الجبل بين النخيل والوادي بقي مفتوحا الأربعاء رغم الثلوج.", "ar"),
        (
            TALKS,
            "Plan refused\n\nThe government turned down the election initiative of UN envoy Elena Rasmussen.",
            "en",
        ),
        (
            "الفائدة\n\nقال محافظ البنك المركزي المصري إن البنك قرر رفع أسعار الفائدة في اجتماعه الأربعاء.",
            "Rates\n\nA Cairo official said Egypt's central bank left interest rates unchanged on Wednesday.",
            "en",
        ),
        (
            "الناشطة\n\nقال مصدر قضائي إن النيابة أخلت الثلاثاء سبيل الناشطة هالة الدمرداش في القاهرة.",
            "الناشطة\n\nقالت أسرة الناشطة هالة الدمرداش إنها ما زالت محتجزة لدى السلطات.",
            "ar",
        ),
    ],
)
def test_opposites_of_one_matter_contradict(story, left, right, language):
    found = story(left, right, languages=["ar", language]).of("contradiction")
    assert any("Opposite words" in f.detail.en for f in found)


def test_what_one_did_and_another_never_did(story):
    left = "القطارات\n\nتوقفت حركة القطارات على خط الوادي الجمعة ساعتين."
    right = "القطارات\n\nأعلنت الهيئة أن حركة القطارات على خط الوادي لم تتوقف الجمعة."
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "الشحنة\n\nرفض مستشفى النخيل تسلم شحنة أدوية أرسلتها منظمة دولية.",
            "الشحنة\n\nقالت منظمة أطباء الوادي إن مستشفى النخيل تسلم شحنة الأدوية كاملة.",
        ),
        (
            "المراقب\n\nقتل مراقب انتخابي بالرصاص أمام مركز اقتراع في بعقوبة صباح الأحد.",
            "المراقب\n\nقال قائد الشرطة إن المراقب الذي عثر عليه في بعقوبة توفي بنوبة قلبية.",
        ),
        (
            "المنتخب\n\nيغيب المهاجم أيمن سلمان عن مباراة الأردن الثلاثاء بسبب إصابة.",
            "المنتخب\n\nأكد المدرب أن أيمن سلمان سيشارك في مباراة الأردن الثلاثاء.",
        ),
        (
            "هجوم\n\nهاجم مسلحون حاجزا قرب النخيل فجر الاثنين. ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
            "سرايا الوادي تتبنى الهجوم\n\nأعلنت سرايا الوادي مسؤوليتها عن هجوم استهدف حاجزا عسكريا فجر الاثنين.",
        ),
    ],
)
def test_acts_told_in_other_words_contradict_too(story, left, right):
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    "right",
    [
        "طريق الجبل\n\nأعادت البلدية فتح طريق الجبل بين النخيل والوادي بعد إغلاقه ساعات بسبب الثلوج.",
        "طريق الجبل\n\nأعادت البلدية فتح طريق الجبل بين النخيل والوادي. وكانت قد أغلقت الطريق بسبب الثلوج.",
        "طريق الجبل\n\nلم تغلق البلدية طريق الساحل ولا مدارس القرى.",
        "طريق الجبل\n\nفتحت الشرطة تحقيقا في حادث على طريق الساحل.",
    ],
)
def test_a_change_or_another_matter_is_no_contradiction(story, right):
    assert not story(ROAD, right).of("contradiction")


def test_scales_have_the_same_ends_in_both_languages():
    ends = [{(row["scale"], row["pole"]) for row in table(language, "contraries").rows} for language in ("ar", "en")]
    assert ends[0] == ends[1]
    assert all(sum(scale == other for other, _ in ends[0]) > 1 for scale, _ in ends[0])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "المدير\n\nأقالت إدارة مصنع النخيل مديره سالم الوادي الأحد بعد حريق المخزن.",
            "المدير\n\nقال سالم الوادي إنه استقال من إدارة مصنع النخيل قبل حريق المخزن بأسبوع.",
        ),
        (
            "الميناء\n\nقالت إدارة ميناء النخيل إن حركة السفن في الميناء لم تتأثر بالإضراب.",
            "الميناء\n\nأدى الإضراب في ميناء النخيل إلى توقف حركة السفن وتكدس الحاويات.",
        ),
    ],
)
def test_opposites_of_the_field_contradict(story, left, right):
    assert story(left, right).of("contradiction")


def test_another_road_told_apart_by_its_name_is_no_contradiction(story):
    left = "الطرق\n\nأغلقت الشرطة طريق المطار الأحد بسبب السيول."
    right = "الطرق\n\nقالت الشرطة إنها لم تغلق طريق الجامعة الأحد رغم السيول."
    assert not story(left, right).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # What was so at the time of the happening is no earlier time.
        (
            "الحريق\n\nقال أحد الناجين إن باب الطوارئ كان مغلقا عند اندلاع الحريق في سينما النخيل.",
            "الحريق\n\nأكد مدير السينما أن أبواب الطوارئ كانت مفتوحة عند اندلاع الحريق.",
        ),
        # A phrase as it stands, with letters joined on inside it.
        (
            "البلدة\n\nقال سكان إن البلدة سقطت في أيدي المتمردين صباح السبت.",
            "البلدة\n\nقال متحدث إن البلدة لا تزال تحت سيطرة الجيش السبت وإن المهاجمين صدوا.",
        ),
        # One phrase at the ends of two scales.
        (
            "الأرصدة\n\nنفى المصرف تسرب بيانات العملاء في مدينة النخيل، وقال إن البيانات آمنة.",
            "الأرصدة\n\nسرقت بيانات العملاء من خوادم المصرف في مدينة النخيل ونشرت.",
        ),
    ],
)
def test_ends_of_a_scale_in_other_words_contradict(story, left, right):
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("القافلة\n\nوصلت قافلة المساعدات إلى الفاشر الأربعاء.", "القافلة\n\nلم تصل القافلة إلى كادقلي منذ شهرين."),
        (
            "الأسعار\n\nارتفع سعر القمح في السوق الخميس.",
            "الأسعار\n\nانخفض سعر الذرة في السوق الخميس بنسبة واحد في المئة.",
        ),
        (
            "المصنع\n\nنفت الشركة وقوع خسائر في مصنع النخيل.",
            "المصنع\n\nكان المصنع قد تكبد خسائر كبيرة في حريق مماثل عام 2012.",
        ),
    ],
)
def test_another_place_thing_or_time_is_no_contradiction(story, left, right):
    assert not story(left, right).of("contradiction")


def test_nobody_hurt_answers_the_hurt_of_this_happening_alone(story):
    left = "الكمين\n\nقتل ستة شرطيين في كمين الأحد. ولم يصب أي من أفراد فريق التطعيم بأذى."
    right = "الكمين\n\nأصيبت ممرضة من فريق التطعيم في كمين الأحد. وسجلت البلاد في العام الماضي 31 إصابة."
    assert not any("31" in str(value) for f in story(left, right).of("contradiction") for value in f.values)


def test_one_negation_in_two_orders_of_words_is_no_contradiction(story):
    found = story(
        "تحذير\n\nقال قائد القوة في بيان: «لن يجد من هاجموا القافلة ملاذا في الجبال».",
        "وعيد\n\nقال قائد القوة: «من هاجموا القافلة لن يجدوا ملاذا في الجبال».",
    )
    assert not found.of("contradiction")


def test_what_came_late_was_not_denied(story):
    left = "المنجم\n\nقال مدير المنجم إن فرق الإنقاذ لم تصل إلى العمال المحاصرين إلا فجر الثلاثاء."
    right = "المنجم\n\nقالت ابنة أحد العمال إن فرق الإنقاذ وصلت إلى العمال المحاصرين فجر الثلاثاء."
    assert not story(left, right).of("contradiction")


def test_what_both_put_off_is_no_opposite_for_a_negated_adjective(story):
    left = "المشاريع\n\nتقرر تأجيل 14 مشروعا غير مستعجل، بينها خط للسكك الحديد بين الأغواط وغرداية."
    right = "Projects\n\nFourteen projects judged not urgent will be postponed, among them a rail line to Ghardaia."
    assert not story(left, right, languages=["ar", "en"]).of("contradiction")


def test_claims_that_also_share_an_end_are_no_opposites(story):
    left = "جريح الاشتباك\n\nقال طبيب إن الجريح توفي في مستشفى الصدر مساء الأحد."
    right = (
        "Clash\n\nA doctor said the wounded man died in Sadr hospital on Sunday evening after he survived the clash."
    )
    assert not story(left, right, languages=["ar", "en"]).of("contradiction")


def test_an_answer_within_a_report_tells_the_opposite(story):
    text = (
        "طعن في القانون\n\nقال رئيس الاتحاد سالم الغانم إن القانون أقر من دون نصاب.\n\n"
        "وردت رئاسة المجلس بأن النصاب كان مكتملا طوال الجلسة."
    )
    found = story(text, "سوق\n\nارتفعت أسعار الخضار في المدينة.")
    assert [f for f in found.of("contradiction") if found.speaks(f, "نصاب")]


def test_two_words_of_one_report_that_answer_nothing_are_no_opposites(story):
    text = (
        "يوم في المدينة\n\nقال مدير المرفأ سالم الغانم إن السوق مفتوحة للزوار.\n\n"
        "وقالت مديرة المدرسة هند العلي إن ساحة الألعاب مغلقة أمام الزوار."
    )
    assert not story(text, "سوق\n\nارتفعت أسعار الخضار في المدينة.").of("contradiction")


def test_what_came_next_is_told_though_a_day_stands_before_it(story):
    left = "تظاهرة\n\nتفرق المعلمون المتجمعون في ساحة البلدية من دون حوادث تذكر."
    right = "تظاهرة\n\nتفرق المعلمون المتجمعون منذ الصباح في ساحة البلدية قبل أن تفرقهم الشرطة بخراطيم المياه."
    assert [f for f in story(left, right).of("contradiction") if "تفرقهم" in f.detail.ar]


def test_patients_were_turned_away_or_they_were_not(story):
    left = "رد الوزارة\n\nنفى الناطق باسم الوزارة رامي زيدان أن تكون المستشفيات الحكومية قد ردت مرضى."
    right = "شكوى\n\nقال أقارب مصابين إن مستشفى النخيل رفض استقبال مرضاهم."
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "الغارة\n\nقال متحدث باسم الجيش إن الغارة على بلدة النخيل الأحد استهدفت مستودع أسلحة.",
            "الغارة\n\nقال رئيس البلدية سالم الغانم إن الغارة على بلدة النخيل الأحد أصابت مبنى سكنيا.",
            "ar",
        ),
        (
            "الرسوم\n\nقال رئيس جامعة النخيل هاني الراشد إن زيادة الرسوم تقتصر على الطلبة الجدد.",
            "الرسوم\n\nقال رئيس اتحاد الطلبة عمر السالم إن زيادة الرسوم في جامعة النخيل تشمل الطلبة الحاليين.",
            "ar",
        ),
        (
            "النيران\n\nقال قائد الحامية إن جنوده ردوا على مصادر النيران عند جسر النخيل فجر السبت.",
            "Bridge\n\nResidents of Nakhil said soldiers fired first at the bridge at dawn on Saturday.",
            "en",
        ),
    ],
)
def test_what_was_hit_whom_a_rule_covers_and_who_began_have_two_ends(story, left, right, language):
    assert story(left, right, languages=["ar", language]).of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # How many there are at least is no negation, and nobody denies with one that they are civilians.
        (
            "الحصيلة\n\nقالت المنسقة إن ما لا يقل عن 41 مدنيا قتلوا في الإقليم منذ مطلع السنة.",
            "الحصيلة\n\nقضى 41 مدنيا على الأقل في الإقليم منذ مطلع السنة.",
        ),
        # «النخلي» has the article and is no verb.
        (
            "الفريق\n\nأخلى الفريق سبيل لاعبه سالم ناصر الأحد.",
            "الفريق\n\nقال المدرب إن سالم النخلي محتجز في المطار مع الفريق الأحد.",
        ),
        # Another town was hit.
        (
            "الغارة\n\nقال متحدث باسم الجيش إن الغارة على كادقلي الأحد استهدفت مستودع أسلحة.",
            "الغارة\n\nقال رئيس البلدية سالم الغانم إن الغارة على الفاشر الأحد أصابت مبنى سكنيا.",
        ),
    ],
)
def test_what_only_looks_like_an_end_of_a_scale_is_none(story, left, right):
    assert not story(left, right).of("contradiction")


def test_a_phrase_inside_another_stands_on_other_scales_alone(story):
    left = "الماء\n\nقال طبيب في مستشفى النخيل سالم الغانم إن مياه البئر غير صالحة للشرب."
    same = "الماء\n\nقال مفتش الصحة هاني الراشد إن مياه البئر قرب مستشفى النخيل ملوثة وغير صالحة للشرب."
    other = "الماء\n\nقال مفتش الصحة هاني الراشد إن مياه البئر قرب مستشفى النخيل صالحة للشرب."
    assert not story(left, same).of("contradiction")
    assert story(left, other).of("contradiction")
