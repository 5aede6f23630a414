"""Noun phrases that can be a source: where they begin, and the office, place, matter and name that end them."""

from __future__ import annotations

from ...lang.clitics import name_lists
from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ..naming.bodies import body_nouns
from ..naming.gazetteer import place_nouns
from ..naming.letters import likeness
from ..naming.persons import CALLED, titles
from ..speech.sayings import actors, anonymous, documents, partitives, saying
from ..speech.source_words import COMMAS, THAT, Words, speaking_heads
from .phrase_words import MEMBER, STYLES, PhraseWords

SPEAKER_WORDS = 14
_EACH = "كل"  # «كل من»
_CALLED_NOUNS = listed("name_company", "called_noun", "ar")
_CHIEFS = listed("name_company", "chief", "ar")
_ISSUED = listed("speech_words", "issued", "ar")
_MATTER_LEADS = listed("name_company", "matter_lead", "ar")
_OF_BODIES = listed("name_company", "of_body", "ar")
_POSTED_TO = listed("name_company", "posted_to", "ar")
_WITHIN = listed("name_company", "within", "ar")
_LONGEST_MATTER = 7
_LONGEST_NAME = 3
_NAME_LIKE = frozenset("012345")


class NounPhrases(PhraseWords):
    """Finds where the phrases of one article begin and end."""

    def noun_phrase(self, index: int, last: int, led: bool = False) -> tuple[Words | None, int]:
        """The noun phrase that begins here: names and titles whole, then definite words; None where none begins.

        ``led`` allows a preposition on its first word. The second value is where the phrase ends.
        """
        if index >= last or (not led and self._led_off(index)):
            return None, index
        limit = min(last, index + SPEAKER_WORDS)
        begin = end = self._partitive(index, limit)
        while end < limit:
            step = self._step(index, begin, end, limit)
            if step is None:
                break
            end = step
        if end == begin or self._is_time(begin) or self._adverb(index, end):
            return None, index
        end = self._posted(index, self._in_place(index, end, limit), limit)
        end = self._called(index, self._issued_from(index, end, limit), limit)
        if self.tokens[index].stem == _EACH and begin > index:
            end = self._coordinated(end, last)
        return Words(index, end), end

    def _coordinated(self, end: int, last: int) -> int:
        """«كل من الوزير فلان والمحافظ فلان»: all of them speak."""
        while end < last and self.tokens[end].proclitics[:1] == ("و",):
            words, after = self.noun_phrase(end, last, led=True)
            if words is None:
                break
            end = after
        return end

    def _issued_from(self, begin: int, end: int, limit: int) -> int:
        """«بيان صادر عن الوزارة»: whose a text is."""
        at = end - (self.tokens[end - 1].stem in _ISSUED)
        text = self.tokens[begin].stem in documents()
        if text and at < limit and self.tokens[at].stem in _ISSUED:
            # «بلاغ صدر ليل الثلاثاء عن الوزارة»
            issuer = next((n + 1 for n in range(at + 1, min(at + 5, limit - 1)) if self.tokens[n].norm == "عن"), 0)
            return self._walked(issuer, limit) if issuer else end
        owned = text and end < limit and self.tokens[end].proclitics[:1] == ("ل",)
        whose = self._walked(end, limit) if owned and self.tokens[end].stem in speaking_heads() else end
        return max(end, whose)  # «تقرير لفريق خبراء الأمم المتحدة»

    def _called(self, begin: int, end: int, limit: int) -> int:
        """«صاحب متجر قريب من المكان اسمه عدنان قصاب»: somebody of whom more is told before the name."""
        if definite(self.tokens[begin]) or self.named(Words(begin, end)):
            return end
        for index in range(end, min(end + _LONGEST_MATTER, limit - 1)):
            token = self.tokens[index]
            if token.norm in CALLED and token.norm not in _CALLED_NOUNS:
                return max(end, self._walked(index + 1, limit), self._bare_name(index + 1))
            if token.kind != "word" or saying(token) is not None or token.norm in THAT:
                break
        return end

    def _led_off(self, index: int) -> bool:
        """Whether a preposition or conjunction stands in front, rather than a foreign name's own first letter."""
        token = self.tokens[index]
        front = set(token.proclitics)
        uncut = not front and index not in self.mention_at and bool(self.uncut_lead(token))
        return uncut or (bool(front & {"ب", "ل", "ك", "و", "ف"}) and not self.whole(index))

    def _partitive(self, index: int, limit: int) -> int:
        """Past «عدد من»، «واحد من» the noun that tells the source begins; past «أم» of a kunya its name does."""
        link = partitives().get(self.tokens[index].stem)
        if link and index + 2 < limit and self.tokens[index + 1].norm == "من":
            return index + 2
        return index

    def _in_place(self, begin: int, end: int, limit: int) -> int:
        """«مسؤول في الخارجية»، «مصادر من داخل الوزارة»: where an unnamed source belongs."""
        token = self.tokens[end] if end < limit else None
        head = self.tokens[begin]
        if token is None or any(self._name_ends.get(n) == "PERSON" for n in range(begin + 1, end + 1)):
            return end
        if token.stem == "رتبه" and "ب" in token.proclitics and end + 1 < limit:
            return end + 2
        unnamed = head.stem in anonymous() and not definite(head)
        if token.norm not in _WITHIN or not (unnamed or (token.norm in _POSTED_TO and head.stem in titles())):
            return end
        index = end + 1 + (self.tokens[end + 1].norm == "داخل" if end + 1 < limit else 0)
        if index >= limit or self._is_time(index) or self.medium(index):
            return end
        named = self.mention_at.get(index)
        if named is None and not (definite(self.tokens[index]) and self.tokens[index].stem in actors()):
            return end
        inner = self._walked(index, limit)
        return inner if inner > index else end

    def _posted(self, begin: int, end: int, limit: int) -> int:
        """«المبعوث إلى المنطقة بيتر هانسن»، «أستاذ القانون بجامعة النور عماد الصالحي»: an office's place or matter.

        It belongs to the speaker only where the bearer's name follows it, which no definite word could be joined to.
        """
        if end >= limit or not self._leads_matter(end) or self.named(Words(begin, end)):
            return end
        heads = {token.stem for token in self.tokens[begin:end]}
        person = self.tokens[begin].stem in actors() | _CHIEFS and self.tokens[begin].stem not in body_nouns()
        office = person or bool(heads & (titles().keys() | {MEMBER}))
        if not office or (self.tokens[end].norm == "عن" and not heads & _OF_BODIES):
            return end
        found = end
        for index in range(end, min(end + _LONGEST_MATTER, limit)):
            token = self.tokens[index]
            if index > end and not self._leads_matter(index - 1, alone=True):
                name = index + (token.stem in STYLES and definite(token))
                before = self.tokens[index - 1]
                settled = definite(before) or bool(before.enclitics) or self._in_name(index - 1)
                settled = settled and self.tokens[index - 1].stem not in titles()
                ranked = index < name < limit and name in self.named_tokens
                if name < limit and settled and (ranked or self._person_at(name)):
                    found = max(self._walked(name, limit), self._bare_name(name))
                    if self._ends_at(found, limit):
                        return found
                if token.surface in COMMAS and index + 1 < limit and self._person_at(index + 1):
                    return index
            if token.kind != "word" or saying(token) is not None or token.norm in THAT or self.addressed(index):
                break
            if proclitic(token) and not self._leads_matter(index):
                break
        return found

    def _ends_at(self, index: int, limit: int) -> bool:
        """Whether no name or bare word goes on here («شركة نور كابيتال وليد عطا»)."""
        token = self.tokens[index] if index < limit else None
        return token is None or not (index in self.mention_at or self._name_word(index)) or bool(proclitic(token))

    def _leads_matter(self, index: int, alone: bool = False) -> bool:
        """A preposition before the place or matter of an office; ``alone``: as a word of its own."""
        token = self.tokens[index]
        if token.norm in _MATTER_LEADS:
            return True
        if token.enclitics and token.stem in _MATTER_LEADS:
            return not alone  # «وكيل الدفاع عنه المحامي …»
        return not alone and (token.proclitics[:1] in (("ب",), ("ل",)) or bool(self.uncut_lead(token)))

    def _person_at(self, index: int) -> bool:
        mention = self.mention_at.get(index)
        if mention is not None:
            return (mention[1].kind, mention[1].form) == ("PERSON", "name")
        if self._bare_name(index):
            return True
        return self._rare(index) and likeness(self.tokens[index].norm) in _NAME_LIKE

    def _bare_name(self, index: int) -> int:
        """Where two or three bare words end, the first of them a name on some list or behind a rank, before أن, a colon
        or a comma: they cannot go on with the definite word before them and name the bearer. 0 where there are none."""
        for end in range(index, min(index + _LONGEST_NAME + 1, len(self.tokens))):
            token = self.tokens[end]
            if token.norm in THAT or token.surface in (":", *COMMAS):
                before = self.tokens[index - 1]
                named = before.stem in STYLES and definite(before)
                return end if end - index > 1 and (named or name_lists().get(self.tokens[index].norm)) else 0
            family = end > index and definite(token) and not proclitic(token)
            plain = (
                token.kind == "word" and not token.enclitics and (family or not (definite(token) or self._led_off(end)))
            )
            if (
                not plain
                or (self._particle(token) and token.surface != "علي")
                or self.act(end)
                or self._is_time(end)
                or saying(token)
            ):
                return 0
        return 0

    def _in_name(self, index: int) -> bool:
        """Whether the word ends a name or is what a place or body is called («جمهورية تندورا»)."""
        before = self.tokens[index - 1].stem
        return index + 1 in self._name_ends or before in place_nouns() or before in body_nouns() | actors()
