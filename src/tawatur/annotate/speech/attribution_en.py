"""Reported statements in English: "X said Y", "Y, X said", "Y," said X, "according to X", "X told Z that Y"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...lang.normalise import fold
from ...lang.tables import listed, table, vocabulary
from ...model import Sentence
from .attribution import Reader
from .sayings import Saying, channels, day_words_en, english, english_sources
from .source_words import OPENING, Words
from .statements import Statement

_BREAKS = frozenset((",", ".", ";", ":", '"', "“", "”", "«", "»", "(", ")", "–", "—"))
_CLOSERS = frozenset(('"', "”", "»", "’", "'"))
_BOUNDS = listed("speech_words", "bounds", "en")
_WHO = listed("speech_words", "who", "en")
_RELATIVES = _WHO | {"that"}
_ARTICLES = listed("speech_words", "article", "en")
_POSSESSIVES = listed("speech_words", "possessive", "en")
_DETERMINERS = listed("speech_words", "determiner", "en")
_TRAILING = listed("speech_words", "trailing", "en")
_HOURS = tuple(listed("speech_words", "hour", "en"))
_OPENERS = listed("speech_words", "opener", "en")
_PRONOUNS = listed("speech_words", "pronoun", "en")
_PREPOSITIONS = listed("speech_words", "preposition", "en")
_AUXILIARIES = listed("speech_words", "auxiliary", "en")
_INTO = listed("speech_words", "into", "en")
_AUDIENCE = listed("speech_words", "audience", "en")
_LEADS = listed("speech_words", "lead", "en")
_CITING = listed("speech_words", "cites", "en")
_WHERE = listed("speech_words", "where", "en")
_BEFORE_VERB = listed("speech_words", "before_verb", "en")
_BEFORE_SPEAKER = _PREPOSITIONS | listed("speech_words", "before_speaker", "en")
_NAMED = _DETERMINERS | listed("speech_words", "named", "en")
_CLAIMED = listed("speech_words", "claimed", "en")
_TURNS = listed("speech_words", "turn", "en")
_PAST = listed("speech_words", "past", "en")
# Between the verb and what is said stand the day, the place, the channel and to whom it was said.
_REACH = 24
_NEAR = 10
_FEW = 3  # "told lawmakers", "told the Security Council"
# "in a voice message on Telegram": words that may follow a channel's own.
_TAIL = 3


class EnglishReader(Reader):
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

    def _itself(self, pronoun: Words, content: Words) -> Words | None:
        """ "The ministry has closed the road, it said": the body that the words in front begin with."""
        if content.last <= content.first:
            return None
        first = content.first + (self.tokens[content.first].norm in _ARTICLES)
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
        while last < sentence.last and self.tokens[last].surface not in _BREAKS:
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

    def _shared(self, position: int, sentence: Sentence, last: Statement | None) -> Words | None:
        """ "The bank kept its rate and warned that …": a verb behind "and" has the subject of the clause."""
        joined = position > sentence.first and self.tokens[position - 1].norm in ("and", "but")
        headed = sentence.role != "body" and self.tokens[position - 1].surface == ","
        if not (joined or headed) or (position - 1 in self.inside):
            return None
        if last is not None and last.speaker is not None:
            return last.speaker
        for end in range(sentence.first + 1, min(sentence.first + _NEAR, position)):
            token = self.tokens[end]
            if "-" in (token.surface, self.tokens[end - 1].surface):
                continue  # "the al-Qaeda-linked group"
            if token.kind != "word" or token.norm in _PREPOSITIONS or token.norm in _BOUNDS:
                return None
            verb = token.surface.islower() and token.norm.endswith(("ed", "s")) and end not in self.mention_at
            if (verb or token.norm in _PAST) and self._can_speak(sentence.first, end):
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

    # Who says it

    def _inverted(self, position: int, sentence: Sentence) -> Words | None:
        """'"…," said Mary Stone, 43': the subject behind the verb, where what is said stands right before it."""
        before = position - 1
        marked = before > sentence.first and self.tokens[before].surface in _CLOSERS
        said = self.tokens[position].norm in ("said", "says") and self.tokens[before].surface == ","
        if not (marked or said) or position + 1 >= sentence.last:
            return None
        last = position + 1
        while last < min(sentence.last, position + _NEAR) and self.tokens[last].surface not in _BREAKS:
            token = self.tokens[last]
            if token.norm in _BOUNDS or (token.norm in _PREPOSITIONS and token.norm != "of"):
                break
            last += 1
        while last > position + 1 and self.tokens[last - 1].norm in days():
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
        more = words.last < sentence.last and self.tokens[words.last].surface not in _BREAKS
        begun = len(norms) > 1 and norms[0] in _PRONOUNS
        return begun or not _AUXILIARIES.isdisjoint(norms) or (more and self.tokens[words.last].norm in ("to", "that"))

    def _subject_before(self, position: int, sentence: Sentence) -> Words | None:
        """The noun phrase before the verb, past an apposition or a clause between commas."""
        end = position
        while end > sentence.first and self.tokens[end - 1].norm in _BEFORE_VERB:
            end -= 1
        if end > sentence.first and self.tokens[end - 1].surface == ",":
            return self._before_commas(end - 1, sentence)
        first = self._phrase_start(end, sentence)
        tail = self._tail(first, position, sentence)
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

    def _tail(self, first: int, position: int, sentence: Sentence) -> Words | None:
        """ "…, drivers said.", "…, the group that runs it said": whoever stands between a comma and a verb of saying
        that ends its clause is who says it, whatever the noun."""
        behind = self.tokens[position + 1] if position + 1 < sentence.last else None
        closes = behind is None or behind.kind == "punct" or behind.norm in _WHERE or behind.norm in days()
        comma = next((n for n in range(position - 1, max(sentence.first, position - _NEAR), -1)
                      if self.tokens[n].surface in _BREAKS), None)  # fmt: skip
        if not closes or comma is None or self.tokens[comma].surface != "," or comma + 1 >= position:
            return None
        head = self.tokens[comma + 1]
        plural = head.surface.islower() and self.tokens[position - 1].norm.endswith("s")
        if not (head.norm in _DETERMINERS or plural or self._can_speak(comma + 1, position)):
            return None
        relative = next((n for n in range(comma + 1, position) if self.tokens[n].norm in _RELATIVES), position)
        clause = any(self._verb_like(n) for n in range(comma + 1, relative))
        led = head.norm in _PREPOSITIONS or head.norm in _BOUNDS or head.norm in _PRONOUNS
        return None if clause or led else Words(comma + 1, position)

    def _verb_like(self, index: int) -> bool:
        token = self.tokens[index]
        past = token.surface.islower() and token.norm.endswith("ed") and index not in self.mention_at
        return token.norm in _AUXILIARIES or token.norm in _PAST or past or english().get(token.norm) is not None

    def _phrase_start(self, end: int, sentence: Sentence) -> int:
        first = end
        while first > sentence.first and end - first < _NEAR + 2:
            token = self.tokens[first - 1]
            if token.surface in _BREAKS or token.norm in _BOUNDS or english().get(token.norm) is not None:
                break
            first -= 1
        return first

    def _before_commas(self, comma: int, sentence: Sentence) -> Words | None:
        """ "Name, office of body," or "office, who …," whose second comma this is; an apposed name belongs to it."""
        for index in range(comma - 1, max(sentence.first, comma - 2 * _NEAR), -1):
            if self.tokens[index].surface != ",":
                continue
            first = self._phrase_start(index, sentence)
            if first > sentence.first + 1 and self.tokens[first - 1].norm in _RELATIVES:
                first = self._phrase_start(first - 1, sentence)  # "A farmer who saw the crash, Salem Ghrara, said"
            while first < index and self.tokens[first].norm in _OPENERS:
                first += 1
            if first < index and (self._can_speak(first, index) or self._called(first, index, comma)):
                behind = self.tokens[index + 1]
                article = behind.norm in _ARTICLES | {"its"} or behind.stem in english_sources()
                beside = index + 1 in self.mention_at or article or self._called(first, index, comma)
                whole = beside and self._can_speak(index + 1, comma)
                return Words(first, comma if whole else index)
        return None

    def _called(self, first: int, index: int, comma: int) -> bool:
        """ "a paediatrician, Dr. Osman Bilal,": any noun that a person's name is apposed to."""
        named = any(n in self.mention_at and self.mention_at[n][1].kind == "PERSON" for n in range(index + 1, comma))
        return named and self.tokens[first].norm in _ARTICLES

    def _can_speak(self, first: int, last: int) -> bool:
        tokens = self.tokens[first:last]
        if tokens[0].norm in _PREPOSITIONS:
            return False
        names = any(
            self.mention_at[n][1].kind in ("PERSON", "ORG", "GPE") for n in range(first, last) if n in self.mention_at
        )
        known = any(token.stem in english_sources() for token in tokens)
        capital = any(t.surface[:1].isupper() and t.norm not in _stops() and t.kind == "word" for t in tokens)
        return names or known or capital or any(token.norm in _PRONOUNS for token in tokens)

    def _pronoun(self, words: Words) -> bool:
        return words.last - words.first == 1 and self.tokens[words.first].norm in _PRONOUNS

    # Through what

    def _channels(self, sentence: Sentence, first: int, after: int) -> list[tuple[str, Words]]:
        """Channels at the head of the sentence and behind the verb, before what is said."""
        found = []
        heads = range(sentence.first, first) if self.tokens[sentence.first].norm in _WHERE | {"during"} else range(0)
        for n in (*heads, *range(after, min(after + _NEAR, sentence.last))):
            if n in self.inside or (n >= after and self.tokens[n].norm == "that"):
                break
            match = channels("en").at([t.norm for t in self.tokens[n : n + 3]], 0)
            if match is not None and n and any(t.norm in _LEADS for t in self.tokens[max(n - 2, 0) : n]):
                found.append((match.value, Words(n, n + match.last)))
        return found

    def _interview(self, position: int, saying: Saying, sentence: Sentence) -> list[tuple[str, Words]]:
        """ "told Reuters", "told the Daily Star": words given to a medium are an interview."""
        if "told" not in saying.takes:
            return []
        first = position + 1 + (position + 1 < sentence.last and self.tokens[position + 1].norm in ("the", "a"))
        last = self.mention_at[first][0] if first in self.mention_at else first + 1
        words = [token.norm for token in self.tokens[first : min(last, sentence.last)]]
        named = " ".join(words) in _outlets() or any(word in _media() for word in words)
        return [("interview", Words(first, last))] if words and named and not set(words) & _AUDIENCE else []

    def _without_channel(self, content: Words, found: list[tuple[str, Words]]) -> Words:
        """ "denied the attack in a video": the channel behind the clause is no part of it."""
        for _, words in found:
            lead = words.first - 1 - (self.tokens[words.first - 1].norm in _ARTICLES | _POSSESSIVES)
            inside = content.first < lead and words.last <= content.last
            if inside and self.tokens[lead].norm in _PREPOSITIONS and content.last - words.last <= _TAIL:
                return Words(content.first, lead)
        return content

    # What is said

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
            if token.norm == "that" and self.tokens[index - 1].norm in ("and", "or", "but"):
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
        return said[0].norm in _DETERMINERS and figure and not timed

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
            if token.kind == "punct" or token.norm in days() or token.norm in _AUDIENCE:
                index += 1
            elif token.norm in _PREPOSITIONS:
                index += 1
                while (
                    index < sentence.last
                    and self.tokens[index].surface not in _BREAKS
                    and (self.tokens[index].norm not in _PREPOSITIONS)
                ):
                    index += 1
            else:
                return False
        return True

    def _past_addressee(self, after: int, saying: Saying, sentence: Sentence) -> int:
        """Past "the state-run Petra news agency", "a news conference": to whom a thing was told."""
        end = after
        while "told" in saying.takes and end < sentence.last and self.tokens[end].norm not in _PREPOSITIONS | {"that"}:
            if self.tokens[end].surface in _BREAKS:
                break
            end += 1
        said = [token.norm for token in self.tokens[after:end]]
        heard = not _AUDIENCE.isdisjoint(said) or not _media().isdisjoint(said) or " ".join(said[-1:]) in _outlets()
        few = len(said) <= _FEW and _PRONOUNS.isdisjoint(said)
        return end if heard or few or any(channels("en").at(said, n) for n in range(len(said))) else after

    def _past_adverbials(self, after: int, saying: Saying, sentence: Sentence) -> int:
        """Past "reporters", "on Monday", "in a statement": where a clause without "that" begins."""
        index = after
        if "told" in saying.takes:
            first = index + (self.tokens[index].norm in ("the", "a") if index < sentence.last else 0)
            index = self.mention_at[first][0] if first in self.mention_at else first + 1
        while index + 2 < sentence.last:
            token, behind = self.tokens[index], self.tokens[index + 1]
            if token.norm in days():
                index += 1
            elif token.norm == "on" and behind.norm in days():
                index += 2
            elif token.norm in _WHERE and (end := self._channel_end(index + 1)) is not None:
                index = end
            else:
                break
        return index

    def _channel_end(self, index: int) -> int | None:
        for n in range(index, min(index + 3, len(self.tokens))):
            match = channels("en").at([t.norm for t in self.tokens[n : n + 3]], 0)
            if match is not None:
                return n + match.last
        return None

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
            if self.tokens[end - 1].surface in _CLOSERS and end - 2 in self.inside:
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

    def _resumed(self, found: Statement, sentence: Sentence) -> Iterator[Statement]:
        """'"The plan," said Reed, "is a disaster"': the quotation goes on behind the speaker, and so does a clause:
        "Prices fell, the bank said on Monday, while rents were steady"."""
        if found.mode == "indirect" and found.content.last <= found.cue.first:
            yield from self._trailing(found, sentence)
        if found.mode != "direct" or found.content.first > found.cue.first:
            return
        begin = max(found.cue.last, found.speaker.last if found.speaker else 0)
        for index in range(begin, min(begin + _NEAR, sentence.last)):
            quotation = self.inside.get(index)
            if quotation is not None and quotation.first == index and self.tokens[index - 2].surface == ",":
                content = Words(quotation.first, quotation.last)
                yield found._replace(content=content, extent=Words(found.cue.first, content.last))
                return

    def _trailing(self, found: Statement, sentence: Sentence) -> Iterator[Statement]:
        begin = max(found.cue.last, found.speaker.last if found.speaker else 0)
        near = range(begin, min(begin + _NEAR, sentence.last))
        comma = next((n for n in near if self.tokens[n].surface == ","), None)
        if comma is None or comma + 2 >= sentence.last or self.tokens[comma + 1].norm not in _TRAILING:
            return
        content, mode = self._clause(comma + 1, sentence)
        said = any(english().get(self.tokens[n].norm) is not None for n in range(comma + 1, sentence.last))
        if not said and content.last - content.first > 2:
            yield found._replace(content=content, mode=mode, extent=content)

    # "according to"

    def _according(self, position: int, sentence: Sentence) -> Statement | None:
        if self.tokens[position].norm != "according" or position + 2 >= sentence.last:
            return None
        first = position + 2
        while first < sentence.last and self.tokens[first].norm in _ARTICLES:
            first += 1
        last = first
        while last < sentence.last and self.tokens[last].surface not in _BREAKS and self.tokens[last].norm not in _WHO:
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


@cache
def days() -> frozenset[str]:
    """Weekdays and words like "yesterday"."""
    return day_words_en()


@cache
def _stops() -> frozenset[str]:
    return vocabulary("name_stops", "en") | _OPENERS | _ARTICLES


@cache
def _media() -> frozenset[str]:
    return vocabulary("media_nouns", "en")


@cache
def _outlets() -> frozenset[str]:
    names = (name for row in table("ar", "outlets").rows for name in row["names"].split("|"))
    return frozenset(fold(name) for name in names if name.isascii())
