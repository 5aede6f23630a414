"""Reported statements in Arabic: the word of saying, who says it, through what, and what is said.

Arabic puts the verb first, then the speaker, then what channel and day, then أن or a quotation. The search walks
that order over tokens; a verb with nobody behind it goes on with the speaker before it (PARC's source, cue, content).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..lang.surface import definite, proclitic
from ..model import Mention, Sentence, Token
from .contents import CONTRASTS, REACH, WITHHELD, Contents
from .persons import titles
from .quotation import Quotation
from .sayings import (
    Saying,
    adverbial_nouns,
    anonymous,
    masdars,
    norms,
    phrase_at,
    saying,
    time_nouns,
    turned_words,
    verbs,
    when_words,
)
from .source_words import COMMAS, OPENING, PREPOSITIONS, THAT, Words, number_word

_RELATIVE_PERSONS = frozenset(("الذي", "التي", "الذين", "والذي", "والتي"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "ما", "مما"))
# Words with a pronoun, and words for "also", between a verb and its subject.
_BETWEEN = frozenset(
    ("فيه", "فيها", "له", "لها", "لهم", "به", "بها", "عنه", "عنها", "ايضا", "كذلك", "عليه", "عليها", "عليهم", "اليه",
     "منه", "خلالها", "خلاله")
)  # fmt: skip
# Before whom something is relayed from, by what the verb takes.
_RELAYED = {"from": "عن", "of": "الي", "out": "من"}
# «حسبما علم من مصدر»، «لدى المصالح ذاتها».
_FROM = frozenset(("من", "لدي", "عن"))
# «لفت النظر إلى»، «كشف النقاب عن»: what a verb of saying takes in an idiom.
_IDIOMS = frozenset(("النظر", "الانتباه", "نظر", "انتباه", "النقاب", "اللثام", "الستار"))
# «الخلاف، كما يقول فلان، «أعمق من ذلك»»: a clause this short is no whole one.
_SHORT_CLAUSE = 6
# «على لسان», «نقلا عن»: phrases of two words.
_VOICED = 2
_ASIDES = frozenset((*COMMAS, "-", "–", "—"))
_OWN_WORDS = frozenset(("حديث", "كلام", "قول", "اقوال", "كلمت", "موقف", "اتهام", "دعوت", "راي", "رفض", "تصريح"))
# What verbs take that no words in marks follow right away.
_NO_SPEECH = frozenset(("as", "عن", "clause", "from", "of", "out"))
_OWN_VOICE = frozenset(("لن", "لا", "لم", "نحن", "لسنا", "علي", "يجب", "سنرد", "مستعدون", "نرفض", "نريد"))
_STATED = Saying("neutral", "stated", frozenset(), "")


class Statement(NamedTuple):
    """A statement found, as runs of tokens. ``speaker`` is None where the subject is dropped.

    ``via``: agencies the words came by, the nearest to the speaker first. ``nested``: inside what another one says.
    """

    cue: Words
    speaker: Words | None
    content: Words
    saying: Saying
    channels: tuple[tuple[str, Words], ...]
    mode: str
    extent: Words
    via: tuple[Words, ...] = ()
    nested: bool = False


class _Voice(NamedTuple):
    """The cue of a statement in the making, with who says it."""

    cue: Words
    saying: Saying
    speaker: Words | None
    after: int
    sentence: Sentence


class Reader(Contents):
    """Finds the statements of one article."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        mentions: tuple[Mention, ...],
        quotations: list[Quotation],
    ) -> None:
        super().__init__(tokens, mentions, quotations)
        self._told: list[Statement] = []  # of the sentence being read
        self.untold: list[tuple[Words, str]] = []  # who answered there without words that are told («نفت الحركة ذلك»)

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
        opening = position == sentence.first or self.tokens[position - 1].surface in COMMAS
        said = saying(self.tokens[position], opening)
        if said is None or self._withheld(position) or self._names(position) or self._governs(position):
            return None
        return self._verb(position, said, sentence)

    def _nested(self, position: int) -> bool:
        """Inside what another statement of the sentence says."""
        return any(told.content.first <= position < told.content.last for told in self._told)

    # The verb and what follows it

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
        speaker, after, via = self._voiced_by(speaker, after, sentence.last)
        imperfect = self.tokens[position].norm.lstrip("وف")[:1] == "ي"
        if speaker is None and "passive" in said.takes and imperfect and self._that(after):
            return None  # «ويعتقد أن»: nobody is said to
        made = self._search(_Voice(cue, said, speaker, after, sentence))
        if made is None and speaker is not None and speaker.first > position and self.can_speak(speaker):
            self.untold.append((speaker, said.gender))
        if made is None:
            return self._between_commas(_Voice(cue, said, speaker, after, sentence)) if speaker else None
        if self._nested(position):
            outer = max(told.content.first for told in self._told if told.content.first <= position)
            clear = made.speaker is not None and made.speaker.first >= outer and self._clausal(made)
            return made._replace(nested=True, via=via) if clear and not said.participle else None
        return made._replace(via=made.via or via)

    def _between_commas(self, voice: _Voice) -> Statement | None:
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
        whole, mode = self._around(content, after, sentence)
        if whole == content[0]:
            return None
        return Statement(voice.cue, voice.speaker, whole, voice.saying, (), mode, whole)

    def _clausal(self, made: Statement) -> bool:
        """Whether أن or a colon leads what is said; a noun may be an act rather than words."""
        first = made.content.first
        lead = first - 1 - (self.tokens[first - 1].surface in OPENING)
        return self.tokens[lead].surface == ":" or self.tokens[lead].norm in THAT or self.tokens[first].norm in THAT

    def _subject(self, position: int, said: Saying, sentence: Sentence) -> tuple[Words | None, int]:
        """Who stands behind the verb as its subject, with what is apposed; or before it, where the clause says so."""
        before = self.subject_before(position, sentence)
        start = self._past_adverbs(position + 1, sentence.last)
        if start < sentence.last and self.addressed(start) and (told := self.channel(start, sentence.last)):
            start = told[1].last  # «أكد لوكالة … شاهد عيان أن»
        words, after = self.noun_phrase(start, sentence.last)
        fronted = sentence.role != "body" or self.tokens[position - 1].kind != "punct"
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

    def _before_purpose(self, words: Words) -> tuple[Words, int]:
        """«دعا الرئيس للضغط على …»: what is called for is no part of the speaker."""
        for n in range(words.first + 1, words.last):
            token = self.tokens[n]
            if "ل" in token.proclitics and n not in self.mention_at and not self._heads_speaker(token):
                return Words(words.first, n), n
        return words, words.last

    def _past_adverbs(self, index: int, last: int) -> int:
        """Past the day, «رسميا», «فيه»: what may stand between a verb and its subject."""
        end = index
        while end < min(last, index + 4):
            token = self.tokens[end]
            timed = token.stem in time_nouns() or self._is_time(end)
            if not (token.norm in _BETWEEN or token.norm in _IDIOMS or timed or self._adverb(end, end + 1)):
                break
            end += 1
        return end if end < last else index

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

    def _search(self, voice: _Voice) -> Statement | None:
        """What is said, behind the verb and its speaker."""
        said, after, sentence = voice.saying, voice.after, voice.sentence
        if "object" in said.takes and after < sentence.last:
            return self._accused(voice)
        if said.takes & _RELAYED.keys() and (relayed := self._relayed(voice)) is not None:
            return relayed
        found: list[tuple[str, Words]] = []
        told = self.channel(voice.cue.last, sentence.last) if self.addressed(voice.cue.last) else None
        if told is not None and told[1].last <= after:
            found.append(told)
        if self.points_back(voice.cue.last, sentence.last):
            named = self.channel_before(voice.cue.first, sentence.first)
            found += [named] if named else []
        aside = self._aside_first(after, said, sentence.last)
        index, loose, straight, relative, fresh = after, False, True, False, -1
        while index < min(sentence.last, voice.cue.first + REACH):
            token = self.tokens[index]
            if (token.surface == ":" or self._speech_begins(index, sentence)) and said.takes - _NO_SPEECH:
                begin = index + 1 if token.surface == ":" else index
                return self._made(voice, begin, found, "direct")
            if self._that(index) and said.takes & {"that", "as", "clause", "in"}:
                begin = index if token.enclitics and "as" not in said.takes else index + 1
                return self._made(voice, begin, found, "indirect")
            if not relative and (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
                index = fresh = channel[1].last
                loose = True
                continue
            if (
                straight
                and not aside
                and (not loose or index == fresh)
                and (begin := self._noun_content(index, said)) is not None
            ):
                return self._made(voice, begin, found, "indirect")
            if index == fresh and self._is_verb(index) and not proclitic(token) and not self._that(index + 1):
                index, relative, loose = index + 1, True, True  # «في بيان ورد للوكالة»
                continue
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
                begin = self._noun_content(index + 1, said) if index + 1 < sentence.last else None
                if begin is not None and straight:
                    return self._made(voice, begin, found, "indirect")
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
        if set(token.proclitics) & {"ب", "ل"} and (token.stem in adverbial_nouns() or "ل" in token.proclitics):
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

    def _accused(self, voice: _Voice) -> Statement | None:
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

    def _judged(self, voice: _Voice, limit: int) -> Statement | None:
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

    def _voiced_by(self, speaker: Words | None, after: int, last: int) -> tuple[Words | None, int, tuple[Words, ...]]:
        """«الجيش على لسان متحدثه»، «الموقع نقلا عن مصدر»: who speaks for, or through, the subject."""
        aside = after + 1 < last and self.tokens[after].surface in COMMAS
        after += aside  # «نفت الحكومة، على لسان متحدثها، …»
        match = phrase_at(self.tokens, after) if after < last else None
        if aside and (match is None or match.value.takes != "np" or match.last < _VOICED):
            return speaker, after - aside, ()
        if speaker is None or match is None or match.last < 2 or match.value.takes != "np":
            return speaker, after, ()
        words, _ = self.noun_phrase(after + match.last, last)
        if words is None:
            return speaker, after, ()
        words, end = self.apposed(words, last)
        end += aside and end < last and self.tokens[end].surface in COMMAS
        return words, end, (speaker,) if match.value.via else ()

    def _relayed(self, voice: _Voice) -> Statement | None:
        """«نقلت وكالة عن صحيفة عن فلان قوله …»: who relays stands where a subject does, who speaks behind عن."""
        lead = next(lead for key, lead in _RELAYED.items() if key in voice.saying.takes)
        last = voice.sentence.last
        via = [voice.speaker] if voice.speaker else []
        start = next((n for n in range(voice.after, min(voice.after + 10, last)) if self._leads(n, lead)), None)
        if start is None and self._leads(voice.cue.last, lead):
            start, voice = voice.cue.last, voice._replace(after=max(voice.after, voice.cue.last + 1))
        if start is None:
            return None
        speaker: Words | None = None
        after = max(start + 1, voice.after if self.tokens[start].enclitics else 0)
        while start is not None and not self.tokens[start].enclitics:
            words, _ = self.noun_phrase(start + 1, last)
            if words is None:
                return None
            via += [speaker] if speaker else []
            speaker, after = self.apposed(words, last)
            start = after if after < last and self.tokens[after].norm == lead else None
        voice = voice._replace(speaker=speaker)
        dropped = speaker is None
        for index in range(after, min(after + 16, last)):
            token = self.tokens[index]
            masdar = masdars().get(token.stem) if token.enclitics and index + 1 < last else None
            begin = self._noun_content(index + 1, masdar) if masdar else None
            if masdar is not None and begin is not None and not dropped:
                made = self._made(voice._replace(saying=masdar), begin, [], "indirect")
                return made._replace(via=tuple(reversed(via))) if made else None
            if self._that(index) or token.surface == ":" or self._speech_begins(index, voice.sentence):
                mode = "indirect" if self._that(index) else "direct"
                skips = token.surface == ":" or (mode == "indirect" and not token.enclitics)
                made = self._made(voice, index + skips, [], mode)
                if made is not None and dropped:
                    # «نقلت عنه»: whoever was named before; «نقل زوار الرئيس عنه»: the one named in the phrase
                    made = made._replace(speaker=self._inner_person(via[0]) if via else None)
                return made._replace(via=tuple(reversed(via))) if made else None
        return None

    def _inner_person(self, words: Words) -> Words | None:
        """«زوار الرئيس»: the office behind the first noun of the phrase."""
        inner = range(words.first + 1, words.last)
        first = next((n for n in inner if self.tokens[n].stem in titles() and definite(self.tokens[n])), None)
        return Words(first, words.last) if first is not None else None

    def _leads(self, index: int, lead: str) -> bool:
        """The preposition, alone or with a pronoun («عنه»)."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        return token.norm == lead or (token.stem == lead and bool(token.enclitics))

    # What is made of it

    def _made(self, voice: _Voice, begin: int, found: list[tuple[str, Words]], mode: str) -> Statement | None:
        cue, sentence = voice.cue, voice.sentence
        if voice.speaker is None and not voice.saying.participle and self.tokens[cue.first].norm in verbs():
            beside = self.adjacent(cue.first, sentence)
            known = beside is None or self.can_speak(beside) or self.unknown_name(beside)
            if not known and sentence.role == "body":
                return None  # «النتائج تشير إلى أن»: nobody speaks
            voice = voice._replace(speaker=beside)
        speaker = voice.speaker or self._goes_on_with(voice)
        plural = voice.saying.participle and self.tokens[cue.first].norm.endswith("ين")
        if plural and speaker is not None and not self.several(speaker):
            return None  # «أكد اللواء خروج المتظاهرين، مطالبين بعودته»: they are not who spoke
        content, mode = self._content(begin, sentence, mode)
        if content.last <= content.first:
            below = self._below(sentence)
            if below is None:
                return None
            content, mode = below, "direct"
        before = [told for told in self._told if not told.nested]
        if not before:
            found = [*self.opening_channels(sentence.first, cue.first), *found]
        elif not found and voice.saying.participle and speaker == before[-1].speaker:
            found = list(before[-1].channels)  # «قال في مقابلة …، مضيفا أن …»
        first = min(cue.first, speaker.first if speaker and speaker.first >= sentence.first else cue.first)
        extent = Words(first, max(content.last, cue.last))
        return Statement(cue, speaker, content, voice.saying, tuple(found), mode, extent)

    def _goes_on_with(self, voice: _Voice) -> Words | None:
        """Who spoke before in the sentence; where nobody did, its subject."""
        position, sentence = voice.cue.first, voice.sentence
        if self.tokens[position - 1].norm in _RELATIVE_PERSONS and position > sentence.first:
            return self.behind_relative(position, sentence)
        own = self.tokens[position].norm == "بالقول" or not voice.saying.participle
        if own and (found := self.antecedent(position, sentence) or self._own_subject(voice)) is not None:
            return found
        before = [told for told in self._told if not told.nested]
        if before:
            return before[-1].speaker
        found = self.main_subject(position, sentence) if position > sentence.first + 1 else None
        if found is None or voice.saying.participle:
            return found
        return found if self.agrees_with(found, self.tokens[position], voice.saying.gender) else None

    def _own_subject(self, voice: _Voice) -> Words | None:
        """«ورد عليه الوزير بالقول إن»: the clause has a verb of another kind, and its subject speaks."""
        position = voice.cue.first
        return self.clause_subject(position, voice.sentence) if voice.saying.participle else None

    # Attributing phrases

    def _phrase(self, first: int, last: int, takes: str, via: bool, sentence: Sentence) -> Statement | None:
        """«بحسب مصدر طبي»، «كما أعلنت الوزارة»: what is attributed is the clause before, or after at the start."""
        start = last
        if takes == "none":
            return None
        if takes == "self" or (takes == "view" and first <= sentence.first + 1):
            return self._own_words(first, last, sentence)
        if takes == "view":
            return None
        if takes == "verb":
            if start >= sentence.last or not self._tells(start):
                return None
            if first <= sentence.first + 1 and self.tokens[first].norm == "كما":
                return None  # at the head of a sentence it says "also"
            if self.tokens[first].norm == "علي" and self.tokens[start].enclitics:
                return None  # «ردا على ما وصفته بأنه …»
            start = self._past_adverbs(start + 1, sentence.last)
            start += start < sentence.last and self.tokens[start].norm == "في"
        if takes == "learned":
            start = next(
                (n + 1 for n in range(start, min(start + 8, sentence.last)) if self.tokens[n].norm in _FROM), -1
            )
            if start < 0:
                return None
        speaker, end = self.noun_phrase(start, sentence.last, led=True)
        if speaker is None or (takes == "np" and self.tokens[speaker.first].stem in norms()):
            return None
        if takes == "verb" and self._that(end):
            return None  # «كما أكد الوزير أن …» says more than it attributes
        speaker, end = self._announced_by(speaker, end, sentence.last)
        speaker, end, through = self._voiced_by(speaker, end, sentence.last)
        if takes == "verb" and end < sentence.last and self.tokens[end].norm == "عن" and not through:
            words, after = self.noun_phrase(end + 1, sentence.last)
            if words is not None:
                speaker, end, through = words, after, (speaker,)  # «وفق ما نقلت وكالة عن مكتبه»
        found: list[tuple[str, Words]] = []
        for index in range(end, min(end + 6, sentence.last)):
            if (channel := self.channel(index, sentence.last)) is not None:
                found.append(channel)
        opening = first <= sentence.first + 1 or self._that_behind(end, sentence.last)
        content = self._after(end, sentence) if opening else self._before(first, sentence)
        if content is None:
            return None
        if not opening:
            content = self._around(content, end, sentence)
        extent = Words(min(first, content[0].first), max(end, content[0].last))
        cue = Words(first, last)
        nested = not opening and self._nested(first) and not any(t.content.last <= first for t in self._told)
        return Statement(cue, speaker, content[0], _STATED, tuple(found), content[1], extent, through, nested)

    def _own_words(self, first: int, last: int, sentence: Sentence) -> Statement | None:
        """«…، على حد قوله»: the words are those of whoever speaks, if no verb of the sentence has said so."""
        opening = first <= sentence.first + 1
        content = None if self._told else (self._after(last, sentence) if opening else self._before(first, sentence))
        if content is None:
            return None
        cue, extent = Words(first, last), Words(min(first, content[0].first), max(last, content[0].last))
        return Statement(cue, None, content[0], _STATED, (), content[1], extent)

    def _tells(self, index: int) -> bool:
        """A verb of saying, with a pronoun behind it or not («وفق ما قاله»)."""
        token = self.tokens[index]
        found = verbs().get(token.norm) or verbs().get(token.stem)
        return found is not None and not found.participle and not proclitic(token)

    def _announced_by(self, speaker: Words, end: int, last: int) -> tuple[Words, int]:
        """«وفق حصيلة أولية أعلنتها فرق الدفاع المدني»: who announced it is the source."""
        for index in range(end, min(end + 3, last - 1)):
            token = self.tokens[index]
            if token.enclitics and (token.stem in verbs() or token.norm in verbs() or self._issued_by(index)):
                words, after = self.noun_phrase(index + 1, last)
                return (words, after) if words is not None else (speaker, end)
            if token.kind != "word":
                break
        return speaker, end

    def _that_behind(self, index: int, last: int) -> bool:
        """«ومن المتوقع، بحسب محللين، أن …»: the sentence goes on behind the phrase."""
        return index + 1 < last and self.tokens[index].surface in COMMAS and self.tokens[index + 1].norm in THAT

    def _after(self, index: int, sentence: Sentence) -> tuple[Words, str] | None:
        while index < sentence.last and self.tokens[index].surface not in COMMAS:
            if self.tokens[index].norm == "فان":
                index -= 1
                break
            index += 1
        index += self._that_behind(index, sentence.last)
        found = self._content(index + 1, sentence, "indirect") if index + 1 < sentence.last else None
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
        return (Words(begin, end + closed), "indirect") if end - begin >= 2 else None

    def _around(self, content: tuple[Words, str], end: int, sentence: Sentence) -> tuple[Words, str]:
        """«وستصرف المنح، حسب المصدر ذاته، قبل نهاية الشهر»: the clause goes on behind the phrase."""
        if not (end + 1 < sentence.last and self.tokens[end].surface in COMMAS and content[1] != "direct"):
            return content
        token, quotation = self.tokens[end + 1], self.inside.get(end + 2)
        quoted = token.surface in OPENING and quotation is not None and quotation.first == end + 2
        led = token.norm in PREPOSITIONS or set(token.proclitics[:1]) & {"ب", "ل"} or bool(self.uncut_lead(token))
        turn = token.norm in CONTRASTS or phrase_at(self.tokens, end + 1) or self._goes_apart(end + 1)
        if turn or not (quoted or led or number_word(token)):
            return content
        if quoted and quotation is not None:
            short = content[0].last - content[0].first <= _SHORT_CLAUSE
            last = min(quotation.last + 1, sentence.last)
            return (Words(content[0].first, last), "mixed") if short else content
        stops = (n for n in range(end + 1, sentence.last) if self.tokens[n].surface in (*COMMAS, ".", "؛"))
        last = next(stops, sentence.last)
        told = any(saying(self.tokens[n]) for n in range(end + 1, last))
        return content if told else (Words(content[0].first, last), content[1])

    def _goes_apart(self, index: int) -> bool:
        """«في حين»، «في وقت»، «على أن», «بعد أن»: another clause rather than the rest of this one."""
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return behind is None or behind.norm in THAT or behind.norm in ("حين", "وقت", "الوقت", "المقابل", "ما")

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
