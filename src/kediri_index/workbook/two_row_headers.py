"""Headers of two rows: *Nilai* over *Mandiri* is *Nilai Mandiri*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kediri_index.model.names import YEAR
from kediri_index.model.workbook import Cell, CellKind, Sheet
from kediri_index.workbook.columns import KEY_COLUMNS, Column, Header

_NAMES_THE_ROW = KEY_COLUMNS | {Column.UNIT}


def two_rows_as_one(
    sheet: Sheet, row: int, known: Mapping[int, Header], is_known: Callable[[str], bool]
) -> tuple[Cell, ...]:
    """Return the cells of *row*, whose *known* headers are given, and the one below as one header.

    *is_known* returns whether a text is a header; it may name a year too: *Realisasi* over *2022*.
    Nothing where the row below is data: something stands there under a column that names the row.
    """
    upper = {
        cell.column: cell
        for cell in sheet.rows[row].cells()
        if cell.kind is CellKind.TEXT or YEAR.fullmatch(cell.value)
    }
    names = {column for column, header in known.items() if header.column in _NAMES_THE_ROW}
    below = sheet.rows.get(row + 1)
    lower = {} if below is None else {cell.column: cell for cell in below.cells()}
    if not names or not lower or names & lower.keys():
        return ()
    cells = dict(upper)
    above = ""
    for column in range(min(upper), max(lower) + 1):
        above = upper[column].value if column in upper else above
        if column in lower:
            text = _joined(above, lower[column].value, is_known)
            cells[column] = Cell(lower[column].row, column, CellKind.TEXT, text)
    return tuple(cells[column] for column in sorted(cells))


def _joined(above: str, below: str, is_known: Callable[[str], bool]) -> str:
    """Return the two texts as one header; over *Asesor 1*, *Nilai asesor* means *Nilai*."""
    first_word = above.split(maxsplit=1)[0] if above.strip() else ""
    for joined in (f"{above} {below}", f"{first_word} {below}"):
        if is_known(joined):
            return joined
    return below
