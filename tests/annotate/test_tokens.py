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
    assert all(text[n].isspace() for n in left)


def kinds(text):
    return [(token.surface, token.kind) for token in tokenise(article(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "https://example.org/a?q=30%25&b=(1)#c",
        "www.example.com/خبر/12",
        "example.org",
        "t.me/channel_1/55",
        "news.desk+1@mail.example.org",
        "@desk_2026",
        "#غزة_تحت_القصف",
        "#Gaza2026",
    ],
)
def test_an_address_is_one_token_and_holds_no_number(whole):
    for text in (f"انظر {whole}.", f"({whole})، ثم"):
        assert (whole, "other") in kinds(text)
        assert not any(kind == "number" for _, kind in kinds(text))


def test_a_tatweel_alone_is_a_dash():
    assert [(t.surface, t.kind, t.norm) for t in tokenise(article("5 ـ 7 هـ"))] == [
        ("5", "number", "5"), ("ـ", "punct", "-"), ("7", "number", "7"), ("هـ", "word", "ه"),
    ]  # fmt: skip


def test_what_only_looks_like_an_address():
    assert [kind for _, kind in kinds("#5 a@ 3.5 نعم.لا")] == [
        "punct", "number", "word", "punct", "number", "word", "punct", "word",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "front", "stem"),
    [
        ("و1,250", ("و",), "1,250"),
        ("لـ5", ("ل",), "5"),
        ("وبـ20", ("و", "ب"), "20"),
        ("الـ27", ("ال",), "27"),
        ("للـ3", ("ل", "ال"), "3"),
        ("ك١٥٫٥", ("ك",), "15٫5"),
        ("০৩", (), "03"),
    ],
)
def test_a_number_with_the_clitics_written_onto_it(text, front, stem):
    [token] = tokenise(article(text))
    assert (token.kind, token.surface, token.proclitics, token.stem) == ("number", text, front, stem)


@pytest.mark.parametrize(
    ("text", "word", "norm"),
    [
        ("U.S. forces", "U.S.", "u.s"),
        ("at 10 a.m today", "a.m", "a.m"),
        ("Gen. Smith", "Gen.", "gen"),
        ("on Jan. 5", "Jan.", "jan"),
        ("No. 5", "No.", "no"),
    ],
)
def test_an_abbreviation_keeps_its_point_and_is_looked_up_without_it(text, word, norm):
    found = next(token for token in tokenise(article(text)) if token.surface == word)
    assert (found.kind, found.norm) == ("word", norm)


def test_letters_that_stand_for_a_name_are_looked_up_as_it():
    assert [token.stem for token in tokenise(article("U.S. U.K Gen."))] == ["united states", "united kingdom", "gen"]


def test_a_latin_compound_is_its_parts():
    assert [surface for surface, _ in kinds("Iran-backed 29-year-old")] == [
        "Iran", "-", "backed", "29", "-", "year", "-", "old",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال ذلك. ثم خرج.", ["قال ذلك.", "ثم خرج."]),
        ("قال «انتهى الأمر.» ثم خرج.", ["قال «انتهى الأمر.»", "ثم خرج."]),
        ("بلغت 3.5 في المئة.", ["بلغت 3.5 في المئة."]),
        ("وصل د. سامي الحداد.", ["وصل د. سامي الحداد."]),
        ("هل انتهى؟ لا.", ["هل انتهى؟", "لا."]),
        ("افتتحه أ.د. محمد العمري. وحضر م. سالم.", ["افتتحه أ.د. محمد العمري.", "وحضر م. سالم."]),
        ("تأسس عام 1990 م. وقال آخرون غير ذلك.", ["تأسس عام 1990 م.", "وقال آخرون غير ذلك."]),
        ("زوروا example.org. شكرا.", ["زوروا example.org.", "شكرا."]),
        ("Gen. John F. Smith left the U.S. on Jan. 5.", ["Gen. John F. Smith left the U.S. on Jan. 5."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("They met at 9 p.m. He said no. She agreed.", ["They met at 9 p.m.", "He said no.", "She agreed."]),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize("piece", ["a.", "a@", "a-", "ab.com", "www.((", "#_", "1.", "ال", "a" * 70, "\u064e"])
def test_piled_letters_cost_linear_time(piece):
    def seconds(times):
        started = time.process_time()
        tokenise(article(piece * times))
        return time.process_time() - started

    # Linear is ten; another's work on the machine may cost a few times that, a square a hundred.
    assert min(seconds(30_000), seconds(30_000)) < 50 * max(seconds(3_000), 0.005)


def test_piled_marks_cost_linear_time():
    started = time.perf_counter()
    split("» " * 30_000)
    assert time.perf_counter() - started < 5
