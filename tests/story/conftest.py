from __future__ import annotations

import pytest

from tawatur import pipeline
from tawatur.story.keys import Keys


@pytest.fixture
def keys_of(make_article):
    """The keys of a report's words, all together."""

    def keys(text: str, language: str = "ar") -> set[str]:
        reading = pipeline.read(make_article(text, language=language))
        return {key for several in Keys([reading]).of(reading) for key in several}

    return keys
