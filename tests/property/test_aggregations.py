"""What holds of every aggregation, whatever the scores and weights."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.aggregation import Aggregation, Weighted
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.copeland import Row
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.power import Power
from tests.property.trees import aggregations, hundredths, means, scores, some_weight
from tests.scoring.building import copeland

LAST_DIGIT = Fraction(1, 10**50)
"""Roots are right to this, relative to the score."""

Weights = list[tuple[Fraction, Fraction]]
pairs = st.lists(st.tuples(some_weight.filter(bool), scores), min_size=1, max_size=6)
positive = st.lists(
    st.tuples(some_weight.filter(bool), hundredths.filter(bool)), min_size=1, max_size=6
)


def shares(weights: Weights, factor: Fraction = Fraction(1)) -> Weighted:
    total = sum((weight * factor for weight, _ in weights), Fraction(0))
    return [(weight * factor / total, score) for weight, score in weights]


def value(aggregation: Aggregation, children: Weighted) -> Fraction:
    combined = aggregation.combine(children)
    assert isinstance(combined, Fraction)
    return combined


def not_above(low: Fraction, high: Fraction) -> bool:
    return low <= high + LAST_DIGIT * abs(high)


@given(aggregation=aggregations, weights=pairs, seed=st.randoms(use_true_random=False))
def test_the_order_of_children_changes_nothing(
    aggregation: Aggregation, weights: Weights, seed: Random
) -> None:
    other = list(weights)
    seed.shuffle(other)
    assert value(aggregation, shares(weights)) == value(aggregation, shares(other))


@given(aggregation=aggregations, weights=pairs, factor=some_weight.filter(bool))
def test_weights_scaled_by_a_constant_change_nothing(
    aggregation: Aggregation, weights: Weights, factor: Fraction
) -> None:
    assert value(aggregation, shares(weights)) == value(aggregation, shares(weights, factor))


@given(aggregation=means, weights=pairs)
def test_a_mean_lies_between_the_lowest_and_the_highest_child(
    aggregation: Aggregation, weights: Weights
) -> None:
    mean = value(aggregation, shares(weights))
    assert not_above(min(score for _, score in weights), mean)
    assert not_above(mean, max(score for _, score in weights))


@given(aggregation=means, weights=pairs, child=st.integers(0, 5), rise=hundredths)
def test_a_child_that_rises_never_lowers_a_mean(
    aggregation: Aggregation, weights: Weights, child: int, rise: Fraction
) -> None:
    at = child % len(weights)
    risen = [
        (weight, score + rise if position == at else score)
        for position, (weight, score) in enumerate(weights)
    ]
    assert aggregation.monotone
    assert not_above(value(aggregation, shares(weights)), value(aggregation, shares(risen)))


@pytest.mark.parametrize("sign", [-1, 1])
def test_mazziotta_pareto_says_that_a_rise_can_lower_it_and_it_can(sign: int) -> None:
    aggregation = MazziottaPareto(sign)
    light, heavy = Fraction(1, 4), Fraction(3, 4)
    before, after = ((1, 2), (1, 4)) if sign < 0 else ((1, 20), (2, 20))
    low, high = (
        value(aggregation, [(heavy, Fraction(first)), (light, Fraction(second))])
        for first, second in (before, after)
    )
    assert not aggregation.monotone
    assert high < low


@given(weights=pairs)
def test_exponent_minus_1_is_the_harmonic_mean(weights: Weights) -> None:
    children = shares(weights)
    assert value(Power(Fraction(-1)), children) == value(Harmonic(), children)


@given(weights=positive)
def test_the_geometric_mean_lies_between_the_harmonic_and_the_arithmetic(weights: Weights) -> None:
    children = shares(weights)
    geometric = value(Geometric(), children)
    assert not_above(value(Harmonic(), children), geometric)
    assert not_above(geometric, value(Arithmetic(), children))


@given(weights=positive, exponents=st.lists(st.integers(-30, 30), min_size=2, max_size=4))
def test_a_power_mean_rises_with_its_exponent(weights: Weights, exponents: list[int]) -> None:
    children = shares(weights)
    rising = [Fraction(one, 4) for one in sorted(exponents) if one]
    found = [value(Power(one), children) for one in rising]
    assert all(not_above(low, high) for low, high in pairwise(found))


@given(weights=positive, degree=st.sampled_from([2, 3, 5]))
def test_a_mean_that_is_a_fraction_is_that_fraction(weights: Weights, degree: int) -> None:
    """Of perfect powers, every root in the mean is a fraction, and so is the mean."""
    powers = [(weight, score**degree) for weight, score in weights]
    total = sum((share * score for share, score in shares(weights)), Fraction(0))
    assert value(Power(Fraction(1, degree)), shares(powers)) == total**degree


@given(
    roots=st.lists(hundredths.filter(bool), min_size=2, max_size=5),
    decimals=st.sampled_from([1, 1000, 123457]),
)
def test_a_geometric_mean_that_is_a_fraction_is_that_fraction(
    roots: list[Fraction], decimals: int
) -> None:
    """The n-th powers of n numbers have their product as the mean, however the shares are split."""
    count = len(roots)
    product = Fraction(1)
    for root in roots:
        product *= root
    split = Fraction(1, count * decimals)
    children = [(Fraction(1, count), root**count) for root in roots[1:]]
    first = roots[0] ** count
    children += [(split, first), (Fraction(1, count) - split, first)]
    assert value(Geometric(), [pair for pair in children if pair[0]]) == product


rows: st.SearchStrategy[list[Row]] = st.lists(
    st.fixed_dictionaries(
        {}, optional={name: st.tuples(some_weight, hundredths) for name in "abcd"}
    ).filter(bool),
    min_size=2,
    max_size=7,
)


@given(units=rows)
def test_copeland_scores_of_all_units_add_up_to_zero(units: list[Row]) -> None:
    found = copeland(units)
    assert found is not None
    assert sum(found) == 0
    assert all(abs(score) < len(units) and score.denominator == 1 for score in found)


@given(units=rows, seed=st.randoms(use_true_random=False))
def test_the_order_of_units_changes_no_copeland_score(units: list[Row], seed: Random) -> None:
    order = list(range(len(units)))
    seed.shuffle(order)
    found, other = copeland(units), copeland([units[at] for at in order])
    assert found is not None
    assert other == [found[at] for at in order]


@given(units=rows)
def test_copeland_is_what_its_definition_says(units: list[Row]) -> None:
    def outcome(one: Row, other: Row) -> int:
        both = one.keys() & other.keys()
        weights = {child: one[child][0] + other[child][0] for child in both}
        total = sum(weights.values(), Fraction(0))
        wins = sum((weights[c] for c in both if one[c][1] > other[c][1]), Fraction(0))
        ties = sum((weights[c] for c in both if one[c][1] == other[c][1]), Fraction(0))
        share = (wins + ties / 2) / total if total else Fraction(1, 2)
        return (share > Fraction(1, 2)) - (share < Fraction(1, 2))

    assert copeland(units) == [
        Fraction(sum(outcome(one, other) for other in units if other is not one)) for one in units
    ]
