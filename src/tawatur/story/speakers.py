"""Whether two ways of naming a speaker are one: a body and who speaks for it, and names in two scripts."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..lang.matching import blocks, match_names, words
from .offices import body_words, kinship, office, one_office
from .voices import Voice, one_voice

_WORD = re.compile(r"\w[\w'’-]*")


class Speaker(NamedTuple):
    """Who speaks in a report, as far as another report may call him otherwise. ``keys`` mean one speaker in one
    language, ``offices`` are the terms of his office or body in any, ``sounds`` the consonants of what may be his name,
    ``voices`` the body by all that it is called."""

    called: str
    language: str
    person: str | None
    keys: frozenset[str]
    offices: frozenset[str]
    sounds: tuple[frozenset[str], ...]
    voices: tuple[Voice, ...]


def merged(several: list[Speaker]) -> Speaker:
    """One speaker by all the ways a report tells him, called as the first of them."""
    first, *others = several
    return first._replace(
        person=next((one.person for one in several if one.person), None),
        keys=first.keys.union(*(one.keys for one in others)),
        offices=first.offices.union(*(one.offices for one in others)),
        voices=tuple(dict.fromkeys(voice_ for one in several for voice_ in one.voices)),
    )


def one_speaker(one: Speaker, other: Speaker) -> bool:
    """The same name or the same words for an office; across languages the name's consonants, or the office's terms."""
    if one.language == other.language:
        if one.keys & other.keys or _one_person(one.person, other.person) or _tells(one, other) or _tells(other, one):
            return True
        if one.person and other.person and not (_on_behalf(one) or _on_behalf(other)):
            return False
        if _initials(one.called) & _capitals(other.called) or _initials(other.called) & _capitals(one.called):
            return True
        if one.voices and other.voices:
            return any(one_voice(mine, yours) for mine in one.voices for yours in other.voices)
        return one_office(one.offices, other.offices)
    if one.person and other.person:
        return bool(match_names(one.person, other.person, "PERSON")) or _alike(one, other)
    return _alike(one, other) or one_office(one.offices, other.offices)


def _on_behalf(one: Speaker) -> bool:
    """«المتحدث باسم الوزارة»: whoever says it, the body speaks, as it does through its head."""
    return "spokesman" in map(body_words("ar").get, words(one.called))


def two_speakers(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are surely two. A body's name is translated, so that in two languages only two names of
    persons, a person of no office, or another field or country tell; else they may be one."""
    if one_speaker(one, other):
        return False
    if one.language == other.language or (one.person and other.person):
        return True
    person = one if one.person else other if other.person else None
    private = person is not None and not person.offices & frozenset(body_words("ar").values())
    return private or kinship(one.offices, other.offices) is False


def _alike(one: Speaker, other: Speaker) -> bool:
    """Whether names in two scripts sound alike: in two words, or in the one that each or a person has."""
    alike = sum(any(mine & yours for yours in other.sounds) for mine in one.sounds)
    lone = len(one.sounds) == len(other.sounds) == 1 and not (one.person or other.person)  # «منظمة اليونيسف», "UNICEF"
    short = 1 in (len(one.sounds), len(other.sounds)) and one.person and other.person
    return alike > 1 or bool(alike and (lone or short))


def _capitals(called: str) -> set[str]:
    """Words in capitals: "NOC"."""
    return {word for word in _WORD.findall(called) if len(word) > 2 and word.isascii() and word.isupper()}


def _initials(called: str) -> set[str]:
    """The initials of a body's name in Latin letters ("National Oil Corporation")."""
    first = "".join(word[0] for word in _WORD.findall(called) if word.isascii() and word[0].isupper())
    return {first} if len(first) > 2 else set()


def _tells(one: Speaker, other: Speaker) -> bool:
    """Whether the words for one hold the other's name («كل من الوزير فلان والمحافظ فلان»)."""
    name = words(other.person or "")
    return len(name) > 1 and any(f" {' '.join(name)} " in f" {key} " for key in one.keys)


def _one_person(left: str | None, right: str | None) -> bool:
    """One name, or one inside the other: names are read with a word too many now and then."""
    if not left or not right:
        return False
    if match_names(left, right, "PERSON"):
        return True
    short, long = sorted((words(left), words(right)), key=len)
    return len(short) > 1 and any(long[n : n + len(short)] == short for n in range(len(long)))


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
