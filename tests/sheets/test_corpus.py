"""Real files of other projects, read where they stand beside the repository."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.filled_cells import Filled, filled_cells
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellKind, Sheet, Workbook
from kediri_index.sheets.reading.read import read_workbook
from tests.sheets.reading.openpyxl_reader import sheets_in_openpyxl

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.xls*"))
LONG = {"calamine__issue_174.xlsx", "fastexcel-java__dates.xlsx"}
"""Tens of thousands of cells: each is read here, and only here."""

pytestmark = [
    pytest.mark.skipif(not FILES, reason="the corpus does not stand beside the repository"),
    pytest.mark.no_cover,  # long, and nothing that other tests do not run
]

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
    "sheetjs__BlankSheetTypes.xlsm": ["F240", "F223"],
    "phpspreadsheet__form_pass_print.xlsm": ["F240"],
    "poi__link-external-workbook-b.xlsx": ["F242"],
    "poi__stress020.xlsx": ["F242"],
    "sheetjs__number_format.xlsm": ["F240"],
    "sheetjs__number_format_russian.xlsm": ["F240"],
}


@cache
def read(name: str) -> Workbook:
    return read_workbook(name, (CORPUS / name).read_bytes(), Limits())


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_real_file_is_read_whole_or_refused_with_a_reason(name: str) -> None:
    workbook = read(name)
    expected = REFUSED.get(name) or REMARKED.get(name, [])
    assert [finding.code for finding in workbook.findings] == expected
    assert bool(workbook.sheets) is (name not in REFUSED)


READ = [file.name for file in FILES if file.name not in REFUSED]


@pytest.mark.parametrize("name", READ)
def test_every_filled_cell_of_the_package_is_read_with_what_it_holds(name: str) -> None:
    held = filled_cells((CORPUS / name).read_bytes())
    sheets = read(name).sheets
    assert [sheet.name for sheet in sheets] == list(held)
    for sheet in sheets:
        places = {(cell.row, cell.column): cell for cell in sheet.cells}
        assert places.keys() == held[sheet.name].keys()
        pairs = [(cell, held[sheet.name][place]) for place, cell in places.items()]
        assert [pair for pair in pairs if not is_what_stands(*pair)] == []


BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


def is_what_stands(cell: Cell, filled: Filled) -> bool:
    """Return whether *cell* is what another parser finds, as far as the sheet's XML tells."""
    value = filled.value or ""
    match cell.kind, filled.type:
        case CellKind.NO_VALUE, _:
            same = filled.value is None
        case CellKind.TEXT, "s" | "str" | "inlineStr":
            same = cell.value.strip() == decoded(value).strip()
        case CellKind.NUMBER, "n":
            same = cell.value == value
        case CellKind.DATE, "n":
            same = float(value) >= 0
        case CellKind.DATE, "d":
            same = cell.value.startswith(value[:10])
        case CellKind.BOOLEAN, "b":
            same = cell.value == BOOLEANS[value]
        case CellKind.ERROR, "e" | "n" | "d":
            same = cell.value == value
        case _:
            same = False
    return same and cell.formula is filled.formula


def decoded(text: str) -> str:
    """Return *text* with its escapes decoded; half a character is none."""
    text = re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


STRICT = "Strict OOXML, of which it shows no sheet"
DIMENSION = "cells outside a wrong dimension are dropped"
FEWER_ELSEWHERE = {
    ("calamine__minimal_package.xlsx", "calamine"): (1903, "texts of one space look empty"),
    ("calamine__strict_iso_paths.xlsx", "openpyxl"): (1368, STRICT),
    ("calamine__strict_iso_paths.xlsx", "openpyxl_read_only"): (1368, STRICT),
    ("closedxml__AddingRowToTables.xlsx", "openpyxl_read_only"): (1, DIMENSION),
    ("closedxml__CopyingWorksheets.xlsx", "openpyxl_read_only"): (12, DIMENSION),
    ("closedxml__UsingTables.xlsx", "openpyxl_read_only"): (12, DIMENSION),
    ("closedxml__universal-content-strict.xlsx", "openpyxl"): (8, STRICT),
    ("closedxml__universal-content-strict.xlsx", "openpyxl_read_only"): (8, STRICT),
    ("excelize__Book1.xlsx", "openpyxl_read_only"): (1, DIMENSION),
    ("exceljs__test-issue-877.xlsx", "openpyxl"): (-1, "a link that stands in no cell makes one"),
    ("fastexcel-java__issue143.xlsx", "openpyxl_read_only"): (1, DIMENSION),
    ("openspout__sheet_with_prefixed_xml_files.xlsx", "openpyxl_read_only"): (8, DIMENSION),
    ("phpspreadsheet__HiddenMergeCellsTest.xlsx", "openpyxl"): (2, "values under a merge are gone"),
    ("phpspreadsheet__issue.3843a.template.xlsx", "openpyxl"): (1, STRICT),
    ("phpspreadsheet__issue.3843a.template.xlsx", "openpyxl_read_only"): (1, STRICT),
    ("phpspreadsheet__issue.4724.xlsx", "openpyxl_read_only"): (1, DIMENSION),
    ("poi__57914.xlsx", "openpyxl"): (6, STRICT),
    ("poi__57914.xlsx", "openpyxl_read_only"): (6, STRICT),
    ("poi__SampleSS.strict.xlsx", "openpyxl"): (15, STRICT),
    ("poi__SampleSS.strict.xlsx", "openpyxl_read_only"): (15, STRICT),
    ("poi__SimpleStrict.xlsx", "openpyxl"): (19, STRICT),
    ("poi__SimpleStrict.xlsx", "openpyxl_read_only"): (19, STRICT),
    ("poi__sample.strict.xlsx", "openpyxl"): (29, STRICT),
    ("poi__sample.strict.xlsx", "openpyxl_read_only"): (29, STRICT),
    ("roo__strict.xlsx", "openpyxl"): (2, STRICT),
    ("roo__strict.xlsx", "openpyxl_read_only"): (2, STRICT),
    ("sheetjs__sheet_visibility_strict.xlsx", "openpyxl"): (46, STRICT),
    ("sheetjs__sheet_visibility_strict.xlsx", "openpyxl_read_only"): (46, STRICT),
}
"""How many cells fewer another reader counts than this one, and why."""


def counted_elsewhere() -> list[tuple[str, str, int]]:
    """Return the count of each reader for each file that both it and this one can read."""
    if not FILES:
        return []
    with (CORPUS / "index.csv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index))
    return [
        (row["file"], reader, int(row[reader].split()[0]))
        for row in rows
        for reader in ("openpyxl", "openpyxl_read_only", "calamine")
        if row[reader].endswith(" cells") and row["file"] not in REFUSED
    ]


@pytest.mark.parametrize(("name", "reader", "count"), counted_elsewhere())
def test_as_many_cells_are_read_as_others_see_but_for_what_they_lose(
    name: str, reader: str, count: int
) -> None:
    cells = [cell for sheet in read(name).sheets for cell in sheet.cells]
    # none of them shows a formula without a result, or with an empty text for one
    seen = [cell for cell in cells if cell.kind is not CellKind.NO_VALUE and cell.value]
    if reader == "calamine":  # which shows errors as empty
        seen = [cell for cell in seen if cell.kind is not CellKind.ERROR]
    fewer, _reason = FEWER_ELSEWHERE.get((name, reader), (0, ""))
    assert len(seen) - count == fewer


NO_STRINGS = "asks for a part with shared texts that is not needed"
NO_TYPES = "asks for [Content_Types].xml"
NO_STYLES = "asks for formats where there are none"
ODD_STYLES = "rejects a format"
BROKEN_CELL = "one cell it cannot convert loses the file"
FAILS_IN_OPENPYXL = {
    "calamine__issue_530.xlsx": NO_STRINGS,
    "calamine__minimal_package.xlsx": NO_STYLES,
    "calamine__strict_iso_paths.xlsx": STRICT,
    "closedxml__EmptyFill.xlsx": ODD_STYLES,
    "closedxml__shared-group-field.xlsx": "rejects a pivot table",
    "closedxml__universal-content-strict.xlsx": STRICT,
    "fastexcel-java__parseError.xlsx": BROKEN_CELL,
    "fastexcel-java__xlsx-stream-d-date-cell.xlsx": NO_STYLES,
    "openspout__sheet_with_all_cell_types.xlsx": BROKEN_CELL,
    "phpspreadsheet__issue.2494.xlsx": ODD_STYLES,
    "phpspreadsheet__issue.3730.xlsx": NO_STRINGS,
    "phpspreadsheet__issue.3843a.template.xlsx": STRICT,
    "poi__49609.xlsx": NO_TYPES,
    "poi__57914.xlsx": STRICT,
    "poi__SampleSS.strict.xlsx": STRICT,
    "poi__SimpleStrict.xlsx": STRICT,
    "poi__sample.strict.xlsx": STRICT,
    "poi__style-alternate-content.xlsx": ODD_STYLES,
    "roo__implicit_coordinates.xlsx": NO_STRINGS,
    "roo__strict.xlsx": STRICT,
    "sheetjs__sheet_visibility_strict.xlsx": STRICT,
    "sheetjs__wtf_path.xlsx": NO_STYLES,
    "sheetjs__xlsx-stream-d-date-cell.xlsx": NO_STYLES,
    # refused by both, but not with this project's findings
    "exceljs__invalid-xml.xlsx": "broken XML",
    "openspout__one_sheet_with_invalid_xml_characters.xlsx": "broken XML",
    "poi__54764-2.xlsx": "entities",
    "poi__54764.xlsx": "entities",
}
NEGATIVE_DATE = "negative numbers with a date's format, which no spreadsheet shows as a date"
PAST_LAST_DATE = "a number past the last date, an error for openpyxl"
ESCAPES = "_x000D_ and the like, which openpyxl leaves as they are"
OUTER_SPACES = "outer spaces without xml:space, which openpyxl keeps"
ELAPSED = "[HH] and [S] in capital letters, which openpyxl takes for colours"
LINK = "a link without a cell, of which openpyxl makes one"
UNDER_MERGE = "values under a merge, which openpyxl drops"
SHARED_FORMULA = "shared formulas, which openpyxl spells out"
EMPTY_RESULT = "a formula's empty text, no value for openpyxl"
DIFFERING_CELLS = {
    "calamine__issue_174.xlsx": {OUTER_SPACES: 1},
    "excelize__Book1.xlsx": {SHARED_FORMULA: 2},
    "exceljs__test-issue-877.xlsx": {LINK: 1},
    "fastexcel-java__LONumbers.xlsx": {NEGATIVE_DATE: 80, ELAPSED: 25},
    "fastexcel-java__formula_stress_test.xlsx": {ESCAPES: 1, EMPTY_RESULT: 2},
    "openspout__sheet_with_untrimmed_inline_strings.xlsx": {OUTER_SPACES: 2},
    "phpspreadsheet__32readwriteComboChart1.xlsx": {EMPTY_RESULT: 411},
    "phpspreadsheet__HiddenMergeCellsTest.xlsx": {UNDER_MERGE: 2},
    "phpspreadsheet__issue.4724.xlsx": {ESCAPES: 7},
    "poi__56278.xlsx": {OUTER_SPACES: 1},
    "poi__60289.xlsx": {ESCAPES: 1},
    "poi__60512.xlsm": {EMPTY_RESULT: 2},
    "poi__NumberFormatApproxTests.xlsx": {EMPTY_RESULT: 1},
    "python-calamine__issue139.xlsx": {PAST_LAST_DATE: 1},
    "roo__x000D.xlsx": {ESCAPES: 3},
    "sheetjs__LONumbers.xlsx": {NEGATIVE_DATE: 80, ELAPSED: 25},
    "sheetjs__formula_stress_test.xlsx": {ESCAPES: 1, EMPTY_RESULT: 2},
    "sheetjs__number_format.xlsm": {NEGATIVE_DATE: 142, EMPTY_RESULT: 10},
    "sheetjs__number_format_russian.xlsm": {NEGATIVE_DATE: 142},
}
"""How many cells the two readers see differently, and why openpyxl's reading is not taken."""


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_both_readers_agree_but_for_what_openpyxl_gets_wrong(name: str) -> None:
    own = read(name)
    data, names = (CORPUS / name).read_bytes(), [sheet.name for sheet in own.sheets]
    if name in FAILS_IN_OPENPYXL:
        with pytest.raises(Exception):  # noqa: B017, PT011 - whatever openpyxl raises
            sheets_in_openpyxl(data, names)
        return
    others = sheets_in_openpyxl(data, names) if names else ()
    assert list(map(without_cells, others)) == list(map(without_cells, own.sheets))
    reasons: dict[str, int] = {}
    for one, another in zip(own.sheets, others, strict=True):
        cells, theirs = by_place(one), by_place(another)
        for place in cells.keys() | theirs:
            if cells.get(place) != theirs.get(place):
                reason = why_different(cells.get(place), theirs.get(place))
                reasons[reason] = reasons.get(reason, 0) + 1
    assert reasons == DIFFERING_CELLS.get(name, {})


def without_cells(sheet: Sheet) -> tuple[object, ...]:
    """Return all but the cells; of hidden columns those up to the last filled one."""
    last = max((cell.column for cell in sheet.cells), default=0)
    columns = {column for column in sheet.hidden_columns if column <= last}
    return sheet.name, sheet.hidden, sheet.hidden_rows, columns, set(sheet.merged)


def by_place(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """Return the cells by their place, numbers to 15 digits."""
    return {
        (cell.row, cell.column): cell._replace(value=f"{float(cell.value):.15g}")
        if cell.kind is CellKind.NUMBER
        else cell
        for cell in sheet.cells
    }


def why_different(cell: Cell | None, other: Cell | None) -> str:
    """Return the reason for a difference, or the two cells where none is known."""
    reason = f"{cell} is {other}"
    match cell, other:
        case None, Cell(kind=CellKind.TEXT, value=value) if value.startswith("mailto:"):
            reason = LINK
        case Cell(formula=True), None:
            reason = UNDER_MERGE
        case Cell(kind=CellKind.NUMBER, value=value), Cell(kind=CellKind.DATE) if value < "0":
            reason = NEGATIVE_DATE
        case Cell(kind=CellKind.DATE), Cell(kind=CellKind.NUMBER):
            reason = ELAPSED
        case Cell(kind=CellKind.NUMBER), Cell(kind=CellKind.ERROR, value="#VALUE!"):
            reason = PAST_LAST_DATE
        case Cell(kind=CellKind.TEXT, value="", formula=True), Cell(kind=CellKind.NO_VALUE):
            reason = EMPTY_RESULT
        case Cell(kind=CellKind.NO_VALUE, value="="), Cell(kind=CellKind.NO_VALUE):
            reason = SHARED_FORMULA
        case Cell(kind=CellKind.TEXT, value=own), Cell(kind=CellKind.TEXT, value=value):
            reason = {value.strip(): OUTER_SPACES, decoded(value): ESCAPES}.get(own, reason)
    return reason
