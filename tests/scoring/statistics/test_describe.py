from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.statistics import Description, Outlier
from kediri_index.scoring.statistics.describe import describe, quantile
from kediri_index.scoring.statistics.of_index import is_skewed, outliers

NUMBERS = st.lists(st.integers(-1000, 1000).map(float), min_size=2, max_size=40)
UNITS = tuple((f"Kota {number}", 2023) for number in range(12))
FAR = (1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0, 4.0, 5.0, 5.0, 6.0, 90.0)


def test_what_is_missing_is_counted_and_left_out() -> None:
    column = describe((3.0, None, 0.0, 3.0, None))
    assert (column.n, column.missing) == (3, 2)
    assert (column.nonzero, column.distinct, column.same) == (2, 2, 2)
    assert (column.minimum, column.median, column.maximum, column.mean) == (0, 3, 3, 2)


@given(NUMBERS)
def test_centre_and_spread_are_those_of_the_textbook(values: list[float]) -> None:
    column = describe(values)
    assert column.mean == pytest.approx(statistics.fmean(values), abs=1e-9)
    assert column.median == pytest.approx(statistics.median(values))
    assert column.sd == pytest.approx(statistics.stdev(values), abs=1e-9)
    q1, _, q3 = statistics.quantiles(values, n=4, method="inclusive")
    assert column.q1 == pytest.approx(q1)
    assert column.q3 == pytest.approx(q3)


def test_skewness_and_kurtosis_are_what_spreadsheets_give() -> None:
    column = describe((3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0))  # Excel's own example
    assert column.skewness == pytest.approx(0.359543071)
    assert column.kurtosis == pytest.approx(-0.151799637)


def test_a_shape_takes_enough_values_and_some_spread() -> None:
    assert describe((1.0, 2.0)).skewness is None
    assert describe((1.0, 2.0, 4.0)).skewness is not None
    assert describe((1.0, 2.0, 4.0)).kurtosis is None
    assert describe((1.0, 2.0, 4.0, 9.0)).kurtosis is not None
    assert describe((1.0,)).sd is None
    assert describe(()).mean is None


def test_what_is_the_same_everywhere_has_no_spread_to_the_last_bit() -> None:
    column = describe((0.1,) * 10)
    assert (column.mean, column.sd, column.skewness, column.kurtosis) == (0.1, 0.0, None, None)
    assert column.is_constant
    assert not describe((0.1,)).is_constant
    assert not describe((0.1, 0.2)).is_constant


def test_neither_huge_nor_tiny_values_overflow() -> None:
    shape = describe((1.0, 2.0, 3.0, 10.0))
    for size in (1e-200, 1e200):
        column = describe(tuple(size * value for value in (1.0, 2.0, 3.0, 10.0)))
        assert column.skewness == pytest.approx(shape.skewness)
        assert column.kurtosis == pytest.approx(shape.kurtosis)
        assert column.sd == pytest.approx(size * (shape.sd or 0))


def test_a_quantile_lies_between_two_values() -> None:
    assert [quantile((1.0, 2.0, 4.0), share) for share in (0, 0.25, 0.5, 1)] == [1, 1.5, 2, 4]


def test_a_column_with_a_value_far_out_is_skewed_and_the_unit_is_named() -> None:
    column = describe(FAR)
    assert is_skewed(column)
    assert outliers(FAR, column, UNITS) == (Outlier("Kota 11", 2023, 90.0),)
    assert Outlier("Kota 11", 2023, 90.0).name(with_year=True) == "Kota 11 2023"


def test_both_moments_must_be_large_for_outliers() -> None:
    column = describe(FAR)
    assert not is_skewed(column._replace(skewness=2.0))
    assert not is_skewed(column._replace(kurtosis=3.5))
    assert is_skewed(column._replace(skewness=-2.1, kurtosis=3.6))
    assert not is_skewed(describe((1.0, 2.0)))


def test_nothing_lies_far_out_of_nothing() -> None:
    assert outliers((None, None), describe((None, None)), UNITS[:2]) == ()


def test_a_column_without_values_has_nothing_but_how_many_are_missing() -> None:
    assert describe((None, None)) == Description(0, 2)
    assert describe(()) == Description(0, 0)


def test_a_column_may_begin_with_zeros() -> None:
    assert describe((0.0, 0.0, 6.0)).mean == 2
