"""Times in newswire constructions, each with its exact words and value; and the date of a report nobody dated."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tawatur.annotate import dates
from tawatur.annotate.tokens import sentences, tokenise
from tawatur.model import Article, Outlet, Section, Span

FILE = Path(__file__).parents[1] / "data" / "date_expressions.tsv"


def _rows():
    lines = [line for line in FILE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


ROWS = _rows()


def annotate(text, published=None, language="ar"):
    sections, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            sections.append(Section("body", Span("x", start, start + len(line))))
        start += len(line) + 1
    basis = "given" if published else "unknown"
    article = Article(
        "x", Outlet("x", "x"), text, tuple(sections), language, published=published, published_basis=basis
    )
    tokens = tokenise(article)
    parts = sentences(article, tokens)
    anchor = dates.anchor(article, tokens, parts)
    return anchor, dates.times(article, tokens, parts, anchor)


def spoken(text, published="2026-01-17", language="ar"):
    return {t.span.of(text): t for t in annotate(text, published, language)[1]}


@pytest.mark.parametrize(
    "text",
    [
        "استقرت الفائدة عند 6.5%",
        "قدر المركز قوة الهزة عند 5.3.",
        "نزل التضخم إلى ما في حدود 4.8٪، وفق البنك",
        "تراجع السهم عند 7.2 $.",
    ],
)
def test_a_number_with_its_unit_is_no_day(text):
    assert spoken(text) == {}


def test_the_file_of_expressions_is_whole():
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['span']} {row['published']}")
def test_an_expression_has_its_words_type_and_value(row):
    found = spoken(row["sentence"], row["published"] or None)
    assert row["span"] in found, {words: t.edtf for words, t in found.items()}
    got = found[row["span"]]
    assert (got.type, got.edtf) == (row["type"], row["edtf"] or None)
    for day in filter(None, (got.earliest, got.latest)):
        date.fromisoformat(day)
    if got.earliest and got.latest:
        assert got.earliest <= got.latest


@pytest.mark.parametrize(
    "text",
    [
        "زار الأمين العام الحالي للمنظمة المخيم.",
        "أدى المئات صلاة الجمعة في الساحة.",
        "انتقد الرئيس رجب طيب أردوغان القرار.",
        "ارتفع عدد القتلى إلى 27.",
        "قتل 2014 شخصا في الزلزال.",
        "قالت قوى 14 آذار إنها ترفض الاتفاق.",
        "نقلت صحيفة المصري اليوم عن مصدر قوله.",
        "أطلقت القوات 200 قذيفة دقيقة على التلة.",
        "فاز الفريق للمرة الثالثة في الدوري.",
        "فاز الفريق على ضيفه 2-1.",
        "ظهر القائد في تسجيل مصور.",
        "مارس الوفد ضغوطا على الطرفين.",
        "يخشى الرأي العام من التصعيد.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert not spoken(text)


def test_a_weekday_in_a_dated_statement_hangs_on_the_statement():
    text = "والأسبوع الماضي، أعلن الجيش تنفيذ ضربات واسعة.\nوقال في بيان إن «غارات السبت أصابت أهدافها»."
    found = spoken(text)
    assert found["السبت"].edtf == "[2026-01-03,2026-01-10]"
    assert found["السبت"].anchor == found["الأسبوع الماضي"].span


def test_a_year_not_told_is_inferred_and_one_told_is_not():
    found = spoken("وقع الهجوم في 13 ديسمبر ثم تكرر في 20 ديسمبر 2025.")
    assert found["13 ديسمبر"].inferred and found["13 ديسمبر"].anchor == "published"
    assert not found["20 ديسمبر 2025"].inferred and found["20 ديسمبر 2025"].anchor is None


def test_a_clock_time_takes_the_day_its_sentence_tells():
    found = spoken("أقلعت الطائرة الجمعة من المطار وهبطت الساعة 10:30 في القاعدة.")
    assert found["الساعة 10:30"].edtf == "2026-01-16T10:30"
    assert found["الساعة 10:30"].anchor == found["الجمعة"].span


def test_bounds_of_an_approximate_time():
    got = spoken("وقع الحادث منتصف الشهر الماضي.")["منتصف الشهر الماضي"]
    assert (got.earliest, got.latest) == ("2025-12-11", "2025-12-20")


def test_last_month_of_what_is_dated_elsewhere_dates_the_report():
    text = (
        "أعلنت القيادة مقتل مسلح شارك في تفجير القنصلية الشهر الماضي.\n"
        "وأسفر تفجير القنصلية في 13 ديسمبر 2025 عن مقتل مسلح وإصابة حارسين."
    )
    anchor, found = annotate(text)
    assert (anchor.edtf, anchor.basis) == ("2026-01", "inferred")
    assert anchor.span is not None and anchor.span.of(text) == "الشهر الماضي"
    assert anchor.reason is not None and anchor.reason.ar and anchor.reason.en
    assert (found[0].edtf, found[0].inferred) == ("2025-12", True)


def test_a_day_told_with_its_date_dates_the_report():
    anchor, _ = annotate("أعلن الوزير أمس الخميس 15 يناير 2026 استقالته.")
    assert (anchor.edtf, anchor.basis) == ("2026-01-16", "inferred")


def test_the_latest_date_told_is_only_a_lower_limit():
    anchor, found = annotate("وقع الهجوم في 13 ديسمبر 2025. وأدان المجلس الهجوم الجمعة.")
    assert (anchor.edtf, anchor.basis) == ("2025-12-13/..", "inferred")
    assert found[-1].edtf is None


def test_nothing_supports_a_date():
    anchor, found = annotate("أدان المجلس الهجوم الجمعة.")
    assert (anchor.edtf, anchor.basis) == (None, "unknown")
    assert (found[0].edtf, found[0].anchor) == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Three soldiers were killed on Friday near the border.", "Friday", "2026-01-16"),
        ("The minister resigned last month.", "last month", "2025-12"),
        ("The attack on December 13, 2025 killed three.", "December 13, 2025", "2025-12-13"),
        ("The attack on 13 December killed three.", "13 December", "2025-12-13"),
        ("Talks will resume next Tuesday.", "next Tuesday", "2026-01-20"),
        ("He was arrested three days ago.", "three days ago", "2026-01-14"),
        ("The coalition was formed in 2014 by the allies.", "2014", "2014"),
        ("Fighting broke out yesterday.", "yesterday", "2026-01-16"),
        ("The war began in the 1980s.", "1980s", "198X"),
        ("The curfew starts at 10 pm.", "10 pm", "T22"),
        ("Staff began a five-day strike.", "five-day", "P5D"),
        ("Prices fell in mid-March and rose again.", "mid-March", "2025-03-15~"),
        ("The law was passed in early 2026 by a slim margin.", "early 2026", "2026-01~"),
        ("He left a year and a half ago.", "a year and a half ago", "2024-07-19~"),
        ("The 31-year-old won the race.", "31-year", "P31Y"),
        ("They were freed at dawn on Wednesday.", "dawn on Wednesday", "2026-01-14"),
        ("The boat set off on Friday night, two of the survivors said.", "Friday night", "2026-01-16"),
        ("Talks are set to resume on Friday.", "Friday", "2026-01-23"),
        ("The deal will close in the second quarter.", "the second quarter", "2026-04/2026-06"),
        ("The tomb dates to the Bronze Age.", "Bronze Age", "-3299/-1199"),
        ("The pipe dated from 1978.", "1978", "1978"),
    ],
)
def test_english_runs_through_the_same_code(text, words, edtf):
    found = spoken(text, language="en")
    assert words in found, {w: t.edtf for w, t in found.items()}
    assert found[words].edtf == edtf


@pytest.mark.parametrize("text", ["He may resign.", "They will march on the capital."])
def test_english_words_that_are_also_months(text):
    assert not spoken(text, language="en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800 السبت",
        "السبت\x00",
        "9999999999 يناير",
        "في 31 فبراير 2025",
        "قبل 99999 سنة",
        "من من من في إلى",
    ],
)
def test_odd_text_never_breaks(text):
    spoken(text)


def test_the_public_cases_stay_above_the_bar(shared):
    from tawatur.bench import dates as bench

    if not (shared / "data" / "recognizers-text-ar").is_dir():
        pytest.skip("the Recognizers-Text cases are not here")
    figures = {f.name: f.value for f in bench.figures(shared / "data")}
    assert figures["times: all"] >= 0.9
    assert figures["times: dateparser, same cases"] < figures["times: all"]


def test_an_age_with_the_article_is_no_hour():
    assert "السابعة والعشرين" not in spoken("عثر على جثة غطاس في السابعة والعشرين قبالة الشاطئ.", "2026-02-04")


def values(text, published, language="ar"):
    return {time.span.of(text): time.edtf for time in annotate(text, published, language)[1]}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("عاد التيار بعد سبع ساعات.", "سبع ساعات", "PT7H"),
        ("استمر الاشتباك أكثر من ساعة.", "ساعة", "PT1H"),
        ("بلغت الصادرات العام المالي الماضي مليار دولار.", "العام المالي الماضي", "2024"),
        ("لعب للنادي في موسم 2024/25.", "2024/25", "2024/2025"),
        ("فازت بالسباق بزمن 2:22:14 في الدوحة.", "2:22:14", "PT2H22M14S"),
    ],
)
def test_lengths_and_years_of_account(text, words, value):
    assert values(text, "2025-10-20")[words] == value


def test_english_lengths_and_years_of_account():
    text = "It lost contact about 45 minutes after take-off, in the last fiscal year."
    assert values(text, "2025-10-20", "en") == {"45 minutes": "PT45M", "the last fiscal year": "2024"}


@pytest.mark.parametrize(
    ("text", "published", "language", "words", "edtf"),
    [
        (
            "اتفق البلدان على فتح المعبر ابتداء من أول يوليو.",
            "2026-04-14",
            "ar",
            "ابتداء من أول يوليو",
            "2026-07-01/..",
        ),
        ("يلتئم مجلس الإدارة مجددا في العاشر من يونيو.", "2026-03-18", "ar", "العاشر من يونيو", "2026-06-10"),
        ("تبت المحكمة في الطعن بعد توقيف المتهم الأحد.", "2026-04-14", "ar", "الأحد", "2026-04-12"),
        ("حطم المحتجون الواجهات قبل ظهر الخميس.", "2026-04-14", "ar", "قبل ظهر الخميس", "2026-04-09"),
        ("دعت الوزارة الطرفين إلى جلسة جديدة الخميس.", "2026-04-14", "ar", "الخميس", "2026-04-16"),
        ("The berth would start up in January, officials said.", "2026-11-03", "en", "January", "2027-01"),
        ("The tablets date from 1750 BC.", "2026-11-03", "en", "1750 BC", "-1749"),
    ],
)
def test_a_day_is_the_coming_one_where_the_words_look_ahead(text, published, language, words, edtf):
    found = spoken(text, published, language)
    assert found[words].edtf == edtf


def test_a_second_round_is_no_second():
    assert not spoken("A second round was agreed.", language="en")


@pytest.mark.parametrize(
    ("text", "published", "words", "edtf"),
    [
        ("طرحت الشركة مناقصة على أن تغلق في 31 يوليو.", "2025-04-10", "31 يوليو", "2025-07-31"),
        ("وعلقت الدراسة في صلالة حتى الخميس.", "2025-06-01", "حتى الخميس", "../2025-06-05"),
        ("وقال إن التدخل الأمني تم ليلة الإثنين.", "2025-05-15", "ليلة الإثنين", "2025-05-12"),
    ],
)
def test_what_is_agreed_or_suspended_is_to_come_and_what_was_done_is_not(text, published, words, edtf):
    assert spoken(text, published)[words].edtf == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("وتعهد المحافظ بصرف تعويضات للمتضررين خلال شهر.", "شهر", "P1M"),
        ("وقال المدير إن الحركة ستُستأنف مساء الخميس.", "مساء الخميس", "2026-03-26"),
        ("قتل الرجل الاثنين. وعاد الهدوء مساء اليوم نفسه.", "مساء اليوم نفسه", "2026-03-16"),
    ],
)
def test_stretches_without_a_number_what_is_to_come_and_parts_of_the_day_told_before(text, words, edtf):
    assert spoken(text, "2026-03-20")[words].edtf == edtf


def test_the_first_months_of_a_year_in_english():
    found = spoken("It sold 300 in the first five months of the year.", "2026-06-02", "en")
    assert found["the first five months of the year"].edtf == "2026-01/2026-05"


def test_a_town_is_no_pilgrimage():
    assert not spoken("رصدت الحالات في محافظات عدن ولحج وتعز.", "2026-06-02")
    assert "للحج" in spoken("بدأت السلطات الاستعداد للحج.", "2026-06-02")


def test_before_dawn_on_a_day_is_that_day_and_a_year_may_describe():
    assert values("The raid began before dawn on Monday.", "2026-06-02", "en") == {
        "before dawn on Monday": "2026-06-01"
    }
    told = "The firm won it in a 2017 licensing round, the 2019 sale raised money from the 1900 homes."
    assert values(told, "2026-06-02", "en") == {"2017": "2017", "2019": "2019"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أسفر انفجار فجر الأحد عن 11 قتيلا.", ["فجر الأحد"]),
        ("أعلنت الوزارة الثلاثاء عن 5 إصابات.", ["الثلاثاء"]),
        ("وصلوا الجمعة في 12 حافلة.", ["الجمعة"]),
        ("يجتمعون الجمعة في 22 من الشهر الجاري.", ["الجمعة في 22 من الشهر الجاري"]),
        ("عاد منذ مطلع العام 5200 شخص.", ["منذ مطلع العام"]),
        ("عاد في مطلع العام 2019.", ["في مطلع العام 2019", "مطلع العام 2019"]),
    ],
)
def test_a_number_that_counts_what_follows_is_no_part_of_a_date(text, words):
    found = [time.span.of(text) for time in annotate(text, "2026-04-20")[1]]
    assert len(found) == 1 and found[0] in words
