"""Whether two ways of naming a speaker are one: a body and who speaks for it, in two scripts, or by a word that refers
to the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..lang.matching import blocks, match_names, words
from ..lang.normalise import fold
from ..lang.tables import vocabulary
from ..model import Reading, Source, Span
from .concepts import concept
from .offices import after_letter, body_words, fields_of, kinship, of_kind, office, one_office
from .small_words import grammar
from .texts import nobodys
from .voices import Voice, heads_body, one_voice, ranks, titles, voice


class Speaker(NamedTuple):
    """Who speaks in a report, as far as another report may call him otherwise. ``keys`` mean one speaker in one
    language, ``offices`` are the terms of his office or body in any, ``sounds`` the consonants of what may be his name,
    ``voices`` the body by all that it is called."""

    called: str
    language: str
    person: str | None
    keys: frozenset[str]
    offices: frozenset[str]
    sounds: tuple[frozenset[str], ...]
    voices: tuple[Voice, ...]


def speaker(source: Source, reading: Reading, places: frozenset[str]) -> Speaker:
    """The speaker behind a source; ``places`` are the words of the report's places (``place_words``)."""
    person = _person(reading, source)
    return Speaker(
        naming(source, reading)[0],
        reading.article.language,
        person,
        frozenset(_keys(reading, source)),
        frozenset(_offices(reading, source)),
        _sounds(reading, source, person),
        _voices(reading, source, person, places),
    )


def merged(several: list[Speaker]) -> Speaker:
    """One speaker by all the ways a report tells him, called as the first of them."""
    first, *others = several
    return first._replace(
        person=next((one.person for one in several if one.person), None),
        keys=first.keys.union(*(one.keys for one in others)),
        offices=first.offices.union(*(one.offices for one in others)),
        voices=tuple(dict.fromkeys(voice_ for one in several for voice_ in one.voices)),
    )


def place_words(reading: Reading) -> frozenset[str]:
    """The words of a report's names of places."""
    text = reading.article.text
    return frozenset(word for m in reading.mentions if m.kind in _PLACES for word in words(m.span.of(text)))


def one_speaker(one: Speaker, other: Speaker) -> bool:
    """The same name or the same words for an office; across languages the name's consonants, or the office's terms."""
    if one.language == other.language:
        if one.keys & other.keys or _one_person(one.person, other.person) or _tells(one, other) or _tells(other, one):
            return True
        if one.person and other.person and not (_on_behalf(one) or _on_behalf(other)):
            return False
        if _initials(one.called) & _capitals(other.called) or _initials(other.called) & _capitals(one.called):
            return True
        if one.voices and other.voices:
            return any(one_voice(mine, yours) for mine in one.voices for yours in other.voices)
        return one_office(one.offices, other.offices)
    if one.person and other.person:
        return bool(match_names(one.person, other.person, "PERSON")) or _alike(one, other)
    return _alike(one, other) or one_office(one.offices, other.offices)


def _on_behalf(one: Speaker) -> bool:
    """«المتحدث باسم الوزارة»: whoever says it, the body speaks, as it does through its head."""
    return "spokesman" in map(body_words("ar").get, words(one.called))


def two_speakers(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are surely two. A body's name is translated, so that in two languages only two names of
    persons, a person of no office, or another field or country tell; else they may be one."""
    if one_speaker(one, other):
        return False
    if one.language == other.language or (one.person and other.person):
        return True
    person = one if one.person else other if other.person else None
    private = person is not None and not person.offices & frozenset(body_words("ar").values())
    return private or kinship(one.offices, other.offices) is False


def _alike(one: Speaker, other: Speaker) -> bool:
    """Whether names in two scripts sound alike: in two words, or in the one that each or a person has."""
    alike = sum(any(mine & yours for yours in other.sounds) for mine in one.sounds)
    lone = len(one.sounds) == len(other.sounds) == 1 and not (one.person or other.person)  # «منظمة اليونيسف», "UNICEF"
    short = 1 in (len(one.sounds), len(other.sounds)) and one.person and other.person
    return alike > 1 or bool(alike and (lone or short))


def _capitals(called: str) -> set[str]:
    """Words in capitals: "NOC"."""
    return {word for word in _WORD.findall(called) if len(word) > 2 and word.isascii() and word.isupper()}


def _initials(called: str) -> set[str]:
    """The initials of a body's name in Latin letters ("National Oil Corporation")."""
    first = "".join(word[0] for word in _WORD.findall(called) if word.isascii() and word[0].isupper())
    return {first} if len(first) > 2 else set()


def _tells(one: Speaker, other: Speaker) -> bool:
    """Whether the words for one hold the other's name («كل من الوزير فلان والمحافظ فلان»)."""
    name = words(other.person or "")
    return len(name) > 1 and any(f" {' '.join(name)} " in f" {key} " for key in one.keys)


def _one_person(left: str | None, right: str | None) -> bool:
    """One name, or one inside the other: names are read with a word too many now and then."""
    if not left or not right:
        return False
    if match_names(left, right, "PERSON"):
        return True
    short, long = sorted((words(left), words(right)), key=len)
    return len(short) > 1 and any(long[n : n + len(short)] == short for n in range(len(long)))


def _person(reading: Reading, source: Source) -> str | None:
    """A person's name, as long as the report tells it («Holmberg»)."""
    named = {m.entity for m in reading.mentions if m.kind == "PERSON" and m.form == "name"}
    name = next((e.name for e in reading.entities if e.id == source.entity and e.id in named), None)
    return max(filter(None, (naming(source, reading)[1], name)), key=lambda said: len(words(said)), default=None)


def _keys(reading: Reading, source: Source) -> Iterator[str]:
    if not nobodys(source.text):
        yield " ".join(words(source.text))
    named = (m.span for m in reading.mentions if m.kind == "PERSON" and m.form == "name")
    yield from (" ".join(words(s.of(reading.article.text))) for s in named if source.span and source.span.contains(s))
    ids = {source.entity, source.body} - {None}
    for entity in reading.entities:
        if entity.id in ids and entity.kind in _SPEAKERS:
            yield from filter(None, (" ".join(words(variant.text)) for variant in entity.variants))
            yield from (f"{scheme}:{value}" for scheme, value in entity.identifiers)


def _offices(reading: Reading, source: Source) -> Iterator[str]:
    """Terms of the office, and of what the body that speaks is called elsewhere («الوزارة» for «وزارة الصحة»)."""
    language = "ar" if reading.article.language == "ar" else "en"
    called, name = naming(source, reading)
    said = (*words(called), *words(_apposed(source, reading)))
    told = office(tuple(word for word in said if word not in words(name or "")), language)
    yield from told
    if not fields_of(told):  # «الإدارة العامة للحرس الوطني»
        for more in (*_titles(reading, source), *_longer(reading, source)):
            yield from office(words(more), language)
    for entity in reading.entities:
        if entity.kind == "ORG" and entity.id in (source.entity, source.body):
            for variant in entity.variants:
                yield from office(words(variant.text), language)
    for body in _spelled_out(reading, source):
        yield from office(words(body), language)


def _sounds(reading: Reading, source: Source, person: str | None) -> tuple[frozenset[str], ...]:
    """The consonants of each word of a person's name, else of each word of a speaker's that may be one."""
    language = "ar" if reading.article.language == "ar" else "en"
    if person is not None:
        return tuple(_sound(word) for word in words(_JOINED.sub("الله", person)) if len(word) > 2)
    named = (word for word in _WORD.findall(source.text) if language == "ar" or word != word.lower())
    said = (word for name in named for word in words(name) if len(word) > 2)
    return tuple(blocks(word) for word in said if not concept(language, word))


def _sound(word: str) -> frozenset[str]:
    """The consonants of a name's word; of "Albuainain" also without the article."""
    bare = word[2:] if word.isascii() and word.startswith(("al", "el")) and len(word) > _GLUED else word
    return blocks(word) | blocks(bare)


def _voices(reading: Reading, source: Source, person: str | None, places: frozenset[str]) -> tuple[Voice, ...]:
    """The voice by its own words and by what the body is called elsewhere; «الوزارة» alone where nothing tells more."""
    if reading.article.language != "ar":
        return ()
    bodies = (e for e in reading.entities if e.kind == "ORG" and e.id in (source.entity, source.body))
    variants = (variant.text for body in bodies for variant in body.variants)
    called = (*_titles(reading, source), *variants, *_spelled_out(reading, source))
    found = tuple(dict.fromkeys(voice(text, person, places) for text in called))
    told = tuple(one for one in found if one.about) or found
    longer = () if person else tuple(voice(text, person, places) for text in _longer(reading, source))
    return tuple(dict.fromkeys((*told, *longer)))


def _spelled_out(reading: Reading, source: Source) -> Iterator[str]:
    """«مديرة الوبائيات في الوزارة», "the service": the body that the report names by that noun and another word."""
    nouns = _body_nouns(reading, source.text)
    for entity in reading.entities if nouns else ():
        name = words(entity.name)
        headed = nouns & {name[0], name[-1]} if name else frozenset()
        if entity.kind == "ORG" and len(name) > 1 and headed and " ".join(name) not in fold(source.text):
            yield entity.name


def _body_nouns(reading: Reading, text: str) -> frozenset[str]:
    """The nouns in words that bodies are headed by; in English only where nothing else is told ("the agency")."""
    if reading.article.language == "ar":
        return frozenset(after_letter(word) for word in words(text) if heads_body(word))  # «بيان للمديرية»
    known = body_words("en")
    said = [word for word in words(text) if known.get(word) not in of_kind("role") and word not in grammar()]
    return frozenset(said) if said and all(known.get(word) in of_kind("body") for word in said) else frozenset()


def _titles(reading: Reading, source: Source) -> tuple[str, ...]:
    """What a speaker is called; of a document whose it is («نشرة صادرة عن مديرية الأرصاد»)."""
    text = reading.article.text
    called = naming(source, reading)[0]
    if source.span is None:
        return (called,)
    if office := _apposed(source, reading):
        return called, office
    if short := _BRACKETS.match(text, source.span.end):
        return called, short["name"]
    if source.kind != "document":
        return (called,)
    return tuple(body.of(text) for body in _whose(reading, source.span)) or (source.text,)


def _whose(reading: Reading, document: Span) -> list[Span]:
    """The bodies in a document's phrase, up to what it says."""
    said = next((c.span.start for c in reading.claims if c.span.start >= document.end), len(reading.article.text))
    rest = _PHRASE.match(reading.article.text, document.end, said)
    phrase = Span(document.article_id, document.start, rest.end() if rest else document.end)
    return [m.span for m in reading.mentions if m.kind == "ORG" and phrase.contains(m.span)]


def _longer(reading: Reading, source: Source) -> Iterator[str]:
    """A body's name with the words that still belong to it («الشركة الوطنية للنقل بالسكك الحديدية»)."""
    if source.span is None:
        return
    text = reading.article.text
    said = next((c.span.start for c in reading.claims if c.span.start >= source.span.end), len(text))
    for named in _whose(reading, source.span) if source.kind == "document" else (source.span,):
        if more := _MORE.match(text, named.end, said):
            yield text[named.start : more.end()]


def _apposed(source: Source, reading: Reading) -> str:
    """The office that stands behind a person's name and a comma («الرائد كريم بن زيان، المكلف بالإعلام في الحماية
    المدنية»), "" where none does."""
    if source.span is None or naming(source, reading)[1] is None:
        return ""
    behind = _OFFICE.match(reading.article.text, source.span.end)
    said = words(behind["office"]) if behind else ()
    language = "ar" if reading.article.language == "ar" else "en"
    return behind["office"] if behind and office(said[:2], language) & (of_kind("role") | of_kind("body")) else ""


# Behind a name and a comma, up to the next mark.
_OFFICE = re.compile(r"\s*[،,]\s*(?:(?:a|an|the|its|who is)\s)?(?P<office>[^\W\d][\w\s'’-]{3,70})(?=[،,.:؛]|\Z)")
# A name this long in Latin letters that begins with "al" has the article in it.
_GLUED = 6
# «قسم الله», «عبد الله»: one name, which Latin letters write as one word.
_JOINED = re.compile(r"\s+الله\b")
_WORD = re.compile(r"\w[\w'’-]*")
# Names that speak, and names of places.
_SPEAKERS = ("PERSON", "ORG")
_PLACES = frozenset(("GPE", "LOC", "FAC"))
# «منظمة الصحة العالمية (الصحة العالمية)»: what a body is called for short.
_BRACKETS = re.compile(r"\s*\((?P<name>[^()\d]{3,20})\)")
# «…للحرس الوطني», «… بالسكك الحديدية», «… والموانئ», «… لشؤون اللاجئين»: what a name goes on with.
_MORE = re.compile(
    r"(?:\s+(?:(?:لل|بال|وال)\w+|ل(?:شؤون|حقوق|تنمية|حماية|مكافحة|رعاية|إدارة|دعم)\s\w+|في ال\w+)(?:\s+ال\w+)*)+"
)
# A document's own phrase goes on to the next mark.
_PHRASE = re.compile(r"[\w\s]{0,60}(?!\w)")


def one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether names in two scripts are one: two words that sound alike, or one office. False within one script."""
    if all(word.isascii() for word in left) == all(word.isascii() for word in right):
        return False
    latin, arabic = (left, right) if all(word.isascii() for word in left) else (right, left)
    names = [
        [w for w in said if len(w) > 2 and not office((w,), lang)] for said, lang in ((arabic, "ar"), (latin, "en"))
    ]
    sounding = sum(any(blocks(mine) & blocks(yours) for yours in names[1]) for mine in names[0])
    return sounding > 1 or one_office(office(arabic, "ar"), office(latin, "en"))


def refers_back(source: Source, reading: Reading, before: str) -> bool:
    """Whether a source without a name is the speaker before, who was called ``before``: by words of that name
    («الناطق», "Amin"), or by a noun that says no more than that somebody speaks («المسؤول النقابي»)."""
    said = words(source.text)
    if len(said) == 1 and said[0] in words(before)[1:] and not _definite(source.text):
        return True  # «فاضل» after «زياد فاضل»
    if not said or len(said) > 2 or not _definite(source.text) or _named(source, reading):
        return False
    if naming(source, reading)[1]:
        return False  # «النائب» in «النائب عن ذي قار حيدر الركابي»
    return set(said) <= set(words(before)) or said[0] in _speaking()


def unnamed_before(source: Source, reading: Reading, before: str) -> bool:
    """Whether a source is the nameless one before, called ``before``: «وأضاف المصدر», «المسؤول» for «مسؤول أمني»."""
    said = words(source.text)
    if source.kind not in ("anonymous", "named") or not said or not set(said) <= set(words(before)):
        return False
    return fold(source.text).startswith(("ال", "the ")) and not _named(source, reading)


def naming(source: Source, reading: Reading) -> tuple[str, str | None]:
    """What a speaker is called, with the place or the person that stands beside an office («محافظ حماة», «الكاتب العام
    للنقابة الوطنية لعمال الموانئ، إدريس الخلفي»), and that person's name or None."""
    if source.span is None:
        return source.text, None
    text, start, end = reading.article.text, source.span.start, source.span.end
    named = (m for m in reading.mentions if m.form == "name" and start < m.span.end <= end + 2 * _BESIDE)
    for mention in sorted(named, key=lambda m: m.span.start):
        gap = text[end : mention.span.start]
        person = mention.kind == "PERSON" or _ranked(text[start : mention.span.start])
        if source.span.contains(mention.span):
            if person and not titles(words(mention.span.of(text))):
                return source.text, mention.span.of(text)
        elif mention.span.start < end:
            break  # a name of which the source is a part
        elif len(gap) > _BESIDE or _APART.search(gap):
            break
        elif mention.kind == "ORG" and _named(source, reading):
            break  # «دعت الإدارة الذاتية التحالف الدولي إلى»: a body behind another's name is spoken to
        elif (person or gap == " ") and not any(claim.span.contains(mention.span) for claim in reading.claims):
            return text[start : mention.span.end], mention.span.of(text) if person else None
    return source.text, None


def _ranked(before: str) -> bool:
    """«العميد شاهر عمران»: behind a rank stands a person's name, whatever else it was taken for."""
    rank = (fold(before).split() or [""])[-1]
    return rank.startswith("ال") and rank.removeprefix("ال") in ranks()


# An office this long stands between its first words and the name; other marks than a comma right before it end it.
_BESIDE = 40
_APART = re.compile(r"[^\w\s،,'«»-]|[،,]\s*\w")


def _definite(text: str) -> bool:
    return fold(text).startswith(("ال", "the ")) or text[:1].isupper()


def _named(source: Source, reading: Reading) -> bool:
    """A name of its own, which other words of the report may spell out."""
    entity = source.entity or source.body
    forms = {mention.form for mention in reading.mentions if entity and mention.entity == entity}
    return "name" in forms or any(e.id == entity and (e.kind == "ORG" or e.identifiers) for e in reading.entities)


@cache
def _speaking() -> frozenset[str]:
    """Nouns for somebody who speaks, of whom nothing else is told."""
    return vocabulary("anonymous", "ar")
