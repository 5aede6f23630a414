"""The pictures' geometry: outlines, the map's region, the time axis, the links between texts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur import pipeline
from tawatur.dossier.places import Site
from tawatur.dossier.render import atlas, descent, outlines, timeline
from tawatur.dossier.render.outlines import Box
from tawatur.dossier.view import View
from tawatur.model import Place, Span

# Where these towns lie, to a tenth of a degree: general knowledge.
TOWNS = {
    "دمشق": (33.5, 36.3),
    "بيروت": (33.9, 35.5),
    "صنعاء": (15.4, 44.2),
    "الخرطوم": (15.6, 32.5),
    "لندن": (51.5, -0.1),
}
COUNTRIES = {"دمشق": "SY", "بيروت": "LB", "صنعاء": "YE", "الخرطوم": "SD", "لندن": "GB"}


def site(name, lat=None, lon=None, precision="town", country=None, candidates=1, reports=(0,)):
    place = Place(
        name, Span("a", 0, 1), name, lat=lat, lon=lon, precision=precision, country=country, candidates=candidates
    )
    return Site(name, place, (name,), reports)


def town(name):
    return site(name, *TOWNS[name], country=COUNTRIES[name])


def inside(point, ring):
    """Ray casting."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


@pytest.mark.parametrize("name", TOWNS)
def test_a_capital_lies_in_its_countrys_outline(name):
    lat, lon = TOWNS[name]
    around = Box(lon - 5, lat - 5, lon + 5, lat + 5)
    holding = [c.code for c in outlines.countries(around) if any(inside((lon, lat), ring) for ring in c.rings)]
    assert COUNTRIES[name] in holding


def test_every_outline_has_its_box_and_the_file_is_small():
    assert outlines._FILE.stat().st_size < 400_000
    world = list(outlines.countries(Box(-180, -85, 180, 85)))
    assert len(world) > 200
    assert all(outlines.bounds(country.code) for country in world if country.code)


@given(st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=3, max_size=12))
def test_a_cut_ring_stays_in_the_box(ring):
    box = Box(-3, -2, 4, 5)
    for x, y in outlines.clipped(ring, box):
        assert -3 - 1e-6 <= x <= 4 + 1e-6 and -2 - 1e-6 <= y <= 5 + 1e-6


def test_the_map_leaves_out_what_is_not_known_and_what_is_far():
    unknown, province = site("خربة", candidates=0), site("حمص", precision="province", country="SY")
    drawn = atlas.draw([town("دمشق"), town("بيروت"), town("لندن"), unknown, province])
    assert {dot.site.names[0] for dot in drawn.dots} == {"دمشق", "بيروت"}
    assert [x.names[0] for x in drawn.beyond] == ["لندن"]
    assert {x.names[0] for x in drawn.unplaced} == {"خربة", "حمص"}
    west, east = (dot.x for dot in sorted(drawn.dots, key=lambda dot: dot.x))
    assert 0 < west < east < drawn.width
    assert {land.code for land in drawn.lands} >= {"SY", "LB"} and "GB" not in {land.code for land in drawn.lands}


def test_labels_do_not_lie_on_one_another():
    near = [site(f"بلدة {n}", 33.5 + n / 50, 36.3, country="SY") for n in range(12)]
    rooms = [atlas._room(dot.label, dot.site.names[0]) for dot in atlas.draw(near).dots if dot.label]
    assert len(rooms) >= 2
    assert not any(not atlas._free(room, rooms[:number]) for number, room in enumerate(rooms))


def test_a_country_alone_is_drawn_as_its_shape():
    drawn = atlas.draw([site("اليمن", precision="country", country="YE")])
    assert [land.code for land in drawn.lands if land.named] == ["YE"]
    assert not drawn.dots and not drawn.unplaced


def test_no_map_without_a_position():
    assert atlas.draw([site("خربة", candidates=0)]) is None


@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=20))
def test_the_axis_keeps_the_order_of_days(offsets):
    days = [date(1950, 1, 1) + timedelta(days=offset) for offset in offsets]
    axis = timeline._axis(days)
    places = [axis[day] for day in sorted(set(days))]
    assert places == sorted(places) and (len(places) < 2 or places[-1] <= timeline.WIDTH)


@pytest.mark.parametrize(
    ("edtf", "ar", "en"),
    [
        ("2026-03-12", "12 آذار/مارس 2026", "12 March 2026"),
        ("2026-03", "آذار/مارس 2026", "March 2026"),
        ("2025", "2025", "2025"),
        ("2024-03-15~", "نحو 15 آذار/مارس 2024", "about 15 March 2024"),
        ("2026-01~/..", "نحو كانون الثاني/يناير 2026 – …", "about January 2026 – …"),
        ("2026-03-12/2026-03-14", "12 آذار/مارس 2026 – 14 آذار/مارس 2026", "12 March 2026 – 14 March 2026"),
        ("[2026-01-03,2026-02]", "3 كانون الثاني/يناير 2026 أو شباط/فبراير 2026", "3 January 2026 or February 2026"),
        ("2026-21", "2026-21", "2026-21"),
    ],
)
def test_dates_are_spoken(edtf, ar, en):
    assert (timeline.spoken(edtf, "ar"), timeline.spoken(edtf, "en")) == (ar, en)


def test_a_day_is_a_dot_and_a_year_a_bar(make_article):
    articles = [
        make_article("قتل ثلاثة أشخاص في انفجار في دمشق في 12 آذار/مارس 2026.", published="2026-03-14", key="a"),
        make_article("اعتقلت الشرطة 40 شخصا في حمص خلال عام 2025.", published="2026-03-14", key="b"),
    ]
    found = {m.edtf: m.bar for m in timeline.moments(View(pipeline.compare(articles)))}
    assert found["2026-03-12"].shape == "dot"
    assert found["2025"].shape == "bar" and found["2025"].width > 50
    assert found["2025"].start < found["2026-03-12"].start


def test_copies_hang_together_by_as_few_links_as_hold_them(make_article):
    text = "\n".join(
        f"أعلنت وزارة الداخلية في بيان أن دورية أوقفت {n} أشخاص في المدينة بعد مطاردة استمرت ساعات في الأحياء الجنوبية."
        for n in (5, 7, 9)
    )
    articles = [make_article(f"{text}\nمراسل {key} تابع", published="2026-03-14", key=key) for key in "abcde"]
    tree = descent.descent(View(pipeline.compare(articles)))
    assert [family.reports for family in tree.families] == [(0, 1, 2, 3, 4)]
    assert len(tree.arcs) == 4 and tree.more == 6
