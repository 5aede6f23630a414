"""Claims that tell of another happening than their report: «وكان هجوم مماثل قد أودى …», "in neighbouring Turkey"."""

from __future__ import annotations

from functools import cache

from ..lang.tables import keyed
from ..model import Token
from .fact import Fact


def aside(fact: Fact) -> bool:
    """Whether the claim says that it is about something like the report's happening, before it or beside it: then its
    day, its place and who did it are no other report's."""
    tokens = fact.tokens
    for index, token in enumerate(tokens):
        where = next((_words()[word] for word in (token.norm, token.norm.removeprefix("و")) if word in _words()), None)
        if where == "" or (where and _beside_place(fact, tokens[max(0, index - 1) : index + 2])):
            return True
    return False


def _beside_place(fact: Fact, near: list[Token]) -> bool:
    """Whether one of the tokens names a country or town: «تركيا المجاورة», and not «الأحياء المجاورة»."""
    return any(m.kind == "GPE" and m.span.overlaps(token.span) for m in fact.reading.mentions for token in near)


@cache
def _words() -> dict[str, str]:
    return keyed("asides", "beside")
