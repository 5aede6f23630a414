"""What a number counts: the noun, its adjectives, duals and single persons.

The nouns of the field stand in ``lang/<language>/counted.tsv`` with their class; a word that is not listed is
still taken as what is counted where it follows the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ...lang.normalise import fold
from ...lang.numerals import Cell, grammar
from ...lang.tables import table
from ...model import Token, Unit
from .bounds import CURRENCY, Amount, bounded, words
from .outcomes import Cue, Meaning, cues, in_set

Many = Literal["one", "two", "many", "two_or_many"]
_ADJECTIVE = {
    "ar": ("يين", "يون", "يه", "يا", "يات", "يان", "ين", "ون", "ي"),
    "en": ("an", "ese", "ish", "li", "qi", "ic", "ed"),
}
_FUNCTION_WORDS = ("breakdown", "boundary", "blocker", "others", "window", "apart")
# What is counted stands before its number.
_LEADING = frozenset((*CURRENCY, "magnitude"))
# An English plural, and how many words behind a number it is looked for.
_PLURAL, _DESCRIBING = re.compile(r"[^s]s$"), 4
# Words between «عدد» and its number, the marks that end a search for it, and words too short for a noun.
_LEADS, _STOPS, _SHORT = 9, frozenset('،,؛;:.()«»"'), 2
# Clitics that make a word something else than what the number before it counts.
_APART = frozenset("وفبلكس")


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


class Page(NamedTuple):
    """One article as the rules for quantities see it."""

    language: str
    text: str
    tokens: Sequence[Token]
    norms: tuple[str, ...]
    cells: Sequence[Cell | None]
    nouns: Sequence[Found | None]

    def set(self, name: str, index: int) -> int:
        """How many tokens at ``index`` make a phrase of a set of ``outcomes.tsv``."""
        return in_set(self.language, name, self.norms, index)

    def noun(self, index: int) -> Found | None:
        return self.nouns[index]


@dataclass(frozen=True, slots=True)
class Count:
    """An amount with its counted noun at token ``head``.

    ``phrase`` is the end of the noun with its adjectives, ``end`` that of the whole: a late bound («12 شخصا على
    الأقل») belongs to it.
    """

    amount: Amount
    head: int | None
    end: int
    noun: Found | None
    unit: Unit
    phrase: int = 0
    outcome: str | None = None
    cue: Cue | None = None

    @property
    def first(self) -> int:
        """The first token of number and noun."""
        return self.amount.first if self.head is None else min(self.amount.first, self.head)

    @property
    def kind(self) -> str | None:
        """The counted noun's class."""
        return self.noun.noun.kind if self.noun else None


@cache
def lexicon(language: str) -> dict[str, Noun]:
    """Every listed form, folded, without article and clitics."""
    forms: dict[str, Noun] = {}
    rows = table(language, "counted").rows
    for row in rows:
        for word in filter(None, row["plural"].split("|")):
            forms.setdefault(fold(word), Noun(row["class"], row["outcome"], "many"))
    singles = [
        (word, Noun(row["class"], row["outcome"], "one"))
        for row in rows
        for word in filter(None, row["singular"].split("|"))
    ]
    for single, noun in singles:
        forms.setdefault(fold(single), noun)
    for single, noun in singles if language == "ar" else ():
        for form in map(fold, _duals(single)):
            known = forms.get(form)
            if known is None or known.many == "many":
                forms[form] = noun._replace(many="two_or_many" if known else "two")
        if not single.endswith(("ة", "ا")):
            forms.setdefault(fold(single + "ا"), noun._replace(case="object"))
    for single, noun in singles if language == "ar" else ():
        if noun.kind == "person" and not single.endswith(("ة", "ا", "ى")):
            _add_women(forms, single, noun)
    for single, noun in singles:
        if noun.kind == "never":
            forms.pop(fold(single), None)
    return forms


def _add_women(forms: dict[str, Noun], single: str, noun: Noun) -> None:
    """«عاملات», «عاملتان»: the women of a noun of persons, unless the form is listed as something else («مدرسة»)."""
    forms.setdefault(fold(single + "ات"), noun._replace(many="many"))
    for form in _duals(single + "ة"):
        forms.setdefault(fold(form), noun._replace(many="two"))


def _duals(single: str) -> tuple[str, ...]:
    stem = single[:-1] + "ت" if single.endswith("ة") else single
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


def all_cues(page: Page, first: int, last: int) -> list[Cue]:
    """The cues in tokens ``[first, last)``, nouns that say what befell those they name among them."""
    found = cues(page.language, page.norms, first, last)
    taken = {index for cue in found for index in range(cue.first, cue.last)}
    for index, known in enumerate(page.nouns[first:last], first):
        if known is not None and known.noun.outcome and index not in taken:
            found.append(Cue(index, index + 1, known.prefix, (Meaning("noun", known.noun.outcome),)))
    return sorted(found)


def count_of(page: Page, amount: Amount, unit: Unit, first: int, last: int) -> Count | None:
    """What an amount counts and in what unit; None for digits written onto their unit (180مل)."""
    core = amount.core
    if core.percent or core.kind == "ordinal":
        return Count(amount, None, amount.last, None, "percent" if core.percent else "ordinal")
    if _attached(page, amount, last):
        return None
    head, known = _head(page, amount, first, last)
    if known is not None and head is not None and known.noun.kind == "target" and head + 1 < last:
        # «طائرة مسيرة»: a weapon's name after a vehicle says which.
        weapon = page.noun(head + 1)
        if weapon is not None and weapon.noun.kind == "weapon" and not weapon.prefix:
            known = Found(known.prefix, known.noun._replace(kind="weapon"))
    if known is not None and (measured := units(known.noun.kind)) != "count":
        unit = measured
    elif core.kind == "fraction" and unit == "count":
        unit = "fraction"
    after = head is not None and amount.last <= head <= amount.last + 2
    end = phrase_end(page, head, last) if head is not None and after else amount.last
    phrase = end
    if amount.bound == "exact" and end < last and (late := words(page.language).after_noun.at(page.norms, end)):
        amount, end = bounded(amount, late.value, amount.core), late.last
    return Count(amount, head, end, known, unit, phrase)


def units(kind: str) -> Unit:
    """The unit of a number that counts nouns of this class."""
    return kind if kind in ("money", "measure") else "count"  # type: ignore[return-value]


def grouped(count: Count) -> Count:
    """The count with 1.250 read as 1250 where it counts something: persons and rockets come whole."""
    core = count.amount.core
    if core.grouped is None or count.unit != "count" or (count.head is None and count.outcome is None):
        return count
    whole = replace(core, low=core.grouped, high=core.grouped, grouped=None)
    return replace(count, amount=bounded(count.amount, count.amount.bound, whole))


def _attached(page: Page, amount: Amount, last: int) -> bool:
    index = amount.last
    if index >= last or page.tokens[index].kind != "word" or page.tokens[index].span.start != amount.end:
        return False
    known = page.noun(index)
    return page.cells[index] is None and (known is None or known.noun.kind == "measure")


def _head(page: Page, amount: Amount, first: int, last: int) -> tuple[int | None, Found | None]:
    index, before = amount.last, amount.first - 1
    lead = amount.core.first - 1
    if lead >= first and page.norms[lead] in _LEADING:
        return lead, page.noun(lead)
    if index + 1 < last and page.norms[index] == "-" and page.tokens[index + 1].span.start == amount.end + 1:
        # "a 40-mile convoy", "a 6.1-magnitude quake"
        known = page.noun(index + 1)
        if known is not None and units(known.noun.kind) == "measure":
            return index + 1, known
    if index < last and (out := page.set("out_of", index)) and (part := _of_whole(page, index + out, last)):
        return part
    apart = amount.prefix == "ال" or amount.prefix.startswith(("و", "ف"))
    single = _before(page, amount, before) if before >= first and not apart else None
    if single is not None and (index >= last or page.noun(index) is None):
        return before, single
    of = page.set("partitive", index) if index < last else 0
    if not of and amount.core.kind == "vague" and amount.prefix.endswith("ال"):
        return None, None  # «شيع الآلاف جثمان القتيل»
    if of and index + of < last and page.tokens[index + of].kind == "word":
        index += of
        index += bool(index + 1 < last and page.set("determiner", index))  # "three of the wounded"
    if index < last:
        known = page.noun(index) or _owned(page, index)
        if page.language == "en" and index + 1 < last and page.norms[index] == "other" and page.noun(index + 1):
            return index + 1, page.noun(index + 1)  # "four other employees"
        money = page.noun(index + 1) if page.language == "en" and index + 1 < last else None
        if money is not None and money.noun.kind == "money":
            return index + 1, money  # "3 billion Sudanese pounds"
        named = known is not None and not (page.language == "en" and known.noun.many == "one" and (amount.low or 0) > 1)
        if known is not None and known.prefix in ("", "ال") and named:
            return index, known
        if page.language == "en" and amount.core.kind != "fraction" and (plural := _described(page, index, last)):
            return plural, page.noun(plural)
        if known is not None and known.prefix in ("", "ال"):
            return index, known
        # «عشرات المودعين», «مئات الصيادلة»: such a number is followed by the noun with its article.
        of = of or int(amount.core.kind == "vague" and page.language == "ar")
        if known is None and _nominal(page, index, bool(of)):
            said = _act(page, index)
            person = said or page.norms[index].endswith(("يين", "يون"))
            return index, Found("", Noun("person", said, "many")) if person else None
    if before >= first and (known := _before(page, amount, before)):
        return before, known
    return None, None


def led(page: Page, amount: Amount, first: int, last: int) -> int | None:
    """The noun of a number that none follows: «ارتفع عدد الطالبات إلى 84», «84 عدد الطالبات», «التذاكر وعددها 2200»,
    "the number of flights cancelled rose to 140"."""
    number = amount.core.first
    if amount.last < last and in_set(page.language, "number_of", (page.tokens[amount.last].stem,), 0):
        return _plain(page, amount.last + 1, last)
    for at in range(number - 1, max(first, number - _LEADS) - 1, -1):
        if page.cells[at] is not None or page.norms[at] in _STOPS:
            return None
        if page.set("number_of", at) == 0 and not in_set(page.language, "number_of", (page.tokens[at].stem,), 0):
            continue
        if page.tokens[at].enclitics:
            return _named_before(page, at, first) if at == number - 1 else None
        return _plain(page, at + max(1, page.set("number_of", at)), number)
    return None


def _plain(page: Page, index: int, last: int) -> int | None:
    """The noun that "the number of" names: the next word, in English the next plural."""
    if page.language == "en":
        index += index < last and page.set("determiner", index)
        known = page.noun(index) if index < last else None
        many = known is not None and known.noun.many == "many"
        return index if many or (index < last and _PLURAL.search(page.norms[index])) else _described(page, index, last)
    word = index < last and page.tokens[index].kind == "word" and page.cells[index] is None
    return index if word and len(page.norms[index]) > _SHORT else None


def _named_before(page: Page, index: int, first: int) -> int | None:
    """«التذاكر المبيعة، وعددها»: the first of the definite words before."""
    index -= 1
    index -= index > first and page.norms[index] in "،,"
    begin = index
    while begin >= first and page.norms[begin].startswith(("ال", "وال", "لل", "بال")):
        begin -= 1
    return begin + 1 if begin < index else None


def _described(page: Page, index: int, last: int) -> int | None:
    """English "three young soldiers", "43 carved wooden statues": the first plural behind words that describe it."""
    for at in range(index, min(index + _DESCRIBING, last)):
        known = page.noun(at)
        plural = (known is not None and known.noun.many == "many") or _PLURAL.search(page.norms[at]) is not None
        if not _nominal(page, at, False) or (plural and at == index):
            return None
        if plural:
            return at
    return None


def _before(page: Page, amount: Amount, index: int) -> Found | None:
    """The counted noun right before its number: «شخص واحد», «جنديان اثنان», «الجنود الثلاثة»."""
    known = page.noun(index)
    if known is None:
        return None
    wanted = {1: ("one",), 2: ("two", "two_or_many")}.get(int(amount.low or 0), ())
    article = amount.prefix == "ال" and known.prefix.endswith("ال") and known.noun.many == "many"
    return known if known.noun.many in wanted or article else None


def _owned(page: Page, index: int) -> Found | None:
    """A listed noun with a pronoun written onto it: «13 من عناصره»."""
    token = page.tokens[index]
    if not token.enclitics or page.language != "ar":
        return None
    return noun(page.language, token.stem[:-1] + "ء" if token.stem.endswith(("ائ", "اؤ")) else token.stem)


def _of_whole(page: Page, index: int, last: int) -> tuple[int, Found] | None:
    """«17 من أصل 20 مسيرة»: the noun after the second number."""
    if index >= last or page.cells[index] is None:
        return None
    while index < last and page.cells[index] is not None:
        index += 1
    known = page.noun(index) if index < last else None
    return (index, known) if known is not None and not known.prefix else None


def _act(page: Page, index: int) -> str:
    """The outcome of a noun of the act that is itself counted: «40 إصابة»."""
    found = cues(page.language, page.norms, index, index + 1)
    return next((m.outcome for cue in found for m in cue.meanings if m.kind == "masdar" and not cue.prefix), "")


def _nominal(page: Page, index: int, partitive: bool) -> bool:
    """Whether an unlisted word after a number may be what it counts."""
    token = page.tokens[index]
    if token.kind != "word" or len(token.norm) < 3 or page.cells[index] is not None:
        return False
    definite = token.norm.startswith("ال") or "ال" in token.proclitics
    if _APART.intersection(token.proclitics) or (definite and not partitive):
        return False
    if any(page.set(name, index) for name in (*_FUNCTION_WORDS, "toll")):
        return False
    found = cues(page.language, page.norms, index, index + 1)
    return not found or bool(_act(page, index))


def phrase_end(page: Page, head: int, last: int) -> int:
    """Past the adjectives after the counted noun: indefinite words with an adjective's ending."""
    if page.language != "ar":
        return head + 1
    index = head + 1
    while index < last and index <= head + 3 and _adjective(page, index):
        index += 1
    return index


def _adjective(page: Page, index: int) -> bool:
    token = page.tokens[index]
    norm = token.norm
    if token.kind != "word" or len(norm) < 4 or not norm.endswith(_ADJECTIVE[page.language]) or norm[0] in "يتسو":
        return False
    if page.cells[index] is not None or norm.startswith("ال") or _APART.intersection(token.proclitics):
        return False
    return not any(page.set(name, index) for name in _FUNCTION_WORDS)
