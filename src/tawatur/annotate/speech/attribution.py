"""Reported statements in Arabic: the word of saying, who says it, through what, and what is said.

Arabic puts the verb first, then the speaker, then what channel and day, then أن or a quotation. The search walks
that order over tokens; a verb with nobody behind it goes on with the speaker before it (PARC's source, cue, content).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Sentence, Token
from ..naming.persons import titles
from .behind_verb import BehindVerb
from .quotation import Quotation
from .sayings import Saying, masdars, may_tell, phrase_at, saying, verbs
from .source_words import COMMAS, THAT, Words, number_word
from .speakers import source_kind
from .statements import Statement, Voice

_LEADING = listed("speech_words", "leading", "ar")
_AS_FOR = listed("speech_words", "as_for", "ar")
_HAD = listed("speech_words", "had", "ar")
_OWN_WORDS = listed("speech_words", "own_words", "ar")


class Reader(BehindVerb):
    """Finds the statements of one article."""

    def statements(self, sentence: Sentence) -> Iterator[Statement]:
        """All statements of one sentence, in order of their cues."""
        position = sentence.first
        self._told, self.untold = [], []
        headline = sentence.role in ("headline", "kicker", "deck")
        if headline and (found := self._colon(sentence)):
            yield found
            return
        while position < sentence.last:
            found = self._at(position, sentence) if may_tell(self.tokens[position]) else None
            if found is None:
                position += 1
                continue
            self._told.append(found)
            yield found
            behind = found.content.first if found.content.first > position else 0
            position = max(found.cue.last, found.speaker.last if found.speaker else 0, behind, position + 1)

    def _at(self, position: int, sentence: Sentence) -> Statement | None:
        quoted = self.inside.get(position)
        if quoted is not None and quoted.last - quoted.first > 2:
            return None
        phrase = phrase_at(self.tokens, position)
        if phrase is not None:
            return self._phrase(position, position + phrase.last, phrase.value.takes, sentence)
        if (announced := self._announcing(position, sentence)) is not None:
            return announced
        opening = position == sentence.first or self.tokens[position - 1].surface in COMMAS
        said = saying(self.tokens[position], opening)
        if said is None or self._withheld(position) or self._names(position) or self._governs(position):
            return None
        if self._act_of_verb(position, sentence):
            return None
        return self._verb(position, said, sentence)

    def _announcing(self, position: int, sentence: Sentence) -> Statement | None:
        """«بعد إعلان البنك أن التضخم تراجع، …»: a verbal noun of saying with its speaker and what is said, up to the
        comma."""
        said = masdars().get(self.tokens[position].stem)
        if said is None or self.tokens[position].enclitics or proclitic(self.tokens[position]):
            return None
        led = position > sentence.first and self.tokens[position - 1].norm.lstrip("وف") in _LEADING
        speaker, after = self.noun_phrase(position + 1, sentence.last) if led else (None, position)
        if speaker is None or not self.heads_source(speaker) or not self._that(after):
            return None
        end = next(
            (n for n in range(after + 1, sentence.last) if self.tokens[n].surface in (*COMMAS, ".")), sentence.last
        )
        content = Words(after + 1, end)
        return Statement(
            Words(position, position + 1), speaker, content, said, (), "indirect", Words(position - 1, content.last)
        )

    def _verb(self, position: int, said: Saying, sentence: Sentence) -> Statement | None:
        """قال [speaker] [channel, day] أن [content], in this order, or with the speaker before the verb."""
        cue = Words(position, position + 1)
        speaker, after = (None, position + 1) if said.participle else self._subject(position, said, sentence)
        # «قال إن القرار «جائر»، ونفى أن …»: «و» opens another saying, and the words in marks are of the one before.
        joined = bool(self._told) and "و" in self.tokens[position].proclitics[:1]
        quotation = None if said.participle or joined else self._quoted_before(position)
        if quotation is not None:
            found = self._channels_behind(after, sentence.last)
            content = Words(quotation.first, quotation.last)
            extent = Words(quotation.first, max(after, cue.last))
            return Statement(cue, speaker, content, said, tuple(found), "direct", extent)
        if "in" in said.takes and speaker is None:
            speaker, after = self.document(position + 1, sentence.last)
        if "in" in said.takes and not (speaker or self.points_back(position + 1, sentence.last)):
            return None  # «جاءت الشرطة» came, and nothing was said
        if "text" in said.takes and speaker is not None and source_kind(self.tokens, speaker) == "document":
            said = said._replace(takes=said.takes | {"noun"})  # «أظهرت بيانات ارتفاع الأسعار»
        said_in = "in" in said.takes and speaker is not None and speaker.first > position
        if said_in and speaker and not (self.heads_source(speaker) or source_kind(self.tokens, speaker) == "document"):
            return None  # «جاء القرار بعد …»
        speaker, after, passed = self._issued(speaker, after, sentence.last)
        speaker, after, via = self._voiced_by(speaker, after, sentence.last)
        via = (*passed, *via)
        imperfect = self.tokens[position].norm.lstrip("وف")[:1] in ("ي", "ت")
        nobody = self._that(after) if speaker is None else not self.heads_source(speaker)
        if "passive" in said.takes and imperfect and nobody:
            return None  # «ويعتقد أن», «وتقدر النفقات بمليون»: nobody is said to
        if speaker is None and self._of_noun(position, sentence):
            return None
        made = self._search(Voice(cue, said, speaker, after, sentence))
        if made is None and speaker is not None and speaker.first > position and self.can_speak(speaker):
            self.untold.append((speaker, said.gender))
        if made is None:
            return self._between_commas(Voice(cue, said, speaker, after, sentence)) if speaker else None
        if self._nested(position):
            outer = max(told.content.first for told in self._told if told.content.first <= position)
            clear = made.speaker is not None and made.speaker.first >= outer and self._clausal(made)
            return made._replace(nested=True, via=via) if clear and not said.participle else None
        return made._replace(via=made.via or via)

    def _of_noun(self, position: int, sentence: Sentence) -> bool:
        """«شريك ماليزي كان قد تعهد بحصة»: a clause that tells of the noun before it."""
        first = position - 2
        if first <= sentence.first or self.tokens[position - 1].norm != "قد":
            return False
        before = self.tokens[first - 1]
        return self.tokens[first].norm in _HAD and before.kind == "word" and not definite(before)

    def _subject(self, position: int, said: Saying, sentence: Sentence) -> tuple[Words | None, int]:
        """Who stands behind the verb as its subject, with what is apposed; or before it, where the clause says so."""
        before = self.subject_before(position, sentence)
        start = self._past_adverbs(position + 1, sentence.last)
        if told := self._addressee(start, sentence.last):
            start = told[1].last  # «أكد لوكالة … شاهد عيان أن»
        words, after = self.noun_phrase(start, sentence.last)
        fronted = sentence.role != "body" or self.tokens[position - 1].kind != "punct"
        fronted = fronted or self._as_for(position, sentence)
        if words is not None and before is not None and fronted:
            return before, position + 1  # headlines put the subject first
        joined = self.tokens[position].norm not in verbs() and self.tokens[position - 1].kind == "word"
        if joined and position > sentence.first and "person" in said.takes and words is not None:
            following = self.tokens[after] if after < sentence.last else None
            led = following is not None and (following.norm in said.takes or following.proclitics[:1] == ("ب",))
            if led or ("noun" in said.takes and after < sentence.last and self._verbal_noun(after)):
                return None, position + 1  # «رحبت بالقرار ودعت المصارف إلى تمريره»
        if (
            words is not None
            and "ل" in said.takes
            and self.tokens[min(after, sentence.last - 1)].norm not in said.takes
        ):
            words, after = self._before_purpose(words)
        if words is None or self._is_object(words, after, position, said, before):
            return before, self._past_manner(position + 1)
        return self.apposed(words, sentence.last)

    def _as_for(self, position: int, sentence: Sentence) -> bool:
        """«أما محاميه كمال المناعي فوصف الحكم بأنه «سياسي»»."""
        return self.tokens[sentence.first].norm in _AS_FOR and self.tokens[position].norm[:1] == "ف"

    def _before_purpose(self, words: Words) -> tuple[Words, int]:
        """«دعا الرئيس للضغط على …»: what is called for is no part of the speaker."""
        for n in range(words.first + 1, words.last):
            token = self.tokens[n]
            if "ل" in token.proclitics and n not in self.mention_at and not self._heads_speaker(token):
                return Words(words.first, n), n
        return words, words.last

    def _is_object(self, words: Words, after: int, position: int, said: Saying, before: Words | None) -> bool:
        """Whether the noun behind the verb is what is said, or to whom, and the subject is dropped or stands before."""
        token, head = self.tokens[position], self.tokens[words.first]
        following = self.tokens[after] if after < len(self.tokens) else None
        speaks = self.can_speak(words) or self.unknown_name(words)
        if "told" not in said.takes and (self._that(after) or (following is not None and following.surface == ":")):
            return head.stem in _OWN_WORDS
        if head.enclitics and (head.stem in _OWN_WORDS or self._channel_noun(words.first)):
            return True  # «ختم حديثه قائلا»
        if not speaks and self._so_many(words, following):
            return True  # «طلبوا خمسة ملايين دولار», «أعلن الحداد العام ثلاثة أيام»
        if "noun" in said.takes and not speaks and (head.enclitics or not definite(head)):
            single = words.last - words.first == 1 and not head.enclitics
            return single or following is None or not self._verbal_noun(after)
        if "person" in said.takes and self.of_others(words, token, said.gender):
            return True  # «وطالب الدول بتقديم الدعم»
        if token.norm.endswith("وا") or (before is not None and not speaks):
            return True
        object_led = following is not None and following.proclitics[:1] == ("ب",)
        if "object" in said.takes:
            return before is not None and object_led
        if "told" in said.takes and not token.enclitics:
            return following is not None and (following.norm in THAT or object_led or following.norm == "عن")
        plural = definite(head) and head.stem.endswith("ين") and words.first not in self.mention_at
        plural = plural and head.stem not in titles()
        return "person" in said.takes and plural and head.proclitics == ("ال",)

    def _so_many(self, words: Words, following: Token | None) -> bool:
        """Whether the phrase is a number of what cannot speak, or is told with one right behind it."""
        return number_word(self.tokens[words.first]) or (following is not None and number_word(following))

    def _quoted_before(self, position: int) -> Quotation | None:
        """«"…"، قالت فلانة»: a quotation that closed right before the verb."""
        index = position - 1
        while index >= 0 and (self.tokens[index].kind == "punct" or self.tokens[index].norm == "هكذا"):
            quotation = self.inside.get(index - 1)
            if quotation is not None and quotation.last == index:
                apart = self.tokens[position - 1].surface in COMMAS or self.tokens[position - 1].kind == "word"
                speech = quotation.last - quotation.first > 2
                return quotation if speech and (apart or self._opens_with(quotation)) else None
            index -= 1
        return None

    def _opens_with(self, quotation: Quotation) -> bool:
        """Whether the paragraph's sentence begins with this quotation."""
        before = quotation.first - 2
        return before < 0 or self.tokens[before].surface in (".", "؟", "!", "…")

    def _channels_behind(self, index: int, last: int) -> list[tuple[str, Words]]:
        found = []
        while index < last:
            channel = self.channel(index, last)
            if channel is not None:
                found.append(channel)
            elif saying(self.tokens[index]) is not None:
                break
            index = channel[1].last if channel else index + 1
        return found
