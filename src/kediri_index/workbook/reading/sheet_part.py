"""The XML of one sheet, taken apart into cells and what is said of rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kediri_index.workbook.reading.cell_addresses import LAST_COLUMN, span_of
from kediri_index.workbook.reading.filled_tags import FilledTags
from kediri_index.workbook.reading.plain_cells import MARK, Cutter, Run
from kediri_index.workbook.reading.shared_strings import RUN_PROPERTIES, TextPieces, keeps_space
from kediri_index.workbook.reading.xml_part import MisplacedError, PartReader, spreadsheet_tags

if TYPE_CHECKING:
    from kediri_index.model.workbook import Span
    from kediri_index.workbook.reading.cell_decoder import RawCell
    from kediri_index.workbook.reading.sheet_cells import SheetCells


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
            "_cells",
            "_events",
            "_formula",
            "_in_phonetic",
            "_in_row",
            "_inline",
            "_item",
        ),
        *("_item", "_plain", "_raw", "_value", "bad_spans", "filled", "hidden_columns", "merged"),
    )
    root = "worksheet"
    tags = _TAGS

    def __init__(self, cells: SheetCells, plain: Cutter | None = None) -> None:
        super().__init__()
        self._cells = cells
        self._plain = plain
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
        elif tag == MARK and self._plain is not None:
            if self.depth != _CELL_DEPTH:
                raise MisplacedError
            self._take_plain(self._plain.take(attributes.get("n", "")))
        elif tag is not None:
            self._start_rare(tag, attributes)

    def _take_plain(self, runs: list[Run]) -> None:
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

    def before_parsing(self, chunk: bytes, /) -> bytes:
        """Return *chunk* without the cells that need no parser."""
        return chunk if self._plain is None else self._plain.cut(chunk)

    def chunk_read(self, chunk: bytes, /) -> None:
        """Hand on the cells read so far, so that only one chunk of raw ones is ever held."""
        self.filled.feed(chunk)
        position = 0
        wide = self._cells.wide
        for first, event in self._events:
            if first > position:
                self._cells.add(self._raw[position:first])
                position = first
            if isinstance(event, Run):
                self._cells.add_plain(event)
            else:
                self._cells.open_row(event)
        self._cells.add(self._raw[position:])
        self._raw.clear()
        self._events.clear()
        self.wide += self._cells.wide - wide

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
