"""Figures of the reports as they can be compared: one number, or the sum that a sentence breaks down.

A figure is what befell whom (outcome and population), in which time window; the words around it say of which
event. Figures of one event, outcome and comparable population stand in one slot.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from ...annotate.counts.outcomes import in_set
from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Quantity, Reading, Span
from ...story.number_keys import number_keys
from ..book import Book
from ..fact import Fact
from .ages import AGE, is_age, whose
from .fates import FATES, outcome_of
from .lengths import HOURS, hours, length_of, of_a_state, within
from .measures import LENGTH, compounds, measures_of
from .parts import alone, is_part, of_others
from .population import Population, above, common, population
from .scores import results

# Ways of meaning a thing without saying that it is: only numbers meant in the same way compare.
_MEANT = frozenset(("planned", "demanded"))
# States of some of those hurt, which are counted by themselves.
_STATES = frozenset(("discharged", "in_hospital", "critical", "trapped"))


@dataclass(frozen=True, eq=False)
class Figure:
    """``quantities`` has several members where the figure is a sum of parts. ``low`` and ``high`` are inclusive.

    ``what`` are the terms of what is counted, ``own`` the claim's others and ``context`` the sentence's; ``part`` tells a
    number that the words make a part of another, ``past`` one that belongs to something long before the report, ``measure``
    what it measures where a happening has one such number, ``measures`` all that its clause names, ``risen`` a toll that has grown, ``about`` whose age it is, in years.
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
    measures: frozenset[str] = frozenset()

    @property
    def length(self) -> bool:
        """Whether it is a length of time, in hours."""
        return self.first.counted == LENGTH

    @cached_property
    def corrected(self) -> bool:
        """«ستة لا ثمانية»: whether it is the number that is said not to be."""
        text, start = self.fact.reading.article.text, self.first.span.start
        return not listed("toll_words", "not").isdisjoint(fold(text[max(0, start - 8) : start]).split()[-1:])

    @cached_property
    def besides(self) -> bool:
        """«قتل القيادي وثلاثة من مرافقيه», "and three others": one more may be told before the number."""
        text, span = self.fact.reading.article.text, self.first.span
        led = text[max(0, span.start - 4) : span.start].split()[-1:]
        joined = not listed("toll_words", "and").isdisjoint(led)
        return joined and not self.sum and _OF_HIS.match(fold(text[span.end :][:_LED])) is not None

    @cached_property
    def alone(self) -> Span | None:
        """«في ولاية الكاف وحدها»: the words that narrow what it is told for."""
        return alone(self.fact.reading, self.first, self.sentence) if self.part else None

    @property
    def base(self) -> bool:
        """«171 صوتا من أصل 238»: what another number is a part of."""
        before = fold(self.fact.reading.article.text[: self.first.span.start][-_LED:]).split()
        return " ".join(before[-2:]) in listed("outcomes", "out_of")

    @property
    def occasions(self) -> bool:
        """«مرتين», "three times": how often."""
        return fold(self.first.counted or "") in listed("outcomes", "times")

    @property
    def first(self) -> Quantity:
        return self.quantities[0]

    @cached_property
    def clause(self) -> Span:
        """The words around its number that can say what it is of."""
        return clause_of(self.fact, self.first)

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

    @cached_property
    def fate(self) -> str:
        """What befell people; "other" for whatever befell things and households, which two reports tell in many words."""
        kind = self.population.kind
        people = kind is None or (kind != "family" and above(kind)[-1] == "person")
        return self.outcome if self.outcome in FATES and people else "other"

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
            if fact.doubt in _MEANT and (quantity.outcome or "other") in FATES:
                # The dead that are warned of or planned for are no toll.
                continue
            if _and_a_half(fact, quantity) or _label(fact.reading, quantity) or _quarter(fact, quantity):
                continue
            if _name(fact.reading, quantity):
                continue
            if not any(span.overlaps(quantity.span) for span in (*aside, *(time.span for time in lengths))):
                found.append(_figure(book, fact, quantity))
        told = (_figure(book, fact, length_of(fact.reading, time)) for time in lengths)
        found.extend(figure for figure in told if not _window_of_another(figure))
    found.extend(_figure(book, fact, quantity) for fact, quantity in _unclaimed(book))
    found.extend(_figure(book, fact, quantity) for fact, quantity in _ages(book))
    return [*found, *_sums(found)]


def _window_of_another(figure: Figure) -> bool:
    """«142 مليمترا خلال 18 ساعة»: a length that only tells over what another number was measured."""
    bare = figure.measure is None and within(figure.fact.reading, figure.first.span)
    return bare and any(q.span.end <= figure.first.span.start for q in figure.fact.figures)


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
            length = length_of(reading, time)
            near = [f for f in book.by_report[number] if f.sentence and f.sentence.span.contains(time.span)]
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
    number = frozenset(number_keys(quantity))
    what = book.terms(fact.reading, quantity.counted_span or quantity.span) - number
    clause = clause_of(fact, quantity)
    own = book.terms(fact.reading, quantity.span) | what | number
    risen = quantity.bound == "at_most" and _RISEN.search(fact.reading.article.text[: quantity.span.end][-40:])
    aged = is_age(fact.reading, quantity)
    if aged and quantity.counted == LENGTH and quantity.low is not None:
        quantity = replace(quantity, low=quantity.low / HOURS["Y"], high=quantity.low / HOURS["Y"])
    outcome = "other" if aged else outcome_of(fact, quantity)
    measures = (AGE,) if aged else measures_of(fact.reading, quantity, clause)
    measure = next(iter(measures), None)
    if measure == "aboard" and outcome == "displaced":
        # All aboard were brought off: «إجلاء الركاب وعددهم 327 راكبا».
        outcome = "other"
    elif outcome in FATES and (measure not in _STATES or outcome == "killed"):
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
        _so_far(fact, _own_window(fact, quantity) or (_window(fact, clause) if quantity.outcome in FATES else None)),
        book.terms(fact.reading, sentence) - own,
        names,
        what,
        book.terms(fact.reading, clause) - own,
        is_part(fact.reading, sentence, quantity) and not of_others(fact, sentence, quantity),
        _past(fact, clause, quantity.window) or _compared_to(fact, quantity),
        measure,
        bool(_GROWN.search(fold(fact.reading.article.text[: quantity.span.start][-_GREW_IN:]))),
        book.entity_of.get(person, person) if person else None,
        frozenset(measures if measure else ()),
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
    words = re.findall(r"\w+", _MARKS.split(text[counted.end : counted.end + _LED])[0])
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


def _so_far(fact: Fact, window: str | None) -> str | None:
    """A period of counting: what is still to come tells when, and not over how long."""
    anchor = fact.reading.anchor.edtf
    return None if window and anchor and window[:1].isdigit() and window[:7] > anchor[:7] else window


def _own_window(fact: Fact, quantity: Quantity) -> str | None:
    """The period that the number's own words give, unless it is that of a thing they name."""
    times = (time for time in fact.reading.times if time.id == quantity.window_time)
    return None if any(of_a_state(fact.reading, time) for time in times) else quantity.window


def _window(fact: Fact, clause: Span) -> str | None:
    """The period of a claim's numbers: its one time, where a word of duration stands before it («خلال سبتمبر»)."""
    times = [time for time in fact.times if time.edtf and time.type == "DATE"]
    if len(times) != 1 or not clause.overlaps(times[0].span) or of_a_state(fact.reading, times[0]):
        return None
    text = fact.reading.article.text
    start = times[0].span.start
    before = fold(text[max(0, start - 12) : start]).split()
    first = fold(times[0].span.of(text)).split()[:1]
    return times[0].edtf if set(before[-1:] + first) & listed("outcomes", "window") else None


# «ارتفعت حصيلة القتلى إلى 94»: a toll that has grown, within so many characters before the number.
_GREW_IN = 90
_GROWN = re.compile(
    r"(?:ارتف(?:ع|اع)|ازداد|زاد|صعد|قفز)(?:ت)?\b[^.،؛]*\b(?:الي|ل)\W*$|\b(?:climbed|rose|risen|rises|jumped|increased|grown) to\W*$"
)
# "Went up to 21.75" tells where a price stands, and no bound.
_RISEN = re.compile(r"\b(?:went|rose|climbed|jumped|gone|goes) up to\b")
_OF_HIS = re.compile(r"\W+(?:من \w{3,}(?:ه|ها)\b|(?:\w+\W+)?اخر(?:ين|ون|ان)\b|of (?:his|her|its)\b|others?\b)")


def _sums(found: list[Figure]) -> Iterator[Figure]:
    """«جنديان ومدني»: exact parts of one outcome in one claim whose classes have no member in common.

    One word tells what befell them all: «قتل قياديا على صلة بهجوم أسفر عن مقتل ثلاثة» is no four killed.
    """
    groups: dict[tuple[str, str, Span | None], list[Figure]] = {}
    for figure in found:
        if figure.outcome != "other" and figure.bound == "exact" and not figure.part:
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
