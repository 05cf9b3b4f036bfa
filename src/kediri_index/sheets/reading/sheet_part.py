"""The XML of one sheet, cut into plain cells, others, and the properties of rows and columns."""

import re
from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import TYPE_CHECKING, Final, NamedTuple

from kediri_index.sheets.reading.cell import LAST_COLUMN, span_of
from kediri_index.sheets.reading.shared_parts import RUN_PROPERTIES, TextPieces, keeps_space
from kediri_index.sheets.reading.xml_part import (
    MARK,
    PLAIN_TEXT,
    Cutter,
    MisplacedError,
    PartReader,
    spreadsheet_tags,
)

if TYPE_CHECKING:
    from kediri_index.model.workbook import Span
    from kediri_index.sheets.reading.cell import RawCell
    from kediri_index.sheets.reading.sheet_cells import SheetCells


_FORMULA: Final = rf'(?:<f(?: aca="(?:false|0)")?+>({PLAIN_TEXT})</f>)?+'
# nothing is given back (++, ?+), since no part can begin with what the one before it may end with
_CELL: Final = (
    r'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]{1,5}+)")?+(?:'
    rf'(?: t="([ns])")?+(?: ?/>|>{_FORMULA}'
    r"<v>(-?+[0-9]{1,17}+(?:\.[0-9]{1,17}+)?+(?:E-?+[0-9]{1,2}+)?+)</v></c>)"
    rf'| t="(b|e|str)"(?: ?/>|>{_FORMULA}<v>({PLAIN_TEXT})</v></c>)'
    rf'| t="inlineStr"(?: ?/>|><is><t>(?! )({PLAIN_TEXT})(?<! )</t></is></c>))'
)
PLAIN_CELL: Final = re.compile(_CELL)
"""A plain cell: its column, row and ``s``.

Then, by what it holds: ``t``, ``f`` and a number; ``t``, ``f`` and a text; the text of its ``is``.
"""
_FALSE: Final = '"(?:false|0)"'
_NEXT_ROW: Final = (
    r'</row><row r="([1-9][0-9]{0,6})"(?: spans="[0-9]{1,5}:[0-9]{1,5}")?'
    rf'(?: customFormat={_FALSE})?(?: ht="[1-9][0-9]{{0,3}}(?:\.[0-9]{{1,17}})?")?'
    rf'(?: hidden={_FALSE})?(?: customHeight="(?:false|true|0|1)")?'
    rf'(?: outlineLevel="[0-9]")?(?: collapsed={_FALSE})?>'
)
PLAIN_RUN: Final = re.compile(rf"(?:{_NEXT_ROW})?+((?:{re.sub(r'[(](?![?])', '(?:', _CELL)})++)")


class Run(NamedTuple):
    """Plain cells side by side: of the open row, or of the next one, whose number is *row*."""

    row: str | None
    text: str


_CONTENT_TAG = rb"<%s(?:v|f|is)(?=[\s/>])"
_SHEET_DATA_TAG = re.compile(rb"<(/?)([\w.-]+:)?sheetData(?:\s[^>]*?)?(/?)>")
_OPAQUE = re.compile(rb"<!--|<!\[CDATA\[")
_MAY_BE_OPAQUE: Final = b"<!"
_END_OF: Final = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_LONGEST_NAME: Final = 100


class FilledTags:
    """Counts values, texts and formulas in ``sheetData``, fed with the sheet's bytes in order."""

    __slots__ = ("_content_tag", "_inside", "_opaque_until", "_rest", "count")

    def __init__(self) -> None:
        self.count = 0
        self._rest = b""
        self._inside = False
        self._content_tag = re.compile(_CONTENT_TAG % b"")
        self._opaque_until: bytes | None = None

    def feed(self, chunk: bytes) -> None:
        """Count in *chunk*, outside comments and CDATA; a tag cut off waits for the next one."""
        data = self._rest + chunk
        self._rest = b""
        position = 0
        while True:
            if self._opaque_until is not None:
                end = data.find(self._opaque_until, position)
                if end < 0:
                    self._rest = data[max(position, len(data) - len(self._opaque_until) + 1) :]
                    return
                position = end + len(self._opaque_until)
                self._opaque_until = None
            near = data.find(_MAY_BE_OPAQUE, position)  # as good as never, and many times faster
            opening = None if near < 0 else _OPAQUE.search(data, near)
            if opening is None:
                break
            self._count(data, position, opening.start())
            self._opaque_until = _END_OF[opening[0]]
            position = opening.end()
        stop = _unfinished_tag(data, position)
        self._count(data, position, stop)
        self._rest = data[stop:]

    def _count(self, data: bytes, position: int, stop: int) -> None:
        while position < stop:
            edge, near = None, data.find(b"sheetData", position, stop)
            if near >= 0:
                edge = _SHEET_DATA_TAG.search(
                    data, max(position, data.rfind(b"<", position, near)), stop
                )
            until = edge.start() if edge else stop
            if self._inside:
                self.count += len(self._content_tag.findall(data, position, until))
            if edge is None:
                return
            self._inside = not edge[1] and not edge[3]
            if self._inside:
                self._content_tag = re.compile(_CONTENT_TAG % re.escape(edge[2] or b""))
            position = edge.end()


def _unfinished_tag(data: bytes, position: int) -> int:
    """Return where a tag begins whose name may not be whole yet, else the end of *data*."""
    opening = data.rfind(b"<", max(position, len(data) - _LONGEST_NAME))
    if opening < 0 or data.find(b">", opening) >= 0:
        return len(data)
    return opening


def is_true(text: str | None) -> bool:
    """Return whether an attribute says true."""
    return text in {"1", "true"}


_TAGS: Final = spreadsheet_tags(
    *(MARK, "worksheet", "row", "c", "v", "f", "is", "t", "rPh", "col", "mergeCell"),
    *RUN_PROPERTIES,
)
_CELL_DEPTH: Final = 4
"""Cells stand in rows, rows in the data of a sheet."""
_Event = Mapping[str, str] | Run
"""The attributes of a row, or plain cells of it."""
_tag_of = _TAGS.get  # bound once for the hot path


class SheetPart(PartReader):
    """Reads ``worksheet``; hands the cells of each chunk on to *cells*.

    Without *plain* every cell goes through the parser.
    """

    __slots__ = (
        *(
            "_attributes",
            "_events",
            "_formula",
            "_in_phonetic",
            "_in_row",
            "_inline",
            "_item",
        ),
        *("_raw", "_value", "bad_spans", "cells", "filled", "hidden_columns", "merged"),
    )
    root = "worksheet"
    tags = _TAGS

    def __init__(self, cells: "SheetCells", plain: Cutter | None = None) -> None:
        super().__init__(plain)
        self.cells = cells
        self._attributes: Mapping[str, str] = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: str | None = None
        self._item = TextPieces()
        self._in_phonetic = False
        self._in_row = False
        self._raw: list[RawCell] = []
        self._events: list[tuple[int, _Event]] = []
        self.filled = FilledTags()
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[Span] = []
        self.bad_spans: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Take the start of an element: most are cells and their values."""
        self.depth += 1
        tag = _tag_of(name)
        if tag == "c":
            if self.depth != _CELL_DEPTH:
                raise MisplacedError
            self._attributes = attributes
            self._value = self._formula = self._inline = None
        elif tag == "v" or tag == "f":  # noqa: PLR1714 - a set is slower, and this is the hot path
            self.pieces.clear()
            self.in_text = True
        elif tag == "row":
            if self.depth != _CELL_DEPTH - 1:
                raise MisplacedError
            self._in_row = True
            self._events.append((len(self._raw), attributes))
        elif tag == MARK and self.plain is not None:
            if self.depth != _CELL_DEPTH:
                raise MisplacedError
            self._take_plain(starmap(Run, self.plain.take(attributes.get("n", ""))))
        elif tag is not None:
            self._start_rare(tag, attributes)

    def _take_plain(self, runs: Iterable[Run]) -> None:
        at = len(self._raw)
        for run in runs:
            if run.row is not None and not self._in_row:  # what ended was no row
                raise MisplacedError
            self._events.append((at, run))

    def _start_rare(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "is":
                self._item.open_item(attributes)
            case "t":
                self.pieces.clear()
                self.in_text = True
                self._item.open_text(attributes)
            case "rPh":
                self._in_phonetic = True
            case "r":
                self._item.open_run()
            case "vertAlign" | "strike":
                self._item.note(attributes)
            case "col":
                self._note_column(attributes)
            case "mergeCell":
                self._note_merge(attributes.get("ref", ""))
            case _:  # the root
                self._item.keep_all = keeps_space(attributes)

    def end(self, name: str, /) -> None:
        """Take the end of an element."""
        self.depth -= 1
        tag = _tag_of(name)
        if tag == "v":
            self._value = "".join(self.pieces)
            self.in_text = False
        elif tag == "c":
            self._raw.append((self._attributes, self._value, self._formula, self._inline))
        elif tag == "f":
            self._formula = "".join(self.pieces)
            self.in_text = False
        elif tag == "t":
            self.in_text = False
            if not self._in_phonetic:
                self._item.add("".join(self.pieces))
        elif tag == "is":
            self._inline = self._item.joined()
        elif tag == "row":
            self._in_row = False
        elif tag == "rPh":
            self._in_phonetic = False

    def text_length(self) -> int:
        """Return how long the text is that is being gathered, all runs of it."""
        return super().text_length() + self._item.length

    def held(self) -> int:
        """Return how many ranges of columns and merged cells are kept."""
        return len(self.merged) + len(self.bad_spans) + len(self.hidden_columns)

    def chunk_read(self, chunk: bytes, /) -> None:
        """Hand on the cells read so far, so that only one chunk of raw ones is ever held."""
        self.filled.feed(chunk)
        position = 0
        wide = self.cells.wide
        for first, event in self._events:
            if first > position:
                self.cells.add(self._raw[position:first])
                position = first
            if isinstance(event, Run):
                self.cells.add_plain(event)
            else:
                self.cells.open_row(event)
        self.cells.add(self._raw[position:])
        self._raw.clear()
        self._events.clear()
        self.wide += self.cells.wide - wide

    def _note_column(self, attributes: Mapping[str, str]) -> None:
        if not (is_true(attributes.get("hidden")) or is_zero(attributes.get("width"))):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if (
            first.isdecimal()
            and last.isdecimal()
            and len(first + last) <= 2 * len(str(LAST_COLUMN))
        ):
            self.hidden_columns.append((int(first), min(int(last), LAST_COLUMN)))

    def _note_merge(self, reference: str) -> None:
        span = span_of(reference)
        if span is None:
            self.bad_spans.append(self.keep(reference))
        else:
            self.merged.append(span)


def is_zero(text: str | None) -> bool:
    """Return whether a height or a width says nothing is shown."""
    return text is not None and text.strip("0.") == "" and "0" in text
