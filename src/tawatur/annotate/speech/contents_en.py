"""What is said in English: in front of the speaker, or behind the verb, and where it ends."""

from __future__ import annotations

from ...lang.tables import listed
from ...model import Sentence
from .passages_en import AUDIENCE, EnglishPassages
from .sayings import Saying, day_words_en, english
from .source_words import OPENING, Words
from .speakers_en import BREAKS, CLOSERS, DETERMINERS, PREPOSITIONS

_BEFORE_SPEAKER = PREPOSITIONS | listed("speech_words", "before_speaker", "en")
_CLAIMED = listed("speech_words", "claimed", "en")
_HOURS = tuple(listed("speech_words", "hour", "en"))
_JOINS_THAT = listed("speech_words", "joins_that", "en")
_INTO = listed("speech_words", "into", "en")
_NAMED = DETERMINERS | listed("speech_words", "named", "en")
_TURNS = listed("speech_words", "turn", "en")
# Between the verb and what is said stand the day, the place, the channel and to whom it was said.
_REACH = 24


class EnglishContents(EnglishPassages):
    """Finds what is said."""

    def _content_of(
        self, position: int, after: int, speaker: Words, saying: Saying, sentence: Sentence
    ) -> tuple[Words, str] | None:
        """In front, where a quotation or a clause and a comma stand there; else behind the verb."""
        closed = self._nothing_behind(self._past_addressee(after, saying, sentence), sentence)
        front = self._front(min(speaker.first, position), sentence, closed)
        comma = self._past_adverbials(after, saying, sentence) if front is not None else after
        broken = comma < sentence.last and self.tokens[comma].surface == "," and saying.takes & {"that", "claim"}
        if front is not None and (front[1] == "direct" or broken or closed):
            return front
        if "as" in saying.takes:
            return self._judged_in_marks(after, sentence)
        for index in range(after, min(after + _REACH, sentence.last)):
            token = self.tokens[index]
            if token.norm == "that" and self.tokens[index - 1].norm in _JOINS_THAT:
                break  # "said it was late and that …"
            if token.norm == "that" or token.surface in (":", *OPENING):
                before = self.tokens[index - 1].norm
                if token.surface in OPENING and index > after and (before in _INTO or not self._opens_speech(index)):
                    continue
                if token.norm == "that" and before == "and":
                    break  # "said nine were hurt and that …": the clause before has no "that" of its own
                begin = index if token.surface in OPENING else index + 1
                return self._clause(begin, sentence)
            if english().get(token.norm) is not None:
                break
        begin = self._past_adverbials(after, saying, sentence)
        if begin < sentence.last and self.tokens[begin].norm in saying.takes & {"of", "for", "against"}:
            content, mode = self._clause(begin + 1, sentence)
            return (content, mode) if content.last > content.first else None
        if saying.takes & {"to", "noun", "object", "at", "named"} or "that" in saying.takes or "claim" in saying.takes:
            content, mode = self._clause(begin, sentence)
            return (content, mode) if self._fits(content, saying) else None
        return None

    def _fits(self, content: Words, saying: Saying) -> bool:
        """Whether what stands behind the verb can be what is said: a clause has a verb, so two words at least."""
        if content.last - content.first < 2:
            return "noun" in saying.takes and content.last > content.first
        if "at" in saying.takes:
            return self._put_at(content)
        if "named" in saying.takes:
            said = [token.norm for token in self.tokens[content.first : content.last]]
            return said[0] in _NAMED and "as" in said
        return not ("claim" in saying.takes and self.tokens[content.first].norm in _CLAIMED)

    def _put_at(self, content: Words) -> bool:
        """ "the number of wounded at 20", and not "the city under curfew at 8 p.m."."""
        said = self.tokens[content.first : content.last]
        at = next((n for n, token in enumerate(said) if token.norm == "at"), len(said))
        figure = any(token.kind == "number" for token in said[at + 1 : at + 4])
        timed = any(token.norm.startswith(_HOURS) for token in said[at + 2 : at + 5])
        return said[0].norm in DETERMINERS and figure and not timed

    def _opens_speech(self, index: int) -> bool:
        quotation = self.inside.get(index + 1)
        return quotation is not None and quotation.first == index + 1 and quotation.last - quotation.first > 2

    def _judged_in_marks(self, after: int, sentence: Sentence) -> tuple[Words, str] | None:
        """'called the plan "a disaster"': the judgement is the part in marks."""
        for index in range(after, min(after + _REACH, sentence.last)):
            quotation = self.inside.get(index)
            if quotation is not None and quotation.first == index and self._spoken(quotation):
                return Words(quotation.first, quotation.last), "mixed"
        return None

    def _front(self, end: int, sentence: Sentence, closed: bool) -> tuple[Words, str] | None:
        """'"…," she said' and "…, the ministry said": what stands before the speaker, closed by a comma or a mark.

        ``closed``: nothing that could be said stands behind the verb, so that "At least …" opens what is.
        """
        while end > sentence.first and self.tokens[end - 1].kind == "punct":
            end -= 1
            quotation = self.inside.get(end - 1)
            if quotation is not None and quotation.last in (end, end + 1):
                last = quotation.last - (self.tokens[quotation.last - 1].surface == ",")
                return Words(quotation.first, last), "direct"
        comma = end < sentence.last and self.tokens[end].surface in (",", "—", "–")
        opener = self.tokens[sentence.first].norm in _BEFORE_SPEAKER
        if not comma or (opener and not closed) or end - sentence.first < 3:
            return None
        mixed = any(sentence.first <= q.first < end and self._spoken(q) for q in self.quotations)
        return Words(sentence.first, end), "mixed" if mixed else "indirect"

    def _nothing_behind(self, after: int, sentence: Sentence) -> bool:
        """Whether only the day, the place and the channel follow the verb."""
        index = after
        while index < sentence.last:
            token = self.tokens[index]
            if token.kind == "punct" or token.norm in day_words_en() or token.norm in AUDIENCE:
                index += 1
            elif token.norm in PREPOSITIONS:
                index += 1
                while (
                    index < sentence.last
                    and self.tokens[index].surface not in BREAKS
                    and (self.tokens[index].norm not in PREPOSITIONS)
                ):
                    index += 1
            else:
                return False
        return True

    def _clause(self, begin: int, sentence: Sentence) -> tuple[Words, str]:
        """To the end of the sentence, a semicolon, or a comma behind which the speaker goes on."""
        opened = begin < sentence.last and self.tokens[begin].surface in OPENING
        quotation = self.inside.get(begin + 1 if opened else begin)
        if quotation is not None and quotation.first == begin + opened:
            end = self._clause_end(begin + 1, sentence)
            if all(token.kind == "punct" for token in self.tokens[quotation.last : end]):
                return Words(quotation.first, quotation.last), "direct"
        end = self._clause_end(begin + 1, sentence)
        while end > begin and self.tokens[end - 1].kind == "punct" and self.tokens[end - 1].surface != "%":
            if self.tokens[end - 1].surface in CLOSERS and end - 2 in self.inside:
                break
            end -= 1
        mixed = any(begin <= q.first < end and self._spoken(q) for q in self.quotations)
        return Words(begin, max(begin, end)), "mixed" if mixed else "indirect"

    def _clause_end(self, begin: int, sentence: Sentence) -> int:
        for index in range(begin, sentence.last):
            if index in self.inside:
                continue
            token = self.tokens[index]
            if token.surface == ";":
                return index
            behind = self.tokens[index + 1] if index + 1 < sentence.last else None
            saying = english().get(behind.norm) if behind is not None and token.surface == "," else None
            if saying is not None and "participle" in saying.takes:
                return index
            if token.surface == "," and behind is not None and behind.norm in _TURNS:
                return index
        return sentence.last
