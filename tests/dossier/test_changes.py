"""What a later record of a story says otherwise than an earlier one."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tawatur import pipeline
from tawatur.cli import app
from tawatur.dossier.load import load
from tawatur.dossier.render import html, terminal
from tawatur.dossier.render.json import dossier_json
from tawatur.ingest import article_of_record

FIRST = (
    "انهيار جسر في سنار\nأعلنت وزارة الأشغال السودانية أن جسر الوادي انهار صباح الثلاثاء. "
    "وقال مدير المستشفى سالم عثمان إن أربعة أشخاص أصيبوا في انهيار الجسر."
)
AGAIN = (
    "جسر الوادي ينهار صباحا\nقالت وزارة الأشغال السودانية إن جسر الوادي انهار صباح الثلاثاء، "
    "ودعت السائقين إلى سلوك الطريق الشرقي."
)
OTHER = (
    "سكان سنار يتفقدون الركام\nقال شاهد من السكان يدعى حمد النور إن سبعة أشخاص أصيبوا في انهيار الجسر يوم الثلاثاء. "
    "ونفت وزارة الأشغال السودانية أن يكون جسر الوادي قد انهار."
)


def story(*texts):
    records = [
        {"id": str(n), "text": t, "outlet": f"صحيفة {'أبجدهوز'[n]}", "published": "2026-05-06"}
        for n, t in enumerate(texts)
    ]
    return [article_of_record(record, record["id"]) for record in records]


@pytest.fixture(scope="module")
def before():
    return pipeline.compare(story(FIRST))


def test_the_same_reports_change_nothing(before):
    assert pipeline.update(before, story(FIRST)).changes == ()


def test_a_record_of_its_own_has_no_changes(before):
    assert before.changes is None
    assert "changes" not in dossier_json(before)


def test_what_one_report_said_alone_is_corroborated_by_a_late_one():
    before = pipeline.compare(story(FIRST, "خبر آخر\nفاز فريق الوادي بكأس المدينة بعد مباراة طويلة مساء الثلاثاء."))
    after = pipeline.update(before, story(FIRST, "خبر آخر\nفاز فريق الوادي بكأس المدينة.", AGAIN)[2:])
    kinds = {change.kind for change in after.changes}
    assert "corroborated" in kinds
    stronger = [c for c in after.changes if c.kind == "corroborated"]
    ids = {f.id for f in before.findings}, {f.id for f in after.findings}
    assert all(c.before in {None, *ids[0]} and c.finding in ids[1] for c in stronger)
    # One ministry's statement in a second outlet is no further origin.
    assert all("no further separate origin" in c.detail.en for c in stronger)


def test_a_dispute_that_a_late_report_opens_is_new(before):
    after = pipeline.update(before, story(FIRST, OTHER)[1:])
    contested = {f.id for f in after.findings if f.kind in ("discrepancy", "contradiction")}
    assert contested
    assert contested <= {c.finding for c in after.changes if c.kind == "new"}


def test_every_change_names_findings_and_claims_that_exist(before):
    after = pipeline.update(before, story(FIRST, AGAIN, OTHER)[1:])
    claims = {c.id for r in after.readings for c in r.claims}
    findings = {f.id for f in after.findings}
    for change in after.changes:
        assert (change.finding is None) == (change.kind == "withdrawn")
        assert change.finding is None or change.finding in findings
        assert change.kind == "withdrawn" or set(change.claims) <= claims


def test_no_claim_of_the_earlier_record_is_lost(before):
    after = pipeline.update(before, story(FIRST, AGAIN, OTHER)[1:])
    old = {(c.span.article_id, c.span.start, c.span.end) for r in before.readings for c in r.claims}
    assert old <= {(c.span.article_id, c.span.start, c.span.end) for r in after.readings for c in r.claims}


def test_changes_survive_the_json(before):
    after = pipeline.update(before, story(FIRST, AGAIN)[1:])
    record = json.loads(json.dumps(dossier_json(after)))
    assert load(record, "later").changes == after.changes


def test_the_command_reads_the_earlier_record_and_tells_what_changed(tmp_path):
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    run = CliRunner().invoke
    first = run(app, ["compare", str(tmp_path / "one.txt"), "--format", "json", "-o", str(tmp_path / "1.json")])
    assert first.exit_code == 0, first.output
    asked = ["compare", str(tmp_path / "two.txt"), "--since", str(tmp_path / "1.json"), "--lang", "en"]
    told = run(app, asked)
    assert told.exit_code == 0, told.output
    assert "What changed since the earlier record" in told.output
    refused = run(app, ["compare", str(tmp_path / "two.txt"), "--since", str(tmp_path / "one.txt")])
    assert refused.exit_code == 1


def test_nothing_changed_is_said(before):
    assert "Nothing changed." in terminal.render(pipeline.update(before, story(FIRST)), "en")


def test_the_page_tells_what_changed_and_leads_to_the_findings(before):
    after = pipeline.update(before, story(FIRST, OTHER)[1:])
    page = html.render(after, "en")
    assert 'id="changes"' in page
    assert all(f'href="#{change.finding}"' in page for change in after.changes if change.finding)
    assert 'id="changes"' not in html.render(before, "en")
