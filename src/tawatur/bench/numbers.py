"""Numbers against the Arabic specs of Recognizers-Text, those whose upstream recogniser is finished.

A case is right when every expected span is found with its value and nothing else of the kind is found. Words in
the specs stand outside any date, so no times are given. Relative ordinals («التالي», «قبل الأخير») point into a
list and are no quantities: they are a figure of their own. Where a spec leaves a number out (``Start`` -1), the
first place of its words is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..annotate.numbers import quantities
from ..annotate.tokens import sentences, tokenise
from ..model import Article, Outlet, Quantity, Section, Span
from .report import Figure

_SPECS = ("NumberModel", "NumberRangeModel", "OrdinalModel", "OrdinalModelSuppressExtendedTypes", "PercentModel")
_CLOSE = 1e-6


def figures(data: Path) -> Iterable[Figure]:
    """The share of cases right: by spec, relative ordinals apart, and over all."""
    total = right = 0
    for name in _SPECS:
        plain: list[bool] = []
        relative: list[bool] = []
        for case in _cases(data / "recognizers-text-ar" / f"{name}.json"):
            (relative if _relative(case) else plain).append(agrees(name, case))
        total += len(plain)
        right += sum(plain)
        yield _figure(f"numbers: {name}", plain)
        if relative:
            yield _figure(f"numbers: {name}, relative ordinals", relative)
    yield Figure("numbers: all but relative ordinals", right / total, "share", total, "right span and right value")


def _figure(name: str, marks: list[bool]) -> Figure:
    return Figure(name, sum(marks) / len(marks), "share", len(marks), "Recognizers-Text, Arabic")


def _cases(path: Path) -> Iterator[dict[str, Any]]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if "dotnet" not in case.get("NotSupported", ""):
            yield case


def _relative(case: dict[str, Any]) -> bool:
    return any(result["TypeName"] == "ordinal.relative" for result in case["Results"])


def agrees(spec: str, case: dict[str, Any]) -> bool:
    """Whether the quantities of the spec's kind are exactly the expected ones."""
    text = case["Input"]
    found = {(q.span.start, q.span.end): q for q in read(text) if _kind(spec, text, q)}
    if len(found) != len(case["Results"]):
        return False
    for result in case["Results"]:
        start, end = _place(text, result)
        got = found.get((start, end))
        if got is None or not _same(got, result["Resolution"]["value"]):
            return False
    return True


def read(text: str, language: str = "ar") -> tuple[Quantity, ...]:
    """The quantities of a bare text."""
    article = Article("x", Outlet("x", "x"), text, (Section("body", Span("x", 0, len(text))),), language)
    tokens = tokenise(article)
    return quantities(article, tokens, sentences(article, tokens), ())


def _kind(spec: str, text: str, quantity: Quantity) -> bool:
    bounded = quantity.bound not in ("exact", "about") or quantity.low != quantity.high
    if spec == "PercentModel":
        return quantity.unit == "percent"
    if spec.startswith("Ordinal"):
        return quantity.unit == "ordinal"
    if spec == "NumberRangeModel":
        return bounded or _states(text, quantity)
    return quantity.unit not in ("percent", "ordinal")


def _states(text: str, quantity: Quantity) -> bool:
    """«يساوي 20» is a range of one value to the spec, a plain number to us: its words begin with no number."""
    return quantity.bound == "exact" and quantity.span.of(text).startswith(("يساوي", "تساوي"))


def _place(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Code-point offsets of a result, from its UTF-16 units with an inclusive end."""
    if result["Start"] < 0:
        start = text.find(result["Text"])
        return start, start + len(result["Text"])
    units = text.encode("utf-16-le")
    start = len(units[: 2 * result["Start"]].decode("utf-16-le"))
    return start, len(units[: 2 * (result["End"] + 1)].decode("utf-16-le"))


def _same(quantity: Quantity, value: str) -> bool:
    if value[0] in "[(":
        low, high = value[1:-1].split(",")
        return _end(quantity.low, low, value[0] == "(", 1) and _end(quantity.high, high, value[-1] == ")", -1)
    wanted = float(value.rstrip("%"))
    return quantity.low is not None and abs(quantity.low - wanted) <= _CLOSE * abs(wanted)


def _end(have: float | int | None, want: str, exclusive: bool, step: int) -> bool:
    """Whether an end is the spec's. An end it excludes may be as said (it writes every range half open)."""
    if not want:
        return have is None
    number = float(want)
    wanted = {number + step, number} if exclusive else {number}
    return have is not None and any(abs(have - value) <= _CLOSE for value in wanted)
