"""The words around a number that can say what it is a number of."""

from __future__ import annotations

import re

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Span
from ..fact import Fact

# So many characters before a number, or behind what it counts, may lead to it.
LED = 30
# Words before and behind a number, up to a comma or another number, that can say what it is a number of.
_BEFORE, _BEHIND = 60, 50


def clause_of(fact: Fact, quantity: Quantity) -> Span:
    """The clause around a number, within its claim."""
    text, span, claim = fact.reading.article.text, quantity.span, fact.claim.span
    if not claim.contains(span) and fact.sentence is not None:
        claim = fact.sentence.span
    others = [other.span for other in fact.figures if not other.span.overlaps(span)]
    start = max([claim.start, span.start - _BEFORE, *(o.end for o in others if o.end <= span.start)])
    end = min([claim.end, span.end + _BEHIND, *(o.start for o in others if o.start >= span.end)])
    before = text[start : span.start]
    comma = _last_comma(before)
    if _APPOSED.match(before[comma:]):
        comma = _last_comma(before[: comma - 1]) if comma else 0
    start += comma
    comma = min((at for mark in "،,؛;" if (at := text.find(mark, span.end, end)) >= 0), default=end)
    return Span(span.article_id, start, max(span.end, comma))


def behind(fact: Fact, quantity: Quantity) -> str:
    """The words right after what is counted: «عناصر الشرطة», "members of the police"."""
    counted = quantity.counted_span
    if counted is None:
        return ""
    text = fact.reading.article.text
    words = re.findall(r"\w+", _MARKS.split(text[counted.end : counted.end + LED])[0])
    for size in (3, 2, 1):
        if fold(" ".join(words[:size])) in listed("outcomes", "ranks"):
            return " ".join(words[size : size + 3])  # «23 قتيلا في صفوف الجنود»
    return "" if words and fold(words[0]) in _ELSEWHERE else " ".join(words[:3])


_MARKS = re.compile(r"[،,؛;:.()«»\"]")
# «12 عضوا في مجلس الأمن» are no policemen.
_ELSEWHERE = listed("toll_words", "elsewhere")


# «صادراتها، البالغة 85 مليون دولار»: what is measured stands before the comma.
_APPOSED = re.compile(
    r"\s*(?:و?(?:ال)?بالغ|و?[تي]بلغ|وبلغ|وقيمت|وعدد|و?[تي]?قدر|وه[يو]\b|أي\b|totalling|totaling|worth|which (?:is|was))"
)


def _last_comma(text: str) -> int:
    return max(text.rfind(mark) for mark in "،,؛;") + 1
