"""Any text at all is read without an error, and every span stays inside it."""

from __future__ import annotations

import json
import random
import re
import string

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import pipeline
from tawatur.bench.stories import GOLD
from tawatur.dossier.export import FORMATS, write
from tawatur.dossier.load import loads
from tawatur.dossier.render import html, markdown, terminal
from tawatur.dossier.render.json import dossier_json, dumps
from tawatur.ingest.jsonl import article_of_record

TEXT = (
    "قال وقالت أعلن نفى أكد إن أن أنه في من إلى على عن بحسب وفق نقلا كما حسبما قتل قُتل مقتل إصابة ثلاثة 3 12 أكثر "
    "نحو بين الجيش وزارة الدفاع الوزير محمد الحداد القاعدة بغداد سوريا الجمعة أمس 13 ديسمبر 2025 الماضي جندي جنود "
    'مدنيين هجوم غارة بيان منشور إكس الذي التي لم لن و ف ب ل « » " ( ) : ، . ؛ ؟ - / said according to killed Monday'
)
WORDS = [*TEXT.split(), "\n", "\n\n"]
SOUP = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
ANY = st.text(st.characters() | st.sampled_from(string.printable), min_size=1, max_size=120)
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text, key, language="ar"):
    record = {"id": key, "text": f"خبر News {text}", "language": language, "published": "2026-03-14"}
    return article_of_record(record, key)


def inside(dossier):
    for reading in dossier.readings:
        size = len(reading.article.text)
        for name in ("mentions", "quantities", "times", "quotes", "events", "claims", "labels", "places"):
            for item in getattr(reading, name):
                assert 0 <= item.span.start < item.span.end <= size, (name, item)
        for quote in reading.quotes:
            assert quote.content.start < quote.content.end
        for claim in reading.claims:
            assert claim.proposition == claim.span.of(reading.article.text)


def test_a_report_that_breaks_off_anywhere_is_read():
    """Half a report is common: a paywall, a wire cut short. Every story's reports, each cut in eight places."""
    places = random.Random(4)
    for gold in yaml.safe_load((GOLD / "dev.yaml").read_text(encoding="utf-8")):
        for report in gold["reports"]:
            text = report["text"]
            ends = [match.end() for match in re.finditer(r"\S+\s", text)]
            for end in places.sample(ends, k=8):
                record = {"id": "x", "text": text[:end], "published": "2026-03-14"}
                pipeline.read(article_of_record(record, "x"))


@RELAXED
@given(SOUP, SOUP)
def test_words_in_any_order(left, right):
    dossier = pipeline.compare([read(left, "a"), read(right, "b", "en")])
    inside(dossier)
    for lang in ("ar", "en"):
        assert terminal.render(dossier, lang) and markdown.render(dossier, lang) and html.render(dossier, lang)
    assert_exports(dossier)


def assert_exports(dossier):
    """A record of any words is read back as it was written, and every format writes it."""
    text = dumps(dossier_json(dossier))
    loaded = loads(text, "fuzz")
    assert dumps(dossier_json(loaded)) == text
    for to in FORMATS:
        if to != "parquet":
            assert write(loaded, to) == write(dossier, to)


@RELAXED
@given(ANY, st.sampled_from(("ar", "en")))
def test_any_characters(text, language):
    dossier = pipeline.compare([read(text, "a", language)])
    inside(dossier)
    text = dumps(dossier_json(dossier))
    text.encode("utf-8")
    assert json.loads(dumps(dossier_json(loads(text, "fuzz")))) == json.loads(text)
    for to in FORMATS:
        if to != "parquet":
            assert write(dossier, to).encode("utf-8", "replace") is not None
