"""Times against the Arabic specs of Recognizers-Text, with dateparser on the same cases in the same run.

Specs whose upstream recogniser is finished count. An extractor's case is right when every expected span is
found exactly (and, where none is expected, nothing is). A parser's case must also have the right value: our
EDTF names the days (or the clock time, or the length) of the past or of the future resolution, or is the
Timex itself. A resolution's end is exclusive, ours is not; ``~`` is not held against a value; a season or a
part of the day has no days upstream and is compared by its Timex alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ..annotate import dates
from ..annotate.tokens import sentences, tokenise
from ..model import Article, Outlet, Section, Span, TimeExpression
from .report import Figure

_SPECS = ("Date", "DatePeriod", "Time", "TimePeriod", "Duration", "Holiday")
_TODAY = "2016-11-07"
_NOTE = "Recognizers-Text, Arabic: "
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}


def figures(data: Path) -> Iterable[Figure]:
    """The share of cases right by spec and over all, and dateparser's share of the spans."""
    folder = data / "recognizers-text-ar"
    marks: list[bool] = []
    theirs: list[bool] = []
    for name in (f"{spec}{kind}" for spec in _SPECS for kind in ("Extractor", "Parser")):
        cases = list(_cases(folder / f"{name}.json"))
        here = [agrees(case, name.endswith("Parser")) for case in cases]
        theirs += [_peer(case) for case in cases]
        marks += here
        what = "span and value" if name.endswith("Parser") else "span"
        yield Figure(f"times: {name}", sum(here) / len(here), "share", len(here), _NOTE + what)
    yield Figure("times: all", sum(marks) / len(marks), "share", len(marks), "span, and value where one is told")
    yield Figure("times: dateparser, same cases", sum(theirs) / len(theirs), "share", len(theirs), "span alone")


def _cases(path: Path) -> Iterator[dict[str, Any]]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if "dotnet" not in case.get("NotSupported", ""):
            yield case


def read(text: str, published: str | None, language: str = "ar") -> tuple[TimeExpression, ...]:
    """The times of a bare text."""
    sections = (Section("body", Span("x", 0, len(text))),)
    article = Article("x", Outlet("x", "x"), text, sections, language, published=published)
    tokens = tokenise(article)
    parts = sentences(article, tokens)
    return dates.times(article, tokens, parts, dates.anchor(article, tokens, parts))


def agrees(case: dict[str, Any], valued: bool) -> bool:
    """Whether every expected expression is found; with its value where ``valued``."""
    text = case["Input"]
    found = {(t.span.start, t.span.end): t for t in read(text, _today(case))}
    results = case["Results"]
    if not results:
        return not found
    for result in results:
        got = found.get(_place(text, result))
        if got is None or (valued and not same(got, result["Value"])):
            return False
    return True


def _today(case: dict[str, Any]) -> str:
    return str(case.get("Context", {}).get("ReferenceDateTime", _TODAY))[:10]


def _place(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Code-point offsets of a result given in UTF-16 units."""
    units = text.encode("utf-16-le")
    start, size = result["Start"], result["Length"]
    before = len(units[: 2 * start].decode("utf-16-le", "ignore"))
    return before, before + len(units[2 * start : 2 * (start + size)].decode("utf-16-le", "ignore"))


def same(got: TimeExpression, value: dict[str, Any]) -> bool:
    """Whether a value is the Timex, or one of the two resolutions."""
    timex = value.get("Timex", "")
    edtf = (got.edtf or "").replace("~", "")
    if edtf and edtf == timex:
        return True
    resolutions = [value.get(key) or {} for key in ("PastResolution", "FutureResolution")]
    if any(resolution and _resolved(got, edtf, resolution) for resolution in resolutions):
        return True
    if match := re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", timex):
        season = _SEASONS[match[2]]
        return edtf == f"{match[1]}-{season}" or (match[1] is None and got.precision == "season")
    return not timex and got.edtf is None and resolutions[0].get("date") == "0001-01-01"


def _resolved(got: TimeExpression, edtf: str, resolution: dict[str, str]) -> bool:
    if "date" in resolution:
        return edtf == resolution["date"]
    if "startDate" in resolution:
        return got.earliest == resolution["startDate"] and got.latest in _ends(resolution["endDate"])
    if "startTime" in resolution:
        start, _, end = edtf.partition("/")
        return bool(end) and _time(start) == resolution["startTime"] and _time(end) == resolution["endTime"]
    if "time" in resolution:
        return _time(edtf) == resolution["time"]
    if "duration" in resolution:
        return edtf.startswith("P") and _seconds(edtf) == float(resolution["duration"])
    return False


def _ends(end: str) -> set[str]:
    """A resolution's end as a last day: the day before it, and itself where the words name it as the end."""
    day = date.fromisoformat(end)
    return {day.isoformat(), (day - timedelta(days=1)).isoformat()}


def _time(text: str) -> str:
    parts = text.removeprefix("T").split(":")
    return ":".join([*parts, "00", "00"][:3]) if text.startswith("T") else ""


_SECONDS = {"Y": 31_536_000, "W": 604_800, "D": 86_400, "H": 3600, "S": 1}


def _seconds(duration: str) -> float:
    days, _, hours = duration.removeprefix("P").partition("T")
    total = 0.0
    for part, month in ((days, 2_592_000), (hours, 60)):
        for count, unit in re.findall(r"([\d.]+)([YMWDHS])", part):
            total += float(count) * (month if unit == "M" else _SECONDS[unit])
    return total


def _peer(case: dict[str, Any]) -> bool:
    """Whether dateparser's search finds the same words; False where it is not installed."""
    try:
        from dateparser.search import search_dates  # type: ignore[import-untyped]
    except ImportError:
        return False
    try:
        found = search_dates(case["Input"], languages=["ar"]) or []
    except (ValueError, OverflowError, RecursionError):
        found = []
    words = {text.strip() for text, _ in found}
    results = case["Results"]
    return all(result["Text"].strip() in words for result in results) if results else not words
