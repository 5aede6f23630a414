"""The roles of an event told by a noun: who stands behind it, describes it, or does it with a light verb."""

from __future__ import annotations

from ...lang.nations import adjectives
from ...lang.tables import listed
from ..phrases.chunks import Text, finite, phrase_after, phrase_before
from .fillers import REACH, Range, Roles, Trigger, apposed, by, counts, is_actor, prepositional

_THROUGH = listed("doer_words", "through")
_ADJECTIVAL = frozenset({"adjectival"})
_FOR = frozenset({"ل"})
# Who and whom.
_Pair = tuple[Range | None, Range | None]


def of_noun(text: Text, trigger: Trigger) -> Roles:
    """Who and whom: from what stands behind the noun, else from a light verb before it or behind."""
    construct = trigger.frame.construct.removeprefix("own ")
    if construct == "self":
        return Roles(phrase_after(text, trigger.first, trigger.right) or (trigger.first, trigger.last))
    agent, target = _told_behind(text, trigger, "target" if construct == "patient" else construct)
    governed = _light(text, trigger, max(0, trigger.left - REACH))
    if governed and (agent is None or target is None):
        announced = construct in ("target", "agent", "declared") and not text.words[trigger.first].definite
        agent, target = _with_light(text, trigger, governed, announced, (agent, target))
    behind_light = _light_behind(text, trigger)
    if behind_light is not None and agent is None:
        limit = min(len(text.words), behind_light + REACH)
        agent = phrase_after(text, behind_light + 1, limit)
        if agent:
            target = target or prepositional(text, trigger.frame.targets, agent[1], limit)
    return Roles(agent, target if target != agent else None)


def _told_behind(text: Text, trigger: Trigger, construct: str) -> _Pair:
    """Who and whom the words behind the noun tell: those it governs, its adjectives, what its prepositions lead."""
    frame, end = trigger.frame, trigger.right
    after = _modifiers(text, trigger)
    agent, target = _in_construct(text, trigger, construct) if after == trigger.last else (None, None)
    if agent is None and construct not in ("target", "instrument"):
        agent = _nation(text, trigger)
    gerund = not text.lexicon.verb_first and text.tokens[trigger.first].norm.endswith("ing")
    if target is None and gerund and not frame.imperfect:
        # A gerund keeps its object: denied shelling the hospital.
        target = phrase_after(text, trigger.last, end)
    reach = target[1] if target else agent[1] if agent else after
    target = target or prepositional(text, frame.targets, reach, end)
    # «غارات للتحالف على»; behind the target «ل» tells whose that is: «غارات على مخازن للمتمردين».
    before_target = target[0] if target and target[0] > reach else end
    for prepositions, until in ((frame.agents & _FOR, before_target), (frame.agents - _FOR, end)):
        agent = agent or (prepositional(text, prepositions, reach, until) if prepositions else None)
    return agent or by(text, reach, end), target


def _in_construct(text: Text, trigger: Trigger, construct: str) -> _Pair:
    """Who and whom that the noun governs right behind it («قصف الطيران المدينة»), by what its construct takes."""
    own = bool(text.tokens[trigger.first].enclitics) or text.words[trigger.first].definite
    takes = construct in ("agent", "target", "either") and not own
    follow = None
    if takes or (construct == "target" and trigger.last - trigger.first > 1):
        follow = phrase_after(text, trigger.last, trigger.right)
    if follow is None:
        return None, None
    if construct == "agent":
        return (follow if is_actor(text, follow) else None), None
    if construct == "either":
        return (follow, None) if is_actor(text, follow) else (None, follow)
    second = phrase_after(text, follow[1], trigger.right)
    if second and apposed(text, follow, second):
        return None, (follow[0], second[1])
    if second and is_actor(text, follow) and (is_actor(text, second) or counts(text, second)):
        return follow, second
    return None, follow


def _with_light(text: Text, trigger: Trigger, governed: tuple[int, str], announced: bool, told: _Pair) -> _Pair:
    """Who and whom, what is not told yet taken from the light verb that governs the noun."""
    index, role = governed
    agent, target = told
    behind = phrase_after(text, index + 1, trigger.first)
    before = None if behind and is_actor(text, behind) else _before_light(text, index)
    subject = before if before and is_actor(text, before) else behind or before
    through = _THROUGH | {"في"} if trigger.frame.type == "PROTEST" else _THROUGH
    means = text.words[trigger.first].preposition == "ب" or text.tokens[trigger.first - 1].norm in through
    if (role == "does" or (role == "other" and means)) and agent is None:
        return subject, target
    if role == "says" and agent is None:
        return _who_says(text, trigger, index, announced, subject), target
    if role == "suffers" and target is None:
        return agent, subject
    return told


def _who_says(text: Text, trigger: Trigger, index: int, announced: bool, subject: Range | None) -> Range | None:
    """Who announces the arrest of somebody says that it made it; so does who owns up to an attack."""
    denied = "denial" in text.words[index].kinds
    if announced and not denied and subject and subject[1] == trigger.first:
        return subject if is_actor(text, subject) else None
    if _owns_up(text, index, trigger.first):
        return _before_light(text, index) if not text.lexicon.verb_first else subject
    return None


def _light(text: Text, trigger: Trigger, sentence_first: int) -> tuple[int, str] | None:
    """The light verb that governs an event noun from the left, and what it says of its subject."""
    for index in range(trigger.first - 1, max(sentence_first, trigger.first - REACH) - 1, -1):
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
    while left > 0 and index - left < REACH:
        if text.tokens[left - 1].surface in ".؛:،" or text.words[left - 1].kinds & {"subordinator", "relative"}:
            break
        left -= 1
    found = phrase_before(text, left, index)
    if found is None and left and "relative" in text.words[left - 1].kinds:
        return phrase_before(text, max(0, left - 10), left - 1, governed=True)
    return found
