"""Opposite acts and states told of one matter: «أغلق الطريق» against "the road remained open".

Every claim's words that stand at an end of a scale (``contraries.tsv``) are gathered; two claims at different ends, or
one of them negated at the same end, contradict each other where the rest of what they say is one matter. What was so
and then changed is none: a report that tells both ends of it tells of the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import log
from typing import NamedTuple

from ...annotate.speech.sayings import function_words
from ...lang.tables import Match
from ...model import Comparison, Said, Span, Token
from ...settings import settings
from ...story.terms import common_tongue
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..mates import OPPOSED, Mates
from ..negation import denying, leaves_out
from ..order import Draft
from ..say import value, voice, words
from ..similarity import Sign, likely, likeness, share
from .matter import another, elsewhere, heard_apart, matter_signs, retorts, undecided
from .poles import Pole, jussive, pole_phrases, poles_of

_FILE = "contraries"
# A negation stands at most this many words before what it negates.
_REACH = 4
# … and what it leaves out at most this many behind that.
_BEHIND = 6
# Who failed is named in so many words.
_SUBJECT = 3
# Odds beyond these say no more.
_FAR = 4.0
# Who is named in both sentences, and may be another.
_SOMEBODY = ("PERSON", "FAC")
# Scales on which the same news tells of many things, or of one that soon changes.
_OFTEN = frozenset(
    ("rate", "service", "custody", "life", "fate", "entry", "held", "victory", "extent", "screen", "go_on")
)
# Scales of what somebody or something is: a negation near such a word denies an act, and not that he is one.
_KINDS = frozenset(("victims", "target_kind", "age", "identity"))
# How a thing is said that an opposite may answer.
_TOLD = frozenset(("actual", "doubted", "planned"))
# A preposition of one letter stands before words of so many letters with it.
_LED, _PREPOSITIONS = 6, frozenset("بلك")
# «يغيب عن المباراة»: the imperfect may tell what is to come.
_IMPERFECT = ("ي", "ت")


class Stand(NamedTuple):
    """One end of a scale at which a claim stands. ``main``: it is what the claim tells, and no circumstance of it;
    ``definite``: it is spoken of as known («الإغلاق»); ``still``: it says that
    it goes on; ``to_come``: it may be what is to come; ``matter``: the other terms of what the claim tells; ``around``:
    those of its circumstances and its sentence."""

    fact: Fact
    pole: Pole
    word: str
    negated: bool
    main: bool
    definite: bool
    still: bool
    to_come: bool
    matter: frozenset[str]
    around: frozenset[str]

    @property
    def end(self) -> tuple[Pole, bool]:
        """The end with what a negation makes of it."""
        return self.pole, self.negated

    @property
    def told(self) -> bool:
        """Whether the claim tells it as its own news."""
        return self.main and not self.definite


def opposites(book: Book, mates: Mates, before: Iterable[Draft]) -> Iterator[Draft]:
    """Each two claims of two reports that tell opposites of one matter, for a claim and a report the likeliest; but for
    those of which the drafts before have told that they deny each other, or what the denial of a speaker answers."""
    least = settings("opposites")["least_score"]
    weighed = ((likely("opposites", signs(book, *pair, mates)), *pair) for pair in opposing(book))
    found = sorted(
        (one for one in weighed if one[0] >= least), key=lambda one: (-one[0], one[1].fact.order, one[2].fact.order)
    )
    before = list(before)
    told = {(fact.id, other.report) for draft in before for fact in draft.facts for other in draft.facts}
    denials = {fact.id for draft in before for fact in draft.facts if fact.disowned}
    for _, left, right, _ in found:
        keys = {(left.fact.id, right.fact.report), (right.fact.id, left.fact.report)}
        if not keys & told and not {left.fact.id, right.fact.id} & denials:
            told |= keys
            yield Draft("contradiction", _said(left, right), (left.fact, right.fact), "Contradiction", 0.9)


def opposed(book: Book, left: Fact, right: Fact) -> bool:
    """Whether two claims tell opposite acts, be it of one matter or two."""
    return any(
        _opposed(a, b)
        for a, b in product(stands(book, left), stands(book, right))
        if a.told and b.told and a.pole.scale == b.pole.scale and _at_once(a, b)
    )


def opposing(book: Book) -> Iterator[tuple[Stand, Stand, list[Stand]]]:
    """Claims of two reports at two ends of a scale, with all that stands on it."""
    by_scale: dict[str, list[Stand]] = {}
    for fact in book.facts:
        for stand in stands(book, fact):
            by_scale.setdefault(stand.pole.scale, []).append(stand)
    for several in by_scale.values():
        # Of a hundred reports the others repeat these.
        open_ = (stand for stand in several if not stand.fact.head and not undecided(stand.fact))
        looked_at = sorted(open_, key=lambda stand: not stand.told)
        for left, right in combinations(looked_at[:OPPOSED], 2):
            first, second = sorted((left, right), key=lambda stand: stand.fact.order)
            if (left.told or right.told) and _opposed(left, right) and _one_matter(book, first.fact, second.fact):
                yield first, second, several


def _one_matter(book: Book, one: Fact, other: Fact) -> bool:
    """Whether nothing tells apart what two claims are about; who denies a thing denies all of its kind («نفت أن تكون
    المستشفيات الحكومية قد ردت مرضى»); of one report, that the one answers the other."""
    denied = one.disowned or other.disowned
    answered = one.report != other.report or retorts(book, one, other)
    return answered and (denied or not another(book, one, other)) and not elsewhere(book, one, other)


def signs(book: Book, left: Stand, right: Stand, several: list[Stand], mates: Mates) -> Iterator[Sign]:
    """What speaks for or against two opposite words telling of one matter."""
    one, other = left.fact, right.fact
    ours, theirs, near, far = left.matter, right.matter, left.matter | left.around, right.matter | right.around
    if one.reading.article.language != other.reading.article.language:
        ours, theirs, near, far = map(common_tongue, (ours, theirs, near, far))
    yield Sign("odds", max(-_FAR, min(_FAR, likeness(book, one, other).odds)))
    yield Sign("behind", min(mates.behind(one, other), _FAR))
    yield Sign("sentences", share(book, near, far))
    yield Sign("apart", not ours & theirs)
    yield Sign("short", log(1 + min(len(ours), len(theirs))))
    yield Sign("negated", left.pole == right.pole)
    yield Sign("phrase", (" " in left.word) + (" " in right.word))
    yield Sign("unsure", not {one.doubt, other.doubt} <= _TOLD)
    yield Sign("still", left.still or right.still)
    yield Sign("often", left.pole.scale in _OFTEN)
    # Who count each their own tell of others; the report that tells both ends of it tells of a change.
    yield Sign("counted", bool(one.figures and other.figures) and not one.numbers & other.numbers)
    yield Sign("changed", _changed(left, right, several))
    # «توفي في المستشفى», "died in hospital": they say the same as well.
    yield Sign("together", _together(left, right, several))
    yield Sign("not_yet", not _at_once(left, right))
    yield Sign("best", _best(book, left, right, several))
    yield Sign("whose", bool(_named(book, one) & _named(book, other)))
    yield Sign("headed", max(_headed(book, one, other.report), _headed(book, other, one.report)))
    yield from matter_signs(book, one, other)


def _best(book: Book, left: Stand, right: Stand, several: Iterable[Stand]) -> bool:
    """Whether no other two claims of the two reports that are opposed on the scale are likelier to tell of one thing."""
    mine = likeness(book, left.fact, right.fact).odds
    ours, theirs = (
        [s for s in several if s.fact.report == stand.fact.report and not s.fact.head] for stand in (left, right)
    )
    return all(likeness(book, a.fact, b.fact).odds <= mine for a in ours for b in theirs if _opposed(a, b))


def _headed(book: Book, fact: Fact, report: int) -> float:
    """How much of what a claim tells stands in another report's headline: what it is about."""
    mine = book.told(fact)
    return book.mass(mine & book.head_terms[report]) / book.mass(mine) if mine else 0.0


@kept
def _named(book: Book, fact: Fact) -> frozenset[str]:
    """Who and what building the claim's sentence names, as joined entities."""
    span = fact.sentence.span if fact.sentence is not None else fact.claim.span
    found = (m.entity for m in fact.reading.mentions if m.entity and span.contains(m.span))
    keys = {book.entity_of.get(entity, entity) for entity in found}
    return frozenset(key for key in keys if key in book.entity and book.entity[key].kind in _SOMEBODY)


@kept
def stands(book: Book, fact: Fact) -> list[Stand]:
    """Where a claim stands on the scales, in order. What a speaker denies is negated; what was only tried is left out."""
    tokens = fact.tokens
    said = [bare(token) for token in tokens]
    if fact.disowned and not denying("further").isdisjoint(said):
        return []
    ends = (at for at, word in enumerate(said) if at and word in denying("end"))
    end = next(ends, len(said))
    # «تجمعوا منذ الصباح قبل أن تفرقهم الشرطة»: what came next is told too.
    again = next((at for at in range(end, len(said)) if _comes_next(tokens, at)), len(said))
    but = next((at for at, word in enumerate(said) if word in denying("except")), len(said))
    still = bool(set(said) & denying("still"))
    about = [token for token in tokens[:end] if token.norm not in denying("refuses")]
    matter = frozenset(term for token in about for term in book.terms(fact.reading, token.span))
    # «فجر الاثنين»، «سيئون»: what names a time or a place.
    named = [*(time.span for time in fact.times), *(place.span for place in fact.places)]
    found = []
    for at, last, pole in poles_in(tokens, fact.reading.article.language):
        own = book.terms(
            fact.reading, Span(fact.claim.span.article_id, tokens[at].span.start, tokens[last - 1].span.end)
        )
        if at > but or any(span.overlaps(tokens[at].span) for span in named):
            continue
        if bare(tokens[at]) in denying("no") and leaves_out([token.norm for token in tokens[last : last + _BEHIND]]):
            continue
        if not denying("tried").isdisjoint(said[max(0, at - 2) : at]):
            continue
        word = " ".join(token.surface for token in tokens[at:last])
        definite = last == at + 1 and "ال" in tokens[at].proclitics
        # What is denied is not when or why it would have been.
        no = negated(tokens, at) != (fact.disowned and at < end)
        to_come = word.startswith(_IMPERFECT) or bool(denying("will") & set(said[max(0, at - _REACH) : at + 1]))
        found.append(
            Stand(
                fact,
                pole,
                word,
                no,
                at < end or at > again,
                definite,
                still,
                to_come,
                matter - own,
                fact.terms | fact.around,
            )
        )
    return found


def _comes_next(tokens: list[Token], at: int) -> bool:
    """Whether «قبل» leads a clause that tells what happened next."""
    return tokens[at].norm in denying("next") and at + 1 < len(tokens) and tokens[at + 1].norm in denying("opens")


def poles_in(tokens: list[Token], language: str) -> Iterator[tuple[int, int, Pole]]:
    """Words and phrases with the ends of the scales they stand at: first and last token, and the pole. Inside «غير صالحة
    للشرب» nothing else stands on its scale."""
    phrases = {match.first: match for match in _phrases(tokens, language)}
    taken: dict[str, int] = {}
    skip = 0
    for at, token in enumerate(tokens):
        if at in phrases:
            for pole in sorted(pole for pole in phrases[at].value if taken.get(pole.scale, 0) <= at):
                yield phrases[at].first, phrases[at].last, pole
                taken[pole.scale] = phrases[at].last
            skip = max(skip, phrases[at].last)
        elif at >= skip and token.kind == "word" and function_words().isdisjoint((token.norm, token.stem)):
            found = poles_of(token.norm, token.stem, language, _FILE, "ال" in token.proclitics)
            if at and tokens[at - 1].norm in denying("jussive"):
                found |= jussive(token.norm, language, _FILE)
            for pole in sorted(found):
                yield at, at + 1, pole


def _phrases(tokens: list[Token], language: str) -> Iterator[Match[frozenset[Pole]]]:
    """Phrases for the ends of scales, as they stand but for the «و» in front; the first word may have other letters joined
    on too («بنوبة قلبية»). One may begin inside another («أصابت مبنى سكنيا»)."""
    phrases = pole_phrases(language, _FILE)
    said = [_unlinked(token) for token in tokens]
    for at, token in enumerate(tokens):
        match = phrases.at(said, at)
        if match is None and (first := _unled(token)) != said[at]:
            match = phrases.at([*said[:at], first, *said[at + 1 :]], at)
        if match is not None:
            yield match


def _unled(token: Token) -> str:
    """«بنوبة قلبية»، «بخراطيم المياه»: the first word of a phrase without the preposition, whether it was read as one."""
    first = bare(token)
    return first if first != token.norm or len(first) < _LED or first[0] not in _PREPOSITIONS else first[1:]


def _unlinked(token: Token) -> str:
    linked = token.proclitics[:1] in (("و",), ("ف",)) and len(token.norm) > 2
    return token.norm[1:] if linked else token.norm


def bare(token: Token) -> str:
    """«بنوبة قلبية»: a word of a phrase without the letters joined on in front."""
    if not token.proclitics:
        return token.norm
    front = "".join(letter for letter in token.proclitics if letter != "ال")
    return token.norm.removeprefix(front) if len(token.norm) > len(front) + 2 else token.norm


def negates(tokens: list[Token], at: int) -> int:
    """Where what a negation denies begins, 0 where the word is none: «لم يوقع»، «فشل الطرفان في التوقيع»، "failed to sign"."""
    if bare(tokens[at]) in denying("no"):
        return at + 1
    if bare(tokens[at]) not in denying("fails"):
        return 0
    behind = range(at + 1, min(at + 1 + _SUBJECT, len(tokens)))
    over = denying("over") | (denying("vain") if bare(tokens[at]) in denying("in_vain") else frozenset())
    return next((i for i in behind if tokens[i].norm in over), 0)


def negated(tokens: list[Token], at: int) -> bool:
    """Whether a negation or a refusal stands over a word: «لم تفتح»، «رفض المستشفى تسلم الشحنة»."""
    first = max(0, at - _REACH)
    said = [*("" for _ in range(first)), *(bare(token) for token in tokens[first : at + 1])]
    if at and said[-2] in denying("un"):
        return True
    oblique = bool(set(tokens[at].proclitics) & {"ل", "ب"})
    if leaves_out([token.norm for token in tokens[at + 1 : at + 1 + _BEHIND]]):
        # «لم تصل إلا بعد ساعات»
        return False
    for i in range(first, at):
        behind = set(said[i + 1 : at])
        if denying("end") & {*behind, *(token.norm for token in tokens[i + 1 : at])}:
            continue
        if said[i] in denying("verbal") and behind & denying("auxiliary"):
            # "judged not urgent will be postponed"
            continue
        if 0 < negates(tokens, i) <= at and not set(said[i + 1 : min(i + 3, at)]) & (
            denying("still") | denying("open")
        ):
            return True
        if said[i] in denying("refuses") and not (oblique or behind & denying("oblique")):
            return True
    return False


def _opposed(left: Stand, right: Stand) -> bool:
    if not heard_apart(left.fact, right.fact, denies=False) or left.end == right.end:
        return False
    within = left.fact.report == right.fact.report
    if within and (left.pole == right.pole or left.fact.disowned or right.fact.disowned):
        return False  # what is denied within a report answers.py sets beside what is told there
    if left.pole == right.pole and left.pole.scale in _KINDS:
        return False
    if left.pole == right.pole:
        # «لن يجد من هاجموا الميناء ملاذا» and «من هاجموا الميناء لن يجدوا …» both negate: it is the words' order that differs.
        return not (_says_no(left.fact) and _says_no(right.fact))
    return left.negated == right.negated


def _says_no(fact: Fact) -> bool:
    """Whether a negation stands anywhere in a claim."""
    return any(bare(token) in denying("no") for token in fact.tokens)


def _together(left: Stand, right: Stand, several: Iterable[Stand]) -> bool:
    """Whether the two claims also stand at one end of the scale."""
    ends = [{other.end for other in several if other.fact is stand.fact} for stand in (left, right)]
    return not ends[0].isdisjoint(ends[1])


def _at_once(left: Stand, right: Stand) -> bool:
    """Whether both tell what is, or both what is to come: what is closed today may open tomorrow."""
    planned = [stand.fact.doubt == "planned" for stand in (left, right)]
    if planned[0] == planned[1]:
        return True
    other = right if planned[0] else left
    return other.to_come


def _changed(left: Stand, right: Stand, several: Iterable[Stand]) -> bool:
    """Whether a report tells both ends of it, and neither claim says that it is still so."""
    if left.still or right.still:
        return False
    common = (left.matter | left.around) & (right.matter | right.around)
    for mine, yours in ((left, right), (right, left)):
        for other in several:
            here = other.fact.report == mine.fact.report and other.end == yours.end
            if here and other.fact.origin.key != mine.fact.origin.key and _spoken(other) and _spoken(mine):
                continue  # another speaker tells it, and no change
            if here and other.matter & common:
                return True
    return False


def _spoken(stand: Stand) -> bool:
    return stand.fact.origin.kind != "own"


def _said(left: Stand, right: Stand) -> Comparison:
    one, other = voice(left.fact), voice(right.fact)
    ar = (
        f"كلمتان متضادتان عن أمر واحد: في {one.ar} «{left.word}» ({words(left.fact, 70)})، وفي {other.ar} "
        f"«{right.word}» ({words(right.fact, 70)})."
    )
    en = (
        f"Opposite words about one thing: {one.en} says «{left.word}» ({words(left.fact, 70)}), {other.en} says "
        f"«{right.word}» ({words(right.fact, 70)})."
    )
    values = (value(left.fact, text=left.word), value(right.fact, text=right.word))
    return Comparison("value", "contradict", 0.0, Said(ar, en), values)
