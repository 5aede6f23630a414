"""Quotations and reported statements: speaker, channel, chain, firmness; marks that are no speech."""

from __future__ import annotations

import pytest

from tawatur import pipeline
from tawatur.ingest.jsonl import article_of_record


def said(reading):
    text = reading.article.text
    return [
        (q.mode, q.source.text if q.source else None, q.content.of(text), q.channel.kind if q.channel else None)
        for q in reading.quotes
    ]


@pytest.mark.parametrize(
    ("text", "mode", "speaker", "content", "channel"),
    [
        ("قال الوزير سامي الحداد إن الطريق مفتوح.", "indirect", "الوزير سامي الحداد", "الطريق مفتوح", None),
        ("وأعلنت وزارة الصحة، في بيان، أن الحملة انتهت.", "indirect", "وزارة الصحة", "الحملة انتهت", "statement"),
        (
            "قال المحافظ خالد نور: «لن نغلق المعبر مرة أخرى».",
            "direct",
            "المحافظ خالد نور",
            "لن نغلق المعبر مرة أخرى",
            None,
        ),
        ("وأكد البيان أن القوات انسحبت.", "indirect", "البيان", "القوات انسحبت", "statement"),
        ("بحسب مصدر أمني، وصلت التعزيزات ليلا.", "indirect", "مصدر أمني", "وصلت التعزيزات ليلا", None),
        ("وصلت التعزيزات ليلا، وفق ما أعلنت وزارة الدفاع.", "indirect", "وزارة الدفاع", "وصلت التعزيزات ليلا", None),
        (
            'كتب الناشط عمر زيد على منصة إكس: "الجسر انهار بالكامل".',
            "direct",
            "الناشط عمر زيد",
            "الجسر انهار بالكامل",
            "post",
        ),
        ("أفاد موقع «عدالة» نقلا عن مصدر قضائي بأن الحكم نهائي.", "indirect", "مصدر قضائي", "الحكم نهائي", None),
        ("نفت حركة الراية أن تكون قد قصفت الجسر.", "indirect", "حركة الراية", "تكون قد قصفت الجسر", None),
        (
            "«هذا يوم طويل علينا جميعا»، قالت الوزيرة هالة سعد.",
            "direct",
            "الوزيرة هالة سعد",
            "هذا يوم طويل علينا جميعا",
            None,
        ),
    ],
)
def test_statement(read, text, mode, speaker, content, channel):
    assert (mode, speaker, content, channel) in said(read(text))


SPEAKERS = [
    # an apposition between commas belongs to the speaker
    ("وقال رئيس البلدية، المهندس رامي الحسن، إن السد سليم.", "رئيس البلدية، المهندس رامي الحسن", "السد سليم", None),
    ("وأمر القاضي سامر نادر، رئيس المحكمة، بوقف التنفيذ.", "القاضي سامر نادر، رئيس المحكمة", "بوقف التنفيذ", None),
    # where an unnamed source belongs
    ("وقال مصدر في وزارة الداخلية إن الطريق مغلق.", "مصدر في وزارة الداخلية", "الطريق مغلق", None),
    ("وطالب عدد من الأهالي المحافظ بإنارة الطريق.", "عدد من الأهالي", "بإنارة الطريق", None),
    ("كشف مصدران دبلوماسيان عن اجتماع سري.", "مصدران دبلوماسيان", "اجتماع سري", None),
    # the object of a verb is no speaker
    ("وتوقعت مصلحة الأرصاد استمرار الأمطار حتى الغد.", "مصلحة الأرصاد", "استمرار الأمطار حتى الغد", None),
    ("واتهمت الحكومة المبعوث الدولي بالانحياز.", "الحكومة", "المبعوث الدولي بالانحياز", None),
    # the subject before its verb
    ("غير أن موظفا سابقا في الشركة أكد أن الأرقام صحيحة.", "موظفا سابقا في الشركة", "الأرقام صحيحة", None),
    ("أما محامي المتهم فاعتبر أن الحكم قاس.", "محامي المتهم", "الحكم قاس", None),
    ("وكانت عدة منظمات معنية بالطفولة قد أكدت أن المدارس مغلقة.", "عدة منظمات معنية", "المدارس مغلقة", None),
    # to whom it was said
    ('وقال المحافظ لـ"صوت الساحل" إن الميناء مغلق.', "المحافظ", "الميناء مغلق", "interview"),
    ("وقالت مصادر طبية لوكالة الساحل إن المصابين بخير.", "مصادر طبية", "المصابين بخير", "interview"),
    ("وقال الوزير للصحفيين إن الميزانية جاهزة.", "الوزير", "الميزانية جاهزة", None),
    ("وقال المدرب في تصريحات لقناة الملعب إن الفريق جاهز.", "المدرب", "الفريق جاهز", "interview"),
    # the channel before the verb, or in the text named before it
    ("وفي رسالة إلى المجلس، طلب المندوب عقد جلسة.", "المندوب", "عقد جلسة", "document"),
    ("أصدرت الوزارة بيانا قالت فيه إن الأسعار ثابتة.", "الوزارة", "الأسعار ثابتة", "statement"),
    ("وقال النائب عبر حسابه على إكس إن القانون مجحف.", "النائب", "القانون مجحف", "post"),
    # phrases
    ("وصلت القافلة صباحا، وفق ما جاء في بيان للوزارة.", "بيان للوزارة", "وصلت القافلة صباحا", "statement"),
    ("«سيكون ذلك خطأ فادحا»، بحسب الخبير سامي نور.", "الخبير سامي نور", "سيكون ذلك خطأ فادحا", None),
    ("وقال الوزير في حوار مع صحيفة الضحى إن العام صعب مشيرا إلى أن الدين زاد.", "الوزير", "الدين زاد", "interview"),
]


@pytest.mark.parametrize(("text", "speaker", "content", "channel"), SPEAKERS)
def test_who_says_it_and_through_what(read, text, speaker, content, channel):
    assert (speaker, content, channel) in {(s, c, k) for _, s, c, k in said(read("عنوان الخبر\n" + text))}


@pytest.mark.parametrize(
    "text",
    [
        "ولم يعلن الجيش عن خسائر.",
        "ويعتقد أن السفينة غرقت ليلا.",
        "جرت المباراة وفق الجدول المعلن سابقا.",
        "النتائج تشير إلى أن الفارق صغير.",
        "وشملت الخطة إجراءات مشددة لضبط الأسعار.",
        "ويعبر النهر عبر بلدات كثيرة من بينها الشيخ.",
        "جرت المظاهرة تحت شعار «معا من أجل مدينة نظيفة وآمنة للجميع» في الساحة.",
        "وفي نشرتها أوردت أرقام الحركة.",
    ],
)
def test_what_nobody_says_is_no_statement(read, text):
    assert not read("عنوان الخبر\n" + text).quotes


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("المدرب: سنفوز بالكأس", "المدرب"),
        ("مصادر: اتفاق وشيك بين الجانبين", "مصادر"),
        ("إيران: لن نتراجع عن برنامجنا", "إيران"),
        ("الأرصاد: أمطار غزيرة غدا", "الأرصاد"),
        ("احتجاجات الميناء: الشرطة تفرق المتظاهرين", None),
        ("السودان: مقتل خمسة في قصف", None),
        ("الحرب في الشمال: هدنة تبدأ غدا", None),
        ("فاجعة على الطريق: قتلى وجرحى", None),
    ],
)
def test_what_stands_before_a_headlines_colon(headline, speaker):
    record = {"id": "x", "text": headline + "\nنص الخبر هنا في سطر آخر.", "published": "2026-03-14"}
    found = pipeline.read(article_of_record(record, "x")).quotes
    assert [quote.source.text for quote in found] == ([speaker] if speaker else [])


def test_a_chain_runs_through_every_agency_to_the_outlet(read):
    reading = read("عنوان الخبر\nونقلت صحيفة الرقيب عن وكالة البحيرة عن مسؤول رفيع قوله إن القائمة جاهزة.")
    [chain] = [quote.chain for quote in reading.quotes]
    assert [step.step for step in chain] == ["speaker", "agency", "agency", "outlet"]
    assert [step.text for step in chain][:3] == ["مسؤول رفيع", "وكالة البحيرة", "صحيفة الرقيب"]


def test_a_verb_goes_on_with_the_last_speaker_it_agrees_with(read):
    text = "قالت الوزيرة هالة سعد إن الخطة جاهزة.\nوقال المحافظ خالد نور إن المال نفد.\nوأضافت أن العمل بدأ."
    assert said(read(text))[-1][1] == "الوزيرة هالة سعد"


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير: «سنرد قريبا جدا على كل هجوم».",
        "قال الوزير: “سنرد قريبا جدا على كل هجوم”.",
        "قال الوزير: ”سنرد قريبا جدا على كل هجوم“.",
        'قال الوزير: "سنرد قريبا جدا على كل هجوم".',
        'قال الوزير: " سنرد قريبا جدا على كل هجوم " .',
        'قال الوزير: ""سنرد قريبا جدا على كل هجوم"".',
        "قال الوزير: 'سنرد قريبا جدا على كل هجوم'.",
        "قال الوزير: »سنرد قريبا جدا على كل هجوم«.",
    ],
)
def test_marks_pair_however_a_page_sets_them(read, text):
    [quote] = read("عنوان الخبر\n" + text).quotes
    assert quote.content.of("عنوان الخبر\n" + text) == "سنرد قريبا جدا على كل هجوم"
    assert (quote.mode, quote.factuality) == ("direct", "planned")


def test_a_quotation_runs_over_paragraphs_and_below_a_colon(read):
    text = "عنوان الخبر\nوجاء في بيان للقيادة:\n«صدت القوات هجوما على المعبر.\nوتؤكد القيادة أنها مستعدة»."
    quotes = read(text).quotes
    assert [quote.mode for quote in quotes] == ["direct", "direct"]
    assert {quote.source.text for quote in quotes} == {"بيان للقيادة"}
    assert {claim.quote for claim in read(text).claims if "القيادة" in claim.proposition} <= {q.id for q in quotes}


def test_every_sentence_of_a_quotation_is_its_speakers(read):
    text = "عنوان الخبر\nقال الوزير سامي نور: «فتح المعبر صباحا. ووصلت عشر شاحنات من الجانب الآخر»."
    reading = read(text)
    assert {claim.source.text for claim in reading.claims if "شاحنات" in claim.proposition} == {"الوزير سامي نور"}


def test_a_dropped_subject_goes_on_with_the_speaker_and_his_channel(read):
    reading = read("قالت وزارة الدفاع في بيان إن الهدنة صامدة.\nوأضافت أن المراقبين وصلوا.")
    assert said(reading)[1] == ("indirect", "وزارة الدفاع", "المراقبين وصلوا", "statement")


def test_a_post_that_carries_a_statement_is_two_channels(read):
    text = "قال وزير الخارجية نبيل عامر في منشور على إكس تضمن بيان القيادة العامة «لن نتراجع عن مطالبنا أبدا»."
    [quote] = read(text).quotes
    assert [step.step for step in quote.chain] == ["speaker", "channel", "channel", "outlet"]
    assert [step.text for step in quote.chain][1:3] == ["منشور على إكس", "بيان القيادة العامة"]


@pytest.mark.parametrize(
    "text",
    [
        'شنت "القاعدة" هجوما على "جبهة النصرة" في المدينة.',
        'انطلقت عملية "درع الوادي" ثم عملية "سيف النهر" خلال أسبوع.',
        'تبنى تنظيم " داعش " التفجير قرب مقر " قسد " في البلدة.',
        "وصلت القافلة إلى «المنطقة الآمنة» ظهر أمس.",
    ],
)
def test_names_in_marks_and_the_gap_between_them_are_no_speech(read, text):
    assert not [q for q in read(text).quotes if q.mode == "direct"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("نفى المتحدث وقوع إصابات.", "denied"),
        ("حذر الدفاع المدني من انهيار السد.", "warned"),
        ("دعا رئيس الحكومة إلى الهدوء.", "demanded"),
        ("تعهد الوزير بإعادة الإعمار.", "planned"),
        ("زعمت الحركة أنها أسقطت طائرة.", "doubted"),
    ],
)
def test_firmness_comes_from_the_word_of_saying(read, text, factuality):
    assert factuality in {quote.factuality for quote in read(text).quotes}


def test_an_unnamed_source_is_anonymous(read):
    [quote] = read("وقال مسؤول أمني، طلب عدم ذكر اسمه، إن العملية انتهت.").quotes
    assert (quote.source.kind, quote.source.text) == ("anonymous", "مسؤول أمني")


def test_an_unpaired_mark_is_survived(read):
    assert read('قال الوزير سامي الحداد "إن الطريق مفتوح.\nوأضاف أن الجسر مغلق.').quotes


ENGLISH = [
    ("Police said three people were hurt.", "Police", "three people were hurt", None),
    (
        "Three people were hurt, according to the interior ministry.",
        "interior ministry",
        "Three people were hurt",
        None,
    ),
    ("The road will stay shut, Mayor Alan Reed said on Tuesday.", "Mayor Alan Reed", "The road will stay shut", None),
    ('"We will not leave," Mayor Sara Cole told reporters.', "Mayor Sara Cole", "We will not leave", None),
    ('"It shook the house," said Mary Stone, 43, who lives nearby.', "Mary Stone", "It shook the house", None),
    ('"The plan," said Mary Stone, "is a disaster for us."', "Mary Stone", "is a disaster for us.", None),
    (
        "Mark Dillon, the company's chief executive, said sales had fallen.",
        "Mark Dillon, the company's chief executive",
        "sales had fallen",
        None,
    ),
    (
        "A senior official, speaking on condition of anonymity, told Reuters that talks had stalled.",
        "A senior official",
        "talks had stalled",
        "interview",
    ),
    ("In a statement, the army said it had struck two targets.", "the army", "it had struck two targets", "statement"),
    ("The president wrote on X that the talks were over.", "The president", "the talks were over", "post"),
    (
        "At a news conference, the mayor said the school was safe.",
        "the mayor",
        "the school was safe",
        "press_conference",
    ),
    ("The movement denied the attack in a video on Telegram.", "The movement", "the attack", "broadcast"),
    ("The report said 40% of homes were damaged.", "The report", "40% of homes were damaged", "report"),
    ("Officials denied any attack had taken place.", "Officials", "any attack had taken place", None),
    ("Residents say the water has been cut for a week.", "Residents", "the water has been cut for a week", None),
    ('Asked about the budget, the mayor replied: "No comment today."', "the mayor", "No comment today.", None),
    ('The opposition described the vote as "a farce".', "The opposition", "a farce", None),
    (
        "The mayor said the bridge was shut, adding that work would last a month.",
        "The mayor",
        "work would last a month",
        None,
    ),
    ("Witnesses said they heard blasts; officials denied any attack.", "officials", "any attack", None),
]


@pytest.mark.parametrize(("text", "speaker", "content", "channel"), ENGLISH)
def test_english(read, text, speaker, content, channel):
    found = {(s, c, k) for _, s, c, k in said(read(text, language="en"))}
    assert (speaker, content, channel) in found


def test_a_pronoun_is_whoever_spoke_before(read):
    reading = read('The mayor said the bridge was shut.\n"Nobody knows why it fell," he added.', language="en")
    assert said(reading)[1] == ("direct", "The mayor", "Nobody knows why it fell", None)


@pytest.mark.parametrize(
    "text",
    [
        'The film "The Long Way Home" opened on Friday.',
        "A spokesperson declined to comment.",
        "The group claimed responsibility for the attack.",
    ],
)
def test_english_that_reports_no_statement(read, text):
    assert not read(text, language="en").quotes


@pytest.mark.parametrize("text", ["قال الوزير «", "قال الوزير إن", 'قال الوزير: "', "أفاد مصدر بأن"])
def test_a_text_that_breaks_off_behind_the_verb_says_nothing(read, text):
    assert not read(text).quotes


@pytest.mark.parametrize("text", ["The minister said «", 'The minister said "', "Ali said that", "He told Reuters:"])
def test_an_english_text_that_breaks_off_says_nothing(make_article, text):
    assert not pipeline.read(make_article(text, language="en")).quotes


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("ونفى الحزب في بيان أصدره مساء الأحد تلقي أي دعم خارجي.", "الحزب", "تلقي أي دعم خارجي"),
        (
            "وأكدت الوزارة في بيان تلقت الوكالة نسخة منه إغلاق المعبر.",
            "الوزارة",
            "إغلاق المعبر",
        ),
        (
            "وأعلنت الوزارة في بيان نشرته الصفحة الرسمية على فيسبوك تأجيل الامتحانات.",
            "الوزارة",
            "تأجيل الامتحانات",
        ),
        ("وأعلن الحزب «تجميد» عضوية ثلاثة من نوابه.", "الحزب", "«تجميد» عضوية ثلاثة من نوابه"),
        ("وأكد مصدر أمني رفض الكشف عن اسمه للوكالة أن المهاجم قتل.", "مصدر أمني", "المهاجم قتل"),
    ],
)
def test_a_clause_on_the_channel_or_a_first_word_in_marks_is_no_end(read, text, source, content):
    [quote] = read(text).quotes
    assert (quote.source.text, quote.content.of(text)) == (source, content)


def test_a_contrast_with_its_own_speaker_is_another_statement(read):
    text = "وتوقع الخبراء أن ينكمش الاقتصاد بنسبة 2% هذا العام، لكن وزير المالية قال إن النمو سيبلغ 1%."
    quotes = read(text).quotes
    assert [(q.source.text, q.content.of(text)) for q in quotes] == [
        ("الخبراء", "ينكمش الاقتصاد بنسبة 2% هذا العام"),
        ("وزير المالية", "النمو سيبلغ 1%"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "channel", "agencies"),
    [
        (
            "وقال كبير الاقتصاديين في مصرف الراجحي سامح فريد إن التضخم سيتراجع.",
            "كبير الاقتصاديين في مصرف الراجحي سامح فريد",
            None,
            [],
        ),
        (
            "ورأى رئيس قسم الأبحاث لدى مجموعة إيكويتي رائد الخضر أن الذهب سيرتفع.",
            "رئيس قسم الأبحاث لدى مجموعة إيكويتي رائد الخضر",
            None,
            [],
        ),
        (
            "وأفاد صاحب متجر قريب من المكان اسمه عدنان قصاب بأن الزجاج تحطم.",
            "صاحب متجر قريب من المكان اسمه عدنان قصاب",
            None,
            [],
        ),
        ("أصيب عشرة عمال، كما صرح لوكالة فرانس برس مدير المستشفى خالد عمر.", "مدير المستشفى خالد عمر", "interview", []),
        ("أقال الرئيس الحكومة، وفق مرسوم تلاه التلفزيون الرسمي.", "مرسوم", "document", ["التلفزيون الرسمي"]),
        ("ونص المرسوم على أن تجرى انتخابات خلال تسعين يوما.", "المرسوم", "document", []),
        (
            "قتل جندي، بحسب بيان للجيش نشرته وكالة الأنباء الرسمية.",
            "بيان للجيش",
            "statement",
            ["وكالة الأنباء الرسمية"],
        ),
        ("قتل جندي، وفق بيان صادر عن رئاسة الأركان.", "بيان صادر عن رئاسة الأركان", "statement", []),
        (
            "وأبلغ رئيس الجمعية نادر المحمودي الموقع في رسالة أن الإضراب سيبدأ الاثنين.",
            "رئيس الجمعية نادر المحمودي",
            "document",
            [],
        ),
        ("نعت نقابة الفنانين السوريين المخرج عادل الصباغ الذي توفي في باريس.", "نقابة الفنانين السوريين", None, []),
        (
            "أعلن كل من المحافظ خالد سعد ووزير الداخلية عمر زيد أن الحدود آمنة.",
            "كل من المحافظ خالد سعد ووزير الداخلية عمر زيد",
            None,
            [],
        ),
        ("وأظهر تقرير أعدته منظمة هيومن رايتس ووتش أن عدد المعتقلين ارتفع.", "منظمة هيومن رايتس ووتش", None, []),
        ("أظهرت بيانات رسمية ارتفاع التضخم إلى 12 بالمئة في يناير.", "بيانات رسمية", "report", []),
        ("وأعلنت هيئة الزكاة والضريبة والجمارك أن الرسوم خفضت.", "هيئة الزكاة والضريبة والجمارك", None, []),
        ("أقرت شركة مشوار بتسرب بيانات مليوني مستخدم.", "شركة مشوار", None, []),
        (
            "وأكدت فاطمة بوعزة، شقيقة أحد الضحايا، في حديثها مع الموقع أن العائلة تطالب بتحقيق.",
            "فاطمة بوعزة، شقيقة أحد الضحايا",
            "interview",
            [],
        ),
        ("وطالبت أمهات، على صفحة «اتحاد أمهات مصر» في فيسبوك، بإعادة الامتحان.", "أمهات", "post", []),
        ("قضى عاملان في بئر، استنادا إلى مصادر طبية.", "مصادر طبية", None, []),
        (
            "All 162 passengers were unhurt, spokesman Haitham Abbadi told the state-run Petra news agency.",
            "spokesman Haitham Abbadi",
            None,
            [],
        ),
        (
            "عادت الكهرباء، حسب تصريح لوزير الكهرباء زياد فاضل بثه التلفزيون الرسمي.",
            "تصريح لوزير الكهرباء زياد فاضل",
            "statement",
            ["التلفزيون الرسمي"],
        ),
        ("عادت الكهرباء، وفق تصريحات أدلى بها وزير الكهرباء زياد فاضل.", "وزير الكهرباء زياد فاضل", "statement", []),
        (
            "زادت الكميات، حسبما ورد في تقرير لفريق خبراء الأمم المتحدة.",
            "تقرير لفريق خبراء الأمم المتحدة",
            "report",
            [],
        ),
        ("وأرجع مدير الطب الوقائي محمد توم انتشار المرض إلى ركود المياه.", "مدير الطب الوقائي محمد توم", None, []),
        ("Parents who arrived at the scene said the road had no lighting.", "Parents", None, []),
        (
            "The region is in danger, Secretary-General Hossam Zaki told leaders in Manama.",
            "Secretary-General Hossam Zaki",
            None,
            [],
        ),
        ("Morocco received 5.7 million tourists, tourism ministry data showed.", "tourism ministry data", None, []),
        (
            "قفز سعر البنزين، بناء على بلاغ صدر ليل الثلاثاء عن وزارة الطاقة.",
            "بلاغ صدر ليل الثلاثاء عن وزارة الطاقة",
            "statement",
            [],
        ),
        ("تستهدف الحملة ألف طفل، طبقا لبيان صحافي أصدرته منظمة اليونيسف.", "منظمة اليونيسف", "statement", []),
        ("وأعلنت حركة 23 مارس أنها سيطرت على المدينة.", "حركة 23 مارس", None, []),
        ("أعلن ضباط في الجيش حل المؤسسات، في بيان تلاه عقيد عبر التلفزيون.", "ضباط في الجيش", "statement", []),
        ("قال المدير عوض الكريم أبو شوك إن المنازل انهارت.", "المدير عوض الكريم أبو شوك", None, []),
        (
            "The World Health Organization has recorded 320 new cases, it said on Sunday.",
            "The World Health Organization",
            None,
            [],
        ),
    ],
)
def test_a_speaker_keeps_name_and_owner_and_who_passed_it_on_is_no_speaker(text, speaker, channel, agencies):
    language = "en" if text.isascii() else "ar"
    reading = pipeline.read(article_of_record({"id": "r", "text": f"x\n\n{text}", "language": language}, "r"))
    [quote] = [quote for quote in reading.quotes if quote.source is not None]
    assert (quote.source.text, quote.channel.kind if quote.channel else None) == (speaker, channel)
    assert [step.text for step in quote.chain if step.step == "agency"] == agencies


def test_what_goes_by_a_law_or_an_agreement_is_not_its_words():
    reading = pipeline.read(
        article_of_record({"id": "r", "text": "خبر\n\nانسحبت القوات من البلدة بموجب اتفاق وقع أمس."}, "r")
    )
    assert not reading.quotes


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أدى الانفجار بحسب الشرطة إلى مقتل ثلاثة أشخاص.", "الشرطة"),
        ("بلغت الخسائر وفق غرفة التجارة 20 مليون دولار.", "غرفة التجارة"),
    ],
)
def test_a_clause_goes_on_behind_a_phrase_inside_it(read, text, source):
    [quote] = read(text).quotes
    assert (quote.source.text, quote.content.of(text)) == (source, text.rstrip("."))
