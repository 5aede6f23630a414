"""Denials that stand beside no claim of their own words, and what they do not answer."""

from __future__ import annotations

import pytest

CRASH = "سقوط مروحية\n\nقالت وزارة الدفاع إن سوء الأحوال الجوية كان السبب الأرجح لسقوط المروحية قرب بلدة النخيل."


def against(found, *texts):
    return [f for f in found.of("contradiction") if found.speaks(f, *texts)]


def test_a_denial_answers_the_claim_that_holds_what_it_denies(story):
    right = "تحقيق في السقوط\n\nنفى قائد القاعدة أن يكون الطقس سبب سقوط المروحية، ووعد بنشر نتائج التحقيق."
    assert against(story(CRASH, right), "الطقس", "الأحوال الجوية")


@pytest.mark.parametrize("so", ["عار تماما من الصحة", "لا أساس له"])
def test_what_is_called_untrue_is_denied(story, so):
    left = "تصادم\n\nقال مصدر أمني إن سائق القطار كسر الإشارة الحمراء قرب محطة النخيل."
    right = f"الهيئة ترد\n\nوقال المتحدث باسم هيئة السكك إن ما يتردد عن كسر السائق الإشارة الحمراء {so}."
    assert against(story(left, right), "الإشارة الحمراء")


def test_silence_denies_nothing(story):
    right = "تحقيق في السقوط\n\nولم تحدد الوزارة سبب سقوط المروحية بعد سوء الأحوال الجوية قرب بلدة النخيل."
    assert not story(CRASH, right).of("contradiction")


def test_when_a_thing_was_is_not_denied_with_it(story):
    left = "رفع الأسعار\n\nقررت الحكومة رفع أسعار الوقود بنسبة عشرة بالمئة ابتداء من الثلاثاء."
    right = "الأجرة\n\nنفت رابطة السائقين تعديل تعريفة الركوب بعد رفع أسعار الوقود الثلاثاء."
    assert not story(left, right).of("contradiction")


def test_nobody_denies_what_he_says_himself(story):
    left = "بيان\n\nقال خالد المبروك إن الميزانية لا تتضمن رسوما على الوقود، وإن رسوم الموانئ ستراجع."
    right = "بيان\n\nقال خالد المبروك إن رسوم الوقود في الميزانية قديمة وإن الموانئ ستفتح."
    assert not story(left, right).of("contradiction")


def test_one_of_two_things_denied_is_enough(story):
    left = "وباء\n\nقالت المندوبة مريم الساعدي إن نقص المياه وراء تفشي المرض في المخيم."
    right = "وباء\n\nنفى الوزير خالد المبروك أن يكون العطش أو نقص المياه وراء تفشي المرض، وتحدث عن الحر."
    assert against(story(left, right), "نقص المياه")


def test_that_of_which_there_was_none_may_stand_behind_an_aside(story):
    left = "بعد المباراة\n\nقال المدرب كمال زغدود إن فريقه لعب بعشرة لاعبين بعد طرد مجحف."
    right = "بعد المباراة\n\nلم يشهد اللقاء، خلافا لما قيل، أي حالة طرد بحسب تقرير المراقب."
    assert against(story(left, right), "طرد")


def test_an_act_denied_is_affirmed_in_another_word_for_it(story):
    left = "قصف\n\nقال مصدر أمني إن طائرات قصفت شاحنة قرب مدينة البوكمال فجر الثلاثاء."
    right = "نفي\n\nنفت وزارة الدفاع أن تكون قواتها نفذت أي غارة في منطقة البوكمال."
    assert against(story(left, right), "قصفت", "غارة")


@pytest.mark.parametrize(
    "denies",
    [
        "استبعدت إدارة المصنع فرضية تسرب الغاز.",
        "فندت إدارة المصنع ما راج عن تسرب الغاز.",
        "وصفت إدارة المصنع الأنباء عن تسرب الغاز بأنها «عارية عن الصحة».",
    ],
)
def test_a_report_is_rejected_in_many_words(story, denies):
    left = "انفجار\n\nأرجع المحافظ عادل الورفلي انفجار المصنع إلى تسرب الغاز."
    assert against(story(left, f"انفجار\n\n{denies}"), "تسرب الغاز")


def test_reports_rejected_in_english_are_denied(story):
    left = "Strike\n\nArmy aircraft bombed a market in Kutum on Saturday, residents said."
    right = "Reply\n\nThe army rejected reports that its planes had bombed a market in Kutum."
    found = story(left, right, languages=["en", "en"])
    assert against(found, "bombed a market")
    assert not found.of("agreement")


def test_the_subject_may_stand_before_the_negation(story):
    left = "قافلة\n\nدخلت قافلة مساعدات مدينة الفاشر الثلاثاء، بحسب غرفة الطوارئ."
    right = "قافلة\n\nقال متطوعون إن أي قافلة إغاثة لم تصل إلى الفاشر حتى مساء الأربعاء."
    assert against(story(left, right), "قافلة مساعدات", "قافلة إغاثة")


def test_to_deny_another_denies_not_the_first(story):
    left = "الوقود\n\nقررت الحكومة رفع أسعار الوقود بنسبة عشرة بالمئة."
    right = "الوقود\n\nنفى مصدر في الحكومة أي رفع آخر لأسعار الوقود هذا العام."
    assert not story(left, right).of("contradiction")


def test_nobody_denies_a_part_in_what_he_is_not_named_for(story):
    left = "تفجير\n\nانفجرت دراجة مفخخة في سوق النخيل الجمعة وقتلت أربعة."
    right = "تفجير\n\nنفت حركة الوادي أي ضلوع لها في التفجير."
    assert not story(left, right).of("contradiction")


def test_what_is_denied_stands_at_the_same_end_of_a_scale(story):
    left = "حرائق\n\nاتهمت الجمعية مجهولين بإشعال النيران في غابة النخيل عمدا."
    right = "حرائق\n\nنفى قائد الدفاع المدني أن تكون النيران في غابة النخيل مفتعلة."
    assert against(story(left, right), "عمدا", "مفتعلة")


def test_nobody_is_cleared_by_name_of_what_merely_happened(story):
    left = "Ferry\n\nThe company said the captain, Said Makame, was not responsible for the accident."
    right = "Ferry\n\nA passenger ferry sank in rough seas. Accidents are frequent in the strait."
    assert not story(left, right, languages=["en", "en"]).of("contradiction")


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (
            "أعلن الاتحاد أن إدارة جامعة النخيل فصلت 17 طالبا شاركوا في الاعتصام.",
            "نفى مدير جامعة النخيل البروفسور عثمان الفكي صدور أي قرار بفصل طلاب شاركوا في الاعتصام.",
        ),
        (
            "ذكر موقع إخباري أن الجزائر استدعت سفيرها في مالي للتشاور.",
            "قالت الجزائر إن ما نشر عن استدعاء سفيرها في مالي مختلق.",
        ),
        (
            "تحطمت مروحية بعد اصطدامها بمبنى المستشفى وسط ضباب كثيف.",
            "قال شهود إن الرؤية كانت جيدة ولم يكن هناك أي ضباب.",
        ),
    ],
)
def test_what_is_denied_is_found_behind_who_denies_it(story, yes, no):
    assert against(story(f"أنباء النخيل\n\n{yes}", f"أنباء النخيل\n\n{no}"))


def test_who_denies_the_same_does_not_answer_it(story):
    left = "الفدية\n\nقالت القيادة إن القوة حررت الرهائن قرب النخيل دون أن تدفع أي فدية."
    right = "الفدية\n\nأكدت الوزارة أن القوة حررت الرهائن قرب النخيل ولم تدفع أي فدية."
    assert not story(left, right).of("contradiction")


def test_a_vowelled_participle_denies(story):
    left = "المصرف\n\nأصيب موظف في مصرف النخيل برضوض خلال الاحتجاج أمامه."
    right = "المصرف\n\nقالت جمعية المصارف إن محتجين أحرقوا حاويات أمام مصرف النخيل، نافيةً إصابة أي من الموظفين."
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    "denial",
    [
        "نفت شركة السفن بشكل قاطع أنباء تسريح العمال في مصنع النخيل.",
        "تبرأت شركة السفن من تسريح العمال في مصنع النخيل.",
        "قال متحدث باسم شركة السفن إن ما نشر عن تسريح العمال في مصنع النخيل محض شائعات.",
        "قال متحدث باسم شركة السفن إنها لم تقدم على تسريح أي عامل في مصنع النخيل.",
    ],
)
def test_denials_in_other_words(story, denial):
    left = "تسريح عمال\n\nقالت نقابة العمال إن شركة السفن سرحت مئة من العمال في مصنع النخيل."
    assert against(story(left, f"الشركة ترد على الأنباء\n\n{denial}"), "سرحت", "تسريح")


def test_what_is_ruled_out_is_denied(story):
    left = "Fuel tax\n\nA lawmaker said the ministry was raising fuel taxes this year in every province."
    right = "Fuel tax\n\nThe finance minister ruled out raising fuel taxes this year."
    assert against(story(left, right, languages=["en", "en"]), "raising fuel taxes")


def test_what_failed_to_come_about_is_denied(story):
    left = "اتفاق جدة\n\nقال الوسيط إن الوفدين وقعا اتفاق تبادل الأسرى في جدة مساء الثلاثاء."
    right = "جولة جدة\n\nقال دبلوماسي غربي إن الوفدين فشلا في توقيع اتفاق تبادل الأسرى في جدة مساء الثلاثاء."
    assert against(story(left, right), "توقيع اتفاق", "وقعا اتفاق")


QUARRY = "خلاف على المقلع\n\nوصف الأهالي ما جرى في بلدة الزهراء."


def test_whoever_denies_with_it_what_is_so_affirms_what_follows(story):
    left = "انقطاع\n\nقال مدير المحطة سالم الغانم إن المضخة كانت معطلة، لكن الوزارة نفت ذلك مؤكدة أن المضخة كانت تعمل."
    found = story(left, "الري\n\nقال المزارع علي الصافي إن المضخة كانت تعمل طوال الليل.")
    assert not [f for f in found.of("contradiction") if found.speaks(f, "مؤكدة", "تعمل")]


def test_what_stands_behind_the_speakers_name_is_denied(story):
    left = "اشتباك\n\nقال قائد الكتيبة سالم الغانم إن قوات الحدود هاجمت نقطة للكتيبة فجر الأحد."
    right = "نفي\n\nنفى المتحدث باسم قوات الحدود، رمزي التومي، أن تكون قواته هاجمت أي نقطة للكتيبة."
    assert against(story(left, right), "هاجمت نقطة", "أي نقطة")


def test_how_it_is_denied_is_nobody_who_denies(story):
    left = "شكوى\n\nقال الحكم سمير العطار إن رئيس النادي دخل غرفة الحكام بعد المباراة."
    right = "رد\n\nوصف رئيس النادي خالد المبروك القرار بأنه جائر. ونفى نفيا قاطعا أن يكون دخل غرفة الحكام."
    assert against(story(left, right), "دخل غرفة الحكام بعد", "أن يكون دخل") or against(
        story(left, right), "دخل", "دخل"
    )


def test_sham_companies_are_no_denial(story):
    left = "تحقيق\n\nقال المدعي العام نبيل حمدان إن المتهم أسس ثلاث شركات وهمية لتهريب الذهب."
    right = "دفاع\n\nنفى المحامي رامي زيدان أن تكون لموكله أي علاقة بشركات الذهب."
    assert against(story(left, right), "شركات وهمية", "علاقة بشركات")


def test_what_a_report_says_was_denied_by_another_is_not_denied_by_who_tells_it(story):
    left = "حادث\n\nقال شهود إن إشارة المعبر كانت معطلة منذ يومين، وهو ما نفته هيئة السكك."
    right = "حادث\n\nقالت هيئة السكك إن إشارة المعبر كانت تعمل لحظة الاصطدام."
    assert against(story(left, right), "معطلة", "تعمل")


def test_no_one_of_them_was_so(story):
    left = "Raid on the post\n\nResident Harun Bello said that the gunmen took four army trucks from the post."
    right = "Army statement\n\nGeneral Musa Dan said not a single truck was taken from the post."
    assert against(story(left, right), "four army trucks", "not a single truck")


LAB = (
    "خلاف حول المختبر\n\nقال نقيب العمال سالم الغانم إن سبب التسمم مياه المختبر.\n\n"
    "لكن مدير المختبر رامي زيدان نفى أن تكون مياه المختبر سبب التسمم."
)


def test_a_speaker_may_deny_what_another_says_in_the_same_report(story):
    found = story(LAB, "بيان\n\nزار الوزير خالد المبروك سوق الخضار في المدينة.")
    (one,) = against(found, "مياه المختبر")
    assert one.independence.grade == "independent"


def test_nobody_denies_within_a_report_what_he_says_himself(story):
    text = LAB.replace("لكن مدير المختبر رامي زيدان نفى", "ونفى نقيب العمال سالم الغانم")
    assert not story(text, "بيان\n\nزار الوزير خالد المبروك سوق الخضار.").of("contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The second negation of a claim denies too.
        (
            "السيل\n\nقال الأهالي إن مئة أسرة باتت بلا مأوى بعد انهيار السد الذي لم تجر له أي صيانة منذ سنوات.",
            "السيل\n\nقال مدير وزارة المياه هاني الراشد إن صيانة السد أجريت في مارس.",
        ),
        # Of whom it is denied stands before an aside.
        (
            "الزلزال\n\nقالت هيئة السدود إن سد النخيل، وهو أقدم سدود البلاد، لم يتعرض لأي ضرر.",
            "الزلزال\n\nقال المهندس سالم الغانم إنه رأى تشققات في سد النخيل.",
        ),
        # Stones are an attack, though neither names the other's word.
        (
            "القافلة\n\nقال المتحدث هاني الراشد إن قافلة الهلال لم تتعرض لأي اعتداء.",
            "القافلة\n\nقال السائق سالم الغانم إن مسلحين رشقوا قافلة الهلال بالحجارة.",
        ),
    ],
)
def test_every_negation_its_subject_and_what_is_of_the_kind_denied_count(story, left, right):
    assert story(left, right).of("contradiction")


@pytest.mark.parametrize(
    "left",
    [
        "القمح\n\nتراجع محصول القمح في وادي النخيل هذا الموسم إلى مليون طن بسبب الجفاف.",
        "القمح\n\nتوقف موسم القمح في وادي النخيل عند مليون طن بسبب الجفاف.",
    ],
)
def test_what_fell_somewhere_denies_nothing(story, left):
    right = "القمح\n\nقالت المنظمة إن الجفاف خفض محصول القمح في وادي النخيل هذا الموسم إلى مليون طن."
    assert not story(left, right).of("contradiction")
