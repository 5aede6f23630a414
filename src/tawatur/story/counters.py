"""Bodies that a report names as having counted what it tells («أحصى المرصد 40 قتيلا», "the agency has recorded 40
deaths"): nobody is read to say it, and yet it comes from them."""

from __future__ import annotations

from bisect import bisect_left

from ..lang.matching import words
from ..lang.tables import listed
from ..model import Claim, Mention, Reading, Source, Token
from .offices import known_fields, of_kind, office

# So many words may stand between a body and its verb ("the observatory, which tracks the war, has recorded").
_BETWEEN = 8
# These play, and what they have recorded are goals.
_PLAYERS = frozenset(("club", "football"))


def counter(claim: Claim, reading: Reading) -> Source | None:
    """The body that a claim with a figure tells to have counted it: behind the verb in Arabic, before it in English."""
    if not claim.quantities:
        return None
    tokens = reading.tokens
    starts = [token.span.start for token in tokens]
    first, last = bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)
    if first and tokens[first - 1].span.end > claim.span.start:
        first -= 1  # the claim leaves out the و written onto its first word
    for mention in reading.mentions:
        if mention.kind != "ORG" or not claim.span.contains(mention.span):
            continue
        name = mention.span.of(reading.article.text)
        if _counts(tokens, starts, first, last, mention) and _office(name, reading):
            return Source(name, mention.span, "named", mention.entity)
    return None


def _counts(tokens: tuple[Token, ...], starts: list[int], first: int, last: int, body: Mention) -> bool:
    """Whether a verb of counting opens the claim and the body follows, or in English the other way round."""
    begin, end = bisect_left(starts, body.span.start), bisect_left(starts, body.span.end)
    if tokens[first].norm.isascii():
        behind = tokens[end : min(end + _BETWEEN, last)]
        return begin - first <= 1 and any(token.norm in listed("speech_words", "counts", "en") for token in behind)
    return begin == first + 1 and tokens[first].stem in listed("speech_words", "counts", "ar")


def _office(name: str, reading: Reading) -> bool:
    """Whether a name is of a body that keeps count of things, and of no team."""
    terms = office(words(name), "ar" if reading.article.language == "ar" else "en")
    return not terms & _PLAYERS and bool(terms & (of_kind("body") | known_fields()))
