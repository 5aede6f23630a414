"""What one short text says in other words than another: words set side by side, and those left over on either side.

Words pair when they are one word in some form, one number, or one country by name and by nationality. What is left
over was replaced, left out or added; numbers, countries, negations, opposites and kinds among it are values that can
be named to a reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from ..lang.normalise import fold
from ..lang.tables import table
from .contraries.poles import opposed
from .short import Word, words

# How alike two keys, and two stems, must be for spellings and derivations that no rule joins.
_LIKE_KEYS, _LIKE_STEMS = 0.9, 78
COUNTS, ORDINALS = frozenset(("cardinal", "fraction")), frozenset(("ordinal",))
# How far before a word its doer stands.
_NEAR = 2


class Edits(NamedTuple):
    """Two texts word by word: ``pairs`` from the left's indexes to the right's, ``gone`` and ``new`` what is over."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    pairs: dict[int, int]
    gone: tuple[Word, ...]
    new: tuple[Word, ...]


class Difference(NamedTuple):
    """A value in which the texts differ: number, nation, parts, kind, negation or opposite, with both sides' words.

    ``scale`` names what opposite words measure, or what both words are kinds of. A side is empty where it has no word
    for it.
    """

    kind: str
    left: str
    right: str
    scale: str = ""


def alike(a: Word, b: Word) -> float:
    """How sure it is that two words are one, from 0 to 1."""
    if a.number or b.number:
        same = a.number and b.number and (a.number.low, a.number.high) == (b.number.low, b.number.high)
        return 1.0 if same or fold(a.text) == fold(b.text) else 0.0
    if a.stem == b.stem:
        return 1.0
    if a.nation and b.nation:
        return 0.9 if a.nation == b.nation and not (a.town and b.town) else 0.0
    if a.small or b.small:
        return 0.0
    if a.key == b.key and (len(a.key) > 2 or a.stem[0] == b.stem[0]):
        return 0.85
    if min(len(a.stem), len(b.stem)) < 4 or not _like_starts(a.key[0], b.key[0]):
        return 0.0
    if JaroWinkler.similarity(a.key, b.key) >= _LIKE_KEYS:
        return 0.7
    return 0.6 if fuzz.ratio(a.stem, b.stem) >= _LIKE_STEMS else 0.0


@cache
def _swaps() -> dict[str, str]:
    return {fold(row["letter"]): fold(row["swapped"]) for row in table("ar", "letter_swaps").rows}


def _like_starts(a: str, b: str) -> bool:
    """Spellings of one word begin alike, or with letters that transliterators swap («هوليوود» is not «بوليوود»)."""
    return a == b or b in _swaps().get(a, "") or (a in "اوي" and b in "اوي")


@lru_cache(maxsize=4096)
def edits(left: str, right: str) -> Edits:
    """Pair the words of two texts, the surest first and among equals those that stand at like places."""
    ours, theirs = words(left), words(right)
    found = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            if sure := alike(a, b):
                found.append((-sure, abs(i / len(ours) - j / len(theirs)), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    gone = tuple(word for i, word in enumerate(ours) if i not in pairs)
    new = tuple(word for j, word in enumerate(theirs) if j not in taken)
    return Edits(ours, theirs, pairs, gone, new)


def differences(found: Edits) -> tuple[Difference, ...]:
    """The values in which two texts differ: what both name and name differently, and what only one negates."""
    return (
        *_numbers(found),
        *_nations(found),
        *_traded(found),
        *_negated(found),
        *_kinds_of(found),
        *_opposites(found),
    )


def numbers(side: Sequence[Word], kinds: frozenset[str]) -> list[Word]:
    """The numbers of some kinds: «عشرات» differs from none, and an ordinal from no count."""
    return [word for word in side if word.number and word.number.kind in kinds]


def _numbers(found: Edits) -> Iterator[Difference]:
    for kinds in (COUNTS, ORDINALS):
        ours, theirs = numbers(found.gone, kinds), numbers(found.new, kinds)
        if ours and theirs:
            yield Difference("number", _said(ours), _said(theirs))


def _nations(found: Edits) -> Iterator[Difference]:
    ours, theirs = ({word.nation for word in side if word.nation} for side in (found.left, found.right))
    if ours - theirs and theirs - ours:
        left = [word for word in found.left if word.nation and word.nation not in theirs]
        right = [word for word in found.right if word.nation and word.nation not in ours]
        yield Difference("nation", _said(left), _said(right))


def _traded(found: Edits) -> Iterator[Difference]:
    """Two countries that change places around a word that both texts have: who acts and who is acted on."""
    back = {j: i for i, j in found.pairs.items()}
    for i, j in sorted(found.pairs.items()):
        word = found.left[i]
        if word.small or word.number or word.nation:
            continue
        for x in _lands(found.left, i):
            for y in _lands(found.right, j):
                apart = found.left[x].nation != found.right[y].nation
                if apart and found.pairs.get(x, -1) > j and back.get(y, -1) > i:
                    yield Difference("parts", found.left[x].text, found.right[y].text)
                    return


def _lands(side: Sequence[Word], before: int) -> list[int]:
    """The countries right before a word."""
    return [at for at in range(max(0, before - _NEAR), before) if side[at].nation]


def _negated(found: Edits) -> Iterator[Difference]:
    """One text negates or denies what the other does not, or says with a word of its own that it came to nothing."""
    ours, theirs = negations(found)
    if len(ours) % 2 != len(theirs) % 2:
        more = len(theirs) > len(ours)
        yield Difference("negation", "" if more else _said(ours), _said(theirs) if more else "")


def negations(found: Edits) -> tuple[list[Word], list[Word]]:
    """The words of either text that negate; words of failing and ignoring only where the other text has none."""
    return _negating(found.left, found.gone, found.new), _negating(found.right, found.new, found.gone)


def _negating(side: Sequence[Word], over: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    answered = {pole for word in others for pole in word.poles}
    return [w for w in side if w.negates and (w.small or (w in over and not w.poles & answered))]


def _opposites(found: Edits) -> Iterator[Difference]:
    """Opposite words that took one another's place, and else opposite words said of what both texts have."""
    same = any(a.poles & b.poles for a in found.gone for b in found.new)
    seen: set[str] = set()
    for a in found.gone:
        for b in found.new if a.poles and not same else ():
            if (scales := opposed(a.poles, b.poles)) and a.text not in seen:
                seen.add(a.text)
                yield Difference("opposite", a.text, b.text, min(scales))
    agreeing, opposing = by_clause(found)
    if not seen and len(opposing) > agreeing:
        yield from dict.fromkeys(opposing)


def by_clause(found: Edits) -> tuple[int, list[Difference]]:
    """How many shared words stand in clauses of one pole, and the opposites of those that do not.

    «يهبط النفط مع ارتفاع الدولار» and «يرتفع النفط مع هبوط الدولار» have the same words, of other things.
    """
    agreeing, opposing = 0, []
    ours, theirs = _by_clause(found.left), _by_clause(found.right)
    for i, j in found.pairs.items():
        word = found.left[i]
        if word.small or word.number or word.poles:
            continue
        left, right = ours.get(word.clause, []), theirs.get(found.right[j].clause, [])
        shared = {p for a in left for p in a.poles} & {p for b in right for p in b.poles}
        agreeing += bool(shared)
        open_scales = {p.scale for p in shared}
        pairs = ((a, b, opposed(a.poles, b.poles) - open_scales) for a in left for b in right)
        first = next(((a, b, scales) for a, b, scales in pairs if scales), None)
        if first:
            opposing.append(Difference("opposite", first[0].text, first[1].text, min(first[2])))
    return agreeing, opposing


def _by_clause(side: Sequence[Word]) -> dict[int, list[Word]]:
    found: dict[int, list[Word]] = {}
    for word in side:
        if word.poles:
            found.setdefault(word.clause, []).append(word)
    return found


def _kinds_of(found: Edits) -> Iterator[Difference]:
    for a in found.gone:
        for b in found.new if a.kinds else ():
            if (kinds := opposed(a.kinds, b.kinds)) and not _beside(found.right, a) and not _beside(found.left, b):
                yield Difference("kind", a.text, b.text, min(kinds))


def _beside(side: Sequence[Word], word: Word) -> bool:
    """Whether the text also has the word's thing under some name."""
    return any(word.kinds & other.kinds for other in side)


def _said(side: Sequence[Word]) -> str:
    return " … ".join(dict.fromkeys(word.text for word in side))
