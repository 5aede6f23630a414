"""Stories of invented reports as dossiers, and the sample story's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur import pipeline
from tawatur.ingest import article_of_record, read_report

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def demo():
    """The dossier of the sample story."""
    return pipeline.compare([read_report(path) for path in sorted((ROOT / "demo" / "reports").glob("*.txt"))])


@pytest.fixture
def dossier_of():
    def make(*texts, published="2026-05-06"):
        records = [{"id": str(n), "text": t, "outlet": f"صحيفة {'أبجدهوز'[n]}"} for n, t in enumerate(texts)]
        return pipeline.compare(
            [article_of_record({**record, "published": published}, record["id"]) for record in records]
        )

    return make
