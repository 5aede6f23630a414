"""A file of judgements: what a line must hold, and what is said of one that does not."""

from __future__ import annotations

import json

import pytest

from tawatur.errors import UnreadableReport
from tawatur.ingest import read_judgements
from tawatur.model import Judgement

GOOD = {"left": "أ", "right": "ب", "verdict": "same", "user": "منى", "created_at": "2026-03-14"}


@pytest.fixture
def read(tmp_path):
    def of(*lines):
        path = tmp_path / "judgements.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_judgements(path)

    return of


def test_lines_become_judgements(read):
    found, wrong = read("\ufeff" + json.dumps(GOOD), "", json.dumps({**GOOD, "deleted_at": "2026-03-15"}))
    assert [entry.judgement for entry in found] == [
        Judgement("أ", "ب", "same", "منى", "2026-03-14", deleted) for deleted in (None, "2026-03-15")
    ]
    assert found[1].source.endswith("judgements.jsonl:3") and not wrong


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        (json.dumps({**GOOD, "left": " "}), '"left" is missing'),
        (json.dumps({**GOOD, "verdict": "maybe"}), 'write "same" or "different"'),
        (json.dumps({**GOOD, "user": None}), "whose judgement it is"),
        (json.dumps({**GOOD, "created_at": "Monday"}), "such as 2026-03-14"),
        (json.dumps({**GOOD, "deleted_at": 5}), '"deleted_at"'),
        (json.dumps({**GOOD, "right": "أ", "verdict": "different"}), "أ @ OUTLET"),
    ],
)
def test_a_bad_line_is_named_with_its_mending_and_the_rest_goes_on(read, line, says):
    found, wrong = read(line, json.dumps(GOOD))
    assert len(found) == 1
    assert [says in error.reason and error.source.endswith("judgements.jsonl:1") for error in wrong] == [True]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableReport, match=r"none\.jsonl"):
        read_judgements(tmp_path / "none.jsonl")
