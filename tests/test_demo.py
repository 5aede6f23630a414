"""The sample story says what its golden file states."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from tawatur import pipeline
from tawatur.ingest import read_report

DEMO = Path(__file__).parents[1] / "demo"
GOLDEN = yaml.safe_load((DEMO / "golden.yaml").read_text(encoding="utf-8"))


@cache
def dossier():
    return pipeline.compare([read_report(DEMO / "reports" / name) for name in GOLDEN["reports"].values()])


def reading(key):
    return dossier().readings[list(GOLDEN["reports"]).index(key)]


def why(case):
    return case.get("why") or case.get("content") or str(case.get("pair") or case.get("concept"))


def cases(name):
    return pytest.mark.parametrize("case", GOLDEN[name], ids=why)


def place_of(key, words):
    """Where the words stand in a report: they must stand there once at least."""
    article = reading(key).article
    start = article.text.find(words)
    assert start >= 0, f"the sample report no longer says {words!r}"
    return article.id, start, start + len(words)


def claim_spans(finding):
    spans = {claim.id: claim.span for r in dossier().readings for claim in r.claims}
    return [spans[claim] for claim in finding.claims]


def speaks_of(finding, key, words):
    article_id, start, end = place_of(key, words)
    return any(s.article_id == article_id and s.start < end and start < s.end for s in claim_spans(finding))


@cases("entities")
def test_spellings_of_one_are_together_and_of_two_apart(case):
    def holders(text):
        return {e.id for e in dossier().entities if any(v.text == text for v in e.variants)}

    if "together" in case:
        shared = set.intersection(*map(holders, case["together"]))
        assert shared
        assert {e.kind for e in dossier().entities if e.id in shared} == {case["kind"]}
    else:
        left, right = map(holders, case["apart"])
        assert left and right and not left & right


@cases("findings")
def test_a_planted_relation_is_found(case):
    found = [
        f
        for f in dossier().findings
        if f.kind == case["kind"]
        and case.get("aspect") in (None, f.aspect)
        and all(speaks_of(f, key, words) for key, words in case["words"].items())
    ]
    assert found, [(f.kind, f.aspect, f.detail.en) for f in dossier().findings]
    for field, value in case.get("independence", {}).items():
        assert value in {getattr(f.independence, field) for f in found}
    assert all(f.detail.ar and f.detail.en for f in found)


@cases("never")
def test_a_planted_trap_is_not_taken_for_a_conflict(case):
    for finding in dossier().findings:
        if finding.kind == "contradiction" or (finding.kind == "discrepancy" and finding.aspect == "value"):
            assert not all(speaks_of(finding, key, words) for key, words in case["words"].items()), finding.detail.en


@cases("quotes")
def test_a_quotation_has_its_speaker(case):
    article = reading(case["report"]).article
    speakers = {
        q.source.text
        for q in reading(case["report"]).quotes
        if case["content"] in q.content.of(article.text) and q.source
    }
    assert any(case["speaker"] in speaker for speaker in speakers), speakers


@cases("times")
def test_a_date_given_two_ways_is_one_day(case):
    for key, words in case["words"].items():
        _, start, end = place_of(key, words)
        at = [t for t in reading(key).times if t.span.start < end and start < t.span.end]
        assert case["edtf"] in {t.edtf for t in at}, (key, at)


@cases("lineages")
def test_texts_hang_together_as_they_do(case):
    ids = {reading(key).article.id for key in case["pair"]}
    [lineage] = [x for x in dossier().lineages if set(x.articles) == ids]
    assert lineage.relation in case["relation"], lineage.evidence.en


@cases("labels")
def test_words_chosen_are_kept_apart_by_report(case):
    for key, term in case["terms"].items():
        article = reading(key).article
        terms = {label.span.of(article.text) for label in reading(key).labels if label.concept == case["concept"]}
        assert any(term in t for t in terms), (key, terms)


def test_every_span_of_the_record_is_the_reports_own_words():
    for r in dossier().readings:
        text = r.article.text
        for token in r.tokens:
            assert token.span.of(text) == token.surface
        for name in ("mentions", "quantities", "times", "quotes", "events", "claims", "labels", "places"):
            for item in getattr(r, name):
                assert item.span.article_id == r.article.id
                assert 0 <= item.span.start < item.span.end <= len(text)


def test_a_denial_is_told_with_what_it_answers_and_not_again_as_opposite_words():
    claims = {claim.id: claim for reading in dossier().readings for claim in reading.claims}
    told = [f for f in dossier().findings if f.kind == "contradiction"]
    denied = [c for f in told for c in f.claims if claims[c].factuality == "denied"]
    assert told and len(denied) == len(set(denied)) >= len(told)


@pytest.mark.parametrize(
    ("key", "words"),
    [("portal", "روايات من الشحر والمكلا"), ("portal", "انتشلوا جثة رجل")],
    ids=["headline", "witnesses"],
)
def test_a_headline_that_shares_its_subject_agrees_with_nothing(key, words):
    assert not any(speaks_of(finding, key, words) for finding in dossier().findings if finding.kind == "agreement")


def test_what_two_languages_agree_on_is_told_in_arabic():
    agreed = [finding.detail.ar for finding in dossier().findings if finding.kind == "agreement"]
    told = [detail.rsplit(" على ", 1)[1] for detail in agreed if detail.startswith("يتفق")]
    assert len(told) > 3 and not any(letter.isascii() and letter.isalpha() for one in told for letter in one)


def test_one_denial_in_two_languages_is_told_once_and_by_another_than_it_answers():
    outlets = {claim.id: reading.article.outlet for reading in dossier().readings for claim in reading.claims}
    told = [f for f in dossier().findings if f.kind == "contradiction" and "denial" in f.detail.en]
    assert [{outlets[claim] for claim in f.claims} for f in told if len(f.claims) > 2]
    assert all(f.independence.grade == "independent" for f in told)
    assert not any("may be one body" in f.independence.reason.en for f in told)
