"""The few cells or lines of an example around the place of its finding."""

from __future__ import annotations

from pathlib import Path

from kediri_index.model.explained import Example, Grid, GridRow, Lines
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, Sheet, column_letters
from kediri_index.workbook.read import read_workbook
from kediri_index.workbook.reading.cell_addresses import position_of

_COLUMNS_SHOWN = 5
_LINES_BESIDE = 1
_TEXT_SHOWN = 60
_BINARY = frozenset({".xlsx", ".xls", ".xlsb", ".ods", ".docx", ".pdf"})


def excerpt_of(example: Example, folder: Path) -> Grid | Lines | None:
    """Return what stands around the finding; None where a file as a whole is meant."""
    path = folder / example.file
    if not path.is_file():
        return None
    if example.line is not None and path.suffix not in _BINARY:
        return _lines(path, example.line, example.column)
    position = position_of(example.cell) if example.cell else None
    if position is None:
        return None
    workbook = read_workbook(example.file, path.read_bytes(), Limits())
    sheets = [sheet for sheet in workbook.sheets if sheet.name == (example.sheet or "")]
    return _grid(sheets[0], *position, example.value) if sheets else None


def _lines(path: Path, line: int, column: int | None) -> Lines:
    all_lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(1, line - _LINES_BESIDE)
    return Lines(first, tuple(all_lines[first - 1 : line + _LINES_BESIDE]), line, column)


def _grid(sheet: Sheet, row: int, column: int, value: str | None) -> Grid:
    """Return the sheet's first row, the marked row and the one before, in the nearest columns.

    A cell that could not be read shows *value*, what was seen in it.
    """
    filled = sheet.rows
    numbers = sorted({min(filled, default=row), *(n for n in (row - 1, row) if n in filled), row})
    last = max([column, *(filled[number].columns[-1] for number in numbers if number in filled)])
    end = min(last, max(column, _COLUMNS_SHOWN))
    columns = range(max(1, end - _COLUMNS_SHOWN + 1), end + 1)
    rows = []
    for number in numbers:
        texts = {cell.column: _shown(cell) for cell in sheet.cells_in(number)}
        if number == row and not texts.get(column) and value:
            texts[column] = value
        rows.append(GridRow(number, tuple(texts.get(one, "") for one in columns)))
    letters = tuple(column_letters(one) for one in columns)
    return Grid(letters, tuple(rows), row, column_letters(column))


def _shown(cell: Cell) -> str:
    return cell.value if len(cell.value) <= _TEXT_SHOWN else f"{cell.value[: _TEXT_SHOWN - 1]}…"
