"""Stories of invented reports, read by the real pipeline, for the tests of reconciling."""

from __future__ import annotations

import pytest

from tawatur.ingest import article_of_record
from tawatur.pipeline import compare


class Story:
    """A dossier with the questions that tests ask of it."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.claims = {c.id: (r, c) for r in dossier.readings for c in r.claims}

    def of(self, kind, aspect=None):
        return [f for f in self.dossier.findings if f.kind == kind and aspect in (None, f.aspect)]

    def words(self, finding):
        return [self.claims[c][1].span.of(self.claims[c][0].article.text) for c in finding.claims]

    def speaks(self, finding, *texts):
        said = self.words(finding)
        return all(any(text in words for words in said) for text in texts)

    def conflicts(self):
        grave = self.of("contradiction") + [
            f for a in ("value", "date", "place", "actor") for f in self.of("discrepancy", a)
        ]
        return [(f.kind, f.aspect, f.detail.en) for f in grave]


@pytest.fixture
def story():
    def make(*texts, published="2026-05-06", languages=None, times=None, judgements=()):
        articles = []
        for number, text in enumerate(texts):
            record = {"id": str(number), "text": text, "outlet": f"صحيفة {'أبجدهوز'[number]}"}
            record["published"] = times[number] if times else published
            if languages:
                record["language"] = languages[number]
            articles.append(article_of_record(record, str(number)))
        return Story(compare(articles, judgements))

    return make
