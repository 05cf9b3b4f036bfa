"""The values of an indicator in arrays are those in fractions, whatever is done to them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import nan

import numpy as np
import pytest

from kediri_index.scoring.arrays.series import ArraySeries, of_decimals
from kediri_index.scoring.arrays.values import Values
from kediri_index.scoring.prepare.exact import ExactSeries
from tests.scoring.prepare.rows import agrees, of_fractions

TINY = Fraction(1, 10**20)
THIRD = Fraction(1, 3)
TABLES: dict[str, Sequence[str | int | Fraction | None]] = {
    "decimals": (3, "2.5", None, -1, 7, "2.5", 0, "9.75", "1.125", 40),
    "near thirds": (THIRD + TINY, THIRD, "0.2", THIRD, "0.5", None, THIRD - TINY, "0.5", 0, -THIRD),
    "large": (10**15, 10**15 + 1, None, "0.001", 5, 10**15 - 1, -(10**15), 0, 2, 3),
    "small": ("1e-14", "3e-14", None, "2e-14", "-1e-14", 0, "7e-14", "5e-14", "5e-14", "9e-14"),
    "narrow": tuple(99_999_999_999_990 + at % 2 for at in range(10)),
    "even": (5, 5, 5, None, 5, 5, 5, 5, 5, 5),
}
ALL = range(10)


def column(table: str) -> list[Fraction | None]:
    return [None if one is None else Fraction(one) for one in TABLES[table]]


def same(arrays: object, exact: object) -> None:
    """Check that both series have the same values, and that those in doubles are near enough."""
    assert isinstance(arrays, ArraySeries)
    assert isinstance(exact, ExactSeries)
    agrees(arrays)
    assert [arrays.exact(row) for row in ALL] == [*exact.values]
    assert arrays.there(ALL) == exact.there(ALL)
    there = exact.there(ALL)
    for shown, row in zip(arrays.shown(there), there, strict=True):
        value = exact.values[row] or Fraction(0)
        assert abs(Fraction(shown or 0) - value) <= abs(value) / 10**12


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def both(table: str) -> tuple[ArraySeries, ExactSeries]:
    return of_fractions(column(table)), ExactSeries(column(table))


Both = tuple[ArraySeries, ExactSeries]


def test_values_are_put_moved_and_filled_alike(both: Both) -> None:
    arrays, exact = both
    some = {0: Fraction(2, 7), 1: None, 5: Fraction(1, 8)}
    same(arrays.put(some), exact.put(some))
    same(arrays.put(some).put({1: THIRD}), exact.put(some).put({1: THIRD}))
    same(arrays.moved([0, 3], 4), exact.moved([0, 3], 4))
    same(arrays.moved([], 4), exact)
    there = exact.there(ALL)
    for count in range(1, len(there) + 1):
        for by_median in (True, False):
            groups = [([2, 5], there[:count]), ([8], there[-count:])]
            same(
                arrays.filled(groups, by_median=by_median),
                exact.filled(groups, by_median=by_median),
            )
    same(arrays.filled([], by_median=True), exact)


@pytest.mark.parametrize("other", TABLES)
def test_quotients_are_alike_and_none_where_the_divisor_is_nothing(both: Both, other: str) -> None:
    arrays, exact = both
    same(arrays.over(of_fractions(column(other))), exact.over(ExactSeries(column(other))))
    gaps = [([0, 1], ExactSeries(column(other)).there(range(2, 9)))]
    same(
        arrays.over(of_fractions(column(other)).filled(gaps, by_median=False)),
        exact.over(ExactSeries(column(other)).filled(gaps, by_median=False)),
    )


def test_what_lies_farthest_out_and_the_order_are_alike(both: Both) -> None:
    arrays, exact = both
    there = exact.there(ALL)
    for rows in (there, there[::-1], there[2:6]):
        for side in (-1, 1):
            assert sorted(arrays.ends(rows, side)) == sorted(exact.ends(rows, side))
        nth, expected = arrays.nth(rows), exact.nth(rows)
        assert [nth(at) for at in range(len(rows))] == [expected(at) for at in range(len(rows))]
        for found in (arrays.whole(rows), exact.whole(rows)):
            whole, unit = found
            assert [Fraction(one, unit) for one in whole] == [
                expected(at) for at in range(len(rows))
            ]


def test_rows_that_changed_are_alike(both: Both) -> None:
    arrays, exact = both
    for some in ({0: Fraction(5), 1: THIRD + TINY / 2}, {4: None}, dict(enumerate(exact.values))):
        now, then = arrays.put(some), exact.put(some)
        there = [row for row in then.there(ALL) if exact.values[row] is not None]
        assert now.changed(arrays, there) == then.changed(exact, there)
        again = of_fractions(list(then.values))
        assert again.changed(arrays, there) == then.changed(exact, there)
    assert arrays.changed(arrays, exact.there(ALL)) == []


@pytest.mark.parametrize("mirrored", [True, False])
def test_logarithms_of_some_rows_leave_the_others(both: Both, *, mirrored: bool) -> None:
    arrays, exact = both
    rows = exact.there(range(1, 8))
    if len({exact.values[row] for row in rows}) > 1:
        found = arrays.logarithms(rows, mirrored=mirrored)
        same(found, exact.logarithms(rows, mirrored=mirrored))


TAILS: list[tuple[Sequence[int | str], int]] = [
    ((1, 2, 3, 4, 90), 1),
    ((-90, 1, 2, 3, 4), -1),
    ((1, 2, 3, 4, 5), 0),
    ((1, 1, 1, 1, 1), 0),
    ((1, 90, 3), 0),
    ((-9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9), 0),
    (("0.1", "0.2", "0.3", "0.1", "50.7"), 1),
]


@pytest.mark.parametrize(("values", "side"), TAILS)
def test_outliers_are_seen_on_the_same_side(values: Sequence[int | str], side: int) -> None:
    exact = [Fraction(one) for one in values]
    for turn in (1, -1):
        for series in (of_fractions, ExactSeries):
            found = series([turn * one for one in exact])
            tail = found.tail(range(len(exact)), Fraction(2), Fraction(7, 2))
            assert tail == turn * side


def test_outliers_just_at_a_limit_are_decided_exactly() -> None:
    column = [Fraction(one) for one in (1, 2, 3, 4, 10)]
    n, mean = Fraction(5), Fraction(4)
    second, third, fourth = (
        sum(((one - mean) ** power for one in column), Fraction(0)) for power in (2, 3, 4)
    )
    m2, m4 = second / n, fourth / n
    kurtosis = ((n + 1) * (m4 / m2**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    squared = n * (n - 1) / (n - 2) ** 2 * (third / n) ** 2 / m2**3
    assert squared > 1
    for series in (of_fractions(column), ExactSeries(column)):
        assert series.tail(range(5), Fraction(1), kurtosis) == 1
        assert series.tail(range(5), Fraction(1), kurtosis + TINY) == 0
        assert series.tail(range(5), Fraction(1), kurtosis - TINY) == 1


def test_as_many_digits_are_shown_as_are_sure() -> None:
    number = 1 / 3

    def shown(error: float) -> object:
        values = Values(np.array([number]), np.array([error * number]))
        return ArraySeries(values, lambda _: Fraction(7)).shown([0])[0]

    assert shown(2.0**-52) == number
    assert shown(2.0**-51) == shown(0.99e-13) == 0.3333333333333
    assert shown(1.01e-13) == shown(1.0) == 7


def test_decimals_are_told_exactly_however_large_they_are() -> None:
    for numbers in ((0.1, nan, 12.345), (1e-14, 123456789.0, nan), (2.0**50, 0.5), (1e22, 0.1)):
        series = of_decimals(numbers)
        wanted = [None if one != one else Fraction(repr(one)) for one in numbers]  # noqa: PLR0124
        assert [series.exact(row) for row in range(len(numbers))] == wanted
        agrees(series)


def test_only_values_that_may_have_no_score_are_tried() -> None:
    series = of_fractions([Fraction(1), None, Fraction(5), Fraction(9), THIRD])

    def scores(raw: Values) -> Values:
        return raw.within(Fraction(1), Fraction(8)).doubted(raw.numbers == 5)

    assert series.perhaps_without(range(5), scores) == [2, 3, 4]
    assert series.perhaps_without([4, 1, 0], scores) == [4]
