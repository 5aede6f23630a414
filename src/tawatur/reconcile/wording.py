"""Words chosen for one thing: where the reports' own voices call it differently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from ..likelihood import Sign, likely
from ..model import Comparison, Label, Reading, Said
from ..settings import settings
from .book import Book
from .choices import Choice, choices, kind_of, language_of, weights
from .fact import HEADS, Fact
from .mates import Mates, two_by_two
from .names.naming import Named, Near
from .say import outlet, value

# The claims shown for one word of one report.
_SHOWN = 2
# A word used so often is as telling as one used more.
_OFTEN = 4


class _Use(NamedTuple):
    """A word where it stands, with the claim there."""

    label: Label
    fact: Fact


_Uses = dict[int, dict[str, list[_Use]]]


def wording(book: Book, near: Near, slots: list[list[Fact]], mates: Mates) -> Iterator[Named]:
    """For every concept that reports name in different words, the words that one alone uses, where it is likely that
    they are chosen for one thing."""
    least = settings("wording")["told_score"]
    for choice in choices(book):
        uses = _uses(book, near, choice)
        beside = _beside(uses, slots, mates)
        if likely("wording", _signs(book, choice, beside)) >= least:
            yield from _finding(book, choice, uses, beside)


def signs(book: Book, near: Near, slots: list[list[Fact]], mates: Mates, choice: Choice) -> tuple[Sign, ...]:
    """What speaks for the words being chosen for one thing, and not for two."""
    return tuple(_signs(book, choice, _beside(_uses(book, near, choice), slots, mates)))


def _uses(book: Book, near: Near, choice: Choice) -> _Uses:
    """By report and word, where the words that differ stand."""
    return {
        number: {term: list(_used(book.readings[number], near, choice.labels[number][term])) for term in said}
        for number, said in choice.telling.items()
    }


def _used(reading: Reading, near: Near, labels: list[Label]) -> Iterator[_Use]:
    for label in labels:
        if (fact := near.fact(reading, label.span)) is not None:
            yield _Use(label, fact)


def _beside(uses: _Uses, slots: list[list[Fact]], mates: Mates) -> set[str]:
    """The claims with one of the words whose best mate in another report, or nearly, has one too."""
    mine = {use.fact.id for by_term in uses.values() for several in by_term.values() for use in several}
    pairs = two_by_two([[fact for fact in slot if fact.id in mine] for slot in slots])
    return {fact.id for pair in pairs if mates.fit(*pair) for fact in pair}


def _signs(book: Book, choice: Choice, beside: set[str]) -> Iterator[Sign]:
    yield Sign("beside", bool(beside))
    yield Sign("weighs", any(weights(book.readings[n], choice.concept, said) for n, said in choice.telling.items()))
    yield Sign("act", kind_of(choice.concept) == "act")
    yield Sign("languages", len({language_of(book.readings[number]) for number in choice.telling}) > 1)
    often = (sum(len(choice.labels[number][term]) for term in said) for number, said in choice.telling.items())
    yield Sign("again", min(*often, _OFTEN) - 1)
    yield Sign("shared", any(set(a) & set(b) for a, b in combinations(choice.labels.values(), 2)))


def _finding(book: Book, choice: Choice, uses: _Uses, beside: set[str]) -> Iterator[Named]:
    facts: list[Fact] = []
    values: list[dict[str, Any]] = []
    told = []
    for number, by_term in uses.items():
        shown = []
        for term, several in list(by_term.items())[:_SHOWN]:
            labels = choice.labels[number][term]
            voices = {label.voice for label in labels}
            voice = next(voice for voice in ("own", "reported", "quoted") if voice in voices)
            kept = _kept(book.readings[number], several, beside)
            for label, fact in kept:
                word = fact.at(label.span)
                told_of = {"concept": choice.concept, "term": term, "count": len(labels), "voice": voice}
                values.append(value(fact, **told_of, text=word, span=label.span))
                facts.append(fact)
            shown += [(f"«{fact.at(label.span)}»", voice == "own") for label, fact in kept[:1]]
        if shown:
            told.append((facts[-1], shown))
    if len(told) < 2:
        return
    ar = "، و".join(f"{outlet(fact)} {_worded(shown, 'يختار ', 'ينقل ', ' و')}" for fact, shown in told)
    en = ", ".join(f"{fact.outlet} {_worded(shown, 'chooses ', 'quotes ', ' and ')}" for fact, shown in told)
    detail = Said(f"كلمات مختلفة لمعنى واحد: {ar}.", f"Different words for one notion: {en}.")
    yield Named(Comparison("wording", "differ", 0.5, detail, tuple(values)), tuple(dict.fromkeys(facts)))


def _kept(reading: Reading, several: list[_Use], beside: set[str]) -> list[_Use]:
    """The first use of a word in the text and the first in the headline, of those first that stand beside another's."""
    heads = [sentence.span for sentence in reading.sentences if sentence.role in HEADS]
    found: dict[bool, _Use] = {}
    for use in sorted(several, key=lambda use: use.fact.id not in beside):
        found.setdefault(any(head.contains(use.label.span) for head in heads), use)
    return list(found.values())


def _worded(shown: list[tuple[str, bool]], chooses: str, quotes: str, joint: str) -> str:
    """The words of a report's own choice and those that it has from others."""
    ways = ((chooses, True), (quotes, False))
    parts = [verb + joint.join(term for term, own in shown if own == mine) for verb, mine in ways]
    return joint.join(part for part in parts if "«" in part)
