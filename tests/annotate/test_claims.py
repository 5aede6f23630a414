"""Claims: one clause each, with the chain of the statement it stands in and the figures inside it."""

from __future__ import annotations

import pytest


def test_coordinated_events_are_claims_of_their_own(read):
    reading = read("قالت وزارة الدفاع إن القوات اعتقلت 12 مسلحا وقتلت ثلاثة آخرين في المدينة.")
    text = reading.article.text
    figures = {q.id: q.low for q in reading.quantities}
    assert [[figures[q] for q in c.quantities] for c in reading.claims] == [[12], [3]]
    assert [c.span.of(text).split()[0] for c in reading.claims] == ["القوات", "قتلت"]
    assert {c.source.text for c in reading.claims} == {"وزارة الدفاع"}


@pytest.mark.parametrize(
    "text, claims",
    [
        (
            "شن سلاح الجو غارات على مواقع الفصيل، ردا على هجوم أودى بحياة ثلاثة حراس في الميناء.",
            ["شن سلاح الجو غارات على مواقع الفصيل", "هجوم أودى بحياة ثلاثة حراس في الميناء"],
        ),
        (
            "تأتي الغارات ضمن حملة الدرع التي أُطلقت ردا على هجوم استهدف حراس الميناء الشهر الماضي.",
            ["تأتي الغارات ضمن حملة الدرع", "هجوم استهدف حراس الميناء الشهر الماضي"],
        ),
        ("شن سلاح الجو غارات على مواقع الفصيل ردا على الهجوم.", ["شن سلاح الجو غارات على مواقع الفصيل ردا على الهجوم"]),
    ],
)
def test_what_an_act_answers_is_a_claim_of_its_own(read, text, claims):
    assert told(read(text)) == claims


def test_what_an_act_answers_is_a_claim_of_its_own_in_english(read):
    text = "The air force raided the port in retaliation for an attack that killed three guards."
    assert told(read(text, language="en")) == ["The air force raided the port", "an attack that killed three guards"]


def test_the_outlets_own_voice_is_a_chain_of_one(read):
    [claim] = read("قتل ثلاثة أشخاص في انهيار مبنى وسط المدينة.").claims
    assert claim.source is None
    assert [step.step for step in claim.chain] == ["outlet"]


def test_a_denied_statement_makes_a_denied_claim(read):
    claims = read("نفت حركة الراية أن تكون قد قصفت الجسر.").claims
    assert [claim.factuality for claim in claims] == ["denied"]


def test_furniture_and_credits_claim_nothing():
    from tawatur import pipeline
    from tawatur.ingest.jsonl import article_of_record

    text = (
        "مقتل ثلاثة في انهيار مبنى\n"
        "مبنى منهار وسط المدينة - الأناضول\n"
        "قتل ثلاثة أشخاص في انهيار مبنى وسط مدينة صيدا، وفق الدفاع المدني.\n"
        "اقرأ أيضا\n"
        "مقتل عشرة جنود في انفجار لغم\n"
    )
    reading = pipeline.read(article_of_record({"id": "x", "text": text}, "x"))
    words = " ".join(claim.proposition for claim in reading.claims)
    assert "عشرة جنود" not in words and "الأناضول" not in words
    assert not [q for q in reading.quantities if q.low == 10]


def test_every_span_is_the_reports_own_words(read):
    reading = read("وَقَالَ الْوَزِيرُ سَامِي الْحَدَّادُ إِنَّ ثَلاثَةَ جُنُودٍ قُتِلُوا.")
    text = reading.article.text
    for claim in reading.claims:
        assert claim.proposition == claim.span.of(text)


def told(reading):
    return [claim.span.of(reading.article.text) for claim in reading.claims]


def test_the_act_before_a_word_of_saying_is_the_outlets(read):
    reading = read("رفض اتحاد المزارعين نتائج الجولة الأخيرة، وقال إن الأسعار هبطت في الأسواق.")
    assert told(reading)[0] == "رفض اتحاد المزارعين نتائج الجولة الأخيرة"
    assert [claim.source and claim.source.text for claim in reading.claims] == [None, "اتحاد المزارعين"]


def test_what_is_owned_up_to_keeps_its_verb(read):
    assert told(read("اعترف المتهم بالجريمة أمام القاضي.")) == ["اعترف المتهم بالجريمة أمام القاضي"]


def test_both_parts_of_what_is_said_are_claims(read):
    reading = read("The governor said nine guards were hurt and that the gate had been stormed.", language="en")
    assert told(reading) == ["nine guards were hurt", "that the gate had been stormed"]
    assert {claim.source.text for claim in reading.claims} == {"The governor"}


def test_a_verb_behind_a_joining_letter_begins_a_claim_and_a_noun_of_a_list_does_not(read):
    reading = read("ابتلعت المياه مركبا عصر الأحد، فقضى 12 شخصا، وأنقذ 19، وعرض مسعفون المساعدة.")
    assert [claim.proposition for claim in reading.claims] == [
        "ابتلعت المياه مركبا عصر الأحد",
        "قضى 12 شخصا",
        "أنقذ 19، وعرض مسعفون المساعدة",
    ]


def test_a_bound_negates_nothing(read):
    claims = read("قال الحاكم إن النسبة لم تتجاوز 38 بالمئة، وقال النائب إن اللجنة لم تنشر النتائج.").claims
    assert [claim.polarity for claim in claims] == ["positive", "negative"]


def test_a_name_between_commas_before_said_is_who_said_it(read):
    reading = read("A resident, Karim Nasser, said he saw six engines near Basra.", language="en")
    assert told(reading) == ["he saw six engines near Basra"]
    assert [claim.source.text for claim in reading.claims] == ["A resident, Karim Nasser"]


def test_a_verb_of_what_is_to_come_begins_a_claim(read):
    assert told(read("شكلت الوزارة لجنة للتحقيق، وستمنح ذوي كل ضحية عشرين ألف دينار.")) == [
        "شكلت الوزارة لجنة للتحقيق",
        "ستمنح ذوي كل ضحية عشرين ألف دينار",
    ]


def test_what_is_not_so_is_a_clause_of_its_own(read):
    reading = read("وبحسب المجلس المحلي، فإن مئات الأسر فرت من البلدة ولم تصلها أي مساعدات حتى الآن.")
    assert told(reading) == ["مئات الأسر فرت من البلدة", "لم تصلها أي مساعدات حتى الآن"]
    assert [c.polarity for c in reading.claims] == ["positive", "negative"]


def test_what_still_goes_on_is_not_negated(read):
    assert [c.polarity for c in read("وقالت الشرطة إن التحقيق لا يزال جاريا.").claims] == ["positive"]


def test_the_verb_is_negated_whatever_event_stands_behind_it(read):
    claims = read("لم تعلن أي جهة مسؤوليتها عن الهجوم حتى مساء الثلاثاء.").claims
    assert [c.polarity for c in claims] == ["negative"]


def test_verbs_behind_a_comma_begin_claims(read):
    text = "ونقل 12 شخصا إلى المستشفى، غادر تسعة منهم لاحقا. وفتح المعرض أبوابه أمس، ويستمر حتى نهاية الشهر."
    assert told(read(text))[1::2] == ["غادر تسعة منهم لاحقا", "يستمر حتى نهاية الشهر"]


def test_a_noun_behind_a_comma_goes_on_with_its_claim(read):
    text = "انتشر الجنود في المدينة، بين المتحف والجسر، ضمن خطة أمنية."
    assert told(read(text)) == [text[:-1]]


def test_a_short_clause_of_the_outlets_is_kept(read):
    assert told(read("وقضت المحكمة بسجن الوزير السابق عشر سنوات، وبرأت شقيقه."))[-1] == "برأت شقيقه"


def test_as_well_goes_on_with_what_a_source_says(read):
    reading = read("وأفاد مصدر طبي بأن سبعة جنود قتلوا، كما وصلت إلى المستشفى جثامين ثلاثة مدنيين.")
    assert [c.source.text for c in reading.claims] == ["مصدر طبي", "مصدر طبي"]


def test_english_clauses(read):
    reading = read(
        "At least nine people were killed and 14 wounded when a bomb went off in Kirkuk, officials said.\n"
        "Flights were suspended because of the sandstorm and had not resumed by evening, state television reported.\n"
        '"We will not negotiate under fire," the spokesman told reporters in Doha.',
        language="en",
    )
    assert [(c.proposition, c.source.text) for c in reading.claims] == [
        ("At least nine people were killed", "officials"),
        ("14 wounded when a bomb went off in Kirkuk", "officials"),
        ("Flights were suspended because of the sandstorm", "state television"),
        ("had not resumed by evening", "state television"),
        ("We will not negotiate under fire", "the spokesman"),
    ]


def test_only_so_many_is_no_negation(read):
    claims = read("وقالت الوزيرة إن الإضراب لم يشمل سوى 35 في المئة من المدارس.").claims
    assert [c.polarity for c in claims] == ["positive"]


def test_a_perfect_behind_what_is_denied_is_no_more_denied(read):
    reading = read("ونفت العصبة أن تقام المباراة دون جمهور، وحددت للضيوف حصة خمسة بالمئة من التذاكر.")
    assert [(c.factuality, c.source is None) for c in reading.claims] == [("denied", False), ("stated", True)]


def test_what_a_speaker_says_is_the_claim_whoever_relays_that_he_does(read):
    reading = read("أكدت وزيرة التربية أن الإضراب شمل 35 في المئة من المدارس، بحسب تقارير المناطق التربوية.")
    assert [(c.proposition, c.source.text) for c in reading.claims] == [
        ("الإضراب شمل 35 في المئة من المدارس", "وزيرة التربية")
    ]


def test_the_noun_of_an_act_behind_a_verb_says_nothing(read):
    text = "قررت الرابطة نقل المباراة إلى ملعب برشيد، على أن تجرى يوم الخميس."
    assert not read(text).quotes


def test_words_left_of_an_attribution_are_no_claim(read):
    text = "لقي ستة أشخاص مصرعهم، بحسب حصيلة أولية أصدرتها وزارة الصحة في الثامنة صباحا."
    assert told(read(text)) == ["لقي ستة أشخاص مصرعهم"]


def test_english_statements_keep_to_what_is_said(read):
    reading = read(
        "The bank kept its benchmark rate unchanged at 7.5% on Thursday and warned against haste.\n"
        "Inflation averaged 4.9% in 2025, the bank said in its statement, while core inflation was steady at 5.2%.\n"
        "The cranes were paid for by a fund, according to a ministry official who declined to be named.",
        language="en",
    )
    assert [(c.proposition, c.source.text if c.source else None) for c in reading.claims] == [
        ("The bank kept its benchmark rate unchanged at 7.5% on Thursday", None),
        ("haste", "The bank"),
        ("Inflation averaged 4.9% in 2025", "the bank"),
        ("while core inflation was steady at 5.2%", "the bank"),
        ("The cranes were paid for by a fund", "ministry official"),
    ]


def test_two_verbs_of_one_object_are_one_clause(read):
    reading = read("وقال الجيش إن القتيل على صلة بالمسلح الذي قتل وأصاب جنودا في الكمين.")
    assert told(reading) == ["القتيل على صلة بالمسلح الذي قتل وأصاب جنودا في الكمين"]


@pytest.mark.parametrize(
    ("text", "language", "source", "kind"),
    [
        ("Bus fares rose within hours, drivers said.", "en", "drivers", "anonymous"),
        ("The boat sank off Sfax, the group that runs it said.", "en", "the group that runs it", "named"),
        ("Crews left at noon, a surgeon, Dr. Osman Bilal, said.", "en", "a surgeon, Dr. Osman Bilal", "named"),
        (
            "أعلنت وزارة الصحة بولاية كسلا، الأربعاء، ارتفاع الإصابات بالكوليرا إلى 512 حالة.",
            "ar",
            "وزارة الصحة",
            "named",
        ),
        ("وقالت ممرضة في مستشفى كسلا إن المحاليل نفدت منذ يومين.", "ar", "ممرضة في مستشفى كسلا", "anonymous"),
        ("وقال المدير إن عطلا تسبب في الدخان بحسب المعاينة الأولية.", "ar", "المدير", "named"),
        ("وقال رئيس لجنة شؤون الأسرى سامي فهد إن الصفقة تمت.", "ar", "رئيس لجنة شؤون الأسرى سامي فهد", "named"),
    ],
)
def test_who_says_it(read, text, language, source, kind):
    (claim,) = read(text, language=language).claims
    assert claim.source is not None and (claim.source.text, claim.source.kind) == (source, kind)


def test_what_follows_a_statement_goes_on_with_it(read):
    text = "قالت وزارة الصحة إن 19 شخصا توفوا، فيما بلغ عدد الإصابات 640 حالة، بينما أفاد مصدر طبي بإصابة ممرض."
    assert [c.source.text for c in read(text).claims if c.source] == ["وزارة الصحة", "وزارة الصحة", "مصدر طبي"]


def test_a_clause_that_tells_of_a_noun_goes_on_with_no_speaker(read):
    text = "قال المدير إن العمل بدأ. ويأتي التمويل بعد عام على انسحاب شريك ماليزي كان قد تعهد بحصة في المشروع."
    assert [c.source.text for c in read(text).claims if c.source] == ["المدير"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("أدانت نقابة الصيادلة القرار، وأعلنت أن الصيدليات ستغلق أبوابها الخميس.", "أدانت نقابة الصيادلة القرار"),
        ("وكان الحزب قد حذره مرارا، وقال إن الحوار هو الحل.", "كان الحزب قد حذره مرارا"),
        ("أقر المجلس المشروع بموافقة 120 نائبا ومعارضة 31، وامتنع الباقون.", "معارضة 31"),
    ],
)
def test_short_clauses_of_an_act_or_a_number_are_claims(read, text, claim):
    assert claim in told(read(text))


def test_an_english_subject_keeps_its_verb_behind_what_tells_of_it(read):
    reading = read(
        "A blast at a depot in Kasra, a village west of the river, killed four guards.\n"
        "The harbour authority, which runs both piers, has recorded 31 accidents this year.",
        language="en",
    )
    assert [c.proposition for c in reading.claims] == [
        "A blast at a depot in Kasra, a village west of the river, killed four guards",
        "The harbour authority, which runs both piers, has recorded 31 accidents this year",
    ]


def test_what_a_verb_takes_behind_an_aside_goes_on_with_it(read):
    text = "قضى تفاهم الوسطاء، الموقع قبل أسبوع، بهدنة مدتها شهر تجدد تلقائيا ما لم يعترض أحد."
    [claim] = read(text).claims
    assert claim.proposition == text.rstrip(".") and claim.source is None


def test_an_attack_that_somebody_is_found_guilty_of_is_no_plan(read):
    [claim] = read("حكمت المحكمة على ستة متهمين، بعد إدانتهم بالتخطيط والمشاركة في هجوم الجسر.").claims
    assert claim.factuality == "stated"
    reading = read("اعترض حراس المصنع نحو 300 طالب قرب البوابة.")
    assert "demand" not in {event.frame for event in reading.events}
