"""Lengths of time, and times told by a length: «ثلاثة أيام», «قبل شهرين», «الأشهر الستة الماضية», «آخر 3 سنوات»."""

from __future__ import annotations

from .clock import raced
from .dated import in_unit
from .lengths import Amount, Offset, Stretch, repeat
from .line import Found, Line, count, ordinal

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
        return Found(((3, unit[0]), True), index + 2) if unit and unit[1] == 0 else None
    number = count(line, index)
    return _numbered(line, number) if number else _lone(line, index, bare)


def _numbered(line: Line, number: Found) -> Found | None:
    """A number with its unit: «3 أيام», «سنة ونصف»."""
    at = number.end if line.lexicon.proclitics else line.skip(number.end, "-")  # "a three-day strike"
    unit = line.get(at, "unit")
    if unit is None or unit[0] == "weekend" or (line.definite(at) and unit[1] == 1):
        return None
    end = at + 1
    if unit == ("day", 1) and line.get(end, "weekday") and line.definite(end):
        return None
    half = _half(line, end)
    return Found(((number.value + (half.value if half else 0), unit[0]), False), half.end if half else end)


def _lone(line: Line, index: int, bare: bool) -> Found | None:
    """A unit with no number before it: «يومين», «شهر ونصف», «شهر كامل»; ``bare`` also one that tells none at all."""
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
    definite = definite_amount(line, index)
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


def definite_amount(line: Line, index: int) -> Found | None:
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
    """A length behind a preposition: when something is, or how long it lasts."""
    lone = role == "during" and line.get(index + 1, "unit") and line.items[index + 2 : index + 3] in ([], [None])
    bare = role in {"before", "since", "after"} or bool(lone)
    about = bare and line.has(index + 1, "prep", "at")
    index += about
    found = amount(line, index + 1, bare=bare and line.lexicon.proclitics != [])
    if found is None:
        return _coming(line, index + 1) if role == "in" else None
    if line.get(found.end, "dir") and line.definite(found.end):
        return None
    if role in {"before", "since"}:
        return _ago(line, role, found, about)
    if role == "after":
        return _later(line, found, about)
    if role == "in":
        one = len(found.value.parts) == 1 and found.value.parts[0][0] == 1 and not line.get(index + 1, "int")
        return None if one else Found(Offset(found.value, 1), found.end)
    return found


def _coming(line: Line, index: int) -> Found | None:
    """«في الأشهر 3 القادمة» is "within"; «في الأيام الثلاثة الماضية» only places it there."""
    definite = line.get(index, "unit")
    found = stretch(line, index) if definite and definite[1] == 0 and line.definite(index) else None
    within = found is not None and found.value.sign > 0 and not found.value.amount.vague
    return found if within else None


def _ago(line: Line, role: str, found: Found, about: bool) -> Found | None:
    """«قبل يومين», «منذ أسبوع»; «قبل يومين من الهجوم» hangs on what follows."""
    post = line.has(found.end, "post")
    if role == "before" and line.has(found.end, "prep", "from") and not post:
        return None
    ago = role == "before" or line.lexicon.proclitics
    return Found(Offset(found.value, -1, about=about), found.end + post) if ago else None


def _later(line: Line, found: Found, about: bool) -> Found | None:
    """«بعد 3 سنوات»; «بعد شهرين من توليه» hangs on what follows."""
    if line.has(found.end, "post", "hence"):
        return Found(Stretch(found.value, 1), found.end + 1)
    if line.has(found.end, "prep", "from") or _brief(found.value):
        return None
    return Found(Offset(found.value, 1, about=about), found.end)


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
