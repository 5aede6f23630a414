"""Claims that tell of another happening than their report: «وكان هجوم مماثل قد أودى …», "in neighbouring Turkey"."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from ..lang.tables import keyed, listed
from ..model import Token
from .fact import Fact

# Words of the phrases that lead to what an act answers, and among how many tokens with their marks they stand.
_SIZES, _LONGEST = range(1, 5), 6


def aside(fact: Fact) -> bool:
    """Whether the claim says that it is about something like the report's happening, before it or beside it: then its
    day, its place and who did it are no other report's."""
    if answered(fact):
        return True
    tokens = fact.tokens
    for index, token in enumerate(tokens):
        where = next((_words()[word] for word in (token.norm, token.norm.removeprefix("و")) if word in _words()), None)
        if where == "" or (where and _beside_place(fact, tokens[max(0, index - 1) : index + 2])):
            return True
    return False


def answered(fact: Fact) -> bool:
    """Whether the claim is what an act answers («ردا على هجوم …»): who tells of the act tells of it in passing."""
    tokens, start = fact.reading.tokens, fact.claim.span.start
    end = bisect_right(tokens, start, key=lambda token: token.span.end)
    before = [token.norm for token in tokens[max(0, end - _LONGEST) : end] if token.kind == "word"]
    return any(" ".join(before[-size:]).removeprefix("و") in listed("clause_words", "answer") for size in _SIZES)


def _beside_place(fact: Fact, near: list[Token]) -> bool:
    """Whether one of the tokens names a country or town: «تركيا المجاورة», and not «الأحياء المجاورة»."""
    return any(m.kind == "GPE" and m.span.overlaps(token.span) for m in fact.reading.mentions for token in near)


@cache
def _words() -> dict[str, str]:
    return keyed("asides", "beside")
