"""Phrases that mean something else than their words one by one: «لقي حتفه», «غض الطرف», "called off"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..lang.inflection import Forms, Pattern
from ..lang.normalise import fold
from ..lang.skeleton import ENDINGS
from ..lang.tables import table
from ..model import Token

# The concept of words that tell nothing by themselves («آخرون», «على الأقل»).
NOTHING = "nothing"
# So many words may stand where a phrase has «*»: «أطلق مسلحون مجهولون النار».
_GAP = 3


class Idiom(NamedTuple):
    """What a phrase means, and for each of its words the alternatives, whether other words may stand before it, and
    whether it keeps what it means by itself."""

    concept: str
    words: tuple[frozenset[str], ...]
    loose: tuple[bool, ...]
    kept: tuple[bool, ...]


@cache
def _idioms(language: str) -> dict[str, tuple[Idiom, ...]]:
    """The phrases of a language by each word that may open one, longest first."""
    found: dict[str, list[Idiom]] = {}
    for row in table(language, "phrases").rows:
        for phrase in row["phrases"].split("|"):
            idiom = parsed(row["concept"], phrase)
            for word in idiom.words[0]:
                found.setdefault(word, []).append(idiom)
    return {word: tuple(sorted(several, key=lambda idiom: -len(idiom.words))) for word, several in found.items()}


def parsed(concept: str, phrase: str) -> Idiom:
    parts = phrase.split()
    told = [(part, before == "*") for before, part in zip(("", *parts), parts) if part != "*"]
    words = (frozenset(fold(word) for word in part.removeprefix("+").split("/")) for part, _ in told)
    return Idiom(concept, tuple(words), tuple(loose for _, loose in told), tuple(part[0] == "+" for part, _ in told))


@cache
def _forms(language: str) -> Forms[str]:
    """The words of a language's phrases by their regular forms; in English as they stand."""
    forms = Forms[str]({"whole": tuple(map(Pattern, ("", *ENDINGS) if language == "ar" else ("",)))})
    words = {w for several in _idioms(language).values() for idiom in several for part in idiom.words for w in part}
    for word in words:
        forms.add("whole", word, word)
    return forms


@lru_cache(maxsize=65536)
def _meant(language: str, norm: str, stem: str) -> frozenset[str]:
    """The words of phrases that a written word may be a form of."""
    forms = _forms(language)
    return frozenset(forms.of(norm)) | frozenset(forms.of(stem))


def idioms(tokens: Sequence[Token], language: str) -> dict[int, tuple[str, ...]]:
    """The keys of tokens that stand in a phrase: its concept at the first of them that does not keep its own, none at
    the others."""
    meant = [_meant(language, token.norm, token.stem) if token.kind == "word" else None for token in tokens]
    opening = _idioms(language)
    found: dict[int, tuple[str, ...]] = {}
    for index, words in enumerate(meant):
        if not words or index in found:
            continue
        candidates = (idiom for word in sorted(words) for idiom in opening.get(word, ()))
        matches = ((idiom, places) for idiom in candidates if (places := _at(idiom, meant, index)))
        best = max(matches, key=lambda match: len(match[1]), default=None)
        if best is not None:
            idiom, places = best
            lost = [place for place, kept in zip(places, idiom.kept) if not kept]
            found.update(dict.fromkeys(lost, ()))
            if lost and idiom.concept != NOTHING:
                found[lost[0]] = (idiom.concept,)
    return found


def _at(idiom: Idiom, meant: Sequence[frozenset[str] | None], index: int) -> list[int]:
    """Where the words of a phrase stand that begins at a token; none where it does not."""
    places: list[int] = []
    for part, loose in zip(idiom.words, idiom.loose):
        for _ in range(_GAP + 1 if loose else 1):
            if index >= len(meant) or meant[index] is None:
                return []
            if part & (meant[index] or frozenset()):
                break
            index += 1
        else:
            return []
        places.append(index)
        index += 1
    return places
