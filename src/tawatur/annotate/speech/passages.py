"""Through what words come: the channel behind a preposition, the outlet they were said to, the text that speaks."""

from __future__ import annotations

from ...lang.surface import definite
from ...lang.tables import Match, listed
from ..naming.persons import titles
from .sayings import channel_heads, channels, documents
from .source_words import OPENING, Words
from .subjects import Subjects

_LEADS = listed("speech_words", "text_lead", "ar")
# A name in marks is at most this long; what is longer is speech.
_NAME = 4
# «قالت فيه»: the text that was named before holds the words.
_GIVEN = listed("speech_words", "given", "ar")
_GIVEN_TO = listed("speech_words", "given_to", "ar")
_IN_IT = listed("speech_words", "in_it", "ar")
_NAMED_BEFORE = 14


class Passages(Subjects):
    """Finds channels beside the speakers of an article."""

    def channel(self, index: int, last: int, led: bool = True) -> tuple[str, Words] | None:
        """«في بيان»، «عبر تلغرام»، «لقناة …»: a channel's noun behind a preposition; ``led`` asks for one."""
        quotation = self.inside.get(index)
        if quotation is not None and quotation.last - quotation.first > _NAME:
            return None
        if self.addressed(index) and "ل" in self._medium_lead(index) and not (index and self.medium(index - 1)):
            return "interview", Words(index, self._medium_end(index, last))
        token = self.tokens[index]
        if token.kind != "word":
            return None
        match = self._channel_noun(index)
        if match is None:
            return None
        before = self.tokens[index - 1].norm if index else ""
        if before in OPENING and index > 1:
            before = self.tokens[index - 2].norm
        if led and before not in _LEADS and not set(token.proclitics) & {"ب", "ل"}:
            return None
        end = min(index + match.last, last)
        if not definite(self.tokens[end - 1]):
            while end < last and self._agrees(self.tokens[end - 1], self.tokens[end], end):
                end += 1
        named = self.inside.get(end + 1) if match.value == "post" and end < last else None
        if named is not None and named.first == end + 1 and named.last - named.first <= _NAME:
            end = min(named.last + 1, last)  # «صفحة «اتحاد الأمهات»»
        extra, after = self.noun_phrase(end, last)
        if extra is not None and (definite(self.tokens[end]) or end in self.mention_at):
            end = after
        if match.value == "interview" or token.stem in _GIVEN:
            return self._given(match.value, Words(index, end), last)
        return match.value, Words(index, end)

    def _addressee(self, index: int, last: int) -> tuple[str, Words] | None:
        """«لوكالة …», «لوكالتنا»: to whom it was said, between the verb and who says it."""
        return self.channel(index, last) if index < last and self.addressed(index) else None

    def _channel_noun(self, index: int) -> Match[str] | None:
        """The channel's noun, also with an ending («بيانا»، «نشرتها») or a first letter that looks cut («فيديو»)."""
        token = self.tokens[index]
        forms = [token.stem, token.stem.removesuffix("ا")]
        if token.enclitics and token.stem.endswith("ت"):
            forms.append(token.stem[:-1] + "ه")
        if token.proclitics == ("ف",):
            forms.append(token.norm)
        for form in forms:
            if form in channel_heads():
                behind = [t.stem for t in self.tokens[index + 1 : index + 3]]
                if (found := channels("ar").at([form, *behind], 0)) is not None:
                    return found
        return None

    def _medium_lead(self, index: int) -> tuple[str, ...]:
        """The prepositions before a medium; none before a mere audience («للصحفيين»)."""
        token = self.tokens[index]
        if token.norm in ("ل", "لل"):
            return ("ل",)
        return token.proclitics if self.medium(index) else ()

    def _given(self, kind: str, words: Words, last: int) -> tuple[str, Words]:
        """«تصريحات لقناة …»، «مقابلة مع صحيفة …»: words given to a medium are an interview."""
        index = words.last
        if index + 1 < last and self.tokens[index].norm in _GIVEN_TO:
            if self.medium(index + 1):
                return "interview", Words(words.first, self._medium_end(index + 1, last))
            return kind, words
        if index < last and self.addressed(index) and self._medium_lead(index):
            return "interview", Words(words.first, self._medium_end(index, last))
        return kind, words

    def _medium_end(self, index: int, last: int) -> int:
        """Where the name of a medium ends that begins here, its preposition written with it or not."""
        first = index
        if self.tokens[index].norm in ("ل", "لل"):
            quotation = self.inside.get(index + 2)
            return min(quotation.last + 1, last) if quotation else index + 1
        end = self.mention_at[index][0] if index in self.mention_at else index + 1
        while end < last and self.tokens[end].stem not in titles():
            step = self._step(first, first, end, last)
            if step is None:
                break
            end = step
        return min(end, last)

    def channel_before(self, position: int, first: int) -> tuple[str, Words] | None:
        """«أصدرت القيادة بيانا قالت فيه»: the text named before, where the word behind the verb points to it."""
        for index in range(position - 1, max(first, position - _NAMED_BEFORE) - 1, -1):
            found = self.channel(index, position, led=False)
            if found is not None:
                return found
        return None

    def points_back(self, index: int, last: int) -> bool:
        return index < last and self.tokens[index].norm in _IN_IT

    def opening_channels(self, first: int, position: int) -> list[tuple[str, Words]]:
        """«وفي مقابلة مع قناة …، قال»: channels told before the verb, at the head of the sentence."""
        if self.tokens[first].norm not in _LEADS:
            return []
        found: list[tuple[str, Words]] = []
        index = first
        while index < position:
            channel = self.channel(index, position)
            if channel is not None:
                found.append(channel)
            index = max(index + 1, channel[1].last if channel else 0)
        return found

    def document(self, index: int, last: int) -> tuple[Words | None, int]:
        """«جاء في بيان للمبعوث»: the text that speaks stands behind في."""
        if index + 1 < last and self.tokens[index].norm == "في" and self.tokens[index + 1].stem in documents():
            words, after = self.noun_phrase(index + 1, last)
            if words is not None and after < last and "ل" in self.tokens[after].proclitics:
                _, after = self.noun_phrase(after, last, led=True)
                return Words(words.first, after), after
            return words, after
        return None, index
