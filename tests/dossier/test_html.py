"""The page is one file, asks nothing of the network, and cannot be changed by a report's own words."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from tawatur import pipeline
from tawatur.dossier.render import html, markdown, terminal
from tawatur.dossier.words import LANGUAGES, words

HOSTILE = (
    "<script>alert(1)</script> عنوان & خبر\n"
    'قال المتحدث باسم البلدية سامر حداد "<img src=x onerror=alert(2)> لن نقبل بذلك" \u202eمقلوب\u202c.\n'
    "وأضاف أن ثلاثة أشخاص أصيبوا [رابط](javascript:alert(3)) {{ 7 * 7 }} </style></script>"
)


@pytest.fixture
def dossier(make_article):
    reports = make_article(HOSTILE, published="2026-03-01"), make_article(HOSTILE + "\nزيادة", key="y")
    return pipeline.compare(reports)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)


def parsed(page):
    tags = Tags()
    tags.feed(page)
    return tags


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reports_markup_stays_text(dossier, lang):
    tags = parsed(html.render(dossier, lang))
    assert tags.tags.count("script") == 1
    assert "img" not in tags.tags
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "49" not in "".join(value or "" for _, value in tags.attributes)


def test_nothing_is_asked_of_the_network(dossier):
    page = html.render(dossier)
    for name, value in parsed(page).attributes:
        if name in ("src", "href", "action", "data", "poster"):
            assert value.startswith("#")
    assert "@import" not in page and "url(" not in page


def test_the_policy_allows_only_this_pages_own_script_and_style(dossier):
    page = html.render(dossier)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    for tag in ("script", "style"):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_direction_overrides_are_shown_not_obeyed(dossier):
    page = html.render(dossier)
    assert "\u202e" not in page
    assert 'title="U+202E"' in page


def test_markdown_and_terminal_hold_no_live_markup(dossier):
    text = markdown.render(dossier)
    assert "<script>" not in text and "](javascript" not in text.replace("\\]", "")
    assert "\u202e" not in terminal.render(dossier)


def test_both_languages_have_the_same_words():
    assert words("ar").keys() == words("en").keys()
    for key, text in words("ar").items():
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", words("en")[key])
