from __future__ import annotations

from fractions import Fraction

from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.findings import Finding
from kediri_index.rules.measured import overridden_measure
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.rules.building import at, context, measured
from tests.scoring.building import answer, group, index, question, reading, unit

TREE = index(
    group("p", measured("a", Goalposts(Fraction(0), Fraction(100))), question("b")),
)


def found(data: UnitData, lead: Lead = Lead.ASSESSOR) -> list[Finding]:
    return list(overridden_measure(context(TREE, data, lead=lead)))


BOTH = unit(
    answer("a", measure=50)._replace(
        assessor=(reading(Missing.EMPTY, "H14"), reading(3, "I14"), reading(4, "J14"))
    )
)


def test_the_first_assessors_score_that_counts_in_place_of_a_result_is_named() -> None:
    assert found(BOTH) == [Finding.at_cell("S304", at("I14"), "3", "a")]
    assert found(BOTH, Lead.ASSESSOR_ELSE_SELF) == found(BOTH)


def test_nothing_is_said_where_the_self_assessed_scores_lead() -> None:
    assert found(BOTH, Lead.SELF) == []


def test_an_assessors_score_without_a_result_takes_nothings_place() -> None:
    assert found(unit(answer("a", 3), answer("b", 3))) == []
    assert found(unit(answer("a", 3, measure=Missing.EMPTY))) == []


def test_a_result_of_a_question_does_not_count_anyway() -> None:
    assert found(unit(answer("b", 3, measure=50))) == []


def test_a_question_before_it_ends_no_search() -> None:
    data = unit(answer("b", 3), *BOTH.answers.values())
    assert len(found(data)) == 1
