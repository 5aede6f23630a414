"""Which word belongs to the noun phrase before it: names and titles whole, adjectives, what completes a construct."""

from __future__ import annotations

from itertools import pairwise

from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Mention
from ..naming.bodies import adjective, body_nouns, joins_matter
from ..naming.gazetteer import place_nouns
from ..naming.persons import CALLED, family_name, titles
from ..speech.sayings import actors, anonymous, documents, honorifics, media, partitives, saying
from ..speech.source_words import GAVE, OPENING, QUOTED_NAME, SourceWords, Words, number_word, speaking_heads

MEMBER = "عضو"
_NAME = "اسم"
_EYE = "عيان"  # «شاهد عيان»
KUNYA = listed("name_company", "kunya", "ar")
STYLES = listed("name_company", "style", "ar")
_ACTING = listed("name_company", "acting", "ar")
_DEGREES = listed("name_company", "degree", "ar")
_NAMED_BODIES = listed("name_company", "named_body", "ar")
_RANKS = listed("name_company", "rank_goes_on", "ar")
_SELF = listed("name_company", "self", "ar")
_QUOTED_PERSON = 2


class PhraseWords(SourceWords):
    """Walks from word to word of one phrase."""

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
        if opening and token.kind == "number" and self._so_many_speak(end + 1, limit):
            return end + 2
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

    def _so_many_speak(self, index: int, limit: int) -> bool:
        """«25 نائبا», «3 شهود»: behind a number in digits stands the noun of those who speak."""
        if index >= limit or self.tokens[index].proclitics or self.tokens[index].enclitics:
            return False
        norm = self.tokens[index].norm
        return bool({norm, norm.removesuffix("ا")} & speaking_heads())

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
            office = token.stem in titles() or token.stem == MEMBER or anonymous().get(token.stem) is False
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
        styled = before.stem in STYLES or before.stem in honorifics() or before.enclitics
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
