"""Who speaks in English: the noun phrase before the verb of saying or, inverted, behind it."""

from __future__ import annotations

from functools import cache

from ...lang.tables import listed, vocabulary
from ...model import Sentence
from .sayings import day_words_en, english, english_sources
from .source_words import Words
from .speakers import Speakers

BREAKS = frozenset((",", ".", ";", ":", '"', "“", "”", "«", "»", "(", ")", "–", "—"))
CLOSERS = frozenset(('"', "”", "»", "’", "'"))
ARTICLES = listed("speech_words", "article", "en")
BOUNDS = listed("speech_words", "bounds", "en")
DETERMINERS = listed("speech_words", "determiner", "en")
PAST = listed("speech_words", "past", "en")
PREPOSITIONS = listed("speech_words", "preposition", "en")
PRONOUNS = listed("speech_words", "pronoun", "en")
WHERE = listed("speech_words", "where", "en")
_AUXILIARIES = listed("speech_words", "auxiliary", "en")
_BEFORE_VERB = listed("speech_words", "before_verb", "en")
_CLAUSE_GOES_ON = listed("speech_words", "clause_goes_on", "en")
_CITING = listed("speech_words", "cites", "en")
_SAYS = listed("speech_words", "says", "en")
_OPENERS = listed("speech_words", "opener", "en")
_RELATIVES = listed("speech_words", "who", "en") | {"that"}
# A speaker, and what is told of him between two commas, is at most so many words.
NEAR = 10


class EnglishSpeakers(Speakers):
    """Finds who says it."""

    def _inverted(self, position: int, sentence: Sentence) -> Words | None:
        """'"…," said Mary Stone, 43': the subject behind the verb, where what is said stands right before it."""
        before = position - 1
        marked = before > sentence.first and self.tokens[before].surface in CLOSERS
        said = self.tokens[position].norm in _SAYS and self.tokens[before].surface == ","
        if not (marked or said) or position + 1 >= sentence.last:
            return None
        last = position + 1
        while last < min(sentence.last, position + NEAR) and self.tokens[last].surface not in BREAKS:
            token = self.tokens[last]
            if token.norm in BOUNDS or (token.norm in PREPOSITIONS and token.norm != "of"):
                break
            last += 1
        while last > position + 1 and self.tokens[last - 1].norm in day_words_en():
            last -= 1
        apposed = self.mention_at.get(last + 1) if last < sentence.last and self.tokens[last].surface == "," else None
        if apposed is not None and apposed[1].kind == "PERSON" and last > position + 1:
            last = apposed[0]  # "said the federation's president, Hamad Reed"
        words = Words(position + 1, last)
        if not marked and self._is_clause(words, sentence):
            return None  # "The coach, Ali Reed, said his runner would rest": what is said, not who
        return words if last > position + 1 and self._can_speak(*words) else None

    def _is_clause(self, words: Words, sentence: Sentence) -> bool:
        """Whether the words behind "said" are a clause: a pronoun and more, an auxiliary, or no end of the clause."""
        norms = [self.tokens[n].norm for n in range(*words)]
        more = words.last < sentence.last and self.tokens[words.last].surface not in BREAKS
        begun = len(norms) > 1 and norms[0] in PRONOUNS
        return begun or not _AUXILIARIES.isdisjoint(norms) or (more and self.tokens[words.last].norm in _CLAUSE_GOES_ON)

    def _subject_before(self, position: int, sentence: Sentence) -> Words | None:
        """The noun phrase before the verb, past an apposition or a clause between commas."""
        end = position
        while end > sentence.first and self.tokens[end - 1].norm in _BEFORE_VERB:
            end -= 1
        if end > sentence.first and self.tokens[end - 1].surface == ",":
            return self._before_commas(end - 1, sentence)
        first = self._phrase_start(end, sentence)
        tail = self._tail(position, sentence)
        if tail is not None:
            return tail
        if first > sentence.first + 1 and self.tokens[first - 1].norm in _RELATIVES:
            # "Parents who arrived at the scene said"
            head = self._phrase_start(first - 1, sentence)
            if self.tokens[first - 1].norm == "who" or (head < first - 1 and self._can_speak(head, first - 1)):
                first, end = head, first - 1
        while first < end and self.tokens[first].norm in _OPENERS:
            first += 1
        if first >= end or not self._can_speak(first, end):
            return None
        return Words(first, end)

    def _tail(self, position: int, sentence: Sentence) -> Words | None:
        """ "…, drivers said.", "…, the group that runs it said": whoever stands between a comma and a verb of saying
        that ends its clause is who says it, whatever the noun."""
        behind = self.tokens[position + 1] if position + 1 < sentence.last else None
        closes = behind is None or behind.kind == "punct" or behind.norm in WHERE or behind.norm in day_words_en()
        comma = next((n for n in range(position - 1, max(sentence.first, position - NEAR), -1)
                      if self.tokens[n].surface in BREAKS), None)  # fmt: skip
        if not closes or comma is None or self.tokens[comma].surface != "," or comma + 1 >= position:
            return None
        head = self.tokens[comma + 1]
        plural = head.surface.islower() and self.tokens[position - 1].norm.endswith("s")
        if not (head.norm in DETERMINERS or plural or self._can_speak(comma + 1, position)):
            return None
        relative = next((n for n in range(comma + 1, position) if self.tokens[n].norm in _RELATIVES), position)
        clause = any(self._verb_like(n) for n in range(comma + 1, relative))
        led = head.norm in PREPOSITIONS or head.norm in BOUNDS or head.norm in PRONOUNS
        return None if clause or led else Words(comma + 1, position)

    def _verb_like(self, index: int) -> bool:
        token = self.tokens[index]
        past = token.surface.islower() and token.norm.endswith("ed") and index not in self.mention_at
        return token.norm in _AUXILIARIES or token.norm in PAST or past or english().get(token.norm) is not None

    def _phrase_start(self, end: int, sentence: Sentence) -> int:
        first = end
        while first > sentence.first and end - first < NEAR + 2:
            token = self.tokens[first - 1]
            if token.surface in BREAKS or token.norm in BOUNDS or english().get(token.norm) is not None:
                break
            first -= 1
        return first

    def _before_commas(self, comma: int, sentence: Sentence) -> Words | None:
        """ "Name, office of body," or "office, who …," whose second comma this is; an apposed name belongs to it."""
        for index in range(comma - 1, max(sentence.first, comma - 2 * NEAR), -1):
            if self.tokens[index].surface != ",":
                continue
            first = self._phrase_start(index, sentence)
            if first > sentence.first + 1 and self.tokens[first - 1].norm in _RELATIVES:
                first = self._phrase_start(first - 1, sentence)  # "A farmer who saw the crash, Salem Ghrara, said"
            while first < index and self.tokens[first].norm in _OPENERS:
                first += 1
            if first < index and (self._can_speak(first, index) or self._named_behind(first, index, comma)):
                behind = self.tokens[index + 1]
                article = behind.norm in ARTICLES | {"its"} or behind.stem in english_sources()
                beside = index + 1 in self.mention_at or article or self._named_behind(first, index, comma)
                whole = beside and self._can_speak(index + 1, comma)
                return Words(first, comma if whole else index)
        return None

    def _named_behind(self, first: int, index: int, comma: int) -> bool:
        """ "a paediatrician, Dr. Osman Bilal,": any noun that a person's name is apposed to."""
        named = any(n in self.mention_at and self.mention_at[n][1].kind == "PERSON" for n in range(index + 1, comma))
        return named and self.tokens[first].norm in ARTICLES

    def _can_speak(self, first: int, last: int) -> bool:
        tokens = self.tokens[first:last]
        if tokens[0].norm in PREPOSITIONS:
            return False
        names = any(
            self.mention_at[n][1].kind in ("PERSON", "ORG", "GPE") for n in range(first, last) if n in self.mention_at
        )
        known = any(token.stem in english_sources() for token in tokens)
        capital = any(t.surface[:1].isupper() and t.norm not in _stops() and t.kind == "word" for t in tokens)
        return names or known or capital or any(token.norm in PRONOUNS for token in tokens)

    def _pronoun(self, words: Words) -> bool:
        return words.last - words.first == 1 and self.tokens[words.first].norm in PRONOUNS

    def _itself(self, pronoun: Words, content: Words) -> Words | None:
        """ "The ministry has closed the road, it said": the body that the words in front begin with."""
        if content.last <= content.first:
            return None
        first = content.first + (self.tokens[content.first].norm in ARTICLES)
        last, mention = self.mention_at.get(first, (first + 1, None))
        front = content.last <= pronoun.first and self.tokens[pronoun.first].norm == "it"
        body = mention.kind == "ORG" if mention else english_sources().get(self.tokens[first].stem) == "named"
        return Words(content.first, last) if front and body else None

    def _cited(self, after: int, sentence: Sentence) -> Words | None:
        """ "…, the radio reported, citing the port authority": whom an outlet has it from."""
        if (
            after + 2 >= sentence.last
            or self.tokens[after].surface != ","
            or self.tokens[after + 1].norm not in _CITING
        ):
            return None
        last = after + 2
        while last < sentence.last and self.tokens[last].surface not in BREAKS:
            last += 1
        return Words(after + 2, last) if self._can_speak(after + 2, last) else None

    def _before_tail(self, position: int, sentence: Sentence) -> bool:
        """ "The bank expects growth, Bright added.": the sentence's last words say who says all of it."""
        end = sentence.last
        while end > position and self.tokens[end - 1].kind == "punct":
            end -= 1
        said = english().get(self.tokens[end - 1].norm)
        if said is None or "that" not in said.takes or end - 1 <= position or end - 1 in self.inside:
            return False
        first = self._phrase_start(end - 1, sentence)
        spoken = first < end - 1 and self._can_speak(first, end - 1)
        return spoken and position < first and self.tokens[first - 1].surface == ","


@cache
def _stops() -> frozenset[str]:
    return vocabulary("name_stops", "en") | _OPENERS | ARTICLES
