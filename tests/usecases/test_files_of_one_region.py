"""Several files of one region are one data set, also where they share one form."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import LastYear, score
from tests.findings.building import HERE, csv_table, definition, long_sheet, scores


def test_forms_that_list_everything_and_fill_their_own_part_add_up() -> None:
    first = scores(("A-1", 3), ("A-2", None), path="dinkes.xlsx")
    second = scores(("A-1", None), ("A-2", 2), path="disdik.xlsx")
    for books in ((first, second), (second, first)):
        outcome = score(Submission(books), definition(), hints=HERE)
        assert outcome.findings == ()
        assert outcome.units is not None
        assert outcome.units[0].overall.score == Fraction(5, 2)


def test_what_is_filled_in_nowhere_is_named_once_at_a_cell() -> None:
    books = (scores(("A-1", 3), ("A-2", None)), scores(("A-2", None), path="dua.xlsx"))
    found = check(Submission(books), definition(), hints=HERE).findings
    assert [(one.code, one.file, one.cell) for one in found] == [("C101", "isian.xlsx", "B3")]


def test_one_file_may_hold_the_self_assessment_and_another_the_assessors_score() -> None:
    own = long_sheet(("Kode", "Nilai mandiri"), ("A-1", 4), ("A-2", 4))
    assessed = scores(("A-1", 3), ("A-2", 2), path="dua.xlsx")
    outcome = score(Submission((own, assessed)), definition(), hints=HERE)
    assert outcome.findings == ()
    assert outcome.units is not None
    unit = outcome.units[0]
    assert unit.self_total is not None
    assert unit.overall.score == Fraction(5, 2)
    assert unit.self_total.figure.score == Fraction(4)


def test_a_file_of_the_same_year_is_not_last_years() -> None:
    this = Submission((csv_table("unit,year,A-1,A-2\nKota Uji,2022,3,3\n"),))
    outcome = score(this, definition(), previous=LastYear(this, definition(), "isian.csv"))
    assert [one.code for one in outcome.findings] == ["S305"]
    assert outcome.units is not None
    assert outcome.units[0].previous is None


def test_assessors_who_fill_in_their_own_columns_add_up() -> None:
    header = ("Kode", "Nilai asesor 1", "Nilai asesor 2")
    one = long_sheet(header, ("A-1", 3, None), ("A-2", 2, 2))
    two = long_sheet(header, ("A-1", None, 1), ("A-2", None, None), path="dua.xlsx")
    outcome = score(Submission((one, two)), definition(), hints=HERE)
    assert outcome.units is not None
    assert outcome.units[0].overall.score == Fraction(2)


def test_a_known_code_is_read_whatever_its_indicator_is_called() -> None:
    header = ("Kode", "Indikator", "Nilai asesor")
    book = long_sheet(header, ("A-1", "Layanan daring", 3), ("A-2", "Total", 1))
    outcome = score(Submission((book,)), definition(), hints=HERE)
    assert outcome.units is not None
    assert outcome.units[0].overall.score == Fraction(2)


def test_a_column_that_is_not_read_takes_no_score_away() -> None:
    header = ("Kode", "Realisasi", "Nilai mandiri", "Nilai asesor")
    book = long_sheet(header, ("A-1", "n/a", 3, None), ("A-2", None, 1, 1))
    found = check(Submission((book,)), definition(), hints=HERE)
    unit = score(Submission((book,)), definition(), hints=HERE).units
    assert unit is not None
    assert unit[0].overall.score == Fraction(2)
    assert found.findings == ()
