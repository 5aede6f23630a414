"""Reported statements in English: "X said Y", "Y, X said", "Y," said X, "according to X", "X told Z that Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ...lang.tables import listed
from ...model import Sentence
from .contents_en import EnglishContents
from .sayings import Saying, english
from .source_words import Words
from .speakers_en import ARTICLES, BOUNDS, BREAKS, NEAR, PAST, PREPOSITIONS
from .statements import Statement

_JOINS_VERB = listed("speech_words", "joins_verb", "en")
_TRAILING = listed("speech_words", "trailing", "en")
_WHO = listed("speech_words", "who", "en")


class EnglishReader(EnglishContents):
    """The same search with English order: the subject before the verb, the content behind it or in front."""

    def statements(self, sentence: Sentence) -> Iterator[Statement]:
        """All statements of one sentence, in order of their cues."""
        position, last = sentence.first, None
        while position < sentence.last:
            found = self._according(position, sentence) or self._said(position, sentence, last)
            if found is None:
                position += 1
                continue
            last = found
            yield found
            yield from self._resumed(found, sentence)
            position = max(found.cue.last, position + 1)

    def _said(self, position: int, sentence: Sentence, last: Statement | None) -> Statement | None:
        saying = english().get(self.tokens[position].norm)
        quoted = self.inside.get(position)
        if saying is None or (quoted is not None and quoted.last - quoted.first > 2):
            return None
        if "participle" in saying.takes:
            return self._adds_to(position, saying, sentence, last)
        if self._before_tail(position, sentence):
            return None
        inverted = self._inverted(position, sentence)
        subject = inverted or self._subject_before(position, sentence)
        speaker = subject or self._shared(position, sentence, last)
        if speaker is None or (last is not None and last.content.first <= position < last.content.last):
            return None
        after = max(position + 1, inverted.last if inverted else 0)
        found = self._channels(sentence, speaker.first, after)
        made = self._content_of(position, after, speaker, saying, sentence)
        if made is None:
            return None
        content, mode = made
        content = self._without_channel(content, found)
        spoken = self._itself(speaker, content) if self._pronoun(speaker) else speaker
        behind = self._past_addressee(after, saying, sentence)
        closed = content.last <= position and self._nothing_behind(behind, sentence)  # "told reporters in Doha"
        end = sentence.last if closed else max(position + 1, speaker.last, content.last)
        # "The bank kept its rate and warned that …": the clause before is the outlet's.
        extent = Words(min(speaker.first if subject else position, content.first), end)
        found += self._interview(position, saying, sentence)
        cited = self._cited(after, sentence)
        via = (spoken,) if cited and spoken else ()
        return Statement(
            Words(position, position + 1), cited or spoken, content, saying, tuple(found), mode, extent, via
        )

    def _shared(self, position: int, sentence: Sentence, last: Statement | None) -> Words | None:
        """ "The bank kept its rate and warned that …": a verb behind "and" has the subject of the clause."""
        joined = position > sentence.first and self.tokens[position - 1].norm in _JOINS_VERB
        headed = sentence.role != "body" and self.tokens[position - 1].surface == ","
        if not (joined or headed) or (position - 1 in self.inside):
            return None
        if last is not None and last.speaker is not None:
            return last.speaker
        for end in range(sentence.first + 1, min(sentence.first + NEAR, position)):
            token = self.tokens[end]
            if "-" in (token.surface, self.tokens[end - 1].surface):
                continue  # "the al-Qaeda-linked group"
            if token.kind != "word" or token.norm in PREPOSITIONS or token.norm in BOUNDS:
                return None
            verb = token.surface.islower() and token.norm.endswith(("ed", "s")) and end not in self.mention_at
            if (verb or token.norm in PAST) and self._can_speak(sentence.first, end):
                return Words(sentence.first, end)
        return None

    def _adds_to(self, position: int, saying: Saying, sentence: Sentence, last: Statement | None) -> Statement | None:
        """ ", adding that …": the speaker of the statement before goes on."""
        if last is None or self.tokens[position - 1].surface not in (",", "”", '"', "»"):
            return None
        begin = position + 1 + (position + 1 < sentence.last and self.tokens[position + 1].norm == "that")
        content, mode = self._clause(begin, sentence)
        if content.last - content.first < 2:
            return None
        extent = Words(position, content.last)
        return Statement(Words(position, position + 1), last.speaker, content, saying, last.channels, mode, extent)

    def _resumed(self, found: Statement, sentence: Sentence) -> Iterator[Statement]:
        """'"The plan," said Reed, "is a disaster"': the quotation goes on behind the speaker, and so does a clause:
        "Prices fell, the bank said on Monday, while rents were steady"."""
        if found.mode == "indirect" and found.content.last <= found.cue.first:
            yield from self._trailing(found, sentence)
        if found.mode != "direct" or found.content.first > found.cue.first:
            return
        begin = max(found.cue.last, found.speaker.last if found.speaker else 0)
        for index in range(begin, min(begin + NEAR, sentence.last)):
            quotation = self.inside.get(index)
            if quotation is not None and quotation.first == index and self.tokens[index - 2].surface == ",":
                content = Words(quotation.first, quotation.last)
                yield found._replace(content=content, extent=Words(found.cue.first, content.last))
                return

    def _trailing(self, found: Statement, sentence: Sentence) -> Iterator[Statement]:
        begin = max(found.cue.last, found.speaker.last if found.speaker else 0)
        near = range(begin, min(begin + NEAR, sentence.last))
        comma = next((n for n in near if self.tokens[n].surface == ","), None)
        if comma is None or comma + 2 >= sentence.last or self.tokens[comma + 1].norm not in _TRAILING:
            return
        content, mode = self._clause(comma + 1, sentence)
        said = any(english().get(self.tokens[n].norm) is not None for n in range(comma + 1, sentence.last))
        if not said and content.last - content.first > 2:
            yield found._replace(content=content, mode=mode, extent=content)

    def _according(self, position: int, sentence: Sentence) -> Statement | None:
        if self.tokens[position].norm != "according" or position + 2 >= sentence.last:
            return None
        first = position + 2
        while first < sentence.last and self.tokens[first].norm in ARTICLES:
            first += 1
        last = first
        while last < sentence.last and self.tokens[last].surface not in BREAKS and self.tokens[last].norm not in _WHO:
            last += 1
        last = self.mention_at[first][0] if first in self.mention_at and self.mention_at[first][0] > last else last
        end = position
        while end > sentence.first and self.tokens[end - 1].kind == "punct" and end - 1 not in self.inside:
            end -= 1
        made = self._before_phrase(end, sentence) if end > sentence.first else self._rest(last, sentence)
        if last == first or made is None:
            return None
        content, mode = made
        extent = Words(min(position, content.first), max(last, content.last))
        saying = Saying("neutral", "stated", frozenset(), "")
        return Statement(Words(position, position + 2), Words(first, last), content, saying, (), mode, extent)

    def _before_phrase(self, end: int, sentence: Sentence) -> tuple[Words, str]:
        quotation = self.inside.get(sentence.first + 1)
        if quotation is not None and quotation.first == sentence.first + 1 and quotation.last in (end, end - 1):
            return Words(quotation.first, quotation.last), "direct"
        return Words(sentence.first, end), "indirect"

    def _rest(self, index: int, sentence: Sentence) -> tuple[Words, str] | None:
        if index + 1 >= sentence.last:
            return None
        content, mode = self._clause(index + 1, sentence)
        return (content, mode) if content.last > content.first else None
