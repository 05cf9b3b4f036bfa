from __future__ import annotations

from fractions import Fraction

from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.findings import Finding
from kediri_index.rules.measured import self_beside_measured
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.rules.building import at, context, measured
from tests.scoring.building import answer, group, index, question, reading, unit

TREE = index(
    group("p", measured("a", Goalposts(Fraction(0), Fraction(100))), question("b")),
)


def found(data: UnitData) -> list[Finding]:
    return list(self_beside_measured(context(TREE, data)))


def test_a_self_assessed_score_of_what_is_measured_is_named() -> None:
    own = answer("a", measure=50)._replace(self_score=reading(3, "G14"))
    assert found(unit(own)) == [Finding.at_cell("S308", at("G14"), "3", "a")]


def test_nothing_is_said_of_questions_nor_of_empty_cells() -> None:
    assert found(unit(answer("a", own=Missing.EMPTY, measure=50), answer("b", own=3))) == []
