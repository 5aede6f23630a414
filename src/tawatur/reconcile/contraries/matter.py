"""Whether two claims that would contradict each other tell of one matter: what tells two roads, crops or towns apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, product

from ...model import Span
from ..book import Book
from ..fact import Fact, inside
from ..negation import denying
from ..places.spots import fits, spots, unlike
from ..similarity import Sign

# Who is named in both sentences, and may be another.
_SOMEBODY = ("PERSON", "FAC")
# An answer in a report stands so many claims from what it answers at most.
_SOON = 4
# A whole date, and the days behind which what is told is no news.
_DAY = len("2026-01-31")
_LONG_AGO = 20
# Terms that no other claims of the two reports have count up to this many.
_MOST_ALONE = 3


def heard_apart(one: Fact, other: Fact, denies: bool) -> bool:
    """Whether two claims come from two mouths: two reports, or two speakers whom one report tells of; ``denies``: the
    first is the denial of a speaker, which may answer what the report itself tells."""
    if one.report != other.report:
        return True
    known = one.origin.kind != "own" and (denies or other.origin.kind != "own")
    return known and one.origin.key != other.origin.key and one.sentence is not other.sentence


def near_by(one: Fact, other: Fact) -> bool:
    """Whether one of two claims of a report follows soon on the other, as an answer does."""
    return one.report == other.report and abs(one.order - other.order) <= _SOON


def retorts(book: Book, one: Fact, other: Fact) -> bool:
    """Whether the later of two claims of a report is said to answer what was said right before («وهو ما نفاه الوزير
    مؤكدا أن …»، «وردت الهيئة بأن …»)."""
    later = max(one, other, key=lambda fact: fact.order)
    if later.sentence is None or not near_by(one, other):
        return False
    opening = Span(later.claim.span.article_id, later.sentence.span.start, later.claim.span.start)
    said = inside(later.reading, opening) if opening.start < opening.end else []
    return any(t.norm in denying("retorts") or "deny" in book.terms(later.reading, t.span) for t in said)


def elsewhere(book: Book, one: Fact, other: Fact) -> bool:
    """Whether places of the two cannot be one, and no other two may be."""
    pairs = list(product(spots(book, one), spots(book, other)))
    return any(unlike(a, b) for a, b in pairs) and not any(fits(a, b) for a, b in pairs)


def undecided(fact: Fact) -> bool:
    """«تضاربت الأنباء عن …»: whether a claim says that accounts differ, and so affirms none of them."""
    return any(not denying("undecided").isdisjoint((t.norm, t.stem)) for t in fact.tokens)


def matter_signs(book: Book, one: Fact, other: Fact) -> Iterator[Sign]:
    """What speaks for two claims telling of one matter, whatever words they share."""
    yield Sign("parties", _said(one) and _said(other) and one.origin.key != other.origin.key)
    yield Sign("alone", min(book.theirs_alone(one, other), _MOST_ALONE))


def _said(fact: Fact) -> bool:
    """Whether somebody says it, and not the outlet."""
    return fact.origin.kind != "own" or fact.refuted


def another(book: Book, one: Fact, other: Fact) -> bool:
    """«طريق الجبل»، «طريق الساحل»: whether a thing that both tell of is told apart by the word right behind it."""
    if one.reading.article.language != other.reading.article.language:
        return False
    ours, theirs = (_behind(book, fact) for fact in (one, other))
    both = ours.keys() & theirs.keys()
    return any(ours[term] and theirs[term] and not ours[term] & theirs[term] for term in both)


def _behind(book: Book, fact: Fact) -> dict[str, frozenset[str]]:
    """For each term of a claim those of the nouns right behind it."""
    found: dict[str, frozenset[str]] = {}
    tokens = fact.tokens
    for token, after in pairwise(tokens):
        noun = after.kind == "word" and {"ال", "و"} & {*after.proclitics[:1]} == {"ال"} and not after.enclitics
        # «الطاقم الثمانية» are counted, and not told from others.
        behind = frozenset(t for t in book.terms(fact.reading, after.span) if t[:1] != "#") if noun else frozenset()
        for term in book.terms(fact.reading, token.span):
            found[term] = found.get(term, frozenset()) | behind
    return found


def long_ago(fact: Fact) -> bool:
    """Whether a claim tells of what was long before its report."""
    days = [time.latest[:10] for time in fact.times if time.type == "DATE" and time.latest]
    anchor = (fact.reading.anchor.edtf or "")[:10]
    if not days or len(anchor) != _DAY:
        return False
    return all((date.fromisoformat(anchor) - date.fromisoformat(day)).days > _LONG_AGO for day in days)
