"""What several tests need: articles from plain text, and the folder of public data where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tawatur.model import Article, Outlet, Section, Span

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).parents[2] / "shared"))


def article_of(text: str, language: str = "ar", published: str | None = None, key: str = "x") -> Article:
    """An article whose every line is a body paragraph."""
    sections = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            sections.append(Section("body", Span(key, start, start + len(line))))
        start += len(line) + 1
    basis = "given" if published else "unknown"
    return Article(key, Outlet(key, key), text, tuple(sections), language, None, None, None, published, basis)


@pytest.fixture
def make_article():
    return article_of


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the public data and seed reports are not here: {SHARED}")
    return SHARED
