from __future__ import annotations

import pytest

from kediri_index.model.statistics import Alpha
from kediri_index.scoring.statistics.correlation import alpha

ONE = (1.0, 2.0, 3.0, 4.0)
OTHER = (2.0, 1.0, 4.0, 3.0)
"""Variances 5/3 each, covariance 1: alpha is 2 (1 - (10/3)/(16/3)) = 3/4."""


def test_alpha_of_two_parts() -> None:
    items, pairwise, complete, complete_n = alpha([ONE, OTHER])
    assert (items, complete_n) == (2, 4)
    assert pairwise == pytest.approx(0.75)
    assert complete == pytest.approx(0.75)


def test_the_same_twice_is_one_thing() -> None:
    assert alpha([ONE, ONE]).pairwise == pytest.approx(1)


def test_a_part_that_does_not_vary_measures_nothing_and_does_not_count() -> None:
    assert alpha([ONE, OTHER, (3.0,) * 4]) == alpha([ONE, OTHER])


def test_by_pairs_and_by_complete_rows_differ_where_something_is_missing() -> None:
    third = (1.0, 3.0, 2.0, None)
    found = alpha([ONE, OTHER, third])
    assert found.complete_n == 3
    own = 5 / 3 + 5 / 3 + 1  # by pairs: variances of what each has, 1 + 1/2 + 1/2 between them
    assert found.pairwise == pytest.approx(1.5 * (1 - own / (own + 2 * (1 + 0.5 - 0.5))))
    assert found.complete == alpha([ONE[:3], OTHER[:3], (1.0, 3.0, 2.0)]).complete


def test_there_is_none_of_one_part_nor_of_parts_that_cancel_out() -> None:
    assert alpha([ONE]).pairwise is None
    assert alpha([]).pairwise is None
    assert alpha([ONE, tuple(-value for value in ONE)]) == Alpha(2, None, None, 4)


def test_there_is_none_without_rows_in_common() -> None:
    found = alpha([(1.0, 2.0, None, None), (None, None, 1.0, 2.0)])
    assert found == Alpha(2, None, None, 0)


def test_where_nothing_is_missing_both_are_the_same_to_the_last_bit() -> None:
    found = alpha([(0.1, 0.7, 0.2, 0.9), (0.3, 0.4, 0.8, 0.6), (0.7, 0.1, 0.3, 0.2)])
    assert found.pairwise == found.complete is not None


def test_pairs_have_more_rows_than_all_together() -> None:
    columns = [(1.0, 2.0, 3.0, 9.0), (2.0, 1.0, 4.0, 8.0), (1.0, 4.0, 3.0, None)]
    found = alpha(columns)
    own = 38.75 / 3 + 28.75 / 3 + 14 / 3 / 2
    between = 31.75 / 3 + 2 / 2 - 1 / 3
    assert found.pairwise == pytest.approx(1.5 * (1 - own / (own + 2 * between)))
    assert found.complete == pytest.approx(alpha([one[:3] for one in columns]).complete)
    assert found.complete != pytest.approx(found.pairwise)


def test_two_rows_are_enough() -> None:
    two = [(1.0, 2.0), (1.0, 3.0)]
    assert alpha(two).complete == pytest.approx(8 / 9)
    apart = [(1.0, 2.0, None), (1.0, 3.0, 5.0)]
    assert alpha(apart).pairwise is not None


def test_there_is_none_beyond_what_doubles_hold() -> None:
    assert alpha([(1e200, -1e200), (1.0, 2.0)]).complete is None
