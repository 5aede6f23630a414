"""What stories of invented reports must say, and the near misses that must not be taken for conflicts."""

from __future__ import annotations

from types import SimpleNamespace

from tawatur.pipeline import read
from tawatur.reconcile.accord import Against, agreement_signs
from tawatur.reconcile.agree import same_assertion, told_once
from tawatur.reconcile.asides import aside
from tawatur.reconcile.book import Book
from tawatur.reconcile.compare import attribution
from tawatur.reconcile.mates import Mates
from tawatur.reconcile.similarity import near

HEAD = "انفجار في سوق الياسمين\n\n"
BLAST = "قتل {killed} أشخاص وأصيب {wounded} آخرون في انفجار سيارة مفخخة وسط سوق الياسمين في مدينة حماة الاثنين"


def blast(killed="أربعة", wounded="عشرة"):
    return BLAST.format(killed=killed, wounded=wounded)


def test_different_numbers_of_one_event_differ_in_value(story):
    found = story(HEAD + blast("أربعة") + ".", HEAD + blast("سبعة") + ".")
    values = [f for f in found.of("discrepancy", "value") if found.speaks(f, "قتل أربعة", "قتل سبعة")]
    assert values
    assert "أربعة" in values[0].detail.ar and "سبعة" in values[0].detail.en


def test_a_bound_does_not_conflict_with_a_number_inside_it(story):
    found = story(HEAD + blast("أكثر من ثلاثة") + ".", HEAD + blast("خمسة") + ".")
    assert not [c for c in found.conflicts() if c[1] == "value"]


def test_parts_add_up_to_the_whole(story):
    left = "هجوم على حاجز\n\nقتل ثلاثة عراقيين في هجوم على حاجز قرب كركوك مساء الأحد، بحسب قيادة العمليات."
    right = "هجوم على حاجز\n\nقتل جنديان ومدني في هجوم على حاجز قرب كركوك مساء الأحد، بحسب مصدر طبي."
    found = story(left, right)
    assert not found.of("discrepancy", "value")
    assert any("3" in f.detail.en and "No conflict" in f.detail.en for f in found.of("agreement"))


def test_another_period_is_scope_and_not_value(story):
    left = "حملة أمنية\n\nأوقفت الشرطة أكثر من 500 مهرب في محافظة درعا منذ مطلع العام."
    right = "حملة أمنية\n\nأوقفت الشرطة أكثر من 500 مهرب في محافظة درعا خلال العام الماضي."
    found = story(left, right)
    assert found.of("discrepancy", "scope")
    assert not found.of("discrepancy", "value")


def test_numbers_of_different_populations_are_not_compared(story):
    left = "مواجهات في البلدة\n\nأصيب ستة جنود في مواجهات اندلعت في بلدة الصفا مساء الأحد."
    right = "مواجهات في البلدة\n\nأصيب عشرون متظاهرا في مواجهات اندلعت في بلدة الصفا مساء الأحد."
    assert not story(left, right).of("discrepancy", "value")


def test_a_toll_that_grows_through_the_day_is_a_follow_up(story):
    times = ("2026-05-04T09:00:00+00:00", "2026-05-04T20:00:00+00:00")
    found = story(HEAD + blast("أربعة") + ".", HEAD + blast("تسعة") + ".", times=times)
    follow = [f for f in found.of("discrepancy", "value") if f.relation == "Follow-up"]
    assert follow and "published later" in follow[0].detail.en


def test_a_month_and_a_day_in_it_agree(story):
    left = "اتفاق تجاري\n\nوقعت مصر والأردن اتفاق تبادل الكهرباء في مارس 2026 في القاهرة."
    right = "اتفاق تجاري\n\nوقعت مصر والأردن اتفاق تبادل الكهرباء في 12 مارس 2026 في القاهرة."
    assert not story(left, right).of("discrepancy", "date")


def test_a_denial_of_what_another_claims_is_a_contradiction(story):
    left = "غارة على المستودع\n\nقال الجيش السوري إن حركة الفجر هاجمت مستودع الوقود في بلدة النخيل مساء السبت."
    right = "الفجر تنفي\n\nنفت حركة الفجر في بيان أن تكون قد هاجمت مستودع الوقود في بلدة النخيل."
    found = story(left, right)
    [contradiction] = found.of("contradiction")
    assert found.speaks(contradiction, "هاجمت مستودع الوقود")
    assert "denial" in contradiction.detail.en and "نفي" in contradiction.detail.ar


def test_a_denial_of_something_nobody_claimed_contradicts_nothing(story):
    left = "حريق في المصفاة\n\nاندلع حريق في مصفاة الساحل فجر الثلاثاء وسيطرت عليه فرق الإطفاء بعد ساعتين."
    right = "بيان الوزارة\n\nنفت وزارة الصحة في بيان أن تكون قد أغلقت مستشفى المدينة أمام المرضى."
    assert not story(left, right).of("contradiction")


def test_silence_is_no_denial(story):
    left = HEAD + blast() + ".\n\nوأعلنت حركة الفجر مسؤوليتها عن التفجير في بيان."
    right = HEAD + blast() + "."
    assert not story(left, right).of("contradiction")


def test_a_denial_agreed_on_is_told_as_a_denial(story):
    text = "بيان النفط\n\nنفت وزارة النفط أن تكون قد رفعت أسعار الوقود في المحطات الحكومية هذا الشهر."
    found = story(text, text + "\n\nوذكرت الوزارة أن المخزون يكفي ثلاثة أشهر.")
    for finding in found.of("agreement"):
        if found.speaks(finding, "رفعت أسعار الوقود"):
            assert "نفي" in finding.detail.ar and "denial" in finding.detail.en


def test_a_headlines_number_against_its_text(story):
    text = "مقتل العشرات في حريق الفندق\n\nقتل ثلاثة أشخاص في حريق اندلع في فندق السلام وسط المدينة مساء الأحد."
    other = "حريق الفندق\n\nقتل ثلاثة أشخاص في حريق اندلع في فندق السلام وسط المدينة مساء الأحد."
    found = story(text, other)
    [finding] = found.of("discrepancy", "headline_vs_body")
    assert found.speaks(finding, "مقتل العشرات", "قتل ثلاثة")


def test_a_headline_that_adds_its_texts_numbers_up_is_no_mismatch(story):
    text = "مقتل خمسة أشخاص في هجومين\n\nقتل ثلاثة أشخاص في هجوم شمال البلدة.\n\nوقتل شخصان في هجوم آخر جنوبها."
    assert not story(text, text).of("discrepancy", "headline_vs_body")


def test_one_statement_relayed_by_all_is_one_origin(story):
    lead = "أعلنت قيادة الحدود في بيان أن دورية ضبطت ثمانين كيلوغراما من المخدرات كانت مخبأة في شاحنة خضار"
    found = story(f"ضبط شحنة\n\n{lead}.", f"الحدود تضبط شحنة\n\n{lead} عند المعبر الشرقي.")
    [finding] = [f for f in found.of("agreement") if found.speaks(f, "ضبطت ثمانين")]
    assert finding.independence.origins == 1
    assert finding.independence.grade == "not_independent"


def test_an_anonymous_source_is_undetermined_and_not_one_more(story):
    left = f"{HEAD}قالت وزارة الصحة إن أربعة أشخاص قتلوا في انفجار سيارة مفخخة وسط سوق الياسمين في حماة الاثنين."
    right = "تفجير\n\nأفاد مصدر أمني طلب عدم ذكر اسمه بمقتل أربعة أشخاص بانفجار سيارة في سوق الياسمين وسط حماة."
    found = story(left, right)
    for finding in found.of("agreement"):
        if finding.independence.reports == 2:
            assert finding.independence.grade != "independent"


def test_two_titles_of_one_office(story):
    left = "تصريح الوزير\n\nقال وزير الدفاع الليبي خالد المبروك إن القوات ستبقى في مواقعها حتى نهاية الشهر."
    right = "تصريح الوزير\n\nقال وزير الحرب الليبي خالد المبروك إن القوات ستبقى في مواقعها حتى نهاية الشهر."
    found = story(left, right)
    [finding] = found.of("discrepancy", "name")
    assert "وزير الدفاع" in finding.detail.ar and "وزير الحرب" in finding.detail.ar
    # The two words of the titles are told there, and are no choice of words besides.
    assert not found.of("discrepancy", "wording")


def test_findings_stand_in_order_and_point_at_claims(story):
    found = story(HEAD + blast("أربعة") + ".", HEAD + blast("سبعة") + ".")
    kinds = [f.kind for f in found.dossier.findings]
    order = ["contradiction", "discrepancy", "agreement", "elaboration", "single_source"]
    assert kinds == sorted(kinds, key=order.index)
    for finding in found.dossier.findings:
        assert finding.claims and set(finding.claims) <= found.claims.keys()
        assert finding.detail.ar and finding.detail.en and finding.independence.reason.ar
        assert all(value["claim"] in found.claims for value in finding.values)


def test_one_report_alone_has_no_agreements(story):
    found = story(HEAD + blast() + ".")
    assert not found.of("agreement") and not found.of("single_source")


def test_the_dead_of_two_acts_in_one_claim_are_no_sum(story):
    """Who killed the planner of an attack did not kill four."""
    left = (
        "مقتل قيادي\n\nقال الجيش السوري إنه قتل قياديا في حركة الفجر على صلة بهجوم أسفر عن مقتل ثلاثة مدنيين في "
        "مدينة حماة الشهر الماضي."
    )
    right = "مقتل قيادي\n\nقال الجيش السوري إنه قتل قياديا على صلة بهجوم أسفر عن مقتل ثلاثة مدنيين في مدينة حماة."
    found = story(left, right)
    assert not [f for f in found.dossier.findings for v in f.values if v.get("low") == 4]


def test_two_that_differ_in_a_number_agree_on_the_rest_and_say_so(story):
    left = (
        "احتجاج المعلمين\n\nتظاهر ثلاثة آلاف معلم الاثنين أمام مقر نقابة المعلمين في مدينة صفاقس للمطالبة بصرف الرواتب."
    )
    right = "معلمون في الشارع\n\nاحتشد نحو عشرة آلاف معلم الاثنين أمام نقابة المعلمين بصفاقس مطالبين بصرف رواتبهم."
    found = story(left, right)
    assert found.of("discrepancy", "value")
    [agreed] = [f for f in found.of("agreement") if f.relation == "Overlap"]
    assert found.speaks(agreed, "تظاهر", "احتشد") and "number" in agreed.detail.en


def test_what_two_agree_on_is_told_without_the_number_they_differ_in(story):
    more = "، بينهم موظفون سابقون في المصرف وخبراء من هيئة الرقابة المالية"
    made = story(
        f"محاكمة في بيروت\n\nاستمعت المحكمة في بيروت إلى 28 شاهدا{more}.",
        f"جلسة اليوم\n\nاستمعت المحكمة في بيروت إلى 18 شاهدا{more}، على مدى عام.",
    )
    [agreed] = [finding for finding in made.of("agreement") if finding.relation == "Overlap"]
    assert "بينهم موظفون سابقون في المصرف وخبراء من هيئة الرقابة المالية" in agreed.detail.ar
    assert "شاهدا" not in agreed.detail.ar


def test_two_that_share_nothing_but_the_counted_act_do_not_agree(story):
    left = "حصيلة\n\nقتل أربعة جنود في هجوم على دورية قرب بنغازي الأربعاء، بحسب مصدر عسكري."
    right = "حصيلة\n\nقتل سبعة جنود في هجوم على دورية قرب بنغازي الأربعاء، بحسب مصدر طبي."
    assert not [f for f in story(left, right).of("agreement") if f.relation == "Equivalence"]


def test_a_headline_that_says_what_two_texts_agree_on_stands_with_them(story):
    left = "المركزي المصري يخفض أسعار الفائدة\n\nخفض البنك المركزي المصري أسعار الفائدة نقطة مئوية الخميس."
    right = "قرار منتظر\n\nأعلن محافظ البنك المركزي المصري خفض أسعار الفائدة نقطة مئوية الخميس."
    found = story(left, right)
    assert any(found.speaks(f, "الفائدة") and len(f.claims) == 3 for f in found.of("agreement"))


def test_that_nobody_was_hurt_does_not_keep_the_rest_from_agreeing(story):
    left = "حريق في السوق\n\nالتهم حريق كبير عشرات المحال في سوق الجمعة وسط عمان فجر الأحد دون أن يسفر عن ضحايا."
    right = "خسائر في السوق\n\nأتى حريق كبير على عشرات المحال في سوق الجمعة بوسط عمان فجر الأحد."
    assert [f for f in story(left, right).of("agreement") if f.relation == "Equivalence"]


def test_all_but_one_says_that_one_did(story):
    left = "انزلاق أرضي\n\nطمر انزلاق أرضي قرية ترسين في جبل مرة، ولم ينج من سكان القرية سوى رجل واحد."
    right = "كارثة في الجبل\n\nطمر الطين قرية ترسين في جبل مرة، ونجا من سكان القرية رجل واحد."
    found = story(left, right)
    assert any(found.speaks(f, "رجل واحد") for f in found.of("agreement")) and not found.conflicts()


def test_an_agreement_is_told_in_the_words_that_say_little_besides(story):
    left = "معارك\n\nأوقعت معارك بين تشكيلين مسلحين في الزاوية، 45 كيلومترا غرب العاصمة، ستة قتلى و12 جريحا ليل السبت."
    right = "معارك\n\nوقال مدير الإسعاف نوري القمودي إن أربعة أشخاص لقوا مصرعهم في الزاوية. وأصيب 12 بجروح في المعارك."
    [agreed] = [f for f in story(left, right).of("agreement") if "12" in f.detail.ar]
    assert "أصيب 12 بجروح" in agreed.detail.ar and "ستة قتلى" not in agreed.detail.ar


def test_what_one_tells_as_planned_and_one_as_settled_may_agree_and_says_so(story):
    left = "اجتماع مرتقب\n\nقال محافظ البنك المركزي سالم العوفي إن لجنة السياسة النقدية ستجتمع الأحد لبحث سعر الفائدة."
    right = "لجنة النقد\n\nتجتمع لجنة السياسة النقدية في البنك المركزي الأحد لبحث سعر الفائدة."
    [agreed] = story(left, right).of("agreement")
    assert agreed.relation == "Overlap" and agreed.verdict == "compatible"


def test_what_two_relay_of_one_speaker_points_at_him(story):
    left = "كشف أثري\n\nأعلنت وزارة الآثار العثور على مقبرة صخرية في جبل الطير تعود إلى الدولة القديمة."
    right = "مقبرة\n\nعثر على مقبرة صخرية من الدولة القديمة في جبل الطير، كما أعلنت وزارة الآثار."
    found = story(left, right)
    [agreed] = found.of("agreement")
    texts = {r.article.id: r.article.text for r in found.dossier.readings}
    assert {v["span"].of(texts[v["span"].article_id]) for v in agreed.values} == {"وزارة الآثار"}


def test_two_claims_that_agree_are_told_though_either_agrees_with_another():
    one, other, third, fourth = (SimpleNamespace(id=str(n), report=n % 2) for n in range(4))
    groups = told_once(
        [[one, other], [third, fourth], [one, fourth]], Against(set(), set(), set(), set()), lambda *_: True
    )
    assert [[fact.id for fact in group] for group in groups] == [["0", "1", "3"], ["2", "3"]]


def test_what_is_near_to_a_thing_that_both_tell_speaks_for_them():
    left, right = (SimpleNamespace(terms=frozenset(("sentence", other))) for other in ("fine", "court"))
    assert near(SimpleNamespace(rarity=len), left, right) == 1


def test_the_likest_part_and_a_time_that_two_claims_alone_name_speak_for_them(make_article):
    left = "عنوان\n\nشُيد الجسر القديم في مارس 2014 بكلفة كبيرة وإشراف خبراء، بعد حريق المصنع. وغادر الوفد."
    right = "عنوان\n\nأضرار في ربيع 2014 لحقت بتجار السوق وأصحاب المراكب، بعد حريق المصنع. وعاد العمال."
    readings = tuple(read(make_article(text, key=key)) for key, text in zip("ab", (left, right)))
    book = Book(readings, {})
    both = [next(fact for fact in book.facts if "2014" in fact.text and fact.report == report) for report in (0, 1)]
    mates = Mates(book, [both])
    found = {
        sign.name: sign.amount for sign in agreement_signs(book, *both, Against(set(), set(), set(), set()), mates)
    }
    assert found["when_alone"] > 0.3
    assert found["part"] > found["words"]


def test_what_shares_only_the_background_says_another_thing():
    def claim(*terms):
        return SimpleNamespace(terms=frozenset(terms), reading=SimpleNamespace(article=SimpleNamespace(language="ar")))

    book = SimpleNamespace(mass=len)
    group = [claim("die", "soldier", "three", "attack"), claim("die", "soldier", "three")]
    assert same_assertion(book, group, claim("die", "soldier", "funeral"))
    assert not same_assertion(book, group, claim("operation", "launch", "attack"))


def test_two_that_each_count_others_hurt_agree_on_the_happening(story):
    left = "مدينة\n\nجرح خمسون شخصا في غارة جوية أصابت سوق الخضار شرقي المدينة القديمة ظهر الاثنين."
    right = "مدينة\n\nقتل ثلاثون مدنيا حين أصابت غارة جوية سوق الخضار شرقي المدينة القديمة."
    [found] = [f for f in story(left, right).of("agreement") if f.relation == "Overlap"]
    assert "number" in found.detail.en


def test_what_an_act_answers_is_told_in_passing(make_article):
    text = (
        "حملة\n\nقال قائد البحرية سامر الكيالي إن طائراته شنت غارات ردا على هجوم أودى بحياة ثلاثة حراس في الميناء. "
        "وقال وزير الدفاع نادر الخطيب إن الحملة البحرية بدأت اليوم ردا على هجوم أودى بحياة ثلاثة حراس في الميناء."
    )
    facts = [fact for fact in Book((read(make_article(text)),), {}).facts if not fact.head]
    attack = "هجوم أودى بحياة ثلاثة حراس في الميناء"
    assert [aside(fact) for fact in facts] == [fact.text == attack for fact in facts]
    told = [fact for fact in facts if fact.text == attack]
    assert len(told) == 2 and attribution(Book((told[0].reading,), {}), *told) is None


def test_those_abducted_are_the_same_by_verb_and_by_noun(story):
    text = "اختطاف ثلاثة مهندسين أجانب جنوب سبها\n\nخطف مسلحون مجهولون ثلاثة مهندسين أجانب جنوب سبها مساء الأحد."
    more = "\n\nوأوقفت الشركة أعمالها في الموقع وسحبت 42 من موظفيها الأجانب إلى طرابلس."
    assert not story(text + more, text).of("discrepancy", "headline_vs_body")


def test_an_attack_by_those_whom_another_attack_hit_is_not_the_same(story):
    left = "غارات\n\nتشن القوات الفرنسية هجمات على تنظيم القاعدة شمال مالي منذ هجوم الثلاثاء قرب كيدال."
    right = "كيدال\n\nنفذ تنظيم القاعدة الهجوم على القوات الفرنسية شمال مالي الثلاثاء قرب كيدال."
    assert not story(left, right).of("agreement")


def test_what_two_agree_on_is_told_without_the_number_that_one_alone_has(story):
    left = "ضربات\n\nقصفت الطائرات مخازن الأسلحة ومواقع البنية التحتية للتنظيم شرق كيدال، باستخدام أكثر من 200 قذيفة."
    right = "ضربات\n\nقصفت الطائرات مخازن الأسلحة ومواقع البنية التحتية للتنظيم شرق كيدال الثلاثاء."
    [finding] = story(left, right).of("agreement")
    assert "مخازن الأسلحة" in finding.detail.ar and "200" not in finding.detail.ar
