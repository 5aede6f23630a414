"""Who speaks: noun phrases that can be a source, with office, apposition and place; and where a subject stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..lang.clitics import counts, name_lists
from ..lang.normalise import fold
from ..lang.surface import definite, proclitic
from ..lang.tables import table
from ..model import Mention, Sentence, Token
from .acts import act_pattern
from .bodies import adjective, body_nouns, nationality
from .letters import likeness
from .persons import family_name, given_name, titles
from .quotation import Quotation
from .sayings import (
    actors,
    anonymous,
    day_words,
    documents,
    english_sources,
    function_words,
    honorifics,
    media,
    media_heads,
    numbers,
    partitives,
    saying,
    speaking_nouns,
    verbs,
)

OPENING = frozenset(("«", '"', "“", "‘", "'", "„", "‹"))
COMMAS = frozenset(("،", ","))
THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "انهما", "اننا", "اني", "انني"))
_SPEAKER_WORDS = 14
_NAME = "اسم"
_MEMBER = "عضو"
_EYE = "عيان"  # «شاهد عيان»
_SELF = frozenset(("نفس", "ذات", "عين"))
# «مسافرة تدعى رنا»، «قائدها المكنى أبا الليث»
_CALLED = frozenset(("يدعي", "تدعي", "ويدعي", "وتدعي", "المدعو", "المدعوه", "المكني", "الملقب", "واسمه", "واسمها"))
PREPOSITIONS = frozenset(
    ("في", "علي", "من", "الي", "عن", "مع", "خلال", "بعد", "قبل", "عقب", "منذ", "حتي", "امام", "لدي", "اثناء", "حول",
     "عبر", "ضمن", "تحت", "بين", "قرب", "عند", "ضد", "حيال", "تجاه", "ازاء", "بشان", "رغم", "اثر", "فور", "داخل",
     "خارج", "وراء", "خلف", "فوق", "دون", "مثل", "وسط", "نحو", "ولدي")
)  # fmt: skip
_KUNYA = frozenset(("ام", "ابو", "ابي", "ابا"))
_WITHIN = frozenset(("في", "من", "لدي", "داخل", "الي"))
# Words that may stand between a subject and its verb.
_AUXILIARY = frozenset(("قد", "كان", "كانت", "فقد", "لم", "لا", "وقد", "هو", "هي", "بدوره", "بدورها", "ايضا"))
_CLAUSE_HEADS = frozenset(
    ("كان", "كانت", "كانوا", "اما", "لكن", "ان", "فان", "بينما", "فيما", "حيث", "غير", "الا", "وكان", "وكانت", "لان")
)
# To whom statements are made without any channel being told by it («للصحفيين»).
_AUDIENCE = frozenset(("صحفيين", "صحافيين", "صحافه", "محللين", "اعلاميين", "حضور"))
_QUOTED_NAME = 4
_QUOTED_PERSON = 2
# Words behind a rank or an office that go on with it.
_RANKS = frozenset(
    ("اول", "ركن", "عام", "متقاعد", "سابق", "حالي", "جديد", "دائم", "مكلف", "مستقيل", "راحل", "بارز", "مساعد",
     "منتخب", "مقيم", "مناوب", "تنفيذي", "اسبق", "اعلي")
)  # fmt: skip
# A form met this often in a hundred thousand words of news is a word of the language, not a name.
_COMMON = 3
_FAMILIAR = 12
_LONGEST_UNKNOWN = 4
_LEAST_UNCUT = 5
_SUBJECT_REACH = 24
# Plurals of things, which take a verb in the feminine.
_FEMININE = frozenset(("دول", "مصادر", "احزاب", "فصائل", "قوي", "بلدان", "اطراف", "شعوب", "كتل", "هيئات", "وسائل"))
_PAUSES = frozenset(("؛", ".", ":", "..", "...", "…"))
# «الوالي بالنيابة»: who holds an office for another.
_ACTING = frozenset(("بالنيابه", "بالوكاله", "بالانابه", "بالتكليف"))
# «أطباء بلا حدود»: what bodies call their aims by.
_AIMS = frozenset(("بلا", "ضد", "لاجل"))
# Before the place or matter of an office, and words of respect before the name that follows it.
_MATTER_LEADS = frozenset(("في", "الي", "لدي", "عن"))
_OF_BODIES = frozenset(("نائب", "نائبه", "عضو", "مسؤول", "مرشح", "مرشحه", "ممثل", "ممثله", "مستشار"))
# «مصدر أمني رفيع المستوى»: adjectives that a noun completes.
_DEGREES = frozenset(("رفيع", "رفيعه", "رفيعي", "عالي", "عاليه", "واسع", "واسعه", "وثيق", "وثيقه"))
_LONGEST_MATTER = 7
# What is done with a text by those who make it known.
_ISSUING = frozenset(
    ("اصدر", "نشر", "بث", "اعد", "اجر", "اجري", "اعلن", "وزع", "تلا", "تل", "اورد", "اذاع", "كشف", "عمم", "قدم", "وجه")
)
_NAME_LIKE = frozenset("012345")
_STYLES = frozenset(
    (
        "سيد",
        "سيده",
        "دكتور",
        "دكتوره",
        "مهندس",
        "استاذ",
        "قاضي",
        "لواء",
        "عميد",
        "عقيد",
        "مقدم",
        "رائد",
        "جنرال",
        "فريق",
        "نقيب",
    )
)


class Words(NamedTuple):
    """Tokens ``[first, last)``."""

    first: int
    last: int


class Speakers:
    """Finds the phrases of one article that can speak; holds its tokens and what is already known of them."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        mentions: tuple[Mention, ...],
        quotations: list[Quotation],
    ) -> None:
        self.tokens = tokens
        self.quotations = quotations
        self._starts = [token.span.start for token in tokens]
        self._name_ends: dict[int, str] = {}
        self.mention_at = dict(self._mention_ranges(mentions))
        self.inside = {n: q for q in quotations for n in range(q.first, q.last)}
        self.named_tokens = frozenset(
            n for first, (last, m) in self.mention_at.items() if m.form == "name" for n in range(first, last)
        )
        # An office that the tagger took for a name is none.
        self._name_ends = {
            last: m.kind
            for first, (last, m) in self.mention_at.items()
            if m.form == "name" and not all(self.tokens[n].stem in titles() for n in range(first, last))
        }

    def index(self, offset: int) -> int:
        """The token in which an offset of the text falls."""
        found = bisect_left(self._starts, offset)
        return found if found < len(self._starts) and self._starts[found] == offset else max(found - 1, 0)

    def _mention_ranges(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, tuple[int, Mention]]]:
        for mention in mentions:
            first = self.index(mention.span.start)
            last = self.index(mention.span.end - 1) + 1
            if last - first > 1 and self._cue_in_front(first):
                first += 1  # «وروى حسن البدري»: the tagger took the verb for a name
            if mention.form == "name" and mention.kind == "PERSON" and self._no_name(first, last):
                continue
            foreign = self._foreign if mention.form == "name" else self._beside
            while last - first > 1 and foreign(last - 1):
                last -= 1
            yield first, (last, mention)

    def _no_name(self, first: int, last: int) -> bool:
        """«إغلاق المعبر», and a verb of saying alone («الرئيس نفى»)."""
        norm = self.tokens[first].norm
        if last - first == 1 and norm in verbs() and not name_lists().get(norm):
            return True
        following = self.tokens[first + 1] if first + 1 < len(self.tokens) else None
        return self.act(first) and following is not None and definite(following) and not family_name(following)

    def _foreign(self, index: int) -> bool:
        """«الجيش بفتح»، «الشركة الوطنية الصحفيين»: what a tagger took into a name and is no part of it."""
        token = self.tokens[index]
        led = token.norm[:1] == "ب" and counts().get(token.norm[1:], 0) > _FAMILIAR * counts().get(token.norm, 0)
        before = self.tokens[index - 1]
        audience = token.proclitics == ("ال",) and token.stem in _AUDIENCE and before.stem not in body_nouns()
        return led or audience or self.act(index) or self._beside(index)

    def _beside(self, index: int) -> bool:
        """«الوزيرة الصحفيين»: a plural in the oblique behind a singular is nobody's adjective."""
        token, before = self.tokens[index], self.tokens[index - 1]
        plural = token.proclitics == ("ال",) and token.stem.endswith("ين")
        human = plural and (token.stem in _AUDIENCE or (token.stem in actors() and not token.stem.endswith("يين")))
        singular = before.stem in titles() or before.stem.endswith(("ه", "ي")) or before.stem in body_nouns()
        singular = singular or token.stem in _AUDIENCE
        closed = index in self._name_ends or bool(before.enclitics)
        return human and (closed or (definite(before) and singular))

    def act(self, index: int) -> bool:
        """«إغلاق»، «استئناف»، «تأجيل»: a verbal noun by its pattern, no name and no part of a person's."""
        token = self.tokens[index]
        plain = token.kind == "word" and not token.proclitics and not token.enclitics
        plain = plain and not self._name_word(index) and token.stem not in _speaking_nouns()
        return plain and (act_pattern(token.surface) or (token.norm[:1] == "ب" and act_pattern(token.surface[1:])))

    def _cue_in_front(self, index: int) -> bool:
        token = self.tokens[index]
        found = saying(token)
        opening = index == 0 or self.tokens[index - 1].kind == "punct" or token.norm[:1] == "و"
        return opening and found is not None and not found.participle

    # The noun phrase

    def noun_phrase(self, index: int, last: int, led: bool = False) -> tuple[Words | None, int]:
        """The noun phrase that begins here: names and titles whole, then definite words; None where none begins.

        ``led`` allows a preposition on its first word. The second value is where the phrase ends.
        """
        if index >= last or (not led and self._led_off(index)):
            return None, index
        limit = min(last, index + _SPEAKER_WORDS)
        begin = end = self._partitive(index, limit)
        while end < limit:
            step = self._step(index, begin, end, limit)
            if step is None:
                break
            end = step
        if end == begin or self._is_time(begin) or self._adverb(index, end):
            return None, index
        end = self._posted(index, self._in_place(index, end, limit), limit)
        return Words(index, end), end

    def _led_off(self, index: int) -> bool:
        """Whether a preposition or conjunction stands in front, rather than a foreign name's own first letter."""
        token = self.tokens[index]
        front = set(token.proclitics)
        uncut = not front and index not in self.mention_at and bool(self.uncut_lead(token))
        return uncut or (bool(front & {"ب", "ل", "ك", "و", "ف"}) and not self.whole(index))

    def whole(self, index: int) -> bool:
        """Whether what looks like a proclitic is the word's own letter («فالستروم»، «والدة»)."""
        token = self.tokens[index]
        if token.norm in actors():
            return True
        front = set(token.proclitics)
        if index in self.mention_at and self.mention_at[index][1].span.start == token.span.start:
            return True
        foreign = front & {"ك", "و", "ف"} and not front & {"ب", "ل"} and not {"و", "ال"} <= front
        met = max(counts().get(token.stem, 0), counts().get("ال" + token.stem, 0))
        return bool(foreign) and met == 0

    def _partitive(self, index: int, limit: int) -> int:
        """Past «عدد من»، «واحد من» the noun that tells the source begins; past «أم» of a kunya its name does."""
        link = partitives().get(self.tokens[index].stem)
        if link and index + 2 < limit and self.tokens[index + 1].norm == "من":
            return index + 2
        return index

    def _step(self, head: int, begin: int, end: int, limit: int) -> int | None:
        """Where the phrase goes on to from ``end``; None where it ends there."""
        token, opening = self.tokens[end], end == begin
        if (
            token.norm in _KUNYA
            and end not in self.mention_at
            and end + 1 < limit
            and self.tokens[end + 1].kind == "word"
            and not proclitic(token)
        ):
            return end + 2
        if token.surface in OPENING:
            return self._quoted_name(begin, end, limit)
        mention = self.mention_at.get(end) if opening or not self.addressed(end) else None
        if not opening:
            if token.norm in _ACTING or (token.stem == _NAME and "ب" in token.proclitics):
                return end + 1  # «الوالي بالنيابة»، «المتحدث باسمها»
            if (token.stem in _SELF and token.enclitics) or token.norm in _CALLED:
                return end + 1
            cue = saying(token)
            if (cue is not None and cue.participle) or (mention and self._complete(begin, end, mention[1])):
                return None
            joined = proclitic(token) and token.proclitics[0] in "وفب" and not self.whole(end)
            if joined and mention is None:
                return None
        if mention is not None and (opening or not proclitic(token) or token.proclitics[0] == "ل"):
            return min(self._mention_end(end, mention), limit)
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

    def _own_word(self, begin: int, end: int) -> bool:
        """A particle that belongs to the name: «أحمد علي», «أطباء بلا حدود», «محامون من أجل العدالة»."""
        token = self.tokens[end]
        if token.surface == "علي":
            return self._name_ends.get(end) == "PERSON"
        return begin < end and self._aim(end) and self.tokens[begin].stem in body_nouns()

    def _aim(self, index: int) -> bool:
        """«بلا»، «من أجل» inside a body's name."""
        behind = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        return self.tokens[index].norm in _AIMS or (self.tokens[index].norm == "من" and behind == "اجل")

    def _particle(self, token: Token) -> bool:
        return token.norm in _particles() or token.stem in _particles() or len(token.norm) == 1

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
            return nisba or purpose or (definite(token) and token.stem in titles())
        bodies = token.stem in actors() and self.tokens[begin].stem in body_nouns()
        if self._issued_by(end):
            return False  # «بيان أصدرته القيادة»
        closed = not definite(before) and not before.enclitics and name is None and self._no_construct(begin, end - 1)
        if closed and not definite(token) and not self._rare(end):
            return token.stem in _DEGREES or self._agrees(before, token, end)
        if token.proclitics[:1] == ("ل",) and bodies and definite(before):
            return True  # «الاتحاد العام لنقابات العمال»
        if definite(before) or before.enclitics:
            if definite(token):
                if self.medium(end):
                    return False  # «أبلغ أحدهما الوكالة أن»
                if self._apart(end - 1):
                    return False
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
        named = before.stem in _place_nouns() and not token.enclitics and not proclitic(token)
        if named and not definite(before) and not self._like_masdar(end):
            return True  # «جمهورية واردان»
        if end == begin + 1 and before.stem in partitives() and not definite(before):
            return True  # «عدة منظمات»
        counted = end == begin + 1 and number_word(before)  # «ثلاثة صيادين»
        if counted:
            return True
        unnamed = anonymous().get(before.stem) is False and before.stem not in titles()
        if end == begin + 1 and unnamed and not definite(before):
            return self._agrees(before, token, end)  # «نفى مصدر صحة الخبر»: no construct
        if end == begin + 1 and self._unmet(begin) and not definite(token):
            return False  # «وصف بوتفليقة تصرف الجيش»
        return definite(token) or self._goes_on(end) or self._agrees(before, token, end)

    def _no_construct(self, begin: int, index: int) -> bool:
        """Whether no noun can complete the word: it is definite, a name, an adjective, a plural in ون."""
        token = self.tokens[index]
        closed = definite(token) or bool(token.enclitics) or index + 1 in self._name_ends
        return (
            closed
            or (index > begin and token.norm.endswith(("ي", "يه")))
            or (token.norm.endswith(("ين", "ون")) and token.stem not in titles())
        )

    def _issued_by(self, index: int) -> bool:
        """A verb of issuing with a pronoun behind a text («بيان أصدرته»، «تقرير نشره»)."""
        token, before = self.tokens[index], self.tokens[index - 1]
        bare = token.stem.removesuffix("ت")
        return bool(token.enclitics) and bare in _ISSUING and not definite(before)

    def _quoted_name(self, begin: int, end: int, limit: int) -> int | None:
        """Past a name in quotation marks that belongs to the phrase («حركة «السهم»»)."""
        quotation = self.inside.get(end + 1)
        if quotation is None or quotation.first != end + 1 or quotation.last - quotation.first > _QUOTED_NAME:
            return None
        closing = quotation.last
        if any(self._spoken_word(n) for n in range(quotation.first, quotation.last)):
            return None
        if end == begin and quotation.last - quotation.first > _QUOTED_PERSON:
            return None
        named = any(n in self.mention_at for n in range(max(begin, end - 1), quotation.last))
        after = self.tokens[closing + 1] if closing + 1 < len(self.tokens) else None
        goes_on = after is not None and closing + 1 < limit and after.surface not in (".", "؟", "!")
        return closing + 1 if goes_on and (named or end == begin or self._takes_name(end - 1)) else None

    def _takes_name(self, index: int) -> bool:
        """A noun that a name in marks may follow («تيار «المستقبل»»)."""
        return self.tokens[index].stem in body_nouns() or self.medium(index)

    def _spoken_word(self, index: int) -> bool:
        """A particle or pronoun, which names in marks do not hold."""
        token = self.tokens[index]
        return token.norm in function_words() and token.norm not in ("من", "بين") and index not in self.mention_at

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

    def _apart(self, index: int) -> bool:
        """«وصف الوزير العملية»: a feminine behind an office in the masculine is no adjective of it."""
        head, token = self.tokens[index], self.tokens[index + 1]
        masculine = definite(head) and head.stem in titles() and not head.norm.endswith("ه")
        return masculine and definite(token) and token.norm.endswith("ه") and token.surface.endswith("ة")

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

    def addressed(self, index: int) -> bool:
        """«لقناة …»، «لرويترز»، «لـ«الأفق»»: to whom it was said is no part of who said it."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if token.norm in ("ل", "لل") and index + 1 < len(self.tokens) and self.tokens[index + 1].surface in OPENING:
            quotation = self.inside.get(index + 2)
            return quotation is not None and quotation.last - quotation.first <= _QUOTED_NAME
        return "ل" in token.proclitics and (token.stem in _AUDIENCE or self.medium(index))

    def medium(self, index: int) -> bool:
        """Whether a medium of the news is named here («وكالة …»، «رويترز»)."""
        if self.tokens[index].stem not in media_heads():
            return False
        found = media().at([token.stem for token in self.tokens[index : index + 3]], 0)
        if found is None:
            return False
        if found.value == "marked":
            return index + 2 < len(self.tokens) and self.tokens[index + 1].surface in OPENING
        return found.value == "noun" or definite(self.tokens[index]) == (found.value == "definite")

    def _goes_on(self, index: int) -> bool:
        """An indefinite word inside a speaker: a title, or one that a definite word or a name completes."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and (
            (definite(after) and not proclitic(after))
            or index + 1 in self.mention_at
            or (bool(token.enclitics) and token.stem not in verbs())
        )

    def _agrees(self, before: Token, token: Token, index: int) -> bool:
        """An indefinite adjective behind an indefinite noun («وثيقة مسربة»، «مصدران دبلوماسيان»، «مسؤول رفيع»)."""
        if proclitic(token) or definite(token) or token.enclitics or definite(before) or before.enclitics:
            return False
        if self._particle(token) or token.norm in THAT or token.kind != "word":
            return False
        ends = [ending for ending in ("ان", "ين", "ون", "ه") if before.norm.endswith(ending)]
        if any(token.norm.endswith(ending) for ending in ends) or token.norm.endswith(("ي", "يه", "يا")):
            return True
        if before.norm.endswith("ات") and token.norm.endswith(("ه", "ات")):
            return True
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        alone = after is None or after.kind == "punct" or after.norm in function_words() or proclitic(after)
        return alone and before.stem in anonymous()

    def _rare(self, index: int) -> bool:
        """A word hardly met in news, at the end of its phrase: a name that no list knows («المستشار شولتس»)."""
        for n in range(index, min(index + _LONGEST_UNKNOWN, len(self.tokens))):
            token = self.tokens[n]
            if n > index and (token.kind != "word" or self._particle(token) or proclitic(token)):
                return True
            common = max(counts().get(token.norm, 0), counts().get(token.stem, 0))
            plain = token.kind == "word" and not token.enclitics and not self.uncut_lead(token)
            if not plain or common >= _COMMON or (token.proclitics and not self.whole(n)):
                return False
        return False

    def _like_masdar(self, index: int) -> bool:
        """An indefinite word that a definite one completes is no name («بلدية إغلاق الطريق»)."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return not definite(token) and after is not None and definite(after) and not proclitic(after)

    def _met(self, token: Token) -> bool:
        """Whether news holds the word often enough to be sure of its form."""
        return counts().get(token.norm, 0) >= _COMMON

    def _name_word(self, index: int) -> bool:
        """A word that lists of personal names hold and news hardly uses otherwise."""
        token = self.tokens[index]
        listed = set(name_lists().get(token.norm, "")) & {"n", "N"}
        return bool(listed) and not token.enclitics and not token.proclitics

    def _name_behind(self, index: int) -> bool:
        """Whether a second name follows («وزير الشؤون كرم الداوود»)."""
        token = self.tokens[index] if index < len(self.tokens) else None
        return token is not None and (definite(token) or self._name_word(index)) and not proclitic(token)

    def _unmet(self, index: int) -> bool:
        """A single word, of no common shape, that news hardly holds: most likely a name."""
        token = self.tokens[index]
        common = max(counts().get(token.norm, 0), counts().get(token.stem, 0)) >= _COMMON
        shaped = token.norm.endswith(("ه", "ات", "ون", "ين", "و")) and token.surface[-1:] != "ه"
        return not (common or shaped or self._heads_phrase(index) or token.proclitics or token.enclitics)

    def uncut_lead(self, token: Token) -> str:
        """The ب of a word whose rest is known and that as a whole is not («بارتكاب»)."""
        known = counts().get(token.norm[1:], 0) > counts().get(token.norm, 0)
        shaped = token.norm[1:2] == "ا" and token.norm[-2:-1] == "ا"  # افتعال، استفعال
        shaped = shaped or act_pattern(token.surface[1:])
        masdar = token.surface[1:2] in ("إ", "أ")  # «بإنارة»: no word has its hamza there
        return "ب" if token.norm[:1] == "ب" and (known or shaped or masdar) and len(token.norm) > _LEAST_UNCUT else ""

    def unknown_name(self, words: Words) -> bool:
        """Whether the phrase is one or two words that no list knows and that end their phrase."""
        return self._rare(words.first)

    def _is_time(self, index: int) -> bool:
        token = self.tokens[index]
        return token.stem in day_words() and (definite(token) or token.stem not in anonymous())

    def _adverb(self, first: int, last: int) -> bool:
        """«رسميا»، «لاحقا»: one indefinite word in the accusative that is common and names nobody."""
        token = self.tokens[first]
        if last - first > 1 or first in self.mention_at or definite(token) or not token.norm.endswith("ا"):
            return False
        if token.enclitics:
            return False
        return token.stem not in anonymous() and counts().get(token.norm, 0) >= _COMMON

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
        person = self.tokens[begin].stem in actors() and self.tokens[begin].stem not in body_nouns()
        office = person or bool(heads & (titles().keys() | {_MEMBER}))
        if not office or (self.tokens[end].norm == "عن" and not heads & _OF_BODIES):
            return end
        for index in range(end, min(end + _LONGEST_MATTER, limit)):
            token = self.tokens[index]
            if index > end and not self._leads_matter(index - 1, alone=True):
                name = index + (token.stem in _STYLES and definite(token))
                settled = definite(self.tokens[index - 1]) or self._in_name(index - 1)
                settled = settled and self.tokens[index - 1].stem not in titles()
                if name < limit and settled and self._person_at(name):
                    return self._walked(name, limit)
                if token.surface in COMMAS and index + 1 < limit and self._person_at(index + 1):
                    return index
            if token.kind != "word" or saying(token) is not None or token.norm in THAT or self.addressed(index):
                return end
            if proclitic(token) and not self._leads_matter(index):
                return end
        return end

    def _leads_matter(self, index: int, alone: bool = False) -> bool:
        """A preposition before the place or matter of an office; ``alone``: as a word of its own."""
        token = self.tokens[index]
        if token.norm in _MATTER_LEADS:
            return True
        return not alone and (token.proclitics[:1] in (("ب",), ("ل",)) or bool(self.uncut_lead(token)))

    def _person_at(self, index: int) -> bool:
        mention = self.mention_at.get(index)
        if mention is not None:
            return (mention[1].kind, mention[1].form) == ("PERSON", "name")
        return self._rare(index) and likeness(self.tokens[index].norm) in _NAME_LIKE

    def _in_name(self, index: int) -> bool:
        """Whether the word ends a name or is what a place or body is called («جمهورية تندورا»)."""
        before = self.tokens[index - 1].stem
        return index + 1 in self._name_ends or before in _place_nouns() or before in body_nouns()

    def _walked(self, index: int, limit: int) -> int:
        end = index
        while end < limit and (step := self._step(index, index, end, limit)) is not None:
            if self._name_ends.get(end) == "PERSON" and "ل" in self.tokens[end].proclitics:
                break
            end = step
        return end

    # Who speaks

    def can_speak(self, words: Words) -> bool:
        """Whether the phrase names a person, a body, a document or an unnamed source."""
        known = (self.mention_at[n][1] for n in range(words.first, words.last) if n in self.mention_at)
        if any(mention.kind in ("PERSON", "ORG", "GPE") for mention in known):
            return True
        heads = {self.tokens[n].stem for n in range(words.first, min(words.first + 3, words.last))}
        if heads & _speaking_nouns():
            return True
        first = self.tokens[words.first]
        called = first.norm in _KUNYA or given_name(first, first=True)
        return called or self.medium(words.first)

    def leads_speaker(self, words: Words) -> bool:
        """Whether the phrase's own head speaks: a name, an office, a body; no happening («احتجاجات البصرة: …»)."""
        first = self.tokens[words.first]
        mention = self.mention_at.get(words.first)
        if mention is not None and mention[1].kind in ("PERSON", "ORG"):
            return True
        known = first.stem in _speaking_nouns() or first.stem in nationality() or first.norm in _KUNYA
        rare = counts().get(first.norm, 0) < _FAMILIAR
        return known or self.medium(words.first) or (definite(first) and rare) or self._unmet(words.first)

    def named(self, words: Words) -> bool:
        """Whether a person's own name stands in the phrase."""
        return any(
            self.mention_at[n][1].kind == "PERSON" and self.mention_at[n][1].form == "name"
            for n in range(words.first, words.last)
            if n in self.mention_at
        )

    def apposed(self, words: Words, last: int) -> tuple[Words, int]:
        """«رئيس الهيئة، القاضي شكري بوزيان، …»: name behind office, or office behind name, between commas."""
        index = self._past_brackets(words.last, last)
        if index >= last or self.tokens[index].surface not in COMMAS:
            return words, index
        other, after = self.noun_phrase(index + 1, last)
        if other is None or not self._closed(after, last):
            return words, index
        office = self.tokens[other.first].stem in titles() or self.tokens[other.first].stem in partitives()
        if self.named(other) != self.named(words) and (self.named(other) or office):
            return Words(words.first, other.last), after + (after < last and self.tokens[after].surface in COMMAS)
        return words, index

    def _past_brackets(self, index: int, last: int) -> int:
        """«أم خالد (38 عاما)»."""
        if index < last and self.tokens[index].surface == "(":
            closing = next((n for n in range(index, min(index + 8, last)) if self.tokens[n].surface == ")"), None)
            return closing + 1 if closing is not None else index
        return index

    def _closed(self, index: int, last: int) -> bool:
        """Whether an apposition ends here."""
        if index >= last:
            return True
        token = self.tokens[index]
        return token.kind == "punct" or token.norm in function_words() or token.norm in THAT or bool(saying(token))

    def subject_before(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of a clause that puts it first («وزير الخارجية قال إن»، «إلا أن موظفا في الشركة أكد أن»).

        Between it and the verb may stand an apposition or a parenthesis between commas, and words like قد.
        """
        floor = max(sentence.first, position - _SUBJECT_REACH)
        if position > floor and self.tokens[position - 1].norm == "قد":
            was = next((n for n in range(position - 2, floor - 1, -1) if self.tokens[n].stem in ("كان", "كانت")), None)
            words, _ = self.noun_phrase(was + 1, position) if was is not None else (None, 0)
            if words is not None:
                return self.apposed(words, position)[0]
        for first in range(floor, position):
            if not self._opens_clause(first, sentence):
                continue
            words, end = self.noun_phrase(first, position)
            if words is None or not self.can_speak(words):
                continue
            words, end = self.apposed(words, position)
            if self._reaches(end, position):
                return words
        return None

    def _opens_clause(self, index: int, sentence: Sentence) -> bool:
        if index == sentence.first:
            return True
        before = self.tokens[index - 1]
        return before.surface in COMMAS or before.surface in _PAUSES or before.norm in _CLAUSE_HEADS

    def _reaches(self, index: int, position: int) -> bool:
        """Whether only words like قد, and what stands between two commas, lie before the verb."""
        while index < position:
            token = self.tokens[index]
            if token.norm in _AUXILIARY:
                index += 1
                continue
            if token.surface not in COMMAS:
                return False
            closing = next((n for n in range(position - 1, index, -1) if self.tokens[n].surface in COMMAS), None)
            if closing is None:
                return index == position - 1
            if any(saying(self.tokens[n]) for n in range(index, closing)):
                return False
            index = closing + 1
        return True

    def adjacent(self, position: int, sentence: Sentence) -> Words | None:
        """The noun phrase that ends right before a verb: its subject, whoever else the sentence names."""
        for first in range(max(sentence.first, position - 6), position):
            if not self._opens_clause(first, sentence) or not self._heads_phrase(first):
                continue
            words, end = self.noun_phrase(first, position)
            if words is not None and end == position:
                return words
        return None

    def behind_relative(self, position: int, sentence: Sentence) -> Words | None:
        """«للعقيد فلان، الذي طلب إعفاءه»: whom the relative pronoun before a verb points to."""
        end = position - 1
        while end > sentence.first and self.tokens[end - 1].surface in COMMAS:
            end -= 1
        for first in range(max(sentence.first, end - _SPEAKER_WORDS), end):
            if self._heads_phrase(first):
                words, last = self.noun_phrase(first, end, led=True)
                if words is not None and last == end and self.can_speak(words):
                    return words
        return None

    def antecedent(self, position: int, sentence: Sentence) -> Words | None:
        """«إخطارا من الشرطة يفيد بأن»: the text before a verb that tells what stands in it."""
        for first in range(position - 1, max(sentence.first, position - 6) - 1, -1):
            token = self.tokens[first]
            text = token.stem in documents() or token.stem.removesuffix("ا") in documents()
            if text and not token.proclitics:
                words, end = self.noun_phrase(first, position, led=True)
                while end < position and self.tokens[end].norm in PREPOSITIONS:
                    _, end = self.noun_phrase(end + 1, position)
                return Words(first, end) if words is not None and end == position else None
            if token.kind == "punct":
                break
        return None

    def clause_subject(self, position: int, sentence: Sentence) -> Words | None:
        """The subject of the clause a verb of any kind opens («ورد عليه الوزير بالقول إن»)."""
        floor = position - 1
        while floor > max(sentence.first, position - _SUBJECT_REACH):
            before = self.tokens[floor - 1]
            if before.surface in COMMAS or before.surface == "؛" or before.norm in _CLAUSE_HEADS:
                break
            floor -= 1
        return self.main_subject(position, sentence, floor)

    def main_subject(self, position: int, sentence: Sentence, floor: int | None = None) -> Words | None:
        """The first phrase of the sentence before ``position`` that can speak and that no preposition leads."""
        index = begin = sentence.first if floor is None else floor
        while index < min(position, begin + _SUBJECT_REACH):
            token = self.tokens[index]
            led = self._led_off(index) and set(token.proclitics) & {"ب", "ل", "ك"}
            if token.stem in PREPOSITIONS or led:
                _, end = self.noun_phrase(index if led else index + 1, position, led=True)
                index = max(end, index + 1)
                continue
            words, end = self.noun_phrase(index, position) if self._heads_phrase(index) else (None, index)
            if words is None or index in self.inside:
                index += 1
            elif self.can_speak(words) and self._bare_speaker(words):
                return self.apposed(words, position)[0]
            else:
                index = max(end, index + 1)
        return None

    def _heads_speaker(self, token: Token) -> bool:
        return token.stem in _speaking_nouns()

    def _heads_phrase(self, index: int) -> bool:
        """Whether a noun phrase, no verb, begins here."""
        token = self.tokens[index]
        known = token.stem in _speaking_nouns() or token.stem in partitives()
        return index in self.mention_at or definite(token) or known or self.medium(index)

    def agrees_with(self, words: Words, verb: Token, gender: str) -> bool:
        """Whether a verb without a subject of its own can go on with this one: gender, number, where they show."""
        head = self.tokens[words.first]
        if words.first in self.named_tokens and head.stem not in titles():
            return True
        masculine = head.stem in titles() and not head.norm.endswith("ه")
        if verb.norm.endswith(("وا", "ون")):
            return not (head.stem in titles() and definite(head))
        if gender == "f":
            return not masculine
        return not (self.gender_of(words) == "f" and verb.norm[:1] not in "تن")

    def of_others(self, words: Words, verb: Token, gender: str) -> bool:
        """Whether the noun behind a verb is known and of another gender, so that it is not its subject."""
        stem = self.tokens[words.first].stem
        known = (stem in _speaking_nouns() and stem not in anonymous()) or stem in _FEMININE
        return known and not self.agrees_with(words, verb, gender)

    def heads_person(self, words: Words) -> bool:
        """Whether the phrase is a person by name, or an office that one person holds."""
        head = self.tokens[words.first]
        return self.named(words) or (head.stem in titles() and (definite(head) or words.last - words.first > 1))

    def gender_of(self, words: Words | None) -> str:
        """The gender that a verb behind the phrase would have, by its head."""
        if words is None:
            return ""
        head = self.tokens[words.first]
        men = (
            number_word(head) or head.stem == "عمده" or (head.stem in actors() and head.stem not in body_nouns())
        )  # «أربعة»، «طلبة»
        return "f" if head.stem in _FEMININE or (head.surface.endswith(("ة", "ات")) and not men) else "m"

    def several(self, words: Words) -> bool:
        """Whether the phrase names more than one («متظاهرون», «الوزير ونظيره»)."""
        behind = self.tokens[words.last] if words.last < len(self.tokens) else None
        head = self.tokens[words.first].norm
        many = head.endswith(("ون", "ين", "ات", "اء", "ان", "يون")) or self.tokens[words.first].stem in partitives()
        joined = behind is not None and behind.proclitics[:1] == ("و",)
        return many or joined or (not self.named(words) and self.tokens[words.first].stem not in titles())

    def _bare_speaker(self, words: Words) -> bool:
        """A place is no subject, and a figure's noun («خمسة جنود») is not who speaks."""
        first = self.tokens[words.first]
        mention = self.mention_at.get(words.first)
        return first.kind == "word" and not (mention is not None and mention[1].kind in ("LOC", "FAC", "MISC"))


@cache
def _particles() -> frozenset[str]:
    return function_words() | PREPOSITIONS | {"اما"}


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("ar", "place_heads").rows)


@cache
def _speaking_nouns() -> frozenset[str]:
    """Nouns whose bearers speak: offices, unnamed sources, texts, persons and bodies."""
    nouns = frozenset(titles()) | frozenset(anonymous()) | frozenset(documents()) | actors() | honorifics()
    nouns |= speaking_nouns()
    return (nouns | body_nouns()) - {"اخر"}  # «من جانب آخر»


def number_word(token: Token) -> bool:
    return token.kind == "number" or token.stem in numbers()


def source_kind(tokens: tuple[Token, ...], words: Words) -> str:
    """document, agency, anonymous, or named (a person, an office, a body)."""
    first = tokens[words.first]
    head = first.stem
    if first.norm.isascii():
        kinds = {english_sources().get(token.stem) for token in tokens[words.first : words.last]}
        return next((kind for kind in ("document", "anonymous") if kind in kinds and "named" not in kinds), "named")
    if head in documents():
        return "document"
    medium = media().at([token.stem for token in tokens[words.first : words.first + 3]], 0)
    if medium is not None and medium.value != "marked":
        return "agency"
    if words.last - words.first > 1 and number_word(first):
        head = tokens[words.first + 1].stem  # «ثلاثة صيادين»
    if head in partitives():
        return "anonymous"
    if any(token.norm in _CALLED for token in tokens[words.first : words.last]):
        return "named"
    bare = not definite(first) and not first.enclitics
    if (
        bare
        and anonymous().get(head) is False
        and words.last - words.first > 1
        and (tokens[words.first + 1].norm.startswith("ال"))
    ):
        return "named"  # «وزير الصحة»
    if head in anonymous() and (bare or head in ("مصدر", "مصادر", "سكان", "اهالي", "شهود")):
        return "anonymous"
    return "named"
