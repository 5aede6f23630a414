"""Protests: what protesters do, who they are and whom they protest against.

What protesters do is protest, whatever else it is (PLOVER's riot). Against whom is seldom the verb's object: it
stands in the grievance («احتجاجا على», «ضد», «مطالبين») further on in the sentence, inside a phrase that names a
policy, so the phrase is searched for somebody who can be protested against.
"""

from __future__ import annotations

from ...lang.tables import listed
from ...model import Sentence
from ..phrases.chunks import Text, finite, noun_phrase
from .fillers import Range, Read, Roles, Trigger, entries, is_actor

_RIOTOUS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "REQUEST"})
_REACH = 40
_LENGTH = 12
_NEAR = 6
_STOPS = frozenset(".؛;:،»؟!)-ـ")
# Nouns whose construct names what is done to something; endings of what cannot describe protesters.
_DONE_TO = frozenset({"target", "either"})
_OF_THINGS = ("ه", "ات", "ا")
_GATHERING = listed("doer_words", "gathering", "ar")
_IN_FRONT = listed("doer_words", "in_front", "ar")


def settled(text: Text, sentence: Sentence, told: list[Read]) -> list[Read]:
    """The triggers of a sentence, those of protesters told as protest, with the grievance's addressee as target."""
    flying = [_flies(text, trigger, told[max(0, order - _NEAR) : order]) for order, (trigger, _) in enumerate(told)]
    found = _lone(text, _acts(text, [read for read, drone in zip(told, flying) if not drone]))
    return [
        (_with_object(text, sentence, trigger, roles), _aggrieved(text, sentence, trigger, roles))
        if trigger.frame.type == "PROTEST"
        else (trigger, roles)
        for trigger, roles in _peopled(text, found)
    ]


def _with_object(text: Text, sentence: Sentence, trigger: Trigger, roles: Roles) -> Trigger:
    """«رفع المتظاهرون لافتات», «جاب شوارع», «إحراق الأعلام»: what is done to things belongs to what protesters do.

    Only where at most one word of the subject stands between.
    """
    if trigger.last - trigger.first > 1 or (trigger.frame.noun and not _deed_noun(trigger)):
        return trigger
    index = trigger.last
    subject = roles.agent if roles.agent and roles.agent[0] == index and roles.agent[1] - index == 1 else None
    index += 1 if subject else 0
    if index >= sentence.last or text.tokens[index].kind != "word":
        return trigger
    # Behind an indefinite subject a word may describe it: «متظاهرون أفغان».
    parted = subject is None or text.words[subject[0]].definite or text.tokens[index].norm.endswith(_OF_THINGS)
    object_ = parted or (roles.target is not None and roles.target[0] == index)
    done_to = (object_ and _thing(text, index, trigger.frame.noun)) or _thrown(text, index)
    return trigger._replace(last=index + 1) if done_to else trigger


def _thing(text: Text, index: int, construct: bool) -> bool:
    """Whether a word can be the thing that something is done to; behind a noun it may be definite or somebody's."""
    token, word = text.tokens[index], text.words[index]
    named = index in text.mention_at and word.actor != "thing"
    bare = not (word.kinds or word.light or word.preposition or word.joined or named or finite(word))
    return bare and word.actor in (None, "", "thing") and (construct or not (token.proclitics or token.enclitics))


def _thrown(text: Text, index: int) -> bool:
    """«رشقوا الشرطة بالحجارة»."""
    word = text.words[index]
    return word.preposition == "ب" and word.definite and not word.actor


def _deed_noun(trigger: Trigger) -> bool:
    """Whether a noun says what protesters do to something, and not that they protest."""
    return trigger.frame.construct in _DONE_TO and trigger.frame.mode != "boycott"


def _flies(text: Text, trigger: Trigger, told: list[Read]) -> bool:
    """Whether «مسيرات» are drones here: the word is a weapon's too, and an attack or its defence stands before it."""
    if trigger.frame.type != "PROTEST" or text.tokens[trigger.first].stem not in text.lexicon.instruments:
        return False
    return any(
        other.frame.type == "ASSAULT" and other.left == trigger.left and 0 < trigger.first - other.first <= _NEAR
        for other, _ in told
    )


def _acts(text: Text, told: list[Read]) -> list[Read]:
    """Protesters' own act under its verb; where the verb is an event already, that event is theirs."""
    found: list[Read] = []
    for order, (trigger, roles) in enumerate(told):
        if trigger.frame.construct == "self":
            verb = _verb_of(text, trigger)
            near = (*found[-2:], *told[order + 1 : order + 3])
            if any((r.agent and _within(trigger, r.agent)) or t.first == verb for t, r in near):
                continue
            if verb is not None:
                frame = trigger.frame._replace(construct="", noun=False)
                trigger = _deed(text, trigger, roles, verb) or trigger._replace(first=verb, last=verb + 1, frame=frame)
        elif roles.agent and trigger.frame.type in _RIOTOUS and _led_by_protesters(text, roles):
            how = (
                "riot" if trigger.frame.type == "ASSAULT" else "obstruct" if trigger.frame.type == "COERCE" else "demo"
            )
            trigger = trigger._replace(frame=trigger.frame._replace(type="PROTEST", mode=how))
        found.append((trigger, roles))
    return found


def _deed(text: Text, trigger: Trigger, roles: Roles, verb: int) -> Trigger | None:
    """«قام المتظاهرون بنصب خيامهم»: the deed that a verb of doing leads to, if it does."""
    if text.words[verb].light != "does":
        return None
    first = roles.agent[1] if roles.agent else trigger.last
    for index in range(first, min(trigger.right, first + _LENGTH)):
        here = text.words[index]
        if here.preposition == "ب" and not here.definite and not here.actor and index not in text.mention_at:
            return trigger._replace(first=index, last=index + 1, frame=trigger.frame._replace(construct="target"))
    return None


def _lone(text: Text, told: list[Read]) -> list[Read]:
    """Protesters who are only named tell a protest where nothing else does, if they are counted or stand as subject."""
    acting = [trigger for trigger, _ in told if trigger.frame.type == "PROTEST" and not _named(trigger)]
    first = next((trigger for trigger, _ in told if _named(trigger) and _present(text, trigger)), None)
    return [read for read in told if not _named(read[0]) or (not acting and read[0] is first)]


def _present(text: Text, trigger: Trigger) -> bool:
    after = text.words[trigger.last].kinds if trigger.last < len(text.words) else frozenset()
    counted = trigger.first > 1 and any(_number(text, near) for near in (trigger.first - 1, trigger.first - 2))
    return counted or _nominative(text, trigger) or "relative" in after


def _named(trigger: Trigger) -> bool:
    """Whether the trigger is the protesters' noun itself: no act of its own."""
    return trigger.frame.construct == "self"


def _peopled(text: Text, told: list[Read]) -> list[Read]:
    """Who protests, where the protest's own words leave it out: the sentence's only protesters, or those before."""
    people = {
        noun_phrase(text, index, min(len(text.words), index + _LENGTH)) or (index, index + 1)
        for index in _protesters(text, told)
    }
    found: list[Read] = []
    before: Range | None = None
    for trigger, roles in told:
        if trigger.frame.type == "PROTEST":
            if roles.agent is None:
                lone = next(iter(people)) if len(people) == 1 else None
                joined = before if not trigger.frame.noun and text.words[trigger.first].joined else None
                roles = roles._replace(agent=joined or lone)
            before = roles.agent
        found.append((trigger, roles))
    return found


def _aggrieved(text: Text, sentence: Sentence, trigger: Trigger, roles: Roles) -> Roles:
    """The roles with the one protested against as target: whom the words about the protest name first."""
    target = roles.target
    if target and _in_front(text, target):
        # Where people gathered is whom they mean only if somebody sits there.
        target = _addressee(text, *target)
    elif target and is_actor(text, target):
        return roles
    # «قام متظاهرون مناهضون للحكومة بنصب خيام»: their grievance may stand before the deed.
    start = roles.agent[0] if roles.agent and trigger.left <= roles.agent[0] < trigger.first else trigger.first
    end = min(sentence.last, trigger.first + _REACH)
    for index in range(start, end):
        if text.tokens[index].surface in ".؛:":
            break
        here = text.words[index]
        if "grievance" not in here.kinds or (here.definite and here.actor):
            continue
        addressee = _addressee(text, index + 1, _complaint_end(text, index + 1, end))
        if addressee:
            return roles._replace(target=addressee)
    return roles._replace(target=target)


def _complaint_end(text: Text, first: int, end: int) -> int:
    """Where the words of a grievance end: at a stop, or where another clause or protest begins."""
    for index in range(first, min(end, first + _LENGTH)):
        here = text.words[index]
        place = index > first and text.tokens[index].norm in _GATHERING
        if place or text.tokens[index].surface in _STOPS or "subordinator" in here.kinds:
            return index
        if here.joined and finite(here):
            return index
    return min(end, first + _LENGTH)


def _addressee(text: Text, first: int, last: int) -> Range | None:
    """The first one in ``[first, last)`` who can be protested against; not the victims of what is complained of."""
    for index in range(first, last):
        here, mention = text.words[index], text.mention_at.get(index)
        named = mention is not None and mention.form == "name" and mention.kind in ("PERSON", "ORG", "GPE")
        described = here.definite and text.tokens[index].stem.endswith(("ي", "يه"))
        listed = here.actor in ("person", "body", "fighter") and not described
        beneficiary = here.preposition == "ل" and index > first
        if (named or listed) and not beneficiary and not any(entry.frame.construct == "self" for entry in here.entries):
            return None if _harmed(text, first, index) else noun_phrase(text, index, last) or (index, index + 1)
    return None


def _harmed(text: Text, first: int, index: int) -> bool:
    """Whether the noun before an actor says what befell it: the killing of civilians."""
    return any(
        entry.frame.noun
        and entry.frame.construct in ("target", "patient")
        and entry.frame.type in ("ASSAULT", "COERCE", "RETREAT")
        for near in range(max(first, index - 2), index)
        for entry in text.words[near].entries
    )


def _in_front(text: Text, found: Range) -> bool:
    """Whether a phrase only says in front of what people gathered."""
    return found[0] > 0 and text.tokens[found[0] - 1].norm in _IN_FRONT


def _protesters(text: Text, told: list[Read]) -> list[int]:
    if not told:
        return []
    first, last = told[0][0].left, max(trigger.right for trigger, _ in told)
    return [
        index
        for index in range(first, last)
        if any(entry.frame.construct == "self" for entry in text.words[index].entries)
    ]


def _verb_of(text: Text, trigger: Trigger) -> int | None:
    """The verb whose subject the protesters' noun is: before it, times and numbers passed over, or right behind it."""
    here = text.words[trigger.first]
    if here.preposition:
        return None
    before = trigger.first - 1
    while before >= 0 and _counting(text, before):
        before -= 1
    for verb in (before, _behind(text, trigger)):
        word = text.words[verb] if 0 <= verb < len(text.words) else None
        acts = word is not None and word.light in ("does", "other", "happens") and "past" not in word.kinds
        if word is not None and acts and not (verb > trigger.first and word.joined):
            return verb
    return before if before >= 0 and before == trigger.first - 1 and _unlisted_verb(text, trigger) else None


def _behind(text: Text, trigger: Trigger) -> int:
    """Where the verb behind a subject stands, its adjectives, relative and auxiliary passed over."""
    found = noun_phrase(text, trigger.first, min(len(text.words), trigger.first + _LENGTH))
    index = found[1] if found else trigger.last
    while index < len(text.words) and text.words[index].kinds & {"particle", "past", "relative"}:
        index += 1
    return index


def _number(text: Text, index: int) -> bool:
    return index in text.figure_at or "quantifier" in text.words[index].kinds


def _counting(text: Text, index: int) -> bool:
    kinds = text.words[index].kinds
    return index in text.figure_at or index in text.time_at or not kinds.isdisjoint(("quantifier", "partitive"))


def _unlisted_verb(text: Text, trigger: Trigger) -> bool:
    """Whether the word before a nominative is its verb: in a construct the second noun would be genitive."""
    token, word = text.tokens[trigger.first - 1], text.words[trigger.first - 1]
    closed = word.kinds or word.light or word.definite or word.preposition or token.enclitics
    named = any(entry.frame.noun and len(entry.words) == 1 for entry in word.entries)
    plain = token.kind == "word" and not closed and not named and trigger.first - 1 not in text.mention_at
    return _nominative(text, trigger) and plain and not token.norm.endswith("ون")


def _nominative(text: Text, trigger: Trigger) -> bool:
    """Whether a sound plural stands as subject: «متظاهرون», and «متظاهرو» before another noun."""
    return text.tokens[trigger.first].norm.endswith(("ون", "و"))


def _within(trigger: Trigger, found: Range) -> bool:
    return found[0] <= trigger.first < found[1]


def _led_by_protesters(text: Text, roles: Roles) -> bool:
    return roles.agent is not None and any(e.frame.construct == "self" for e in entries(text, roles.agent))
