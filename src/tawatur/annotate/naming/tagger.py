"""A linear-chain CRF that finds names in Arabic words: its units, its features, its decoding.

Units are words with their proclitics and pronouns apart and the article left on, as the training text has them.
Features are made once a word form and kept; a unit sees its neighbours through their form, ending and lists, the
names that readers of news know, and how name-like the letters of a word are.
Method: Lafferty et al. 2001, with name lists as in Benajiba et al. 2008 and whole known names as phrases. Word
clusters, and leaving word features out while training, were tried and added nothing on parts kept out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from ...lang.clitics import keyed, name_lists, split
from ...lang.normalise import fold
from .known import is_known, known, words_of_people
from .letters import likeness

MODELS = Path(__file__).parents[1] / "models"
FIRST, SECOND = MODELS / "names-ar-first.crfsuite", MODELS / "names-ar-second.crfsuite"
WEIGHED = MODELS / "names-ar.features"
_ARTICLE = "ال"


class Unit(NamedTuple):
    """A piece of a token: its folded form, the token's index, and where in the folded token it begins and ends."""

    form: str
    token: int
    start: int
    end: int


@lru_cache(maxsize=65536)
def pieces(surface: str) -> tuple[tuple[str, int, int], ...]:
    """The parts of one word: proclitics, the word with its article, the pronoun; offsets into the folded word."""
    # The tagger takes UTF-8, which has no lone surrogates; one question mark for each keeps the offsets.
    norm = fold(surface).encode("utf-8", "replace").decode("utf-8")
    if not norm or not norm[0].isalpha() or norm[0].isascii():
        return ((norm, 0, len(norm)),)
    if is_known(norm):
        return ((norm, 0, len(norm)),)
    cut = split(keyed(surface))
    found = []
    position = 0
    for part in cut.proclitics:
        if part != _ARTICLE:
            found.append((part, position, position + len(part)))
            position += len(part)
    behind = len(norm) - sum(map(len, cut.enclitics))
    if position < behind:
        form = norm[position:behind]
        # للجيش is ل and الجيش: the article's alef is not written after ل.
        found.append((_ARTICLE + cut.stem if cut.proclitics[-2:] == ("ل", _ARTICLE) else form, position, behind))
    if behind < len(norm):
        found.append((norm[behind:], behind, len(norm)))
    return tuple(found)


def units(surfaces: Sequence[str]) -> list[Unit]:
    """All units of a sentence's words."""
    return [Unit(form, n, start, end) for n, word in enumerate(surfaces) for form, start, end in pieces(word)]


class _Word(NamedTuple):
    """What does not depend on the sentence: features of the word itself, and what its neighbours see of it."""

    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    lists: str
    letters: str
    person: str


@lru_cache(maxsize=65536)
def _word(form: str) -> _Word:
    stem = form[2:] if form.startswith(_ARTICLE) and len(form) > 4 else form
    lists = name_lists().get(stem, "") + name_lists().get(form, "") if stem != form else name_lists().get(form, "")
    own = [f"w={form}", f"s={stem}", f"g={lists}", f"n={min(len(stem), 8)}{stem != form}"]
    own += [f"p{n}={stem[:n]}" for n in (1, 2, 3) if len(stem) > n]
    own += [f"e{n}={stem[-n:]}" for n in (1, 2, 3, 4) if len(stem) > n]
    if not form.isalpha():
        own.append("digit" if any(char.isdigit() for char in form) else "mark")
    elif form.isascii():
        own.append("latin")
    letters = likeness(stem)
    person = "p" if form in words_of_people() or stem in words_of_people() else "-"
    own.append(f"c={letters}")
    return _Word(tuple(own), *_seen(form, stem[-2:], lists, letters), lists, letters, person)


def _seen(form: str, ending: str, lists: str, letters: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the unit behind a word sees of it, and what the unit in front of it sees."""
    parts = (("w", form), ("e", ending), ("g", lists), ("c", letters))
    return tuple(f"-1{name}={part}" for name, part in parts), tuple(f"+1{name}={part}" for name, part in parts)


_EDGE = _Word((), *_seen("#", "#", "#", "#"), "#", "#", "#")


def marks(forms: Sequence[str]) -> list[str]:
    """For each unit, the known name it is part of: B or I, its kind, and whether it is one word or more."""
    found = ["-"] * len(forms)
    for match in known(forms):
        size = "m" if match.last - match.first > 1 else "1"
        for index in range(match.first, match.last):
            found[index] = f"{'B' if index == match.first else 'I'}{match.value}{size}"
    return found


def features(forms: Sequence[str]) -> list[list[str]]:
    """All features of each unit of one sentence, for training."""
    words = [_EDGE, _EDGE, *map(_word, forms), _EDGE]
    padded = ["#", "#", *forms, "#", "#"]
    names = ["#", *marks(forms), "#"]
    found = []
    for n in range(len(forms)):
        b2, b1, here, a1 = words[n : n + 4]
        wb2, wb1, w, wa1, wa2 = padded[n : n + 5]
        kb1, k, ka1 = names[n : n + 3]
        joint = (
            f"-2w={wb2}", f"+2w={wa2}", f"-2g={b2.lists}", f"-1w0w={wb1}|{w}", f"0w+1w={w}|{wa1}",
            f"-2w-1w={wb2}|{wb1}", f"-1w0g={wb1}|{here.lists}", f"-1w0k={wb1}|{k}", f"-1w0c={wb1}|{here.letters}",
            f"-1c0c={b1.letters}|{here.letters}",
        )  # fmt: skip
        listed = _of_lists(b1.lists, here.lists, a1.lists)
        marked = _of_marks(kb1, k, ka1, b1.person, here.person)
        found.append([*here.own, *b1.before, *a1.after, *joint, *listed, *marked])
    return found


def _of_lists(before: str, here: str, after: str) -> tuple[str, ...]:
    return f"-1g0g={before}|{here}", f"0g+1g={here}|{after}", f"-1g0g+1g={before}|{here}|{after}"


def _of_marks(before: str, here: str, after: str, person_before: str, person: str) -> tuple[str, ...]:
    # Part of a known name by its words alone, where the whole name does not stand.
    person = person if here == "-" else "-"
    return (
        f"k={here}", f"-1k={before}", f"+1k={after}", f"-1k0k+1k={before}|{here}|{after}",
        f"p={person}", f"-1p0p={person_before}|{person}", f"-1k0p={before}|{person}",
    )  # fmt: skip


class _Weighed(NamedTuple):
    """What a word and those around it see of it, as in ``_Word``; two places off too; and by what comes next, what the
    pair of both is to the second, to the first and to what follows."""

    own: list[bytes]
    before: list[bytes]
    after: list[bytes]
    long_before: list[bytes]
    long_after: list[bytes]
    lists: str
    letters: str
    person: str
    then_word: Mapping[str, bytes]
    then_lists: Mapping[str, bytes]
    then_mark: Mapping[str, bytes]
    then_letters: Mapping[str, bytes]
    of_first: Mapping[str, bytes]
    of_next: Mapping[str, bytes]


@lru_cache(maxsize=65536)
def _weighed_word(form: str) -> _Weighed:
    return _weighed_as(form, _word(form))


@cache
def _weighed_edge() -> _Weighed:
    return _weighed_as("#", _EDGE)


def _weighed_as(form: str, word: _Word) -> _Weighed:
    words, lists, marked, letters, of_first, of_next = (pairs.get(form, _NONE) for pairs in _weighed_pairs().values())
    return _Weighed(
        own=_encoded(word.own),
        before=_encoded(word.before),
        after=_encoded(word.after),
        long_before=_encoded((f"-2w={form}", f"-2g={word.lists}")),
        long_after=_encoded((f"+2w={form}",)),
        lists=word.lists,
        letters=word.letters,
        person=word.person,
        then_word=words,
        then_lists=lists,
        then_mark=marked,
        then_letters=letters,
        of_first=of_first,
        of_next=of_next,
    )


def weighed_features(forms: Sequence[str]) -> list[list[bytes]]:
    """Those of the features that a model gives weight, as the tagger takes them."""
    edge = _weighed_edge()
    words = [edge, edge, *map(_weighed_word, forms), edge, edge]
    names = ["#", *marks(forms), "#"]
    around = zip(words, words[1:], words[2:], words[3:], words[4:], ("#", *forms), forms, (*forms[1:], "#"),
                 names, names[1:], names[2:])  # fmt: skip
    found = []
    for b2, b1, here, a1, a2, wb1, w, wa1, kb1, k, ka1 in around:
        joint = (
            b1.then_word.get(w), here.of_first.get(wa1), b2.of_next.get(wb1),
            b1.then_lists.get(here.lists), b1.then_mark.get(k), b1.then_letters.get(here.letters),
        )  # fmt: skip
        unit = [*here.own, *b1.before, *a1.after, *b2.long_before, *a2.long_after]
        unit += _weighed_lists(b1.lists, here.lists, a1.lists)
        unit += _weighed_letters(b1.letters, here.letters)
        unit += _weighed_marks(kb1, k, ka1, b1.person, here.person)
        unit += filter(None, joint)
        found.append(unit)
    return found


@lru_cache(maxsize=16384)
def _weighed_lists(before: str, here: str, after: str) -> list[bytes]:
    return _encoded(_of_lists(before, here, after))


@lru_cache(maxsize=1024)
def _weighed_letters(before: str, here: str) -> list[bytes]:
    return _encoded((f"-1c0c={before}|{here}",))


@lru_cache(maxsize=16384)
def _weighed_marks(before: str, here: str, after: str, person_before: str, person: str) -> list[bytes]:
    return _encoded(_of_marks(before, here, after, person_before, person))


def _encoded(names: Iterable[str]) -> list[bytes]:
    return list(filter(None, map(_weighed().get, names)))


@cache
def _weighed() -> dict[str, bytes]:
    """The features that have a weight in either model, in order: it takes time to tell the tagger others, or to let it
    encode them."""
    names = WEIGHED.read_bytes().rstrip()
    return dict(zip(names.decode("utf-8").split("\n"), names.split(b"\n")))


_NONE: dict[str, bytes] = {}
_PAIRS = ("-1w0w", "-1w0g", "-1w0k", "-1w0c", "0w+1w", "-2w-1w")


@cache
def _weighed_pairs() -> dict[str, dict[str, dict[str, bytes]]]:
    """Those of a word and what comes next to it, by both."""
    weighed = _weighed()
    names = list(weighed)
    found: dict[str, dict[str, dict[str, bytes]]] = {}
    for pair in _PAIRS:
        mine = found[pair] = {}
        begin = len(pair) + 1
        for name in names[bisect_left(names, f"{pair}=") : bisect_left(names, f"{pair}>")]:
            # A word may be a bar, but none is empty.
            bar = name.index("|", begin + 1)
            mine.setdefault(name[begin:bar], {})[name[bar + 1 :]] = weighed[name]
    return found


@cache
def _model(path: Path) -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


# How the unit in front of a unit, the unit itself and the one behind it are labelled elsewhere, and its own label.
Elsewhere = tuple[str, str, str, str]


def elsewhere(forms: Sequence[Sequence[str]], labels: Sequence[Sequence[str]]) -> Iterator[Elsewhere]:
    """For every unit of an article in a row: how the first pass labelled the same form elsewhere in the article.

    A name is often plain where it is introduced («الكاتب توفيق الحكيم») and bare after that; the second pass lets the
    plain place speak for the bare ones. Method: Krishnan & Manning 2006.
    """
    counted = Counter(chain.from_iterable(map(zip, forms, labels)))
    seen: dict[str, dict[str, int]] = {}
    for (form, label), count in counted.items():
        seen.setdefault(form, {})[label] = count
    settled = {told: _settled(seen[told[0]], told[1]) for told in counted}
    for sentence, found in zip(forms, labels):
        here = [settled[told] for told in zip(sentence, found)]
        yield from zip(("#", *here), here, (*here[1:], "#"), found)


def document_features(before: str, here: str, after: str, label: str) -> tuple[str, ...]:
    """Features of a unit for the second pass, beside those of its sentence."""
    return (f"D={here}", f"D0L={here}|{label}", f"-1D0D={before}|{here}", f"0D+1D={here}|{after}", f"L={label}")


@lru_cache(maxsize=4096)
def _weighed_document(before: str, here: str, after: str, label: str) -> list[bytes]:
    return _encoded(document_features(before, here, after, label))


def _settled(labels: Mapping[str, int], own: str) -> str:
    """The commonest label of a form at its other places and how settled it is; "-" where it stands once."""
    others = sum(labels.values()) - 1
    if not others:
        return "-"
    named = {label: n - (label == own) for label, n in labels.items() if label != "O"}
    best = max(named, key=lambda label: named[label], default="O")
    share = named.get(best, 0) / others
    if not share:
        return "O" if others < 4 else "O+"
    return f"{best}{1 if share < 0.34 else 2 if share < 0.67 else 3}{'+' if others > 3 else ''}"


def tag(forms: Sequence[Sequence[str]]) -> list[list[str]]:
    """BIO labels for the units of an article's sentences, in two passes."""
    own = [weighed_features(sentence) for sentence in forms]
    first = [_model(FIRST).tag(sentence) for sentence in own]
    for unit, told in zip(chain.from_iterable(own), elsewhere(forms, first)):
        unit += _weighed_document(*told)
    return [_model(SECOND).tag(sentence) for sentence in own]
