"""Clauses with an attributing phrase beside or inside them, and a headline's colon."""

from __future__ import annotations

from ...lang.surface import definite
from ...lang.tables import listed
from ...model import Sentence, Token
from ..phrases.clauses import finite, third_person
from .contents import CONTRASTS
from .relays import Relays
from .sayings import Saying, documents, norms, phrase_at, saying, time_nouns
from .source_words import COMMAS, OPENING, PREPOSITIONS, THAT, Words, number_word
from .statements import Statement, Voice

_FROM = listed("speech_words", "from", "ar")
# «الخلاف، كما يقول فلان، «أعمق من ذلك»»: a clause this short is no whole one.
_SHORT_CLAUSE = 6
_BETWEEN = listed("speech_words", "between", "ar")
_MANNER = listed("speech_words", "manner", "ar")
_IDIOMS = listed("speech_words", "idiom", "ar")
_APART = listed("speech_words", "apart", "ar")
_OWN_VOICE = listed("speech_words", "own_voice", "ar")
_CLAUSE_VERBS = listed("speech_words", "clause_verb", "ar")
_STATED = Saying("neutral", "stated", frozenset(), "")


class Attributing(Relays):
    """Finds what phrases like «بحسب» and «كما أعلن» attribute, and to whom."""

    def _past_adverbs(self, index: int, last: int) -> int:
        """Past the day, «رسميا», «فيه»: what may stand between a verb and its subject."""
        end = index
        while end < min(last, index + 4):
            token = self.tokens[end]
            timed = token.stem in time_nouns() or self._is_time(end)
            if not (token.norm in _BETWEEN | _MANNER | _IDIOMS or timed or self._adverb(end, end + 1)):
                break
            end += 1
        return end if end < last else index

    def _past_manner(self, index: int) -> int:
        """Past «نفيا قاطعا»، «بشدة»: how it is said, which is nothing said."""
        end = index
        while end < len(self.tokens) and self.tokens[end].norm in _MANNER:
            end += 1
        return end

    def _between_commas(self, voice: Voice) -> Statement | None:
        """«وقد سمحت التحريات، يضيف المتحدث، بتوقيف سبعة»: the verb and its speaker stand inside what is said."""
        first, after, sentence = voice.cue.first, voice.after, voice.sentence
        closed = (
            self.tokens[first - 1].surface in COMMAS and self.tokens[min(after, sentence.last - 1)].surface in COMMAS
        )
        goes_on = self.tokens[first].norm[:1] in "يت" and "that" in voice.saying.takes
        opened = closed and goes_on and voice.speaker is not None and voice.speaker.first > first
        content = self._before(first, sentence) if opened and not self._told else None
        if content is None:
            return None
        whole, mode = self._around(content, after + 1, sentence)
        if whole == content[0]:
            return None
        return Statement(voice.cue, voice.speaker, whole, voice.saying, (), mode, whole)

    def _phrase(self, first: int, last: int, takes: str, sentence: Sentence) -> Statement | None:
        """«بحسب مصدر طبي»، «كما أعلنت الوزارة»: what is attributed is the clause before, or after at the start."""
        if takes == "none" or (takes == "view" and first > sentence.first + 1):
            return None
        if takes in ("self", "view"):
            return self._own_words(first, last, sentence)
        source = self._source_from(first, last, takes, sentence)
        named = self._by_whom(*source, takes, sentence) if source else None
        if source is None or named is None:
            return None
        found, (speaker, end, through) = source[1], named
        for index in range(end, min(end + 6, sentence.last)):
            if (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
        opening = first <= sentence.first + 1 or self._that_behind(end, sentence.last)
        behind = (
            end
            if speaker is not None and self._told_at(speaker, end, sentence.last)
            else self._comma_behind(end, sentence.last)
        )
        content = self._from(behind, sentence) if opening else self._before(first, sentence)
        if content is None:
            return None
        if not opening:
            content = self._around(content, self._behind(first, end, sentence), sentence)
        if content[0].last - content[0].first < 2:
            return None
        extent = Words(min(first, content[0].first), max(end, content[0].last))
        cue = Words(first, last)
        nested = not opening and self._nested(first) and not any(t.content.last <= first for t in self._told)
        if nested and speaker is not None and not self.heads_source(speaker):
            return None  # «قال المدير إن عطلا تسبب فيه بحسب المعاينة الأولية»: it is still he who says it
        return Statement(cue, speaker, content[0], _STATED, tuple(found), content[1], extent, through, nested)

    def _by_whom(
        self, start: int, found: list[tuple[str, Words]], takes: str, sentence: Sentence
    ) -> tuple[Words | None, int, tuple[Words, ...]] | None:
        """Who says it, where the words for him end, and through whom it came; a text of his is added to ``found``."""
        speaker, end = self.noun_phrase(start, sentence.last, led=True)
        if speaker is None or (takes == "text" and self.tokens[speaker.first].stem not in documents()):
            return None
        if takes == "verb" and self._that(end):
            return None  # «كما أكد الوزير أن …» says more than it attributes
        announced, passed_on = self._announced_by(speaker, end, sentence.last)
        if takes == "np" and announced is None and self.tokens[speaker.first].stem in norms():
            return None
        relay: tuple[Words, ...] = ()
        if announced is not None and passed_on:
            relay, end = (announced,), announced.last
        elif announced is not None:
            if kind := documents().get(self.tokens[speaker.first].stem):
                found.append((kind, Words(speaker.first, speaker.first + 1)))
            speaker, end = announced, announced.last
        speaker, end, through = self._voiced_by(speaker, end, sentence.last)
        through = (*relay, *through)
        if takes == "verb" and end < sentence.last and self.tokens[end].norm == "عن" and not through:
            words, after = self.noun_phrase(end + 1, sentence.last)
            if words is not None:
                speaker, end, through = words, after, (speaker,)  # «وفق ما نقلت وكالة عن مكتبه»
        return speaker, end, through

    def _source_from(
        self, first: int, last: int, takes: str, sentence: Sentence
    ) -> tuple[int, list[tuple[str, Words]]] | None:
        """Where the source of a phrase begins, past its verb and whom it was told, with that."""
        if takes == "learned":
            near = range(last, min(last + 8, sentence.last))
            return next(((n + 1, []) for n in near if self.tokens[n].norm in _FROM), None)
        if takes != "verb":
            return last, []
        if last >= sentence.last or not self._tells(last):
            return None
        if first <= sentence.first + 1 and self.tokens[first].norm == "كما":
            return None  # at the head of a sentence it says "also"
        if self.tokens[first].norm == "علي" and self.tokens[last].enclitics:
            return None  # «ردا على ما وصفته بأنه …»
        start = self._past_adverbs(last + 1, sentence.last)
        told = self._addressee(start, sentence.last)
        start = told[1].last if told else start
        return start + (start < sentence.last and self.tokens[start].norm == "في"), [told] if told else []

    def _own_words(self, first: int, last: int, sentence: Sentence) -> Statement | None:
        """«…، على حد قوله»: the words are those of whoever speaks, if no verb of the sentence has said so."""
        opening = first <= sentence.first + 1
        if self._told:
            return None
        behind = self._comma_behind(last, sentence.last)
        content = self._from(behind, sentence) if opening else self._before(first, sentence)
        if content is None:
            return None
        cue, extent = Words(first, last), Words(min(first, content[0].first), max(last, content[0].last))
        return Statement(cue, None, content[0], _STATED, (), content[1], extent)

    def _that_behind(self, index: int, last: int) -> bool:
        """«ومن المتوقع، بحسب محللين، أن …»: the sentence goes on behind the phrase."""
        return index + 1 < last and self.tokens[index].surface in COMMAS and self.tokens[index + 1].norm in THAT

    def _comma_behind(self, index: int, last: int) -> int:
        """Where what is said begins behind the source of a phrase: behind a comma or at «فإن»."""
        while index < last and self.tokens[index].surface not in COMMAS:
            if self.tokens[index].norm == "فان":
                return index
            index += 1
        return index + 1 + self._that_behind(index, last)

    def _told_at(self, speaker: Words, index: int, last: int) -> bool:
        """Whether a verb right behind the source, which no comma parts from it, opens what is said: «وبحسب اللجنة شارك
        نحو 500 شخص»; behind an indefinite source it tells of that one («بحسب بيان نشرته الوزارة، …»)."""
        before = self.tokens[speaker.last - 1]
        known = speaker.last - 1 in self.named_tokens or definite(before) or before.enclitics
        if not known or speaker.last != index or index >= last:
            return False
        token = self.tokens[index]
        verb = finite(token) or third_person(token.stem) or token.norm in _CLAUSE_VERBS
        return verb and not definite(token) and not token.proclitics

    def _from(self, index: int, sentence: Sentence) -> tuple[Words, str] | None:
        found = self._content(index, sentence, "indirect") if index < sentence.last else None
        return found if found and found[0].last > found[0].first else None

    def _before(self, index: int, sentence: Sentence) -> tuple[Words, str] | None:
        """The clause before the phrase; its last contrast alone, where another statement fills the rest."""
        end = index
        while end > sentence.first and self.tokens[end - 1].kind == "punct" and end - 1 not in self.inside:
            end -= 1
        begin = sentence.first
        if self._told:
            turns = (n for n in range(end - 1, begin, -1) if self.tokens[n].norm in CONTRASTS)
            begin = next((n for n in turns if self.tokens[n - 1].surface in COMMAS), begin)
        quotation = self.inside.get(begin + 1)
        if quotation is not None and quotation.first == begin + 1 and quotation.last == end:
            return Words(begin + 1, end), "direct"
        closed = end < index and self.tokens[end].surface in ("»", "”", '"') and end - 1 in self.inside
        return (Words(begin, end + closed), "indirect") if end > begin else None

    def _behind(self, first: int, end: int, sentence: Sentence) -> int:
        """Where a clause goes on behind a phrase, past a comma or right there; the sentence's end where it does not."""
        if end < sentence.last and self.tokens[end].surface in COMMAS:
            return end + 1
        embedded = first > sentence.first and end < sentence.last and self.tokens[first - 1].kind == "word"
        return end if embedded and self.tokens[end].kind in ("word", "number") else sentence.last

    def _around(self, content: tuple[Words, str], index: int, sentence: Sentence) -> tuple[Words, str]:
        """«وستصرف المنح، حسب المصدر ذاته، قبل نهاية الشهر», «أوقع وفق الشرطة 19 قتيلا»: the clause goes on at
        ``index``, behind the phrase."""
        if index >= sentence.last or content[1] == "direct":
            return content
        token, quotation = self.tokens[index], self.inside.get(index + 1)
        quoted = token.surface in OPENING and quotation is not None and quotation.first == index + 1
        led = token.norm in PREPOSITIONS or set(token.proclitics[:1]) & {"ب", "ل"} or bool(self.uncut_lead(token))
        turn = token.norm in CONTRASTS or phrase_at(self.tokens, index) or self._goes_apart(index)
        if turn or not (quoted or led or number_word(token)):
            return content
        if quoted and quotation is not None:
            short = content[0].last - content[0].first <= _SHORT_CLAUSE
            last = min(quotation.last + 1, sentence.last)
            return (Words(content[0].first, last), "mixed") if short else content
        stops = (n for n in range(index, sentence.last) if self.tokens[n].surface in (*COMMAS, ".", "؛"))
        last = next(stops, sentence.last)
        told = any(saying(self.tokens[n]) for n in range(index, last))
        return content if told else (Words(content[0].first, last), content[1])

    def _goes_apart(self, index: int) -> bool:
        """«في حين»، «في وقت»، «على أن», «بعد أن»: another clause rather than the rest of this one."""
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return behind is None or behind.norm in THAT or behind.norm in _APART

    def _colon(self, sentence: Sentence) -> Statement | None:
        """A headline's «فلان: كذا»."""
        for index in range(sentence.first + 1, min(sentence.first + 9, sentence.last - 1)):
            if self.tokens[index].surface == ":":
                speaker, _ = self.noun_phrase(sentence.first, index)
                if speaker is None or not self._heads(speaker, self.tokens[index + 1]):
                    return None
                speaker = Words(sentence.first, index) if speaker.last >= index else speaker
                found = self.opening_channels(speaker.last, index) if speaker.last < index else []
                content, _ = self._content(index + 1, sentence, "indirect")
                cue, extent = Words(index, index + 1), Words(sentence.first, content.last)
                return Statement(cue, speaker, content, _STATED, tuple(found), "direct", extent)
        return None

    def _heads(self, speaker: Words, following: Token) -> bool:
        """Whether what stands before a headline's colon speaks: no bare place («السودان: مقتل …»), no «عاجل».

        A country speaks where its own words follow: in marks, of "us", of what will or must not be.
        """
        mention = self.mention_at.get(speaker.first)
        if mention is not None and mention[1].kind in ("GPE", "LOC", "FAC") and mention[0] >= speaker.last:
            return following.surface in OPENING or following.norm in _OWN_VOICE
        return self.leads_speaker(speaker)
