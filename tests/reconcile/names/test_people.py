"""Two names of one person, two causes of one thing, and words that weigh it."""

from __future__ import annotations

import pytest


def _said(story, aspect):
    return [{value["text"] for value in finding.values} for finding in story.of("discrepancy", aspect)]


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("ويدعى سالم الكريمي", "المدعو سالم الكرمي", True),
        ("ويدعى سالم الكريمي", "ويدعى سعيد الكريمي", True),
        ("ويدعى سالم الكريمي", "المدعو سالم", False),
        ("ويدعى سالم الكريمي", "المدعو سالم بن أحمد الكريمي", False),
    ],
)
def test_names_with_a_part_in_common(story, left, right, differ):
    text = "توقيف مهرب في وهران\n\nأوقفت الشرطة زعيم الشبكة، {}، في ميناء وهران مساء الأحد بحوزته كمية من الحبوب."
    assert bool(_said(story(text.format(left), text.format(right)), "name")) is differ


def test_one_office_with_two_holders(story):
    found = story(
        "مقبرة في المنيا\n\nقالت رئيسة البعثة الأثرية هالة الجندي إن المقبرة تضم 14 تابوتا حجريا.",
        "مقبرة في المنيا\n\nوذكرت رئيسة البعثة سعاد الحكيم أن المقبرة تضم 14 تابوتا من الحجر.",
    )
    assert {"هالة الجندي", "سعاد الحكيم"} in _said(found, "name")


def test_a_name_misspelled_of_one_who_is_told_of_otherwise(story):
    found = story(
        "صفقة في الرياض\n\nوقعت الشركة عقد الشراء الأحد. وقال رئيسها التنفيذي بندر الشثري إن الصفقة تكتمل قريبا.",
        "صفقة مراعي الديرة\n\nاشترت الشركة المزرعة الأحد. وأوضح الرئيس التنفيذي للشركة بدر الشثري أن التمويل ذاتي.",
    )
    assert {"بندر الشثري", "بدر الشثري"} in _said(found, "name")


def test_one_name_in_two_scripts_is_no_other(story):
    found = story(
        "مقبرة في الفيوم\n\nقال رئيس البعثة المصرية طارق عبد المولى إن المقبرة تضم 14 تابوتا حجريا.",
        "Tomb in Fayoum\n\nThe tomb holds 14 stone coffins, the head of the Egyptian mission, Tarek Abdel-Mawla, said.",
        languages=("ar", "en"),
    )
    assert not found.of("discrepancy", "name")


def test_somebody_of_whom_the_other_report_knows_is_another(story):
    found = story(
        "توقيف مهرب\n\nأوقفت الشرطة سالم الكريمي في ميناء وهران مساء الأحد. وقال سعيد الكريمي إن شقيقه بريء.",
        "توقيف مهرب\n\nأوقفت الشرطة في ميناء وهران مساء الأحد سعيد الكريمي.",
    )
    assert not found.of("discrepancy", "name")


class TestCauses:
    @pytest.mark.parametrize(
        ("left", "right", "differ"),
        [
            ("نجم الحريق عن تماس كهربائي", "رجحت الشرطة أن شخصا أضرم النار عمدا وراء الحريق", True),
            ("عزا المدير الحريق إلى تسرب غاز", "كان سبب الحريق تماسا كهربائيا", True),
            ("نجم الحريق عن تماس كهربائي", "كان تماس كهربائي سبب الحريق", False),
            ("نجم الحريق عن تماس كهربائي", "تأخرت الفرق بسبب الضباب", False),
            ("نجم الحريق عن تماس كهربائي", "نجم الحريق عن تماس كهربائي زادت الرياح من أثره، وكان السبب إهمالا", False),
        ],
    )
    def test_two_of_one_fire(self, story, left, right, differ):
        text = "حريق في سوق\n\nاندلع حريق في سوق العشار بالبصرة فجر الأحد. {}."
        assert bool(_said(story(text.format(left), text.format(right)), "actor")) is differ

    def test_in_two_languages(self, story):
        found = story(
            "تحطم طائرة\n\nتحطمت طائرة تدريب قرب مصراتة الأربعاء. ورجحت مصلحة الطيران خللا فنيا في المحرك.",
            "Plane crash\n\nA training plane crashed near Misrata on Wednesday. Bad weather was the likely cause.",
            languages=("ar", "en"),
        )
        assert {"خللا فنيا", "Bad weather"} in _said(found, "actor")


class TestWordsThatWeigh:
    def test_beside_plain_ones(self, story):
        found = story(
            "غارات على الحديدة\n\nشن التحالف عشر غارات على الحديدة فجر الثلاثاء.",
            "العدوان على الحديدة\n\nأصاب العدوان ميناء الصليف فجر الثلاثاء.",
        )
        assert found.of("discrepancy", "wording")

    def test_plain_ones_are_no_choice(self, story):
        found = story(
            "غارات على الحديدة\n\nشن التحالف عشر غارات على الحديدة فجر الثلاثاء.",
            "هجوم على الحديدة\n\nأصاب الهجوم ميناء الصليف في الحديدة فجر الثلاثاء.",
        )
        assert not found.of("discrepancy", "wording")

    def test_of_somebody_in_anothers_mouth(self, story):
        found = story(
            "تفجير في مركا\n\nأعلنت حركة الشباب مسؤوليتها عن التفجير في مركا الخميس.",
            "تفجير في مركا\n\nقالت الوزارة إن ميليشيات الخوارج نفذت التفجير في مركا. وتبنته حركة الشباب.",
        )
        [finding] = [f for f in found.of("discrepancy", "wording") if "الخوارج" in f.detail.ar]
        assert "quotes «ميليشيات الخوارج»" in finding.detail.en


class TestHeadlines:
    @pytest.mark.parametrize(
        ("headline", "told", "differ"),
        [
            ("غارة تقتل 20 مقاتلا في الضالع", "قال المصدر إن الغارة قتلت أو جرحت نحو 20 مقاتلا في الضالع.", True),
            ("غارة تقتل 20 مقاتلا في الضالع", "قال المصدر إن الغارة قتلت 20 مقاتلا في الضالع.", False),
            (
                "إخماد كل حرائق الجبل",
                "أخمد الدفاع المدني أربعة من حرائق الجبل، ولا يزال موقعان من الحرائق خارج السيطرة.",
                True,
            ),
            ("إخماد كل حرائق الجبل", "أخمد الدفاع المدني حرائق الجبل كلها، ولا يزال الطقس حارا.", False),
            ("وفاة أربعة أطفال بلقاح فاسد", "توفي أربعة أطفال بعد تلقيهم جرعات يشتبه في أنها فاسدة.", True),
            (
                "مقتل سبعة على الحدود",
                "قال مسؤولون إن سبعة أشخاص سقطوا. وشهدت الحدود في ديسمبر اشتباكا قتل فيه ستة مدنيين.",
                False,
            ),
        ],
    )
    def test_that_say_more_than_their_texts(self, story, headline, told, differ):
        assert bool(story(f"{headline}\n\n{told}").of("discrepancy", "headline_vs_body")) is differ


@pytest.mark.parametrize(
    ("right", "differ"),
    [
        ("وقال خبير الطاقة ثامر الجلبي إن خروج خطين بين الحلة وكربلاء عن الخدمة أدى إلى فقدان ستة آلاف ميغاواط.", True),
        ("وقال المتحدث باسم الوزارة إن خروج خطين بين الحلة وكربلاء عن الخدمة أدى إلى فقدان ستة آلاف ميغاواط.", False),
    ],
)
def test_a_statement_quoted_here_and_retold_there(story, right, differ):
    said = "«خروج خطين بين الحلة وكربلاء عن الخدمة أدى إلى فقدان ستة آلاف ميغاواط»"
    left = f"وقال المتحدث باسم الوزارة عامر الكنزاوي إن {said}."
    found = story(f"انطفاء في بغداد\n\n{left}", f"انطفاء في بغداد\n\n{right}")
    assert bool(found.of("discrepancy", "attribution")) is differ


class TestFeats:
    A = "نهائي الكأس\n\nتوج الزوراء بكأس العراق السبت. وأدرك حسام عطية التعادل، قبل أن يخطف كريم سالم هدف الفوز."

    def test_two_scorers_of_one_goal(self, story):
        found = story(self.A, "الزوراء بطلا\n\nتوج الزوراء السبت بهدف تعادل سجله كريم سالم وهدف قاتل وقعه علي العامري.")
        assert {"حسام عطية", "كريم سالم"} in _said(found, "actor")

    def test_a_feat_of_two_races_is_of_two(self, story):
        found = story(
            "ماراثون بيروت\n\nحل المغربي هشام العروسي ثانيا الأحد. وحلت الكينية روث جبت ثانية لدى السيدات.",
            "ماراثون بيروت\n\nجاءت الكينية روث جبت ثانية الأحد في سباق السيدات.",
        )
        assert not found.of("discrepancy", "actor")

    def test_a_prize_in_two_languages(self, story):
        found = story(
            "جائزة الرواية\n\nفازت الكاتبة هدى الحجري بجائزة «مرجان» للرواية في مسقط مساء الخميس.",
            "Novel prize\n\nThe Sudanese writer Amir Babiker won the Murjan prize for the novel in Muscat on Thursday.",
            languages=("ar", "en"),
        )
        assert {"هدى الحجري", "Amir Babiker"} in _said(found, "actor")


@pytest.mark.parametrize(
    ("left", "right", "aspect"),
    [
        (
            "أقر النواب مساء الثلاثاء «قانون الإعلام» بأغلبية 88 صوتا",
            "صوت 88 نائبا مساء الثلاثاء لصالح «قانون الأمن»",
            "name",
        ),
        ("ضرب الإعصار «لبان» ساحل ظفار فجر الثلاثاء", "ضربت العاصفة «لبان» ساحل ظفار فجر الثلاثاء", "name"),
        ("توسطت قطر في الإفراج عن ستة بحارة الاثنين", "أفرج عن ستة بحارة الاثنين بوساطة موريتانيا", "actor"),
        ("أعلن خفر السواحل أن زوارقه انتشلت 62 مهاجرا فجرا", "أنقذت سفينة تابعة لمنظمة 62 مهاجرا فجرا", "actor"),
        ("أدين المدير المالي للشركة فواز خليل بالرشوة", "أدين مدير المشتريات في الشركة فواز خليل بالرشوة", "name"),
    ],
)
def test_two_of_one(story, left, right, aspect):
    assert _said(story(f"خبر من المدينة\n\n{left}.", f"خبر من المدينة\n\n{right}."), aspect)


def test_where_a_thing_was_names_no_doer(story):
    found = story(
        "لقاء\n\nالتقى الوزير نظيره في قطر الاثنين وبحثا الإفراج عن ستة بحارة.",
        "لقاء\n\nالتقى الوزير نظيره في عمان الاثنين وبحثا الإفراج عن ستة بحارة.",
    )
    assert not found.of("discrepancy", "actor")


def test_security_forces_may_be_the_police_and_the_guard_is_not_the_army(story):
    text = "حملة في ديالى\n\nأوقفت {} خمسة مشتبه بهم في بساتين المقدادية فجر الأحد خلال حملة تفتيش."
    assert not story(text.format("القوات الأمنية"), text.format("شرطة ديالى")).of("discrepancy", "actor")
    assert story(text.format("القوات الأمنية"), text.format("قوات الجيش")).of("discrepancy", "actor")


def test_a_bodys_statement_and_somebody_of_it_are_no_two_speakers(story):
    said = "«كل دينار في العقد موثق ومن يملك دليلا فليذهب إلى القضاء»"
    found = story(
        f"عقد النقل\n\nوجاء في بيان للدائرة الإعلامية أن {said}.",
        f"عقد النقل\n\nوقال وزير النقل كريم عواد إن {said}.",
    )
    assert not found.of("discrepancy", "attribution")


def test_two_doers_of_what_is_told_with_one_number(story):
    found = story(
        "غرق مركب صيد\n\nغرق مركب قبالة رشيد الأربعاء. وقال الديب إن سفينة شحن يونانية انتشلت 11 من البحارة.",
        "غرق مركب صيد\n\nغرق مركب أمام رشيد يوم الأربعاء، فيما أنقذت القوات البحرية 11 من أفراد الطاقم.",
    )
    assert {"سفينة شحن", "القوات البحرية"} in _said(found, "actor")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("سالم البوعيشي", "سليم البوعيشي", True),
        ("فهد المطوطح", "فهد المطيطح", True),
        # one foreign name as two outlets write it
        ("بيتر هيغسيث", "بيتر هيجسيث", False),
    ],
)
def test_another_letter_is_another_name_but_for_those_that_outlets_swap(story, one, other, differ):
    told = story(
        f"أخبار اليوم\n\nأصيب قائد الكتيبة {one} في ساقه خلال اشتباكات الزاوية فجر الثلاثاء.",
        f"أخبار الأمس\n\nأصيب قائد الكتيبة {other} في ساقه خلال اشتباكات الزاوية فجر الثلاثاء.",
    )
    assert bool(told.of("discrepancy", "name")) is differ
