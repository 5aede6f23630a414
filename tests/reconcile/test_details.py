"""What one report tells exactly that another leaves open."""

from __future__ import annotations

import pytest

FLOOD = "سيول في بسكرة\n\nفاض وادي الأبيض ليلة الأحد إلى الاثنين وجرف ستة أشخاص في بلدية مشونش."


def _adds(found, aspect):
    return [f.values[1]["text"] for f in found.of("elaboration", aspect)]


class TestTimes:
    def test_the_hour_within_a_night_is_added(self, story):
        found = story(FLOOD, "ستة ضحايا\n\nلقي ستة أشخاص حتفهم في مشونش. وقال شهود إن الوادي فاض عند الثانية فجرا.")
        assert "الثانية فجرا" in _adds(found, "date")

    def test_an_hour_outside_it_is_not(self, story):
        found = story(FLOOD, "ستة ضحايا\n\nلقي ستة أشخاص حتفهم في مشونش. وقال شهود إن الوادي فاض عند الثالثة عصرا.")
        assert "الثالثة عصرا" not in _adds(found, "date")

    def test_the_day_within_a_month_is_added(self, story):
        found = story(
            "تثبيت الفائدة\n\nأبقى المصرف الفائدة على حالها. ويعقد المصرف اجتماعه المقبل في حزيران/يونيو.",
            "الفائدة على حالها\n\nثبت المصرف الفائدة. ويعقد المصرف اجتماعه المقبل في العاشر من حزيران/يونيو.",
        )
        assert "العاشر من حزيران/يونيو" in _adds(found, "date")


class TestNumbers:
    def test_how_many_is_added_to_several(self, story):
        found = story(
            "هزة في المدية\n\nضرب زلزال ولاية المدية، وأدى إلى إصابة عدد من السكان.",
            "زلزال في المدية\n\nضرب زلزال ولاية المدية، وأصيب 17 شخصا بجروح خفيفة.",
        )
        assert _adds(found, "value") == ["17 شخصا"]

    def test_a_number_of_what_another_names_without_one(self, story):
        found = story(
            "Ship sinks\n\nA cargo ship sank off Tartus. The vessel was carrying wheat.",
            "Cargo ship sinks\n\nA cargo ship sank off Tartus. The vessel was carrying 6,000 tonnes of wheat.",
            languages=["en", "en"],
        )
        assert any("6,000" in text for text in _adds(found, "value"))

    def test_a_number_that_the_other_has_elsewhere_adds_nothing(self, story):
        found = story(
            "هزة في المدية\n\nضرب زلزال ولاية المدية، وأدى إلى إصابة عدد من السكان. وأصيب 17 شخصا.",
            "زلزال في المدية\n\nضرب زلزال ولاية المدية، وأصيب 17 شخصا بجروح خفيفة.",
        )
        assert not _adds(found, "value")


class TestPeople:
    def test_who_the_dead_are_is_added(self, story):
        found = story(
            "قتيلان في حلب\n\nقتل رجلان في انفجار لغم قرب حلب.",
            "Mine kills two near Aleppo\n\nTwo men were killed by a mine near Aleppo. "
            "One of the dead was Adnan Barakat, a mechanic.",
            languages=["ar", "en"],
        )
        assert "Adnan Barakat" in _adds(found, "name")

    def test_a_speaker_is_no_addition(self, story):
        found = story(
            "حريق في اللاذقية\n\nأخمدت فرق الإطفاء حريقا في ريف اللاذقية.",
            "حريق في اللاذقية\n\nأخمدت فرق الإطفاء حريقا في ريف اللاذقية، حسب ما قال المدير سامر الخطيب.",
        )
        assert not _adds(found, "name")


class TestPlaces:
    def test_a_quarter_told_by_its_noun(self, story):
        found = story(
            "تسريح عمال\n\nسرحت شركة «أطلس» 130 عاملا من مصنعها بطنجة.",
            "تسريح في طنجة\n\nسرحت شركة «أطلس» 130 عاملا من مصنعها في المنطقة الحرة بطنجة.",
        )
        assert _adds(found, "place") == ["المنطقة الحرة"]

    def test_the_land_is_no_addition(self, story):
        found = story(
            "إضراب في الرباط\n\nشل إضراب سائقي الحافلات الحركة في الرباط.",
            "إضراب سائقين\n\nشل إضراب سائقي الحافلات في المغرب الحركة في الرباط.",
        )
        assert not _adds(found, "place")


def _heads(found):
    return found.of("discrepancy", "headline_vs_body")


class TestHeadlines:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("إخماد كل حرائق الساحل\n\nأخمد رجال الإطفاء أربعة حرائق. ولا تزال ثلاثة حرائق مشتعلة.", "ar"),
            ("طلاب يقتحمون مبنى الجامعة\n\nاعتصم طلاب أمام مبنى الجامعة من دون أن يدخلوا إليه.", "ar"),
            ("غارة تقتل 20 مقاتلا\n\nقالت الوزارة إن الغارة قتلت أو جرحت نحو 20 مقاتلا.", "ar"),
            ("العراق يستعيد 310 ألواح مسمارية من سويسرا\n\nتسلم العراق من سويسرا 301 لوح مسماري.", "ar"),
            ("وفاة أطفال بلقاح فاسد في ذمار\n\nتوفي أطفال في ذمار بعد تلقيهم جرعات يشتبه في أنها فاسدة.", "ar"),
            ("Bomb kills six in Baidoa\n\nA bomb killed or wounded six people in Baidoa on Tuesday.", "en"),
            ("All fires out in Lattakia\n\nCrews put out four fires. Three fires still burn, officials said.", "en"),
        ],
    )
    def test_a_text_that_takes_its_headline_back(self, story, text, language):
        assert _heads(story(text, "خبر آخر\n\nوصل الوزير.", languages=[language, "ar"]))

    @pytest.mark.parametrize(
        "text",
        [
            "إنقاذ 11 بحارا قبالة رشيد\n\nغرق مركب وعلى متنه 15 بحارا. وقال مسؤول إن سفينة انتشلت 11 منهم.",
            "إخماد حرائق الساحل\n\nأخمد رجال الإطفاء أربعة حرائق. ولا تزال ثلاثة حرائق مشتعلة.",
            "غارة تقتل 20 مقاتلا\n\nقتلت الغارة 20 مقاتلا وجرحت 30.",
            # somebody is suspected, what had been is no doubt, and what is doubted is not what the headline tells
            "إحباط تهريب أسلحة في القائم\n\nأوقفت الشرطة رجالا يشتبه في أنهم من مهربي أسلحة القائم.",
            "البرلمان يحدد موعد جلسة الثقة\n\nيستعد البرلمان لجلسة قد تنهي عمر الوزارة.",
        ],
    )
    def test_a_text_that_bears_its_headline_out(self, story, text):
        assert not _heads(story(text, "خبر آخر\n\nوصل الوزير."))


def test_a_day_of_a_season_to_come_is_added(story):
    found = story(
        "مصفاة جديدة\n\nوقعت الكويت عقد تحديث المصفاة. وتبدأ الأعمال في المصفاة هذا العام.",
        "عقد المصفاة\n\nوقعت الكويت عقد تحديث المصفاة. وتبدأ الأعمال في المصفاة في أيلول/سبتمبر المقبل.",
    )
    assert "أيلول/سبتمبر المقبل" in _adds(found, "date")


def test_who_those_are_whom_another_counts(story):
    found = story(
        "إحالة إلى المفتي\n\nأحالت محكمة مصرية أوراق ثلاثة متهمين إلى المفتي.",
        "إحالة متهمين\n\nأحالت محكمة الإسكندرية أوراق ثلاثة متهمين إلى المفتي. "
        "والمتهمون هم رامي عطية ووليد زهران وسعد مكي.",
    )
    assert "رامي عطية" in _adds(found, "name")


def test_a_headline_gives_a_large_number_in_as_many_digits_as_it_likes(story):
    text = "تطعيم {} طفل ضد الحصبة\n\nدشن الوالي اليوم حملة التطعيم ضد الحصبة مستهدفة 512 ألف طفل في ولاية كسلا."
    assert not story(text.format("نصف مليون")).of("discrepancy", "headline_vs_body")
    assert story(text.format("600 ألف")).of("discrepancy", "headline_vs_body")


def test_of_whom_something_is_believed_is_no_doubt_of_the_deed(story):
    text = (
        "أربعة قتلى من الشرطة في هجوم على حاجز بكركوك\n\n"
        "هاجم مسلحون يُعتقد أنهم من تنظيم الفجر حاجزا للشرطة في كركوك صباح الأربعاء، ما أدى إلى مقتل أربعة من عناصرها."
    )
    assert not story(text).of("discrepancy", "headline_vs_body")


def test_a_killing_whose_authors_are_sought_is_told_as_done(story):
    text = "مقتل القاضي الورفلي\n\nأمر النائب العام بملاحقة المتورطين في قتل القاضي سالم الورفلي في بنغازي."
    assert not story(text).of("discrepancy", "headline_vs_body")


def test_somebody_killed_years_ago_is_not_who_was_killed_now(story):
    left = "غارة\n\nقتلت غارة جوية قياديا في جماعة الفجر قرب إدلب السبت."
    right = (
        "غارة\n\nقتلت غارة قياديا في جماعة الفجر قرب إدلب السبت. وكانت غارات سابقة قتلت القيادي سالم الجابري (2016)."
    )
    assert not [f for f in story(left, right).of("elaboration", "name") if "الجابري" in f.detail.ar]


class TestNamesOnce:
    """«عين الرعد» and «عملية "عين الرعد"» are one name, told once."""

    OTHER = (
        'ضربات في سوريا\n\nقصفت القوات الأميركية 40 هدفا لتنظيم داعش في البادية ضمن عملية "عين الرعد" السبت.'
        ' وقال بيان إن عملية "عين الرعد" مستمرة، وإن القوات الأميركية بدأت "عين الرعد" ضد تنظيم داعش الشهر الماضي.'
    )

    @pytest.mark.parametrize(
        ("name", "differences", "added"),
        [('، التي أُطلق عليها اسم "سيف البادية"،', 1, 0), (" الواسعة", 0, 1)],
    )
    def test_operation(self, story, name, differences, added):
        left = f"ضربات في سوريا\n\nأسفرت العملية{name} عن قصف القوات الأميركية 40 هدفا لتنظيم داعش في البادية السبت."
        found = story(left, self.OTHER)
        assert len(found.of("discrepancy", "name")) == differences
        assert len(found.of("elaboration", "name")) == added
