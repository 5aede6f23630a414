"""Amounts: numerals with the words that bound them, and ranges.

«أكثر من 100», «بين 20 و30», «12 على الأقل». The words stand in ``lang/<language>/bounds.tsv``. Bounds stay
bounds: an exclusive bound on a whole number moves by one (more than 100 is 101 and above), any other keeps the
number as said; the end that the words leave open is None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from ...lang.normalise import fold
from ...lang.numeral_reader import Reader
from ...lang.numerals import Numeral, adds, grammar
from ...lang.tables import Phrases, table
from ...model import Bound
from .outcomes import in_set

LOWER = ("more_than", "at_least")
_UPPER = ("less_than", "at_most")
_EXCLUSIVE = ("more_than", "less_than")
# Digits of a local telephone number, with its leading zero.
_TELEPHONE = 7
# Words between an amount's name and its number, at most.
_AMOUNT_WORDS = 9
_OPERATORS = frozenset("<>=")
# Signs of money, written before the number: between it and its bounding words.
CURRENCY = frozenset("$€£")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number expression at tokens ``[first, last)`` and at offsets ``[start, end)`` of the text.

    ``core`` is its last numeral; ``prefix`` the clitics written on its first word (و, ب, ل …).
    """

    first: int
    last: int
    start: int
    end: int
    low: int | float | None
    high: int | float | None
    bound: Bound
    core: Numeral
    prefix: str = ""
    of: int | float | None = None


class Words(NamedTuple):
    """One language's bounding words. ``before`` is keyed by a phrase's last word, with every proclitic."""

    before: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    prefixes: dict[str, str]
    after: Phrases[str]
    after_noun: Phrases[str]
    or_equal: Phrases[str]
    openings: dict[tuple[str, ...], frozenset[str]]
    join: frozenset[str]
    change: frozenset[str]
    score: frozenset[str]
    amount: frozenset[str]


@cache
def words(language: str) -> Words:
    """The bounding words of ``language``, read once."""
    proclitics = [p for p in grammar(language).proclitics if not p.endswith("ل") or p in ("ل", "ول", "فل")]
    before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    prefixes: dict[str, str] = {}
    lists: dict[str, dict[str, str]] = {}
    openings: dict[tuple[str, ...], set[str]] = {}
    for row in table(language, "bounds").rows:
        place = row["place"]
        for phrase in row["words"].split("|"):
            parts = tuple(fold(phrase).split())
            if place == "before":
                for prefix in ("", *proclitics):
                    spelled = (prefix + parts[0], *parts[1:])
                    before.setdefault(spelled[-1], []).append((spelled, row["bound"]))
                    if prefix:
                        prefixes.setdefault(spelled[0], prefix)
            elif place == "open":
                for prefix in ("", *proclitics):
                    openings.setdefault((prefix + parts[0], *parts[1:]), set()).update(
                        fold(join) for join in row["bound"].split("|")
                    )
                    if prefix:
                        prefixes.setdefault(prefix + parts[0], prefix)
            else:
                lists.setdefault(place, {})[fold(phrase)] = row["bound"]
    bare = {phrase[0] for found in before.values() for phrase, _ in found if phrase[0] not in prefixes}
    return Words(
        {last: tuple(sorted(found, key=lambda item: -len(item[0]))) for last, found in before.items()},
        {word: prefix for word, prefix in prefixes.items() if word not in bare},
        Phrases(lists.get("after", {})),
        Phrases(lists.get("after_noun", {})),
        Phrases(lists.get("or_equal", {})),
        {phrase: frozenset(joins) for phrase, joins in openings.items()},
        frozenset(lists.get("join", ())),
        frozenset(lists.get("change", ())),
        frozenset(lists.get("score", ())),
        frozenset(lists.get("amount", ())),
    )


def bound_before(language: str, norms: tuple[str, ...]) -> tuple[int, Bound]:
    """How many of the last of some folded words bound what follows them, and how; (0, "exact") where none do."""
    for phrase, bound in words(language).before.get(norms[-1], ()) if norms else ():
        if norms[-len(phrase) :] == phrase and phrase[0] not in _OPERATORS:
            return len(phrase), bound  # type: ignore[return-value]
    return 0, "exact"


def letters(surface: str, prefix: str) -> int:
    """How many characters of ``surface`` spell the folded ``prefix``: vowel marks and tatweel belong to it."""
    position = 0
    for wanted in prefix:
        while position < len(surface) and fold(surface[position]) != wanted:
            position += 1
        position += 1
    while position < len(surface) and not fold(surface[position]):
        position += 1
    return position


class Amounts:
    """Finds the amounts of one stretch of tokens ``[first, last)``."""

    def __init__(self, language: str, reader: Reader) -> None:
        self.language, self.words, self.reader = language, words(language), reader
        self.text, self.tokens, self.norms, self.cells = reader.text, reader.tokens, reader.norms, reader.cells

    def between(self, first: int, last: int) -> list[Amount]:
        """Every amount, left to right."""
        numerals = self._numerals(first, last)
        found: list[Amount] = []
        index = 0
        while index < len(numerals):
            if self._score(numerals[index], first, last):
                index += 1
                continue
            following = numerals[index + 1] if index + 1 < len(numerals) else None
            ranged = self._range(numerals[index], following, first)
            if ranged is not None:
                found.append(ranged)
                index += 1 if ranged.last == numerals[index].last else 2
                continue
            amount = self._bounded(numerals[index], first, last)
            merged = self._merged(found[-1], amount) if found else None
            if merged is not None:
                found[-1] = merged
            else:
                found.append(amount)
            index += 1
        return found

    def _numerals(self, first: int, last: int) -> list[Numeral]:
        found: list[Numeral] = []
        phrases = self.reader.rules.phrases["not_number"]
        end = first
        for index in sorted({*phrases.starts(self.norms, first, last), *self.reader.starts(first, last)}):
            if index < end:
                continue
            skipped = phrases.at(self.norms, index)
            if skipped is not None:
                end = skipped.last
                continue
            numeral = self.reader.at(index, last)
            if numeral is None:
                continue
            if not self._unfit(numeral):
                found.append(self._signed(numeral))
            end = numeral.last
        return found

    def _char(self, offset: int) -> str:
        return self.text[offset] if 0 <= offset < len(self.text) else " "

    def _unfit(self, numeral: Numeral) -> bool:
        """Digits that are part of a name or a telephone number: F-16, +1 222 2222."""
        token = self.tokens[numeral.first]
        cell = self.cells[numeral.first]
        if cell is None or cell.written is None:
            return False
        start = token.span.start
        before = self._char(start - 1)
        if before in "-–" and self._char(start - 2).isalnum():
            return True
        if (before == "." and self._char(start - 2).isalnum()) or (before.isalpha() and not cell.prefix):
            return True
        written = self.text[start : self.tokens[numeral.last - 1].span.end]
        if written.startswith("0") and written.isdigit() and len(written) >= _TELEPHONE:
            return True
        return before == "+" and (not written.isdigit() or len(written) >= _TELEPHONE or self._continues(numeral))

    def _continues(self, numeral: Numeral) -> bool:
        """Whether more digits follow a number with a plus before it, as in a telephone number."""
        following = self.cells[numeral.last] if numeral.last < len(self.cells) else None
        return following is not None and following.written is not None

    def _signed(self, numeral: Numeral) -> Numeral:
        """A hyphen right before digits, after white space or an operator, is a minus."""
        cell = self.cells[numeral.first]
        if numeral.first == 0 or cell is None or cell.written is None or numeral.high is None or cell.prefix:
            return numeral
        sign = self.tokens[numeral.first - 1]
        here = self.tokens[numeral.first].span.start
        before = self._char(sign.span.start - 1)
        if sign.surface not in ("-", "−") or sign.span.end != here or not (before.isspace() or before in "<>=(["):
            return numeral
        return replace(numeral, first=numeral.first - 1, low=-numeral.high, high=-numeral.low)

    # Ranges.

    def _range(self, one: Numeral, two: Numeral | None, floor: int) -> Amount | None:
        opening, joins = self._opening(one, floor)
        if two is not None and one.high == one.low and two.high == two.low:
            gap = self.norms[one.last : two.first]
            linked = adds(self.cells[two.first]) and not gap
            joined = "و" if linked else " ".join(gap)
            opens = joined in joins and (linked or self._loose(two))
            plain = not linked and joined in self.words.join and self._loose(two) and one.low < two.low
            if (opens or plain) and not self._changing(one, floor):
                return self._ranged(one, two, opening if opens else one.first, floor)
        if "و" in joins and one.split is not None:
            return self._ranged(one.split[0], one.split[1], opening, floor)
        if one.high is not None and one.high != one.low:
            return self._amount(one.first, one.last, one.low, one.high, "range", one)
        return None

    def _score(self, numeral: Numeral, first: int, last: int) -> bool:
        """«خسر 1-2»: two figures in one piece beside a word of sport."""
        around = self.norms[max(first, numeral.first - 9) : min(last, numeral.last + 9)]
        return numeral.high != numeral.low and any(norm in self.words.score for norm in around)

    def _loose(self, numeral: Numeral) -> bool:
        cell = self.cells[numeral.first]
        return cell is None or cell.prefix in ("", "ال")

    def _opening(self, numeral: Numeral, floor: int) -> tuple[int, frozenset[str]]:
        """The token where a range's opening words begin, and the words that may join its second number."""
        for size in (2, 1):
            at = numeral.first - size
            if at >= floor and (joins := self.words.openings.get(self.norms[at : numeral.first])):
                return at, joins
        return numeral.first, frozenset()

    def _changing(self, numeral: Numeral, floor: int) -> bool:
        """«ارتفع العدد من 3 إلى 12» is two figures."""
        return any(norm in self.words.change for norm in self.norms[max(floor, numeral.first - 9) : numeral.first])

    def _ranged(self, one: Numeral, two: Numeral, first: int, floor: int) -> Amount:
        low = one.low
        if one.scale == 1 and two.scale > 1 and low < two.low / two.scale:
            low *= two.scale
        return self._amount(first, two.last, low, two.low, "range", two)

    # Bounds.

    def _bounded(self, numeral: Numeral, floor: int, end: int) -> Amount:
        bound: str = "exact"
        first = numeral.first
        last = numeral.last
        signed = numeral.first > floor and self.norms[numeral.first - 1] in CURRENCY
        if self._loose(numeral) and (match := self._before(numeral.first - signed, floor)):
            first, bound = match
        equal = self.words.or_equal.at(self.norms, last) if last < end and bound in _EXCLUSIVE else None
        if equal is not None and not self._number_at(equal.last):
            last, bound = equal.last, "at_least" if bound == "more_than" else "at_most"
        if last < end and bound in ("exact", "about"):
            match_after = self.words.after.at(self.norms, last) or self.words.after_noun.at(self.norms, last)
            if match_after is not None and not self._number_at(match_after.last):
                last, bound = match_after.last, match_after.value
        if bound == "exact":
            bound = self._bound_of_toll(first, floor)
        if bound == "exact":
            bound = self._bound_of_amount(first, floor)
        low, high = limits(bound, numeral)
        if bound == "exact" and numeral.kind in ("vague", "several"):
            bound = "at_least"
        elif numeral.kind == "few":
            bound = "range"
        return self._amount(first, last, low, high, bound, numeral)

    def _bound_of_toll(self, index: int, floor: int) -> str:
        """«تجاوز عدد القتلى المئة»: the bounding verb stands before the count's name, outside the number's span.

        Its preposition may have stayed with the number: «زاد عدد القتلى على مئة».
        """
        for at in range(index - 2, max(floor, index - 4) - 1, -1):
            if not in_set(self.language, "toll", self.norms, at):
                continue
            if match := self._before(at, floor):
                return match[1]
            parted = (self.norms[at - 1], self.norms[index - 1]) if at > floor else None
            return next(
                (b for phrase, b in self.words.before.get(self.norms[index - 1], ()) if phrase == parted), "exact"
            )
        return "exact"

    def _bound_of_amount(self, index: int, floor: int) -> str:
        """«تجاوز حجم التبادل التجاري بين البلدين ملياري دولار»: the verb stands before the amount's name."""
        for at in range(index - 2, max(floor, index - _AMOUNT_WORDS), -1):
            if self.cells[at] is not None or self.tokens[at].kind != "word":
                break
            if self.norms[at] in self.words.amount and (match := self._before(at, floor)):
                return match[1] if match[0] == at - 1 else "exact"
        return "exact"

    def _number_at(self, index: int) -> bool:
        cell = self.cells[index] if index < len(self.cells) else None
        return cell is not None and not adds(cell)

    def _before(self, index: int, floor: int) -> tuple[int, str] | None:
        if index <= floor:
            return None
        for phrase, bound in self.words.before.get(self.norms[index - 1], ()):
            at = index - len(phrase)
            if at < floor or self.norms[at:index] != phrase:
                continue
            operator = phrase[0] in _OPERATORS
            if operator and at > floor and self.norms[at - 1] in _OPERATORS:
                return None
            return at, bound
        return None

    def _merged(self, one: Amount, two: Amount) -> Amount | None:
        """«أكثر من 10 وأقل من 15»: two open ends that face each other are one range."""
        joined = one.last == two.first and two.prefix == "و"
        if not joined and self.norms[one.last : two.first] not in (("و",), ("and",), ("but",)):
            return None
        if one.bound in LOWER and two.bound in _UPPER:
            low, high = one.low, two.high
        elif one.bound in _UPPER and two.bound in LOWER:
            low, high = two.low, one.high
        else:
            return None
        if low is None or high is None or low > high:
            return None
        return replace(one, last=two.last, end=two.end, low=low, high=high, bound="range", core=two.core)

    def _amount(
        self, first: int, last: int, low: int | float | None, high: int | float | None, bound: str, core: Numeral
    ) -> Amount:
        token = self.tokens[first]
        cell = self.cells[first]
        percent = self.reader.rules.phrases["percent_before"].at(self.norms, first) if core.percent else None
        if percent is not None:
            prefix, cut = "", self.norms[first][: int(percent.value)]
        elif first == core.first and cell is not None:
            prefix = cell.prefix
            # The article stays with a number in words (الثالث عشر), not with digits (الـ192).
            cut = prefix if cell.written else prefix.removesuffix("ال")
            if prefix.endswith("لل") and not cell.written:
                cut = prefix[:-1]
        else:
            cut = prefix = self.words.prefixes.get(self.norms[first], cell.prefix if cell else "")
        start = token.span.start + letters(token.surface, cut) if cut else token.span.start
        return Amount(first, last, start, self.tokens[last - 1].span.end, low, high, bound, core, prefix)  # type: ignore[arg-type]


def bounded(amount: Amount, bound: str, core: Numeral) -> Amount:
    """The amount with another bound or numeral and the limits that follow; a range keeps its own."""
    if amount.bound == "range":
        return amount
    low, high = limits(bound, core)
    return replace(amount, low=low, high=high, bound=bound, core=core)  # type: ignore[arg-type]


def limits(bound: str, numeral: Numeral) -> tuple[int | float | None, int | float | None]:
    """The inclusive low and high of a bounded numeral."""
    low, high = numeral.low, numeral.high
    step = 1 if isinstance(low, int) and not numeral.percent else 0
    if bound == "more_than":
        return low + step, None
    if bound == "at_least":
        return low, None
    if bound == "less_than":
        return None, (low if high is None else high) - step
    if bound == "at_most":
        return None, low if high is None else high
    return low, high
