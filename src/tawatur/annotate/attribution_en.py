"""Reported statements in English: "X said Y", "Y, X said", "according to X", "X told Z that Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Sentence
from .attribution import Reader, Statement
from .sayings import Saying, channels, english, english_sources
from .speakers import Words

_NOUN_PHRASE = frozenset(("the", "a", "an", "its", "his", "her", "their", "of", "for", "one", "two", "three", "'s"))
_BREAKS = frozenset((",", ".", ";", ":", '"', "“", "”"))


class EnglishReader(Reader):
    """The same search with English order: the subject before the verb, the content behind it or in front."""

    def statements(self, sentence: Sentence) -> Iterator[Statement]:
        position = sentence.first
        while position < sentence.last:
            found = self._according(position, sentence) or self._said(position, sentence)
            if found is None:
                position += 1
                continue
            yield found
            position = max(found.cue.last, position + 1)

    def _said(self, position: int, sentence: Sentence) -> Statement | None:
        saying = english().get(self.tokens[position].norm)
        quoted = self.inside.get(position)
        if saying is None or (quoted is not None and quoted.last - quoted.first > 2):
            return None
        speaker = self._subject(position, sentence)
        if speaker is None:
            return None
        found = self._channels(position + 1, sentence.last)
        content, mode = self._said_content(position, speaker, found, sentence)
        if content is None:
            return None
        extent = Words(min(speaker.first, content.first), max(position + 1, content.last))
        return Statement(Words(position, position + 1), speaker, content, saying, tuple(found), mode, extent)

    def _subject(self, position: int, sentence: Sentence) -> Words | None:
        """The noun phrase before the verb, past an apposition between commas."""
        first = position
        while first > sentence.first:
            token = self.tokens[first - 1]
            if token.surface == "," and (named := self._opened(first - 1, sentence)) is not None:
                return Words(named, first - 1)
            if token.surface in _BREAKS or english().get(token.norm) or token.norm in ("that", "and", "but", "while"):
                break
            first -= 1
        while first < position and self.tokens[first].norm in ("in", "on", "also", "later", "meanwhile", "however"):
            first += 1
        last = position
        while last > first and self.tokens[last - 1].kind == "punct":
            last -= 1
        return Words(first, last) if first < last and self._can_speak(first, last) else None

    def _opened(self, comma: int, sentence: Sentence) -> int | None:
        """Where "Name, office of body," begins whose second comma this is."""
        for index in range(comma - 1, max(sentence.first, comma - 12), -1):
            if self.tokens[index].surface == ",":
                start = index
                while start > sentence.first and self.tokens[start - 1].surface not in _BREAKS:
                    start -= 1
                return start if start in self.mention_at or self._titled(start, index) else None
        return None

    def _titled(self, start: int, end: int) -> bool:
        return any(n in self.mention_at for n in range(start, end))

    def _can_speak(self, first: int, last: int) -> bool:
        words = {self.tokens[n].stem for n in range(first, last)}
        return (
            any(n in self.mention_at for n in range(first, last))
            or bool(words & set(english_sources()))
            or bool(words & {"he", "she", "they", "it"})
        )

    def _channels(self, index: int, last: int) -> list[tuple[str, Words]]:
        found = []
        for n in range(index, min(index + 8, last)):
            if self.tokens[n].norm in ("that",) or n in self.inside:
                break
            match = channels("en").at([t.norm for t in self.tokens[n : n + 3]], 0)
            if match is not None and self.tokens[n - 1].norm in ("a", "an", "the", "on", "in"):
                found.append((match.value, Words(n, n + match.last)))
        return found

    def _said_content(
        self, position: int, speaker: Words, found: list[tuple[str, Words]], sentence: Sentence
    ) -> tuple[Words | None, str]:
        """Behind the verb; or, where the verb closes the sentence, in front of the speaker."""
        begin = position + 1
        for index in range(position + 1, min(position + 14, sentence.last)):
            if self.tokens[index].norm == "that" or self.tokens[index].surface in (":", '"', "“"):
                begin = index + 1
                break
        end = sentence.last
        if found and begin == position + 1:
            before = found[0][1].first - 2  # the channel's preposition and article
            begin, end = (begin, before) if before - begin >= 2 else (found[-1][1].last, end)
        while end > begin and self.tokens[end - 1].kind == "punct":
            end -= 1
        if end - begin < 2:
            front = speaker.first
            while front > sentence.first and self.tokens[front - 1].kind == "punct":
                front -= 1
            quotation = self.inside.get(sentence.first + 1)
            first = quotation.first if quotation else sentence.first
            return (Words(first, front), "direct" if quotation else "indirect") if front > first else (None, "")
        quotation = self.inside.get(begin)
        if quotation is not None and quotation.first == begin and quotation.last >= end - 1:
            return Words(begin, quotation.last), "direct"
        mixed = any(begin <= q.first < end and q.last - q.first > 1 for q in self.quotations)
        return Words(begin, end), "mixed" if mixed else "indirect"

    def _according(self, position: int, sentence: Sentence) -> Statement | None:
        if self.tokens[position].norm != "according" or position + 1 >= sentence.last:
            return None
        first = position + 2
        while first < sentence.last and self.tokens[first].norm in ("the", "a", "an"):
            first += 1
        last = first
        while last < sentence.last and self.tokens[last].surface not in _BREAKS:
            last += 1
        end = position
        while end > sentence.first and self.tokens[end - 1].kind == "punct":
            end -= 1
        content = Words(sentence.first, end) if end > sentence.first else self._rest(last, sentence)
        if last == first or content is None:
            return None
        extent = Words(min(position, content.first), max(last, content.last))
        saying = Saying("neutral", "stated", frozenset(), "")
        return Statement(Words(position, position + 2), Words(first, last), content, saying, (), "indirect", extent)

    def _rest(self, index: int, sentence: Sentence) -> Words | None:
        end = sentence.last
        while end > index and self.tokens[end - 1].kind == "punct":
            end -= 1
        return Words(index + 1, end) if end > index + 1 else None
