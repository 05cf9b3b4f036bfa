"""How the cells of a form look, what they take, and which may be changed."""

from __future__ import annotations

from typing import Any

from kediri_index.workbook.headers.columns import Column

_FRAMED = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
_TO_FILL = {"bg_color": "#FFF9E5", "locked": False}

WIDTHS: dict[Column, int] = {
    Column.NUMBER: 5,
    Column.CODE: 10,
    Column.PILLAR: 18,
    Column.SUB_PILLAR: 22,
    Column.INDICATOR: 44,
    Column.OPD: 26,
    Column.LAST_YEAR: 12,
    Column.MEASURE_UNIT: 12,
    Column.TARGET: 12,
    Column.MEASURE: 14,
    Column.SELF: 12,
    Column.ASSESSOR: 12,
    Column.CHECK: 36,
    Column.EVIDENCE: 48,
    Column.REMARK: 30,
}
"""In characters."""


class Styles:
    """The formats of one workbook.

    Answers have no number format of their own: what a spreadsheet takes for a date or a
    percentage then shows, and is found.
    """

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.header = book.add_format(
            {**_FRAMED, "bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF"}
        )
        self.label = book.add_format({**_FRAMED, "bold": True})
        self.text = book.add_format({**_FRAMED, "align": "left"})
        self.to_fill = book.add_format({**_FRAMED, **_TO_FILL})
        self.none = book.add_format({**_FRAMED, "bg_color": "#D9D9D9"})
        self.check = book.add_format({**_FRAMED, "font_color": "#9C0006"})
        self.day = book.add_format(
            {**_FRAMED, **_TO_FILL, "num_format": "yyyy-mm-dd", "align": "left"}
        )
        self.said = book.add_format({**_FRAMED, **_TO_FILL, "align": "left"})
        self.summary = book.add_format({"bold": True, "font_color": "#9C0006"})
