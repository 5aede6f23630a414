"""The story's places: each once, with its spellings, where it lies and how exactly that is known."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..model import Place
from .view import View


class Site(NamedTuple):
    """A place of the story. ``place`` is the mention that says most about where it lies.

    ``names`` are its spellings, most used first; ``reports`` the numbers of those that name it.
    """

    entity: str
    place: Place
    names: tuple[str, ...]
    reports: tuple[int, ...]

    @property
    def located(self) -> bool:
        return self.place.lat is not None and self.place.lon is not None


def sites(view: View) -> list[Site]:
    """All places, the most often named first. One spelling that the gazetteer knows places the others."""
    by_entity: dict[str, list[Place]] = {}
    for reading in view.dossier.readings:
        for place in reading.places:
            entity = view.dossier.entity_of.get(place.entity or "", place.entity or place.id)
            by_entity.setdefault(entity, []).append(place)
    entities = {entity.id: entity for entity in view.dossier.entities}
    found = []
    for key, places in by_entity.items():
        names: Counter[str] = Counter()
        for variant in entities[key].variants if key in entities else ():
            names[variant.text] += variant.count
        reports = dict.fromkeys(view.number(place.span.article_id) for place in places)
        best = max(places, key=_known)
        spelled = tuple(name for name, _ in names.most_common()) or (best.name,)
        found.append(Site(key, best, spelled, tuple(reports)))
    return sorted(found, key=lambda site: (-len(site.reports), not site.located, site.names[0]))


def _known(place: Place) -> tuple[bool, bool, int]:
    return place.lat is not None, place.country is not None, place.candidates
