"""Countries' outlines from Natural Earth, shipped with the package: no map server is ever asked.

The file is made by ``tools/make_outlines.py``: borders as arcs that neighbours share, each arc in Google's Encoded
Polyline of whole hundredths of a degree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_FILE = Path(__file__).parent / "outlines.json"
Point = tuple[float, float]


class Box(NamedTuple):
    """Degrees east and north."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        return not (
            self.east < other.west or other.east < self.west or self.north < other.south or other.north < self.south
        )

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


class Country(NamedTuple):
    """A country on the map: its ISO 3166 code where it has one, and its rings inside the box asked for."""

    code: str | None
    name: str
    rings: tuple[tuple[Point, ...], ...]


def bounds(code: str) -> Box | None:
    """The box around a country, None where there is no outline of it."""
    return next((Box(*c["bounds"]) for c in _data()["countries"] if c["code"] == code), None)


def countries(box: Box) -> Iterator[Country]:
    """The countries that reach into the box, cut at its edges."""
    for country in _data()["countries"]:
        if box.meets(Box(*country["bounds"])):
            rings = (clipped(_ring(ring), box) for ring in country["rings"])
            if kept := tuple(ring for ring in rings if len(ring) > 2):
                yield Country(country["code"], country["name"], kept)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data


def _ring(arcs: list[int]) -> list[Point]:
    points: list[Point] = []
    for arc in arcs:
        part = _arc(arc) if arc >= 0 else _arc(~arc)[::-1]
        points.extend(part[1:] if points else part)
    return points


@lru_cache(maxsize=4096)
def _arc(number: int) -> tuple[Point, ...]:
    data = _data()
    return tuple(decoded(data["arcs"][number], data["scale"]))


def decoded(text: str, scale: int) -> Iterator[Point]:
    """The points of an encoded line, in degrees."""
    values, value, shift = [], 0, 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            values.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    x = y = 0
    for dx, dy in zip(values[::2], values[1::2]):
        x, y = x + dx, y + dy
        yield x / scale, y / scale


def clipped(ring: list[Point], box: Box) -> tuple[Point, ...]:
    """The part of a ring inside the box (Sutherland and Hodgman, 1974)."""
    points = ring
    for axis, edge, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        kept: list[Point] = []
        for before, here in zip([*points[-1:], *points[:-1]], points):
            inside, was = sign * (here[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
            if inside != was:
                part = (edge - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if inside:
                kept.append(here)
        points = kept
        if not points:
            break
    return tuple(points)
