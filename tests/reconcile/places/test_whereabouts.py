"""Places compared: two sides of a place, two towns of two countries, two of what an event is held in."""

from __future__ import annotations

import pytest

from tawatur.reconcile.book import Book
from tawatur.reconcile.names.bearers import bearers


def head(*texts):
    return [f"أخبار اليوم {n}\n\n{text}" for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "استهدفت غارة جوية مخزن أسلحة جنوب مدينة الحديدة وقتل حارسان.",
            "قصفت غارة جوية مخزن أسلحة شمال مدينة الحديدة وقتل حارسان.",
        ),
        (
            "توفي الموسيقار السوداني عبد الحليم الكاشف، الاثنين، في أحد مستشفيات القاهرة بعد صراع مع المرض.",
            "توفي الموسيقار السوداني عبد الحليم الكاشف، الاثنين، في مستشفى بالخرطوم بعد صراع مع المرض.",
        ),
        (
            "افتتح رئيس الوزراء الأردني مؤتمر المياه العربي في فندق الرويال.",
            "افتتح رئيس الوزراء الأردني مؤتمر المياه العربي في فندق لاند مارك.",
        ),
        (
            "أنقذ خفر السواحل الليبي 60 مهاجرا كانوا على متن قارب مطاطي قبالة سواحل الزاوية.",
            "أنقذ خفر السواحل الليبي 60 مهاجرا من قارب مطاطي تعطل محركه قبالة شواطئ صبراتة.",
        ),
    ],
)
def test_two_places_of_one_thing_differ(story, left, right):
    found = story(*head(left, right))
    assert found.of("discrepancy", "place"), found.conflicts()


def test_sides_are_read_in_english_too(story):
    found = story(
        "Gunmen kill two\n\nGunmen shot dead two men outside a bar in the south of Marseille on Monday evening.",
        "Two shot dead\n\nTwo men were shot dead by gunmen outside a bar in the north of Marseille on Monday evening.",
        languages=["en", "en"],
    )
    assert found.of("discrepancy", "place")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Where it came from and where it went.
        (
            "وصل الوزير الفرنسي جيرار لوفيفر إلى بغداد الاثنين.",
            "وصل الوزير الفرنسي جيرار لوفيفر من أربيل الاثنين.",
        ),
        # A side of a place, and the place.
        (
            "استهدفت غارة جوية مخزن أسلحة جنوب مدينة الحديدة وقتل حارسان.",
            "استهدفت غارة جوية مخزن أسلحة في مدينة الحديدة وقتل حارسان.",
        ),
    ],
)
def test_places_that_can_both_hold_do_not(story, left, right):
    found = story(*head(left, right))
    assert not found.of("discrepancy", "place"), found.conflicts()


def test_a_capital_told_without_its_name_is_that_town(story):
    one = "وقعت سوريا والأردن اتفاقا لنقل الغاز في العاصمة السورية، الاثنين."
    same = story(*head(one, "وقعت سوريا والأردن اتفاقا لنقل الغاز في دمشق، الاثنين."))
    assert not same.of("discrepancy", "place"), same.conflicts()
    other = story(*head(one, "وقعت سوريا والأردن اتفاقا لنقل الغاز في حلب، الاثنين."))
    assert other.of("discrepancy", "place")


def test_a_capital_is_that_town_where_its_name_is_a_lands_or_another_towns_too(story):
    found = story(
        *head(
            "اتفق وزيرا المياه على تقاسم مياه اليرموك خلال اجتماع عقد في عمان، الأحد.",
            "اتفق وزيرا المياه على تقاسم مياه اليرموك خلال اجتماع عقد في العاصمة الأردنية، الأحد.",
        )
    )
    assert not found.of("discrepancy", "place")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "لقي ثمانية أشخاص حتفهم إثر تصادم حافلة وشاحنة على الطريق الصحراوي الشرقي جنوبي مصر.",
            "قضى ثمانية أشخاص في حادث تصادم حافلة وشاحنة على الطريق الصحراوي الغربي جنوبي مصر.",
        ),
        (
            "أصيب 40 شخصا بتسمم غذائي بعد حفل زفاف في قرية تابعة لمركز طما شمالي سوهاج.",
            "أصيب 40 شخصا بتسمم غذائي بعد حفل زفاف في إحدى قرى مركز طهطا في سوهاج.",
        ),
        (
            "احتجزت زوارق مسلحة 23 صيادا يمنيا قرب جزيرة حنيش في البحر الأحمر.",
            "احتجزت زوارق مسلحة 23 صيادا يمنيا أثناء الصيد. وقال أحدهم إن الحادثة وقعت قبالة جزيرة زقر.",
        ),
        (
            "وقعت الشركتان الاتفاق في فندق كمبينسكي بعد مفاوضات دامت عاما.",
            "وقعت الشركتان الاتفاق في قصر الشعب بعد مفاوضات دامت عاما.",
        ),
    ],
)
def test_two_roads_districts_islands_and_halls_are_two_places(story, left, right):
    assert story(*head(left, right)).of("discrepancy", "place")


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        (
            "قتل خمسة أشخاص جراء انهيار عمارة سكنية من أربعة طوابق في فاس.",
            "Five people died when a four-storey apartment building collapsed in Fez.",
            ("ar", "en"),
        ),
        (
            "أصيب تسعة في حريق شب في المستشفى العام في كراتشي.",
            "Nine people were hurt in a fire at the general hospital in Karachi.",
            ("ar", "en"),
        ),
        (
            "أصيب تسعة أشخاص في حريق شب في المستشفى الجامعي بالمدينة.",
            "أصيب تسعة أشخاص في حريق شب في المستشفى المركزي بالمدينة.",
            ("ar", "ar"),
        ),
    ],
)
def test_one_place_in_two_spellings_or_under_common_adjectives_is_one(story, left, right, languages):
    heads = {"ar": "أخبار اليوم", "en": "News of today"}
    found = story(*(f"{heads[x]}\n\n{text}" for x, text in zip(languages, (left, right))), languages=languages)
    assert not found.of("discrepancy", "place")


def test_a_coast_or_a_port_of_a_town_is_where_it_was(story):
    found = story(
        "Boat sinks\n\nFourteen bodies were recovered after a migrant boat sank off the coast of Derna.",
        "Bodies found\n\nFourteen bodies were recovered after a migrant boat sank off Tobruk.",
        languages=("en", "en"),
    )
    assert found.of("discrepancy", "place")


@pytest.mark.parametrize(
    ("text", "name"),
    [("انطلقت القافلة من ميناء بورتسودان الأحد.", "بورتسودان"), ("أغلقت الشرطة سوق الأحد وسط المدينة.", "الأحد")],
)
def test_a_day_of_the_week_behind_a_name_is_no_part_of_it(story, text, name):
    book = Book(story(f"خبر\n\n{text}").dossier.readings, {})
    [bearer] = [bearer for fact in book.facts for bearer in bearers(book, fact)]
    assert bearer.name == name
