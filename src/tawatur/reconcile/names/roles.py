"""Offices as worded: whether two of them can be one person's, and whether they are two titles of one office."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...lang.matching import words
from ...lang.nations import nation
from ...lang.tables import Phrases, keyed, listed, table, vocabulary
from ...story.concepts import concept
from ...story.roots import root
from ...story.small_words import grammar


class Office(NamedTuple):
    """A title taken apart: its words, what it is about, and of which country."""

    words: tuple[str, ...]
    portfolio: str | None
    portfolio_words: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=4096)
def office(title: str) -> Office:
    """The parts of a title that tell one office from another."""
    said = words(title)
    subjects = [(_portfolios()[word], word) for word in said[1:] if word in _portfolios()]
    if not subjects:
        subjects = [(_portfolios()[word], word) for word in said[:1] if word in _portfolios()]
    countries = {country for word in said if (country := nation(word))}
    portfolio = subjects[0][0] if subjects else None
    return Office(said, portfolio, frozenset(word for _, word in subjects), frozenset(countries))


def clash(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Why the holders of these titles are two people, or None: other countries, or other portfolios."""
    for one in map(office, left):
        for other in map(office, right):
            if one.countries and other.countries and not one.countries & other.countries:
                return "offices of two countries"
            if (
                one.portfolio
                and other.portfolio
                and one.portfolio != other.portfolio
                and one.words[:1] == other.words[:1]
            ):
                return "two different offices"
    return None


def akin(left: str, right: str) -> bool:
    """Whether two titles are of one kind of office, or of one portfolio, and of no two countries."""
    one, other = office(left), office(right)
    if not one.words or not other.words or (one.countries and other.countries and not one.countries & other.countries):
        return False
    heads = [concept("ar", title.words[0]) or title.words[0] for title in (one, other)]
    if {*_CALLINGS, *_BESIDES} & set(heads):
        return False
    return heads[0] == heads[1] or (one.portfolio is not None and one.portfolio == other.portfolio)


def one_office(left: str, right: str) -> bool:
    """Whether two titles name one office that one person holds, one of them shorter («رئيسة البعثة»، «رئيسة البعثة
    الأثرية»): not a calling, nor who speaks for a body, which has several."""
    one, other = office(left), office(right)
    if not one.words or not other.words or (one.countries and other.countries and not one.countries & other.countries):
        return False
    heads = [concept("ar", title.words[0]) or title.words[0] for title in (one, other)]
    many = {"voice", "calling"} & {*offices(left), *offices(right)}
    besides = [{key for word in title.words if (key := concept("ar", word)) in _BESIDES} for title in (one, other)]
    if (
        heads[0] != heads[1]
        or heads[0] in {*_CALLINGS, *_BESIDES}
        or many
        or besides[0] - _RANKS != besides[1] - _RANKS
    ):
        return False
    ours, theirs = (_subjects(title) - place_nouns() - _rank_words() for title in (one, other))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def one_seat(left: str, right: str) -> bool:
    """Whether titles of two languages name one kind of office over one matter («وزير المالية», "finance minister")."""
    one, other = office(left), office(right)
    if one.portfolio != other.portfolio or (one.countries and other.countries and not one.countries & other.countries):
        return False
    ours, theirs = offices(left), offices(right)
    return any(ours[group] & theirs[group] for group in ours.keys() & theirs.keys() if group not in _MANY)


# Of these offices a body has several.
_MANY = frozenset(("voice", "calling", "rank"))


def two_titles(left: str, right: str) -> bool:
    """Whether two titles name one office in two ways: the same head and subject, in other words («الدفاع»، «الحرب»)."""
    one, other = office(left), office(right)
    if not one.words or not other.words:
        return False
    if _held_apart(left, right):
        return True
    if offices(left).get("state", frozenset()) & offices(right).get("state", frozenset()) & _SOLE:
        return False  # «رئيس الوزراء»، «رئيس الحكومة»
    if left.isascii() != right.isascii():
        return False
    if one.words[0] != other.words[0]:
        return _two_heads(one, other) or _two_professions(one, other)
    if concept("ar", one.words[0]) in _CALLINGS:
        # «محامي الدفاع» and «محامي البرهومي» say for whom he works, and name no office.
        return False
    if one.portfolio and other.portfolio:
        return one.portfolio == other.portfolio and not one.portfolio_words & other.portfolio_words
    if _two_seats(one, other):
        return True
    ours, theirs = _subjects(one), _subjects(other)
    return (bool(ours and theirs) and not ours & theirs) or _two_charges(one, other)


def _two_professions(one: Office, other: Office) -> bool:
    """«المهندسة»، «المحامية»."""
    heads = {concept("ar", title.words[0]) for title in (one, other)}
    return len(heads) == 2 and heads <= _PROFESSIONS


def _two_charges(one: Office, other: Office) -> bool:
    """«المدير المالي للمؤسسة»، «مدير المشتريات في المؤسسة»: right behind one noun two things to be in charge of, neither
    of them anywhere in the other title."""
    mine, yours = (
        [root(word.removeprefix("لل")) for word in title.words[1:] if _tells_charge(word)] for title in (one, other)
    )
    return bool(mine and yours) and mine[0] not in yours and yours[0] not in mine


def _tells_charge(word: str) -> bool:
    plain = (
        (word in _portfolios() or not nation(word))
        and word not in grammar()
        and word not in place_nouns() | _rank_words() | _RANGES
    )
    return plain and concept("ar", word) not in _BESIDES


# How wide an office is, and no charge of its own («المدير العام»، «المدير الإقليمي»).
_RANGES = listed("name_company", "range")


def _held_apart(left: str, right: str) -> bool:
    """Two ranks, or two offices of a kind that nobody holds at once («الرئيس التنفيذي»، «رئيس مجلس الإدارة»)."""
    ours, theirs = offices(left), offices(right)
    return any(group and ours[group].isdisjoint(theirs[group]) for group in ours.keys() & theirs.keys())


@lru_cache(maxsize=4096)
def offices(title: str) -> dict[str, frozenset[str]]:
    """The ranks and offices that a title names, by their group."""
    said = list(words(title))
    found: dict[str, set[str]] = {}
    for match in _offices().all(said):
        group, key = match.value
        found.setdefault(group, set()).add(key)
    return {group: frozenset(keys) for group, keys in found.items()}


@cache
def _offices() -> Phrases[tuple[str, str]]:
    rows = [row for language in ("ar", "en") for row in table(language, "offices").rows]
    return Phrases(
        (" ".join(words(phrase)), (row["group"], row["key"])) for row in rows for phrase in row["words"].split("|")
    )


def _two_seats(one: Office, other: Office) -> bool:
    """«رئيس حي المطرية»، «رئيس حي عين شمس»: one office over two places of a kind."""
    ours, theirs = _seats(one), _seats(other)
    return any(ours[noun] != theirs[noun] for noun in ours.keys() & theirs.keys())


def _seats(title: Office) -> dict[str, str]:
    """The places that an office is over, by their nouns: the first word of the name."""
    plain = [word.removeprefix("ل") if word.removeprefix("ل") in place_nouns() else word for word in title.words]
    named = ((noun, name) for noun, name in pairwise(plain) if noun in place_nouns())
    return {noun: name for noun, name in named if concept("ar", name) not in _BESIDES}


@cache
def place_nouns() -> frozenset[str]:
    """Nouns that a place's name follows («مدينة»، «محافظة»), folded."""
    return vocabulary("place_heads", "ar")


def _two_heads(one: Office, other: Office) -> bool:
    """«الكاتب المحلي للنقابة»، «منسق النقابة»: two offices in one body, and no two words for one."""
    heads = [concept("ar", title.words[0]) or title.words[0] for title in (one, other)]
    shared = _subjects(one) & _subjects(other)
    if heads[0] == heads[1] or _BESIDES & set(heads):
        return False
    # «مديرة البرنامج»، «رئيسة قسم الأبحاث»: two posts of those who lead, each over something else
    ours, theirs = _subjects(one), _subjects(other)
    return bool(shared) or (
        bool(ours and theirs) and all(title.words[0] in listed("name_company", "leading") for title in (one, other))
    )


def _subjects(title: Office) -> frozenset[str]:
    """What an office is over, without its country, rank and time: «رئيس المجلس العسكري»، «رئيس الدولة»."""
    plain = (word for word in title.words[1:] if not nation(word) and concept("ar", word) not in _BESIDES)
    return frozenset(word.removeprefix("لل") for word in plain if word not in grammar())


_CALLINGS = frozenset(
    (
        "lawyer",
        "doctor",
        "journalist",
        "engineer",
        "novelist",
        "singer",
        "player",
        "coach",
        "expert",
        "activist",
        "research",
    )
)

# Offices that a state has one of.
_SOLE = frozenset(("prime_minister", "president", "speaker"))

# Of these one is learned and seldom another.
_PROFESSIONS = frozenset(("lawyer", "doctor", "journalist", "engineer", "player"))

# What a title says besides the office: ranks, and whether it is still held.
_BESIDES = frozenset(("general", "old", "current", "new", "past", "deputy", "judge", "doctor"))


_RANKS = frozenset(("general",))


@cache
def _rank_words() -> frozenset[str]:
    rows = (row for language in ("ar", "en") for row in table(language, "offices").rows if row["group"] == "rank")
    return frozenset(word for row in rows for phrase in row["words"].split("|") for word in words(phrase))


@cache
def _portfolios() -> dict[str, str]:
    return keyed("portfolios", "key", column="words")
