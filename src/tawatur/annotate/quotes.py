"""To be written."""

from __future__ import annotations

from ..model import Article, Entity, Mention, Quote, Sentence, Token


def quotes(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
) -> tuple[Quote, ...]:
    return ()
