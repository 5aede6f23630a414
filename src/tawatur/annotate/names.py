"""Names: who and what a report names, which namings are one, and why they are held to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..lang.clitics import counts, name_lists
from ..lang.surface import bare_end, bare_start, definite, proclitic
from ..lang.tables import table
from ..model import Article, Entity, Link, Mention, Sentence, Span, Token, Variant
from .naming.bodies import Body, bodies, nationality
from .naming.coreference import Naming, group
from .naming.gazetteer import settled
from .naming.known import is_known
from .naming.persons import (
    CALLED,
    child_of,
    family_name,
    given_name,
    gods,
    name_after,
    of_family,
    of_title,
    office,
    office_between_commas,
    surname,
    title_before,
    titles,
    unheard,
)
from .naming.places_led import led, unknown_word
from .naming.tagger import tag, units
from .speech.sayings import function_words, verbs

_SKIPPED = frozenset(("furniture",))
# A form met this often in a hundred thousand words of news is a word of the language.
_COMMON = 12
_ALI = "علي"
# Endings of nouns that foreign names seldom have.
_BENT = ("ا", "ون", "ين", "ات", "ان")
# The tagger's label of what is no name.
_OUTSIDE = "O"


class _Found(NamedTuple):
    """Tokens ``[first, last)`` and what they name."""

    first: int
    last: int
    kind: str
    form: str = "name"
    key: str = ""
    title: tuple[int, int] | None = None
    office: tuple[int, int] | None = None


def names(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions in order, and the article's entities with all their spellings and the rules that joined them.

    Names come from the tagger, from lists of bodies and from head nouns; titles attach to the person. Arabic and
    English differ in how names are found and in nothing after that.
    """
    readable = [sentence for sentence in sentences if sentence.role not in _SKIPPED]
    if article.language == "en":
        from .naming.names_en import found_in

        found = [_Found(*item) for sentence in readable for item in found_in(tokens, sentence)]
    else:
        found = _arabic(tokens, readable)
    spans = [_span(article, tokens, item) for item in found]
    namings = [
        Naming(span, span.of(article.text), item.kind, item.form, item.key, _title(article, tokens, item))
        for item, span in zip(found, spans)
    ]
    groups = group(article.text, namings)
    return _mentions(article, namings, groups), _entities(article, namings, groups)


def _arabic(tokens: tuple[Token, ...], sentences: list[Sentence]) -> list[_Found]:
    tagged = _tagged(tokens, sentences)
    found: list[_Found] = []
    for sentence, mine in zip(sentences, tagged):
        places = [_Found(*place) for place in settled(tokens, sentence.first, sentence.last)]
        mine, places = _with_led(tokens, sentence, mine, places)
        towns = [*places, *(item for item in mine if item.kind == "GPE")]
        where = frozenset(n for item in towns for n in range(item.first, item.last))
        heads = {body.first: body for body in bodies(tokens, sentence.first, sentence.last, where)}
        found += _persons(tokens, sentence, _merged(tokens, heads, mine, places, sentence), heads)
    longer = [item for item in found if item.last > item.first + 1]
    full = frozenset(_bare(token) for item in longer for token in tokens[item.first : item.last])
    found = [item for item in found if not _slip(tokens, item, full)]
    found += _again(tokens, sentences, found)
    return sorted([*found, *_towns_again(tokens, sentences, found)])


def _with_led(
    tokens: tuple[Token, ...], sentence: Sentence, tagged: list[_Found], places: list[_Found]
) -> tuple[list[_Found], list[_Found]]:
    """What the tagger and the gazetteer found, with the places that only their words lead to, where nothing is named,
    or somebody is where nobody can be."""
    for place in led(tokens, sentence.first, sentence.last):
        over = [item for item in (*tagged, *places) if item.first < place.last and place.first < item.last]
        if all(place.sure and item.kind == "PERSON" and item.first >= place.first for item in over):
            tagged = [item for item in tagged if item not in over]
            places = [*places, _Found(place.first, place.last, "GPE")]
    return tagged, sorted(places)


def _again(tokens: tuple[Token, ...], sentences: list[Sentence], found: list[_Found]) -> Iterator[_Found]:
    """Family names that stand alone after the full name was given («توفيق الحكيم … وقال الحكيم»).

    A family name that is a word of the language too («الحداد») counts only right behind a verb of saying.
    """
    full = (item for item in found if item.kind == "PERSON" and item.form == "name" and item.last > item.first + 1)
    families = {_bare(tokens[item.last - 1]): item.first for item in sorted(full, reverse=True)}
    taken = {n for item in found for n in range(item.first, item.last)}
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            bare = token.kind == "word" and not token.enclitics and len(token.stem) > 2
            if not bare or index in taken or families.get(_bare(token), index) >= index:
                continue
            said = index > sentence.first and not proclitic(token) and tokens[index - 1].stem in verbs()
            if said or not {_bare(token), token.stem} & _plain():
                yield _Found(index, index + 1, "PERSON")


def _towns_again(tokens: tuple[Token, ...], sentences: list[Sentence], found: list[_Found]) -> Iterator[_Found]:
    """Later namings of a town that no list knows («مدينة الدلنج … وفي الدلنج»)."""
    towns = {_bare(tokens[item.first]) for item in found if item.kind == "GPE" and item.last == item.first + 1}
    taken = {n for item in found for n in range(item.first, item.last)}
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            bare = token.kind == "word" and not token.enclitics and index not in taken
            if bare and _bare(token) in towns and unknown_word(token):
                yield _Found(index, index + 1, "GPE")


def _bare(token: Token) -> str:
    return f"ال{token.stem}" if definite(token) else token.stem


def _tagged(tokens: tuple[Token, ...], sentences: list[Sentence]) -> Iterator[list[_Found]]:
    """What the tagger finds in each sentence, as runs of tokens."""
    parts = [units([token.surface for token in tokens[s.first : s.last]]) for s in sentences]
    for sentence, pieces, labels in zip(sentences, parts, tag([[unit.form for unit in piece] for piece in parts])):
        found: list[_Found] = []
        run: _Found | None = None
        for unit, label in zip(pieces, labels):
            if label == _OUTSIDE:
                run = None
                continue
            prefix, _, kind = label.partition("-")
            at = sentence.first + unit.token
            if run is not None and prefix == "I" and kind == run.kind:
                found[-1] = run = run._replace(last=at + 1)
            else:
                run = _Found(at, at + 1, kind)
                found.append(run)
        yield found


def _merged(
    tokens: tuple[Token, ...], heads: dict[int, Body], tagged: list[_Found], settled: list[_Found], sentence: Sentence
) -> list[_Found]:
    """Bodies from lists and heads first; what the tagger adds where they leave room, and places by the gazetteer."""
    taken: set[int] = set()
    found: list[_Found] = []
    for body in heads.values():
        last = body.last
        found.append(_Found(body.first, last, body.kind, body.form, body.key))
        taken.update(range(body.first, last))
    places = {(item.first, item.last): item for item in settled}
    listed = {item.first: item for item in _listed(tokens, sentence)}
    tagged = [item for item in tagged if not any(_cuts_into(item, other) for other in listed.values())]
    tagged = [_longer(item, listed.pop(item.first, item)) for item in tagged]
    tagged = sorted([*tagged, *listed.values()], key=lambda item: (item.first, -item.last))
    sure = set(places)
    kinded = [places.pop((item.first, item.last), item) for item in tagged]
    for item in [*kinded, *places.values()]:
        item = _trimmed(tokens, _ranked(tokens, _of_people(tokens, item)))
        if item.kind == "PERSON" and item.form == "name" and item.last < sentence.last:
            behind = _more(tokens[item.last - 1], tokens[item.last]) or _surnamed(tokens, item.first, item.last)
            item = item._replace(last=item.last + behind)
        known = (item.first, item.last) in sure or _worth(tokens, item)
        if taken.isdisjoint(range(item.first, item.last)) and known:
            found.append(item)
            taken.update(range(item.first, item.last))
    return sorted(found)


def _trimmed(tokens: tuple[Token, ...], item: _Found) -> _Found:
    """A name without the preposition behind it («للصحفيين»: folded, «على» reads as the name علي, spelled out it does
    not), without words of the title before it («المهندس»), and with what «عبد» needs."""
    if item.kind != "PERSON" or item.form != "name":
        return item
    first, last = item.first, item.last
    while first < last - 1 and first and of_title(tokens[first], tokens[first - 1]):
        first += 1
    if first and tokens[first - 1].surface == _ALI:
        first -= 1  # spelled out it is no «على»
    if last < len(tokens) and tokens[last - 1].norm == "عبد" and tokens[last].proclitics in ((), ("ال",)):
        last += 1
    if last < len(tokens) and gods(tokens, last):
        last += 1  # «هناء قسم الله»
    words = (n for n in range(first + 1, last) if _preposition(tokens[n]))
    return item._replace(first=first, last=next(words, last))


def _preposition(token: Token) -> bool:
    return token.surface in _particles() or token.proclitics[:1] == ("ل",)


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ar", "function_words").rows)


def _of_people(tokens: tuple[Token, ...], item: _Found) -> _Found:
    """«أميركيين»: people told by their nation are named without being named one by one."""
    alone = item.last - item.first == 1 and tokens[item.first].stem in nationality()
    return item._replace(kind="PERSON", form="nominal") if alone and item.kind in ("PERSON", "GPE") else item


def _ranked(tokens: tuple[Token, ...], item: _Found) -> _Found:
    """«العميد شاهر عمران»: two bare words behind a rank with its article are who holds it, and no body."""
    if item.kind != "ORG" or item.last - item.first != 2 or not item.first:
        return item
    rank, bare = tokens[item.first - 1], not any(token.proclitics for token in tokens[item.first : item.last])
    return item._replace(kind="PERSON") if bare and definite(rank) and titles().get(rank.stem, False) else item


def _more(last: Token, behind: Token) -> bool:
    """Whether one more word belongs to a person's name; a people's name («العرب») takes none."""
    return not definite(last) and (family_name(behind) or unheard(behind))


def _surnamed(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """«رئيسة البعثة هناء الجندي»: behind an office and one given name a word with the article is the family's, be it a
    word of the language too."""
    return end == first + 1 and surname(tokens[end]) and title_before(tokens, first, 0, frozenset()) is not None


def _cuts_into(item: _Found, person: _Found) -> bool:
    """Whether what is no person ends in the middle of a person's listed name («البرهومي كمال» and «كمال المناعي»)."""
    return item.kind != "PERSON" and item.first < person.first < item.last < person.last


def _longer(item: _Found, other: _Found) -> _Found:
    """The longer of two readings from one beginning; the tagger's kind stands unless it saw a person cut short."""
    return other if other.last > item.last and item.kind in ("PERSON", "MISC") else item


def _listed(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[_Found]:
    """A common given name, more given names, and a family name that is no common word («بلال حسن الجاسم»)."""
    index = sentence.first
    while index < sentence.last:
        end = index
        while end < sentence.last and given_name(tokens[end], first=end == index):
            end += 1
        if tokens[index].norm in CALLED and index + 1 < sentence.last:
            called = name_after(tokens, index + 1, sentence.last, _plain())
            if called > index + 2:
                yield _Found(index + 1, called, "PERSON")
                index = called
                continue
        if end > index and (child := child_of(tokens, end, sentence.last)) > end:
            yield _Found(index, child, "PERSON")
            end = child
        elif end > index and end < sentence.last and (of_family(tokens[end]) or _surnamed(tokens, index, end)):
            yield _Found(index, end + 1, "PERSON")
        elif end > index + 1:
            yield _Found(index, end, "PERSON")
        index = max(end, index + 1)


def _worth(tokens: tuple[Token, ...], item: _Found) -> bool:
    """Not a lone function word, number or mark that the tagger slipped on."""
    words = [token for token in tokens[item.first : item.last] if token.kind == "word"]
    if item.kind == "PERSON" and item.form == "name" and all(_no_name(token) for token in words):
        return False  # «يقيل رئيسة الحكومة»
    if item.form == "nominal" and words and words[0].stem.endswith(("ي", "يه", "يا")):
        # «السورية» alone is an adjective of what stands before it.
        return False
    return bool(words) and any(
        len(token.stem) > 2 and token.norm not in _plain() and token.norm not in function_words() for token in words
    )


def _slip(tokens: tuple[Token, ...], item: _Found, full: frozenset[str]) -> bool:
    """Whether a lone word that the tagger took for somebody is one of the language: no title is before it, no longer
    name of the report has it (``full``), no list has it as a name, and it is met in news or bent as nouns are."""
    if item.kind != "PERSON" or item.form != "name" or item.last > item.first + 1 or item.title:
        return False
    token, lists = tokens[item.first], name_lists()
    forms = {token.norm, token.stem}
    if _bare(token) in full or any(is_known(form) or not {"n", "N"}.isdisjoint(lists.get(form, "")) for form in forms):
        return False
    if item.first and tokens[item.first - 1].stem in verbs() and not token.enclitics:
        return False  # «وحذر بشارة»
    return bool(token.enclitics) or not forms.isdisjoint(counts()) or token.norm.endswith(_BENT)


def _no_name(token: Token) -> bool:
    return token.stem in titles() or token.norm in verbs()


@cache
def _plain() -> frozenset[str]:
    """Common words of the language, which end a name that a rank began."""
    lists = name_lists()
    common = (form for form, count in counts().items() if count >= _COMMON)
    return frozenset(form for form in common if lists.get(form, "a") == "a" and not is_known(form))


def _persons(
    tokens: tuple[Token, ...], sentence: Sentence, found: list[_Found], heads: dict[int, Body]
) -> list[_Found]:
    """Persons with their titles; ranks with a name the tagger missed; offices that stand for their holder."""
    by_first = {item.first: item for item in found}
    named = frozenset(n for item in found for n in range(item.first, item.last))
    people = frozenset(n for item in found if item.kind == "PERSON" for n in range(item.first, item.last))
    taken: set[int] = set()
    result: list[_Found] = []
    for item in found:
        if item.kind == "PERSON":
            begin = title_before(tokens, item.first, sentence.first, named)
            office_ = None if begin is not None else _behind(tokens, item.last, sentence.last, people)
            title = (begin, item.first) if begin is not None else None
            result.append(item._replace(title=title, office=office_))
            taken.update(range(begin if begin is not None else item.first, office_[1] if office_ else item.last))
    index = sentence.first
    while index < sentence.last:
        end = None if index in taken or index in by_first else office(tokens, index, sentence.last, heads)
        if end is None:
            index += 1
            continue
        person = by_first.get(end)
        if person is not None and person.kind == "PERSON":
            index = end
            continue
        if (holder := _holder(result, index)) is not None:
            result[holder] = result[holder]._replace(office=(index, end))
            taken.update(range(index, end))
            index = end
            continue
        after = end
        if titles()[tokens[end - 1].stem] if tokens[end - 1].stem in titles() else end > index + 1:
            after = name_after(tokens, end, sentence.last, _plain()) if end not in named else end
        if after > end:
            result = [item for item in result if not end <= item.first < after]  # «المحامي سامح | عبد الوارث»
            result.append(_Found(end, after, "PERSON", title=(index, end)))
        elif end > index + 1 or (definite(tokens[index]) and tokens[index].stem not in _callings()):
            result.append(_Found(index, end, "PERSON", "nominal"))
        taken.update(range(index, max(after, end)))
        index = max(after, end)
    bodies_ = [item for item in found if item.kind != "PERSON" and _stands(item, result)]
    return sorted(result + bodies_)


@cache
def _callings() -> frozenset[str]:
    """Callings that alone are people in general or other things (العالم، الرجل)."""
    return frozenset(row["title"] for row in table("ar", "titles").rows if row["alone"] == "no")


def _behind(tokens: tuple[Token, ...], end: int, last: int, people: frozenset[int]) -> tuple[int, int] | None:
    """The office that a comma puts behind a name («منى الجارحي، محللة الاقتصاد الكلي ببنك الدلتا، …»), with nobody
    else's name in it."""
    if end + 1 >= last or tokens[end].surface not in "،,":
        return None
    close = office_between_commas(tokens, end + 1, last)
    return (end + 1, close) if close is not None and people.isdisjoint(range(end + 1, close)) else None


def _holder(persons: list[_Found], index: int) -> int | None:
    """The person whose name ends right where this office begins («براد كوبر قائد القيادة المركزية»)."""
    return next((n for n, p in enumerate(persons) if p.last == index and p.form == "name"), None)


def _stands(item: _Found, persons: list[_Found]) -> bool:
    """A body inside an office is still named; what a rank's new name covers is not."""
    return not any(p.form == "name" and p.first < item.last and item.first < p.last for p in persons)


def _span(article: Article, tokens: tuple[Token, ...], item: _Found) -> Span:
    first, last = tokens[item.first], tokens[item.last - 1]
    return Span(article.id, bare_start(first), max(bare_end(last), bare_start(first) + 1))


def _title(article: Article, tokens: tuple[Token, ...], item: _Found) -> str | None:
    """The title before the name, else the office behind it."""
    where = item.title or item.office
    if where is None:
        return None
    first, last = where
    return article.text[bare_start(tokens[first]) : tokens[last - 1].span.end]


def _mentions(
    article: Article, namings: list[Naming], groups: list[tuple[list[int], list[Link]]]
) -> tuple[Mention, ...]:
    entity = {n: f"{article.id}-e{number}" for number, (members, _) in enumerate(groups, 1) for n in members}
    return tuple(
        Mention(f"{article.id}-m{n + 1}", m.span, m.form, m.kind, m.text.split()[-1], m.title, entity.get(n))  # type: ignore[arg-type]
        for n, m in enumerate(namings)
    )


def _entities(
    article: Article, namings: list[Naming], groups: list[tuple[list[int], list[Link]]]
) -> tuple[Entity, ...]:
    return tuple(
        _entity(f"{article.id}-e{number}", article, [(n, namings[n]) for n in members], links)
        for number, (members, links) in enumerate(groups, 1)
    )


def _entity(key: str, article: Article, members: list[tuple[int, Naming]], links: list[Link]) -> Entity:
    """Its name is the fullest spelling; a nominal naming is a variant only where there is no name."""
    proper = [naming for _, naming in members if naming.form == "name"] or [naming for _, naming in members]
    counted = Counter(" ".join(naming.text.split()) for naming in proper)
    best = max(counted, key=lambda text: (len(text.split()), counted[text], text))
    keys = sorted({naming.key for _, naming in members if naming.key})
    titles = dict.fromkeys(naming.title for _, naming in members if naming.title)
    return Entity(
        id=key,
        kind=members[0][1].kind,  # type: ignore[arg-type]
        name=best,
        variants=tuple(Variant(text, article.outlet.name, n) for text, n in counted.items()),
        mentions=tuple(f"{article.id}-m{n + 1}" for n, _ in members),
        identifiers=tuple(("tawatur", known) for known in keys),
        roles=tuple(titles),
        links=tuple(links),
    )
