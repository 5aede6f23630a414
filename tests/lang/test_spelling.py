"""Spelling pairs hold under inflection and nowhere else."""

from __future__ import annotations

import pytest

from tawatur.lang.nations import nation
from tawatur.lang.normalise import fold
from tawatur.lang.spelling import canonical


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("أميركا", "أمريكا"),
        ("أميركيات", "أمريكيات"),
        ("أميركيتان", "أمريكيتان"),
        ("أميركيو", "أمريكيو"),
        ("مسئولو", "مسؤولو"),
        ("مسئوليت", "مسؤوليت"),
        ("شئون", "شؤون"),
        ("مائتا", "مئتا"),
        ("ديبلوماسيون", "دبلوماسيون"),
        ("كوردستان", "كردستان"),
        ("كوردستانية", "كردستانية"),
        ("كورديين", "كرديين"),
        ("صحافيون", "صحفيون"),
        ("أوربيتين", "أوروبيتين"),
        ("تليفزيونية", "تلفزيونية"),
    ],
)
def test_one_spelling(form, wanted):
    assert canonical(fold(form)) == fold(wanted)
    assert canonical(fold(wanted)) == fold(wanted)


@pytest.mark.parametrize("word", ["صحافة", "كوردوبا", "أوربان", "سينمائية", "لاجئون", "مئوية", "بريتون", ""])
def test_what_only_begins_alike_is_left(word):
    assert canonical(fold(word)) == fold(word)


def test_a_nation_is_told_in_any_spelling():
    assert nation("أميركيتان") == nation("الأمريكيون") == "US"


def test_a_country_of_several_words_is_known_with_its_articles():
    assert nation("الولايات المتحدة") == nation("United States") == "US"
    assert nation("المتحدة") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("أميركا", "US"),
        ("دولة الإمارات", "AE"),
        ("فلسطين", "PS"),
        ("the UK", "GB"),
        ("Turkey", "TR"),
        ("سلطنة عمان", "OM"),
    ],
)
def test_a_country_is_known_by_its_short_and_full_names(name, code):
    assert nation(name) == code
