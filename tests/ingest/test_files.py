"""Files: front matter, HTML with its metadata, outlets known by name or address."""

from __future__ import annotations

from tawatur.ingest import read_report

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
