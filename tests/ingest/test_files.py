"""Files: front matter, HTML with its metadata, outlets known by name or address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.errors import BadRecord, UnreadableReport
from tawatur.ingest import article_of_record, read_report
from tawatur.ingest.files import names_of

PAGE = """<!doctype html><html lang="ar"><head><title>حريق في السوق القديم | موقع المدينة</title>
<meta property="og:title" content="حريق في السوق القديم"><meta property="og:site_name" content="موقع المدينة">
<meta property="article:published_time" content="2026-03-10T08:15:00+02:00">
<script>alert("حريق مزعوم")</script></head><body><nav><a href="/">الرئيسية</a><a href="/s">رياضة</a></nav>
<article><h1>حريق في السوق القديم</h1>
<p>اندلع حريق كبير في السوق القديم وسط المدينة فجر الثلاثاء وأتى على عشرات المحال التجارية، وفق الدفاع المدني.</p>
<p>وقال مدير الدفاع المدني سمير نادر إن فرق الإطفاء سيطرت على الحريق بعد ثلاث ساعات من العمل المتواصل.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_front_matter_is_not_part_of_the_text(tmp_path):
    path = tmp_path / "r.txt"
    path.write_text("---\noutlet: رويترز\npublished: 2026-03-10\n---\nعنوان الخبر\nنص الخبر هنا.\n", encoding="utf-8")
    article = read_report(path)
    assert article.text == "عنوان الخبر\nنص الخبر هنا.\n"
    assert (article.outlet.key, article.outlet.kind, article.published) == ("reuters", "agency", "2026-03-10")
    assert article.published_basis == "metadata"


def test_a_page_gives_its_report_and_its_date(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    article = read_report(path, published="2026-04-01")
    assert article.text.startswith("حريق في السوق القديم\n")
    assert "alert" not in article.text and "الرئيسية" not in article.text
    assert (article.published, article.published_basis) == ("2026-03-10", "metadata")
    assert article.sections[0].role == "headline"


def test_a_date_that_the_page_does_not_say_is_not_made_up(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("article:published_time", "x:other"), encoding="utf-8")
    assert read_report(path).published is None


def test_line_ends_are_left_as_they_are(tmp_path):
    path = tmp_path / "r.txt"
    path.write_bytes("عنوان الخبر\r\nنص الخبر هنا.\r\n".encode())
    article = read_report(path)
    assert article.text == "عنوان الخبر\r\nنص الخبر هنا.\r\n"
    assert [s.span.of(article.text) for s in article.sections] == ["عنوان الخبر", "نص الخبر هنا."]


def test_without_an_outlet_the_files_name_stands_in(tmp_path):
    path = tmp_path / "report-7.txt"
    path.write_text("عنوان الخبر\nنص الخبر هنا.", encoding="utf-8")
    assert read_report(path, published="2026-03-10").outlet.name == "report-7"


TEXT = "عنوان الخبر\nنص الخبر هنا.\n"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("language: ar-EG", {"language": "ar"}),
        ("language: Arabic", {"language": "ar"}),
        ("published: 2026-03-10 08:15", {"published": "2026-03-10T08:15:00"}),
        ("published: 2026-03-10T08:15:00+02:00", {"published": "2026-03-10T08:15:00+02:00"}),
        ("published: 2026-03", {"published": "2026-03"}),
        ("byline: [سمير نادر, John Smith]", {"byline": "سمير نادر, John Smith"}),
        ("byline: {name: [x]}", {"byline": None}),
        ('url: "http://[bad"', {"url": "http://[bad"}),
    ],
)
def test_front_matter_values(tmp_path, front, expected):
    path = tmp_path / "r.md"
    path.write_text(f"---\n{front}\n---\n{TEXT}", encoding="utf-8")
    article = read_report(path)
    assert {name: getattr(article, name) for name in expected} == expected
    assert article.text == TEXT


@pytest.mark.parametrize(
    "front", ["published: 2026-13-45", "published: 10/3/2026", "x: " + "[" * 5000, "language: fa", "a: b: c"]
)
def test_front_matter_that_cannot_be_used_is_refused_in_one_line(tmp_path, front):
    path = tmp_path / "r.md"
    path.write_text(f"---\n{front}\n---\n{TEXT}", encoding="utf-8")
    with pytest.raises(UnreadableReport, match=r"r\.md: [^\n]+$"):
        read_report(path)


def test_prose_between_rules_is_the_reports_own(tmp_path):
    path = tmp_path / "r.md"
    path.write_text("---\nعنوان الخبر\n---\nنص الخبر هنا.\n", encoding="utf-8")
    assert read_report(path).text.startswith("---\nعنوان")


def test_an_outlet_is_known_by_its_address_with_or_without_a_scheme(tmp_path):
    path = tmp_path / "r.txt"
    for url in ("https://www.reuters.com/world/1", "www.reuters.com/world/1"):
        path.write_text(f"---\nurl: {url}\n---\n{TEXT}", encoding="utf-8")
        assert read_report(path).outlet.key == "reuters"


def test_a_page_may_begin_with_an_xml_declaration(tmp_path):
    path = tmp_path / "page"
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE, encoding="utf-8")
    assert read_report(path).text.startswith("حريق في السوق القديم\n")


def test_files_of_one_name_in_two_folders_are_told_apart():
    paths = [Path("a/1.txt"), Path("b/1.txt"), Path("b/1.html"), Path("c/2.txt"), Path("a/1.txt"), Path("-")]
    assert names_of(paths) == ["a/1.txt", "b/1.txt", "1.html", "2", "a/1.txt", "stdin"]


def test_a_record_keeps_its_text_and_its_limit():
    assert article_of_record({"id": "r", "text": " عنوان\n\nنص "}, "r").text == " عنوان\n\nنص "
    with pytest.raises(BadRecord, match="longer than"):
        article_of_record({"id": "r", "text": "خبر " * 2_000_000}, "r")
