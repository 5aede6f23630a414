"""What befell those whom a number counts, by its own words and by the event whose figure it is."""

from __future__ import annotations

import re

from ...annotate.counts.counted import noun
from ...lang.normalise import fold
from ...model import Quantity
from ..fact import Fact
from .population import above, population

# What befalls people alone.
FATES = frozenset(("killed", "wounded", "detained", "missing", "displaced"))
# What befell the target of an event, where the words around the number do not say it.
_BEFELL = {"kill": "killed", "wound": "wounded", "arrest": "detained", "detain": "detained", "missing": "missing"}


def outcome_of(fact: Fact, quantity: Quantity) -> str:
    """The quantity's own outcome, else that of the event whose figure it is («أصيب 24 آخرون»)."""
    told = quantity.outcome or "other"
    kind = above(population(quantity).kind or "")[-1]
    if kind == "person" and told in ("other", "detained") and _taken(fact, quantity):
        # Those taken are missing to those who count them.
        return "missing"
    if told != "other" or fact.event is None or quantity.id not in fact.event.quantities or _case(quantity):
        return told
    frame = fact.event.frame or ""
    people = kind == "person" or (quantity.unit == "count" and (frame in _HURT or not _thing(quantity.counted)))
    return _BEFELL.get(frame, told) if people else told


def _case(quantity: Quantity) -> bool:
    """«34 وفاة و2850 حالة»: cases of what the words say, and not of what befell the others of the event."""
    known = noun("ar", fold(quantity.counted or ""))
    return known is not None and known.noun.kind == "case"


def _taken(fact: Fact, quantity: Quantity) -> bool:
    """Whether those counted were abducted: «خطف 22 شخصا», and not «26 موظفا في قضية خطف»."""
    if quantity.cue is not None:
        return _ABDUCTED.search(fold(fact.at(quantity.cue))) is not None
    event = fact.event
    return event is not None and event.frame == "abduct" and quantity.id in event.quantities


# What befalls none but the living.
_HURT = frozenset(("kill", "wound"))
_ABDUCTED = re.compile(r"خطف|خطوف|ختطف|ختطاف|رهين|abduct|kidnap|hostage|captive")


def _thing(noun: str | None) -> bool:
    """Whether a noun that no class knows is none of people by its form."""
    return noun is not None and _OF_MANY_PEOPLE.search(fold(noun)) is None


_OF_MANY_PEOPLE = re.compile(r"(?:ين|ون|ers|ors|men|women|people|ists|ians|ees)$")
