"""To be written."""

from __future__ import annotations

from ..model import Article, Quantity, Sentence, TimeExpression, Token


def quantities(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> tuple[Quantity, ...]:
    return ()
