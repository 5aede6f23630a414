"""Quantities: our own set of number expressions, and the rules that a row cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.annotate.numbers import quantities
from tawatur.annotate.tokens import sentences, tokenise
from tawatur.model import Article, Outlet, Section, Span, TimeExpression

DATA = Path(__file__).parents[1] / "data" / "number_expressions.tsv"
ROWS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"][1:]


def read(text, language="ar", times=(), role="body"):
    article = Article("x", Outlet("x", "x"), text, (Section(role, Span("x", 0, len(text))),), language)
    tokens = tokenise(article)
    return quantities(article, tokens, sentences(article, tokens), tuple(times))


def time(text, words, edtf, precision, kind="DATE"):
    start = text.index(words)
    return TimeExpression("x-t1", Span("x", start, start + len(words)), kind, edtf, None, None, precision)


def number(cell):
    return float(cell) if cell else None


@pytest.mark.parametrize(("language", "text", "span", "low", "high", "bound", "unit", "outcome"), ROWS)
def test_an_expression_is_read(language, text, span, low, high, bound, unit, outcome):
    found = {q.span.of(text): q for q in read(text, language)}
    assert span in found, list(found)
    quantity = found[span]
    assert quantity.low == (pytest.approx(number(low), abs=1e-5) if low else None)
    assert quantity.high == (pytest.approx(number(high), abs=1e-5) if high else None)
    assert (quantity.bound, quantity.unit, quantity.outcome or "") == (bound, unit, outcome)


def test_the_set_is_large_enough():
    assert len(ROWS) >= 150


def test_what_is_counted_and_its_group():
    text = "مقتل 3 جنود أميركيين في الهجوم"
    [quantity] = read(text)
    assert (quantity.counted, quantity.population) == ("جنود", "جنود أميركيين")
    assert quantity.counted_span.of(text) == "جنود"
    assert quantity.cue.of(text) == "مقتل"


def test_a_number_behind_a_verb_of_its_own_is_not_of_those_hurt_before_it():
    text = "أصابت القذيفة عاملا ونقلت 15 شخصا إلى مدرسة، ثم قصفت الطائرات القرية وقتلت 7 مدنيين."
    assert [(q.low, q.outcome) for q in read(text)] == [(1, "wounded"), (15, None), (7, "killed")]


def test_others_are_more_of_those_counted_before():
    text = "اعتقلت القوات 30 مسلحا وقتلت 5 آخرين"
    assert [(q.low, q.counted, q.outcome) for q in read(text)] == [(30, "مسلحا", "detained"), (5, "مسلحا", "killed")]


def test_a_bare_number_counts_what_the_single_noun_before_it_named():
    text = "مقتل جندي وإصابة اثنين"
    assert [(q.low, q.counted, q.outcome) for q in read(text)] == [(1, "جندي", "killed"), (2, "جندي", "wounded")]


def test_one_more_is_one():
    text = "مقتل جنديين وإصابة ثالث"
    assert [(q.low, q.unit, q.outcome) for q in read(text)] == [(2, "count", "killed"), (1, "count", "wounded")]


def test_a_number_inside_a_date_is_no_quantity():
    text = "قتل 3 جنود في 13 أيار"
    found = read(text, times=[time(text, "13 أيار", "2025-05-13", "day")])
    assert [q.low for q in found] == [3]
    assert found[0].window is None


def test_a_number_inside_a_duration_is_a_measure():
    text = "استمر القصف 3 أيام"
    [quantity] = read(text, times=[time(text, "3 أيام", "P3D", "day", "DURATION")])
    assert quantity.unit == "measure"


@pytest.mark.parametrize(
    ("text", "words", "edtf", "precision", "window"),
    [
        ("اعتقلت القوات 300 شخص خلال العام الماضي", "العام الماضي", "2025", "year", "2025"),
        ("اعتقلت القوات 300 شخص خلال الشهر الماضي", "الشهر الماضي", "2025-12", "month", "2025-12"),
        ("اعتقلت القوات 300 شخص منذ مطلع العام", "منذ مطلع العام", "2026-01-01/..", "period", "2026-01-01/.."),
        ("قتل 3 أشخاص في الشهر الماضي", "الشهر الماضي", "2025-12", "month", None),
        ("قتل 3 أشخاص الجمعة", "الجمعة", "2026-01-16", "day", None),
        ("قتل 3 أشخاص، وهو خامس هجوم منذ مايو", "منذ مايو", "2025-05/..", "period", None),
        ("قتل 3 أشخاص، وهم من القرية التي قصفت منذ مايو", "منذ مايو", "2025-05/..", "period", None),
        ("قتل 3 أشخاص، فيما قال خلال العام الماضي كلاما آخر", "العام الماضي", "2025", "year", None),
    ],
)
def test_only_a_period_of_the_clause_is_a_window(text, words, edtf, precision, window):
    quantity = read(text, times=[time(text, words, edtf, precision)])[0]
    assert quantity.window == window
    assert quantity.window_time == ("x-t1" if window else None)


def test_a_period_before_another_act_is_not_its_window():
    text = "قتل 12 مدنيا خلال العام الماضي وأصيب 30 آخرون"
    found = read(text, times=[time(text, "العام الماضي", "2025", "year")])
    assert [q.window for q in found] == ["2025", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فاز الفريق 2-1 على ضيفه", []),
        ("خسر الفريق 1-2 أمام ضيفه", []),
        ("اتصل على الرقم +966 555 1234", []),
        ("طائرة إف-16 أميركية", []),
        ("https://example.org/a?q=30%25%2020%", []),
        ("بثمن باهظ دفعوا ثمن الحرب", []),
        ("توغلت القوات مسافة 10كلم", []),
        ("مقتل الجندي الذي فقد", []),
        ("مقتل مدنيين في غارة", []),
    ],
)
def test_what_is_no_quantity(text, expected):
    assert [q.span.of(text) for q in read(text)] == expected


def test_a_preposition_takes_the_number_from_the_cue():
    text = "قتل جندي في 3 غارات على القرية"
    assert [(q.low, q.outcome) for q in read(text)] == [(1, "killed"), (3, None)]


def test_furniture_has_none():
    assert read("مقتل 3 جنود", role="furniture") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800 3",
        "مقتل \x00 3",
        "\u202b3\u202c قتلى",
        "%",
        "٪ ٪ ٪",
        "ألف " * 500,
        "و " * 500,
        "1" * 5000,
        "بين",
        "بين 3",
        "- - -",
        "ﻣﻘﺘﻞ 3",
        "3 من 0",
        "1e999",
        "واحد على صفر",
    ],
)
def test_odd_text_is_read_without_error(text):
    for quantity in read(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)


def test_the_cost_is_linear():
    from time import process_time

    def seconds(times):
        text = "مقتل 3 جنود وإصابة 5 وقتل جنديين " * times
        start = process_time()
        read(text)
        return process_time() - start

    seconds(10)
    assert seconds(1600) < 40 * max(seconds(100), 0.005)


def test_a_number_joined_on_counts_what_stands_behind_it():
    first, second = read("مقتل خمسة مسلحين واثنين من المدنيين")
    assert (first.counted, second.counted) == ("مسلحين", "المدنيين")


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("At least nine people died and more than thirty were hurt.", "more than thirty", "wounded"),
        ("Three soldiers were killed, two wounded and one is missing.", "two", "wounded"),
        ("Three soldiers were killed, two wounded and one is missing.", "one", "missing"),
        ("Police arrested 12 young men and seized 300 stolen mobile phones.", "300", None),
        ("قال المصدر إن شخصين قتلا وأصيب خمسة آخرون بجروح.", "خمسة", "wounded"),
        ("وبلغ عدد ضحايا الفيضانات 43 شخصا.", "43", "killed"),
        ("بدأت محاكمة 26 موظفا في قضية خطف مواطن.", "26", None),
        ("وأودع 15 شخصا قيد الحبس.", "15", "detained"),
    ],
)
def test_a_fate_is_told_of_those_it_befell(text, words, outcome):
    found = {text[q.span.start : q.span.end]: q for q in read(text, "ar" if text[0] > "z" else "en")}
    assert found[words].outcome == outcome


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They uncovered 43 carved wooden statues in the tomb.", "statues"),
        ("The club sold 15,000 season tickets.", "tickets"),
        ("Nearly half of the crop was lost.", "crop"),
    ],
)
def test_english_counts_the_plural_behind_what_describes_it(text, noun):
    assert read(text, "en")[0].counted == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("وقال إن عدد المسافرين العالقين لا يتجاوز 700.", "المسافرين"),
        ("وارتفع إلى 84 عدد الطالبات اللواتي راجعن المستشفى.", "الطالبات"),
        ("وبيعت التذاكر المتبقية، وعددها 2200، خلال ساعة.", "التذاكر"),
        ("وقدر شهود عدد المخازن المحترقة بأكثر من 100.", "المخازن"),
        ("The number of cancelled flights rose to 140.", "flights"),
    ],
)
def test_a_number_may_stand_away_from_the_noun_that_tells_its_count(text, noun):
    found = read(text, "en" if text.isascii() else "ar")
    assert [quantity.counted for quantity in found if quantity.unit == "count"] == [noun]


def test_what_a_number_is_set_against_is_not_what_it_counts():
    assert read("انخفض الدينار إلى 1310 مقابل الدولار.")[0].counted is None


def test_several_tens_are_no_several_hundreds():
    [few, more] = read("وصل بضع عشرات من المحتجين، ثم بضع مئات من الطلاب.")
    assert [(few.low, few.high), (more.low, more.high)] == [(30, 90), (300, 900)]


def test_the_number_of_those_a_word_names_stands_behind_it(read):
    def outcome(text, low):
        return next(q.outcome for q in read(text).quantities if q.low == low)

    assert outcome("وكلت المنظمة محامين للدفاع عن الموقوفين، الذين بلغ عددهم بحسب معطياتها 27 شابا.", 27) == "detained"
    assert outcome("يقدر المركز عدد من قتلوا في الإقليم بـ512 شخصا.", 512) == "killed"
    assert outcome("قتل ثلاثة جنود في هجوم نفذه مسلحون عددهم 20.", 20) is None


def test_some_of_those_a_word_names_share_their_fate(read):
    def outcome(text, low, language="ar"):
        return next(q.outcome for q in read(text, language=language).quantities if q.low == low)

    assert outcome("وقال الأطباء إن بين القتلى 11 طفلا.", 11) == "killed"
    assert outcome("Doctors said that 11 children were among the dead.", 11, "en") == "killed"
    assert outcome("واعتقل 12 شخصا من بين الجرحى.", 12) == "detained"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("حطم عشرات المودعين الغاضبين واجهة المصرف.", "المودعين"),
        ("دمر الإعصار مئات الأكواخ.", "الأكواخ"),
        ("شيع المئات الشقيقين بعد صلاة العصر.", None),
        ("تظاهر المئات الجمعة في العاصمة.", None),
    ],
)
def test_dozens_of_a_noun_with_its_article_count_it(read, text, noun):
    assert [quantity.counted for quantity in read(text).quantities] == [noun]


def test_what_befell_those_counted_is_no_verb_of_winning_or_losing(read):
    def outcome(text, low, language="ar"):
        return next(q.outcome for q in read(text, language=language).quantities if q.low == low)

    assert outcome("وخطف البديل سامي العمري هدف الفوز في الدقيقة 78.", 78) is None
    assert outcome("وخطف مسلحون 14 عاملا.", 14) == "detained"
    assert outcome("فقد القطاع الفلاحي 3 آلاف منصب.", 3000) is None
    assert outcome("فقدت القرية 31 شخصا.", 31) == "missing"
