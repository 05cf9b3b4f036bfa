"""Answers made a table for the steps of ``prepare``, and answers again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import pytest

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Answer, Lead, Missing, Reading, UnitData
from kediri_index.model.definition import Definition, Imputation
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Sentence
from kediri_index.model.preparing import Applied, Effect, IndicatorChange, Panel, Step
from kediri_index.model.survey import Survey, SurveyValue
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.prepare import prepare
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.panel import panel_of
from tests.findings.building import ANSWERS, checked, csv_table
from tests.scoring.building import answer, group, index, question, rule, unit
from tests.scoring.prepare.rows import Row, rows_of

EMPTY = Missing.EMPTY
SURVEYED = SurveyValue(Survey({}, (Fraction(1), Fraction(4))), Fraction(3), 1, None, (), ())
GOALPOSTS = rule(Goalposts(min=Fraction(0), max=Fraction(10)))


@dataclass(frozen=True)
class Put(Step):
    """Puts *value* for the indicator of every unit, or takes it away."""

    indicator: str
    value: Fraction | None

    name: ClassVar[str] = "put"

    def apply(self, panel: Panel) -> Applied:
        before, rows = panel.values[self.indicator], range(len(panel.units))
        after = before.put(dict.fromkeys(rows, self.value))
        change = IndicatorChange("put", "", self.indicator, rows, before, after)
        values = {**panel.values, self.indicator: after}
        findings = (Finding("S413", value=self.indicator),)
        return Applied(panel._replace(values=values), (change,), findings)

    def explain(self, effect: Effect) -> Sentence:
        return Sentence("put", {"after": effect.after})

    def explain_all(self, count: int) -> Sentence:
        return Sentence("put", {"count": count})


def used(*steps: Step) -> Definition:
    """Two scores, M that is measured, and L that is one of a list."""
    levels = rule(Levels({Fraction(1): "one", Fraction(2): "two"}))
    every = (
        question("A"),
        question("B"),
        question("M", score=GOALPOSTS),
        question("L", score=levels),
    )
    return index(group("g", *every))._replace(prepare=steps)


def table_of(*units: UnitData, lead: Lead | None = None) -> tuple[Row, ...]:
    return rows_of(panel_of(used(), units, lead))


def after(step: Step, data: UnitData, lead: Lead | None = None) -> UnitData:
    """The unit of *data* once *step* is done."""
    return prepare(used(step), (data,), lead).unit(0)


def test_a_row_has_the_mean_of_assessors_and_results_and_no_choices_of_a_list() -> None:
    data = unit(answer("A", 1, EMPTY, 2), answer("M", measure=7), answer("L", 2))
    (row,) = table_of(data)
    assert row == Row("Kota", 2022, {"A": Fraction(3, 2), "M": Fraction(7)}, frozenset({"B"}))


@pytest.mark.parametrize("missing", [Missing.EMPTY, Missing.NOT_COLLECTED, Missing.NOT_DUE])
def test_what_is_not_there_yet_is_a_gap(missing: Missing) -> None:
    (row,) = table_of(unit(answer("A", missing), answer("M", measure=missing)))
    assert row.gaps == {"A", "B", "M"}


@pytest.mark.parametrize("missing", [Missing.NOT_APPLICABLE, Missing.UNREADABLE])
def test_what_does_not_apply_or_cannot_be_read_is_neither_a_value_nor_a_gap(
    missing: Missing,
) -> None:
    (row,) = table_of(unit(answer("A", missing), answer("M", measure=missing)))
    assert row == Row("Kota", 2022, {}, frozenset({"B"}))


@pytest.mark.parametrize(
    ("lead", "own", "assessor", "value"),
    [
        (Lead.SELF, 3, EMPTY, 3),
        (Lead.SELF, 3, 2, 3),
        (Lead.SELF, None, 2, None),
        (Lead.ASSESSOR, 3, 2, 2),
        (Lead.ASSESSOR, 3, EMPTY, None),
        (Lead.SELF, None, EMPTY, None),
        (Lead.ASSESSOR_ELSE_SELF, 3, EMPTY, 3),
        (Lead.ASSESSOR_ELSE_SELF, 3, 2, 2),
        (Lead.ASSESSOR_ELSE_SELF, None, EMPTY, None),
    ],
)
def test_the_score_that_leads_is_the_value(
    lead: Lead, own: int | None, assessor: int | Missing, value: int | None
) -> None:
    (row,) = table_of(unit(answer("A", assessor, own=own)), lead=lead)
    assert row.values.get("A") == value
    assert ("A" in row.gaps) is (value is None)


def test_without_a_word_the_units_own_data_decide_which_score_leads() -> None:
    own = unit(answer("A", own=3), answer("B", 2))
    assessed = unit(answer("A", 1, own=3), answer("B", 2))
    assert [row.values for row in table_of(own, assessed)] == [{"A": 3}, {"A": 1, "B": 2}]


def test_columns_beside_the_answers_come_along() -> None:
    beside = {"people": Reading(Fraction(4), None, "4", Source("data.xlsx"))}
    (row,) = table_of(unit(answer("A", 1))._replace(columns=beside))
    assert row.columns == beside


def test_the_numbers_of_a_row_of_a_wide_table_are_its_values() -> None:
    text = ANSWERS + "missing: {answers: exclude}\n"
    wide = checked(csv_table("unit,year,A-1,A-2\nKota A,2022,3,\nKota B,2022,,2.5\n"), text=text)
    assert all(isinstance(one.answers, UnitAnswers) for one in wide.data.units)
    ids = (question("A-1"), question("A-2"))
    table = rows_of(panel_of(index(group("g", *ids)), wide.data.units, None))
    assert [row.values for row in table] == [{"A-1": 3}, {"A-2": Fraction(5, 2)}]
    assert [row.gaps for row in table] == [{"A-2"}, {"A-1"}]


def test_steps_are_done_one_after_the_other_and_all_they_say_is_kept() -> None:
    steps = (Put("A", Fraction(1)), Put("A", Fraction(2)), Put("B", Fraction(3)))
    made = prepare(used(*steps), (unit(answer("A", 4)),))
    assert made.effects is not None
    assert made.panel is not None
    effects = made.effects.all()
    assert [one.indicator for one in effects] == ["A", "A", "B"]
    assert [one.after for one in effects] == [1, 2, 3]
    assert [one.value for one in made.findings] == ["A", "A", "B"]
    assert rows_of(made.panel)[0].values == {"A": 2, "B": 3}
    answers = made.unit(0).answers.values()
    assert {one.id: one.assessor[0].number for one in answers} == {"A": 2, "B": 3}


def test_without_steps_units_are_what_they_were() -> None:
    data = (unit(answer("A", 1, 2)),)
    made = prepare(used(), data)
    assert made.units == data
    assert made.unit(0) is data[0]


def test_an_answer_that_no_step_changed_is_the_one_that_was_given() -> None:
    given = (answer("A", 1), answer("M", measure=7), answer("L", 2))
    found = after(Put("A", Fraction(2)), unit(*given)).answers
    assert (found["M"], found["L"]) == given[1:]


def test_a_new_number_stands_where_the_old_one_was_seen() -> None:
    seen = answer("A", 1, 3, own=4)
    found = after(Put("A", Fraction(5)), unit(seen)).answers["A"]
    assert found == seen._replace(assessor=(seen.assessor[0]._replace(number=Fraction(5)),))
    result = answer("M", 2, measure=7)
    found = after(Put("M", Fraction(5)), unit(result)).answers["M"]
    assert found == result._replace(measure=Reading(Fraction(5), None, "7", result.row))


def test_a_number_for_a_gap_makes_it_one_no_more() -> None:
    found = after(Put("A", Fraction(5)), unit(answer("A", EMPTY))).answers["A"]
    assert found.assessor == (Reading(Fraction(5), None, "", found.row),)


def test_a_number_that_a_step_takes_away_is_missing_and_what_was_seen_stays() -> None:
    found = after(Put("A", None), unit(answer("A", 3))).answers["A"]
    assert found.assessor == (Reading(None, EMPTY, "3", found.row),)


@pytest.mark.parametrize(("lead", "own"), [(Lead.SELF, 5), (Lead.ASSESSOR, 3)])
def test_a_new_number_is_put_for_the_score_that_leads(lead: Lead, own: int) -> None:
    found = after(Put("A", Fraction(5)), unit(answer("A", EMPTY, own=3)), lead).answers["A"]
    assert found.self_score is not None
    assert [found.self_score.number, found.assessor[0].number] == [own, None if own == 5 else 5]
    assert found.self_score.text == "3"


@pytest.mark.parametrize(
    ("lead", "assessor", "numbers"),
    [
        (Lead.SELF, 2, [5, 2]),
        (Lead.ASSESSOR, 2, [3, 5]),
        (Lead.ASSESSOR_ELSE_SELF, 2, [3, 5]),
        (Lead.ASSESSOR_ELSE_SELF, EMPTY, [5, None]),
    ],
)
def test_a_new_number_is_put_where_the_scored_one_stood(
    lead: Lead, assessor: int | Missing, numbers: list[int | None]
) -> None:
    found = after(Put("A", Fraction(5)), unit(answer("A", assessor, own=3)), lead).answers["A"]
    assert found.self_score is not None
    assert [one.number for one in (found.self_score, *found.assessor)] == numbers


@pytest.mark.parametrize("lead", Lead)
def test_what_respondents_say_is_the_value_whoever_leads(lead: Lead) -> None:
    asked = answer("A", own=3)._replace(survey=SURVEYED)
    (row,) = table_of(unit(asked), lead=lead)
    assert row.values == {"A": 3}
    found = after(Put("A", Fraction(5)), unit(asked), lead).answers["A"]
    assert found.self_score is not None
    assert [one.number for one in (found.self_score, *found.assessor)] == [5]


@pytest.mark.parametrize(("lead", "values"), [(Lead.SELF, {}), (Lead.ASSESSOR, {"A-1": 3})])
def test_a_plain_score_of_a_table_is_the_assessors(lead: Lead, values: dict[str, int]) -> None:
    text = ANSWERS + "missing: {answers: exclude}\n"
    wide = checked(csv_table("unit,year,A-1\nKota A,2022,3\n"), text=text)
    (row,) = rows_of(panel_of(index(group("g", question("A-1"))), wide.data.units, lead))
    assert row.values == values
    assert row.gaps == {"A-1"} - values.keys()


def test_a_number_for_an_own_score_that_has_no_cell_stands_at_its_row() -> None:
    found = after(Put("A", Fraction(5)), unit(answer("A")), Lead.SELF).answers["A"]
    assert found.self_score == Reading(Fraction(5), None, "", found.row)


@pytest.mark.parametrize(("files", "file"), [(("a.xlsx", "b.xlsx"), "a.xlsx"), ((), "")])
def test_an_answer_that_no_row_gave_is_of_the_units_first_file(
    files: tuple[str, ...], file: str
) -> None:
    data = UnitData("Kota", 2022, {}, files)
    row = Source(file)
    assert after(Put("A", Fraction(5)), data, Lead.ASSESSOR).answers == {
        "A": Answer("A", row, None, (Reading(Fraction(5), None, "", row),))
    }
    assert after(Put("M", Fraction(5)), data).answers == {
        "M": Answer("M", row, None, (), Reading(Fraction(5), None, "", row))
    }


def test_a_unit_that_a_step_leaves_out_is_marked_so() -> None:
    @dataclass(frozen=True)
    class Leave(Put):
        def apply(self, panel: Panel) -> Applied:
            return Applied(panel._replace(left_out=frozenset({0})))

    assert after(Leave("A", None), unit(answer("A", 1))).left_out
    assert not after(Put("A", None), unit(answer("A", 1))).left_out


def test_each_unit_is_read_and_changed_by_its_own_lead() -> None:
    units = (unit(answer("A", own=3), name="Satu"), unit(answer("A", 2, own=3), name="Dua"))
    made = prepare(used(Put("A", Fraction(5))), units)
    found = [made.unit(row) for row in range(2)]
    own = [one.answers["A"].self_score for one in found]
    assert [one and one.number for one in own] == [5, 3]
    assert [[one.number for one in each.answers["A"].assessor] for each in found] == [[], [5]]


def test_a_result_without_a_cell_is_a_gap() -> None:
    (row,) = table_of(unit(answer("M", 2)))
    assert row.gaps == {"A", "B", "M"}


def test_an_answer_that_stays_does_not_keep_the_next_from_changing() -> None:
    found = after(Put("B", Fraction(5)), unit(answer("A", 1), answer("B", 2))).answers
    assert [one.assessor[0].number for one in found.values()] == [1, 5]


def test_an_estimate_stands_among_the_plain_numbers_of_a_table() -> None:
    text = ANSWERS + "missing: {answers: exclude}\n"
    wide = checked(csv_table("unit,year,A-1,A-2\nKota A,2022,3,\nKota B,2022,,2.5\n"), text=text)
    ids = (question("A-1"), question("A-2"))
    definition = index(group("g", *ids))._replace(prepare=(Impute(Imputation.MEAN),))
    made = prepare(definition, wide.data.units)
    answers = made.unit(1).answers
    assert isinstance(answers, UnitAnswers)
    assert [one.assessor[0].number for one in answers.values()] == [3, Fraction(5, 2)]
    doubled = definition._replace(prepare=(Impute(Imputation.MEAN), Put("A-2", Fraction(9))))
    answers = prepare(doubled, wide.data.units).unit(1).answers
    assert [one.assessor[0].number for one in answers.values()] == [3, 9]
    assert answers["A-2"].assessor[0].text == "2.5"
