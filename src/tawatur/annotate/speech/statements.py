"""A reported statement and what it is made of: cue, speaker, content, channels, and who goes on speaking."""

from __future__ import annotations

from typing import NamedTuple

from ...lang.surface import definite
from ...lang.tables import listed
from ...model import Sentence
from ..naming.persons import titles
from .contents import Contents
from .sayings import Saying, verbs
from .source_words import COMMAS, OPENING, THAT, Words

_CLOSING_LEADS = listed("speech_words", "closing_lead", "ar")
_RELATIVE_PERSONS = listed("speech_words", "person_relative", "ar")


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


class Voice(NamedTuple):
    """The cue of a statement in the making, with who says it."""

    cue: Words
    saying: Saying
    speaker: Words | None
    after: int
    sentence: Sentence


class Statements(Contents):
    """Makes the statements of one article."""

    _told: list[Statement]  # of the sentence being read
    untold: list[tuple[Words, str]]  # who answered there without words that are told («نفت الحركة ذلك»)

    def _nested(self, position: int) -> bool:
        """Inside what another statement of the sentence says."""
        return any(told.content.first <= position < told.content.last for told in self._told)

    def _clausal(self, made: Statement) -> bool:
        """Whether أن or a colon leads what is said; a noun may be an act rather than words."""
        first = made.content.first
        lead = first - 1 - (self.tokens[first - 1].surface in OPENING)
        return self.tokens[lead].surface == ":" or self.tokens[lead].norm in THAT or self.tokens[first].norm in THAT

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

    def _made(self, voice: Voice, begin: int, found: list[tuple[str, Words]], mode: str) -> Statement | None:
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
        if not found and mode != "direct":
            content, found = self._closing_channel(content, sentence)
        # «أبلغ الوكالة في رسالة»: through what it came tells more than to whom.
        found = sorted(found, key=lambda channel: self.medium(channel[1].first))
        first = min(cue.first, speaker.first if speaker and speaker.first >= sentence.first else cue.first)
        extent = Words(first, max(content.last, cue.last))
        return Statement(cue, speaker, content, voice.saying, tuple(found), mode, extent)

    def _closing_channel(self, content: Words, sentence: Sentence) -> tuple[Words, list[tuple[str, Words]]]:
        """«أعلن الضباط حل المؤسسات، في بيان تلاه عقيد»: the channel told behind what is said, and that without it."""
        for index in range(content.first + 1, min(content.last + 1, sentence.last - 2)):
            if self.tokens[index].surface not in COMMAS:
                continue
            lead = index + 1 + (self.tokens[index + 1].norm == "وذلك")
            if (
                self.tokens[lead].norm in _CLOSING_LEADS
                and (found := self.channel(lead + 1, sentence.last)) is not None
            ):
                return Words(content.first, index), [found]
        return content, []

    def _goes_on_with(self, voice: Voice) -> Words | None:
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

    def _own_subject(self, voice: Voice) -> Words | None:
        """«ورد عليه الوزير بالقول إن»: the clause has a verb of another kind, and its subject speaks."""
        position = voice.cue.first
        return self.clause_subject(position, voice.sentence) if voice.saying.participle else None
