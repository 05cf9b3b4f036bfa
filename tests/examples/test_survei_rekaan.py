"""The invented survey: 54 questions x 50 respondents, and the score that comes of it."""

from __future__ import annotations

import statistics
from fractions import Fraction
from pathlib import Path

import openpyxl

from examples import make_survei_rekaan
from kediri_index import (
    check,
    load_definition,
    read_workbooks,
    render_report,
    score,
    yearly_report,
)
from kediri_index.scoring.scores import Scores
from tests.examples.packages import members

SURVEY = Path(__file__).parents[2] / "examples" / "survei-rekaan"
WORKBOOK = SURVEY / "survei-dampak-rekaan.xlsx"
DEFINITION = SURVEY / "dampak-rekaan.yaml"
T_49 = 1.6765508926
"""The 0.95 quantile of Student's t with 49 degrees of freedom, from R's ``qt(0.95, 49)``."""


def columns() -> dict[str, list[int]]:
    """Return the answers by the code above them, read by another program."""
    (sheet,) = openpyxl.load_workbook(WORKBOOK).worksheets
    rows = [[cell.value for cell in row[3:]] for row in sheet.iter_rows(min_row=6)]
    return {
        str(code): [int(str(one)) for one in answers] for code, *answers in zip(*rows, strict=True)
    }


def test_the_committed_files_are_what_the_script_writes(tmp_path: Path) -> None:
    for path in make_survei_rekaan.write_all(tmp_path):
        assert members(path) == members(SURVEY / path.name), path.name


def test_both_files_say_that_the_answers_are_invented() -> None:
    (sheet,) = openpyxl.load_workbook(WORKBOOK).worksheets
    assert "rekaan" in WORKBOOK.name
    assert "rekaan" in sheet.title
    assert "rekaan, bukan hasil survei" in sheet["A1"].value
    assert "rekaan" in load_definition(DEFINITION).title.main


def test_every_value_and_interval_is_that_of_the_answers_in_its_column() -> None:
    definition = load_definition(DEFINITION)
    outcome = score(read_workbooks(WORKBOOK), definition)
    assert isinstance(outcome.units, Scores)
    indicators = outcome.units.result(0).indicators
    asked = columns()
    assert [one.id for one in indicators] == list(asked)
    assert {len(answers) for answers in asked.values()} == {50}
    for one in indicators:
        answers = asked[one.id]
        assert one.figure.score == Fraction(sum(answers), 50), one.id
        assert one.survey is not None
        half = T_49 * statistics.stdev(answers) / 50**0.5
        low, high = one.survey.interval or (0, 0)
        mean = statistics.mean(answers)
        assert abs(low - (mean - half)) < 1e-8, one.id
        assert abs(high - (mean + half)) < 1e-8, one.id


def test_one_respondent_with_the_same_answer_throughout_is_all_there_is_to_say() -> None:
    found = check(read_workbooks(WORKBOOK), load_definition(DEFINITION)).findings
    assert [(one.code, one.cell, one.params["rows"]) for one in found] == [("S824", "D23", ("23",))]


def test_the_workbook_of_the_report_computes_from_the_values_of_the_respondents(
    tmp_path: Path,
) -> None:
    report = yearly_report(read_workbooks(WORKBOOK), load_definition(DEFINITION))
    assert report.yearly is not None
    (tmp_path / "laporan.xlsx").write_bytes(render_report(report.yearly, "xlsx"))
    (header, first) = openpyxl.load_workbook(tmp_path / "laporan.xlsx")["Jawaban"]["A5:M6"]
    cells = {one.value: two for one, two in zip(header, first, strict=True)}
    assert cells["Mandiri"].value == 3.52
    assert cells["Mandiri"].coordinate in cells["Nilai"].value
    assert cells["Asesor"].coordinate not in cells["Nilai"].value
