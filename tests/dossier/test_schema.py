"""The published JSON Schemas are those of the models, and a JSON Schema validator's view of a record is ours."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("make_schemas", ROOT / "tools" / "make_schemas.py")
make_schemas = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_schemas)


@pytest.mark.parametrize("name", make_schemas.RECORDS)
def test_the_published_schema_is_current(name):
    published = (make_schemas.FOLDER / name).read_text(encoding="utf-8")
    assert published == make_schemas.schema(name), "run: python tools/make_schemas.py"


@pytest.mark.parametrize("name", make_schemas.RECORDS)
def test_the_schema_names_the_record_and_allows_nothing_unnamed(name):
    schema = json.loads((make_schemas.FOLDER / name).read_text(encoding="utf-8"))
    assert schema["properties"]["schema"]["const"] == f"tawatur.{name.split('.')[0]}/1"
    assert schema["additionalProperties"] is False
    # What changed is told only where a record is held against an earlier one.
    assert set(schema["required"]) == set(schema["properties"]) - {"changes"}
