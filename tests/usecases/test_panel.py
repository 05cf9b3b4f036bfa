"""Several units scored by one another, and prepared first: from files to results."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Missing
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.aggregations.copeland import Duels, Row, duels
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import HERE, ONE_GROUP, TOP, csv_table, definition

if TYPE_CHECKING:
    import pytest

SCORED = "score: {method: min_max, to: [0, 4]}\n"
TWO = "indicators:\n  - {id: A-1, in: a, name: Satu}\n  - {id: A-2, in: a, name: Dua}\n"
EXCLUDE = "missing: {answers: exclude}\n"


def made(*more: str) -> Definition:
    return definition("".join((TOP, *more, ONE_GROUP, TWO)))


def outcome(book: Workbook, used: Definition, hints: Hints = HERE) -> ScoreOutcome:
    return score(Submission((book,)), used, hints=hints)


def units(found: ScoreOutcome) -> dict[str | None, UnitResult]:
    assert found.units is not None, found.findings
    return {one.unit: one for one in found.units}


def test_units_are_ranked_by_scores_among_one_another() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,2,30\nKota C,5,20\n")
    found = units(outcome(book, made(SCORED)))
    assert [one.overall.score for one in found.values()] == [0, Fraction(5, 2), 3]
    assert [one.rank for one in found.values()] == [3, 2, 1]


def test_units_are_compared_once_for_the_check_and_the_scores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[int] = []

    def counted(rows: Sequence[Row]) -> list[Duels] | None:
        calls.append(len(rows))
        return duels(rows)

    monkeypatch.setattr("kediri_index.scoring.aggregations.copeland.duels", counted)
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,2,30\nKota C,5,20\n")
    found = units(outcome(book, made(SCORED, "aggregate: copeland\n")))
    assert [one.overall.score for one in found.values()] == [-2, 1, 1]
    nodes, figures = 2, 2
    assert calls == [3] * nodes * figures


def test_a_unit_that_is_left_out_stays_with_its_answers_and_no_score() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,100,\nKota C,5,20\n")
    for policy in (EXCLUDE, "", "missing: {answers: zero}\n"):
        used = made(SCORED, policy, "prepare: [{screen: {min_present: 1}}]\n")
        found = outcome(book, used)
        assert [one.code for one in found.findings] == ["S412"]
        left = units(found)["Kota B"]
        assert (left.overall.score, left.rank, left.no_score) == (None, None, NoScore.LEFT_OUT)
        assert [one.no_score for one in left.groups] == [NoScore.LEFT_OUT]
        assert [(one.raw, one.figure.score) for one in left.indicators] == [
            ("100", None),
            ("", None),
        ]
        assert [units(found)[name].overall.score for name in ("Kota A", "Kota C")] == [0, 4]
        assert [(one.step, one.unit, one.before) for one in found.prepared] == [
            ("screen", "Kota B", Fraction(1, 2))
        ]


def test_an_estimated_value_is_an_answer_and_its_cell_stays_empty() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,3,\nKota C,5,20\n")
    used = made(SCORED, "prepare: [{impute: {method: mean}}]\n")
    found = outcome(book, used)
    assert found.findings == ()
    second = units(found)["Kota B"].indicators[1]
    assert [second.figure.score, second.raw, second.missing] == [2, "", None]
    assert second.sources[0].cell == "C3"


def test_what_is_unreadable_or_does_not_apply_is_not_estimated() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,3,banyak\nKota C,5,tidak berlaku\n")
    used = made(SCORED, "prepare: [{impute: {method: mean}}]\n")
    checked = check(Submission((book,)), used, hints=HERE)
    assert "C110" in {one.code for one in checked.findings}
    assert checked.ready is not None
    assert checked.ready.effects is not None
    assert checked.ready.effects.all() == ()


def test_steps_also_change_scores_that_are_given() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,3\nKota B,3,\n")
    found = outcome(book, made("prepare: [{impute: {method: mean}}]\n"))
    assert found.findings == ()
    assert [one.overall.score for one in units(found).values()] == [2, 3]


def test_levels_are_not_estimated() -> None:
    levels = "score: {method: levels, levels: {0: nol, 4: empat}}\n"
    book = csv_table("unit,A-1,A-2\nKota A,0,4\nKota B,4,\n")
    found = outcome(book, made(levels, EXCLUDE, "prepare: [{impute: {method: mean}}]\n"))
    assert found.prepared == ()


def test_a_row_that_is_not_there_is_estimated_too() -> None:
    wide = csv_table("unit,A-1,A-2\nKota A,1,10\nKota C,5,20\n")
    long = csv_table("Kode,Realisasi\nA-1,3\n", "satu.csv")
    used = made(SCORED, "prepare: [{impute: {method: mean}}]\n")
    found = score(Submission((wide, long)), used, hints=HERE)
    assert found.findings == ()
    assert units(found)["Kota Uji"].overall.score == 2


def test_a_score_beyond_its_range_is_an_error_where_the_definition_says_so() -> None:
    strict = "score: {method: z_score, to: [0, 4], outside: error}\n"
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,3,30\n")
    found = outcome(book, made(strict))
    assert {(one.code, one.cell) for one in found.findings} == {("C203", "B2"), ("C203", "C2")}
    assert found.units is None


def test_a_value_that_a_step_made_impossible_is_an_error() -> None:
    used = made(
        "score: {method: goalposts, min: 1, max: 9, transform: log}\n",
        "prepare: [{denominate: {A-1: Selisih}}]\n",
    )
    book = csv_table("unit,Selisih,A-1,A-2\nKota A,1,10,3\nKota B,-3,3,3\n")
    found = outcome(book, used)
    assert [(one.code, one.cell) for one in found.findings] == [("S204", "C3")]


def test_without_any_spread_there_is_no_overall_and_the_reason_stands_beside_it() -> None:
    book = csv_table("unit,A-1,A-2\nKota A,1,10\nKota B,1,10\n")
    found = outcome(book, made(SCORED))
    assert [one.code for one in found.findings] == ["S402", "S402"]
    first = units(found)["Kota A"]
    assert first.overall.score is None
    assert {one.reason for one in first.omissions} == {Missing.UNDEFINED}


def test_an_assessors_score_still_stands_in_for_a_measured_one() -> None:
    long = csv_table(
        "unit,year,Kode,Realisasi,Nilai asesor\n"
        "Kota A,2022,A-1,1,\nKota A,2022,A-2,10,3\nKota B,2022,A-1,2,\nKota B,2022,A-2,30,\n"
    )
    found = units(outcome(long, made(SCORED)))
    assert [one.overall.score for one in found.values()] == [Fraction(3, 2), 4]


def test_estimated_self_assessments_count_where_these_lead() -> None:
    rows = (
        "unit,year,Kode,Nilai mandiri\n"
        "Kota A,2022,A-1,1\nKota A,2022,A-2,3\nKota B,2022,A-1,2\nKota B,2022,A-2,\n"
    )
    found = outcome(csv_table(rows), made("prepare: [{impute: {method: mean}}]\n"))
    assert found.findings == ()
    assert [one.overall.score for one in units(found).values()] == [2, Fraction(5, 2)]
