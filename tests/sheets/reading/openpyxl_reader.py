"""The cells of a workbook as openpyxl has them: what the tests hold the program's reader against.

What openpyxl does not show is missing here too: digits are those of the float, a formula's empty
text is no value, values under a merge are gone, no text is marked, and a formula's placeholder 0
counts as its result.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from kediri_index.model.workbook import Cell, CellFormat, CellKind, Sheet, Span, rows_of
from kediri_index.sheets.reading.cell import CELL_FORMATS, iso_of_serial
from kediri_index.sheets.reading.shared_parts import Sections, number_format

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OpenpyxlCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet


def sheets_in_openpyxl(data: bytes, names: Iterable[str]) -> tuple[Sheet, ...]:
    """Return the worksheets of *data*, which has those called *names*.

    Raises whatever openpyxl raises for a workbook that it cannot read, and KeyError for a worksheet
    that it drops, as it does with all of Strict OOXML.
    """
    with warnings.catch_warnings(), redirect_stdout(StringIO()):  # it prints, too
        warnings.simplefilter("ignore")
        formulas = load_workbook(BytesIO(data))
        values = load_workbook(BytesIO(data), data_only=True)
    return tuple(_sheet(formulas[name], values[name], values.epoch) for name in names)


def _sheet(with_formulas: Worksheet, sheet: Worksheet, epoch: datetime) -> Sheet:
    columns = sheet.column_dimensions.values()
    return Sheet(
        sheet.title,
        rows_of(_cells(with_formulas, sheet, epoch)),
        sheet.sheet_state != "visible",
        frozenset(
            row for row, shown in sheet.row_dimensions.items() if shown.hidden or shown.ht == 0
        ),
        frozenset(
            column
            for shown in columns
            if shown.hidden or shown.width == 0
            for column in range(shown.min or 1, min(shown.max or 1, sheet.max_column) + 1)
        ),
        tuple(
            Span(found.min_row, found.min_col, found.max_row, found.max_col)
            for found in sheet.merged_cells.ranges
        ),
    )


def _cells(with_formulas: Worksheet, sheet: Worksheet, epoch: datetime) -> Iterator[Cell]:
    values = sheet._cells  # noqa: SLF001 - iter_rows would build every cell up to the farthest
    for place, source in sorted(with_formulas._cells.items()):  # noqa: SLF001 - likewise
        has_formula = source.data_type == "f"
        cell = _filled(values[place], *place, epoch)
        if has_formula and cell is None:
            text = str(getattr(source.value, "text", source.value))
            yield Cell(*place, CellKind.NO_VALUE, text, formula=True)
        elif cell is not None and (cell.value or has_formula):
            yield cell._replace(formula=has_formula)


def _filled(
    source: OpenpyxlCell | MergedCell, row: int, column: int, epoch: datetime
) -> Cell | None:
    value = source.value
    if value is None:
        return None
    match source.data_type:
        case "b":
            return Cell(row, column, CellKind.BOOLEAN, str(value).upper())
        case "e":
            return Cell(row, column, CellKind.ERROR, str(value))
        case "d":
            serial = to_excel(value, epoch)  # type: ignore[no-untyped-call]
            date = iso_of_serial(serial, since_1904=epoch == CALENDAR_MAC_1904)
            return Cell(row, column, CellKind.DATE, date or str(value))
        case "n":
            made = number_format(source.number_format)
            made = made.of(float(str(value))) if isinstance(made, Sections) else made
            shown = CELL_FORMATS.get(made, CellFormat.PLAIN)
            return Cell(row, column, CellKind.NUMBER, repr(value), shown)
    return Cell(row, column, CellKind.TEXT, str(value))
