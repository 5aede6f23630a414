"""To be written."""

from __future__ import annotations

from ..model import Article, Entity, Mention, Sentence, Token


def names(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    return (), ()
