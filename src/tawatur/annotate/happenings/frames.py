"""The event lexicon: which words tell an event, and how each says who did what to whom.

Frames carry PLOVER types and modes (Halterman et al. 2023, PLOVER and POLECAT) and a language-neutral id that
the Arabic and English files share, so that reports in either language can be set side by side. Two types are
ours: ``ACCIDENT`` for harm that nobody did (disasters, crashes, drowning), kept apart from ASSAULT so that its
casualty figures still have an event to hang on, and ``OTHER`` for civic life that PLOVER leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from ...lang.inflection import Forms, verb_group, verb_patterns
from ...lang.normalise import fold
from ...lang.tables import table
from ...model import Token

EXTENSION_TYPES = ("ACCIDENT", "OTHER")


class Frame(NamedTuple):
    """What a word says happened. ``subject`` and ``construct`` name the role that stands there.

    ``voice``: active, passive, or either where the letters of both are the same. ``targets`` and ``agents`` are
    the prepositions that mark those roles; ``direct`` tells that the target may be a plain object.
    """

    id: str
    type: str
    mode: str | None
    noun: bool
    voice: str = "active"
    subject: str = "agent"
    construct: str = ""
    direct: bool = False
    targets: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    imperfect: bool = False


class Entry(NamedTuple):
    """A word or phrase of the lexicon, folded, without articles."""

    words: tuple[str, ...]
    frame: Frame


class Word(NamedTuple):
    """What the lexicons know of one token. ``entries`` are those that begin here, longest first."""

    kinds: frozenset[str]
    entries: tuple[Entry, ...] = ()
    light: str | None = None
    actor: str | None = None
    definite: bool = False
    joined: bool = False
    preposition: str | None = None


class _Verb(NamedTuple):
    """A dictionary form: its place in the table, the words that follow it, what it says."""

    rank: int
    rest: tuple[str, ...]
    frame: Frame


class Lexicon(NamedTuple):
    """One language's tables, keyed by folded words without the article. ``unfinished``: light verbs' imperfects."""

    verbs: Forms[_Verb]
    nouns: dict[str, list[Entry]]
    light: dict[str, str]
    kinds: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    actors: dict[str, str]
    instruments: dict[str, list[tuple[tuple[str, ...], str, int]]]
    verb_first: bool
    unfinished: frozenset[str] = frozenset()

    def entries(self, form: str) -> list[Entry]:
        """What begins with a written form, longest first."""
        found = self.verbs.of(form)
        if not found and form not in self.nouns:
            return []
        verbs = [Entry((form, *verb.rest), verb.frame) for verb in sorted(found, key=lambda v: v.rank)]
        return sorted(dict.fromkeys((*verbs, *self.nouns.get(form, ()))), key=lambda entry: -len(entry.words))


def key(word: str) -> str:
    """A lexicon word as tokens are looked up: folded, its article cut."""
    folded = fold(word)
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def _cells(cell: str) -> frozenset[str]:
    return frozenset(fold(word) for word in cell.split("|") if word)


def _bases(cell: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The dictionary forms of a cell: only a phrase's first word is inflected, the others stand as they are."""
    for base in filter(None, cell.split("|")):
        head, *rest = base.split()
        yield fold(head), tuple(map(key, rest))


def _verbs(language: str) -> Forms[_Verb]:
    found = Forms[_Verb](verb_patterns(language))
    ranks = count()
    for tense, cell, frame in _verb_rows(language):
        for head, rest in _bases(cell):
            found.add(verb_group(language, tense, head), head, _Verb(next(ranks), rest, frame))
    return found


def _verb_rows(language: str) -> Iterator[tuple[str, str, Frame]]:
    """The tense of dictionary forms, the cell that holds them and what they say."""
    for row in table(language, "event_verbs").rows:
        marks = _cells(row["target"])
        subject = row["subject"] or "agent"
        frame = Frame(row["frame"], row["type"], row["mode"] or None, False, "either", subject)
        frame = frame._replace(direct="object" in marks, targets=marks - {"object"})
        active = frame._replace(voice="active" if row["passive"] or not frame.direct else "either")
        if subject == "passive":
            active = frame._replace(voice="passive", subject="agent")
        yield "perfect", row["perfect"], active
        yield "imperfect", row["imperfect"], frame._replace(imperfect=True)
        yield "perfect", row["passive"], frame._replace(voice="passive")


def _nouns(language: str) -> Iterator[Entry]:
    for row in table(language, "event_nouns").rows:
        frame = Frame(row["frame"], row["type"], row["mode"] or None, True, construct=row["construct"])
        frame = frame._replace(targets=_cells(row["target"]), agents=_cells(row["agent"]))
        for form in row["forms"].split("|"):
            words = tuple(map(key, form.split()))
            yield Entry(words, frame)
            # Before a pronoun the final ta marbuta is written open; folding made it ه.
            if len(words) == 1 and form.endswith("ة"):
                yield Entry((words[0][:-1] + "ت",), frame._replace(construct=f"own {frame.construct}"))


def _phrases(rows: Iterable[tuple[str, str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, value in rows:
        split = tuple(map(key, words.split()))
        found.setdefault(split[0], []).append((split, value))
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """The event tables of ``ar`` or ``en``, read at the first call."""
    nouns: dict[str, list[Entry]] = {}
    for entry in _nouns(language):
        nouns.setdefault(entry.words[0], []).append(entry)
    light: dict[str, str] = {}
    unfinished: set[str] = set()
    for row in table(language, "light_verbs").rows:
        for tense in ("perfect", "imperfect"):
            for head, rest in _bases(row[tense]):
                forms = [p.form(head) for p in verb_patterns(language)[verb_group(language, tense, head)] if not rest]
                light.update((form, row["role"]) for form in forms if form not in light)
                unfinished.update(forms if tense == "imperfect" else ())
    kinds: dict[str, set[str]] = {}
    longer: list[tuple[str, str]] = []
    for row in table(language, "event_words").rows:
        for word in row["words"].split("|"):
            if " " in word:
                longer.append((word, row["kind"]))
            else:
                kinds.setdefault(fold(word), set()).add(row["kind"])
    actors: dict[str, str] = {}
    for row in table(language, "actor_nouns").rows:
        for word in row["words"].split("|"):
            actors.setdefault(key(word), row["kind"])
    instruments: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for rank, row in enumerate(table(language, "instruments").rows):
        for phrase in row["words"].split("|"):
            split = tuple(map(key, phrase.split()))
            instruments.setdefault(split[0], []).append((split, row["mode"], rank))
    for options in instruments.values():
        options.sort(key=lambda option: -len(option[0]))
    frozen = {word: frozenset(found) for word, found in kinds.items()}
    verb_first = "grammar" in kinds.get("verb_first", ())
    verbs, phrases = _verbs(language), _phrases(longer)
    return Lexicon(verbs, nouns, light, frozen, phrases, actors, instruments, verb_first, frozenset(unfinished))


_NOTHING = Word(frozenset())
_PLURALS = ("ون", "ين", "ان")
_NOMINAL = frozenset("بلك")


@lru_cache(maxsize=65536)
def _word(language: str, norm: str, stem: str, proclitics: tuple[str, ...]) -> Word:
    known = lexicon(language)
    definite = "ال" in proclitics
    joined = any(clitic in "وف" for clitic in proclitics)
    preposition = next((clitic for clitic in proclitics if clitic in _NOMINAL), None)
    bare = norm[norm.find(stem) :] if stem in norm else stem
    # «وساروا»: a verb whose own first letter was taken for the future's.
    uncut = norm[1:] if "س" in proclitics[1:] else norm
    names = dict.fromkeys((norm, uncut, bare, stem))
    entries = tuple(
        entry
        for name in names
        for entry in known.entries(name)
        if entry.frame.noun or not (definite or (preposition and not (preposition == "ل" and entry.frame.imperfect)))
    )
    if bare.endswith("ا") and not definite:
        # An indefinite accusative («إضرابا») is the noun with an alif.
        entries += tuple(entry for entry in known.entries(bare[:-1]) if entry.frame.noun)
    if not entries and bare.startswith("س"):
        # The س of the future, where the tokeniser left it on its verb.
        entries = tuple(entry for entry in known.entries(bare[1:]) if entry.frame.imperfect)
    if not entries and not proclitics and norm.startswith(("و", "ف")):
        # So with a conjunction left on a verb.
        entries = tuple(entry for entry in known.entries(norm[1:]) if not entry.frame.noun)
        joined = joined or bool(entries)
    light = None
    if not definite and preposition in (None, "ل"):
        light = next((known.light[name] for name in names if name in known.light), None)
    kinds = known.kinds.get(norm)
    if kinds is None:
        kinds = known.kinds.get(bare, frozenset()) if not definite else known.kinds.get(stem, frozenset())
        if definite:
            kinds &= {"quantifier", "result", "plan", "possible", "attempt", "grievance"}
    if "particle" in kinds:
        # «فجرا» is an adverb, whatever verb has the same letters; «فقد» may be one whose stem looks like «قد».
        entries = tuple(entry for entry in entries if norm not in known.kinds and entry.words[0] == norm)
    # An indefinite accusative («شخصا») is the noun with an alif.
    nouns = (*names, *(name[:-1] for name in names if name.endswith("ا") and len(name) > 3))
    actor = next((known.actors[name] for name in nouns if name in known.actors), None)
    if actor is None and bare.endswith(_PLURALS) and len(bare) > 5:
        # A sound plural or dual of a listed noun.
        actor = known.actors.get(bare[:-2])
    unique = tuple(dict.fromkeys(sorted(entries, key=lambda entry: -len(entry.words))))
    return Word(kinds, unique, light, actor, definite, joined, preposition)


def word(language: str, token: Token) -> Word:
    """What the event lexicon knows of a token, by its form alone."""
    if token.kind != "word":
        return _NOTHING
    return _word(language, token.norm, token.stem, token.proclitics)


@lru_cache(maxsize=65536)
def known_verb(language: str, norm: str) -> bool:
    """Whether a whole written word is a verb of the lexicon, nothing cut off."""
    known = lexicon(language)
    return norm in known.light or any(not entry.frame.noun for entry in known.entries(norm))
