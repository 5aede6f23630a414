"""Whether a sentence reports an assault or a protest, or only names one in passing.

Frames find the words of an act; a comment on «violence», a lesson in history or a figure of speech has them too.
A linear model over the sentence's stems, their pairs and what the frames found rejects those. It can only reject:
what no frame found, it cannot add. Nor does it reject what is told plainly: a finite verb in the perfect, in a main
clause, with who did it and whom it hit, or with how many fell. The weights come from
``tools/train_event_reports.py``, for Arabic alone.

It was trained on sentences that stand alone, most of which report nothing, and knows no context: it judges texts of
at most ``LONE`` sentences. In a whole report the neighbours say what a sentence is about, and nothing is rejected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from ...lang.nations import adjectives
from ...lang.tables import ROOT, table
from ...model import Event, Sentence, Span, Token
from .frames import word

TYPES = ("ASSAULT", "PROTEST")
BIAS = "#"
PLAIN = "#plain"
LONE = 2
_PREPOSITIONS = "بلك"
_QUOTES = frozenset('«"“')
_REACH = 5


class Model(NamedTuple):
    """``shape``: weights of what frames found. ``words``: weight and inverse document frequency of a stem or pair."""

    shape: dict[str, float]
    words: dict[str, tuple[float, float]]


class Act(NamedTuple):
    """How one event is told.

    ``form``: verb, imperfect, noun, light or either. ``clause``: main, relative or subordinate. ``agent`` and
    ``target``: what kind of noun stands there, None where nothing does. ``own``: the trigger's word is of the event's
    type by itself, not by who did it.
    """

    form: str
    clause: str
    agent: str | None
    target: str | None
    own: bool


def words(tokens: tuple[Token, ...], sentence: Sentence) -> set[str]:
    """The stems of a sentence and each two that follow one another."""
    stems = [token.stem for token in tokens[sentence.first : sentence.last] if token.kind == "word" and token.stem]
    return {*stems, *map(" ".join, pairwise(stems))}


def shape(kind: str, language: str, tokens: tuple[Token, ...], sentence: Sentence, found: Iterable[Event]) -> set[str]:
    """What the frames found of this type and how it is told, each feature marked by #."""
    seen = set(_setting(language, tokens, sentence))
    count = 0
    for event in found:
        if event.type != kind:
            seen.add(f"#beside {event.type}")
            continue
        act = _act(language, tokens, sentence, event)
        seen.update(_frame(event), _form(language, tokens, sentence, event), _told(event, act, not count))
        count += 1
    seen.add(f"#events {min(count, 3)}")
    return seen


def _setting(language: str, tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[str]:
    """The sentence around its events: how long, numbers, questions, quotation marks, verbs of saying."""
    inside = tokens[sentence.first : sentence.last]
    if any(token.kind == "number" for token in inside):
        yield "#number"
    if any(token.surface in "؟?!…" for token in inside):
        yield "#asked"
    yield "#short" if len(inside) < 15 else "#middling" if len(inside) < 35 else "#long"
    known = [word(language, token) for token in inside]
    quotes = sum(token.surface in _QUOTES for token in inside)
    yield f"#quotes {min(2, quotes)}"
    yield f"#says {min(2, sum(here.light == 'says' for here in known))}"
    if known and known[0].light == "says":
        yield "#says first"
    if known and known[0].entries:
        yield "#opens with an event"


def _frame(event: Event) -> Iterator[str]:
    """The frame, who fills its roles, its mode and status."""
    roles = {argument.role for argument in event.arguments}
    actors = "+".join(role for role in ("agent", "target") if role in roles) or "nobody"
    yield from (f"#{event.frame}", f"#{actors}", f"#{event.modality}", f"#{event.frame} {actors}")
    yield from (f"#{role}" for role in roles & {"time", "place"})
    if event.quantities:
        yield "#figures"
    if event.mode:
        yield f"#{event.mode}"
    yield from (f"#{auxiliary}" for auxiliary in event.auxiliary)


def _form(language: str, tokens: tuple[Token, ...], sentence: Sentence, event: Event) -> Iterator[str]:
    """How a trigger is written and where in its sentence it stands: reports open with it, comments drop it in."""
    token = tokens[_head(language, tokens, event)]
    yield "#definite" if "ال" in token.proclitics else "#bare"
    yield f"#ending {token.norm[-2:]}"
    if any(clitic in _PREPOSITIONS for clitic in token.proclitics):
        yield "#governed"
    if token.enclitics:
        yield "#own"
    if any(clitic in "وف" for clitic in token.proclitics):
        yield "#joined"
    ahead = token.span.start - sentence.span.start
    if ahead <= len("و"):
        yield "#first"
    yield f"#quarter {4 * ahead // max(1, sentence.span.end - sentence.span.start)}"


def _told(event: Event, act: Act, first: bool) -> Iterator[str]:
    """Verb or noun, the clause it stands in, and the kinds of those in its roles."""
    yield from (f"#{act.form}", f"#{act.clause}", f"#roles {act.agent} {act.target}")
    for role, who in (("agent", act.agent), ("target", act.target)):
        if who:
            yield from (f"#{role} {who}", f"#{role} {who} {act.form}")
    if first:
        yield from (f"#1st {event.frame}", f"#1st {act.form}", f"#1st {act.clause}")
    if _plain(event, act):
        yield PLAIN


def _plain(event: Event, act: Act) -> bool:
    """Whether an event is told beyond doubt, whatever else the sentence speaks of."""
    fallen = bool(event.quantities) and event.frame in ("kill", "wound")
    both = act.agent not in (None, "thing", "other") and act.target not in (None, "other")
    hit = event.frame == "attacked" and act.target not in (None, "other")
    if event.polarity == "negative":
        # A denial is news of the act denied: who denies having hit what.
        return act.clause == "main" and act.target not in (None, "other")
    firm = act.own and event.modality == "actual" and not event.auxiliary
    return firm and act.form in ("verb", "light") and act.clause == "main" and (both or fallen or hit)


def _act(language: str, tokens: tuple[Token, ...], sentence: Sentence, event: Event) -> Act:
    at = _head(language, tokens, event)
    entries = word(language, tokens[at]).entries
    noun, verb = any(e.frame.noun for e in entries), any(not e.frame.noun for e in entries)
    imperfect = verb and all(e.frame.imperfect for e in entries)
    doer = event.argument("agent")
    before = _at(tokens, doer.span) - 1 if doer else -1
    if noun and verb and at > sentence.first:
        form = "either"
    elif verb and (not noun or not imperfect):
        # Letters that are verb and masdar alike are the verb at the head of a sentence.
        form = "imperfect" if imperfect else "verb"
    else:
        form = "noun"
    if noun and before >= sentence.first and word(language, tokens[before]).light == "does":
        # A light verb, its subject and the noun are one verb: launched, the army, a raid.
        at, form = before, "light"
    clause = "main"
    for index in range(at - 1, max(sentence.first - 1, at - 1 - _REACH), -1):
        kinds = word(language, tokens[index]).kinds
        if tokens[index].kind == "punct":
            break
        if kinds & {"relative", "subordinator"}:
            clause = "relative" if "relative" in kinds else "subordinate"
            break
    own = any(entry.frame.type == event.type for entry in entries)
    return Act(form, clause, _kind(language, tokens, event, "agent"), _kind(language, tokens, event, "target"), own)


def _kind(language: str, tokens: tuple[Token, ...], event: Event, role: str) -> str | None:
    """What kind of noun fills a role: of ``actor_nouns.tsv``, entity (a known name), nation or other."""
    argument = event.argument(role)
    if argument is None:
        return None
    first = _at(tokens, argument.span)
    last = bisect_right(tokens, argument.span.end - 1, lo=first, key=lambda token: token.span.start)
    listed = next((kind for token in tokens[first:last] if (kind := word(language, token).actor)), None)
    nation = "nation" if tokens[first].stem in adjectives() else "other"
    return listed or ("entity" if argument.entity else nation)


def _head(language: str, tokens: tuple[Token, ...], event: Event) -> int:
    """The word of a trigger that tells the event: not the verb before its noun («اندلعت مظاهرات», «شن الجيش غارة»)."""
    first = _at(tokens, event.trigger)
    for index in range(first, len(tokens)):
        if tokens[index].span.start >= event.trigger.end:
            break
        frames = (entry.frame for entry in word(language, tokens[index]).entries)
        if any(frame.id == event.frame and frame.construct != "self" for frame in frames):
            return index
    return first


def _at(tokens: tuple[Token, ...], span: Span) -> int:
    """The index of the token in which a span begins."""
    return bisect_right(tokens, span.start, key=lambda token: token.span.start) - 1


def score(model: Model, shaped: set[str], worded: set[str]) -> float:
    """Above zero: reported. The words' part is a cosine, so that long sentences do not outweigh short ones."""
    known = [model.words[word] for word in worded if word in model.words]
    norm = sqrt(sum(idf * idf for _, idf in known)) or 1.0
    told = sum(weight * idf for weight, idf in known) / norm
    return model.shape[BIAS] + sum(model.shape.get(feature, 0.0) for feature in shaped) + told


@cache
def _models(language: str) -> dict[str, Model]:
    if not (ROOT / language / "event_reports.tsv").exists():
        return {}
    found = {kind: Model({}, {}) for kind in TYPES}
    for row in table(language, "event_reports").rows:
        model = found[row["type"]]
        if row["idf"]:
            model.words[row["feature"]] = (float(row["weight"]), float(row["idf"]))
        else:
            model.shape[row["feature"]] = float(row["weight"])
    return found


def reports(kind: str, language: str, tokens: tuple[Token, ...], sentence: Sentence, found: Iterable[Event]) -> bool:
    """Whether the sentence reports its events of this type; True where there is no model."""
    model = _models(language).get(kind)
    if model is None:
        return True
    shaped = shape(kind, language, tokens, sentence, found)
    return PLAIN in shaped or score(model, shaped, words(tokens, sentence)) > 0
