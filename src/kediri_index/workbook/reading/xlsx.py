"""A workbook (.xlsx, .xlsm) from its bytes, on the standard library alone.

Cells come with what they are: the type the file gives them, the number format, formulas with and
without a saved result, what is hidden or merged. Nothing is left out silently: a part that is not
there is a finding, and what cells hold is counted twice, by the parser and on the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import CODES, CellKind, Look, Row, Sheet
from kediri_index.workbook.reading.cell_decoder import CELL_FORMATS, Surroundings
from kediri_index.workbook.reading.fault_log import FaultLog
from kediri_index.workbook.reading.number_formats import CellStyles, NumberFormat, cell_styles
from kediri_index.workbook.reading.package import Package, open_package
from kediri_index.workbook.reading.plain_cells import Cutter
from kediri_index.workbook.reading.refusal import LIMIT_OF, RefusedError, refuse_floods
from kediri_index.workbook.reading.shared_strings import MarkedText, shared_strings
from kediri_index.workbook.reading.sheet_cells import SheetCells
from kediri_index.workbook.reading.sheet_part import SheetPart
from kediri_index.workbook.reading.xlsx_outline import (
    SheetEntry,
    companion,
    missing_part,
    outline_of,
)
from kediri_index.workbook.reading.xml_part import read_part

_SHOWN: Final = (NumberFormat.PLAIN, NumberFormat.PERCENT)


def read_xlsx(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding]]:
    """Return the worksheets of *data* and what is wrong in them.

    Raises :class:`RefusedError` with all that keeps the workbook from being read.
    """
    package = open_package(path, data, limits)
    outline = outline_of(package)
    strings_part = companion(package, outline, "sharedStrings")
    styles_part = companion(package, outline, "styles")
    styles = CellStyles({}, frozenset())
    if styles_part in package:
        styles = cell_styles(package, styles_part)
    strings = shared_strings(package, strings_part) if strings_part in package else {}
    marked = {index: text for index, text in strings.items() if isinstance(text, MarkedText)}
    surroundings = Surroundings(
        path,
        limits,
        {index: text for index, text in strings.items() if index not in marked}
        if marked
        else strings,
        styles.formats,
        {
            style: CODES[Look(CellKind.NUMBER, CELL_FORMATS[shown])]
            for style, shown in styles.formats.items()
            if shown in _SHOWN
        },
        outline.since_1904,
        marked,
        styles.struck,
        outline.recalculates,
    )
    sheets, faults = _read_sheets(package, outline.worksheets, surroundings)
    longest = max(map(len, chain(strings.values(), (sheet.name for sheet in sheets))), default=0)
    if longest * sum(sheet.filled for sheet in sheets) + package.spent()[0] > limits.texts:
        refuse_floods(path, sheets, limits)
    if strings_part not in package and any(fault.code == "F211" for fault in faults):
        raise RefusedError(missing_part(package, strings_part))
    return sheets, outline.notes + faults


def _read_sheets(
    package: Package, worksheets: list[tuple[SheetEntry, str]], surroundings: Surroundings
) -> tuple[list[Sheet], list[Finding]]:
    """Return all sheets with their faults; raises :class:`RefusedError` if any cannot be read."""
    sheets: list[Sheet] = []
    faults: list[Finding] = []
    refused: list[Finding] = []
    allowed = surroundings.limits.cells
    for entry, part in worksheets:
        try:
            sheet, found = _read_sheet(package, part, entry, surroundings, allowed)
        except RefusedError as error:
            refused += (finding._replace(sheet=entry.name) for finding in error.findings)
            if any(finding.code in LIMIT_OF for finding in error.findings):
                break
        else:
            sheets.append(sheet)
            faults += found
            allowed -= sheet.filled
    if refused:
        raise RefusedError(*refused)
    return sheets, faults


def _read_sheet(
    package: Package, part: str, entry: SheetEntry, surroundings: Surroundings, allowed: int
) -> tuple[Sheet, list[Finding]]:
    """Return a sheet with its faults, read with every cell parsed where the fast way will not do.

    That is where not all that looked like plain cells was cells, or to tell the place of a fault.
    """
    spent = package.spent()
    plain = Cutter()
    try:
        read = _parsed(package, part, entry, surroundings, allowed, plain)
    except RefusedError as error:
        if all(finding.code != "F201" for finding in error.findings):
            raise
    else:
        if plain.all_taken:
            return read
    package.refund(spent)
    return _parsed(package, part, entry, surroundings, allowed, None)


def _parsed(
    package: Package,
    part: str,
    entry: SheetEntry,
    surroundings: Surroundings,
    allowed: int,
    plain: Cutter | None,
) -> tuple[Sheet, list[Finding]]:
    log = FaultLog(surroundings.path, entry.name)
    cells = SheetCells(surroundings, log, allowed)
    reader = SheetPart(cells, plain)
    read_part(package, part, reader)
    rows = cells.rows()
    if reader.filled.count != cells.content_tags:
        counts = {"counted": reader.filled.count, "read": cells.content_tags}
        log.add("F219", None, None, **counts)
    for reference in reader.bad_spans:
        log.add("F221", None, reference)
    sheet = Sheet(
        entry.name,
        rows,
        entry.hidden,
        frozenset(cells.hidden_rows),
        _hidden_columns(reader.hidden_columns, rows),
        tuple(reader.merged),
        file=surroundings.path,
    )
    return sheet, log.findings()


def _hidden_columns(ranges: list[tuple[int, int]], rows: Mapping[int, Row]) -> frozenset[int]:
    if not ranges:
        return frozenset()
    return _columns_in(ranges, max((row.columns[-1] for row in rows.values()), default=0))


def _columns_in(ranges: Iterable[tuple[int, int]], last_column: int) -> frozenset[int]:
    """Return the columns in any of *ranges*, up to *last_column*; overlaps cost nothing."""
    columns: set[int] = set()
    reached = 0
    for first, last in sorted(ranges):
        columns.update(range(max(first, reached + 1), min(last, last_column) + 1))
        reached = max(reached, last)
    return frozenset(columns)
