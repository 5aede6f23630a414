"""Tokens with clitics, and sentences that never cross a section."""

from __future__ import annotations

from functools import cache, lru_cache

from ..lang.clitics import Cut, keyed, split
from ..lang.normalise import fold
from ..lang.spelling import canonical
from ..lang.tables import table, vocabulary
from ..lang.tokenise import pieces
from ..model import Article, Sentence, Span, Token, TokenKind

_ENDS = frozenset(".!?؟…؛")
# No sentence of news is longer; text without a stop is cut so that what looks around in a sentence stays quick.
_LONGEST = 400
_CLOSERS = frozenset("\"'”’»)]")
_ARTICLE = "ال"


def tokenise(article: Article) -> tuple[Token, ...]:
    """Every word, number and mark of the article, furniture included."""
    tokens = []
    text, key = article.text, article.id
    for kind, start, end in pieces(text):
        surface = text[start:end]
        tokens.append(Token(Span(key, start, end), surface, *_read(kind, surface)))
    return tuple(tokens)


_Reading = tuple[str, str, TokenKind, tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=65536)
def _read(kind: str, surface: str) -> _Reading:
    """What a token says beside its surface; the point of an abbreviation is no part of the form."""
    if kind == "word":
        norm, (front, stem, back) = _word(surface)
        return norm, stem, "word", front, back
    norm = fold(surface)
    if kind == "number":
        front, stem, back = _number(norm)
        return norm, stem, "number", front, back
    if kind == "short":
        norm = norm.rstrip(".")
        return norm, _short_names().get(norm, norm), "word", (), ()
    if surface == "\u0640":
        # A tatweel that stands alone is a dash («الجمعة ـ السبت»).
        norm = "-"
    return norm, norm, "punct" if kind == "punct" else "other", (), ()


@cache
def _short_names() -> dict[str, str]:
    """What letters joined by points stand for («U.S.»), by their folded form."""
    rows = table("en", "abbreviations").rows
    return {fold(row["form"]).rstrip("."): row["stands_for"] for row in rows if row["stands_for"]}


def _number(norm: str) -> Cut:
    """A number with the clitics written onto it: «و1,250», «لـ5», «الـ27»."""
    front: list[str] = []
    rest = norm
    while rest[:1].isalpha():
        part = _ARTICLE if rest.startswith(_ARTICLE) else rest[0]
        # لل is ل and the article, whose alef is not written.
        part = _ARTICLE if part == "ل" and front[-1:] == ["ل"] else part
        rest = rest[2 if rest.startswith(_ARTICLE) else 1 :]
        front.append(part)
    return Cut(tuple(front), rest, ())


def _word(surface: str) -> tuple[str, Cut]:
    """A word's folded form and its cut, the stem in canonical spelling."""
    norm = fold(surface)
    if norm[:1].isascii():
        return norm, _english(norm)
    cut = split(keyed(surface))
    return norm, cut._replace(stem=canonical(cut.stem) or norm)


def _english(norm: str) -> Cut:
    for ending in ("'s", "’s"):
        if norm.endswith(ending):
            return Cut((), norm[: -len(ending)], ("'s",))
    return Cut((), norm, ())


def sentences(article: Article, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences as runs of tokens; each carries the role of its section and its paragraph's number."""
    found: list[Sentence] = []
    position = 0
    # The last token that is no closing mark, kept along the way: looking back anew at each token is quadratic.
    solid = 0
    for paragraph, section in enumerate(article.sections):
        while position < len(tokens) and tokens[position].span.start < section.span.start:
            position += 1
        first = solid = position
        while position < len(tokens) and tokens[position].span.end <= section.span.end:
            if tokens[position].surface not in _CLOSERS:
                solid = position
            position += 1
            last_one = position == len(tokens) or tokens[position].span.end > section.span.end
            if last_one or position - first >= _LONGEST or _ends(tokens, solid, position):
                span = Span(article.id, tokens[first].span.start, tokens[position - 1].span.end)
                found.append(Sentence(span, section.role, paragraph, first, position))
                first = position
    return tuple(found)


def _ends(tokens: tuple[Token, ...], behind: int, position: int) -> bool:
    """Whether a sentence ends before ``position``: a stop at ``behind``, closing marks behind it, then a space."""
    stop, after = tokens[behind], tokens[position]
    if stop.surface[-1:] not in _ENDS or stop.kind == "other":
        return False
    if after.span.start == tokens[position - 1].span.end or after.surface in _ENDS:
        return False
    if after.surface in _CLOSERS and behind == position - 1 and not _opens(tokens, position):
        return False
    return not _abbreviated(tokens, behind) or (after.surface[:1].isupper() and after.norm in _openers())


def _abbreviated(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the point at ``index`` makes an abbreviation: Gen., U.S., John F., «د.»; not «1990 م.»."""
    stop = tokens[index]
    if stop.kind == "word":
        return True
    initial = tokens[index - 1] if index else None
    if stop.surface != "." or initial is None or len(initial.surface) != 1 or not initial.surface.isalpha():
        return False
    return index < 2 or tokens[index - 2].kind != "number"


@cache
def _openers() -> frozenset[str]:
    """Words that open sentences of English; behind a title a name follows, which none of them is."""
    return vocabulary("name_stops", "en")


def _opens(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a symmetric mark leans on the word after it, and so opens rather than closes."""
    mark = tokens[position]
    return position + 1 < len(tokens) and tokens[position + 1].span.start == mark.span.end and mark.surface in "\"'"
