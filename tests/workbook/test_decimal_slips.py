from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.meant import Perhaps
from kediri_index.workbook.number_faults import slip

SCALE = (Fraction(0), Fraction(4))


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("32", "3.2"),
        ("325", "3.25"),
        ("3250", "3.25"),
        ("40", "4"),
        ("12.5", "1.25"),
        ("32500", None),
        ("3250000", "3.25"),
        ("325000000", None),
        ("3250000000", "3.25"),
        ("5", None),
        ("4.5", None),
        ("-1", None),
        ("-32", None),
        ("41", "0.41"),
    ],
)
def test_a_lost_mark_is_set_where_the_number_then_lies_within_the_bounds(
    value: str, meant: str | None
) -> None:
    assert slip(Fraction(value), SCALE) == Perhaps(None if meant is None else Fraction(meant))


def test_the_bounds_themselves_are_possible_and_may_be_negative() -> None:
    assert slip(Fraction(-40), (Fraction(-4), Fraction(4))) == Perhaps(Fraction(-4))


def test_the_smallest_slip_comes_first() -> None:
    assert slip(Fraction(3200), (Fraction(0), Fraction(1000))) == Perhaps(Fraction(320))


@pytest.mark.parametrize(
    ("value", "meant"), [("0.85", 85), ("0.4", None), ("9850", Fraction(985, 10))]
)
def test_a_share_may_be_a_percentage_where_the_unit_is_percent(
    value: str, meant: Fraction | None
) -> None:
    bounds = (Fraction(50), Fraction(100))
    assert slip(Fraction(value), bounds, percent=True) == Perhaps(meant)


def test_elsewhere_a_share_is_no_percentage() -> None:
    assert slip(Fraction("0.85"), (Fraction(50), Fraction(100))) == Perhaps(None)
