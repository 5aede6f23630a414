"""Markdown and the terminal carry the same record in short: every finding, its words, its counts, every toll."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tawatur.dossier.casualties import policies
from tawatur.dossier.render import markdown, terminal
from tawatur.dossier.view import View
from tawatur.dossier.words import words

LANGUAGES = ("ar", "en")


def letters(text):
    """Only letters and digits: what escaping, isolating and wrapping leave alone."""
    return re.sub(r"[\W_]", "", text)


@pytest.fixture(params=[(render, lang) for render in (markdown.render, terminal.render) for lang in LANGUAGES])
def shown(request, demo):
    render, lang = request.param
    return letters(render(demo, lang)), lang


def test_every_finding_stands_with_its_sentence_its_words_and_its_reason(demo, shown):
    text, lang = shown
    view = View(demo)
    for finding in demo.findings:
        assert letters(getattr(finding.detail, lang)) in text
        assert letters(getattr(finding.independence.reason, lang)) in text
        for wording in view.wordings(finding):
            assert letters(wording.excerpt.text) in text
            for carrier in wording.carriers:
                speaker = f"{words(lang)['after']} {carrier.speaker}" if carrier.speaker else ""
                assert letters(f"{carrier.outlet} {speaker}") in text


def test_the_five_counts_of_every_finding_stand_apart(demo, shown):
    text, lang = shown
    say = words(lang)
    for finding in demo.findings:
        counts = [
            say[f"{name}_count"].format(n=getattr(finding.independence, name))
            for name in ("reports", "outlets", "families", "lineages", "origins")
        ]
        assert letters(say[finding.independence.grade] + "".join(counts)) in text


def test_every_toll_stands_under_its_three_policies(demo, shown):
    text, lang = shown
    for toll in policies(demo):
        assert letters(f"ACLED fatalities {toll.acled.fatalities.value}") in text
        assert letters(getattr(toll.acled.notes, lang)) in text
        assert letters(f"UCDP low {toll.ucdp.low.value} best {toll.ucdp.best.value}") in text
        assert letters(f"{toll.airwars.grade} {getattr(toll.airwars.reason, lang)}") in text


def test_reports_lineages_and_timeline_are_there(demo, shown):
    text, lang = shown
    for reading in demo.readings:
        assert letters(reading.article.url) in text
    for lineage in demo.lineages:
        assert letters(getattr(lineage.evidence, lang)) in text
    for entry in demo.timeline:
        assert letters(entry.edtf) in text and letters(entry.text) in text


def test_a_denial_on_the_timeline_is_shown_as_one(dossier_of):
    dossier = dossier_of(
        "هجوم\n\nنفت حركة الفجر في بيان أن تكون قد هاجمت مستودع الوقود في 4 أيار/مايو 2026.",
        "هجوم\n\nقال الجيش السوري إن حركة الفجر هاجمت مستودع الوقود في 4 أيار/مايو 2026.",
    )
    [line] = [
        line for line in markdown.render(dossier).split("\n") if line.startswith("- 2026-05-04") and "تكون" in line
    ]
    assert "نفت" in line


def test_nested_lines_of_a_markdown_list_stand_under_their_items_words(demo):
    width = 0
    for line in markdown.render(demo, "en").split("\n"):
        mark = re.match(r"\d+\. |- ", line)
        if mark:
            width = len(mark[0])
        elif line.startswith(" "):
            assert (len(line) - len(line.lstrip())) in (width, width + 2), line


def test_addresses_of_markdown_are_links_only_where_they_are_addresses(demo):
    assert "<https://marsa.example/news/4471>" in markdown.render(demo)
    first = demo.readings[0]
    for address in ("javascript:alert(1)", "https://x.example/<script>", "https://x.example/ <b>"):
        odd = replace(first, article=replace(first.article, url=address))
        text = markdown.render(replace(demo, readings=(odd, *demo.readings[1:])))
        assert not re.search(r"(?<!\\)<(?!https?://[^<>\s]+>)", text)


def test_a_story_of_one_report_without_figures_is_short_and_whole(dossier_of):
    text = markdown.render(dossier_of("اجتماع\n\nعقد الوزراء اجتماعا في القاهرة.", published=None), "en")
    assert "Casualties" not in text and "publication date" in text
