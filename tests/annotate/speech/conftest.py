"""What the statements of a text come to: who said what."""

from __future__ import annotations

import pytest


@pytest.fixture
def told(read):
    """The speaker and the content of every statement that a text reports."""

    def statements(text, language="ar"):
        reading = read(text, language=language)
        return [(q.source.text if q.source else None, q.content.of(reading.article.text)) for q in reading.quotes]

    return statements
