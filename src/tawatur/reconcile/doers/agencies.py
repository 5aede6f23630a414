"""Which body acts in a claim, by the words it is told with, where no event's argument names a known one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from ...lang.matching import words as name_words
from ...lang.tables import Phrases, listed, table
from ...model import Span
from ...story.concepts import concept
from ...story.voices import ranks
from ..book import Book
from ..fact import Fact
from ..kept import kept

# A subject stands this many words from the claim's start at most.
_FRONT = 5
# How far behind a body its relative pronoun stands («قوات السلطان المسلحة التي أجلت»).
_BEHIND = 3
_RELATIVE = listed("doer_words", "relative")
# By whom a thing was done («من قبل»، «على يد»، «غارة نفذها»).
BY = listed("doer_words", "by")
# Behind these a body is where or against whom, and no subject.
_ELSE = listed("doer_words", "else")


# What a claim that begins with the deed's noun tells of the announcer's own doing.
_DEEDS = frozenset(("rescue", "evacuate", "seize", "arrest", "extinguish", "destroy"))
_DESCRIBED = 3
THAT = listed("doer_words", "that")
# What a body acts through.
_FORCES = listed("doer_words", "force")
_OWNED, _OWNING = listed("doer_words", "owned"), listed("doer_words", "owning")
_ARTICLES = listed("speech_words", "article", "en")
# A subject right behind its verb, and what bodies do to others and hardly suffer as bodies.
_OPENING = 3
_BY_BODIES = frozenset(("arrest", "detain", "disperse", "seize", "deport", "release"))
_HARMED = frozenset(("killed", "wounded", "detained"))


class Agency(NamedTuple):
    """A body told as acting: its class and where it stands."""

    kind: str
    span: Span


@kept
def agency(book: Book, fact: Fact) -> Agency | None:
    """The one body that acts in a claim: its subject, or who a thing is done by. None where there is none or several."""
    found = _acting(fact) or _announcing(fact)
    return found[0] if len({one.kind for one in found}) == 1 else None


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str | None:
    """The class of a body by its name, None where no word of it tells."""
    said = list(name_words(name))
    matches = [match for language in ("ar", "en") for match in _phrases(language).all(said)]
    return matches[0].value if matches else None


def apart(left: str, right: str) -> bool:
    """Whether two classes are two bodies, neither of them a kind of the other."""
    return left != right and left not in _over(right) and right not in _over(left)


def _acting(fact: Fact) -> list[Agency]:
    reading, claim = fact.reading, fact.claim.span
    starts = [token.span.start for token in reading.tokens]
    first, last = bisect_left(starts, claim.start), bisect_left(starts, claim.end)
    stems = [token.stem for token in reading.tokens[first:last]]
    norms = [token.norm for token in reading.tokens[first:last]]
    phrases = _phrases("ar" if reading.article.language == "ar" else "en")
    found = []
    for match in phrases.all(stems):
        token = reading.tokens[first + match.first]
        before = next((norm for norm in reversed(norms[: match.first]) if norm not in _ARTICLES), "")
        after = norms[match.last] if match.last < len(norms) else ""
        if set(token.proclitics) & {"ب", "ل", "ك"} or before in _ELSE or _of_it(before, after):
            continue
        opening = match.first <= _OPENING and "ال" in reading.tokens[first + match.last - 1].proclitics
        if _suffers(fact, token.span) and not (opening and _holds(fact, token.span)):
            continue
        behind = set(norms[match.last : match.last + _BEHIND]) & _RELATIVE
        if match.first <= _FRONT or before in BY or _by(norms, match.first) or behind or _does(fact, token.span):
            span = Span(claim.article_id, token.span.start, reading.tokens[first + match.last - 1].span.end)
            found.append(Agency(match.value, span))
    return found


def _by(norms: list[str], at: int) -> bool:
    """ "by local residents": whether the agent's preposition stands a word or two before a body."""
    before = norms[max(0, at - _DESCRIBED) : at]
    return "by" in before and _ELSE.isdisjoint(before[before.index("by") + 1 :])


def _announcing(fact: Fact) -> list[Agency]:
    """«أعلن الدفاع المدني إنقاذ 62 شخصا»: who announces a deed of his trade has done it; «أن زوارقه انتشلت …»: so has
    he whose own forces did."""
    source = fact.claim.source
    said = fact.tokens
    first = next((token for token in said if token.norm not in THAT), None)
    own = first is not None and first.enclitics and _bare(first.stem) in _FORCES
    if source is None or source.span is None or first is None or not (own or concept("ar", first.stem) in _DEEDS):
        return []
    kind = kind_of(source.text)
    return [Agency(kind, source.span)] if kind else []


def _bare(stem: str) -> str:
    """«قوته» is «قوة» with a pronoun."""
    return f"{stem[:-1]}ه" if stem.endswith("ت") and stem not in _FORCES else stem


def _of_it(before: str, after: str) -> bool:
    """Whether the words tell whose something is: «مقر البرلمان»، «قائد الجيش», "police station"."""
    return before.removeprefix("و") in _owned() or after in _OWNING


def _holds(fact: Fact, span: Span) -> bool:
    """«أوقف الدرك الوطني، مساء الثلاثاء، رجلا»: of a body as such behind its verb the deed is told, though the words
    between keep whom from being read; so where others are counted that it killed."""
    if fact.event is None:
        return False
    others = any(q.outcome in _HARMED and q.span.start > span.end for q in fact.figures)
    return fact.event.frame in _BY_BODIES or others


def _suffers(fact: Fact, span: Span) -> bool:
    """Whether the words are counted, or are the target of the claim's event."""
    if any(q.counted_span is not None and q.counted_span.overlaps(span) for q in fact.figures):
        return True
    target = fact.event.argument("target") if fact.event else None
    return target is not None and target.span.overlaps(span)


def _does(fact: Fact, span: Span) -> bool:
    """Whether the words are the agent of an event («عندما أطلقت الشرطة النار»)."""
    agents = (event.argument("agent") for event in fact.reading.events)
    return any(agent is not None and agent.span.overlaps(span) for agent in agents)


@cache
def _phrases(language: str) -> Phrases[str]:
    return Phrases(
        (phrase, row["class"]) for row in table(language, "agencies").rows for phrase in row["words"].split("|")
    )


@cache
def _owned() -> frozenset[str]:
    """Offices, and things that are a body's own: behind such a noun a body is whose it is."""
    return ranks() | _OWNED


@cache
def _over(kind: str) -> frozenset[str]:
    """The classes that a class is one of, at any remove."""
    above = {
        parent
        for language in ("ar", "en")
        for row in table(language, "agencies").rows
        for parent in row["kinds"].split("|")
        if row["class"] == kind and parent
    }
    return frozenset(above.union(*map(_over, above)))
