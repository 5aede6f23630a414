"""Names: who and what a report names, which namings are one, and why they are held to be."""

from __future__ import annotations

from collections import Counter

from ..lang.surface import bare_end, bare_start
from ..model import Article, Entity, Link, Mention, Sentence, Span, Token, Variant
from .naming.again import families_again, slip, towns_again
from .naming.bodies import bodies
from .naming.coreference import Naming, group
from .naming.found import Found, with_article
from .naming.gazetteer import settled
from .naming.holders import persons
from .naming.merging import merged, tagged_in, with_led

_SKIPPED = frozenset(("furniture",))


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

        found = [Found(*item) for sentence in readable for item in found_in(tokens, sentence)]
    else:
        found = _arabic(tokens, readable)
    spans = [_span(article, tokens, item) for item in found]
    namings = [
        Naming(span, span.of(article.text), item.kind, item.form, item.key, _title(article, tokens, item))
        for item, span in zip(found, spans)
    ]
    groups = group(article.text, namings)
    return _mentions(article, namings, groups), _entities(article, namings, groups)


def _arabic(tokens: tuple[Token, ...], sentences: list[Sentence]) -> list[Found]:
    tagged = tagged_in(tokens, sentences)
    found: list[Found] = []
    for sentence, mine in zip(sentences, tagged):
        places = [Found(*place) for place in settled(tokens, sentence.first, sentence.last)]
        mine, places = with_led(tokens, sentence, mine, places)
        towns = [*places, *(item for item in mine if item.kind == "GPE")]
        where = frozenset(n for item in towns for n in range(item.first, item.last))
        heads = {body.first: body for body in bodies(tokens, sentence.first, sentence.last, where)}
        found += persons(tokens, sentence, merged(tokens, heads, mine, places, sentence), heads)
    longer = [item for item in found if item.last > item.first + 1]
    full = frozenset(with_article(token) for item in longer for token in tokens[item.first : item.last])
    found = [item for item in found if not slip(tokens, item, full)]
    found += families_again(tokens, sentences, found)
    return sorted([*found, *towns_again(tokens, sentences, found)])


def _span(article: Article, tokens: tuple[Token, ...], item: Found) -> Span:
    first, last = tokens[item.first], tokens[item.last - 1]
    return Span(article.id, bare_start(first), max(bare_end(last), bare_start(first) + 1))


def _title(article: Article, tokens: tuple[Token, ...], item: Found) -> str | None:
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
