from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import ScoringMethod
from kediri_index.rules.measured import other_target
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.rules.building import at, context, measured
from tests.scoring.building import Value, answer, group, index, reading, unit

RANGE = (Fraction(10), Fraction(20))


def tree(method: ScoringMethod) -> Definition:
    return index(group("p", measured("a", method)))


def with_target(value: Value | Missing) -> UnitData:
    return unit(answer("a", measure=5)._replace(target=reading(value, "F14")))


def found(method: ScoringMethod, data: UnitData) -> list[Finding]:
    return list(other_target(context(tree(method), data)))


@pytest.mark.parametrize("fixed", [Fraction(10), RANGE])
def test_a_target_that_is_not_the_definitions_is_named_with_the_one_that_counts(
    fixed: Fraction | tuple[Fraction, Fraction],
) -> None:
    assert found(Achievement(target=fixed), with_target(8)) == [
        Finding.at_cell("S307", at("F14"), "8", "a", target=fixed)
    ]


@pytest.mark.parametrize("said", [10, 20])
def test_either_end_of_a_target_range_is_the_same_target(said: int) -> None:
    assert found(Achievement(target=RANGE), with_target(said)) == []


def test_nothing_is_said_where_the_definition_fixes_no_target_or_the_sheet_says_none() -> None:
    assert found(Achievement(), with_target(8)) == []
    assert found(Goalposts(Fraction(0), Fraction(10)), with_target(8)) == []
    assert found(Achievement(target=Fraction(10)), with_target(Missing.EMPTY)) == []
    assert found(Achievement(target=Fraction(10)), unit(answer("a", measure=5))) == []


def test_a_row_with_its_own_target_ends_no_search() -> None:
    fixed = Achievement(target=Fraction(10))
    tree = index(group("p", measured("s", Achievement()), *(measured(n, fixed) for n in "abc")))
    rows = (answer(name, measure=5) for name in "sabc")
    targets = (reading(8), None, reading(10), reading(8, "F17"))
    data = unit(*(row._replace(target=said) for row, said in zip(rows, targets, strict=True)))
    found_there = list(other_target(context(tree, data)))
    assert [(one.code, one.cell) for one in found_there] == [("S307", "F17")]
