"""What is said: where the content of a statement begins and ends, and which words only look like words of saying."""

from __future__ import annotations

from ...lang.normalise import fold
from ...lang.surface import definite, proclitic
from ...lang.tables import listed
from ...model import Sentence, Token
from ..happenings.acts import act_pattern
from ..phrases.clauses import finite
from .passages import Passages
from .quotation import Quotation
from .sayings import Saying, adverbial_nouns, function_words, phrase_at, saying, titled_works, verbs, when_words
from .source_words import COMMAS, OPENING, PREPOSITIONS, THAT, Words

# Between the verb and أن stand the speaker with his office, the channel and the day: long, but not a clause.
REACH = 36
_OTHER_THAT = listed("speech_words", "other_that", "ar")
WITHHELD = listed("speech_words", "withheld", "ar")
WHOSE = listed("speech_words", "whose", "ar")
_NAME_KEPT = 5
# A verb with its subject of a few words.
_NEAR_VERB = 6
_LEAST_LED = 4
# Between the verb of a clause's speaker, who stands before it, and أن: a channel or a day.
_NEAR_THAT = 5
_UNSAID = listed("speech_words", "unsaid", "ar")
_SAME_SPEECH = listed("speech_words", "same_speech", "ar")
_MASDARS = listed("speech_words", "masdar", "ar")
_IS_CALLED = listed("speech_words", "is_called", "ar")
_WHILE_ONE = listed("speech_words", "while_one", "ar")
_WHILE = _WHILE_ONE | listed("speech_words", "while_several", "ar")
_GOVERNED = listed("speech_words", "governed", "ar")
_LED_ADVERB = listed("speech_words", "led_adverb", "ar")
_MASDAR_TAKES = listed("speech_words", "masdar_takes", "ar")
_POINTERS = listed("speech_words", "pointer", "ar")
_SO_CALLED = listed("speech_words", "so_called", "ar")
_JOINTS = tuple(joint.split() for joint in listed("speech_words", "joint", "ar"))
_TURNS = listed("speech_words", "turn", "ar")
CONTRASTS = listed("speech_words", "contrast", "ar")
# «أعلنت مسؤوليتها عن الهجوم» takes an act on oneself and is one, not the report of one.
_ACCEPTANCE = fold("مسؤولي")


class Contents(Passages):
    """Finds what is said in an article, beside its channels and speakers."""

    def _names(self, position: int) -> bool:
        """A word inside a name says nothing; nor does «تدعى رنا», which tells what somebody is called."""
        token = self.tokens[position]
        if position in self.mention_at and self.mention_at[position][1].form == "name":
            return True
        return token.stem in _IS_CALLED and token.surface.endswith("ى") and not self._that(position + 1)

    def _act_of_verb(self, position: int, sentence: Sentence) -> bool:
        """The noun of an act behind a verb («قررت الرابطة نقل المباراة، على أن تقام») says nothing."""
        if self.tokens[position].norm not in _MASDARS:
            return False
        for n in range(position - 1, max(position - _NEAR_VERB, sentence.first - 1), -1):
            token = self.tokens[n]
            if token.kind != "word" or token.norm in THAT:
                return False
            if finite(token) and not definite(token):
                return n + 1 < position and self.tokens[position - 1].norm not in _UNSAID
        return False

    def _governs(self, position: int) -> bool:
        """Behind a preposition stands a noun («في نشرتها»), behind لم nothing that was said («لم يعلق»).

        A participle behind an indefinite noun describes it («إجراءات مشددة»).
        """
        if position == 0 or self.tokens[position].norm in _SAME_SPEECH:
            return False
        before = self.tokens[position - 1]
        if before.norm in PREPOSITIONS | _UNSAID | {"غير"}:
            return True
        if before.norm in _WHILE_ONE and self.tokens[position].norm[:1] not in "يت":
            return True  # «وهو طالب بالجامعة»
        found = saying(self.tokens[position])
        plain = before.kind == "word" and not definite(before) and not before.enclitics
        ending = self.tokens[position].norm[-1:]
        agrees = before.norm.endswith("ا") if ending == "ا" else before.norm.endswith(("ه", "ات"))
        described = plain and agrees and position - 1 not in self.named_tokens and saying(before) is None
        return found is not None and found.participle and described and not self._is_time(position - 1)

    def _that(self, index: int) -> bool:
        """أن that leads what is said."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        that = token.norm in THAT or (token.stem in THAT and not definite(token) and not token.enclitics)
        that = that and token.surface[:1] != "آ"  # «آن» is a name
        return that and not (index and self.tokens[index - 1].norm in _OTHER_THAT)

    def _is_verb(self, index: int) -> bool:
        token = self.tokens[index]
        return saying(token) is not None or self._like_verb(token)

    def _speech_begins(self, index: int, sentence: Sentence) -> bool:
        """A quotation that begins here and is speech: not a name or a word or two inside a going sentence."""
        quotation = self.inside.get(index)
        if quotation is None or quotation.first != index or not self._spoken(quotation):
            return False
        if index > 1 and self.tokens[index - 2].stem in titled_works():
            return False  # «في مؤتمر بعنوان «…»»
        return quotation.last - index > 2 or self._all(quotation, sentence)

    def _stops(self, index: int) -> bool:
        """A second word of saying ends the search, unless it only carries the first on («قوله») or tells of a name."""
        token = self.tokens[index]
        if token.norm in _SAME_SPEECH:
            return False
        said = saying(token)
        if said is None or said.takes == {"عن"} or self._governs(index) or self._names(index):
            return token.surface == "؛"
        return not self._withheld(index)

    def _withheld(self, index: int) -> bool:
        """«طلب عدم ذكر اسمه»: words on a name withheld say nothing of what was said."""
        around = {self.tokens[n].norm for n in (index - 1, index + 1) if 0 <= n < len(self.tokens)}
        return bool(around & WITHHELD)

    def _noun_content(self, index: int, said: Saying) -> int | None:
        """Where content without أن begins: a verbal noun («أعلن مقتل …»), or a noun its preposition leads."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if token.norm == "من" and index and self.tokens[index - 1].stem == "اول":
            return None  # «أول من أمس»
        if index and self.tokens[index - 1].norm in _WHILE:
            return None  # «وهو يشير إلى المنزل»
        if any(near.norm in WHOSE for near in self.tokens[index : index + _NAME_KEPT]):
            return None  # «رفض الكشف عن اسمه»
        if "noun" in said.takes and after is not None and after.kind == "word" and token.norm in _POINTERS:
            return index if self._whole_clause(index, after) else None
        lead = token.proclitics[0] if token.proclitics else self._own_lead(index, said)
        if lead in said.takes & {"ب", "ل"}:
            return None if token.stem in adverbial_nouns() or token.stem in THAT else index
        if token.norm in said.takes and token.norm in _GOVERNED and after is not None:
            adverbial = token.norm in _LED_ADVERB and after.stem in adverbial_nouns()
            leads = not adverbial and not self._that(index + 1)
            return index + 1 if leads else None
        return index if "noun" in said.takes and token.kind == "word" and self._verbal_noun(index) else None

    def _whole_clause(self, index: int, after: Token) -> bool:
        """«نفى ما تردد حول …»، «عزا ذلك إلى …»; not «ما يسمى مجلس …», which is a name."""
        return after.norm not in _SO_CALLED if self.tokens[index].norm == "ما" else after.norm == "الي"

    def _own_lead(self, index: int, said: Saying) -> str:
        """The ب that a verb asks for, where it was not taken off («طالبت بمحاسبة …»)."""
        token = self.tokens[index]
        plain = token.kind == "word" and token.norm[:1] == "ب" and index not in self.mention_at
        fits = plain and "ب" in said.takes and not self._particle(token) and token.stem not in when_words()
        return "ب" if fits and len(token.norm) > _LEAST_LED and not self._met(token) else self.uncut_lead(token)

    def _verbal_noun(self, index: int) -> bool:
        """A noun that opens a construct or carries a pronoun and names what happened, not where or when."""
        token = self.tokens[index]
        quotation = self.inside.get(index)
        behind = index + 1 + (quotation is not None and quotation.last == index + 1)  # «أعلن «تحرير» البلدة»
        after = self.tokens[behind] if behind < len(self.tokens) else None
        if token.kind != "word" or proclitic(token) or index in self.mention_at or after is None:
            return False
        if self._particle(token) or token.stem in when_words() or (token.norm in verbs() and not self._masdar(index)):
            return False
        if definite(token):
            # «القبض على خمسة»: a definite verbal noun shows by the preposition it governs.
            return after.norm in _MASDAR_TAKES or bool(set(after.proclitics) & {"ل", "ب"})
        if token.enclitics:
            whole = token.stem[:-1] + "ة" if token.stem.endswith("ت") else token.stem
            return (after.kind != "punct" or act_pattern(whole)) and not token.stem.startswith(_ACCEPTANCE)
        if self._like_verb(token) or (after.enclitics and after.stem in function_words()):
            return False  # «حصلت عليها»
        return after.kind in ("word", "number") and after.norm not in function_words()

    def _masdar(self, index: int) -> bool:
        """«أكد رفض بلاده»، «أعلن نقل المعدات»: a verb's letters, where its noun alone can stand."""
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        beside = before.kind == "word" and before.norm not in THAT | _UNSAID | PREPOSITIONS
        return self.tokens[index].norm in _MASDARS and beside and (definite(after) or bool(after.enclitics))

    def _like_verb(self, token: Token) -> bool:
        """A perfect in the feminine; nouns in ت begin with it («تصويت») or are plurals in ات."""
        return token.norm.endswith("ت") and token.norm[:1] != "ت" and not token.norm.endswith("ات")

    def _below(self, sentence: Sentence) -> Words | None:
        """«جاء فيه:» and the end of the paragraph: what is said stands in the marks that open the next one."""
        quotation = self.inside.get(sentence.last + 1)
        opens = sentence.last < len(self.tokens) and self.tokens[sentence.last].surface in OPENING
        return Words(quotation.first, quotation.last) if quotation and opens else None

    def _content(self, begin: int, sentence: Sentence, mode: str) -> tuple[Words, str]:
        """What is said: a whole quotation, or the clause to its end with any quoted parts inside it."""
        tokens = self.tokens
        while begin < sentence.last and (tokens[begin].surface in (*OPENING, ":", *COMMAS) or self._opens(begin)):
            begin += 1
        if begin < sentence.last and tokens[begin].norm == "فان":
            begin += 1 + (begin + 1 < sentence.last and tokens[begin + 1].surface in OPENING)
        quotation = self.inside.get(begin)
        if quotation is not None and quotation.first == begin and not self._spoken(quotation):
            begin -= 1  # a name in marks opens the clause, and its mark belongs to it
            quotation = None
        end = self._clause_end(begin, sentence)
        opens = quotation is not None and quotation.first == begin
        if quotation is not None and opens and (mode == "direct" or self._blank(quotation.last, end)):
            # A mark that ends a whole sentence ends the speech with it.
            return Words(begin, quotation.last), "direct"
        if opens:
            begin -= 1  # «إن "السفير" و"الوزير" …»: the mark belongs to a part
        while end > begin and tokens[end - 1].surface in (".", "؛", *COMMAS, *OPENING, "»", "”"):
            if tokens[end - 1].surface in ('"', "»", "”") and end - 2 in self.inside:
                break
            end -= 1
        mixed = any(begin <= q.first < end and self._spoken(q) for q in self.quotations)
        return Words(begin, end), "mixed" if mixed else "indirect"

    def _opens(self, index: int) -> bool:
        """Whether a mark that closes in print opens a quotation here (”…“)."""
        quotation = self.inside.get(index + 1)
        return self.tokens[index].kind == "punct" and quotation is not None and quotation.first == index + 1

    def _blank(self, first: int, last: int) -> bool:
        return all(token.kind == "punct" for token in self.tokens[first:last])

    def _all(self, quotation: Quotation, sentence: Sentence) -> bool:
        """Whether nothing but marks is left of the sentence behind the quotation."""
        return self._blank(quotation.last, sentence.last)

    def _clause_end(self, begin: int, sentence: Sentence) -> int:
        """The clause runs to the sentence's end, or to a comma behind which the outlet or another speaker goes on."""
        # «نفت أن تقام المباراة، وحددت حصة»: a perfect does not go on with what أن and an imperfect tell.
        lead = [token.norm for token in self.tokens[begin - 1 : begin + 1]]
        subjunctive = len(lead) == 2 and lead[0] in THAT and lead[1][:1] in ("ي", "ت")
        for index in range(begin + 1, sentence.last):
            if index in self.inside:
                continue
            token, before = self.tokens[index], self.tokens[index - 1]
            if before.surface not in ("؛", *COMMAS):
                if self._goes_over(index, sentence.last):
                    return index
                continue
            turns = token.norm in _TURNS and saying(self.tokens[min(index + 1, sentence.last - 1)]) is not None
            if turns or token.norm == "وذلك" or self._attributes(index):
                return index
            said = saying(token, token.norm[:1] == "م")
            if said is not None and not set(token.proclitics) & {"ب", "ل"}:
                return index
            if self._joins(index, sentence.last) or (subjunctive and finite(token) and token.proclitics[:1] == ("و",)):
                return index
            if token.stem == "لكن" and token.enclitics and saying(self.tokens[min(index + 1, sentence.last - 1)]):
                return index  # «، لكنهم أقروا بأن»
            if token.norm in CONTRASTS and (
                self._attributed_behind(index, sentence.last) or self._said_behind(index, sentence.last)
            ):
                return index
        return sentence.last

    def _attributes(self, index: int) -> bool:
        """«، بحسب مصدر»، «، كما قال»; «، كما أصيب مدنيون» goes on with what is said."""
        phrase = phrase_at(self.tokens, index)
        if phrase is None:
            return False
        verb = index + phrase.last
        return phrase.value.takes != "verb" or (verb < len(self.tokens) and saying(self.tokens[verb]) is not None)

    def _joins(self, index: int, last: int) -> bool:
        """«، قبل أن يضيف»، «، وإن كان يرى أن»; not «، وإن الوزارة أعلنت», which goes on with what is said."""
        links = {link for joint, link in _JOINTS if joint == self.tokens[index].norm}
        if not links:
            return False
        verb = index + 1 + (index + 1 < last and self.tokens[index + 1].norm in links)
        return verb < last and saying(self.tokens[verb]) is not None

    def _goes_over(self, index: int, last: int) -> bool:
        """«… مشيرا إلى أن …» without a comma: the speaker goes on with another statement."""
        found = saying(self.tokens[index])
        if found is None or not found.participle or self._governs(index) or index + 1 >= last:
            return False
        led = self._that(index + 1) or self.tokens[index + 1].norm in found.takes
        return led or (self.tokens[index].norm.endswith("ا") and self._noun_content(index + 1, found) is not None)

    def _attributed_behind(self, index: int, last: int) -> bool:
        """«، لكن أيا منها لم يصل، بحسب الأهالي»: a clause that another source vouches for."""
        return any(
            self.tokens[n - 1].surface in COMMAS and phrase_at(self.tokens, n) is not None
            for n in range(index + 1, min(last, index + REACH))
        )

    def _said_behind(self, index: int, last: int) -> bool:
        """«، لكن الوزير قال إن …»: a clause that another speaker says."""
        for n in range(index + 1, min(last - 1, index + REACH)):
            if self.tokens[n].surface in COMMAS:
                return False
            if saying(self.tokens[n]) is not None and not self._governs(n) and not self._names(n):
                return any(self._that(m) for m in range(n + 1, min(n + _NEAR_THAT, last)))
        return False
