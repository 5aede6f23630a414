"""The publication date, where no one gave it, from what the report itself says of days and months."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Anchor, Article, Sentence, Span, Token
from .specs import Spec


class Told(NamedTuple):
    """An expression of time as read: tokens ``[first, last)`` of its article."""

    spec: Spec
    span: Span
    sentence: Sentence
    first: int
    last: int


def infer(article: Article, tokens: tuple[Token, ...], told: list[Told]) -> Anchor:
    """An inferred anchor with its reason, or an unknown one."""
    return Anchor(None, "unknown")
