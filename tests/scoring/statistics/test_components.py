"""Principal components and variance inflation: of SciPy's singular values and least squares."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import pytest

from kediri_index.model.statistics import Values
from kediri_index.scoring.statistics.multivariate.components import components

linalg: Any = importlib.import_module("scipy.linalg")  # it states no types
stats: Any = importlib.import_module("scipy.stats")
A: Values = (1.0, 2.0, 4.0, 3.0, 7.0, 6.0, 5.5, None)
B: Values = (2.0, 1.0, 3.0, 5.0, 4.0, 7.0, 8.0, 1.0)
C: Values = (3.0, 9.0, 2.0, 4.0, 1.0, 6.0, 6.0, 2.0)
STILL: Values = (2.0,) * 8


def test_components_are_those_of_the_singular_values() -> None:
    found = components([A, STILL, B, C])
    rows = np.array([A[:7], B[:7], C[:7]], dtype=float).T
    _, singular, vectors = linalg.svd(stats.zscore(rows, ddof=1), full_matrices=False)
    assert found.n == 7
    assert [one.eigenvalue for one in found.each] == pytest.approx(singular**2 / 6, abs=1e-9)
    assert sum(one.share for one in found.each) == pytest.approx(1, abs=1e-9)
    for one, vector in zip(found.each, vectors, strict=True):
        assert one.loadings[1] is None
        loadings = [one.loadings[at] for at in (0, 2, 3)]
        assert loadings == pytest.approx(list(vector * np.sign(vector.sum())), abs=1e-9)


def test_inflation_is_that_of_a_regression_on_the_others() -> None:
    found = components([A, STILL, B, C])
    rows = np.array([A[:7], B[:7], C[:7]], dtype=float).T
    expected = []
    for at in range(3):
        others = np.column_stack([np.ones(7), np.delete(rows, at, axis=1)])
        solution, *_ = linalg.lstsq(others, rows[:, at])
        left = rows[:, at] - others @ solution
        expected.append(((rows[:, at] - rows[:, at].mean()) ** 2).sum() / (left**2).sum())
    assert found.inflation[1] is None
    assert [found.inflation[at] for at in (0, 2, 3)] == pytest.approx(expected, rel=1e-9)


def test_twins_have_components_and_no_inflation() -> None:
    found = components([B, C, B])
    assert found.inflation == (None, None, None)
    assert found.each[-1].eigenvalue == pytest.approx(0, abs=1e-12)


def test_too_few_rows_or_columns_have_none() -> None:
    assert components([A[:2], B[:2]]).each == ()
    assert components([A, STILL]).each == ()
    assert components([A, (None,) * 8]) == (0, (), (None, None))
