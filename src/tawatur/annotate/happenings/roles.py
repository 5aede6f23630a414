"""Who did what to whom: the fillers of an event's roles, from where the noun phrases stand around its trigger."""

from __future__ import annotations

from ..phrases.chunks import Text, coordinated
from .fillers import Roles, Trigger
from .noun_roles import of_noun
from .verb_roles import of_subject_first, of_verb_first


def read(text: Text, trigger: Trigger) -> Roles:
    """The roles of a trigger, by the frame's own order."""
    if trigger.frame.noun:
        found = of_noun(text, trigger)
    else:
        found = of_verb_first(text, trigger) if text.lexicon.verb_first else of_subject_first(text, trigger)
    if found.target:
        # The clause may have been cut where a second victim was taken for a new clause.
        end = min(len(text.words), max(trigger.right, found.target[1] + 4))
        found = found._replace(target=coordinated(text, found.target, end))
    return found
