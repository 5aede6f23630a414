"""Bodies, facilities and operations: names known to the field, and head nouns with what completes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.surface import definite, proclitic
from ...lang.tables import Phrases, listed, table, vocabulary
from ...model import Token
from .gazetteer import bare

_QUOTES = {"«": "»", '"': '"', "“": "”", "'": "'", "‘": "’"}
# Names of bodies run to this many words after their head; longer ones are clauses.
_LONGEST = 6
_LONGEST_QUOTED = 5
CHILD = listed("name_company", "child", "ar")
_STRONG = listed("name_company", "strong", "ar")


class Body(NamedTuple):
    """Tokens ``[first, last)`` that name a body. ``form`` is nominal where only the head noun stands."""

    first: int
    last: int
    kind: str
    form: str
    key: str


class _Head(NamedTuple):
    kind: str
    alone: bool
    adverbial: bool


@cache
def _heads() -> dict[str, _Head]:
    return {
        fold(r["head"]): _Head(r["kind"], r["alone"] == "yes", r["adverbial"] == "yes")
        for r in table("ar", "org_heads").rows
    }


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that head the name of a body, folded; facilities and operations are none."""
    return frozenset(noun for noun, head in _heads().items() if head.kind == "ORG")


@cache
def _known() -> Phrases[tuple[str, str]]:
    rows = table("ar", "known_names").rows
    return Phrases((bare(row["name"]), (row["kind"], row["key"])) for row in rows)


@cache
def nationality() -> frozenset[str]:
    """All forms of nationality adjectives, folded and without the article."""
    endings = ("ي", "يه", "يين", "يون", "يتين", "يات")
    stems = (fold(row["stem"]) for row in table("ar", "nationalities").rows)
    return frozenset(stem + ending for stem in stems for ending in endings)


def bodies(tokens: tuple[Token, ...], first: int, last: int, placed: frozenset[int]) -> Iterator[Body]:
    """Bodies among tokens ``[first, last)``. ``placed`` holds tokens that name a place and may complete a head."""
    keys = [token.stem for token in tokens[first:last]]
    known, heads = set(_known().starts(keys)), _heads()
    end = first
    for index in range(first, last):
        token = tokens[index]
        named, headed = index - first in known, token.stem in heads or token.norm in heads
        if index >= end and (named or headed):
            found = _known_at(tokens, keys, index, first) or _headed(tokens, index, last, placed)
            if found is not None:
                yield found
                end = found.last


def _known_at(tokens: tuple[Token, ...], keys: list[str], index: int, first: int) -> Body | None:
    match = _known().at(keys, index - first)
    if match is None:
        return None
    last = first + match.last
    kind, key = match.value
    if match.last - match.first == 1 and _heads().get(tokens[index].stem) and not _named_so(tokens, index):
        return None
    while last < len(tokens) and _adjective(tokens, last) and tokens[last].stem in nationality():
        last += 1
    return Body(index, last, kind, "name", key)


def _named_so(tokens: tuple[Token, ...], index: int) -> bool:
    """«القاعدة» alone is the organisation; with an adjective or a place behind it is a military base."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return definite(tokens[index]) and not (after is not None and definite(after) and not proclitic(after))


def _headed(tokens: tuple[Token, ...], index: int, last: int, placed: frozenset[int]) -> Body | None:
    token = tokens[index]
    head = _heads().get(token.stem) or _heads().get(token.norm)
    if (
        head is None
        or token.enclitics
        or _measured(tokens, index, last)
        or (head.adverbial and "ب" in token.proclitics and not definite(token))
    ):
        return None
    end = _extent(tokens, index, last, placed)
    if end > index + 1:
        return Body(index, end, head.kind, "name", "")
    if head.alone and definite(token):
        return Body(index, index + 1, head.kind, "nominal", "")
    return None


def _measured(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """«قوة الزلزال»، «قوة الرياح»: how strong a thing is, no body."""
    return tokens[index].stem == "قوه" and index + 1 < last and tokens[index + 1].stem in _STRONG


def _extent(tokens: tuple[Token, ...], index: int, last: int, placed: frozenset[int]) -> int:
    """Where the phrase ends that the head at ``index`` opens."""
    end = index + 1
    limit = min(last, index + 1 + _LONGEST)
    indefinite = not definite(tokens[index])
    if not indefinite:
        while end < limit and _adjective(tokens, end) and not _of_name(tokens, end + 1):
            end += 1
        return end
    nouns = False  # after the noun that completes the head, adjectives alone go on
    while end < limit and not proclitic(tokens[end]):
        token = tokens[end]
        if token.surface in _QUOTES:
            closing = _closing(tokens, end)
            return closing + 1 if closing and indefinite and _plain(tokens, index, end) else end
        if definite(token) and (token.stem in describing() or (nouns and not _adjective(tokens, end))):
            break
        nouns = nouns or definite(token) or end in placed
        # «هيئة الرصد | قوة الزلزال»: behind a definite noun another body opens.
        opens = not nouns and token.stem in _heads() and end + 1 < limit and definite(tokens[end + 1])
        if definite(token) or end in placed or opens:
            end += 1
        elif token.stem in nationality() and token.kind == "word":
            return end + 1
        else:
            break
    while nouns and (further := second_matter(tokens, end, limit)) > end:
        end = further
    return end


def second_matter(tokens: tuple[Token, ...], end: int, limit: int) -> int:
    """Where a further matter of an office ends that begins at ``end`` («لجنة المال | والموازنة»), else ``end``."""
    if end >= limit or not joins_matter(tokens, end):
        return end
    end += 1
    while end < limit and _adjective(tokens, end):
        end += 1
    return end


def joins_matter(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word joins a further matter to the one before it."""
    token = tokens[index]
    return token.proclitics == ("و", "ال") and token.stem in _matters() and definite(tokens[index - 1])


@cache
def _matters() -> frozenset[str]:
    return vocabulary("office_matters", "ar")


def _plain(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    return end == index + 1 or all(not definite(token) for token in tokens[index + 1 : end])


def _adjective(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an adjective in agreement stands here: definite, nothing in front, and no mere description."""
    return adjective(tokens[index]) and tokens[index].stem not in describing()


def _of_name(tokens: tuple[Token, ...], index: int) -> bool:
    """«الناطق باسم الحكومة الحسين ولد مدو»: what stands before «ولد» is somebody's first name."""
    return index < len(tokens) and tokens[index].norm in CHILD


def adjective(token: Token) -> bool:
    """A definite word shaped like an adjective, with nothing but the article in front."""
    if not definite(token) or proclitic(token) or token.kind != "word" or token.stem in _heads():
        return False
    shaped = token.stem.endswith(("ي", "ين", "ون", "ه")) and token.stem not in _days()
    return shaped or token.stem in _adjectives()


@cache
def _days() -> frozenset[str]:
    """Days of the week, without articles: «وزارة التهذيب الاثنين»."""
    return frozenset(
        fold(form).removeprefix("ال") for row in table("ar", "weekdays").rows for form in row["name"].split("|")
    )


@cache
def describing() -> frozenset[str]:
    return vocabulary("describing_adjectives", "ar")


@cache
def _adjectives() -> frozenset[str]:
    return vocabulary("plain_adjectives", "ar")


def _closing(tokens: tuple[Token, ...], index: int) -> int | None:
    """Where the quotation marks close that open at ``index`` around a name."""
    mark = _QUOTES[tokens[index].surface]
    for end in range(index + 2, min(index + 2 + _LONGEST_QUOTED, len(tokens))):
        if tokens[end].surface == mark:
            return end
    return None
