"""Whether an event is said to have happened, from the words that govern its trigger."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Modality, Polarity, Sentence
from ..phrases.chunks import Text
from .fillers import Trigger


class Status(NamedTuple):
    """Polarity, modality and PLOVER's auxiliary modes."""

    polarity: Polarity
    modality: Modality
    auxiliary: tuple[str, ...]


_REACH = 7
_HARD_STOPS = frozenset(".؛;؟?!")


def status(text: Text, trigger: Trigger, sentence: Sentence, past: bool) -> Status:
    """The status of a trigger. ``past`` tells that its time lies well before the report."""
    near = _governing(text, trigger, sentence)
    negative = _negated(text, trigger, sentence.first)
    denied = "denial" in near and not negative
    auxiliary: list[str] = []
    modality: Modality = "actual"
    if denied or (trigger.frame.noun and negative):
        modality = "denied"
    elif "condition" in near or "demand" in near:
        modality = "hypothetical"
        auxiliary.append("hypothetical")
    elif _future(text, trigger) or "plan" in near:
        modality = "planned"
        auxiliary.append("future")
    elif _refused(text, trigger) or "possible" in near or "attempt" in near or _may(text, trigger):
        modality = "possible"
        auxiliary.append("hypothetical")
    if past or _pluperfect(text, trigger, sentence):
        auxiliary.insert(0, "historical")
    if negative or denied:
        auxiliary.append("negation")
    return Status("negative" if negative or denied else "positive", modality, tuple(auxiliary))


def _governing(text: Text, trigger: Trigger, sentence: Sentence) -> set[str]:
    """The kinds of the words that stand over the trigger: just before it, in its clause or the one above.

    A verb of the event lexicon in the perfect shields: what is told as done is not governed from further off.
    """
    found: set[str] = set()
    if trigger.first > sentence.first and "circumstance" in text.words[trigger.first - 1].kinds:
        # Demanded during a march, planned after an attack: the march and the attack are facts.
        return found
    first = max(sentence.first, trigger.first - _REACH)
    for index in range(trigger.first - 1, first - 1, -1):
        here = text.words[index]
        if text.tokens[index].surface in _HARD_STOPS:
            break
        if "denial" in here.kinds and any(_names_event(text, i) for i in range(index + 1, trigger.first)):
            # What the denial is about stands between: the raid in which the killing is denied did happen.
            break
        kinds = here.kinds & {"denial", "condition", "demand", "plan", "possible", "attempt"}
        if index and "charge" in text.words[index - 1].kinds:
            kinds -= {"plan"}  # «إدانتهم بالتخطيط والمشاركة في هجوم»: what they are found guilty of has happened
        if kinds and not (_perfect(trigger) and kinds <= {"plan", "possible", "demand"}):
            found |= kinds
        if here.light == "says" and not kinds:
            break
        if here.joined and index < trigger.first - 1 and here.light and not kinds:
            break
    return found


def _names_event(text: Text, index: int) -> bool:
    return any(entry.frame.noun for entry in text.words[index].entries)


def _verb(text: Text, trigger: Trigger) -> int:
    """The verb that carries the event: the trigger, or the light verb just over an event's noun."""
    if trigger.frame.noun and not text.words[trigger.first].definite:
        crossed = False
        for index in range(trigger.first - 1, max(-1, trigger.first - 6), -1):
            light = text.words[index].light
            if light == "causes" or (light in ("does", "happens") and not crossed):
                return index
            crossed = crossed or _names_event(text, index)
            if text.tokens[index].kind == "punct":
                break
    return trigger.first


def _perfect(trigger: Trigger) -> bool:
    return not trigger.frame.noun and not trigger.frame.imperfect


def _negated(text: Text, trigger: Trigger, start: int) -> bool:
    """Whether a word of negation of the same sentence, which begins at ``start``, stands just before the verb."""
    verb = _verb(text, trigger)
    reach = 3 if text.lexicon.verb_first else 5
    for index in range(verb - 1, max(start - 1, verb - reach), -1):
        if index in text.figure_at:
            continue  # "no more than six", «لم يتجاوز 40»: a bound negates nothing
        kinds = text.words[index].kinds
        if "negation" in kinds and verb != trigger.first:
            return True
        if "without" in kinds and (trigger.frame.noun or index == trigger.first - 2):
            return True
        if "negation" in kinds and not trigger.frame.noun:
            return True
        if text.tokens[index].kind == "punct":
            return False
    return False


def _future(text: Text, trigger: Trigger) -> bool:
    verb = _verb(text, trigger)
    token = text.tokens[verb]
    before = text.words[verb - 1].kinds if verb else frozenset()
    left_on = trigger.frame.imperfect and token.norm.startswith(("سي", "ست", "سن"))
    cut_off = "س" in token.proclitics and text.whole(verb) is None
    return cut_off or "future" in before or left_on


def _may(text: Text, trigger: Trigger) -> bool:
    """قد before an imperfect, the event's own or that of the light verb over its noun: may."""
    verb = _verb(text, trigger)
    ongoing = trigger.frame.imperfect if verb == trigger.first else text.tokens[verb].stem in text.lexicon.unfinished
    return bool(ongoing and verb and "may" in text.words[verb - 1].kinds)


def _refused(text: Text, trigger: Trigger) -> bool:
    """Whether an event's noun is the object of a refusal, a proposal or a threat, nothing between but its subject."""
    infinitive = trigger.first > 0 and text.tokens[trigger.first - 1].norm == "to"
    if not trigger.frame.noun and not infinitive:
        return False
    for index in range(trigger.first - 1, max(-1, trigger.first - _REACH), -1):
        kinds = text.words[index].kinds
        if "refusal" in kinds:
            return True
        if infinitive and index == trigger.first - 1:
            continue
        if (
            text.words[index].preposition
            or kinds & {"preposition", "subordinator"}
            or text.tokens[index].kind == "punct"
        ):
            return False
    return False


def _pluperfect(text: Text, trigger: Trigger, sentence: Sentence) -> bool:
    """كان or سبق at the head of a clause whose verb is in the perfect."""
    if trigger.frame.imperfect:
        return False
    for index in range(trigger.first - 1, max(sentence.first, trigger.first - 6) - 1, -1):
        if "past" in text.words[index].kinds:
            return _perfect(trigger)
        if text.tokens[index].kind == "punct" or "subordinator" in text.words[index].kinds:
            return False
    return False
