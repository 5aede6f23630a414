"""To be written."""

from __future__ import annotations

from ..model import Article, Label, Mention, Quote, Sentence, Token


def labels(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Label, ...]:
    return ()
