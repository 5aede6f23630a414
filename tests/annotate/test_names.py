"""Who and what is named, with titles, aliases and the rules that join spellings."""

from __future__ import annotations

import pycrfsuite
import pytest

from tawatur.annotate.naming import tagger


def mentions(reading, form="name"):
    text = reading.article.text
    return {(m.span.of(text), m.kind) for m in reading.mentions if m.form == form}


def entity_of(reading, spelling):
    return next(e for e in reading.entities if any(v.text == spelling for v in e.variants))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أعلنت وزارة الداخلية اللبنانية توقيف ثلاثة أشخاص.", "وزارة الداخلية اللبنانية", "ORG"),
        ("قصف الجيش السوداني مواقع غرب المدينة.", "الجيش السوداني", "ORG"),
        ("أفرجت حركة طالبان عن الرهائن.", "حركة طالبان", "ORG"),
        ("نقل الجرحى إلى مستشفى الشفاء.", "مستشفى الشفاء", "FAC"),
        ("انطلقت عملية «درع الوادي» فجر اليوم.", "عملية «درع الوادي»", "OPERATION"),
        ("وصل الوفد إلى بغداد مساء أمس.", "بغداد", "GPE"),
        ("غادر السفير الولايات المتحدة.", "الولايات المتحدة", "GPE"),
    ],
)
def test_a_name_is_found_whole_and_without_clitics(read, text, name, kind):
    assert (name, kind) in mentions(read(text))


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("قال وزير الدفاع الأميركي جون هارلاند إن القوات باقية.", "جون هارلاند", "وزير الدفاع الأميركي"),
        ("التقى الرئيس محمود سالم نظيره.", "محمود سالم", "الرئيس"),
    ],
)
def test_a_title_belongs_to_its_person(read, text, name, title):
    [mention] = [m for m in read(text).mentions if m.span.of(text) == name]
    assert (mention.kind, mention.role_title) == ("PERSON", title)


def test_an_office_without_a_name_stands_for_its_holder(read):
    assert ("وزير الصحة", "PERSON") in mentions(read("أعلن وزير الصحة انتهاء الحملة."), "nominal")


@pytest.mark.parametrize("marks", ['"قسد"', "(قسد)", "«قسد»"])
def test_an_alias_given_in_the_text_joins(read, marks):
    reading = read(f"انسحبت قوات سوريا الديمقراطية {marks} من البلدة، وقالت قسد إنها باقية.")
    entity = entity_of(reading, "قسد")
    assert entity is entity_of(reading, "قوات سوريا الديمقراطية")
    assert entity.links


def test_a_family_name_alone_joins_the_full_name_before_it(read):
    reading = read("وصل الوزير سامي الحداد إلى بيروت.\nوقال الحداد إن الزيارة قصيرة.")
    assert entity_of(reading, "سامي الحداد") is entity_of(reading, "الحداد")


def test_a_family_name_that_two_people_bear_joins_neither(read):
    reading = read("وصل الوزير سامي الحداد مع النائبة منى الحداد إلى بيروت.\nوقال الحداد إن الزيارة قصيرة.")
    assert entity_of(reading, "سامي الحداد") is not entity_of(reading, "منى الحداد")


def test_a_place_inside_a_bodys_name_is_not_a_place_of_its_own(read):
    reading = read("أعلنت قوات سوريا الديمقراطية استمرار العملية.")
    assert not reading.places


def test_nations_are_people_not_places(read):
    reading = read("قتل ثلاثة سوريين في الحادث.")
    assert not [m for m in reading.mentions if m.kind == "GPE"]


def test_english_names(read):
    reading = read("Admiral Erik Lindqvist met Nasser al-Kaabari in Baghdad on Monday.", language="en")
    assert {("Erik Lindqvist", "PERSON"), ("Nasser al-Kaabari", "PERSON"), ("Baghdad", "GPE")} <= mentions(reading)


def test_a_family_name_alone_is_found_after_the_full_name_and_not_before_it(read):
    text = "امتد الحداد ثلاثة أيام.\nوصل الوزير سامي الحداد إلى بيروت.\nوقال الحداد إن الزيارة قصيرة."
    found = [m.span.start for m in read(text).mentions if m.span.of(text) == "الحداد"]
    assert found == [text.index("الحداد إن")]


def test_a_preposition_behind_a_name_is_no_part_of_it(read):
    assert ("عمر زيد", "PERSON") in mentions(read("قال عمر زيد على هامش المؤتمر إن المفاوضات مستمرة."))


def test_to_whom_it_was_said_is_no_part_of_a_name(read):
    text = "وقال قائد الشرطة اللواء جميل هاشم للصحفيين إن العملية تمت بنجاح."
    assert ("جميل هاشم", "PERSON") in mentions(read(text))


def test_a_listed_name_is_not_cut_by_what_stands_before_it(read):
    text = "أما محامي البرهومي كمال المناعي فوصف الحكم بأنه «سياسي»."
    assert ("كمال المناعي", "PERSON") in mentions(read(text))


@pytest.mark.parametrize(
    "text, name, title",
    [
        ("عاقبت المحكمة رئيس حي المطرية السابق طلعت الشناوي بالسجن.", "طلعت الشناوي", "رئيس حي المطرية السابق"),
        ("أدين طلعت الشناوي، الرئيس الأسبق لحي الزيتون، أمس.", "طلعت الشناوي", "الرئيس الأسبق لحي الزيتون"),
        ("زار رئيس المجلس البلدي لمدينة صفاقس كمال العيادي الورشة.", "كمال العيادي", "رئيس المجلس البلدي لمدينة صفاقس"),
        ("حضر أحمد علي، وزير الصحة خالد سعيد غائب.", "أحمد علي", None),
        ("وصل وزير الصحة والسكان خالد عبد الغفار أمس.", "خالد عبد الغفار", "وزير الصحة والسكان"),
        ("شكر رئيس اللجنة والمحامي سامر حداد الوفد.", "سامر حداد", "المحامي"),
        ("قال مدير الموانئ العميد المهندس عدنان حاتم إن الباخرة غرقت.", "عدنان حاتم", "مدير الموانئ العميد المهندس"),
    ],
)
def test_an_office_in_front_of_a_name_or_behind_its_comma(read, text, name, title):
    found = {m.span.of(text): m.role_title for m in read(text).mentions if m.kind == "PERSON"}
    assert found[name] == title


@pytest.mark.parametrize(
    "text, name, title",
    [
        ("Prices are falling, Finance Minister Mehmet Simsek said.", "Mehmet Simsek", "Finance Minister"),
        ("The deal is done, former chairman Tareq Al Mansouri said.", "Tareq Al Mansouri", "former chairman"),
        ("Ahmed Khalil, the director of the hospital, said so.", "Ahmed Khalil", "director of the hospital"),
        ("The Defence Ministry said Sami Haddad was freed.", "Sami Haddad", None),
    ],
)
def test_an_english_office(read, text, name, title):
    found = {m.span.of(text): m.role_title for m in read(text, language="en").mentions if m.kind == "PERSON"}
    assert found[name] == title


def test_who_is_called_so_is_named(read):
    assert ("طارق السالم", "PERSON") in mentions(read("أوقفت الشرطة مسافرا يدعى طارق السالم في المطار."))


def test_a_verb_behind_an_office_is_no_name(read):
    assert not {name for name, kind in mentions(read("الرئيس يقيل رئيسة الحكومة.")) if kind == "PERSON"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وذكرت رئيسة البعثة هناء الجندي أن فريقها أحصى 12 تابوتا.", "هناء الجندي"),
        ("وقال العميد شاهر عمران إن القوة صادرت بنادق.", "شاهر عمران"),
        ("وجاءت التلميذة خديجة منت محمدن من كيفه أولى.", "خديجة منت محمدن"),
        ("دشن رئيس الحكومة عزيز أخنوش مصنعا للسيارات.", "عزيز أخنوش"),
    ],
)
def test_a_name_of_words_of_the_language_is_whole(read, text, name):
    assert (name, "PERSON") in mentions(read(text))


def test_every_feature_that_a_model_weighs_is_told_to_it():
    weighed = set(tagger.WEIGHED.read_text(encoding="utf-8").splitlines())
    for model in (tagger.FIRST, tagger.SECOND):
        opened = pycrfsuite.Tagger()
        opened.open(str(model))
        assert set(opened.info().attributes) <= weighed


def test_the_tagger_is_told_the_features_it_was_trained_on_as_far_as_a_model_weighs_them():
    weighed = set(tagger.WEIGHED.read_bytes().splitlines())
    text = "وقال رئيس الحكومة عزيز أخنوش في مدينة نيويورك | إن ثاباتيرو و17 آخرين زاروا الأمم المتحدة ، أمس"
    forms = [unit.form for unit in tagger.units(text.split())]
    told, trained = tagger.weighed_features(forms), tagger.features(forms)
    assert [set(unit) for unit in told] == [{name.encode() for name in unit} & weighed for unit in trained]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("توفي النائب السابق عن الدائرة.", False),
        ("توفي النائب حاتم العتيبي عن الدائرة.", True),
    ],
)
def test_an_adjective_of_an_office_is_no_name(read, text, named):
    assert any(kind == "PERSON" for _, kind in mentions(read(text))) == named


def test_in_front_of_is_no_imam(read):
    assert not mentions(read("تجمع الطلاب أمام السفارة الفرنسية."), "nominal")
