"""How old somebody is said to be: a number of years that belongs to a person and to nothing that happened."""

from __future__ import annotations

import re

from ...lang.normalise import fold
from ...model import Mention, Quantity, Reading, Span

# What an age is called by in the measures.
AGE = "age"
# Words before the number of years, up to its own clause: «البالغ من العمر», «عن عمر ناهز», "aged".
_SAID = re.compile(r"(?:\b(?:ال)?عمر(?:ه|ها)?\b(?:\W+\w+)?|\b(?:بن|بنت|ابن|ابنه|سن)|\baged?)\W*$")
_OLD = re.compile(r"\W*(?:years?\W+)?old\b")
# Characters before and behind a number that can say so.
_BESIDE = 24
_YEARS = re.compile(r"^\s*(?:عاما|عام|سنة|سنوات|أعوام|years?)?\s*")
# «ابن الثالثة والعشرين»: the words of the number say it.
_CHILD = re.compile(r"(?:بن|بنت|ابن|ابنه)\b")


def is_age(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number of years, or a bare number set off behind a name («سالم القريتلي (38)», "Hassan, 38,"), is one."""
    text, span = reading.article.text, quantity.span
    before, behind = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    bare = quantity.counted is None and quantity.unit == "count"
    if not bare and not _of_years(reading, quantity):
        return False
    if _SAID.search(fold(before)) or _OLD.match(fold(behind)) or _CHILD.match(fold(span.of(text))):
        return True
    marks = before.rstrip()[-1:], _YEARS.sub("", behind)[:1]
    return marks in (("(", ")"), (",", ","), ("،", "،")) and _named_at(reading, span.start) is not None


def _of_years(reading: Reading, quantity: Quantity) -> bool:
    return any(
        time.type == "DURATION" and (time.edtf or "").endswith("Y") and time.span.overlaps(quantity.span)
        for time in reading.times
    )


def _named_at(reading: Reading, position: int) -> Mention | None:
    """The person whose name ends right before a bracket or a comma."""
    return next(
        (m for m in reading.mentions if m.kind == "PERSON" and m.form == "name" and 0 < position - m.span.end <= 3),
        None,
    )


def whose(reading: Reading, sentence: Span, quantity: Quantity) -> str | None:
    """The person, by entity, whose age it is: the last one named before it in its sentence, else the first behind."""
    named = [m for m in reading.mentions if m.kind == "PERSON" and m.entity and sentence.contains(m.span)]
    before = [m for m in named if m.span.end <= quantity.span.start]
    found = before[-1] if before else next(iter(named), None)
    return found.entity if found else None
