"""To be written."""

from __future__ import annotations

from ..model import Article, Claim, Event, Mention, Place, Quantity, Quote, Sentence, TimeExpression, Token


def claims(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    quotes: tuple[Quote, ...],
    events: tuple[Event, ...],
) -> tuple[Claim, ...]:
    return ()
