from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from kediri_index.scoring.numbers import natural_logarithm, share_of_logarithms


def series(value: Fraction) -> Fraction:
    """ln(value) to more than 80 digits by 2 artanh((y - 1)/(y + 1)), with value = y x 2**n."""

    def near_one(y: Fraction) -> Fraction:
        z = (y - 1) / (y + 1)
        total = Fraction(0)
        term = z
        for k in range(1, 220, 2):
            total += term / k
            term = Fraction(round(term * z * z * 10**110), 10**110)
        return 2 * total

    halvings = 0
    while value > Fraction(3, 2):
        value /= 2
        halvings += 1
    while value < Fraction(3, 4):
        value *= 2
        halvings -= 1
    return (
        near_one(value)
        + halvings * 2 * near_one(Fraction(4, 3))
        - halvings * near_one(Fraction(8, 9))
    )


def digits(value: Fraction, count: int) -> Decimal:
    with localcontext() as context:
        context.prec = count
        return Decimal(value.numerator) / Decimal(value.denominator)


@pytest.mark.parametrize(
    "value", ["2", "10", "100", "75000", "1/3", "0.001", "1007.436", "26572352", "1.0000001"]
)
def test_all_fifty_digits_are_right(value: str) -> None:
    number = Fraction(value)
    assert digits(natural_logarithm(number), 50) == digits(series(number), 50)


def test_the_known_digits_of_ln_2() -> None:
    known = Decimal("0.69314718055994530941723212145817656807550013436026")
    assert digits(natural_logarithm(Fraction(2)), 50) == known


def test_the_logarithm_of_one_is_zero() -> None:
    assert natural_logarithm(Fraction(1)) == 0


@pytest.mark.parametrize(
    ("value", "low", "high", "share"),
    [
        ("8", "2", "32", "1/2"),
        ("1000", "100", "1000000", "1/4"),
        ("0.5", "2", "32", "-1/2"),
        ("2", "2", "32", "0"),
        ("32", "2", "32", "1"),
        ("1/27", "3", "1/9", "4/3"),
        ("1.44", "1", "1.728", "2/3"),
        ("1024", "1", "2", "10"),
    ],
)
def test_a_share_of_logarithms_that_is_a_fraction_is_that_fraction(
    value: str, low: str, high: str, share: str
) -> None:
    found = share_of_logarithms(*(Fraction(one) for one in (value, low, high)))
    assert found == Fraction(share)


@pytest.mark.parametrize("value", ["3", "8.00000000000001", "31.9"])
def test_any_other_share_of_logarithms_is_right_to_its_digits(value: str) -> None:
    number, low, high = Fraction(value), Fraction(2), Fraction(32)
    found = share_of_logarithms(number, low, high)
    assert digits(found, 45) == digits(series(number / low) / series(high / low), 45)
    assert found.denominator > 1000
