"""Days, months and years as EDTF values."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lang import calendar as cal


def test_units_hold_their_days():
    assert cal.in_month(2024, 2).last == date(2024, 2, 29)
    assert cal.in_week(date(2026, 1, 17)).edtf == "2026-01-12/2026-01-18"
    assert cal.in_decade(1987).edtf == "198X"
    assert (cal.in_century(19).edtf, cal.in_century(19).first) == ("18XX", date(1800, 1, 1))
    assert cal.in_part(2025, 3, 3).edtf == "2025-07/2025-09"
    assert cal.in_season(2015, 24).last == date(2016, 2, 29)


def test_a_month_further_never_leaves_the_month():
    assert cal.shift(date(2026, 1, 31), 1, "month") == date(2026, 2, 28)
    assert cal.shift(date(2024, 2, 29), -1, "year") == date(2023, 2, 28)
    with pytest.raises(OverflowError):
        cal.shift(date(2026, 1, 1), 99_999, "year")


@pytest.mark.parametrize(
    ("part", "edtf", "first", "last"),
    [
        ("early", "2025-12-01~", "2025-12-01", "2025-12-10"),
        ("mid", "2025-12-15~", "2025-12-11", "2025-12-20"),
        ("late", "2025-12-31~", "2025-12-21", "2025-12-31"),
    ],
)
def test_a_part_of_a_month_is_approximate_and_bounded(part, edtf, first, last):
    when = cal.phase(cal.in_month(2025, 12), part)
    assert (when.edtf, str(when.first), str(when.last)) == (edtf, first, last)


def test_parts_of_a_year_are_whole_months():
    when = cal.phase(cal.in_year(2025), "mid")
    assert (when.edtf, when.first, when.last) == ("2025-06~", date(2025, 5, 1), date(2025, 8, 31))


def test_several_days_are_a_set_and_one_is_itself():
    assert cal.one_of([date(2026, 1, 10), date(2026, 1, 3)]).edtf == "[2026-01-03,2026-01-10]"
    assert cal.one_of([date(2026, 1, 3)] * 2).edtf == "2026-01-03"


def test_hijri_dates_are_converted_and_keep_their_precision():
    day = cal.hijri(1446, 9, 15)
    assert day is not None and (day.edtf, day.precision, day.calendar) == ("2025-03-15", "day", "hijri")
    month = cal.hijri(1446, 9)
    assert month is not None and (month.edtf, month.precision) == ("2025-03-01/2025-03-29", "month")
    assert cal.hijri(900, 1, 1) is None
    assert cal.hijri(1446, 9, 31) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2025, date(2025, 12, 25)),
        ("easter 0", 2024, date(2024, 3, 31)),
        ("orthodox 0", 2024, date(2024, 5, 5)),
        ("nth 11 4 4", 2016, date(2016, 11, 24)),
        ("nth 05 1 -1", 2025, date(2025, 5, 26)),
        ("hijri 10-01", 2025, date(2025, 3, 30)),
        ("none", 2025, None),
    ],
)
def test_holidays_fall_on_their_day(rule, year, day):
    assert cal.holiday(rule, year) == day
