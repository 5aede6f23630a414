"""Take clitics off Arabic words: و ف ب ل ك س أ and the article in front, attached pronouns behind.

A word has a handful of readings that the alphabet allows. A linear model chooses among them: how often each
reading's stem was met on its own in news, what letters stand at the cut, how long the parts are. The weights and
counts come from ``tools/train_clitics.py``; the choice does not look at neighbours, so it is made once a word form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .normalise import fold
from .tables import pairs, table

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك", "س")
PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كن")
_ARTICLE = "ال"
# No free word of news is shorter, but after a preposition the pronoun itself may be all there is (له، بها).
_SHORTEST = 2
# A form met this often on its own is a word, not a clitic and an unknown rest.
_KNOWN = 3
_FINAL = {"ة": "ه", "ى": "ي"}
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
# The future س stands before a verb of the imperfect alone, and those begin with one of four letters.
_IMPERFECT = frozenset("يتنا")


class Cut(NamedTuple):
    """One reading of a word: what is in front, the stem, what is behind."""

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...]


def keyed(surface: str) -> str:
    """The folded word with the letters kept that tell a clitic from a letter of the word's own.

    A final ta marbuta or alef maqsura is no pronoun, and an alef with its hamza before lam is no article.
    """
    word = fold(surface)
    last = surface.rstrip(_VOWELS)[-1:]
    word = word[:-1] + last if last in _FINAL else word
    hamza = surface.find("أل") if "أل" in surface[:3] else surface.find("إل")
    return word[:hamza] + "أ" + word[hamza + 1 :] if 0 <= hamza < 2 else word


def cuts(word: str) -> Iterator[Cut]:
    """Every reading of a ``keyed`` word that the alphabet allows; stems come out folded."""
    final, own_alef = word[-1:] in _FINAL, "أ" in word
    for cut in _cuts(_plain(word)):
        if not ((final and cut.enclitics) or (own_alef and _ARTICLE in cut.proclitics)):
            yield cut


def _plain(word: str) -> str:
    """A ``keyed`` word without the letters kept: its folded form again."""
    word = word.replace("أ", "ا")
    return word[:-1] + _FINAL[word[-1]] if word[-1:] in _FINAL else word


def _cuts(word: str) -> Iterator[Cut]:
    for conjunction in CONJUNCTIONS:
        if not word.startswith(conjunction):
            continue
        after = word[len(conjunction) :]
        for preposition in PREPOSITIONS:
            if not after.startswith(preposition):
                continue
            front = tuple(part for part in (conjunction, preposition) if part)
            yield from _with_article(front, after[len(preposition) :])


def _with_article(front: tuple[str, ...], rest: str) -> Iterator[Cut]:
    if front[-1:] == ("ل",) and rest.startswith("ل") and len(rest) > _SHORTEST + 1:
        yield Cut((*front, _ARTICLE), rest[1:], ())
    if front[-1:] != ("س",) and rest.startswith(_ARTICLE) and len(rest) >= len(_ARTICLE) + _SHORTEST:
        yield Cut((*front, _ARTICLE), rest[len(_ARTICLE) :], ())
    for pronoun in PRONOUNS:
        stem = rest[: len(rest) - len(pronoun)] if pronoun else rest
        if not rest.endswith(pronoun) or (len(stem) < _SHORTEST and not (pronoun and not stem and front)):
            continue
        if front[-1:] == ("س",) and stem[:1] not in _IMPERFECT:
            continue
        yield Cut(front, stem, (pronoun,) if pronoun else ())


def features(word: str, cut: Cut, count: Callable[[str], int]) -> list[str]:
    """What the model weighs of one reading. ``count`` gives how often a folded form stood alone in news."""
    front = "".join(p for p in cut.proclitics if p != _ARTICLE)
    article = "+" if _ARTICLE in cut.proclitics else "-"
    back = cut.enclitics[0] if cut.enclitics else ""
    stem = cut.stem
    known = _bucket(count(stem)) if stem else "P"
    other = _bucket(max(count(_ARTICLE + stem), count(stem[:-1] + "ه") if stem.endswith("ت") else 0))
    final = word[-1:] in _FINAL
    word = _plain(word)
    whole = _bucket(count(word))
    shape = f"{front}|{article}|{back}"
    return [
        f"s{shape}",
        f"k{front}{article}{known}",
        f"K{bool(back)}{known}",
        f"b{back}{known}",
        f"o{bool(front)}{bool(back)}{other}",
        f"w{bool(front)}{bool(back)}{whole}",
        f"kw{front}{known}{whole}",
        f"bw{back}{known}{whole}",
        f"l{front}{min(len(stem), 6)}{bool(back)}",
        f"f{front}{article}{stem[:1]}",
        f"F{front}{article}{stem[:2]}",
        f"e{back}{stem[-1:]}",
        f"E{back}{stem[-2:]}",
        f"W{word}|{front}|{back}",
        f"S{stem}|{bool(front)}|{bool(back)}",
        f"t{front}{final}{known}",
        f"a{back}{_bucket(count(stem + back[:1])) if back == 'نا' else ''}",
    ]


def _bucket(count: int) -> str:
    """Counts in powers of about three: the difference between 1 and 3 tells as much as that of 30 and 90."""
    for size, name in ((0, "0"), (1, "1"), (3, "2"), (9, "3"), (30, "4"), (100, "5")):
        if count <= size:
            return name
    return "6"


@cache
def counts() -> dict[str, int]:
    """How often folded forms were met on their own in news."""
    return {form: int(count) for form, count in pairs("ar", "clitic_counts").items()}


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in pairs("ar", "clitic_weights").items()}


@cache
def _own_article() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in table("ar", "article_words").rows)


@cache
def _countries() -> frozenset[str]:
    """Countries and regions of one word, whose first letters are never clitics (لبنان، سيناء، فلسطين)."""
    regions = (fold(row["name"]) for row in table("ar", "places_more").rows)
    countries = (name for row in table("ar", "countries").rows for name in row["names"].split("|"))
    return frozenset(name for name in (*regions, *countries) if " " not in name and not name.startswith(_ARTICLE))


def _possible(word: str, cut: Cut, counts: dict[str, int], own_alef: bool) -> bool:
    """What no weight should outvote: articles and case endings, which the alphabet and short lists settle."""
    if _ARTICLE in cut.proclitics:
        return _ARTICLE + cut.stem not in _own_article()
    if cut.stem.startswith(_ARTICLE) and len(cut.stem) > 4 and not own_alef:
        return cut.stem in _own_article()
    if cut.proclitics[-1:] == ("ل",) and cut.stem.startswith("ل"):
        # للحكومة is ل and the article; للبنان is ل before a lam of the word's own.
        return counts.get(cut.stem, 0) > 3 * counts.get(_ARTICLE + cut.stem[1:], 0) + counts.get(cut.stem[1:], 0)
    if not cut.proclitics and word[:1] == "و" and word not in _own_article():
        # وأعلن is sometimes whole in the counts; أعلن is met so much more often that the و is no letter of it.
        rest = counts.get(word[1:], 0)
        if rest >= _KNOWN * max(1, counts.get(word, 0)):
            return False
    if cut.proclitics and cut.stem and counts.get(word, 0) >= _KNOWN * max(1, counts.get(cut.stem, 0)):
        # وقوع is a word of its own, and next to nothing is known of قوع.
        return False
    if cut.enclitics and not cut.proclitics and word[0] in CONJUNCTIONS:
        # واتهم is و and اتهم rather than a rare وات and a pronoun.
        return counts.get(cut.stem, 0) >= _KNOWN * counts.get(word[1:], 0)
    if cut.enclitics == ("نا",):
        # مواطنا is مواطن with its case ending.
        return counts.get(cut.stem, 0) >= counts.get(cut.stem + "ن", 0)
    return True


@lru_cache(maxsize=65536)
def split(word: str) -> Cut:
    """The likeliest reading of a ``keyed`` Arabic word."""
    if _plain(word) in _countries():
        return Cut((), _plain(word), ())
    known, weights = counts(), _weights()
    readings = [cut for cut in cuts(word) if _possible(_plain(word), cut, known, "أ" in word)]
    if len(readings) < 2:
        return readings[0] if readings else Cut((), _plain(word), ())

    def score(cut: Cut) -> float:
        return sum(weights.get(feature, 0.0) for feature in features(word, cut, lambda form: known.get(form, 0)))

    return max(readings, key=score)
