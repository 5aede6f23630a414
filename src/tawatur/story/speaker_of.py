"""Who speaks behind a source of a report: by all that the report calls him, and his office or body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lang.matching import blocks, words
from ..lang.normalise import fold
from ..model import Reading, Source, Span
from .called import naming
from .concepts import concept
from .offices import after_letter, body_words, fields_of, of_kind, office
from .small_words import grammar
from .speakers import Speaker
from .texts import nobodys
from .voices import Voice, heads_body, voice

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


def place_words(reading: Reading) -> frozenset[str]:
    """The words of a report's names of places."""
    text = reading.article.text
    return frozenset(word for m in reading.mentions if m.kind in _PLACES for word in words(m.span.of(text)))


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
