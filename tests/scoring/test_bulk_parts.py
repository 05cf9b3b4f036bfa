"""What stands in for objects of many units: rows that make answers, and what is kept of a tree."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from kediri_index.messages.values import plain
from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.numbers import Digits
from kediri_index.model.scores import UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.answers import Presence, known_scores, leaf_scores, presence_of
from kediri_index.scoring.normalisations.z_score import quotient_by_root
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import (
    ANSWERS,
    ONE_GROUP,
    TOP,
    checked,
    csv_table,
    definition,
    long_sheet,
    workbook,
)
from tests.scoring.one_unit import score_unit

EXCLUDE = ANSWERS + "missing: {answers: exclude}\n"
TWO = csv_table("unit,year,A-1,A-2\nKota A,2022,3,\nKota B,2022,2.5,tidak berlaku\n")


def units(*books: Workbook) -> tuple[UnitData, ...]:
    return checked(*books, text=EXCLUDE).data.units


def wide(unit: UnitData) -> UnitAnswers:
    assert isinstance(unit.answers, UnitAnswers)
    return unit.answers


def test_a_row_has_an_answer_for_each_column_and_no_other() -> None:
    answers = wide(units(TWO)[0])
    assert (list(answers), len(answers)) == (["A-1", "A-2"], 2)
    assert "A-2" in answers
    assert "A-3" not in answers
    assert answers.get("A-3") is None


def test_an_answer_of_a_row_names_its_cell_and_what_was_seen() -> None:
    data = units(workbook({"Data": [("unit", "year", "A-1", "A-2"), ("Kota A", 2022, 2.75, None)]}))
    (reading,) = wide(data[0])["A-1"].assessor
    assert isinstance(reading.text, Digits)
    assert reading == (Fraction(11, 4), None, "2.75", ("isian.xlsx", "Data", "C2"))
    (empty,) = wide(data[0])["A-2"].assessor
    assert (empty.missing, empty.source.cell) == (Missing.EMPTY, "D2")


def test_only_cells_with_more_to_say_have_answers_of_their_own() -> None:
    assert [list(full_answers(unit)) for unit in units(TWO)[:1]] == [[]]
    assert [one.id for one in full_answers(units(TWO)[1])] == ["A-2"]


def test_rows_of_other_files_are_merged_with_a_row_of_a_wide_table() -> None:
    more = long_sheet(
        ("Wilayah", "Tahun", "Kode", "Nilai asesor"), ("Kota A", 2022, "A-2", 1), path="lain.xlsx"
    )
    unit = units(TWO, more)[0]
    assert isinstance(unit.answers, dict)
    numbers = {one.id: one.assessor[0].number for one in unit.answers.values()}
    assert numbers == {"A-1": 3, "A-2": 1}


def test_a_leaf_of_a_row_is_that_of_its_answer() -> None:
    used, unit = definition(EXCLUDE), units(TWO)[1]
    leaves = leaf_scores(used, unit, Lead.ASSESSOR)
    assert leaves == leaf_scores(used, unit._replace(answers=dict(unit.answers)), Lead.ASSESSOR)
    assert ("A-1" in leaves, "A-3" in leaves, len(leaves)) == (True, False, 2)
    assert presence_of(leaves) == Presence(frozenset({"A-1"}), frozenset({"A-2"}))


def test_nobody_assessed_himself_in_a_row() -> None:
    leaves = leaf_scores(definition(EXCLUDE), units(TWO)[0], Lead.SELF)
    assert presence_of(leaves) == Presence(frozenset())
    assert leaves["A-1"].missing is Missing.EMPTY


def test_a_column_that_the_definition_does_not_know_makes_no_leaf() -> None:
    other = definition(EXCLUDE.replace("A-2", "A-9"))
    assert list(leaf_scores(other, units(TWO)[1], Lead.ASSESSOR)) == ["A-1"]


def results() -> Sequence[UnitResult]:
    outcome = score(Submission((TWO,)), definition(EXCLUDE))
    assert outcome.units is not None
    return outcome.units


def test_a_quotient_by_a_root_that_is_a_fraction_is_exact() -> None:
    assert quotient_by_root(Fraction(1), Fraction(4, 9)) == Fraction(3, 2)
    assert quotient_by_root(Fraction(0), Fraction(2)) == 0


def test_a_quotient_by_another_root_has_fifty_digits_and_no_more_than_sixty() -> None:
    found = quotient_by_root(Fraction(1), Fraction(3))
    assert abs(found * found * 3 - 1) < Fraction(1, 10**49)
    assert 10**70 % found.denominator == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(1, 10**9), "0.000000001"),
        (Fraction(999_999_999_999_999, 10**9), "999999.999999999"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10**6), "1000000"),
        (Fraction(1, 3), "0.333333333333333"),
        (Fraction(0), "0"),
    ],
)
def test_a_number_is_written_in_up_to_fifteen_digits(number: Fraction, text: str) -> None:
    assert plain(number) == text


def test_answers_of_two_columns_for_one_id_are_told_apart() -> None:
    book = csv_table("unit,year,A-1,A-1\nKota A,2022,3,2\n")
    found = checked(book, text=EXCLUDE)
    assert "X303" in [one.code for one in found.findings]
    (unit,) = found.data.units
    answer: Answer = unit.answers["A-1"]
    assert answer.assessor[0].number == 3


MIXED = f"""{TOP}{ONE_GROUP}
missing: {{answers: exclude}}
indicators:
  - {{id: A-1, in: a, name: Nilai}}
  - {{id: M-1, in: a, name: Hasil, score: {{method: goalposts, min: 0, max: 8}}}}
  - {{id: M-2, in: a, name: Hasil, score: {{method: goalposts, min: 0, max: 8, outside: error}}}}
  - {{id: A-2, in: a, name: Nilai}}
  - {{id: M-3, in: a, name: Hasil, score: {{method: goalposts, min: 0, max: 8}}}}
"""
MIXED_ROWS = (
    'unit,A-1,M-1,M-2,A-2,M-3\nKota A,3,2,4,1.5,6\nKota B,3,,4,tidak berlaku,\nKota C,3,,4,"2,5",\n'
)


@pytest.mark.parametrize("lead", list(Lead))
@pytest.mark.parametrize("row", [0, 1, 2])
def test_scores_of_a_row_are_those_of_its_answers(lead: Lead, row: int) -> None:
    data = checked(csv_table(MIXED_ROWS), text=MIXED).data.units[row]
    used = definition(MIXED)
    one_by_one = leaf_scores(used, data._replace(answers=dict(data.answers)), lead)
    assert leaf_scores(used, data, lead) == one_by_one
    scores = Scores(Prepared((data,), used), value=lead).places[0][0].tree()
    assert scores.leaves.scores == known_scores(one_by_one)
    assert scores.presence(0) == presence_of(one_by_one)


def test_a_rows_total_counts_the_scores_that_an_assessor_gave() -> None:
    units = checked(csv_table(MIXED_ROWS), text=MIXED).data.units
    for data, answered in zip(units, (2, 1, 2), strict=True):
        result = score_unit(definition(MIXED), data)
        assert result.assessor_total is not None
        assert (result.assessor_total.answered, result.self_total) == (answered, None)
