"""The XML of a sheet with cells marked: a format exchanged, or an empty cell put where none was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Final
from xml.parsers import expat

from kediri_index.model.findings import Severity
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.marking.package import relation_base
from kediri_index.sheets.marking.xml_text import (
    Encoded,
    NotMarkableError,
    Splice,
    attribute_prefix,
    declared_prefix,
    head_end,
    prefix_at,
    put_in,
    set_attribute,
)
from kediri_index.sheets.reading.cell import LAST_ROW, position_of, span_of
from kediri_index.sheets.reading.xml_part import spreadsheet_tags

Place = tuple[int, int]
"""A cell's row and column, counted from 1."""

_TAGS: Final = spreadsheet_tags("worksheet", "row", "c")
_BEFORE_DATA: Final = frozenset({"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols"})
_BEFORE_DRAWING: Final = _BEFORE_DATA | {
    *("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios"),
    *("autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions"),
    *("pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties"),
    *("cellWatches", "ignoredErrors", "smartTags", "drawing"),
}
"""What a sheet may hold before ``legacyDrawing``; the order is the standard's."""


class _Row:
    """A row in which cells are marked, and the cells that it holds."""

    __slots__ = ("attributes", "cells", "start", "tail")

    def __init__(self, start: int, attributes: Mapping[str, str]) -> None:
        self.start = start
        self.attributes = attributes
        self.cells: list[tuple[int, int]] = []
        self.tail = 0


class SheetPatch:
    """Reads the XML of a sheet once; knows where everything stands that marks have to do with."""

    def __init__(self, text: Encoded, places: Mapping[Place, Severity]) -> None:
        self.body = text.body
        self.namespace = ""
        self.root_start = 0
        self.legacy_drawing: tuple[int, int, str] | None = None
        self._places = places
        self._addresses = {f"{column_letters(c)}{r}": (r, c) for r, c in places}
        self._wanted_rows = {row for row, _ in places}
        self._found: dict[Place, list[tuple[int, int]]] = {}
        self._rows: dict[int, list[_Row]] = {}
        self._row_starts: list[tuple[int, int]] = []
        self._data: tuple[int, int] | None = None
        self._dimension: tuple[int, str] | None = None
        self._columns: list[tuple[int, int, int]] = []
        self._ends: dict[bool, int] = {}
        self._child = 0
        self._in_order = True
        self._scan(text)

    def splices(
        self, style: Callable[[int, Severity], int], legacy_drawing: str | None
    ) -> Iterator[Splice]:
        """Yield the changes; *style* gives a mark's format for a cell's own.

        *legacy_drawing* is the id of the part with the shapes of comments, where it has to be said.
        """
        missing = []
        for place, severity in sorted(self._places.items()):
            found = self._found.get(place)
            if not found:
                missing.append((place, severity))
            for start, own in found or ():
                yield set_attribute(self.body, start, "s", str(style(own, severity)))
        yield from self._put_in(missing, style)
        yield from self._wider(missing)
        if legacy_drawing is not None:
            yield self._drawing(legacy_drawing)

    def _scan(self, text: Encoded) -> None:  # noqa: C901, PLR0915 - one pass over a million cells
        parser = text.parser()
        depth = 0
        row = column = 0
        current: _Row | None = None
        last_address: str | None = None
        tag_of = _TAGS.get
        addresses, wanted_rows, found = self._addresses, self._wanted_rows, self._found
        row_starts = self._row_starts

        def start(name: str, attributes: dict[str, str]) -> None:  # noqa: C901 - the hot path
            nonlocal depth, row, column, current, last_address
            depth += 1
            tag = tag_of(name)
            if tag == "c":
                address = attributes.get("r")
                if address is None:
                    if last_address is not None:
                        column = (position_of(last_address) or (0, column))[1]
                        last_address = None
                    column += 1
                    place = row, column
                    wanted = place in self._places
                else:
                    last_address = address
                    if not address.isupper() or "$" in address or " " in address:
                        address = _usual(address)
                    wanted = address in addresses
                    if wanted:
                        place = addresses[address]
                if wanted:
                    format_ = attributes.get("s", "0")
                    own = int(format_) if format_.isdecimal() else 0
                    found.setdefault(place, []).append((parser.CurrentByteIndex, own))
                if current is not None:
                    here = column if address is None else (position_of(address) or (0, 0))[1]
                    current.cells.append((here, parser.CurrentByteIndex))
            elif tag == "row":
                said = attributes.get("r", "")
                number = int(said) if said.isdecimal() else 0
                row = number if 1 <= number <= LAST_ROW else row + 1
                column = 0
                last_address = None
                offset = parser.CurrentByteIndex
                row_starts.append((row, offset))
                if row in wanted_rows:
                    current = _Row(offset, attributes)
                    self._rows.setdefault(row, []).append(current)
            elif depth == 1:
                self.namespace = name.rpartition(" ")[0]
                self.root_start = parser.CurrentByteIndex
            elif depth <= 3:  # noqa: PLR2004 - the root's children and theirs
                self._other(name, attributes, parser.CurrentByteIndex, depth)

        def end(name: str) -> None:
            nonlocal depth, current
            if depth == 2:  # noqa: PLR2004 - the root's children
                self._ended(name, parser.CurrentByteIndex)
            elif current is not None and tag_of(name) == "row":
                current.tail = parser.CurrentByteIndex
                current = None
            depth -= 1

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        try:
            parser.Parse(self.body, True)  # noqa: FBT003 - positional by its own signature
        except (expat.ExpatError, LookupError, ValueError):
            raise NotMarkableError("XML") from None
        self._in_order = all(one[0] < other[0] for one, other in pairwise(row_starts))

    def _other(self, name: str, attributes: Mapping[str, str], offset: int, depth: int) -> None:
        namespace, _, local = name.rpartition(" ")
        if depth == 2:  # noqa: PLR2004 - a child of the root
            self._child = offset
        if namespace != self.namespace:
            return
        if local == "sheetData":
            self._data = offset, 0
        elif local == "dimension":
            self._dimension = offset, attributes.get("ref", "")
        elif local == "legacyDrawing" and depth == 2:  # noqa: PLR2004 - a child of the root
            ids = [value for key, value in attributes.items() if key.rpartition(" ")[2] == "id"]
            end = head_end(self.body, offset)
            if not self.body.startswith(b"/>", end - 2):
                end = self.body.index(b">", end) + 1
            self.legacy_drawing = offset, end, next(iter(ids), "")
        elif local == "col" and "style" in attributes:
            numbers = [attributes.get(one, "") for one in ("min", "max", "style")]
            if all(map(str.isdecimal, numbers)):
                first, last, style = map(int, numbers)
                self._columns.append((first, last, style))

    def _ended(self, name: str, index: int) -> None:
        """Note where a child of the root ends."""
        namespace, _, local = name.rpartition(" ")
        if namespace != self.namespace:
            return
        head = head_end(self.body, self._child)
        is_empty = self.body.startswith(b"/>", head - 2)
        end = head if is_empty else self.body.index(b">", index) + 1
        if local in _BEFORE_DRAWING:
            self._ends[False] = end
        if local in _BEFORE_DATA:
            self._ends[True] = end
        if local == "sheetData" and self._data is not None:
            self._data = self._data[0], index

    def _put_in(
        self, missing: list[tuple[Place, Severity]], style: Callable[[int, Severity], int]
    ) -> Iterator[Splice]:
        """Yield the changes that put in the cells that are not there, in order, row by row."""
        by_row: dict[int, list[tuple[int, Severity]]] = {}
        for (row, column), severity in missing:
            by_row.setdefault(row, []).append((column, severity))
        new_rows: dict[int, list[bytes]] = {}
        for row, cells in sorted(by_row.items()):
            there = self._rows.get(row)
            own = _own_style(there[0].attributes) if there else None
            prefix = self._cell_prefix()
            raw = []
            for column, severity in cells:
                format_ = self._column_style(column) if own is None else own
                address = f"{column_letters(column)}{row}"
                cell = f'<{prefix}c r="{address}" s="{style(format_, severity)}"/>'
                raw.append((column, cell.encode()))
            if there:
                yield from self._into(there[0], raw)
            else:
                inside = b"".join(cell for _, cell in raw)
                new = f'<{prefix}row r="{row}">'.encode() + inside + f"</{prefix}row>".encode()
                new_rows.setdefault(self._place_of_row(row), []).append(new)
        yield from self._new_rows(new_rows)

    def _into(self, row: _Row, cells: list[tuple[int, bytes]]) -> Iterator[Splice]:
        """Yield the changes that put *cells* into a row that is there."""
        end = head_end(self.body, row.start)
        at: dict[int, list[bytes]] = {}
        is_empty = self.body.startswith(b"/>", end - 2)
        for column, raw in cells:
            later = [offset for here, offset in row.cells if here > column]
            at.setdefault(min(later, default=row.tail), []).append(raw)
        if is_empty:
            yield put_in(self.body, row.start, end, b"".join(raw for _, raw in cells))
        else:
            yield from (Splice(place, place, b"".join(new)) for place, new in at.items())
        spans = row.attributes.get("spans", "").replace(":", " ").split()
        if spans and all(map(str.isdecimal, spans)):
            numbers = list(map(int, spans))
            columns = [column for column, _ in cells]
            wide = min(numbers + columns), max(numbers + columns)
            if wide != (min(numbers), max(numbers)):
                yield set_attribute(self.body, row.start, "spans", f"{wide[0]}:{wide[1]}")

    def _new_rows(self, rows: Mapping[int, list[bytes]]) -> Iterator[Splice]:
        if not rows:
            return
        inside = b"".join(b"".join(new) for new in rows.values())
        if self._data is None:
            prefix = prefix_at(self.body, self.root_start)
            place = self._ends.get(True, head_end(self.body, self.root_start))
            tag = f"{prefix}sheetData>".encode()
            yield Splice(place, place, b"<" + tag + inside + b"</" + tag)
            return
        start, tail = self._data
        if self.body.startswith(b"/>", head_end(self.body, start) - 2):
            yield put_in(self.body, start, tail, inside)
            return
        yield from (Splice(place, place, b"".join(new)) for place, new in rows.items())

    def _place_of_row(self, row: int) -> int:
        """Return where a row that is not there belongs: before the first one after it."""
        starts = self._row_starts
        at = bisect_left(starts, (row, 0))
        end = self._data[1] if self._data else 0
        if self._in_order:
            return starts[at][1] if at < len(starts) else end
        return min((offset for number, offset in starts if number > row), default=end)

    def _cell_prefix(self) -> str:
        return prefix_at(self.body, self._data[0] if self._data else self.root_start)

    def _column_style(self, column: int) -> int:
        return next((s for first, last, s in self._columns if first <= column <= last), 0)

    def _wider(self, missing: list[tuple[Place, Severity]]) -> Iterator[Splice]:
        """Yield the change of the range that the sheet says it fills, where it grows."""
        if self._dimension is None or not missing:
            return
        start, said = self._dimension
        span = span_of(said)
        if span is None:
            return
        rows = [row for (row, _), _ in missing]
        columns = [column for (_, column), _ in missing]
        first = min(span.first_row, *rows), min(span.first_column, *columns)
        last = max(span.last_row, *rows), max(span.last_column, *columns)
        if (first, last) != (span[:2], span[2:]):
            corners = [f"{column_letters(c)}{r}" for r, c in (first, last)]
            yield set_attribute(self.body, start, "ref", ":".join(corners))

    def _drawing(self, id_: str) -> Splice:
        if self.legacy_drawing is not None:
            start, _, _ = self.legacy_drawing
            prefix = attribute_prefix(self.body, start, "id")
            return set_attribute(self.body, start, f"{prefix}:id" if prefix else "id", id_)
        prefix = prefix_at(self.body, self.root_start)
        space = relation_base(self.namespace)
        declared = declared_prefix(self.body[self.root_start :], space)
        said = f'{declared}:id="{id_}"' if declared else f'xmlns:r="{space}" r:id="{id_}"'
        place = self._ends.get(False, head_end(self.body, self.root_start))
        return Splice(place, place, f"<{prefix}legacyDrawing {said}/>".encode())


def _usual(address: str) -> str:
    place = position_of(address)
    return address if place is None else f"{column_letters(place[1])}{place[0]}"


def _own_style(attributes: Mapping[str, str]) -> int | None:
    """Return the format that a row gives its empty cells, if any."""
    style = attributes.get("s", "")
    given = attributes.get("customFormat") in {"1", "true"}
    return int(style) if given and style.isdecimal() else None
