"""The annotations of a report as layers that a reader can switch on and off, each with what it was read as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...model import Quantity, Reading, Span

LAYERS = ("claims", "people", "places", "numbers", "dates", "quotes", "events", "labels")


class Layered(NamedTuple):
    """Words under a layer; ``note`` is what the program read in them, empty where the words say it all."""

    layer: str
    span: Span
    note: str = ""


def layers(reading: Reading) -> Iterator[Layered]:
    """All annotations of a report but its claims, which are marked by their ids."""
    for mention in reading.mentions:
        if mention.form != "pronoun":
            yield Layered("places" if mention.kind in ("GPE", "LOC") else "people", mention.span)
    for quantity in reading.quantities:
        yield Layered("numbers", quantity.span, bounds(quantity))
    for time in reading.times:
        yield Layered("dates", time.span, time.edtf or "")
    for quote in reading.quotes:
        yield Layered("quotes", quote.content)
    for event in reading.events:
        yield Layered("events", event.trigger, " ".join(filter(None, (event.type, event.mode))))
    for label in reading.labels:
        yield Layered("labels", label.span)


def bounds(quantity: Quantity) -> str:
    """A number as its bounds: 40, ≥ 41, ≤ 9, 3–5."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return ""
    if low == high:
        return f"{low:g}"
    if high is None:
        return f"≥ {low:g}"
    return f"≤ {high:g}" if low is None else f"{low:g}–{high:g}"
