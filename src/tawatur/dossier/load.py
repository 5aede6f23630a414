"""The JSON of ``compare`` read back into a dossier.

The record is the truth: claims, quotes, figures, findings and the rest are taken as they stand in it. What it leaves
out follows from the articles' texts, which it holds: words and sentences are cut again, names are found again and
get the entity that the record gives them, claims are set side by side again. References between reports are the
joined entities' ids, as in the record, so ``entity_of`` maps each to itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..annotate import names, tokens
from ..errors import BadRecord
from ..model import (
    Anchor,
    Argument,
    Article,
    Change,
    Claim,
    Coverage,
    Dossier,
    Entity,
    Event,
    Finding,
    Judgement,
    Label,
    Lineage,
    Mention,
    Place,
    Quantity,
    Quote,
    Reading,
    Said,
    Span,
    TimeExpression,
    TimelineEntry,
)
from ..reconcile import align

_SPAN = {"article", "start", "end", "text"}
_PER_ARTICLE: dict[str, type] = {
    "claims": Claim,
    "quotes": Quote,
    "quantities": Quantity,
    "times": TimeExpression,
    "places": Place,
    "events": Event,
    "labels": Label,
}


def loads(text: str | bytes, source: str) -> Dossier:
    """A dossier from the text of its JSON. Raises BadRecord, which names ``source`` and says what is wrong."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRecord(source, f"not JSON: {error}") from None
    return load(record, source)


def load(record: Any, source: str) -> Dossier:
    """A dossier from the object that ``compare`` writes; the ``id`` of a JSON line is left aside."""
    checked = _checked(record, source)
    try:
        return _Loader({article["id"]: article["text"] for article in checked["articles"]}).dossier(checked)
    except _Wrong as wrong:
        raise BadRecord(source, str(wrong)) from None


class _Wrong(ValueError):
    """What the schema cannot see: words that are not the article's, a reference that leads nowhere."""


def _checked(record: Any, source: str) -> dict[str, Any]:
    """The record if it keeps the schema."""
    from pydantic import ValidationError

    from .render.schema import DossierRecord

    schema = record.get("schema") if isinstance(record, dict) else None
    if schema != "tawatur.dossier/1":
        found = f"its schema is {schema!r}" if schema else "it has no schema"
        raise BadRecord(source, f"not a record that «tawatur compare --format json» wrote: {found}")
    # Records written before there were judgements lack them.
    plain = {"judged": [], **{key: value for key, value in record.items() if key != "id"}}
    try:
        DossierRecord.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadRecord(source, f"not a whole record: {where}: {first['msg']}") from None
    if not plain["articles"]:
        raise BadRecord(source, "a record of no article")
    return plain


class _Loader:
    """Builds model values from JSON values; knows the texts that spans point into."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def dossier(self, record: Mapping[str, Any]) -> Dossier:
        for item in (item for name in _PER_ARTICLE for item in record[name]):
            self._span(item["span"])
        entities = self.value(tuple[Entity, ...], record["entities"])
        joined = {mention: entity for entity in entities for mention in entity.mentions}
        readings = tuple(self._reading(article, record, joined) for article in record["articles"])
        entity_of = {entity.id: entity.id for entity in entities}
        return Dossier(
            readings=readings,
            entities=entities,
            entity_of=entity_of,
            alignments=align.align(readings, entity_of),
            findings=self.value(tuple[Finding, ...], record["findings"]),
            lineages=self.value(tuple[Lineage, ...], record["lineages"]),
            timeline=self.value(tuple[TimelineEntry, ...], record["timeline"]),
            coverage=self.value(Coverage, record["coverage"]),
            changes=self.value(tuple[Change, ...] | None, record.get("changes")),
            judged=self.value(tuple[Judgement, ...], record["judged"]),
        )

    def _reading(self, found: Mapping[str, Any], record: Mapping[str, Any], joined: Mapping[str, Entity]) -> Reading:
        article = self._article(found)
        words = tokens.tokenise(article)
        sentences = tokens.sentences(article, words)
        mentions, entities = _named(*names.names(article, words, sentences), joined, article.text)
        anchor = Anchor(
            found["published"],
            found["published_basis"],
            self.value(Said | None, found["published_reason"]),
            self.value(Span | None, found["published_span"]),
        )
        lists = {
            name: tuple(self.value(kind, item) for item in record[name] if item["span"]["article"] == article.id)
            for name, kind in _PER_ARTICLE.items()
        }
        return Reading(article, anchor, words, sentences, mentions, entities, **lists)

    def _article(self, found: Mapping[str, Any]) -> Article:
        told = found["published_basis"] in ("given", "metadata")
        own = {**found, "published": found["published"] if told else None}
        basis = found["published_basis"] if told else "unknown"
        article: Article = self._object(Article, {**own, "published_basis": basis})
        return article

    def value(self, kind: Any, found: Any) -> Any:
        """A JSON value as the type that the model gives it."""
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return self._one_of(get_args(kind), found)
        if origin is tuple:
            members = get_args(kind)
            kinds = members[:1] * len(found) if members[-1] is Ellipsis else members
            return tuple(self.value(member, item) for member, item in zip(kinds, found))
        if kind is Span:
            return self._span(found)
        if kind is Event:
            return self._object(Event, {**found, "arguments": self._arguments(found["arguments"])})
        if is_dataclass(kind) and isinstance(kind, type):
            return self._object(kind, found)
        return self._loose(found)

    def _one_of(self, kinds: tuple[Any, ...], found: Any) -> Any:
        if found is None or isinstance(found, (str, int, float)):
            return found
        return self.value(next(k for k in kinds if k is not NoneType and get_origin(k) is not Literal), found)

    def _loose(self, found: Any) -> Any:
        """Values of findings, which have no type of their own: spans in them are spans again."""
        if isinstance(found, dict):
            if found.keys() == _SPAN:
                return self._span(found)
            return {key: self._loose(item) for key, item in found.items()}
        return [self._loose(item) for item in found] if isinstance(found, list) else found

    def _object(self, kind: type, found: Mapping[str, Any]) -> Any:
        hints = _hints(kind)
        values = {}
        for field in fields(kind):
            if field.name in found:
                item = found[field.name]
                values[field.name] = item if field.name == "arguments" else self.value(hints[field.name], item)
            elif field.default is MISSING and field.default_factory is MISSING:
                raise _Wrong(f"{kind.__name__} without {field.name}")
        return kind(**values)

    def _arguments(self, found: Mapping[str, Any]) -> tuple[Argument, ...]:
        return tuple(
            self._object(Argument, {**filler, "role": role})
            for role, first in found.items()
            for filler in (first, *first.get("others", ()))
        )

    def _span(self, found: Mapping[str, Any]) -> Span:
        article, start, end, text = (found[key] for key in ("article", "start", "end", "text"))
        if article not in self._texts:
            raise _Wrong(f"a span of article {article!r}, which is not in the record")
        if not 0 <= start <= end or self._texts[article][start:end] != text:
            raise _Wrong(f"characters {start} to {end} of article {article!r} are not {text[:60]!r}")
        return Span(article, start, end)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _named(
    mentions: tuple[Mention, ...], entities: tuple[Entity, ...], joined: Mapping[str, Entity], text: str
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions and entities of a report under the record's ids.

    A mention that the record knows under other words was numbered by another version: it is left without an entity.
    """
    known = {
        mention.id: joined[mention.id].id
        for mention in mentions
        if mention.id in joined and _spelt(mention, joined[mention.id], text)
    }
    kept = tuple(replace(mention, entity=known.get(mention.id)) for mention in mentions)
    renamed: dict[str, Entity] = {}
    for entity in entities:
        key = next((known[mention] for mention in entity.mentions if mention in known), None)
        if key is not None:
            renamed.setdefault(key, replace(entity, id=key))
    return kept, tuple(renamed.values())


def _spelt(mention: Mention, entity: Entity, text: str) -> bool:
    """Nominals and pronouns («الحركة») are no spellings of the entity, so only a name's words can be compared."""
    words = " ".join(mention.span.of(text).split())
    return mention.form != "name" or words in {" ".join(variant.text.split()) for variant in entity.variants}
