"""The words of one short Arabic text, with what each stands for: a number, a country, an opposite, a kind.

For setting two short texts side by side (``edits.py``); whole reports are read by the annotators.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..annotate.naming.gazetteer import matches, settled
from ..annotate.tokens import tokenise
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.numeral_reader import Reader
from ..lang.numerals import Numeral, cell
from ..lang.skeleton import skeleton
from ..lang.tables import table, vocabulary
from ..model import Article, Outlet, Section, Span, Token
from .contraries.poles import Pole, kinds_of, poles, undoing

_COUNTED = frozenset(("cardinal", "fraction", "ordinal", "vague"))
_STOPS = frozenset(".،,:؛;؟?!…-")
_NO_POLES: frozenset[Pole] = frozenset()
# A text longer than this is no sentence; setting two side by side is quadratic in their words.
_LONGEST = 120


class Word(NamedTuple):
    """One word, number or place name. ``key`` is what its forms share; ``small`` words carry grammar alone.

    ``clause`` numbers the parts of the text that a word of time or cause joins.
    """

    text: str
    stem: str
    key: str
    number: Numeral | None = None
    nation: str | None = None
    town: str | None = None
    poles: frozenset[Pole] = _NO_POLES
    kinds: frozenset[Pole] = _NO_POLES
    small: bool = False
    negates: bool = False
    clause: int = 0


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a short Arabic text: numbers and place names as one, marks left out."""
    article = Article("", Outlet("", ""), text, (Section("body", Span("", 0, len(text))),))
    tokens = tokenise(article)[:_LONGEST]
    norms = tuple(token.norm for token in tokens)
    cells = [cell("ar", norm) for norm in norms]
    reader = Reader("ar", text, tokens, norms, cells)
    places = {first: (last, place) for first, last, place in _places(tokens)}
    found: list[Word] = []
    clause = index = 0
    while index < len(tokens):
        number = reader.at(index, len(tokens)) if cells[index] else None
        if number and number.kind in _COUNTED:
            said = text[tokens[index].span.start : tokens[number.last - 1].span.end]
            found.append(Word(said, f"#{number.low}", f"#{number.low}", number, clause=clause))
            index = number.last
        elif index in places:
            last, place = places[index]
            found.append(place._replace(clause=clause))
            index = last
        else:
            clause += _links(tokens[index])
            if tokens[index].kind in ("word", "number"):
                after = tokens[index + 1] if index + 1 < len(tokens) else None
                found.append(_word(tokens[index], after)._replace(clause=clause))
            index += 1
    return tuple(found)


def _links(token: Token) -> bool:
    """Whether a new part begins: at a mark, at a word of time or cause, and behind «و»."""
    if token.kind == "punct":
        return token.surface in _STOPS
    return token.norm in _joining() or token.stem in _joining() or token.proclitics[:1] == ("و",)


@cache
def _joining() -> frozenset[str]:
    return vocabulary("clause_links", "ar")


def _places(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, Word]]:
    sure = {(first, last) for first, last, _ in settled(tokens, 0, len(tokens))}
    for first, last, rows in matches(tokens, 0, len(tokens)):
        if (first, last) in sure and not nation(tokens[first].norm):
            said = " ".join(token.surface for token in tokens[first:last])
            stem = " ".join(token.stem for token in tokens[first:last])
            town = rows[0].name if rows[0].precision == "town" else None
            yield first, last, Word(said, stem, stem, nation=rows[0].country or None, town=town)


def _word(token: Token, after: Token | None) -> Word:
    stem = token.stem or token.norm
    no = stem in _kinds("negation", "without", "denial") and not (after and _positive(stem, after))
    small = no or len(stem) < 2 or stem in _grammar()
    land = nation(stem) or nation(token.norm)
    ends = poles(token)
    negates = no or bool(ends & undoing())
    return Word(
        token.surface, stem, skeleton(stem), nation=land, poles=ends, kinds=_NO_POLES if land else kinds_of(token.norm, stem),
        small=small, negates=negates,
    )  # fmt: skip


def _positive(stem: str, after: Token) -> bool:
    """«لا يزال» says that something goes on, and «دون 1300» is below a number."""
    if stem in _kinds("negation"):
        return after.stem in _kinds("particle")
    return stem in _kinds("without") and cell("ar", after.norm) is not None


@cache
def _kinds(*kinds: str) -> frozenset[str]:
    found = (row["words"].split("|") for row in table("ar", "event_words").rows if row["kind"] in kinds)
    return frozenset(fold(word) for several in found for word in several if " " not in word)


@cache
def _grammar() -> frozenset[str]:
    return vocabulary("function_words", "ar")
