"""The map of a story's places as shapes for an SVG: only the region around them, and nothing guessed.

A town is a dot, a country its outline; a place that is known only by its name, or lies in a province whose borders are
not shipped, is left to the list beside the map.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians
from typing import NamedTuple

from ..places import Site
from .outlines import Box, Point, bounds, countries

# Width of the drawing in its own units; its height follows from the region, within these shares of the width.
WIDTH = 1000
_LOWEST, _HIGHEST = 0.5, 0.8
# A region is drawn at least so many degrees wide, so that neighbours and coasts can be recognised, with so much of
# itself around the places.
_LEAST = 14.0
_MARGIN = 0.22
# Towns further than this from the story's middle would shrink the region past reading; they go to the list.
_FARTHEST = 25.0
# A letter of a label, in units of the drawing, and the height of a line: to keep labels apart.
_LETTER, _LINE = 11.5, 26
_KILOMETRES = (10, 20, 50, 100, 200, 500, 1000, 2000)
_KM_PER_DEGREE = 111.32


# Left, top, right and bottom of a label.
Room = tuple[float, float, float, float]


class Land(NamedTuple):
    """A country: its path, its name in each language and where that stands (None where there is no room)."""

    code: str | None
    path: str
    named: bool
    names: dict[str, str]
    label: Point | None


class Dot(NamedTuple):
    """A place at a point: ``anchor`` is where its label stands, None where another is in the way."""

    site: Site
    x: float
    y: float
    label: Point | None


class Map(NamedTuple):
    """What to draw, and the places that are not drawn: beyond the region, or without a known position."""

    width: int
    height: int
    lands: tuple[Land, ...]
    dots: tuple[Dot, ...]
    beyond: tuple[Site, ...]
    unplaced: tuple[Site, ...]
    scale: tuple[int, float] | None


def draw(sites: Iterable[Site]) -> Map | None:
    """The map, None where no place of the story has a position."""
    sites = list(sites)
    towns = [site for site in sites if site.located]
    named = {site.place.country: site for site in sites if site.place.precision == "country" and site.place.country}
    near = _near(towns)
    region = _region(near, named)
    if region is None:
        return None
    frame = _Frame(region)
    dots = _dots(near, frame)
    taken = [_room(dot.label or (dot.x, dot.y), dot.site.names[0] if dot.label else "") for dot in dots]
    lands = tuple(_lands(frame, named, taken))
    drawn = {site.entity for site in near}
    drawn |= {site.entity for code, site in named.items() if any(land.code == code for land in lands)}
    rest = [site for site in sites if site.entity not in drawn]
    beyond = [site for site in rest if site.located or site in named.values()]
    unplaced = [site for site in rest if site not in beyond]
    return Map(WIDTH, frame.height, lands, tuple(dots), tuple(beyond), tuple(unplaced), frame.ruler())


def _near(towns: list[Site]) -> list[Site]:
    """The towns around the place that most others are near to."""
    if not towns:
        return []

    def company(site: Site) -> int:
        return sum(len(other.reports) for other in towns if _apart(site, other) <= _FARTHEST)

    middle = max(towns, key=lambda site: (company(site), len(site.reports)))
    return [site for site in towns if _apart(middle, site) <= _FARTHEST]


def _apart(left: Site, right: Site) -> float:
    a, b = left.place, right.place
    return max(abs((a.lat or 0) - (b.lat or 0)), abs((a.lon or 0) - (b.lon or 0)))


def _region(towns: list[Site], named: dict[str, Site]) -> Box | None:
    """The box around the towns; around the countries named where there are no towns."""
    boxes = [Box(s.place.lon or 0, s.place.lat or 0, s.place.lon or 0, s.place.lat or 0) for s in towns]
    if not boxes:
        boxes = [box for code in named if (box := bounds(code)) is not None and box.east - box.west < 90]
    if not boxes:
        return None
    west, south = min(b.west for b in boxes), min(b.south for b in boxes)
    east, north = max(b.east for b in boxes), max(b.north for b in boxes)
    squeeze = max(0.2, cos(radians((south + north) / 2)))
    wide = max(_LEAST, (east - west) * (1 + 2 * _MARGIN), (north - south) * (1 + 2 * _MARGIN) / squeeze / _HIGHEST)
    high = max((north - south) * (1 + 2 * _MARGIN), wide * squeeze * _LOWEST)
    x, y = (west + east) / 2, (south + north) / 2
    return Box(max(-180, x - wide / 2), max(-85, y - high / 2), min(180, x + wide / 2), min(85, y + high / 2))


class _Frame:
    """Degrees to the drawing's units: equirectangular, true to scale along the region's middle."""

    def __init__(self, region: Box) -> None:
        self.region = region
        self._squeeze = max(0.2, cos(radians((region.south + region.north) / 2)))
        self.unit = WIDTH / (region.east - region.west)
        self.height = round((region.north - region.south) * self.unit / self._squeeze)

    def point(self, lon: float, lat: float) -> Point:
        return (
            round((lon - self.region.west) * self.unit, 1),
            round((self.region.north - lat) * self.unit / self._squeeze, 1),
        )

    def path(self, rings: Iterable[Iterable[Point]]) -> str:
        lines = []
        for ring in rings:
            points = list(dict.fromkeys(self.point(*point) for point in ring))
            lines.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
        return "".join(lines)

    def holds(self, room: Room) -> bool:
        return room[0] >= 0 and room[1] >= 0 and room[2] <= WIDTH and room[3] <= self.height

    def ruler(self) -> tuple[int, float] | None:
        """Kilometres of the scale bar and its length in units: the longest round one under a quarter of the width."""
        unit = self.unit / self._squeeze / _KM_PER_DEGREE
        fitting = [km for km in _KILOMETRES if km * unit <= WIDTH / 4]
        return (fitting[-1], round(fitting[-1] * unit, 1)) if fitting else None


def _dots(towns: list[Site], frame: _Frame) -> list[Dot]:
    """Dots with labels above, below or beside them, none over another."""
    points = [(site, *frame.point(site.place.lon or 0, site.place.lat or 0)) for site in towns]
    taken = [(x - 12, y - 12, x + 12, y + 12) for _, x, y in points]
    dots = []
    for site, x, y in points:
        half = len(site.names[0]) * _LETTER / 2
        places = ((x, y - 20), (x, y + 36), (x + half + 20, y + 8), (x - half - 20, y + 8))
        free = None
        for place in places:
            room = _room(place, site.names[0])
            if frame.holds(room) and _free(room, taken):
                free = place
                taken.append(room)
                break
        dots.append(Dot(site, x, y, free))
    return dots


def _lands(frame: _Frame, named: dict[str, Site], taken: list[Room]) -> Iterable[Land]:
    for country in countries(frame.region):
        names = _names(country.code, country.name)
        largest = max(country.rings, key=_area)
        x, y = frame.point(*_middle(largest))
        room = _room((x, y), max(names.values(), key=len))
        spacious = _area(largest) * frame.unit**2 > 2.2 * (room[2] - room[0]) * _LINE
        fits = spacious and frame.holds(room) and _free(room, taken)
        if fits:
            taken.append(room)
        yield Land(country.code, frame.path(country.rings), country.code in named, names, (x, y) if fits else None)


def _names(code: str | None, name: str) -> dict[str, str]:
    from babel import Locale

    return {lang: Locale(lang).territories.get(code or "", name) for lang in ("ar", "en")}


def _area(ring: tuple[Point, ...]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def _middle(ring: tuple[Point, ...]) -> Point:
    """The centroid of a ring's area."""
    twice = x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1]):
        cross = a[0] * b[1] - b[0] * a[1]
        twice, x, y = twice + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return (x / (3 * twice), y / (3 * twice)) if twice else ring[0]


def _room(at: Point, text: str) -> Room:
    half = len(text) * _LETTER / 2
    return at[0] - half, at[1] - _LINE, at[0] + half, at[1] + 6


def _free(room: Room, taken: list[Room]) -> bool:
    return not any(room[0] < t[2] and t[0] < room[2] and room[1] < t[3] and t[1] < room[3] for t in taken)
