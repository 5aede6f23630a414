"""``geojson``: the story's resolved places (RFC 7946, WGS 84), each with the claims that name it."""

from __future__ import annotations

from typing import Any

from ...model import Claim, Dossier, Place, Reading
from ..render.json import dumps
from .names import page


def write(dossier: Dossier) -> str:
    """A FeatureCollection with one point a place; places that no gazetteer row was chosen for have no point."""
    found: dict[str, list[tuple[Reading, Place]]] = {}
    for reading in dossier.readings:
        for place in reading.places:
            if place.lat is not None and place.lon is not None:
                found.setdefault(place.gazetteer_id or place.name, []).append((reading, place))
    features = [_feature(several) for several in found.values()]
    return dumps({"type": "FeatureCollection", "features": features}, indent=1) + "\n"


def _feature(named: list[tuple[Reading, Place]]) -> dict[str, Any]:
    place = named[0][1]
    ids = {place.id for _, place in named}
    readings = {reading.article.id: reading for reading, _ in named}
    claims = [
        _claim(reading, claim)
        for reading in readings.values()
        for claim in reading.claims
        if ids & set(claim.places)
    ]  # fmt: skip
    words = (place.span.of(reading.article.text) for reading, place in named)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "names": list(dict.fromkeys(" ".join(text.split()) for text in words)),
            "country": place.country,
            "precision": place.precision,
            "gazetteer_id": place.gazetteer_id,
            "candidates": place.candidates,
            "reason": place.reason,
            "outlets": list(dict.fromkeys(reading.article.outlet.name for reading in readings.values())),
            "claims": claims,
        },
    }


def _claim(reading: Reading, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "outlet": reading.article.outlet.name,
        "page": page(reading.article),
        "text": claim.span.of(reading.article.text),
        "source": claim.source.text if claim.source else None,
        "factuality": claim.factuality,
        "times": [time.edtf for time in reading.times if time.id in claim.times and time.edtf],
    }
