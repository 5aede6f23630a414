"""Cut a run of tokens into clauses: what one claim is the size of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lang.normalise import fold
from ...lang.surface import definite, to_come
from ...lang.tables import Phrases, listed, table, vocabulary
from ...model import Token

_COMMAS = frozenset(("،", ",", "؛", ";"))
_THAT = listed("clause_words", "that")
_AND_ALSO = listed("clause_words", "and_also")
_WHO = listed("clause_words", "who")
_NOT = listed("clause_words", "not")
_WHICH = listed("clause_words", "which")
_LINKS = listed("clause_words", "link")
# Endings of the perfect's third person, and the letter that they may hide («رمى», «رمت»).
_ENDINGS = ("ت", "وا", "ا", "تا", "ن")
_LASTS = ("", "ي")
# A perfect in the feminine that no table has («وأعطبت»): its ت is no noun's (ـات، ـوت، ـيت), nor that of a participle
# («ثابت»، «مؤقت»), nor of a short noun («وقت»).
_FEMININE = re.compile(r"(?!م|.ا..$).{2,}[^اوي]ت")
# Other words in ي are days, months, sides and peoples («يومين»، «يناير»، «يسار»، «يمني»).
_THIRD = re.compile(r"ي(?!وم|من|هود|اب|ون|ول|نا|سار|مين).{3,}")
# Shorter runs are appositions and datelines, not clauses of their own.
_LEAST = 3
# So many words tell what an act answers («ردا على هجوم أودى بحياة ثلاثة»); fewer only name it («ردا على الهجوم»).
_TOLD = 4


def clauses(
    tokens: tuple[Token, ...], first: int, last: int, triggers: frozenset[int], language: str
) -> Iterator[tuple[int, int]]:
    """Runs ``[first, last)`` cut before a coordinated event, behind a comma where a new clause opens, and around the
    words by which an act answers another happening.

    ``triggers`` are tokens that tell an event; a comma before one, or a و on one, begins a clause.
    """
    begin = first
    answered = _answered(tokens, first, last, triggers)
    for index in range(first + 1, last):
        if index - begin < _LEAST or last - index < _LEAST:
            continue
        if index in answered:
            yield from _trimmed(tokens, begin, _finished(tokens, index))
            begin = answered[index]
        elif _begins(tokens, index, last, triggers, language):
            yield from _trimmed(tokens, begin, index)
            begin = index
    yield from _trimmed(tokens, begin, last)


def _answered(tokens: tuple[Token, ...], first: int, last: int, triggers: frozenset[int]) -> dict[int, int]:
    """Where words stand such as «ردا على», and where behind them a happening is told: another one than the act, with
    numbers, days and places of its own."""
    words = [
        token.norm.removeprefix("و") if token.proclitics[:1] == ("و",) else token.norm for token in tokens[first:last]
    ]
    found = {}
    for match in _answers().all(words):
        begin = first + match.last
        end = next((n for n in range(begin, last) if tokens[n].surface in _COMMAS), last)
        if end - begin >= _TOLD and any(n in triggers for n in range(begin, end)):
            found[first + match.first] = begin
    return found


def _finished(tokens: tuple[Token, ...], index: int) -> int:
    """Where a clause ends before the words of answer at ``index``: «العملية التي أُطلقت ردا على …» before «التي»."""
    words = [n for n in range(max(0, index - 3), index) if tokens[n].kind == "word"]
    return words[-2] if len(words) > 1 and tokens[words[-2]].norm in _WHO else index


@cache
def _answers() -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("clause_words", "answer"), True), folded=True)


def _begins(tokens: tuple[Token, ...], index: int, last: int, triggers: frozenset[int], language: str) -> bool:
    token, before = tokens[index], tokens[index - 1]
    openers = vocabulary("clause_openers", language)
    opens = token.norm in openers or token.stem in openers
    if before.surface in _COMMAS:
        semicolon = before.surface in "؛;" and token.kind == "word"
        verb = not definite(token) and (_verbal(token) or _imperfect(token))
        if index in triggers and token.proclitics == ("ب",) and not (opens or semicolon):
            return False  # «قضى الاتفاق، الموقع الخميس، بهدنة مدتها شهر»: what the verb before the aside takes
        goes_on = language == "en" and _goes_on(tokens, index, last, triggers)
        return (opens or index in triggers or semicolon or verb) and not goes_on
    if language == "en" and before.norm == "and":
        counted = token.kind == "number" and index + 1 in triggers  # "and 14 wounded"
        return index in triggers or counted or token.norm in _AND_ALSO
    if token.stem == "لكن" and token.enclitics:
        return True
    if tokens[index - 2].norm in _WHO:
        return False  # «مسلح … الذي قتل وأصاب أفرادا»: two verbs have one object
    joined = token.proclitics[:1] in (("و",), ("ف",)) and not definite(token)
    return joined and (index in triggers or token.stem in _THAT | _NOT or finite(token))


def _goes_on(tokens: tuple[Token, ...], index: int, last: int, triggers: frozenset[int]) -> bool:
    """Whether what stands behind an English comma goes on with the subject before it: a verb of an event behind an
    apposition ("an attack in Tora, a village up north, killed dozens"), a relative clause that the verb follows ("the
    observatory, which tracks the war, has recorded …")."""
    if tokens[index].norm not in _WHICH:
        return index in triggers and not tokens[index].norm.endswith("ing")
    behind = next((n + 1 for n in range(index, last - 1) if tokens[n].surface in _COMMAS), None)
    if behind is None:
        return False
    return behind in triggers or tokens[behind].norm in _AND_ALSO or tokens[behind].norm.endswith("ed")


def _verbal(token: Token) -> bool:
    """A perfect behind a comma; without و one in ت may be the noun of its act («، توقف الحركة»)."""
    return finite(token) and (bool(token.proclitics) or not (token.stem[:1] == "ت" and token.stem in _verbs()))


def _imperfect(token: Token) -> bool:
    """«، ليرفع رصيده», «، ويستمر حتى»: a third person's imperfect, where ل or و joins it on."""
    return token.proclitics in (("ل",), ("و",)) and third_person(token.stem)


def third_person(stem: str) -> bool:
    """Whether a folded stem looks like a third person's imperfect («يبلغ»)."""
    return _THIRD.fullmatch(stem) is not None


def finite(token: Token) -> bool:
    """Whether an Arabic token is a verb of news in the perfect, or one of what is to come.

    Where a noun is written the same, the perfect's ending must tell, or the ف before it.
    """
    verbs = _verbs()
    if token.stem in verbs:
        return not verbs[token.stem] or token.proclitics[:1] == ("ف",)
    if to_come(token) or (token.proclitics[:1] in (("و",), ("ف",)) and _FEMININE.fullmatch(token.stem)):
        return True
    return any(_inflected(verbs, token.stem, ending) for ending in _ENDINGS if token.stem.endswith(ending))


def verbal(stem: str) -> bool:
    """Whether a folded stem is a verb of news in the perfect, be it written as a noun, too («رفع»)."""
    return stem in _verbs() or any(_inflected(_verbs(), stem, ending) for ending in _ENDINGS if stem.endswith(ending))


def _inflected(verbs: dict[str, bool], stem: str, ending: str) -> bool:
    """Whether a perfect with this ending; «حلا» is a noun in the accusative sooner than two who solved."""
    bases = (stem.removesuffix(ending) + last for last in _LASTS)
    return any(base in verbs and not (ending == "ا" and verbs[base]) for base in bases)


@cache
def _verbs() -> dict[str, bool]:
    """The perfects by their folded form, and whether a noun is written the same."""
    return {fold(row["perfect"]): row["noun"] == "noun" for row in table("ar", "verbs").rows}


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and tokens[first].kind == "punct" and tokens[first].surface not in '"«“':
        first += 1
    if last - first > _LEAST and tokens[first].stem == "ان" and not tokens[first].enclitics:
        first += 1
    while last > first and (tokens[last - 1].norm in _LINKS or _loose(tokens[last - 1]) or _opens(tokens, first, last)):
        last -= 1
    if any(token.kind in ("word", "number") for token in tokens[first:last]):
        yield first, last


def _loose(token: Token) -> bool:
    """A mark that belongs to no word before it."""
    return token.kind == "punct" and token.surface not in '"»”%٪'


def _opens(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the last token is a mark that opens a quotation of which nothing stands here."""
    mark = tokens[last - 1].surface
    return mark in "«“" or (mark == '"' and sum(token.surface == '"' for token in tokens[first:last]) % 2 == 1)
