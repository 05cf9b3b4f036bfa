"""Outliers by hand; the ASEM oracle has whole columns of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import Logarithm, Treatment
from kediri_index.model.scoring import Years
from kediri_index.scoring.numbers import common_unit, natural_logarithm
from kediri_index.scoring.prepare.outliers import tail_of
from kediri_index.scoring.prepare.treat import Treat
from tests.scoring.prepare.rows import applied, effects, row, treated, values


def column(*numbers: int) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


TALL = column(1, 2, 3, 4, 5, 6, 7, 100)
DEEP = [-value for value in TALL]


def test_skewness_and_kurtosis_are_those_of_spreadsheets() -> None:
    """SKEW 0.359543, KURT -0.151800."""
    sample = column(3, 4, 5, 2, 3, 4, 5, 6, 4, 7)
    skew, kurtosis = Fraction("0.359543071406797"), Fraction("-0.151799637208398")
    near = Fraction(1, 10**12)
    for step in (-near, near):
        fails = 0 if step > 0 else 1
        assert bool(tail_of(sample, skew + step, kurtosis - 1)) == fails
        assert bool(tail_of(sample, Fraction(0), kurtosis + step)) == fails
    assert tail_of([-one for one in sample], Fraction(0), Fraction(-9)) == -1


@pytest.mark.parametrize("values", [column(1, 2, 9), column(3, 3, 3, 3, 3)])
def test_of_few_or_equal_values_nothing_is_an_outlier(values: list[Fraction]) -> None:
    assert tail_of(values, Fraction(0), Fraction(-9)) == 0
    assert treated(Treat(), values) == ("winsorise", values)


def test_a_column_passes_by_either_limit() -> None:
    assert treated(Treat(skew=Fraction(100)), TALL)[1] == TALL
    assert treated(Treat(kurtosis=Fraction(100)), TALL)[1] == TALL


def test_the_end_that_sticks_out_is_moved_to_the_next_value() -> None:
    assert treated(Treat(), TALL) == ("winsorise", column(1, 2, 3, 4, 5, 6, 7, 7))
    assert treated(Treat(), DEEP)[1] == [-value for value in column(1, 2, 3, 4, 5, 6, 7, 7)]


def test_values_tied_at_the_end_move_together_and_count_each() -> None:
    tall = column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 90, 100)
    strict = Treat(Treatment.WINSORISE, winmax=2, skew=Fraction(0), kurtosis=Fraction(0))
    assert treated(strict, tall)[1][-2:] == [13, 13]
    assert treated(Treat(Treatment.WINSORISE, winmax=1), tall)[1][-2:] == [90, 90]
    assert treated(Treat(Treatment.WINSORISE, winmax=0), tall)[1] == tall


def test_what_still_fails_becomes_its_logarithm() -> None:
    how, found = treated(Treat(winmax=0), TALL)
    assert how == "log"
    assert found[0] == natural_logarithm(Fraction(99, 100))
    assert found[-1] == natural_logarithm(99 + Fraction(99, 100))


def test_a_signed_logarithm_mirrors_a_low_tail() -> None:
    signed = Treat(winmax=0, log=Logarithm.LOG_SIGNED)
    _, high = treated(signed, TALL)
    _, low = treated(signed, DEEP)
    assert low == [-value for value in high]
    assert treated(Treat(winmax=0), DEEP)[1] != low


def test_with_combine_the_logarithm_is_that_of_the_winsorised_column() -> None:
    tall = column(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50, 1000)
    once = Treat(winmax=1, skew=Fraction(1), kurtosis=Fraction(1))
    combined = Treat(winmax=1, skew=Fraction(1), kurtosis=Fraction(1), combine=True)
    (how, apart), (_, both) = treated(once, tall), treated(combined, tall)
    assert how == "log"
    assert apart[-1] > apart[-2]
    assert both[-1] == both[-2]


def test_only_what_changed_is_listed_and_years_may_stand_by_themselves() -> None:
    table = tuple(
        row(f"K{number}", year, a=value, b=number)
        for year in (2021, 2022)
        for number, value in enumerate((1, 2, 3, 4, 5, 6, 7, 100 if year == 2022 else 8))
    )
    pooled, each = applied(Treat(), table), applied(Treat(years=Years.EACH), table)
    assert effects(pooled) == [("K7", "a", 100, 8)]
    assert effects(each) == [("K7", "a", 100, 7)]
    assert values(each)[-1] == 7
    assert [one.how for one in pooled.effects] == ["winsorise"]


def test_many_quotients_are_looked_at_to_fifty_digits() -> None:
    quotients = [Fraction(1, 10**30 + number) for number in range(1, 200, 2)]
    assert common_unit(quotients) is None
    found = treated(Treat(), [*quotients, Fraction(1, 10**28)])[1]
    assert found == [*quotients, quotients[0]]


def test_a_column_exactly_at_a_limit_fails() -> None:
    """Of 0, 0, 0, 1 the skewness is exactly 2 and the kurtosis exactly 4."""
    column = [Fraction(value) for value in (0, 0, 0, 1)]
    for limits in ((2, 3), (1, 4)):
        skew, kurtosis = map(Fraction, limits)
        how, found = treated(Treat(Treatment.WINSORISE, skew=skew, kurtosis=kurtosis), column)
        assert how == "winsorise"
        assert found == [0, 0, 0, 0]
    within = Treat(Treatment.WINSORISE, skew=Fraction("2.01"), kurtosis=Fraction(3))
    assert treated(within, column)[1] == column
