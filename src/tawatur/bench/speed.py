"""Speed and memory: annotating on one core, and a cold ``compare`` against importing pydantic.

The text is NewsFANE's words joined into articles, so the figures can be had again by anybody; the cold start runs on
two of them.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from .. import pipeline
from ..ingest.jsonl import article_of_record
from .report import Figure

_ARTICLE = 400
# All of the corpus: forms met before cost less, as they do over a working day.
_ARTICLES = 300
_RUNS = 5


def figures(data: Path) -> Iterable[Figure]:
    """Words a second over many articles after warming up, the growth with length, memory, and the cold start."""
    texts = _texts(data)
    articles = [
        article_of_record({"id": str(n), "text": text, "published": "2006-08-01"}, "x") for n, text in enumerate(texts)
    ]
    pipeline.read(articles[0])
    words = sum(len(text.split()) for text in texts)
    started = time.perf_counter()
    for article in articles:
        pipeline.read(article)
    yield Figure(
        "speed: annotating, one core, everything on", words / (time.perf_counter() - started), "words/s", words
    )
    short, long = _seconds(texts[0]), _seconds("\n".join(texts[:10]))
    yield Figure("speed: ten times the length takes", long / short, "times", 10, "linear is 10")
    yield Figure(
        "memory: one process, all models loaded", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 1
    )
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.txt" for n in (1, 2)]
        for path, text in zip(paths, texts):
            path.write_text(text, encoding="utf-8")
        cold = _cold([sys.executable, "-m", "tawatur.cli", "compare", *map(str, paths), "--format", "json"])
        base = _cold([sys.executable, "-c", "from pydantic import BaseModel"])
    yield Figure("cold start: compare of two reports", cold, "s", _RUNS, "best of five")
    yield Figure("cold start: the same over importing pydantic", cold / base, "times", _RUNS, f"pydantic {base:.2f} s")


def _texts(data: Path) -> list[str]:
    """Articles of some four hundred words, a sentence a line."""
    sentences = (data / "newsfane" / "train.tsv").read_text(encoding="utf-8").split("\n\n")
    texts: list[str] = []
    lines: list[str] = []
    for sentence in sentences:
        lines.append(" ".join(line.split("\t")[0] for line in sentence.split("\n")))
        if sum(len(line.split()) for line in lines) >= _ARTICLE:
            texts.append("\n".join(lines))
            lines = []
        if len(texts) == _ARTICLES:
            break
    return texts


def _seconds(text: str) -> float:
    article = article_of_record({"id": "x", "text": text}, "x")
    started = time.perf_counter()
    for _ in range(_RUNS):
        pipeline.read(article)
    return (time.perf_counter() - started) / _RUNS


def _cold(command: list[str]) -> float:
    """The best wall time of a new process, in seconds: what it takes when the machine does nothing else."""
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)
