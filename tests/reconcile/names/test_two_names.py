"""Places, names, bodies and words that differ for one event, where no gazetteer and no register knows them."""

from __future__ import annotations

import pytest


def _said(story, aspect):
    return [{value["text"] for value in finding.values} for finding in story.of("discrepancy", aspect)]


class TestTwoPlaces:
    def test_two_camps_that_no_gazetteer_knows(self, story):
        found = story(
            "قتيلان في نابلس\n\nقتل شابان برصاص الجيش خلال عملية في مخيم بلاطة شرق نابلس فجر الاثنين.",
            "قتيلان في نابلس\n\nقتل الجيش شابين خلال عملية عسكرية في مخيم عسكر شرقي نابلس فجر الاثنين.",
        )
        assert {"مخيم بلاطة", "مخيم عسكر"} in _said(found, "place")

    def test_two_venues(self, story):
        found = story(
            "فوز الوحدات\n\nفاز الوحدات على الفيصلي 3-1 السبت على استاد عمان الدولي.",
            "فوز الوحدات\n\nفاز الوحدات على الفيصلي 3-1 السبت على ملعب القويسمة.",
        )
        assert {"استاد عمان الدولي", "ملعب القويسمة"} in _said(found, "place")

    def test_one_report_knows_both(self, story):
        found = story(
            "قتلى في مخيمين\n\nقتل شابان في مخيم بلاطة فجر الاثنين. وقتل ثالث في مخيم عسكر.",
            "قتيلان في نابلس\n\nقتل شابان في مخيم عسكر فجر الاثنين.",
        )
        assert not _said(found, "place")

    def test_who_somebody_is_tells_no_place(self, story):
        found = story(
            "سجن رئيس حي\n\nقضت المحكمة بسجن رئيس حي المطرية طلعت الشناوي عشر سنوات.",
            "سجن مسؤول\n\nقضت المحكمة بسجن طلعت الشناوي، رئيس حي عين شمس، عشر سنوات.",
        )
        assert not _said(found, "place")


class TestTwoNames:
    def test_the_one_operation_of_either_report(self, story):
        found = story(
            "عملية أمنية في درعا\n\nنفذت قوى الأمن عملية «الصقر» ضد خلية في درعا فجر الأحد.",
            "عملية أمنية في درعا\n\nنفذت قوى الأمن عملية «فجر الجنوب» ضد خلية في درعا فجر الأحد.",
        )
        assert {"عملية «الصقر", "عملية «فجر الجنوب"} in _said(found, "name")

    def test_two_names_of_a_law(self, story):
        found = story(
            "New law\n\nParliament voted on Thursday to adopt the Public Order Act by 208 votes.",
            "New law\n\nParliament approved the Peaceful Assembly Bill on Thursday by 208 votes.",
            languages=("en", "en"),
        )
        assert {"Public Order Act", "Peaceful Assembly Bill"} in _said(found, "name")

    def test_a_name_cut_short_is_one(self, story):
        found = story(
            "غرق مركب\n\nغرق مركب «الحاج شعبان» قبالة رشيد الأربعاء.",
            "غرق مركب\n\nغرق مركب «شعبان» قبالة رشيد الأربعاء.",
        )
        assert not _said(found, "name")

    def test_two_spellings_in_quotation_marks(self, story):
        found = story(
            "غرق مركب\n\nقال المحافظ إن المركب «نجمة الجنوب» انقلب قرب شعب السطايح صباح الأحد بعدما ضربته موجة.",
            "غرق مركب\n\nانقلب «نجم الجنوب» قرب شعب السطايح صباح الأحد بعدما ضربته موجة.",
        )
        assert found.of("discrepancy", "name")

    def test_a_translated_name_is_one(self, story):
        found = story(
            "عملية في حمص\n\nأطلق الجيش عملية «درع البادية» في ريف حمص فجر الاثنين.",
            "Homs operation\n\nThe army launched Operation Desert Shield in the Homs countryside on Monday.",
            languages=("ar", "en"),
        )
        assert not found.of("discrepancy", "name")

    def test_two_names_of_one_minister(self, story):
        left = "ثقة البرلمان\n\nجدد البرلمان ثقته بوزير النقل كريم عواد الأسدي الثلاثاء بغالبية 158 صوتا."
        right = "ثقة البرلمان\n\nجدد البرلمان ثقته بوزير النقل عبد الكريم عواد الأسدي الثلاثاء بغالبية 158 صوتا."
        found = story(left, right)
        assert found.of("discrepancy", "name") and not found.of("discrepancy", "actor")

    def test_two_posts_in_one_body(self, story):
        found = story(
            "احتجاج العمال\n\nقال الكاتب المحلي للنقابة مصطفى البوعزاوي إن الوقفة دامت ثلاث ساعات.",
            "احتجاج العمال\n\nقال منسق النقابة مصطفى البوعزاوي إن الوقفة دامت ثلاث ساعات.",
        )
        assert {"الكاتب المحلي للنقابة", "منسق النقابة"} in _said(found, "name")

    @pytest.mark.parametrize(
        ("left", "right"),
        [("العميد", "اللواء"), ("الفريق أول", "الفريق")],
    )
    def test_two_ranks(self, story, left, right):
        found = story(
            f"تفجير في بعقوبة\n\nقال قائد الشرطة {left} حيدر الساعدي إن العبوة زرعت على جانب الطريق.",
            f"تفجير في بعقوبة\n\nقال قائد الشرطة {right} حيدر الساعدي إن العبوة زرعت على جانب الطريق.",
        )
        assert found.of("discrepancy", "name")

    @pytest.mark.parametrize(("english", "differ"), [("chairman", True), ("chief executive", False)])
    def test_two_offices_in_two_languages(self, story, english, differ):
        found = story(
            "صفقة\n\nقال الرئيس التنفيذي للشركة طارق المنصوري إن الصفقة ستكتمل قبل نهاية العام.",
            f"Deal\n\nThe deal will be completed by the end of the year, {english} Tareq Al Mansouri said.",
            languages=("ar", "en"),
        )
        assert bool(found.of("discrepancy", "name")) is differ

    def test_the_police_of_the_province_is_no_second_name(self, story):
        found = story(
            "تفجير في بعقوبة\n\nقال قائد شرطة ديالى حيدر الساعدي إن العبوة زرعت على جانب الطريق.",
            "تفجير في بعقوبة\n\nقال قائد شرطة المحافظة حيدر الساعدي إن العبوة زرعت على جانب الطريق.",
        )
        assert not found.of("discrepancy", "name")


class TestTwoBodies:
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            ("وحدات الحرس الوطني", "وحدات الجيش"),
            ("قوات خفر السواحل", "قوات الدرك"),
            ("عناصر الشرطة القضائية", "عناصر الدرك الوطني"),
        ],
    )
    def test_two_for_one_act(self, story, left, right):
        found = story(
            f"انتشار أمني\n\nانتشرت {left} أمام مقر البرلمان مساء الأحد.",
            f"انتشار أمني\n\nانتشرت {right} أمام مقر البرلمان مساء الأحد.",
        )
        assert found.of("discrepancy", "actor")

    def test_a_kind_of_the_other(self, story):
        found = story(
            "انتشار أمني\n\nانتشرت قوات الأمن أمام مقر البرلمان مساء الأحد.",
            "انتشار أمني\n\nانتشرت الشرطة أمام مقر البرلمان مساء الأحد.",
        )
        assert not found.of("discrepancy", "actor")

    def test_a_deed_told_with_its_time_before_its_object(self, story):
        found = story(
            "توقيف في وهران\n\nأوقفت عناصر الدرك الوطني، مساء الثلاثاء في وهران، رجل أعمال وستة من معاونيه.",
            "توقيف في وهران\n\nأوقفت الشرطة القضائية رجل أعمال وستة من معاونيه في وهران مساء الثلاثاء.",
        )
        assert found.of("discrepancy", "actor")

    def test_two_courts(self, story):
        found = story(
            "حكم بالسجن\n\nحكمت محكمة عسكرية بسجن ثمانية متهمين بتهريب الأسلحة من ليبيا الاثنين.",
            "حكم بالسجن\n\nقضت محكمة جنايات بسجن ثمانية متهمين بتهريب الأسلحة من ليبيا الاثنين.",
        )
        assert found.of("discrepancy", "actor")

    def test_two_that_no_list_knows(self, story):
        found = story(
            "ضبط مخدرات\n\nضبطت هيئة المنافذ الحدودية 200 كيلوغرام من الحبوب المخدرة في ميناء أم قصر الأحد.",
            "ضبط مخدرات\n\nضبط جهاز الأمن الوطني 200 كيلوغرام من الحبوب المخدرة في ميناء أم قصر الأحد.",
        )
        assert found.of("discrepancy", "actor")

    def test_a_ministry_and_its_authority(self, story):
        found = story(
            "تحذير\n\nأغلقت وزارة النقل المغربية الطريق الساحلية قرب أغادير الأحد بسبب السيول.",
            "تحذير\n\nأغلقت المديرية العامة للطرق الطريق الساحلية قرب أغادير الأحد بسبب السيول.",
        )
        assert not found.of("discrepancy", "actor")

    def test_who_suffers_does_not_act(self, story):
        found = story(
            "قتلى في هجوم\n\nقتل ثلاثة جنود من الجيش في هجوم قرب سيناء مساء الأحد.",
            "قتلى في هجوم\n\nقتل ثلاثة من الشرطة في هجوم قرب سيناء مساء الأحد.",
        )
        assert not found.of("discrepancy", "actor")


def test_a_killing_and_a_murder_are_words_for_one_thing(story):
    found = story(
        "اغتيال ناشط\n\nاغتال مسلحون الناشط سالم القريتلي أمام منزله في مصراتة.",
        "مقتل ناشط\n\nقتل الناشط سالم القريتلي أمام منزله في مصراتة.",
    )
    assert {"اغتال", "قتل"} in _said(found, "wording")


def test_a_facility_is_a_place_added(story):
    found = story(
        "إسقاط مسيرة\n\nأسقطت الدفاعات الجوية طائرة مسيرة في الأبيض مساء السبت.",
        "إسقاط مسيرة\n\nأسقطت الدفاعات الجوية طائرة مسيرة قرب مطار الأبيض مساء السبت.",
    )
    assert found.of("elaboration", "place") and not found.of("elaboration", "name")


class TestWhoRejectsACharge:
    def test_denies_it(self, story):
        found = story(
            "هجوم على معسكر\n\nقال المجلس المحلي إن جماعة النسر تقف وراء الهجوم على المعسكر.",
            "هجوم على معسكر\n\nرفضت جماعة النسر الاتهامات بأنها تقف وراء الهجوم على المعسكر.",
        )
        assert found.of("contradiction")

    def test_a_rejected_proposal_is_no_denial(self, story):
        found = story(
            "عرض لوقف النار\n\nقال الوسيط إن جماعة النسر تلقت عرضا لوقف إطلاق النار.",
            "عرض لوقف النار\n\nرفضت جماعة النسر عرضا لوقف إطلاق النار تلقته من الوسيط.",
        )
        assert not found.of("contradiction")


def test_a_negation_in_the_headline_leaves_the_text_alone(story):
    found = story("اعتراض قارب للمهاجرين غير الشرعيين\n\nاعترضت دورية بحرية قاربا قبالة زوارة الأحد.")
    assert not found.of("discrepancy", "headline_vs_body")


def test_one_force_under_two_names(story):
    found = story("الجيش السوداني يستعيد الخوي\n\nاستعادت القوات المسلحة السودانية بلدة الخوي صباح الأحد.")
    assert not found.of("discrepancy", "headline_vs_body")


def test_a_month_that_one_alone_gives(story):
    found = story(
        "تبادل الأسرى\n\nقال الوسيط إن جولة ثانية من تبادل الأسرى ستشمل تبادل الجثامين.",
        "تبادل الأسرى\n\nقال الوسيط إن جولة ثانية من تبادل الأسرى ستشمل تبادل الجثامين في سبتمبر.",
    )
    assert found.of("elaboration", "date")


class TestPlacesUnknownToTheGazetteer:
    def test_two_off_the_coast(self, story):
        found = story(
            "إنقاذ مهاجرين\n\nأنقذ زورق 87 مهاجرا كانوا على متن قارب مطاطي قبالة زوارة الاثنين.",
            "Migrants rescued\n\nA boat rescued 87 migrants from a rubber boat off Sabratha on Monday.",
            languages=("ar", "en"),
        )
        assert found.of("discrepancy", "place")

    def test_not_where_the_other_report_has_both(self, story):
        found = story(
            "إنقاذ مهاجرين\n\nأنقذ زورق 87 مهاجرا كانوا على متن قارب مطاطي قبالة زوارة الاثنين.",
            "Migrants rescued\n\nA boat rescued 87 migrants off Sabratha on Monday, 40 km from Zuwara.",
            languages=("ar", "en"),
        )
        assert not found.of("discrepancy", "place")


class TestTwoClaimants:
    LEFT = "هجوم على دورية\n\nأعلن تنظيم «كتائب الرايات» مسؤوليته عن التفجير الذي استهدف دورية في بعقوبة."

    @pytest.mark.parametrize(
        ("right", "differ"),
        [
            ("تبنت «سرايا الثأر» الهجوم على الدورية في بيان.", True),
            ("تبنت «سرايا الثأر» الهجوم، وكانت «كتائب الرايات» أعلنت مسؤوليتها عنه.", False),
            ("تبنت «كتائب الرايات» الهجوم على الدورية في بيان.", False),
            ("لم تتبن «سرايا الثأر» الهجوم على الدورية.", False),
        ],
    )
    def test_of_one_attack(self, story, right, differ):
        found = story(self.LEFT, f"هجوم على دورية\n\n{right}")
        assert ({"كتائب الرايات", "سرايا الثأر"} in _said(found, "actor")) is differ or (
            differ and {"تنظيم «كتائب الرايات»", "سرايا الثأر"} in _said(found, "actor")
        )


class TestWordsInTwoLanguages:
    def test_one_takes_a_side(self, story):
        found = story(
            "شهيدان في جنين\n\nاستشهد شابان فجر الاثنين في مخيم جنين.",
            "Two killed in Jenin\n\nTwo men were killed early on Monday in the Jenin camp.",
            languages=("ar", "en"),
        )
        assert {"استشهد", "killed"} in _said(found, "wording")

    def test_both_are_plain(self, story):
        found = story(
            "قتيلان في جنين\n\nقتل شابان فجر الاثنين في مخيم جنين.",
            "Two killed in Jenin\n\nTwo men were killed early on Monday in the Jenin camp.",
            languages=("ar", "en"),
        )
        assert not _said(found, "wording")


class TestTwoSpeakers:
    ARABIC = "جائزة\n\nقالت رئيسة اللجنة نورة السالم إن «السباق صار موعدا ثابتا على خريطة القوى العالمية»."

    @pytest.mark.parametrize(("name", "differ"), [("Hamad al-Asfoor", True), ("Noura al-Salem", False)])
    def test_of_a_quotation_and_its_translation(self, story, name, differ):
        english = f'Prize\n\n"The race has become a fixed date on the world athletics map," {name} said.'
        found = story(self.ARABIC, english, languages=("ar", "en"))
        assert bool(found.of("discrepancy", "attribution")) is differ

    def test_a_body_and_its_spokesman_are_one(self, story):
        found = story(
            "تعيين مبعوث\n\nرحبت الحكومة اليمنية بتعيين مبعوث جديد إلى اليمن الثلاثاء.",
            "تعيين مبعوث\n\nرحب المتحدث باسم الحكومة بتعيين مبعوث جديد إلى اليمن الثلاثاء.",
        )
        assert not found.of("discrepancy", "actor")


class TestTwoPeople:
    def test_of_one_portfolio_for_one_signature(self, story):
        found = story(
            "اتفاق الكهرباء\n\nوقع وزير الكهرباء العراقي زياد الشمري اتفاقية الربط الكهربائي مع الأردن الأحد.",
            "اتفاق الكهرباء\n\nوقع وكيل وزارة الكهرباء سنان الجبوري اتفاقية الربط الكهربائي مع الأردن الأحد.",
        )
        assert found.of("discrepancy", "actor")

    def test_two_who_open_one_plant(self, story):
        found = story(
            "مصنع سيارات\n\nدشن رئيس الحكومة عزيز أخنوش مصنعا للسيارات الكهربائية في القنيطرة الأحد.",
            "مصنع سيارات\n\nدشن وزير الصناعة رياض مزور مصنعا للسيارات الكهربائية في القنيطرة الأحد.",
        )
        assert found.of("discrepancy", "actor")

    def test_who_is_named_aside_is_no_doer(self, story):
        found = story(
            "مصنع سيارات\n\nدشن رئيس الحكومة عزيز أخنوش مصنعا للسيارات الكهربائية في القنيطرة الأحد.",
            "مصنع سيارات\n\nدشن مصنع للسيارات الكهربائية في القنيطرة الأحد بحضور وزير الصناعة رياض مزور.",
        )
        assert not found.of("discrepancy", "actor")

    def test_of_two_countries(self, story):
        found = story(
            "اتفاق الكهرباء\n\nوقع وزير الكهرباء العراقي زياد الشمري اتفاقية الربط الكهربائي الأحد.",
            "اتفاق الكهرباء\n\nوقع وزير الكهرباء السوري سنان الجبوري اتفاقية الربط الكهربائي الأحد.",
        )
        assert not found.of("discrepancy", "actor")


def test_who_announces_a_rescue_has_rescued(story):
    found = story(
        "إجلاء في صلالة\n\nأعلن الدفاع المدني إجلاء 1200 شخص إلى مدارس في صلالة.",
        "إجلاء في صلالة\n\nشكر المحافظ القوات البحرية التي أجلت 1200 شخص إلى مدارس في صلالة.",
    )
    assert found.of("discrepancy", "actor")


class TestHeadlineSurerThanItsText:
    @pytest.mark.parametrize(
        ("headline", "told", "differ"),
        [
            ("لقاح جديد يقضي على الملاريا", "قد يخفض اللقاح إصابات الملاريا بنسبة 60 في المئة.", True),
            ("لقاح جديد يقضي على الملاريا", "وقد خفض اللقاح إصابات الملاريا بنسبة 60 في المئة.", False),
            ("لقاح جديد قد يقضي على الملاريا", "قد يخفض اللقاح إصابات الملاريا بنسبة 60 في المئة.", False),
            ("نتائج لقاح الملاريا", "قد يخفض اللقاح إصابات الملاريا بنسبة 60 في المئة.", False),
        ],
    )
    def test_where_the_text_tells_it_as_possible(self, story, headline, told, differ):
        assert bool(story(f"{headline}\n\n{told}").of("discrepancy", "headline_vs_body")) is differ


class TestNamesInTwoLanguages:
    ARABIC = "ضبط مخدرات\n\nضبطت الشرطة في البصرة مليون حبة الأحد، ضمن عملية سميت «المد العالي»."
    ENGLISH = (
        'Drugs seized\n\nPolice in Basra seized a million pills on Sunday. The operation, codenamed "{}," goes on.'
    )

    @pytest.mark.parametrize(("name", "differ"), [("Closed Harbour", True), ("High Tide", False), ("Ironclad", False)])
    def test_of_an_operation(self, story, name, differ):
        found = story(self.ARABIC, self.ENGLISH.format(name), languages=("ar", "en"))
        assert bool(found.of("discrepancy", "name")) is differ


class TestNamesAdded:
    LEFT = "انهيار مبنى\n\nأوقفت الشرطة صاحب العمارة المنهارة في فاس الأحد."

    @pytest.mark.parametrize(("name", "new"), [("Abdelhak Berrada", True), ("Khalid Alaoui", False)])
    def test_in_another_language(self, story, name, new):
        left = self.LEFT + " وقال المحامي خالد العلوي إنه يأسف."
        right = f"Building collapse\n\nPolice on Sunday arrested {name}, the owner of the collapsed building in Fez."
        found = story(left, right, languages=("ar", "en"))
        assert any("Berrada" in f.detail.en for f in found.of("elaboration", "name")) is new

    def test_of_a_storm(self, story):
        found = story(
            "إجلاء أسر\n\nأجلت السلطات 300 أسرة في ظفار قبل وصول عاصفة مدارية مساء الأحد.",
            "إجلاء أسر\n\nأجلت السلطات 300 أسرة في ظفار قبل وصول العاصفة المدارية «مها» مساء الأحد.",
        )
        assert any("مها" in f.detail.ar for f in found.of("elaboration", "name"))


@pytest.mark.parametrize(
    "text",
    [
        "جولة ثالثة من المحادثات في مسقط\n\nأعلن الوسيط أن الجولة الثالثة من المحادثات ستعقد في مسقط في 18 شباط.",
        "القبض على شبكة تهريب في صفاقس\n\nأوقف الحرس في صفاقس تسعة أشخاص يشتبه في انتمائهم إلى شبكة تهريب.",
    ],
)
def test_what_is_to_come_and_who_is_suspected_leave_a_headline_alone(story, text):
    assert not story(text, text).of("discrepancy", "headline_vs_body")
