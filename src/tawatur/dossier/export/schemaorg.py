"""``schemaorg``: reports and their claims as schema.org JSON-LD (NewsArticle, Claim).

There is no ClaimReview and no rating: the record weighs reports and rates nobody.
"""

from __future__ import annotations

from typing import Any

from ...model import Article, Claim, Dossier, Entity, Reading, Source
from ..render.json import dumps
from .names import iri

_KINDS = {"PERSON": "Person", "ORG": "Organization", "GPE": "AdministrativeArea"}


def write(dossier: Dossier) -> str:
    """One graph: a NewsArticle a report, a Claim a claim, who made it, and where it appears."""
    entities = {entity.id: entity for entity in dossier.entities}
    graph = []
    for reading in dossier.readings:
        graph.append(_article(reading))
        for claim in reading.claims:
            who = _source(claim.source, entities, dossier.entity_of) if claim.source else None
            graph.append(_claim(reading, claim, who))
    return dumps({"@context": "https://schema.org", "@graph": graph}, indent=1) + "\n"


def _article(reading: Reading) -> dict[str, Any]:
    article, anchor = reading.article, reading.anchor
    given = anchor.edtf if anchor.basis in ("given", "metadata") else None
    return _told(
        {
            "@type": "NewsArticle",
            "@id": iri(article.id),
            "headline": article.title,
            "url": article.url,
            "datePublished": given,
            "inLanguage": article.language,
            "author": {"@type": "Person", "name": article.byline} if article.byline else None,
            "publisher": _publisher(article),
        }
    )


def _publisher(article: Article) -> dict[str, Any]:
    outlet = article.outlet
    parent = {"@type": "Organization", "name": outlet.family} if outlet.family else None
    found = {"@type": "NewsMediaOrganization", "name": outlet.name, "parentOrganization": parent}
    return _told(found)


def _claim(reading: Reading, claim: Claim, author: dict[str, Any] | None) -> dict[str, Any]:
    """Without a named source the claim is the report's own, so its publisher makes it."""
    article = reading.article
    return _told(
        {
            "@type": "Claim",
            "@id": iri(claim.id),
            "text": claim.span.of(article.text),
            "inLanguage": article.language,
            "author": author or _publisher(article),
            "appearance": {"@id": iri(article.id)},
        }
    )


def _source(source: Source, entities: dict[str, Entity], entity_of: dict[str, str]) -> dict[str, Any]:
    key = entity_of.get(source.entity or "", source.entity)
    entity = entities.get(key or "")
    name = " ".join(source.text.split())
    if entity is None or entity.kind not in _KINDS:
        return {"@type": "Thing", "name": name}
    role = source.role if entity.kind == "PERSON" else None
    found = {"@type": _KINDS[entity.kind], "@id": iri(entity.id), "name": entity.name, "jobTitle": role}
    return _told(found)


def _told(found: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {key: value for key, value in found.items() if value is not None}
