"""Which body words name, apart from a person's name: whether two ways of naming a body or who speaks for it are one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..lang.matching import words
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import columns, listed, table, vocabulary
from .roots import root
from .small_words import grammar


class Voice(NamedTuple):
    """Who speaks, apart from a person's name: the nouns that a body is called by (``heads``, «وزارة»), the ``titles``
    of who speaks for it, and the roots of the words and the ``places`` that tell it from others of its kind."""

    heads: frozenset[str]
    titles: frozenset[str]
    about: frozenset[str]
    places: frozenset[str]


def voice(text: str, person: str | None, places: frozenset[str]) -> Voice:
    """The voice that Arabic words name. ``person`` is the name in them, ``places`` are the report's words for places,
    without articles."""
    name = frozenset(words(person or ""))
    heads, titles, about, where, alone = (set[str]() for _ in range(5))
    for said in words(text):
        word = _bare(said, places)
        if word in listed("speech_words", "level", "ar"):
            continue  # «الإدارة الجهوية للصحة», «الصحة الجهوية»
        if len(word) < 3 or word in grammar() or word in _aside():
            alone |= {root(word)} & _provinces()
            continue
        # «المكلف بالإعلام في الحماية المدنية», unlike «وزارة الإعلام».
        if _title(word) or (titles and word in listed("speech_words", "press", "ar")):
            titles.add(root(word))
        elif word in _heads() and not about:
            heads.add(root(word))
        elif word in places or word in _places() or (nation(word) and said not in name):
            where.add(nation(word) or root(word))
        elif word in name or said in name:
            continue
        else:
            about.add(root(word))
    # «المحافظة», «بيان لمحافظة الشرقية»: where nothing else speaks, the province does.
    speaking = heads or titles or about
    return Voice(frozenset(heads if speaking else alone), frozenset(titles), frozenset(about), frozenset(where))


def one_voice(left: Voice, right: Voice) -> bool:
    """Whether two voices are one body's: told by the same words, as far as both tell them («المتحدث باسم وزارة
    الداخلية», «وزارة الداخلية»), and not by two places or two kinds of body («مديرية الصحة»)."""
    if left.places and right.places and not left.places & right.places:
        return False
    if left.heads and right.heads and not left.heads & right.heads:
        return False
    if any(one.heads and not one.about and one.heads <= other.heads for one, other in ((left, right), (right, left))):
        return True  # «المفوضية» alone
    if not left.about or not right.about:
        # «محافظ حماة» and «محافظة حماة», «وزير» and «وزارة» are of one root.
        crossed = left.heads & right.titles | left.titles & right.heads
        same = bool(left.heads & right.heads | crossed) if left.heads or right.heads else left.titles == right.titles
        return same and not left.about and not right.about and bool(left.heads or left.titles)
    if not left.heads and not right.heads and left.titles and right.titles and not left.titles & right.titles:
        return False
    common, fewer = left.about & right.about, min(len(left.about), len(right.about))
    if len(common) == 1 and left.about != right.about and not left.heads & right.heads:
        # «البنك الدولي», «صندوق النقد الدولي».
        return False
    return len(common) == fewer or (len(common) > 1 and len(common) >= 0.6 * fewer)


def heads_body(word: str) -> bool:
    """Whether a word heads the name of a body («وزارة»)."""
    return _bare(word, frozenset()) in _heads()


def titles(said: tuple[str, ...]) -> bool:
    """Whether all the words are of a title («العام»), so that none is a name."""
    return all(map(_title, said))


def _bare(word: str, places: frozenset[str]) -> str:
    """A word without «ل» and the like before the article or a known word: «للأرصاد», «بالإسكندرية»."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    if word.endswith(("تا", "تي", "تان", "تين")) and (one := word[: word.rindex("ت")] + "ه") in _heads():
        return one  # «وزارتا الطاقة والتجارة»
    bare = word[1:].removeprefix("ال") if word[:1] in "بلوك" else word
    known = any(bare in several for several in (places, _places(), _heads(), ranks(), _aside()))
    return bare if known or word[1:3] == "ال" else word


@cache
def ranks() -> frozenset[str]:
    """Offices and ranks of persons, without article."""
    return vocabulary("titles", "ar", column="title")


@cache
def _heads() -> frozenset[str]:
    """Nouns that bodies are named by («دائرة», «مديرية»)."""
    nouns = (("org_heads", "head"), ("speaking_nouns", "word"), ("forces", "head"))
    named = {word for name, key in nouns for row in table("ar", name).rows for word in words(row[key])}
    return frozenset(named | set(listed("speech_words", "services", "ar")))


@cache
def _places() -> frozenset[str]:
    """Places known by one word."""
    names = map(words, columns("ar", "known_places")["name"])
    return frozenset(name[0] for name in names if len(name) == 1)


@cache
def _aside() -> frozenset[str]:
    """Nouns for any document and any place («بيان», «المحافظة»), which tell nobody from another."""
    return frozenset(
        word for name in ("documents", "place_heads") for row in table("ar", name).rows for word in words(row["word"])
    )


@cache
def _provinces() -> frozenset[str]:
    """Roots of the nouns for provinces, which speak themselves."""
    rows = table("ar", "place_heads").rows
    return frozenset(root(fold(row["word"])) for row in rows if row["precision"] == "province")


def _title(word: str) -> bool:
    """«العقيد», «الناطق باسم الوزارة»: a word that makes who speaks the voice of a body."""
    return word in ranks() or word in listed("speech_words", "speaks_for", "ar")
