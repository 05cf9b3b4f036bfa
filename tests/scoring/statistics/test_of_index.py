"""The statistics of a small index, put together by hand from those of single columns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.statistics import (
    Child,
    DescribedColumn,
    Description,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Observations,
    Outlier,
    Pair,
    Values,
)
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.statistics.correlation import (
    CentredColumn,
    Shared,
    alpha,
    correlations,
    shared,
)
from kediri_index.scoring.statistics.describe import describe
from kediri_index.scoring.statistics.multivariate.components import components
from kediri_index.scoring.statistics.of_index import influences, is_skewed, outliers, statistics_of
from tests.scoring.building import group, index, question

UNITS = (("A", 2022), ("A", 2021), ("B", 2022), ("B", None), ("C", 2022))
SCORES: dict[str, Values] = {
    "a": (1.0, 2.0, 3.0, 4.0, 90.0),
    "b": (2.0, 1.0, 4.0, 3.0, None),
    "c": (5.0, 5.0, 5.0, 5.0, 5.0),
    "g": (1.5, 1.5, 3.5, 3.5, 90.0),
    "h": (5.0, 4.0, 5.0, 4.0, 2.0),
    OVERALL: (2.0, 2.5, 4.0, 4.5, 50.0),
}
RAW: dict[str, Values] = {
    "a": (10.0, 20.0, 30.0, 40.0, 900.0),
    "b": SCORES["b"],
    "c": SCORES["c"],
    "h": SCORES["h"],
}
NOBODY: Values = (None,) * 5
PREPARED: Values = (1.0, 2.0, 3.0, 4.0, 5.0)
DEFINITION = index(
    group("h", weight="1/2"),
    group("g", question("a", "1/4"), question("b", "3/4"), question("z", 0), weight="1/2"),
    group("k", question("c"), weight=0),
)


def found() -> IndexStatistics:
    return statistics_of(DEFINITION, Observations(UNITS, RAW, SCORES, {"a": PREPARED}))


def column(values: Values) -> DescribedColumn:
    figures = describe(values)
    return DescribedColumn(figures, is_skewed(figures), outliers(values, figures, UNITS))


def test_observations_are_units_in_years() -> None:
    assert (found().observations, found().units, found().years) == (5, 3, (2021, 2022))


def test_each_leaf_is_described_as_measured_and_as_prepared() -> None:
    leaves = {one.id: one for one in found().leaves}
    assert list(leaves) == [one for one in DEFINITION.nodes() if one in leaves]
    assert {"a", "b", "c", "h"} <= set(leaves)
    both, shares = influences([SCORES["h"], SCORES["a"], SCORES["b"]], SCORES[OVERALL])
    measured, prepared = column(RAW["a"]), column(PREPARED)
    weight = Fraction(1, 8)
    assert leaves["a"] == LeafStatistics(
        "a", "g", measured, prepared, weight, both[1], leaves["a"].influence
    )
    assert leaves["a"].influence == pytest.approx(shares[1])
    assert leaves["h"].parent is None
    assert leaves["h"].prepared is None
    assert leaves["h"].effective_weight == Fraction(1, 2)
    assert leaves["b"].measured == column(RAW["b"])
    assert leaves["a"].scored is leaves["a"].prepared
    assert leaves["h"].scored is leaves["h"].measured


def test_influences_of_all_leaves_that_count_add_up_to_one() -> None:
    assert sum(one.influence or 0 for one in found().leaves) == pytest.approx(1)


def test_a_group_tells_how_its_children_go_together() -> None:
    (whole, first, *_) = found().groups
    assert whole.id == OVERALL
    assert (whole.n, whole.effective_weight) == (5, Fraction(1))
    children = [SCORES["a"], SCORES["b"], NOBODY]
    (one, *_) = correlations(children)
    with_group, shares = influences(children, SCORES["g"])
    assert first == GroupStatistics(
        "g",
        5,
        Fraction(1, 2),
        alpha(children),
        (
            Child("a", Fraction(1, 4), 5, with_group[0], shares[0], one.pearson, is_constant=False),
            Child("b", Fraction(3, 4), 4, with_group[1], shares[1], one.pearson, is_constant=False),
            Child("z", Fraction(0), 0, None, 0.0, None, is_constant=False),
        ),
        components(children),
    )


def test_a_column_without_spread_is_constant_and_one_value_is_not() -> None:
    still = {**SCORES, "a": (7.0,) * 5, "b": (None, 7.0, None, None, None)}
    statistics = statistics_of(DEFINITION, Observations(UNITS, RAW, still))
    (group_g,) = [one for one in statistics.groups if one.id == "g"]
    assert [(one.n, one.is_constant) for one in group_g.children] == [
        (5, True),
        (1, False),
        (0, False),
    ]
    assert [one.with_siblings for one in group_g.children] == [None] * 3


def test_pairs_are_all_of_leaves_then_those_of_siblings_that_are_groups() -> None:
    pairs = {(one.a, one.b): one for one in found().pairs}
    assert len(pairs) == len(found().pairs)
    (one,) = correlations([SCORES["a"], SCORES["b"]])
    assert pairs["a", "b"] == Pair("a", "b", "g", *one)
    assert pairs["h", "a"].group is None
    assert pairs["h", "g"].group == OVERALL
    assert list(pairs)[-3:] == [("h", "g"), ("h", "k"), ("g", "k")]


def test_scores_that_nobody_has_are_missing() -> None:
    scores = {node: values for node, values in SCORES.items() if node != "b"}
    statistics = statistics_of(DEFINITION, Observations(UNITS, RAW, scores))
    pairs = {(one.a, one.b): one.n for one in statistics.pairs}
    assert pairs["a", "b"] == 0


def test_the_fences_are_one_and_a_half_widths_from_the_quartiles_and_belong_inside() -> None:
    figures = Description(5, 0, q1=2.0, q3=4.0)
    values: Values = (-1.0, -1.1, 7.0, 7.1, None)
    assert outliers(values, figures, UNITS) == (Outlier("A", 2021, -1.1), Outlier("B", None, 7.1))
    assert outliers(values, Description(0, 5), UNITS) == ()


@pytest.mark.parametrize(
    ("skewness", "kurtosis", "skewed"),
    [
        (2.1, 3.6, True),
        (-2.1, 3.6, True),
        (2.0, 3.6, False),
        (2.1, 3.5, False),
        (2.1, None, False),
        (None, None, False),
    ],
)
def test_a_column_is_skewed_where_both_moments_are_large(
    skewness: float | None, kurtosis: float | None, *, skewed: bool
) -> None:
    assert is_skewed(Description(9, 0, skewness=skewness, kurtosis=kurtosis)) is skewed


def test_two_equal_values_are_constant() -> None:
    scores = {**SCORES, "a": (7.0, 7.0, None, None, None)}
    statistics = statistics_of(DEFINITION, Observations(UNITS, RAW, scores))
    (group_g,) = [one for one in statistics.groups if one.id == "g"]
    assert [one.is_constant for one in group_g.children] == [True, False, False]


def test_with_several_siblings_the_mean_of_correlations_counts() -> None:
    three = index(group("g", question("a"), question("b"), question("d")))
    scores = {**SCORES, "d": (3.0, 1.0, 2.0, 9.0, 5.0)}
    statistics = statistics_of(three, Observations(UNITS, {**RAW, "d": scores["d"]}, scores))
    (group_g,) = [one for one in statistics.groups if one.id == "g"]
    both = [one.pearson or 0 for one in correlations([scores["a"], scores["b"], scores["d"]])]
    assert [one.with_siblings for one in group_g.children] == [
        pytest.approx((both[0] + both[1]) / 2),
        pytest.approx((both[0] + both[2]) / 2),
        pytest.approx((both[1] + both[2]) / 2),
    ]


def test_a_leaf_that_counts_nowhere_has_no_influence() -> None:
    under = index(group("g", question("a")), group("h", question("b")))
    raw: dict[str, Values] = {"a": SCORES["a"], "h": SCORES["h"], "b": SCORES["b"]}
    statistics = statistics_of(under, Observations(UNITS, raw, SCORES))
    (below,) = [one for one in statistics.leaves if one.id == "b"]
    assert (below.effective_weight, below.correlation, below.influence) == (None, None, None)


def test_columns_without_a_row_in_common_share_nothing() -> None:
    one, other = CentredColumn.of((1.0, 2.0, None, None)), CentredColumn.of((None, None, 3.0, 5.0))
    assert shared(one, other) == Shared(0, 0.0, 0.0, 0.0)
    assert CentredColumn.of((4.0, 4.0)) == CentredColumn(frozenset(), [0.0, 0.0], 0.0)


def test_the_pair_of_the_only_two_leaves_is_one() -> None:
    two = index(group("g", question("a"), question("b")))
    statistics = statistics_of(two, Observations(UNITS, {"a": RAW["a"], "b": RAW["b"]}, SCORES))
    assert [(one.a, one.b) for one in statistics.pairs] == [("a", "b")]
