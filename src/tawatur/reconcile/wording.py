"""Words chosen for one thing: where the reports' own voices call it differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..lang.tables import table
from ..model import Comparison, Label, Reading, Said
from .book import Book
from .fact import HEADS, Fact
from .names.naming import Named, Near
from .say import outlet, value

# The claims shown for one word of one report.
_SHOWN = 2
# The mark of a plain word that is a choice only beside one that weighs the thing.
_BESIDE = "-"


def wording(book: Book, near: Near) -> Iterator[Named]:
    """For every concept that two reports name, the words that one alone uses; of two languages, those that weigh the
    thing or take a side."""
    told: dict[str, dict[int, dict[str, list[Label]]]] = {}
    for number, reading in enumerate(book.readings):
        for label in reading.labels:
            if _in_name(reading, label):
                continue
            told.setdefault(label.concept, {}).setdefault(number, {}).setdefault(label.term, []).append(label)
    for concept, by_report in told.items():
        # A word in the report's own voice counts; one it reports another as using counts where it has no other.
        terms = {
            number: _own(
                by_term,
                _of_concept(_language(book.readings[number]), concept),
                concept in _actors(_language(book.readings[number])),
            )
            for number, by_term in by_report.items()
        }
        languages: dict[str, dict[int, list[str]]] = {}
        for number, said in terms.items():
            languages.setdefault(book.readings[number].article.language, {})[number] = said
        found = [
            telling
            for of_one in languages.values()
            if (telling := _telling(of_one)) and not _plain(_language(book.readings[min(of_one)]), concept, telling)
        ]
        if not found and len(languages) > 1:
            found = [telling for telling in (_marked(book, concept, terms),) if telling]
        for telling in found:
            yield from _finding(book, near, concept, by_report, telling)


def _in_name(reading: Reading, label: Label) -> bool:
    """«تنظيم القاعدة»: whether a plain word is a part of a name, and so nobody's choice."""
    plain = _marks(_language(reading)).get((label.concept, label.term)) == _BESIDE
    names = (m.span for m in reading.mentions if m.form == "name") if plain else ()
    return any(name.contains(label.span) and name != label.span for name in names)


def _telling(terms: dict[int, list[str]]) -> dict[int, list[str]]:
    """The words of each report that not all of them have, else all its words; empty where nothing differs."""
    if len(terms) < 2 or len({frozenset(t) for t in terms.values()}) == 1:
        return {}
    everywhere = set.intersection(*map(set, terms.values()))
    telling = {number: [t for t in said if t not in everywhere] or said for number, said in terms.items()}
    return {} if all(set(said) <= everywhere for said in telling.values()) else telling


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
    weighed = {
        number: {
            mark: term
            for term in said
            if (mark := _marks(_language(book.readings[number])).get((concept, term), "").strip(_BESIDE))
        }
        for number, said in terms.items()
    }
    if len({frozenset(by_mark) for by_mark in weighed.values()}) == 1:
        return {}
    everywhere = set.intersection(*map(set, weighed.values()))
    return {
        number: [term for mark, term in weighed[number].items() if mark not in everywhere] or said
        for number, said in terms.items()
    }


def _language(reading: Reading) -> str:
    return "en" if reading.article.language.startswith("en") else "ar"


@cache
def _marks(language: str) -> dict[tuple[str, str], str]:
    """By concept and word, what a word that weighs the thing says of it; ``_BESIDE`` for a plain one that is a choice only
    beside such a word, empty for another."""
    return {(row["concept"], row["term"]): row["mark"] for row in table(language, "labels").rows}


@cache
def _actors(language: str) -> frozenset[str]:
    """The concepts that are somebody."""
    return frozenset(row["concept"] for row in table(language, "labels").rows if row["kind"] == "actor")


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


def _finding(
    book: Book,
    near: Near,
    concept: str,
    by_report: dict[int, dict[str, list[Label]]],
    telling: dict[int, list[str]],
) -> Iterator[Named]:
    facts: list[Fact] = []
    values: list[dict[str, Any]] = []
    parts = []
    for number, said in telling.items():
        shown = []
        for term in said[:_SHOWN]:
            used = _used(book.readings[number], near, by_report[number][term])
            voices = {label.voice for label in by_report[number][term]}
            voice = next(voice for voice in ("own", "reported", "quoted") if voice in voices)
            count = len(by_report[number][term])
            facts.extend(used.values())
            values.extend(
                value(
                    fact,
                    concept=concept,
                    term=term,
                    count=count,
                    voice=voice,
                    text=fact.at(label.span),
                    span=label.span,
                )
                for label, fact in used.items()
            )
            if used:
                label, fact = next(iter(used.items()))
                shown.append((f"«{fact.at(label.span)}»", voice == "own"))
        if shown:
            parts.append((facts[-1], shown))
    if len({fact.report for fact in facts}) < 2:
        return
    told = [
        (fact, _worded(shown, "يختار ", "ينقل ", " و"), _worded(shown, "chooses ", "quotes ", " and "))
        for fact, shown in parts
    ]
    ar = "، و".join(f"{outlet(fact)} {said}" for fact, said, _ in told)
    en = ", ".join(f"{fact.outlet} {said}" for fact, _, said in told)
    detail = Said(f"كلمات مختلفة لمعنى واحد: {ar}.", f"Different words for one notion: {en}.")
    yield Named(Comparison("wording", "differ", 0.5, detail, tuple(values)), tuple(dict.fromkeys(facts)))


def _worded(shown: list[tuple[str, bool]], chooses: str, quotes: str, joint: str) -> str:
    """The words of a report's own choice and those that it has from others."""
    ways = ((chooses, True), (quotes, False))
    parts = [verb + joint.join(term for term, own in shown if own == mine) for verb, mine in ways]
    return joint.join(part for part in parts if "«" in part)


def _used(reading: Reading, near: Near, labels: list[Label]) -> dict[Label, Fact]:
    """The first use of a word in the text and the first in the headline, each with its claim."""
    heads = [sentence.span for sentence in reading.sentences if sentence.role in HEADS]
    found: dict[bool, tuple[Label, Fact]] = {}
    for label in labels:
        fact = near.fact(reading, label.span)
        if fact is not None:
            found.setdefault(any(head.contains(label.span) for head in heads), (label, fact))
    return dict(found.values())
