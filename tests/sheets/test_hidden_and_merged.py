"""Hidden rows and columns are read and said to be; a merged value is that of its first cell."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kediri_index.model.dataset import Missing
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import checked, codes, places

ROWS: list[tuple[str | int, ...]] = [
    ("Kode", "Indikator", "Nilai mandiri", "Nilai asesor"),
    ("A-1", "Layanan daring", 3, 3),
    ("A-2", "Waktu layanan", 2, 2),
]


def sheet_after(change: Callable[[Worksheet], None]) -> Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in ROWS:
        sheet.append(row)
    change(sheet)
    data = io.BytesIO()
    book.save(data)
    return read_workbook("isian.xlsx", data.getvalue(), Limits())


def test_hidden_rows_are_read_and_named_once() -> None:
    def hide(sheet: Worksheet) -> None:
        for row in (2, 3):
            sheet.row_dimensions[row].hidden = True

    found = checked(sheet_after(hide))
    assert list(found.data.units[0].answers) == ["A-1", "A-2"]
    (finding,) = found.findings
    assert (finding.code, finding.cell) == ("F430", "A2")
    assert finding.params == {"count": 2, "rows": ("2", "3")}


def test_a_hidden_row_that_is_not_read_is_nobodys_business() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet["B9"] = "catatan"
        sheet.row_dimensions[9].hidden = True

    assert checked(sheet_after(hide)).findings == ()


def test_a_hidden_column_without_a_value_is_nobodys_business() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions["D"].hidden = True
        for row in (2, 3):
            sheet.cell(row, 4).value = None

    assert "F431" not in codes(checked(sheet_after(hide)).findings)


def test_a_hidden_column_of_values_is_read_and_named() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions["D"].hidden = True
        sheet.column_dimensions["B"].hidden = True

    found = checked(sheet_after(hide))
    assert places(found.findings) == [("F431", "D1")]
    assert found.data.units[0].answers["A-1"].assessor[0].number == 3


@pytest.mark.parametrize(
    ("span", "named"),
    [("D2:D3", ["D3"]), ("C2:D2", ["D2"]), ("C2:D3", ["D2", "C3", "D3"])],
)
def test_a_merged_value_counts_for_its_first_cell_and_the_others_are_named(
    span: str, named: list[str]
) -> None:
    found = checked(sheet_after(lambda sheet: sheet.merge_cells(span)))
    assert places(found.findings) == [("C105", cell) for cell in named]


def test_what_a_merged_cell_covers_is_unreadable_and_not_said_to_be_empty_too() -> None:
    found = checked(sheet_after(lambda sheet: sheet.merge_cells("D2:D3")))
    assert codes(found.findings) == ["C105"]
    covered = found.data.units[0].answers["A-2"].assessor[0]
    assert (covered.number, covered.missing) == (None, Missing.UNREADABLE)
    assert found.findings[0].params == {"anchor": "D2"}


def test_a_heading_merged_across_columns_of_values_is_no_value() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet["A4"], sheet["B4"] = "a", "Bagian A"
        sheet.merge_cells("B4:D4")
        sheet["A5"] = "BASELINE"
        sheet.merge_cells("A5:D5")

    assert [one for one in codes(checked(sheet_after(merge)).findings) if one == "C105"] == []


def test_merged_but_empty_cells_are_empty() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet["D2"] = None
        sheet.merge_cells("D2:D3")

    assert places(checked(sheet_after(merge)).findings) == []


def test_a_merged_heading_and_merged_remarks_are_no_fault() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet["A5"] = "Catatan pengisian"
        sheet.merge_cells("A5:D6")
        sheet.merge_cells("B2:B3")

    assert checked(sheet_after(merge)).findings == ()
