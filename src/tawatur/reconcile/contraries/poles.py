"""Words that cannot both stand in one place: opposites, and kinds of one thing.

«ارتفع» and «انخفض», «وافق» and «رفض» stand at the two ends of a scale: they cannot both hold of one thing, and two
words at the same end say nearly the same of it. A word may stand on several scales. «الذهب» and «النفط» are two of a
kind: where one text has the one and another the other, they tell of two things. The scales are those of
``lang/<language>/antonyms.tsv``, the kinds those of ``siblings.tsv``; where none is written, no word has any.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ...annotate.happenings.frames import key
from ...lang.inflection import Forms, Pattern, verb_group, verb_patterns
from ...lang.normalise import fold
from ...lang.surface import unseated
from ...lang.tables import ROOT, Phrases, table
from ...model import Token

# What nouns and adjectives take on: number, gender, the accusative's alef; the ta marbuta is open before a pronoun.
_NOUNS = {
    "short": (Pattern(),),
    "open": tuple(Pattern(ending, cut=1) for ending in ("ه", "ت", "ات")),
    "plain": tuple(map(Pattern, ("", "ا", "ه", "ت", "ات", "ين", "ون"))),
}
# Long vowels that the jussive drops, and the letters that an imperfect begins with.
_LONG = frozenset("ويا")
_PERSONS = ("ي", "ت", "ن")
# Two letters and an ending are as often another word («أم» and «أمين»).
_INFLECTED = 3


class Pole(NamedTuple):
    """One end of a scale, or one of a kind, by their names in the table."""

    scale: str
    end: str


def poles(token: Token, language: str = "ar") -> frozenset[Pole]:
    """The ends of scales that a word stands at; empty for nearly every word."""
    return poles_of(token.norm, token.stem, language)


def poles_of(norm: str, stem: str, language: str = "ar", name: str = "antonyms", noun: bool = False) -> frozenset[Pole]:
    """The same for a folded word and its stem; ``name`` is the file the scales are from, ``noun``: the word has the
    article and is no verb («النخلي» is no form of «أخلى»)."""
    bare = norm[norm.find(stem) :] if stem in norm else stem
    for form in (unseated(stem), norm, bare):
        found = _stands(form, language, name) - (_of_verbs_alone(form, language, name) if noun else frozenset())
        if found:
            return found
    return frozenset()


def opposed(left: frozenset[Pole], right: frozenset[Pole]) -> frozenset[str]:
    """The scales at whose two ends the words stand; none where they also stand together at an end."""
    if left & right:
        return frozenset()
    return frozenset(a.scale for a in left for b in right if a.scale == b.scale)


@lru_cache(maxsize=16384)
def kinds_of(norm: str, stem: str, language: str = "ar") -> frozenset[Pole]:
    """The kinds of things that a word names one of; ``end`` is the thing, one for all its names."""
    known = _kinds(language)
    return frozenset(known.of(stem) or known.of(norm))


def jussive(norm: str, language: str = "ar", name: str = "antonyms") -> frozenset[Pole]:
    """The ends of scales of a verb behind «لم» that loses its long vowel there: «لم يصب», «لم ينج»."""
    return _jussives(language, name).get(norm, frozenset())


@cache
def _jussives(language: str, name: str) -> dict[str, frozenset[Pole]]:
    found: dict[str, frozenset[Pole]] = {}
    for row in _rows(language, name) if language == "ar" else ():
        pole = frozenset((Pole(row["scale"], row["pole"]),))
        for base in filter(None, fold(row["imperfect"]).split("|")):
            if base[-1] in _LONG or base[-2] in _LONG:
                short = base[:-1] if base[-1] in _LONG else base[:-2] + base[-1]
                for first in _PERSONS:
                    form = first + short[1:]
                    found[form] = found.get(form, frozenset()) | pole
    return found


@cache
def undoing(language: str = "ar") -> frozenset[Pole]:
    """The poles of words with which what is said did not come about («فشل في»، «تجاهل»)."""
    return frozenset(Pole(r["scale"], r["pole"]) for r in table(language, "antonyms").rows if r["undoes"])


@cache
def _kinds(language: str) -> Forms[Pole]:
    found = Forms[Pole](_NOUNS)
    for row in _rows(language, "siblings"):
        for names in row["words"].split("|"):
            for word in names.split():
                _add(found, word, Pole(row["kind"], names.split()[0]))
    return found


@lru_cache(maxsize=65536)
def _of_verbs_alone(form: str, language: str, name: str) -> frozenset[Pole]:
    """The ends at which a form stands only as a verb's."""
    return frozenset(_verbs(language, name).of(form)) - frozenset(_nouns(language, name).of(form))


@lru_cache(maxsize=65536)
def _stands(form: str, language: str, name: str) -> frozenset[Pole]:
    return frozenset((*_verbs(language, name).of(form), *_nouns(language, name).of(form)))


@cache
def _verbs(language: str, name: str) -> Forms[Pole]:
    found = Forms[Pole](verb_patterns(language))
    for row in _rows(language, name):
        for tense in ("perfect", "imperfect"):
            for base in filter(None, fold(row[tense]).split("|")):
                head = base.partition(" ")[0]
                found.add(verb_group(language, tense, head), head, Pole(row["scale"], row["pole"]))
    return found


@cache
def _nouns(language: str, name: str) -> Forms[Pole]:
    found = Forms[Pole](_NOUNS)
    for row in _rows(language, name):
        pole = Pole(row["scale"], row["pole"])
        for word in fold(row["words"]).split("|"):
            if word and " " not in word:
                if language == "ar":
                    _add(found, word, pole)
                else:
                    found.add("short", word, pole)
    return found


@cache
def pole_phrases(language: str, name: str) -> Phrases[frozenset[Pole]]:
    """The ends of a file's scales that several words name."""
    found: dict[str, frozenset[Pole]] = {}
    for row in _rows(language, name):
        if " " in row["words"]:
            pole = frozenset((Pole(row["scale"], row["pole"]),))
            for phrase in fold(row["words"]).split("|"):
                if " " in phrase:
                    found[phrase] = found[phrase] | pole if phrase in found else pole
    return Phrases(found, folded=True)


def _rows(language: str, name: str) -> tuple[dict[str, str], ...]:
    return table(language, name).rows if (ROOT / language / f"{name}.tsv").exists() else ()


def _add(found: Forms[Pole], word: str, pole: Pole) -> None:
    bare = key(word)
    group = "short" if len(bare) < _INFLECTED else "open" if bare.endswith("ه") else "plain"
    found.add(group, bare, pole)
