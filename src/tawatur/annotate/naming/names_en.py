"""Names in English text: runs of capitalised words, told apart by what heads, follows or introduces them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...lang.nations import adjectives
from ...lang.normalise import fold
from ...lang.tables import listed, table, vocabulary
from ...model import Sentence, Token
from .gazetteer import latin_place

_ARTICLES = listed("name_company", "article", "en")
_INNER = listed("name_company", "inner", "en")
_NO_PERSON = frozenset(("ORG", "FAC", "OPERATION"))
_DEGREES = listed("name_company", "degree", "en")
_THE = listed("speech_words", "article", "en")
_PLACE_LEADS = listed("place_words", "lead", "en")
# How long an office behind a name may be, in words.
_OFFICE = 10
_LEAST_POPULATION = 20_000
Item = tuple[int, int, str, str, str, tuple[int, int] | None]


@cache
def _kinds() -> dict[str, str]:
    return {fold(row["word"]): row["kind"] for row in table("en", "name_words").rows}


def _placed(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    """Whether the words are a country's name or a town's of some size."""
    found = latin_place(" ".join(token.stem for token in tokens[index:end]))
    return bool(found) and found[0].population > _LEAST_POPULATION


def found_in(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[Item]:
    """Runs of names in one sentence as (first, last, kind, form, key, title)."""
    index = sentence.first
    while index < sentence.last:
        end = _run(tokens, index, sentence.last)
        if end == index:
            index += 1
            continue
        name = _title_end(tokens, index, end)
        begin = _led(tokens, index, sentence.first)
        opening = index == sentence.first and end == index + 1
        if name < end and not (opening and not _known(tokens, index, end)):
            kind = _kind(tokens, name, end, titled=name > begin)
            title = (begin, name) if name > begin else None
            if title is None and kind == "PERSON":
                title = _behind(tokens, end, sentence.last)
            yield name, end, kind, "name", "", title
        index = end


def _run(tokens: tuple[Token, ...], index: int, last: int) -> int:
    """Where the capitalised run ends that begins here; "of" and articles may stand inside it."""
    end = index
    while end < last:
        token = tokens[end]
        body = token.norm == "for" and any(_kinds().get(t.stem) == "ORG" for t in tokens[index:end])
        inner = end > index and (body or token.norm in _INNER)
        if token.kind == "word" and token.surface[:1].isupper() and not {token.norm, token.stem} & _stops():
            end += 1
            if token.enclitics:
                break
        elif inner and end + 1 < last and tokens[end + 1].surface[:1].isupper() and tokens[end + 1].kind == "word":
            end += 1
        elif token.norm in _ARTICLES and end > index and end + 2 < last and tokens[end + 1].surface == "-":
            end += 3
        elif token.surface == "-" and end > index and end + 1 < last and tokens[end + 1].surface[:1].isalpha():
            end += 2
        else:
            break
    return min(end, last)


def _stops() -> frozenset[str]:
    return vocabulary("name_stops", "en")


def _title_end(tokens: tuple[Token, ...], index: int, end: int) -> int:
    """Where the title ends that a run opens with: up to its last word that introduces a person, unless what is left
    names a body (Defence Ministry)."""
    last = max((n + 1 for n in range(index, end) if _kinds().get(tokens[n].norm) == "TITLE"), default=index)
    if any(_kinds().get(token.stem) in _NO_PERSON for token in tokens[index:end]):
        return index
    before = tokens[index:last]
    plain = all(token.surface == "." or _introduces(token, nearest=False) for token in before)
    return last if plain else index


def _led(tokens: tuple[Token, ...], index: int, first: int) -> int:
    """Where a title in small letters begins that stands right before a run: former chairman Tareq Al Mansouri."""
    begin = index
    while begin > first and tokens[begin - 1].surface.islower() and _introduces(tokens[begin - 1], begin == index):
        begin -= 1
    return begin


def _introduces(token: Token, nearest: bool) -> bool:
    titled = _kinds().get(token.norm) == "TITLE"
    return titled or (not nearest and (token.norm in _portfolios() or token.norm in _DEGREES))


def _behind(tokens: tuple[Token, ...], end: int, last: int) -> tuple[int, int] | None:
    """The office that commas put behind a name: Ahmed Khalil, the director of the hospital, …"""
    if end + 1 >= last or tokens[end].surface != ",":
        return None
    first = end + 1 + (tokens[end + 1].norm in _THE)
    close = next((n for n in range(first, min(last, first + _OFFICE)) if tokens[n].surface in ",.;"), first)
    office = any(_kinds().get(token.norm) == "TITLE" for token in tokens[first : min(close, first + 4)])
    return (first, close) if office else None


@cache
def _portfolios() -> frozenset[str]:
    return vocabulary("portfolios", "en", column="words")


def _known(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    return _placed(tokens, index, end) or _kinds().get(tokens[index].norm) in ("ORG", "PLACE")


def _kind(tokens: tuple[Token, ...], index: int, end: int, titled: bool) -> str:
    """By its last word, by the lists of places, by a title; two words or more without a mark are a person."""
    if titled:
        return "PERSON"
    kinds = {_kinds().get(token.stem) for token in tokens[index:end]}
    if _placed(tokens, index, end):
        return "GPE"
    if "ORG" in kinds:
        return "ORG"
    if "OPERATION" in kinds:
        return "OPERATION"
    if "FAC" in kinds:
        return "FAC"
    if _kinds().get(tokens[end - 1].stem) == "LOC" or (_kinds().get(tokens[index].stem) == "LOC" and end - index > 2):
        return "LOC"
    if end - index >= 2 and index and tokens[index - 1].norm == "the":
        return "ORG"
    if tokens[index - 1].norm in _PLACE_LEADS and end == index + 1:
        # "remittances from Tunisians", "25,000 tonnes of Romanian wheat"
        return "MISC" if adjectives().get(tokens[index].stem) else "GPE"
    return "PERSON" if end - index >= 2 else "MISC"
