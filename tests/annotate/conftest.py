"""One article read by the whole pipeline: what annotators are asked on real strings."""

from __future__ import annotations

import pytest

from tawatur import pipeline


@pytest.fixture
def read(make_article):
    def reading(text, published="2026-03-14", language="ar"):
        return pipeline.read(make_article(text, language, published))

    return reading
