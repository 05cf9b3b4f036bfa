"""Weights of siblings: what they are made of, and why there may be none."""

from __future__ import annotations

import importlib
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.statistics import Values
from kediri_index.model.weighting import Kept, WeightMethod
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.statistics.multivariate.weighting import proposal, written_shares

stats: Any = importlib.import_module("scipy.stats")  # it states no types
MEAN = Arithmetic()
RISING: Values = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0)
LIKE: Values = (1.0, 3.0, 2.0, 5.0, 4.0, 7.0, 9.0)
LOOSE: Values = (2.0, 4.5, 3.0, 1.0, 3.5, 3.0, 4.5)
FALLING: Values = (7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.5)
STILL: Values = (2.0,) * 7


@pytest.mark.parametrize("method", WeightMethod)
def test_weights_do_not_change_with_the_order_of_rows(method: WeightMethod) -> None:
    columns = (RISING, LIKE, LOOSE)
    turned = tuple(column[::-1] for column in columns)
    found = proposal(method, columns, MEAN)
    assert found.kept is None
    assert proposal(method, turned, MEAN).weights == pytest.approx(found.weights, abs=1e-12)
    assert sum(found.weights) == pytest.approx(1, abs=1e-12)


def test_correlations_with_the_mean_are_equal_under_the_weights() -> None:
    found = proposal(WeightMethod.EQUAL_INFLUENCE, (RISING, LIKE, LOOSE), MEAN)
    mean = np.array([RISING, LIKE, LOOSE]).T @ np.array(found.weights)
    correlations = [stats.pearsonr(one, mean).statistic for one in (RISING, LIKE, LOOSE)]
    assert correlations == pytest.approx(found.figures, abs=1e-9)
    assert max(correlations) - min(correlations) < 1e-9


def test_units_of_a_column_change_no_weight_but_those_of_a_mean() -> None:
    wide = tuple(10 * value for value in LIKE if value is not None)
    for method in (WeightMethod.PCA, WeightMethod.ENTROPY, WeightMethod.CRITIC):
        as_it_is = proposal(method, (RISING, LIKE, LOOSE), MEAN).weights
        assert proposal(method, (RISING, wide, LOOSE), MEAN).weights == pytest.approx(as_it_is)
    one, ten = (
        proposal(WeightMethod.EQUAL_INFLUENCE, (RISING, column, LOOSE), MEAN).weights
        for column in (LIKE, wide)
    )
    assert ten[1] / ten[0] == pytest.approx(one[1] / one[0] / 10)


@pytest.mark.parametrize("method", [WeightMethod.PCA, WeightMethod.EQUAL_INFLUENCE])
def test_a_column_that_does_not_vary_leaves_the_weights(method: WeightMethod) -> None:
    found = proposal(method, (RISING, STILL, LIKE), MEAN)
    assert (found.kept, found.at, found.weights) == (Kept.CONSTANT, (1,), ())


@pytest.mark.parametrize("method", [WeightMethod.ENTROPY, WeightMethod.CRITIC])
def test_a_column_that_does_not_vary_tells_nothing(method: WeightMethod) -> None:
    found = proposal(method, (RISING, STILL, LIKE), MEAN)
    without = proposal(method, (RISING, LIKE), MEAN)
    assert found.weights[1] == 0
    assert (found.weights[0], found.weights[2]) == pytest.approx(without.weights)
    assert proposal(method, (RISING, STILL), MEAN).weights == (1, 0)
    nothing = proposal(method, (STILL, STILL), MEAN)
    assert (nothing.kept, nothing.at) == (Kept.CONSTANT, (0, 1))


def test_a_loading_below_zero_leaves_the_weights_and_names_the_fewer() -> None:
    found = proposal(WeightMethod.PCA, (FALLING, RISING, LIKE), MEAN)
    assert (found.kept, found.at) == (Kept.NEGATIVE, (0,))
    two = proposal(WeightMethod.PCA, (RISING, FALLING), MEAN)
    assert (two.kept, two.at) == (Kept.NEGATIVE, (1,))


def test_equal_influence_that_takes_a_negative_weight_is_refused() -> None:
    found = proposal(WeightMethod.EQUAL_INFLUENCE, (RISING, FALLING, LOOSE), MEAN)
    assert found.kept is Kept.NEGATIVE


def test_columns_that_repeat_each_other_have_no_single_solution() -> None:
    for method in (WeightMethod.EQUAL_INFLUENCE, WeightMethod.CRITIC):
        assert proposal(method, (RISING, RISING), MEAN).kept is Kept.NO_SOLUTION
    unrelated = ((1.0, 1.0, -1.0, -1.0), (1.0, -1.0, 1.0, -1.0))
    assert proposal(WeightMethod.PCA, unrelated, MEAN).kept is Kept.NO_SOLUTION


@pytest.mark.parametrize("method", WeightMethod)
def test_rows_that_lack_a_value_are_left_out(method: WeightMethod) -> None:
    some: Values = (*LIKE[:6], None)
    found = proposal(method, (RISING, some, LOOSE), MEAN)
    assert (found.n, found.left_out) == (6, 1)
    without = tuple(column[:6] for column in (RISING, LIKE, LOOSE))
    assert found.weights == proposal(method, without, MEAN).weights
    empty: Values = (None,) * 7
    few = proposal(method, (RISING, (*LIKE[:2], *empty[2:])), MEAN)
    assert (few.kept, few.n, few.left_out) == (Kept.TOO_FEW, 2, 5)
    assert proposal(method, (empty, empty), MEAN)[:2] == (0, 0)


@pytest.mark.parametrize("method", WeightMethod)
def test_an_aggregation_that_takes_no_weights_is_given_none(method: WeightMethod) -> None:
    for aggregation in (Min(), Max()):
        assert proposal(method, (RISING, LIKE), aggregation).kept is Kept.NOT_WEIGHTED
    of_median = proposal(method, (RISING, LIKE), Median()).kept
    is_equal = method is WeightMethod.EQUAL_INFLUENCE
    assert of_median is (Kept.NOT_ADDITIVE if is_equal else None)


@given(st.lists(st.floats(1e-6, 1e6), min_size=2, max_size=40))
def test_written_shares_have_six_decimals_and_add_up_to_one(found: list[float]) -> None:
    total = sum(found)
    shares = written_shares([one / total for one in found])
    assert sum(shares) == 1
    for share, exact in zip(shares, found, strict=True):
        assert share * 10**6 == int(share * 10**6)
        assert abs(share - Fraction(exact / total)) < Fraction(2, 10**6)
