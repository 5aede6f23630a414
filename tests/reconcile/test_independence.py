"""Grades of independence: whom two reports have a claim from."""

from __future__ import annotations

import pytest

from tawatur.ingest import article_of_record
from tawatur.pipeline import compare
from tawatur.story.voices import one_voice, voice

BRIDGE = "انهار جسر الوادي في بلدة الزاوية صباح الأحد وقتل سبعة عمال"


def grades(*texts):
    """Grades of the agreements of two reports on the seven killed."""
    articles = [
        article_of_record({"id": f"r{n}", "text": text, "outlet": f"صحيفة {n}", "published": "2026-03-16"}, f"r{n}")
        for n, text in enumerate(texts)
    ]
    dossier = compare(articles)
    killed = {
        claim.id
        for reading in dossier.readings
        for claim in reading.claims
        if claim.role == "body" and any(q.outcome == "killed" for q in reading.quantities if q.id in claim.quantities)
    }
    return {
        finding.independence.grade
        for finding in dossier.findings
        if finding.kind == "agreement" and set(finding.claims) <= killed
    }


OWN = "وحمل الأهالي الشركة المنفذة المسؤولية، وقالوا إن شقوقا ظهرت في الدعامات قبل شهرين من دون أن يلتفت إليها أحد"


@pytest.mark.parametrize(
    ("second", "grade"),
    [
        ("قال مدير مستشفى الزاوية إن سبعة عمال قتلوا في انهيار الجسر", "independent"),
        ("قال مصدر طبي إن سبعة عمال قتلوا في انهيار الجسر", "undetermined"),
        (
            "وقال الدفاع المدني إن فرقه وصلت متأخرة. وأضاف المصدر نفسه أن سبعة عمال قتلوا في انهيار الجسر",
            "not_independent",
        ),
    ],
)
def test_the_source_before_is_meant_by_the_same_source(second, grade):
    left = f"انهيار جسر\n\n{BRIDGE}، بحسب الدفاع المدني.\n\nوتوقفت حركة السير على الطريق الساحلي حتى المساء."
    assert grades(left, f"كارثة في الزاوية\n\n{second}.\n\n{OWN}.") == {grade}


@pytest.mark.parametrize(
    ("first", "second", "grade"),
    [
        ("المتحدثة باسم المفوضية رنا الجبوري", "المفوضية العليا للإغاثة", "not_independent"),
        ("جمعية القضاة التونسيين", "جمعية القضاة", "not_independent"),
        ("وزير الإعلام عمر الصمادي", "الناطق باسم الحكومة، الوزير عمر الصمادي،", "not_independent"),
        ("بيان صادر عن مديرية الدفاع المدني", "المتحدث باسم الدفاع المدني سعيد نور", "not_independent"),
        ("مديرية صحة الزاوية", "مديرية شرطة الزاوية", "independent"),
        ("المتحدث باسم البلدية سامي فهد", "رئيس النقابة كريم عيد", "independent"),
        ("وزير الأشغال المهندس سامر الكيالي", "المتحدث باسم وزارة الأشغال نادر الخطيب", "not_independent"),
        ("وزير الأشغال المهندس سامر الكيالي", "مدير الدفاع المدني نادر الخطيب", "independent"),
    ],
)
def test_one_voice_told_in_two_ways_is_one_origin(first, second, grade):
    left = f"انهيار\n\nقال {first} إن سبعة عمال قتلوا في انهيار جسر الوادي في بلدة الزاوية صباح الأحد."
    right = f"كارثة\n\nوأكد {second} مقتل سبعة من العمال الأحد حين انهار جسر الوادي.\n\n{OWN}."
    assert grades(left, right) == {grade}


def test_a_surname_alone_is_the_one_named_before():
    first = "قال منسق الإغاثة يان هولمبرغ إن سبعة عمال قتلوا في انهيار جسر الوادي في بلدة الزاوية صباح الأحد."
    second = (
        "The road is closed, relief coordinator Jan Holmberg said.\n\n"
        "Seven workers were killed when the Wadi bridge collapsed in Zawiya on Sunday morning, Holmberg said."
    )
    found = compare(
        [
            article_of_record({"id": "a", "text": f"انهيار\n\n{first}", "outlet": "أ"}, "a"),
            article_of_record({"id": "b", "text": f"Collapse\n\n{second}", "outlet": "B", "language": "en"}, "b"),
        ]
    )
    killed = [f for f in found.findings if f.kind == "agreement"]
    assert killed and {f.independence.grade for f in killed} == {"not_independent"}


def test_initials_are_the_body_they_stand_for():
    texts = (
        "Blast\n\nTwo workers were killed in a blast at Zawiya refinery on Sunday, the National Oil Corporation said.",
        "Refinery\n\nTwo workers died when a tank blew up at Zawiya refinery on Sunday, the state-owned NOC said.",
    )
    articles = [
        article_of_record({"id": f"r{n}", "text": text, "outlet": f"Paper {n}", "language": "en"}, f"r{n}")
        for n, text in enumerate(texts)
    ]
    found = [f for f in compare(articles).findings if f.kind == "agreement"]
    assert found and {f.independence.grade for f in found} == {"not_independent"}


def test_a_text_told_with_a_pronoun_is_that_of_the_body_it_tells_of():
    left = "انهيار\n\nأحصت وزارة الصحة سبعة عمال قتلوا في انهيار جسر الوادي في بلدة الزاوية، بحسب نشرتها اليومية."
    right = f"كارثة\n\nوأكدت وزارة الصحة مقتل سبعة من العمال الأحد حين انهار جسر الوادي.\n\n{OWN}."
    assert grades(left, right) == {"not_independent"}


def test_a_body_behind_the_name_of_another_is_spoken_to(story):
    text = "نداء\n\nدعت الإدارة الذاتية التحالف الدولي إلى تحمل مسؤولياته كاملة."
    said = {f.detail.en for f in story(text, "خبر\n\nافتتح المعرض الزراعي في درعا.").of("single_source")}
    assert any("«الإدارة الذاتية»" in detail for detail in said)


@pytest.mark.parametrize(
    ("source", "grade"),
    [
        ("قالت وزارة الصحة التونسية", "not_independent"),
        ("قالت نقابة الأطباء", "independent"),
        ("قال صالح المرزوقي، وهو شاهد من سكان البلدة،", "independent"),
    ],
)
def test_what_a_body_is_about_tells_two_apart_in_two_languages(source, grade):
    story = "{} إن سبعة عمال قتلوا في انهيار الجسر صباح الأحد في بلدة الزاوية"
    english = "Bridge collapse\n\nSeven workers were killed when a bridge collapsed in Zawiya, the {} said on Sunday."
    arabic = f"كارثة في الزاوية\n\n{story.format(source)}.\n\n{OWN}."
    dossier = compare(
        [
            article_of_record({"id": key, "text": text, "outlet": key, "language": language}, key)
            for key, text, language in (("a", arabic, "ar"), ("b", english.format("health ministry"), "en"))
        ]
    )
    assert {f.independence.grade for f in dossier.findings if f.kind == "agreement"} == {grade}


def test_a_text_that_takes_another_over_may_add_what_it_was_told_itself():
    shared = f"{BRIDGE} كانوا يصلحون الدعامات منذ أسبوع، وفق ما نقلت وكالة المرسى عن الدفاع المدني"
    left = f"انهيار جسر\n\n{shared}.\n\nوقال المحافظ سالم العامري إن كلفة إصلاح الجسر 12 مليون دينار."
    right = f"كارثة\n\n{shared}.\n\nأما النائبة ريم الصالح فقالت للصحافيين إن الإصلاح سيكلف 12 مليون دينار."
    articles = [
        article_of_record({"id": key, "text": text, "outlet": key}, key) for key, text in (("a", left), ("b", right))
    ]
    dossier = compare(articles)
    assert [lineage.relation for lineage in dossier.lineages] == ["derived"]
    grades_ = {f.kind: f.independence.grade for f in dossier.findings if f.kind in ("agreement", "discrepancy")}
    assert grades_ == {"agreement": "not_independent", "discrepancy": "independent"}


def reasons(left, right, **more):
    """The findings of two reports with what is said of their independence, by kind."""
    articles = [
        article_of_record({"id": key, "text": text, "outlet": key, **more}, key)
        for key, text in (("صحيفة أ", left), ("صحيفة ب", right))
    ]
    return {f.kind: f.independence for f in compare(articles).findings}


def test_one_origin_is_shown_by_all_its_names():
    left = f"انهيار جسر\n\n{BRIDGE}، بحسب مديرية الدفاع المدني في الزاوية."
    right = f"كارثة\n\nقال المتحدث باسم الدفاع المدني سعيد نور إن سبعة عمال قتلوا في انهيار الجسر.\n\n{OWN}."
    found = reasons(left, right)["agreement"]
    assert found.grade == "not_independent"
    assert "سعيد نور" in found.reason.ar and "وهو نفسه" in found.reason.ar and "which is also" in found.reason.en


def test_a_bare_statement_of_two_is_not_one_origin():
    story = "{} إن الطريق أغلق.\n\nوجاء في البيان أن {}."
    left = f"أخبار\n\n{story.format('قالت وزارة الصحة', 'سبعة عمال قتلوا في انهيار الجسر صباح الأحد')}"
    right = f"كارثة\n\n{story.format('قالت نقابة البناء', 'سبعة عمال قتلوا في انهيار الجسر صباح الأحد')}\n\n{OWN}."
    assert reasons(left, right)["agreement"].origins == 2


def test_a_headline_is_of_whoever_says_what_it_sums_up():
    left = "مقتل سبعة عمال في انهيار جسر الزاوية\n\nقال الدفاع المدني إن سبعة عمال قتلوا في انهيار جسر الزاوية."
    right = f"كارثة\n\nوقال الدفاع المدني إن سبعة عمال قتلوا في انهيار جسر الزاوية.\n\n{OWN}."
    assert {f.grade for kind, f in reasons(left, right).items() if kind == "agreement"} == {"not_independent"}


@pytest.mark.parametrize(
    ("who", "grade"),
    [("ذوو أحد المختطفين", "independent"), ("أحد الناجين", "independent"), ("مصدر أمني", "undetermined")],
)
def test_whom_it_befell_is_not_the_body_he_contradicts(who, grade):
    left = f"خطف ركاب حافلة\n\nقال المتحدث باسم الشرطة موسى تانكو إن الخاطفين لم يطلبوا أي فدية.\n\n{OWN}."
    right = f"رهائن الحافلة\n\nقال {who} إن الخاطفين طلبوا فدية.\n\nوتوقفت حركة السير على الطريق الساحلي حتى المساء."
    articles = [
        article_of_record({"id": f"r{n}", "text": text, "outlet": f"صحيفة {n}", "published": "2026-03-16"}, f"r{n}")
        for n, text in enumerate((left, right))
    ]
    found = [f for f in compare(articles).findings if f.kind == "contradiction"]
    assert {f.independence.grade for f in found} == {grade}


def test_an_officer_told_again_with_the_article_stays_unnamed():
    left = f"انهيار جسر\n\n{BRIDGE}، بحسب الدفاع المدني.\n\nوتوقفت حركة السير على الطريق الساحلي حتى المساء."
    right = (
        f"كارثة\n\nقال ضابط في الشرطة إن فرق الإنقاذ تأخرت. وأضاف الضابط أن سبعة عمال قتلوا في انهيار الجسر.\n\n{OWN}."
    )
    assert grades(left, right) == {"undetermined"}


COUNTED = "وقال سكان إن الطريق ظل مغلقا حتى المساء، وإن أحدا لم يزر القرى المتضررة منذ بدء موسم الأمطار"


@pytest.mark.parametrize(
    ("second", "grade"),
    [
        ("أحصى مرصد الوديان سبعة قتلى في انهيار جسر الوادي", "not_independent"),
        ("أحصت وزارة الأشغال سبعة قتلى في انهيار جسر الوادي", "independent"),
        ("سبعة قتلى سقطوا في انهيار جسر الوادي", "undetermined"),
    ],
)
def test_a_body_told_to_have_counted_is_where_the_number_comes_from(second, grade):
    left = f"انهيار جسر\n\n{BRIDGE}، بحسب مرصد الوديان.\n\nوتوقفت حركة السير على الطريق الساحلي حتى المساء."
    assert grades(left, f"كارثة في الزاوية\n\n{second}.\n\n{COUNTED}.") == {grade}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("المديرية العامة للحماية المدنية", "مصالح الحماية المدنية", True),
        ("الإدارة الجهوية للفلاحة", "الفلاحة الجهوية", True),
        ("مصالح الجمارك", "مصالح الأرصاد", False),
    ],
)
def test_a_body_and_its_services_at_any_level_are_one_voice(one, other, same):
    left, right = (voice(text, None, frozenset()) for text in (one, other))
    assert one_voice(left, right) is same
