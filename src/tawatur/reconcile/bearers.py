"""Things told with their class and their name («مخيم بلاطة»، «سفينة نور»، «عملية الصقر»): two names in one event.

The gazetteer knows towns and few camps, halls or ships. What kind of thing it is stands beside the name, so two names
behind one noun can be told apart without knowing either.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise, permutations, product
from typing import NamedTuple

from ..annotate.gazetteer import place_at
from ..lang.clitics import counts
from ..lang.matching import match_names
from ..lang.matching import words as name_words
from ..lang.nations import adjectives, nation
from ..lang.normalise import fold
from ..lang.tables import table
from ..model import Comparison, Reading, Said, Span, Token
from ..story.terms import concept, grammar, root
from ..story.voices import ranks
from .book import Book, Fact, inside
from .links import canonical
from .naming import Named
from .say import outlet, value
from .similarity import likeness
from .whereabouts import ACROSS, WAYS, one_name, sides_of

# Words of a name behind its noun: enough to tell it from another.
_LONGEST = 2
# How far behind the noun a name in quotation marks may stand («المركب الذي يحمل اسم «نور»»).
_REACH = 4
# … and a place's.
_BESIDE = 2
# Met as often as this, what is left is a word.
_A_WORD = 5
# The group of classes whose names no language translates.
_SPELLED = "storm"
_LIKE_PARTICLES = frozenset("لكف")
# An imperfect verb is longer than this.
_STEM = 3
# Classes whose places adjectives tell apart, and those named after a town.
_TOLD_APART = frozenset(("road", "museum", "stadium", "hospital"))
_OF_TOWNS = frozenset(("markaz",))
# What may stand between an English noun and its name: "the vessel, the Akdeniz Star", and "the village of Dansadau".
_LEADS = frozenset((",", "the"))
# What stands between an English noun and its name in quotation marks.
_CALLED = frozenset(("codenamed", "dubbed", "named", "called", "known", "as", "entitled", "titled", "nicknamed"))
# Claims that name the only thing of its class in their reports tell of two things where they are less alike than this.
_OF_ONE = -5.0
# Claims of a slot that are looked at.
_FACES = 16
OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
_IN_MARKS = 4
# … and of one that begins with its noun («قانون حماية الأمن الرقمي»).
_TITLE = 7


class Bearer(NamedTuple):
    """A named thing: its class, its name as written, where noun and name stand, and whether something comes from it
    or goes to it."""

    kind: str
    name: str
    span: Span
    way: str


class _Class(NamedTuple):
    place: bool
    among: str


def bearers(book: Book, fact: Fact) -> tuple[Bearer, ...]:
    """The named things that a claim names."""
    return tuple(bearer for bearer in named(book, fact.report) if fact.claim.span.contains(bearer.span))


def classes(book: Book, fact: Fact) -> frozenset[str]:
    """The classes of things whose nouns a claim holds, with a name or without."""
    if fact.id not in book.classes:
        nouns = _nouns("ar" if fact.reading.article.language == "ar" else "en")
        words = (token for token in inside(fact.reading, fact.claim.span) if token.kind == "word")
        book.classes[fact.id] = frozenset(kind for token in words if (kind := nouns.get(_singular(token))))
    return book.classes[fact.id]


def described(fact: Fact) -> Iterator[tuple[str, Span]]:
    """Places that a claim tells by their noun and an adjective («المنطقة الحرة»، «الحي الشرقي»), with their classes."""
    tokens = inside(fact.reading, fact.claim.span)
    for noun, adjective in pairwise(tokens):
        kind = _nouns("ar").get(noun.stem) if "ال" in noun.proclitics else None
        telling = adjective.proclitics == ("ال",) and _common().get(adjective.stem, True)
        if kind and _classes()[kind].place and telling:
            yield kind, Span(noun.span.article_id, noun.span.start, adjective.span.end)


def by_adjective(name: str) -> bool:
    """Whether an adjective that many places of a class have is all of a name («الجامعي»)."""
    return all(word in _common() for word in name_words(name))


def named(book: Book, report: int) -> tuple[Bearer, ...]:
    """The named things of a whole report, read once."""
    if report not in book.bearers:
        book.bearers[report] = tuple(_read(book.readings[report]))
    return book.bearers[report]


def two_names(book: Book, slots: list[list[Fact]]) -> Iterator[Named]:
    """Two names of one ship, storm or operation: the only one of its class that either report names, in claims that
    are set side by side or not unlike, or names with a word in common."""
    beside = {frozenset((a.id, b.id)) for slot in slots for a, b in combinations(slot[:_FACES], 2)}
    seen = set()
    for i, j in combinations(range(len(book.readings)), 2):
        for left, one in _borne(book, i):
            for right, other in _borne(book, j):
                pair = one.kind, i, j
                if pair in seen or not (_only(book, i, one) and _only(book, j, other)):
                    continue
                together = (
                    frozenset((left.id, right.id)) in beside
                    or bool(_words(book, left, one) & _words(book, right, other))
                    or likeness(book, left, right).odds > _OF_ONE
                )
                if together and (_apart(book, left, one, right, other) or _otherwise_classed(left, one, right, other)):
                    seen.add(pair)
                    yield Named(_differ(left, one, right, other), (left, right))
    yield from _respelled(book, slots)


def _otherwise_classed(left: Fact, one: Bearer, right: Fact, other: Bearer) -> bool:
    """«الإعصار «لبان»» and «العاصفة «لبان»»: one name behind two nouns of a kind."""
    one_language = left.reading.article.language == right.reading.article.language
    return one_language and one.kind != other.kind and _comparable(one, other) and one.name == other.name


def _borne(book: Book, report: int) -> Iterator[tuple[Fact, Bearer]]:
    """The things of a report that bear a name and are no place, with the claims of the text that hold them."""
    for bearer in named(book, report):
        if not is_place(bearer):
            facts = (f for f in book.facts if f.report == report and not f.head and f.claim.span.contains(bearer.span))
            if (fact := next(facts, None)) is not None:
                yield fact, bearer


def _words(book: Book, fact: Fact, bearer: Bearer) -> frozenset[str]:
    """What a name's own words share with another's: its terms without those of the noun, and its roots."""
    text, span = fact.reading.article.text, bearer.span
    at = text.find(bearer.name.split()[0], span.start, span.end)
    own = Span(span.article_id, max(at, span.start), span.end)
    return book.terms(fact.reading, own) | {root(word) for word in name_words(bearer.name) if word not in grammar()}


def _respelled(book: Book, slots: list[list[Fact]]) -> Iterator[Named]:
    """«المركب «نجمة الجنوب»» and «نجم الجنوب»: names in quotation marks that share a word, one of them without its
    noun, in claims set side by side."""
    seen = set()
    for fact, other in (pair for slot in slots for pair in permutations(slot[:_FACES], 2)):
        if fact.report == other.report or fact.head or other.head:
            continue
        for one in (bearer for bearer in bearers(book, fact) if not is_place(bearer)):
            key = one.kind, frozenset((fact.report, other.report))
            bare = next((b for b in _without_noun(book, fact, one, other) if _apart(book, fact, one, other, b)), None)
            if bare is not None and key not in seen:
                seen.add(key)
                yield Named(_differ(fact, one, other, bare), (fact, other))


def other_terms(left: str, right: str) -> bool:
    """Whether two names in two languages cannot be translations: each has a word of which the other has nothing, and
    what all words of one mean is known."""
    sides = [[word for word in name_words(name) if word not in grammar()] for name in (left, right)]
    keys = [[_terms().get(word, "") for word in side] for side in sides]
    alike = any(match_names(x, y, "PERSON") for x, y in product(*sides))
    known = any(all(side) for side in keys)
    return (
        known and not alike and all(any(key and key not in other for key in side) for side, other in permutations(keys))
    )


def _without_noun(book: Book, fact: Fact, one: Bearer, other: Fact) -> Iterator[Bearer]:
    """Names in quotation marks in another claim, as long as this one and with a word of it, that no noun stands before."""
    for span in _marked(other):
        bare = Bearer(one.kind, other.at(span), span, one.way)
        as_long = len(name_words(bare.name)) == len(name_words(one.name)) > 1
        known = any(span.overlaps(bearer.span) for bearer in named(book, other.report))
        if as_long and not known and _words(book, fact, one) & _words(book, other, bare):
            yield bare


def _marked(fact: Fact) -> Iterator[Span]:
    """Short runs between quotation marks in a claim."""
    reading = fact.reading
    for index, token in enumerate(reading.tokens):
        if fact.claim.span.contains(token.span) and token.surface in OPENING:
            span = _quoted(reading, index) if index else None
            if span is not None:
                yield span


def is_place(one: Bearer) -> bool:
    """Whether the class is somewhere to be."""
    return _classes()[one.kind].place


def among(kind: str) -> str:
    """The group of a class, other classes of which may be the same thing; empty where it is in none."""
    return _classes()[kind].among if kind in _classes() else ""


def _only(book: Book, report: int, one: Bearer) -> bool:
    return all(one_name(one.name, other.name) for other in named(book, report) if other.kind == one.kind)


def _comparable(one: Bearer, other: Bearer) -> bool:
    if one.way != other.way and not _one_way(one, other):
        return False
    mine, yours = _classes()[one.kind].among, _classes()[other.kind].among
    return one.kind == other.kind or (bool(mine) and mine == yours)


def _one_way(one: Bearer, other: Bearer) -> bool:
    """«عبر معبر …» is «من معبر …», and «خرجوا إلى ساحة …» is «تظاهروا في ساحة …»."""
    ways = {one.way, other.way}
    if one.kind == other.kind == "crossing":
        return "to" not in ways
    return one.kind == other.kind == "square" and ways == {"", "to"}


def _alone(one: Bearer, among: tuple[Bearer, ...]) -> bool:
    """Whether the claim names no second thing that it could be («من حي الزيتون إلى حي الشجاعية»)."""
    return sum(_comparable(one, other) for other in among) == 1


def _apart(book: Book, left: Fact, one: Bearer, right: Fact, other: Bearer) -> bool:
    """Whether neither report knows the other's name for it: one that has both tells of two things."""
    if not _comparable(one, other) or _same(one, other):
        return False
    # «الطريق الصحراوي» may be either.
    return not any(
        _same(mine, bearer) and not _same(mine, own)
        for bearer, own, report in ((other, one, left.report), (one, other, right.report))
        for mine in named(book, report)
        if is_place(mine) == is_place(bearer)
    )


def _same(one: Bearer, other: Bearer) -> bool:
    """Whether two names may be one: a place's may be cut short or begin alike, a thing's may only be cut short."""
    if is_place(one):
        return not opposite(one.name, other.name) and one_name(one.name, other.name)
    if one.name.isascii() != other.name.isascii() and _classes()[one.kind].among != _SPELLED:
        # A ship's or an operation's name is translated («درع البادية», "Desert Shield"), a storm's is spelled.
        return not other_terms(one.name, other.name)
    a, b = canonical(one.name), canonical(other.name)
    spelled = len(a) == len(b) == 1 and match_names(one.name, other.name, "PERSON") is not None
    return spelled or set(a) <= set(b) or set(b) <= set(a)


def opposite(one: str, other: str) -> bool:
    """«الطريق الصحراوي الشرقي», «الطريق الصحراوي الغربي»."""
    ours, theirs = (sides_of(name) for name in (one, other))
    return any(axis <= ours ^ theirs for axis in ACROSS)


def _differ(left: Fact, one: Bearer, right: Fact, other: Bearer) -> Comparison:
    values = tuple(
        value(fact, text=fact.at(bearer.span), span=bearer.span) for fact, bearer in ((left, one), (right, other))
    )
    said = [v["text"] for v in values]
    if _classes()[one.kind].place:
        detail = Said(
            f"يختلف المكان: {outlet(left)} يقول «{said[0]}»، و{outlet(right)} يقول «{said[1]}».",
            f"The place differs: {left.outlet} says «{said[0]}», {right.outlet} says «{said[1]}».",
        )
        return Comparison("place", "differ", 0.0, detail, values)
    detail = Said(
        f"يختلف الاسم: {outlet(left)} يقول «{said[0]}»، و{outlet(right)} يقول «{said[1]}».",
        f"The name differs: {left.outlet} says «{said[0]}», {right.outlet} says «{said[1]}».",
    )
    return Comparison("name", "differ", 0.4, detail, values)


def _read(reading: Reading) -> list[Bearer]:
    arabic = reading.article.language == "ar"
    find = _arabic_name if arabic else _english_name
    nouns = _nouns("ar" if arabic else "en")
    bodies = [m.span for m in reading.mentions if m.kind == "ORG"]
    found = []
    for index, token in enumerate(reading.tokens):
        kind = nouns.get(_singular(token)) if token.kind == "word" else None
        span = find(reading, index, kind) if kind else None
        if kind and span is None:
            span = _titled(reading, index, kind)
        # «مديرية الأمن» is a body, «مديرية العدين» a place.
        body = kind is not None and _classes()[kind].place and any(b.contains(token.span) for b in bodies)
        if kind and span is not None and not body:
            name = " ".join(span.of(reading.article.text).split())
            whole = Span(span.article_id, min(span.start, token.span.start), max(span.end, token.span.end))
            way = _way(reading, index)
            if way is not None:
                found.append(Bearer(kind, name, whole, way))
    return found


def _singular(token: Token) -> str:
    """The noun as listed: «حملته» is «حملة» with a pronoun."""
    return f"{token.stem[:-1]}ه" if token.enclitics and token.stem.endswith("ت") else token.stem


def _way(reading: Reading, index: int) -> str | None:
    """«من ميناء»: from, «إلى ميناء»: to, else empty; None for «رئيس حي المطرية», which says who somebody is."""
    token, before = reading.tokens[index], reading.tokens[max(0, index - 1)]
    if ("ل" in token.proclitics and before.stem not in _describing()) or before.stem in ranks():
        return None
    return WAYS.get(before.norm, "")


def _arabic_name(reading: Reading, index: int, kind: str) -> Span | None:
    """The name behind an Arabic noun: in quotation marks, or the words right behind a noun without article."""
    tokens = reading.tokens
    quoted = _quoted(reading, index + 1, _BESIDE if _classes()[kind].place else _REACH)
    if quoted is not None and "ال" in tokens[index].proclitics and _said(reading, quoted):
        quoted = None
    bare = "ال" not in tokens[index].proclitics and not tokens[index].enclitics
    if quoted is None and kind in _TOLD_APART and "ال" in tokens[index].proclitics:
        return _adjectives(reading, index)
    if quoted is not None or not bare or not _classes()[kind].place:
        # «عملية تسلل», «سفينة شحن»: what bears a name and is no place has it in quotation marks.
        return quoted
    if kind in _OF_TOWNS and not (index + 1 < len(tokens) and place_at([tokens[index + 1].stem], 0)):
        return None
    last = index + 1
    if last < len(tokens) and _miscut(tokens[last]) and _one_line(reading, last):
        last += 1
    while last < len(tokens) and last - index <= _LONGEST and _of_name(tokens[last]) and _one_line(reading, last):
        last += 1
    if last == index + 1 or _describes(tokens[index + 1]):
        return None
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[last - 1].span.end)


def _adjectives(reading: Reading, index: int) -> Span | None:
    """«الطريق الصحراوي الشرقي», «المتحف المصري الكبير»: adjectives that tell a place from others of its class."""
    tokens, last = reading.tokens, index + 1
    while last < len(tokens) and last - index <= _LONGEST and _adjective(tokens[last]) and _one_line(reading, last):
        last += 1
    telling = any(token.stem not in _common() for token in tokens[index + 1 : last])
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[last - 1].span.end) if telling else None


def _adjective(token: Token) -> bool:
    return token.proclitics == ("ال",) and token.norm not in grammar() and not token.enclitics


def _titled(reading: Reading, index: int, kind: str) -> Span | None:
    """«قانون تنظيم الإعلام» in quotation marks: the name that begins with its own noun, without it."""
    tokens = reading.tokens
    if _classes()[kind].place or not index or tokens[index - 1].surface not in OPENING or tokens[index].proclitics:
        return None
    whole = in_marks(reading, index - 1, _TITLE)
    inside = [
        token for token in reading.tokens[index + 1 :][:_TITLE] if whole is not None and whole.contains(token.span)
    ]
    return Span(reading.article.id, inside[0].span.start, inside[-1].span.end) if inside else None


def _quoted(reading: Reading, start: int, reach: int = _REACH) -> Span | None:
    tokens = reading.tokens
    for index in range(start, min(start + reach, len(tokens))):
        if index and not _one_line(reading, index):
            return None
        if tokens[index].surface in OPENING:
            return in_marks(reading, index, _IN_MARKS)
        if tokens[index].kind != "word":
            return None
    return None


def in_marks(reading: Reading, index: int, longest: int) -> Span | None:
    """The words between the quotation mark at an index and the one that closes it, ``longest`` words at most."""
    tokens = reading.tokens
    behind = range(index + 1, min(index + longest + 2, len(tokens)))
    end = next((n for n in behind if tokens[n].surface in _CLOSING), index + 1)
    return Span(reading.article.id, tokens[index + 1].span.start, tokens[end - 1].span.end) if end > index + 1 else None


def _said(reading: Reading, quoted: Span) -> bool:
    """«القانون «يحمي الصحفيين»»: what is said of it opens with a verb, and is no name."""
    inside = [token for token in reading.tokens if quoted.contains(token.span)]
    return len(inside) > 1 and inside[0].norm[:1] in "يت" and len(inside[0].norm) > _STEM


def _one_line(reading: Reading, index: int) -> bool:
    """Whether no line ends between a word and the one before it."""
    before, after = reading.tokens[index - 1].span.end, reading.tokens[index].span.start
    return "\n" not in reading.article.text[before:after]


def _of_name(token: Token) -> bool:
    """Whether a word can be of the name: a bare word or one with the article alone, no word of grammar, and no noun
    of another named thing."""
    if token.kind != "word" or set(token.proclitics) - {"ال"} or token.enclitics:
        return False
    return token.norm not in grammar() and (token.stem not in _stops() or _first_of_name(token))


def _first_of_name(token: Token) -> bool:
    """«قصر الشعب», «شارع المطار»: a noun of another named thing that itself is the name."""
    return "ال" in token.proclitics and token.stem not in _sides()


def _miscut(token: Token) -> bool:
    """«فندق لاند مارك», «فندق كمبينسكي»: a name whose first letter was taken for a preposition, what is left of it being
    no word."""
    cut = set(token.proclitics)
    return token.kind == "word" and bool(cut) and cut <= _LIKE_PARTICLES and counts().get(token.stem, 0) < _A_WORD


def _describes(token: Token) -> bool:
    """«حي سكني», «قاعدة هندية»: an adjective without article, of a word that is known, and no name («فندق كمبينسكي»)."""
    bare = "ال" not in token.proclitics and fold(token.surface).endswith(("ي", "يه"))
    known = concept("ar", token.stem) is not None or token.stem in adjectives()
    return token.stem in _describing() or (bare and known)


@cache
def _describing() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("ar", "describing_adjectives").rows)


def _english_name(reading: Reading, index: int, kind: str) -> Span | None:
    """The capitalised words around an English noun, or behind one in small letters."""
    tokens = reading.tokens
    if not _classes()[kind].place and (quoted := _marked_behind(reading, index)) is not None:
        return quoted
    capital = tokens[index].surface[:1].isupper()
    first, last = index, index + 1
    if capital and kind == "port" and last < len(tokens) and tokens[last].surface[:1].isupper():
        return None  # "Port Said" is a town
    while capital and first > 0 and _capital(tokens[first - 1]) and _one_line(reading, first):
        first -= 1
    while last < len(tokens) and _capital(tokens[last]) and _one_line(reading, last):
        last += 1
    if not capital:
        # «The charity ship Sea Hope».
        first = index + 1
        leads = _LEADS | {"of"} if _classes()[kind].among == "settlement" else _LEADS
        while first < len(tokens) and first - index < 3 and tokens[first].norm in leads:
            first += 1
        last = first
        while last < len(tokens) and _capital(tokens[last]) and _one_line(reading, last):
            last += 1
        if first == last and not _classes()[kind].place:
            # "the Blue Horizon academy"
            return _before(reading, index)
        if first == last and index and _one_line(reading, index):
            # "at the Isha checkpoint"
            first, last = index - 1, index
            if not _capital(tokens[first]) or nation(tokens[first].norm) or set("'’") & set(tokens[first].surface):
                return None
    parts = [token for token in tokens[first:last] if token is not tokens[index]]
    return Span(reading.article.id, parts[0].span.start, parts[-1].span.end) if parts else None


def _before(reading: Reading, index: int) -> Span | None:
    """Two capitalised words or more before a noun, no nation's and no body's."""
    tokens, first = reading.tokens, index
    while first > 0 and _capital(tokens[first - 1]) and _one_line(reading, first):
        first -= 1
    bodies = [
        m.span
        for m in reading.mentions
        if m.kind == "GPE" or (m.kind == "ORG" and m.span.end < tokens[index].span.start - 1)
    ]
    several = index - first > 1 and not any(nation(token.norm) for token in tokens[first:index])
    span = Span(reading.article.id, tokens[first].span.start, tokens[index - 1].span.end) if several else None
    return span if span and not any(body.overlaps(span) for body in bodies) else None


def _marked_behind(reading: Reading, index: int) -> Span | None:
    """«operation "Desert Shield"», «the operation, codenamed "Closed Harbour,"»."""
    tokens = reading.tokens
    for at in range(index + 1, min(index + _REACH, len(tokens))):
        if tokens[at].surface in OPENING and _one_line(reading, at):
            whole = in_marks(reading, at, _IN_MARKS + 1)
            inside = [
                t for t in tokens[at + 1 : at + _IN_MARKS + 2] if whole and whole.contains(t.span) and t.kind == "word"
            ]
            named = inside and all(t.surface[:1].isupper() or t.norm in grammar() for t in inside)
            return Span(reading.article.id, inside[0].span.start, inside[-1].span.end) if named else None
        if tokens[at].surface != "," and tokens[at].norm not in _CALLED:
            return None
    return None


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.surface[:1].isupper() and token.norm not in grammar()


@cache
def _terms() -> dict[str, str]:
    """What the words of names mean, in both languages."""
    rows = table("ar", "name_terms").rows
    return {name_words(word)[0]: row["key"] for row in rows for side in ("ar", "en") for word in row[side].split("|")}


@cache
def _nouns(language: str) -> dict[str, str]:
    return {fold(word): row["class"] for row in table(language, "bearers").rows for word in row["words"].split("|")}


@cache
def _classes() -> dict[str, _Class]:
    return {
        row["class"]: _Class(row["aspect"] == "place", row["among"])
        for language in ("en", "ar")
        for row in table(language, "bearers").rows
    }


@cache
def _stops() -> frozenset[str]:
    return _sides() | _nouns("ar").keys()


@cache
def _sides() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("ar", "directions").rows)


@cache
def _common() -> dict[str, bool]:
    """Adjectives that many places of one class have, and whether a town may have one such place alone."""
    return {fold(row["word"]): row["telling"] == "yes" for row in table("ar", "common_adjectives").rows}
