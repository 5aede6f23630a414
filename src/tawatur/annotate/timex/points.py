"""Other single times: «صيف 2016», «الجمعة الماضي», 13/12/2025, «عام 2014», «الثمانينيات», «عيد الفطر»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...lang import calendar as cal
from .dated import SHIFT, dated, in_unit, named_day, past_era, year_after
from .line import Found, Line, day_number, ordinal, year_number
from .named import Decade, Holiday, Quarter, Season
from .parts import NthIn
from .specs import Apposed, Fields, Fixed, Spec, UnitAt


def unit(line: Line, index: int) -> Found | None:
    """A unit of the calendar told by its direction, as a spec."""
    found = in_unit(line, index)
    if found is None:
        return None
    name, offset, direction = found.value
    if name in {"hour", "minute", "second"} or (name == "day" and direction == "this" and line.lexicon.proclitics):
        return None
    if line.has(found.end, "dir") and line.definite(found.end):
        return None
    if name == "year" and direction == "before" and index and line.norms_at(index - 1).startswith("ال"):
        return None  # «الأمين العام السابق»
    return Found(UnitAt(name, offset), found.end)


def weekday(line: Line, index: int) -> Found | None:
    """A weekday with what tells which: «الجمعة الماضي», «الجمعة 22», «الجمعة من هذا الأسبوع», "next Friday"."""
    this = line.has(index, "this", "this")
    before = None if line.lexicon.proclitics else line.get(index, "dir")
    at = index + 1 if this or before else index
    if this and line.get(at, "unit") == ("day", 1):
        at += 1
    number = line.get(at, "weekday")
    if number is None or not (line.definite(at) or not line.lexicon.proclitics or (at > index and this)):
        return None
    item = line.item(at)
    if item is not None and "card" in item.read and not item.definite and line.lexicon.proclitics:
        return None
    fields = Fields(weekday=number, direction="this" if this else before or "")
    end = at + 1
    if line.has(end, "dir") and (line.definite(end) or not line.lexicon.proclitics):
        direction = line.get(end, "dir")
        if line.lexicon.proclitics:
            return Found(replace(fields, direction=direction), end + 1)
    inner = end + 1 if line.has(end, "prep", "from", "in", "of") else end
    week = in_unit(line, inner)
    if week and week.value[0] == "week":
        return Found(replace(fields, shift=week.value[1], direction=""), week.end)
    day = day_number(line, inner)
    if day and not line.get(day.end, "month") and not line.get(day.end, "unit"):
        if inner == end and line.get(inner, "ord") and line.definite(inner):
            # «الأحد الثاني»: the nth such weekday of the month; no month has a tenth.
            if day.value > 5:
                return Found(fields, end)
            return Found(NthIn(day.value, "weekday", UnitAt("month", 0), number), day.end)
        # «أسفر انفجار الأحد عن 11 قتيلا», «جاؤوا الأحد من 11 بلدا»: a number that counts what follows is no day.
        of_day = not (inner > end and line.lexicon.proclitics and line.has(end, "prep", "of"))
        if of_day and line.ends(day.end):
            return Found(replace(fields, day=day.value), day.end)
    return Found(fields, end)


# «عند 6.5%»: marks of what a number measures.
_UNITS = frozenset("%٪‰$€£¥°")


def numeric(line: Line, index: int) -> Found | None:
    """A date in figures: 13/12/2025, 2025-12-13, 2015/3, 22/04, «08/12, 2015»."""
    options = line.get(index, "numeric")
    if options:
        return Found(Fields(options=tuple(options)), past_era(line, index + 1))
    options = line.get(index, "daymonth")
    if not options:
        return None
    at = line.skip(index + 1)
    year = line.get(at, "int")
    if year is not None and at > index + 1 and line.get(at, "digits") in (2, 4):
        year = year if year > 99 else 2000 + year
        return Found(Fields(options=tuple((year, m, d) for _, m, d in options)), at + 1)
    if not line.ends(index + 1) or line.norms_at(index + 1) in _UNITS:
        return None
    if line.get(index, "decimal") is not None and not line.has(index - 1, "prep", "in"):
        return None
    placed = line.has(index - 1, "prep") or line.has(index - 1, "dayword") or named_day(line, index)
    if line.get(index, "score") and not placed:
        return None
    if line.get(index, "pair") and not placed:
        left, right = line.get(index, "pair")
        if right - left < 12 or (left, right) == (24, 7):
            return None
    return Found(Fields(options=tuple(options)), index + 1)


def year(line: Line, index: int) -> Found | None:
    """A year with its word, or bare where its place leaves no doubt: «عام 2014», «في 2016», «(2016)»."""
    word = line.get(index, "unit")
    if word and word[0] == "year" and word[1] == 1:
        number = year_number(line, index + 1, bare=False)
        if number is None:
            return None
        end = number.end
        if line.has(end, "era", "ah"):
            when = cal.hijri(number.value)
            return Found(Fixed(when), end + 1) if when else None
        if line.has(end, "era", "bce"):
            return Found(_before_christ(number.value), end + 1)
        return Found(Fields(year=number.value), past_era(line, end))
    value = line.get(index, "int")
    if value and line.has(index + 1, "era", "bce"):
        return Found(_before_christ(value), index + 2)
    if value is not None and line.get(index, "digits") == 4:
        if line.has(index + 1, "era", "ah") and 1000 <= value <= 1600:
            when = cal.hijri(value)
            return Found(Fixed(when), index + 2) if when else None
        if line.has(index + 1, "plural") and value % 10 == 0:
            return Found(Fixed(cal.in_decade(value)), index + 2)
        if 1800 <= value <= 2100 and (
            line.has(index + 1, "era", "ce") or _year_place(line, index) or _describes(line, index)
        ):
            return Found(Fields(year=value), past_era(line, index + 1))
        return None
    return _year_in_words(line, index)


def _before_christ(year: int) -> Fixed:
    """EDTF counts the year before 1 as 0000."""
    return Fixed(cal.When(f"-{year - 1:04d}", None, None, "year"))


def _year_in_words(line: Line, index: int) -> Found | None:
    found = year_number(line, index)
    if found is None or not line.ends(found.end):
        return None
    placed = line.has(index - 1, "prep", "in", "since") or line.has(index - 1, "born")
    if found.value == 2000 and placed and line.get(index, "card") == 2000:
        return Found(Fixed(cal.between(date(2000, 1, 1), date(2009, 12, 31), "decade", "year")), found.end)
    alone = index == 0 and 1100 <= found.value <= 2100 and line.get(index, "card") != 1000
    return Found(Fields(year=found.value), found.end) if placed or alone else None


def _year_place(line: Line, index: int) -> bool:
    """Whether a bare four-digit number stands where a year does and no count can."""
    if line.has(index - 1, "numbered") or (line.get(index - 1, "punct") == "(" and line.has(index - 2, "numbered")):
        return False
    opened = index == 0 or not line.norms_at(index - 1)[:1].isalnum()
    if opened and line.ends(index + 1):
        return True
    following = line.norms_at(index + 1) if index + 1 < len(line.items) else ""
    counted = following.endswith("ا") and not following.startswith("ال")
    roles = ("in", "since", "by", "until", "during", "before", "after", "just_before", "just_after")
    dating = line.has(index - 1, "prep", "from", "to") and line.has(index - 2, "dates")  # "dates to 1978"
    if (line.has(index - 1, "prep", *roles) and not line.has(index - 1, "prep", "at")) or dating:
        return not counted and not line.has(index + 1, "fraction") and "%" not in following
    return index > 0 and line.ends(index + 1) and not line.has(index - 1, "prep") and line.items[index - 1] is None


def _describes(line: Line, index: int) -> bool:
    """ "a 2021 bidding round", "the 2019 election": behind an article and before what is one, a year and no count."""
    if line.lexicon.proclitics or index + 1 >= len(line.items) or line.items[index + 1] is not None:
        return False
    following = line.norms_at(index + 1)
    one = line.has(index - 1, "article_one")
    return following.isalpha() and (one or (line.has(index - 1, "article") and not following.endswith("s")))


def relative_day(line: Line, index: int) -> Found | None:
    """«أمس», «بعد غد», «اليوم», «هذا اليوم»: the distance in days, and the part of day the word carries."""
    known = line.get(index, "relday")
    if known:
        return Found(known, index + 1)
    if line.get(index, "unit") == ("day", 1) and line.definite(index):
        if line.has(index + 1, "same", "self") or line.has(index + 1, "this") or line.get(index + 1, "ord"):
            return None
        return Found((0, ""), index + 1)
    return None


def weekend(line: Line, index: int) -> Found | None:
    """«عطلة نهاية الأسبوع المقبل», "next weekend"."""
    at = index + 1 if line.has(index, "article") or line.has(index, "this", "this") else index
    before = None if line.lexicon.proclitics else line.get(at, "dir")
    at += 1 if before else 0
    if line.get(at, "unit") != ("weekend", 1):
        return None
    direction = before or (line.get(at + 1, "dir") if line.lexicon.proclitics else None)
    step = SHIFT[direction] if direction else 0
    return Found(UnitAt("weekend", step), at + 2 if direction and not before else at + 1)


def season(line: Line, index: int) -> Found | None:
    """«هذا الصيف», «صيف 2016», «الشتاء الماضي»; "last summer"."""
    this = line.has(index, "this", "this")
    before = None if line.lexicon.proclitics else line.get(index, "dir")
    at = index + 1 if this or before else index
    code = line.get(at, "season")
    if code is None:
        return None
    found = year_after(line, at + 1)
    if found:
        year_told, shift, direction = found.value
        return Found(Season(int(code), year_told, direction, shift), found.end)
    if this or before or line.definite(at):
        return Found(Season(int(code), direction="this" if this else before or ""), at + 1)
    return None


def quarter(line: Line, index: int) -> Found | None:
    """«في الربع الثالث», "in the third quarter", "Q3": of no year that is told, behind a preposition."""
    named = line.get(index, "quarter_named")
    if named:
        return Found(Quarter(int(named)), index + 1)
    if not line.has(index - 1, "prep", "in", "during", "by", "since", "until", "before", "after"):
        return None
    at = index + 1 if line.has(index, "article") else index
    if at > index and line.get(at, "ord") and line.has(at + 1, "quarter"):
        number = line.get(at, "ord")[0]
    elif line.has(at, "quarter") and line.definite(at) and line.get(at + 1, "ord") and line.definite(at + 1):
        number = line.get(at + 1, "ord")[0]
    elif line.has(at, "quarter") and line.definite(at) and line.has(at + 1, "dir", "past") and line.definite(at + 1):
        number = 4  # «الربع الأخير»
    else:
        return None
    return Found(Quarter(number), at + 2) if number <= 4 else None


def epoch(line: Line, index: int) -> Found | None:
    """«العصر البطلمي», «الأسرة السادسة», "the Bronze Age": by the years that ``ages.tsv`` gives it."""
    years = line.get(index, "epoch")
    return Found(Fixed(cal.in_years(*years)), index + 1) if years else None


def era(line: Line, index: int) -> Found | None:
    """Decades and centuries: «الثمانينيات», «سبعينيات القرن التاسع عشر», «القرن الحادي والعشرين»."""
    tens = line.get(index, "decade")
    if tens is not None:
        inner = index + 2 if line.has(index + 1, "prep", "from", "of") else index + 1
        box = _century(line, inner)
        if box and not line.has(box.end, "era", "bce"):
            return Found(Decade(int(tens), box.value), box.end)
        moved = in_unit(line, inner)
        if moved and moved.value[0] == "century":
            return Found(Decade(int(tens), 21 + moved.value[1]), moved.end)
        return Found(Decade(int(tens)), index + 1)
    found = _century(line, index)
    if found:
        if line.has(found.end, "era", "bce"):
            return Found(Fixed(cal.in_years(-100 * found.value, -100 * found.value + 99)), found.end + 1)
        return Found(Fixed(cal.in_century(found.value)), found.end)
    return None


def _century(line: Line, index: int) -> Found | None:
    index += 1 if line.has(index, "article") else 0
    if line.get(index, "unit") == ("century", 1) and line.definite(index):
        found = ordinal(line, index + 1) or (
            Found((line.get(index + 1, "int"), False), index + 2) if line.get(index + 1, "int") else None
        )
        if found is None:
            return None
        return Found(found.value[0], found.end) if 1 <= found.value[0] <= 22 else None
    found = day_number(line, index)
    if found and not line.lexicon.proclitics and line.get(found.end, "unit") == ("century", 1):
        return Found(found.value, found.end + 1)
    return None


# So few letters behind those of a preposition make another word: «لحج» is a town.
_SHORT = 2


def holiday(line: Line, index: int) -> Found | None:
    """A named day, with its year where one follows."""
    known = line.get(index, "holiday")
    item = line.item(index)
    if known is None or item is None:
        return None
    if item.preposition and not item.definite and len(line.norms[item.first]) - item.cut <= _SHORT:
        return None
    rule, days = known
    found = year_after(line, index + 1)
    if found is None:
        return Found(Holiday(rule, days), index + 1)
    year_told, shift, direction = found.value
    if shift is not None:
        direction = {-1: "past", 0: "this", 1: "next"}.get(shift, "")
    return Found(Holiday(rule, days, year_told, direction), found.end)


POINTS = (dated, numeric, weekday, unit, weekend, season, quarter, epoch, era, holiday, year)


def is_day(spec: Spec) -> bool:
    """Whether a spec names a day, so that a clock time can hang on it."""
    if isinstance(spec, Fields):
        return spec.day is not None or spec.weekday is not None or bool(spec.options and spec.options[0][2])
    return isinstance(spec, (Apposed, Holiday)) or (isinstance(spec, UnitAt) and spec.unit == "day")
