"""Comparators: each looks at one thing that two aligned claims say and returns a verdict with its sentence, or None.

Similarity has only set the claims side by side; here speakers are compared as values, actors in
``actors``, dates and hours in ``whenabouts``, places in ``whereabouts``. Silence is never a verdict: a comparator that
lacks a value on either side returns None.
"""

from __future__ import annotations

from ..annotate.speech.sayings import documents
from ..lang.matching import match_names
from ..lang.matching import words as name_words
from ..lang.normalise import fold
from ..model import Comparison, Said, Span
from ..story.small_words import grammar
from .asides import answered
from .book import Book
from .doers.actors import one_name
from .fact import Fact
from .names.roles import offices
from .say import outlet, speaker, speaker_at, value, words
from .similarity import overlap, same_event

# Two sentences of one wording with two speakers are one statement ascribed twice.
_ONE_STATEMENT = 0.7
# Letters between an office and the name that a comma sets beside it.
_COMMA = 3


def attribution(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """One statement ascribed to two speakers within a report."""
    if left.report != right.report or not two_speakers(left, right) or answered(left) or answered(right):
        return None
    statement = left.doubt == right.doubt != "actual" and same_event(left, right)
    if not (statement or overlap(book, left, right) >= _ONE_STATEMENT):
        return None
    what = _stance(left)
    ar = f"ينسب {outlet(left)} {what.ar} الواحد إلى جهتين: {speaker(left)} ({words(left, 70)}) و{speaker(right)} ({words(right, 70)})."
    en = f"{left.outlet} gives one {what.en} to two speakers: {speaker(left)} ({words(left, 70)}) and {speaker(right)} ({words(right, 70)})."
    return _ascribed(left, right, Said(ar, en))


def two_speakers(left: Fact, right: Fact) -> bool:
    """Whether two claims are said by two, both known well enough to be told apart."""
    if not (left.origin.known and right.origin.known) or name_words(left.origin.name) == name_words(right.origin.name):
        return False
    people = person(left), person(right)
    if left.origin.key == right.origin.key and not all(people):
        return False  # two persons of one body are one origin, and still two who speak
    if {left.origin.kind, right.origin.kind} == {"named", "agency"} or left.denied != right.denied:
        return False
    foreign = left.reading.article.language != right.reading.article.language
    if not (_two_people(left, right) if foreign else _somebody(left) and _somebody(right)):
        # Names of bodies are translated: two names in two languages are no two speakers.
        return False
    if match_names(people[0] or "", people[1] or "", "PERSON"):
        return False
    # «الوزير» and the minister by his name, too; a body's statement quotes somebody of it.
    one = not all(people) and one_name(left.origin.name, right.origin.name)
    return not one and (left.report == right.report or _text(left) == _text(right))


def ascribed(left: Fact, right: Fact) -> Comparison:
    """One statement that two reports give to two speakers."""
    ar = f"ينسب {outlet(left)} الكلام إلى {speaker(left)}، وينسبه {outlet(right)} إلى {speaker(right)}: {words(left)}."
    en = f"{left.outlet} gives the statement to {speaker(left)}, {right.outlet} to {speaker(right)}: {words(left)}."
    return _ascribed(left, right, Said(ar, en))


def _ascribed(left: Fact, right: Fact, detail: Said) -> Comparison:
    values = tuple(value(f, source=f.origin.name, text=f.text, **speaker_at(f)) for f in (left, right))
    return Comparison("attribution", "differ", 0.2, detail, values)


def person(fact: Fact) -> str | None:
    """The name of the person who speaks a claim; None where no one is named."""
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
    one, other = person(left), person(right)
    return bool(one and other) and not any(
        match_names(a, b, "PERSON") for a in name_words(one or "") for b in name_words(other or "")
    )


def _text(fact: Fact) -> bool:
    """Whether a statement or a report speaks, and nobody by himself."""
    return bool(set(fold(fact.origin.name).split()[:1]) & documents().keys())


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
