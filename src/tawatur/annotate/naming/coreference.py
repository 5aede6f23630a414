"""Which namings of one article are one: the same words, aliases given in the text, a family name alone, a head noun."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from ...lang.matching import match_names, words
from ...lang.normalise import fold
from ...model import Link, Span
from .bodies import nationality

# «قوات سوريا الديمقراطية "قسد"», «القيادة المركزية الأمريكية (سنتكوم)»: nothing but a mark between the two.
_ALIAS_GAP = re.compile(r"\s?[,،]?\s?[\"«“(]\s?\Z")
_ALIAS_END = re.compile(r"\s?[\"»”)]")
_JOINING = ("definite", "spelling", "transliteration", "middle_name")


class Naming(NamedTuple):
    """One mention before it has an entity."""

    span: Span
    text: str
    kind: str
    form: str
    key: str
    title: str | None


# Joins two namings by a rule, with a sentence of detail.
Join = Callable[[int, int, str, str], None]


def group(text: str, namings: list[Naming]) -> list[tuple[list[int], list[Link]]]:
    """Groups of indexes in order of first naming, each with the rules that joined its spellings."""
    parent = list(range(len(namings)))
    links: dict[int, list[Link]] = {}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def join(left: int, right: int, rule: str, detail: str) -> None:
        a, b = sorted((root(left), root(right)))
        if a != b:
            parent[b] = a
            links.setdefault(a, []).extend(links.pop(b, []))
        if fold(namings[left].text) != fold(namings[right].text):
            link = Link(namings[left].text, namings[right].text, rule, detail)
            if link not in links.setdefault(a, []):
                links[a].append(link)

    proper = [n for n, naming in enumerate(namings) if naming.form == "name"]
    _same_words(namings, proper, join)
    _aliases(text, namings, proper, join)
    _variants(namings, proper, join)
    _nominals(namings, join)
    groups: dict[int, list[int]] = {}
    for n in range(len(namings)):
        groups.setdefault(root(n), []).append(n)
    return [(members, links.get(first, [])) for first, members in groups.items()]


def _same_words(namings: list[Naming], proper: list[int], join: Join) -> None:
    first: dict[tuple[str, object], int] = {}
    for n in proper:
        naming = namings[n]
        for key in ((naming.kind, words(naming.text)), ("key", naming.key)):
            if not key[1]:
                continue
            if key in first:
                same = key[0] != "key"
                rule, detail = ("same", "the same words") if same else ("known_names", "known names of one body")
                join(first[key], n, rule, detail)
            first.setdefault(key, n)


def _aliases(text: str, namings: list[Naming], proper: list[int], join: Join) -> None:
    """A name in quotation marks or brackets right behind another of its kind, given once in the text."""
    for left, right in pairwise(proper):
        a, b = namings[left], namings[right]
        gap = text[a.span.end : b.span.start]
        if len(gap) > 5 or not _ALIAS_GAP.match(gap) or not _ALIAS_END.match(text, b.span.end):
            continue
        if a.kind == b.kind or {a.kind, b.kind} <= {"ORG", "MISC"}:
            join(left, right, "alias", f"the text gives «{b.text}» as another name of «{a.text}»")


def _variants(namings: list[Naming], proper: list[int], join: Join) -> None:
    """Persons by their last word and bodies by their first: blocks small enough to compare all pairs in."""
    blocks: dict[tuple[str, str], dict[tuple[str, ...], int]] = {}
    for n in proper:
        naming = namings[n]
        found = words(naming.text)
        if found:
            word = found[-1] if naming.kind == "PERSON" else found[0]
            blocks.setdefault((naming.kind, word), {}).setdefault(found, n)
    for (kind, _), block in blocks.items():
        several = sorted(block.values())
        alone: dict[int, list[int]] = {}
        for number, right in enumerate(several):
            for left in several[:number]:
                match = match_names(namings[left].text, namings[right].text, kind)
                if match is not None and match.rule in _JOINING:
                    join(left, right, match.rule, match.detail)
                elif match is not None and match.rule == "family_name":
                    short, full = sorted((left, right), key=lambda n: len(words(namings[n].text)))
                    alone.setdefault(short, []).append(full)
                elif kind != "PERSON" and _shortened(namings[left].text, namings[right].text):
                    join(left, right, "shortened", "the same name with words left out")
        _family_names(namings, alone, join)


def _family_names(namings: list[Naming], alone: dict[int, list[int]], join: Join) -> None:
    """A family name alone is the one person of that family; of two («سامي الحداد»، «منى الحداد») it is neither."""
    for short, full in alone.items():
        first = namings[full[0]].text
        if all(match_names(first, namings[other].text, "PERSON") for other in full[1:]):
            join(full[0], short, "family_name", "the family name alone")


def _shortened(left: str, right: str) -> bool:
    """«القيادة المركزية الأميركية» and «القيادة المركزية»: the head and at least one word more are the same."""
    a, b = sorted((words(left), words(right)), key=len)
    if len(a) < 2 or len(b) - len(a) > 2:
        return False
    left_out = [word for word in b if word not in a]
    return b[: len(a)] == a or (a[0] == b[0] and len(left_out) == len(b) - len(a) and set(left_out) <= nationality())


def _nominals(namings: list[Naming], join: Join) -> None:
    """«التنظيم»، «القيادة»: the latest body named with that head; an office names its holder where both are told."""
    latest: dict[tuple[str, str], int] = {}
    for n, naming in enumerate(namings):
        found = words(naming.text)
        if not found:
            continue
        if naming.form == "name":
            if naming.kind != "PERSON":
                latest[naming.kind, found[0]] = n
            elif naming.title:
                latest["office", " ".join(words(naming.title))] = n
            continue
        key = ("office", " ".join(found)) if naming.kind == "PERSON" else (naming.kind, found[0])
        if key in latest:
            rule = "office" if naming.kind == "PERSON" else "head_noun"
            join(latest[key], n, rule, f"«{naming.text}» after «{namings[latest[key]].text}»")
        else:
            latest[key] = n
