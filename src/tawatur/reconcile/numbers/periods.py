"""The periods of figures: the window that a number counts over, the stretch of time that its clause tells, and whether
two of them are one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ...lang.normalise import fold
from ...lang.tables import listed
from ...model import Said, TimeExpression
from .comparable import equal
from .figure import Figure
from .lengths import hours, of_a_state, within

# A number from here on is not the same in two claims by chance; one up to the other is.
_TELLING, _CHANCE = 10, 2
# A period shorter than this, in hours, is the time of one happening.
_MONTH = 24 * 28
_SINCE = re.compile(r"(?:منذ|since)\s[^،,.؛;]*$")
_SINCE_WITHIN = 30
# A day and a window of days, EDTF.
_DAY = r"\d{4}-\d\d-\d\d"
_MONTH_LONG, _DAY_LONG = len("2026-01"), len("2026-01-31")
_DAYS = rf"({_DAY})/({_DAY})"
# A stretch of so many times the days of another is not meant for it.
_FAR_LONGER = 2
# Measures that are taken through the day.
_GROWING = frozenset(("turnout",))
# EDTF's number of the first season.
_SPRING = 21


def of_two_months(left: Figure, right: Figure) -> bool:
    """Whether the clauses date the numbers to months or years that have no month in common."""
    mine, yours = _months(left), _months(right)
    return bool(mine and yours) and not any(a <= d and c <= b for a, b in mine for c, d in yours)


def of_two_hours(left: Figure, right: Figure) -> bool:
    """«14% حتى الرابعة عصرا» and the turnout at the close: counts that go on, taken at two hours. Of reports of two times
    the later has the later state, but of what grows all day and is told by the hour."""
    days = [figure.fact.reading.article.published for figure in (left, right)]
    one_time = days[0] == days[1] or left.measure in _GROWING
    return left.fate == "other" and one_time and _as_of(left) != _as_of(right)


def _as_of(figure: Figure) -> str | None:
    """The hour up to which a claim's number is counted («حتى الرابعة»: ``../T16``), of one that grows all day the hour
    beside it («18% عند منتصف النهار»); None where it names none."""
    hours_ = (time.edtf or "" for time in figure.fact.times if time.type == "TIME")
    return next((hour for hour in hours_ if hour.startswith("../") or figure.measure in _GROWING), None)


def _months(figure: Figure) -> list[tuple[str, str]]:
    """The first and last month of each stretch of whole months in the figure's clause."""
    return [
        (time.earliest[:7], time.latest[:7])
        for time in dates(figure)
        if time.earliest and time.latest and (time.precision in ("month", "season", "year") or _whole_months(time))
    ]


def _whole_months(time: TimeExpression) -> bool:
    """«الأشهر الخمسة الأولى من السنة»."""
    last = date.fromisoformat(time.latest or "") + timedelta(days=1)
    return time.precision == "period" and (time.earliest or "").endswith("-01") and last.day == 1


def stretch(figure: Figure) -> TimeExpression | None:
    """The stretch of time, a week at least, that a figure's clause tells, where it tells one: a number may count what
    went on in it."""
    told = [time for time in dates(figure) if time.earliest and (time.precision != "day" or _alone(figure, time))]
    told = told or [time for time in _times(figure, "DURATION") if _within(figure, time)]
    return told[0] if len(told) == 1 else None


def _alone(figure: Figure, time: TimeExpression) -> bool:
    """«يوم الثلاثاء وحده», "on Tuesday alone": a day that the number covers."""
    behind = re.findall(r"\w+", figure.fact.reading.article.text[time.span.end :][:_SINCE_WITHIN])[:1]
    return not listed("time_company", "alone").isdisjoint(behind)


def _within(figure: Figure, time: TimeExpression) -> bool:
    """«خلال 24 ساعة», "in three hours": how long it took to come to the number."""
    return within(figure.fact.reading, time.span)


def of_two_stretches(left: Figure, right: Figure) -> bool:
    """Whether each clause tells a stretch of time and these begin or end in two months. The year that still goes on
    holds whatever is told of it («سعر هذا العام»)."""
    if _of_two_rates(left, right) or _of_two_rates(right, left):
        return True
    mine, yours = _ends(left), _ends(right)
    if mine is None or yours is None:
        return False
    one_day = any(ends[0] == ends[1] and len(ends[0]) == _DAY_LONG for ends in (mine, yours))
    if mine == yours or (_in_months(mine) == _in_months(yours) and not one_day):
        # Weeks begin on Sunday to one and on Monday to another.
        return _of_two_lengths(left, right)
    if _since_one(_open(left), _open(right)):
        return False
    return not (_holds(left, mine, yours) or _holds(right, yours, mine))


def _in_months(ends: tuple[str, str]) -> tuple[str, str]:
    return ends[0][:_MONTH_LONG], ends[1][:_MONTH_LONG]


def _of_two_lengths(left: Figure, right: Figure) -> bool:
    """«منذ منتصف أغسطس» beside «الأسبوع الماضي وحده»: of stretches told by their days one is far longer."""
    lengths = [days for figure in (left, right) if (days := _days(figure)) is not None]
    return len(lengths) == 2 and max(lengths) > _FAR_LONGER * min(lengths)


def _days(figure: Figure) -> int | None:
    """How many days a figure's stretch has, the report's own day at the latest; None where it is not told by days."""
    time, now = stretch(figure), figure.fact.reading.anchor.edtf or ""
    told = time.edtf if time else figure.window
    if not told or not re.match(_DAY, told) or not re.match(_DAY, now):
        return None
    first, _, last = told.partition("/")
    last = min(last[:_DAY_LONG] if re.match(_DAY, last) else now, now)
    days = (date.fromisoformat(last[:_DAY_LONG]) - date.fromisoformat(first[:_DAY_LONG])).days
    return days + 1 if days >= 0 else None


def _of_two_rates(left: Figure, right: Figure) -> bool:
    """«30 مليونا سنويا» beside «30 مليونا خلال خمس سنوات» or «30 مليونا شهريا»: so much in each of two lengths of time."""
    mine, yours = _rate(left), _rate(right)
    if mine is None:
        return False
    time = stretch(right)
    if yours is None and time is not None and time.type == "DURATION" and left.first.unit in ("money", "count"):
        yours = hours(time.edtf)
    return yours is not None and mine != yours


def _rate(figure: Figure) -> float | None:
    """The hours of the length of time that a number is told for each of («سنويا», "a year"); None where it is for none."""
    told = [*_times(figure, "SET"), *(t for t in _times(figure, "DURATION") if _each(figure, t))]
    return next((length for time in told if (length := hours(time.edtf))), None)


def _each(figure: Figure, time: TimeExpression) -> bool:
    """ "A year" behind a sum of money."""
    return figure.first.unit == "money" and fold(figure.fact.at(time.span)).split()[:1] in (["a"], ["per"])


def _open(figure: Figure) -> str:
    """A figure's stretch as one up to now, where its words make it such («منذ الربيع»); empty where they do not."""
    time = stretch(figure)
    if time is None or not time.edtf:
        return ""
    return f"{time.edtf}/.." if _since(figure, time) and not time.edtf.endswith("/..") else time.edtf


def _holds(figure: Figure, ends: tuple[str, str], others: tuple[str, str]) -> bool:
    """Whether a figure's stretch is its report's own year and the other stretch lies in it."""
    time, now = stretch(figure), (figure.fact.reading.anchor.edtf or "")[:4]
    own = time is not None and time.precision == "year" and ends[0][:4] == now
    return own and ends[0] <= others[0] and others[1] <= ends[1]


def _ends(figure: Figure) -> tuple[str, str] | None:
    """The months in which a figure's stretch begins and ends, the report's own at the latest."""
    time, now = stretch(figure), (figure.fact.reading.anchor.edtf or "9999")[:7]
    if time is None and figure.window and (days := re.fullmatch(_DAYS, figure.window)):
        return days[1], days[2]
    if time is None or time.earliest is None:
        # «أربع وعشرين ساعة» is «يوم واحد».
        return (f"{hours(time.edtf)}", "") if time and time.edtf else None
    if time.precision == "day":
        return time.earliest, time.latest or time.earliest
    return time.earliest[:7], min((time.latest or now)[:7], now)


def dates(figure: Figure) -> list[TimeExpression]:
    """The dates in a figure's clause."""
    return _times(figure, "DATE")


def _times(figure: Figure, kind: str) -> list[TimeExpression]:
    reading = figure.fact.reading
    told = (time for time in figure.fact.times if time.type == kind and figure.clause.overlaps(time.span))
    return [time for time in told if not of_a_state(reading, time)]


def dated_back(figure: Figure) -> bool:
    """Whether the clause dates the number to a month or a year before the report's own: «112 يوما قبل عام»."""
    anchor = (figure.fact.reading.anchor.edtf or "")[:7]
    return any(end < anchor for _, end in _months(figure))


def other_period(left: Figure, right: Figure, fits: bool) -> bool:
    """Whether two numbers cover two periods, and so tell of two things: the same number of two periods is worth telling,
    but not where it is a small one and one of them names no period."""
    if same_elsewhen(left, right):
        return False
    if of_two_months(left, right) or of_two_hours(left, right):
        return True
    if not windows_differ(left, right):
        return False
    if left.window and right.window:
        return not equal(left, right)
    given = left.window or right.window or ""
    return (left.low or 0) < _TELLING if fits else not given.endswith("/..")


def same_elsewhen(left: Figure, right: Figure) -> bool:
    """«7.2 ملايين طن خلال عام 2025» and "7.2 million tonnes since August": a telling number given for two stretches."""
    telling = equal(left, right) and (left.low or 0) > _CHANCE and not left.length
    return telling and of_two_stretches(left, right)


def windows_differ(left: Figure, right: Figure) -> bool:
    """Whether two numbers count over two periods."""
    if period(left.window) == period(right.window) or (_brief(left) and _brief(right)):
        return False
    return not _since_one(left.window or "", right.window or "")


def _since_one(left: str, right: str) -> bool:
    """«منذ الخريف» and «منذ أكتوبر»: two periods up to now whose beginnings can be one."""
    if not (left.endswith("/..") and right.endswith("/..")):
        return False
    (a, b), (c, d) = (_months_of(window[:-3].rstrip("~?%")) for window in (left, right))
    return a <= d and c <= b


def _months_of(edtf: str) -> tuple[str, str]:
    """The first and the last month of a month, a season or a year in EDTF."""
    year, _, part = edtf[:7].partition("-")
    first = 3 * (int(part) - _SPRING) + 3 if part.isdigit() and int(part) >= _SPRING else int(part or 1)
    last = first + 2 if part.isdigit() and int(part) >= _SPRING else int(part or 12)
    return f"{year}-{first:02d}", f"{year}-{last:02d}"


def until_now(left: Figure, right: Figure) -> bool:
    """A number since some day, and another that names no period: both tell how many there are by now."""
    one, other = left.window, right.window
    return (one is None and (other or "").endswith("/..")) or (other is None and (one or "").endswith("/.."))


def _brief(figure: Figure) -> bool:
    """No period, or one of days: «منذ الاثنين» beside none is the same number of the same happening."""
    window = figure.window
    if window is None:
        return True
    if figure.fate == "other" and (figure.fact.reading.anchor.edtf or "").startswith(window):
        return True  # «هذا العام»
    if window.endswith("/.."):
        # «منذ مطلع الأسبوع» goes up to the day of the report.
        window = window[:-2] + figure.fact.reading.anchor.edtf[:10] if figure.fact.reading.anchor.edtf else window
    ends = [part.rstrip("~?%") for part in window.split("/")]
    if len(ends) == 2 and len(ends[0]) == 7 and len(ends[1]) == 10 and ends[0][5:] <= "12":
        ends[0] += "-01"
    if ends[0] in ("", ".."):
        return True  # «قبل ظهر الخميس» tells when, not for how long
    if window.startswith("P"):
        return figure.fate == "other" or (hours(window) or 0) < _MONTH
    if len(ends) == 2 and all(len(end) == 10 for end in ends):
        return (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days * 24 < _MONTH
    return len(ends[0]) == 10 and len(ends) == 1


def period(window: str | None) -> str | None:
    """A window without its marks of approximation, at the precision of months."""
    return "/".join(part.rstrip("~?%")[:7] for part in window.split("/")) if window else None


def _since(figure: Figure, time: TimeExpression) -> str:
    """«منذ هجوم» before «كانون الأول الماضي»: what makes a time the beginning of the period."""
    text, start = figure.fact.reading.article.text, time.span.start
    led = _SINCE.search(text[max(0, start - _SINCE_WITHIN) : start])
    return led[0] if led else ""


def told_window(figure: Figure) -> str | None:
    time = _told(figure)
    return figure.window or (time.edtf if time else None)


def _told(figure: Figure) -> TimeExpression | None:
    """The stretch of time that a figure's clause tells, or that it is told for each of."""
    rates = [time for time in _times(figure, "SET") if hours(time.edtf)]
    return rates[0] if rates else stretch(figure)


def window_words(figure: Figure) -> Said:
    """The words of the report that give the period, or that it gives none."""
    time = next((t for t in figure.fact.reading.times if t.id == figure.first.window_time), _told(figure))
    if figure.window is None and time is None:
        return Said("لا يحدد مدة", "gives no period")
    words = _since(figure, time) + figure.fact.at(time.span) if time else figure.window
    return Said(f"يقول «{words}»", f"says «{words}»")
