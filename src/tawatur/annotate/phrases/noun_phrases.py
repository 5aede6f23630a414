"""Noun phrases that can be a source: names and titles whole, then definite words, with office, place and matter."""

from __future__ import annotations

from itertools import pairwise

from ...lang.clitics import name_lists
from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Mention
from ..naming.bodies import adjective, body_nouns, joins_matter
from ..naming.gazetteer import place_nouns
from ..naming.letters import likeness
from ..naming.persons import CALLED, family_name, titles
from ..speech.sayings import actors, anonymous, documents, honorifics, media, partitives, saying
from ..speech.source_words import (
    COMMAS,
    GAVE,
    OPENING,
    QUOTED_NAME,
    THAT,
    SourceWords,
    Words,
    number_word,
    speaking_heads,
)

SPEAKER_WORDS = 14
_NAME = "اسم"
_MEMBER = "عضو"
_EACH = "كل"  # «كل من»
_NAMED_BODIES = listed("name_company", "named_body", "ar")
_EYE = "عيان"  # «شاهد عيان»
_SELF = listed("name_company", "self", "ar")
KUNYA = listed("name_company", "kunya", "ar")
_WITHIN = listed("name_company", "within", "ar")
_QUOTED_PERSON = 2
_RANKS = listed("name_company", "rank_goes_on", "ar")
_ACTING = listed("name_company", "acting", "ar")
_MATTER_LEADS = listed("name_company", "matter_lead", "ar")
_OF_BODIES = listed("name_company", "of_body", "ar")
_DEGREES = listed("name_company", "degree", "ar")
_ISSUED = listed("speech_words", "issued", "ar")
_LONGEST_MATTER = 7
_LONGEST_NAME = 3
_CHIEFS = listed("name_company", "chief", "ar")
_NAME_LIKE = frozenset("012345")
_STYLES = listed("name_company", "style", "ar")


class NounPhrases(SourceWords):
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
            if token.norm in CALLED and token.norm not in ("المدعو", "المدعوه"):
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

    def _step(self, head: int, begin: int, end: int, limit: int) -> int | None:
        """Where the phrase goes on to from ``end``; None where it ends there."""
        token, opening = self.tokens[end], end == begin
        if token.norm in KUNYA and end + 1 < limit:
            if self._name_ends.get(end) == "PERSON":
                return max(end + 2, self.mention_at[end][0] if end in self.mention_at else 0)  # «عوض الكريم أبو شوك»
            if end not in self.mention_at and self.tokens[end + 1].kind == "word" and not proclitic(token):
                return end + 2
        if token.surface in OPENING:
            return self._quoted_name(begin, end, limit)
        mention = self.mention_at.get(end) if opening or not self.addressed(end) else None
        if not opening:
            if token.norm in _ACTING or (token.stem == _NAME and "ب" in token.proclitics):
                return end + 1  # «الوالي بالنيابة»، «المتحدث باسمها»
            if (token.stem in _SELF and token.enclitics) or token.norm in CALLED:
                return end + 1
            cue = saying(token)
            if (cue is not None and cue.participle) or (mention and self._complete(begin, end, mention[1])):
                return None
            if joins_matter(self.tokens, end) and any(
                t.stem in titles() or t.stem in body_nouns() for t in self.tokens[begin:end]
            ):
                return end + 1  # «وزير الصحة والسكان»
            joined = proclitic(token) and token.proclitics[0] in "وفب" and not self.whole(end)
            if joined and mention is None:
                return end + 1 if self._both_fields(begin, end) else None
        if mention is not None and (opening or not proclitic(token) or token.proclitics[0] == "ل"):
            return min(self._mention_end(end, mention), limit)
        dated = token.kind == "number" and end == begin + 1 and self.tokens[begin].stem in _NAMED_BODIES
        if dated and end + 1 < limit and self.tokens[end + 1].kind == "word":
            return end + 2  # «حركة 23 مارس»
        if token.kind != "word" or self._particle(token):
            return end + 1 if self._own_word(begin, end) else None
        if opening and self.medium(end) and (found := media().at([t.stem for t in self.tokens[end : end + 3]], 0)):
            return min(end + found.last, limit)  # «وسائل إعلام»
        if opening:
            cue = saying(token)
            return end + 1 if cue is None or cue.participle else None
        if token.stem in _RANKS and definite(token) and self.tokens[end - 1].stem in titles():
            return end + 1  # «المنسق العام»
        if self.addressed(end) or self._is_time(end) or saying(token) is not None:
            return None
        return end + 1 if self._continues(head, begin, end) else None

    def _both_fields(self, begin: int, end: int) -> bool:
        """«هيئة إدارة الكوارث والطوارئ»: a body called by two fields."""
        token, head = self.tokens[end], self.tokens[begin]
        body = head.stem in body_nouns() and not definite(head) and not self.named(Words(begin, end))
        speaks = token.stem in titles() or token.stem in actors() or token.stem in anonymous()
        return body and token.proclitics == ("و", "ال") and definite(self.tokens[end - 1]) and not speaks

    def _own_word(self, begin: int, end: int) -> bool:
        """A particle that belongs to the name: «أحمد علي», «أطباء بلا حدود», «محامون من أجل العدالة»."""
        token = self.tokens[end]
        if token.surface == "علي":
            return self._name_ends.get(end) == "PERSON"
        return begin < end and self._aim(end) and self.tokens[begin].stem in body_nouns()

    def _continues(self, head: int, begin: int, end: int) -> bool:
        """Whether this word, no name of its own, belongs to the phrase before it."""
        token, before = self.tokens[end], self.tokens[end - 1]
        name = self._name_ends.get(end)
        plural = (
            not definite(before) and before.norm.endswith(("ين", "ون")) and before.stem in anonymous().keys() | actors()
        )
        if (
            definite(token)
            and not proclitic(token)
            and (plural or (before.norm.endswith("يين") and not definite(before)))
        ):
            return False  # «رفض مسؤولون حكوميون الاتهامات»
        if self._beside(end) or (self.act(end) and self._no_construct(begin, end - 1)):
            return False
        if name == "PERSON":
            office = token.stem in titles() or token.stem == _MEMBER or anonymous().get(token.stem) is False
            return family_name(token) or office or self._rare(end)
        if name == "ORG" and (definite(before) or before.enclitics or before.kind == "punct"):
            nisba = token.proclitics == ("ال",) and token.stem.endswith(("ي", "يه"))
            purpose = token.proclitics == ("ل", "ال") and not token.stem.endswith("ين")  # «الهيئة العامة للتأمين»
            return nisba or purpose or (definite(token) and {token.stem, self.tokens[begin].stem} <= titles().keys())
        bodies = token.stem in actors() and self.tokens[begin].stem in body_nouns()
        if self._issued_by(end) or (token.stem in GAVE and before.stem in documents()):
            return False  # «بيان أصدرته القيادة»، «تصريحات أدلى بها الوزير»
        closed = not definite(before) and not before.enclitics and name is None and self._no_construct(begin, end - 1)
        if closed and not definite(token) and not self._rare(end):
            return token.stem in _DEGREES or self._agrees(before, token, end)
        if token.proclitics[:1] == ("ل",) and bodies and definite(before):
            return True  # «الاتحاد العام لنقابات العمال»
        if definite(before) or before.enclitics:
            return self._behind_definite(begin, end)
        if before.kind == "punct":
            return token.stem in titles()  # behind a name in marks
        if self._rare(end - 1) and self._rare(end) and end - 1 > head:
            return True  # two words of a name that no list knows
        if self._name_word(end - 1) and (self._name_word(end) or family_name(token)):
            return True
        if end == begin + 1 and before.stem in body_nouns() and end + 1 < len(self.tokens) and self._aim(end + 1):
            return True  # «منظمة أطباء بلا حدود»
        if _EYE in (token.norm, before.norm):
            return token.norm == _EYE
        return self._in_construct(begin, end)

    def _behind_definite(self, begin: int, end: int) -> bool:
        """Whether this word belongs to the phrase behind a word with the article or a pronoun."""
        token, before = self.tokens[end], self.tokens[end - 1]
        if definite(token):
            if self.medium(end) or self._apart(end - 1):
                return False  # «أبلغ أحدهما الوكالة أن»
            first = self.tokens[begin].stem
            titled = token.stem in titles() and (first in titles() or first in honorifics())
            told = adjective(token) or titled or token.stem in _RANKS
            return told or token.proclitics != ("ال",)
        if self._name_word(end) and before.stem in titles() and titles()[before.stem]:
            return True  # «الرئيس فؤاد الهاشمي»
        styled = before.stem in _STYLES or before.stem in honorifics() or before.enclitics
        if token.stem in titles() and not styled and before.stem in titles():
            return False  # «استقبل الرئيس وزير الخارجية»
        office = any(t.stem in titles() or t.enclitics for t in self.tokens[begin:end])
        named = self._rare(end) or (self._name_word(end) and self._name_behind(end + 1))
        return token.stem in _RANKS or token.stem in titles() or (office and named)

    def _in_construct(self, begin: int, end: int) -> bool:
        """Whether this word belongs to the phrase behind a word without article («عدة منظمات»، «ثلاثة صيادين»)."""
        token, before = self.tokens[end], self.tokens[end - 1]
        named = before.stem in place_nouns() | _NAMED_BODIES and not token.enclitics and not proclitic(token)
        if named and not self._like_masdar(end):
            return True  # «جمهورية واردان»
        if end == begin + 1:
            if before.stem in partitives() or number_word(before):
                return True  # «عدة منظمات», «ثلاثة صيادين»
            if anonymous().get(before.stem) is False and before.stem not in titles():
                return self._agrees(before, token, end)  # «نفى مصدر صحة الخبر»: no construct
            if self._unmet(begin) and not definite(token):
                return False  # «وصف بوتفليقة تصرف الجيش»
            if before.norm in self._surnames and before.norm not in speaking_heads():
                return False  # «وعزا فاضل الانقطاع إلى …»
        elif self.tokens[end - 2].stem in _NAMED_BODIES and not self._met(before):
            return adjective(token) or token.stem.endswith(("ي", "يه"))  # «أرجعت شركة سودانت الانقطاع إلى …»
        return definite(token) or self._goes_on(end) or self._agrees(before, token, end)

    def _quoted_name(self, begin: int, end: int, limit: int) -> int | None:
        """Past a name in quotation marks that belongs to the phrase («حركة «السهم»»)."""
        quotation = self.inside.get(end + 1)
        if quotation is None or quotation.first != end + 1 or quotation.last - quotation.first > QUOTED_NAME:
            return None
        closing = quotation.last
        if self.act(quotation.first) or any(self._spoken_word(n) for n in range(quotation.first, quotation.last)):
            return None  # «أعلن الحزب «تجميد» عضويته»
        if end == begin and quotation.last - quotation.first > _QUOTED_PERSON:
            return None
        named = any(n in self.mention_at for n in range(max(begin, end - 1), quotation.last))
        after = self.tokens[closing + 1] if closing + 1 < len(self.tokens) else None
        goes_on = after is not None and closing + 1 < limit and after.surface not in (".", "؟", "!")
        return closing + 1 if goes_on and (named or end == begin or self._takes_name(end - 1)) else None

    def _mention_end(self, index: int, found: tuple[int, Mention]) -> int:
        """Where a name ends; an office that swallowed a second body («ناطق باسم المعارضة القوات …») ends before it."""
        last, mention = found
        if mention.form == "nominal":
            if last - index == 2 and self._apart(index):
                return index + 1
            bodies = [n for n in range(index + 1, last) if n in self.mention_at and self.mention_at[n][1].kind == "ORG"]
            for first, second in pairwise(bodies):
                if self.mention_at[first][0] == second and not proclitic(self.tokens[second]):
                    return second
        return last

    def _complete(self, begin: int, end: int, following: Mention) -> bool:
        """Whether the name behind is another one: whom the speaker speaks to or of."""
        token, name = self.tokens[end], self._name_ends.get(end)
        before = self.tokens[end - 1]
        nation = following.kind == "GPE" and not token.stem.endswith("ي")
        if (before.enclitics or definite(before)) and (following.kind == "ORG" or nation) and not proclitic(token):
            return True
        closed = not name and not definite(before) and self._no_construct(begin, end - 1)
        if closed and following.kind == "ORG" and not proclitic(token):
            return True  # «أبلغ مسؤول أمني وكالة المدار»
        apart = definite(before) and following.kind == "PERSON" and following.form == "nominal"
        if apart and not proclitic(token) and self.tokens[begin].stem not in titles().keys() | honorifics():
            return True  # «اتهمت الحكومة المبعوث بالانحياز»
        if name == "PERSON":
            return token.proclitics[:1] != ("ل",) and not self._office_behind(end, following)
        if name == "ORG" and following.kind != "PERSON":
            opening = self.mention_at.get(begin)
            return opening is not None and opening[0] == end and following.kind == "ORG" and end > begin + 1
        return False

    def _office_behind(self, index: int, following: Mention) -> bool:
        """«فوزي برهوم المتحدث باسم الحركة»: an office behind the name, which no other name follows."""
        last = self.mention_at[index][0]
        other = self.mention_at.get(last)
        named = other is not None and other[1].kind == "PERSON" and other[1].form == "name"
        return following.form == "nominal" and following.kind == "PERSON" and not named

    def _in_place(self, begin: int, end: int, limit: int) -> int:
        """«مسؤول في الخارجية»، «مصادر من داخل الوزارة»: where an unnamed source belongs."""
        token = self.tokens[end] if end < limit else None
        head = self.tokens[begin]
        if token is None or any(self._name_ends.get(n) == "PERSON" for n in range(begin + 1, end + 1)):
            return end
        if token.stem == "رتبه" and "ب" in token.proclitics and end + 1 < limit:
            return end + 2
        unnamed = head.stem in anonymous() and not definite(head)
        if token.norm not in _WITHIN or not (unnamed or (token.norm in ("الي", "لدي") and head.stem in titles())):
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
        office = person or bool(heads & (titles().keys() | {_MEMBER}))
        if not office or (self.tokens[end].norm == "عن" and not heads & _OF_BODIES):
            return end
        found = end
        for index in range(end, min(end + _LONGEST_MATTER, limit)):
            token = self.tokens[index]
            if index > end and not self._leads_matter(index - 1, alone=True):
                name = index + (token.stem in _STYLES and definite(token))
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
                named = before.stem in _STYLES and definite(before)
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

    def _walked(self, index: int, limit: int) -> int:
        end = index
        while end < limit and (step := self._step(index, index, end, limit)) is not None:
            if self._name_ends.get(end) == "PERSON" and "ل" in self.tokens[end].proclitics:
                break
            end = step
        return end

    def named(self, words: Words) -> bool:
        """Whether a person's own name stands in the phrase."""
        return any(
            self.mention_at[n][1].kind == "PERSON" and self.mention_at[n][1].form == "name"
            for n in range(words.first, words.last)
            if n in self.mention_at
        )
