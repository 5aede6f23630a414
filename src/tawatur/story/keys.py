"""Keys of a story's words, which other words for the same share: concepts, numbers, names, roots.

«حافلة» and «باص» and "bus" are one key, «أربعة» and 4 another, and a name in Latin letters meets its Arabic spelling
through its consonants. Keys only propose which claims to set side by side: words that share one may still differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ..lang.matching import blocks
from ..lang.nations import nation
from ..lang.surface import unseated
from ..lang.tables import vocabulary
from ..model import Reading, Token
from .annotated_keys import of_counted, of_counted_nouns, of_countries, of_fates, of_names, of_numbers, of_times
from .concepts import concept, listed_concepts, word_concept
from .idioms import NOTHING, idioms
from .roots import root
from .small_words import grammar
from .token_places import TokenPlaces

# Consonant classes that a name must have to be known by them in another script.
_TELLING = 3
_SHORT_WITH_ARTICLE = 4
# Concepts of words that mean a fate where they tell one («قضى 12 مدنيا», «فقد 19 آخرون»).
_SEVERAL_SENSES = frozenset(("sentence", "crash", "lose"))


class Keys:
    """The keys of one story's words. Names in Latin letters are known beforehand, so that Arabic words find them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._latin = frozenset(
            key
            for reading in readings
            if reading.article.language != "ar"
            for token in reading.tokens
            if _capital(token)
            for key in blocks(token.stem)
            if len(key) >= _TELLING
        )

    def of(self, reading: Reading) -> tuple[tuple[str, ...], ...]:
        """For every token of a report its keys: none for words of grammar, its value for a word of a number."""
        language = "ar" if reading.article.language == "ar" else "en"
        places = TokenPlaces(reading)
        numbers, plain = of_numbers(reading, places)
        names = of_names(reading, places) - of_counted_nouns(reading, places)
        countries = of_countries(reading, places)
        # Days are compared as days: «الثلاثاء» in two claims is no word in common.
        dated = of_times(reading, places)
        plain |= countries.keys() | dated.keys()
        counted = of_counted(reading, places)
        fated = of_fates(reading, places)
        phrased = idioms(reading.tokens, language)

        def told(index: int, token: Token) -> tuple[str, ...]:
            own = tuple(self._keys(token, language, index in names))
            return fated.get(index, own) if not own or not _SEVERAL_SENSES.isdisjoint(own) else own

        def keys(index: int, token: Token) -> Iterator[str]:
            yield from (*numbers.get(index, ()), *countries.get(index, ()), *dated.get(index, ()))
            if index in phrased and index not in plain:
                yield from phrased[index]
            elif index not in plain:
                yield from counted.get(index) or told(index, token)

        return tuple(tuple(keys(index, token)) for index, token in enumerate(reading.tokens))

    def _keys(self, token: Token, language: str, named: bool) -> Iterator[str]:
        """The keys of a token by itself; ``named`` where it is of a name, which means nothing besides."""
        if token.kind == "number":
            yield f"#{token.norm}"
        elif token.kind != "word" and (sign := word_concept(language, token.norm)):
            yield sign  # «$» is a dollar
        stem = unseated(token.stem)
        if token.kind != "word" or {token.norm, stem} & grammar():
            return
        if len(stem) < _TELLING:
            # «دم», «سد»: words so short are known as they are listed, if at all.
            if short := listed_concepts(language).get(stem):
                yield short
            return
        # «السد»: so short a word keeps its article.
        bare = stem[2:] if len(stem) == _SHORT_WITH_ARTICLE and stem.startswith("ال") else ""
        if short := listed_concepts(language).get(bare):
            yield short
            return
        country = _country(stem)
        known = _concept(token, stem, language, country) if not named else None
        if known:
            yield from () if known == NOTHING else (known,)
        elif country:
            yield f"@{country}"
        else:
            yield root(stem, language)
            if self._latin and (language == "ar" or _capital(token)):
                yield from sorted(f"n:{key}" for key in blocks(token.stem) & self._latin)


def _concept(token: Token, stem: str, language: str, country: str | None) -> str | None:
    """The concept of a word; «سوري» is of a country before it is a form of «سور»."""
    listed = listed_concepts(language)
    # «أجلي» is cut like «أجل» and a pronoun: the word with its ending is looked up first.
    whole = token.norm[token.norm.find(token.stem) :] if token.stem in token.norm else token.norm
    if country and not {token.norm, whole, stem} & listed.keys():
        return None
    # «باخرة» may have been cut like «آخره» with a preposition; «الغاز» is no «ألغاز».
    written = None if token.norm.startswith("ال") else listed.get(token.norm)
    return written or word_concept(language, whole) or concept(language, stem)


@lru_cache(maxsize=65536)
def _country(stem: str) -> str | None:
    """«أميركي», «واشنطن» and "American" are of one country in every language."""
    return nation(stem)


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper() and token.stem not in _openers()


@cache
def _openers() -> frozenset[str]:
    return vocabulary("name_stops", "en")
