"""The JSON of DESIGN section 4: field names are the model's, spans carry their words, cross-references are ids."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ...model import Dossier, Event, Reading, Span

_SURROGATES = re.compile("[\ud800-\udfff]")
_PER_ARTICLE = ("claims", "quotes", "quantities", "times", "places", "events", "labels")


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """The record of ``compare``. Entities named in one report carry the id of their joined entity."""
    door = _Door({r.article.id: r.article.text for r in dossier.readings}, dossier.entity_of)
    return {
        "schema": "tawatur.dossier/1",
        "articles": [_article(door, reading) for reading in dossier.readings],
        "entities": door.out(dossier.entities),
        **{name: [x for r in dossier.readings for x in door.out(getattr(r, name))] for name in _PER_ARTICLE},
        "findings": door.out(dossier.findings),
        "lineages": door.out(dossier.lineages),
        "timeline": door.out(dossier.timeline),
        "coverage": door.out(dossier.coverage),
        "judged": door.out(dossier.judged),
        **({} if dossier.changes is None else {"changes": door.out(dossier.changes)}),
    }


def reading_json(reading: Reading) -> dict[str, Any]:
    """What ``annotate`` found in one article."""
    door = _Door({reading.article.id: reading.article.text}, {})
    return {
        "schema": "tawatur.article/1",
        "articles": [_article(door, reading)],
        **{name: door.out(getattr(reading, name)) for name in ("tokens", "mentions", "entities", *_PER_ARTICLE)},
    }


def dumps(value: Mapping[str, Any], indent: int | None = None) -> str:
    """JSON text that is always valid UTF-8: lone surrogates of a report stay escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _SURROGATES.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


class _Door:
    """Turns model values into JSON values; knows the texts behind the spans."""

    def __init__(self, texts: Mapping[str, str], entity_of: Mapping[str, str]) -> None:
        self._texts = texts
        self._entity_of = entity_of

    def out(self, value: Any) -> Any:
        if isinstance(value, Span):
            words = value.of(self._texts[value.article_id])
            return {"article": value.article_id, "start": value.start, "end": value.end, "text": words}
        if isinstance(value, Event):
            return {**self._fields(value), "arguments": self._arguments(value)}
        if is_dataclass(value):
            return self._fields(value)
        if isinstance(value, (tuple, list)):
            return [self.out(item) for item in value]
        if isinstance(value, dict):
            return {key: self.out(item) for key, item in value.items()}
        return value

    def _fields(self, value: Any) -> dict[str, Any]:
        found = {}
        for field in fields(value):
            item = getattr(value, field.name)
            if field.name in ("entity", "body") and isinstance(item, str):
                item = self._entity_of.get(item, item)
            elif field.name == "entities" and isinstance(item, tuple):
                item = [self._entity_of.get(entity, entity) for entity in item]
            found[field.name] = self.out(item)
        return found

    def _arguments(self, event: Event) -> dict[str, Any]:
        """Fillers by role; where a role has several, the first one and the rest beside it as ``others``."""
        found: dict[str, Any] = {}
        for argument in event.arguments:
            filler = {key: value for key, value in self._fields(argument).items() if key != "role"}
            if argument.role in found:
                found[argument.role].setdefault("others", []).append(filler)
            else:
                found[argument.role] = filler
        return found


def _article(door: _Door, reading: Reading) -> dict[str, Any]:
    article, anchor = reading.article, reading.anchor
    found: dict[str, Any] = door.out(article)
    found.update(
        published=anchor.edtf,
        published_basis=anchor.basis,
        published_reason=door.out(anchor.reason),
        published_span=door.out(anchor.span),
    )
    return found
