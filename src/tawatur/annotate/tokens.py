"""Tokens with clitics, and sentences that never cross a section or a paragraph."""

from __future__ import annotations

from ..lang.normalise import fold
from ..lang.tokenise import pieces
from ..model import Article, Sentence, Span, Token

_ENDS = frozenset(".!?؟…؛")
_CLOSERS = frozenset("\"'”’»)]")


def tokenise(article: Article) -> tuple[Token, ...]:
    """Every word, number and mark of the article, furniture included."""
    tokens = []
    for kind, start, end in pieces(article.text):
        surface = article.text[start:end]
        norm = fold(surface)
        tokens.append(Token(Span(article.id, start, end), surface, norm, norm, kind))  # type: ignore[arg-type]
    return tuple(tokens)


def sentences(article: Article, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences as runs of tokens; each carries the role of its section and its paragraph's number."""
    found: list[Sentence] = []
    position = 0
    for paragraph, section in enumerate(article.sections):
        while position < len(tokens) and tokens[position].span.start < section.span.start:
            position += 1
        first = position
        while position < len(tokens) and tokens[position].span.end <= section.span.end:
            position += 1
            last_one = position == len(tokens) or tokens[position].span.end > section.span.end
            ended = tokens[position - 1].surface in _ENDS
            if last_one or (ended and tokens[position].surface not in _CLOSERS | _ENDS):
                span = Span(article.id, tokens[first].span.start, tokens[position - 1].span.end)
                found.append(Sentence(span, section.role, paragraph, first, position))
                first = position
    return tuple(found)
