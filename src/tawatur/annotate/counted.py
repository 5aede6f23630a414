"""What a number counts: the noun, its adjectives, duals and single persons.

The nouns of the field stand in ``lang/<language>/counted.tsv`` with their class; a word that is not listed is
still taken as what is counted where it follows the number.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ..lang.normalise import fold
from ..lang.numerals import grammar
from ..lang.tables import table

Many = Literal["one", "two", "many", "two_or_many"]


class Noun(NamedTuple):
    """A counted noun's class (person, weapon …), the outcome it says itself, and how many its form means.

    ``case`` is "object" for a singular in the accusative (جنديا), which cannot be a verb's subject.
    """

    kind: str
    outcome: str
    many: Many
    case: str = ""


class Found(NamedTuple):
    """A noun form in the text and the clitics written before it."""

    prefix: str
    noun: Noun


@cache
def lexicon(language: str) -> dict[str, Noun]:
    """Every listed form, folded, without article and clitics."""
    forms: dict[str, Noun] = {}
    rows = table(language, "counted").rows
    for row in rows:
        for word in filter(None, row["plural"].split("|")):
            forms.setdefault(fold(word), Noun(row["class"], row["outcome"], "many"))
    singles = [
        (fold(word), Noun(row["class"], row["outcome"], "one"))
        for row in rows
        for word in row["singular"].split("|")
    ]
    for single, noun in singles:
        if single:
            forms.setdefault(single, noun)
    for single, noun in singles:
        if language != "ar" or noun.kind in ("money", "measure", "never"):
            continue
        for form in _duals(single):
            known = forms.get(form)
            if known is None or known.many == "many":
                forms[form] = noun._replace(many="two_or_many" if known else "two")
        if single and not single.endswith(("ه", "ا")):
            forms.setdefault(single + "ا", noun._replace(case="object"))
    for single, noun in singles:
        if noun.kind == "never":
            forms.pop(single, None)
    return forms


def _duals(single: str) -> tuple[str, ...]:
    stem = single[:-1] + "ت" if single.endswith("ه") else single
    return (stem + "ان", stem + "ين") if len(single) > 2 else ()


@lru_cache(maxsize=65536)
def noun(language: str, norm: str) -> Found | None:
    """The listed noun that a folded word is, with its clitics; the shortest cut that gives one."""
    forms = lexicon(language)
    if found := forms.get(norm):
        return Found("", found)
    for prefix in _prefixes(language, norm[:1]):
        if norm.startswith(prefix) and (found := forms.get(norm[len(prefix) :])):
            return Found(prefix, found)
    return None


@cache
def _prefixes(language: str, letter: str) -> tuple[str, ...]:
    return tuple(sorted((p for p in grammar(language).proclitics if p[:1] == letter), key=len))


def dual_by_vowels(surface: str) -> bool:
    """Whether the vowels of «‑ين» say that it is the dual: a fatha before the ya (جنديَيْن)."""
    return "\u064eي" in surface[-5:] or surface.endswith(("يْن", "يْنِ"))
