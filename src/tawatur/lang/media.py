"""Which bodies called an agency or a network are of the news."""

from __future__ import annotations

from collections.abc import Iterable

from .normalise import fold
from .tables import vocabulary

_LANGUAGES = ("ar", "en")
_JOINED = ("لل", "ال", "بال", "وال")


def other_body(said: Iterable[str]) -> bool:
    """Whether the words or stems of a name tell of what no news agency is about («وكالة الحوض المائي»)."""
    words = {bare for word in said for bare in _bare(fold(word))}
    return bool(words & vocabulary("other_agencies")) and not words & vocabulary("news_words")


def medium_noun(text: str) -> bool:
    """Whether a text is but an indefinite noun that media are named by («شبكة»)."""
    return fold(text).strip() in vocabulary("media_nouns")


def _bare(word: str) -> set[str]:
    """The word, and without an article or a preposition before it."""
    return {word, *(word.removeprefix(joined) for joined in _JOINED)}
