from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from kediri_index.scoring.rounding import round_half_up


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("3.315", 2, "3.32"),
        ("3.3149999999999999999", 2, "3.31"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("2.4999", 0, "2"),
        ("0.045", 2, "0.05"),
        ("3.2", 2, "3.20"),
        ("0.00005", 4, "0.0001"),
        ("0", 2, "0"),
    ],
)
def test_a_tie_goes_up(value: str, decimals: int, rounded: str) -> None:
    assert round_half_up(Fraction(value), decimals) == Fraction(rounded)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("-0.125", 2, "-0.13"),
        ("-0.5", 0, "-1"),
        ("-2.5", 0, "-3"),
        ("-0.1249", 2, "-0.12"),
        ("-0.004", 2, "0"),
    ],
)
def test_a_negative_tie_goes_away_from_zero(value: str, decimals: int, rounded: str) -> None:
    assert round_half_up(Fraction(value), decimals) == Fraction(rounded)


def test_a_third_is_rounded_though_no_decimal_can_hold_it() -> None:
    assert round_half_up(Fraction(16, 7), 2) == Fraction("2.29")
    assert round_half_up(Fraction(1, 3), 4) == Fraction("0.3333")


@pytest.mark.parametrize("decimals", range(5))
def test_every_tie_and_its_neighbours_go_where_decimal_arithmetic_puts_them(decimals: int) -> None:
    quantum = Decimal(1).scaleb(-decimals)
    for thousandths in range(-50_050, 50_051, 7):
        value = Decimal(thousandths).scaleb(-decimals - 1)
        expected = value.quantize(quantum, rounding=ROUND_HALF_UP)
        assert round_half_up(Fraction(value), decimals) == Fraction(expected), value
