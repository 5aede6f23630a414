"""Make the map's outlines: ``python tools/make_outlines.py COUNTRIES`` writes ``dossier/render/outlines.json``.

COUNTRIES is ``countries-10m.json`` of the npm package world-atlas 2.0.2: Natural Earth's countries (public domain) as
TopoJSON. Borders are simplified arc by arc, so that neighbours keep meeting: finely where this program's news happens,
coarsely elsewhere. Needs shapely (``pip install -e '.[train]'``).
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path

from babel.core import get_global
from shapely import LineString, Polygon, box

TARGET = Path(__file__).parents[1] / "src" / "tawatur" / "dossier" / "render" / "outlines.json"
# The Arab world and its neighbours, west south east north in degrees.
NEAR = box(-20, -5, 66, 44)
# How far a simplified border may stray, in degrees (0.007 is about 800 m), and the smallest island kept (square
# degrees); a country's largest part is always kept.
FINE, COARSE = 0.007, 0.05
LEAST_FINE, LEAST_COARSE = 0.0004, 0.05
# Positions are whole hundredths of a degree.
SCALE = 100
# Territories without an ISO 3166 number in Natural Earth, and the code that the program's gazetteer has for them.
CODES = {"Kosovo": "XK"}


def encoded(points: list[tuple[int, int]]) -> str:
    """Google's Encoded Polyline of whole numbers: differences, zigzag, five bits a letter."""
    out, before = [], (0, 0)
    for point in points:
        for value, last in zip(point, before):
            rest = (value - last) << 1
            rest = ~rest if rest < 0 else rest
            while rest >= 0x20:
                out.append(chr((0x20 | (rest & 0x1F)) + 63))
                rest >>= 5
            out.append(chr(rest + 63))
        before = point
    return "".join(out)


def decoded(topology: dict) -> list[list[tuple[float, float]]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        walk = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        arcs.append([(x * sx + tx, y * sy + ty) for x, y in walk])
    return arcs


def ring_points(ring: list[int], arcs: list[list]) -> list:
    points: list = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part[1:] if points else part
    return points


def simplified(points: list[tuple[float, float]]) -> list[tuple[int, int]]:
    line = LineString(points)
    tolerance = FINE if line.intersects(NEAR) else COARSE
    kept = [(round(x * SCALE), round(y * SCALE)) for x, y in line.simplify(tolerance).coords]
    return [point for number, point in enumerate(kept) if not number or point != kept[number - 1]]


def rings_of(geometry: dict, arcs: list[list]) -> list[list[int]]:
    """The rings worth keeping, largest first. Holes are other countries, which are drawn over them."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    sized = []
    for polygon in polygons:
        points = ring_points(polygon[0], arcs)
        if len(points) >= 4:
            shape = Polygon(points)
            sized.append((shape.area, box(*shape.bounds).intersects(NEAR), polygon[0]))
    sized.sort(key=lambda item: -item[0])
    return [
        ring
        for number, (area, near, ring) in enumerate(sized)
        if not number or area >= (LEAST_FINE if near else LEAST_COARSE)
    ]


def main(source: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded(topology)
    numbers = get_global("territory_aliases")
    countries, used = [], {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = (numbers.get(geometry.get("id", "")) or [CODES.get(name)])[0]
        if name == "Antarctica" or not (rings := rings_of(geometry, arcs)):
            continue
        flat = [point for ring in rings for point in ring_points(ring, arcs)]
        bounds = [
            round(value, 2)
            for value in (
                min(x for x, _ in flat), min(y for _, y in flat), max(x for x, _ in flat), max(y for _, y in flat)
            )
        ]  # fmt: skip
        renumbered = []
        for ring in rings:
            ids = [used.setdefault(arc if arc >= 0 else ~arc, len(used)) for arc in ring]
            renumbered.append([number if arc >= 0 else ~number for number, arc in zip(ids, ring)])
        countries.append({"code": code, "name": name, "bounds": bounds, "rings": renumbered})
    out = {
        "source": "Natural Earth 1:10m countries (public domain), through world-atlas 2.0.2; tools/make_outlines.py",
        "scale": SCALE,
        "countries": countries,
        "arcs": [encoded(simplified(arcs[arc])) for arc in used],
    }
    TARGET.write_text(json.dumps(out, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
