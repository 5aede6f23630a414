"""Whom a claim tells as doing something by where the words stand: behind its verb or before it, behind «من قبل», before
«هو من», or as the one accused.

Events name their agents for the acts of their tables alone; of all other acts the words' order tells who did them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...annotate.happenings.acts import act_pattern
from ...annotate.naming.bodies import adjective
from ...annotate.phrases.clauses import finite, verbal
from ...lang.nations import nation
from ...lang.tables import keyed, listed
from ...model import Span, Token
from ...story.small_words import grammar
from ..fact import Fact
from .agencies import BY

# Words of a doer at most, and how far behind its verb it stands where a time is told between.
_LONGEST, _BEHIND = 5, 4
# An imperfect has more letters than this, and an English participle.
_STEM = 3
_COPULAS, _WHICH = listed("doer_words", "copula"), listed("doer_words", "which")
_BY_WHICH, _WAS = listed("doer_words", "relative", "en"), listed("doer_words", "was")
# A clause opens behind the first, and behind the others what a doer is said to have done.
_THAT, _AS = listed("doer_words", "opens"), listed("doer_words", "accused")
_AUXILIARY, _FINITE = listed("doer_words", "auxiliary"), listed("doer_words", "finite")
_BEHIND_IT = listed("doer_words", "behind")
_ARTICLES = listed("doer_words", "determiner")
_CONJUNCTIONS = frozenset("وف")
# What a verb may have for its object behind the noun it tells of; how many words a subject with all of it has at most.
_BY_IT = listed("doer_words", "by_it")
_OBJECTS, _FAR = frozenset(("ها", "ه", "هما")), 9


class Subject(NamedTuple):
    """A doer's words, how it is told to do it (``subject``, ``by``, ``cleft``, ``accused``), and the verb, where one is
    read."""

    span: Span
    told: str
    verb: Span | None


def subjects(fact: Fact) -> Iterator[Subject]:
    """The doers of a claim by the order of its words, the plainest way of telling first."""
    tokens = fact.tokens
    times = [time.span for time in fact.times]
    if fact.reading.article.language == "ar":
        names = {m.span.end for m in fact.reading.mentions if m.form == "name" and fact.claim.span.contains(m.span)}
        yield from _arabic(_Words(tokens, times, names, True))
    else:
        yield from _english(_Words(tokens, times, set(), False), {event.trigger for event in fact.told})


class _Words:
    """The words of a claim with the noun phrases that begin among them."""

    def __init__(self, tokens: Sequence[Token], times: Sequence[Span], names: set[int], arabic: bool) -> None:
        self.tokens, self.times, self.names, self.arabic = tokens, times, names, arabic

    def timed(self, index: int) -> bool:
        return any(time.overlaps(self.tokens[index].span) for time in self.times)

    def span(self, first: int, last: int) -> Span:
        one, other = self.tokens[first].span, self.tokens[last - 1].span
        return Span(one.article_id, one.start, other.end)

    def phrase(self, index: int) -> int:
        """Where the noun phrase ends that begins here; the same index where none does."""
        if not self.arabic:
            return self._english_phrase(index)
        end = index
        while end < len(self.tokens) and end - index < _LONGEST and self._goes_on(index, end):
            end += 1
        return end

    def _goes_on(self, begin: int, end: int) -> bool:
        token = self.tokens[end]
        front = set(token.proclitics) - {"ال"}
        if token.kind != "word" or self.timed(end) or token.norm in grammar() or token.stem in grammar():
            return False
        if front and not (end == begin and front <= _CONJUNCTIONS):
            return False
        if _verb(token) or (end == begin and act_pattern(token.surface)):
            return False
        return end == begin or self._joined(end)

    def _joined(self, end: int) -> bool:
        """Whether a word goes on with the one before: «فريق إنقاذ»، «إدارة مهرجان صور»; behind a definite word or a name
        an adjective does («وزارة الطاقة السورية») and no other noun («بلدية صور الطريق»)."""
        before, token = self.tokens[end - 1], self.tokens[end]
        settled = "ال" in before.proclitics or bool(before.enclitics) or before.span.end in self.names
        return adjective(token) if settled else True

    def _english_phrase(self, index: int) -> int:
        end = index
        while end < len(self.tokens) and end - index < _LONGEST + 1:
            token = self.tokens[end]
            lead = end == index and token.norm in _ARTICLES
            if (
                token.kind != "word"
                or self.timed(end)
                or (token.norm in grammar() and not lead)
                or _english_verb(token)
            ):
                break
            end += 1
        return end if end > index and self.tokens[end - 1].norm not in _ARTICLES else index


def _arabic(words: _Words) -> Iterator[Subject]:
    tokens = words.tokens
    opens = True
    for index, token in enumerate(tokens):
        if token.norm in BY or token.norm in _BEHIND_IT:
            yield from _led(words, index)
        if opens and (end := words.phrase(index)) > index:
            yield from _first(words, index, end)
        if token.norm in _AS and (begin := _ending(words, index)) is not None:
            yield Subject(words.span(begin, index), "accused", None)
        if _which(tokens, index) and (begin := _opening(words, index)) is not None:
            yield Subject(
                words.span(begin, index), "cleft", tokens[index + 2].span if index + 2 < len(tokens) else None
            )
        if _relative(tokens, index) and (end := words.phrase(index + 1)) > index + 1:
            yield Subject(words.span(index + 1, end), "subject", token.span)
        if _verb(token) and (begin := _behind(words, index)) is not None:
            yield Subject(words.span(begin, words.phrase(begin)), "subject", token.span)
        opens = token.norm in _THAT or token.surface in ("،", ":") or (opens and token.kind == "punct")


def _which(tokens: Sequence[Token], index: int) -> bool:
    """«هم من» behind any subject («مقاتلين من الحركة هم من أوقفها»)."""
    return tokens[index].norm in _COPULAS and index + 1 < len(tokens) and tokens[index + 1].norm in _WHICH


def _opening(words: _Words, index: int) -> int | None:
    """Where the clause opens whose subject, a noun with what belongs to it, reaches up to a word."""
    for begin in range(index - 1, max(-1, index - _FAR), -1):
        token = words.tokens[begin]
        if token.norm in _THAT or token.surface in ("،", ":"):
            return begin + 1 if begin + 1 < index else None
        if _verb(token):
            return None
    return 0 if index <= _FAR else None


def _relative(tokens: Sequence[Token], index: int) -> bool:
    """«شكوى رفعها المجلس»، «شكوى تقدم بها المجلس»: a verb whose object is the noun without article before it."""
    token = tokens[index]
    if token.norm in _BY_IT and index > 1:
        token, index = tokens[index - 1], index - 1
    elif not token.enclitics or token.enclitics[0] not in _OBJECTS:
        return False
    if not index or "ال" in token.proclitics:
        return False
    before = tokens[index - 1]
    noun = (
        before.kind == "word" and "ال" not in before.proclitics and before.norm not in grammar() and not _verb(before)
    )
    return noun and (verbal(token.stem) or _verb(token))


def _led(words: _Words, index: int) -> Iterator[Subject]:
    """«من قبل لجنة», «على يد ملثمين», and before «وراء» whoever stands behind a thing."""
    if words.tokens[index].norm in _BEHIND_IT:
        begin = _ending(words, index)
        if begin is not None:
            yield Subject(words.span(begin, index), "cleft", None)
    elif (end := words.phrase(index + 1)) > index + 1:
        yield Subject(words.span(index + 1, end), "by", words.tokens[index].span)


def _first(words: _Words, index: int, end: int) -> Iterator[Subject]:
    """A noun phrase that opens a clause and that its verb stands behind, or «هو من»."""
    tokens, at = words.tokens, end
    if at + 1 < len(tokens) and tokens[at].norm in _COPULAS and tokens[at + 1].norm in _WHICH:
        verb = tokens[at + 2].span if at + 2 < len(tokens) else None
        yield Subject(words.span(index, end), "cleft", verb)
        return
    while at < len(tokens) and (tokens[at].norm in _AUXILIARY or words.timed(at)):
        at += 1
    if at < len(tokens) and _verb(tokens[at]):
        yield Subject(words.span(index, end), "subject", tokens[at].span)
    elif (
        at < len(tokens) and tokens[at].norm in _COPULAS and at + 1 < len(tokens) and "ال" in tokens[at + 1].proclitics
    ):
        yield Subject(words.span(index, end), "cleft", tokens[at + 1].span)


def _behind(words: _Words, index: int) -> int | None:
    """Where the subject behind a verb begins, a time and what stands between commas left out."""
    at = index + 1
    while at < len(words.tokens) and (words.timed(at) or words.tokens[at].surface == "،") and at <= index + _BEHIND:
        at += 1
    return at if at < len(words.tokens) and words.phrase(at) > at else None


def _ending(words: _Words, index: int) -> int | None:
    """Where the longest noun phrase begins that ends right before a word."""
    return next((n for n in range(max(0, index - _LONGEST), index) if words.phrase(n) == index), None)


def _verb(token: Token) -> bool:
    """A verb of news, or an imperfect by its letter."""
    if "ال" in token.proclitics or token.kind != "word":
        return False
    imperfect = token.norm[:1] in "يت" and not token.proclitics and len(token.norm) > _STEM
    return finite(token) or (imperfect and not act_pattern(token.surface) and not nation(token.stem))


def _english(words: _Words, triggers: set[Span]) -> Iterator[Subject]:
    tokens = words.tokens
    opens = True
    for index, token in enumerate(tokens):
        if token.norm == "by" and (end := words.phrase(index + 1)) > index + 1:
            yield Subject(words.span(index + 1, end), "by", tokens[index - 1].span if index else None)
        if opens and (end := words.phrase(index)) > index and end < len(tokens):
            verb = tokens[end]
            if verb.norm in _BY_WHICH and index and tokens[index - 1].norm in _WAS:
                yield Subject(words.span(index, end), "cleft", tokens[end + 1].span if end + 1 < len(tokens) else None)
            elif _english_verb(verb) or verb.span in triggers:
                yield Subject(words.span(index, end), "subject", _main(tokens, end))
        opens = token.norm in _THAT or token.surface in (",", ":", "-") or token.norm in _WAS
        opens = opens or token.norm == "and"


def _main(tokens: Sequence[Token], index: int) -> Span:
    """The verb of meaning behind "was" and "has"."""
    while index + 1 < len(tokens) and tokens[index].norm in _FINITE:
        index += 1
    return tokens[index].span


def _english_verb(token: Token) -> bool:
    small = token.surface[:1].islower()
    return token.norm in _FINITE or (small and token.norm.endswith("ed") and len(token.norm) > _STEM)


@cache
def actor_kinds() -> dict[str, str]:
    """What kind of doer a plain noun is: person, fighter, body or thing."""
    return keyed("actor_nouns", "kind", column="words")
