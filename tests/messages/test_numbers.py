from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.messages.values import fixed, grouped, localised, plain
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("3.314667", 2, "3.31"),
        ("3.305", 2, "3.31"),
        ("-3.305", 2, "-3.31"),
        ("2.675", 2, "2.68"),
        ("0", 2, "0.00"),
        ("-0.001", 2, "0.00"),
        ("-0.005", 2, "-0.01"),
        ("0.05", 1, "0.1"),
        ("3.5", 0, "4"),
        ("2.4999", 0, "2"),
        ("-0.4", 0, "0"),
        ("1234567.891", 2, "1234567.89"),
        ("1/3", 4, "0.3333"),
        ("2/3", 4, "0.6667"),
        ("9.999", 2, "10.00"),
    ],
)
def test_a_fixed_number_has_its_decimals_half_up_away_from_zero(
    number: str, decimals: int, text: str
) -> None:
    assert fixed(Fraction(number), decimals) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction("3.4"), "3.4"),
        (Fraction(4), "4"),
        (Fraction(-4), "-4"),
        (Fraction(100), "100"),
        (Fraction(10**20), "100000000000000000000"),
        (Fraction(1, 3), "0.333333333333333"),
        (Fraction(2, 3), "0.666666666666667"),
        (Fraction("0.000001"), "0.000001"),
        (Fraction(0), "0"),
        (Decimal("1.50"), "1.5"),
        (0.1, "0.1"),
        (Fraction(1, 1024), "0.0009765625"),
    ],
)
def test_a_plain_number_has_as_many_digits_as_it_needs_and_no_exponent(
    number: Fraction | Decimal | float, text: str
) -> None:
    assert plain(number) == text


def test_indonesian_has_a_comma_and_english_a_point() -> None:
    assert localised("3.31", Language.ID) == "3,31"
    assert localised("3.31", Language.EN) == "3.31"
    assert localised("-4", Language.ID) == "-4"


def test_a_large_whole_number_has_the_marks_of_thousands_of_its_language() -> None:
    assert grouped(2_000_000, Language.ID) == "2.000.000"
    assert grouped(2_000_000, Language.EN) == "2,000,000"
    assert grouped(200, Language.ID) == "200"


def test_a_limit_is_shown_so_but_no_year_line_or_option() -> None:
    params = {"limit": 2_000_000, "seen": 2_000_001, "option": "--limit cells=4000000"}
    finding = Finding("F206", params=params)
    assert "2.000.000 sel" in message_of(finding, Language.ID)
    assert "--limit cells=4000000" in repair_of(finding, Language.ID)
    year = Finding("F424", value="2021", params={"wanted": 2022})
    assert "2022" in message_of(year, Language.ID)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1.000000000000005", "1.00000000000001"),  # as a double it is below the tie
        ("100000000000000.5", "100000000000001"),  # half up, where doubles go to the even one
        ("999999.999999999", "999999.999999999"),
        ("1000000", "1000000"),
        ("-1000000.5", "-1000000.5"),
        ("0.00000001", "0.00000001"),
    ],
)
def test_the_fifteenth_digit_is_rounded_half_up(number: str, text: str) -> None:
    assert plain(Fraction(number)) == text
