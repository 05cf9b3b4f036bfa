from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.rules.totals import given_against_computed
from kediri_index.scoring.aggregations.copeland import Copeland
from tests.rules.building import compared, context
from tests.scoring.building import Value, answer, assessed, group, index, question

TREE = index(
    group("p", question("a"), question("b"), question("c")),
    group("q", question("d")),
)
NESTED = index(group("p", group("inner", question("a")), question("b")))


def found(
    stated: Mapping[str, Value | Missing], data: UnitData, definition: Definition = TREE
) -> list[Finding]:
    rows = {name: (answer(name, value),) for name, value in stated.items()}
    return list(given_against_computed(context(definition, data._replace(stated=rows))))


def test_a_group_row_that_differs_from_its_indicators_is_named_with_both_figures() -> None:
    (one,) = found({"p": "2.68"}, assessed(a=2, b=3, c=3, d=1))
    assert (one.code, one.cell, one.value, one.indicator) == ("S311", "A1", "2.68", "p")
    assert one.params == {
        "name": Label("p"),
        "given": Fraction("2.68"),
        "computed": Fraction("2.67"),
    }


@pytest.mark.parametrize("stated", ["2.67", "2.6666", "2.674"])
def test_both_are_compared_at_the_published_decimals(stated: str) -> None:
    assert found({"p": stated}, assessed(a=2, b=3, c=3, d=1)) == []


def test_every_row_of_the_group_is_compared() -> None:
    rows = {"p": (answer("p", 0), answer("p", "2.67"), answer("p", 3))}
    data = assessed(a=2, b=3, c=3, d=1)._replace(stated=rows)
    told = given_against_computed(context(TREE, data))
    assert [one.params["given"] for one in told] == [0, 3]


def test_the_stages_below_count_in_the_comparison() -> None:
    staged = index(
        group("p", question("a"), question("b"), kind="dimension"),
        stages=["indicators", "dimension", "overall"],
        decimals=1,
    )
    # 0.25 -> 0.3 and 0.04 -> 0 make 0.15 -> 0.2; unrounded they would make 0.145 -> 0.1
    data = assessed(a="0.25", b="0.04")
    assert found({"p": "0.15"}, data, staged) == []
    assert [one.code for one in found({"p": "0.14"}, data, staged)] == ["S311"]


def test_a_given_score_and_rows_without_one_disagree_with_nothing() -> None:
    assert found({}, assessed(p=1, d=1)) == []
    assert found({}, assessed(a=1, b=2, c=3, d=1)) == []
    assert found({"p": Missing.EMPTY}, assessed(a=1, b=2, c=3, d=1)) == []


@pytest.mark.parametrize("answers", list(Unanswered))
def test_a_part_of_the_indicators_is_not_compared(answers: Unanswered) -> None:
    lacking = TREE._replace(missing=TREE.missing._replace(answers=answers))
    assert found({"p": 4}, assessed(a=1, b=2), lacking) == []
    blank = found({"p": 4}, assessed(a=1, b=2, c=Missing.EMPTY), lacking)
    assert [one.code for one in blank] == ["S311"] * (answers is Unanswered.EXCLUDE)


def test_a_figure_that_cannot_be_read_is_named_beside_the_one_that_counts() -> None:
    (one,) = found({"p": Missing.UNREADABLE}, assessed(a=2, b=3, c=3, d=1))
    assert (one.code, one.params["computed"]) == ("S312", Fraction("2.67"))


def test_two_given_scores_that_disagree_are_an_error() -> None:
    (one,) = found(
        {"p": 4}, assessed(inner=2, b=2), index(group("p", group("inner", question("a"))))
    )
    assert (one.code, one.params["computed"]) == ("S301", 2)
    assert [one.code for one in found({"p": 4}, assessed(inner=2, b=1), NESTED)] == ["S311"]


def test_every_level_that_disagrees_is_named() -> None:
    told = found({"p": 4, "inner": 2}, assessed(a=3, b=1), NESTED)
    assert [(one.indicator, one.params["computed"]) for one in told] == [("p", 2), ("inner", 3)]


def test_parts_that_make_no_score_disagree_with_nothing() -> None:
    strict = index(group("p", question("a"), question("b"), min_present=1))
    assert found({"p": 4}, assessed(a=1, b=Missing.EMPTY), strict) == []


def test_the_score_that_leads_is_compared() -> None:
    rows = {"p": (answer("p", 3, own=1),)}
    data = assessed(a=3, b=3, c=3)._replace(stated=rows)
    assert list(given_against_computed(context(TREE, data))) == []
    own = replace(context(TREE, data), lead=Lead.SELF)
    assert [one.code for one in given_against_computed(own)] == ["S311"]


def test_groups_that_are_compared_are_computed_among_the_units() -> None:
    among = index(group("p", question("a"), aggregate=Copeland()))
    data = assessed(a=2)._replace(stated={"p": (answer("p", 1),)})
    (one,) = given_against_computed(compared(context(among, data), Fraction(0), "p"))
    assert (one.params["given"], one.params["computed"]) == (1, 0)
