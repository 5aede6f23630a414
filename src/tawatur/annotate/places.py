"""To be written."""

from __future__ import annotations

from ..model import Article, Entity, Mention, Place, Token


def places(
    article: Article, tokens: tuple[Token, ...], mentions: tuple[Mention, ...], entities: tuple[Entity, ...]
) -> tuple[Place, ...]:
    return ()
