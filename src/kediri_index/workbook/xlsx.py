"""A workbook (.xlsx, .xlsm) from its bytes, on the standard library alone.

Cells come with what they are: the type the file gives them, the number format, formulas with and
without a saved result, what is hidden or merged. Nothing is left out silently: a part that is not
there is a finding, and what cells hold is counted twice, by the parser and on the bytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Sheet
from kediri_index.workbook.content import misnamed_workbook
from kediri_index.workbook.fault_log import FaultLog
from kediri_index.workbook.number_formats import cell_formats
from kediri_index.workbook.package import Package, open_package
from kediri_index.workbook.refusal import LIMIT_OF, RefusedError, limit_finding
from kediri_index.workbook.relationships import Relation, relations_of, workbook_part
from kediri_index.workbook.shared_strings import shared_strings
from kediri_index.workbook.sheet_cells import SheetCells, Surroundings
from kediri_index.workbook.sheet_part import SheetPart, is_true
from kediri_index.workbook.xml_part import PartReader, read_part, spreadsheet_tags

_PASSED_OVER: Final = frozenset({"chartsheet", "dialogsheet"})
_MACRO_SHEETS: Final = frozenset({"xlMacrosheet", "xlIntlMacrosheet"})


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    hidden: bool


class _WorkbookPart(PartReader):
    __slots__ = ("entries", "since_1904")
    root = "workbook"
    tags = spreadsheet_tags("workbook", "workbookPr", "sheet")
    wrong_root = "F122"

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[SheetEntry] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if tag == "sheet":
            ids = (value for key, value in attributes.items() if key.endswith("/relationships id"))
            hidden = attributes.get("state") in {"hidden", "veryHidden"}
            self.entries.append(SheetEntry(attributes.get("name", ""), next(ids, ""), hidden))
        elif tag == "workbookPr":
            self.since_1904 = is_true(attributes.get("date1904"))

    def held(self) -> int:
        return len(self.entries)


def read_xlsx(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding]]:
    """Return the worksheets of *data* and what is wrong in them.

    Raises :class:`RefusedError` with all that keeps the workbook from being read.
    """
    package = open_package(path, data, limits)
    part = workbook_part(package)
    outline = _WorkbookPart()
    read_part(package, part, outline)
    misnamed = misnamed_workbook(path)
    if misnamed is not None:
        raise RefusedError(misnamed)
    relations = relations_of(package, part)
    worksheets, findings = _worksheets(package, outline.entries, relations)
    strings_part = _companion(package, part, relations, "sharedStrings")
    styles_part = _companion(package, part, relations, "styles")
    surroundings = Surroundings(
        path,
        limits,
        shared_strings(package, strings_part) if strings_part in package else {},
        cell_formats(package, styles_part) if styles_part in package else {},
        outline.since_1904,
    )
    sheets, faults = _read_sheets(package, worksheets, surroundings)
    if strings_part not in package and any(fault.code == "F211" for fault in faults):
        raise RefusedError(_missing(package, strings_part))
    return sheets, findings + faults


def _worksheets(
    package: Package, entries: list[SheetEntry], relations: Mapping[str, Relation]
) -> tuple[list[tuple[SheetEntry, str]], list[Finding]]:
    """Return the sheets that hold cells with their parts, and remarks on the others."""
    if len(entries) > package.limits.sheets:
        raise RefusedError(limit_finding("F205", package.path, package.limits, len(entries)))
    worksheets: list[tuple[SheetEntry, str]] = []
    faults = _doubled_names(package.path, entries)
    notes: list[Finding] = []
    for entry in entries:
        kind, target = relations.get(entry.relation, Relation("worksheet", ""))
        if kind in _MACRO_SHEETS:
            notes.append(Finding("F223", package.path, entry.name))
        elif kind not in _PASSED_OVER and target in package:
            worksheets.append((entry, target))
        elif kind not in _PASSED_OVER:
            faults.append(_missing(package, target, entry.name))
    if not worksheets and not faults:
        faults.append(Finding("F209", package.path))
    if faults:
        raise RefusedError(*faults)
    return worksheets, notes


def _doubled_names(path: str, entries: Iterable[SheetEntry]) -> list[Finding]:
    """Return a finding for each sheet with the name of one before it; case does not count."""
    names: set[str] = set()
    findings: list[Finding] = []
    for entry in entries:
        name = entry.name.casefold()
        if name in names:
            findings.append(Finding("F210", path, entry.name))
        names.add(name)
    return findings


def _companion(package: Package, part: str, relations: Mapping[str, Relation], kind: str) -> str:
    """Return the name of the workbook's only part of a *kind*, as related or else as usual."""
    related = [relation.target for relation in relations.values() if relation.kind == kind]
    usual = posixpath.join(posixpath.dirname(part), f"{kind}.xml")
    return next((name for name in (*related, usual) if name in package), [*related, usual][0])


def _missing(package: Package, part: str, sheet: str | None = None) -> Finding:
    return Finding("F204", package.path, sheet, params={"part": part or "?"})


def _read_sheets(
    package: Package, worksheets: list[tuple[SheetEntry, str]], surroundings: Surroundings
) -> tuple[list[Sheet], list[Finding]]:
    """Return all sheets with their faults; raises :class:`RefusedError` if any cannot be read."""
    sheets: list[Sheet] = []
    faults: list[Finding] = []
    refused: list[Finding] = []
    allowed = surroundings.limits.cells
    for entry, part in worksheets:
        log = FaultLog(surroundings.path, entry.name)
        try:
            sheet = _read_sheet(package, part, entry, SheetCells(surroundings, log, allowed))
        except RefusedError as error:
            refused += (finding._replace(sheet=entry.name) for finding in error.findings)
            if any(finding.code in LIMIT_OF for finding in error.findings):
                break
        else:
            sheets.append(sheet)
            faults += log.findings()
            allowed -= len(sheet.cells)
    if refused:
        raise RefusedError(*refused)
    return sheets, faults


def _read_sheet(package: Package, part: str, entry: SheetEntry, cells: SheetCells) -> Sheet:
    reader = SheetPart(cells)
    read_part(package, part, reader)
    filled = cells.cells()
    if reader.filled.count != cells.content_tags:
        counts = {"counted": reader.filled.count, "read": cells.content_tags}
        cells.log.add("F219", None, None, **counts)
    for reference in reader.bad_spans:
        cells.log.add("F221", None, reference)
    last_column = max((cell.column for cell in filled), default=0)
    return Sheet(
        entry.name,
        filled,
        entry.hidden,
        frozenset(cells.hidden_rows),
        _columns_in(reader.hidden_columns, last_column),
        tuple(reader.merged),
    )


def _columns_in(ranges: Iterable[tuple[int, int]], last_column: int) -> frozenset[int]:
    """Return the columns in any of *ranges*, up to *last_column*; overlaps cost nothing."""
    columns: set[int] = set()
    reached = 0
    for first, last in sorted(ranges):
        columns.update(range(max(first, reached + 1), min(last, last_column) + 1))
        reached = max(reached, last)
    return frozenset(columns)
