"""Which word a report chose where others were to hand: for an actor, for an act, and in whose voice."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ..lang.tables import table
from ..model import Article, Label, Mention, Quote, Sentence, Span, Token
from .happenings.frames import key
from .phrases.chunks import front

_SILENT = frozenset({"furniture", "credit"})
_OPENING = "«“„‹"
_PAIRS = {"«": "»", "“": "”", "„": "”", "‹": "›", '"': '"'}
_Entry = tuple[tuple[str, ...], str, str, str]


@cache
def _entries(language: str) -> dict[str, tuple[_Entry, ...]]:
    """Phrases by their first word without the article, longest first: words, concept, term, kind."""
    found: dict[str, list[_Entry]] = {}
    for row in table(language, "labels").rows:
        for form in row["forms"].split("|"):
            words = tuple(map(key, form.split()))
            found.setdefault(words[0], []).append((words, row["concept"], row["term"], row["kind"]))
    return {first: tuple(sorted(rows, key=lambda entry: -len(entry[0]))) for first, rows in found.items()}


def labels(
    article: Article,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Label, ...]:
    """Every listed word, longest phrase first, with its voice and each concept it is listed under.

    ``quoted``: inside quotation marks, or in a statement given directly. ``reported``: in the content of a
    statement given indirectly. ``own``: the outlet's. The entity is that of the mention on the word, or of one
    that the word begins.
    """
    entries = _entries("en" if article.language.startswith("en") else "ar")
    voices = _Voices(quotes)
    named = sorted((m for m in mentions if m.entity), key=lambda m: m.span)
    starts = [m.span.start for m in named]
    found: list[Label] = []
    for sentence in sentences:
        if sentence.role in _SILENT:
            continue
        marked = _marked(tokens, sentence)
        index = sentence.first
        while index < sentence.last:
            rows = entries.get(tokens[index].stem) or entries.get(tokens[index].norm)
            matched = _match(rows, tokens, index, sentence.last) if rows else []
            if not matched:
                index += 1
                continue
            last = index + len(matched[0][0])
            begin = tokens[index].span
            span = Span(article.id, begin.start + front(tokens[index]), tokens[last - 1].span.end)
            voice, quote = voices.of(span)
            if index in marked:
                voice = "quoted"
            for _, concept, term, kind in matched:
                entity = _entity(named, starts, span) if kind == "actor" else None
                name = f"{article.id}-l{len(found) + 1}"
                found.append(Label(name, span, concept, term, voice, entity, quote))  # type: ignore[arg-type]
            index = last
    return tuple(found)


def _match(rows: tuple[_Entry, ...], tokens: tuple[Token, ...], index: int, end: int) -> list[_Entry]:
    """The longest listed words that begin here, once for every notion they are listed under."""
    found: list[_Entry] = []
    for row in rows:
        words = row[0]
        if found and len(words) < len(found[0][0]):
            break
        if index + len(words) <= end and all(
            wanted in (tokens[index + step].stem, tokens[index + step].norm)
            for step, wanted in enumerate(words)
            if step
        ):
            found.append(row)
    return found


def _marked(tokens: tuple[Token, ...], sentence: Sentence) -> set[int]:
    """Token indexes between quotation marks; a mark left open marks nothing."""
    found: set[int] = set()
    opened, closer = -1, ""
    for index in range(sentence.first, sentence.last):
        surface = tokens[index].surface
        if closer and surface == closer:
            found.update(range(opened + 1, index))
            closer = ""
        elif not closer and surface in _PAIRS:
            opened, closer = index, _PAIRS[surface]
    return found


class _Voices:
    """The statements in text order, to ask whose voice a word is in."""

    def __init__(self, quotes: tuple[Quote, ...]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: quote.content)
        self._starts = [quote.content.start for quote in self._quotes]

    def of(self, span: Span) -> tuple[str, str | None]:
        """``own``, ``quoted`` or ``reported``, and the id of the innermost statement."""
        index = bisect_left(self._starts, span.end) - 1
        # Statements nest a level or two; looking further back would cost more than it finds.
        for quote in reversed(self._quotes[max(0, index - 3) : index + 1]):
            if quote.content.contains(span):
                return ("quoted" if quote.mode == "direct" else "reported"), quote.id
        return "own", None


def _entity(named: list[Mention], starts: list[int], span: Span) -> str | None:
    index = bisect_left(starts, span.end) - 1
    for mention in named[max(0, index - 1) : index + 1]:
        if mention.span.overlaps(span):
            return mention.entity
    return None
