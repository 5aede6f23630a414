"""Who is named and who speaks: every spelling with its outlets, and each speaker's words in full."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..model import Entity, Quote, Reading
from .view import View


class Spelling(NamedTuple):
    """One spelling of a name and the outlets that use it, with how often."""

    text: str
    outlets: tuple[tuple[str, int], ...]


class Person(NamedTuple):
    """Somebody or some body named, with how many of its quotations there are."""

    entity: Entity
    spellings: tuple[Spelling, ...]
    quotations: int


class Saying(NamedTuple):
    """The same words of one speaker, with the reports that quote them."""

    reading: Reading
    quote: Quote
    reports: tuple[int, ...]


class Speaker(NamedTuple):
    """A speaker with their words. ``names`` are by the language of the reports, empty for words that no report gives
    to anybody."""

    names: dict[str, str]
    entity: str | None
    sayings: tuple[Saying, ...]


def people(view: View) -> list[Person]:
    """Persons and bodies worth a line, the most often named first; places have their map."""
    speaking = Counter({s.entity: len(s.sayings) for s in speakers(view) if s.entity})
    return [
        Person(entity, spellings(entity), speaking[entity.id])
        for entity in view.named()
        if entity.kind not in ("GPE", "LOC")
    ]


def spellings(entity: Entity) -> tuple[Spelling, ...]:
    """The spellings, the most used first."""
    found: dict[str, Counter[str]] = {}
    for variant in entity.variants:
        found.setdefault(variant.text, Counter())[variant.outlet] += variant.count
    ordered = sorted(found.items(), key=lambda item: -item[1].total())
    return tuple(Spelling(text, tuple(outlets.most_common())) for text, outlets in ordered)


def speakers(view: View) -> list[Speaker]:
    """All quotations with words of the speaker's own, by speaker; words of nobody named come last."""
    full = {entity.id: entity.name for entity in view.dossier.entities}
    found: dict[tuple[str | None, str], dict[str, list[tuple[Reading, Quote]]]] = {}
    names: dict[tuple[str | None, str], dict[str, str]] = {}
    for reading, quote in view.quotes():
        source = quote.source
        entity = view.dossier.entity_of.get(source.entity, source.entity) if source and source.entity else None
        name = " ".join(source.text.split()) if source else ""
        key = (entity, "" if entity else name)
        known = names.setdefault(key, {})
        if name:
            # The longest naming tells most: the office with the name, the body's name and not «the command».
            several = (known.get(reading.article.language, ""), name, _in(reading, full.get(entity or "", "")))
            known[reading.article.language] = max(several, key=len)
        words = " ".join(quote.content.of(reading.article.text).split())
        found.setdefault(key, {}).setdefault(words, []).append((reading, quote))
    speaking = [
        Speaker(
            names[key],
            key[0],
            tuple(
                Saying(*given[0], tuple(dict.fromkeys(view.number(reading.article.id) for reading, _ in given)))
                for given in said.values()
            ),
        )
        for key, said in found.items()
    ]
    return sorted(speaking, key=lambda speaker: (not speaker.names, -len(speaker.sayings)))


def _in(reading: Reading, name: str) -> str:
    """A name where it is written in the letters of the report's language."""
    return name if name.isascii() == (reading.article.language == "en") else ""
