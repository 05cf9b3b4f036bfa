"""Writing on one sheet: how its cells look, and texts that stay texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from functools import cache
from typing import Any, Final

from kediri_index.model.row_height import height, lines_in
from kediri_index.model.text import printable
from kediri_index.present.document import Tone
from kediri_index.present.yearly.xlsx.leaves import is_storable
from kediri_index.present.yearly.xlsx.nodes import Formula

_FRAMED: Final = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_TONES: Final = {
    Tone.PLAIN: "#000000",
    Tone.GOOD: "#1B5E20",
    Tone.DOUBT: "#9C5700",
    Tone.BAD: "#9C0006",
    Tone.MUTED: "#595959",
    Tone.STRONG: "#000000",
}
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""Options of every workbook: texts stay texts."""
_FIRST_YEAR: Final = 1980
HEAD_COLOUR: Final = "#1F4E78"
FINE: Final = "0.0000##"
"""Of a score without rounding, as far as it is of use."""


def last_day(year: int | None) -> datetime:
    """Return the date of a workbook, which would otherwise be today: the last day of *year*."""
    return datetime(max(year or _FIRST_YEAR, _FIRST_YEAR), 12, 31)  # noqa: DTZ001 - a date


class BookStyles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, decimals: int) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        self.fixed = decimal_format(decimals)
        self.title = self._made(bold=True, font_size=16)
        self.subtitle = self._made(font_size=11, font_color="#404040")
        self.heading = self._made(bold=True, font_size=13, font_color=HEAD_COLOUR)
        self.subheading = self._made(bold=True, font_size=11)
        self.caption = self._made(bold=True, valign="top")
        self.text = self._made(text_wrap=True, valign="top")
        self.muted = self._made(text_wrap=True, valign="top", font_color=_TONES[Tone.MUTED])
        self.warning = self._made(
            text_wrap=True, valign="top", bold=True, font_color="#9C0006", bg_color="#FFF0F0"
        )
        self.impossible = self._made(bg_color="#F8CBAD")
        head = {**_FRAMED, "bold": True, "text_wrap": True, "bg_color": HEAD_COLOUR}
        self.header = self._made(**head, font_color="#FFFFFF")
        self.figures_header = self._made(**head, font_color="#FFFFFF", align="right")
        self.block = self._made(
            bold=True, bg_color="#DCE6F1", valign="top", border=1, border_color="#BFBFBF"
        )
        self.label = self._made(**_FRAMED, bold=True, text_wrap=True)
        self.big = self._made(
            **_FRAMED, bold=True, font_size=20, num_format=self.fixed, align="left"
        )

    def cell(
        self,
        number_format: str = "General",
        tone: Tone = Tone.PLAIN,
        *,
        bold: bool = False,
        left: bool = False,
        wrap: bool = True,
    ) -> object:
        """Return the format of a cell in a table."""
        return self._cell(number_format, tone, bold, left, wrap)

    def to_fill(self) -> object:
        """Return the format of a cell that may be changed."""
        return self._special("#FFF9E5", locked=False)

    def unused(self) -> object:
        """Return the format of a cell in which nothing may stand."""
        return self._special("#D9D9D9", locked=True)

    @cache  # noqa: B019 - one workbook is one object, and short-lived
    def _cell(self, number_format: str, tone: Tone, bold: bool, left: bool, wrap: bool) -> object:  # noqa: FBT001 - called by cell() alone
        more: dict[str, object] = {"align": "left", "indent": 1} if left else {}
        return self._made(
            **_FRAMED,
            **more,
            num_format=number_format,
            font_color=_TONES[tone],
            bold=bold or tone is Tone.STRONG,
            text_wrap=wrap,
        )

    @cache  # noqa: B019 - likewise
    def _special(self, colour: str, *, locked: bool) -> object:
        return self._made(**_FRAMED, bg_color=colour, locked=locked, text_wrap=True)

    def _made(self, **properties: object) -> object:
        return self._book.add_format(properties)


def decimal_format(decimals: int, *, signed: bool = False) -> str:
    """Return the number format of *decimals* decimals; the program writes its own decimal mark."""
    plain = f"0.{'0' * decimals}" if decimals else "0"
    return f"+{plain};-{plain};{plain}" if signed else plain


BARS: Final = {
    "type": "data_bar",
    "bar_color": "#9DC3E6",
    "min_type": "num",
    "min_value": 0,
}
"""Bars in cells, as long as their numbers."""
LONGEST: Final = 32_767
"""Of the text of a cell."""
_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What is read as one character. XlsxWriter escapes it in texts, but not in results."""
A4: Final = 9
_USUAL: Final = 9
"""The width of a column, in characters."""
_PROTECTION: Final = {
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "objects": True,
}

_NO_ERRORS: Final = ("number_stored_as_text", "formula_differs", "formula_range")
"""What Excel would mark with a green corner: codes as texts, a group beside an indicator."""

Value = Fraction | int | str | None


class SheetWriter:
    """One sheet of the book; rows and columns count from 0."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.sheet = sheet
        # XlsxWriter looks forty times through a formula for functions newer than Excel 2007, of
        # which there are none: half the time that a workbook takes
        sheet._prepare_formula = _as_it_is  # noqa: SLF001 - there is no option for it
        self._widths: dict[int, int] = {}
        self._lines: dict[int, int] = {}
        self._folded: list[int] = []

    def set_widths(self, widths: Iterable[int]) -> None:
        """Set the widths of the first columns, in characters."""
        for column, width in enumerate(widths):
            self._widths[column] = width
            self.sheet.set_column(column, column, width)

    def put(
        self,
        row: int,
        column: int,
        value: Value,
        style: object = None,
        *,
        across: int = 1,
    ) -> None:
        """Write a value as what it is; a text makes its row as high as it needs.

        It goes *across* so many columns; 0 lets it run on over all that are empty.
        """
        match value:
            case None:
                self.sheet.write_blank(row, column, None, style)
            case str():
                shown = _cell_text(value)
                self.sheet.write_string(row, column, shown, style)
                if across:
                    self._grow(row, shown, range(column, column + across))
            case _ if is_storable(Fraction(value)):
                self.sheet.write_number(row, column, float(value), style)
            case _:
                self.sheet.write_string(row, column, str(value), style)

    def formula(
        self, row: int, column: int, formula: Formula, value: Value, style: object = None
    ) -> None:
        """Write a formula with the engine's *value* as its result."""
        if isinstance(value, str | None):
            shown: object = _LIKE_ESCAPE.sub("_x005F_", _cell_text(value or ""))
        else:
            shown = float(value)
        if formula.array:
            place = (row, column, row, column)
            self.sheet.write_array_formula(*place, f"={formula.text}", style, shown)
        else:
            self.sheet.write_formula(row, column, f"={formula.text}", style, shown)

    def merged(self, row: int, columns: range, text: str, style: object) -> None:
        """Write a text over several columns."""
        if len(columns) > 1:
            self.sheet.merge_range(row, columns[0], row, columns[-1], "", style)
        self.put(row, columns[0], text, style, across=len(columns))

    def _grow(self, row: int, text: str, columns: range) -> None:
        room = sum(self._widths.get(column, _USUAL) for column in columns)
        lines = lines_in(text, room)
        if lines > 1:
            self._lines[row] = max(self._lines.get(row, 1), lines)

    def fold(self, rows: Iterable[int]) -> None:
        """Hide *rows* below a plus sign that opens them."""
        self._folded.extend(rows)

    def finish(self, foot: str, page: tuple[str, str]) -> None:
        """Set the sheet up for A4 and lock what is not to be filled in."""
        sheet = self.sheet
        folded = set(self._folded)
        opening = {row + 1 for row in folded} - folded
        for row in sorted({*self._lines, *folded, *opening}):
            lines = self._lines.get(row)
            high = None if lines is None else height(lines)
            options = {"level": 1, "hidden": True} if row in folded else {}
            if row in opening:
                options["collapsed"] = True
            sheet.set_row(row, high, None, options)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        said = foot.replace("&", "&&")[:180]
        sheet.set_footer(f"&L&8{said}&R&8{page[0]} &P {page[1]} &N")
        sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, "A1:XFD1048576"))
        sheet.protect("", _PROTECTION)


def _as_it_is(formula: str, *_: object) -> str:
    return formula.removeprefix("=")


def _cell_text(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
