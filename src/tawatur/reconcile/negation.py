"""Words by which a claim says that something is not so, and those that take it back: «لا يزال»، «لم ينج سوى رجل»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..lang.tables import listed, vocabulary
from ..model import Token

# A charge stands within this many words behind the verb that rejects it.
_CHARGE = 6


@cache
def denying(kind: str) -> frozenset[str]:
    """The words of one kind of ``denials.tsv``, folded, each of a phrase by itself."""
    return frozenset(word for phrase in listed("denials", kind) for word in phrase.split())


def negations() -> frozenset[str]:
    """Particles that negate, in both languages, folded."""
    return vocabulary("negations")


def leaves_out(words: Sequence[str]) -> bool:
    """Whether folded words behind a negation name what it leaves out: «لم ينج سوى رجل» says that he did."""
    return any(a in denying("only") and b not in denying("but_that") for a, b in pairwise(words))


def rejection(tokens: list[Token]) -> int | None:
    """Where the charge stands that a claim rejects («رفضت الحركة الاتهامات بأنها …»), None where it rejects none."""
    said = [token.norm for token in tokens]
    for at, word in enumerate(said):
        if word in denying("rejects"):
            behind = range(at + 1, min(at + _CHARGE, len(said)))
            return next((index for index in behind if said[index] in denying("charges")), None)
    return None
