"""Quantities: our own set of number expressions, and the rules that a row cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.annotate.numbers import quantities
from tawatur.annotate.tokens import sentences, tokenise
from tawatur.model import Article, Outlet, Section, Span, TimeExpression

DATA = Path(__file__).parents[1] / "data" / "number_expressions.tsv"
ROWS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"][1:]


def read(text, language="ar", times=(), role="body"):
    article = Article("x", Outlet("x", "x"), text, (Section(role, Span("x", 0, len(text))),), language)
    tokens = tokenise(article)
    return quantities(article, tokens, sentences(article, tokens), tuple(times))


def time(text, words, edtf, precision, kind="DATE"):
    start = text.index(words)
    return TimeExpression("x-t1", Span("x", start, start + len(words)), kind, edtf, None, None, precision)


def number(cell):
    return float(cell) if cell else None


@pytest.mark.parametrize(("language", "text", "span", "low", "high", "bound", "unit", "outcome"), ROWS)
def test_an_expression_is_read(language, text, span, low, high, bound, unit, outcome):
    found = {q.span.of(text): q for q in read(text, language)}
    assert span in found, list(found)
    quantity = found[span]
    assert quantity.low == (pytest.approx(number(low), abs=1e-5) if low else None)
    assert quantity.high == (pytest.approx(number(high), abs=1e-5) if high else None)
    assert (quantity.bound, quantity.unit, quantity.outcome or "") == (bound, unit, outcome)


def test_the_set_is_large_enough():
    assert len(ROWS) >= 150
