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
from .tables import pairs, table, vocabulary

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك", "س")
PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كن")
# Those of the third person are no other word's end as often (بذلك is no بذل and ك).
_THIRD = ("", "ه", "ها", "هم", "هما", "هن")
_NONE = ("",)
# What may stand in front, by its first letter: of a word only those that it could begin with are tried.
_WHOLE: tuple[str, tuple[str, ...]] = ("", ())
_FRONTS = [
    (conjunction + preposition, tuple(filter(None, (conjunction, preposition))))
    for conjunction in CONJUNCTIONS
    for preposition in PREPOSITIONS
]
_FRONTS_IN = {
    first: tuple(front for front in _FRONTS if front[0][:1] in ("", first)) for first in {f[:1] for f, _ in _FRONTS[1:]}
}
# Pronouns by their last letter: of a word only those that it could end in are tried.
_PRONOUNS_IN = {
    last: tuple(pronoun for pronoun in PRONOUNS if pronoun[-1:] in ("", last))
    for last in {pronoun[-1] for pronoun in PRONOUNS if pronoun}
}
ARTICLE = "ال"
# No free word of news is shorter, but after a preposition the pronoun itself may be all there is (له، بها).
_SHORTEST = 2
# A form met this often on its own is a word, not a clitic and an unknown rest.
_KNOWN = 3
_FINAL = {"ة": "ه", "ى": "ي"}
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
# The future س stands before a verb of the imperfect alone, and those begin with one of four letters.
_IMPERFECT = frozenset("يتنا")
_FIRST = frozenset("وفبلكس")


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
        if not ((final and cut.enclitics) or (own_alef and ARTICLE in cut.proclitics)):
            yield cut


def _plain(word: str) -> str:
    """A ``keyed`` word without the letters kept: its folded form again."""
    word = word.replace("أ", "ا")
    return word[:-1] + _FINAL[word[-1]] if word[-1:] in _FINAL else word


def _cuts(word: str) -> Iterator[Cut]:
    for letters, front in _FRONTS_IN.get(word[:1], (_WHOLE,)):
        if word.startswith(letters):
            yield from _with_article(front, word[len(letters) :])


def _with_article(front: tuple[str, ...], rest: str) -> Iterator[Cut]:
    if front[-1:] == ("ل",) and rest.startswith("ل") and len(rest) > _SHORTEST:
        yield Cut((*front, ARTICLE), rest[1:], ())
    if front[-1:] != ("س",) and rest.startswith(ARTICLE) and len(rest) >= len(ARTICLE) + _SHORTEST:
        yield Cut((*front, ARTICLE), rest[len(ARTICLE) :], ())
    for pronoun in _PRONOUNS_IN.get(rest[-1:], _NONE):
        stem = rest[: len(rest) - len(pronoun)] if pronoun else rest
        if not rest.endswith(pronoun) or (len(stem) < _SHORTEST and not (pronoun and not stem and front)):
            continue
        if front[-1:] == ("س",) and stem[:1] not in _IMPERFECT:
            continue
        yield Cut(front, stem, (pronoun,) if pronoun else ())


def features(
    word: str, cut: Cut, count: Callable[[str], int], related: Callable[[str], int], listed: Callable[[str], str]
) -> list[str]:
    """What the model weighs of one reading.

    ``count`` gives how often a folded form stood alone in news, ``related`` how often any form of its family did,
    ``listed`` the lists of names that have it.
    """
    front = "".join(p for p in cut.proclitics if p != ARTICLE)
    article = "+" if ARTICLE in cut.proclitics else "-"
    back = cut.enclitics[0] if cut.enclitics else ""
    stem = cut.stem
    known = _bucket(count(stem)) if stem else "P"
    other = _bucket(max(count(ARTICLE + stem), count(stem[:-1] + "ه") if stem.endswith("ت") else 0))
    final = word[-1:] in _FINAL
    word = _plain(word)
    whole = _bucket(count(word))
    own = word[: len(word) - len(back)]
    kin, own_kin = _bucket(related(stem)), _bucket(related(own))
    articled, own_articled = _bucket(count(ARTICLE + stem)), _bucket(count(ARTICLE + own))
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
        f"r{front}{article}{kin}{own_kin}",
        f"R{front}{kin}{known}",
        f"d{front}{article}{articled}{own_articled}",
        f"D{bool(back)}{own_articled}{own_kin}",
        f"n{front}{article}{listed(word)}{listed(stem)}",
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
    return pairs("ar", "clitic_counts", int)


@lru_cache(maxsize=16384)
def base(form: str) -> str:
    """What the forms of one word share, roughly: no article, no ending; one letter for the persons of the imperfect."""
    form = form.removeprefix(ARTICLE) if len(form) > _SHORTEST + 2 else form
    for size in range(min(4, len(form) - _SHORTEST - 1), 0, -1):
        if form[-size:] in _ENDINGS:
            form = form[:-size]
            break
    return "ي" + form[1:] if form[:1] in _IMPERFECT and len(form) > _SHORTEST + 1 else form


_ENDINGS = frozenset(
    ("يتين", "يات", "يون", "يين", "تين", "تان", "ات", "ون", "ين", "ان", "وا", "يه", "ه", "ت", "ي", "ا")
)


def families(counts: dict[str, int]) -> dict[str, int]:
    """How often the forms of each family were met together."""
    found: dict[str, int] = {}
    for form, count in counts.items():
        key = base(form)
        found[key] = found.get(key, 0) + count
    return found


@cache
def name_lists() -> dict[str, str]:
    """Which lists of names have a word, as letters in one string; tools/make_name_lists.py says what they mean."""
    return pairs("ar", "name_lists", str)


@cache
def _kinds_of_name(lists: str) -> str:
    """n of people, l of places, however common."""
    return "".join(kind for kind in "nl" if kind in lists.lower())


@cache
def _own_article() -> frozenset[str]:
    return vocabulary("article_words", "ar", column="form")


@cache
def names() -> frozenset[str]:
    """Names of one word, of which no letter is a clitic (لبنان، سيناء، كمال)."""
    regions = (fold(row["name"]) for row in table("ar", "places_more").rows)
    countries = (name for row in table("ar", "countries").rows for name in row["names"].split("|"))
    people = (
        name for row in table("ar", "whole_words").rows if row["kind"] == "name" for name in row["words"].split("|")
    )
    return frozenset(
        name for name in (*regions, *countries, *map(fold, people)) if " " not in name and not name.startswith(ARTICLE)
    )


@cache
def _whole() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Words with letters of their own where clitics could stand: as they are, and what endings begin on with those."""
    nominal = [fold(ending) for row in table("ar", "noun_endings").rows for ending in row["endings"].split("|")]
    verbal = [row["add"] for row in table("ar", "verb_endings").rows if (row["tense"], row["cut"]) == ("perfect", "0")]
    feminine = frozenset(ending for ending in nominal if "ت" in ending and ending[0] != "ي")
    endings = {"noun": frozenset(nominal), "adjective": frozenset(nominal), "verb": frozenset(verbal)}
    words = set(names())
    begun: dict[str, frozenset[str]] = {}
    for row in table("ar", "whole_words").rows:
        for word in row["words"].split("|") if row["kind"] in endings else ():
            form = fold(word)
            words.update((keyed(word), form))
            if word.endswith("ة"):
                begun[form[:-1]] = begun.get(form[:-1], frozenset()) | feminine
            else:
                begun[form] = begun.get(form, frozenset()) | endings[row["kind"]]
    return frozenset(words), begun


@cache
def _own_ends() -> frozenset[str]:
    """Words whose last letters are their own (متهم، تنبيه)."""
    rows = table("ar", "whole_words").rows
    return frozenset(fold(word) for row in rows if row["kind"] == "end" for word in row["words"].split("|"))


def _of_own_letters(written: str, word: str) -> bool:
    """Whether the first letters of a ``keyed`` word, ``word`` when folded, are no clitics by the lists."""
    if word[:1] not in _FIRST:
        return False
    words, begun = _whole()
    if written.endswith("ى"):
        # Only with its final letter told is ولى told from ولي.
        return written in words
    for back in _THIRD:
        if word.endswith(back):
            own = word[: len(word) - len(back)]
            ends = range(_SHORTEST, len(own)) if len(own) > _SHORTEST + 1 else ()
            if own in words or any(own[end:] in begun.get(own[:end], ()) for end in ends):
                return True
    return False


def _possible(written: str, word: str, cut: Cut, counts: dict[str, int], own: bool) -> bool:
    """What no weight should outvote: what lists, articles and case endings settle.

    ``written`` is the ``keyed`` word and ``word`` the same folded; ``own`` says that its first letters are no clitics.
    """
    if (own and cut.proclitics) or (cut.enclitics and cut.stem + cut.enclitics[0] in _own_ends()):
        return False
    if ARTICLE in cut.proclitics:
        return ARTICLE + cut.stem not in _own_article()
    if cut.stem.startswith("لل") and len(cut.stem) > _SHORTEST + 1:
        # No word begins with two lams: they are ل and the article, or ل and a lam of the word's own.
        return False
    if cut.stem.startswith("بال") and counts.get(cut.stem[1:], 0) > 3 * counts.get(ARTICLE + cut.stem, 0):
        # بالتالي is ب and التالي; بالغ, which takes the article itself, is whole.
        return False
    if cut.stem.startswith(ARTICLE) and len(cut.stem) > 4 - bool(cut.enclitics) and "أ" not in written:
        return cut.stem in _own_article()
    if cut.proclitics[-1:] == ("ل",) and cut.stem.startswith("ل"):
        # للحكومة is ل and the article; للبنان is ل before a lam of the word's own.
        return counts.get(cut.stem, 0) > 3 * counts.get(ARTICLE + cut.stem[1:], 0) + counts.get(cut.stem[1:], 0)
    if not (cut.proclitics or own) and word[:1] in CONJUNCTIONS and word not in _own_article():
        # وأعلن is sometimes whole in the counts; أعلن is met so much more often that the و is no letter of it.
        rest = counts.get(word[1:], 0)
        if rest >= _KNOWN * max(1, counts.get(word, 0)):
            return False
    if cut.proclitics and cut.stem and counts.get(word, 0) >= _KNOWN * max(1, counts.get(cut.stem, 0)):
        # وقوع is a word of its own, and next to nothing is known of قوع. The texts counted leave ب ل ك س on their
        # words, so that a word in those must also take the article to be one (البيان, but no البشأن).
        return cut.proclitics[0] not in CONJUNCTIONS and not counts.get(ARTICLE + word)
    if cut.enclitics and not (cut.proclitics or own) and word[0] in CONJUNCTIONS:
        # واتهم is و and اتهم rather than a rare وات and a pronoun.
        return counts.get(cut.stem, 0) >= _KNOWN * counts.get(word[1:], 0)
    if cut.enclitics == ("نا",):
        # مواطنا is مواطن with its case ending.
        return counts.get(cut.stem, 0) >= counts.get(cut.stem + "ن", 0)
    return True


class Model(NamedTuple):
    """What a choice rests on: how often forms and their families stood alone, and the weights of ``features``."""

    counts: dict[str, int]
    families: dict[str, int]
    weights: dict[str, float]

    def features(self, word: str, cut: Cut) -> list[str]:
        counts, kin, lists = self.counts, self.families, name_lists()
        return features(
            word,
            cut,
            lambda form: counts.get(form, 0),
            lambda form: kin.get(base(form), 0),
            lambda form: _kinds_of_name(lists.get(form, "")),
        )

    def choose(self, word: str) -> Cut:
        """The likeliest reading of a ``keyed`` word."""
        plain = _plain(word)
        own = _of_own_letters(word, plain)
        readings = [cut for cut in cuts(word) if _possible(word, plain, cut, self.counts, own)]
        if len(readings) < 2:
            return readings[0] if readings else Cut((), plain, ())
        weight = self.weights.get
        return max(readings, key=lambda cut: sum(filter(None, map(weight, self.features(word, cut)))))


@cache
def _model() -> Model:
    return Model(counts(), pairs("ar", "clitic_families", int), pairs("ar", "clitic_weights", float))


@lru_cache(maxsize=65536)
def split(word: str) -> Cut:
    """The likeliest reading of a ``keyed`` Arabic word."""
    plain = _plain(word)
    return Cut((), plain, ()) if plain in names() else _model().choose(word)
