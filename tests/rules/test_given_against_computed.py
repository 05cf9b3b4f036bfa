from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.engine.aggregation.copeland import Copeland
from kediri_index.engine.settled import Compared
from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.label import Label
from kediri_index.rules.given_against_computed import given_against_computed
from tests.engine.building import assessed, group, index, question
from tests.rules.building import context

TREE = index(
    group("p", question("a"), question("b"), question("c")),
    group("q", question("d")),
)


def found(data: UnitData, definition: Definition = TREE) -> list[Finding]:
    return list(given_against_computed(context(definition, data)))


def test_a_given_score_that_disagrees_with_its_parts_is_named_with_both_figures() -> None:
    (one,) = found(assessed(p="2.68", a=2, b=3, c=3, d=1))
    assert (one.code, one.cell, one.value, one.indicator) == ("S301", "A1", "2.68", "p")
    assert one.params == {
        "name": Label("p"),
        "given": Fraction("2.68"),
        "computed": Fraction("2.67"),
    }


@pytest.mark.parametrize("given", ["2.67", "2.6666", "2.674"])
def test_both_are_compared_at_the_published_decimals(given: str) -> None:
    assert found(assessed(p=given, a=2, b=3, c=3, d=1)) == []


def test_the_stages_below_count_in_the_comparison() -> None:
    staged = index(
        group("p", question("a"), question("b"), kind="dimension"),
        stages=["indicators", "dimension", "overall"],
        decimals=1,
    )
    # 0.25 -> 0.3 and 0.04 -> 0 make 0.15 -> 0.2; unrounded they would make 0.145 -> 0.1
    data = {"a": "0.25", "b": "0.04"}
    assert found(assessed(p="0.15", **data), staged) == []
    assert [one.code for one in found(assessed(p="0.14", **data), staged)] == ["S301"]


def test_nothing_is_said_of_a_given_score_alone_or_of_parts_alone() -> None:
    assert found(assessed(p=1, d=1)) == []
    assert found(assessed(a=1, b=2, c=3, d=1)) == []


def test_an_empty_given_score_disagrees_with_nothing() -> None:
    assert found(assessed(p=Missing.EMPTY, a=1, b=2, c=3, d=1)) == []


def test_a_given_part_counts_in_what_its_parent_should_be() -> None:
    nested = index(group("p", group("inner", question("a")), question("b")))
    disagreeing = found(assessed(p=4, inner=2, a=2, b=1), nested)
    assert [(one.indicator, one.params["computed"]) for one in disagreeing] == [
        ("p", Fraction("1.5"))
    ]


def test_every_level_that_disagrees_is_named() -> None:
    nested = index(group("p", group("inner", question("a")), question("b")))
    assert [one.indicator for one in found(assessed(p=4, inner=2, a=3, b=1), nested)] == [
        "p",
        "inner",
    ]


def test_parts_that_make_no_score_disagree_with_nothing() -> None:
    strict = index(group("p", question("a"), question("b"), min_present=1))
    assert found(assessed(p=4, a=1), strict) == []


def test_a_group_that_is_not_given_or_has_no_other_score_ends_no_search() -> None:
    tree = index(
        group("o", question("x")),
        group("n", question("y", 0)),
        group("p", question("a")),
    )
    data = assessed(x=1, n=1, y=1, p=1, a=2)
    assert [one.indicator for one in found(data, tree)] == ["p"]


def test_groups_that_are_compared_are_computed_among_the_units() -> None:
    among = index(group("p", question("a"), aggregate=Copeland()))
    data = assessed(p=1, a=2)
    compared = Compared({"p": Fraction(0)}, {"p": Fraction(0)})
    (one,) = given_against_computed(context(among, data)._replace(compared=compared))
    assert (one.params["given"], one.params["computed"]) == (1, 0)
