"""What statistics say against an index: whole findings, and from where on there is one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Label, NamedFigures
from kediri_index.model.statistics import (
    Alpha,
    Child,
    DescribedColumn,
    Description,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Outlier,
    Pair,
)
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.statistics.judging import judged
from tests.scoring.building import group, index, question

HALF = Fraction(1, 2)
FINE = Alpha(2, 0.9, 0.9, 10)
PLAIN = Description(10, 0, median=5.0, distinct=9)


def used() -> Definition:
    """Group g of a, b and c, each at a line of its own."""
    parts = [
        question(name)._replace(mark=Mark("i.yaml", at, 5)) for at, name in enumerate("abc", 3)
    ]
    return index(group("g", *parts)._replace(mark=Mark("i.yaml", 2, 5)))._replace(path="i.yaml")


def leaf(figures: Description, *outliers: Outlier, is_skewed: bool = False) -> LeafStatistics:
    return LeafStatistics(
        "a", "g", DescribedColumn(figures, is_skewed, outliers), None, HALF, 0.5, 0.5
    )


def child(
    correlation: float | None = 0.5,
    influence: float | None = 0.5,
    with_siblings: float | None = 0.5,
    *,
    n: int = 10,
    weight: Fraction = HALF,
    is_constant: bool = False,
) -> Child:
    return Child("b", weight, n, correlation, influence, with_siblings, is_constant)


def part(*children: Child, alpha: Alpha = FINE, n: int = 10, node: str = "g") -> GroupStatistics:
    return GroupStatistics(node, n, Fraction(1), alpha, children)


def pair(pearson: float | None, b: str = "b", n: int = 10, parent: str | None = "g") -> Pair:
    return Pair("a", b, parent, n, pearson, pearson)


def findings(
    *found: LeafStatistics | GroupStatistics | Pair, years: tuple[int, ...] = (2022,)
) -> tuple[Finding, ...]:
    leaves = tuple(one for one in found if isinstance(one, LeafStatistics))
    groups = tuple(one for one in found if isinstance(one, GroupStatistics))
    pairs = tuple(one for one in found if isinstance(one, Pair))
    return judged(used(), IndexStatistics(10, 10, years, leaves, groups, pairs))


def at(code: str, line: int, value: str, **params: object) -> Finding:
    """The finding about a node of :func:`used`."""
    which = value if value in {"a", "b", "c"} else None
    return Finding(code, "i.yaml", None, None, line, 5, value, which, params)


def test_the_same_value_everywhere() -> None:
    same = Description(3, 0, median=5.0, distinct=1)
    assert findings(leaf(same)) == (at("S503", 3, "a", figure=5.0, count=3),)
    assert findings(leaf(same._replace(n=1))) == ()


def test_outliers_are_named_from_the_farthest_on() -> None:
    figures = PLAIN._replace(skewness=3.456, kurtosis=11.0)
    values = (9.0, -9.0, 20.0, 8.0, 30.0, 7.0, 6.0)
    far = [Outlier(f"Kota {value:g}", 2022, value) for value in values]
    named = tuple((f"Kota {value:g}", value) for value in (30.0, 20.0, -9.0, 9.0, 8.0))
    (finding,) = findings(leaf(figures, *far, is_skewed=True))
    units = NamedFigures(named, 2)
    assert finding == at(
        "S504", 3, "a", skewness=Fraction("3.46"), kurtosis=Fraction(11), units=units
    )


def test_outliers_name_their_year_where_there_are_several() -> None:
    one = leaf(PLAIN, Outlier("Kota", 2021, 9.0), is_skewed=True)
    for years, name in (((2021,), "Kota"), ((2021, 2022), "Kota 2021")):
        (finding,) = findings(one, years=years)
        assert finding.params["units"] == NamedFigures(((name, 9.0),))


def test_outliers_are_judged_by_the_values_that_are_scored() -> None:
    far = leaf(PLAIN, is_skewed=True)
    assert [one.code for one in findings(far)] == ["S504"]
    assert (
        findings(far._replace(prepared=DescribedColumn(PLAIN, is_skewed=False, outliers=()))) == ()
    )


def test_of_fewer_than_ten_observations_nothing_but_sameness_is_judged() -> None:
    nine = (
        leaf(PLAIN._replace(n=9), is_skewed=True),
        part(child(-0.5, n=9), alpha=Alpha(2, 0.1, 0.1, 9), n=9),
        pair(0.99, n=9),
        pair(-0.5, n=9),
    )
    assert findings(*nine) == ()


@pytest.mark.parametrize(("alpha", "is_low"), [(0.69, True), (0.7, False), (None, False)])
def test_parts_that_do_not_measure_one_thing(alpha: float | None, *, is_low: bool) -> None:
    found = findings(part(alpha=Alpha(2, alpha, 0.1, 10)))
    low = at("S508", 2, "g", name=Label("g"), alpha=Fraction("0.69"), limit_alpha=Fraction("0.7"))
    assert found == ((low,) if is_low else ())


def test_the_overall_stands_at_the_head_of_the_definition() -> None:
    (finding,) = findings(part(alpha=Alpha(2, 0.5, 0.5, 10), node=OVERALL))
    whole = Label("nilai keseluruhan", english="the overall score")
    limits = {"alpha": HALF, "limit_alpha": Fraction("0.7")}
    params = {"name": whole, **limits}
    assert finding == Finding("S508", "i.yaml", None, None, 1, 1, OVERALL or None, None, params)


def against(group: str = "g", **params: object) -> Finding:
    return at("S506", 4, "b", group=Label(group), **params)


@pytest.mark.parametrize(
    ("items", "correlation", "with_siblings", "is_against"),
    [
        (2, -0.01, 0.5, True),
        (2, 0.0, 0.5, False),
        (2, None, None, False),
        (3, 0.5, -0.21, True),
        (3, 0.5, -0.2, False),
        (2, 0.5, -0.21, False),  # of two neither is the one that does not fit
        (3, 0.5, None, False),
    ],
)
def test_a_part_that_goes_against_its_group(
    items: int, correlation: float | None, with_siblings: float | None, *, is_against: bool
) -> None:
    one = child(correlation, with_siblings=with_siblings)
    found = findings(part(one, alpha=FINE._replace(items=items)))
    assert [finding.code for finding in found] == ["S506"] * is_against


def test_what_goes_against_is_told_with_both_correlations() -> None:
    (found,) = findings(part(child(-0.256, 9.0, -0.5)))
    assert found == against(correlation=Fraction("-0.26"), siblings=-HALF)
    (alone,) = findings(part(child(-0.5, with_siblings=None)))
    assert alone == against(correlation=-HALF, siblings=None)


@pytest.mark.parametrize(
    ("weight", "influence", "is_out"),
    [
        (Fraction(1, 4), 0.75, True),
        (Fraction(1, 4), 0.74, False),
        (Fraction(3, 4), 0.25, True),
        (Fraction(3, 4), 0.26, False),
        (Fraction(1, 4), None, False),
        (Fraction(0), 0.5, False),
    ],
)
def test_an_influence_out_of_proportion(
    weight: Fraction, influence: float | None, *, is_out: bool
) -> None:
    found = findings(part(child(influence=influence, weight=weight)))
    assert [finding.code for finding in found] == ["S509"] * is_out


def test_an_influence_is_told_in_per_cent_beside_the_weight() -> None:
    (found,) = findings(part(child(influence=0.03456)))
    assert found == at(
        "S509", 4, "b", group=Label("g"), weight=Fraction(50), influence=Fraction("3.5")
    )


def test_a_part_that_does_not_vary_is_not_judged_and_keeps_no_other_from_it() -> None:
    still = child(-0.5, is_constant=True)
    few = child(-0.5, n=9)
    assert [one.code for one in findings(part(still, few, child(-0.5)))] == ["S506"]


@pytest.mark.parametrize(
    ("pearson", "code"),
    [
        (0.91, "S505"),
        (-0.91, "S505"),
        (0.9, None),
        (-0.9, "S507"),
        (-0.41, "S507"),
        (-0.4, None),
        (None, None),
    ],
)
def test_two_that_repeat_or_oppose_each_other(pearson: float | None, code: str | None) -> None:
    assert [one.code for one in findings(pair(pearson))] == ([] if code is None else [code])


def test_siblings_that_oppose_each_other_are_told_with_their_group() -> None:
    (found,) = findings(pair(-0.456))
    assert found == at("S507", 3, "a", other="b", group=Label("g"), correlation=Fraction("-0.46"))
    assert findings(pair(-0.456, parent=None)) == ()


def test_partners_are_named_from_the_nearest_on() -> None:
    nearness = {"b": 0.91, "c": -0.999, "d": 0.93, "e": 0.94, "f": 0.95, "h": 0.96, "i": 0.92}
    (found,) = findings(*(pair(pearson, name, parent=None) for name, pearson in nearness.items()))
    named = [("c", "-1"), ("h", "0.96"), ("f", "0.95"), ("e", "0.94"), ("d", "0.93")]
    others = NamedFigures(tuple((name, Fraction(one)) for name, one in named), 2)
    assert found == at("S505", 3, "a", others=others)


def test_findings_come_in_the_order_of_leaves_groups_and_pairs() -> None:
    found = findings(pair(-0.5), pair(0.95), part(child(-0.5)), leaf(PLAIN, is_skewed=True))
    assert [one.code for one in found] == ["S504", "S506", "S505", "S507"]


def test_the_middle_that_outliers_are_far_from_is_the_median() -> None:
    figures = PLAIN._replace(median=0.0, skewness=3.0, kurtosis=4.0)
    far = [Outlier("A", 2022, 9.0), Outlier("B", 2022, -8.5)]
    (finding,) = findings(leaf(figures, *far, is_skewed=True))
    assert finding.params["units"] == NamedFigures((("A", 9.0), ("B", -8.5)))


def test_an_influence_is_told_to_a_tenth_of_a_per_cent() -> None:
    (found,) = findings(part(child(influence=0.98, weight=Fraction(1, 5))))
    assert found.params["influence"] == 98


def test_one_partner_leaves_no_more_to_be_named() -> None:
    (found,) = findings(pair(0.95))
    assert found.params["others"] == NamedFigures((("b", Fraction("0.95")),), 0)
