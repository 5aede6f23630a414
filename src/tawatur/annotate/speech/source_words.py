"""Words around a source: which are names, media, acts, particles, times, and which no name and no phrase can hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...lang.clitics import counts, name_lists
from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Mention, Token
from ..happenings.acts import act_pattern
from ..naming.bodies import body_nouns
from ..naming.persons import family_name, titles
from .quotation import Quotation
from .sayings import (
    actors,
    anonymous,
    day_words,
    documents,
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
THAT = listed("speech_words", "that", "ar")
PREPOSITIONS = listed("speech_words", "preposition", "ar")
_AUDIENCE = listed("speech_words", "audience", "ar")
QUOTED_NAME = 4
# A form met this often in a hundred thousand words of news is a word of the language, not a name.
_COMMON = 3
FAMILIAR = 12
_LONGEST_UNKNOWN = 4
_LEAST_UNCUT = 5
_AS_FEMININE = listed("speech_words", "as_feminine", "ar")
_AIMS = listed("speech_words", "aim", "ar")
GAVE = listed("speech_words", "gave", "ar")
_IN_MARKS = listed("speech_words", "in_marks", "ar")
_ISSUING = listed("speech_words", "issuing", "ar")
# «تلقائيا», «نهائيا»; no «بنائيا» that is somebody's calling.
_LEAST_ADVERB = 6


class Words(NamedTuple):
    """Tokens ``[first, last)``."""

    first: int
    last: int


_MATTERS = listed("speech_words", "matters", "ar")
_NO_PLURALS = listed("speech_words", "no_plural", "ar")


class SourceWords:
    """The tokens of one article with what is already known of them."""

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
        self._surnames = frozenset(self._last_names(mentions))
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
            if last - first == 2 and mention.kind == "PERSON" and self._surname_alone(first):
                last -= 1  # «وعزا فاضل الانقطاع إلى …»
            foreign = self._foreign if mention.form == "name" else self._beside
            while last - first > 1 and foreign(last - 1):
                last -= 1
            yield first, (last, mention)

    def _last_names(self, mentions: tuple[Mention, ...]) -> Iterator[str]:
        for mention in mentions:
            first, last = self.index(mention.span.start), self.index(mention.span.end - 1)
            if (mention.kind, mention.form) == ("PERSON", "name") and last > first:
                yield self.tokens[last].norm

    def _surname_alone(self, first: int) -> bool:
        """A surname told before, and behind it a definite word that is no part of a name."""
        return self.tokens[first].norm in self._surnames and definite(self.tokens[first + 1])

    def _no_name(self, first: int, last: int) -> bool:
        """«إغلاق المعبر», «قسم الأبحاث», and a verb of saying or of issuing alone («الرئيس نفى»، «بيان أصدرته»)."""
        norm = self.tokens[first].norm
        if last - first == 1 and ((norm in verbs() and not name_lists().get(norm)) or self._issued_by(first)):
            return True
        following = self.tokens[first + 1] if first + 1 < len(self.tokens) else None
        noun = self.act(first) or self.tokens[first].stem in body_nouns() | speaking_nouns()
        return noun and following is not None and definite(following) and not family_name(following)

    def _foreign(self, index: int) -> bool:
        """«الجيش بفتح»، «الشركة الوطنية الصحفيين»: what a tagger took into a name and is no part of it."""
        token = self.tokens[index]
        led = token.norm[:1] == "ب" and counts().get(token.norm[1:], 0) > FAMILIAR * counts().get(token.norm, 0)
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
        plain = plain and not self._name_word(index) and token.stem not in speaking_heads()
        return plain and (act_pattern(token.surface) or (token.norm[:1] == "ب" and act_pattern(token.surface[1:])))

    def _cue_in_front(self, index: int) -> bool:
        token = self.tokens[index]
        found = saying(token)
        opening = index == 0 or self.tokens[index - 1].kind == "punct" or token.norm[:1] == "و"
        return opening and found is not None and not found.participle

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

    def _aim(self, index: int) -> bool:
        """«بلا»، «من أجل» inside a body's name."""
        behind = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        return self.tokens[index].norm in _AIMS or (self.tokens[index].norm == "من" and behind == "اجل")

    def _particle(self, token: Token) -> bool:
        return token.norm in _particles() or token.stem in _particles() or len(token.norm) == 1

    def _no_construct(self, begin: int, index: int) -> bool:
        """Whether no noun can complete the word: it is definite, a name, an adjective, a plural in ون."""
        token = self.tokens[index]
        closed = definite(token) or bool(token.enclitics) or index + 1 in self._name_ends
        return (
            closed
            or (index > begin and token.norm.endswith(("ي", "يه")))
            or (index == begin + 1 and self.tokens[begin].stem in _AS_FEMININE and token.norm.endswith("ه"))
            or (token.norm.endswith(("ين", "ون")) and token.stem not in titles() and token.stem not in _NO_PLURALS)
        )

    def _issued_by(self, index: int) -> bool:
        """A verb of issuing with a pronoun behind a text («بيان أصدرته»، «تقرير نشره»)."""
        token, before = self.tokens[index], self.tokens[index - 1]
        bare = token.stem.removesuffix("ت")
        return bool(token.enclitics) and bare in _ISSUING and not definite(before)

    def _takes_name(self, index: int) -> bool:
        """A noun that a name in marks may follow («تيار «المستقبل»»)."""
        return self.tokens[index].stem in body_nouns() or self.medium(index)

    def _spoken_word(self, index: int) -> bool:
        """A particle or pronoun, which names in marks do not hold."""
        token = self.tokens[index]
        return token.norm in function_words() and token.norm not in _IN_MARKS and index not in self.mention_at

    def _apart(self, index: int) -> bool:
        """«وصف الوزير العملية»: a feminine behind an office in the masculine is no adjective of it."""
        head, token = self.tokens[index], self.tokens[index + 1]
        masculine = definite(head) and head.stem in titles() and not head.norm.endswith("ه")
        return masculine and definite(token) and token.norm.endswith("ه") and token.surface.endswith("ة")

    def _spoken(self, quotation: Quotation) -> bool:
        """Whether what stands in marks is more than a name."""
        return not all(n in self.named_tokens for n in range(quotation.first, quotation.last))

    def addressed(self, index: int) -> bool:
        """«لقناة …»، «لرويترز»، «لـ«الأفق»»: to whom it was said is no part of who said it."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if token.norm in ("ل", "لل") and index + 1 < len(self.tokens) and self.tokens[index + 1].surface in OPENING:
            quotation = self.inside.get(index + 2)
            return quotation is not None and quotation.last - quotation.first <= QUOTED_NAME
        return "ل" in token.proclitics and (token.stem in _AUDIENCE or self.medium(index))

    def medium(self, index: int) -> bool:
        """Whether a medium of the news is named here («وكالة …»، «رويترز»)."""
        head = self.tokens[index].stem
        if self.tokens[index].enclitics and head.endswith("ت"):
            head = head[:-1] + "ه"  # «لوكالتنا»
        if head not in media_heads():
            return False
        found = media().at([head, *(token.stem for token in self.tokens[index + 1 : index + 3])], 0)
        if found is None:
            return False
        if found.value == "marked":
            return index + 2 < len(self.tokens) and self.tokens[index + 1].surface in OPENING
        return found.value == "noun" or definite(self.tokens[index]) == (found.value == "definite")

    def _goes_on(self, index: int) -> bool:
        """An indefinite word inside a speaker: a title, or one that a definite word or a name completes."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        further = self.tokens[index + 2] if index + 2 < len(self.tokens) else None
        if token.stem in body_nouns() and after is not None and after.stem in _MATTERS and further is not None:
            after = further  # «لجنة شؤون الأسرى»
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
        if before.stem in _AS_FEMININE and token.norm.endswith("ه"):
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

    def _heads_phrase(self, index: int) -> bool:
        """Whether a noun phrase, no verb, begins here."""
        token = self.tokens[index]
        known = token.stem in speaking_heads() or token.stem in partitives()
        return index in self.mention_at or definite(token) or known or self.medium(index)

    def uncut_lead(self, token: Token) -> str:
        """The ب of a word whose rest is known and that as a whole is not («بارتكاب»)."""
        known = counts().get(token.norm[1:], 0) > counts().get(token.norm, 0)
        shaped = token.norm[1:2] == "ا" and token.norm[-2:-1] == "ا"  # افتعال، استفعال
        shaped = shaped or act_pattern(token.surface[1:])
        masdar = token.surface[1:2] in ("إ", "أ")  # «بإنارة»: no word has its hamza there
        return "ب" if token.norm[:1] == "ب" and (known or shaped or masdar) and len(token.norm) > _LEAST_UNCUT else ""

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
        adverbial = len(token.norm) > _LEAST_ADVERB and token.norm.endswith("ائيا")  # «تلقائيا»
        return token.stem not in anonymous() and (adverbial or counts().get(token.norm, 0) >= _COMMON)


@cache
def _particles() -> frozenset[str]:
    return function_words() | PREPOSITIONS | {"اما"}


@cache
def speaking_heads() -> frozenset[str]:
    """Nouns whose bearers speak: offices, unnamed sources, texts, persons and bodies."""
    nouns = frozenset(titles()) | frozenset(anonymous()) | frozenset(documents()) | actors() | honorifics()
    nouns |= speaking_nouns()
    return (nouns | body_nouns()) - {"اخر"}  # «من جانب آخر»


def number_word(token: Token) -> bool:
    return token.kind == "number" or token.stem in numbers()
