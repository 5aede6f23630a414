"""Places known by name: rows of the gazetteer for a run of tokens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from ...lang.clitics import counts
from ...lang.normalise import fold
from ...lang.surface import proclitic
from ...lang.tables import Match, Phrases, lines, listed, table, vocabulary
from ...model import Token
from .places_led import sides

# A village that shares its name with a word of the language is a place only where something says so.
_SETTLED_POPULATION = 50_000
_ARTICLE = listed("name_company", "gazetteer_article", "en")
_DROPPED = listed("name_company", "dropped_article", "en")
# Met as often as this, a name is first of all a word.
_COMMON = 40
# Met less than this, it is hardly one.
_RARE = 10
_WITHIN = listed("place_words", "within", "ar")
# Countries and regions outrank every town of their name.
_COUNTRY = 10**9


class Row(NamedTuple):
    """A place of the gazetteer. Coordinates are None where only its name and country are known."""

    name: str
    precision: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    id: str | None
    population: int


@cache
def _places() -> Phrases[list[Row | str]]:
    """All places by name; one name may have many rows, biggest first. Towns stay lines until one is asked for."""
    found: dict[str, list[Row | str]] = {}
    known: set[tuple[str, str]] = set()
    for r in table("ar", "places_more").rows:
        name = bare(r["name"])
        known.add((name, r["country"]))
        found.setdefault(name, []).append(Row(r["name"], r["kind"], r["country"], "", None, None, None, _COUNTRY))
    for r in table("ar", "countries").rows:
        if (r["names"], r["code"]) not in known:
            found.setdefault(r["names"], []).append(country(r["latin"], r["code"]))
    for names, line in lines("ar", "gazetteer", column=1):
        for name in names.split("|"):
            found.setdefault(name, []).append(line)
    return Phrases(((name, several) for name, several in found.items() if len(name) > 2), folded=True)


def country(name: str, code: str) -> Row:
    return Row(name, "country", code, "", None, None, None, _COUNTRY)


@lru_cache(maxsize=4096)
def _row(line: Row | str) -> Row:
    if isinstance(line, Row):
        return line
    key, _, latin, country, admin1, lat, lon, population = line.split("\t")
    return Row(latin, "town", country, admin1, float(lat), float(lon), key, int(population))


def place_at(keys: list[str], index: int) -> Match[tuple[Row, ...]] | None:
    """The place whose name begins at ``index`` of the keys, with all rows of that name."""
    match = _places().at(keys, index)
    return Match(match.first, match.last, tuple(map(_row, match.value))) if match else None


@cache
def _latin_places() -> dict[str, tuple[Row | str, ...]]:
    """Countries and towns by their name in Latin letters, biggest first; made for the first English report."""
    found: dict[str, list[Row | str]] = {}
    for r in table("ar", "countries").rows:
        found.setdefault(_latin(r["latin"]), []).append(country(r["latin"], r["code"]))
    for name, line in lines("ar", "gazetteer", column=2):
        found.setdefault(_latin(name), []).append(line)
    for r in table("ar", "latin_places").rows:
        match = place_at(bare(r["name"]).split(), 0)
        rows = [row for row in match.value if row.country == r["country"]] if match else []
        for name in r["latin"].split("|"):
            # What is listed means this place before any other of the name.
            found[_latin(name)] = [*rows[:1], *found.get(_latin(name), ())]
    return {name: tuple(several) for name, several in found.items()}


def _latin(name: str) -> str:
    """Transliterations of one name made one: accents, the article and a final h aside («Al Başrah», "Basra")."""
    plain = "".join(char for char in normalize("NFKD", name.lower()) if char.isalnum() or char in " -")
    words = [word.rstrip("h") for word in plain.replace("-", " ").split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _DROPPED else words)


def latin_place(name: str) -> tuple[Row, ...]:
    """The rows of a place named in Latin letters, biggest first; none where it is not known."""
    return tuple(map(_row, _latin_places().get(_latin(name), ())))


def bare(name: str) -> str:
    """A name folded, each word without its article: news writes both."""
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in fold(name).split())


@cache
def place_nouns() -> frozenset[str]:
    """Words that a place's name follows: مدينة، محافظة، ريف …"""
    return vocabulary("place_heads", "ar")


def matches(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int, tuple[Row, ...]]]:
    """Runs of tokens whose stems are a place's name. Only the first word may carry a proclitic."""
    keys = [token.stem for token in tokens[first:last]]
    end = 0
    for index in _places().starts(keys):
        match = place_at(keys, index) if index >= end else None
        if match is None or any(proclitic(t) or t.enclitics for t in tokens[first + index + 1 : first + match.last]):
            continue
        yield first + match.first, first + match.last, match.value
        end = match.last


@cache
def _is_settled(name: str, population: int, cued: bool) -> bool:
    """A name of two words, of a country or big town that is no common word, or one that a cue announces."""
    return (
        cued
        or " " in name
        or population >= _COUNTRY
        or (population >= _SETTLED_POPULATION and counts().get(name, 0) < _COMMON)
    )


def settled(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Places sure enough to stand without the tagger, with the kind of their mention."""
    before = 0
    for begin, end, found in matches(tokens, first, last):
        name = " ".join(token.stem for token in tokens[begin:end])
        cued = begin > first and tokens[begin - 1].stem in place_nouns()
        if found[0].population < _COUNTRY and " " not in name and not cued and not _led(tokens, begin, first):
            continue
        if not cued and _lacks_article(tokens[begin], found[0]):
            continue
        within = tokens[begin - 1].norm in _WITHIN or (
            begin == before > first and tokens[begin].proclitics[:1] == ("و",)
        )
        beside = begin > first and (within or tokens[begin - 1].stem in sides()) and _telling(name)
        if not tokens[begin].enclitics and _is_settled(name, found[0].population, cued or beside):
            before = end
            yield begin, end, "LOC" if found[0].precision in ("region", "sea") else "GPE"


def _lacks_article(token: Token, row: Row) -> bool:
    """«خرج» is no town called «الخرج» (Al Kharj)."""
    return "ال" not in token.proclitics and row.name.partition(" ")[0].lower() in _ARTICLE and " " in row.name


def _telling(name: str) -> bool:
    """Whether a word is more often a name than a word («عين قزام» is cut short as «عين»)."""
    word = bare(name)
    return len(word) > 3 and counts().get(word, 0) < _RARE and word not in place_nouns() | _named_nouns()


@cache
def _named_nouns() -> frozenset[str]:
    """Nouns that a name follows («قرب سوق …»), some of them villages too."""
    return vocabulary("bearers", "ar", column="words")


def _led(tokens: tuple[Token, ...], begin: int, first: int) -> bool:
    """Whether a preposition leads to the word: an adjective that is also a town's name has none."""
    if proclitic(tokens[begin]):
        return True
    return begin == first or tokens[begin - 1].norm in _leads() or tokens[begin - 1].stem in _leads()


@cache
def _leads() -> frozenset[str]:
    return vocabulary("place_leads", "ar")
