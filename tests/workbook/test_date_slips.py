from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.meant import Perhaps
from kediri_index.workbook.number_faults import MONTHS, number_of_date


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2022-04-03", "3.4"),
        ("2022-10-03", "3.1"),
        ("2022-12-31", "31.12"),
        ("03/04/2022", "3.4"),
        ("3.4.2022", "3.4"),
        ("3/4/22", "3.4"),
        ("03-Apr", "3.4"),
        ("3 Mei 2022", "3.5"),
        ("3 MAY", "3.5"),
        ("3-Des-22", "3.12"),
        ("08:08:00", "8.08"),
        ("10:15", "10.15"),
        (" 2022-04-03 ", "3.4"),
    ],
)
def test_day_and_month_or_hour_and_minute_stand_around_the_mark(text: str, number: str) -> None:
    assert number_of_date(text, None) == Perhaps(Fraction(number))


@pytest.mark.parametrize(
    "text",
    [
        *("2022-04-03T07:30:00", "08:08:30", "04/23/2022", "2022-13-01", "3 desa 2022"),
        *("Apr-22", "April 2022", "7:30 WIB", "tiga", ""),
    ],
)
def test_what_has_no_such_two_figures_is_no_number(text: str) -> None:
    assert number_of_date(text, None) == Perhaps(None)


def test_a_number_out_of_bounds_was_not_meant() -> None:
    scale = (Fraction(0), Fraction(4))
    assert number_of_date("2022-04-03", scale) == Perhaps(Fraction("3.4"))
    assert number_of_date("2022-04-05", scale) == Perhaps(None)


def test_twelve_months_have_names() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert [MONTHS[name] for name in ("januari", "mei", "agustus", "october", "des")] == [
        *(1, 5, 8, 10, 12)
    ]
