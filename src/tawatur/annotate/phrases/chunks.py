"""Noun phrases and clauses over tokens, by closed classes and definiteness: no parser.

An Arabic noun phrase agrees in definiteness: once a noun is definite, an indefinite word begins something else;
before that, the first definite word closes a construct. That, numbers and the heads listed in
``actor_nouns.tsv`` are enough to part an agent from the target that follows it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from ...lang.tables import listed
from ...model import Mention, Sentence, Span, Token
from ..happenings.frames import Lexicon, Word, known_verb, lexicon, word

_OPENING = frozenset("«“\"'(‹„")
_CLOSING = frozenset("»”\"')›")
_STOPS = frozenset(".;؛:؟?!…،,-–—*/()[]")
_CLOSED = frozenset({"preposition", "subordinator", "relative", "particle", "negation"})
_SELVES = listed("name_company", "selves", "ar")
_NOT_NOUN = _CLOSED | {"verb", "auxiliary", "detached"} | {"past", "denial", "by"}


class Text(NamedTuple):
    """One article ready for reading: its tokens, what the lexicons know of each, and what stands on each."""

    source: str
    language: str
    lexicon: Lexicon
    tokens: tuple[Token, ...]
    words: list[Word]
    mention_at: dict[int, Mention]
    time_at: set[int]
    figure_at: set[int]
    starts: list[int]

    def span(self, first: int, last: int) -> Span:
        """The exact words of tokens ``[first, last)``, without proclitics in front."""
        begin, end = self.tokens[first], self.tokens[last - 1]
        if not begin.proclitics and self.words[first].joined:
            return Span(begin.span.article_id, begin.span.start + _after(begin.surface, 1), end.span.end)
        whole = self.whole(first)
        cut = front(begin) if whole is None else _after(begin.surface, whole) if whole else 0
        return Span(begin.span.article_id, begin.span.start + cut, end.span.end)

    def whole(self, index: int) -> int | None:
        """How many letters stand before a verb that the lexicon knows longer than its stem («سار», «فقد»)."""
        token = self.tokens[index]
        for cut in range(min(2, len(token.proclitics))):
            if len(token.norm) - cut > len(token.stem) and known_verb(self.language, token.norm[cut:]):
                return cut
        return None

    def covered(self, span: Span) -> range:
        """Indexes of the tokens that a span touches."""
        first = bisect_left(self.starts, span.start)
        if first and self.tokens[first - 1].span.end > span.start:
            first -= 1
        return range(first, bisect_left(self.starts, span.end))


def front(token: Token) -> int:
    """How many characters of the surface the proclitics, articles excepted, take."""
    letters = sum(len(clitic) for clitic in token.proclitics if clitic != "ال")
    if not letters:
        return 0
    if token.norm.startswith("لل", letters - 1):
        return 0 if letters == 1 else _after(token.surface, letters - 1)
    return _after(token.surface, letters)


def _after(surface: str, letters: int) -> int:
    """The offset behind so many letters of a surface, diacritics and tatweel passed over."""
    from ...lang.normalise import folded

    first, _ = folded(surface).original(letters, letters)
    return first


def prepare(
    source: str,
    language: str,
    tokens: tuple[Token, ...],
    mentions: Iterable[Mention],
    times: Iterable[Span],
    figures: Iterable[Span],
) -> Text:
    """Look every token up once and lay mentions and times over them."""
    words = [word(language, token) for token in tokens]
    text = Text(
        source, language, lexicon(language), tokens, words, {}, set(), set(), [token.span.start for token in tokens]
    )
    for mention in mentions:
        if mention.form != "pronoun":
            for index in text.covered(mention.span):
                text.mention_at.setdefault(index, mention)
    for span in times:
        text.time_at.update(text.covered(span))
    for span in figures:
        covered = text.covered(span)
        # A dual or a lone noun is its own number: it stays the head that it is.
        if len(covered) > 1 or tokens[covered.start].kind == "number":
            text.figure_at.update(covered)
    return text


def clause(text: Text, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The clause around the trigger ``[first, last)``: up to a stop, a subordinator or another verb."""
    left = first
    while left > sentence.first and not _closes(text, left - 1):
        left -= 1
        named = left in text.mention_at and text.mention_at[left].form == "name"
        if left < first and finite(text.words[left]) and not named and "past" not in text.words[left].kinds:
            left += 1
            break
    right = last
    while right < sentence.last and (right in text.figure_at or not _opens(text, right)):
        right += 1
    return left, right


def _closes(text: Text, index: int) -> bool:
    return text.tokens[index].surface in _STOPS or not text.words[index].kinds.isdisjoint(("subordinator", "relative"))


def _opens(text: Text, index: int) -> bool:
    if _closes(text, index):
        return True
    here = text.words[index]
    return here.joined and finite(here)


def finite(here: Word) -> bool:
    """Whether a word can only be a verb: of the lexicon's verbs and no noun of it."""
    if here.light:
        return True
    entries = here.entries
    return bool(entries) and len(entries[0].words) == 1 and all(not e.frame.noun for e in entries)


def skip(text: Text, index: int, end: int) -> int:
    """The next token that is neither part of a time nor an opening mark."""
    while index < end and (index in text.time_at or text.tokens[index].surface in _OPENING):
        index += 1
    return index


def noun_phrase(text: Text, first: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at ``first``, as token indexes, or None. Coordination is left out."""
    tokens, words = text.tokens, text.words
    index, definite, counting, head = first, False, False, -1
    quoted = False
    while index < end:
        token, here = tokens[index], words[index]
        if token.kind == "punct":
            behind = _behind_mark(text, index, end, quoted) if head >= 0 else None
            if behind is None:
                break
            quoted = behind
            index += 1
            continue
        if index in text.time_at and head >= 0 and not quoted:
            break
        if index in text.figure_at and head == index - 1 and counting and not here.joined:
            head = index
            index += 1
            continue
        if index in text.figure_at or token.kind == "number" or "quantifier" in here.kinds:
            if (index > first and (here.joined or here.preposition)) or (
                head >= 0 and not counting and _counts_another(text, index, definite)
            ):
                break
            counting, head = True, index
            index += 1
            continue
        if counting and "partitive" in here.kinds and index + 1 < end and not here.joined:
            index += 1
            continue
        if not quoted and _ends_phrase(text, index, first, head, definite, counting):
            break
        definite = _definite(text, index)
        counting, head = False, index
        index += 1
    last = head + 1 if head >= first else first
    if last < index and quoted is False and tokens[last].surface in _CLOSING and last < end:
        last += 1
    return (first, last) if last > first and head >= 0 else None


def _behind_mark(text: Text, index: int, end: int, quoted: bool) -> bool | None:
    """Whether the phrase goes on in quotation marks behind a mark; None where it ends there."""
    mark = text.tokens[index].surface
    opening, closing = mark in _OPENING, mark in _CLOSING
    if quoted and closing:
        return False
    return True if opening and _closed_soon(text, index, end) else None


def _counts_another(text: Text, index: int, definite: bool) -> bool:
    """«قتلت القوات الروسية أربعة»: an indefinite number behind a definite noun is another phrase, as is one that stands
    before the next noun."""
    token = text.tokens[index]
    apart = definite and token.kind == "word" and not text.words[index].definite and text.lexicon.verb_first
    return apart or not _postposed(text, index)


def _closed_soon(text: Text, index: int, end: int) -> bool:
    return any(text.tokens[near].surface in _CLOSING for near in range(index + 1, min(index + 7, end)))


def _postposed(text: Text, index: int) -> bool:
    """Whether a number stands behind its noun (two soldiers, two) and not before the next one."""
    follow = index + 1
    if text.tokens[index].kind != "word":
        return False
    # What stands behind the phrase's bounds may be what is counted: three / raids.
    return follow >= len(text.words) or noun_phrase(text, follow, follow + 1) is None or text.words[follow].joined


def _definite(text: Text, index: int) -> bool:
    token = text.tokens[index]
    mention = text.mention_at.get(index)
    return text.words[index].definite or bool(token.enclitics) or (mention is not None and mention.form == "name")


def _ends_phrase(text: Text, index: int, first: int, head: int, definite: bool, counting: bool) -> bool:
    """Whether a word is none of the phrase that began at ``first`` and whose last noun so far is ``head``."""
    token, here = text.tokens[index], text.words[index]
    if not here.kinds.isdisjoint(_NOT_NOUN) or token.kind == "other":
        return True
    if index > first and (here.joined or here.preposition):
        return not _same_mention(text, index)
    if head >= 0 and definite and here.definite and _second(text, head, index):
        return True
    if not here.definite and finite(here) and not _same_mention(text, index):
        return True
    if head < 0:
        return False
    if token.enclitics and token.stem in _SELVES:
        return True
    if _same_mention(text, index):
        return False
    if not text.lexicon.verb_first:
        return any(not entry.frame.noun for entry in here.entries)
    if definite:
        return _ends_definite(text, index, head, counting)
    return not counting and _ends_indefinite(text, index, head)


def _ends_definite(text: Text, index: int, head: int, counting: bool) -> bool:
    """Whether a word begins something else than the phrase before it, which is definite."""
    token, here, before = text.tokens[index], text.words[index], text.words[head]
    if not _definite(text, index):
        return not (counting or (here.actor is None and before.actor is None and index in text.mention_at))
    if here.definite:
        feminine = token.stem.endswith("ه") and not text.tokens[head].stem.endswith("ه")
        if feminine and before.actor in ("person", "fighter"):
            # No man is described by a feminine: the minister, the campaign.
            return True
        return (here.actor is not None or _noun_entry(text, index)) and not _adjective(token)
    # A title and the name behind it stay together: the president, then his name.
    mention = text.mention_at.get(index)
    return mention is None or mention.kind != "PERSON" or before.actor is None


def _ends_indefinite(text: Text, index: int, head: int) -> bool:
    """Whether a word begins something else than the phrase before it, which is not definite yet."""
    token, here, before = text.tokens[index], text.words[index], text.tokens[head]
    sealed = before.norm.endswith(("ون", "ين", "ان")) and text.words[head].actor is not None
    if _definite(text, index):
        return sealed or (before.norm.endswith("ا") and text.words[head].actor is not None)
    if here.actor and text.words[head].actor is None and _noun_entry(text, head):
        return weapon_name(text, head)
    if sealed or (before.norm.endswith(("ون", "ين")) and len(before.norm) > 4):
        return not _agrees(before, token)
    return token.norm.endswith("ا") and len(token.norm) > 3 and not before.norm.endswith("ا")


def weapon_name(text: Text, index: int) -> bool:
    """Whether a word is the last of a weapon's name («طائرة مسيرة»), so that it tells and heads nothing."""
    if not index:
        return False
    token, before = text.tokens[index], text.tokens[index - 1]
    named = text.lexicon.instruments.get(before.stem) or text.lexicon.instruments.get(before.norm) or []
    return any(len(words) == 2 and words[1] == token.stem for words, _, _ in named)


def _second(text: Text, head: int, index: int) -> bool:
    """Whether a definite noun behind a definite one is another's name: the police, the protesters.

    A tagger that took both for one name is overruled: a sound plural does not describe a feminine singular.
    """
    here, token, before = text.words[index], text.tokens[index], text.tokens[head]
    if any(entry.frame.noun and entry.frame.construct == "self" for entry in here.entries):
        return text.words[head].actor in ("body", "fighter") and not before.stem.endswith(("ون", "ين"))
    plural = token.stem.endswith(("ون", "ين")) and here.actor in ("person", "fighter") and not _adjective(token)
    return (
        before.stem.endswith(("ه", "ات")) and (plural or here.actor == "thing") and text.words[head].actor is not None
    )


def _noun_entry(text: Text, index: int) -> bool:
    return any(entry.frame.noun for entry in text.words[index].entries)


def _agrees(before: Token, token: Token) -> bool:
    """Whether two sound plurals or duals carry the same case, so that the second describes the first."""
    return before.norm[-2:] == token.norm[-2:]


def _adjective(token: Token) -> bool:
    return token.stem.endswith(("ي", "يه", "يين", "يون", "يات"))


def _same_mention(text: Text, index: int) -> bool:
    mention = text.mention_at.get(index)
    return mention is not None and text.mention_at.get(index - 1) is mention


def phrase_after(text: Text, index: int, end: int) -> tuple[int, int] | None:
    """The next noun phrase at or after ``index``, times and particles passed over; None at anything else."""
    index = skip(text, index, end)
    while index < end and "particle" in text.words[index].kinds:
        index = skip(text, index + 1, end)
    if index >= end or text.words[index].joined or text.words[index].preposition:
        return None
    return noun_phrase(text, index, end)


def phrase_before(text: Text, left: int, index: int, governed: bool = False) -> tuple[int, int] | None:
    """The noun phrase that ends right before ``index``, times, particles and opening marks passed over.

    One that hangs on a preposition is no subject, unless ``governed`` asks for the antecedent of a relative.
    """
    end = index
    while end > left and (
        end - 1 in text.time_at
        or text.tokens[end - 1].surface in _OPENING
        or not text.words[end - 1].kinds.isdisjoint(("particle", "negation", "past"))
    ):
        end -= 1
    for start in range(max(left, end - 9), end):
        here = text.words[start]
        if start > left and not here.joined and not here.definite and _continues(text, start, left):
            continue
        found = noun_phrase(text, start, end)
        if found and found[1] == end:
            if governed:
                return _member(text, left, found)
            if here.preposition or (start > 0 and _governs(text, start - 1)):
                return None
            return _with_partner(text, left, found) if here.joined else found
    return None


def _member(text: Text, left: int, found: tuple[int, int]) -> tuple[int, int]:
    """A body's member with the body, where the phrase is that body: a gunman of the organisation."""
    last = found[1] - 1
    if text.words[found[0]].actor is None and last > found[0] and text.words[last].definite and text.words[last].actor:
        return last, found[1]
    head = found[0] - 2
    if head >= left and "partitive" in text.words[head + 1].kinds and text.words[head].actor in ("person", "fighter"):
        return head, found[1]
    return found


def _governs(text: Text, index: int) -> bool:
    """Whether a word is a free preposition that takes what follows it."""
    return "preposition" in text.words[index].kinds and index not in text.figure_at


def _with_partner(text: Text, left: int, found: tuple[int, int]) -> tuple[int, int] | None:
    """A joined phrase with the one before it, for a subject of two: an army and its partners."""
    before = phrase_before(text, left, found[0]) if found[0] > left else None
    return (before[0], found[1]) if before else None


def coordinated(text: Text, found: tuple[int, int], end: int) -> tuple[int, int]:
    """A phrase with those joined to it by «و» or "and", if they begin with somebody or something that can be hit."""
    last = found[1]
    while last < end:
        start = last
        here = text.words[start]
        if text.tokens[start].norm == "and" and start + 1 < end:
            start += 1
        elif not here.joined or here.preposition:
            break
        here = text.words[start]
        if finite(here) or not (here.actor or start in text.mention_at or start in text.figure_at):
            break
        further = noun_phrase(text, start, end)
        if further is None or further[0] != start:
            break
        last = further[1]
    return found[0], last


def _continues(text: Text, start: int, left: int) -> bool:
    """Whether the word before would take this one into its own phrase, so that none begins here."""
    found = noun_phrase(text, start - 1, start + 1) if start - 1 >= left else None
    return found is not None and found[1] > start
