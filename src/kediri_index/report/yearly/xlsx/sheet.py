"""Writing on one sheet: texts stay texts, whatever they begin with; formulas have their figure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from kediri_index.report.terminal_text import printable
from kediri_index.report.yearly.xlsx.literals import is_storable
from kediri_index.report.yearly.xlsx.node_formulas import Formula

_LONGEST: Final = 32_767
"""Of the text of a cell."""
_A4: Final = 9
_PROTECTION: Final = {
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "objects": True,
}

Value = Fraction | int | str | None


class SheetWriter:
    """One sheet of the book; rows and columns count from 0."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.sheet = sheet

    def put(self, row: int, column: int, value: Value, style: object = None) -> None:
        """Write a value as what it is."""
        match value:
            case None:
                self.sheet.write_blank(row, column, None, style)
            case str():
                self.sheet.write_string(row, column, _cell_text(value), style)
            case _ if is_storable(Fraction(value)):
                self.sheet.write_number(row, column, float(value), style)
            case _:
                self.sheet.write_string(row, column, str(value), style)

    def formula(
        self, row: int, column: int, formula: Formula, value: Value, style: object = None
    ) -> None:
        """Write a formula with the engine's *value* as its result."""
        shown = "" if value is None else value if isinstance(value, str) else float(value)
        if formula.array:
            place = (row, column, row, column)
            self.sheet.write_array_formula(*place, f"={formula.text}", style, shown)
        else:
            self.sheet.write_formula(row, column, f"={formula.text}", style, shown)

    def merged(self, row: int, last_column: int, text: str, style: object, height: int = 0) -> None:
        """Write a text over several columns."""
        self.sheet.merge_range(row, 0, row, last_column, "", style)
        self.sheet.write_string(row, 0, _cell_text(text), style)
        if height:
            self.sheet.set_row(row, height)

    def finish(self, foot: str, page: tuple[str, str], *, landscape: bool = True) -> None:
        """Set the sheet up for A4 and lock what is not to be filled in."""
        sheet = self.sheet
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        said = foot.replace("&", "&&")[:180]
        sheet.set_footer(f"&L&8{said}&R&8{page[0]} &P {page[1]} &N")
        sheet.protect("", _PROTECTION)


def _cell_text(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
