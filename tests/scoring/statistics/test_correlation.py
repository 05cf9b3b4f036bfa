from __future__ import annotations

import statistics
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.statistics import Correlation, Values
from kediri_index.scoring.statistics.correlation import correlations, pearson

VALUES = st.one_of(st.none(), st.integers(0, 4).map(float), st.integers(-(10**6), 10**6).map(float))
COLUMNS = st.integers(2, 14).flatmap(
    lambda rows: st.lists(
        st.lists(VALUES, min_size=rows, max_size=rows).map(tuple), min_size=2, max_size=4
    )
)


def by_the_textbook(one: Values, other: Values) -> Correlation:
    """Both coefficients from the rows of the pair alone, each pair by itself."""
    rows = [(x, y) for x, y in zip(one, other, strict=True) if x is not None and y is not None]
    x, y = [x for x, _ in rows], [y for _, y in rows]
    if len(set(x)) < 2 or len(set(y)) < 2:
        return Correlation(len(rows), None, None)
    ranked = [
        [(sorted(z).index(v) + len(z) - sorted(z, reverse=True).index(v)) for v in z]
        for z in (x, y)
    ]
    return Correlation(len(rows), statistics.correlation(x, y), statistics.correlation(*ranked))


@given(COLUMNS)
def test_every_pair_has_what_the_textbook_gives_over_the_rows_of_both(
    columns: list[Values],
) -> None:
    found = list(correlations(columns))
    expected = [by_the_textbook(one, other) for one, other in combinations(columns, 2)]
    for here, there in zip(found, expected, strict=True):
        assert here.n == there.n
        assert here.pearson == pytest.approx(there.pearson, abs=1e-9)
        assert here.spearman == pytest.approx(there.spearman, abs=1e-9)


def test_ties_share_their_ranks() -> None:
    (found,) = correlations([(1.0, 2.0, 2.0, 3.0), (1.0, 3.0, 2.0, 3.0)])
    assert found.spearman == pytest.approx(3.75 / 4.5)


def test_a_spread_that_only_rounding_left_is_none() -> None:
    constant_where_both_are = (0.1, 0.1, 0.1, 1e6)
    assert pearson(constant_where_both_are, (1.0, 2.0, 3.0, None)) is None
    (found,) = correlations([constant_where_both_are, (1.0, 2.0, 3.0, None)])
    assert found == Correlation(3, None, None)


def test_no_row_in_common_is_none() -> None:
    (found,) = correlations([(1.0, None), (None, 1.0)])
    assert found == Correlation(0, None, None)
    assert pearson((1.0, None), (None, 1.0)) is None


def test_huge_and_tiny_values_keep_their_correlation() -> None:
    assert pearson((1e200, 2e200, 3e200), (1e-200, 2e-200, 3e-200)) == pytest.approx(1)


@pytest.mark.parametrize(("times", "correlation"), [(7, 1.0), (-7, -1.0)])
def test_none_is_beyond_one_by_the_last_bit(times: int, correlation: float) -> None:
    """Of these two doubles the quotient is 1 + 2^-52."""
    values = (0.1, 0.7)
    assert pearson(values, tuple(times * value for value in values)) == correlation
