"""Tables: heads that are repeated on every page, widths that are computed, shades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.present.charts.drawing import LIGHT, Role
from kediri_index.present.document import Cell, Column, ColumnKind, Fact, Table, Tone
from kediri_index.present.renderers.docx.elements import element, paragraph, run, text_paragraph
from kediri_index.present.renderers.docx.widths import widths

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_RIGHT = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.COUNT})
_DEEPEST = 0.55
"""How much of the colour the deepest shade has: text on it stays readable."""
_TWENTIETHS = 20
_SHORT, _TOGETHER = 8, 2
"""Up to so many rows are kept on one page; of longer tables the first and the last ones."""


def table(block: Table, room: float, *, keep: bool = False) -> BaseOxmlElement:
    """Return the table, *room* points wide at most; *keep* its end with what follows."""
    sizes = [round(width * _TWENTIETHS) for width in widths(block, room)]
    about = element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=sum(sizes), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0),
        element("tblCaption", val=block.caption),
    )
    grid = element("tblGrid", *(element("gridCol", w=size) for size in sizes))
    head = element(
        "tr",
        element("trPr", element("cantSplit"), element("tblHeader")),
        *(
            _cell(size, paragraph("TableHead", run(column.title), properties=_aligned(column)))
            for size, column in zip(sizes, block.columns, strict=True)
        ),
    )
    rows = (
        element(
            "tr",
            element("trPr", element("cantSplit")),
            *(
                _cell(size, _text(column, cell, keep=_stays(number, len(block.rows), keep)), cell)
                for size, column, cell in zip(sizes, block.columns, cells, strict=True)
            ),
        )
        for number, cells in enumerate(block.rows, start=1)
    )
    return element("tbl", about, grid, head, *rows)


def facts(entries: tuple[Fact, ...], room: float) -> BaseOxmlElement:
    """Return the large figures side by side, each with its label above and its remark below."""
    size = round(room * _TWENTIETHS / len(entries))
    about = element(
        "tblPr",
        element("tblStyle", val="Facts"),
        element("tblW", w=size * len(entries), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0),
    )
    grid = element("tblGrid", *(element("gridCol", w=size) for _ in entries))
    labels = (_cell(size, text_paragraph("FactLabel", fact.label)) for fact in entries)
    texts = (
        _cell(
            size,
            paragraph("Fact", run(fact.text, _tone(fact.tone))),
            below=text_paragraph("FactNote", fact.note),
        )
        for fact in entries
    )
    return element("tbl", about, grid, element("tr", *labels), element("tr", *texts))


def _stays(number: int, count: int, last: bool) -> bool:  # noqa: FBT001 - of the last row
    """Return whether a row stays on the page of the next: short tables are never parted."""
    if number == count:
        return last
    return count <= _SHORT or number <= _TOGETHER or number > count - _TOGETHER


def _cell(
    size: int,
    content: BaseOxmlElement,
    cell: Cell | None = None,
    below: BaseOxmlElement | None = None,
) -> BaseOxmlElement:
    about = element("tcPr", element("tcW", w=size, type="dxa"))
    if cell is not None and cell.shade is not None:
        about.append(element("shd", val="clear", color="auto", fill=shade(float(cell.shade))))
    return element("tc", about, content, *([] if below is None else [below]))


def _text(column: Column, cell: Cell, *, keep: bool) -> BaseOxmlElement:
    style = "Code" if column.kind is ColumnKind.CODE else _tone(cell.tone)
    about = [*([element("keepNext")] if keep else []), *_aligned(column)]
    return paragraph("TableText", run(cell.text, style), properties=about)


def _aligned(column: Column) -> list[BaseOxmlElement]:
    return [element("jc", val="right")] if column.kind in _RIGHT else []


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else tone.value.capitalize()


def shade(part: float) -> str:
    """Return the colour, as ``rrggbb``, of what reaches *part* of the scale; most is high."""
    pairs = zip(
        bytes.fromhex(LIGHT[Role.PAPER][1:]), bytes.fromhex(LIGHT[Role.MAIN][1:]), strict=True
    )
    return bytes(round(a + (b - a) * part**2 * _DEEPEST) for a, b in pairs).hex()
