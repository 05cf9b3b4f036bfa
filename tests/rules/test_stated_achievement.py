from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Direction, ScoringMethod
from kediri_index.rules.measured import stated_achievement
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.rules.building import at, context, measured
from tests.scoring.building import Value, answer, group, index, reading, unit


def found(
    stated: Value | Missing,
    measure: Value | Missing = 8,
    target: Value | Missing = 10,
    method: ScoringMethod | None = None,
    direction: Direction = Direction.HIGHER,
) -> list[Finding]:
    """Find faults with an achievement stated in F2, of a result against a target."""
    indicator = measured("m", method or Achievement())._replace(direction=direction)
    row = answer("m")._replace(
        measure=reading(measure), target=reading(target), achievement=reading(stated, "F2")
    )
    return list(stated_achievement(context(index(group("p", indicator)), unit(row))))


def test_another_than_the_row_makes_is_named_with_what_it_makes() -> None:
    assert found(50) == [
        Finding.at_cell("S310", at("F2"), "50", "m", computed=Fraction(80)),
    ]


@pytest.mark.parametrize("stated", [80, "0.8", "80.9", "79", "0.809"])
def test_a_share_or_a_percentage_is_right_to_a_percentage_point(stated: Value) -> None:
    assert found(stated) == []


@pytest.mark.parametrize("stated", ["81.1", "78.9", "0.82", 8, 8000, 0])
def test_what_is_further_off_is_not(stated: Value) -> None:
    assert len(found(stated)) == 1


def test_where_lower_is_better_the_row_makes_the_reverse() -> None:
    assert found(120, direction=Direction.LOWER) == []
    assert len(found(80, direction=Direction.LOWER)) == 1


def test_an_achievement_above_the_cap_may_be_stated_capped_or_not() -> None:
    capped = Achievement(cap=Fraction(1))
    assert found(100, 12, method=capped) == found(120, 12, method=capped) == []
    assert len(found(100, 12)) == 1


def test_the_definitions_target_will_do_as_well_as_the_sheets() -> None:
    fixed = Achievement(target=Fraction(16))
    assert found(80, method=fixed) == found(50, method=fixed) == []
    assert found(50, 8, Missing.EMPTY, fixed) == []
    assert len(found(60, method=fixed)) == 1


@pytest.mark.parametrize(
    ("stated", "measure", "target"),
    [
        (Missing.UNREADABLE, 8, 10),
        (Missing.EMPTY, 8, 10),
        (50, Missing.EMPTY, 10),
        (50, 8, Missing.EMPTY),
        (50, 8, 0),
    ],
)
def test_nothing_is_said_where_one_of_the_three_is_not_there(
    stated: Value | Missing, measure: Value | Missing, target: Value | Missing
) -> None:
    assert found(stated, measure, target) == []


def test_another_method_makes_no_achievement() -> None:
    assert found(50, method=Goalposts(Fraction(0), Fraction(100))) == []


def test_without_a_target_in_the_sheet_the_definitions_will_do() -> None:
    method = Achievement(target=Fraction(10))
    row = answer("m")._replace(measure=reading(8), achievement=reading(50, "F2"))
    definition = index(group("p", measured("m", method)))
    (one,) = stated_achievement(context(definition, unit(row)))
    assert one.params["computed"] == 80


def test_a_row_that_states_none_ends_no_search() -> None:
    tree = index(group("p", measured("n", Achievement()), measured("m", Achievement())))
    silent = answer("n", measure=8, target=10)
    row = answer("m", measure=8, target=10)._replace(achievement=reading(50, "F2"))
    assert [one.cell for one in stated_achievement(context(tree, unit(silent, row)))] == ["F2"]
