"""The JSON is what its schema says, spans are the articles' words, and ids lead somewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur import pipeline
from tawatur.dossier.render.json import dossier_json, dumps, reading_json
from tawatur.dossier.render.schema import ArticleRecord, DossierRecord
from tawatur.ingest import read_report

REPORTS = sorted((Path(__file__).parents[2] / "demo" / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def dossier():
    return pipeline.compare([read_report(path) for path in REPORTS])


@pytest.fixture(scope="module")
def record(dossier):
    return json.loads(dumps(dossier_json(dossier)))


def spans(value):
    if isinstance(value, dict):
        if value.keys() >= {"article", "start", "end", "text"}:
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_the_record_keeps_its_schema(record):
    DossierRecord.model_validate(record)


def test_a_reading_keeps_its_schema(dossier):
    for reading in dossier.readings:
        ArticleRecord.model_validate(json.loads(dumps(reading_json(reading))))


def test_every_span_anywhere_is_the_articles_words(record):
    texts = {article["id"]: article["text"] for article in record["articles"]}
    found = list(spans(record))
    assert len(found) > 100
    for span in found:
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]


def test_ids_are_given_once_and_references_lead_to_them(record):
    for name in ("entities", "claims", "quotes", "quantities", "times", "places", "events", "labels", "findings"):
        ids = [item["id"] for item in record[name]]
        assert len(ids) == len(set(ids)), name
    known = {name: {item["id"] for item in record[name]} for name in ("claims", "quantities", "times", "events")}
    for finding in record["findings"]:
        assert set(finding["claims"]) <= known["claims"]
    for claim in record["claims"]:
        assert set(claim["quantities"]) <= known["quantities"]
        assert set(claim["times"]) <= known["times"]
        assert claim["event"] is None or claim["event"] in known["events"]


def test_entities_named_in_reports_are_those_of_the_record(record):
    known = {entity["id"] for entity in record["entities"]}
    named = {entity for claim in record["claims"] for entity in claim["entities"]}
    named |= {quote["source"]["entity"] for quote in record["quotes"] if quote["source"]} - {None}
    assert named <= known


def test_more_than_stays_a_bound(record):
    [quantity] = [
        q for q in record["quantities"] if q["span"]["text"] == "أكثر من 150" and "منذ" in str(q["window"]) + "منذ"
    ][:1]
    assert (quantity["low"], quantity["high"], quantity["bound"]) == (151, None, "more_than")
