"""What stands around a finding: the cells beside it, under the header of their table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from kediri_index.model.findings import Finding, Grid, GridRow
from kediri_index.model.workbook import Cell, Sheet, Workbook, column_letters
from kediri_index.sheets.reading.cell import position_of

_COLUMNS_SHOWN = 5
_TEXT_SHOWN = 60
_HEADERS_SOUGHT = 40
"""In so many rows from the first filled one."""


def excerpts_of(workbooks: Iterable[Workbook]) -> Callable[[Finding], Grid | None]:
    """Return what gives the cells around a finding in one of *workbooks*; None without a cell."""
    sheets = {(book.path, sheet.name): sheet for book in workbooks for sheet in book.sheets}

    @cache
    def header(file: str, sheet: str) -> int | None:
        return _header(sheets[file, sheet])

    def around(finding: Finding) -> Grid | None:
        position = position_of(finding.cell) if finding.cell else None
        file, name = finding.file or "", finding.sheet or ""
        sheet = sheets.get((file, name))
        if position is None or sheet is None:
            return None
        return grid_around(sheet, *position, finding.value, header(file, name))

    return around


def grid_around(
    sheet: Sheet, row: int, column: int, value: str | None, head: int | None = None
) -> Grid:
    """Return the row *head*, the marked row and the one before, in the nearest columns.

    The head is the sheet's first row where nothing is said. A cell that could not be read shows
    *value*, what was seen in it.
    """
    filled = sheet.rows
    if head is None or head > row:
        head = min(filled, default=row)
    numbers = sorted({head, *(n for n in (row - 1, row) if n in filled), row})
    last = max([column, *(filled[number].columns[-1] for number in numbers if number in filled)])
    end = min(last, max(column, _COLUMNS_SHOWN))
    columns = range(max(1, end - _COLUMNS_SHOWN + 1), end + 1)
    rows = []
    for number in numbers:
        texts = {cell.column: _text_of(cell) for cell in sheet.cells_in(number)}
        if number == row and not texts.get(column) and value:
            texts[column] = value if len(value) <= _TEXT_SHOWN else f"{value[: _TEXT_SHOWN - 1]}…"
        rows.append(GridRow(number, tuple(texts.get(one, "") for one in columns)))
    letters = tuple(column_letters(one) for one in columns)
    return Grid(letters, tuple(rows), row, column_letters(column))


def _header(sheet: Sheet) -> int | None:
    """Return the first of the rows with most texts: rows of data have numbers among theirs."""
    first = [*sheet.rows][:_HEADERS_SOUGHT]
    return max(first, key=lambda row: sum(map(_is_words, sheet.cells_in(row))), default=None)


def _is_words(cell: Cell) -> bool:
    return any(sign.isalpha() for sign in cell.value)


def _text_of(cell: Cell) -> str:
    return cell.value if len(cell.value) <= _TEXT_SHOWN else f"{cell.value[: _TEXT_SHOWN - 1]}…"
