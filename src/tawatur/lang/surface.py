"""Where the bare word begins in a token's exact surface: spans leave clitics out, marks and all."""

from __future__ import annotations

from functools import lru_cache

from ..model import Token
from .clitics import counts, names
from .normalise import fold

_ARTICLE = "ال"
# A verb with the letter of the future has more letters than this.
_SHORTEST_VERB = 3


@lru_cache(maxsize=16384)
def _offset(surface: str, letters: int) -> int:
    """How many characters of the surface its first ``letters`` folded letters take, with their marks."""
    taken = 0
    for index, char in enumerate(surface):
        size = len(fold(char))
        if taken >= letters and size:
            return index
        taken += size
    return len(surface)


def unseated(stem: str) -> str:
    """«لقائ» of «لقائه» as the word is written alone, «لقاء»: before a pronoun the last hamza has a seat."""
    return f"{stem[:-1]}ء" if len(stem) > _SHORTEST_VERB and stem.endswith(("ائ", "اؤ")) else stem


def bare_start(token: Token, keep_article: bool = True) -> int:
    """Offset in the text where the token begins without its proclitics; the article stays unless told otherwise.

    In للجيش the article's alef is not written, so both lams are left out.
    """
    front = token.proclitics
    if not front:
        return token.span.start
    contracted = front[-2:] == ("ل", _ARTICLE)
    letters = sum(len(part) for part in front if part != _ARTICLE) + contracted
    if not keep_article and front[-1] == _ARTICLE and not contracted:
        letters += len(_ARTICLE)
    return token.span.start + _offset(token.surface, letters) if letters else token.span.start


def bare_end(token: Token) -> int:
    """Offset in the text where the token ends without its attached pronoun."""
    if not token.enclitics or token.enclitics == ("'s",):
        return token.span.end - (len(token.enclitics[0]) if token.enclitics else 0)
    letters = len(token.norm) - sum(map(len, token.enclitics))
    return token.span.start + _offset(token.surface, letters)


def definite(token: Token) -> bool:
    """Whether the word carries the article."""
    return _ARTICLE in token.proclitics


def proclitic(token: Token) -> bool:
    """Whether anything but the article stands in front: a new phrase begins here."""
    return bool(token.proclitics) and token.proclitics != (_ARTICLE,)


def to_come(token: Token) -> bool:
    """A verb with س in front, taken off or, where the rest was never met, left on («سنعيد»)."""
    if token.proclitics[-1:] == ("س",):
        return True
    word = token.norm[1:] if token.norm[:1] in ("و", "ف") else token.norm
    if word in names():
        return False  # «محكمة سيدي محمد»
    shaped = word[:1] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > _SHORTEST_VERB and not token.enclitics
    known = counts().get(word[1:], 0) or counts().get(word[2:], 0)
    # No noun opens with «سيست» or «ستست».
    return shaped and (known > counts().get(word, 0) or word[2:4] == "ست")
