"""Who speaks, and through what: noun phrases that can be a source, and the channel behind a preposition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..lang.surface import definite, proclitic
from ..model import Mention, Sentence, Token
from .bodies import adjective
from .persons import titles
from .quotation import Quotation
from .sayings import (
    anonymous,
    channels,
    day_words,
    documents,
    english_sources,
    function_words,
    media,
    numbers,
    verbs,
)

OPENING = frozenset(("«", '"', "“", "‘", "'"))
_SPEAKER_WORDS = 14
_NAME = "اسم"


class Words(NamedTuple):
    """Tokens ``[first, last)``."""

    first: int
    last: int


class Speakers:
    """Finds the phrases of one article that can speak; holds its tokens and what is already known of them."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        mentions: tuple[Mention, ...],
        quotations: list[Quotation],
    ) -> None:
        self.tokens = tokens
        self.quotations = quotations
        self._starts = [token.span.start for token in tokens]
        self.mention_at = dict(self._mention_ranges(mentions))
        self.inside = {n: q for q in quotations for n in range(q.first, q.last)}

    def index(self, offset: int) -> int:
        """The token in which an offset of the text falls."""
        found = bisect_left(self._starts, offset)
        return found if found < len(self._starts) and self._starts[found] == offset else max(found - 1, 0)

    def _mention_ranges(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, tuple[int, Mention]]]:
        for mention in mentions:
            first = self.index(mention.span.start)
            last = self.index(mention.span.end - 1) + 1
            yield first, (last, mention)

    def noun_phrase(self, index: int, last: int, led: bool = False) -> tuple[Words | None, int]:
        """The noun phrase that begins here: names and titles whole, then definite words; None where none begins.

        ``led`` allows a preposition on its first word.
        """
        tokens = self.tokens
        begin, end = index, index
        if begin < last and not led and set(tokens[begin].proclitics) & {"ب", "ل", "ك", "و", "ف"}:
            return None, index
        while end < min(last, begin + _SPEAKER_WORDS):
            token = tokens[end]
            mention = self.mention_at.get(end) if end == begin or not self._addressed(end) else None
            if mention is not None and end > begin and self._complete(begin, mention[1]):
                break
            if end > begin and token.stem == _NAME and "ب" in token.proclitics:
                end += 1  # «المتحدث باسمها»
                continue
            if end > begin and proclitic(token) and token.proclitics[0] in "وفب" and mention is None:
                break
            if mention is not None and (end == begin or not proclitic(token) or token.proclitics[0] == "ل"):
                end = mention[0]
                continue
            if token.surface in OPENING and end > begin and (quotation := self.inside.get(end + 1)):
                if quotation.last - quotation.first > 4:
                    break
                end = quotation.last + 1
                continue
            if token.kind != "word" or token.norm in function_words() or token.stem in function_words():
                break
            if end > begin and (self._addressed(end) or self._is_time(end)):
                break
            if end > begin and mention is None and self._object(end):
                break
            counted = end == begin + 1 and number_word(tokens[begin])  # «ثلاثة صيادين»
            if end > begin and not (counted or definite(token) or self._goes_on(end)):
                break
            if verbs().get(token.norm) and end > begin:
                break
            end += 1
        if end == begin or self._is_time(begin):
            return None, index
        return Words(begin, end), end

    def _object(self, index: int) -> bool:
        """Behind a definite noun a definite noun is an object: only adjectives and titles go on with a speaker."""
        token = self.tokens[index]
        apart = definite(self.tokens[index - 1]) and token.proclitics == ("ال",)
        return apart and not adjective(token) and token.stem not in titles()

    def _addressed(self, index: int) -> bool:
        """«لقناة …»، «لرويترز»: to whom it was said is no part of who said it."""
        token = self.tokens[index]
        return "ل" in token.proclitics and (token.stem in media() or channels("ar").at([token.stem], 0) is not None)

    def _complete(self, begin: int, following: Mention) -> bool:
        """A body that opened the phrase is the whole speaker: a second body behind it is whom he speaks to."""
        opening = self.mention_at.get(begin)
        return opening is not None and opening[1].kind == "ORG" and following.kind == "ORG" and opening[0] > begin + 1

    def _goes_on(self, index: int) -> bool:
        """An indefinite word inside a speaker: a title, or one that a definite word or a name completes."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        completes = after is not None and (definite(after) or index + 1 in self.mention_at)
        return token.norm not in function_words() and (completes or token.stem.endswith("ي"))

    def _is_time(self, index: int) -> bool:
        token = self.tokens[index]
        return token.stem in day_words() and (definite(token) or token.norm not in anonymous())

    def subject_before(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of a sentence that puts it first («وزير الخارجية قال إن»)."""
        for first in range(max(sentence.first, position - _SPEAKER_WORDS), position):
            before = self.tokens[first - 1]
            if (
                first > sentence.first
                and before.surface not in ("،", ",")
                and before.stem not in ("كان", "كانت", "اما")
            ):
                continue
            words, end = self.noun_phrase(first, position)
            if words is not None and end == position and self._names(words):
                return words
        return None

    def main_subject(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of the clause that a participle leans on («أبقى البنك …، متوقعا أن»)."""
        said = [
            n
            for n in range(sentence.first, position)
            if (found := verbs().get(self.tokens[n].stem) or verbs().get(self.tokens[n].norm)) and not found.participle
        ]
        words, _ = self.noun_phrase((said[-1] if said else sentence.first) + 1, position)
        if words is not None and self._names(words):
            return words
        return self.subject_before(sentence.first + 1, sentence)

    def _names(self, words: Words) -> bool:
        return any(n in self.mention_at for n in range(words.first, words.last))

    def document(self, index: int, last: int) -> tuple[Words | None, int]:
        """«جاء في بيان للمبعوث»: the text that speaks stands behind في."""
        if index + 1 < last and self.tokens[index].norm == "في" and self.tokens[index + 1].stem in documents():
            words, after = self.noun_phrase(index + 1, last)
            if words is not None and after < last and "ل" in self.tokens[after].proclitics:
                return Words(words.first, after + 1), after + 1
            return words, after
        return None, index

    def channel(self, index: int, last: int) -> tuple[str, Words] | None:
        """«في بيان»، «عبر تلغرام»، «لقناة …»: a channel's noun behind a preposition."""
        token = self.tokens[index]
        if index in self.inside and self.inside[index].last - self.inside[index].first > 4:
            return None
        match = channels("ar").at([t.stem for t in self.tokens[index : index + 3]], 0)
        if match is None:
            return None
        before = self.tokens[index - 1].norm if index else ""
        led = before in ("في", "عبر", "علي", "خلال", "ضمن", "تضمن", "تضمنت", "من") or set(token.proclitics) & {"ب", "ل"}
        if not led:
            return None
        end = index + match.last
        extra, after = self.noun_phrase(end, last)
        if extra is not None and (definite(self.tokens[end]) or end in self.mention_at):
            end = after
        return match.value, Words(index, end)


def number_word(token: Token) -> bool:
    return token.kind == "number" or token.stem in numbers()


def source_kind(tokens: tuple[Token, ...], words: Words) -> str:
    """document, anonymous, or named (a person, an office, a body)."""
    head = tokens[words.first].stem
    if tokens[words.first].norm.isascii():
        kinds = {english_sources().get(token.stem) for token in tokens[words.first : words.last]}
        return next((kind for kind in ("document", "anonymous") if kind in kinds and "named" not in kinds), "named")
    if head in documents():
        return "document"
    if words.last - words.first > 1 and number_word(tokens[words.first]):
        head = tokens[words.first + 1].stem  # «ثلاثة صيادين»
    bare = not definite(tokens[words.first])
    if head in anonymous() and (bare or head in ("مصدر", "مصادر", "سكان", "اهالي", "شهود")):
        return "anonymous"
    return "named"
