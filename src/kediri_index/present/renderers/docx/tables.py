"""Tables of a Word document: how wide their columns are, and what stands in them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.present.charts.drawing import LIGHT, ShapeRole, mixed, text_width
from kediri_index.present.document import (
    FIGURES,
    ColumnKind,
    Fact,
    Table,
    TableCell,
    TableColumn,
    Tone,
)
from kediri_index.present.renderers.docx.elements import (
    element,
    paragraph,
    run,
    text_paragraph,
)

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


SIZE = 8.5
"""The height of the letters in tables."""
PADDING = 9.0
"""What a cell keeps free left and right of its text, together."""
_LONGEST_WORD = 85.0
"""Longer words are broken."""
_MOST_LINES = 10
_WIDE_LETTERS = 1.15
"""Codes are set in letters of one width."""
_WORD = re.compile(r"(?:\S )?\S+")
"""A sign alone stays with the word that it is said of."""


def widths(table: Table, room: float) -> tuple[float, ...]:
    """Return the widths of the columns, *room* together at most.

    Each is at least as wide as its longest word; what is left is shared so that columns with much
    text get more of it. A table that wants less than *room* is no wider than that.
    """
    sizes = _sizes(table)
    wanted = tuple(one.longest for one in sizes)
    if sum(wanted) <= room:
        return wanted
    least = sum(one.word for one in sizes)
    if least >= room:
        return tuple(one.word * room / least for one in sizes)
    left, pull = room - least, sum(one.pull for one in sizes)
    return tuple(one.word + left * one.pull / pull for one in sizes)


def is_wide(table: Table, room: float) -> bool:
    """Return whether words would have to be broken within *room*, or a text take many lines."""
    sizes = _sizes(table)
    if sum(one.word for one in sizes) > room:
        return True
    lines = (one.longest / width for one, width in zip(sizes, widths(table, room), strict=True))
    return max(lines, default=0) > _MOST_LINES


class _Size(NamedTuple):
    """The widths of a column's longest word and longest text; how strongly it pulls for more."""

    word: float
    longest: float
    pull: float


def _sizes(table: Table) -> list[_Size]:
    return [
        _size(column, [row[position].text for row in table.rows])
        for position, column in enumerate(table.columns)
    ]


def _size(column: TableColumn, texts: list[str]) -> _Size:
    wider = _WIDE_LETTERS if column.kind is ColumnKind.CODE else 1
    title = text_width(column.title, SIZE, bold=True)
    each = [text_width(text, SIZE) * wider for text in texts] or [0.0]
    words = [
        *(text_width(word, SIZE, bold=True) for word in column.title.split()),
        *(text_width(word, SIZE) * wider for text in set(texts) for word in _WORD.findall(text)),
    ]
    word = min(max(words, default=0), _LONGEST_WORD)
    longest = max(title, *each)
    usual = (longest + sum(each) / len(each)) / 2
    return _Size(word + PADDING, longest + PADDING, max(usual - word, 0))


_DEEPEST = 0.55
"""How much of the colour the deepest shade has: text on it stays readable."""
_TWENTIETHS = 20
_THICK, _THIN = 24, 60
"""Of a bar, in eighths of a point, and the line it stands on, in twentieths."""
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
    longest = [
        max((abs(_value(row[at])) for row in block.rows if column.bars), default=Fraction(0))
        for at, column in enumerate(block.columns)
    ]
    rows = []
    for number, cells in enumerate(block.rows, start=1):
        kept = _stays(number, len(block.rows), keep)
        made = (
            _cell(size, _text(column, cell, keep=kept), cell, _bar(size, cell, most, keep=kept))
            for size, column, cell, most in zip(sizes, block.columns, cells, longest, strict=True)
        )
        rows.append(element("tr", element("trPr", element("cantSplit")), *made))
    return element("tbl", about, grid, head, *rows)


def _bar(size: int, cell: TableCell, most: Fraction, *, keep: bool) -> BaseOxmlElement | None:
    """Return the bar below a number, in a cell *size* wide: the border of an empty paragraph."""
    value = _value(cell)
    if not value or not most:
        return None
    room = size - round(PADDING * _TWENTIETHS)
    rest = room - max(1, round(room * abs(value) / most))
    colour = LIGHT[ShapeRole.MAIN if value > 0 else ShapeRole.DOWN][1:]
    line = element("top", val="single", sz=_THICK, space=0, color=colour)
    about = [
        *([element("keepNext")] if keep else []),
        element("pBdr", line),
        element("spacing", before=0, after=0, line=_THIN, lineRule="exact"),
        element("ind", left=0, right=rest),
    ]
    return paragraph("TableText", properties=about)


def _value(cell: TableCell) -> Fraction:
    return Fraction(cell.value or 0)


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
    cell: TableCell | None = None,
    below: BaseOxmlElement | None = None,
) -> BaseOxmlElement:
    about = element("tcPr", element("tcW", w=size, type="dxa"))
    if cell is not None and cell.shade is not None:
        about.append(element("shd", val="clear", color="auto", fill=shade(float(cell.shade))))
    return element("tc", about, content, *([] if below is None else [below]))


def _text(column: TableColumn, cell: TableCell, *, keep: bool) -> BaseOxmlElement:
    style = "Code" if column.kind is ColumnKind.CODE or cell.code else _tone(cell.tone)
    about = [*([element("keepNext")] if keep else []), *_aligned(column)]
    return paragraph("TableText", run(cell.text, style), properties=about)


def _aligned(column: TableColumn) -> list[BaseOxmlElement]:
    return [element("jc", val="right")] if column.kind in FIGURES else []


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else tone.value.capitalize()


def shade(part: float) -> str:
    """Return the colour, as ``rrggbb``, of what reaches *part* of the scale; most is high."""
    return mixed(LIGHT[ShapeRole.PAPER], LIGHT[ShapeRole.MAIN], part**2 * _DEEPEST)[1:]
