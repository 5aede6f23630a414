"""Words that came by somebody else: who relays stands as the subject, who speaks behind a preposition or a phrase."""

from __future__ import annotations

from ...lang.surface import proclitic
from ...lang.tables import listed
from .sayings import masdars, phrase_at, verbs
from .source_words import COMMAS, GAVE, Words
from .speakers import source_kind
from .statements import Statement, Statements, Voice

# Before whom something is relayed from, by what the verb takes.
RELAYED = {"from": "عن", "of": "الي", "out": "من"}
# «على لسان», «نقلا عن»: phrases of two words.
_VOICED = 2
_GAVE_IT = listed("speech_words", "gave_it", "ar")
_READ_OUT = listed("speech_words", "read_out", "ar")


class Relays(Statements):
    """Finds who speaks through whom."""

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

    def _relayed(self, voice: Voice) -> Statement | None:
        """«نقلت وكالة عن صحيفة عن فلان قوله …»: who relays stands where a subject does, who speaks behind عن."""
        lead = next(lead for key, lead in RELAYED.items() if key in voice.saying.takes)
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
            speaker, after = self.apposed(self._up_to_masdar(words), last)
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

    def _up_to_masdar(self, words: Words) -> Words:
        """«نقلت الوكالة عن مدير أمن البلدة نفيه دفع فدية»: the noun for what he did is no part of who he is."""
        tokens = self.tokens
        said = (n for n in range(words.first + 1, words.last) if tokens[n].enclitics and tokens[n].stem in masdars())
        return Words(words.first, next(said, words.last))

    def _tells(self, index: int) -> bool:
        """A verb of saying, with a pronoun behind it or not («وفق ما قاله»)."""
        token = self.tokens[index]
        found = verbs().get(token.norm) or verbs().get(token.stem)
        return found is not None and not found.participle and not proclitic(token)

    def _announced_by(self, text: Words, end: int, last: int) -> tuple[Words | None, bool]:
        """Who announced a text («وفق حصيلة أولية أعلنتها فرق الدفاع المدني»), and whether they only passed it on: a
        medium a text that tells whose it is, or whoever read it out («مرسوم تلاه التلفزيون»)."""
        for index in range(end, min(end + 3, last - 1)):
            token = self.tokens[index]
            given = token.stem in GAVE and self.tokens[index + 1].norm in _GAVE_IT
            if given or (
                token.enclitics and (token.stem in verbs() or token.norm in verbs() or self._issued_by(index))
            ):
                words, _ = self.noun_phrase(index + 1 + given, last)
                relays = words is not None and self.medium(words.first) and self._owned(text)
                return words, relays or token.stem in _READ_OUT
            if token.kind != "word":
                break
        return None, False

    def _issued(self, speaker: Words | None, end: int, last: int) -> tuple[Words | None, int, tuple[Words, ...]]:
        """«بيانات نشرتها الشركة», «مرسوم تلاه التلفزيون»: who speaks, where the words for it end, who passed it on."""
        if speaker is None or source_kind(self.tokens, speaker) != "document":
            return speaker, end, ()
        announced, passed_on = self._announced_by(speaker, end, last)
        if announced is None:
            return speaker, end, ()
        return (speaker, announced.last, (announced,)) if passed_on else (announced, announced.last, ())

    def _owned(self, text: Words) -> bool:
        """Whether the words for a text tell whose it is («بيان للجيش», «مرسوم رئاسي»)."""
        return text.last - text.first > 1 and source_kind(self.tokens, text) == "document"
