"""What the page says before its details: the summary, who says what, spellings, speakers, words chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from tawatur import pipeline
from tawatur.dossier import matrix, people, summary
from tawatur.dossier.view import View
from tawatur.dossier.words import LANGUAGES
from tawatur.ingest import read_report

REPORTS = sorted((Path(__file__).parents[2] / "demo" / "reports").glob("*.txt"))


@cache
def view():
    return View(pipeline.compare([read_report(path) for path in REPORTS]))


def told(point, language):
    span = point.words[language]
    return span.of(view().reading(span.article_id).article.text)


def test_a_summary_is_made_of_claims_alone():
    points = summary.points(view(), LANGUAGES)
    assert 4 <= len(points) <= 7
    for point in points:
        for language in LANGUAGES:
            span = point.words[language]
            assert any(view().claim(claim).span.contains(span) for claim in point.claims)
        assert {c.report for c in point.carriers} == {
            view().number(view().claim(c).span.article_id) for c in point.claims if not view().denied(c)
        }


def test_a_denial_stands_against_the_claim_and_confirms_nothing():
    [point] = [p for p in summary.points(view(), LANGUAGES) if p.against]
    assert "حركة الراية نفذت الهجوم" in told(point, "ar")
    assert [c.outlet for c in point.against] == ["موقع الضفاف", "The Gulf Lantern"]
    assert point.grade is None


def test_the_gravest_and_most_widely_told_comes_first_and_nothing_twice():
    points = summary.points(view(), LANGUAGES)
    assert "قتلت" in told(points[0], "ar") or "بحياة" in told(points[0], "ar")
    used = [claim for point in points for claim in point.claims]
    assert len(used) - len(set(used)) <= 1


def test_what_is_contested_is_what_happened():
    kinds = {(f.kind, f.aspect) for f in summary.contested(view().dossier.findings)}
    assert ("contradiction", None) in kinds and ("discrepancy", "value") in kinds
    assert not any(aspect in ("wording", "name", "headline_vs_body") for _, aspect in kinds)


def test_one_report_alone_has_a_summary_too(make_article):
    alone = View(
        pipeline.compare([make_article("قتل ثلاثة أشخاص في انفجار في دمشق يوم الجمعة.", published="2026-03-14")])
    )
    [point] = summary.points(alone, LANGUAGES)
    assert [c.report for c in point.carriers] == [0]


def test_a_copy_of_a_claim_is_not_silent(make_article):
    texts = {
        "a": "أعلنت الشرطة أن الانفجار أسفر عن مقتل ثلاثة أشخاص وإصابة خمسة بجروح.",
        "b": "أعلنت الشرطة أن الانفجار أسفر عن مقتل ثلاثة أشخاص وإصابة خمسة بجروح.",
        "c": "قال مدير المستشفى إن الانفجار أسفر عن مقتل ثلاثة أشخاص وإصابة تسعة بجروح.",
    }
    record = pipeline.compare([make_article(text, published="2026-03-14", key=key) for key, text in texts.items()])
    [row] = [r for r in matrix.rows(View(record)) if r.finding.aspect == "value"]
    assert [cell.state for cell in row.cells] == ["says", "says", "otherwise"]


def test_silence_is_no_denial():
    for row in matrix.rows(view()):
        for cell in row.cells:
            assert (cell.state == "silent") == (not cell.claims)
            assert cell.state != "denies" or any(view().denied(claim) for claim in cell.claims)


def test_every_spelling_with_its_outlets():
    [person] = [p for p in people.people(view()) if p.entity.name == "ناصر مبارك الكعبري"]
    assert {s.text: [outlet for outlet, _ in s.outlets] for s in person.spellings} == {
        "ناصر مبارك الكعبري": ["وكالة المرسى للأنباء"],
        "ناصر الكعبري": ["صحيفة الشاطئ", "موقع الضفاف"],
        "الكعبري": ["موقع الضفاف"],
        "Nasser al-Kaabari": ["The Gulf Lantern"],
    }


def test_speakers_words_stand_in_full_and_once(make_article):
    said = {
        saying.quote.content.of(saying.reading.article.text): speaker.names["ar"]
        for speaker in people.speakers(view())
        for saying in speaker.sayings
        if "ar" in speaker.names
    }
    assert "الحضرمي" in said["لا علاقة لنا بما جرى في الميناء، والكعبري ترك صفوفنا منذ عامين"]
    [admiral] = [s for s in people.speakers(view()) if len(s.names) == 2]
    assert "ليندكفيست" in admiral.names["ar"] and "Lindqvist" in admiral.names["en"]
    text = "قال الوزير سامر حداد «لن نقبل بهذا الاتفاق أبدا» في مؤتمر صحفي."
    two = View(pipeline.compare([make_article(text, published="2026-03-14", key=key) for key in "ab"]))
    [speaker] = people.speakers(two)
    assert [saying.reports for saying in speaker.sayings] == [(0, 1)]


def test_words_chosen_are_a_choice_only_within_one_language():
    chosen = [{choice.term for choice in several} for several in view().choices()]
    assert {"إرهابي", "مسلح", "مقاتل"} <= chosen[0]
    assert not any({"قتل", "killed"} <= terms for terms in chosen)


def test_origins_named_shorter_are_not_counted_again(make_article):
    text = "The coast guard of Aden said two boats sank on Friday. The coast guard said five men were rescued."
    article = replace(make_article(text, published="2026-03-14"), language="en")
    assert summary.origins(View(pipeline.compare([article]))) <= 1
