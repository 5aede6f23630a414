"""Highlighting loses no character and cannot be steered by what a report contains."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.dossier.render.layers import Layered
from tawatur.dossier.render.marks import blocks, pieces, plain, runs, runs_of_direction
from tawatur.model import Article, Outlet, Section, Span


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_runs_give_back_the_section(text, pairs):
    claims = [(f"c{n}", Span("x", *sorted(pair))) for n, pair in enumerate(pairs)]
    found = list(runs(text, Span("x", 0, len(text)), claims))
    assert "".join(run.text for run in found) == text


def test_overlapping_claims_share_the_run_between_their_edges():
    claims = [("c1", Span("x", 0, 10)), ("c2", Span("x", 5, 15))]
    found = list(runs("قتل ثلاثة جنود في الغارة", Span("x", 0, 24), claims))
    assert [(run.text, run.claims, run.opens) for run in found] == [
        ("قتل ث", ("c1",), ("c1",)),
        ("لاثة ", ("c1", "c2"), ("c2",)),
        ("جنود ", ("c2",), ()),
        ("في الغارة", (), ()),
    ]


def test_a_lam_is_not_cut_from_its_alef():
    text = "استهدفت لأكثر من 100 موقع"
    [run] = [r for r in runs(text, Span("x", 0, 25), [], [Layered("numbers", Span("x", 9, 20), "≥ 101")]) if r.layers]
    assert (run.text, run.notes) == ("لأكثر من 100", ("≥ 101",))


def test_a_dateline_stays_on_its_paragraphs_line():
    text = "عنوان\nبيروت - قال الوزير"
    sections = (
        Section("headline", Span("x", 0, 5)),
        Section("dateline", Span("x", 6, 13)),
        Section("body", Span("x", 14, 24)),
    )
    lines = list(blocks(Article("x", Outlet("o", "o"), text, sections), []))
    assert [[role for role, _ in line.parts] for line in lines] == [["headline"], ["dateline", "gap", "body"]]


def test_direction_controls_are_shown_by_their_code():
    assert list(pieces("قبل\u202eبعد")) == [("قبل", None), ("□", "U+202E"), ("بعد", None)]
    assert plain("a\x00b\u2066c\ud800") == "a□b□c□"


def test_words_of_the_other_direction_are_isolated_and_the_marks_around_them_are_not():
    parts = list(runs_of_direction("After «قيادة الجيش», موقع الضفاف says 5.", "en"))
    assert [part for part, other in parts if other] == ["قيادة الجيش", "موقع الضفاف"]
    assert "".join(part for part, _ in parts) == "After «قيادة الجيش», موقع الضفاف says 5."
    assert [part for part, other in runs_of_direction("يقول The Gulf Lantern ذلك", "ar") if other] == [
        "The Gulf Lantern"
    ]
