"""``ftm``: the record as FollowTheMoney entities, one JSON object a line, as Aleph and OpenSanctions' tools read them.

Written without the ``followthemoney`` package; the tests validate every entity with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...model import Claim, Dossier, Entity, Event, Mention, Place, Reading
from ..render.json import dumps

_SCHEMATA = {"PERSON": "Person", "ORG": "Organization", "GPE": "Address", "LOC": "Address", "FAC": "Address"}
# FollowTheMoney names languages by ISO 639-3.
_LANGUAGES = {"ar": "ara", "en": "eng"}


def write(dossier: Dossier) -> str:
    """Reports as Article, people and bodies as Person and Organization, places as Address, events, and mentions."""
    return "".join(dumps(entity) + "\n" for entity in _entities(dossier))


def _entities(dossier: Dossier) -> Iterator[dict[str, Any]]:
    places = {dossier.entity_of.get(p.entity or "", p.entity): p for r in dossier.readings for p in r.places}
    shown = {entity.id: entity for entity in dossier.entities if entity.kind in _SCHEMATA}
    for reading in dossier.readings:
        yield _article(reading)
    for entity in shown.values():
        yield _entity(entity, places.get(entity.id))
    for reading in dossier.readings:
        events = {event.id: event for event in reading.events}
        for claim in reading.claims:
            event = events.get(claim.event or "")
            if event is not None and event.type != "OTHER":
                yield _event(reading, claim, event, shown, dossier.entity_of)
        for mention in reading.mentions:
            key = dossier.entity_of.get(mention.entity or "", mention.entity or "")
            if mention.form == "name" and key in shown:
                yield _mention(reading, mention, shown[key])


def _of(key: str, schema: str, **properties: str | Iterable[str | None] | None) -> dict[str, Any]:
    """An entity as FollowTheMoney writes it: every property a list of strings."""
    found: dict[str, list[str]] = {}
    for name, told in properties.items():
        several = (told,) if isinstance(told, str) else told or ()
        values = list(dict.fromkeys(" ".join(value.split()) for value in several if value))
        if values:
            found[name] = values
    return {"id": f"tawatur-{key}", "schema": schema, "properties": found}


def _article(reading: Reading) -> dict[str, Any]:
    article, anchor = reading.article, reading.anchor
    found = _of(
        article.id,
        "Article",
        title=article.title,
        author=article.byline,
        language=_LANGUAGES.get(article.language),
        publishedAt=anchor.edtf if anchor.basis in ("given", "metadata") else None,
        publisher=article.outlet.name,
        sourceUrl=article.url,
        country=(article.outlet.country or "").lower(),
    )
    found["properties"]["bodyText"] = [article.text.strip()]
    return found


def _entity(entity: Entity, place: Place | None) -> dict[str, Any]:
    schema = _SCHEMATA[entity.kind]
    spellings = [variant.text for variant in entity.variants if variant.text != entity.name]
    if schema != "Address":
        position = entity.roles if schema == "Person" else ()
        return _of(entity.id, schema, name=entity.name, alias=spellings, position=position)
    known = place if place and place.lat is not None else None
    return _of(
        entity.id,
        schema,
        full=entity.name,
        name=entity.name,
        alias=spellings,
        latitude=str(known.lat) if known else None,
        longitude=str(known.lon) if known else None,
        country=(known.country or "").lower() if known else None,
    )


def _event(
    reading: Reading, claim: Claim, event: Event, shown: dict[str, Entity], entity_of: dict[str, str]
) -> dict[str, Any]:
    """What a claim tells, never as a fact: its summary says who says so."""
    article = reading.article
    time = next((t for t in reading.times if t.id == event.time and t.earliest and t.latest), None)
    place = next((p for p in reading.places if p.id == event.place), None)
    involved = (entity_of.get(a.entity or "", a.entity or "") for a in event.arguments if a.role in ("agent", "target"))
    speaker = claim.source.text if claim.source else article.outlet.name
    one_day = time is not None and time.earliest == time.latest
    return _of(
        claim.id,
        "Event",
        name=claim.span.of(article.text),
        summary=f"{claim.factuality}: {speaker} ({article.outlet.name})",
        keywords=(event.type, event.mode),
        date=time.earliest if time and one_day else None,
        startDate=time.earliest if time and not one_day else None,
        endDate=time.latest if time and not one_day else None,
        location=place.name if place else None,
        involved=[f"tawatur-{key}" for key in involved if key in shown],
        proof=f"tawatur-{article.id}",
        publisher=article.outlet.name,
        sourceUrl=article.url,
        recordId=claim.id,
    )


def _mention(reading: Reading, mention: Mention, entity: Entity) -> dict[str, Any]:
    return _of(
        mention.id,
        "Mention",
        document=f"tawatur-{reading.article.id}",
        resolved=f"tawatur-{entity.id}",
        name=mention.span.of(reading.article.text),
        detectedSchema=_SCHEMATA[entity.kind],
    )
