"""The terms that a span of a report holds."""

from __future__ import annotations

from tawatur import pipeline
from tawatur.model import Span
from tawatur.story.terms import Terms, common_tongue


def span_of(reading, words):
    start = reading.article.text.index(words)
    return Span(reading.article.id, start, start + len(words))


def test_a_span_has_the_terms_of_its_words_alone(make_article):
    reading = pipeline.read(make_article("اصطدمت حافلة بجدار المستشفى في الخامسة فجرا."))
    terms = Terms([reading])
    assert terms.inside(reading, span_of(reading, "حافلة")) == {"bus"}
    assert terms.inside(reading, span_of(reading, "الخامسة فجرا")) == {"t:05"}


def test_a_span_is_parted_at_marks(make_article):
    reading = pipeline.read(make_article("وصلت حافلة، ثم سفينة، إلى الميناء."))
    span = span_of(reading, "حافلة، ثم سفينة، إلى الميناء")
    parts = list(Terms([reading]).between(reading, span, frozenset("،")))
    assert ["bus" in part for part in parts] == [True, False, False] and "port" in parts[2]


def test_another_language_shares_no_roots():
    assert common_tongue(frozenset(("bus", "r:كتب", "#4"))) == {"bus", "#4"}
