"""Stories of invented reports as dossiers, the sample story's, and a browser for the page where there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tawatur import pipeline
from tawatur.ingest import article_of_record, read_report

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


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


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium of the system; ``TAWATUR_CHROMIUM`` names another. Nothing is downloaded."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("TAWATUR_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"no Chromium here (looked for {', '.join(BROWSERS)})")
    with api.sync_playwright() as playwright:
        # A test machine runs as root, or without the kernel's namespaces that the sandbox needs.
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()
