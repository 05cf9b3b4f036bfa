from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.scoring.normalisations.z_score import square_root
from kediri_index.scoring.numbers import mean, median


def test_a_mean_is_exact_while_that_is_of_use() -> None:
    assert mean([Fraction(1, 3), Fraction(1, 3), Fraction(1, 7)]) == Fraction(17, 63)


def test_the_mean_of_many_quotients_is_taken_to_fifty_digits() -> None:
    quotients = [Fraction(1, 10**12 + number) for number in range(1, 40, 2)]
    exact = sum(quotients, start=Fraction(0)) / len(quotients)
    found = mean(quotients)
    assert found != exact
    assert abs(found / exact - 1) < Fraction(1, 10**49)


@pytest.mark.parametrize(("values", "middle"), [((5, 1, 3), 3), ((5, 1, 3, 4), Fraction(7, 2))])
def test_a_median_is_the_middle_one_or_the_mean_of_two(
    values: tuple[int, ...], middle: int | Fraction
) -> None:
    assert median([Fraction(value) for value in values]) == middle


def test_a_root_has_fifty_digits_and_is_exact_where_it_is_rational() -> None:
    assert square_root(Fraction(9, 4)) == Fraction(3, 2)
    assert square_root(Fraction(0)) == 0
    assert abs(square_root(Fraction(2)) ** 2 - 2) < Fraction(1, 10**48)
