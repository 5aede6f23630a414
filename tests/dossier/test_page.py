"""The page in a browser: both languages, phone and desk, highlights, filters, matrix, map, paper, keys, axe-core."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

from tawatur import pipeline
from tawatur.dossier import matrix, places
from tawatur.dossier.render import atlas, html
from tawatur.dossier.view import View
from tawatur.dossier.words import LANGUAGES
from tawatur.ingest import read_report

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "demo" / "reports").glob("*.txt"))
AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"
# The narrowest is what 400 % zoom leaves of a desk (WCAG 1.4.10).
WIDTHS = {"narrow": 320, "phone": 390, "desk": 1280}
# Two frames: styles are worked out and painted.
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Everything there is to see, also what the browser would only lay out when scrolled to.
OPEN_ALL = """() => {
    for (const each of document.querySelectorAll("*")) each.style.contentVisibility = "visible";
    for (const each of document.querySelectorAll("details")) each.open = true;
}"""
# Characters that steer direction: none may reach the page, in text or in an attribute.
STEERING = "[\\u202a-\\u202e\\u2066-\\u2069]"


@cache
def dossier():
    return pipeline.compare([read_report(path) for path in REPORTS])


class Opened:
    """A page with everything that it said and asked for."""

    def __init__(self, browser, file, width=1280, height=900):
        self.page = browser.new_page(viewport={"width": width, "height": height})
        self.trouble, self.requests = [], []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    def write(record, lang="ar"):
        file = tmp_path_factory.mktemp("page") / "record.html"
        file.write_text(html.render(record, lang), encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def file(written):
    return written(dossier())


@pytest.fixture
def open_page(browser):
    pages = []

    def opening(file, **size):
        pages.append(Opened(browser, file, **size))
        return pages[-1]

    yield opening
    for opened in pages:
        opened.page.close()


@pytest.fixture
def page(open_page, file):
    return open_page(file).page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
class TestEveryLook:
    def test_it_asks_for_nothing_and_complains_of_nothing(self, open_page, written, lang, width):
        opened = open_page(written(dossier(), lang), width=width)
        page = opened.page
        page.evaluate(OPEN_ALL)
        page.locator("#switch").click()
        page.evaluate(PAINTED)
        assert opened.trouble == []
        assert len(opened.requests) == 1

    def test_nothing_sticks_out(self, open_page, written, lang, width):
        page = open_page(written(dossier(), lang), width=width).page
        page.evaluate(OPEN_ALL)
        page.evaluate(PAINTED)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_every_link_leads_somewhere_and_no_two_places_bear_one_id(self, open_page, written, lang, width):
        page = open_page(written(dossier(), lang), width=width).page
        ids = page.locator("[id]").evaluate_all("all => all.map(each => each.id)")
        assert len(ids) == len(set(ids))
        links = page.locator("a").evaluate_all("all => all.map(each => each.getAttribute('href').slice(1))")
        assert set(links) <= set(ids)

    def test_axe_finds_no_violation(self, open_page, written, lang, width):
        page = open_page(written(dossier(), lang), width=width).page
        page.evaluate(OPEN_ALL)
        for box in page.locator(".layers input").all():
            box.check()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        told = [
            (each["id"], each["impact"], node["target"], node.get("failureSummary"))
            for each in found
            for node in each["nodes"]
        ]
        assert not told

    def test_only_one_language_is_seen(self, open_page, written, lang, width):
        page = open_page(written(dossier(), lang), width=width).page
        other = {"ar": "en", "en": "ar"}[lang]
        assert page.locator(f".t[lang={lang}]:visible").count() > 50
        assert page.locator(f".t[lang={other}]:visible").count() == 0
        assert page.evaluate("document.documentElement.dir") == {"ar": "rtl", "en": "ltr"}[lang]


def test_the_language_changes_without_loading_again(page):
    page.evaluate("window.kept = 1")
    label = page.locator("nav").get_attribute("aria-label")
    page.locator("#switch").click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir, window.kept]") == [
        "en",
        "ltr",
        1,
    ]
    assert page.locator("nav").get_attribute("aria-label") != label
    assert page.locator("#f-report option").first.inner_text() == "All reports"
    page.locator("#switch").click()
    assert page.evaluate("document.documentElement.dir") == "rtl"


def test_every_finding_lights_its_exact_words(page):
    view = View(dossier())
    words = """id => [...document.querySelectorAll("mark[data-claims].on")]
        .filter(mark => mark.dataset.claims.split(" ").includes(id)).map(mark => mark.textContent).join("")"""
    for finding in dossier().findings:
        page.evaluate("id => { document.getElementById(id).open = true; }", finding.id)
        page.evaluate("id => document.getElementById(id).querySelector('.show').click()", finding.id)
        lit = page.evaluate(
            "[...new Set([...document.querySelectorAll('mark.on')].flatMap(m => m.dataset.claims.split(' ')))]"
        )
        assert set(finding.claims) <= set(lit)
        for claim in finding.claims:
            assert page.evaluate(words, claim) == view.excerpt(claim).text, finding.id


def test_opening_a_finding_shows_the_words_side_by_side(page):
    view = View(dossier())
    for finding in dossier().findings:
        shown = page.locator(f"#{finding.id} blockquote mark").evaluate_all("all => all.map(e => e.textContent)")
        assert set(shown) == {wording.excerpt.text for wording in view.wordings(finding)}
        assert page.locator(f"#{finding.id} .why").count() == 1
    seen = page.locator("#f1 .side")
    assert seen.count() == 3
    left, right = (seen.nth(number).bounding_box() for number in (0, 1))
    assert left["y"] == right["y"]


def test_a_source_leads_to_its_words_in_the_report(page):
    chip = page.locator(".points li").first.locator("a.chip").nth(1)
    claim = chip.get_attribute("href").removeprefix("#w-")
    chip.click()
    assert page.evaluate("id => document.activeElement.contains(document.getElementById('w-' + id))", claim)
    assert page.locator("mark.on").count() >= 1


def test_filters_by_kind_report_and_entity(page):
    view = View(dossier())
    findings = dossier().findings

    def seen():
        return page.locator(".finding").evaluate_all("all => all.filter(e => !e.hidden).map(e => e.id)")

    page.locator(".filters button.discrepancy").click()
    assert seen() == [f.id for f in findings if f.kind == "discrepancy"]
    page.locator("#f-report").select_option("2")
    ids = {claim.id for claim in dossier().readings[2].claims}
    assert seen() == [f.id for f in findings if f.kind == "discrepancy" and ids & set(f.claims)]
    page.locator(".filters button").first.click()
    assert seen() == [f.id for f in findings if ids & set(f.claims)]
    page.locator("#f-report").select_option("")
    entity = next(e for e in dossier().entities if e.kind == "PERSON" and len(e.variants) > 2)
    page.locator("#f-entity").select_option(entity.id)
    about = [f.id for f in findings if any(entity.id in view.book.by_id[c].entities for c in f.claims)]
    assert seen() == about and 0 < len(about) < len(findings)
    assert page.locator(".tally b").inner_text() == str(len(about))


def test_the_matrix_says_who_says_what_and_sorts(page):
    rows = matrix.rows(View(dossier()))
    states = "all => all.map(r => [...r.querySelectorAll('td.one')].map(c => c.dataset.state))"
    table = page.locator(".matrix tbody tr")
    assert table.evaluate_all(states) == [[cell.state for cell in row.cells] for row in rows]
    denial = next(row for row in rows if row.finding.kind == "contradiction")
    assert [cell.state for cell in denial.cells] == ["says", "silent", "denies", "denies"]
    head = page.locator('.matrix thead [data-sort="2"]')
    rank = ["denies", "otherwise", "says", "silent"]
    for way in ("ascending", "descending"):
        head.click()
        column = [rank.index(row[2]) for row in table.evaluate_all(states)]
        assert column == sorted(column, reverse=way == "descending")
        assert head.locator("xpath=..").get_attribute("aria-sort") == way


def test_the_map_draws_what_has_a_position_and_lists_the_rest(page):
    sites = places.sites(View(dossier()))
    drawn = atlas.draw(sites)
    assert page.locator("#map svg .spot").count() == len(drawn.dots) > 0
    assert page.locator("#map svg .land.named").count() >= 1
    named = page.locator("#map .sites strong").all_inner_texts()
    assert len(named) == len(sites)
    shapes = page.locator("#map svg").evaluate("svg => svg.getBoundingClientRect().height")
    assert shapes > 150


def test_layers_switch_on_and_off(page):
    number = page.locator(".text .l-numbers").first
    ground = "each => getComputedStyle(each).backgroundColor"
    before = number.evaluate(ground)
    page.locator('.layers input[value="numbers"]').check()
    assert number.evaluate(ground) != before
    page.locator('.layers input[value="numbers"]').uncheck()
    assert number.evaluate(ground) == before


def test_keys_alone_suffice(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    summary = page.locator("#f2 summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('f2').open")
    page.wait_for_function("document.querySelectorAll('mark.on').length > 0")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('details').id") == "f3"
    page.keyboard.press("Escape")
    assert page.locator("mark.on").count() == 0


def test_paper_shows_everything_and_no_controls(open_page, file):
    page = open_page(file).page
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF") and paper.count(b"/Type /Page\n") > 3
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".filters, .selects, .layers, .top").evaluate_all(
        "all => all.every(e => getComputedStyle(e).display === 'none')"
    )
    for report in page.locator(".report").all():
        assert report.evaluate("e => e.scrollHeight <= e.clientHeight + 2")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


HOSTILE = """\
---
outlet: "\u202eoutlet <b>x</b>\u2066"
published: 2026-03-14
---
</title></style><script>document.body.innerHTML = "taken"</script> عنوان \u202eمقلوب {{ 7 * 7 }}

قال المتحدث باسم البلدية سامر حداد «<img src=x onerror=alert(1)> لن نقبل بذلك \u202e» في مؤتمر صحفي يوم السبت.

وأضاف أن ثلاثة أشخاص أصيبوا في الحادث <a href="javascript:alert(2)">رابط</a> \u2067 يوم 12 آذار 2026 \u0000 في دمشق.
"""


@pytest.fixture(scope="module")
def opened(browser, written, tmp_path_factory):
    """The page of two hostile reports."""
    folder = tmp_path_factory.mktemp("hostile")
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(HOSTILE.replace("x</b>", f"{number}</b>"), encoding="utf-8")
    record = pipeline.compare([read_report(path) for path in sorted(folder.glob("*.txt"))])
    opened = Opened(browser, written(record))
    yield opened
    opened.page.close()


class TestHostileReports:
    def test_nothing_sticks_out(self, opened):
        opened.page.set_viewport_size({"width": 320, "height": 800})
        opened.page.evaluate(PAINTED)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_its_markup_is_only_text(self, opened):
        page = opened.page
        assert opened.trouble == [] and len(opened.requests) == 1
        assert page.locator("main").count() == 1
        assert page.locator("img, iframe, object, embed, form, link").count() == 0
        assert page.locator("script").count() == 1
        assert page.locator("a").evaluate_all("all => all.every(a => a.getAttribute('href').startsWith('#'))")
        assert "<img src=x" in page.locator(".report").first.text_content()
        assert "{{ 7 * 7 }}" in page.locator("h1").text_content()

    def test_its_direction_controls_are_shown_and_not_obeyed(self, opened):
        steered = f"""() => {{
            const steering = new RegExp("{STEERING}");
            const found = [];
            for (const each of document.querySelectorAll("*")) {{
                for (const attribute of each.attributes) if (steering.test(attribute.value)) found.push(attribute.name);
            }}
            if (steering.test(document.documentElement.textContent)) found.push("text");
            return found;
        }}"""
        assert opened.page.evaluate(steered) == []
        assert opened.page.locator('.control[title="U+202E"]').count() > 0

    def test_its_words_are_isolated_from_the_pages_own(self, opened):
        """The words of a report stand in elements whose direction reaches nothing outside them."""
        isolated = """() => [...document.querySelectorAll("bdi, q, blockquote, .line, h1, .chip")]
            .filter(each => !/isolate/.test(getComputedStyle(each).unicodeBidi)).map(each => each.outerHTML)"""
        assert opened.page.evaluate(isolated) == []

    def test_a_mirrored_name_moves_no_neighbour(self, browser, written, make_article):
        """A name that ends in the other direction leaves the number behind it where a plain name leaves it."""
        from dataclasses import replace

        def counts(name):
            articles = [
                make_article("قتل ثلاثة أشخاص في حادث في دمشق.", published="2026-03-14", key=key) for key in "ab"
            ]
            named = [replace(a, outlet=replace(a.outlet, name=f"{name}{a.id}")) for a in articles]
            page = Opened(browser, written(pipeline.compare(named))).page
            boxes = page.locator(".legend li").first.evaluate(
                "li => [li.querySelector('.chip'), li.querySelector('small')].map(e => e.getBoundingClientRect().right)"
            )
            page.close()
            return boxes[0] > boxes[1]

        assert counts("صحيفة") == counts("\u202eabc 12 ") == counts("abc 12 ") is True


@pytest.mark.parametrize("text", ["قتل ثلاثة أشخاص في انفجار في دمشق يوم الجمعة.", "نص لا خبر فيه"])
def test_one_report_alone_and_an_empty_one_open_too(open_page, written, make_article, text):
    opened = open_page(written(pipeline.compare([make_article(text)])))
    opened.page.locator("#switch").click()
    assert opened.trouble == []
    assert opened.page.locator(".report").count() == 1
    assert opened.page.locator(".finding, .filters").count() == 0


def near_copies(folder, count):
    """The sample reports again and again under other outlets, with other numbers here and there."""
    sample = [path.read_text(encoding="utf-8") for path in REPORTS]
    for number in range(count):
        text = sample[number % len(sample)].replace("outlet: ", f"outlet: {number + 1} ")
        text = text.replace("150", str(150 + number // 8)).replace("47", str(47 + number // 4))
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def test_a_hundred_reports_open_in_three_seconds(browser, written, tmp_path):
    record = pipeline.compare([read_report(path) for path in near_copies(tmp_path, 100)])
    file = written(record)
    began = time.perf_counter()
    opened = Opened(browser, file)
    opened.page.evaluate(PAINTED)
    took = time.perf_counter() - began
    assert opened.page.locator(".report").count() == 100
    assert opened.trouble == []
    opened.page.close()
    assert took < 3, f"{took:.1f} s"
