"""Figures of the reports as they can be compared: one number, or the sum that a sentence breaks down.

A figure is what befell whom (outcome and population), in which time window; the words around it say of which
event. Figures of one event, outcome and comparable population stand in one slot.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from ..annotate.bounds import LOWER, bound_before
from ..annotate.outcomes import in_set
from ..lang.normalise import fold
from ..lang.tables import listed
from ..model import Quantity, Reading, Span, TimeExpression
from ..story.terms import number_key
from .ages import AGE, is_age, whose
from .book import Book, Fact
from .measures import LENGTH, compounds, measure_of
from .population import Population, above, common, population
from .scores import results

# Ways of meaning a thing without saying that it is: only numbers meant in the same way compare.
_MEANT = frozenset(("planned", "demanded"))
# States of some of those hurt, which are counted by themselves.
_STATES = frozenset(("discharged", "in_hospital", "critical", "trapped"))
# What befalls people alone.
_FATES = frozenset(("killed", "wounded", "detained", "missing", "displaced"))


@dataclass(frozen=True, eq=False)
class Figure:
    """``quantities`` has several members where the figure is a sum of parts. ``low`` and ``high`` are inclusive.

    ``what`` are the terms of what is counted, ``own`` the claim's others and ``context`` the sentence's; ``part`` tells a
    number that the words make a part of another, ``past`` one that belongs to something long before the report, ``measure``
    what it measures where a happening has one such number, ``risen`` a toll that has grown, ``about`` whose age it is, in years.
    """

    fact: Fact
    quantities: tuple[Quantity, ...]
    low: float | None
    high: float | None
    bound: str
    population: Population
    outcome: str
    window: str | None
    context: frozenset[str]
    names: frozenset[str]
    what: frozenset[str]
    own: frozenset[str]
    part: bool
    past: bool
    measure: str | None = None
    risen: bool = False
    about: str | None = None

    @property
    def length(self) -> bool:
        """Whether it is a length of time, in hours."""
        return self.first.counted == LENGTH

    @property
    def corrected(self) -> bool:
        """«ستة لا ثمانية»: whether it is the number that is said not to be."""
        text, start = self.fact.reading.article.text, self.first.span.start
        return fold(text[max(0, start - 8) : start]).split()[-1:] in (["لا"], ["وليس"], ["ليس"], ["not"])

    @property
    def besides(self) -> bool:
        """«قتل القيادي وثلاثة من مرافقيه», "and three others": one more may be told before the number."""
        text, span = self.fact.reading.article.text, self.first.span
        led = text[max(0, span.start - 4) : span.start].split()[-1:]
        return led in (["و"], ["and"]) and not self.sum and _OF_HIS.match(fold(text[span.end :][:_LED])) is not None

    @property
    def first(self) -> Quantity:
        return self.quantities[0]

    @property
    def sentence(self) -> Span:
        """That of its claim."""
        return self.fact.sentence.span if self.fact.sentence else self.fact.claim.span

    @property
    def text(self) -> str:
        """The words of the figure with what it counts, both as the report has them."""
        return " + ".join(words_of(self.fact, quantity) for quantity in self.quantities)

    @property
    def sum(self) -> bool:
        return len(self.quantities) > 1

    @property
    def fate(self) -> str:
        """What befell people; "other" for whatever befell things and households, which two reports tell in many words."""
        return self.outcome if self.outcome in _FATES and self.population.kind != "family" else "other"

    @property
    def sort(self) -> str:
        """The outcome, or what is counted where no outcome is told; empty where neither is known."""
        if self.fate != "other":
            return self.fate
        if self.measure:
            return f"measure:{self.measure}"
        told = self.population.kind if self.population.kind not in (None, "person") else min(self.what, default="")
        return f"other:{told}" if told else ""

    @property
    def lone(self) -> bool:
        """One of something, told by the noun alone («قياديا»): a part of sums, but no number to compare."""
        q = self.first
        return not self.sum and q.low == q.high == 1 and q.counted_span == q.span


# "43 carved wooden statues": so many characters may stand between a number and what it counts.
_DESCRIBED = 30


def words_of(fact: Fact, quantity: Quantity) -> str:
    """«أكثر من 300 عنصر»: the number and the noun beside it."""
    text = fact.reading.article.text
    span = quantity.span
    counted = quantity.counted_span
    if (
        counted is not None
        and counted.start >= span.start
        and counted.end > span.end
        and counted.start - span.end < (_DESCRIBED if fact.reading.article.language == "en" else 3)
    ):
        span = Span(span.article_id, span.start, counted.end)
    elif counted is not None and counted.end <= span.start and span.start - counted.end < 3:
        span = Span(span.article_id, counted.start, span.end)
    return " ".join(span.of(text).split())


def figures(book: Book) -> list[Figure]:
    """Every figure of every claim, sums of one sentence beside their parts."""
    found: list[Figure] = []
    for fact in book.facts:
        if fact.doubt in ("hypothetical", "conditional"):
            continue
        aside = [score.span for score in results(fact)] if fact.figures else []
        lengths = [time for time in fact.times if time.type == "DURATION" and hours(time.edtf)]
        for quantity in compounds(fact.reading.article.text, fact.figures):
            if quantity.unit == "ordinal" or (quantity.low is None and quantity.high is None):
                continue
            if fact.doubt in _MEANT and (quantity.outcome or "other") in _FATES:
                # The dead that are warned of or planned for are no toll.
                continue
            if _and_a_half(fact, quantity) or _label(fact.reading, quantity) or _quarter(fact, quantity):
                continue
            if _name(fact.reading, quantity):
                continue
            if not any(span.overlaps(quantity.span) for span in (*aside, *(time.span for time in lengths))):
                found.append(_figure(book, fact, quantity))
        found.extend(_figure(book, fact, _length(fact.reading, time)) for time in lengths)
    found.extend(_figure(book, fact, quantity) for fact, quantity in _unclaimed(book))
    found.extend(_figure(book, fact, quantity) for fact, quantity in _ages(book))
    return [*found, *_sums(found)]


def _and_a_half(fact: Fact, quantity: Quantity) -> bool:
    """«متر ونصف المتر»: what is left of a number of one and a half."""
    text, start = fact.reading.article.text, quantity.span.start
    return quantity.low is not None and 0 < quantity.low < 1 and text[max(0, start - 2) : start] == " و"


def _quarter(fact: Fact, quantity: Quantity) -> bool:
    """«في الربع الثاني»: a quarter of the year, and of nothing counted."""
    return quantity.unit == "fraction" and not quantity.counted and fact.at(quantity.span).startswith("ال")


def _name(reading: Reading, quantity: Quantity) -> bool:
    """«طالبان»: a dual by its form that is somebody's name."""
    alone = quantity.counted_span == quantity.span
    return alone and any(m.form == "name" and m.kind == "ORG" and m.span == quantity.span for m in reading.mentions)


def _label(reading: Reading, quantity: Quantity) -> bool:
    """«القطار رقم 974», «المادة 12»: a number that names a thing and counts none."""
    if quantity.counted or quantity.outcome or quantity.bound != "exact" or quantity.unit != "count":
        return False
    at = bisect_left(reading.tokens, quantity.span.start, key=lambda token: token.span.start)
    return at > 0 and in_set(reading.article.language, "label", (reading.tokens[at - 1].stem,), 0) > 0


def _unclaimed(book: Book) -> Iterator[tuple[Fact, Quantity]]:
    """Numbers of a text that stand in no claim, each with the nearest claim of its sentence that states what is. Those
    of times and of speakers («ثلاثة مسؤولين») count nothing of what is told."""
    by_sentence: dict[Span, list[Fact]] = {}
    claimed: set[str] = set()
    for fact in book.facts:
        claimed |= {quantity.id for quantity in fact.figures}
        if fact.sentence is not None and not fact.head and fact.doubt == "actual":
            by_sentence.setdefault(fact.sentence.span, []).append(fact)
    for reading in book.readings:
        spans = [sentence.span for sentence in reading.sentences if sentence.role == "body"]
        starts = [span.start for span in spans]
        aside = [time.span for time in reading.times]
        aside += [quote.source.span for quote in reading.quotes if quote.source and quote.source.span]
        for quantity in reading.quantities:
            if quantity.id in claimed or quantity.unit == "ordinal" or (quantity.low is None and quantity.high is None):
                continue
            if _label(reading, quantity):
                continue
            at = bisect_right(starts, quantity.span.start) - 1
            near = by_sentence.get(spans[at], []) if at >= 0 else []
            if near and not any(span.overlaps(quantity.span) for span in aside):
                yield min(near, key=lambda fact: _between(fact.claim.span, quantity.span)), quantity


def _ages(book: Book) -> Iterator[tuple[Fact, Quantity]]:
    """Ages of speakers, which stand in no claim («الوسيط عبده القاضي (62 عاما)»), with the nearest of their sentence."""
    claimed = {time.id for fact in book.facts for time in fact.times}
    for number, reading in enumerate(book.readings):
        for time in reading.times:
            if time.type != "DURATION" or time.id in claimed or not hours(time.edtf):
                continue
            length = _length(reading, time)
            near = [f for f in book.facts if f.report == number and f.sentence and f.sentence.span.contains(time.span)]
            if near and is_age(reading, length):
                yield min(near, key=lambda fact: _between(fact.claim.span, time.span)), length


def _between(left: Span, right: Span) -> int:
    """Characters between two spans."""
    return max(left.start - right.end, right.start - left.end, 0)


def _figure(book: Book, fact: Fact, quantity: Quantity) -> Figure:
    sentence = fact.sentence.span if fact.sentence else fact.claim.span
    names = frozenset(
        book.entity_of.get(m.entity, m.entity) for m in fact.reading.mentions if m.entity and sentence.contains(m.span)
    )
    number = frozenset((number_key(quantity),))
    what = book.terms(fact.reading, quantity.counted_span or quantity.span) - number
    clause = clause_of(fact, quantity)
    own = book.terms(fact.reading, quantity.span) | what | number
    risen = quantity.bound == "at_most" and _RISEN.search(fact.reading.article.text[: quantity.span.end][-40:])
    aged = is_age(fact.reading, quantity)
    if aged and quantity.counted == LENGTH and quantity.low is not None:
        quantity = replace(quantity, low=quantity.low / _HOURS["Y"], high=quantity.low / _HOURS["Y"])
    outcome = "other" if aged else _outcome(fact, quantity)
    measure = AGE if aged else measure_of(fact.reading, quantity, clause)
    if measure == "aboard" and outcome == "displaced":
        # All aboard were brought off: «إجلاء الركاب وعددهم 327 راكبا».
        outcome = "other"
    elif outcome in _FATES and (measure not in _STATES or outcome == "killed"):
        measure = None
    person = whose(fact.reading, sentence, quantity) if aged else None
    return Figure(
        fact,
        (quantity,),
        quantity.high if risen else quantity.low,
        quantity.high,
        "exact" if risen else quantity.bound,
        population(quantity, outcome, _behind(fact, quantity)),
        outcome,
        _so_far(fact, quantity.window or (_window(fact, clause) if quantity.outcome in _FATES else None)),
        book.terms(fact.reading, sentence) - own,
        names,
        what,
        book.terms(fact.reading, clause) - own,
        is_part(fact.reading, sentence, quantity) and not _of_others(fact, quantity),
        _past(fact, clause, quantity.window) or _compared_to(fact, quantity),
        measure,
        bool(_GROWN.search(fold(fact.reading.article.text[: quantity.span.start][-_GREW_IN:]))),
        book.entity_of.get(person, person) if person else None,
    )


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


def _behind(fact: Fact, quantity: Quantity) -> str:
    """The words right after what is counted: «عناصر الشرطة», "members of the police"."""
    counted = quantity.counted_span
    if counted is None:
        return ""
    text = fact.reading.article.text
    words = re.findall(r"\w+", _MARKS.split(text[counted.end : counted.end + _LED])[0])[:3]
    return "" if words and words[0] in _ELSEWHERE else " ".join(words)


_MARKS = re.compile(r"[،,؛;:.()«»\"]")
# «12 عضوا في مجلس الأمن» are no policemen.
_ELSEWHERE = frozenset(("في", "على", "إلى", "عن", "مع", "أمام", "قرب", "in", "on", "at", "near", "with"))


# «صادراتها، البالغة 85 مليون دولار»: what is measured stands before the comma.
_APPOSED = re.compile(
    r"\s*(?:و?(?:ال)?بالغ|و?[تي]بلغ|وبلغ|وقيمت|وعدد|و?[تي]?قدر|وه[يو]\b|أي\b|totalling|totaling|worth|which (?:is|was))"
)


def _past(fact: Fact, clause: Span, window: str | None) -> bool:
    """Whether the clause, or a claim without any comma, dates the number to something long before the report."""
    # "He said that only 40 percent had joined" is the past of speech.
    shifted = fact.reading.article.language == "en" and fact.origin.kind != "own"
    historical = fact.event is not None and "historical" in fact.event.auxiliary and not shifted
    if historical and window is None and not set("،,؛") & set(fact.text):
        return True
    return long_before(fact, clause)


def long_before(fact: Fact, clause: Span) -> bool:
    """Whether what a clause of a claim tells is dated to years before the report («سراقب (2016)»)."""
    anchor = fact.reading.anchor.edtf
    dates = [t.latest for t in fact.times if t.type == "DATE" and t.latest and clause.overlaps(t.span)]
    return bool(dates and anchor and int(max(dates)[:4]) < int(anchor[:4]) - 1)


def _compared_to(fact: Fact, quantity: Quantity) -> bool:
    """«500 رخصة مقارنة بـ350 في الاتفاقية السابقة»، "up from 4.8 percent": the number that this one is measured by."""
    text, start = fact.reading.article.text, quantity.span.start
    before = fold(text[max(0, start - _LED) : start])
    one_unit = any(q.unit == quantity.unit and q.span.end <= quantity.span.start for q in fact.figures)
    loose = quantity.unit in ("money", "percent") and one_unit
    return bool(_BASELINE.search(before) or (loose and _AGAINST.search(before)))


_BASELINE = re.compile(r"(?:مقارنه (?:ب|مع)|بالمقارنه مع|compared (?:with|to)|(?:up|down) from)\W*(?:\w+\W+)?$")
# «71 دولارا مقابل 66 في كانون الثاني»; of other things it tells what is given for them.
_AGAINST = re.compile(r"(?:مقابل|بعدما كان|بعد ان كان|بعدما كانت|بعد ان كانت|بدلا من|against|versus)\W*(?:\w+\W+)?$")
_LED = 30


def _last_comma(text: str) -> int:
    return max(text.rfind(mark) for mark in "،,؛;") + 1


# What befell the target of an event, where the words around the number do not say it.
_BEFELL = {"kill": "killed", "wound": "wounded", "arrest": "detained", "detain": "detained", "missing": "missing"}


def _outcome(fact: Fact, quantity: Quantity) -> str:
    """The quantity's own outcome, else that of the event whose figure it is («أصيب 24 آخرون»)."""
    told = quantity.outcome or "other"
    kind = above(population(quantity).kind or "")[-1]
    if kind == "person" and told in ("other", "detained") and _taken(fact, quantity):
        # Those taken are missing to those who count them.
        return "missing"
    if told != "other" or fact.event is None or quantity.id not in fact.event.quantities:
        return told
    frame = fact.event.frame or ""
    people = kind == "person" or (quantity.unit == "count" and (frame in _HURT or not _thing(quantity.counted)))
    return _BEFELL.get(frame, told) if people else told


def _taken(fact: Fact, quantity: Quantity) -> bool:
    """Whether those counted were abducted: «خطف 22 شخصا», and not «26 موظفا في قضية خطف»."""
    if quantity.cue is not None:
        return _ABDUCTED.search(fold(fact.at(quantity.cue))) is not None
    event = fact.event
    return event is not None and event.frame == "abduct" and quantity.id in event.quantities


# What befalls none but the living.
_HURT = frozenset(("kill", "wound"))
_ABDUCTED = re.compile(r"خطف|خطوف|ختطف|رهين|abduct|kidnap|hostage|captive")


def _thing(noun: str | None) -> bool:
    """Whether a noun that no class knows is none of people by its form."""
    return noun is not None and _OF_MANY_PEOPLE.search(fold(noun)) is None


_OF_MANY_PEOPLE = re.compile(r"(?:ين|ون|ers|ors|men|women|people|ists|ians|ees)$")


def _so_far(fact: Fact, window: str | None) -> str | None:
    """A period of counting: what is still to come tells when, and not over how long."""
    anchor = fact.reading.anchor.edtf
    return None if window and anchor and window[:1].isdigit() and window[:7] > anchor[:7] else window


def _window(fact: Fact, clause: Span) -> str | None:
    """The period of a claim's numbers: its one time, where a word of duration stands before it («خلال سبتمبر»)."""
    times = [time for time in fact.times if time.edtf and time.type == "DATE"]
    if len(times) != 1 or not clause.overlaps(times[0].span):
        return None
    text = fact.reading.article.text
    start = times[0].span.start
    before = fold(text[max(0, start - 12) : start]).split()
    first = fold(times[0].span.of(text)).split()[:1]
    return times[0].edtf if set(before[-1:] + first) & listed("outcomes", "window") else None


def _of_others(fact: Fact, quantity: Quantity) -> bool:
    """«3418 إصابة، منها 94 وفاة»: a part of a number of another fate is a number of its own."""
    before = [other for other in fact.figures if other.span.end <= quantity.span.start and other.unit == "count"]
    fates = before[-1].outcome if before else None, quantity.outcome
    return fates[0] != fates[1] and set(fates) <= _FATES


# «ارتفعت حصيلة القتلى إلى 94»: a toll that has grown, within so many characters before the number.
_GREW_IN = 90
_GROWN = re.compile(
    r"(?:ارتف(?:ع|اع)|ازداد|زاد|صعد|قفز)(?:ت)?\b[^.،؛]*\b(?:الي|ل)\W*$|\b(?:climbed|rose|risen|rises|jumped|increased|grown) to\W*$"
)
# A breakdown («بينهم») reaches over this many characters to the number it introduces.
_BREAKDOWN_REACH = 40
# "Went up to 21.75" tells where a price stands, and no bound.
_RISEN = re.compile(r"\b(?:went|rose|climbed|jumped|gone|goes) up to\b")
_OF_THEM = re.compile(
    r"[^\w،,]+(?:\w+[^\w،,]+)?(?:منهم|منها|منهن|من (?:ال)?(?:مصابين|جرحى|ضحايا|قتلى|مفقودين|موقوفين)|of (?:them|whom|the (?:wounded|injured|dead|missing|detained)))\b"
)


# «سجلت غريان أعلى نسبة إقبال، وهي 71 في المئة», «أقواها بقوة 4.1 درجات»: of one among many.
_OUTERMOST = re.compile(
    r"\b(?:اعلي|ادني|اقوي|اقوا|اشد|اعلا|ادنا|اكبرها|highest|lowest|strongest)(?:ها|هم)?\b[^.؛;:]{0,30}$"
)
# «في بيت الفقيه وحدها», "in Gaza alone": of one place among others.
_ALONE = re.compile(r"[^.،,؛;]{0,40}\b(?:وحده|وحدها|وحدهم|alone)\b")
_OF_HIS = re.compile(r"\W+(?:من \w{3,}(?:ه|ها)\b|(?:\w+\W+)?اخر(?:ين|ون|ان)\b|of (?:his|her|its)\b|others?\b)")
# «خمس جثث إضافية»: more than were counted before.
_MORE = re.compile(r"\W+(?:\w+\W+)?(?:إضافي(?:ة|ين|ا)?|additional|further|more)\b")


def is_part(reading: Reading, sentence: Span, quantity: Quantity) -> bool:
    """Whether the words make it a part of another number: «بينهم سبعة أطفال», «خمسة منهم», "four of them"."""
    text = reading.article.text
    end = max(quantity.span.end, quantity.counted_span.end if quantity.counted_span else 0)
    behind = text[quantity.span.end : sentence.end], text[end : sentence.end]
    if any(_MORE.match(words) for words in behind) or _alone(reading, quantity.span.end, sentence.end):
        return True
    if quantity.outcome in _FATES and any(_OF_THEM.match(words) for words in behind):
        return True
    start = max(sentence.start, quantity.span.start - _BREAKDOWN_REACH)
    if quantity.cue and start < quantity.cue.start < quantity.span.start and text[quantity.cue.start - 1] in "وف":
        start = quantity.cue.start  # «بينهم سبعة من الشرطة وإصابة عشرين»
    before = fold(text[start : quantity.span.start])
    return _OUTERMOST.search(before) is not None or any(
        re.search(rf"(?:^|\W)و?{word}(?![،,])\W[^.:؛;]*$", before) for word in _breakdowns()
    )


def _alone(reading: Reading, start: int, end: int) -> bool:
    """Whether the number is told for one place alone; one day or month alone is the period that it covers."""
    match = _ALONE.match(reading.article.text[start:end])
    told = match and Span(reading.article.id, start, start + match.end())
    return told is not None and not any(time.span.overlaps(told) for time in reading.times)


@cache
def _breakdowns() -> tuple[str, ...]:
    """Those that name a part, not what is counted besides («إضافة إلى»)."""
    return tuple(
        word for word in listed("outcomes", "breakdown") if "بين" in word or "من" in word.split()[0] or word.isascii()
    )


_HOURS = {"Y": 8766.0, "M": 730.5, "W": 168.0, "D": 24.0}
_CLOCK = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}
# Words that bound a length of time are so many at most: «ما لا يقل عن».
_BOUND_WORDS = 4


def hours(edtf: str | None) -> float | None:
    """The length of an ISO 8601 duration in hours; months are 30.4 days."""
    match = re.fullmatch(r"P((?:\d[\d.]*[YMWD])*)(?:T((?:\d[\d.]*[HMS])+))?", edtf or "")
    if match is None or not (match[1] or match[2]):
        return None
    parts = [(match[1], _HOURS), (match[2] or "", _CLOCK)]
    return sum(
        float(number) * scale[unit] for part, scale in parts for number, unit in re.findall(r"([\d.]+)([A-Z])", part)
    )


def _length(reading: Reading, time: TimeExpression) -> Quantity:
    """A length of time as a number of hours, so that «ثلاثة أسابيع» and «شهرين» compare, with the words that bound it."""
    value, span = hours(time.edtf), time.span
    end = bisect_left(reading.tokens, span.start, key=lambda token: token.span.start)
    norms = tuple(token.norm for token in reading.tokens[max(0, end - _BOUND_WORDS) : end])
    words, bound = bound_before(reading.article.language, norms)
    if words:
        span = Span(span.article_id, reading.tokens[end - words].span.start, span.end)
    low, high = (value, value) if bound in ("exact", "about") else ((value, None) if bound in LOWER else (None, value))
    return Quantity(time.id, span, low, high, bound, unit="measure", counted=LENGTH)


def _sums(found: list[Figure]) -> Iterator[Figure]:
    """«جنديان ومدني»: exact parts of one outcome in one claim whose classes have no member in common.

    One word tells what befell them all: «قتل قياديا على صلة بهجوم أسفر عن مقتل ثلاثة» is no four killed.
    """
    groups: dict[tuple[str, str, Span | None], list[Figure]] = {}
    for figure in found:
        if figure.outcome != "other" and figure.bound == "exact":
            groups.setdefault((figure.fact.id, figure.outcome, figure.first.cue), []).append(figure)
    for (_, outcome, _), parts in groups.items():
        if len(parts) < 2:
            continue
        whole = parts[0].population
        for left, right in combinations(parts, 2):
            joined = common(left.population, right.population)
            if joined is None or joined.kind is None:
                break
            whole = joined
        else:
            total = sum(part.low or 0 for part in parts)
            first = parts[0]
            nation = next((p.population.nation for p in parts if p.population.nation), None)
            windows = {part.window for part in parts}
            yield Figure(
                first.fact,
                tuple(part.first for part in parts),
                total,
                total,
                "exact",
                whole._replace(nation=nation),
                outcome,
                windows.pop() if len(windows) == 1 else None,
                first.context,
                first.names,
                frozenset().union(*(part.what for part in parts)),
                first.own,
                False,
                first.past,
            )
