"""Places told by their noun alone: «أمام منزله»، «في مسجد», "outside a restaurant". One can be in one of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...lang.tables import keyed
from ...model import Span, Token
from ..fact import Fact
from ..names.bearer_classes import ACTS, among, noun_at, singular
from .whereabouts import way

# The group of classes that one can be in one of at once.
_SITE = "site"


def sites(fact: Fact) -> Iterator[tuple[str, Span]]:
    """The unnamed places that a claim says something was at, with their classes."""
    tokens, arabic = fact.tokens, fact.reading.article.language == "ar"
    for index, token in enumerate(tokens):
        noun = noun_at(tokens, index, arabic)
        kind = noun.kind if noun is not None else _plain(token, arabic)
        if kind is None or not is_site(kind) or (arabic and kind in ACTS and "ال" not in token.proclitics):
            continue
        first, last = (noun.first, noun.last) if noun is not None else (index, index)
        span = Span(token.span.article_id, tokens[first].span.start, tokens[last].span.end)
        # «لدى خروجه من مسجد», "as he left a restaurant": there, too, it was.
        if way(fact, span) in ("at", "from"):
            yield kind, span


def is_site(kind: str) -> bool:
    """Whether one can be in such a place only or in another."""
    return kind in _plain_nouns("ar").values() or among(kind) == _SITE


def _plain(token: Token, arabic: bool) -> str | None:
    return _plain_nouns("ar" if arabic else "en").get(singular(token)) if token.kind == "word" else None


@cache
def _plain_nouns(language: str) -> dict[str, str]:
    return keyed("sites", "class", language, column="words")
