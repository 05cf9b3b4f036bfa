from __future__ import annotations

import pytest

from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.findings import Finding
from kediri_index.rules.missing import incomplete_assessors
from tests.rules.building import at, context
from tests.scoring.building import Value, answer, group, index, question, reading, unit

TREE = index(group("p", question("a"), question("b")))
EMPTY = Missing.EMPTY


def assessors(*values: Value | Missing) -> Answer:
    """The answer to a, one assessor a column from H on."""
    cells = zip("HIJK", values, strict=False)
    return answer("a")._replace(
        assessor=tuple(reading(value, f"{column}14") for column, value in cells)
    )


def found(data: UnitData) -> list[Finding]:
    return list(incomplete_assessors(context(TREE, data)))


def test_every_empty_cell_beside_a_score_is_named_with_how_many_there_are() -> None:
    assert found(unit(assessors(EMPTY, 3, EMPTY, 4))) == [
        Finding.at_cell("C103", at(cell), None, "a", there=2, all=4) for cell in ("H14", "J14")
    ]


def test_nothing_is_said_where_all_or_none_gave_a_score() -> None:
    assert found(unit(assessors(3, 4), answer("b", 2))) == []
    assert found(unit(assessors(EMPTY, EMPTY), answer("b", EMPTY))) == []


def test_a_cell_that_says_why_it_is_empty_is_not_forgotten() -> None:
    assert found(unit(assessors(3, Missing.NOT_DUE, Missing.UNREADABLE))) == []


def of(node: str, row: int, *values: Value | Missing) -> Answer:
    cells = zip("HI", values, strict=True)
    return answer(node)._replace(
        assessor=tuple(reading(value, f"{column}{row}") for column, value in cells)
    )


def test_a_column_that_nobody_filled_in_is_named_once_at_its_first_such_cell() -> None:
    assert found(unit(of("a", 14, 3, EMPTY), of("b", 9, 4, EMPTY))) == [
        Finding.at_cell("C107", at("I9"), count=2)
    ]


@pytest.mark.parametrize("value", [2, Missing.NOT_DUE, Missing.UNREADABLE])
def test_a_column_that_says_anything_has_each_empty_cell_named(value: Value | Missing) -> None:
    tree = index(group("p", *(question(name) for name in "abc")))
    data = unit(of("a", 1, 3, EMPTY), of("b", 2, 4, EMPTY), of("c", 3, 4, value))
    told = list(incomplete_assessors(context(tree, data)))
    assert [(one.code, one.cell) for one in told] == [("C103", "I1"), ("C103", "I2")]


def test_a_row_of_one_assessor_ends_no_search() -> None:
    tree = index(group("p", question("a"), question("b")))
    two = answer("b")._replace(assessor=(reading(3, "H3"), reading(Missing.EMPTY, "I3")))
    (one,) = incomplete_assessors(context(tree, unit(answer("a", 3), two)))
    assert (one.code, one.cell) == ("C103", "I3")
