"""What a claim is about, in keys that other words for the same share: concepts, numbers, names, roots of words.

«حافلة» and «باص» and "bus" are one key, «أربعة» and 4 another, and a name in Latin letters meets its Arabic spelling
through its consonants. Keys only propose which claims to set side by side: words that share one may still differ.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..lang.clitics import counts
from ..lang.inflection import Forms, Pattern
from ..lang.matching import blocks
from ..lang.nations import nation
from ..lang.normalise import fold
from ..lang.skeleton import ENDINGS, skeleton
from ..lang.surface import unseated
from ..lang.tables import table, vocabulary
from ..model import Quantity, Reading, Span, TimeExpression, Token
from .idioms import NOTHING, idioms

# «وسيبدأ»: the letter of the future before an imperfect.
_FUTURE = re.compile("و?س[يتن]\\w{3}")
_ENGLISH = ("ations", "ation", "ings", "ing", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "y", "e")
# Consonant classes that a name must have to be known by them in another script.
_TELLING = 3
_SHORT_WITH_ARTICLE = 4


class Keys:
    """The keys of one story's words. Names in Latin letters are known beforehand, so that Arabic words find them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._latin = frozenset(
            key
            for reading in readings
            if reading.article.language != "ar"
            for token in reading.tokens
            if _capital(token)
            for key in blocks(token.stem)
            if len(key) >= _TELLING
        )

    def of(self, reading: Reading) -> tuple[tuple[str, ...], ...]:
        """For every token of a report its keys: none for words of grammar, its value for a word of a number."""
        language = "ar" if reading.article.language == "ar" else "en"
        numbers, plain = _numbers(reading)
        names = _of_names(reading) - _counted_nouns(reading)
        countries = _of_countries(reading)
        plain |= countries.keys()
        # Days are compared as days: «الثلاثاء» in two claims is no word in common.
        dated = _of_times(reading)
        plain |= dated.keys()
        counted = _of_counted(reading)
        fated = _of_fates(reading)
        phrased = idioms(reading.tokens, language)

        def told(index: int, token: Token) -> tuple[str, ...]:
            own = tuple(self._keys(token, language, index in names))
            return fated.get(index, own) if not own or not _SEVERAL_SENSES.isdisjoint(own) else own

        def keys(index: int, token: Token) -> Iterator[str]:
            yield from (*numbers.get(index, ()), *countries.get(index, ()), *dated.get(index, ()))
            if index in phrased and index not in plain:
                yield from phrased[index]
            elif index not in plain:
                yield from counted.get(index) or told(index, token)

        return tuple(tuple(keys(index, token)) for index, token in enumerate(reading.tokens))

    def _keys(self, token: Token, language: str, named: bool) -> Iterator[str]:
        if token.kind == "number":
            yield f"#{token.norm}"
        elif token.kind != "word" and (sign := word_concept(language, token.norm)):
            yield sign  # «$» is a dollar
        stem = unseated(token.stem)
        if token.kind != "word" or {token.norm, stem} & grammar():
            return
        if len(stem) < _TELLING:
            # «دم», «سد»: words so short are known as they are listed, if at all.
            if short := _concepts(language).listed.get(stem):
                yield short
            return
        # «السد»: so short a word keeps its article.
        bare = stem[2:] if len(stem) == _SHORT_WITH_ARTICLE and stem.startswith("ال") else ""
        if short := _concepts(language).listed.get(bare):
            yield short
            return
        # «أجلي» is cut like «أجل» and a pronoun: the word with its ending is looked up first.
        whole = token.norm[token.norm.find(token.stem) :] if token.stem in token.norm else token.norm
        listed = _concepts(language).listed
        country = _country(stem)
        # «سوري» is of a country before it is a form of «سور».
        if not named and (not country or {token.norm, whole, stem} & listed.keys()):
            # «باخرة» may have been cut like «آخره» with a preposition; «الغاز» is no «ألغاز».
            written = None if token.norm.startswith("ال") else listed.get(token.norm)
            known = written or word_concept(language, whole) or concept(language, stem)
            if known:
                yield from () if known == NOTHING else (known,)
                return
        if country:
            yield f"@{country}"
            return
        yield root(stem, language)
        if self._latin and (language == "ar" or _capital(token)):
            yield from sorted(f"n:{key}" for key in blocks(token.stem) & self._latin)


@lru_cache(maxsize=65536)
def _country(stem: str) -> str | None:
    """«أميركي», «واشنطن» and "American" are of one country in every language."""
    return nation(stem)


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper() and token.stem not in _openers()


@cache
def _openers() -> frozenset[str]:
    return vocabulary("name_stops", "en")


def _numbers(reading: Reading) -> tuple[dict[int, tuple[str, ...]], set[int]]:
    """The values of quantities at their first tokens, and the tokens that only tell the number."""
    starts = [token.span.start for token in reading.tokens]
    values: dict[int, tuple[str, ...]] = {}
    plain: set[int] = set()
    for quantity in reading.quantities:
        first = _first_token(reading, starts, quantity.span.start)
        values[first] = (*values.get(first, ()), _number(reading, quantity))
        for index in range(first, bisect_left(starts, quantity.span.end)):
            if reading.tokens[index].kind == "number" or not _counted(quantity, reading.tokens[index].span):
                plain.add(index)
    return values, plain


class Terms:
    """The keys of every word of a story, asked for by where the words stand."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        keys = Keys(readings)
        self._of = {r.article.id: ([token.span.start for token in r.tokens], keys.of(r)) for r in readings}

    def inside(self, reading: Reading, span: Span) -> frozenset[str]:
        """The keys of the words in a span."""
        starts, keys = self._of[reading.article.id]
        words = keys[_first_token(reading, starts, span.start) : bisect_left(starts, span.end)]
        return frozenset(key for several in words for key in several)

    def between(self, reading: Reading, span: Span, marks: frozenset[str]) -> Iterator[frozenset[str]]:
        """The keys of each part of a span that stands between marks."""
        starts, keys = self._of[reading.article.id]
        first, last = _first_token(reading, starts, span.start), bisect_left(starts, span.end)
        cuts = [index for index in range(first, last) if reading.tokens[index].surface in marks]
        for begin, end in zip((first, *cuts), (*cuts, last)):
            yield frozenset(key for several in keys[begin:end] for key in several)


def _first_token(reading: Reading, starts: list[int], position: int) -> int:
    """The token that a position stands in or, between tokens, the next: «بهدفين» counts from inside its word."""
    index = bisect_right(starts, position) - 1
    return index if index >= 0 and reading.tokens[index].span.end > position else index + 1


def _of_names(reading: Reading) -> set[int]:
    """The tokens of people's and places' names, which mean nothing besides («درعا», «عمران»); in «مدينة درعا» the first
    does. Common words alone («مدخل الميناء») are a person's name only where a longer one holds them."""
    starts = [token.span.start for token in reading.tokens]
    language = "ar" if reading.article.language == "ar" else "en"
    sure: set[int] = set()
    people: list[tuple[frozenset[str], range]] = []
    for mention in reading.mentions:
        if mention.form != "name" or mention.kind not in _PROPER:
            continue
        inside = range(_first_token(reading, starts, mention.span.start), bisect_left(starts, mention.span.end))
        if mention.kind == "PERSON":
            people.append((frozenset(reading.tokens[n].stem for n in inside), inside))
        else:
            sure.update(inside[len(inside) > 1 and reading.tokens[inside[0]].stem in _place_heads() :])
    for stems, inside in people:
        if any(stems < others for others, _ in people) or not all(concept(language, unseated(stem)) for stem in stems):
            sure.update(inside)
    return sure


@cache
def _place_heads() -> frozenset[str]:
    return vocabulary("place_heads", "ar")


_PROPER = frozenset(("PERSON", "GPE", "LOC"))


def _of_countries(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The country at the first token of a name of several words, nothing at the others: «الولايات المتحدة» and
    «الأمم المتحدة» have no word in common."""
    starts = [token.span.start for token in reading.tokens]
    found: dict[int, tuple[str, ...]] = {}
    for mention in reading.mentions:
        name = mention.span.of(reading.article.text) if mention.kind == "GPE" else ""
        if " " in name and (code := nation(name)):
            first = _first_token(reading, starts, mention.span.start)
            last = bisect_left(starts, mention.span.end)
            found |= {first: (f"@{code}",), **dict.fromkeys(range(first + 1, last), ())}
    return found


def _of_times(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The tokens of days and hours. The first has the key of a clock's time, or of a month or year gone by, which few
    claims of a story name: «في الخامسة فجرا» and "at 5 a.m." tell of one happening."""
    starts = [token.span.start for token in reading.tokens]
    published = reading.article.published or ""
    found: dict[int, tuple[str, ...]] = {}
    for time in reading.times:
        if time.type in ("DATE", "TIME"):
            first = _first_token(reading, starts, time.span.start)
            found |= dict.fromkeys(range(first, bisect_left(starts, time.span.end)), ())
            found[first] = (*found.get(first, ()), *_time_keys(time, published))
    return found


def _time_keys(time: TimeExpression, published: str) -> Iterator[str]:
    said = time.edtf or ""
    if clock := _CLOCK.search(said):
        yield f"t:{clock[1]}"
    elif (month := _MONTH.match(said)) and month[0] != published[: len(month[0])]:
        yield f"t:{month[0]}"


# «T05», «T05:40»; a month or a year alone, no season («2019-22»).
_CLOCK = re.compile(r"T(\d\d(?::\d\d)?)")
_MONTH = re.compile(r"\d{4}(-(0\d|1[0-2])\b|\b(?!-))")


# Concepts of words that mean a fate where they tell one («قضى 12 مدنيا», «فقد 19 آخرون»).
_SEVERAL_SENSES = frozenset(("sentence", "crash", "lose"))
_FATES = {"killed": "die", "missing": "missing"}


def _counted_nouns(reading: Reading) -> set[int]:
    """The tokens of what numbers count, right behind them: «20 ألف دينار» and «97 بيتا» name nobody of these names."""
    starts = [token.span.start for token in reading.tokens]
    behind = (q.counted_span for q in reading.quantities if q.counted_span and q.counted_span.start >= q.span.end)
    return {_first_token(reading, starts, span.start) for span in behind}


def _of_fates(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The words that say what befell those a number counts, by what they say of them."""
    starts = [token.span.start for token in reading.tokens]
    found: dict[int, tuple[str, ...]] = {}
    for quantity in reading.quantities:
        key = _FATES.get(quantity.outcome or "")
        if key and quantity.cue is not None:
            found[_first_token(reading, starts, quantity.cue.start)] = (key,)
    return found


def _of_counted(reading: Reading) -> dict[int, tuple[str, ...]]:
    """What is counted, where its noun is written like a verb («ألفا طالب»): known by its accusative («طالبا»)."""
    if reading.article.language != "ar":
        return {}
    starts = [token.span.start for token in reading.tokens]
    listed = _concepts("ar").listed
    found: dict[int, tuple[str, ...]] = {}
    for quantity in reading.quantities:
        if quantity.counted_span and quantity.counted_span.start >= quantity.span.end:
            first = _first_token(reading, starts, quantity.counted_span.start)
            token = reading.tokens[first] if first < len(reading.tokens) else None
            if token is not None and token.norm == token.stem and (known := listed.get(f"{token.norm}ا")):
                found[first] = (known,)
    return found


def _counted(quantity: Quantity, span: Span) -> bool:
    """«قتيلان»: the noun inside the number's own words keeps its key."""
    return quantity.counted_span is not None and quantity.counted_span.overlaps(span)


def number_key(quantity: Quantity) -> str:
    """One key for one value, whatever its words and bounds."""
    value = quantity.low if quantity.low is not None else quantity.high
    if quantity.bound == "more_than" and isinstance(value, int):
        value -= 1
    return f"#{value:g}" if value is not None else "#"


def _number(reading: Reading, quantity: Quantity) -> str:
    """A number's key. «عشرات» and «الثالث» are words like others: that two claims speak of hundreds, or of the third of
    something, is no number in common."""
    plain, rank, some = number_keys(quantity)
    if quantity.unit == "ordinal":
        return rank
    said = fold(quantity.span.of(reading.article.text)).split()
    exact = not _exact().isdisjoint(said) or any(map(_DIGIT.search, said))
    return plain if exact or _vague().isdisjoint(said) else some


def number_keys(quantity: Quantity) -> tuple[str, str, str]:
    """The keys that a value may have: as a number, as a rank, as a size that is not told exactly."""
    key = number_key(quantity)
    return key, f"nth:{key[1:]}", f"some:{key[1:]}"


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


_SIZES = frozenset(("vague", "vague_times", "scale_vague", "several", "few"))
_CARDINALS = frozenset(("unit", "teen", "tens", "ten", "hundred", "hundreds"))
_DIGIT = re.compile(r"\d")


def common_tongue(terms: frozenset[str]) -> frozenset[str]:
    """The terms that a text in another language can share: roots of words are each language's own."""
    return frozenset(term for term in terms if not term.startswith("r:"))


@cache
def near_concepts() -> dict[str, frozenset[str]]:
    """For a concept those that reports take for it."""
    found: dict[str, frozenset[str]] = {}
    for row in table("ar", "near_concepts").rows:
        several = frozenset(row["concepts"].split("|"))
        for concept_ in several:
            found[concept_] = found.get(concept_, frozenset()) | several - {concept_}
    return found


# Concepts that turn a claim round: a word that only shares a root with them («بعد» with «استبعد») must not.
_BY_WORDS_ALONE = frozenset(("deny",))


class _Concepts(NamedTuple):
    """Concepts by word as listed, by the forms of words with their place in the list, and by root where one has it."""

    listed: dict[str, str]
    forms: Forms[tuple[int, str]]
    rooted: dict[str, str]


# Endings of number, gender, case and person, and a short verb's imperfect.
_PATTERNS = {
    "whole": tuple(map(Pattern, ENDINGS)),
    "open": tuple(Pattern(ending, cut=1) for ending in ENDINGS),
    "verb": tuple(Pattern(last, first=first) for first in "يت" for last in ("", "ون", "ان")),
}


@cache
def _concepts(language: str) -> _Concepts:
    rows = [
        (word, row["concept"]) for row in table(language, "concepts").rows for word in fold(row["words"]).split("|")
    ]
    forms = Forms[tuple[int, str]](_PATTERNS)
    rooted: dict[str, set[str]] = {}
    for place, (word, concept_) in enumerate(rows):
        if language == "ar":
            forms.add("open" if word.endswith("ه") else "whole", word, (place, concept_))
            if len(word) == 3:
                forms.add("verb", word, (place, concept_))
        elif concept_ not in _BY_WORDS_ALONE:
            rooted.setdefault(root(word, language), set()).add(concept_)
    alone = {key: concepts.pop() for key, concepts in rooted.items() if len(concepts) == 1 and len(key) > 4}
    return _Concepts(dict(rows), forms, alone)


@lru_cache(maxsize=65536)
def word_concept(language: str, word: str) -> str | None:
    """The concept of a folded word as it stands: listed, or a form of the first that is."""
    known = _concepts(language)
    return known.listed.get(word) or min(known.forms.of(word), default=(0, None))[1]


def listed_word(language: str, word: str) -> bool:
    """Whether a folded word itself, and not a form of it alone, stands under a concept."""
    return word in _concepts(language).listed


@lru_cache(maxsize=65536)
def concept(language: str, word: str) -> str | None:
    """The concept of a folded word, by itself or by its forms; an English word also by its root.

    Unlike Arabic words share a root too often («أغرق», «استغرق») for it to be a reason.
    """
    found = word_concept(language, word)
    if found is None and language == "ar":
        found = next((known for form in _uncut(word) if (known := word_concept(language, form))), None)
    elif found is None:
        found = _concepts(language).rooted.get(root(word, language))
    return found


# Letters written onto a word that the text's reading left there.
_ONTO = frozenset("وفبلك")
# … and onto one of three letters («لدمج»), where news has it more often without.
_LED = frozenset("بل")
_IMPERFECT = frozenset("يت")


def _uncut(word: str) -> Iterator[str]:
    """What a word may be a form of: the perfect of an imperfect («يشتبه», «ستنقذ»), a word with another written onto it
    («واتهم»)."""
    if len(word) > 4 and word[0] == "س" and word[1] in _IMPERFECT:
        word = word[1:]
        yield word
    if len(word) > 3 and word[0] in _IMPERFECT:
        if word[-1] != "ا":
            yield f"ا{word[1:]}"
        if len(word) > 5 or word[1] == "ت":
            yield word[1:]
    if (len(word) > 4 and word[0] in _ONTO) or (
        len(word) == 4 and word[0] in _LED and counts().get(word, 0) < counts().get(word[1:], 0)
    ):
        yield word[1:]


@lru_cache(maxsize=65536)
def root(stem: str, language: str = "ar") -> str:
    """What the forms of a word share: one ending and one beginning cut, long vowels left out.

    Unlike words share a root now and then, so a root is never a reason by itself.
    """
    if language != "ar":
        return f"r:{_english(stem)}"
    if _FUTURE.match(stem):
        stem = stem.lstrip("و")[1:]
    return f"r:{skeleton(stem, least=3)}"


def _english(stem: str) -> str:
    for ending in _ENGLISH:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem[: -len(ending)]
    return stem


@cache
def grammar() -> frozenset[str]:
    """Words that carry no telling: function words, small words of the clause, verbs of saying, in both languages."""
    found = set(vocabulary("function_words"))
    for language in ("ar", "en"):
        for row in table(language, "event_words").rows:
            if row["kind"] in ("preposition", "subordinator", "relative", "particle", "negation", "partitive"):
                found.update(fold(word) for word in row["words"].split("|"))
    for row in table("ar", "reporting_verbs").rows:
        if row["stance"] in ("neutral", "affirming"):
            for base in (row["perfect"], row["imperfect"]):
                found.update(fold(base + ending) for ending in ("", "ت", "وا") if base)
    found.update(fold(row["word"]) for row in table("en", "reporting_verbs").rows if row["stance"] == "neutral")
    return frozenset(found)
