"""Opposite acts and states told of one matter: «أغلق الطريق» against "the road remained open".

Every claim's words that stand at an end of a scale (``contraries.tsv``) are gathered; two claims at different ends, or
one of them negated at the same end, contradict each other where the rest of what they say is one matter. What was so
and then changed is none: a report that tells both ends of it tells of the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from ..annotate.poles import Pole, pole_phrases, poles_of
from ..annotate.sayings import function_words
from ..model import Comparison, Said, Span, Token
from ..story.terms import common_tongue
from .book import Book, Fact, denying, inside
from .order import Draft
from .say import value, voice, words
from .similarity import days_apart, likeness, share

_FILE = "contraries"
# A negation stands at most this many words before what it negates.
_REACH = 4
# What is refused is the object of the refusal, so that none of these stands between.
_OBLIQUE = frozenset(("في", "علي", "من", "الي", "عن", "in", "on", "from", "of", "for", "at"))
# How much of the matter two claims must share, the opposite words aside: of the claims and of their sentences, or of
# the sentences alone («إنها ما زالت محتجزة»: the claim itself need not name her).
_CLAIM, _SENTENCE, _WHOLE = 0.3, 0.2, 0.4
_SHORT = 2
# How much of what is negated the other claim must hold.
_HELD = 0.5
# What is told of the one happening that the reports are about, however little else the claims share.
_OF_THE_STORY = frozenset(("claim",))
# How a thing is said that an opposite may answer.
_TOLD = frozenset(("actual", "doubted", "planned"))
# «يغيب عن المباراة»: the imperfect may tell what is to come.
_IMPERFECT = ("ي", "ت")


class Stand(NamedTuple):
    """One end of a scale at which a claim stands. ``main``: it is what the claim tells, and no circumstance of it;
    ``still``: it says that it goes on; ``matter``: the other terms of what the claim tells; ``around``: those of its
    circumstances and its sentence."""

    fact: Fact
    pole: Pole
    word: str
    negated: bool
    main: bool
    still: bool
    matter: frozenset[str]
    around: frozenset[str]

    @property
    def end(self) -> tuple[Pole, bool]:
        """The end with what a negation makes of it."""
        return self.pole, self.negated


def opposites(book: Book) -> Iterator[Draft]:
    """Each two claims of two reports that tell opposites of one matter, for a claim and a report the likeliest."""
    by_scale: dict[str, list[Stand]] = {}
    for fact in book.facts:
        for stand in stands(book, fact):
            by_scale.setdefault(stand.pole.scale, []).append(stand)
    found = [
        (likeness(book, left.fact, right.fact).odds, left, right)
        for several in by_scale.values()
        for left, right in combinations([s for s in several if s.main and not s.fact.head], 2)
        if _opposed(left, right) and _one_matter(book, left, right) and not _changed(left, right, several)
    ]
    told: set[tuple[str, int]] = set()
    for _, left, right in sorted(found, key=lambda one: (-one[0], one[1].fact.order, one[2].fact.order)):
        keys = {(left.fact.id, right.fact.report), (right.fact.id, left.fact.report)}
        if not keys & told:
            told |= keys
            yield Draft("contradiction", _said(left, right), (left.fact, right.fact), "Contradiction", 0.9)


def opposed(book: Book, left: Fact, right: Fact) -> bool:
    """Whether two claims tell opposite acts, be it of one matter or two."""
    return any(
        _opposed(a, b)
        for a, b in product(stands(book, left), stands(book, right))
        if a.main and b.main and a.pole.scale == b.pole.scale
    )


def stands(book: Book, fact: Fact) -> list[Stand]:
    """Where a claim stands on the scales, in order; nowhere where it is asked for, planned or denied as a whole."""
    if fact.disowned or fact.doubt not in _TOLD:
        return []
    tokens = inside(fact.reading, fact.claim.span)
    said = [token.norm for token in tokens]
    end = next((at for at, word in enumerate(said) if at and word in denying("end")), len(said))
    still = bool(set(said) & denying("still"))
    about = [token for token in tokens[:end] if token.norm not in denying("refuses")]
    matter = frozenset(term for token in about for term in book.terms(fact.reading, token.span))
    found = []
    for at, last, pole in poles_in(tokens, fact.reading.article.language):
        own = book.terms(
            fact.reading, Span(fact.claim.span.article_id, tokens[at].span.start, tokens[last - 1].span.end)
        )
        word = " ".join(token.surface for token in tokens[at:last])
        main = at < end and not set(said[max(0, at - 2) : at]) & denying("was")
        found.append(Stand(fact, pole, word, _negated(tokens, at), main, still, matter - own, fact.terms | fact.around))
    return found


def poles_in(tokens: list[Token], language: str) -> Iterator[tuple[int, int, Pole]]:
    """Words and phrases with the end of the scale they stand at: first and last token, and the pole."""
    said = [_bare(token) for token in tokens]
    phrases = {match.first: match for match in pole_phrases(language, _FILE).all(said)}
    skip = 0
    for at, token in enumerate(tokens):
        if at in phrases:
            yield phrases[at].first, phrases[at].last, phrases[at].value
            skip = phrases[at].last
        elif (
            at >= skip and token.kind == "word" and "ال" not in token.proclitics and token.norm not in function_words()
        ):
            for pole in sorted(poles_of(token.norm, token.stem, language, _FILE)):
                yield at, at + 1, pole


def _bare(token: Token) -> str:
    """«بنوبة قلبية»: a word of a phrase without the letters joined on in front."""
    front = "".join(letter for letter in token.proclitics if letter != "ال")
    return token.norm.removeprefix(front) if len(token.norm) > len(front) + 2 else token.norm


def _negated(tokens: list[Token], at: int) -> bool:
    """Whether a negation or a refusal stands over a word: «لم تفتح»، «رفض المستشفى تسلم الشحنة»."""
    said = [token.norm for token in tokens[: at + 1]]
    oblique = bool(set(tokens[at].proclitics) & {"ل", "ب"})
    for i in range(max(0, at - _REACH), at):
        behind = set(said[i + 1 : at])
        if said[i] in denying("no") and not set(said[i + 1 : i + 3]) & (denying("still") | denying("open")):
            return True
        if said[i] in denying("refuses") and not (oblique or behind & _OBLIQUE):
            return True
    return False


def _opposed(left: Stand, right: Stand) -> bool:
    if left.fact.report == right.fact.report or left.end == right.end:
        return False
    return _at_once(left, right) and (left.pole == right.pole or not (left.negated or right.negated))


def _at_once(left: Stand, right: Stand) -> bool:
    """Whether both tell what is, or both what is to come: what is closed today may open tomorrow."""
    planned = [stand.fact.doubt == "planned" for stand in (left, right)]
    if planned[0] == planned[1]:
        return True
    other = right if planned[0] else left
    return other.word.startswith(_IMPERFECT)


def _one_matter(book: Book, left: Stand, right: Stand) -> bool:
    one, other = left.fact, right.fact
    if left.pole.scale in _OF_THE_STORY:
        return True
    foreign = one.reading.article.language != other.reading.article.language
    ours, theirs, near, far = left.matter, right.matter, left.matter | left.around, right.matter | right.around
    if foreign:
        ours, theirs, near, far = map(common_tongue, (ours, theirs, near, far))
    if days_apart(one, other) or not (ours & far or near & theirs):
        return False
    for stand, mine, yours in ((left, ours, theirs), (right, theirs, ours)):
        # «لم تغلق طريق الساحل» negates nothing of another road.
        if stand.negated and book.mass(mine & yours) < _HELD * book.mass(mine):
            return False
    around = share(book, near, far)
    if around >= _WHOLE and min(len(ours), len(theirs)) <= _SHORT:
        return True
    return around >= _SENTENCE and share(book, ours, theirs) >= _CLAIM


def _changed(left: Stand, right: Stand, several: Iterable[Stand]) -> bool:
    """Whether a report tells both ends of it, and neither claim says that it is still so."""
    if left.still or right.still:
        return False
    common = (left.matter | left.around) & (right.matter | right.around)
    for mine, yours in ((left, right), (right, left)):
        for other in several:
            here = other.fact.report == mine.fact.report and other.end == yours.end
            if here and other.matter & common:
                return True
    return False


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
