"""The timeline as rows of one axis: a dot for a day, a bar for a month or a span, as exact as the words are.

Days far apart are drawn closer than they are (by the logarithm of the days between them), or one old date would press
all others together; the dates themselves stand beside the drawing.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from math import log2
from typing import NamedTuple

from ...model import TimelineEntry
from ..view import View
from ..words import words

# Width of the axis in units of the drawing.
WIDTH = 1000
_EDGE = 30
# An end further off than this is no end of a period in the news, but an open one.
_OPEN_DAYS = 36600


class Bar(NamedTuple):
    """Where a date stands on the axis. ``shape`` is dot or bar; ``open`` says that no end is given."""

    shape: str
    start: float
    width: float
    about: bool
    open: bool


class Moment(NamedTuple):
    """One date with what happened, what was said and who published then."""

    edtf: str
    names: dict[str, str]
    bar: Bar
    entries: tuple[TimelineEntry, ...]
    published: tuple[int, ...]


def moments(view: View) -> list[Moment]:
    """The timeline's entries by date, oldest first."""
    by_date: dict[str, list[TimelineEntry]] = {}
    for entry in view.dossier.timeline:
        by_date.setdefault(entry.edtf, []).append(entry)
    published: dict[str, list[int]] = {}
    for number, reading in enumerate(view.dossier.readings):
        if reading.anchor.basis in ("given", "metadata") and reading.anchor.edtf:
            published.setdefault(reading.anchor.edtf, []).append(number)
    limits = {edtf: _limits(entries[0]) for edtf, entries in by_date.items()}
    axis = _axis([day for pair in limits.values() for day in pair])
    return [
        Moment(
            edtf,
            {lang: spoken(edtf, lang) for lang in ("ar", "en")},
            _bar(edtf, *limits[edtf], axis),
            tuple(entry for entry in entries if entry.kind != "publication"),
            tuple(published.get(edtf, ())),
        )
        for edtf, entries in by_date.items()
    ]


def _limits(entry: TimelineEntry) -> tuple[date, date]:
    first, last = _day(entry.earliest), _day(entry.latest)
    return first, first if (last - first).days > _OPEN_DAYS else last


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return date.max if iso > "9" else date.min


def _axis(days: list[date]) -> dict[date, float]:
    known = sorted(set(days))
    steps = [1 + log2((b - a).days) for a, b in pairwise(known)]
    unit = (WIDTH - 2 * _EDGE) / sum(steps) if steps else 0
    position, axis = float(_EDGE), {}
    for day, step in zip(known, [*steps, 0.0]):
        axis[day] = round(position, 1)
        position += step * unit
    return axis


def _bar(edtf: str, first: date, last: date, axis: dict[date, float]) -> Bar:
    open_end = edtf.endswith("/..")
    start, end = axis[first], WIDTH if open_end else axis[last]
    shape = "dot" if first == last and not open_end else "bar"
    return Bar(shape, start, round(max(end - start, 8), 1), "~" in edtf or "%" in edtf, open_end)


def spoken(edtf: str, lang: str) -> str:
    """«12 آذار/مارس 2026» and "12 March 2026"; what is no plain day, month, year or span of these stays EDTF."""
    if edtf.startswith("[") and edtf.endswith("]") and ".." not in edtf:
        return f" {words(lang)['or']} ".join(spoken(one.strip(), lang) for one in edtf[1:-1].split(","))
    start, slash, end = edtf.partition("/")
    if slash:
        left, right = (spoken(part, lang) if part not in ("", "..") else "…" for part in (start, end))
        return f"{left} – {right}"
    plain, _, time = start.partition("T")
    about = "~" in plain
    parts = plain.rstrip("~").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return edtf
    named = [parts[0], *(_months(lang)[int(m) - 1] for m in parts[1:2]), *(str(int(d)) for d in parts[2:])]
    text = " ".join(named[::-1]) + (f", {time}" if time else "")
    return f"{words(lang)['about']} {text}" if about else text


@cache
def _months(lang: str) -> tuple[str, ...]:
    """Both series of month names in Arabic, as papers print them: of the Levant and of Egypt."""
    from babel import Locale

    def names(code: str) -> list[str]:
        return list(Locale.parse(code).months["format"]["wide"].values())

    if lang == "en":
        return tuple(names("en"))
    return tuple(a if a == b else f"{a}/{b}" for a, b in zip(names("ar_SY"), names("ar_EG")))
