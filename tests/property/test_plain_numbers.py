"""A plain number is kept as a double, and is the decimal that was written all the same."""

from __future__ import annotations

from fractions import Fraction
from math import nan

from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.numbers import decimal_of
from kediri_index.rules.magnitude.figures import signed_size, signed_sizes


@st.composite
def decimals(draw: st.DrawFn) -> Fraction:
    """A number as a cell holds it: 15 digits, 14 decimals, below a billion."""
    places = draw(st.integers(0, 14))
    most = min(10**15, 10 ** (places + 9)) - 1
    near_whole = st.integers(0, most // 10**5).map(lambda n: max(n * 10**5 - 1, 0))
    digits = draw(st.integers(0, most) | near_whole | st.integers(0, 2000))
    return Fraction(digits, 10**places) * draw(st.sampled_from((1, -1)))


def double_of(number: Fraction) -> float:
    return number.numerator / number.denominator


@given(decimals())
def test_the_decimal_is_told_from_the_double(number: Fraction) -> None:
    assert decimal_of(double_of(number)) == number


@given(st.lists(decimals()))
def test_its_size_is_that_of_the_decimal(numbers: list[Fraction]) -> None:
    sizes = signed_sizes([nan, *map(double_of, numbers)])
    assert sizes == [None, *map(signed_size, numbers)]
