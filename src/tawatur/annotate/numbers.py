"""Quantities: every number with what it counts, what befell them, and the period it covers.

Conventions. The span is the number with its bounding words, without what is counted; a dual and a single person
under a casualty word are quantities of 2 and 1 whose span is the noun itself. «عشرات» is at least 20, «مئات» at
least 200, «بضعة» three to nine (``numbers.tsv``). Numbers inside a date are none; inside a duration they are
measures. A day is when something happened, never the window of a count; a month, a week or a season is one only
after a word of period (خلال, منذ); a year or an interval always is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ..lang.numeral_reader import Reader
from ..lang.numerals import Cell, cell
from ..model import Article, Outcome, Quantity, Sentence, Span, TimeExpression, Token, Unit
from .counts.bounds import Amounts, letters
from .counts.counted import Count, Found, Page, all_cues, count_of, grouped, led
from .counts.counted import noun as counted_noun
from .counts.governing import resolve
from .counts.outcomes import Cue
from .counts.small_counts import another, small

_LANGUAGES = ("ar", "en")
_FEW = frozenset(("one", "two", "two_or_many"))
_LONG = frozenset(("year", "decade", "century"))
_MIDDLE = frozenset(("month", "week", "season", "period"))
_LONGEST_TIME = 400
# A longer run without a full stop is a list or a table; read in pieces, its cost stays linear.
_LONGEST_SENTENCE = 400


def quantities(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> tuple[Quantity, ...]:
    """The quantities of ``article`` in the order of the text; sentences of furniture have none."""
    reader = _Reader(article, tokens, times)
    found: list[Quantity] = []
    for sentence in sentences:
        if sentence.role != "furniture":
            for first in range(sentence.first, sentence.last, _LONGEST_SENTENCE):
                for one in reader.read(first, min(first + _LONGEST_SENTENCE, sentence.last)):
                    found.append(replace(one, id=f"{article.id}-n{len(found) + 1}"))
    return tuple(found)


def _outside_dates(
    tokens: tuple[Token, ...], cells: list[Cell | None], times: tuple[TimeExpression, ...]
) -> list[Cell | None]:
    """The cells with the numbers of dates and hours taken out, so that none grows into a quantity."""
    if not times:
        return cells
    starts = [token.span.start for token in tokens]
    for time in times:
        if time.type != "DURATION":
            for index in range(bisect_left(starts, time.span.start), bisect_left(starts, time.span.end)):
                cells[index] = None
    return cells


class _Reader:
    """Reads one article, sentence by sentence."""

    def __init__(self, article: Article, tokens: tuple[Token, ...], times: tuple[TimeExpression, ...]) -> None:
        language = article.language if article.language in _LANGUAGES else "ar"
        norms = tuple(token.norm for token in tokens)
        cells = _outside_dates(tokens, [cell(language, norm) for norm in norms], times)
        self.key = article.id
        self.page = Page(language, article.text, tokens, norms, cells, [counted_noun(language, norm) for norm in norms])
        self.amounts = Amounts(language, Reader(language, article.text, tokens, norms, cells))
        self.times = sorted(times, key=lambda time: time.span.start)
        self.time_starts = [time.span.start for time in self.times]

    @cached_property
    def token_starts(self) -> list[int]:
        return [token.span.start for token in self.page.tokens]

    def read(self, first: int, last: int) -> list[Quantity]:
        """One sentence's quantities; most sentences hold none and cost one look at each word."""
        page = self.page
        counts: list[Count] = []
        for amount in self.amounts.between(first, last) if any(page.cells[first:last]) else ():
            unit = self._unit(amount.start, amount.end)
            if unit is not None and (count := count_of(page, amount, unit, first, last)):
                counts.append(count)
        nouns = [(i, n) for i, n in enumerate(page.nouns[first:last], first) if n is not None and n.noun.many in _FEW]
        if not counts and not nouns:
            return []
        found = all_cues(page, first, last)
        self._add_small(counts, nouns, found, last)
        counts = another(page, counts, found)
        counts.sort(key=lambda count: count.amount.start)
        resolved: list[Count] = []
        for count in counts:
            resolved.append(grouped(resolve(page, count, resolved, counts, found, first)))
        acts = frozenset(cue.first for cue in found if cue.prefix in ("و", "ف"))
        return [self._quantity(count, first, last, acts) for count in resolved]

    def _add_small(
        self, counts: list[Count], nouns: Sequence[tuple[int, Found]], found: Sequence[Cue], last: int
    ) -> None:
        """Add the duals and single persons that no number stands beside."""
        taken = {i for count in counts for i in range(count.first, max(count.end, count.amount.last))}
        for index, known in nouns:
            if index in taken:
                continue
            one = small(self.page, index, known, counts, found, last)
            if one is not None and self._unit(one.amount.start, one.amount.end) == "count":
                counts.append(one)
                taken.update(range(index, one.end))

    def _unit(self, start: int, end: int) -> Unit | None:
        """A measure inside a duration, a count outside; None for a noun inside a date («اليومين الماضيين»)."""
        index = bisect_right(self.time_starts, end - 1) - 1
        while index >= 0 and self.time_starts[index] >= start - _LONGEST_TIME:
            time = self.times[index]
            if start < time.span.end:
                return "measure" if time.type == "DURATION" else None
            index -= 1
        return "count"

    def _quantity(self, count: Count, first: int, last: int, acts: frozenset[int]) -> Quantity:
        amount, tokens, text = count.amount, self.page.tokens, self.page.text
        counted = population = None
        counted_span: Span | None = None
        head, noun = count.head, count.noun
        if head is None and count.unit == "count":
            head = led(self.page, amount, first, last)
            noun = self.page.noun(head) if head is not None else None
        if head is not None:
            token = tokens[head]
            cut = noun.prefix.removesuffix("ال") if noun else ""
            start = token.span.start + (letters(token.surface, cut) if cut else 0)
            counted_span = Span(self.key, start, token.span.end)
            counted = counted_span.of(text)
            if count.unit == "count":
                population = text[start : tokens[self._phrase(count, head) - 1].span.end]
        window = self._window(count, first, last, acts) if count.unit == "count" else None
        outcome: Outcome | None = count.outcome or None  # type: ignore[assignment]
        return Quantity(
            "", Span(self.key, amount.start, amount.end), amount.low, amount.high, amount.bound, count.unit,
            counted, counted_span, outcome, self._cue_span(count.cue), population, *(window or (None, None)),
        )  # fmt: skip

    def _phrase(self, count: Count, head: int) -> int:
        """Past the counted noun and its adjectives."""
        return max(count.phrase, head + 1) if head == count.head and head >= count.amount.first else head + 1

    def _cue_span(self, cue: Cue | None) -> Span | None:
        if cue is None:
            return None
        token = self.page.tokens[cue.first]
        cut = cue.prefix.removesuffix("ال")
        start = token.span.start + (letters(token.surface, cut) if cut else 0)
        return Span(self.key, start, self.page.tokens[cue.last - 1].span.end)

    def _window(self, count: Count, first: int, last: int, acts: frozenset[int]) -> tuple[str, str] | None:
        """The period that bounds a count: the nearest in its clause, those after the number first."""
        here, tokens = count.amount.start, self.page.tokens
        index = bisect_left(self.time_starts, tokens[first].span.start)
        inside = self.times[index : bisect_left(self.time_starts, tokens[last - 1].span.end)]
        for time in sorted(inside, key=lambda t: (t.span.start < here, abs(t.span.start - here))):
            at = bisect_left(self.token_starts, time.span.start)
            behind = at > count.amount.first
            if self._parted(*((count.end, at) if behind else (at, count.amount.first)), behind, acts):
                continue
            if behind and self._of_another(count.end, at):
                continue
            if window := self._period(time, at, first):
                return window, time.id
            if behind and time.precision == "day":
                return None  # «قتل 12 أمس، ليبلغ عدد القتلى 50 منذ مطلع العام»: the first is of its own day
        return None

    def _parted(self, begin: int, end: int, behind: bool, acts: frozenset[int]) -> bool:
        """Whether another clause stands between a count and a time: a word that opens one, or another act's verb.

        A time behind two acts may be of both («قتل 12 وأصيب 30 منذ مطلع العام»), one before «وأصيب 30» is not.
        """
        page = self.page
        return any(
            page.set("boundary", i)
            or page.set("clause", i)
            or (not behind and i in acts)
            or "ordinal" in getattr(page.cells[i], "kinds", ())  # "four died, the third such attack since May"
            for i in range(begin, end)
        )

    def _of_another(self, begin: int, at: int) -> bool:
        """«أودى بحياة 360 راكبا، وحادث منفلوط عام 2012»: a time that no preposition leads, in what a comma adds."""
        page = self.page
        if page.set("window", at) or page.set("blocker", at - 1) or page.set("window", at - 1):
            return False
        commas = [i for i in range(begin, at - 1) if page.tokens[i].surface in "،,"]
        return any(page.norms[i + 1].startswith("و") and page.cells[i + 1] is None for i in commas)

    def _period(self, time: TimeExpression, at: int, first: int) -> str | None:
        """The EDTF period of a time at token ``at``; None for one that only dates."""
        if time.edtf is None or time.type in ("TIME", "SET") or self.page.norms[at].startswith("لل"):
            return None  # «موازنة للسنة المالية 2025»: what it is for
        if "/" in time.edtf or time.precision in _LONG:
            return time.edtf
        norms = self.page.norms
        # The word of period may be the time's own first word, or one noun away: «منذ هجوم كانون الأول».
        introducing = [norms[i] for i in range(max(first, at - 2), at + 1) if self.page.set("window", i)]
        if not introducing or time.precision not in _MIDDLE:
            return None
        return f"{time.edtf}/.." if introducing[-1] in ("منذ", "since") else time.edtf
