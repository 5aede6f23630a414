"""Names that a report tells again by one word of them, and words that the tagger took for names and are none."""

from __future__ import annotations

from collections.abc import Iterator

from ...lang.clitics import counts, name_lists
from ...lang.surface import proclitic
from ...model import Sentence, Token
from ..speech.sayings import verbs
from .found import Found, plain, with_article
from .known import is_known
from .places_led import unknown_word

# Endings of nouns that foreign names seldom have.
_BENT = ("ا", "ون", "ين", "ات", "ان")


def families_again(tokens: tuple[Token, ...], sentences: list[Sentence], found: list[Found]) -> Iterator[Found]:
    """Family names that stand alone after the full name was given («توفيق الحكيم … وقال الحكيم»).

    A family name that is a word of the language too («الحداد») counts only right behind a verb of saying.
    """
    full = (item for item in found if item.kind == "PERSON" and item.form == "name" and item.last > item.first + 1)
    families = {with_article(tokens[item.last - 1]): item.first for item in sorted(full, reverse=True)}
    taken = {n for item in found for n in range(item.first, item.last)}
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            bare = token.kind == "word" and not token.enclitics and len(token.stem) > 2
            if not bare or index in taken or families.get(with_article(token), index) >= index:
                continue
            said = index > sentence.first and not proclitic(token) and tokens[index - 1].stem in verbs()
            if said or not {with_article(token), token.stem} & plain():
                yield Found(index, index + 1, "PERSON")


def towns_again(tokens: tuple[Token, ...], sentences: list[Sentence], found: list[Found]) -> Iterator[Found]:
    """Later namings of a town that no list knows («مدينة الدلنج … وفي الدلنج»)."""
    towns = {with_article(tokens[item.first]) for item in found if item.kind == "GPE" and item.last == item.first + 1}
    taken = {n for item in found for n in range(item.first, item.last)}
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            bare = token.kind == "word" and not token.enclitics and index not in taken
            if bare and with_article(token) in towns and unknown_word(token):
                yield Found(index, index + 1, "GPE")


def slip(tokens: tuple[Token, ...], item: Found, full: frozenset[str]) -> bool:
    """Whether a lone word that the tagger took for somebody is one of the language: no title is before it, no longer
    name of the report has it (``full``), no list has it as a name, and it is met in news or bent as nouns are."""
    if item.kind != "PERSON" or item.form != "name" or item.last > item.first + 1 or item.title:
        return False
    token, lists = tokens[item.first], name_lists()
    forms = {token.norm, token.stem}
    if with_article(token) in full or any(
        is_known(form) or not {"n", "N"}.isdisjoint(lists.get(form, "")) for form in forms
    ):
        return False
    if item.first and tokens[item.first - 1].stem in verbs() and not token.enclitics:
        return False  # «وحذر بشارة»
    return bool(token.enclitics) or not forms.isdisjoint(counts()) or token.norm.endswith(_BENT)
