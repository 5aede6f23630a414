"""One story gives one record and one page, whatever order Python keeps its sets in."""

import os
import subprocess
import sys

_RECORD = """
from tawatur.bench.stories import record_of, stories
from tawatur.dossier.render.html import render
from tawatur.dossier.render.json import dossier_json, dumps
for story in list(stories("dev"))[135:142]:
    record = record_of(story.gold)
    print(dumps(dossier_json(record)), render(record, "ar"))
"""


def record(seed: int) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, "-c", _RECORD], env=environment, capture_output=True, check=True).stdout


def test_the_order_of_sets_decides_nothing():
    assert record(1) == record(2) != b""
