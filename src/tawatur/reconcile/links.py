"""Rules by which two reports' entities may be one. Each proposes a link with its reason; none merges anything.

Candidates come from blocks (the same words, the same key, a last name in any spelling, a shared first word), so
the cost follows the number of spellings and not its square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..lang.matching import blocks, match_names, words
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.spelling import canonical as spelled
from ..lang.tables import table
from ..model import Entity, Link, Place, Reading
from .names.roles import clash, office

# Rules of ``match_names`` that join by themselves; a family name alone needs more.
_BY_NAME = {"same": 1.0, "definite": 0.99, "spelling": 0.9, "transliteration": 0.9, "middle_name": 0.85}
_BLOCKED = 40


class Proposal(NamedTuple):
    """``left`` and ``right`` are entity ids; proposals are weighed in order of strength."""

    strength: float
    left: str
    right: str
    link: Link


class Known(NamedTuple):
    """One report's entity with what the rules look at."""

    entity: Entity
    report: int
    names: tuple[str, ...]
    place: Place | None


def known(readings: tuple[Reading, ...]) -> list[Known]:
    """Every named entity of every report, in order. People and bodies told without a name are left to their report."""
    found = []
    for number, reading in enumerate(readings):
        forms = {m.id: m.form for m in reading.mentions}
        places = {place.entity: place for place in reading.places if place.entity}
        for entity in reading.entities:
            named = any(forms.get(m) == "name" for m in entity.mentions) or not entity.mentions
            texts = tuple(dict.fromkeys(v.text for v in entity.variants)) or (entity.name,)
            found.append(Known(entity, number, texts if named else (), places.get(entity.id)))
    return found


def proposals(entities: list[Known]) -> list[Proposal]:
    """What every rule proposes, strongest first."""
    found: list[Proposal] = []
    for rule in (_same_key, _same_place, _same_words, _spellings, _left_out, _role_held):
        found.extend(rule(entities))
    return sorted(found, key=lambda p: -p.strength)


def _propose(left: Known, right: Known, strength: float, rule: str, detail: str, names: tuple[str, str]) -> Proposal:
    return Proposal(strength, left.entity.id, right.entity.id, Link(names[0], names[1], rule, detail))


def _block(entities: Iterable[Known], keys: Callable[[Known], Iterable[object]]) -> list[list[Known]]:
    found: dict[object, list[Known]] = {}
    for item in entities:
        for key in dict.fromkeys(keys(item)):
            found.setdefault((item.entity.kind, key), []).append(item)
    return [block for block in found.values() if len(block) > 1]


def _chained(block: list[Known]) -> Iterator[tuple[Known, Known]]:
    """Neighbours only: for rules that are equalities, a chain joins the whole block."""
    return pairwise(block)


def _same_key(entities: list[Known]) -> Iterator[Proposal]:
    for block in _block(entities, lambda item: item.entity.identifiers):
        for left, right in _chained(block):
            detail = "known names of one body"
            yield _propose(left, right, 1.0, "known_names", detail, (left.entity.name, right.entity.name))


def _same_place(entities: list[Known]) -> Iterator[Proposal]:
    """One row of the gazetteer, in whatever script the name is written."""

    def rows(item: Known) -> Iterator[str]:
        if item.place and item.place.gazetteer_id:
            yield item.place.gazetteer_id
        for name in item.names if item.entity.kind == "GPE" else ():
            if (code := nation(name)) and item.place and item.place.precision == "country":
                yield code

    for block in _block(entities, rows):
        for left, right in _chained(block):
            yield _propose(left, right, 1.0, "gazetteer", "one place of the gazetteer", (left.names[0], right.names[0]))


@lru_cache(maxsize=16384)
def canonical(name: str) -> tuple[str, ...]:
    """A name's words, spelling pairs made one."""
    return tuple(spelled(word) for word in words(name))


def _same_words(entities: list[Known]) -> Iterator[Proposal]:
    """The same name, or the short name that both texts use; a family name or a bare head noun alone is not enough."""
    for block in _block(entities, lambda item: [name for name in map(canonical, item.names) if name]):
        for left, right in _chained(block):
            pairs = [(a, b) for a in left.names for b in right.names if canonical(a) == canonical(b)]
            short = max(len(canonical(a)) for a, _ in pairs) == 1
            if short and left.entity.kind == "PERSON":
                # A family name alone: weaker than a full name, and weighed after all of them.
                if all(len(canonical(name)) == 1 for item in (left, right) for name in item.names):
                    yield _propose(left, right, 0.4, "family_name", "the family name alone", pairs[0])
                continue
            if short and left.entity.kind in ("ORG", "MISC") and _bare(canonical(pairs[0][0])[0]):
                continue
            alias = any(
                link.rule == "alias" and fold(pairs[0][0]) in (fold(link.left), fold(link.right))
                for item in (left, right)
                for link in item.entity.links
            )
            rule, detail = ("alias", "a name that the text itself gives") if alias else ("same", "the same words")
            yield _propose(left, right, 0.97, rule, detail, pairs[0])


@lru_cache(maxsize=4096)
def _bare(word: str) -> bool:
    """A head noun that many bodies share («التحالف»، «القوات»), which names one only within its own report."""
    return word in heads()


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """Nouns that many bodies have in common («وزارة»، «كتائب»، «تنظيم»)."""
    rows = table("ar", "org_heads")
    column = rows.columns[0]
    return frozenset(word for row in rows.rows for cell in row[column].split("|") for word in words(cell))


def _spellings(entities: list[Known]) -> Iterator[Proposal]:
    """Transliterations and middle names, among names whose last word (people) or first word has a common skeleton."""

    def keys(item: Known) -> Iterator[str]:
        for name in item.names:
            found = canonical(name)
            if found:
                yield from blocks(found[-1] if item.entity.kind == "PERSON" else found[0])

    seen: set[tuple[str, str]] = set()
    for block in _block(entities, keys):
        distinct = _representatives(block)
        for index, right in enumerate(distinct):
            for left in distinct[max(0, index - _BLOCKED) : index]:
                pair = (left.entity.id, right.entity.id)
                if left.report == right.report or pair in seen:
                    continue
                seen.add(pair)
                if (found := _name_match(left, right)) is not None:
                    yield found


def _representatives(block: list[Known]) -> list[Known]:
    """One entity for each set of spellings: those with the same spellings are joined already."""
    found: dict[frozenset[tuple[str, ...]], Known] = {}
    for item in block:
        found.setdefault(frozenset(map(canonical, item.names)), item)
    return list(found.values())


def _name_match(left: Known, right: Known) -> Proposal | None:
    best: Proposal | None = None
    for a in left.names:
        for b in right.names:
            match = match_names(a, b, left.entity.kind)
            if match is None:
                continue
            strength = _BY_NAME.get(match.rule, 0.0)
            short = min(len(words(a)), len(words(b))) == 1
            if match.rule == "family_name" or (short and left.entity.kind == "PERSON"):
                # A family name alone is the person of that name, where the story has only one.
                strength = 0.5 if left.entity.kind == "PERSON" else 0.0
            if strength and (best is None or strength > best.strength):
                best = _propose(left, right, strength, match.rule, match.detail, (a, b))
    return best


def _left_out(entities: list[Known]) -> Iterator[Proposal]:
    """«القيادة المركزية الأميركية» and «القيادة المركزية»: what one leaves out is its nationality alone."""

    def keys(item: Known) -> Iterator[tuple[str, ...]]:
        if item.entity.kind in ("ORG", "FAC"):
            for name in item.names:
                yield canonical(name)[:2]

    for block in _block(entities, keys):
        distinct = _representatives(block)
        for index, right in enumerate(distinct):
            for left in distinct[max(0, index - _BLOCKED) : index]:
                for a in left.names:
                    for b in right.names:
                        short, long = sorted((canonical(a), canonical(b)), key=len)
                        extra = long[len(short) :]
                        if 2 <= len(short) < len(long) and long[: len(short)] == short and all(map(nation, extra)):
                            detail = "the same name, its nationality left out"
                            yield _propose(left, right, 0.8, "nationality_left_out", detail, (a, b))


def _role_held(entities: list[Known]) -> Iterator[Proposal]:
    """Two names of a body that one person is said to head («قائد القيادة المركزية»، «قائد القيادة الوسطى»).

    This is how translated names are found: no string method joins them, the office held does.
    """
    bodies: dict[int, list[Known]] = {}
    for item in entities:
        if item.entity.kind == "ORG" and item.names:
            bodies.setdefault(item.report, []).append(item)
    for block in _block(entities, _full_names):
        for left, right in _chained(block):
            for body, a in _headed(left, bodies.get(left.report, [])):
                for other, b in _headed(right, bodies.get(right.report, [])):
                    heads = canonical(a)[0], canonical(b)[0]
                    if body.entity.id != other.entity.id and heads[0] == heads[1] and _one_nation(a, b):
                        detail = f"«{left.entity.name}» is said to hold one office in both"
                        yield _propose(body, other, 0.75, "role_held", detail, (a, b))


def _full_names(item: Known) -> Iterator[object]:
    if item.entity.kind == "PERSON" and item.entity.roles:
        for name in map(canonical, item.names):
            if len(name) > 1:
                yield name[0], name[-1]


def _headed(person: Known, bodies: list[Known]) -> Iterator[tuple[Known, str]]:
    """Bodies of the same report whose name stands inside a title of the person."""
    for title in person.entity.roles:
        said = office(title).words
        for body in bodies:
            for name in body.names:
                inside = words(name)
                if 1 < len(inside) < len(said) and any(
                    said[i : i + len(inside)] == inside for i in range(1, len(said))
                ):
                    yield body, name


def _one_nation(left: str, right: str) -> bool:
    a, b = ({code for word in words(name) if (code := nation(word))} for name in (left, right))
    return not a or not b or bool(a & b)


def apart(left: Known, right: Known) -> str | None:
    """What forbids two entities to be one: other offices, other countries, another place on the map."""
    if left.entity.kind != right.entity.kind:
        return "different kinds"
    if left.entity.kind == "PERSON":
        return clash(left.entity.roles, right.entity.roles)
    if left.place and right.place:
        a, b = left.place, right.place
        if a.gazetteer_id and b.gazetteer_id and a.gazetteer_id != b.gazetteer_id:
            return "two places on the map"
        if {a.precision, b.precision} == {"town", "province"}:
            return "a town and a province"
    if left.entity.kind == "ORG":
        for one in left.names:
            for other in right.names:
                if not _one_nation(one, other):
                    return "bodies of two countries"
    return None
