"""Write the JSON Schemas of the records to docs/reference, from the models of the JSON door.

python tools/make_schemas.py
"""

from __future__ import annotations

import json
from pathlib import Path

from tawatur.dossier.render.schema import ArticleRecord, DossierRecord

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
RECORDS = {"dossier.schema.json": DossierRecord, "article.schema.json": ArticleRecord}


def schema(name: str) -> str:
    """The text of one schema file."""
    found = RECORDS[name].model_json_schema(by_alias=True)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **found}, indent=1) + "\n"


if __name__ == "__main__":
    for name in RECORDS:
        (FOLDER / name).write_text(schema(name), encoding="utf-8")
