"""Two real reports of one happening, where they are at hand: what a reader would look for in their record.

The reports are the newspapers' own and stay outside the project; only names and numbers are named here.
"""

from __future__ import annotations

import re

import pytest

from tawatur import pipeline
from tawatur.ingest import read_report

# Other people, places, numbers and an operation of another name: what the rules find must not hang on the seeds' own.
OTHERS = {
    "بلال": "مازن", "الجاسم": "الحمود", "هيجسيث": "ماكجوران", "هيغسيث": "ماكغوران", "كوبر": "ويلر", "براد": "جون",
    "تدمر": "السخنة", "300": "470", "200": "260", "100": "130", "20": "45",
}  # fmt: skip


@pytest.fixture(scope="module", params=["as printed", "other names and numbers"])
def changed(request):
    return {} if request.param == "as printed" else OTHERS


@pytest.fixture(scope="module")
def dossier(shared, changed, tmp_path_factory):
    seeds = [shared / "seeds" / f"report-{letter}.txt" for letter in "ab"]
    if not all(path.exists() for path in seeds):
        pytest.skip(f"the two seed reports are not in {shared}")
    folder = tmp_path_factory.mktemp("seeds")
    for path in seeds:
        words = re.split(r"(\W+)", path.read_text(encoding="utf-8"))
        (folder / path.name).write_text("".join(changed.get(word, word) for word in words), encoding="utf-8")
    return pipeline.compare([read_report(folder / path.name, published="2026-01-17") for path in seeds])


def above(changed, *numbers):
    """What "more than" each number is at least."""
    return [int(changed.get(str(number), number)) + 1 for number in numbers]


def entity_with(dossier, *spellings):
    return [e for e in dossier.entities if set(spellings) <= {v.text for v in e.variants}]


def test_the_strike_is_dated_by_its_weekday(dossier):
    for reading in dossier.readings:
        [friday] = [t for t in reading.times if t.span.of(reading.article.text) == "الجمعة"]
        assert friday.edtf == "2026-01-16"


def test_two_spellings_of_the_minister_are_one_person(dossier, changed):
    spellings = (f"بيت {changed.get(name, name)}" for name in ("هيجسيث", "هيغسيث"))
    [minister] = entity_with(dossier, *spellings)
    assert minister.kind == "PERSON"


def test_four_names_of_the_command_are_one_body(dossier):
    names = "القيادة المركزية الأميركية", "القيادة الأمريكية الوسطى", "القيادة الوسطى", "سنتكوم"
    assert len(entity_with(dossier, *names)) == 1


def test_numbers_keep_their_bounds(dossier, changed):
    for reading in dossier.readings:
        bounds = {(q.low, q.high, q.bound) for q in reading.quantities}
        assert {(n, None, "more_than") for n in above(changed, 100, 200, 300, 20)} <= bounds


def test_every_direct_quotation_has_a_speaker(dossier):
    direct = [quote for reading in dossier.readings for quote in reading.quotes if quote.mode == "direct"]
    assert len(direct) >= 6
    assert all(quote.source is not None for quote in direct)


def test_the_post_that_carried_a_statement_is_a_chain_of_two_channels(dossier):
    [chain] = [q.chain for r in dossier.readings for q in r.quotes if q.channel and q.channel.kind == "post"]
    assert [step.step for step in chain] == ["speaker", "channel", "channel", "outlet"]


def test_the_killing_is_two_reports_and_one_origin(dossier):
    found = [f for f in dossier.findings if f.kind == "agreement" and "الجمعة" in f.detail.ar]
    assert [(f.independence.reports, f.independence.origins) for f in found] == [(2, 1)]


def test_the_same_number_over_another_period_is_scope(dossier, changed):
    lows = {v.get("low") for f in dossier.findings if f.aspect == "scope" for v in f.values}
    assert set(above(changed, 300, 20)) <= lows


def test_parts_and_their_sum_do_not_conflict(dossier):
    for finding in dossier.findings:
        if finding.kind == "contradiction" or finding.aspect == "value":
            assert not {2, 3} <= {v.get("low") for v in finding.values}


@pytest.mark.parametrize("aspect", ["scope", "attribution", "name", "wording", "headline_vs_body"])
def test_each_difference_a_reader_would_see_is_there(dossier, aspect):
    assert [f for f in dossier.findings if f.aspect == aspect]


def test_the_wounded_and_the_arrested_are_said_by_one_alone(dossier):
    figures = {q.id: (q.outcome, q.low) for r in dossier.readings for q in r.quantities}
    claims = {c.id: {figures[q] for q in c.quantities} for r in dossier.readings for c in r.claims}
    alone = {f for found in dossier.findings if found.kind == "single_source" for c in found.claims for f in claims[c]}
    assert {("wounded", 3), ("detained", 5)} <= alone


def test_no_flood(dossier):
    assert 10 <= len(dossier.findings) <= 50


def test_every_span_is_the_texts_own_words(dossier):
    for reading in dossier.readings:
        text = reading.article.text
        assert all(token.span.of(text) == token.surface for token in reading.tokens)
        assert all(claim.proposition == claim.span.of(text) for claim in reading.claims)
