"""Lengths of time, and times told by a length: «ثلاثة أيام», «قبل شهرين», «الأشهر الستة الماضية», «آخر 3 سنوات»."""

from __future__ import annotations

from .clock import raced
from .dated import in_unit
from .lengths import Amount, Offset, Stretch, repeat
from .line import Found, Line, count, ordinal
from .parts import NthIn, Phase, SeveralIn
from .specs import Spec, UnitAt

_TIMED = ("second", "minute", "hour")


def amount(line: Line, index: int, bare: bool = False) -> Found | None:
    """An Amount; ``bare`` also takes a unit that stands alone («قبل شهر», «منذ أيام»)."""
    found = _one(line, index, bare)
    if found is None:
        return None
    parts, vague, end = [found.value[0]], found.value[1], found.end
    while (at := _next(line, end)) is not None:
        more = _one(line, at, False) or (_one(line, at, True) if line.joined(end) is not None else None)
        if more is None or more.value[0][1] == parts[-1][1]:
            break
        if line.get(end, "unit") and line.get(end, "unit")[1] == 0:
            break
        parts.append(more.value[0])
        vague = vague or more.value[1]
        end = more.end
    return Found(Amount(tuple(parts), vague), end)


def _next(line: Line, index: int) -> int | None:
    """Where a further part of the length may begin: after "and", or after a comma and a figure."""
    joined = line.joined(index)
    if joined is not None:
        return joined
    at = line.skip(index)
    return at if at > index and line.get(at, "int") is not None else None


def _one(line: Line, index: int, bare: bool) -> Found | None:
    """One (count, unit) with whether it is vague: «3 أيام», «يومين», «شهر ونصف», «نصف ساعة», «بضعة أيام»."""
    part = line.get(index, "fraction")
    unit = line.get(index + 1, "unit")
    if part is not None and unit and unit[1] == 1 and unit[0] != "weekend" and not line.get(index + 2, "ord"):
        return Found(((part, unit[0]), False), index + 2)
    if line.has(index, "vague"):
        unit = line.get(index + 1, "unit")
        return Found(((3, unit[0]), True), index + 2) if unit and unit[1] == 0 else None
    number = count(line, index)
    if number:
        at = number.end if line.lexicon.proclitics else line.skip(number.end, "-")  # "a three-day strike"
        unit = line.get(at, "unit")
        if unit is None or unit[0] == "weekend" or (line.definite(at) and unit[1] == 1):
            return None
        end = at + 1
        value = number.value
        if unit == ("day", 1) and line.get(end, "weekday") and line.definite(end):
            return None
        half = _half(line, end)
        if half:
            value, end = value + half.value, half.end
        return Found(((value, unit[0]), False), end)
    unit = line.get(index, "unit")
    if unit is None or unit[0] == "weekend":
        return None
    name, told = unit
    if line.definite(index) and not bare:
        return None
    if line.get(index + 1, "card") == 1 and told == 1 and not line.definite(index + 1):
        return Found(((1, name), False), index + 2)
    half = _half(line, index + 1)
    if half and told:
        return Found(((told + half.value, name), False), half.end)
    if told == 2 and line.lexicon.proclitics:
        end = index + 2 if line.get(index + 1, "card") == 2 else index + 1
        return Found(((2, name), False), end)
    if line.has(index + 1, "whole", "full") and told == 1:
        return Found(((1, name), False), index + 2)
    if not bare:
        return None
    if told == 0 and line.has(index + 1, "vague"):
        return Found(((3, name), True), index + 2)
    if told == 1 and (line.get(index + 1, "int") or line.get(index + 1, "dir") or line.definite(index)):
        return None
    return Found(((told or 2, name), told == 0), index + 1)


def _half(line: Line, index: int) -> Found | None:
    """What is added to a unit: «ونصف», «ونصف السنة», «وربع»."""
    at = line.joined(index)
    if at is not None and line.has(at, "article_one"):
        at += 1  # "a year and a half"
    part = line.get(at, "fraction") if at is not None else None
    if part is None or at is None:
        return None
    end = at + 1
    return Found(part, end + 1 if line.get(end, "unit") and line.definite(end) else end)


def duration(line: Line, index: int) -> Found | None:
    """«ثلاثة أيام», «طوال اليوم», «شهر كامل», «نصف ساعة», «ابن الثالثة والعشرين»."""
    if race := raced(line, index):
        return race
    if line.has(index, "aged"):
        years = ordinal(line, index + 1)
        return Found(Amount(((years.value[0], "year"),)), years.end) if years and years.value[1] else None
    if line.has(index, "whole"):
        unit = line.get(index + 1, "unit")
        if unit and unit[1] == 1 and unit[0] != "weekend" and in_unit(line, index + 1) is None:
            return Found(Amount(((1, unit[0]),)), index + 2)
        return amount(line, index + 1)
    years = ordinal(line, index)
    if years and years.value[1] and line.has(years.end, "age"):
        return Found(Amount(((years.value[0], "year"),)), years.end + 1)
    definite = _definite(line, index)
    if definite:
        return definite
    lone = (
        line.has(index - 1, "prep", "for")
        or _lasting(line, index)
        or (line.has(index - 1, "prep", "in") and line.get(index, "unit") == ("day", 1) and line.ends(index + 1))
        or (line.has(index - 1, "prep", "during") and not line.definite(index) and line.ends(index + 1))
    )
    return amount(line, index, bare=lone)


def _lasting(line: Line, index: int) -> bool:
    """«استمر ساعة», «أكثر من ساعة», «نحو شهر»: a unit that stands alone behind a word of lasting or a bound."""
    led = line.has(index - 1, "lasting") or (line.has(index - 1, "prep", "at") and bool(line.lexicon.proclitics))
    return led and not line.definite(index)


# More are no length of time so told: «قيمة العقود 310 ملايين».
_MANY = 100


def _definite(line: Line, index: int) -> Found | None:
    """«الأيام الثلاثة», «الأشهر 3», «3 الساعات»: a definite plural with its number, no direction."""
    unit = line.get(index, "unit")
    if unit and unit[1] == 0 and line.definite(index):
        number = count(line, index + 1)
        if number and number.value < _MANY and not line.get(number.end, "unit"):
            return Found(Amount(((number.value, unit[0]),)), number.end)
    return None


def stretch(line: Line, index: int) -> Found | None:
    """«الأيام الثلاثة الماضية», «3 أيام القادمة», «العقدين الماضيين», «آخر 3 سنوات», "the past three days"."""
    at = index + 1 if line.has(index, "article") else index
    if line.has(at, "last") and (found := amount(line, at + 1)) and found.value.parts[0][0] != 1:
        return Found(Stretch(found.value, -1), found.end)
    direction = line.get(at, "dir")
    if direction in {"past", "next"} and not line.lexicon.proclitics:
        found = amount(line, at + 1, bare=True)
        if found and (found.value.parts[0][0] != 1 or line.get(at + 1, "int")):
            return Found(Stretch(found.value, -1 if direction == "past" else 1), found.end)
        return None
    unit = line.get(at, "unit")
    if unit and unit[1] != 1 and line.definite(at):
        return _told(line, at, unit)
    found = amount(line, index)
    if found and found.value.parts[0][0] < 1:
        return None  # «ربع الساعة الأخير» of a match
    if found and line.get(found.end, "dir") in {"past", "next"} and line.definite(found.end):
        return Found(Stretch(found.value, -1 if line.has(found.end, "dir", "past") else 1), found.end + 1)
    number = count(line, index)
    if number and (unit := line.get(number.end, "unit")) and unit[1] != 1 and line.definite(number.end):
        direction = line.get(number.end + 1, "dir")
        if direction in {"past", "next"}:
            amounts = Amount(((number.value, unit[0]),))
            return Found(Stretch(amounts, -1 if direction == "past" else 1), number.end + 2)
    return None


def _told(line: Line, index: int, unit: tuple[str, int]) -> Found | None:
    """A definite plural or dual: its number and its direction, in either order."""
    name, told = unit
    number: float | None = told or None
    vague = not told
    at = index + 1
    direction = None
    while True:
        if direction is None and line.get(at, "dir") in {"past", "next"} and line.definite(at):
            direction = line.get(at, "dir")
            at += 1
        elif line.has(at, "vague") and vague:
            number = 3
            at += 1
        elif number is None and (found := count(line, at)) and found.value < 1000:
            number, vague, at = found.value, False, found.end
        else:
            break
    if direction is None:
        return None
    return Found(Stretch(Amount(((number or 3, name),), vague), -1 if direction == "past" else 1), at)


def offset(line: Line, index: int) -> Found | None:
    """«قبل يومين», «منذ أسبوع», «بعد 3 سنوات», «في 3 أشهر», «شهر و21 يوما من الآن», "three days ago"."""
    role = line.get(index, "prep")
    if role in {"before", "since", "after", "in", "during"}:
        return _placed(line, index, role)
    found = amount(line, index) or _a_unit(line, index)
    if found is None:
        return None
    post = line.get(found.end, "post")
    if post in {"ago", "hence"}:
        return Found(Offset(found.value, -1 if post == "ago" else 1), found.end + 1)
    if post == "later":
        return found if _brief(found.value) else Found(Offset(found.value, 1), found.end + 1)
    return None


def _brief(value: Amount) -> bool:
    """«بعد سبع ساعات»: how long something took, and no day."""
    return value.unit in _TIMED and not value.vague


def _a_unit(line: Line, index: int) -> Found | None:
    """«شهر و2 سنة»: a bare unit that begins a longer length."""
    unit = line.get(index, "unit")
    if unit is None or unit[1] != 1 or line.definite(index) or line.joined(index + 1) is None:
        return None
    found = amount(line, index, bare=True)
    return found if found and len(found.value.parts) > 1 else None


def _placed(line: Line, index: int, role: str) -> Found | None:
    within = (
        role == "during"
        and line.get(index + 1, "unit") is not None
        and line.items[index + 2 : index + 3] in ([], [None])
    )
    bare = role in {"before", "since", "after"} or within
    about = bare and line.has(index + 1, "prep", "at")
    index += about
    found = amount(line, index + 1, bare=bare and line.lexicon.proclitics != [])
    if found is None:
        definite = line.get(index + 1, "unit")
        if role == "in" and definite and definite[1] == 0 and line.definite(index + 1):
            inner = stretch(line, index + 1)
            # «في الأشهر 3 القادمة» is "within"; «في الأيام الثلاثة الماضية» only places it there.
            within = inner is not None and inner.value.sign > 0 and not inner.value.amount.vague
            return inner if within else None
        return None
    value: Amount = found.value
    end = found.end
    if line.get(end, "dir") and line.definite(end):
        return None
    if role in {"before", "since"}:
        if line.has(end, "prep", "from") and not line.has(end, "post") and role == "before":
            return None  # «قبل يومين من الهجوم» hangs on what follows
        if line.has(end, "post"):
            end += 1
        ago = role == "before" or line.lexicon.proclitics
        return Found(Offset(value, -1, about=about), end) if ago else None
    if role == "after":
        if line.has(end, "post", "hence"):
            return Found(Stretch(value, 1), end + 1)
        if line.has(end, "prep", "from"):
            return None  # «بعد شهرين من توليه» hangs on what follows
        if _brief(value):
            return None
        return Found(Offset(value, 1, about=about), end)
    if role == "in":
        if len(value.parts) == 1 and value.parts[0][0] == 1 and not line.get(index + 1, "int"):
            return None
        return Found(Offset(value, 1), end)
    return Found(value, end)


def phase(line: Line, index: int, point: object) -> Found | None:
    """«مطلع الشهر الماضي», «نهاية شهر مارس», «بقية العام», «في وقت لاحق من هذا الأسبوع»."""
    at = index + 1 if line.has(index, "article") else index
    part = line.get(at, "phase")
    if part is None:
        return None
    inner = at + 1
    if line.has(inner, "prep", "of") or (line.has(inner, "punct", "-")):
        inner += 1
    found = _unit_alone(line, inner) if (line.definite(inner) or part == "rest" or line.has(inner, "article")) else None
    better: Found | None = point(line, inner) or _plain_year(line, inner)  # type: ignore[operator]
    if better and (found is None or better.end > found.end):
        found = better
    if found is None:
        return None
    spec = found.value
    if part == "end" and isinstance(spec, UnitAt) and spec.unit == "week":
        return Found(UnitAt("weekend", spec.offset), found.end)
    return Found(Phase("late" if part == "end" else part, spec), found.end)


def _unit_alone(line: Line, index: int) -> Found | None:
    """«بقية العام»: a definite unit that means the present one."""
    index += 1 if line.has(index, "article") else 0
    unit = line.get(index, "unit")
    if unit and unit[1] == 1 and unit[0] in {"week", "month", "year", "decade", "century", "weekend"}:
        return Found(UnitAt(unit[0], 0), index + 1)
    return None


def nth(line: Line, index: int, point: object) -> Found | None:
    """«الأسبوع الثالث من هذا الشهر», «أول يوم جمعة في يوليو», «الربع الأول من 2020», «آخر يوم في العام»."""
    at = index + 1 if line.has(index, "article") else index
    several = _several_head(line, at)
    head = several or _nth_head(line, at)
    if head is None:
        return None
    (number, unit, weekday), end = head.value, head.end
    inner = end + 1 if line.has(end, "prep", "from", "in", "of") else end
    box: Found | None = point(line, inner)  # type: ignore[operator]
    if box is None and inner > end and (line.definite(inner) or line.has(inner, "article")):
        box = _unit_alone(line, inner)
    if box is None and inner > end:
        box = _plain_year(line, inner)
    if box is None:
        if not several and unit == "day" and number < 0 and line.ends(end):
            return Found(UnitAt("day", -1), end)
        return None
    if several:
        return Found(SeveralIn(abs(number), unit, box.value, number < 0), box.end)
    return Found(NthIn(number, unit, box.value, weekday), box.end)


def _plain_year(line: Line, index: int) -> Found | None:
    from .line import year_number
    from .specs import Fields

    found = year_number(line, index)
    return Found(Fields(year=found.value), found.end) if found else None


def _nth_head(line: Line, index: int) -> Found | None:
    """(nth, unit, weekday) of «الأسبوع الثالث», «أول يوم جمعة», «النصف الثاني», "the first Friday"."""
    number = line.get(index, "number")
    if number is not None or (line.get(index, "ord") and not line.definite(index)):
        nth_ = int(number) if number is not None else line.get(index, "ord")[0]
        at = index + 1
        at += 1 if line.get(at, "unit") == ("day", 1) and line.get(at + 1, "weekday") else 0
        if line.get(at, "weekday"):
            return Found((nth_, "weekday", line.get(at, "weekday")), at + 1)
        named = _grouped(line, at)
        return Found((nth_, named, None), at + 1) if named else None
    named = _grouped(line, index)
    if named and line.definite(index):
        found = ordinal(line, index + 1)
        if found:
            return Found((found.value[0], named, None), found.end)
        if line.has(index + 1, "number") and line.definite(index + 1):
            return Found((int(line.get(index + 1, "number")), named, None), index + 2)
    return None


# Units that a longer time begins and ends with.
_COUNTED = frozenset(("day", "week", "month", "year"))


def _several_head(line: Line, index: int) -> Found | None:
    """(count, unit, None) of «الأشهر الخمسة الأولى», «أول ثلاثة أشهر», "the first two weeks"; the count is negative
    for the last ones."""
    end = _end_told(line, index, definite=False)
    if end is not None:
        found = amount(line, index + 1)
        return _several(found, end) if found else None
    if (unit := line.get(index, "unit")) and unit[1] == 2 and line.definite(index):
        found = Found(Amount(((2, unit[0]),)), index + 1)  # «الشهرين الأولين»
    else:
        found = _definite(line, index)
    end = _end_told(line, found.end, definite=True) if found else None
    return _several(Found(found.value, found.end + 1), end) if found and end is not None else None


def _end_told(line: Line, index: int, definite: bool) -> int | None:
    """1 for a word of the first ones, -1 for one of the last; None for another word. In Arabic it stands before what it
    counts, or behind it with the article."""
    if line.lexicon.proclitics and line.definite(index) != definite:
        return None
    if line.get(index, "ord") and line.get(index, "ord")[0] == 1:
        return 1
    number = line.get(index, "number")
    if number is not None:
        return int(number)
    last = line.has(index, "last") or (definite and line.has(index, "dir", "past"))
    return -1 if last else None


def _several(found: Found, end: int) -> Found | None:
    """None for what no longer time is made of: halves of a month, hours."""
    (number, unit), *more = found.value.parts
    if more or found.value.vague or number != int(number) or number < 2 or unit not in _COUNTED:
        return None
    return Found((end * int(number), unit, None), found.end)


def _grouped(line: Line, index: int) -> str | None:
    """The unit that is counted inside a longer one: day, week, month, quarter, half."""
    unit = line.get(index, "unit")
    if unit and unit[1] == 1 and unit[0] in {"day", "week", "month", "decade"}:
        return str(unit[0])
    if line.has(index, "quarter"):
        return "quarter"
    return "half" if line.get(index, "fraction") == 0.5 else None


def repeated(line: Line, index: int) -> Found | None:
    """«كل جمعة», «كل يومين», «يوميا», "every Friday"."""
    every = line.get(index, "set")
    if every:
        return Found(repeat(every), index + 1)
    if not line.has(index, "every"):
        return None
    at = index + 1
    at += 1 if line.get(at, "unit") == ("day", 1) and line.get(at + 1, "weekday") else 0
    weekday = line.get(at, "weekday")
    if weekday:
        return Found(repeat(f"XXXX-WXX-{weekday}"), at + 1)
    if line.definite(at):
        return None
    found = amount(line, at, bare=True)
    if found and not found.value.vague:
        return Found(repeat(found.value.iso), found.end)
    unit = line.get(at, "unit")
    if unit and unit[1] == 1:
        return Found(repeat(Amount(((1, unit[0]),)).iso), at + 1)
    return Found(repeat(None), at + 1) if line.get(at, "part") or line.get(at, "month") else None


AMOUNTS: tuple[object, ...] = (offset, stretch, duration, repeated)
__all__ = ["AMOUNTS", "Spec", "amount", "duration", "nth", "offset", "phase", "repeated", "stretch"]
