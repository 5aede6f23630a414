"""Reported statements in Arabic: the word of saying, who says it, through what, and what is said.

Arabic puts the verb first, then the speaker, then what channel and day, then أن or a quotation. The search walks
that order over tokens; a verb with nobody behind it goes on with the speaker before it (PARC's source, cue, content).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..lang.surface import definite, proclitic
from ..model import Sentence
from .quotation import Quotation
from .sayings import Saying, day_words, function_words, phrases, verbs
from .speakers import OPENING, Speakers, Words

_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها"))
# Between the verb and أن stand the speaker with his office, the channel and the day: long, but not a clause.
_REACH = 30


class Statement(NamedTuple):
    """A statement found, as runs of tokens. ``speaker`` is None where the subject is dropped."""

    cue: Words
    speaker: Words | None
    content: Words
    saying: Saying
    channels: tuple[tuple[str, Words], ...]
    mode: str
    extent: Words
    via: Words | None = None


class Reader(Speakers):
    """Finds the statements of one article."""

    def statements(self, sentence: Sentence) -> Iterator[Statement]:
        """All statements of one sentence, in order of their cues."""
        position = sentence.first
        headline = sentence.role in ("headline", "kicker", "deck")
        if headline and (found := self._colon(sentence)):
            yield found
            return
        while position < sentence.last:
            found = self._at(position, sentence)
            if found is None:
                position += 1
                continue
            yield found
            behind = found.content.first if found.content.first > position else 0
            position = max(found.cue.last, found.speaker.last if found.speaker else 0, behind, position + 1)

    def _at(self, position: int, sentence: Sentence) -> Statement | None:
        quoted = self.inside.get(position)
        if quoted is not None and quoted.last - quoted.first > 2:
            return None
        token = self.tokens[position]
        phrase = phrases().at([t.norm for t in self.tokens[position : position + 4]], 0)
        if phrase is not None:
            return self._phrase(position, position + phrase.last, phrase.value.takes, sentence)
        saying = verbs().get(token.stem) if not token.enclitics else verbs().get(token.norm)
        saying = saying or verbs().get(token.norm)
        if (
            saying is None
            or self._withheld(position)
            or token.kind != "word"
            or definite(token)
            or set(token.proclitics) & {"ب", "ل", "ك"}
        ):
            return None
        return self._verb(position, saying, sentence)

    # The verb and what follows it

    def _verb(self, position: int, saying: Saying, sentence: Sentence) -> Statement | None:
        """قال [speaker] [channel, day] أن [content], in this order, or with the speaker before the verb."""
        cue = Words(position, position + 1)
        speaker, after = (None, position + 1) if saying.participle else self.noun_phrase(position + 1, sentence.last)
        if sentence.role != "body" and (subject := self.subject_before(position, sentence)) is not None:
            speaker, after = subject, position + 1  # headlines put the subject first
        if not saying.participle and (quotation := self._quoted_before(position)) is not None:
            extent = Words(quotation.first, after)
            return Statement(cue, speaker, Words(quotation.first, quotation.last), saying, (), "direct", extent)
        if "in" in saying.takes and speaker is None:
            speaker, after = self.document(position + 1, sentence.last)
        speaker, after, via = self._voiced_by(speaker, after, sentence.last)
        found: list[tuple[str, Words]] = []
        made = self._search(cue, speaker, after, saying, found, sentence)
        return made._replace(via=via) if made is not None and via is not None else made

    def _search(
        self,
        cue: Words,
        speaker: Words | None,
        after: int,
        saying: Saying,
        found: list[tuple[str, Words]],
        sentence: Sentence,
    ) -> Statement | None:
        """What is said, behind the verb and its speaker."""
        tokens, position = self.tokens, cue.first
        if "object" in saying.takes and speaker is not None and after < sentence.last:
            return self._made(cue, speaker, after, saying, found, sentence, "indirect")
        if "from" in saying.takes and (relayed := self._relayed(cue, speaker, after, saying, sentence)) is not None:
            return relayed
        if "noun" in saying.takes and after < sentence.last and self._verbal_noun(after):
            return self._made(cue, speaker, after, saying, found, sentence, "indirect")
        index = after
        while index < min(sentence.last, position + _REACH):
            token = tokens[index]
            if token.norm in _THAT or (token.stem in _THAT and not definite(token)):
                begin = index if token.enclitics else index + 1
                return self._made(cue, speaker, begin, saying, found, sentence, "indirect")
            if token.surface == ":" or self._speech_begins(index, sentence):
                begin = index + 1 if token.surface == ":" else index
                return self._made(cue, speaker, begin, saying, found, sentence, "direct")
            if (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
                index = channel[1].last
                continue
            if index > after and self._another_verb(index, saying):
                break
            index += 1
        return self._noun_content(cue, speaker, after, saying, found, sentence)

    def _quoted_before(self, position: int) -> Quotation | None:
        """«"…"، قالت فلانة»: a quotation that closed right before the verb."""
        index = position - 1
        while index >= 0 and self.tokens[index].kind == "punct":
            if (quotation := self.inside.get(index - 1)) is not None and quotation.last == index:
                return (
                    quotation
                    if quotation.last - quotation.first > 2 and self.tokens[position - 1].surface in "،,"
                    else None
                )
            index -= 1
        return None

    def _voiced_by(self, speaker: Words | None, after: int, last: int) -> tuple[Words | None, int, Words | None]:
        """«الجيش على لسان متحدثه»، «الموقع نقلا عن مصدر»: who speaks for, or through, the subject."""
        match = phrases().at([t.norm for t in self.tokens[after : after + 3]], 0) if after < last else None
        if speaker is None or match is None or match.last < 2:
            return speaker, after, None
        words, end = self.noun_phrase(after + match.last, last)
        if words is None:
            return speaker, after, None
        return words, end, speaker if self.tokens[after].norm == "نقلا" else None

    def _relayed(
        self, cue: Words, via: Words | None, after: int, saying: Saying, sentence: Sentence
    ) -> Statement | None:
        """«نقلت وكالة عن فلان قوله …»: who relays stands where a subject does, who speaks behind عن."""
        tokens = self.tokens
        start = next((n for n in range(after, min(after + 6, sentence.last)) if tokens[n].norm == "عن"), None)
        if start is None:
            return None
        speaker, after = self.noun_phrase(start + 1, sentence.last)
        if speaker is None:
            return None
        for index in range(after, min(after + 12, sentence.last)):
            token = tokens[index]
            if token.norm in _THAT or (token.stem in _THAT and not definite(token)):
                begin = index if token.enclitics else index + 1
                made = self._made(cue, speaker, begin, saying, [], sentence, "indirect")
                return made._replace(via=via) if made else None
            if token.surface == ":" or self._speech_begins(index, sentence):
                begin = index + 1 if token.surface == ":" else index
                made = self._made(cue, speaker, begin, saying, [], sentence, "direct")
                return made._replace(via=via) if made else None
        return None

    def _speech_begins(self, index: int, sentence: Sentence) -> bool:
        """A quotation that begins here and is speech: not a name or a word or two inside a going sentence."""
        quotation = self.inside.get(index)
        if quotation is None or quotation.first != index or not self._spoken(quotation):
            return False
        return quotation.last - index > 2 or self._all(quotation, sentence)

    def _another_verb(self, index: int, saying: Saying) -> bool:
        """A second verb of saying before any content ends the search, unless it only carries the first on («قوله»)."""
        if self._withheld(index):
            return False
        other = verbs().get(self.tokens[index].norm)
        return other is not None and not other.participle and not definite(self.tokens[index])

    def _withheld(self, index: int) -> bool:
        """«طلب عدم ذكر اسمه»: words on a name withheld say nothing of what was said."""
        around = (self.tokens[index - 1].norm if index else "", self.tokens[min(index + 1, len(self.tokens) - 1)].norm)
        return "عدم" in around

    def _noun_content(
        self,
        cue: Words,
        speaker: Words | None,
        after: int,
        saying: Saying,
        found: list[tuple[str, Words]],
        sentence: Sentence,
    ) -> Statement | None:
        """Content without أن: a verbal noun («أعلن مقتل …»), or a noun behind a preposition («طالب بوقف …»)."""
        tokens = self.tokens
        index = after
        while index < min(sentence.last, cue.first + _REACH):
            token = tokens[index]
            if (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
                index = channel[1].last
                continue
            if "to" in saying.takes and self._led(index):
                begin = index if token.proclitics[:1] in (("ب",), ("ل",)) else index + 1
                return self._made(cue, speaker, begin, saying, found, sentence, "indirect")
            if "noun" in saying.takes and token.kind == "word" and self._verbal_noun(index):
                return self._made(cue, speaker, index, saying, found, sentence, "indirect")
            if token.surface in ("،", ",") and index > after + 8:
                break
            index += 1
        return None

    def _led(self, index: int) -> bool:
        token = self.tokens[index]
        return "ب" in token.proclitics[:1] or token.norm in ("الي", "علي", "من")

    def _verbal_noun(self, index: int) -> bool:
        """An indefinite noun that opens a construct and names what happened, not where or when."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if token.kind != "word" or proclitic(token) or index in self.mention_at or after is None:
            return False
        if {token.norm, token.stem} & function_words() or token.stem in day_words() or token.norm in verbs():
            return False
        if definite(token):
            # «القبض على خمسة»: a definite verbal noun shows by the preposition it governs.
            return after.norm in ("علي", "عن", "من", "الي") or bool(set(after.proclitics) & {"ل", "ب"})
        return after.kind in ("word", "number") and after.norm not in function_words()

    def _made(
        self,
        cue: Words,
        speaker: Words | None,
        begin: int,
        saying: Saying,
        found: list[tuple[str, Words]],
        sentence: Sentence,
        mode: str,
    ) -> Statement | None:
        if speaker is None and not saying.participle and mode == "indirect":
            speaker = self.subject_before(cue.first, sentence)
        if speaker is None and cue.first > sentence.first + 1:
            speaker = self.main_subject(cue.first, sentence)
        content, mode = self._content(begin, sentence, mode)
        if content.last <= content.first:
            return None
        first = min(cue.first, speaker.first if speaker else cue.first)
        return Statement(cue, speaker, content, saying, tuple(found), mode, Words(first, max(content.last, cue.last)))

    def _content(self, begin: int, sentence: Sentence, mode: str) -> tuple[Words, str]:
        """What is said: a whole quotation, or the clause to its end with any quoted parts inside it."""
        tokens = self.tokens
        while begin < sentence.last and tokens[begin].surface in (*OPENING, ":", "،", ","):
            begin += 1
        quotation = self.inside.get(begin)
        if quotation is not None and quotation.first == begin and not self._spoken(quotation):
            begin -= 1  # a name in marks opens the clause, and its mark belongs to it
            quotation = None
        if quotation is not None and quotation.first == begin and (mode == "direct" or self._all(quotation, sentence)):
            # A mark that ends a whole sentence ends the speech with it.
            return Words(begin, quotation.last), "direct"
        end = self._clause_end(begin, sentence)
        while end > begin and tokens[end - 1].surface in (".", "،", ",", "؛", *OPENING, "»", "”"):
            if tokens[end - 1].surface in ('"', "»", "”") and end - 2 in self.inside:
                break
            end -= 1
        mixed = any(begin <= q.first < end and q.last - q.first > 1 and self._spoken(q) for q in self.quotations)
        return Words(begin, end), "mixed" if mixed else "indirect"

    def _all(self, quotation: Quotation, sentence: Sentence) -> bool:
        """Whether nothing but marks is left of the sentence behind the quotation."""
        return all(token.kind == "punct" for token in self.tokens[quotation.last : sentence.last])

    def _spoken(self, quotation: Quotation) -> bool:
        return not (quotation.first in self.mention_at and self.mention_at[quotation.first][0] >= quotation.last)

    def _clause_end(self, begin: int, sentence: Sentence) -> int:
        """The clause runs to the sentence's end, or to a comma behind which the outlet or another speaker goes on."""
        for index in range(begin + 1, sentence.last):
            if index in self.inside:
                continue
            token, before = self.tokens[index], self.tokens[index - 1]
            if before.surface not in ("،", ",", "؛"):
                continue
            saying = verbs().get(token.norm) or verbs().get(token.stem)
            attributed = phrases().at([t.norm for t in self.tokens[index : index + 4]], 0) is not None
            if (
                attributed
                or token.norm in ("فيما", "بينما", "وذلك", "ودعا")
                or (saying is not None and not definite(token) and not set(token.proclitics) & {"ب", "ل"})
            ):
                return index
        return sentence.last

    # Attributing phrases

    def _phrase(self, first: int, last: int, takes: str, sentence: Sentence) -> Statement | None:
        """«بحسب مصدر طبي»، «كما أعلنت الوزارة»: what is attributed is the clause before, or after at the start."""
        start = last
        if takes == "verb":
            token = self.tokens[start] if start < sentence.last else None
            if token is None or not (verbs().get(token.norm) or verbs().get(token.stem)):
                return None
            if first <= sentence.first + 1 and self.tokens[first].norm == "كما":
                return None  # at the head of a sentence it says "also"
            start += 1
        while takes == "verb" and start < sentence.last and self.tokens[start].norm in ("به", "بها"):
            start += 1
        speaker, end = self.noun_phrase(start, sentence.last, led=True)
        if speaker is None:
            return None
        speaker, end = self._announced_by(speaker, end, sentence.last)
        saying = Saying("neutral", "stated", frozenset(), "")
        found: list[tuple[str, Words]] = []
        for index in range(end, min(end + 6, sentence.last)):
            if (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
        opening = first <= sentence.first + 1 or self._that_behind(end, sentence.last)
        content = self._after(end, sentence) if opening else self._before(first, sentence)
        if content is None:
            return None
        extent = Words(min(first, content.first), max(end, content.last))
        return Statement(Words(first, last), speaker, content, saying, tuple(found), "indirect", extent)

    def _announced_by(self, speaker: Words, end: int, last: int) -> tuple[Words, int]:
        """«وفق حصيلة أولية أعلنتها فرق الدفاع المدني»: who announced it is the source."""
        for index in range(end, min(end + 3, last - 1)):
            token = self.tokens[index]
            if token.enclitics and (token.stem in verbs() or token.norm in verbs()):
                words, after = self.noun_phrase(index + 1, last)
                return (words, after) if words is not None else (speaker, end)
            if token.kind != "word":
                break
        return speaker, end

    def _that_behind(self, index: int, last: int) -> bool:
        """«ومن المتوقع، بحسب محللين، أن …»: the sentence goes on behind the phrase."""
        return index + 1 < last and self.tokens[index].surface in "،," and self.tokens[index + 1].norm in _THAT

    def _after(self, index: int, sentence: Sentence) -> Words | None:
        while index < sentence.last and self.tokens[index].surface not in ("،", ","):
            index += 1
        index += self._that_behind(index, sentence.last)
        words, _ = self._content(index + 1, sentence, "indirect")
        return words if words.last > words.first else None

    def _before(self, index: int, sentence: Sentence) -> Words | None:
        end = index
        while end > sentence.first and self.tokens[end - 1].kind == "punct":
            end -= 1
        begin = sentence.first
        return Words(begin, end) if end - begin >= 2 else None

    def _colon(self, sentence: Sentence) -> Statement | None:
        """A headline's «فلان: كذا»."""
        for index in range(sentence.first + 1, min(sentence.first + 7, sentence.last - 1)):
            if self.tokens[index].surface == ":":
                speaker = Words(sentence.first, index)
                content, _ = self._content(index + 1, sentence, "indirect")
                saying = Saying("neutral", "stated", frozenset(), "")
                return Statement(
                    Words(index, index + 1), speaker, content, saying, (), "direct", Words(sentence.first, content.last)
                )
        return None
