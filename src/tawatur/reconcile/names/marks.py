"""What the readers of names in Arabic and in English share: names in quotation marks, numbers that are names."""

from __future__ import annotations

from ...model import Reading, Span

OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
# How far behind the noun a name in quotation marks may stand («المركب الذي يحمل اسم «نور»»), and its words.
REACH, IN_MARKS = 4, 4
# Classes that numbers name.
NUMBERED = frozenset(("bridge", "street", "road", "kilometre", "gate", "pier", "tunnel", "building"))


def quoted(reading: Reading, start: int, reach: int = REACH) -> Span | None:
    tokens = reading.tokens
    for index in range(start, min(start + reach, len(tokens))):
        if index and not one_line(reading, index):
            return None
        if tokens[index].surface in OPENING:
            return in_marks(reading, index, IN_MARKS)
        if tokens[index].kind != "word":
            return None
    return None


def in_marks(reading: Reading, index: int, longest: int) -> Span | None:
    """The words between the quotation mark at an index and the one that closes it, ``longest`` words at most."""
    tokens = reading.tokens
    behind = range(index + 1, min(index + longest + 2, len(tokens)))
    end = next((n for n in behind if tokens[n].surface in _CLOSING), index + 1)
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[end - 1].span.end) if end > index + 1 else None


def one_line(reading: Reading, index: int) -> bool:
    """Whether no line ends between a word and the one before it."""
    before, after = reading.tokens[index - 1].span.end, reading.tokens[index].span.start
    return "\n" not in reading.article.text[before:after]


def number(reading: Reading, index: int) -> bool:
    """«جسر 17», «شارع 60»: a number that is a name, and no count of hours or metres."""
    token = reading.tokens[index]
    if not token.norm.isdigit() or not one_line(reading, index) or of_time(reading, token.span):
        return False
    return not any(q.span.overlaps(token.span) and q.unit != "count" for q in reading.quantities)


def of_time(reading: Reading, span: Span) -> bool:
    """«مطار كسلا الأحد»: the day on which it was."""
    return any(time.span.overlaps(span) for time in reading.times)
