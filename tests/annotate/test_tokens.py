"""Tokens are the text's own pieces, in order; sentences end at stops and nowhere else."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.annotate.tokens import sentences, tokenise
from tawatur.model import Article, Outlet, Section, Span


def article(text):
    return Article("x", Outlet("x", "x"), text, (Section("body", Span("x", 0, len(text))),) if text else ())


def split(text):
    found = article(text)
    return [s.span.of(text) for s in sentences(found, tokenise(found))]


@given(st.text(st.characters(), max_size=80))
def test_tokens_are_slices_of_the_text_in_order(text):
    tokens = tokenise(article(text))
    assert all(token.span.of(text) == token.surface for token in tokens)
    assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))
    left = set(range(len(text))) - {n for t in tokens for n in range(t.span.start, t.span.end)}
    assert all(text[n].isspace() or not text[n].isprintable() or not text[n].isalnum() for n in left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال ذلك. ثم خرج.", ["قال ذلك.", "ثم خرج."]),
        ("قال «انتهى الأمر.» ثم خرج.", ["قال «انتهى الأمر.»", "ثم خرج."]),
        ("بلغت 3.5 في المئة.", ["بلغت 3.5 في المئة."]),
        ("وصل د. سامي الحداد.", ["وصل د. سامي الحداد."]),
        ("هل انتهى؟ لا.", ["هل انتهى؟", "لا."]),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


def test_piled_marks_cost_linear_time():
    started = time.perf_counter()
    split("» " * 30_000)
    assert time.perf_counter() - started < 5
