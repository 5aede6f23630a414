"""Shared passages, printed credits, shared speech: how two texts hang together."""

from __future__ import annotations

import pytest

from tawatur.ingest import article_of_record
from tawatur.pipeline import read
from tawatur.story.reuse import lineages

LEAD = "أعلنت بلدية مرج النور أن فرق الطوارئ أنقذت فجر الأحد سبعة عمال حاصرتهم السيول داخل نفق قيد الإنشاء غرب البلدة"
OTHER = "روى عمال لمراسلنا كيف ارتفع الماء حولهم خلال دقائق، قبل أن يصل المسعفون بالحبال ويسحبوهم واحدا تلو الآخر"
SPEECH = "«لن نغلق النفق قبل أن نعرف من قصر ومن أهمل ومن وقع على التراخيص»"


def reading(text, outlet, **more):
    return read(article_of_record({"id": outlet, "text": text, "outlet": outlet, **more}, outlet))


def pair(left, right, **more):
    [found] = lineages((reading(left, "صحيفة الألف", **more), reading(right, "صحيفة الباء", **more)))
    return found


def filler(word, count=12):
    return " ".join(f"{word}{n}" for n in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"[:count])


def test_the_same_text_is_a_copy():
    found = pair(f"عنوان\n\n{LEAD}.\n\n{OTHER}.", f"عنوان\n\n{LEAD}.\n\n{OTHER}.")
    assert found.relation == "copy"


def test_the_same_text_under_two_headlines_is_a_copy():
    found = pair(f"عنوان أول\n\n{LEAD}.", f"كلمات أخرى تماما لهذا الخبر\n\n{LEAD}.")
    assert found.relation == "copy"


def test_a_long_run_outside_quotation_marks_is_a_lineage_and_is_shown():
    found = pair(
        f"إنقاذ عمال\n\n{LEAD}.\n\n{OTHER}.", f"سيول مرج النور\n\nوبحسب مصادر محلية {LEAD}، وفتح تحقيق في ما جرى."
    )
    assert found.relation == "derived"
    assert "أنقذت فجر الأحد سبعة عمال" in found.evidence.ar
    assert "words in a row" in found.evidence.en


def test_a_changed_word_does_not_end_a_passage():
    changed = LEAD.replace("سبعة عمال حاصرتهم", "ثمانية عمال حاصرتهم")
    found = pair(f"أ\n\n{LEAD}.", f"ب\n\n{changed}.")
    [passage] = [p for p in found.passages if p.words > 8]
    assert passage.words >= 15


def test_a_shared_quotation_is_a_common_source_and_no_lineage():
    left = f"عنوان أول\n\nقال رئيس البلدية سامر الخطيب {SPEECH}. {OTHER}."
    right = f"عنوان ثان\n\n{filler('كلام')}. وفي مؤتمر صحفي صرح سامر الخطيب: {SPEECH}."
    found = pair(left, right)
    assert found.relation == "common_source"
    assert any(p.quoted for p in found.passages)
    assert "quotation" in found.evidence.en


def test_a_long_name_and_title_shared_by_everybody_make_no_lineage():
    name = "قال وزير الخارجية في الحكومة الانتقالية الدكتور عبد الرحمن محمود السعيد"
    left = f"أ\n\n{name} إن الحدود ستفتح غدا أمام شاحنات القمح، وإن الاتفاق وقع ليلا بعد مفاوضات طويلة بين الوفدين."
    right = f"ب\n\n{name} إن الأسعار لن ترتفع، وشدد على استمرار الدعم للأسر التي فقدت معيلها خلال الأعوام الماضية كلها."
    assert pair(left, right).relation in ("independent", "undetermined")


def test_texts_that_share_nothing_are_independent_and_short_ones_undetermined():
    assert pair(f"أ\n\n{LEAD}. {filler('نص')}.", f"ب\n\n{OTHER}. {filler('قول')}.").relation == "independent"
    assert pair("أ\n\nخبر قصير جدا.", "ب\n\nنص آخر.").relation == "undetermined"


def test_two_languages_cannot_be_compared_by_words():
    left = reading(f"عنوان\n\n{LEAD}.", "صحيفة الألف")
    right = reading(
        "Seven workers rescued\n\nThe town said on Sunday that crews rescued seven workers.", "The Valley Post"
    )
    [found] = lineages((left, right))
    assert found.relation == "undetermined"


def test_an_agencys_credit_wins_over_measure():
    left = reading(f"أ\n\n{LEAD}.", "وكالة المدار للأنباء", kind="agency")
    right = reading(f"ب\n\nمرج النور - المدار\n\n{OTHER}. {filler('نص')}.", "صحيفة الباء")
    [found] = lineages((left, right))
    assert found.relation == "derived"
    assert "المدار" in found.evidence.ar


def test_a_photographs_credit_is_not_the_texts():
    right = f"ب\n\nعمال خارج النفق بعد إنقاذهم - رويترز\n\n{OTHER}. {filler('نص')}."
    left = f"أ\n\nعناصر من الدفاع المدني قرب النفق - رويترز\n\n{LEAD}. {filler('قول')}."
    assert pair(left, right).relation != "derived"


@pytest.mark.parametrize(
    ("first", "second", "earlier"),
    [
        ("2026-04-05T08:00:00+03:00", "2026-04-05T09:30:00+03:00", 0),
        ("2026-04-05T10:00:00+03:00", "2026-04-05T06:30:00+00:00", 1),
        ("2026-04-05", "2026-04-06", 0),
        ("2026-04-05", "2026-04-05T10:00:00Z", None),
        (None, "2026-04-05", None),
    ],
)
def test_direction_comes_from_timestamps_alone(first, second, earlier):
    text = f"أ\n\n{LEAD}.\n\n{OTHER}."
    readings = (reading(text, "أ", published=first), reading(text, "ب", published=second))
    [found] = lineages(readings)
    assert found.earlier == (None if earlier is None else readings[earlier].article.id)


def test_a_report_that_cites_the_others_outlet_anywhere_follows_it():
    left = reading(f"أ\n\n{LEAD}.", "صحيفة المرج", published="2026-04-05")
    right = reading(
        f"ب\n\n{OTHER}.\n\nوذكرت صحيفة «المرج» أن النفق سيغلق شهرا.", "راديو الوادي", published="2026-04-06"
    )
    [found] = lineages((left, right))
    assert (found.relation, found.earlier) == ("derived", left.article.id)


def test_an_outlet_named_in_two_languages_between_place_and_text_is_a_credit():
    left = reading("Tunnel reopens\n\nThe tunnel reopened on Sunday, the town said.", "Gulf of Aden Wire")
    right = reading(f"ب\n\nعدن - «خليج عدن واير»: {OTHER}.", "صحيفة الباء")
    [found] = lineages((left, right))
    assert found.relation == "derived"


def test_an_agency_cited_by_its_letters_is_the_one_that_sent_the_other_text():
    left = f"أ\n\nعمان - (أ ن) - {LEAD}."
    right = f"ب\n\n{OTHER}.\n\nوأفادت وكالة الأنباء (أ ن) بأن النفق أغلق."
    assert pair(left, right).relation == "derived"


BULLETIN = "تساقط الثلوج على المرتفعات التي تزيد على ثمانمئة متر مع رياح شمالية شديدة وضباب كثيف فوق الطرق الجبلية"


def test_a_statement_that_both_relay_without_quotation_marks_is_a_common_source():
    left = f"أ\n\nتوقعت مصلحة الأرصاد الجوية {BULLETIN}.\n\n{OTHER}."
    right = f"ب\n\n{filler('نص')}.\n\nوقالت مصلحة الأرصاد الجوية إنها تتوقع {BULLETIN}."
    assert pair(left, right).relation == "common_source"


def test_what_a_speaker_told_one_outlet_alone_is_no_statement_to_both():
    said = "إن ثلاثة قتلى و14 جريحا سقطوا في انهيار سقف المدرسة"
    left = f"أ\n\nقال المحافظ سامر الخطيب في بيان {said}.\n\n{OTHER}."
    right = (
        "ب\n\nقال المحافظ سامر الخطيب {to}إن 14 جريحا وثلاثة قتلى حصيلة انهيار سقف المدرسة.\n\n" + filler("نص") + "."
    )
    assert pair(left, right.format(to="")).relation == "common_source"
    assert pair(left, right.format(to="لصحيفتنا ")).relation == "independent"


def test_one_speaker_and_one_figure_in_two_languages_are_one_statement():
    told = "أنقذت وحدات الحرس البحري 83 مهاجرا وانتشلت جثتين، بحسب ما أفادت الإدارة العامة للحرس الوطني في بلاغ"
    left = reading(f"أ\n\n{OTHER}.\n\n{told}.", "صحيفة الألف", published="2026-10-21")
    english = "Migrants rescued\n\nThe coast guard pulled {} people from a boat, the {} said on Tuesday."
    relations = [
        lineages((left, reading(english.format(number, body), "Tripoli Post", published=f"2026-10-{day}")))[0].relation
        for number, body, day in ((83, "national guard", 21), (52, "national guard", 22), (83, "survivors", 21))
    ]
    assert relations == ["common_source", "undetermined", "undetermined"]


def test_the_toll_of_another_day_is_another_statement():
    told = "هز زلزال شمال شرق أفغانستان ليل الثلاثاء مخلفا 57 قتيلا و300 جريح، بحسب سلطة إدارة الكوارث"
    english = (
        "Aid\n\nThe death toll from Tuesday's earthquake in northeastern Afghanistan has climbed to {}, Afghanistan's "
        "disaster authority said on Thursday."
    )
    left = reading(f"أ\n\n{told}.\n\n{OTHER}.", "صحيفة الألف", published="2026-10-21")
    rights = [reading(english.format(n), "Khorasan Post", published="2026-10-22") for n in (57, 94)]
    relations = [lineages((left, right))[0].relation for right in rights]
    assert relations == ["common_source", "undetermined"]


@pytest.mark.parametrize("told_by", ["وفق البيان", "كما جاء في البيان"])
def test_a_statement_told_by_its_text_alone_is_its_bodys(told_by):
    left = f"أ\n\nأعلنت وزارة الري فتح بوابات سد الرحاب.\n\nوبلغ المخزون، {told_by}، 48 مليون متر مكعب.\n\n{OTHER}."
    right = f"ب\n\nذكرت وزارة الري أن المخزون في سد الرحاب بلغ 48 مليون متر مكعب.\n\n{filler('نص')}."
    assert pair(left, right).relation == "common_source"


def test_a_deputy_with_a_name_is_not_the_body_before_him():
    left = (
        f"أ\n\nقالت وزارة الكهرباء إن حريقا اندلع في محول رئيس بمحطة شرق المدينة.\n\nلكن النائب عن ذي قار حيدر "
        f"الركابي قال لصحيفتنا إن الخط استهدف بعبوة.\n\n{OTHER}."
    )
    right = f"ب\n\nأعلنت وزارة الكهرباء أن محولا رئيسا في محطة شرق المدينة احترق.\n\n{filler('نص')}."
    assert pair(left, right).relation == "common_source"


def test_a_body_and_who_speaks_for_it_retell_one_statement():
    left = (
        f"أ\n\nقال المتحدث باسم وزارة الداخلية العقيد مازن الشوابكة إن الشحنة كانت مخبأة داخل حاوية "
        f"أخشاب وصلت من أوروبا وإن ثلاثة أشخاص أوقفوا.\n\n{OTHER}."
    )
    right = (
        "ب\n\nذكرت {body} أن المواد المضبوطة أخفيت في حاوية محملة بالأخشاب قادمة من ميناء أوروبي، "
        f"وأنها أوقفت ثلاثة.\n\n{filler('نص')}."
    )
    assert pair(left, right.format(body="وزارة الداخلية")).relation == "common_source"
    assert pair(left, right.format(body="وزارة التجارة")).relation == "independent"


def test_two_bodies_of_two_places_or_kinds_speak_for_themselves():
    left = f"أ\n\nقالت مديرية صحة إدلب إن سبعة قتلى و23 جريحا وصلوا إلى مستشفياتها بعد الانفجار.\n\n{OTHER}."
    told = "إن انفجار المستودع خلف 23 جريحا وسبعة قتلى"
    relations = [
        pair(left, f"ب\n\nقال {body} {told}.\n\n{filler('نص', 20)}.").relation
        for body in ("مدير صحة إدلب", "محافظ إدلب", "مدير صحة حلب")
    ]
    assert relations == ["common_source", "independent", "independent"]


def test_what_a_body_does_in_one_report_and_says_in_the_other_is_one_statement():
    act = "خفض البنك الدولي توقعاته لنمو الاقتصاد التونسي إلى 1.9 بالمئة"
    left = f"أ\n\n{act}.\n\nوعزا البنك ذلك إلى الجفاف وضعف الطلب الأوروبي.\n\n{OTHER}."
    right = "ب\n\nلن يتجاوز نمو الاقتصاد التونسي 1.9% في 2026، بحسب تقرير أصدره {}.\n\n" + filler("نص") + "."
    assert pair(left, right.format("البنك الدولي")).relation == "common_source"
    assert pair(left, right.format("صندوق النقد الدولي")).relation == "independent"


def test_a_speaker_who_says_other_things_to_each_is_no_common_source():
    left = f"أ\n\nقالت بلدية فاس إن أسطول النقل لا يتجاوز ستين حافلة، وإن الصفقة ستوقع قبل الصيف.\n\n{OTHER}."
    right = f"ب\n\nقالت بلدية فاس إن مهرجان الموسيقى سيقام في باب المكينة، وإن ميزانيته لم ترفع.\n\n{filler('نص')}."
    assert pair(left, right).relation == "independent"


def test_an_agency_named_without_its_noun_is_the_one_that_sent_the_other_text():
    left = f"أ\n\nضرب زلزال محافظة هرمزغان، بحسب وكالة رويترز.\n\n{OTHER}."
    right = f"ب\n\n{filler('نص')}.\n\nوكان مركزه جنوب إيران، كما نقلت رويترز عن الإعلام الرسمي."
    assert pair(left, right).relation == "derived"


def test_one_person_on_one_thing_relays_one_statement_though_the_figures_differ():
    told = "قالت رئيسة هيئة الانتخابات لمياء القروي إن نسبة المشاركة بلغت {} بالمئة عند إغلاق مكاتب الاقتراع"
    left = f"أ\n\n{OTHER}.\n\n{told.format(27.4)}."
    right = f"ب\n\n{filler('نص')}.\n\nو{told.format(29.4)}، وفق ما أوردته الإذاعة."
    assert pair(left, right).relation in ("common_source", "derived")
    other = "ب\n\n{}.\n\nوبلغت نسبة المشاركة عند إغلاق المكاتب 29.4 بالمئة وفق ما أعلنته {}.".format
    assert pair(left, other(filler("نص"), "رئيسة هيئة الانتخابات لمياء القروي")).relation == "common_source"
    assert pair(left, other(filler("نص"), "منظمة عين الناخب")).relation == "independent"


def test_a_few_words_of_praise_by_two_persons_are_no_statement():
    left = f"أ\n\nوصف الوزير سامر الخطيب القانون بأنه «إصلاح طال انتظاره».\n\n{OTHER}."
    right = "ب\n\n{}.\n\nوقال {} إن النص «إصلاح طال انتظاره» فعلا."
    assert pair(left, right.format(filler("نص", 20), "النائب كريم المرابط")).relation == "independent"


def test_an_agency_that_is_none_of_the_news_is_no_credit():
    left = f"أ\n\nقتل 19 مدنيا في قصف على السوق، بحسب شبكة أطباء كردفان.\n\n{OTHER}."
    right = f"ب\n\nتبادل الطرفان الاتهام بقصف أوقع وفق شبكة أطباء كردفان 19 قتيلا.\n\n{filler('نص')}."
    assert pair(left, right).relation != "derived"
    assert pair(left, right.replace("شبكة أطباء كردفان", "شبكة «كردفان»")).relation != "derived"
    assert pair(*(text.replace("شبكة أطباء كردفان", "شبكة «كردفان»") for text in (left, right))).relation == "derived"


def test_the_office_behind_a_name_and_the_bare_province_tell_the_body():
    told = "إن حريق المصنع خلف 23 جريحا وسبعة قتلى في المنطقة الصناعية"
    ours = {"الحماية المدنية": "الرائد كريم بن زيان، المكلف بالإعلام في الحماية المدنية،", "المحافظة": "محافظ الشرقية"}
    for body, who in ours.items():
        left = f"أ\n\n{OTHER}.\n\nوأفادت {body} بأن سبعة قتلى و23 جريحا سقطوا في حريق مصنع بالمنطقة الصناعية."
        right = f"ب\n\n{filler('نص')}.\n\nوقال {who} {told}."
        assert pair(left, right).relation == "common_source"


def test_a_body_is_known_by_all_its_name_and_by_its_noun_alone():
    told = "أن انزلاق التربة أخرج ثلاث عربات عن السكة وأن القطار كان يقل 186 مسافرا"
    left = f"أ\n\n{OTHER}.\n\nوأوضح بيان للشركة الوطنية للنقل بالسكك الحديدية {told}."
    right = "ب\n\n{}.\n\nوكان القطار يقل 186 مسافرا حين خرجت ثلاث عربات بفعل انزلاق التربة، حسب {}."
    assert pair(left, right.format(filler("نص"), "شركة السكك الحديدية")).relation == "common_source"
    assert pair(left, right.format(filler("نص"), "نقابة المعلمين")).relation == "independent"
    arabic = reading(f"أ\n\n{OTHER}.\n\nوأعلن جهاز الأمن الوطني ضبط أربعة أحزمة ناسفة ومواد متفجرة.", "صحيفة الألف")
    english = "Arrests\n\nMen were held by the {} on Tuesday.\n\nAgents seized four explosive belts, the service said."
    found = [
        lineages((arabic, reading(english.format(n), "Wire")))[0].relation
        for n in ("National Security Service", "Postal Service")
    ]
    assert found == ["common_source", "undetermined"]


def test_who_told_one_outlet_alone_makes_no_statement_in_the_sentence_before_either():
    left = f"أ\n\n{OTHER}.\n\nوقال وكيل وزارة الصحة هاني شكري إن تسعة قتلى و27 جريحا حصيلة اصطدام حافلة بشاحنة رخام."
    right = "ب\n\nاصطدمت شاحنة رخام بحافلة فأوقعت 27 جريحا وتسعة قتلى، بحسب هاني شكري وكيل وزارة الصحة.\n\n"
    right += f"{filler('نص')}.\n\nوأضاف شكري {{}}أن 14 مصابا خرجوا."
    assert pair(left, right.format("")).relation == "common_source"
    assert pair(left, right.format("في تصريحات خاصة ")).relation == "independent"
