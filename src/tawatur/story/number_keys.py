"""Keys of numbers: «أربعة» and 4 are one; a rank, and a size that is not told exactly, are no number in common."""

from __future__ import annotations

import re
from functools import cache

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Quantity, Reading

_SIZES = frozenset(("vague", "vague_times", "scale_vague", "several", "few"))
_CARDINALS = frozenset(("unit", "teen", "tens", "ten", "hundred", "hundreds"))
_DIGIT = re.compile(r"\d")


def number_key(quantity: Quantity) -> str:
    """One key for one value, whatever its words and bounds."""
    value = quantity.low if quantity.low is not None else quantity.high
    if quantity.bound == "more_than" and isinstance(value, int):
        value -= 1
    return f"#{value:g}" if value is not None else "#"


def number_keys(quantity: Quantity) -> tuple[str, str, str]:
    """The keys that a value may have: as a number, as a rank, as a size that is not told exactly."""
    key = number_key(quantity)
    return key, f"nth:{key[1:]}", f"some:{key[1:]}"


def told_number(reading: Reading, quantity: Quantity) -> str:
    """A number's key as the report tells it. «عشرات» and «الثالث» are words like others: that two claims speak of
    hundreds, or of the third of something, is no number in common."""
    plain, rank, some = number_keys(quantity)
    if quantity.unit == "ordinal":
        return rank
    said = fold(quantity.span.of(reading.article.text)).split()
    exact = not _exact().isdisjoint(said) or any(map(_DIGIT.search, said))
    return plain if exact or _vague().isdisjoint(said) else some


@cache
def _vague() -> frozenset[str]:
    """Words that tell how large a number is and not what it is."""
    return _number_words(_SIZES)


@cache
def _exact() -> frozenset[str]:
    """Words that tell beside such a one how many («خمسة ملايين»)."""
    return _number_words(_CARDINALS)


def _number_words(kinds: frozenset[str]) -> frozenset[str]:
    rows = (row for language in ("ar", "en") for row in table(language, "numbers").rows)
    return frozenset(fold(word) for row in rows if row["kind"] in kinds for word in row["words"].split("|"))
