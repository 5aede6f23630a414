"""Where a sentence tells an event: lexicon entries, verb and masdar told apart by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Sentence
from .chunks import Text, clause, finite
from .frames import Entry
from .roles import Trigger

_BEFORE_VERB = ("subordinator", "relative", "particle", "negation", "past")
_BEFORE_NOUN = ("preposition", "without", "attempt", "by", "possible", "plan", "denial", "quantifier")
_NAMES = frozenset({"PERSON", "GPE", "LOC", "FAC"})


def triggers(text: Text, sentence: Sentence) -> Iterator[Trigger]:
    """The triggers of a sentence in order, none overlapping, each with its clause."""
    index = sentence.first
    while index < sentence.last:
        entry = _entry(text, sentence, index) if text.words[index].entries else None
        if entry is None:
            index += 1
            continue
        last = index + len(entry.words)
        yield Trigger(index, last, entry.frame, *clause(text, sentence, index, last))
        index = last


def _entry(text: Text, sentence: Sentence, index: int) -> Entry | None:
    """The longest entry that stands here, the verb or the noun by what is around it."""
    tokens, fits = text.tokens, list[Entry]()
    for entry in text.words[index].entries:
        size = len(entry.words)
        if fits and size < len(fits[0].words):
            break
        if index + size <= sentence.last and all(
            wanted in (tokens[index + step].stem, tokens[index + step].norm)
            for step, wanted in enumerate(entry.words)
            if step
        ):
            fits.append(entry)
    verbs = [entry for entry in fits if not entry.frame.noun]
    nouns = [entry for entry in fits if entry.frame.noun]
    if verbs and not _verbal(text, sentence, index):
        verbs = []
    if verbs and nouns:
        return nouns[0] if _nominal(text, sentence, index) else verbs[0]
    return (verbs or nouns or [None])[0]


def _verbal(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a verb can stand here: not in a name, and not behind a preposition."""
    mention = text.mention_at.get(index)
    if mention is not None and mention.form == "name" and mention.kind in _NAMES:
        return False
    if index == sentence.first or not text.lexicon.verb_first or index - 1 in text.time_at:
        return True
    before = text.words[index - 1]
    return "preposition" not in before.kinds or not before.kinds.isdisjoint(_BEFORE_VERB)


def _nominal(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether letters that are both verb and masdar are the masdar here."""
    here = text.words[index]
    if here.preposition or here.definite:
        return True
    if index == sentence.first:
        return False
    before = text.words[index - 1]
    if not before.kinds.isdisjoint(_BEFORE_VERB):
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
        if word.light or (finite(word) and not word.definite):
            return True
    return False


def mode(text: Text, trigger: Trigger) -> str | None:
    """The frame's own mode, or for an assault the most telling weapon of its clause."""
    own = trigger.frame.mode
    if own not in (None, "targeted") or trigger.frame.type != "ASSAULT":
        return own
    best: tuple[int, str] | None = None
    for index in range(trigger.left, min(trigger.right + 2, len(text.tokens))):
        for words, told, rank in text.lexicon.instruments.get(text.tokens[index].stem, ()):
            near = text.tokens[index : index + len(words)]
            if len(near) == len(words) and all(w in (t.stem, t.norm) for w, t in zip(words, near)):
                best = min(best, (rank, told)) if best else (rank, told)
                break
    return best[1] if best else own
