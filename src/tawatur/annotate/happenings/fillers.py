"""Who may fill a role of an event: phrases behind prepositions and the words of a doer, for verbs and nouns alike."""

from __future__ import annotations

from typing import NamedTuple

from ..phrases.chunks import Text, finite, noun_phrase, skip
from .frames import Entry, Frame

Range = tuple[int, int]
REACH = 12


class Trigger(NamedTuple):
    """Tokens ``[first, last)`` that tell an event, its frame, and the clause around them.

    ``tail`` is where the rest of a verb's phrase stands when its subject parts them: opened … fire.
    """

    first: int
    last: int
    frame: Frame
    left: int
    right: int
    tail: Range | None = None


class Roles(NamedTuple):
    """Token ranges of the fillers; ``passive`` tells how the verb was read."""

    agent: Range | None = None
    target: Range | None = None
    instrument: Range | None = None
    passive: bool = False


Read = tuple[Trigger, Roles]


def prepositional(text: Text, prepositions: frozenset[str], first: int, end: int) -> Range | None:
    """The noun phrase behind the first of the prepositions, free or attached, in ``[first, end)``."""
    for index in range(first, min(end, first + REACH)):
        here, token = text.words[index], text.tokens[index]
        if "detached" in here.kinds or (index > first and any(e.frame.noun for e in here.entries)):
            return None
        if here.preposition and here.preposition in prepositions:
            return noun_phrase(text, index, end)
        if token.norm in prepositions or token.stem in prepositions:
            start = skip(text, index + 1, end)
            if start < end and not text.words[start].preposition:
                return noun_phrase(text, start, end)
        if index > first and finite(here):
            return None
    return None


def by(text: Text, first: int, end: int) -> Range | None:
    """The agent of a passive: at the hands of, by the fire of."""
    for index in range(first, min(end, first + 2 * REACH)):
        here, token = text.words[index], text.tokens[index]
        for words, kind in text.lexicon.phrases.get(token.norm, ()):
            size = len(words)
            if kind == "by" and all(
                text.tokens[index + step].norm == w for step, w in enumerate(words) if index + size <= end
            ):
                start = skip(text, index + size, end)
                if start < end:
                    return noun_phrase(text, start, end)
        if here.preposition == "ب" and text.lexicon.kinds.get(token.stem, frozenset()) & {"by"}:
            found = noun_phrase(text, index + 1, end) if index + 1 < end else None
            if found and not text.words[index + 1].joined and is_actor(text, found):
                return found
    return None


def is_actor(text: Text, found: Range) -> bool:
    """Whether a phrase names somebody who can act: a listed head, or a named person, body or country."""
    for index in range(*found):
        if text.words[index].actor not in (None, "thing"):
            return True
        mention = text.mention_at.get(index)
        if mention is not None:
            return mention.kind in ("PERSON", "ORG", "GPE")
        if text.words[index].definite:
            break
    return False


def counts(text: Text, found: Range) -> bool:
    """Whether a phrase opens with a number or a quantifier."""
    return text.tokens[found[0]].kind == "number" or "quantifier" in text.words[found[0]].kinds


def apposed(text: Text, first: Range, second: Range) -> bool:
    """Whether two phrases are an office and its holder's name, so that they are one."""
    mention = text.mention_at.get(second[0])
    person = mention is not None and mention.kind == "PERSON" and mention.form == "name"
    return (
        person
        and text.words[second[0]].actor is None
        and text.words[first[0]].actor in ("person", "fighter")
        and not counts(text, first)
    )


def entries(text: Text, found: Range) -> list[Entry]:
    """The lexicon entries that begin inside a phrase."""
    return [entry for index in range(*found) for entry in text.words[index].entries]
