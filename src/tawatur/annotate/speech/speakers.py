"""Who speaks: which noun phrases can, what is apposed to them, their gender and number, and the kind of source."""

from __future__ import annotations

from itertools import takewhile

from ...lang.clitics import counts
from ...lang.media import other_body
from ...lang.surface import definite
from ...lang.tables import listed
from ...model import Token
from ..naming.bodies import body_nouns, nationality
from ..naming.persons import CALLED, given_name, titles
from ..phrases.noun_phrases import NounPhrases
from ..phrases.phrase_words import KUNYA
from .sayings import actors, anonymous, documents, english_sources, function_words, media, partitives, saying
from .source_words import COMMAS, FAMILIAR, PREPOSITIONS, THAT, Words, number_word, speaking_heads

_WHERE = listed("speech_words", "source_where", "en")
_FEMININE = listed("speech_words", "feminine", "ar")
# Sources of whom no name is told, also with the article.
SOURCES = listed("speech_words", "source", "ar")


class Speakers(NounPhrases):
    """Tells the phrases of one article that speak."""

    def unknown_name(self, words: Words) -> bool:
        """Whether the phrase is one or two words that no list knows and that end their phrase."""
        return self._rare(words.first)

    def can_speak(self, words: Words) -> bool:
        """Whether the phrase names a person, a body, a document or an unnamed source."""
        known = (self.mention_at[n][1] for n in range(words.first, words.last) if n in self.mention_at)
        if any(mention.kind in ("PERSON", "ORG", "GPE") for mention in known):
            return True
        heads = {self.tokens[n].stem for n in range(words.first, min(words.first + 3, words.last))}
        if heads & speaking_heads():
            return True
        first = self.tokens[words.first]
        called = first.norm in KUNYA or given_name(first, first=True)
        return called or self.medium(words.first)

    def heads_source(self, words: Words) -> bool:
        """Whether the phrase's own head is somebody: a name, an office, a body, an unnamed source; no text."""
        head, mention = self.tokens[words.first], self.mention_at.get(words.first)
        named = mention is not None and mention[1].kind in ("PERSON", "ORG", "GPE")
        return named or (head.stem in speaking_heads() and head.stem not in documents()) or self.medium(words.first)

    def leads_speaker(self, words: Words) -> bool:
        """Whether the phrase's own head speaks: a name, an office, a body; no happening («احتجاجات البصرة: …»)."""
        first = self.tokens[words.first]
        mention = self.mention_at.get(words.first)
        if mention is not None and mention[1].kind in ("PERSON", "ORG"):
            return True
        known = first.stem in speaking_heads() or first.stem in nationality() or first.norm in KUNYA
        rare = counts().get(first.norm, 0) < FAMILIAR
        return known or self.medium(words.first) or (definite(first) and rare) or self._unmet(words.first)

    def apposed(self, words: Words, last: int) -> tuple[Words, int]:
        """«رئيس الهيئة، القاضي شكري بوزيان، …»: name behind office, or office behind name, between commas."""
        index = self._past_brackets(words.last, last)
        if index >= last or self.tokens[index].surface not in COMMAS:
            return words, index
        other, after = self.noun_phrase(index + 1, last)
        if other is None or not self._closed(after, last) or self.tokens[other.first].norm in PREPOSITIONS:
            return words, index
        office = self.tokens[other.first].stem in speaking_heads() | partitives().keys()
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

    def _heads_speaker(self, token: Token) -> bool:
        return token.stem in speaking_heads()

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
        known = (stem in speaking_heads() and stem not in anonymous()) or stem in _FEMININE
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


def _unnamed(tokens: tuple[Token, ...], words: Words) -> bool:
    """ "drivers", "an engineer", "Preachers": somebody of a calling, with no name in the phrase."""
    first, *others = tokens[words.first : words.last]
    called = any(token.surface[:1].isupper() for token in others)
    return not called and (first.norm in ("a", "an") or (not others and first.norm.endswith("s")))


def source_kind(tokens: tuple[Token, ...], words: Words) -> str:
    """document, agency, anonymous, or named (a person, an office, a body)."""
    first = tokens[words.first]
    head = first.stem
    if first.norm.isascii():
        said = [
            token.stem for token in takewhile(lambda token: token.norm not in _WHERE, tokens[words.first : words.last])
        ]
        kinds = {english_sources().get(stem) for stem in said}
        if not kinds & {"named", "document", "anonymous"} and _unnamed(tokens, words):
            return "anonymous"
        if first.norm in ("a", "an") and english_sources().get(said[-1]) == "anonymous":
            return "anonymous"  # "a police officer"
        return next((kind for kind in ("document", "anonymous") if kind in kinds and "named" not in kinds), "named")
    if head in documents() or (first.enclitics and head.endswith("ت") and head[:-1] + "ه" in documents()):
        return "document"
    medium = media().at([token.stem for token in tokens[words.first : words.first + 3]], 0)
    if medium is not None and medium.value != "marked":
        return "named" if other_body(token.stem for token in tokens[words.first : words.last]) else "agency"
    if words.last - words.first > 1 and number_word(first):
        head = tokens[words.first + 1].stem  # «ثلاثة صيادين»
    if head in partitives():
        return "anonymous"
    if any(token.norm in CALLED for token in tokens[words.first : words.last]):
        return "named"
    bare = not definite(first) and not first.enclitics
    if (
        bare
        and anonymous().get(head) is False
        and words.last - words.first > 1
        and (tokens[words.first + 1].norm.startswith("ال"))
    ):
        return "named"  # «وزير الصحة»
    if head in anonymous() and (bare or head in SOURCES):
        return "anonymous"
    return "named"
