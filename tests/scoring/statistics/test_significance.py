"""p-values of correlations: SciPy's, by other means."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from kediri_index.scoring.statistics.significance import correlation_p

special: Any = importlib.import_module("scipy.special")
stats: Any = importlib.import_module("scipy.stats")  # it states no types
ROWS = [3, 4, 5, 10, 20, 51, 514, 5000]
R = [0.0, 1e-6, 0.05, 0.3, -0.5, 0.8, -0.95, 0.999, 1 - 1e-12]


@pytest.mark.parametrize("n", ROWS)
@pytest.mark.parametrize("r", R)
def test_a_p_value_is_that_of_students_t(r: float, n: int) -> None:
    if abs(r) > 0.5:
        expected = special.betainc(n / 2 - 1, 0.5, (1 - r) * (1 + r))
    else:
        expected = special.betaincc(0.5, n / 2 - 1, r * r)
    assert correlation_p(r, n) == pytest.approx(expected, rel=1e-9, abs=1e-300)


def test_columns_have_the_p_values_of_scipy() -> None:
    one = (1.0, 2.0, 4.0, 3.0, 7.0, 6.0, 5.5)
    other = (2.0, 1.0, 3.0, 5.0, 4.0, 7.0, 8.0)
    pearson, spearman = stats.pearsonr(one, other), stats.spearmanr(one, other)
    assert correlation_p(pearson.statistic, 7) == pytest.approx(pearson.pvalue, rel=1e-9)
    assert correlation_p(spearman.statistic, 7) == pytest.approx(spearman.pvalue, rel=1e-9)


def test_too_few_rows_have_none_and_a_perfect_correlation_has_zero() -> None:
    assert correlation_p(0.5, 2) is None
    assert correlation_p(None, 20) is None
    assert correlation_p(1.0, 3) == correlation_p(-1.0, 20) == 0
