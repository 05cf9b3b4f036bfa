from __future__ import annotations

from fractions import Fraction

from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Perhaps
from kediri_index.model.scoring import Outside
from kediri_index.rules.measured import result_against_target
from kediri_index.scoring.methods.achievement import Achievement
from tests.rules.building import at, context, measured
from tests.scoring.building import SCALE, Value, answer, group, index, question, reading, rule, unit

TREE = index(group("p", measured("a", Achievement()), question("b")))
STRICT = index(group("p", question("a", score=rule(Achievement(), SCALE, Outside.ERROR))))
UNBOUNDED = index(group("p", measured("a", Achievement(), to=None)), scale=None)


def row(measure: Value | Missing, target: Value | Missing | None) -> Answer:
    """The answer to a: its target in F14, if there is such a column, its result in G14."""
    return answer("a")._replace(
        measure=reading(measure, "G14"),
        target=None if target is None else reading(target, "F14"),
    )


def found(
    data: UnitData, definition: Definition = TREE, lead: Lead = Lead.ASSESSOR
) -> list[Finding]:
    return list(result_against_target(context(definition, data, lead=lead)))


def test_an_empty_target_is_named_at_its_cell_with_the_result() -> None:
    assert found(unit(row(5, Missing.EMPTY))) == [
        Finding.at_cell("S203", at("F14"), None, "a", measure="5")
    ]


def test_a_target_that_is_said_to_be_missing_is_named_as_it_is_written() -> None:
    (one,) = found(unit(row(5, Missing.NOT_COLLECTED)))
    assert (one.code, one.cell, one.value) == ("S203", "F14", Missing.NOT_COLLECTED.value)


def test_without_a_column_for_it_the_missing_target_is_named_at_the_result() -> None:
    assert found(unit(row(5, None))) == [Finding.at_cell("S203", at("G14"), "5", "a", measure="5")]


def test_a_target_may_stand_in_another_file() -> None:
    elsewhere = row(5, 10)._replace(target=reading(10)._replace(source=at("F3", "target.xlsx")))
    assert found(unit(elsewhere)) == []


def test_a_target_of_zero_is_named_at_its_cell() -> None:
    assert found(unit(row(5, 0))) == [Finding.at_cell("S201", at("F14"), "0", "a")]


def test_an_achievement_below_zero_is_named_at_the_result() -> None:
    figures = {"share": Fraction(-1, 2), "target": 10, "perhaps": Perhaps(None)}
    below = [Finding.at_cell("S202", at("G14"), "-5", "a", **figures)]
    assert found(unit(row(-5, 10))) == below
    assert found(unit(row(-5, 10)), UNBOUNDED) == below


def test_a_score_beyond_its_range_is_named_at_the_result() -> None:
    (one,) = found(unit(row(15, 10)), STRICT)
    assert (one.code, one.cell, one.value) == ("C203", "G14", "15")
    assert one.params == {"low": 0, "high": 4, "score": 6, "perhaps": Perhaps(None)}


def test_an_unreadable_target_is_not_named_a_second_time() -> None:
    assert found(unit(row(5, Missing.UNREADABLE))) == []


def test_nothing_is_said_where_a_result_can_be_scored_or_there_is_none() -> None:
    assert found(unit(row(5, 10))) == []
    assert found(unit(row(0, 10))) == []
    assert found(unit(row(15, 10))) == []
    assert found(unit(row(Missing.EMPTY, Missing.EMPTY))) == []
    assert found(unit(row(Missing.EMPTY, 0))) == []


def test_nothing_is_said_where_an_assessors_score_counts_instead() -> None:
    overridden = row(5, Missing.EMPTY)._replace(assessor=(reading(3),))
    assert found(unit(overridden)) == []
    assert [one.code for one in found(unit(overridden), lead=Lead.SELF)] == ["S203"]


def test_a_target_that_the_definition_fixes_is_never_missing() -> None:
    fixed = index(group("p", measured("a", Achievement(target=Fraction(10)))))
    assert found(unit(row(5, Missing.EMPTY)), fixed) == []


def test_a_question_has_no_target() -> None:
    assert found(unit(answer("b", 3, measure=5, target=Missing.EMPTY))) == []


def test_nothing_is_said_where_an_assessors_score_is_the_lowest() -> None:
    given = row(5, Missing.EMPTY)._replace(assessor=(reading(0),))
    assert found(unit(given)) == []


def test_a_row_that_is_good_or_has_no_result_ends_no_search() -> None:
    names = ("gone", "good", "a")
    tree = index(group("p", *(measured(name, Achievement()) for name in names)))
    rows = (
        answer("gone", measure=Missing.EMPTY, target=1),
        answer("good", measure=1, target=1),
        row(5, Missing.EMPTY),
    )
    assert [one.code for one in found(unit(*rows), tree)] == ["S203"]
