"""Passages that two texts share: seeds of word n-grams, extended over small changes (as text-reuse tools do).

The method is that of passim and of blast-like aligners, cut down to news: seed, extend both ways over gaps of a
word or two, then tell quoted words from the reporter's own. Cost grows with the shorter text and what is shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..model import Passage
from ..settings import settings
from .words import Text, broken, same

# After a changed word, this many equal words must follow before a passage goes on.
_ANCHOR = 2
# A phrase that stands more often than this in one text is a formula; the first places are enough to start from.
_PLACES = 4

Seeds = dict[tuple[str, ...], list[int]]


class Block(NamedTuple):
    """``size`` equal words from ``left`` in one text and ``right`` in the other."""

    left: int
    right: int
    size: int


class Sought(NamedTuple):
    """A text with what every alignment of it starts from: where each of its n-grams begins, and the word triples of its
    paragraphs."""

    text: Text
    seeds: Seeds
    triples: dict[int, set[tuple[str, str, str]]]


class Shared(NamedTuple):
    """What two texts share. ``run`` is the longest unbroken stretch of unquoted words and ``run_own`` how many of
    them stand outside names and titles; ``containment`` the largest share of word triples of two paragraphs."""

    passages: tuple[Passage, ...]
    run: int
    run_own: int
    run_passage: Passage | None
    containment: float
    matched: int


def sought(text: Text) -> Sought:
    """A text ready to be aligned with others."""
    return Sought(text, _seeds(text), {number: _triples(text, number) for number in set(text.paragraph)})


def _seeds(text: Text) -> Seeds:
    """Where every n-gram of the text begins."""
    size = int(settings("reuse")["seed_words"])
    found: Seeds = {}
    keys = text.keys
    for index in range(len(keys) - size + 1):
        gram = keys[index : index + size]
        if not broken(gram):
            found.setdefault(gram, []).append(index)
    return found


def shared(one: Sought, other: Sought) -> Shared:
    """Align the passages of two texts."""
    left, right = one.text, other.text
    passages: list[Passage] = []
    run = run_own = matched = 0
    longest: Passage | None = None
    paragraphs: set[tuple[int, int]] = set()
    for chain in _chains(left, right, one.seeds, other.seeds):
        matched += sum(block.size for block in chain)
        paragraphs.add((left.paragraph[chain[0].left], right.paragraph[chain[0].right]))
        for part in _by_voice(left, right, chain):
            passage = _passage(left, right, part)
            if passage is None:
                continue
            passages.append(passage)
            if not passage.quoted:
                best = max(part, key=lambda block: block.size)
                if best.size > run:
                    run, longest = best.size, _passage(left, right, [best])
                    named = left.named[best.left : best.left + best.size]
                    run_own = best.size - sum(named)
    triples = ((one.triples[mine], other.triples[yours]) for mine, yours in paragraphs)
    containment = max((_containment(*pair) for pair in triples), default=0.0)
    return Shared(tuple(passages), run, run_own, longest, containment, matched)


def _chains(left: Text, right: Text, left_seeds: Seeds, right_seeds: Seeds) -> Iterator[list[Block]]:
    """Shared stretches in the order of the left text, each a chain of blocks with small gaps between."""
    starts = sorted(index for gram in left_seeds.keys() & right_seeds.keys() for index in left_seeds[gram])
    size = int(settings("reuse")["seed_words"])
    done_left = 0
    done_right: set[int] = set()
    for start in starts:
        if start < done_left:
            continue
        places = right_seeds[left.keys[start : start + size]][:_PLACES]
        options = [_extended(left, right, start, place, done_left) for place in places if place not in done_right]
        if not options:
            continue
        chain = max(options, key=lambda blocks: sum(block.size for block in blocks))
        done_left = chain[-1].left + chain[-1].size
        done_right.update(range(chain[0].right, chain[-1].right + chain[-1].size))
        yield chain


def _extended(left: Text, right: Text, start: int, place: int, floor: int) -> list[Block]:
    a, b = left.keys, right.keys
    first, size = (start, place), _run(a, b, start, place)
    while first[0] > floor and first[1] > 0 and same(a[first[0] - 1], b[first[1] - 1]):
        first = first[0] - 1, first[1] - 1
        size += 1
    chain = [Block(*first, size)]
    while (following := _after(a, b, chain[-1])) is not None:
        chain.append(following)
    while (before := _before(a, b, chain[0], floor)) is not None:
        chain.insert(0, before)
    return chain


def _run(a: tuple[str, ...], b: tuple[str, ...], i: int, j: int) -> int:
    """How many words from ``i`` in one text and ``j`` in the other on are the same."""
    start, end = i, min(len(a), len(b) + i - j)
    step = j - i
    while i < end and same(a[i], b[i + step]):
        i += 1
    return i - start


@cache
def _gaps() -> list[tuple[int, int]]:
    most = int(settings("reuse")["gap_words"])
    pairs = [(i, j) for i in range(most + 1) for j in range(most + 1) if i or j]
    return sorted(pairs, key=lambda pair: (max(pair), sum(pair)))


def _after(a: tuple[str, ...], b: tuple[str, ...], block: Block) -> Block | None:
    end_a, end_b = block.left + block.size, block.right + block.size
    for skip_a, skip_b in _gaps():
        i, j = end_a + skip_a, end_b + skip_b
        size = _run(a, b, i, j)
        if size >= _ANCHOR and not broken(a[end_a:i]) and not broken(b[end_b:j]):
            return Block(i, j, size)
    return None


def _before(a: tuple[str, ...], b: tuple[str, ...], block: Block, floor: int) -> Block | None:
    for skip_a, skip_b in _gaps():
        i, j = block.left - skip_a, block.right - skip_b
        size = 0
        while i - size > floor and j - size > 0 and same(a[i - size - 1], b[j - size - 1]):
            size += 1
        if size >= _ANCHOR and not broken(a[i : block.left]) and not broken(b[j : block.right]):
            return Block(i - size, j - size, size)
    return None


def _by_voice(left: Text, right: Text, chain: list[Block]) -> Iterator[list[Block]]:
    """A chain cut where speech begins or ends: words quoted in either text are shared speech."""
    part: list[Block] = []
    voice: bool | None = None
    for block in chain:
        begin = 0
        for offset in range(block.size):
            now = left.quoted[block.left + offset] or right.quoted[block.right + offset]
            if now == voice:
                continue
            if voice is not None:
                if offset > begin:
                    part.append(Block(block.left + begin, block.right + begin, offset - begin))
                yield part
                part = []
            voice, begin = now, offset
        if block.size > begin:
            part.append(Block(block.left + begin, block.right + begin, block.size - begin))
    if part:
        yield part


def _passage(left: Text, right: Text, part: list[Block]) -> Passage | None:
    """The part as spans, where it is long enough to be told from a name or a phrase."""
    words = sum(block.size for block in part)
    if not part or words < int(settings("reuse")["quotation_words"]):
        return None
    first, last = part[0], part[-1]
    return Passage(
        left.span(first.left, last.left + last.size),
        right.span(first.right, last.right + last.size),
        words,
        bool(left.quoted[first.left] or right.quoted[first.right]),
    )


def _containment(a: set[tuple[str, str, str]], b: set[tuple[str, str, str]]) -> float:
    """The share of the shorter paragraph's unquoted word triples that the other has."""
    least = int(settings("reuse")["paragraph_words"]) - 2
    return len(a & b) / min(len(a), len(b)) if min(len(a), len(b)) >= least else 0.0


def _triples(text: Text, paragraph: int) -> set[tuple[str, str, str]]:
    """The word triples of a paragraph, those aside that are quoted."""
    first = text.paragraph.index(paragraph)
    last = first
    while last < len(text.paragraph) and text.paragraph[last] == paragraph:
        last += 1
    own = [index for index in range(first, last) if not text.quoted[index]]
    triples = zip(own, own[1:], own[2:])
    return {
        (text.keys[a], text.keys[b], text.keys[c])
        for a, b, c in triples
        # Three words inside one name say who it is about, not whose text it is.
        if not (text.named[a] and text.named[b] and text.named[c])
    }
