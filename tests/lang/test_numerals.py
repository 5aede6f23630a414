"""Number words and digits are read as values."""

from __future__ import annotations

import pytest

from tawatur.lang import digits
from tawatur.lang.normalise import fold
from tawatur.lang.numeral_reader import Reader
from tawatur.lang.numerals import cell
from tawatur.lang.tokenise import pieces
from tawatur.model import Span, Token


def numerals(text, language="ar"):
    tokens = []
    for kind, start, end in pieces(text):
        surface = text[start:end]
        tokens.append(Token(Span("x", start, end), surface, fold(surface), fold(surface), kind))
    norms = tuple(token.norm for token in tokens)
    reader = Reader(language, text, tokens, norms, [cell(language, norm) for norm in norms])
    found, index = [], 0
    while index < len(tokens):
        numeral = reader.at(index, len(tokens))
        if numeral is not None:
            found.append(numeral)
        index = numeral.last if numeral else index + 1
    return found


def values(text, language="ar"):
    return [numeral.low for numeral in numerals(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("واحد", 1),
        ("اثنتان", 2),
        ("ثماني", 8),
        ("عشرة", 10),
        ("أحد عشر", 11),
        ("لأحد عشر", 11),
        ("اثنتي عشرة", 12),
        ("تسعَ عشرةَ", 19),
        ("خمسة وستون", 65),
        ("سبع وعشرين", 27),
        ("مئة", 100),
        ("مائتين", 200),
        ("ثلاث مائة", 300),
        ("ثمانمئة وخمسة", 805),
        ("مئة واثنا عشر", 112),
        ("تسعمائة وتسعة وتسعون", 999),
        ("ألف", 1000),
        ("ألفان وستة عشر", 2016),
        ("ثلاثة آلاف ومئتان", 3200),
        ("ثلاثة وعشرون ألفا وخمسمئة", 23500),
        ("مئة ألف", 100_000),
        ("مئتي ألف وسبعة", 200_007),
        ("مليون ومئتا ألف", 1_200_000),
        ("مليونان ونصف المليون", 2_500_000),
        ("واحد وعشرون تريليون وثلاثمئة", 21_000_000_000_300),
        ("مئة ألف مليون", 100_000_000_000),
        ("3 آلاف", 3000),
        ("5.2 مليون", 5_200_000),
        ("٤ آلاف ٣ مائة و ٢١", 4321),
        ("دزينتين", 24),
        ("نصف دزينة", 6),
        ("سالب خمسة", -5),
        ("ثلاثة أرباع", 0.75),
        ("واحد ونصف", 1.5),
        ("واحد على عشرين", 0.05),
        ("جزء من مئة", 0.01),
        ("خمسة فاصلة اثنان", 5.2),
        ("١ ٢٣٤ ٥٦٧", 1_234_567),
        ("1e10", 10**10),
    ],
)
def test_one_arabic_number(text, value):
    assert values(text) == [pytest.approx(value)]
    [numeral] = numerals(text)
    assert numeral.high == numeral.low


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خمسة آلاف وستة آلاف", [5000, 6000]),
        ("عشرين وثلاثين", [20, 30]),
        ("مئة وألف", [100, 1000]),
        ("300 و 212", [300, 212]),
        ("ثلاثة، أربعة", [3, 4]),
        ("أحد الجنود لست وحدي", []),
        ("كانون الثاني 3", [2, 3]),
    ],
)
def test_numbers_that_do_not_join(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-three thousand five hundred", 23500),
        ("a hundred and five", 105),
        ("half a million", 500_000),
        ("two thirds", 2 / 3),
        ("two dozen", 24),
        ("twelve hundred", 1200),
        ("3.5 million", 3_500_000),
        ("one and a half million", 1_500_000),
    ],
)
def test_one_english_number(text, value):
    assert values(text, "en") == [pytest.approx(value)]


def test_the_two_readings_of_a_joined_number_are_kept():
    [numeral] = numerals("ثلاثة وعشرين")
    assert numeral.split is not None
    assert [part.low for part in numeral.split] == [3, 20]


def test_ordinals():
    assert [(n.low, n.kind) for n in numerals("الثالث عشر")] == [(13, "ordinal")]
    assert [(n.low, n.kind) for n in numerals("المئة والخامسة والعشرون")] == [(125, "ordinal")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250", 1250),
        ("1٬000", 1000),
        ("3٫5", 3.5),
        ("180,25", 180.25),
        ("0,234", 0.234),
        ("1.250.000", 1_250_000),
        ("1.234,5", 1234.5),
        ("26،013", 26013),
    ],
)
def test_digits(text, value):
    found = digits.read(text)
    assert found is not None
    assert found.value == value


def test_a_point_before_three_digits_has_two_readings():
    assert digits.read("1.250") == digits.Digits(1.25, grouped=1250)


@pytest.mark.parametrize("text", ["2-1", "10:30", "5/17/2018", "192.168.1.2", "1" * 500, "1/0"])
def test_scores_times_dates_and_addresses_are_no_number(text):
    assert digits.read(text) is None


def test_a_range_in_one_piece():
    assert digits.read("3-5") == digits.Digits(3, upper=5)
