"""Hours, places, orders of numbers and who did it, compared as values."""

from __future__ import annotations

import pytest

CRASH = "تصادم قطارين\n\nاصطدم قطار الركاب المتجه إلى الزقازيق بقطار بضائع قرب محطة النخيل في {hour}."


def test_two_hours_of_one_day_differ(story):
    left = CRASH.format(hour="الساعة التاسعة مساء")
    right = CRASH.format(hour="الساعة الحادية عشرة مساء")
    [found] = story(left, right).of("discrepancy", "date")
    assert "hour" in found.detail.en


def test_hundreds_are_not_dozens(story):
    text = "مئات الطلاب يتظاهرون في صيدا\n\nتظاهر عشرات الطلاب في صيدا الخميس احتجاجا على رفع الأقساط."
    found = story(text, text).of("discrepancy", "headline_vs_body")[0]
    assert "مئات" in found.detail.ar and "عشرات" in found.detail.ar


def test_a_town_outside_the_other_province_is_another_place(story):
    left = "سقوط مروحية\n\nسقطت مروحية عسكرية صباح الأحد قرب بلدة بنجوين في محافظة السليمانية."
    right = "سقوط مروحية\n\nسقطت مروحية عسكرية صباح الأحد في محافظة دهوك."
    assert story(left, right).of("discrepancy", "place")


def test_a_name_cut_short_is_no_other_actor(story):
    text = "المعارضة تقصف موقعا\n\nأعلن تحالف الأمل المعارض أنه قصف موقعا للجيش في بلدة النخيل."
    assert not story(text, text).of("discrepancy", "headline_vs_body")


def test_nobody_missing_against_two_that_are(story):
    left = "سيول\n\nولا يزال البحث جاريا عن شخصين في عداد المفقودين بعد السيول التي ضربت بلدة النخيل."
    right = "سيول\n\nونفى رئيس البلدية خالد المبروك أن يكون أي من سكان بلدة النخيل مفقودا بعد السيول."
    assert story(left, right).of("contradiction")


def test_no_injuries_against_people_treated(story):
    left = "حريق\n\nأخمدت فرق الدفاع المدني حريق مصنع الدهانات صباح الأحد دون تسجيل أي إصابات."
    right = "حريق\n\nوقال مدير المستشفى إن سبعة عمال أصيبوا بحروق في حريق مصنع الدهانات صباح الأحد."
    [found] = story(left, right).of("contradiction")
    assert "nobody was hurt" in found.detail.en


@pytest.mark.parametrize("safe", ["لم يصب أحد من ركابها", "نجا جميع ركابها", "وخرج الركاب جميعا سالمين"])
def test_those_spared_in_both_reports_are_agreed_on(story, safe):
    left = f"هبوط\n\nهبطت الطائرة اضطراريا في مسقط الخميس. {safe}."
    right = (
        "هبوط\n\nهبطت طائرة ركاب اضطراريا في مسقط. ولم تسجل أي إصابات بين الركاب. وأصيب سائق في حادث سير قرب المطار."
    )
    found = story(left, right)
    assert any("nobody was hurt" in f.detail.en for f in found.of("agreement"))
    assert not found.of("contradiction")


def test_a_child_may_be_among_the_passengers_spared(story):
    left = "غرق\n\nغرقت عبارة قرب النخيل الأحد، وأنقذ جميع ركابها."
    right = "غرق\n\nلقي طفلان حتفهما في غرق عبارة قرب النخيل الأحد."
    assert any("nobody was hurt" in f.detail.en for f in story(left, right).of("contradiction"))


def test_no_grave_wounds_are_not_none(story):
    left = "غرق\n\nغرقت عبارة قرب النخيل الأحد ونجا بعض ركابها، ولم تكن بينهم إصابات خطيرة."
    right = "غرق\n\nانتشلت أربع جثث بعد غرق عبارة قرب النخيل الأحد وقتل أربعة."
    assert not story(left, right).of("contradiction")


def test_a_period_is_told_with_the_word_that_opens_it(story):
    found = story(
        "غارات\n\nاستهدفت القوات أكثر من 100 موقع للتنظيم.",
        "غارات\n\nاستهدفت القوات منذ هجوم نيسان الماضي أكثر من 100 موقع للتنظيم.",
    )
    [finding] = found.of("discrepancy", "scope")
    assert "«منذ هجوم نيسان الماضي»" in finding.detail.ar


def test_of_whom_a_body_tells_is_not_itself_where_the_word_is_no_she(story):
    gunman = "سالم الجابري كان على صلة مباشرة بمسلح من جماعة الفجر الذي قتل وأصاب أفرادا أردنيين قرب بلدة النخيل"
    left = f"غارة\n\nوقالت القيادة الشمالية إن {gunman}."
    right = f"غارة\n\nوأضافت القيادة الشمالية أن {gunman}، مشيرة إلى أنه قُتل في غارة."
    assert not story(left, right).of("discrepancy", "actor")


def test_a_branch_of_two_bodies_is_one_in_both_languages(story):
    left = "خطف\n\nأوقفت مخابرات الجيش أربعة أشخاص في بعلبك الخميس في قضية خطف رجل أعمال."
    right = (
        "Kidnap\n\nArmy intelligence arrested four people in Baalbek on Thursday over the kidnapping of a businessman."
    )
    assert not story(left, right, languages=("ar", "en")).of("discrepancy", "actor")


def test_a_minister_by_his_office_and_by_his_name_is_one_speaker(story):
    text = "قراءة\n\nوقال {} إن «القراءة هي خط الدفاع الأول عن هوية هذا البلد»."
    found = story(text.format("الوزير"), text.format("وزير الثقافة محمد الأمين ولد المختار"))
    assert not found.of("discrepancy", "attribution")


def test_a_length_of_time_has_no_other_period(story):
    left = "حداد\n\nأعلنت السلطات الحداد الوطني ثلاثة أيام اعتبارا من الخميس على ضحايا هجوم النخيل."
    right = "حداد\n\nدخلت البلاد اليوم في حداد وطني يستمر ثلاثة أيام على ضحايا هجوم النخيل."
    assert not story(left, right).of("discrepancy", "scope")


def test_civilians_among_the_dead_are_civilians(story):
    left = "قصف\n\nقتل سبعة مدنيين في قصف مدفعي على بلدة الرويس فجر الأحد، بحسب البلدية."
    right = "قصف\n\nأسفر القصف المدفعي على بلدة الرويس فجر الأحد عن 11 قتيلا مدنيا، بحسب لجنة محلية."
    assert story(left, right).of("discrepancy", "value")


def test_drones_are_counted_with_aircraft(story):
    text = "دفاع\n\nقال الجيش إن دفاعاته الجوية أسقطت {} فوق قاعدة النخيل فجر الأحد."
    assert story(text.format("طائرتين مسيرتين"), text.format("أربع مسيرات")).of("discrepancy", "value")
    assert not story(text.format("طائرتين مسيرتين"), text.format("مسيرتين")).of("discrepancy")


def test_a_sum_of_money_is_no_name(story):
    text = "آبار\n\nأقر المجلس رفع غرامة حفر الآبار دون ترخيص إلى {} دينار، والحبس مدة شهرين."
    assert story(text.format("20 ألف"), text.format("25 ألف")).of("discrepancy", "value")


def test_cubic_feet_are_counted_in_two_languages(story):
    left = "غاز\n\nقدرت شركة المنارة احتياطي حقل النورس بنحو 2.4 تريليون قدم مكعبة من الغاز."
    right = "Gas\n\nThe Manara company put the gas reserves of the Nawras field at 1.2 trillion cubic feet."
    assert story(left, right, languages=["ar", "en"]).of("discrepancy", "value")
