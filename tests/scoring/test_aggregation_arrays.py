"""Aggregations of many units at once, and by how much they may be off, against the exact ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, isnan, lcm, nan
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kediri_index.analysis.compare.coalition_columns import aggregated
from kediri_index.analysis.compare.sampling.running_means import running_mean
from kediri_index.model.aggregation import (
    Aggregation,
    Explained,
    NoScore,
    Ranges,
    Undefined,
    Weighted,
)
from kediri_index.model.language import Wording
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.copeland import Copeland, Row
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum
from kediri_index.scoring.arrays.values import Array
from tests.scoring.building import copeland

EVERY: tuple[Aggregation, ...] = (
    *(Arithmetic(), Sum(), Geometric(), Harmonic(), Min(), Max(), Median()),
    *(MazziottaPareto(-1), MazziottaPareto(1)),
    *(Power(Fraction(one)) for one in ("2", "-2", "0.5", "-0.1", "7.25", "100", "-100")),
)
ROUNDING = 2.0**-52

weights = st.integers(0, 40).map(lambda n: Fraction(n, 4)) | st.fractions(0, 10, max_denominator=7)
ordinary = st.integers(-100, 10_000).map(lambda n: Fraction(n, 100))
scores = (
    ordinary
    | st.fractions(-1, 100, max_denominator=1000)
    | st.sampled_from([Fraction(0), Fraction(1), Fraction("1e-9"), Fraction("-1e-15")])
    | st.sampled_from([Fraction("1e-13"), Fraction(10**6), Fraction("37.5")])
)
children = st.lists(st.tuples(weights, scores), min_size=1, max_size=8)


def column(values: Sequence[Fraction | float]) -> Array:
    return np.array([[float(one)] for one in values])


def whole_of(pairs: Sequence[tuple[Fraction, Fraction]]) -> int:
    unit = lcm(*(weight.denominator for weight, _ in pairs))
    return int(sum(weight for weight, _ in pairs) * unit)


def exact(
    aggregation: Aggregation, pairs: Sequence[tuple[Fraction, Fraction]]
) -> Fraction | Undefined | None:
    counted = [(weight, score) for weight, score in pairs if weight]
    if not counted:
        return None
    total = sum((weight for weight, _ in counted), Fraction(0)) if aggregation.by_shares else 1
    return aggregation.combine([(weight / total, score) for weight, score in counted])


def holds(
    aggregation: Aggregation,
    pairs: Sequence[tuple[Fraction, Fraction]],
    errors: Sequence[Fraction],
    *,
    known: bool,
) -> float:
    """Hold the array result of scores that are off by *errors* to its bound; return the bound."""
    off = [score + error for (_, score), error in zip(pairs, errors, strict=True)]
    given_scores = column(off)
    bounds = column([abs(error) for error in errors]) + np.abs(given_scores) * ROUNDING
    for at, (one, error) in enumerate(zip(off, errors, strict=True)):
        bounds[at] = abs(float(error)) * (1 + ROUNDING) + abs(float(one)) * ROUNDING
    given_weights = column([weight for weight, _ in pairs])
    whole = whole_of(pairs) if known else 0
    (found,) = aggregation.combine_arrays(given_weights, given_scores)
    (bound,) = aggregation.error(given_weights, given_scores, bounds, whole)
    expected = exact(aggregation, pairs)
    if expected is None:
        assert isnan(found)
    elif bound < inf:
        assert isinstance(expected, Undefined) == isnan(found)
        if isinstance(expected, Fraction):
            assert abs(Fraction(float(found)) - expected) <= Fraction(float(bound))
    return float(bound)


@settings(max_examples=120)
@given(
    aggregation=st.sampled_from(EVERY),
    pairs=children,
    sizes=st.lists(st.sampled_from([0, 1, -1, 3, -1000]), min_size=8, max_size=8),
    known=st.booleans(),
)
@example(
    aggregation=Geometric(),
    pairs=[(Fraction(1), Fraction("1e-13")), (Fraction(1), Fraction(3))],
    sizes=[-1000] * 8,
    known=True,
)
def test_no_result_is_farther_off_than_its_bound(
    aggregation: Aggregation,
    pairs: list[tuple[Fraction, Fraction]],
    sizes: list[int],
    known: bool,  # noqa: FBT001 - Hypothesis gives it by its name
) -> None:
    errors = [size * Fraction(1, 10**16) for size in sizes[: len(pairs)]]
    holds(aggregation, pairs, errors, known=known)


@pytest.mark.parametrize("aggregation", EVERY, ids=repr)
@pytest.mark.parametrize("count", [2, 15, 200])
def test_the_bound_of_ordinary_data_is_next_to_nothing(
    aggregation: Aggregation, count: int
) -> None:
    pairs = [
        (Fraction(1 + at % 7, 4), Fraction(2000 + (at * 7919) % 8000, 100)) for at in range(count)
    ]
    bound = holds(aggregation, pairs, [Fraction(0)] * count, known=True)
    result = exact(aggregation, pairs)
    assert isinstance(result, Fraction)
    small = isinstance(aggregation, Power) and abs(aggregation.exponent) < 1
    assert bound <= result * (Fraction(4, 10**12) if small or count > 15 else Fraction(1, 10**13))


@pytest.mark.parametrize("aggregation", EVERY, ids=repr)
def test_children_without_a_score_or_a_weight_do_not_count(aggregation: Aggregation) -> None:
    few = aggregation.combine_arrays(column([1, 2]), column([3, 7]))
    for weight, score in ((1, nan), (0, 100), (0, -5), (0, 0)):
        more = aggregation.combine_arrays(column([1, weight, 2]), column([3, score, 7]))
        assert more == pytest.approx(few, rel=1e-13)
        errors = column([0, nan if isnan(score) else 9, 0])
        assert aggregation.error(column([1, weight, 2]), column([3, score, 7]), errors, 3) < 1e-9
    assert np.isnan(aggregation.combine_arrays(column([1, 0]), column([nan, 4]))).all()


@pytest.mark.parametrize("aggregation", EVERY, ids=repr)
def test_axes_of_one_stand_for_what_all_draws_and_units_have(aggregation: Aggregation) -> None:
    drawn = np.random.default_rng(3)
    weight, score = drawn.uniform(1, 2, (4, 5, 1)), drawn.uniform(1, 9, (4, 1, 3))
    score[1, 0, 2] = nan
    shape = (4, 5, 3)
    whole = aggregation.combine_arrays(
        np.broadcast_to(weight, shape).copy(), np.broadcast_to(score, shape).copy()
    )
    found = np.broadcast_to(aggregation.combine_arrays(weight, score), shape[1:])
    assert found == pytest.approx(whole, rel=1e-14)
    for draw in range(5):
        alone = aggregation.combine_arrays(weight[:, draw], score[:, 0])
        assert np.array_equal(alone, found[draw])


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        (Arithmetic(), 5.5),
        (Sum(), 22.0),
        (Geometric(), 2**1.75),
        (Harmonic(), 2.56),
        (Min(), 2.0),
        (Max(), 16.0),
        (Median(), 2.0),
        (MazziottaPareto(-1), 5.5 - 36.75 / 5.5),
        (MazziottaPareto(1), 5.5 + 36.75 / 5.5),
        (Power(Fraction(2)), 67**0.5),
        (Power(Fraction(-1)), 2.56),
    ],
)
def test_the_figures_of_small_examples(aggregation: Aggregation, expected: float) -> None:
    found = aggregation.combine_arrays(column([3, 1]), column([2, 16]))
    assert found == pytest.approx([expected], rel=1e-14)


@pytest.mark.parametrize("aggregation", [Geometric(), Harmonic(), Power(Fraction(-3))], ids=repr)
def test_a_zero_makes_zero_and_is_sure_where_it_is_sure(aggregation: Aggregation) -> None:
    weight, score = column([1, 1]), column([0, 4])
    assert aggregation.combine_arrays(weight, score) == [0]
    assert aggregation.error(weight, score, column([0, 1e-16])) == [0]
    assert aggregation.error(weight, score, column([1e-20, 0])) == [inf]
    assert aggregation.error(weight, column([1e-20, 4]), column([0, 0])) < 1e-6
    assert aggregation.error(weight, column([1e-20, 4]), column([1e-20, 0])) == [inf]


@pytest.mark.parametrize("aggregation", [Geometric(), Harmonic(), Power(Fraction(2))], ids=repr)
def test_what_is_below_zero_by_more_than_rounding_has_none(aggregation: Aggregation) -> None:
    weight = column([1, 1])
    assert np.isnan(aggregation.combine_arrays(weight, column([-2e-12, 4]))).all()
    assert not np.isnan(aggregation.combine_arrays(weight, column([-5e-13, 4]))).any()
    assert aggregation.error(weight, column([-5e-13, 4]), column([0, 0])) == [inf]
    assert aggregation.error(weight, column([-2e-12, 4]), column([0, 0])) < inf
    assert aggregation.error(weight, column([-2e-12, 4]), column([1.5e-12, 0])) == [inf]


def test_the_index_of_a_mean_that_is_not_above_zero() -> None:
    both = MazziottaPareto(-1)
    found = both.combine_arrays(np.ones((2, 4)), np.array([[-1.0, -3, 0, 2], [1, -3, 0, 2]]))
    assert np.array_equal(found, [nan, -3, 0, 2], equal_nan=True)
    errors = both.error(np.ones((2, 2)), np.array([[-1.0, 2], [1, 2]]), np.zeros((2, 2)))
    assert errors[0] == inf
    assert errors[1] < 1e-13


def test_a_median_is_unsure_where_shares_may_or_may_not_be_one_half() -> None:
    weight, score = column([1, 1 + 1e-13]), column([1, 3])
    nothing = column([0, 0])
    assert Median().combine_arrays(weight, score) == [2]
    assert Median().error(weight, score, nothing) == [inf]
    assert Median().error(weight, score, nothing, 2) < 1e-12
    assert Median().error(weight, score, nothing, 10**12) == [inf]
    assert Median().error(column([1, 1.1]), score, nothing) < 1e-12


def test_extreme_scores_and_exponents_neither_overflow_nor_vanish() -> None:
    weight = np.ones((2, 2))
    score = np.array([[1e-4, 1], [1e4, 1e9]])
    high = Power(Fraction(100)).combine_arrays(weight, score)
    assert high == pytest.approx(score[1] * 0.5**0.01)
    low = Power(Fraction(-100)).combine_arrays(weight, score)
    assert low == pytest.approx(score[0] * 0.5**-0.01)
    tiny = Power(Fraction(1, 10**30))
    assert tiny.error(weight, score, score * 0).tolist() == [inf, inf]


rows = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.tuples(
                st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 3)]),
                st.integers(0, 5).map(Fraction),
            )
            for name in "abcd"
        },
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60)
@given(units=rows)
def test_units_that_are_compared_have_the_exact_scores(units: list[Row]) -> None:
    names = "abcd"
    weight = np.array([[float(row[one][0]) if one in row else 1 for row in units] for one in names])
    score = np.array(
        [[float(row[one][1]) if one in row else nan for row in units] for one in names]
    )
    places = np.arange(len(units))
    found = Copeland().compare_arrays(weight, score, [places])
    expected = copeland([row for row in units if row])
    there = [at for at, row in enumerate(units) if row]
    assert np.isnan(found[[at for at, row in enumerate(units) if not row]]).all()
    if expected is None:
        assert np.isnan(found).all()
    else:
        assert found[there].tolist() == expected
        assert Copeland().compare_error(weight, score, score * 0, [places], 100).tolist() == [
            0
        ] * len(units)


def test_units_are_compared_within_their_year_and_by_draw() -> None:
    weight = np.array([[[2.0], [1]], [[1.0], [2]]])
    score = np.array([[[3.0, 1, 5, 5]], [[1, 3, 5, 4]]])
    years = [np.array([0, 1]), np.array([2, 3])]
    assert Copeland().compare_arrays(weight, score, years).tolist() == [
        [1, -1, 1, -1],
        [-1, 1, 1, -1],
    ]
    assert np.isnan(Copeland().combine_arrays(weight, score)).all()
    assert Copeland().combine_arrays(weight, score).shape == (2, 4)
    assert Copeland().error(weight, score, score * 0).tolist() == [[0] * 4] * 2


def test_a_duel_too_close_to_call_makes_both_units_unsure() -> None:
    place = [np.arange(3)]
    score = np.array([[1.0, 1 + 1e-10, 9]])
    close = Copeland().compare_error(np.ones((1, 1)), score, score * 0, place)
    assert close.tolist() == [inf, inf, 0]
    apart = np.array([[1.0, 2, 9]])
    assert Copeland().compare_error(np.ones((1, 1)), apart, apart * 0, place).tolist() == [0, 0, 0]
    assert Copeland().compare_error(np.ones((1, 1)), apart, apart * 0 + 0.5, place).tolist() == [
        *(inf, inf, 0)
    ]
    even = np.array([[1.0, 2], [2, 1]])
    two = [np.arange(2)]
    assert Copeland().compare_arrays(np.ones((2, 1)), even, two).tolist() == [0, 0]
    assert Copeland().compare_error(np.ones((2, 1)), even, even * 0, two).tolist() == [inf, inf]
    assert Copeland().compare_error(np.ones((2, 1)), even, even * 0, two, 2).tolist() == [0, 0]


def test_other_aggregations_score_units_that_are_compared_each_by_itself() -> None:
    weight, score = np.ones((2, 1)), np.array([[1.0, 4], [3, 8]])
    years = [np.arange(2)]
    assert Arithmetic().compare_arrays(weight, score, years).tolist() == [2, 6]
    same = Arithmetic().error(weight, score, score * 0)
    assert Arithmetic().compare_error(weight, score, score * 0, years).tolist() == same.tolist()


@dataclass(frozen=True)
class MidRange(Aggregation):
    """An aggregation that says nothing but its exact result."""

    name: ClassVar[str] = "mid_range"
    title: ClassVar[Wording] = Wording("tengah rentang", "middle of the range")
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction | Undefined:
        scores = [score for share, score in children if share]
        if scores == [Fraction(7)]:
            return Undefined(NoScore.NEGATIVE)
        return (min(scores) + max(scores)) / 2


def test_an_aggregation_of_its_own_is_computed_one_by_one_and_never_sure() -> None:
    weight, score = np.ones((3, 2, 1)), np.array([[[1.0, 7, 7]], [[3, nan, nan]], [[8, nan, 1]]])
    weight[2, 1] = 0
    found = MidRange().combine_arrays(weight, score)
    assert np.array_equal(found, [[4.5, nan, 4], [2, nan, nan]], equal_nan=True)
    assert MidRange().error(weight, score, score * 0).tolist() == [[inf] * 3] * 2
    assert MidRange().explain(()) == Explained("trace.combined", {"name": "mid_range"})
    assert MidRange().formula(Ranges("w", "s", "x")) is None
    assert np.isnan(MidRange().combine_arrays(np.zeros((1, 1)), np.ones((1, 1)))).all()


def test_compare_follows_an_aggregation_of_its_own() -> None:
    unit = 10**6
    parts = [
        (Fraction(1, 2), [unit, 3 * unit]),
        (Fraction(1, 4), [2 * unit]),
        (Fraction(1, 4), [0, 8 * unit]),
    ]
    wanted = [Fraction(1), Fraction(3, 2), Fraction(9, 2), Fraction(5)]
    assert aggregated(MidRange(), parts, unit) == [int(one * unit) for one in wanted]
    running = running_mean(MidRange(), [(1, 1.0), (2, 4.0), (0, 9.0)])
    assert running.result() == 2.5
    running.change(2, 1, 9.0)
    assert running.result() == 5
    running.change(0, 0, 1.0)
    assert running.result() == 6.5
