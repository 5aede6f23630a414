"""Entities across reports: joined by rules that say why, kept apart wherever something speaks against it.

A wrong merge costs more than a missed one, so every join must leave each report with at most one entity in the
group (its own reading told the two apart), and what forbids one pair forbids the whole group. A person's
judgement overrides the rules and can be taken back; links of its own say whose it was.
"""

from __future__ import annotations

from collections import Counter

from ..lang.matching import words
from ..model import Entity, Judgement, Link, Reading, Variant
from .judged import Ruling, rulings
from .links import Known, Proposal, apart, known, proposals

# Rules that rest on the name's own identity and so may join what one report's reading left apart.
_IDENTITY = frozenset(("known_names", "gazetteer", "same"))


def resolve(
    readings: tuple[Reading, ...], judgements: tuple[Judgement, ...]
) -> tuple[tuple[Entity, ...], dict[str, str], tuple[Judgement, ...]]:
    """The story's entities, for each report's entity the id of the one it belongs to, and the judgements they rest on."""
    items = known(readings)
    told = rulings(items, readings, judgements)
    groups = _Groups(items, told)
    judged = tuple(ruling.judgement for ruling in told if groups.judged(ruling))
    pending = proposals(items)
    for proposal in pending:
        if proposal.strength > 0.5:
            groups.join(proposal)
    _family_names(groups, [p for p in pending if p.strength <= 0.5])
    joined = [_joined(members, groups.links(members[0].entity.id)) for members in groups.members()]
    entity_of = {member.entity.id: entity.id for entity, members in zip(joined, groups.members()) for member in members}
    return tuple(joined), entity_of, judged


class _Groups:
    """Union-find over entities that refuses a join where two members are told apart."""

    def __init__(self, items: list[Known], told: list[Ruling]) -> None:
        self._items = {item.entity.id: item for item in items}
        self._order = {item.entity.id: number for number, item in enumerate(items)}
        self._group = {key: [key] for key in self._items}
        self._links: dict[int, list[Link]] = {}
        # Links of entities that a person told apart.
        self._apart: dict[str, list[Link]] = {}
        self._different = {
            frozenset((a.entity.id, b.entity.id))
            for r in told
            if r.judgement.verdict == "different"
            for a, b in r.pairs
        }

    def join(self, proposal: Proposal) -> bool:
        """Join two groups unless they are one already or something speaks against it."""
        left, right = self._group[proposal.left], self._group[proposal.right]
        if left is right or self._forbidden(left, right, proposal.link.rule):
            return left is right
        self._merge(left, right, proposal.link)
        return True

    def judged(self, ruling: Ruling) -> bool:
        """Do as a person judged, whom only another judgement gainsays; False where nothing came of it."""
        judgement, held = ruling.judgement, False
        for left, right in ((a.entity, b.entity) for a, b in ruling.pairs):
            rule, word = ("judgement", "the same") if judgement.verdict == "same" else ("judged_apart", "different")
            link = Link(left.name, right.name, rule, f"judged {word} by {judgement.user} on {judgement.created_at}")
            one, other = self._group[left.id], self._group[right.id]
            if judgement.verdict == "different":
                self._apart.setdefault(left.id, []).append(link)
                self._apart.setdefault(right.id, []).append(link)
            elif one is not other and self._told_apart(one, other):
                continue
            elif one is not other:
                self._merge(one, other, link)
            held = True
        return held

    def group(self, key: str) -> list[str]:
        return self._group[key]

    def members(self) -> list[list[Known]]:
        """Groups in the order of their first member."""
        unique = {id(group): group for group in self._group.values()}
        ordered = [sorted(group, key=self._order.__getitem__) for group in unique.values()]
        return [[self._items[key] for key in group] for group in sorted(ordered, key=lambda g: self._order[g[0]])]

    def links(self, key: str) -> list[Link]:
        group = self._group[key]
        return [*self._links.get(id(group), ()), *(link for one in group for link in self._apart.get(one, ()))]

    def _merge(self, left: list[str], right: list[str], link: Link) -> None:
        if len(left) < len(right):
            left, right = right, left
        links = self._links.setdefault(id(left), [])
        links.extend(self._links.pop(id(right), []))
        if link.left != link.right or link.rule == "judgement":
            links.append(link)
        left.extend(right)
        for key in right:
            self._group[key] = left

    def _forbidden(self, left: list[str], right: list[str], rule: str) -> bool:
        reports = {self._items[key].report for key in left}
        if rule not in _IDENTITY and any(self._items[key].report in reports for key in right):
            return True
        if self._told_apart(left, right):
            return True
        return any(apart(self._items[a], self._items[b]) for a in self._telling(left) for b in self._telling(right))

    def _told_apart(self, left: list[str], right: list[str]) -> bool:
        return bool(self._different) and any(frozenset((a, b)) in self._different for a in left for b in right)

    def _telling(self, group: list[str]) -> list[str]:
        """Members that differ in what could speak against a join: one for each set of names, titles and place."""
        seen: dict[object, str] = {}
        for key in group:
            item = self._items[key]
            place = item.place.gazetteer_id if item.place else None
            seen.setdefault((item.names, item.entity.roles, place), key)
        return list(seen.values())


def _family_names(groups: _Groups, pending: list[Proposal]) -> None:
    """A family name alone joins the one person of that name; where the story has two, it joins neither."""
    told = [(proposal, *_short(proposal)) for proposal in pending]
    options: dict[str, set[int]] = {}
    for _, short, full in told:
        if full is not None:
            options.setdefault(short, set()).add(id(groups.group(full)))
    for proposal, short, full in told:
        if full is not None and len(options[short]) == 1:
            groups.join(proposal)
    for proposal, short, full in told:
        # Two reports that give the family name alone mean one person where no full name says otherwise.
        if full is None and short not in options and proposal.right not in options:
            groups.join(proposal)


def _short(proposal: Proposal) -> tuple[str, str | None]:
    """The entity that is told by one word, and the one told in full; None where both are told by one word."""
    left, right = len(words(proposal.link.left)), len(words(proposal.link.right))
    if left == right:
        return proposal.left, None
    return (proposal.left, proposal.right) if left < right else (proposal.right, proposal.left)


def _joined(members: list[Known], links: list[Link]) -> Entity:
    """One entity of several reports' entities. Its name is the fullest that is used most."""
    first = members[0].entity
    variants: Counter[tuple[str, str]] = Counter()
    for member in members:
        for variant in member.entity.variants:
            variants[variant.text, variant.outlet] += variant.count
    counted: Counter[str] = Counter()
    for (text, _), count in variants.items():
        counted[text] += count
    names = {member.entity.name: member for member in members}
    name = max(names, key=lambda text: (len(text.split()), counted[text], text))
    inner = [link for member in members for link in member.entity.links]
    return Entity(
        id=first.id,
        kind=first.kind,
        name=name,
        variants=tuple(Variant(text, outlet, count) for (text, outlet), count in variants.items()),
        mentions=tuple(mention for member in members for mention in member.entity.mentions),
        identifiers=tuple(dict.fromkeys(pair for member in members for pair in member.entity.identifiers)),
        roles=tuple(dict.fromkeys(role for member in members for role in member.entity.roles)),
        links=tuple(dict.fromkeys((*inner, *links))),
    )
