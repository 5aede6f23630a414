"""Tokens by where they stand."""

from __future__ import annotations

from tawatur import pipeline
from tawatur.model import Span
from tawatur.story.token_places import TokenPlaces


def test_a_span_that_begins_inside_a_word_holds_it(make_article):
    reading = pipeline.read(make_article("فاز الفريق بهدفين أمس."))
    text, places = reading.article.text, TokenPlaces(reading)
    words = [token.surface for token in reading.tokens]
    inside = places.of(Span("x", text.index("هدفين"), text.index(" أمس")))
    assert [words[index] for index in inside] == ["بهدفين"]


def test_between_words_the_next_is_the_first(make_article):
    reading = pipeline.read(make_article("فاز الفريق أمس."))
    assert [TokenPlaces(reading).first(position) for position in (0, 2, 3, 4, 5)] == [0, 0, 1, 1, 1]
