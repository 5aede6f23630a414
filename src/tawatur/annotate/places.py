"""Places named in a report, set against the gazetteer; what the report itself says settles namesakes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

from ..lang.nations import adjectives
from ..lang.tables import keyed
from ..model import Article, Entity, Mention, Place, Span, Token
from .naming.gazetteer import Row, bare, latin_place, place_at

# How many times as many people a town has whose name alone means it and not its namesakes abroad.
_GREAT = 20


def places(
    article: Article, tokens: tuple[Token, ...], mentions: tuple[Mention, ...], entities: tuple[Entity, ...]
) -> tuple[Place, ...]:
    """One Place for each entity that is a place, at its first mention. Places inside a body's name are none.

    Coordinates are degrees (WGS 84), None where nothing of that name is known or several are and nothing settles it.
    """
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in ("GPE", "LOC") and mention.form == "name" and mention.entity:
            first.setdefault(mention.entity, mention)
    names = {entity.id: entity.name for entity in entities}
    candidates = {key: _rows(mention.span.of(article.text)) for key, mention in first.items()}
    countries = _countries(candidates.values())
    countries.update({code for token in tokens if (code := adjectives().get(token.stem))})
    before = _before(tokens, [mention.span for mention in first.values()])
    return tuple(
        _place(
            f"{article.id}-p{number}",
            mention,
            names[key],
            candidates[key],
            countries,
            before.get(mention.span.start),
        )
        for number, (key, mention) in enumerate(first.items(), 1)
    )


def _rows(name: str) -> tuple[Row, ...]:
    if name[:1].isascii():
        return latin_place(name)
    words = bare(name).split()
    words = words[1:] if len(words) > 1 and words[0] in _heads() else words
    match = place_at(words, 0) if words else None
    if match is not None and match.last == len(words):
        return match.value
    return ()


def _countries(candidates: object) -> Counter[str]:
    """Countries that the report names, or that a place without namesakes abroad lies in."""
    found: Counter[str] = Counter()
    for several in candidates:  # type: ignore[attr-defined]
        in_countries = {row.country for row in several if row.country}
        if len(in_countries) == 1:
            found.update(dict.fromkeys(in_countries, 3 if several[0].precision == "country" else 1))
    return found


def _before(tokens: tuple[Token, ...], spans: list[Span]) -> dict[int, str]:
    """For each place, the precision of the noun right before it («محافظة حمص» is the province, not the town)."""
    ends = {span.start: span.end for span in spans}
    heads = _heads()
    found = {}
    for left, right in pairwise(tokens):
        if right.span.start in ends and left.stem in heads:
            found[right.span.start] = heads[left.stem]
        elif left.stem in heads and right.span.start < ends.get(left.span.start, 0):
            # The noun was taken into the name.
            found[left.span.start] = heads[left.stem]
    return found


@cache
def _heads() -> dict[str, str]:
    return keyed("place_heads", "precision", "ar")


def _place(
    key: str, mention: Mention, name: str, candidates: tuple[Row, ...], countries: Counter[str], noun: str | None
) -> Place:
    row, reason = _chosen(candidates, countries)
    precision = noun or (row.precision if row else "area")
    return Place(
        id=key,
        span=mention.span,
        name=name,
        entity=mention.entity,
        lat=row.lat if row and precision == "town" else None,
        lon=row.lon if row and precision == "town" else None,
        gazetteer_id=row.id if row and precision == "town" else None,
        country=row.country or None if row else None,
        admin1=row.admin1 or None if row else None,
        precision={"sea": "region"}.get(precision, precision),  # type: ignore[arg-type]
        candidates=len(candidates),
        reason=reason,
    )


def _chosen(candidates: tuple[Row, ...], countries: Counter[str]) -> tuple[Row | None, str | None]:
    """The place meant and why; none where namesakes in several countries stay open."""
    if not candidates:
        return None, None
    if len({row.country for row in candidates}) == 1:
        return candidates[0], "the only one of this name" if len(candidates) == 1 else "the largest of this name"
    named = [row for row in candidates if countries[row.country]]
    if named:
        best = max(named, key=lambda row: (countries[row.country], row.population))
        return best, f"the report names other places or people of {best.country}"
    first, second, *_ = sorted(candidates, key=lambda row: -row.population)
    if first.id and first.population >= _GREAT * max(1, second.population):
        return first, "by far the largest of this name"
    return None, f"{len(candidates)} places of this name, and nothing in the report settles which"
