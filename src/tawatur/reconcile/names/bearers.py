"""Things told with their class and their name («مخيم بلاطة»، «سفينة نور»، «عملية الصقر»).

The gazetteer knows towns and few camps, halls or ships. What kind of thing it is stands beside the name, so two names
behind one noun can be told apart without knowing either.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ...annotate.happenings.acts import act_pattern
from ...annotate.naming.gazetteer import place_at
from ...annotate.naming.known import is_known
from ...annotate.naming.persons import is_title
from ...annotate.phrases.clauses import finite
from ...lang.clitics import counts
from ...lang.matching import words as name_words
from ...lang.nations import adjectives
from ...lang.normalise import fold
from ...lang.tables import listed, vocabulary
from ...model import Reading, Span, Token
from ...story.concepts import concept
from ...story.small_words import grammar
from ..book import Book
from ..fact import Fact
from ..kept import kept
from ..places.whereabouts import ACROSS, WAYS, sides_of
from .bearer_classes import ACTS, Noun, common, is_class_of_places, noun_at, nouns, sides, singular, stops
from .bearers_en import english_name
from .marks import NUMBERED, OPENING, REACH, in_marks, number, of_time, one_line, quoted

# Words of a name behind its noun: enough to tell it from another.
_LONGEST = 2
# How far behind a place's noun its name in quotation marks may stand.
_BESIDE = 2
# Met as often as this, what is left is a word.
_A_WORD = 5
_LIKE_PARTICLES = frozenset("لكف")
# An imperfect verb is longer than this.
_STEM = 3
_FEMININE = ("ه", "اء", "ا", "ي")
# Classes whose places adjectives tell apart, and those named after a town.
_TOLD_APART = frozenset(("road", "museum", "stadium", "hospital"))
_OF_TOWNS = frozenset(("markaz",))
# Classes that an ordinal tells apart.
_BY_ORDER = frozenset(("floor",))
# Classes whose names are mostly words of the language («بلدية جرت»، «حي حمر جديد»).
_NAMED_LANDS = frozenset(
    ("quarter", "camp", "town", "village", "municipality", "province", "district", "locality", "mountain", "valley",
     "island", "area", "river", "sea", "street")
)  # fmt: skip
# Words of a name that begins with its noun («قانون حماية الأمن الرقمي»).
_TITLE = 7


class Bearer(NamedTuple):
    """A named thing: its class, its name as written, where noun and name stand, and whether something comes from it
    or goes to it."""

    kind: str
    name: str
    span: Span
    way: str


def bearers(book: Book, fact: Fact) -> tuple[Bearer, ...]:
    """The named things that a claim names."""
    return tuple(bearer for bearer in named(book, fact.report) if fact.claim.span.contains(bearer.span))


@kept
def classes(book: Book, fact: Fact) -> frozenset[str]:
    """The classes of things whose nouns a claim holds, with a name or without."""
    known = nouns("ar" if fact.reading.article.language == "ar" else "en")
    words = (token for token in fact.tokens if token.kind == "word")
    return frozenset(kind for token in words if (kind := known.get(singular(token))))


def described(fact: Fact) -> Iterator[tuple[str, Span]]:
    """Places that a claim tells by their noun and an adjective or two («المنطقة الحرة»، «الحي الشرقي»، «المنطقة العسكرية
    الأولى»), with their classes."""
    tokens = fact.tokens
    for index, (noun, adjective) in enumerate(pairwise(tokens)):
        kind = nouns("ar").get(singular(noun)) if "ال" in noun.proclitics else None
        telling = adjective.proclitics == ("ال",) and (kind in _BY_ORDER or common().get(adjective.stem, True))
        telling = telling and _agree(noun, adjective) and not of_time(fact.reading, adjective.span)
        if kind and is_class_of_places(kind) and telling:
            further = tokens[index + 2] if index + 2 < len(tokens) else None
            more = further is not None and further.proclitics == ("ال",) and _second(fact, noun, further)
            last = further if more and further is not None else adjective
            yield kind, Span(noun.span.article_id, noun.span.start, last.span.end)


def _second(fact: Fact, noun: Token, word: Token) -> bool:
    """Whether a word goes on describing: an adjective by its ending, or an ordinal."""
    adjective = word.stem.endswith(("ي", "يه")) or word.stem in common()
    return adjective and _agree(noun, word) and not of_time(fact.reading, word.span)


def by_adjective(name: str) -> bool:
    """Whether an adjective that many places of a class have is all of a name («الجامعي»)."""
    return all(word in common() for word in name_words(name))


@kept
def named(book: Book, report: int) -> tuple[Bearer, ...]:
    """The named things of a whole report."""
    return tuple(_read(book.readings[report]))


def is_place(one: Bearer) -> bool:
    """Whether the class is somewhere to be."""
    return is_class_of_places(one.kind)


def opposite(one: str, other: str) -> bool:
    """«الطريق الصحراوي الشرقي», «الطريق الصحراوي الغربي»; «الشرقية» and «الشمالية» behind one word, too."""
    ours, theirs = (sides_of(name) for name in (one, other))
    if any(axis <= ours ^ theirs for axis in ACROSS):
        return True
    words = [[word for word in name_words(name) if not sides_of(word)] for name in (one, other)]
    return bool(ours and theirs) and ours.isdisjoint(theirs) and words[0] == words[1]


def _read(reading: Reading) -> list[Bearer]:
    arabic = reading.article.language == "ar"
    find = _arabic_name if arabic else english_name
    bodies = [m.span for m in reading.mentions if m.kind == "ORG"]
    found = []
    for index, token in enumerate(reading.tokens):
        noun = noun_at(reading.tokens, index, arabic)
        if noun is None:
            continue
        span = find(reading, noun) or _titled(reading, index, noun.kind)
        # «مديرية الأمن» is a body, «مديرية العدين» a place.
        body = is_class_of_places(noun.kind) and any(b.contains(token.span) for b in bodies)
        if span is not None and not body:
            name = " ".join(span.of(reading.article.text).split())
            first = reading.tokens[noun.first].span.start
            whole = Span(span.article_id, min(span.start, first), max(span.end, reading.tokens[noun.last].span.end))
            way = _way(reading, noun)
            if way is not None:
                found.append(Bearer(noun.kind, name, whole, way))
    return found


def _way(reading: Reading, noun: Noun) -> str | None:
    """«من ميناء»: from, «إلى ميناء»: to, else empty; None for «رئيس حي المطرية», which says who somebody is."""
    token, before = reading.tokens[noun.first], reading.tokens[max(0, noun.first - 1)]
    if ("ل" in token.proclitics and before.stem not in _describing()) or is_title(before):
        return None
    # «وصلت العاصفة» tells who came, «وصل الميناء» where to.
    return WAYS.get(before.norm, "") if is_class_of_places(noun.kind) or before.norm in grammar() else ""


def _arabic_name(reading: Reading, noun: Noun) -> Span | None:
    """The name behind an Arabic noun: in quotation marks, or the words right behind a noun without article."""
    tokens, index, kind = reading.tokens, noun.last, noun.kind
    marked = quoted(reading, index + 1, _BESIDE if is_class_of_places(kind) else REACH)
    if marked is not None and "ال" in tokens[index].proclitics and _said(reading, marked):
        marked = None
    if marked is None and kind in NUMBERED and index + 1 < len(tokens) and number(reading, index + 1):
        return tokens[index + 1].span
    bare = "ال" not in tokens[index].proclitics and not tokens[index].enclitics
    if marked is None and kind in _TOLD_APART and "ال" in tokens[index].proclitics:
        return _adjectives(reading, index)
    if marked is not None or not bare or not is_class_of_places(kind):
        # «عملية تسلل», «سفينة شحن»: what bears a name and is no place has it in quotation marks.
        return marked
    if kind not in _NAMED_LANDS and index + 1 < len(tokens) and _word_alone(reading, index + 1):
        return None
    if kind in _OF_TOWNS and not (index + 1 < len(tokens) and place_at([tokens[index + 1].stem], 0)):
        return None
    last = index + 1
    if last < len(tokens) and _miscut(tokens[last]) and one_line(reading, last):
        last += 1
    opened = last < len(tokens) and tokens[last].stem in listed("place_names", "opens", "ar")
    if opened and last + 1 < len(tokens) and _of_name(tokens[last + 1]) and one_line(reading, last + 1):
        last += 2  # «محطة بني مزار»
    while last < len(tokens) and last - index <= _LONGEST + opened and _goes_on(reading, index, last):
        last += 1
    if last == index + 1 or (_describes(tokens[index + 1]) and not opened) or _of_somebody(noun, tokens[index + 1]):
        return None
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[last - 1].span.end)


def _of_somebody(noun: Noun, name: Token) -> bool:
    """«سجن الرئيس»: that somebody was jailed, and no jail."""
    return noun.kind in ACTS and is_title(name)


def _adjectives(reading: Reading, index: int) -> Span | None:
    """«الطريق الصحراوي الشرقي», «المتحف المصري الكبير»: adjectives that tell a place from others of its class."""
    tokens, last = reading.tokens, index + 1
    while last < len(tokens) and last - index <= _LONGEST and _describing_it(reading, index, last):
        last += 1
    telling = any(token.stem not in common() for token in tokens[index + 1 : last])
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[last - 1].span.end) if telling else None


def _goes_on(reading: Reading, noun: int, index: int) -> bool:
    """Whether a name goes on with a word: no word of the language behind its first («مطار سبها تمهيدا»)."""
    token = reading.tokens[index]
    if index == noun + 1:
        return _of_name(token) and one_line(reading, index)
    plain = ("ال" not in token.proclitics and concept("ar", token.norm) is not None) or of_time(reading, token.span)
    return _of_name(token) and one_line(reading, index) and not plain


def _word_alone(reading: Reading, index: int) -> bool:
    """«مستشفى يضم 120 سريرا», «حقل قمح»: a word of the language that no further word makes a name («معبر رأس جدير»)."""
    token = reading.tokens[index]
    if "ال" in token.proclitics or is_known(token.norm):
        return False
    if finite(token):
        return True
    if concept("ar", token.norm) is None and not act_pattern(token.surface):
        return False
    further = index + 1 < len(reading.tokens) and _goes_on(reading, index - 1, index + 1)
    return not further and not any(place.span.overlaps(token.span) for place in reading.places)


def _describing_it(reading: Reading, noun: int, index: int) -> bool:
    token = reading.tokens[index]
    agrees = _adjective(token) and _agree(reading.tokens[noun], token)
    return agrees and one_line(reading, index) and not of_time(reading, token.span)


def _agree(noun: Token, adjective: Token) -> bool:
    """Whether an adjective can be of a noun by its gender: «المحكمة النطق» is none."""
    return not noun.stem.endswith("ه") or adjective.stem.endswith(_FEMININE)


def _adjective(token: Token) -> bool:
    return token.proclitics == ("ال",) and token.norm not in grammar() and not token.enclitics


def _titled(reading: Reading, index: int, kind: str) -> Span | None:
    """«قانون تنظيم الإعلام» in quotation marks: the name that begins with its own noun, without it."""
    tokens = reading.tokens
    if is_class_of_places(kind) or not index or tokens[index - 1].surface not in OPENING or tokens[index].proclitics:
        return None
    whole = in_marks(reading, index - 1, _TITLE)
    inside = [
        token for token in reading.tokens[index + 1 :][:_TITLE] if whole is not None and whole.contains(token.span)
    ]
    return Span(reading.article.id, inside[0].span.start, inside[-1].span.end) if inside else None


def _said(reading: Reading, quoted: Span) -> bool:
    """«القانون «يحمي الصحفيين»»: what is said of it opens with a verb, and is no name."""
    inside = [token for token in reading.tokens if quoted.contains(token.span)]
    return len(inside) > 1 and inside[0].norm[:1] in "يت" and len(inside[0].norm) > _STEM


def _of_name(token: Token) -> bool:
    """Whether a word can be of the name: a bare word or one with the article alone, no word of grammar, and no noun
    of another named thing."""
    if token.kind != "word" or set(token.proclitics) - {"ال"} or token.enclitics:
        return False
    return token.norm not in grammar() and (token.stem not in stops() or _first_of_name(token))


def _first_of_name(token: Token) -> bool:
    """«قصر الشعب», «شارع المطار»: a noun of another named thing that itself is the name."""
    return "ال" in token.proclitics and token.stem not in sides()


def _miscut(token: Token) -> bool:
    """«فندق لاند مارك», «فندق كمبينسكي»: a name whose first letter was taken for a preposition, what is left of it being
    no word."""
    cut = set(token.proclitics)
    rare = counts().get(token.stem, 0) < _A_WORD and concept("ar", token.stem) is None
    rare = rare and not act_pattern(token.stem)
    return token.kind == "word" and bool(cut) and cut <= _LIKE_PARTICLES and rare


def _describes(token: Token) -> bool:
    """«حي سكني», «قاعدة هندية»: an adjective without article, of a word that is known, and no name («فندق كمبينسكي»)."""
    bare = "ال" not in token.proclitics and fold(token.surface).endswith(("ي", "يه"))
    known = concept("ar", token.stem) is not None or token.stem in adjectives()
    return token.stem in _describing() or (bare and known)


@cache
def _describing() -> frozenset[str]:
    return vocabulary("describing_adjectives", "ar")
