"""Names beside English nouns: "the charity ship Sea Hope", "at the Isha checkpoint", "the Blue Horizon academy"."""

from __future__ import annotations

from ...lang.nations import nation
from ...lang.tables import listed
from ...model import Reading, Span, Token
from ...story.small_words import grammar
from .bearer_classes import Noun, among, is_class_of_places
from .marks import IN_MARKS, NUMBERED, OPENING, REACH, in_marks, number, one_line

# What may stand between an English noun and its name: "the vessel, the Akdeniz Star", and "the village of Dansadau".
_LEADS = frozenset((",", "the"))
# What stands between an English noun and its name in quotation marks.
_CALLED = listed("name_company", "called", "en")


def english_name(reading: Reading, noun: Noun) -> Span | None:
    """The capitalised words around an English noun, or behind one in small letters."""
    tokens, index, kind = reading.tokens, noun.last, noun.kind
    if not is_class_of_places(kind) and (quoted := _marked_behind(reading, index)) is not None:
        return quoted
    capital = tokens[index].surface[:1].isupper()
    first, last = index, index + 1
    if capital and kind == "port" and last < len(tokens) and tokens[last].surface[:1].isupper():
        return None  # "Port Said" is a town
    while capital and first > 0 and _capital(tokens[first - 1]) and one_line(reading, first):
        first -= 1
    while last < len(tokens) and _capital(tokens[last]) and one_line(reading, last):
        last += 1
    if capital and kind in NUMBERED and last < len(tokens) and last == index + 1 and number(reading, last):
        last += 1
    if not capital:
        # «The charity ship Sea Hope».
        first = index + 1
        leads = _LEADS | {"of"} if among(kind) == "settlement" else _LEADS
        while first < len(tokens) and first - index < 3 and tokens[first].norm in leads:
            first += 1
        last = first
        while last < len(tokens) and _capital(tokens[last]) and one_line(reading, last):
            last += 1
        if first == last and not is_class_of_places(kind):
            # "the Blue Horizon academy"
            return _before(reading, index)
        if first == last and index and one_line(reading, index):
            # "at the Isha checkpoint", "the Ain Zara detention centre"
            last = index - (index > 1 and _modifier(tokens[index - 1]) and _capital(tokens[index - 2]))
            first = last - 1
            if not _capital(tokens[first]) or nation(tokens[first].norm) or set("'’") & set(tokens[first].surface):
                return None
            first -= first > 0 and _capital(tokens[first - 1]) and not nation(tokens[first - 1].norm)
    parts = [token for token in tokens[first:last] if token is not tokens[index]]
    return Span(reading.article.id, parts[0].span.start, parts[-1].span.end) if parts else None


def _before(reading: Reading, index: int) -> Span | None:
    """Two capitalised words or more before a noun, no nation's and no body's."""
    tokens, first = reading.tokens, index
    while first > 0 and _capital(tokens[first - 1]) and one_line(reading, first):
        first -= 1
    bodies = [
        m.span
        for m in reading.mentions
        if m.kind == "GPE" or (m.kind == "ORG" and m.span.end < tokens[index].span.start - 1)
    ]
    several = index - first > 1 and not any(nation(token.norm) for token in tokens[first:index])
    span = Span(reading.article.id, tokens[first].span.start, tokens[index - 1].span.end) if several else None
    return span if span and not any(body.overlaps(span) for body in bodies) else None


def _marked_behind(reading: Reading, index: int) -> Span | None:
    """«operation "Desert Shield"», «the operation, codenamed "Closed Harbour,"»."""
    tokens = reading.tokens
    for at in range(index + 1, min(index + REACH, len(tokens))):
        if tokens[at].surface in OPENING and one_line(reading, at):
            whole = in_marks(reading, at, IN_MARKS + 1)
            inside = [
                t for t in tokens[at + 1 : at + IN_MARKS + 2] if whole and whole.contains(t.span) and t.kind == "word"
            ]
            named = inside and all(t.surface[:1].isupper() or t.norm in grammar() for t in inside)
            return Span(reading.article.id, inside[0].span.start, inside[-1].span.end) if named else None
        if tokens[at].surface != "," and tokens[at].norm not in _CALLED:
            return None
    return None


def _modifier(token: Token) -> bool:
    return token.kind == "word" and token.surface.islower() and token.norm not in grammar()


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper() and token.norm not in grammar()
