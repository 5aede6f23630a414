"""What reports call one concept, each in its own words: where they choose among the words that news has for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..lang.tables import table
from ..model import Label, Reading
from .book import Book

# The mark of a plain word that is a choice only beside one that weighs the thing.
_BESIDE = "-"


class Choice(NamedTuple):
    """What reports call one concept: by report the words that tell it from the others, and all its words with the places
    where they stand."""

    concept: str
    telling: dict[int, list[str]]
    labels: dict[int, dict[str, list[Label]]]


def choices(book: Book) -> Iterator[Choice]:
    """Every concept that two reports name in different words; of two languages, in words that weigh the thing or take a
    side."""
    named: dict[str, dict[int, dict[str, list[Label]]]] = {}
    for number, reading in enumerate(book.readings):
        for label in reading.labels:
            if not _in_name(reading, label):
                named.setdefault(label.concept, {}).setdefault(number, {}).setdefault(label.term, []).append(label)
    for concept, labels in named.items():
        for telling in _tellings(book, concept, labels):
            yield Choice(concept, telling, labels)


def _tellings(book: Book, concept: str, labels: dict[int, dict[str, list[Label]]]) -> list[dict[int, list[str]]]:
    """The words that differ, of the reports of each language; else of all."""
    terms = {
        number: _own(by_term, _of_concept(language_of(book.readings[number]), concept), kind_of(concept) == "actor")
        for number, by_term in labels.items()
    }
    languages: dict[str, dict[int, list[str]]] = {}
    for number, said in terms.items():
        languages.setdefault(language_of(book.readings[number]), {})[number] = said
    found = [
        telling
        for language, of_one in languages.items()
        if (telling := _telling(of_one)) and not _plain(language, concept, telling)
    ]
    if not found and len(languages) > 1:
        found = [telling for telling in (_marked(book, concept, terms),) if telling]
    return found


def _in_name(reading: Reading, label: Label) -> bool:
    """«تنظيم القاعدة»: whether a plain word is a part of a name, and so nobody's choice."""
    plain = _marks(language_of(reading)).get((label.concept, label.term)) == _BESIDE
    names = (m.span for m in reading.mentions if m.form == "name") if plain else ()
    return any(name.contains(label.span) and name != label.span for name in names)


def _telling(terms: dict[int, list[str]]) -> dict[int, list[str]]:
    """The words of each report that no other has, else those that not all have, else all; empty where nothing differs."""
    if len(terms) < 2 or len({frozenset(t) for t in terms.values()}) == 1:
        return {}
    having = Counter(chain.from_iterable(map(set, terms.values())))
    telling = {number: _fewest(said, having, len(terms)) for number, said in terms.items()}
    return {} if all(having[term] == len(terms) for said in telling.values() for term in said) else telling


def _fewest(said: list[str], having: Counter[str], reports: int) -> list[str]:
    alone = [term for term in said if having[term] == 1]
    return alone or [term for term in said if having[term] < reports] or said


def _plain(language: str, concept: str, telling: dict[int, list[str]]) -> bool:
    """Whether words of some report are a choice only beside one that weighs, and no other report has such a one."""
    marks = [{_marks(language).get((concept, term), "") for term in said} for said in telling.values()]
    return any(said == {_BESIDE} for said in marks) and not any(said - {"", _BESIDE} for said in marks)


def is_choice(language: str, concept: str, terms: set[str]) -> bool:
    """Whether a language's words for one concept are a choice among them: two words, or one that weighs and a plain one."""
    marks = [_marks("en" if language.startswith("en") else "ar").get((concept, term), "") for term in terms]
    return len(terms) > 1 and (len(terms) - marks.count(_BESIDE) > 1 or any(mark.strip(_BESIDE) for mark in marks))


def _marked(book: Book, concept: str, terms: dict[int, list[str]]) -> dict[int, list[str]]:
    """Words of two languages, where what the one weighs the thing with is not what the other does."""
    weighed = {number: weights(book.readings[number], concept, said) for number, said in terms.items()}
    if len({frozenset(by_mark) for by_mark in weighed.values()}) == 1:
        return {}
    everywhere = set.intersection(*map(set, weighed.values()))
    return {
        number: [term for mark, term in weighed[number].items() if mark not in everywhere] or said
        for number, said in terms.items()
    }


def weights(reading: Reading, concept: str, terms: list[str]) -> dict[str, str]:
    """By what it says of the thing, the word for a concept that weighs it or takes a side."""
    marks = _marks(language_of(reading))
    return {mark: term for term in terms if (mark := marks.get((concept, term), "").strip(_BESIDE))}


def language_of(reading: Reading) -> str:
    return "en" if reading.article.language.startswith("en") else "ar"


@cache
def _marks(language: str) -> dict[tuple[str, str], str]:
    """By concept and word, what a word that weighs the thing says of it; ``_BESIDE`` for a plain one that is a choice only
    beside such a word, empty for another."""
    return {(row["concept"], row["term"]): row["mark"] for row in table(language, "labels").rows}


@cache
def kind_of(concept: str) -> str:
    """Whether a concept is an actor or an act."""
    every = chain.from_iterable(table(language, "labels").rows for language in ("ar", "en"))
    return next(row["kind"] for row in every if row["concept"] == concept)


@cache
def _of_concept(language: str, concept: str) -> dict[str, str]:
    """The marks of a concept's words."""
    return {term: mark for (one, term), mark in _marks(language).items() if one == concept}


def _own(by_term: dict[str, list[Label]], marks: dict[str, str], of_actor: bool) -> list[str]:
    """The words of a report's own voice, and those that weigh an actor in another's mouth; else another's words; plain
    ones where it has no other."""
    counted: Counter[str] = Counter()
    for term, labels in by_term.items():
        counted[term] = sum(2 if label.voice == "own" else 1 for label in labels)
    telling = [term for term in by_term if marks.get(term) != _BESIDE] or list(by_term)
    own = {term for term in telling if any(label.voice == "own" for label in by_term[term])}
    weighing = {term for term in telling if marks.get(term) and of_actor}
    other = {term for term in telling if any(label.voice == "reported" for label in by_term[term])}
    said = (own | weighing if own else other) or set(by_term)
    return sorted(said, key=lambda term: (-counted[term], term))
