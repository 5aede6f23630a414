"""Invented sentences in the constructions that news uses: type, roles, place, time and status of their events.

The sentences stand in ``tests/data/event_constructions.tsv``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.model import Event

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "data/event_constructions.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[2:]
]
CONTEXT = {
    "ar": "\nوصل الوفد صباحا.\nتحسن الطقس قليلا.\nعاد الهدوء لاحقا.",
    "en": "\nIt rained.\nIt snowed.\nIt cleared.",
}


def found(read, text, frame, language) -> Event:
    reading = read(text + CONTEXT[language], "2026-01-17", language)
    return next(event for event in reading.events if event.frame == frame)


def slots(event: Event) -> dict[str, str]:
    return {argument.role: argument.text for argument in event.arguments}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[2]} {row[1][:40]}")
def test_construction(read, row):
    language, text, frame, kind, agent, target, place, time, modality = row
    event = found(read, text, frame, language)
    filled = slots(event)
    told = (filled.get("agent", ""), filled.get("target", ""))
    assert (event.type, told, event.modality) == (kind, (agent, target), modality)
    if place or frame == "kill":
        assert filled.get("place", "") == place
    if time:
        assert filled.get("time") == time


def test_a_time_of_another_clause_is_not_the_events(read):
    event = found(read, "صرح الوزير يوم الثلاثاء بأن القوات قتلت زعيم الجماعة.", "kill", "ar")
    assert event.time is None


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("سقط 12 قتيلا وعشرات الجرحى في اشتباكات بين الجيش والمتمردين.", {"killed", "wounded"}),
        ("وأدان المجلس الهجوم الذي أوقع 30 قتيلا في مسجد.", {"killed"}),
        ("فر أكثر من 20 ألف مدني من القرى الحدودية.", {"displaced"}),
        ("فقد 17 بحارا في العاصفة.", {"missing"}),
        ("اعتقلت الشرطة 45 شخصا في المدينة.", {"detained"}),
        ("قضى 14 شخصا وأصيب 40 في انهيار مبنى.", {"killed", "wounded"}),
    ],
)
def test_casualties_hang_on_an_event(read, text, outcomes):
    reading = read(text + CONTEXT["ar"], "2026-01-17")
    claimed = {key for event in reading.events for key in event.quantities}
    assert {figure.outcome for figure in reading.quantities if figure.id in claimed} == outcomes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت المدفعية مواقع للمقاتلين شمالي البلاد.", "ASSAULT"),
        ("اغتيل قاض في منزله على أيدي مجهولين.", "ASSAULT"),
        ("نفى الجيش قصف مستشفى في المدينة.", "ASSAULT"),
        ("تظاهر آلاف العمال ضد الحكومة.", "PROTEST"),
    ],
)
def test_what_is_told_plainly_is_not_rejected_in_a_lone_sentence(read, text, kind):
    assert kind in {event.type for event in read(text).events}


@pytest.mark.parametrize(
    "text", ["أسقطت الدفاعات ثلاث مسيرات.", "هاجمت طائرة مسيرة القاعدة.", "استقال الوزير احتجاجا على القرار."]
)
def test_drones_and_officials_do_not_demonstrate(read, text):
    assert not [event for event in read(text + CONTEXT["ar"]).events if event.type == "PROTEST"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وجاب المتظاهرون شوارع العاصمة.", "جاب المتظاهرون شوارع"),
        ("وسار المتظاهرون في العاصمة.", "سار"),
        ("وحمل المتظاهرون لافتات ضد الوزير.", "حمل المتظاهرون لافتات"),
        ("وخرج متظاهرون غاضبون من المسجد.", "خرج"),
        ("وبدأ المتظاهرون إحراق الأعلام في الساحة.", "بدأ المتظاهرون إحراق الأعلام"),
        ("وقام المتظاهرون الغاضبون بنصب خيامهم في الساحة.", "نصب خيامهم"),
        ("وقطع المتظاهرون الغاضبون الشوارع.", "قطع"),
    ],
)
def test_what_is_done_to_things_belongs_to_what_protesters_do(read, text, trigger):
    reading = read(text)
    assert trigger in [event.trigger.of(reading.article.text) for event in reading.events]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("واندلعت مظاهرات في العاصمة.", "اندلعت مظاهرات"),
        ("وشهدت فرنسا إضرابا عاما.", "شهدت فرنسا إضرابا"),
        ("وبدأت مظاهرات في العاصمة.", "بدأت مظاهرات"),
        ("ولم تخرج مظاهرات في العاصمة.", "تخرج مظاهرات"),
        ("شن الجيش غارات على المواقع.", "شن الجيش غارات"),
        ("وكانت مظاهرات في العاصمة.", "مظاهرات"),
        ("ويشكل اغتيال القاضي خطرا.", "اغتيال"),
        ("وقرر الجيش هجوما على البلدة.", "هجوما"),
        ("واستهدفت غارات المواقع.", "استهدفت"),
    ],
)
def test_a_verb_that_says_only_that_it_was_held_belongs_to_its_noun(read, text, trigger):
    reading = read(text + CONTEXT["ar"])
    assert trigger in [event.trigger.of(reading.article.text) for event in reading.events]


@pytest.mark.parametrize(
    "text",
    [
        "وساروا نحو السفارة صباحا.",
        "خرجت مسيرات منددة بالقرار.",
        "وأصروا على التظاهر في الساحة.",
        "وعلت الهتافات في الساحة.",
        "وهدد بإحراق نفسه أمام البلدية.",
        "وأحرق شاب نفسه أمام البلدية.",
    ],
)
def test_ways_to_protest(read, text):
    assert "PROTEST" in {event.type for event in read(text + CONTEXT["ar"]).events}


@pytest.mark.parametrize(
    ("text", "frame", "agent", "target"),
    [
        ("وفي بغداد قتل مسلحون جنديا.", "kill", "مسلحون", "جنديا"),
        ("وقتل متظاهرون شرطيا في البلدة.", "kill", "متظاهرون", "شرطيا"),
        ("وأضرم المحتجون النار في مبنى البلدية.", "burn", "المحتجون", "مبنى البلدية"),
        ("وقام متظاهرون مناهضون للحكومة بنصب خيام.", "protest", "متظاهرون مناهضون", "للحكومة"),
    ],
)
def test_who_stands_beside_the_verb(read, text, frame, agent, target):
    filled = slots(found(read, text, frame, "ar"))
    assert (filled["agent"], filled["target"]) == (agent, target)
