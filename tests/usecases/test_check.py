from __future__ import annotations

from kediri_index.model.dataset import Lead
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from tests.findings.building import (
    ANSWERS,
    HERE,
    checked,
    codes,
    csv_table,
    definition,
    long_sheet,
    places,
    scores,
    workbook,
)

BOTH = ("Kode", "Nilai mandiri", "Nilai asesor")


def found(*books: Workbook, value: Lead | None = None, complete: bool = False) -> list[str]:
    return codes(
        check(Submission(books), definition(), hints=HERE, value=value, complete=complete).findings
    )


def test_a_part_is_no_fault_unless_the_files_ought_to_be_complete() -> None:
    assert found(scores(("A-1", 3))) == []
    assert found(scores(("A-1", 3)), complete=True) == ["S101"]


def test_all_files_together_are_complete() -> None:
    parts = scores(("A-1", 3)), scores(("A-2", 3), path="dua.xlsx")
    assert found(*parts, complete=True) == []


def test_an_empty_answer_is_a_fault_in_a_part_too() -> None:
    assert found(scores(("A-1", None))) == ["C101"]


def test_every_score_column_is_validated_also_one_that_does_not_lead() -> None:
    book = long_sheet(BOTH, ("A-1", 9, 3), ("A-2", 2, "tiga"))
    assert places(checked(book).findings) == [("C203", "B2"), ("C110", "C3")]


def test_the_score_that_leads_decides_what_is_not_answered() -> None:
    book = long_sheet(BOTH, ("A-1", 3, 3), ("A-2", None, 3))
    assert found(book) == []
    assert found(book, value=Lead.SELF) == ["C101"]
    assert found(book, value=Lead.ASSESSOR_ELSE_SELF) == []


def test_all_faults_of_all_files_come_in_one_pass_and_in_order() -> None:
    book = workbook(
        {
            "Identitas": [("Tahun", "x"), ("Definisi", "lain")],
            "B": [("Kode", "Nilai asesor"), ("A-2", 9), ("A-9", 3)],
            "A": [("Nilai asesor", "Kode"), ("tiga", "A-1")],
        },
        path="b.xlsx",
    )
    result = check(
        Submission((book, csv_table("", "a.csv")), (Finding("F415", file="~$c.xlsx"),)),
        definition(),
        hints=HERE,
    )
    assert [(one.code, one.file, one.sheet, one.cell) for one in result.findings] == [
        ("F101", "a.csv", None, None),
        ("C110", "b.xlsx", "A", "A2"),
        ("C203", "b.xlsx", "B", "B2"),
        ("X301", "b.xlsx", "B", "A3"),
        ("F409", "b.xlsx", "Identitas", "B1"),
        ("F407", "b.xlsx", "Identitas", "B2"),
        ("F415", "~$c.xlsx", None, None),
    ]


def test_findings_stand_in_order_of_row_and_column_and_each_once() -> None:
    cells = ["AA2", "B10", "B9", "A10", "Z2"]
    findings = [Finding("C110", "a.xlsx", "S", cell) for cell in cells]
    ordered = in_order([*findings, *findings])
    assert [one.cell for one in ordered] == ["Z2", "AA2", "B9", "A10", "B10"]


def test_the_data_are_there_beside_the_findings() -> None:
    result = check(Submission((scores(("A-1", 9), ("A-2", 3)),)), definition(), hints=HERE)
    (unit,) = result.data.units
    assert sorted(unit.answers) == ["A-1", "A-2"]
    assert [file.path for file in result.data.inputs] == ["isian.xlsx"]


def test_a_profile_names_the_unit_of_files_that_name_none() -> None:
    result = check(Submission((scores(("A-1", 3)),)), definition(), Profile(unit="Kota Uji"))
    assert [finding.code for finding in result.findings] == ["F421"]
    assert result.data.units[0].unit == "Kota Uji"


def test_two_units_are_checked_each_by_itself() -> None:
    book = csv_table("unit,year,A-1,A-2\nKota A,2022,3,3\nKota B,2022,3,\n")
    result = check(Submission((book,)), definition(), hints=Hints(), complete=True)
    assert places(result.findings) == [("C101", "D3")]


def test_what_may_be_missing_is_no_fault() -> None:
    book = scores(("A-1", None), ("A-2", 3))
    assert checked(book, text=ANSWERS + "missing: {answers: exclude}\n").findings == ()


def test_what_does_not_apply_needs_no_answer() -> None:
    told = found(scores(("A-1", "tidak berlaku"), ("A-2", 3)), complete=True)
    assert told == ["S330"]  # its effect on the score
