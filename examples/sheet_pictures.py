"""Draw the cells of a sheet as a spreadsheet shows them: letters above, numbers beside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

import openpyxl

_LINE, _SIDE, _SIGN = 26, 30, 7.2
"""The height of a row, the width of the numbers beside them, and of a sign of text."""
_HEADER, _DARK = "#f1f3f4", "1F4E78"


class SheetPart(NamedTuple):
    """The *sheet* of a workbook, with these *columns* and the first *rows*.

    *columns* are letters with their widths.
    """

    data: bytes
    sheet: str
    columns: Sequence[tuple[str, int]]
    rows: int


def draw_sheet(part: SheetPart, title: str) -> str:
    """Return the part of a sheet as SVG, with *title*; the same cells give the same text."""
    sheet = openpyxl.load_workbook(io.BytesIO(part.data), data_only=True)[part.sheet]
    lefts = [_SIDE + sum(width for _, width in part.columns[:n]) for n in range(len(part.columns))]
    width, height = _SIDE + sum(one for _, one in part.columns), _LINE * (part.rows + 1)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        "<style>text { font: 13px system-ui, sans-serif; } .n { fill: #5f6368; }</style>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<rect width="{width}" height="{_LINE}" fill="{_HEADER}"/>',
        f'<rect width="{_SIDE}" height="{height}" fill="{_HEADER}"/>',
    ]
    for (letters, own), left in zip(part.columns, lefts, strict=True):
        lines.append(f'<text class="n" x="{left + own // 2}" y="18">{letters}</text>')
    for row in range(1, part.rows + 1):
        top = row * _LINE
        lines.append(f'<text class="n" x="9" y="{top + 18}">{row}</text>')
        for (letters, own), left in zip(part.columns, lefts, strict=True):
            cell = sheet[f"{letters}{row}"]
            fill = str(cell.fill.fgColor.rgb)[2:] if cell.fill.fill_type else "FFFFFF"
            is_table = fill != "FFFFFF" or cell.border.left.style is not None
            if is_table:
                box = f'x="{left}" y="{top}" width="{own}" height="{_LINE}"'
                lines.append(f'<rect {box} fill="#{fill}" stroke="#bfbfbf"/>')
            said = (
                ""
                if cell.value is None
                else str(cell.value).replace(".", ",", isinstance(cell.value, float))
            )
            room = int((own if is_table else width - left) / _SIGN)
            said = said if len(said) <= room else f"{said[: room - 1]}…"
            ink = ' fill="#ffffff"' if fill == _DARK else ""
            weight = ' font-weight="bold"' if cell.font.b else ""
            if said:
                lines.append(
                    f'<text x="{left + 5}" y="{top + 18}"{ink}{weight}>{escape(said)}</text>'
                )
    return "\n".join([*lines, "</svg>", ""])
