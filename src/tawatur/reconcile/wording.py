"""Words chosen for one thing: where the reports' own voices call it differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..model import Comparison, Label, Reading, Said
from .book import HEADS, Book, Fact
from .naming import Named, Near
from .say import outlet, value

# The claims shown for one word of one report.
_SHOWN = 2


def wording(book: Book, near: Near) -> Iterator[Named]:
    """For every concept that two reports of one language name in their own voice, the words that one alone uses."""
    told: dict[tuple[str, str], dict[int, dict[str, list[Label]]]] = {}
    for number, reading in enumerate(book.readings):
        for label in reading.labels:
            if label.voice != "quoted":
                key = label.concept, reading.article.language
                told.setdefault(key, {}).setdefault(number, {}).setdefault(label.term, []).append(label)
    for (concept, _), by_report in told.items():
        # A word in the report's own voice counts; one it reports another as using counts where it has no other.
        terms = {number: _own(by_term) for number, by_term in by_report.items()}
        if len(terms) < 2 or len({frozenset(t) for t in terms.values()}) == 1:
            continue
        everywhere = set.intersection(*map(set, terms.values()))
        telling = {number: [t for t in said if t not in everywhere] or said for number, said in terms.items()}
        if all(set(said) <= everywhere for said in telling.values()):
            continue
        yield from _finding(book, near, concept, by_report, telling)


def _own(by_term: dict[str, list[Label]]) -> list[str]:
    counted: Counter[str] = Counter()
    for term, labels in by_term.items():
        counted[term] = sum(2 if label.voice == "own" else 1 for label in labels)
    own = [term for term, labels in by_term.items() if any(label.voice == "own" for label in labels)]
    return sorted(own or by_term, key=lambda term: (-counted[term], term))


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
            voice = "own" if any(label.voice == "own" for label in by_report[number][term]) else "reported"
            count = len(by_report[number][term])
            facts.extend(used.values())
            values.extend(
                value(fact, concept=concept, term=term, count=count, voice=voice, text=term, span=label.span)
                for label, fact in used.items()
            )
            if used:
                shown.append(f"«{term}»")
        if shown:
            parts.append((facts[-1], shown))
    if len({fact.report for fact in facts}) < 2:
        return
    ar = "، و".join(f"{outlet(fact)} يختار {' و'.join(shown)}" for fact, shown in parts)
    en = ", ".join(f"{fact.outlet} chooses {' and '.join(shown)}" for fact, shown in parts)
    detail = Said(f"كلمات مختلفة لمعنى واحد: {ar}.", f"Different words for one notion: {en}.")
    yield Named(Comparison("wording", "differ", 0.5, detail, tuple(values)), tuple(dict.fromkeys(facts)))


def _used(reading: Reading, near: Near, labels: list[Label]) -> dict[Label, Fact]:
    """The first use of a word in the text and the first in the headline, each with its claim."""
    heads = [sentence.span for sentence in reading.sentences if sentence.role in HEADS]
    found: dict[bool, tuple[Label, Fact]] = {}
    for label in labels:
        fact = near.fact(reading, label.span)
        if fact is not None:
            found.setdefault(any(head.contains(label.span) for head in heads), (label, fact))
    return dict(found.values())
