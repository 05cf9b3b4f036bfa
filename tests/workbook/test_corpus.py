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


def read(name: str) -> Workbook:
    return read_workbook(name, (CORPUS / name).read_bytes(), Limits())


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_real_file_is_read_whole_or_refused_with_a_reason(name: str) -> None:
    workbook = read(name)
    expected = REFUSED.get(name) or REMARKED.get(name, [])
    assert [finding.code for finding in workbook.findings] == expected
    assert bool(workbook.sheets) is (name not in REFUSED)


def counted_elsewhere() -> list[tuple[str, int]]:
    """Return the files with the most cells that another reader finds filled."""
    if not FILES:
        return []
    with (CORPUS / "index.csv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index))
    found = []
    for row in rows:
        seen = [row[reader] for reader in ("openpyxl", "openpyxl_read_only", "calamine")]
        counts = [int(text.split()[0]) for text in seen if text.endswith(" cells")]
        if counts and row["file"] not in REFUSED:
            found.append((row["file"], max(counts)))
    return found


@pytest.mark.parametrize(("name", "count"), counted_elsewhere())
def test_exactly_the_cells_are_read_that_others_see(name: str, count: int) -> None:
    cells = [cell for sheet in read(name).sheets for cell in sheet.cells]
    # others say nothing of a formula without a result, or with an empty text for one
    seen = [cell for cell in cells if cell.kind is not CellKind.NO_VALUE and cell.value]
    from_links = 1 if name == "exceljs__test-issue-877.xlsx" else 0  # by openpyxl, from no cell
    assert len(seen) + from_links == count


UNREADABLE_BY_OPENPYXL = {
    "calamine__issue_530.xlsx",
    "calamine__minimal_package.xlsx",
    "closedxml__EmptyFill.xlsx",
    "closedxml__shared-group-field.xlsx",
    "fastexcel-java__parseError.xlsx",
    "fastexcel-java__xlsx-stream-d-date-cell.xlsx",
    "openspout__sheet_with_all_cell_types.xlsx",
    "phpspreadsheet__issue.2494.xlsx",
    "phpspreadsheet__issue.3730.xlsx",
    "poi__49609.xlsx",
    "poi__style-alternate-content.xlsx",
    "roo__implicit_coordinates.xlsx",
    "sheetjs__wtf_path.xlsx",
    "sheetjs__xlsx-stream-d-date-cell.xlsx",
}
DIFFERING_CELLS = {
    # negative numbers with a date's format, which no spreadsheet shows as a date
    "fastexcel-java__LONumbers.xlsx": 105,
    "sheetjs__LONumbers.xlsx": 105,
    "sheetjs__number_format.xlsm": 142,
    "sheetjs__number_format_russian.xlsm": 142,
    # a number past the last date, an error for openpyxl
    "python-calamine__issue139.xlsx": 1,
    # _x000D_ and the like, which openpyxl leaves as they are
    "fastexcel-java__formula_stress_test.xlsx": 1,
    "phpspreadsheet__issue.4724.xlsx": 7,
    "poi__60289.xlsx": 1,
    "roo__x000D.xlsx": 3,
    "sheetjs__formula_stress_test.xlsx": 1,
    # outer spaces without xml:space, which openpyxl keeps
    "calamine__issue_174.xlsx": 1,
    "openspout__sheet_with_untrimmed_inline_strings.xlsx": 2,
    "poi__56278.xlsx": 1,
    # values under a merge, which openpyxl drops; a link without a cell, of which it makes one
    "phpspreadsheet__HiddenMergeCellsTest.xlsx": 2,
    "exceljs__test-issue-877.xlsx": 1,
}


@pytest.mark.parametrize("name", [file.name for file in FILES if file.name not in REFUSED])
def test_openpyxl_sees_the_same_cells_but_for_what_it_gets_wrong(name: str) -> None:
    other = read_workbook(name, (CORPUS / name).read_bytes(), Limits(), reader="openpyxl")
    assert bool(other.findings) is (name in UNREADABLE_BY_OPENPYXL)
    own_sheets = {sheet.name: sheet for sheet in read(name).sheets}
    differing = 0
    for sheet in other.sheets:
        if sheet.name not in own_sheets:
            assert sheet.cells == ()  # a dialog or macro sheet
            continue
        own, others = by_place(own_sheets[sheet.name].cells), by_place(sheet.cells)
        differing += sum(own.get(place) != others.get(place) for place in own.keys() | others)
        assert own_sheets[sheet.name].hidden is sheet.hidden
        assert own_sheets[sheet.name].hidden_rows == sheet.hidden_rows
        assert set(own_sheets[sheet.name].merged) == set(sheet.merged)
    assert differing == DIFFERING_CELLS.get(name, 0)


def by_place(cells: tuple[Cell, ...]) -> dict[tuple[int, int], tuple[object, ...]]:
    """Return what each cell holds, a number to 15 digits; formulas without a result are alike."""
    found: dict[tuple[int, int], tuple[object, ...]] = {}
    for cell in cells:
        if cell.kind is CellKind.NUMBER:
            held: tuple[object, ...] = (f"{float(cell.value):.15g}", cell.format)
        elif cell.kind is CellKind.NO_VALUE or not cell.value:
            held = ()
        else:
            held = (cell.kind, cell.value)
        found[cell.row, cell.column] = (*held, cell.formula)
    return found
