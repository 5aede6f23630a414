"""Where a sentence tells an event: lexicon entries, verb and masdar told apart by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from ...lang.tables import listed
from ...model import Sentence
from ..counts.counted import noun
from ..phrases.chunks import Text, clause, finite, weapon_name
from .fillers import Trigger
from .frames import Entry

_BEFORE_VERB = ("subordinator", "relative", "particle", "negation", "past", "verb")
_BEFORE_NOUN = ("preposition", "without", "attempt", "by", "possible", "plan", "denial", "quantifier")
# Words that may stand between the parts of a phrase.
_GAP = 6
_HELD = frozenset({"detain", "arrest", "torture"})
_COUNTED_LEADS = listed("doer_words", "counted_lead", "ar")
_CARRYING = frozenset({"does", "happens", "other"})
_NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC"})


def triggers(text: Text, sentence: Sentence) -> Iterator[Trigger]:
    """The triggers of a sentence in order, none overlapping, each with its clause."""
    index = sentence.first
    passed: tuple[int, int] | None = None
    while index < sentence.last:
        known = text.words[index].entries and index not in text.time_at
        if passed and passed[0] <= index < passed[1]:
            # «لقي … مصرعهم»: the rest of a verb's phrase is no event of its own.
            index = passed[1]
            continue
        found = _entry(text, sentence, index) if known else None
        if found is None:
            index += 1
            continue
        entry, last = found
        parted = last - index > len(entry.words) and not entry.frame.noun
        tail = (last - len(entry.words) + 1, last) if parted else None
        passed = tail or passed
        end = index + 1 if parted else last
        frame = entry.frame
        if "counted" in (frame.construct, frame.subject):
            # What is counted is the victims: they are the target, the head alone tells the event.
            frame = frame._replace(construct="patient" if frame.noun else "", subject="target")
            end, tail, passed = index + 1, None, (last - 1, last)
        left, right = clause(text, sentence, index, end if tail is None else last)
        yield Trigger(index, end, frame, left, right, tail)
        index = end


def beginning(text: Text, trigger: Trigger) -> int:
    """Where the words of a trigger begin: a verb that only says that something was done or held belongs to its noun.

    «اندلعت مظاهرات», «نفذوا اعتصاما», «شهدت فرنسا إضرابا».
    """
    here, before = text.words[trigger.first], trigger.first - 1
    if not trigger.frame.noun or here.joined or here.preposition or not text.lexicon.verb_first:
        return trigger.first
    subject = before > 0 and (before in text.mention_at or text.words[before].actor is not None)
    for index in (before, before - 1) if subject else (before,):
        verb = text.words[index]
        plain = not verb.kinds and not any(len(entry.words) == 1 for entry in verb.entries)
        if index >= max(0, trigger.left - 1) and verb.light in _CARRYING and plain:
            return index
    return trigger.first


def _entry(text: Text, sentence: Sentence, index: int) -> tuple[Entry, int] | None:
    """The longest entry that stands here and where it ends, the verb or the noun by what is around it."""
    if _drone(text, index):
        return None
    fits: list[tuple[Entry, int]] = []
    for entry in text.words[index].entries:
        if fits and len(entry.words) < len(fits[0][0].words):
            break
        if entry.frame.noun and len(entry.words) == 1 and _somebody(text, entry, index):
            continue
        if "grievance" in text.words[index].kinds and text.tokens[index].norm.endswith("ا"):
            # «احتجاجا على» says why something else was done.
            continue
        last = _matched(text, entry, index, sentence.last)
        if last is not None:
            fits.append((entry, last))
    verbs = [fit for fit in fits if not fit[0].frame.noun]
    nouns = [fit for fit in fits if fit[0].frame.noun]
    if verbs and not _verbal(text, sentence, index):
        verbs = []
    if verbs and nouns:
        return nouns[0] if _nominal(text, sentence, index) else verbs[0]
    return next(iter(verbs or nouns), None)


def _somebody(text: Text, entry: Entry, index: int) -> bool:
    """Whether an event's noun names a body instead: the opposition, the crowds."""
    here = text.words[index]
    before = text.words[index - 1] if index else None
    if entry.frame.id in _HELD and before and before.actor == "thing" and here.definite and not before.definite:
        # «مراكز الاحتجاز»: a place by what it is for.
        return True
    if here.actor == "thing":
        # A prison is a place; the prison of somebody is what was done to him.
        follow = text.words[index + 1] if index + 1 < len(text.words) else None
        mention = text.mention_at.get(index + 1)
        named = mention is not None and mention.kind == "PERSON"
        return here.definite or follow is None or not (named or follow.actor in ("person", "fighter"))
    return bool(here.actor) and here.definite and entry.frame.construct != "self"


def _drone(text: Text, index: int) -> bool:
    """Whether a word is the second of a weapon's name («طائرة مسيرة») and tells nothing by itself."""
    token = text.tokens[index]
    if "\u064a\u0651" in token.surface and "مسير" in token.stem:
        return True
    return weapon_name(text, index)


def _matched(text: Text, entry: Entry, index: int, end: int) -> int | None:
    """Where an entry that begins at ``index`` ends, or None. Numbers may stand inside it, and after a verb its
    subject."""
    at = index + 1
    for wanted in entry.words[1:]:
        gap = at
        while gap < min(end, at + _GAP) and wanted not in (text.tokens[gap].stem, text.tokens[gap].norm):
            if not _bridged(text, entry, gap):
                return None
            gap += 1
        if gap >= min(end, at + _GAP) or gap in text.figure_at:
            return None
        at = gap + 1
    return at


def _bridged(text: Text, entry: Entry, index: int) -> bool:
    here = text.words[index]
    if index in text.figure_at or text.tokens[index].kind == "number" or "quantifier" in here.kinds:
        return True
    if "counted" in (entry.frame.construct, entry.frame.subject):
        return here.actor in ("person", "fighter") or text.tokens[index].norm in _COUNTED_LEADS
    told = here.kinds - {"result", "adjectival"} if entry.frame.subject == "cause" else here.kinds
    plain = text.tokens[index].kind == "word" and not told and not here.light and not here.preposition
    parts = not entry.frame.direct or entry.frame.subject == "cause"
    open_verb = not entry.frame.noun and parts and entry.frame.voice != "passive"
    return plain and open_verb and not finite(here)


def _verbal(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a verb can stand here: not in a name, and not behind a preposition."""
    mention = text.mention_at.get(index)
    if mention is not None and mention.form == "name" and mention.kind in _NAMES:
        return False
    if index == sentence.first or not text.lexicon.verb_first or index - 1 in text.time_at:
        return True
    if index - 1 in text.figure_at and not text.words[index].joined and _counted(text.tokens[index].norm):
        return False  # «ألفا طالب»
    before = text.words[index - 1]
    if text.tokens[index - 1].enclitics:
        # «تابعة لها قتلت»: a preposition with its pronoun is a phrase that has ended.
        return True
    return "preposition" not in before.kinds or not before.kinds.isdisjoint(_BEFORE_VERB)


def _counted(norm: str) -> bool:
    """Whether a word is a noun of people that numbers count."""
    known = noun("ar", norm)
    return known is not None and known.noun.kind == "person" and not known.prefix


def _nominal(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether letters that are both verb and masdar are the masdar here."""
    here = text.words[index]
    if here.preposition or here.definite:
        return True
    if index == sentence.first:
        return False
    before = text.words[index - 1]
    if not before.kinds.isdisjoint(_BEFORE_VERB) or text.tokens[index - 1].norm == "to":
        return False
    if not before.kinds.isdisjoint(_BEFORE_NOUN):
        return True
    if here.joined:
        # Joined to a masdar it is one; joined to anything else it opens a clause.
        near = text.words[max(sentence.first, index - 4) : index]
        return any(entry.frame.noun for word in near for entry in word.entries)
    for back in range(index - 1, max(sentence.first, index - 8) - 1, -1):
        word = text.words[back]
        if not word.kinds.isdisjoint(("subordinator", "relative")) or text.tokens[back].kind == "punct":
            return False
        if any(entry.frame.noun for entry in word.entries) and not finite(word):
            return False
        if word.light or (finite(word) and not word.definite):
            return True
    return False


def _weapons(text: Text, index: int) -> list[tuple[tuple[str, ...], str, int]]:
    known, token = text.lexicon.instruments, text.tokens[index]
    return known.get(token.stem) or known.get(token.norm) or []


def mode(text: Text, trigger: Trigger) -> str | None:
    """The frame's own mode, or for an assault the most telling weapon of its clause."""
    own = trigger.frame.mode
    if own not in (None, "targeted") or trigger.frame.type != "ASSAULT":
        return own
    best: tuple[int, str] | None = None
    for index in range(trigger.left, min(trigger.right + 2, len(text.tokens))):
        for words, told, rank in _weapons(text, index):
            near = text.tokens[index : index + len(words)]
            if len(near) == len(words) and all(w in (t.stem, t.norm) for w, t in zip(words, near)):
                best = min(best, (rank, told)) if best else (rank, told)
                break
    return best[1] if best else own
