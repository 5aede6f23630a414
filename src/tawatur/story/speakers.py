"""Whether two ways of naming a speaker are one: a body and who speaks for it, in two scripts, or by a word that refers
to the one before."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..lang.matching import blocks, words
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Reading, Source
from .terms import concept, grammar, root


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
    heads, titles, about, where = (set[str]() for _ in range(4))
    for said in words(text):
        word = _bare(said, places)
        if len(word) < 3 or word in grammar() or word in _aside():
            continue
        if word in _titles() or word in _for():
            titles.add(root(word))
        elif word in _heads() and not about:
            heads.add(root(word))
        elif word in places or word in _places() or (nation(word) and said not in name):
            where.add(nation(word) or root(word))
        elif word in name or said in name:
            continue
        else:
            about.add(root(word))
    return Voice(frozenset(heads), frozenset(titles), frozenset(about), frozenset(where))


def one_voice(left: Voice, right: Voice) -> bool:
    """Whether two voices are one body's: told by the same words, as far as both tell them («المتحدث باسم وزارة
    الداخلية», «وزارة الداخلية»), and not by two places or two kinds of body («مديرية الصحة»)."""
    if left.places and right.places and not left.places & right.places:
        return False
    if left.heads and right.heads and not left.heads & right.heads:
        return False
    if not left.about or not right.about:
        same = bool(left.heads & right.heads) if left.heads or right.heads else left.titles == right.titles
        return same and not left.about and not right.about and bool(left.heads or left.titles)
    if not left.heads and not right.heads and left.titles and right.titles and not left.titles & right.titles:
        return False
    common, fewer = left.about & right.about, min(len(left.about), len(right.about))
    if len(common) == 1 and left.about != right.about and not left.heads & right.heads:
        # «البنك الدولي», «صندوق النقد الدولي».
        return False
    return len(common) == fewer or (len(common) > 1 and len(common) >= 0.6 * fewer)


def _bare(word: str, places: frozenset[str]) -> str:
    """A word without «ل» and the like before the article or a known word: «للأرصاد», «بالإسكندرية»."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    bare = word[1:].removeprefix("ال") if word[:1] in "بلوك" else word
    known = any(bare in several for several in (places, _places(), _heads(), _titles()))
    return bare if known or word[1:3] == "ال" else word


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in table("ar", "titles").rows)


@cache
def _heads() -> frozenset[str]:
    """Nouns that bodies are named by («دائرة», «مديرية»)."""
    nouns = (("org_heads", "head"), ("speaking_nouns", "word"), ("forces", "head"))
    return frozenset(word for name, key in nouns for row in table("ar", name).rows for word in words(row[key]))


@cache
def _places() -> frozenset[str]:
    """Places known by one word."""
    names = (words(row["name"]) for row in table("ar", "known_places").rows)
    return frozenset(name[0] for name in names if len(name) == 1)


@cache
def _aside() -> frozenset[str]:
    """Nouns for any document and any place («بيان», «المحافظة»), which tell nobody from another."""
    return frozenset(
        word for name in ("documents", "place_heads") for row in table("ar", name).rows for word in words(row["word"])
    )


@cache
def _for() -> frozenset[str]:
    """«الناطق باسم الوزارة», «المدير العام»: words that make who speaks the voice of a body."""
    return frozenset(map(fold, ("باسم", "ناطق", "متحدث", "عام", "عامة")))


def one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether names in two scripts are one: two words that sound alike, or one office. False within one script."""
    if all(word.isascii() for word in left) == all(word.isascii() for word in right):
        return False
    latin, arabic = (left, right) if all(word.isascii() for word in left) else (right, left)
    names = [
        [w for w in said if len(w) > 2 and not office((w,), lang)] for said, lang in ((arabic, "ar"), (latin, "en"))
    ]
    sounding = sum(any(blocks(mine) & blocks(yours) for yours in names[1]) for mine in names[0])
    return sounding > 1 or one_office(office(arabic, "ar"), office(latin, "en"))


def one_office(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two offices or bodies told in two languages are one: the same terms of one country, or two terms in
    common and little else."""
    common = left & right
    if not common:
        return False
    nations = [{term for term in terms if term.isupper()} for terms in (left, right)]
    if all(nations) and not nations[0] & nations[1]:
        return False
    return left == right or (len(common) > 1 and len(common) >= 0.6 * min(len(left), len(right)))


def office(said: tuple[str, ...], language: str) -> frozenset[str]:
    """What an office or body is told by: countries (their codes), fields of government, concepts of its words."""
    fields = _fields(language)
    return frozenset(filter(None, (nation(w) or fields.get(w) or concept(language, w) for w in said)))


@cache
def _fields(language: str) -> dict[str, str]:
    """Fields of government by the words for them."""
    rows = table(language, "portfolios").rows
    return {one: row["key"] for row in rows for several in row["words"].split("|") for one in words(several)}


def refers_back(source: Source, reading: Reading, before: str) -> bool:
    """Whether a source without a name is the speaker before, who was called ``before``: by words of that name
    («الناطق», "Amin"), or by a noun that says no more than that somebody speaks («المسؤول النقابي»)."""
    said = words(source.text)
    if not said or len(said) > 2 or not _definite(source.text) or _named(source, reading):
        return False
    return set(said) <= set(words(before)) or said[0] in _speaking()


def naming(source: Source, reading: Reading) -> tuple[str, str | None]:
    """What a speaker is called, with the place or the person that stands beside an office («محافظ حماة», «الكاتب العام
    للنقابة الوطنية لعمال الموانئ، إدريس الخلفي»), and that person's name or None."""
    if source.span is None:
        return source.text, None
    text, start, end = reading.article.text, source.span.start, source.span.end
    named = (m for m in reading.mentions if m.form == "name" and start < m.span.end <= end + 2 * _BESIDE)
    for mention in sorted(named, key=lambda m: m.span.start):
        gap = text[end : mention.span.start]
        person = mention.kind == "PERSON"
        if source.span.contains(mention.span):
            if person:
                return source.text, mention.span.of(text)
        elif len(gap) > _BESIDE or _APART.search(gap):
            break
        elif (person or gap == " ") and not any(claim.span.contains(mention.span) for claim in reading.claims):
            return text[start : mention.span.end], mention.span.of(text) if person else None
    return source.text, None


# An office this long stands between its first words and the name; other marks than a comma end it.
_BESIDE = 40
_APART = re.compile(r"[^\w\s،,'-]")


def _definite(text: str) -> bool:
    return fold(text).startswith(("ال", "the ")) or text[:1].isupper()


def _named(source: Source, reading: Reading) -> bool:
    """A name of its own, which other words of the report may spell out."""
    entity = source.entity or source.body
    forms = {mention.form for mention in reading.mentions if entity and mention.entity == entity}
    return "name" in forms or any(e.id == entity and (e.kind == "ORG" or e.identifiers) for e in reading.entities)


@cache
def _speaking() -> frozenset[str]:
    """Nouns for somebody who speaks, of whom nothing else is told."""
    return frozenset(fold(row["word"]) for row in table("ar", "anonymous").rows)
