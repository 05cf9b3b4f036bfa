from __future__ import annotations

import pytest

from kediri_index.scoring.statistics.of_index import influences

LOW_HIGH = (-1.0, -1.0, 1.0, 1.0)
TURNS = (-1.0, 1.0, -1.0, 1.0)
"""Two columns that have nothing to do with each other."""


def test_of_unrelated_parts_each_moves_the_whole_by_the_square_of_its_spread() -> None:
    wide = tuple(3 * value for value in LOW_HIGH)
    whole = tuple(x + y for x, y in zip(wide, TURNS, strict=True))
    correlations, shares = influences([wide, TURNS], whole)
    assert shares == pytest.approx((0.9, 0.1))
    assert [(one or 0) ** 2 for one in correlations] == [pytest.approx(0.9), pytest.approx(0.1)]


def test_what_does_not_vary_moves_nothing() -> None:
    correlations, shares = influences([LOW_HIGH, (2.0,) * 4], LOW_HIGH)
    assert correlations[0] == pytest.approx(1)
    assert correlations[1] is None
    assert shares == pytest.approx((1, 0))


def test_nothing_moves_what_does_not_move() -> None:
    assert influences([LOW_HIGH], (2.0,) * 4) == ((None,), (None,))
    assert influences([], LOW_HIGH) == ((), ())


def test_shares_add_up_to_one_whatever_the_correlations_come_to() -> None:
    other = tuple(x * y for x, y in zip(LOW_HIGH, TURNS, strict=True))
    whole = tuple(sum(row) for row in zip(LOW_HIGH, TURNS, other, strict=True))
    assert influences([LOW_HIGH, TURNS], whole)[1] == pytest.approx((0.5, 0.5))
