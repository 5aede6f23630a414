"""A sentence as the grammar walks it, and the numbers in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ...lang.timewords import Item, Lexicon


class Found(NamedTuple):
    """What was read, up to and without item ``end``."""

    value: Any
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's items with the vocabulary they came from; ``norms`` are its folded words."""

    items: Sequence[Item | None]
    norms: Sequence[str]
    lexicon: Lexicon
    # What a part of the grammar read at an index: several ask for the same.
    known: dict[tuple[str, int], Found | None] = field(default_factory=dict)

    def get(self, index: int, kind: str) -> Any:
        """The reading of one kind at ``index``; None where there is none or the sentence has ended."""
        item = self.items[index] if 0 <= index < len(self.items) else None
        return item.read.get(kind) if item is not None else None

    def item(self, index: int) -> Item | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def has(self, index: int, kind: str, *values: str) -> bool:
        """Whether the item has this reading, with one of the values where some are given."""
        value = self.get(index, kind)
        return value is not None and (not values or value in values)

    def joined(self, index: int) -> int | None:
        """The index of what an "and" at ``index`` joins: the same item (written onto it) or the next."""
        item = self.item(index)
        if item is None:
            return None
        if item.joined:
            return index
        return index + 1 if "and" in item.read and self.item(index + 1) is not None else None

    def definite(self, index: int) -> bool:
        item = self.item(index)
        return item is not None and item.definite

    def skip(self, index: int, marks: str = ",") -> int:
        """Past one mark, where one of ``marks`` stands."""
        mark = self.get(index, "punct")
        return index + 1 if mark is not None and mark in marks else index

    def ends(self, index: int) -> bool:
        """Whether the clause ends before ``index``: the sentence is over or a mark stands there."""
        if index >= len(self.items):
            return True
        item = self.items[index]
        if item is None:
            return not self.norms_at(index)[:1].isalnum()
        return item.read.get("punct") in {",", ".", ")", "-"}

    def norms_at(self, index: int) -> str:
        """The folded word at an item that the vocabulary does not have, empty behind the last."""
        if index >= len(self.items):
            return ""
        offset = self.token(index)
        return self.norms[offset] if offset < len(self.norms) else ""

    def norms_of(self, index: int) -> Sequence[str]:
        """The folded words of an item that the vocabulary has."""
        item = self.items[index]
        return self.norms[item.first : item.last] if item is not None else ()

    def token(self, index: int) -> int:
        """The token at which an item begins."""
        item = self.items[index]
        if item is not None:
            return item.first
        back = index - 1
        while back >= 0 and self.items[back] is None:
            back -= 1
        known = self.items[back].last if back >= 0 else 0  # type: ignore[union-attr]
        return known + (index - back - 1)


def cardinal(line: Line, index: int) -> Found | None:
    """A whole number in figures or in words, «ألفين وثمانية عشر», up to thousands."""
    value = line.get(index, "int")
    if value is not None:
        return Found(value, index + 1)
    value = line.get(index, "card")
    if value is None or (value == 1 and line.get(index, "weekday") and line.definite(index)):
        return None
    total, current, index = 0, value, index + 1
    while True:
        item = line.item(index)
        if item is None:
            break
        joined = line.joined(index)
        at = index if joined is None else joined
        more = line.get(at, "card")
        if more is None:
            break
        if joined is None:
            if more == 10 and 1 <= current % 10 <= 9 and current % 100 < 10:
                current += 10
            elif more == 100 and 1 <= current <= 9:
                current *= 100
            elif more == 1000 and current < 1000:
                total, current = total + current * 1000, 0
            elif line.get(index - 1, "card") in TENS and 1 <= more <= 9 and not line.lexicon.proclitics:
                current += more
            else:
                break
        else:
            units = line.get(at, "unit")
            if units and units[1] == 0:
                break
            # Addends fall: a hundred is followed by less than a hundred, or units by tens.
            if more >= 1000 and more < 2000:
                break
            last = current % 1000 or total
            fits = (more < 100 <= current and current % 100 == 0) or (more in TENS and 1 <= current % 100 <= 9)
            if not (fits or (current == 0 and total) or (current >= 1000 and more < 1000)):
                break
            del last
            current += more
        index = at + 1
    return Found(total + current, index)


TENS = frozenset(range(20, 100, 10))


def count(line: Line, index: int) -> Found | None:
    """A number that counts units: a cardinal, 3.5, or "a"."""
    decimal = line.get(index, "decimal")
    if decimal is not None:
        return Found(decimal, index + 1)
    if line.has(index, "article_one"):
        return Found(1, index + 1)
    return cardinal(line, index)


def ordinal(line: Line, index: int) -> Found | None:
    """An ordinal as (number, feminine): «الثاني والعشرين», «الحادية عشرة», «العشرين»."""
    read = line.get(index, "ord")
    if read is None:
        tens = line.get(index, "card")
        return Found((tens, False), index + 1) if tens in (20, 30) and line.definite(index) else None
    number, feminine = read
    if line.get(index + 1, "card") == 10 and line.joined(index + 1) is None and number < 10:
        return Found((number + 10, feminine), index + 2)
    at = line.joined(index + 1)
    if at is not None and number < 10 and line.get(at, "card") in TENS:
        return Found((number + line.get(at, "card"), feminine), at + 1)
    if line.get(index, "card") in TENS:
        return None
    return Found((number, feminine), index + 1)


def day_number(line: Line, index: int) -> Found | None:
    """A day of the month: 1 to 31 in figures (13, 13th) or as an ordinal."""
    value = line.get(index, "int")
    if value is not None:
        if not (1 <= value <= 31 and line.get(index, "digits") <= 2):
            return None
        return Found(value, index + 2 if line.has(index + 1, "ordsuffix") else index + 1)
    found = ordinal(line, index)
    if found is None:
        tens = line.get(index, "card")  # "twenty first"
        if tens in TENS and not line.lexicon.proclitics:
            small = line.get(line.skip(index + 1, "-"), "ord")
            if small and small[0] < 10:
                return Found(tens + small[0], line.skip(index + 1, "-") + 1)
        return None
    number, _ = found.value
    return Found(number, found.end) if 1 <= number <= 31 else None


def year_number(line: Line, index: int, bare: bool = True) -> Found | None:
    """A year: four digits (three after a word for year), a number in words from 1000, or two pairs (19 28)."""
    value = line.get(index, "int")
    if value is not None:
        digits = line.get(index, "digits")
        # «ما بقي من السنة 200 نقطة», «عاد منذ مطلع العام 5200 شخص»
        closing = line.ends(index + 1) or line.has(index + 1, "era")
        if (digits == 4 and 1000 <= value <= 2999) or (not bare and digits in (3, 4) and closing):
            return Found(value, index + 1)
        return None
    found = cardinal(line, index)
    if found is None:
        return None
    if 10 <= found.value <= 20 and line.joined(found.end) is None:
        second = cardinal(line, found.end)
        if second and 10 <= second.value <= 99:
            return Found(found.value * 100 + second.value, second.end)
    low = 1000 if bare else 100
    return found if low <= found.value <= 2999 else None


def longest(found: list[Found | None]) -> Found | None:
    """The reading that takes most of the words; the earlier listed where two take as many."""
    best: Found | None = None
    for one in found:
        if one is not None and (best is None or one.end > best.end):
            best = one
    return best
