"""Real files of other projects, read where they stand beside the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellKind, Workbook
from kediri_index.workbook.read import read_workbook

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.xls*"))

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus does not stand beside the repository")

REFUSED = {
    "excelize__encryptAES.xlsx": ["F104"],
    "excelize__encryptSHA512.xlsx": ["F104"],
    "exceljs__invalid-xml.xlsx": ["F201"],
    "exceljs__missing-bits.xlsx": ["F122"],
    "openspout__file_corrupted.xlsx": ["F107"],
    "openspout__file_with_no_sheets_in_workbook_xml.xlsx": ["F209"],
    "openspout__file_with_sheet_xml_not_matching_content_types.xlsx": ["F204"],
    "openspout__one_sheet_with_invalid_xml_characters.xlsx": ["F201"],
    "poi__54764-2.xlsx": ["F202"],
    "poi__54764.xlsx": ["F202"],
    "python-calamine__password.xlsx": ["F104"],
    "roo__type_excel.xlsx": ["F103"],
    "roo__type_openoffice.xlsx": ["F120"],
    "xlsx__badfile_noWorksheets.xlsx": ["F204", "F204", "F204"],
}
REMARKED = {
    "fastexcel-java__parseError.xlsx": ["F212"],
    "openspout__sheet_with_all_cell_types.xlsx": ["F214"],
    "sheetjs__BlankSheetTypes.xlsm": ["F223"],
}
PLAINER = {
    "phpspreadsheet__HiddenMergeCellsTest.xlsx",  # values under a merge, which openpyxl drops
    "exceljs__test-issue-877.xlsx",  # openpyxl makes a cell of a link without one
}
EMPTIES_SEEN = {
    "fastexcel__fixture-invalid-cell-value-num.xlsx",
    "sheetjs__BlankSheetTypes.xlsm",
}


def read(name: str) -> Workbook:
    return read_workbook(name, (CORPUS / name).read_bytes(), Limits())


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_real_file_is_read_whole_or_refused_with_a_reason(name: str) -> None:
    workbook = read(name)
    expected = REFUSED.get(name) or REMARKED.get(name, [])
    assert [finding.code for finding in workbook.findings] == expected
    assert bool(workbook.sheets) is (name not in REFUSED)


def counted_elsewhere() -> list[tuple[str, int]]:
    """Return the files of which another reader says how many cells they fill."""
    if not FILES:
        return []
    with (CORPUS / "index.csv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index))
    found = []
    for row in rows:
        counts = [
            int(row[reader].split()[0])
            for reader in ("openpyxl", "calamine")
            if row[reader].endswith(" cells")
        ]
        if counts and row["file"] not in REFUSED:
            found.append((row["file"], max(counts)))
    return found


@pytest.mark.parametrize(("name", "count"), counted_elsewhere())
def test_no_fewer_cells_are_read_than_others_see(name: str, count: int) -> None:
    cells = [cell for sheet in read(name).sheets for cell in sheet.cells]
    unseen_by_others = sum(cell.kind is CellKind.NO_VALUE or not cell.value for cell in cells)
    beyond = 1 if name in PLAINER else 0
    assert len(cells) - unseen_by_others - 2 <= count <= len(cells) + beyond


def by_value(cells: tuple[Cell, ...]) -> dict[tuple[int, int], tuple[object, ...]]:
    return {
        (cell.row, cell.column): (
            cell.kind,
            float(cell.value) if cell.kind is CellKind.NUMBER else cell.value,
            cell.format,
            cell.formula,
        )
        for cell in cells
    }
