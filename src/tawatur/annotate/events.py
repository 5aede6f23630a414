"""To be written."""

from __future__ import annotations

from ..model import Article, Event, Mention, Place, Quantity, Quote, Sentence, TimeExpression, Token


def events(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    return ()
