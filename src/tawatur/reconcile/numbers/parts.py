"""Numbers that the words make a part of another: «بينهم سبعة أطفال», «خمسة منهم», "in Gaza alone"."""

from __future__ import annotations

import re
from functools import cache

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Reading, Span
from ..fact import Fact
from .fates import FATES

# A breakdown («بينهم») reaches over this many characters to the number it introduces.
_BREAKDOWN_REACH = 40
_OF_THEM = re.compile(
    r"[^\w،,]+(?:\w+[^\w،,]+)?(?:منهم|منها|منهن|من (?:ال)?(?:مصابين|جرحى|ضحايا|قتلى|مفقودين|موقوفين)|of (?:them|whom|the (?:wounded|injured|dead|missing|detained)))\b"
)


# «سجلت غريان أعلى نسبة إقبال، وهي 71 في المئة», «أقواها بقوة 4.1 درجات»: of one among many.
_OUTERMOST = re.compile(
    r"\b(?:اعلي|ادني|اقوي|اقوا|اشد|اعلا|ادنا|اكبرها|highest|lowest|strongest)(?:ها|هم)?\b[^.؛;:]{0,30}$"
)
# «في بيت الفقيه وحدها», "in Gaza alone": of one place among others.
_ALONE = re.compile(r"[^.،,؛;]{0,40}\b(?:وحده|وحدها|وحدهم|alone)\b")
# «خمسة منهم في حالة حرجة، وإن فرقه أخرجت 140 عائلة» breaks down nothing any more.
_ONE_CLAUSE = r"(?:(?!\b(?:وان|فيما|بينما|لكن|كما|while|whereas|but|and that)\b)[^.:؛;])*"
# «خمس جثث إضافية»: more than were counted before.
_MORE = re.compile(r"\W+(?:\w+\W+)?(?:إضافي(?:ة|ين|ا)?|additional|further|more)\b")


def is_part(reading: Reading, sentence: Span, quantity: Quantity) -> bool:
    """Whether the words make it a part of another number: «بينهم سبعة أطفال», «خمسة منهم», "four of them"."""
    text = reading.article.text
    end = max(quantity.span.end, quantity.counted_span.end if quantity.counted_span else 0)
    behind = text[quantity.span.end : sentence.end], text[end : sentence.end]
    if any(_MORE.match(words) for words in behind) or alone(reading, quantity, sentence):
        return True
    if quantity.outcome in FATES and any(_OF_THEM.match(words) for words in behind):
        return True
    start = max(sentence.start, quantity.span.start - _BREAKDOWN_REACH)
    if quantity.cue and start < quantity.cue.start < quantity.span.start and text[quantity.cue.start - 1] in "وف":
        start = quantity.cue.start  # «بينهم سبعة من الشرطة وإصابة عشرين»
    before = fold(text[start : quantity.span.start])
    return _OUTERMOST.search(before) is not None or any(
        re.search(rf"(?:^|\W)و?{word}(?![،,])\W{_ONE_CLAUSE}$", before) for word in _breakdowns()
    )


def alone(reading: Reading, quantity: Quantity, sentence: Span) -> Span | None:
    """The words that tell a number for one place or thing alone («في ولاية الكاف وحدها»); one day or month alone is the
    period that it covers."""
    start = max(quantity.span.end, quantity.counted_span.end if quantity.counted_span else 0)
    match = _ALONE.match(reading.article.text[start : sentence.end])
    told = Span(reading.article.id, start, start + match.end()) if match else None
    return None if told and any(time.span.overlaps(told) for time in reading.times) else told


@cache
def _breakdowns() -> tuple[str, ...]:
    """Those that name a part, not what is counted besides («إضافة إلى»)."""
    return tuple(
        word for word in listed("outcomes", "breakdown") if "بين" in word or "من" in word.split()[0] or word.isascii()
    )


def of_others(fact: Fact, sentence: Span, quantity: Quantity) -> bool:
    """«3418 إصابة، منها 94 وفاة», «أغلق مئات المحتجين … وأصيب تسعة منهم»: those of a crowd whom something else befell
    are a number of their own."""
    before = [
        other
        for other in fact.reading.quantities
        if other.unit == "count" and sentence.start <= other.span.start and other.span.end <= quantity.span.start
    ]
    return bool(before) and quantity.outcome in FATES and all(other.outcome != quantity.outcome for other in before)
