"""What is said behind an Arabic verb and its speaker: past channels, times, places and asides up to أن, a quotation or
a verbal noun."""

from __future__ import annotations

from dataclasses import dataclass

from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Sentence
from ..naming.gazetteer import place_nouns
from ..phrases.clauses import finite
from .attributing import Attributing
from .contents import REACH, WITHHELD
from .relays import RELAYED
from .sayings import Saying, adverbial_nouns, anonymous, saying, turned_words, when_words
from .source_words import COMMAS, OPENING, PREPOSITIONS, Words
from .statements import Statement, Voice

_RELATIVES = listed("speech_words", "relative", "ar")
# A clause without a relative pronoun points back to its noun within this many words («تلقت وكالة الأنباء نسخة منه»).
_RELATIVE = 6
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_ASIDES = frozenset((*COMMAS, "-", "–", "—"))
# What verbs take that no words in marks follow right away.
_NO_SPEECH = frozenset(("as", "عن", "clause", "from", "of", "out"))


@dataclass(slots=True)
class _Walk:
    """Where the search behind a verb stands, and what it has passed.

    ``start``: behind the verb and its speaker. ``aside``: between two commas. ``loose``: behind a channel or a relative
    pronoun, so that a noun is no more what is said. ``straight``: nothing was passed that is neither time nor place.
    ``relative``: inside a relative clause. ``fresh``: right behind a channel.
    """

    start: int
    index: int
    found: list[tuple[str, Words]]
    aside: bool
    loose: bool = False
    straight: bool = True
    relative: bool = False
    fresh: int = -1


class BehindVerb(Attributing):
    """Finds what is said behind a verb of saying."""

    def _search(self, voice: Voice) -> Statement | None:
        """What is said, behind the verb and its speaker."""
        said, after, sentence = voice.saying, voice.after, voice.sentence
        if "object" in said.takes and after < sentence.last:
            return self._accused(voice)
        if said.takes & RELAYED.keys() and (relayed := self._relayed(voice)) is not None:
            return relayed
        walk = _Walk(after, after, self._channels_told(voice), self._aside_first(after, said, sentence.last))
        while walk.index < min(sentence.last, voice.cue.first + REACH):
            told = self._speech_at(walk.index, voice)
            if told is None and self._past_channel(walk, sentence.last):
                continue
            clause = told is None and self._past_clause(walk, voice)
            if told is None and (begin := self._act_at(walk, voice, clause)) is not None:
                told = begin, "indirect"
            if told is not None:
                return self._made(voice, told[0], walk.found, told[1])
            if not clause and not self._goes_past(walk, voice):
                break
        return self._judged(voice, walk.index) if "as" in said.takes else None

    def _channels_told(self, voice: Voice) -> list[tuple[str, Words]]:
        """Channels told before the search: to whom the verb speaks, and what a pronoun points back to."""
        last, told = voice.sentence.last, None
        if self.addressed(voice.cue.last):
            told = self.channel(voice.cue.last, last)
        found = [told] if told is not None and told[1].last <= voice.after else []
        if self.points_back(voice.cue.last, last):
            before = self.channel_before(voice.cue.first, voice.sentence.first)
            found += [before] if before else []
        return found

    def _speech_at(self, index: int, voice: Voice) -> tuple[int, str] | None:
        """Where what is said begins that a colon, a quotation or أن opens here, and its mode."""
        token, takes = self.tokens[index], voice.saying.takes
        if (token.surface == ":" or self._speech_begins(index, voice.sentence)) and takes - _NO_SPEECH:
            return (index + 1 if token.surface == ":" else index), "direct"
        provided = self.tokens[index - 1].norm == "علي" and "علي" not in takes  # «على أن تستأنف الخميس»
        if self._that(index) and not provided and takes & {"that", "as", "clause", "in"}:
            return (index if token.enclitics and "as" not in takes else index + 1), "indirect"
        return None

    def _past_channel(self, walk: _Walk, last: int) -> bool:
        """Walk past a channel, if one stands here."""
        channel = None if walk.relative else self.channel(walk.index, last)
        if channel is None:
            return False
        walk.found.append(channel)
        walk.index = walk.fresh = channel[1].last
        walk.loose = True
        return True

    def _past_clause(self, walk: _Walk, voice: Voice) -> bool:
        """Walk past a clause that describes the channel just passed, if one stands here."""
        if walk.index != walk.fresh or not self._describes(walk.index):
            return False
        walk.index = self._past_relative(walk.index, voice.saying, walk.found, voice.sentence.last)
        walk.relative = walk.loose = True
        return True

    def _act_at(self, walk: _Walk, voice: Voice, clause: bool) -> int | None:
        """Where a verbal noun or what a preposition leads begins here or behind a comma; ``clause``: behind a clause
        that was just passed."""
        index, said, last = walk.index, voice.saying, voice.sentence.last
        if clause:
            return self._noun_content(index, said) if index < last else None
        if not walk.straight:
            return None
        begin = None
        if not walk.aside and (not walk.loose or index == walk.fresh):
            begin = self._noun_content(index + self._opens(index), said)
        if begin is None and self.tokens[index].surface in _ASIDES and index + 1 < last:
            begin = self._noun_content(index + 1, said)
        return begin

    def _goes_past(self, walk: _Walk, voice: Voice) -> bool:
        """Walk past what stands between; False where the search ends."""
        index, said, last = walk.index, voice.saying, voice.sentence.last
        token = self.tokens[index]
        if index == walk.start and voice.speaker and self._tells_of(voice.speaker, index):
            _, end = self.noun_phrase(index + 1, last)
            walk.index = walk.start = max(end, index + 1)  # «شهود التقتهم وكالة»
        elif index > walk.start and self._stops(index):
            return False
        elif index > walk.start and (named := self._named_in_marks(index, voice.sentence)):
            walk.index = named  # «برنامجه «مساء الفن»»
        elif token.surface in _ASIDES:
            walk.aside, walk.loose, walk.relative = not (walk.aside or walk.loose), False, False
            walk.index += 1
        else:
            step = self._past(index, said, walk.found, last)
            walk.fresh = step if step is not None and index == walk.fresh else walk.fresh
            walk.relative = walk.relative or token.norm in _RELATIVES
            walk.loose = walk.loose or walk.relative
            walk.straight = walk.straight and (walk.aside or walk.loose or step is not None)
            walk.index = step or index + 1
        return True

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
