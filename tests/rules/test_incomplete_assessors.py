from __future__ import annotations

from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.findings import Finding
from kediri_index.rules.incomplete_assessors import incomplete_assessors
from tests.engine.building import Value, answer, group, index, question, reading, unit
from tests.rules.building import at, context

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
