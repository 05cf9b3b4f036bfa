"""The empty list of indicators checks itself in a spreadsheet while it is filled in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils import get_column_letter

from kediri_index.model.language import Language
from kediri_index.sheets.lists.headings import ListColumn
from kediri_index.sheets.lists.writing import GROUPS_SHEET, LIST_SHEET
from kediri_index.usecases.inputs import load_definition
from kediri_index.usecases.lists import definition_list, empty_list_bytes
from tests.sheets.forms.libreoffice import needs_libreoffice, recomputed
from tests.sheets.lists.building import ACHIEVED, HIGHER, LOWER, read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS = "ABCDEFGHI"
FIRST = ("GOV-01", "Ekonomi", "UMKM digital", 0.6, "%", 80, HIGHER, ACHIEVED, "Dinkop")
WHOLE = (FIRST, (None, "Ekonomi", "Penduduk miskin", 0.4, "%", 7, LOWER, ACHIEVED, "Bappeda"))
PART = (
    FIRST,
    (None, "Ekonomi", "UMKM digital", 0.3, "%", 7, None, ACHIEVED, "Bappeda"),
    (None, None, "Portal kota", None, None, None, None, None, None),
)


def filled(rows: Sequence[Sequence[str | float | None]], weight: float) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(empty_list_bytes(Language.ID)))
    for line, row in enumerate(rows, start=4):
        for column, value in zip(COLUMNS, row, strict=True):
            book[LIST_SHEET][f"{column}{line}"] = value
    book[GROUPS_SHEET]["A4"], book[GROUPS_SHEET]["B4"] = "Ekonomi", weight
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_it_offers_directions_methods_and_pillars_and_explains_each_column() -> None:
    book = openpyxl.load_workbook(io.BytesIO(empty_list_bytes(Language.ID)))
    sheet = book[LIST_SHEET]
    offered = {
        str(one.sqref): one.showErrorMessage for one in sheet.data_validations.dataValidation
    }
    assert offered == {"G4:G103": False, "H4:H103": False, "B4:B103": False}
    explained = {cell.value for cell in sheet[3] if cell.comment}
    assert explained == {cell.value for cell in sheet[3]} - {ListColumn.CHECK}


def test_what_is_filled_in_is_read_and_nothing_else() -> None:
    found = read(filled(WHOLE, 100))
    assert found.definition is not None, found.findings
    assert [one.code for one in found.findings] == []
    assert [one.id for one in found.definition.all_indicators()] == ["GOV-01", "GOV-02"]


@needs_libreoffice
def test_the_column_periksa_says_what_is_missing(tmp_path: Path) -> None:
    files = {"whole": filled(WHOLE, 100), "part": filled(PART, 90)}
    books = recomputed(files, tmp_path)

    def checked(name: str) -> list[str]:
        return [str(books[name][LIST_SHEET][f"K{line}"].value or "") for line in range(4, 8)]

    assert checked("whole") == ["lengkap", "lengkap", "", ""]
    assert books["whole"][GROUPS_SHEET]["C4"].value == "lengkap"
    first, second, third, last = checked("part")
    assert first == "indikator ini sudah ada; bobot di pilar ini belum berjumlah 100%"
    assert second.endswith("isi arahnya: semakin tinggi atau semakin rendah semakin baik")
    assert third == (
        "isi pilarnya; isi bobotnya; isi cara penilaian atau target; isi OPD pengampunya"
    )
    assert last == ""
    assert books["part"][GROUPS_SHEET]["C4"].value == "bobot pilar belum berjumlah 100%"


def test_a_list_is_as_high_as_its_texts_and_prints_each_sheet_as_wide_as_a_page() -> None:
    data = definition_list(load_definition("six-pillars"), None, Language.ID).data
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Daftar"]
    named = next(cell.column for cell in sheet[3] if cell.value == ListColumn.INDICATOR)
    assert sheet.freeze_panes == f"{get_column_letter(named + 1)}4"
    assert str(sheet.cell(7, named).value).startswith("Data prioritas yang terbit tepat waktu")
    assert sheet.row_dimensions[7].height == 45  # its way of scoring takes three lines
    for name in ("Daftar", "Bobot", "Indeks", "Petunjuk"):
        setup = book[name].sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
    assert book["Petunjuk"].row_dimensions[3].height >= 30
    empty = openpyxl.load_workbook(io.BytesIO(empty_list_bytes(Language.ID)))["Daftar"]
    widths = [one.width for one in empty.column_dimensions.values()]
    assert sum(7 * width + 5 for width in widths) <= 1366 - 60
