"""Names of a sentence by the tagger, the gazetteer and the lists, each where it is the surest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...lang.surface import definite
from ...lang.tables import table
from ...model import Sentence, Token
from ..speech.sayings import function_words, verbs
from .bodies import Body, nationality
from .found import Found, plain
from .persons import (
    CALLED,
    child_of,
    family_name,
    given_name,
    gods,
    name_after,
    of_family,
    of_title,
    surname,
    title_before,
    titles,
    unheard,
)
from .places_led import led
from .tagger import tag, units

_ALI = "علي"
# The tagger's label of what is no name.
_OUTSIDE = "O"


def tagged_in(tokens: tuple[Token, ...], sentences: list[Sentence]) -> Iterator[list[Found]]:
    """What the tagger finds in each sentence, as runs of tokens."""
    parts = [units([token.surface for token in tokens[s.first : s.last]]) for s in sentences]
    for sentence, pieces, labels in zip(sentences, parts, tag([[unit.form for unit in piece] for piece in parts])):
        found: list[Found] = []
        run: Found | None = None
        for unit, label in zip(pieces, labels):
            if label == _OUTSIDE:
                run = None
                continue
            prefix, _, kind = label.partition("-")
            at = sentence.first + unit.token
            if run is not None and prefix == "I" and kind == run.kind:
                found[-1] = run = run._replace(last=at + 1)
            else:
                run = Found(at, at + 1, kind)
                found.append(run)
        yield found


def with_led(
    tokens: tuple[Token, ...], sentence: Sentence, tagged: list[Found], places: list[Found]
) -> tuple[list[Found], list[Found]]:
    """What the tagger and the gazetteer found, with the places that only their words lead to, where nothing is named,
    or somebody is where nobody can be."""
    for place in led(tokens, sentence.first, sentence.last):
        over = [item for item in (*tagged, *places) if item.first < place.last and place.first < item.last]
        if all(place.sure and item.kind == "PERSON" and item.first >= place.first for item in over):
            tagged = [item for item in tagged if item not in over]
            places = [*places, Found(place.first, place.last, "GPE")]
    return tagged, sorted(places)


def merged(
    tokens: tuple[Token, ...], heads: dict[int, Body], tagged: list[Found], settled: list[Found], sentence: Sentence
) -> list[Found]:
    """Bodies from lists and heads first; what the tagger adds where they leave room, and places by the gazetteer."""
    taken: set[int] = set()
    found: list[Found] = []
    for body in heads.values():
        last = body.last
        found.append(Found(body.first, last, body.kind, body.form, body.key))
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


def _trimmed(tokens: tuple[Token, ...], item: Found) -> Found:
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


def _of_people(tokens: tuple[Token, ...], item: Found) -> Found:
    """«أميركيين»: people told by their nation are named without being named one by one."""
    alone = item.last - item.first == 1 and tokens[item.first].stem in nationality()
    return item._replace(kind="PERSON", form="nominal") if alone and item.kind in ("PERSON", "GPE") else item


def _ranked(tokens: tuple[Token, ...], item: Found) -> Found:
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


def _cuts_into(item: Found, person: Found) -> bool:
    """Whether what is no person ends in the middle of a person's listed name («البرهومي كمال» and «كمال المناعي»)."""
    return item.kind != "PERSON" and item.first < person.first < item.last < person.last


def _longer(item: Found, other: Found) -> Found:
    """The longer of two readings from one beginning; the tagger's kind stands unless it saw a person cut short."""
    return other if other.last > item.last and item.kind in ("PERSON", "MISC") else item


def _listed(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[Found]:
    """A common given name, more given names, and a family name that is no common word («بلال حسن الجاسم»)."""
    index = sentence.first
    while index < sentence.last:
        end = index
        while end < sentence.last and given_name(tokens[end], first=end == index):
            end += 1
        if tokens[index].norm in CALLED and index + 1 < sentence.last:
            called = name_after(tokens, index + 1, sentence.last, plain())
            if called > index + 2:
                yield Found(index + 1, called, "PERSON")
                index = called
                continue
        if end > index and (child := child_of(tokens, end, sentence.last)) > end:
            yield Found(index, child, "PERSON")
            end = child
        elif end > index and end < sentence.last and (of_family(tokens[end]) or _surnamed(tokens, index, end)):
            yield Found(index, end + 1, "PERSON")
        elif end > index + 1:
            yield Found(index, end, "PERSON")
        index = max(end, index + 1)


def _worth(tokens: tuple[Token, ...], item: Found) -> bool:
    """Not a lone function word, number or mark that the tagger slipped on."""
    words = [token for token in tokens[item.first : item.last] if token.kind == "word"]
    if item.kind == "PERSON" and item.form == "name" and all(_no_name(token) for token in words):
        return False  # «يقيل رئيسة الحكومة»
    if item.form == "nominal" and words and words[0].stem.endswith(("ي", "يه", "يا")):
        # «السورية» alone is an adjective of what stands before it.
        return False
    return bool(words) and any(
        len(token.stem) > 2 and token.norm not in plain() and token.norm not in function_words() for token in words
    )


def _no_name(token: Token) -> bool:
    return token.stem in titles() or token.norm in verbs()
