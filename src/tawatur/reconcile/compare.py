"""Comparators: each looks at one thing that two aligned claims say and returns a verdict with its sentence, or None.

Similarity has only set the claims side by side; here speakers are compared as values, actors in
``actors``, dates and hours in ``whenabouts``, places in ``whereabouts``. Silence is never a verdict: a comparator that
lacks a value on either side returns None.
"""

from __future__ import annotations

import re

from ..annotate.speech.sayings import documents
from ..lang.matching import match_names
from ..lang.matching import words as name_words
from ..lang.normalise import fold
from ..model import Comparison, Said, Span
from ..story.terms import grammar
from .book import Book, Fact
from .doers.actors import one_name
from .names.roles import offices
from .say import outlet, speaker, speaker_at, value, words
from .similarity import likeness, overlap, same_event

_IN_MARKS = re.compile('[«“"]([^«»“”"\n]+)[»”"]?')
# Words of a statement at least, where names and labels stand in quotation marks too.
_STATEMENT = 3
# Two sentences of one wording with two speakers are one statement ascribed twice.
_ONE_STATEMENT = 0.7
# … and one in quotation marks is retold in words that are this much the same.
_RETOLD = 0.75
# Letters between an office and the name that a comma sets beside it.
_COMMA = 3
# A quotation and its translation share little of their words.
_ONE_TRANSLATED = 0.3


def attribution(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """One statement ascribed to two speakers: within a report, or word for word in two."""
    if not (left.origin.known and right.origin.known) or left.origin.key == right.origin.key:
        return None
    if name_words(left.origin.name) == name_words(right.origin.name):
        return None
    if {left.origin.kind, right.origin.kind} == {"named", "agency"} or left.denied != right.denied:
        return None
    foreign = left.reading.article.language != right.reading.article.language
    if not (_two_people(left, right) if foreign else _somebody(left) and _somebody(right)):
        # Names of bodies are translated: two names in two languages are no two speakers.
        return None
    people = _person(left), _person(right)
    if match_names(people[0] or "", people[1] or "", "PERSON"):
        return None
    if not all(people) and one_name(left.origin.name, right.origin.name):
        return None  # «الوزير» and the minister by his name, too
    same_report = left.report == right.report
    if not same_report and _text(left) != _text(right):
        return None  # a body's statement quotes somebody of it
    lexical = overlap(book, left, right)
    statement = left.doubt == right.doubt != "actual" and same_event(left, right)
    alike = foreign and likeness(book, left, right).score >= _ONE_TRANSLATED
    if not (lexical >= _ONE_STATEMENT or alike or (same_report and statement)):
        return None
    if not same_report and not _one_statement(book, left, right):
        return None
    what = _stance(left)
    if same_report:
        ar = f"ينسب {outlet(left)} {what.ar} الواحد إلى جهتين: {speaker(left)} ({words(left, 70)}) و{speaker(right)} ({words(right, 70)})."
        en = f"{left.outlet} gives one {what.en} to two speakers: {speaker(left)} ({words(left, 70)}) and {speaker(right)} ({words(right, 70)})."
    else:
        ar = f"ينسب {outlet(left)} الكلام إلى {speaker(left)}، وينسبه {outlet(right)} إلى {speaker(right)}: {words(left)}."
        en = f"{left.outlet} gives the statement to {speaker(left)}, {right.outlet} to {speaker(right)}: {words(left)}."
    values = tuple(value(f, source=f.origin.name, text=f.text, **speaker_at(f)) for f in (left, right))
    return Comparison("attribution", "differ", 0.2, Said(ar, en), values)


def _one_statement(book: Book, left: Fact, right: Fact) -> bool:
    """Whether two claims give the words of one statement. Two who say the same in the outlets' words have both said it;
    what stands in quotation marks has been said once, also where the other retells it, unless a report itself has it of
    several."""
    quoted = _quoted(left), _quoted(right)
    if all(quoted) or not any(quoted) or overlap(book, left, right) < _RETOLD:
        return all(quoted)
    others = (f for f in book.facts if f.report in (left.report, right.report) and f.origin.known and not f.head)
    return not any(
        f.origin.key not in (left.origin.key, right.origin.key) and overlap(book, f, left) >= _ONE_STATEMENT
        for f in others
    )


def _person(fact: Fact) -> str | None:
    """The name of the person who speaks."""
    source = fact.claim.source
    if source is None or source.span is None:
        return None
    named = (m for m in fact.reading.mentions if m.kind == "PERSON" and m.form == "name")
    # «the federation's president, Hamad al-Asfoor»
    at = Span(source.span.article_id, source.span.start, source.span.end + _COMMA)
    found = next((m for m in named if m.span.overlaps(at)), None)
    return found.span.of(fact.reading.article.text) if found else None


def _two_people(left: Fact, right: Fact) -> bool:
    """Whether two speakers are people no word of whose names can be one word in two scripts."""
    one, other = _person(left), _person(right)
    return bool(one and other) and not any(
        match_names(a, b, "PERSON") for a in name_words(one or "") for b in name_words(other or "")
    )


def _text(fact: Fact) -> bool:
    """Whether a statement or a report speaks, and nobody by himself."""
    return bool(set(fold(fact.origin.name).split()[:1]) & documents().keys())


def _quoted(fact: Fact) -> bool:
    """Whether a run of words of the claim stands in quotation marks, longer than a name."""
    text, span = fact.reading.article.text, fact.claim.span
    start = max(0, span.start - 2)
    runs = (run for run in _IN_MARKS.finditer(text, start) if start <= run.start() < span.end)
    return any(len(run[1].split()) >= _STATEMENT for run in runs)


def _somebody(fact: Fact) -> bool:
    """Whether the speaker is told well enough to be told from another: by a name the record knows, or in words."""
    said = name_words(fact.origin.name)
    several = len(said) > 1 and said[0] not in grammar()
    return fact.origin.entity is not None or several or bool(offices(fact.origin.name))


def _stance(fact: Fact) -> Said:
    """What kind of statement it is, for the sentence."""
    return {
        "warned": Said("التحذير", "warning"),
        "demanded": Said("المطلب", "demand"),
        "planned": Said("الوعد", "promise"),
    }.get(fact.doubt, Said("القول", "statement"))
