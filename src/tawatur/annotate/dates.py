"""To be written."""

from __future__ import annotations

from ..model import Anchor, Article, Sentence, TimeExpression, Token


def anchor(article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Anchor:
    return Anchor(article.published, article.published_basis)


def times(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], anchor: Anchor
) -> tuple[TimeExpression, ...]:
    return ()
