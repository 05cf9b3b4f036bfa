"""Each aggregation alone: its figures, and what zero and negative scores do."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

import pytest

from kediri_index.model.aggregation import Aggregation, NoScore, Undefined, Weighted
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.copeland import Copeland, Duels, duels
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.quasi_arithmetic import LAST_DIGIT, not_negative
from kediri_index.scoring.numbers import exact_power, exact_root
from kediri_index.scoring.rounding import TIE

HALF = Fraction(1, 2)
GEOMETRIC, HARMONIC = Geometric(), Harmonic()
QUADRATIC = Power(Fraction(2))
INVERSE_QUADRATIC = Power(Fraction(-2))
BY_ROOTS = Power(HALF)
OF_FACTORS = (GEOMETRIC, HARMONIC, QUADRATIC, INVERSE_QUADRATIC, BY_ROOTS)
OF_ANY_SCORE = (Arithmetic(), Min(), Max(), Median())


def equal(*scores: int | str | Fraction) -> Weighted:
    """Children of the same weight."""
    return [(Fraction(1, len(scores)), Fraction(score)) for score in scores]


def weighted(**scores: int | str) -> Weighted:
    """Children by weight: ``w3=2`` is a score of 2 with a weight of 3."""
    weights = [int(name.strip("w_")) for name in scores]
    return [
        (Fraction(weight, sum(weights)), Fraction(score))
        for weight, score in zip(weights, scores.values(), strict=True)
    ]


def fifty_digits(value: Fraction | Undefined) -> Decimal:
    assert isinstance(value, Fraction)
    return Context(prec=50).divide(Decimal(value.numerator), Decimal(value.denominator))


def test_every_aggregation_of_the_format_is_there() -> None:
    assert list(AGGREGATIONS) == [
        "arithmetic",
        "sum",
        "geometric",
        "harmonic",
        "power",
        "min",
        "max",
        "median",
        "mpi",
        "copeland",
    ]


class TestFigures:
    def test_the_weighted_mean_is_exact(self) -> None:
        assert Arithmetic().combine(equal(1, 2, 4)) == Fraction(7, 3)

    @pytest.mark.parametrize(
        ("children", "mean"),
        [
            (equal(2, 8), 4),
            (equal(4, 4, 4), 4),
            (equal(1, 2, 4), 2),
            (equal("0.5", "1.125"), Fraction(3, 4)),
            (weighted(w1=1, w2=8), 4),
            (equal(1, 1, 1, 4, 4, 4), 2),
            (equal(*[1] * 50, *[4] * 50), 2),  # a root of degree 100 that is one of degree 2
        ],
    )
    def test_a_geometric_mean_that_is_a_fraction_is_that_fraction(
        self, children: Weighted, mean: Fraction
    ) -> None:
        assert GEOMETRIC.combine(children) == mean

    def test_a_geometric_mean_of_weights_with_many_decimals_is_the_fraction_too(self) -> None:
        share = Fraction("0.333333333333333")
        assert GEOMETRIC.combine([(share, Fraction(9)), (1 - share, Fraction(9))]) == 9
        thirds = [(Fraction(1234567, 3 * 1234567), Fraction(8)), (Fraction(2, 3), Fraction(1))]
        assert GEOMETRIC.combine(thirds) == 2

    def test_other_roots_are_right_to_50_digits(self) -> None:
        # The root of 2 and the cube root of 6, from published tables of constants.
        root_of_2 = "1.4142135623730950488016887242096980785696718753769"
        assert fifty_digits(GEOMETRIC.combine(equal(1, 2))) == Decimal(root_of_2)
        cube_root_of_2 = "1.2599210498948731647672106072782283505702514647015"
        assert fifty_digits(GEOMETRIC.combine(equal(1, 1, 2))) == Decimal(cube_root_of_2)

    def test_a_root_of_roots_that_is_a_fraction_is_that_fraction(self) -> None:
        inner = [GEOMETRIC.combine(equal(*pair)) for pair in ((1, 2), (2, 4))]
        assert all(isinstance(one, Fraction) for one in inner)
        assert GEOMETRIC.combine(equal(*(one for one in inner if isinstance(one, Fraction)))) == 2

    def test_harmonic_means_are_exact(self) -> None:
        assert HARMONIC.combine(equal(1, 2, 4)) == Fraction(12, 7)
        assert HARMONIC.combine(weighted(w1=1, w3=3)) == 2

    @pytest.mark.parametrize(
        ("exponent", "children", "mean"),
        [
            ("2", equal(1, 7), 5),
            ("2", equal("0.1", "0.7"), HALF),
            ("3", equal(3, 3), 3),
            ("0.5", equal(1, 4), Fraction(9, 4)),
            ("0.5", equal(2, 8), Fraction(9, 2)),  # no root in it is a fraction, the mean is
            ("-1", equal(1, 3), Fraction(3, 2)),
            ("-0.5", equal(1, 4), Fraction(16, 9)),
        ],
    )
    def test_a_power_mean_that_is_a_fraction_is_that_fraction(
        self, exponent: str, children: Weighted, mean: Fraction
    ) -> None:
        assert Power(Fraction(exponent)).combine(children) == mean

    def test_a_power_mean_of_a_large_or_tiny_exponent_keeps_its_digits(self) -> None:
        largest = Power(Fraction(100)).combine(equal(1, 2))
        assert isinstance(largest, Fraction)
        assert abs(largest - 2 * Fraction("0.99309249543703590153")) < Fraction(1, 10**18)
        near_geometric = Power(Fraction(1, 10**30)).combine(equal(2, 8))
        assert isinstance(near_geometric, Fraction)
        assert 0 < near_geometric - 4 < Fraction(1, 10**28)

    def test_the_median_of_equal_weights_is_the_ordinary_one(self) -> None:
        assert Median().combine(equal(5, 1, 2)) == 2
        assert Median().combine(equal(5, 1, 2, 4)) == 3
        assert Median().combine(equal(7)) == 7

    def test_the_weighted_median_is_where_the_shares_pass_one_half(self) -> None:
        assert Median().combine(weighted(w1=1, w3=2, w2=9)) == Fraction(2)
        assert Median().combine(weighted(w1=1, w2=2, w3=9)) == Fraction(11, 2)
        assert Median().combine(weighted(w1=1, w5=2, w3=9)) == 2

    def test_the_lowest_and_the_highest(self) -> None:
        assert Min().combine(weighted(w1=3, w9=2)) == 2
        assert Max().combine(weighted(w1=3, w9=2)) == 3

    def test_mazziotta_pareto_is_the_mean_and_a_penalty(self) -> None:
        # M 100, S (dividing by n) 10, cv 0.1: 100 - 1 and 100 + 1.
        assert MazziottaPareto(-1).combine(equal(90, 110)) == 99
        assert MazziottaPareto(1).combine(equal(90, 110)) == 101
        assert MazziottaPareto(-1).combine(equal(3, 3)) == 3

    def test_mazziotta_pareto_weights_mean_and_deviation(self) -> None:
        # M = 95, variance = 3/4 x 25 + 1/4 x 225 = 75.
        assert MazziottaPareto(-1).combine(weighted(w3=90, w1=110)) == 95 - Fraction(75, 95)

    def test_one_child_is_its_own_mean(self) -> None:
        for aggregation in (*OF_FACTORS, *OF_ANY_SCORE, MazziottaPareto(-1)):
            assert aggregation.combine(equal("3.37")) == Fraction("3.37"), aggregation


class TestZero:
    @pytest.mark.parametrize("aggregation", [GEOMETRIC, HARMONIC, INVERSE_QUADRATIC, Min()])
    def test_a_single_zero_makes_zero(self, aggregation: Aggregation) -> None:
        assert aggregation.combine(equal(0, 3, 4)) == 0

    def test_with_an_exponent_above_zero_it_counts_like_any_other(self) -> None:
        assert QUADRATIC.combine(weighted(w1=0, w3=2)) == QUADRATIC.combine(equal(0, 2, 2, 2))
        assert QUADRATIC.combine(weighted(w3=0, w1=2)) == 1
        assert BY_ROOTS.combine(equal(0, 4)) == 1

    @pytest.mark.parametrize("aggregation", [Arithmetic(), Median(), Max()])
    def test_it_is_a_score_like_any_other(self, aggregation: Aggregation) -> None:
        assert aggregation.combine(equal(0, 0, 0)) == 0

    @pytest.mark.parametrize("aggregation", [*OF_FACTORS, MazziottaPareto(-1), MazziottaPareto(1)])
    def test_zeros_alone_make_zero(self, aggregation: Aggregation) -> None:
        assert aggregation.combine(equal(0, 0)) == 0


class TestNegative:
    @pytest.mark.parametrize("aggregation", OF_FACTORS)
    def test_a_negative_score_has_no_mean_of_factors(self, aggregation: Aggregation) -> None:
        assert aggregation.combine(equal(2, -1, 3, -2)) == Undefined(NoScore.NEGATIVE, (1, 3))

    @pytest.mark.parametrize("aggregation", OF_FACTORS)
    def test_not_even_beside_a_zero(self, aggregation: Aggregation) -> None:
        assert aggregation.combine(equal(0, -1)) == Undefined(NoScore.NEGATIVE, (1,))

    def test_it_counts_like_any_other_elsewhere(self) -> None:
        children = equal(-3, 1, 8)
        assert [one.combine(children) for one in OF_ANY_SCORE] == [2, -3, 8, 1]

    def test_mazziotta_pareto_needs_a_mean_above_zero(self) -> None:
        assert MazziottaPareto(-1).combine(equal(-1, 5)) == 2 - Fraction(9, 2)
        for children in (equal(-1, 1), equal(-3, -1)):
            undefined = Undefined(NoScore.MEAN_NOT_POSITIVE)
            assert MazziottaPareto(-1).combine(children) == undefined
        assert MazziottaPareto(-1).combine(equal(-3, -3)) == -3


@pytest.mark.parametrize(
    "aggregation", [*OF_FACTORS, *OF_ANY_SCORE, MazziottaPareto(-1), MazziottaPareto(1)]
)
@pytest.mark.parametrize("weightless", [-5, 0, 1, 9])
def test_a_child_without_weight_never_counts(aggregation: Aggregation, weightless: int) -> None:
    children = equal(2, 8, 8)
    beside = [*children[:1], (Fraction(0), Fraction(weightless)), *children[1:]]
    assert aggregation.combine(beside) == aggregation.combine(children)


@pytest.mark.parametrize("aggregation", [GEOMETRIC, HARMONIC, Power(Fraction(2))])
def test_a_negative_child_without_weight_is_not_among_those_concerned(
    aggregation: Aggregation,
) -> None:
    half = Fraction(1, 2)
    children = [(Fraction(0), Fraction(-1)), (half, Fraction(-2)), (half, Fraction(3))]
    assert aggregation.combine(children) == Undefined(NoScore.NEGATIVE, (1,))


def test_copeland_of_one_unit_alone_is_undefined() -> None:
    assert Copeland().combine(equal(1, 2)) == Undefined(NoScore.ONE_UNIT)


@pytest.mark.parametrize("aggregation", [GEOMETRIC, HARMONIC, Power(Fraction(2))])
def test_below_zero_by_the_last_digit_of_a_root_is_zero(aggregation: Aggregation) -> None:
    half = Fraction(1, 2)
    noise = -Fraction(1, 10**48)
    combined = aggregation.combine([(half, noise), (half, Fraction(4))])
    assert combined == aggregation.combine([(half, Fraction(0)), (half, Fraction(4))])
    below = aggregation.combine([(half, -Fraction(1, 10**12)), (half, Fraction(4))])
    assert isinstance(below, Undefined)


def test_the_median_is_found_beyond_the_second_score() -> None:
    assert Median().combine(weighted(w1=1, w_1=2, w__1=3, w7=9)) == 9
    assert Median().combine(weighted(w1=1, w_1=2, w__1=3, w3=9)) == 6


def test_mazziotta_pareto_needs_no_mean_above_one() -> None:
    # M 1/2, variance 1/16.
    assert MazziottaPareto(-1).combine(equal("0.25", "0.75")) == Fraction(3, 8)


def test_a_power_mean_that_is_a_long_fraction_is_that_fraction_too() -> None:
    m = 10**11  # two squares whose mean is a square
    low, high, mean = m * m - 2 * m - 1, m * m + 2 * m - 1, m * m + 1
    assert low * low + high * high == 2 * mean * mean
    assert QUADRATIC.combine(equal(low, high)) == mean


def test_a_power_mean_is_right_to_50_digits() -> None:
    context = Context(prec=90)
    third = context.divide(Decimal(1), Decimal(3))
    roots = [context.power(Decimal(one), third) for one in (2, 3)]
    half = context.divide(context.add(*roots), Decimal(2))
    cube = context.multiply(half, context.multiply(half, half))
    found = Power(Fraction(1, 3)).combine(equal(2, 3))
    assert isinstance(found, Fraction)
    assert abs(found - Fraction(cube)) < Fraction(1, 10**52)


@pytest.mark.parametrize(
    ("value", "degree", "root"),
    [
        ("0", 3, "0"),
        ("1", 5, "1"),
        ("7", 1, "7"),
        ("27", 3, "3"),
        ("0.027", 3, "0.3"),
        ("1419857", 5, "17"),
        ("2", 2, None),
        ("3", 2, None),
        ("4", 2, "2"),
        ("4", 3, None),
        ("26", 3, None),
        ("28", 3, None),
    ],
)
def test_a_root_is_exact_or_there_is_none(value: str, degree: int, root: str | None) -> None:
    assert exact_root(Fraction(value), degree) == (root and Fraction(root))
    large = Fraction(value) * 10 ** (30 * degree)
    assert exact_root(large, degree) == (root and Fraction(root) * 10**30)


@pytest.mark.parametrize(
    ("value", "exponent", "power"),
    [
        ("8", "2/3", "4"),
        ("4", "-3/2", "1/8"),
        ("2", "1/2", None),
        ("2", "12", "4096"),
        ("2", "13", None),
    ],
)
def test_a_power_is_exact_and_of_moderate_size_or_there_is_none(
    value: str, exponent: str, power: str | None
) -> None:
    assert exact_power(Fraction(value), Fraction(exponent)) == (power and Fraction(power))


def test_the_parameter_of_an_aggregation_is_its_exponent_or_its_sign() -> None:
    assert BY_ROOTS.parameter == HALF
    assert MazziottaPareto(-1).parameter == -1
    assert GEOMETRIC.parameter is None


def row(**scores: tuple[str, Fraction | int]) -> dict[str, tuple[Fraction, Fraction]]:
    return {name: (Fraction(weight), Fraction(score)) for name, (weight, score) in scores.items()}


def test_a_duel_is_won_by_the_weight_of_the_children_won() -> None:
    rows = [
        row(a=("1/2", 1), b=("1/4", 3), c=("1/4", 1)),
        row(a=("1/2", 2), b=("1/4", 2), c=("1/4", 1)),
        row(a=("1/2", 0), b=("1/4", 4), c=("1/4", 4)),
    ]
    assert duels(rows) == [Duels(0, 1, 3), Duels(1, 0, 3), Duels(0, 0, 3)]


def test_what_one_of_two_has_not_ends_no_duel() -> None:
    rows = [row(a=("1/3", 1), b=("2/3", 1)), row(b=("1", 2))]
    assert duels(rows) == [Duels(0, 1, 2), Duels(1, 0, 2)]
    assert duels(rows[::-1]) == [Duels(1, 0, 2), Duels(0, 1, 2)]


@pytest.mark.parametrize(("apart", "won"), [(0, 0), (TIE, 0), (TIE + Fraction(1, 10**30), 1)])
def test_scores_within_a_tie_are_equal(apart: Fraction, won: int) -> None:
    rows = [row(a=("1", 3 + apart)), row(a=("1", 3))]
    assert duels(rows) == [Duels(won, 0, 2), Duels(0, won, 2)]
    assert duels(rows[::-1]) == [Duels(0, won, 2), Duels(won, 0, 2)]


def test_exactly_at_the_last_digit_below_zero_is_zero() -> None:
    zero, one = Fraction(0), Fraction(1)
    assert not_negative([(HALF, -LAST_DIGIT), (HALF, one)]) == [(HALF, zero), (HALF, one)]
    below = -LAST_DIGIT - Fraction(1, 10**50)
    children = [(HALF, -LAST_DIGIT), (HALF, below)]
    assert not_negative(children) == Undefined(NoScore.NEGATIVE, (1,))
