"""Quantities: every number with what it counts, what befell them, and the period it covers.

Conventions. A dual and a single person under a casualty cue are quantities of 2 and 1 whose span is the noun
itself. «عشرات» is at least 20, «مئات» at least 200, «بضعة» three to nine (``numbers.tsv``). Numbers inside a
date are none; inside a duration they are measures. A plain day is when something happened, never the window
of a count; a month is one only after a word of period (خلال, منذ); a year or a longer stretch always is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..lang.numerals import Numeral, cell
from ..model import Article, Outcome, Quantity, Sentence, Span, TimeExpression, Token, Unit
from .bounds import Amount, Amounts, letters
from .counted import Found, dual_by_vowels, noun
from .outcomes import Cue, cues, fits, in_set, words

_REACH = 14
_LANGUAGES = ("ar", "en")


def quantities(
    article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> tuple[Quantity, ...]:
    """The quantities of ``article`` in the order of the text; sentences of furniture have none."""
    language = article.language if article.language in _LANGUAGES else "ar"
    norms = tuple(token.norm for token in tokens)
    page = _Page(article, language, tokens, norms, times)
    found: list[Quantity] = []
    for sentence in sentences:
        if sentence.role != "furniture":
            for one in page.read(sentence):
                found.append(replace(one, id=f"{article.id}-n{len(found) + 1}"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Count:
    """An amount with its counted noun: tokens ``head`` and the noun phrase ``[head, np_end)``."""

    amount: Amount
    head: int | None
    np_end: int
    noun: Found | None
    unit: Unit
    outcome: str | None = None
    cue: Cue | None = None


class _Page:
    """One article's tokens as the rules see them."""

    def __init__(
        self,
        article: Article,
        language: str,
        tokens: tuple[Token, ...],
        norms: tuple[str, ...],
        times: tuple[TimeExpression, ...],
    ) -> None:
        self.article = article
        self.text = article.text
        self.language = language
        self.tokens = tokens
        self.norms = norms
        self.cells = [cell(language, norm) for norm in norms]
        self.amounts = Amounts(language, article.text, tokens, norms, self.cells)
        self.times = sorted(times, key=lambda time: time.span.start)
        self.time_starts = [time.span.start for time in self.times]

    def read(self, sentence: Sentence) -> list[Quantity]:
        """One sentence's quantities; most sentences hold none and cost one look at each word."""
        first, last = sentence.first, sentence.last
        language, norms = self.language, self.norms
        counts: list[_Count] = []
        if any(self.cells[first:last]):
            for amount in self.amounts.between(first, last):
                if self._attached(amount, last):
                    continue
                if (unit := self._unit_in_time(amount.start, amount.end)) is not None:
                    counts.append(self._count(amount, unit, first, last))
        nouns = [
            (i, found)
            for i in range(first, last)
            if (found := noun(language, norms[i])) and found.noun.many in _FEW
        ]
        if not counts and not nouns:
            return []
        found = cues(language, norms, first, last)
        taken = {i for count in counts for i in range(count.amount.first, max(count.np_end, count.amount.last))}
        taken |= {count.head for count in counts if count.head is not None}
        for i, known in nouns:
            if i not in taken and (small := self._small(i, known, counts, found, first, last)):
                counts.append(small)
                taken.update(range(i, small.np_end))
        counts.sort(key=lambda count: count.amount.start)
        resolved: list[_Count] = []
        for count in counts:
            done = self._resolve(count, resolved, found, counts, first, last)
            if done is not None:
                resolved.append(done)
        return [self._quantity(count, first, last) for count in resolved]

    # Times.

    def _unit_in_time(self, start: int, end: int) -> Unit | None:
        """None for a number inside a date or an hour; a measure inside a duration."""
        index = bisect_right(self.time_starts, end - 1) - 1
        while index >= 0 and index >= 0 and self.times[index].span.start >= start - 400:
            time = self.times[index]
            if time.span.start < end and start < time.span.end:
                return "measure" if time.type == "DURATION" else None
            index -= 1
        return "count"

    # What is counted.

    def _set(self, name: str, index: int) -> int:
        return in_set(self.language, name, self.norms, index)

    def _attached(self, amount: Amount, last: int) -> bool:
        """«180مل»: digits written onto their unit are one word with it, not a number."""
        index = amount.last
        if index >= last or self.tokens[index].kind != "word" or self.tokens[index].span.start != amount.end:
            return False
        known = noun(self.language, self.norms[index])
        return self.cells[index] is None and (known is None or known.noun.kind == "measure")

    def _count(self, amount: Amount, unit: Unit, first: int, last: int) -> _Count:
        core = amount.core
        if core.percent:
            return _Count(amount, None, amount.last, None, "percent")
        if core.kind == "ordinal":
            return _Count(amount, None, amount.last, None, "ordinal")
        head, known = self._head(amount, first, last)
        if known is not None and known.noun.kind in ("money", "measure"):
            unit = known.noun.kind  # type: ignore[assignment]
        elif core.kind == "fraction" and unit == "count":
            unit = "fraction"
        if unit == "count" and core.grouped is not None:
            amount = replace(amount, low=core.grouped, high=core.grouped)
        end = self._phrase_end(head, known, last) if head is not None and head >= amount.last else amount.last
        return _Count(amount, head, end, known, unit)

    def _head(self, amount: Amount, first: int, last: int) -> tuple[int | None, Found | None]:
        index = amount.last
        if (
            index < last
            and self._set("partitive", index)
            and index + 1 < last
            and self.tokens[index + 1].kind == "word"
        ):
            index += 1
        if index < last:
            known = noun(self.language, self.norms[index])
            if known is not None and known.prefix in ("", "ال"):
                return index, known
            if known is None and index == amount.last and self._nominal(index):
                return index, None
        before = amount.first - 1
        if before >= first and (known := noun(self.language, self.norms[before])):
            wanted = {1: ("one",), 2: ("two", "two_or_many")}.get(amount.low or 0, ())
            article = amount.prefix == "ال" and known.prefix.endswith("ال") and known.noun.many == "many"
            if known.noun.many in wanted or article:
                return before, known
        if amount.first > first and self.norms[amount.first - 1] in ("$", "€", "£"):
            return amount.first - 1, noun(self.language, self.norms[amount.first - 1])
        return None, None

    def _nominal(self, index: int) -> bool:
        """Whether an unlisted word after a number may be what it counts."""
        token = self.tokens[index]
        if token.kind != "word" or len(token.norm) < 3 or self.cells[index] is not None:
            return False
        if any(mark in token.proclitics for mark in ("و", "ف", "ب", "ل", "ك", "س", "ال")) or token.norm.startswith(
            "ال"
        ):
            return False
        if any(self._set(name, index) for name in ("breakdown", "boundary", "blocker", "others", "window", "toll")):
            return False
        return not cues(self.language, self.norms, index, index + 1)

    def _phrase_end(self, head: int, known: Found | None, last: int) -> int:
        """Past the adjectives after the counted noun: indefinite words with an adjective's ending."""
        index = head + 1
        while index < last and index <= head + 3 and self._adjective(index):
            index += 1
        return index

    def _adjective(self, index: int) -> bool:
        token = self.tokens[index]
        norm = token.norm
        if token.kind != "word" or len(norm) < 4 or not norm.endswith(_ADJECTIVE) or norm[0] in "يتسو":
            return False
        if self.cells[index] is not None or norm.startswith("ال") or token.proclitics:
            return False
        return not any(self._set(name, index) for name in ("breakdown", "boundary", "blocker", "others", "window"))

    # Duals and single persons.

    def _small(
        self, index: int, known: Found, counts: Sequence[_Count], found: Sequence[Cue], first: int, last: int
    ) -> _Count | None:
        """A dual as 2; a single person under a cue, or joined to a counted group, as 1."""
        many = known.noun.many
        token = self.tokens[index]
        if many == "two_or_many":
            many = "two" if dual_by_vowels(token.surface) else "many"
        if many == "two":
            if "ال" in known.prefix or known.noun.kind in ("money", "measure"):
                return None
            value = 2
        elif many == "one" and self._single(index, known, counts, found, first, last):
            value = 1
        else:
            return None
        cut = known.prefix
        start = token.span.start + letters(token.surface, cut) if cut else token.span.start
        if self._unit_in_time(start, token.span.end) != "count":
            return None
        core = Numeral(index, index + 1, value, value, "cardinal")
        amount = Amount(index, index + 1, start, token.span.end, value, value, "exact", core, known.prefix)
        return _Count(amount, index, self._phrase_end(index, known, last), known, "count")

    def _single(
        self, index: int, known: Found, counts: Sequence[_Count], found: Sequence[Cue], first: int, last: int
    ) -> bool:
        if known.noun.kind not in ("person", "body") or known.prefix not in ("", "و"):
            return False
        joined = next((c for c in counts if c.np_end == index and c.noun and c.noun.noun.kind == "person"), None)
        if known.prefix == "و":
            dual = index > first and (two := noun(self.language, self.norms[index - 1])) and two.noun.many == "two"
            return joined is not None or bool(dual)
        cue = next((c for c in reversed(found) if c.last <= index and c.first >= index - _REACH), None)
        if cue is None or cue.meanings[0].kind == "noun":
            return False
        if known.noun.case == "object":
            return self._governs(cue, index, "") and any(m.kind in ("verb", "phrase") for m in cue.meanings)
        if cue.last != index or all(m.kind == "strike" for m in cue.meanings):
            return False
        if all(m.kind == "use" for m in cue.meanings):
            return bool(known.noun.outcome)
        after = self._phrase_end(index, known, last)
        if any(m.kind == "verb" for m in cue.meanings) and after < last:
            # «قتل مسلح 3 أشخاص»: the noun is who did it.
            following = noun(self.language, self.norms[after])
            if self.cells[after] is not None and not self.norms[after].startswith("و"):
                return False
            if (
                following
                and following.prefix == ""
                and (following.noun.case == "object" or following.noun.many != "one")
            ):
                return False
        return True

    # Outcomes.

    def _resolve(
        self,
        count: _Count,
        before: Sequence[_Count],
        found: Sequence[Cue],
        counts: Sequence[_Count],
        first: int,
        last: int,
    ) -> _Count | None:
        """The count with its outcome; None for a single person that nothing befell."""
        if count.unit != "count":
            return count
        index = min(count.amount.first, count.head if count.head is not None else count.amount.first)
        kind = self._kind(count)
        says = count.noun.noun.outcome if count.noun else ""
        if says:
            cue = next((c for c in found if c.first == count.head), None)
            return replace(count, outcome=says, cue=cue)
        for inner in found:
            if (
                count.head is not None
                and count.head < inner.first < count.np_end
                and inner.meanings[0].kind == "noun"
            ):
                return replace(count, outcome=inner.meanings[0].outcome, cue=inner)
        outcome, cue = self._cue_before(index, kind, count, found, first)
        if outcome is None and (parent := self._parent(index, before, first)):
            outcome, cue = parent.outcome, parent.cue
        if outcome is None:
            outcome, cue = self._cue_after(count, kind, found, counts, last)
        if outcome is None and kind == "weapon" and "ب" in count.amount.prefix:
            outcome = "used"
        inherits = count.head is None and outcome is not None
        if inherits and (
            source := next((c for c in reversed(before) if c.head is not None and c.unit == "count"), None)
        ):
            if (
                source.noun is not None
                and not source.noun.noun.outcome
                and self._kind(source) == "person"
                and outcome != "struck"
            ):
                count = replace(count, head=source.head, noun=source.noun)
        return replace(count, outcome=outcome, cue=cue)

    def _kind(self, count: _Count) -> str | None:
        if count.noun is not None:
            return count.noun.noun.kind
        if count.head is not None and self.norms[count.head].endswith(("يين", "يون")):
            return "person"
        return None

    def _cue_before(
        self, index: int, kind: str | None, count: _Count, found: Sequence[Cue], first: int
    ) -> tuple[str | None, Cue | None]:
        for place in range(len(found) - 1, -1, -1):
            cue = found[place]
            if cue.last > index:
                continue
            if cue.first < index - _REACH:
                break
            if cue.meanings[0].kind == "noun":
                if (outcome := self._toll(cue, index, kind, found, place, first)) is not None:
                    return outcome, cue
                continue
            for meaning in cue.meanings:
                if fits(kind, meaning) and self._governs(cue, index, count.amount.prefix):
                    return meaning.outcome, cue
        return None, None

    def _governs(self, cue: Cue, index: int, prefix: str) -> bool:
        """Whether nothing between the cue and the token at ``index`` takes it away."""
        for at in range(cue.last, index):
            if self._set("boundary", at) or self.tokens[at].surface in (";", "؛", ".", ":"):
                return False
        if cue.last == index:
            return True
        bare = prefix.lstrip("وف")
        if bare.startswith("ل"):
            return any(m.kind in ("masdar", "strike") for m in cue.meanings)
        if bare.startswith(("ب", "ك")):
            return False
        return not self._set("blocker", index - 1)

    def _toll(
        self, cue: Cue, index: int, kind: str | None, found: Sequence[Cue], place: int, first: int
    ) -> str | None:
        """«حصيلة القتلى إلى 12», «بلغ عدد الجرحى 30»: the figure is of those the noun names."""
        definite = cue.prefix.endswith(("ال", "لل"))
        counted = any(self._set("toll", at) for at in range(max(first, cue.first - 3), cue.first))
        if not (definite and counted) and not counted:
            return None
        if kind not in (None, "person") or any(self._set("boundary", at) for at in range(cue.last, index)):
            return None
        blocked = self._set("blocker", index - 1) and self.norms[index - 1] not in ("الي", "من", "to", "from", "at")
        if blocked:
            return None
        near = found[place - 1] if place else None
        if near and near.last == cue.first and near.meanings[0].kind == "noun" and near.meanings != cue.meanings:
            return "other"
        return cue.meanings[0].outcome

    def _parent(self, index: int, before: Sequence[_Count], first: int) -> _Count | None:
        """The count that «بينهم» breaks down."""
        if not before or before[-1].outcome is None:
            return None
        if any(self._set("breakdown", at) == index - at for at in range(max(first, index - 3), index)):
            return before[-1]
        previous = before[-1]
        linked = index == previous.np_end and self.norms[index].startswith("و")
        return previous if linked and previous.cue and previous.cue.meanings[0].kind != "noun" else None

    def _cue_after(
        self, count: _Count, kind: str | None, found: Sequence[Cue], counts: Sequence[_Count], last: int
    ) -> tuple[str | None, Cue | None]:
        """«ثلاثة جنود قتلوا»: a verb after what is counted, unless it goes on to objects of its own."""
        end = max(count.np_end, count.amount.last)
        for cue in found:
            if cue.first < end:
                continue
            if cue.first > end + 6 or cue.prefix or any(self._set("boundary", at) for at in range(end, cue.first)):
                break
            meaning = cue.meanings[0]
            if (
                meaning.kind not in ("verb", "phrase")
                or not fits(kind, meaning)
                or kind is None
                and count.head is not None
            ):
                break
            if any(c.amount.first == cue.last and not c.amount.prefix for c in counts):
                break
            return meaning.outcome, cue
        return None, None

    # The quantity.

    def _quantity(self, count: _Count, first: int, last: int) -> Quantity:
        amount = count.amount
        key = self.article.id
        counted = population = None
        counted_span: Span | None = None
        if count.head is not None:
            token = self.tokens[count.head]
            cut = (
                letters(token.surface, count.noun.prefix)
                if count.noun and count.noun.prefix not in ("", "ال")
                else 0
            )
            counted_span = Span(key, token.span.start + cut, token.span.end)
            counted = counted_span.of(self.text)
            end = count.np_end if count.head >= amount.first and count.np_end > count.head else count.head + 1
            if count.unit == "count":
                population = self.text[counted_span.start : self.tokens[end - 1].span.end]
        cue = self._cue_span(count.cue)
        window = self._window(count, first, last) if count.unit == "count" else None
        return Quantity(
            "", Span(key, amount.start, amount.end), amount.low, amount.high, amount.bound, count.unit,
            counted, counted_span, _outcome(count.outcome), cue, population,
            window[0] if window else None, window[1] if window else None,
        )  # fmt: skip

    def _cue_span(self, cue: Cue | None) -> Span | None:
        if cue is None:
            return None
        token = self.tokens[cue.first]
        cut = letters(token.surface, cue.prefix) if cue.prefix else 0
        return Span(self.article.id, token.span.start + cut, self.tokens[cue.last - 1].span.end)

    def _window(self, count: _Count, first: int, last: int) -> tuple[str, str] | None:
        """The period that bounds a count: the nearest in the sentence, those after the number first."""
        here = count.amount.start
        left, right = self.tokens[first].span.start, self.tokens[last - 1].span.end
        index = bisect_right(self.time_starts, left - 1)
        inside = []
        while index < len(self.times) and self.times[index].span.start < right:
            inside.append(self.times[index])
            index += 1
        for time in sorted(inside, key=lambda t: (t.span.start < here, abs(t.span.start - here))):
            if time.edtf and (window := self._period(time)):
                return window, time.id
        return None

    def _period(self, time: TimeExpression) -> str | None:
        """The EDTF interval of a time that is a period; None for a day, an hour, or a month that only dates."""
        if time.edtf is None or time.type in ("TIME", "SET"):
            return None
        at = next((i for i in range(len(self.tokens)) if self.tokens[i].span.start >= time.span.start), 0)
        introduced = any(
            self._set("window", i) and self.norms[i] not in ("في", "عبر") for i in range(max(0, at - 2), at + 1)
        )
        if time.type == "DURATION" or "/" in time.edtf or time.precision in ("period", "year", "decade", "century"):
            return time.edtf if "/" in time.edtf or time.type != "DURATION" or introduced else None
        if introduced and time.precision in ("month", "season", "week"):
            since = any(self.norms[i] == "منذ" for i in range(max(0, at - 2), at + 1))
            return f"{time.edtf}/.." if since else time.edtf
        return None


_FEW = ("one", "two", "two_or_many")
_ADJECTIVE = ("يين", "يون", "يه", "يا", "يات", "يان", "ين", "ون", "ي")


def _outcome(name: str | None) -> Outcome | None:
    return name or None  # type: ignore[return-value]
