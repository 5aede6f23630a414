"""The word chosen, its concept, and whose voice it is in."""

from __future__ import annotations

import pytest

from tawatur.annotate.labels import labels
from tawatur.annotate.tokens import sentences, tokenise
from tawatur.lang.tables import table
from tawatur.model import Quote, Span


def found(article, quotes=()):
    tokens = tokenise(article)
    return [
        (label.concept, label.term, label.voice, label.span.of(article.text))
        for label in labels(article, tokens, sentences(article, tokens), (), tuple(quotes))
    ]


@pytest.mark.parametrize(
    ("text", "concept", "term", "surface"),
    [
        ("قال جيش الاحتلال إنه انسحب.", "israel_army", "جيش الاحتلال", "جيش الاحتلال"),
        ("قال الجيش الإسرائيلي إنه انسحب.", "israel_army", "الجيش الإسرائيلي", "الجيش الإسرائيلي"),
        ("اشتبك الجيش مع إرهابيين.", "fighter", "إرهابي", "إرهابيين"),
        ("وصل بمقاتلين جدد.", "fighter", "مقاتل", "مقاتلين"),
        ("تنظيم الدولة الإسلامية أعلن ذلك.", "islamic_state", "تنظيم الدولة الإسلامية", "تنظيم الدولة الإسلامية"),
        ("فر المهاجرون غير الشرعيين.", "displaced", "مهاجر غير شرعي", "المهاجرون غير الشرعيين"),
    ],
)
def test_terms(make_article, text, concept, term, surface):
    assert (concept, term, "own", surface) in found(make_article(text))


def test_the_longest_phrase_wins(make_article):
    assert [row[1] for row in found(make_article("قوات سوريا الديمقراطية"))] == ["قسد"]


def test_words_between_marks_are_quoted(make_article):
    assert found(make_article("وصفهم بأنهم «إرهابيون»."))[0][2] == "quoted"


def test_words_in_indirect_speech_are_reported(make_article):
    text = "قال المتحدث إن المتمردين انسحبوا."
    content = Span("x", text.index("المتمردين"), len(text) - 1)
    quote = Quote("x-s1", Span("x", 0, len(text)), content, "indirect")
    assert found(make_article(text), [quote])[0][2] == "reported"


def test_english(make_article):
    assert ("fighter", "militant", "own", "militants") in found(make_article("Two militants fled.", "en"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_concept_offers_a_choice(language):
    by_concept: dict[str, set[str]] = {}
    for row in table(language, "labels").rows:
        assert row["kind"] in {"actor", "act"}
        by_concept.setdefault(row["concept"], set()).add(row["term"])
    assert len(by_concept) > 10
