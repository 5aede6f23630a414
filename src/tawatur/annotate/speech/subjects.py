"""Where a subject stands: before its verb, before a relative clause, at the head of its clause or sentence."""

from __future__ import annotations

from ...lang.tables import listed
from ...model import Sentence
from ..phrases.noun_phrases import SPEAKER_WORDS
from .sayings import documents, saying
from .source_words import COMMAS, PREPOSITIONS, Words
from .speakers import Speakers

# Words that may stand between a subject and its verb.
_AUXILIARY = listed("speech_words", "auxiliary", "ar")
_WAS = listed("clause_words", "was", "ar")
_CLAUSE_HEADS = listed("speech_words", "clause_head", "ar")
_SUBJECT_REACH = 24
_PAUSES = frozenset(("؛", ".", ":", "..", "...", "…"))


class Subjects(Speakers):
    """Finds the subjects of verbs in one article."""

    def subject_before(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of a clause that puts it first («وزير الخارجية قال إن»، «إلا أن موظفا في الشركة أكد أن»).

        Between it and the verb may stand an apposition or a parenthesis between commas, and words like قد.
        """
        floor = max(sentence.first, position - _SUBJECT_REACH)
        if position > floor and self.tokens[position - 1].norm == "قد":
            was = next((n for n in range(position - 2, floor - 1, -1) if self.tokens[n].stem in _WAS), None)
            words, _ = self.noun_phrase(was + 1, position) if was is not None else (None, 0)
            if words is not None:
                return self.apposed(words, position)[0]
        for first in range(floor, position):
            joined = self.tokens[first].proclitics == ("و", "ال")  # «… والحكومة تدعو إلى الحوار»
            if not (joined or self._opens_clause(first, sentence)):
                continue
            words, end = self.noun_phrase(first, position, led=joined)
            if words is None or not self.can_speak(words):
                continue
            words, end = self.apposed(words, position)
            if self._reaches(end, position):
                return words
        return None

    def _opens_clause(self, index: int, sentence: Sentence) -> bool:
        if index == sentence.first:
            return True
        before = self.tokens[index - 1]
        return before.surface in COMMAS or before.surface in _PAUSES or before.norm in _CLAUSE_HEADS

    def _reaches(self, index: int, position: int) -> bool:
        """Whether only words like قد, and what stands between two commas, lie before the verb."""
        while index < position:
            token = self.tokens[index]
            if token.norm in _AUXILIARY:
                index += 1
                continue
            if token.surface not in COMMAS:
                return False
            closing = next((n for n in range(position - 1, index, -1) if self.tokens[n].surface in COMMAS), None)
            if closing is None:
                return index == position - 1
            if any(saying(self.tokens[n]) for n in range(index, closing)):
                return False
            index = closing + 1
        return True

    def adjacent(self, position: int, sentence: Sentence) -> Words | None:
        """The noun phrase that ends right before a verb: its subject, whoever else the sentence names."""
        for first in range(max(sentence.first, position - 6), position):
            if not self._opens_clause(first, sentence) or not self._heads_phrase(first):
                continue
            words, end = self.noun_phrase(first, position)
            if words is not None and end == position:
                return words
        return None

    def behind_relative(self, position: int, sentence: Sentence) -> Words | None:
        """«للعقيد فلان، الذي طلب إعفاءه»: whom the relative pronoun before a verb points to."""
        end = position - 1
        while end > sentence.first and self.tokens[end - 1].surface in COMMAS:
            end -= 1
        for first in range(max(sentence.first, end - SPEAKER_WORDS), end):
            if self._heads_phrase(first):
                words, last = self.noun_phrase(first, end, led=True)
                if words is not None and last == end and self.can_speak(words):
                    return words
        return None

    def antecedent(self, position: int, sentence: Sentence) -> Words | None:
        """«إخطارا من الشرطة يفيد بأن»: the text before a verb that tells what stands in it."""
        for first in range(position - 1, max(sentence.first, position - 6) - 1, -1):
            token = self.tokens[first]
            text = token.stem in documents() or token.stem.removesuffix("ا") in documents()
            if text and not token.proclitics:
                words, end = self.noun_phrase(first, position, led=True)
                while end < position and self.tokens[end].norm in PREPOSITIONS:
                    _, end = self.noun_phrase(end + 1, position)
                return Words(first, end) if words is not None and end == position else None
            if token.kind == "punct":
                break
        return None

    def clause_subject(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of the clause a verb of any kind opens («ورد عليه الوزير بالقول إن»)."""
        floor = position - 1
        while floor > max(sentence.first, position - _SUBJECT_REACH):
            before = self.tokens[floor - 1]
            if before.surface in COMMAS or before.surface == "؛" or before.norm in _CLAUSE_HEADS:
                break
            floor -= 1
        return self.main_subject(position, sentence, floor)

    def main_subject(self, position: int, sentence: Sentence, floor: int | None = None) -> Words | None:
        """The first phrase of the sentence before ``position`` that can speak and that no preposition leads."""
        index = begin = sentence.first if floor is None else floor
        while index < min(position, begin + _SUBJECT_REACH):
            token = self.tokens[index]
            led = self._led_off(index) and set(token.proclitics) & {"ب", "ل", "ك"}
            if token.stem in PREPOSITIONS or led:
                _, end = self.noun_phrase(index if led else index + 1, position, led=True)
                index = max(end, index + 1)
                continue
            words, end = self.noun_phrase(index, position) if self._heads_phrase(index) else (None, index)
            if words is None or index in self.inside:
                index += 1
            elif self.can_speak(words) and self._bare_speaker(words):
                return self.apposed(words, position)[0]
            else:
                index = max(end, index + 1)
        return None
