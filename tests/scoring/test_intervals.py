"""Intervals of a mean and of a share: SciPy's, by other means."""

from __future__ import annotations

import importlib
from fractions import Fraction
from typing import Any

import pytest

from kediri_index.scoring.statistics.intervals import mean_interval, share_interval

COUNTS = [2, 3, 4, 5, 6, 7, 10, 15, 30, 31, 50, 99, 200, 1000, 5000]


@pytest.fixture(scope="module")
def stats() -> Any:  # noqa: ANN401 - it states no types
    """SciPy's, imported by the worker that asks for it."""
    return importlib.import_module("scipy.stats")


@pytest.mark.parametrize("count", COUNTS)
def test_the_interval_of_a_mean_is_students(count: int, stats: Any) -> None:  # noqa: ANN401
    low, high = mean_interval(Fraction(7, 2), Fraction(count), count) or (0, 0)
    half = stats.t.ppf(0.95, count - 1)  # the deviation of the mean is 1
    assert (low, high) == pytest.approx((3.5 - half, 3.5 + half), rel=1e-9)


@pytest.mark.parametrize("count", COUNTS)
def test_the_interval_of_a_share_is_wilsons(count: int, stats: Any) -> None:  # noqa: ANN401
    for positive in {0, 1, count // 3, count - 1, count}:
        found = share_interval(Fraction(positive, count), count)
        wilson = stats.binomtest(positive, count).proportion_ci(0.9, "wilson")
        assert found == pytest.approx((wilson.low, wilson.high), rel=1e-9, abs=1e-12)
