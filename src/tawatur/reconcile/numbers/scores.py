"""Results of matches and votes: «بثلاثة أهداف لهدف», «2-1», "by 208 votes to 79". A result is one value of two numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ...lang.numerals import cell
from ...lang.tables import Phrases, listed, table
from ...model import Comparison, Said, Span, Token
from ...settings import settings
from ..book import Book
from ..fact import Fact
from ..say import outlet, value
from ..similarity import likeness

# A larger number is no side's in any vote that news tells so.
_MOST = 9999
# «2-1», in one piece.
_WRITTEN = re.compile(r"(\d{1,4})[-–:](\d{1,4})")
# "From 2 to 3 points" tells a change.
_CHANGING = listed("scores", "changing")
# Letters written onto a number: and, by, to.
_ONTO = ("وب", "ول", "و", "ب", "ل")


class Score(NamedTuple):
    """The larger number first, with the words that say it."""

    won: int
    lost: int
    span: Span


class _Words(NamedTuple):
    numbers: Phrases[int]
    units: frozenset[str]
    links: frozenset[str]
    even: frozenset[str]
    nothing: Phrases[int]
    context: frozenset[str]


def scores(book: Book, left: Fact, right: Fact) -> Comparison | None:
    """Two results of one match or vote; None where either claim tells none, or several."""
    if likeness(book, left, right).score < settings("align")["differ_score"]:
        return None
    told = [results(fact) for fact in (left, right)]
    if any(len({one[:2] for one in several}) != 1 for several in told):
        return None
    one, other = (several[0] for several in told)
    said = [left.at(one.span), right.at(other.span)]
    values = tuple(value(f, text=t, span=s.span) for f, t, s in ((left, said[0], one), (right, said[1], other)))
    if one[:2] == other[:2]:
        detail = Said(f"النتيجة واحدة: {one.won}-{one.lost}.", f"One result: {one.won}-{one.lost}.")
        return Comparison("value", "same", 1.0, detail, values)
    detail = Said(
        f"تختلف النتيجة: {outlet(left)} يقول «{said[0]}» ({one.won}-{one.lost})، و{outlet(right)} يقول «{said[1]}» "
        f"({other.won}-{other.lost}).",
        f"The result differs: {left.outlet} says «{said[0]}» ({one.won}-{one.lost}), {right.outlet} says «{said[1]}» "
        f"({other.won}-{other.lost}).",
    )
    return Comparison("value", "differ", 0.0, detail, values)


def results(fact: Fact) -> tuple[Score, ...]:
    """The results that a claim tells, in the order of its words."""
    language = "ar" if fact.reading.article.language == "ar" else "en"
    tokens = fact.tokens
    if not any({token.norm, token.stem} & _words(language).context for token in tokens):
        return ()
    found: list[Score] = []
    at = 0
    while at < len(tokens):
        score = _score(language, tokens, at)
        if score is not None:
            found.append(score[0])
        at = score[1] if score else at + 1
    return tuple(found)


def _score(language: str, tokens: list[Token], at: int) -> tuple[Score, int] | None:
    """The result that begins with a token, and where it ends."""
    if written := _WRITTEN.fullmatch(tokens[at].norm):
        return _made(int(written[1]), int(written[2]), tokens, at, at + 1), at + 1
    one = _number(language, tokens, at)
    known = _words(language)
    norms = [token.norm for token in tokens]
    if one is None or (at and norms[at - 1] in _CHANGING):
        return None
    behind = _past_unit(known, norms, one[1])
    if behind >= len(norms):
        return None
    if none := known.nothing.at(norms, behind):
        return _made(one[0], 0, tokens, at, none.last), none.last
    if norms[behind] in known.even:
        return _made(one[0], one[0], tokens, at, behind + 1), behind + 1
    linked = norms[behind] in known.links
    other = _number(language, tokens, behind + linked)
    if other is None or not (linked or norms[behind].startswith("ل")):
        return None
    end = _past_unit(known, norms, other[1])
    return _made(one[0], other[0], tokens, at, end), end


def _past_unit(known: _Words, norms: list[str], at: int) -> int:
    """«نقطة» in «41 نقطة»: past what a number counts."""
    return at + 1 if at < len(norms) and norms[at] in known.units else at


def _made(one: int, other: int, tokens: list[Token], first: int, last: int) -> Score:
    span = Span(tokens[first].span.article_id, tokens[first].span.start, tokens[last - 1].span.end)
    return Score(max(one, other), min(one, other), span)


def _number(language: str, tokens: list[Token], at: int) -> tuple[int, int] | None:
    """A whole number told by a word or by digits, and the token behind it."""
    if at >= len(tokens):
        return None
    norms = [token.norm for token in tokens]
    bare = [norms[at], *(norms[at].removeprefix(letters) for letters in _ONTO if norms[at].startswith(letters))]
    for word in bare:
        if found := _words(language).numbers.at([word, *norms[at + 1 : at + 3]], 0):
            return found.value, at + found.last
    read = cell(language, norms[at])
    if read is None:
        return None
    plain = next((read.kinds[kind] for kind in ("unit", "teen", "tens") if kind in read.kinds), None)
    number = read.written.value if read.written is not None else plain
    return (int(number), at + 1) if number is not None and 0 <= number <= _MOST and number == int(number) else None


@cache
def _words(language: str) -> _Words:
    rows = (row for row in table(language, "scores").rows if row["kind"] == "number")
    units, links, even, nothing, context = (
        listed("scores", kind, language) for kind in ("unit", "link", "even", "nothing", "context")
    )
    numbers = ((word, int(row["value"])) for row in rows for word in row["words"].split("|"))
    return _Words(Phrases(numbers), units, links, even, Phrases((word, 0) for word in nothing), context)
