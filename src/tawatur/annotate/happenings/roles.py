"""Who did what to whom: the fillers of an event's roles, from where the noun phrases stand around its trigger.

Arabic puts the subject behind the verb or before it, leaves active and passive alike in writing, and makes
nouns of most events in news; each of the three frames below reads its own order.
"""

from __future__ import annotations

from typing import NamedTuple

from ...lang.nations import adjectives
from ...lang.tables import listed
from ..phrases.chunks import Text, coordinated, finite, noun_phrase, phrase_after, phrase_before, skip
from .frames import Entry, Frame

Range = tuple[int, int]


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


_DAMMA, _FATHA = "\u064f", "\u064e"
_REACH = 12
_THROUGH = listed("doer_words", "through")
_ADJECTIVAL = frozenset({"adjectival"})
_FOR = frozenset({"ل"})
_COMMAS = frozenset("،,")
_WHERE = listed("doer_words", "deed_where", "ar")
_COUNTED_FRAMES = frozenset({"kill", "wound", "arrest", "detain", "abduct", "displace", "execute", "rape", "release"})


def read(text: Text, trigger: Trigger) -> Roles:
    """The roles of a trigger, by the frame's own order."""
    if trigger.frame.noun:
        found = _noun(text, trigger)
    else:
        found = _verb_first(text, trigger) if text.lexicon.verb_first else _subject_first(text, trigger)
    if found.target:
        # The clause may have been cut where a second victim was taken for a new clause.
        end = min(len(text.words), max(trigger.right, found.target[1] + 4))
        found = found._replace(target=coordinated(text, found.target, end))
    return found


def _prepositional(text: Text, prepositions: frozenset[str], first: int, end: int) -> Range | None:
    """The noun phrase behind the first of the prepositions, free or attached, in ``[first, end)``."""
    for index in range(first, min(end, first + _REACH)):
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


def _by(text: Text, first: int, end: int) -> Range | None:
    """The agent of a passive: at the hands of, by the fire of."""
    for index in range(first, min(end, first + 2 * _REACH)):
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


def _voice(text: Text, trigger: Trigger) -> str:
    """Active or passive as written: by the first vowel sign where there is one, else what the form allows."""
    from ..phrases.chunks import front

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


def entries(text: Text, found: Range) -> list[Entry]:
    """The lexicon entries that begin inside a phrase."""
    return [entry for index in range(*found) for entry in text.words[index].entries]


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
        return phrase_after(text, follow + 1, min(follow + _REACH, len(text.words)))
    return None


def _verb_first(text: Text, trigger: Trigger) -> Roles:
    frame, end = trigger.frame, trigger.right
    first = phrase_after(text, trigger.last, trigger.tail[0] if trigger.tail else end)
    second = phrase_after(text, first[1], end) if first and not trigger.tail else None
    if first and not second and not trigger.tail and frame.direct and _known(text, first):
        second = _far_object(text, first[1])
    if first and second and _apposed(text, first, second):
        first, second = (first[0], second[1]), phrase_after(text, second[1], end)
    before = None if text.words[trigger.first].joined else _subject(text, trigger)
    reach = trigger.tail[1] if trigger.tail else first[1] if first else trigger.last
    marked = _prepositional(text, frame.targets, reach, end) if frame.targets else None
    pronoun = text.tokens[trigger.first].enclitics not in ((), ("نا",)) and trigger.last - trigger.first == 1
    voice = _voice(text, trigger)
    if frame.subject in ("target", "none"):
        return Roles(_by(text, trigger.last, end), before or first, None, True)
    if frame.subject in ("instrument", "cause"):
        doer = before or first
        if frame.subject == "instrument":
            return Roles(None, marked, doer)
        if trigger.tail:
            return Roles(None, phrase_after(text, trigger.tail[1], end), doer)
        return Roles(None, first, before)
    if voice == "passive" or (voice == "either" and _reads_passive(text, trigger, before, first, second, pronoun)):
        return Roles(_by(text, trigger.last, end), before if before and not first else first or before, None, True)
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


def _known(text: Text, found: Range) -> bool:
    """Whether a phrase names somebody known who can act: «عناصر الدرك الوطني»، «الشرطة»."""
    return is_actor(text, found) and any(text.words[index].definite for index in range(*found))


def _far_object(text: Text, first: int) -> Range | None:
    """The object behind times and places that stand before it: «أوقف الدرك، مساء الثلاثاء في وهران، رجل أعمال»."""
    index, end = first, min(len(text.words), first + _REACH)
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


def _apposed(text: Text, first: Range, second: Range) -> bool:
    """Whether two phrases are an office and its holder's name, so that they are one."""
    mention = text.mention_at.get(second[0])
    person = mention is not None and mention.kind == "PERSON" and mention.form == "name"
    return (
        person
        and text.words[second[0]].actor is None
        and text.words[first[0]].actor in ("person", "fighter")
        and not counts(text, first)
    )


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


def _light(text: Text, trigger: Trigger, sentence_first: int) -> tuple[int, str] | None:
    """The light verb that governs an event noun from the left, and what it says of its subject."""
    for index in range(trigger.first - 1, max(sentence_first, trigger.first - _REACH) - 1, -1):
        here = text.words[index]
        if here.light:
            return index, here.light
        event = any(entry.frame.noun and len(entry.words) == 1 for entry in here.entries)
        if "detached" in here.kinds or (event and here.actor is None):
            return None
        aside = text.tokens[index].surface == "،" and {index - 1, index + 1} & text.time_at
        if (text.tokens[index].surface in ".؛:،" and not aside) or (finite(here) and not here.light):
            return None
    return None


def _light_behind(text: Text, trigger: Trigger) -> int | None:
    """A light verb in a relative clause behind the noun: the attack that X carried out."""
    for index in range(trigger.last, min(len(text.words), trigger.last + 6)):
        here = text.words[index]
        if here.light == "does" and not here.joined:
            return index
        if finite(here) or text.tokens[index].kind == "punct" or here.joined:
            return None
    return None


def _modifiers(text: Text, trigger: Trigger) -> int:
    """The end of the adjectives behind an event noun."""
    index, definite = trigger.last, text.words[trigger.first].definite
    if trigger.last - trigger.first > 1 and "preposition" in text.words[trigger.last - 1].kinds:
        return index
    while index < trigger.right:
        here, token = text.words[index], text.tokens[index]
        plain = token.kind == "word" and here.kinds <= _ADJECTIVAL and not here.joined and not here.preposition
        if not plain or here.entries or here.light or here.definite != definite or token.enclitics:
            break
        if not definite and not here.kinds and (here.actor is not None or index in text.mention_at):
            break
        index += 1
    return index


def _noun(text: Text, trigger: Trigger) -> Roles:
    frame, end = trigger.frame, trigger.right
    token = text.tokens[trigger.first]
    own = bool(token.enclitics)
    definite = text.words[trigger.first].definite
    after = _modifiers(text, trigger)
    agent = target = None
    construct = frame.construct.removeprefix("own ")
    if construct == "self":
        return Roles(phrase_after(text, trigger.first, trigger.right) or (trigger.first, trigger.last))
    announced = construct in ("target", "agent", "declared") and not definite
    construct = "target" if construct == "patient" else construct
    takes = construct in ("agent", "target", "either") and not own and not definite and after == trigger.last
    if takes or (construct == "target" and trigger.last - trigger.first > 1 and after == trigger.last):
        follow = phrase_after(text, trigger.last, end)
        if follow and construct == "agent":
            agent = follow if is_actor(text, follow) else None
        elif follow and construct == "either":
            agent, target = (follow, None) if is_actor(text, follow) else (None, follow)
        elif follow:
            target = follow
            second = phrase_after(text, follow[1], end)
            if second and _apposed(text, follow, second):
                target = (follow[0], second[1])
            elif second and is_actor(text, follow) and (is_actor(text, second) or counts(text, second)):
                agent, target = follow, second
    if agent is None and construct not in ("target", "instrument"):
        agent = _nation(text, trigger)
    if target is None and not text.lexicon.verb_first and token.norm.endswith("ing") and not trigger.frame.imperfect:
        # A gerund keeps its object: denied shelling the hospital.
        target = phrase_after(text, trigger.last, end)
    reach = target[1] if target else agent[1] if agent else after
    target = target or _prepositional(text, frame.targets, reach, end)
    # «غارات للتحالف على»; behind the target «ل» tells whose that is: «غارات على مخازن للمتمردين».
    before_target = target[0] if target and target[0] > reach else end
    for prepositions, until in ((frame.agents & _FOR, before_target), (frame.agents - _FOR, end)):
        agent = agent or (_prepositional(text, prepositions, reach, until) if prepositions else None)
    agent = agent or _by(text, reach, end)
    governed = _light(text, trigger, max(0, trigger.left - _REACH))
    if (governed and agent is None) or (governed and target is None):
        index, role = governed
        behind = phrase_after(text, index + 1, trigger.first)
        before = None if behind and is_actor(text, behind) else _before_light(text, index)
        subject = before if before and is_actor(text, before) else behind or before
        through = _THROUGH | {"في"} if frame.type == "PROTEST" else _THROUGH
        means = text.words[trigger.first].preposition == "ب" or text.tokens[trigger.first - 1].norm in through
        if (role == "does" or (role == "other" and means)) and agent is None:
            agent = subject
        elif (
            role == "says"
            and "denial" not in text.words[index].kinds
            and announced
            and agent is None
            and subject
            and subject[1] == trigger.first
        ):
            # Who announces the arrest of somebody says that it made it.
            agent = subject if is_actor(text, subject) else None
        elif role == "says" and agent is None and _owns_up(text, index, trigger.first):
            agent = _before_light(text, index) if not text.lexicon.verb_first else subject
        elif role == "suffers" and target is None:
            target = subject
    behind_light = _light_behind(text, trigger)
    if behind_light is not None and agent is None:
        limit = min(len(text.words), behind_light + _REACH)
        agent = phrase_after(text, behind_light + 1, limit)
        if agent:
            target = target or _prepositional(text, frame.targets, agent[1], limit)
    return Roles(agent, target if target != agent else None)


def _owns_up(text: Text, first: int, last: int) -> bool:
    """Whether somebody claims responsibility between a verb of saying and an event's noun."""
    return any("responsibility" in text.words[index].kinds for index in range(first, last))


def _nation(text: Text, trigger: Trigger) -> Range | None:
    """The country that an event's noun is described by: an Israeli raid."""
    if not text.lexicon.verb_first:
        before = trigger.first - 1
        return (before, trigger.first) if before >= 0 and text.tokens[before].norm in adjectives() else None
    definite = text.words[trigger.first].definite
    for index in range(trigger.last, min(trigger.right, trigger.last + 3)):
        here, token = text.words[index], text.tokens[index]
        if here.joined or here.preposition or here.definite != definite or token.kind != "word":
            return None
        if token.stem.endswith(("ي", "يه", "يا")) and token.stem in adjectives():
            return index, index + 1
        if not here.kinds <= _ADJECTIVAL or here.actor:
            return None
    return None


def _before_light(text: Text, index: int) -> Range | None:
    left = index
    while left > 0 and index - left < _REACH:
        if text.tokens[left - 1].surface in ".؛:،" or text.words[left - 1].kinds & {"subordinator", "relative"}:
            break
        left -= 1
    found = phrase_before(text, left, index)
    if found is None and left and "relative" in text.words[left - 1].kinds:
        return phrase_before(text, max(0, left - 10), left - 1, governed=True)
    return found


def _subject_first(text: Text, trigger: Trigger) -> Roles:
    """English order: subject, verb, object; a passive's agent behind ``by``."""
    frame, end = trigger.frame, trigger.right
    before = _subject(text, trigger)
    after = phrase_after(text, trigger.last, end)
    marked = _prepositional(text, frame.targets, trigger.last, end) if frame.targets else None
    passive = any(
        "auxiliary" in text.words[i].kinds for i in range(max(trigger.left, trigger.first - 3), trigger.first)
    )
    infinitive = trigger.last < len(text.tokens) and text.tokens[trigger.last].norm == "to"
    befalls = frame.type in ("ASSAULT", "COERCE", "ACCIDENT")
    bare = frame.voice != "active" and not after and not marked and frame.direct and befalls and not infinitive
    if frame.subject == "target":
        return Roles(_prepositional(text, frozenset({"by"}), trigger.last, end), before, None, True)
    if frame.subject in ("instrument", "cause"):
        return Roles(None, after or marked, before)
    if frame.direct and not frame.imperfect and (passive or bare):
        return Roles(_prepositional(text, frozenset({"by"}), trigger.last, end), before, None, True)
    return Roles(before, (after if frame.direct else None) or marked)
