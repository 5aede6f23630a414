"""Reported statements in Arabic: the word of saying, who says it, through what, and what is said.

Arabic puts the verb first, then the speaker, then what channel and day, then أن or a quotation. The search walks
that order over tokens; a verb with nobody behind it goes on with the speaker before it (PARC's source, cue, content).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Sentence
from ..naming.gazetteer import place_nouns
from ..naming.persons import titles
from ..phrases.clauses import finite
from .attributing import Attributing
from .contents import REACH, WITHHELD
from .quotation import Quotation
from .relays import RELAYED
from .sayings import Saying, adverbial_nouns, anonymous, masdars, phrase_at, saying, turned_words, verbs, when_words
from .source_words import COMMAS, OPENING, PREPOSITIONS, THAT, Words
from .speakers import source_kind
from .statements import Statement, Voice

_RELATIVES = listed("speech_words", "relative", "ar")
# A clause without a relative pronoun points back to its noun within this many words («تلقت وكالة الأنباء نسخة منه»).
_RELATIVE = 6
_LEADING = listed("speech_words", "leading", "ar")
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_ASIDES = frozenset((*COMMAS, "-", "–", "—"))
_OWN_WORDS = listed("speech_words", "own_words", "ar")
# What verbs take that no words in marks follow right away.
_NO_SPEECH = frozenset(("as", "عن", "clause", "from", "of", "out"))


class Reader(Attributing):
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
            found = self._at(position, sentence)
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
            return self._phrase(position, position + phrase.last, phrase.value.takes, phrase.value.via, sentence)
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
        quotation = None if said.participle else self._quoted_before(position)
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
        return self.tokens[first].norm in ("كان", "كانت", "كانوا") and before.kind == "word" and not definite(before)

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
            return before, position + 1
        return self.apposed(words, sentence.last)

    def _as_for(self, position: int, sentence: Sentence) -> bool:
        """«أما محاميه كمال المناعي فوصف الحكم بأنه «سياسي»»."""
        return self.tokens[sentence.first].norm in ("اما", "واما") and self.tokens[position].norm[:1] == "ف"

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

    def _search(self, voice: Voice) -> Statement | None:
        """What is said, behind the verb and its speaker."""
        said, after, sentence = voice.saying, voice.after, voice.sentence
        if "object" in said.takes and after < sentence.last:
            return self._accused(voice)
        if said.takes & RELAYED.keys() and (relayed := self._relayed(voice)) is not None:
            return relayed
        found: list[tuple[str, Words]] = []
        told = self.channel(voice.cue.last, sentence.last) if self.addressed(voice.cue.last) else None
        if told is not None and told[1].last <= after:
            found.append(told)
        if self.points_back(voice.cue.last, sentence.last):
            before = self.channel_before(voice.cue.first, sentence.first)
            found += [before] if before else []
        aside = self._aside_first(after, said, sentence.last)
        index, loose, straight, relative, fresh = after, False, True, False, -1
        while index < min(sentence.last, voice.cue.first + REACH):
            token = self.tokens[index]
            if (token.surface == ":" or self._speech_begins(index, sentence)) and said.takes - _NO_SPEECH:
                begin = index + 1 if token.surface == ":" else index
                return self._made(voice, begin, found, "direct")
            provided = self.tokens[index - 1].norm == "علي" and "علي" not in said.takes  # «على أن تستأنف الخميس»
            if self._that(index) and not provided and said.takes & {"that", "as", "clause", "in"}:
                begin = index if token.enclitics and "as" not in said.takes else index + 1
                return self._made(voice, begin, found, "indirect")
            if not relative and (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
                index = fresh = channel[1].last
                loose = True
                continue
            if index == fresh and self._describes(index):
                index, relative, loose = self._past_relative(index, said, found, sentence.last), True, True
                if index < sentence.last and (told_from := self._noun_content(index, said)) is not None:
                    return self._made(voice, told_from, found, "indirect")
                continue
            if (
                straight
                and not aside
                and (not loose or index == fresh)
                and (told_from := self._noun_content(index + self._opens(index), said)) is not None
            ):
                return self._made(voice, told_from, found, "indirect")
            if index == after and voice.speaker and self._tells_of(voice.speaker, index):
                _, end = self.noun_phrase(index + 1, sentence.last)
                index = after = max(end, index + 1)  # «شهود التقتهم وكالة»
                continue
            if index > after and self._stops(index):
                break
            if index > after and (named := self._named_in_marks(index, sentence)):
                index = named  # «برنامجه «مساء الفن»»
                continue
            if token.surface in _ASIDES:
                told_from = self._noun_content(index + 1, said) if index + 1 < sentence.last else None
                if told_from is not None and straight:
                    return self._made(voice, told_from, found, "indirect")
                aside, loose, relative = not (aside or loose), False, False
                index += 1
                continue
            step = self._past(index, said, found, sentence.last)
            fresh = step if step is not None and index == fresh else fresh
            relative = relative or token.norm in _RELATIVES
            loose = loose or relative
            straight = straight and (aside or loose or step is not None)
            index = step or index + 1
        return self._judged(voice, index) if "as" in said.takes else None

    def _describes(self, index: int) -> bool:
        """«في بيان ورد للوكالة»، «في بيان نشرته على تلغرام»: a clause without a relative pronoun behind a channel."""
        token, noun = self.tokens[index], self.tokens[index - 1]
        told = saying(token) is not None or finite(token)
        return told and not proclitic(token) and not definite(noun) and not self._that(index + 1)

    def _past_relative(self, index: int, said: Saying, found: list[tuple[str, Words]], last: int) -> int:
        """Past the verb of such a clause, up to the word that points back, and the phrases behind it."""
        back = next((n for n in range(index, min(index + _RELATIVE, last)) if self.tokens[n].enclitics), index)
        end = back + 1
        if end < last and definite(self.tokens[end]):
            _, end = self.noun_phrase(end, last)  # «نشرته الوكالة الرسمية»
        while end < last:
            through = self.channel(end, last)
            found += [through] if through else []
            step = through[1].last if through else self._past(end, said, found, last)
            if step is None:
                break
            end = step
        return end

    def _aside_first(self, after: int, said: Saying, last: int) -> bool:
        """«رئيس الاتحاد، فلان، خلال اجتماع، على ضرورة»: behind an apposition's comma an aside goes on."""
        aside = after < last and self.tokens[after - 1].surface in COMMAS and self.tokens[after].norm in PREPOSITIONS
        return aside and self._noun_content(after, said) is None

    def _named_in_marks(self, index: int, sentence: Sentence) -> int | None:
        """Past a name in quotation marks; None where none opens here."""
        quotation = self.inside.get(index + 1) if self.tokens[index].surface in OPENING else None
        if quotation is None or quotation.first != index + 1 or self._speech_begins(index + 1, sentence):
            return None
        return min(quotation.last + 1, sentence.last)

    def _tells_of(self, speaker: Words, index: int) -> bool:
        """«شهود التقتهم وكالة»: a clause without a relative pronoun behind an indefinite speaker."""
        head, token = self.tokens[speaker.first], self.tokens[index]
        bare = not definite(head) and not head.enclitics and head.stem in anonymous()
        return bare and bool(token.enclitics) and not proclitic(token) and not definite(self.tokens[index - 1])

    def _past(self, index: int, said: Saying, found: list[tuple[str, Words]], last: int) -> int | None:
        """Where goes on what follows a time, a phrase with its preposition, or to whom it was said; else None."""
        token = self.tokens[index]
        if self._withheld(index) or token.norm in WITHHELD:
            return index + 1
        if self._is_time(index) or token.stem in when_words() or token.kind == "number":
            turned = index + 1 < last and self.tokens[index + 1].stem in turned_words()
            return index + 1 + turned  # «الشهر الماضي»
        if token.stem in PREPOSITIONS and token.enclitics:
            return index + 1  # «بعدها»
        if token.norm in PREPOSITIONS and index + 1 < last:
            if self.channel(index + 1, last) is not None:
                return index + 1
            _, end = self.noun_phrase(index + 1, last)
            while index + 1 < end < last and self._agrees(self.tokens[end - 1], self.tokens[end], end):
                end += 1  # «خلال اجتماع طارئ»
            return max(end, index + 1)
        aside = token.stem in adverbial_nouns() or "ل" in token.proclitics or self._place(index)
        if set(token.proclitics) & {"ب", "ل"} and aside:
            _, end = self.noun_phrase(index, last, led=True)
            return max(end, index + 1)
        if token.proclitics[:1] == ("و",) and not self._is_verb(index):
            _, end = self.noun_phrase(index, last, led=True)
            return max(end, index + 1)
        if said.takes & {"person", "told"}:
            words, end = self.noun_phrase(index, last)
            if words is not None and self.medium(index):
                found.append(("interview", words))
            return end if words is not None else None
        return None

    def _place(self, index: int) -> bool:
        """«بولاية كسلا», «بصفاقس»: where the speaker is."""
        mention = self.mention_at.get(index)
        return self.tokens[index].stem in place_nouns() or (mention is not None and mention[1].kind in _PLACES)

    def _accused(self, voice: Voice) -> Statement | None:
        """«اتهم فلان الحكومة بالتقصير»: whom the words are about stands right behind the speaker."""
        index, cue = voice.after, self.tokens[voice.cue.first]
        lead = "ب" if "ب" in self.tokens[index].proclitics else self.tokens[index].norm[:1]
        passive = index == voice.cue.last and lead == "ب" and index not in self.mention_at and not cue.enclitics
        if passive:
            return None  # «سجناء اتهموا بالتخطيط»
        found: list[tuple[str, Words]] = []
        while index < voice.sentence.last and (
            self.tokens[index].surface in COMMAS or self.channel(index, voice.sentence.last) is not None
            or self.tokens[index].norm in PREPOSITIONS
        ):  # fmt: skip
            channel = self.channel(index, voice.sentence.last)
            found += [channel] if channel else []
            index = channel[1].last if channel else index + 1
        return self._made(voice, index, found, "indirect") if index < voice.sentence.last else None

    def _judged(self, voice: Voice, limit: int) -> Statement | None:
        """«وصف الحكم بأنه «سياسي»»، «رأى في القرار «خطوة»»: the judgement is the part in marks."""
        for index in range(voice.after, min(limit + 1, voice.sentence.last)):
            quotation = self.inside.get(index)
            if quotation is None or quotation.first != index or not self._spoken(quotation):
                continue
            content = Words(index if "that" not in voice.saying.takes else self._object_at(voice.after), quotation.last)
            made = self._made(voice, content.first, [], "indirect")
            return made._replace(content=content, mode="mixed") if made else None
        return None

    def _object_at(self, index: int) -> int:
        return index + 1 if self.tokens[index].norm in PREPOSITIONS else index

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
