"""A record read back is the record: dossier → JSON → dossier, and what cannot be a record is refused with a reason."""

from __future__ import annotations

import copy
import json

import pytest

from tawatur.dossier.casualties import policies
from tawatur.dossier.load import load, loads
from tawatur.dossier.render.json import dossier_json, dumps
from tawatur.errors import BadRecord


@pytest.fixture(scope="module")
def record(demo):
    return json.loads(dumps(dossier_json(demo)))


@pytest.fixture(scope="module")
def loaded(record):
    return load(record, "story.json")


def test_the_json_of_what_was_read_back_is_the_json_that_was_read(record, loaded):
    assert json.loads(dumps(dossier_json(loaded))) == record


def test_a_dossier_read_back_is_read_back_the_same(loaded):
    assert loads(dumps(dossier_json(loaded)), "again") == loaded


def test_what_the_json_leaves_out_follows_from_the_texts(demo, loaded):
    assert loaded.alignments == demo.alignments
    for mine, theirs in zip(loaded.readings, demo.readings):
        assert (mine.article, mine.anchor) == (theirs.article, theirs.anchor)
        assert (mine.tokens, mine.sentences) == (theirs.tokens, theirs.sentences)
        assert [m.span for m in mine.mentions] == [m.span for m in theirs.mentions]
        joined = [demo.entity_of.get(m.entity, m.entity) for m in theirs.mentions]
        assert [m.entity for m in mine.mentions] == joined


def test_everything_but_references_is_the_dossier_that_was_written(demo, loaded):
    for name in ("entities", "findings", "lineages", "timeline", "coverage"):
        assert getattr(loaded, name) == getattr(demo, name), name
    assert policies(loaded) == policies(demo)


def test_odd_texts_survive(dossier_of):
    dossier = dossier_of("عنوان 😀\n\nقُتِلَ ثلاثةٌ 👩‍🚒 في «حادث» 𐐷.\n\ncafe\u0301 \ud83d", "عنوان\n\nقتل أربعة في حادث.")
    text = dumps(dossier_json(dossier))
    assert json.loads(dumps(dossier_json(loads(text, "odd")))) == json.loads(text)


def test_a_json_line_with_its_id_is_a_record(record, loaded):
    assert load({"id": 7, **record}, "line 7") == loaded


def change(record, path, value):
    changed = copy.deepcopy(record)
    at = changed
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return changed


REFUSED = {
    "another schema": (("schema",), "tawatur.article/1", "schema is 'tawatur.article/1'"),
    "a field of another type": (("claims", 0, "polarity"), 5, "claims.0.polarity"),
    "words that are not the article's": (("claims", 0, "span", "end"), 3, "are not"),
    "a span of no article": (("claims", 0, "span", "article"), "elsewhere", "not in the record"),
    "no articles": (("articles",), [], "no article"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_record_is_refused_with_the_reason(record, case):
    path, value, reason = REFUSED[case]
    with pytest.raises(BadRecord, match=reason) as error:
        load(change(record, path, value), "story.json")
    assert str(error.value).startswith("story.json: ")


@pytest.mark.parametrize("text", ["", "[1, 2]", "no json", "null", "[" * 100_000])
def test_what_is_no_object_is_refused(text):
    with pytest.raises(BadRecord):
        loads(text, "story.json")


def test_a_record_of_before_there_were_judgements_is_read(record, loaded):
    older = {key: value for key, value in record.items() if key != "judged"}
    assert load(older, "older.json") == loaded
