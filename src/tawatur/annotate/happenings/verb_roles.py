"""The roles of an event told by a verb, in the order of Arabic (verb, subject, object) and of English.

Arabic puts the subject behind the verb or before it, and leaves active and passive alike in writing.
"""

from __future__ import annotations

from ...lang.tables import listed
from ..phrases.chunks import Text, finite, front, noun_phrase, phrase_after, phrase_before
from .fillers import REACH, Range, Roles, Trigger, apposed, by, counts, is_actor, prepositional

_ARTICLES = listed("speech_words", "article", "en")
_DAMMA, _FATHA = "\u064f", "\u064e"
_COMMAS = frozenset("،,")
_WHERE = listed("doer_words", "deed_where", "ar")
_COUNTED_FRAMES = frozenset({"kill", "wound", "arrest", "detain", "abduct", "displace", "execute", "rape", "release"})


def of_verb_first(text: Text, trigger: Trigger) -> Roles:
    frame, end = trigger.frame, trigger.right
    first = phrase_after(text, trigger.last, trigger.tail[0] if trigger.tail else end)
    second = phrase_after(text, first[1], end) if first and not trigger.tail else None
    if first and not second and not trigger.tail and frame.direct and _known(text, first):
        second = _far_object(text, first[1])
    if first and second and apposed(text, first, second):
        first, second = (first[0], second[1]), phrase_after(text, second[1], end)
    before = None if text.words[trigger.first].joined else _subject(text, trigger)
    reach = trigger.tail[1] if trigger.tail else first[1] if first else trigger.last
    marked = prepositional(text, frame.targets, reach, end) if frame.targets else None
    pronoun = text.tokens[trigger.first].enclitics not in ((), ("نا",)) and trigger.last - trigger.first == 1
    voice = _voice(text, trigger)
    if frame.subject in ("target", "none"):
        return Roles(by(text, trigger.last, end), before or first, None, True)
    if frame.subject in ("instrument", "cause"):
        doer = before or first
        if frame.subject == "instrument":
            return Roles(None, marked, doer)
        if trigger.tail:
            return Roles(None, phrase_after(text, trigger.tail[1], end), doer)
        return Roles(None, first, before)
    if voice == "passive" or (voice == "either" and _reads_passive(text, trigger, before, first, second, pronoun)):
        return Roles(by(text, trigger.last, end), before if before and not first else first or before, None, True)
    shared = _shared_object(text, trigger) if not first else None
    if pronoun:
        return Roles(first or before, marked)
    if before and (first or marked or shared):
        if frame.direct and (first or shared):
            return Roles(before, first or shared)
        return Roles(before, marked)
    if shared and not before and not first:
        return Roles(None, shared)
    if first and (second or marked):
        return Roles(first, second if second and frame.direct else marked)
    if first and before is None and trigger.last - trigger.first == 1:
        return Roles(None, first) if _thing(text, first) and frame.direct else Roles(first, marked)
    if first and trigger.last - trigger.first > 1 and not is_actor(text, first):
        first = None
    return Roles(before or first, marked)


def of_subject_first(text: Text, trigger: Trigger) -> Roles:
    """English order: subject, verb, object; a passive's agent behind ``by``."""
    frame, end = trigger.frame, trigger.right
    before = _subject(text, trigger)
    if before and all(text.tokens[index].norm in _ARTICLES for index in range(*before)):
        before = None  # "the aid was": a noun, though it may be a verb
    after = phrase_after(text, trigger.last, end)
    marked = prepositional(text, frame.targets, trigger.last, end) if frame.targets else None
    passive = any(
        "auxiliary" in text.words[i].kinds for i in range(max(trigger.left, trigger.first - 3), trigger.first)
    )
    infinitive = trigger.last < len(text.tokens) and text.tokens[trigger.last].norm == "to"
    befalls = frame.type in ("ASSAULT", "COERCE", "ACCIDENT")
    bare = frame.voice != "active" and not after and not marked and frame.direct and befalls and not infinitive
    if frame.subject == "target":
        return Roles(prepositional(text, frozenset({"by"}), trigger.last, end), before, None, True)
    if frame.subject in ("instrument", "cause"):
        return Roles(None, after or marked, before)
    if frame.direct and not frame.imperfect and (passive or bare):
        return Roles(prepositional(text, frozenset({"by"}), trigger.last, end), before, None, True)
    return Roles(before, (after if frame.direct else None) or marked)


def _voice(text: Text, trigger: Trigger) -> str:
    """Active or passive as written: by the first vowel sign where there is one, else what the form allows."""
    token = text.tokens[trigger.first]
    signs = token.surface[front(token) + 1 : front(token) + 3]
    if trigger.frame.voice == "passive" or (signs and _DAMMA in signs and not trigger.frame.imperfect):
        return "passive"
    if trigger.frame.voice == "active" or (signs and signs[0] == _FATHA):
        return "active"
    return "either"


def _subject(text: Text, trigger: Trigger) -> Range | None:
    """The subject before the verb: next to it, or what a relative pronoun stands for."""
    before = phrase_before(text, trigger.left, trigger.first)
    if before:
        return before
    edge = trigger.left - 1
    if edge > 0 and "relative" in text.words[edge].kinds:
        return phrase_before(text, max(0, edge - 10), edge, governed=True)
    if edge > 0 and _spoken_of(text, trigger, edge):
        return _speaker(text, edge)
    # An indefinite noun takes its relative clause bare: a gunman (who) killed, a quake (that) struck.
    arabic = text.lexicon.verb_first
    bare = phrase_before(text, _opening(text, trigger.first), trigger.first, governed=True) if arabic else None
    if bare and bare[1] == trigger.first and (is_actor(text, bare) or _happening(text, bare)) and not _name(text, bare):
        return bare
    # A subject at the head of the clause, parted from its verb by a prepositional phrase.
    start = trigger.left
    while start < trigger.first and "past" in text.words[start].kinds:
        start += 1
    head = noun_phrase(text, start, trigger.first) if start < trigger.first else None
    if head and trigger.first - head[1] <= 8 and not text.words[head[0]].preposition:
        return head
    return None


def _name(text: Text, found: Range) -> bool:
    """Whether a phrase is a place's name: «وفي بغداد قتل مسلحون جنديا» has no antecedent."""
    mention = text.mention_at.get(found[0])
    return mention is not None and mention.form == "name" and mention.kind in ("GPE", "LOC")


def _opening(text: Text, index: int) -> int:
    """How far left of a verb a bare antecedent may stand: eight words, its own sentence and line."""
    first = max(0, index - 8)
    for near in range(index - 1, first - 1, -1):
        token = text.tokens[near]
        if token.surface in ".؟!؛:" or "\n" in text.source[token.span.end : text.tokens[near + 1].span.start]:
            return near + 1
    return first


def _happening(text: Text, found: Range) -> bool:
    return any(entry.frame.noun for entry in text.words[found[0]].entries)


def _spoken_of(text: Text, trigger: Trigger, edge: int) -> bool:
    """Whether the clause opens with a conjunction that holds its subject as a pronoun: said that it."""
    bare = text.tokens[edge].enclitics or "pronoun" in text.words[edge].kinds
    return bool(bare) and "subordinator" in text.words[edge].kinds and trigger.first - trigger.left <= 1


def _speaker(text: Text, edge: int) -> Range | None:
    """The subject of the verb of saying right before a conjunction: whom the pronoun in it stands for."""
    for index in range(edge - 1, max(-1, edge - 7), -1):
        if text.words[index].light == "says":
            return phrase_after(text, index + 1, edge) or phrase_before(text, max(0, index - 8), index)
        if text.tokens[index].surface in ".؛،":
            return None
    return None


def _shared_object(text: Text, trigger: Trigger) -> Range | None:
    """The object of a verb joined to this one: killed and wounded soldiers."""
    follow = trigger.last
    if follow < len(text.words) and text.words[follow].joined and finite(text.words[follow]):
        here, token = text.words[follow], text.tokens[follow]
        passive = any(entry.frame.voice == "passive" for entry in here.entries)
        if passive or token.stem.endswith("وا") != text.tokens[trigger.first].stem.endswith("وا"):
            return None
        return phrase_after(text, follow + 1, min(follow + REACH, len(text.words)))
    return None


def _known(text: Text, found: Range) -> bool:
    """Whether a phrase names somebody known who can act: «عناصر الدرك الوطني»، «الشرطة»."""
    return is_actor(text, found) and any(text.words[index].definite for index in range(*found))


def _far_object(text: Text, first: int) -> Range | None:
    """The object behind times and places that stand before it: «أوقف الدرك، مساء الثلاثاء في وهران، رجل أعمال»."""
    index, end = first, min(len(text.words), first + REACH)
    while index < end:
        here = text.words[index]
        if index in text.time_at or text.tokens[index].surface in _COMMAS:
            index += 1
        elif here.preposition or text.tokens[index].norm in _WHERE:
            inner = noun_phrase(text, index + (here.preposition is None), end)
            if inner is None:
                return None
            index = inner[1]
        elif index == first or here.joined or finite(here):
            return None
        else:
            found = noun_phrase(text, index, end)
            people = found is not None and any(
                text.words[i].actor in ("person", "fighter")
                or (i in text.mention_at and text.mention_at[i].kind == "PERSON")
                for i in range(*found)
            )
            return found if people else None
    return None


def _thing(text: Text, found: Range) -> bool:
    return text.words[found[0]].actor == "thing"


def _reads_passive(
    text: Text, trigger: Trigger, before: Range | None, first: Range | None, second: Range | None, pronoun: bool
) -> bool:
    """Whether a verb whose letters allow both voices is passive here.

    A transitive verb with one noun phrase and no object pronoun lacks its agent; newswire then writes the passive.
    """
    frame = trigger.frame
    if pronoun or not frame.direct:
        return False
    if before and first:
        return False
    if first and second:
        return counts(text, first) and not is_actor(text, second)
    if before and not first:
        return _shared_object(text, trigger) is None and frame.id in _COUNTED_FRAMES
    if first:
        return frame.id in _COUNTED_FRAMES or _thing(text, first)
    return False
