"""Names that differ for one holder: two titles of one office, two names of one body, two names of one operation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ...lang.matching import match_names
from ...lang.nations import nation
from ...lang.normalise import fold
from ...lang.tables import Phrases, table
from ...model import Comparison, Mention, Reading, Said, Span
from ..book import Book
from ..fact import Fact
from ..links import canonical
from ..say import outlet, value
from .roles import place_nouns, two_titles

_QUOTES = frozenset('"«“”„»')
# A name in quotation marks is this long at most.
_NAME_WORDS = 5
# Letters between a title and its name at most: a comma, a rank.
_BESIDE = 12


class Named(NamedTuple):
    """A comparison of names with the claims that carry them."""

    comparison: Comparison
    facts: tuple[Fact, ...]


class Near:
    """From a span to the claim that stands there: around it, or said by whoever it names, or in its sentence."""

    def __init__(self, book: Book) -> None:
        self._by_report: dict[str, list[Fact]] = {}
        for fact in book.facts:
            self._by_report.setdefault(fact.reading.article.id, []).append(fact)

    def fact(self, reading: Reading, span: Span) -> Fact | None:
        facts = self._by_report.get(reading.article.id, [])
        quotes = {quote.id: quote.span for quote in reading.quotes}
        for fact in facts:
            if fact.claim.span.contains(span):
                return fact
        for fact in facts:
            if fact.claim.quote in quotes and quotes[fact.claim.quote].contains(span):
                return fact
        starts = [sentence.span.start for sentence in reading.sentences]
        at = bisect_right(starts, span.start) - 1
        where = reading.sentences[at].span if at >= 0 else span
        return next((fact for fact in facts if where.overlaps(fact.claim.span)), None)


def titles(book: Book, near: Near) -> Iterator[Named]:
    """Two titles given to one person for one office («وزير الدفاع»، «وزير الحرب»)."""
    told: dict[str, list[tuple[str, Fact, Span]]] = {}
    for reading in book.readings:
        for mention in reading.mentions:
            if mention.kind == "PERSON" and mention.role_title and mention.entity:
                fact = near.fact(reading, mention.span)
                if fact is not None:
                    key = book.entity_of.get(mention.entity, mention.entity)
                    title = " ".join(mention.role_title.split())
                    told.setdefault(key, []).append((title, fact, _title_at(reading, mention)))
    for key, said in told.items():
        pair = next(((a, b) for a, b in combinations(said, 2) if two_titles(a[0], b[0])), None)
        if pair is None:
            continue
        (one, left, left_span), (other, right, right_span) = pair
        name = book.entity[key].name
        detail = Said(
            f"لقبان لمنصب واحد: {outlet(left)} يسمي «{name}» «{one}»، و{outlet(right)} يسميه «{other}».",
            f"Two titles for one office: {left.outlet} calls «{name}» «{one}», {right.outlet} «{other}».",
        )
        values = (
            value(left, entity=key, title=one, text=one, span=left_span),
            value(right, entity=key, title=other, text=other, span=right_span),
        )
        yield Named(Comparison("name", "differ", 0.5, detail, values), (left, right))


def _title_at(reading: Reading, mention: Mention) -> Span:
    """Where a person's title stands, right before the name or behind it; the name where it stands further off."""
    text, title, span = reading.article.text, mention.role_title or "", mention.span
    before = text.rfind(title, max(0, span.start - len(title) - _BESIDE), span.start)
    start = before if before >= 0 else text.find(title, span.end, span.end + len(title) + _BESIDE)
    return Span(span.article_id, start, start + len(title)) if start >= 0 else span


def bodies(book: Book, near: Near) -> Iterator[Named]:
    """Two names of one body that are no spellings of each other («القيادة المركزية»، «القيادة الوسطى»)."""
    labelled = {book.entity_of.get(x.entity or "", x.entity) for r in book.readings for x in r.labels}
    told: dict[str, dict[int, dict[tuple[str, ...], tuple[str, Reading, Span]]]] = {}
    for number, reading in enumerate(book.readings):
        for mention in reading.mentions:
            if mention.kind != "ORG" or mention.form != "name" or not mention.entity:
                continue
            key = book.entity_of.get(mention.entity, mention.entity)
            text = " ".join(mention.span.of(reading.article.text).split())
            # «شرطة المحافظة» is the police of the province that the report has named.
            core = tuple(sorted(word for word in canonical(text) if not nation(word) and word not in place_nouns()))
            if key not in labelled and len(core) > 1:
                told.setdefault(key, {}).setdefault(number, {}).setdefault(core, (text, reading, mention.span))
    for key, by_report in told.items():
        for i, j in combinations(sorted(by_report), 2):
            pair = _two_names(by_report[i], by_report[j])
            if pair is None:
                continue
            (one, left_reading, left_span), (other, right_reading, right_span) = pair
            left, right = near.fact(left_reading, left_span), near.fact(right_reading, right_span)
            if left is None or right is None:
                continue
            detail = Said(
                f"اسمان لجهة واحدة: {outlet(left)} يقول «{one}»، و{outlet(right)} يقول «{other}».",
                f"Two names of one body: {left.outlet} says «{one}», {right.outlet} says «{other}».",
            )
            values = (
                value(left, entity=key, text=one, span=left_span),
                value(right, entity=key, text=other, span=right_span),
            )
            yield Named(Comparison("name", "differ", 0.5, detail, values), (left, right))
            break


_Names = dict[tuple[str, ...], tuple[str, Reading, Span]]


def _two_names(left: _Names, right: _Names) -> tuple[tuple[str, Reading, Span], tuple[str, Reading, Span]] | None:
    """A name that one report uses and the other never does, beside the other's name."""
    for mine, yours in ((left, right), (right, left)):
        for core, (text, reading, span) in yours.items():
            if any(set(core) <= set(other) or set(other) <= set(core) for other in mine):
                continue
            if any(match_names(text, other[0], "ORG") for other in mine.values()):
                continue
            return (next(iter(mine.values())), (text, reading, span))[:: 1 if mine is left else -1]  # type: ignore[return-value]
    return None


class Operation(NamedTuple):
    """An operation named in a report."""

    report: int
    name: str
    span: Span
    fact: Fact
    names: frozenset[str]
    frames: frozenset[str]


def operations(book: Book, near: Near) -> Iterator[Named]:
    """Operations named differently in two reports, whose actors and targets are the same.

    Translated and transliterated names share no letters, so only the context can join them, and the finding says so.
    Where one report uses both names, they are two operations.
    """
    told = [op for number, reading in enumerate(book.readings) for op in _operations(book, near, number, reading)]
    names = {number: {op.name for op in told if op.report == number} for number in {op.report for op in told}}
    seen: set[tuple[str, str]] = set()
    for left, right in combinations(told, 2):
        pair = (left.name, right.name)
        if left.report == right.report or left.name == right.name or pair in seen:
            continue
        if left.name in names[right.report] or right.name in names[left.report]:
            continue
        if match_names(left.name, right.name, "OPERATION"):
            continue
        shared = [
            key for key in sorted(left.names & right.names) if key in book.entity and book.entity[key].kind != "GPE"
        ]
        if len(shared) < 2 or not left.frames & right.frames:
            continue
        seen.add(pair)
        common = "، ".join(f"«{book.entity[key].name}»" for key in shared[:3])
        common_en = ", ".join(f"«{book.entity[key].name}»" for key in shared[:3])
        detail = Said(
            f"اسمان لعملية يبدو من السياق أنها واحدة: {outlet(left.fact)} يسميها «{left.name}»، و{outlet(right.fact)} "
            f"يسميها «{right.name}»؛ يجمع الموضعين {common}، ولا يجمعهما اللفظ.",
            f"Two names for what the context shows as one operation: {left.fact.outlet} calls it «{left.name}», "
            f"{right.fact.outlet} «{right.name}»; both passages name {common_en}; the words themselves share nothing.",
        )
        values = (
            value(left.fact, name=left.name, text=left.name, span=left.span),
            value(right.fact, name=right.name, text=right.name, span=right.span),
        )
        yield Named(Comparison("name", "differ", 0.4, detail, values), (left.fact, right.fact))


def _operations(book: Book, near: Near, number: int, reading: Reading) -> Iterator[Operation]:
    tokens = reading.tokens
    norms = [token.norm for token in tokens]
    stems = [token.stem for token in tokens]
    for sentence in reading.sentences:
        if sentence.role not in ("body", "headline", "deck"):
            continue
        spans: list[Span] = []
        about = any(_is_operation(stem) for stem in stems[sentence.first : sentence.last])
        for index in range(sentence.first, sentence.last):
            match = _naming().at(norms, index) or _naming().at(stems, index)
            if match is None or not (about or match.value):
                continue
            name = _quoted_name(reading, match.last, sentence.last)
            if name is not None:
                spans.append(name)
        for span in spans:
            fact = near.fact(reading, span)
            if fact is None:
                continue
            inside = (m.entity for m in reading.mentions if m.entity and sentence.span.contains(m.span))
            told = (e.frame for e in reading.events if sentence.span.contains(e.trigger) and e.frame)
            yield Operation(
                number,
                " ".join(span.of(reading.article.text).split()),
                span,
                fact,
                frozenset(book.entity_of.get(entity, entity) for entity in inside),
                frozenset(_kin(frame) for frame in told),
            )


def _is_operation(stem: str) -> bool:
    match = _naming().at([stem], 0)
    return match is not None and match.value


def _kin(frame: str) -> str:
    """Strikes and attacks are told by either word."""
    return "attack" if frame in ("strike", "attack", "shell", "bomb", "raid") else frame


def _quoted_name(reading: Reading, index: int, last: int) -> Span | None:
    """The quoted words right here, where they are few enough to be a name."""
    tokens = reading.tokens
    if index >= last or tokens[index].surface not in _QUOTES:
        return None
    for end in range(index + 1, min(index + _NAME_WORDS + 2, last)):
        if tokens[end].surface in _QUOTES:
            if end == index + 1:
                return None
            return Span(reading.article.id, tokens[index + 1].span.start, tokens[end - 1].span.end)
    return None


@cache
def _naming() -> Phrases[bool]:
    return Phrases(
        (fold(row["phrase"]), row["noun"] == "yes")
        for language in ("ar", "en")
        for row in table(language, "naming").rows
    )
