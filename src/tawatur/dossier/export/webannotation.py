"""``webannotation``: claims, quotes and findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

Positions count Unicode code points from 0, as the model prescribes, in the text that was read: ``articles[].text`` of
the record. JavaScript counts UTF-16 units, so there it is ``Array.from(text).slice(start, end)``. The quote selector
beside each position finds the words on the live page, whose text has menus and the like around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Article, Claim, Dossier, Finding, Quote, Reading, Said, Span
from ..render.json import dumps
from .names import iri, page

# Words before and after a quotation by which it is told from the same words elsewhere.
_CONTEXT = 32


def write(dossier: Dossier) -> str:
    """One AnnotationCollection with one page of annotations."""
    items = list(_annotations(dossier))
    key = dossier.readings[0].article.id
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": iri(f"annotations:{key}"),
        "type": "AnnotationCollection",
        "label": dossier.readings[0].article.title,
        "total": len(items),
        "first": {"id": iri(f"annotations:{key}:1"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return dumps(collection, indent=1) + "\n"


def _annotations(dossier: Dossier) -> Iterator[dict[str, Any]]:
    spans = {claim.id: (reading, claim.span) for reading in dossier.readings for claim in reading.claims}
    for reading in dossier.readings:
        for claim in reading.claims:
            yield _annotation(claim.id, "describing", _claim(reading, claim), [_target(reading.article, claim.span)])
        for quote in reading.quotes:
            target = _target(reading.article, quote.content)
            yield _annotation(quote.id, "identifying", _quote(reading, quote), [target])
    for finding in dossier.findings:
        told = [spans[claim] for claim in finding.claims if claim in spans]
        targets = [_target(reading.article, span) for reading, span in told]
        yield _annotation(finding.id, "commenting", _finding(finding), targets)


def _annotation(key: str, motivation: str, body: list[dict[str, Any]], targets: list[dict[str, Any]]) -> dict[str, Any]:
    target: Any = targets[0] if len(targets) == 1 else targets
    return {"id": iri(key), "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _target(article: Article, span: Span) -> dict[str, Any]:
    text = article.text
    return {
        "type": "SpecificResource",
        "source": {"id": page(article), "type": "Text", "language": article.language},
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _CONTEXT) : span.start],
                "suffix": text[span.end : span.end + _CONTEXT],
            },
        ],
    }


def _claim(reading: Reading, claim: Claim) -> list[dict[str, Any]]:
    speaker = claim.source.text if claim.source else reading.article.outlet.name
    return [_words(speaker, reading.article.language), *_tags("claim", claim.factuality, claim.polarity)]


def _quote(reading: Reading, quote: Quote) -> list[dict[str, Any]]:
    speaker = [_words(quote.source.text, reading.article.language)] if quote.source else []
    return [*speaker, *_tags("quote", quote.mode, quote.factuality)]


def _finding(finding: Finding) -> list[dict[str, Any]]:
    return [*_said(finding.detail), *_said(finding.independence.reason), *_tags(*_kind(finding))]


def _kind(finding: Finding) -> Iterator[str]:
    yield finding.kind
    if finding.aspect:
        yield finding.aspect
    yield finding.independence.grade


def _said(said: Said) -> list[dict[str, Any]]:
    return [_words(said.ar, "ar"), _words(said.en, "en")]


def _words(text: str, language: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "language": language, "purpose": "describing"}


def _tags(*values: str) -> list[dict[str, Any]]:
    return [{"type": "TextualBody", "value": value, "purpose": "tagging"} for value in values]
