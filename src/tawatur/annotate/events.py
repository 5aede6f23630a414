"""Events: triggers from the lexicon, who and whom from the clause, figures, time and place that hang on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ..lang.tables import listed
from ..model import (
    Argument,
    Article,
    Event,
    Mention,
    Place,
    Quantity,
    Sentence,
    Span,
    TimeExpression,
    Token,
)
from .happenings import protests
from .happenings.circumstances import Shelf
from .happenings.fillers import Range, Read, Roles, Trigger, counts, entries, is_actor
from .happenings.modality import status
from .happenings.reported import LONE, TYPES, reports
from .happenings.roles import read
from .happenings.triggers import beginning, mode, triggers
from .phrases.chunks import Text, prepare

_SILENT = frozenset({"furniture", "credit"})
_HARM = frozenset({"kill", "wound", "missing", "displace", "destroy"})
_VIOLENT = frozenset({"ASSAULT", "ACCIDENT"})
_HARMFUL = {
    "killed": _VIOLENT, "wounded": _VIOLENT, "missing": _VIOLENT,
    "detained": frozenset({"COERCE"}), "displaced": _VIOLENT | {"COERCE"},
}  # fmt: skip
_MEANS = listed("doer_words", "means", "ar")
# How far off what an attack led to may stand.
_FAR = 30
# Both sides fight: which of them did the harm is not said.
_MUTUAL = frozenset({"clash", "fight"})
# A verb that only says whom an attack, raid or blast was aimed at is the same event as that noun.
_AIMED = frozenset({"attack", "strike"})


def events(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
) -> tuple[Event, ...]:
    """Every event that the report's own sentences tell, in text order; furniture and credits tell none.

    In a text of a sentence or two, an assault or protest that is named and not reported has the type OTHER; its
    frame stays.
    """
    language = "en" if article.language.startswith("en") else "ar"
    found = told(article, tokens, sentences, mentions, quantities, times, places)
    if sum(sentence.role not in _SILENT for sentence in sentences) > LONE:
        return found
    return tuple(_judged(language, tokens, sentences, found))


def told(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
) -> tuple[Event, ...]:
    """Every event whose words stand in the report, whether reported or only named."""
    language = "en" if article.language.startswith("en") else "ar"
    dated = (time.span for time in times if time.type != "DURATION")
    text = prepare(article.text, language, tokens, mentions, dated, (figure.span for figure in quantities))
    shelf = Shelf(article, quantities, times, places)
    found: list[Event] = []
    for sentence in sentences:
        if sentence.role in _SILENT:
            continue
        settled = _settled(text, sentence, [(trigger, read(text, trigger)) for trigger in triggers(text, sentence)])
        # A country that acts in one event of a sentence is not where another happened.
        acting = [text.span(*roles.agent) for _, roles in settled if roles.agent]
        for order, (trigger, roles) in enumerate(settled):
            since = settled[order - 1][0].last if order else sentence.first
            until = settled[order + 1][0].first if order + 1 < len(settled) else sentence.last
            near = Span(article.id, tokens[since].span.start, tokens[until - 1].span.end)
            name = f"{article.id}-v{len(found) + 1}"
            found.append(_event(text, shelf, sentence, trigger, roles, near, acting, name))
    return tuple(_adopting(shelf, sentences, found))


def _adopting(shelf: Shelf, sentences: tuple[Sentence, ...], found: list[Event]) -> Iterator[Event]:
    """The events, casualties that no word of harm carries hung on the attack before them: a raid that left 30 dead."""
    claimed = {key for event in found for key in event.quantities}
    waiting = iter(found)
    event = next(waiting, None)
    for sentence in sentences:
        inside: list[Event] = []
        while event is not None and event.trigger.start < sentence.span.end:
            inside.append(event)
            event = next(waiting, None)
        for figure in shelf.victims(sentence) if inside else ():
            if figure.id not in claimed:
                harms = _HARMFUL[figure.outcome or ""]
                before = [n for n, e in enumerate(inside) if e.type in harms and e.trigger.start < figure.span.start]
                after = [n for n, e in enumerate(inside) if e.type in harms]
                if place := (before[-1:] or after[:1]):
                    adopter = inside[place[0]]
                    inside[place[0]] = replace(adopter, quantities=(*adopter.quantities, figure.id))
        yield from inside


def _judged(
    language: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], found: tuple[Event, ...]
) -> Iterator[Event]:
    """The events, those of a type that their sentence does not report turned to OTHER."""
    waiting = list(found)
    position = 0
    for sentence in sentences:
        first = position
        while position < len(waiting) and waiting[position].trigger.start < sentence.span.end:
            position += 1
        inside = waiting[first:position]
        named = {
            kind
            for kind in TYPES
            if any(event.type == kind for event in inside) and not reports(kind, language, tokens, sentence, inside)
        }
        yield from (replace(event, type="OTHER") if event.type in named else event for event in inside)


def _settled(text: Text, sentence: Sentence, told: list[Read]) -> list[Read]:
    """The triggers of one sentence read together: what one leaves out, its neighbour may say."""
    told = _caused(text, _inherited(text, _literal(text, told)))
    told = protests.settled(text, sentence, _aimed(text, told))
    return _accidents(text, told)


def _literal(text: Text, told: list[Read]) -> list[Read]:
    """Without figures of speech: who attacks a policy criticises it, what strikes a record hits nobody.

    To lose is to have somebody missing only where somebody is lost.
    """
    settled: list[Read] = []
    for trigger, roles in told:
        target = roles.target
        if trigger.frame.id == "missing" and not (target and (is_actor(text, target) or counts(text, target))):
            continue
        if text.language == "en" and trigger.frame.id == "strike" and not target and _workers(text, roles):
            frame = trigger.frame._replace(id="labour_strike", type="PROTEST", mode="strike")
            trigger = trigger._replace(frame=frame)
        if trigger.frame.type == "ASSAULT" and target and "abstract" in text.words[target[0]].kinds:
            criticism = trigger.frame.id == "attack"
            frame = trigger.frame._replace(type="ACCUSE" if criticism else "OTHER", mode=None)
            trigger = trigger._replace(frame=frame._replace(id="condemn") if criticism else frame)
        settled.append((trigger, roles))
    return settled


def _workers(text: Text, roles: Roles) -> bool:
    """Whether those who strike nobody are people: teachers, not jets."""
    return roles.agent is not None and any(text.words[index].actor == "person" for index in range(*roles.agent))


def _inherited(text: Text, told: list[Read]) -> list[Read]:
    """A verb joined to the one before has its subject: the forces detained ten and killed two."""
    settled: list[Read] = []
    for trigger, roles in told:
        joined = text.words[trigger.first].joined or _after_and(text, trigger) or _adds(text, trigger)
        if settled and joined and not trigger.frame.noun:
            before, subject = settled[-1]
            alike = _feminine(text, before) == _feminine(text, trigger) and not before.frame.noun
            carried = before.frame.construct == "target" and _feminine(text, trigger)
            if subject.agent and not subject.passive and (alike or carried):
                if roles.agent is None and roles.target:
                    roles = roles._replace(agent=subject.agent, passive=False)
                elif roles.agent and roles.target is None and trigger.frame.direct:
                    roles = Roles(subject.agent, roles.agent, roles.instrument)
        settled.append((trigger, roles))
    return settled


def _caused(text: Text, told: list[Read]) -> list[Read]:
    """Harm done in an attack has the attacker as agent: killed in a raid that X carried out, a raid that killed."""
    settled: list[Read] = []
    for order, (trigger, roles) in enumerate(told):
        if trigger.frame.id in _HARM and trigger.frame.type == "ASSAULT" and roles.agent is None:
            cause = next((r for t, r in told[order + 1 : order + 3] if _means(text, trigger, t)), None)
            cause = cause or next(
                (r for t, r in reversed(told[max(0, order - 6) : order]) if _brings(text, t, trigger)), None
            )
            if cause and cause.agent and cause.agent != roles.target:
                roles = roles._replace(agent=cause.agent)
        settled.append((trigger, roles))
    return settled


def _means(text: Text, harm: Trigger, attack: Trigger) -> bool:
    """Whether an attack's noun stands in the harm's clause behind a word that makes it the means or the occasion."""
    if not attack.frame.noun or attack.frame.type != "ASSAULT" or attack.frame.id in _HARM | _MUTUAL:
        return False
    if not harm.last <= attack.first < harm.right + 1:
        return False
    here = text.words[attack.first]
    return here.preposition == "ب" or any(text.tokens[i].norm in _MEANS for i in range(attack.first - 2, attack.first))


def _brings(text: Text, attack: Trigger, harm: Trigger) -> bool:
    """Whether an attack told before is what led to the harm: a verb of result stands between."""
    if attack.frame.type != "ASSAULT" or attack.frame.id in _HARM | _MUTUAL or not harm.frame.noun:
        return False
    around = range(max(0, attack.first - 2), harm.first)
    return harm.first - attack.last < _FAR and any(text.words[i].light == "causes" for i in around)


def _adds(text: Text, trigger: Trigger) -> bool:
    """Whether a participle behind a comma says what the subject did by it: opened fire, wounding six."""
    comma = trigger.first > 0 and text.tokens[trigger.first - 1].surface == ","
    return comma and not text.lexicon.verb_first and text.tokens[trigger.first].norm.endswith("ing")


def _after_and(text: Text, trigger: Trigger) -> bool:
    return trigger.first > 0 and text.tokens[trigger.first - 1].norm == "and"


def _feminine(text: Text, trigger: Trigger) -> bool:
    return text.tokens[trigger.first].stem.endswith("ت")


def _aimed(text: Text, told: list[Read]) -> list[Read]:
    """Join an attack's noun with the verb that says whom it hit, under the noun's frame and the verb's words."""
    settled: list[Read] = []
    for trigger, roles in told:
        noun = next((n for n in settled[-2:] if n[0].frame.noun and _is_subject(text, n[0], trigger, roles)), None)
        if noun is None or trigger.frame.noun or noun[0].frame.type != "ASSAULT" or noun[0].frame.id in _HARM:
            settled.append((trigger, roles))
            continue
        means = (noun[0].first, noun[0].last)
        roles = roles._replace(agent=noun[1].agent, instrument=means)
        if trigger.frame.id in _AIMED:
            settled.remove(noun)
            frame = trigger.frame._replace(id=noun[0].frame.id, mode=noun[0].frame.mode)
            trigger = trigger._replace(frame=frame, left=min(trigger.left, noun[0].first))
        settled.append((trigger, roles))
    return settled


def _is_subject(text: Text, noun: Trigger, verb: Trigger, roles: Roles) -> bool:
    """Whether an event's noun is the verb's subject, or stands before it with nothing but its adjectives between."""
    between = range(noun.last, verb.first)
    if 0 < len(between) <= 4 and all(
        not (word := text.words[index]).kinds - {"adjectival"} and not word.preposition and not word.joined
        for index in between
    ):
        return not any(text.tokens[index].surface in "،.؛:" for index in between)
    for found in (roles.agent, roles.instrument):
        if found is None:
            continue
        # English puts what describes a noun before it: an Israeli airstrike.
        described = not text.lexicon.verb_first and found[1] == noun.last
        if found[0] == noun.first or (described and not any(text.words[i].actor for i in range(*found))):
            return True
    return False


def _accidents(text: Text, told: list[Read]) -> list[Read]:
    """Harm that nobody did: deaths told beside an earthquake or a crash, with no assault in the sentence."""
    mishap = any(trigger.frame.type == "ACCIDENT" and trigger.frame.id not in _HARM for trigger, _ in told)
    violent = any(
        trigger.frame.type == "ASSAULT" and trigger.frame.id not in _HARM and not _by_mishap(text, roles)
        for trigger, roles in told
    )
    if not mishap or violent:
        return told
    settled: list[Read] = []
    for trigger, roles in told:
        if trigger.frame.type == "ASSAULT" and (roles.agent is None or _by_mishap(text, roles)):
            trigger = trigger._replace(frame=trigger.frame._replace(type="ACCIDENT", mode=None))
            roles = roles._replace(agent=None, instrument=roles.instrument or roles.agent)
        settled.append((trigger, roles))
    return settled


def _by_mishap(text: Text, roles: Roles) -> bool:
    return roles.agent is not None and any(e.frame.type == "ACCIDENT" for e in entries(text, roles.agent))


def _event(
    text: Text,
    shelf: Shelf,
    sentence: Sentence,
    trigger: Trigger,
    roles: Roles,
    near: Span,
    acting: list[Span],
    name: str,
) -> Event:
    fillers = [(role, found) for role, found in zip(("agent", "target", "instrument"), roles[:3]) if found]
    # A subject taken over from the verb before lies outside the event's own words.
    since = bisect_left(text.starts, near.start)
    begin = beginning(text, trigger)
    first = min([begin, *(found[0] for _, found in fillers if found[0] >= since)])
    last = max([trigger.right, trigger.last, *(found[1] for _, found in fillers)])
    while last > trigger.last and text.tokens[last - 1].kind == "punct":
        last -= 1
    arguments = [_argument(text, role, found) for role, found in fillers]
    time = shelf.time(text, trigger, sentence)
    place = shelf.place(text, trigger, near, sentence, [*acting, *(text.span(*found) for _, found in fillers)])
    if time:
        arguments.append(Argument("time", time.span.of(text.source), time.span))
    if place:
        arguments.append(Argument("place", place.span.of(text.source), place.span, place.entity))
    told = status(text, trigger, sentence, shelf.background(time))
    return Event(
        name,
        text.span(first, last),
        text.span(begin, trigger.last),
        trigger.frame.type,
        mode(text, trigger),
        tuple(arguments),
        shelf.figures(text, trigger, roles, sentence),
        time.id if time else None,
        place.id if place else None,
        told.polarity,
        told.modality,
        told.auxiliary,
        trigger.frame.id,
    )


def _argument(text: Text, role: str, found: Range) -> Argument:
    span = text.span(*_uncounted(text, found))
    entity = next((m.entity for i in range(*found) if (m := text.mention_at.get(i)) and m.entity), None)
    return Argument(role, span.of(text.source), span, entity)  # type: ignore[arg-type]


def _uncounted(text: Text, found: Range) -> Range:
    """Who, without how many: the count is a quantity of the event. A count that stands alone is who it counts."""
    first, last = found
    while first < last and (_counting(text, first) or (first > found[0] and _partitive(text, first))):
        first += 1
    while last > first and last - 1 in text.figure_at:
        last -= 1
    plain = first < last and text.tokens[first].kind == "word" and text.words[first].preposition is None
    return (first, last) if plain and not text.words[first].kinds else found


def _counting(text: Text, index: int) -> bool:
    return index in text.figure_at or text.tokens[index].kind == "number" or "quantifier" in text.words[index].kinds


def _partitive(text: Text, index: int) -> bool:
    return "partitive" in text.words[index].kinds
