"""Through what something is said in English: channels, the media it was told to, and to whom."""

from __future__ import annotations

from functools import cache

from ...lang.normalise import fold
from ...lang.tables import listed, table, vocabulary
from ...model import Sentence
from .sayings import Saying, channels, day_words_en
from .source_words import Words
from .speakers_en import ARTICLES, BREAKS, NEAR, PREPOSITIONS, PRONOUNS, WHERE, EnglishSpeakers

AUDIENCE = listed("speech_words", "audience", "en")
_MEDIA = vocabulary("media_nouns", "en")
_LEADS = listed("speech_words", "lead", "en")
_POSSESSIVES = listed("speech_words", "possessive", "en")
_FEW = 3  # "told lawmakers", "told the Security Council"
# "in a voice message on Telegram": words that may follow a channel's own.
_TAIL = 3


class EnglishPassages(EnglishSpeakers):
    """Finds through what, and to whom, it is said."""

    def _channels(self, sentence: Sentence, first: int, after: int) -> list[tuple[str, Words]]:
        """Channels at the head of the sentence and behind the verb, before what is said."""
        found = []
        heads = range(sentence.first, first) if self.tokens[sentence.first].norm in WHERE | {"during"} else range(0)
        for n in (*heads, *range(after, min(after + NEAR, sentence.last))):
            if n in self.inside or (n >= after and self.tokens[n].norm == "that"):
                break
            match = channels("en").at([t.norm for t in self.tokens[n : n + 3]], 0)
            if match is not None and n and any(t.norm in _LEADS for t in self.tokens[max(n - 2, 0) : n]):
                found.append((match.value, Words(n, n + match.last)))
        return found

    def _interview(self, position: int, saying: Saying, sentence: Sentence) -> list[tuple[str, Words]]:
        """ "told Reuters", "told the Daily Star": words given to a medium are an interview."""
        if "told" not in saying.takes:
            return []
        first = position + 1 + (position + 1 < sentence.last and self.tokens[position + 1].norm in ("the", "a"))
        last = self.mention_at[first][0] if first in self.mention_at else first + 1
        words = [token.norm for token in self.tokens[first : min(last, sentence.last)]]
        named = " ".join(words) in _outlets() or not _MEDIA.isdisjoint(words)
        return [("interview", Words(first, last))] if words and named and not set(words) & AUDIENCE else []

    def _without_channel(self, content: Words, found: list[tuple[str, Words]]) -> Words:
        """ "denied the attack in a video": the channel behind the clause is no part of it."""
        for _, words in found:
            lead = words.first - 1 - (self.tokens[words.first - 1].norm in ARTICLES | _POSSESSIVES)
            inside = content.first < lead and words.last <= content.last
            if inside and self.tokens[lead].norm in PREPOSITIONS and content.last - words.last <= _TAIL:
                return Words(content.first, lead)
        return content

    def _past_addressee(self, after: int, saying: Saying, sentence: Sentence) -> int:
        """Past "the state-run Petra news agency", "a news conference": to whom a thing was told."""
        end = after
        while "told" in saying.takes and end < sentence.last and self.tokens[end].norm not in PREPOSITIONS | {"that"}:
            if self.tokens[end].surface in BREAKS:
                break
            end += 1
        said = [token.norm for token in self.tokens[after:end]]
        heard = not (AUDIENCE | _MEDIA).isdisjoint(said) or " ".join(said[-1:]) in _outlets()
        few = len(said) <= _FEW and PRONOUNS.isdisjoint(said)
        return end if heard or few or any(channels("en").at(said, n) for n in range(len(said))) else after

    def _past_adverbials(self, after: int, saying: Saying, sentence: Sentence) -> int:
        """Past "reporters", "on Monday", "in a statement": where a clause without "that" begins."""
        index = after
        if "told" in saying.takes:
            first = index + (self.tokens[index].norm in ("the", "a") if index < sentence.last else 0)
            index = self.mention_at[first][0] if first in self.mention_at else first + 1
        while index + 2 < sentence.last:
            token, behind = self.tokens[index], self.tokens[index + 1]
            if token.norm in day_words_en():
                index += 1
            elif token.norm == "on" and behind.norm in day_words_en():
                index += 2
            elif token.norm in WHERE and (end := self._channel_end(index + 1)) is not None:
                index = end
            else:
                break
        return index

    def _channel_end(self, index: int) -> int | None:
        for n in range(index, min(index + 3, len(self.tokens))):
            match = channels("en").at([t.norm for t in self.tokens[n : n + 3]], 0)
            if match is not None:
                return n + match.last
        return None


@cache
def _outlets() -> frozenset[str]:
    names = (name for row in table("ar", "outlets").rows for name in row["names"].split("|"))
    return frozenset(fold(name) for name in names if name.isascii())
