"""Lengths of time, what lies a length away, and what comes again and again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...lang import calendar as cal
from ...lang.calendar import ISO_UNIT, When
from .specs import Fixed, TimeType


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: (count, unit) pairs; ``vague`` where the words tell no number, or only a least one."""

    parts: tuple[tuple[float, str], ...]
    vague: bool = False
    type: TimeType = "DURATION"
    relative: bool = False

    @property
    def unit(self) -> str:
        """The unit that says how exact the words are: the smallest."""
        order = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
        return min((unit for _, unit in self.parts), key=order.index)

    @property
    def iso(self) -> str | None:
        if self.vague:
            return None
        sums: dict[str, float] = {}
        for count, unit in self.parts:
            if unit in {"decade", "century"}:
                count, unit = count * (10 if unit == "decade" else 100), "year"
            sums[unit] = sums.get(unit, 0) + count
        days = "".join(f"{sums[u]:g}{ISO_UNIT[u]}" for u in ("year", "month", "week", "day") if u in sums)
        hours = "".join(f"{sums[u]:g}{ISO_UNIT[u]}" for u in ("hour", "minute", "second") if u in sums)
        return f"P{days}{'T' + hours if hours else ''}"

    def at(self, today: date | None, bias: int) -> When | None:
        return When(self.iso, None, None, "period")

    def moved(self, today: date, sign: int) -> date:
        """``today`` moved by this length."""
        day = today
        for count, unit in self.parts:
            if unit in {"second", "minute", "hour"}:
                continue
            whole = int(count)
            day = cal.shift(day, sign * whole, unit)
            if count != whole:
                days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650, "century": 36500}[unit]
                day += timedelta(days=sign * round((count - whole) * days))
        return day


@dataclass(frozen=True, slots=True)
class Offset:
    """A length of time before or after the day: «قبل يومين», «بعد أسبوعين», "three days ago"."""

    amount: Amount
    sign: int
    type: TimeType = "DATE"
    relative: bool = True
    # «قبل نحو عشرة أيام».
    about: bool = False

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        unit = self.amount.unit
        day = self.amount.moved(today, self.sign)
        if unit in {"second", "minute", "hour"}:
            hours = sum(n * {"hour": 1, "minute": 1 / 60, "second": 0}.get(u, 0) for n, u in self.amount.parts)
            edge = today + timedelta(hours=self.sign * hours) if hours >= 24 else today
            first, last = sorted((edge, edge + timedelta(days=self.sign)))
            return When(None, first, last, "hour")
        exact = unit == "day" or len(self.amount.parts) > 1
        when = cal.on_day(day) if exact else cal.about(day, unit)
        if not self.amount.vague:
            loose = self.about and when.edtf is not None and not when.edtf.endswith("~")
            return replace(when, edtf=f"{when.edtf}~") if loose else when
        # «قبل بضعة أيام»: three at the least and fewer than ten; the value is the least, marked approximate.
        far = self._far(today, unit)
        first, last = sorted((day, far))
        return When(f"{day.isoformat()}~", first, last, when.precision)

    def _far(self, today: date, unit: str) -> date:
        try:
            return cal.shift(today, self.sign * 10, unit)
        except OverflowError:
            return today


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends or begins at the day: «الأيام الثلاثة الماضية», «آخر 3 سنوات»."""

    amount: Amount
    sign: int
    type: TimeType = "DATE"
    relative: bool = True

    def at(self, today: date | None, bias: int) -> When | None:
        if today is None:
            return None
        unit = self.amount.unit
        if unit in {"second", "minute", "hour"}:
            hours = sum(n for n, u in self.amount.parts if u == "hour")
            first, last = sorted((today, today + timedelta(days=self.sign * max(1, round(hours / 24)))))
            return When(f"{first.isoformat()}/{last.isoformat()}", first, last, "period")
        if unit == "decade":
            count = int(self.amount.parts[0][0])
            start = today.year // 10 * 10
            low, high = (start - 10 * count, start - 1) if self.sign < 0 else (start + 10, start + 10 * count + 9)
            return cal.between(date(low, 1, 1), date(high, 12, 31), "period", "year")
        if self.amount.vague and unit not in {"day", "week"}:
            # «السنوات الماضية» tells no beginning.
            return When(None, None, today, "period") if self.sign < 0 else When(None, today, None, "period")
        edge = self.amount.moved(today, self.sign)
        if self.sign > 0:
            today, edge = today + timedelta(days=1), edge + timedelta(days=1)
        first, last = sorted((today, edge))
        if self.amount.vague:
            text = (
                f"{first.isoformat()}~/{last.isoformat()}"
                if self.sign < 0
                else f"{first.isoformat()}/{last.isoformat()}~"
            )
            return When(text, first, last, "period")
        return cal.between(first, last)


def repeat(text: str | None) -> Fixed:
    """What comes again: an ISO duration for a length, ``XXXX-WXX-5`` for every Friday."""
    return Fixed(When(text, None, None, "period"), "SET")
