"""The story in short: what is said to have happened, in the reports' own words, each with those who carry it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Finding, Grade, Span
from ..reconcile.fact import Fact
from .view import Carrier, View

# More is no summary.
_POINTS = 7
# What one report alone says fills up to so many points where the reports share little.
_FILLED = 5
# What all reports tell weighs as much as the gravest claim.
_GRAVEST = 4
_CONTESTED = ("contradiction", "discrepancy")
# Differences in what happened; names, words and headlines differ about how it is told.
_SUBSTANCE = (None, "value", "date", "place", "actor", "scope", "attribution")


class Point(NamedTuple):
    """One thing said to have happened. ``words`` has the span of a claim for each interface language.

    ``against`` carries the denials; ``finding`` is the finding that set these claims side by side, and ``grade`` how
    independent it found them (None where a denial stands against a claim: they are no confirmation of each other).
    """

    words: dict[str, Span]
    carriers: tuple[Carrier, ...]
    against: tuple[Carrier, ...]
    claims: tuple[str, ...]
    finding: str | None
    grade: Grade | None


def points(view: View, languages: Iterable[str]) -> list[Point]:
    """What most reports say and what one says and another denies; where that is little, what one report alone says."""
    chosen: list[Point] = []
    told: list[Fact] = []
    used: set[str] = set()
    for finding, facts in _ranked(view):
        own = [fact for fact in facts if not fact.disowned]
        alone = len({fact.report for fact in facts}) < 2
        if len(chosen) >= (_FILLED if alone else _POINTS):
            break
        if not own:
            continue
        repeated = sum(fact.id in used for fact in own) * 2 >= len(own)
        denied = len(own) < len(facts)
        if not repeated and (denied or not any(_repeats(own[0], other) for other in told)):
            told.append(own[0])
            used.update(fact.id for fact in own)
            chosen.append(_point(view, finding, facts, own, tuple(languages)))
    return chosen


def contested(findings: Iterable[Finding]) -> list[Finding]:
    """Findings on which the accounts of what happened part."""
    return [f for f in findings if f.kind in _CONTESTED and f.aspect in _SUBSTANCE]


def origins(view: View) -> int:
    """Named origins of the whole story. «The coast guard» after «Yemen's coast guard» is no second one."""
    keys = {fact.origin.key for fact in view.book.facts if fact.origin.known}
    worded = [frozenset(fold(key).removeprefix("said:").split()) for key in keys if key.startswith("said:")]
    shorter = [words for words in worded if any(words < other for other in worded)]
    return max(1, len(keys) - len(shorter)) if keys else 0


def _ranked(view: View) -> list[tuple[Finding | None, list[Fact]]]:
    """Agreements and denials, the most widely told and gravest first; then what stands alone, by weight."""
    book = view.book
    shared, alone = [], []
    for finding in view.dossier.findings:
        claims = dict.fromkeys(same for claim in finding.claims for same in view.same(claim))
        facts = [book.by_id[c] for c in claims if c in book.by_id and not book.by_id[c].head]
        if facts and finding.kind == "agreement" and finding.relation == "Overlap":
            # Of what they agree on in part no sentence is told in the name of all.
            alone.append((finding, facts[:1]))
        elif facts and finding.kind in ("agreement", "contradiction"):
            shared.append((finding, facts))
        elif facts and finding.kind == "single_source":
            alone.append((finding, facts))
    reports = len(view.dossier.readings)
    shared.sort(key=lambda item: -_GRAVEST * len({fact.report for fact in item[1]}) / reports - _gravity(item[1]))
    if shared or alone:
        return [*shared, *alone]
    told = [fact for fact in book.facts if not fact.head and fact.doubt == "actual" and fact.event is not None]
    return [(None, [fact]) for fact in sorted(told, key=lambda fact: -_gravity([fact]))]


def _gravity(facts: list[Fact]) -> int:
    """Claims with people's figures and with dated events say what happened; others often say what it was like."""
    return max(2 * any(q.outcome for q in f.figures) + bool(f.times) + (f.event is not None) for f in facts)


def _repeats(fact: Fact, other: Fact) -> bool:
    return len(fact.terms & other.terms) >= 0.6 * min(len(fact.terms), len(other.terms))


def _point(
    view: View, finding: Finding | None, facts: list[Fact], own: list[Fact], languages: tuple[str, ...]
) -> Point:
    words = {
        language: _spoken(next((f for f in own if f.reading.article.language == language and _whole(f.text)), own[0]))
        for language in languages
    }
    against = view.carriers(fact.id for fact in facts if fact.disowned)
    return Point(
        words,
        view.carriers(fact.id for fact in own),
        against,
        tuple(dict.fromkeys(fact.id for fact in facts)),
        finding.id if finding else None,
        finding.independence.grade if finding and not against else None,
    )


def _whole(text: str) -> bool:
    """Whether the quotation marks in a claim's words are closed: half a quotation reads badly alone."""
    return text.count("«") == text.count("»") and text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _spoken(fact: Fact) -> Span:
    """The claim's words without the «أن» that ties them to a word of saying."""
    span = fact.claim.span
    first, _, _ = fact.text.partition(" ")
    if fact.claim.quote and fold(first) in _ties(fact.reading.article.language):
        return Span(span.article_id, span.start + len(first) + 1, span.end)
    return span


@cache
def _ties(language: str) -> frozenset[str]:
    rows = table("en" if language == "en" else "ar", "event_words").rows
    return frozenset(fold(w) for row in rows if row["kind"] == "subordinator" for w in row["words"].split("|"))
