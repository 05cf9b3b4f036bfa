from __future__ import annotations

from fractions import Fraction

from kediri_index.model.scores import Completeness, ViewRow
from kediri_index.scoring.unit_result import view_rows

SCORES = {"a": Fraction(2), "b": Fraction(3)}
WEIGHTS = {"a": Fraction(1, 4), "b": Fraction(3, 4)}
NOMINAL = {"a": Fraction("0.1"), "b": Fraction("0.3"), "c": Fraction("0.6")}


def test_a_row_has_the_flat_mean_the_completeness_and_the_contribution() -> None:
    values = {"a": ("dinkes",), "b": ("dinkes",), "c": ("dinkes",)}
    assert view_rows(values, SCORES, WEIGHTS, NOMINAL) == (
        ViewRow(
            "dinkes",
            score=Fraction(5, 2),
            completeness=Completeness(2, 3, Fraction(2, 5)),
            contribution=Fraction(2, 4) + Fraction(9, 4),
        ),
    )


def test_there_is_a_row_for_each_value_in_the_order_met() -> None:
    values = {"b": ("kominfo",), "a": ("dinkes",)}
    rows = view_rows(values, SCORES, WEIGHTS, NOMINAL)
    assert [(row.id, row.score) for row in rows] == [
        ("kominfo", Fraction(3)),
        ("dinkes", Fraction(2)),
    ]


def test_a_leaf_of_two_values_stands_in_both_rows() -> None:
    rows = view_rows({"a": ("x", "y"), "b": ("y",)}, SCORES, WEIGHTS, NOMINAL)
    half = WEIGHTS["a"] * SCORES["a"] / 2
    assert rows == (
        ViewRow("x", Fraction(2), Completeness(1, 1, Fraction(1)), half),
        ViewRow("y", Fraction(5, 2), Completeness(2, 2, Fraction(1)), half + Fraction(9, 4)),
    )
    x, y = view_rows({"a": ("x", "y"), "c": ("y",)}, SCORES, WEIGHTS, NOMINAL)
    assert y.completeness == Completeness(1, 2, Fraction("0.05") / Fraction("0.65"))
    assert x.completeness.share == 1


def test_a_value_without_any_answer_has_a_row_without_a_score() -> None:
    assert view_rows({"c": ("x",)}, SCORES, WEIGHTS, NOMINAL) == (
        ViewRow("x", None, Completeness(0, 1, Fraction(0)), Fraction(0)),
    )


def test_a_leaf_that_is_not_expected_belongs_to_no_row() -> None:
    assert view_rows({"hidden": ("x",)}, SCORES, WEIGHTS, NOMINAL) == ()


def test_an_answer_without_weight_in_the_overall_contributes_nothing() -> None:
    (row,) = view_rows({"a": ("x",)}, SCORES, {}, NOMINAL)
    assert (row.score, row.contribution) == (Fraction(2), Fraction(0))


def test_there_is_no_share_where_nothing_weighs() -> None:
    (row,) = view_rows({"a": ("x",)}, SCORES, WEIGHTS, {"a": Fraction(0)})
    assert row.completeness == Completeness(1, 1, None)
