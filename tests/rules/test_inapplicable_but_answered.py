from __future__ import annotations

from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.rules.not_applicable import inapplicable_but_answered
from tests.rules.building import context
from tests.scoring.building import answer, assessed, group, index, question, reading, source, unit

TREE = index(group("p", group("inner", question("a")), question("b")), group("q", question("c")))
NOT_APPLICABLE = Missing.NOT_APPLICABLE


def found(data: UnitData) -> list[Finding]:
    return list(inapplicable_but_answered(context(TREE, data)))


def test_a_group_said_not_to_apply_with_answers_below_is_named_with_its_cell() -> None:
    row = answer("p")._replace(assessor=(reading(NOT_APPLICABLE, "H14"),))
    assert found(unit(row, answer("a", 1))) == [
        Finding.at_cell("S306", source("H14"), NOT_APPLICABLE.value, "p", name=Label("p"))
    ]


def test_it_is_named_at_its_row_where_another_column_says_so() -> None:
    row = answer("p", own=NOT_APPLICABLE)._replace(row=source("A14"))
    (one,) = found(unit(row, answer("a", 1)))
    assert (one.code, one.cell, one.indicator) == ("S306", "A14", "p")


def test_every_group_that_contradicts_its_answers_is_named() -> None:
    both = found(assessed(p=NOT_APPLICABLE, inner=NOT_APPLICABLE, a=1))
    assert [one.indicator for one in both] == ["p", "inner"]


def test_a_group_that_does_not_apply_and_has_no_answers_is_no_contradiction() -> None:
    assert found(assessed(p=NOT_APPLICABLE, a=Missing.EMPTY, c=1)) == []
    assert found(assessed(p=NOT_APPLICABLE, a=NOT_APPLICABLE, c=1)) == []


def test_a_question_that_does_not_apply_contradicts_nothing() -> None:
    assert found(assessed(a=NOT_APPLICABLE, b=1)) == []
