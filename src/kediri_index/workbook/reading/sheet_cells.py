"""The cells of one sheet: where each stands, in order, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from kediri_index.model.workbook import Cell, CellFormat, CellKind, PackedRow
from kediri_index.workbook.reading.cell_addresses import LAST_ROW, position_of
from kediri_index.workbook.reading.cell_decoder import CellDecoder, RawCell, Surroundings
from kediri_index.workbook.reading.fault_log import FaultLog, address_of
from kediri_index.workbook.reading.kept_texts import KeptTexts
from kediri_index.workbook.reading.plain_cells import PlainCell, PlainRun
from kediri_index.workbook.reading.refusal import RefusedError, limit_finding
from kediri_index.workbook.reading.shared_strings import unescaped
from kediri_index.workbook.reading.sheet_part import is_true, is_zero

if TYPE_CHECKING:
    from kediri_index.workbook.reading.packing import Packing

# bound once: an enumeration's member costs more to look up than all else that a cell needs
_NUMBER: Final = CellKind.NUMBER
_TEXT: Final = CellKind.TEXT
_PLAIN: Final = CellFormat.PLAIN
_new = tuple.__new__  # a named tuple's own costs three times as much


class SheetCells:
    """Gathers the filled cells of one sheet, at most *allowed*, and the faults of its cells."""

    def __init__(self, surroundings: Surroundings, log: FaultLog, allowed: int) -> None:
        self.log = log
        self.hidden_rows: set[int] = set()
        self.content_tags = 0
        self._around = surroundings
        self._decoder = decoder = CellDecoder(surroundings, log)
        self._decode = decoder.decode
        self._allowed = allowed
        self._last_row = min(LAST_ROW, surroundings.limits.rows)
        self._cells: list[Cell] = []
        self._packed: list[PackedRow] = []
        self._packing: Packing | None = None
        self._packed_cells = 0
        self._row = 0
        self._column = 0
        self._in_order = True
        self._columns: dict[str, int] = {}
        self._texts = KeptTexts()

    def open_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row; without a number it follows the one before."""
        text = attributes.get("r", "")
        row = int(text) if text.isdecimal() and len(text) < len(str(LAST_ROW)) + 1 else 0
        if not 1 <= row <= LAST_ROW:
            if text:
                self.log.add("F216", None, text)
            row = self._row + 1
        if row > self._around.limits.rows:
            raise self._refusal("F225", row)
        if row <= self._row:
            self._in_order = False
        self._row = row
        self._column = 0
        if is_true(attributes.get("hidden")) or is_zero(attributes.get("ht")):
            self.hidden_rows.add(row)

    def next_row(self, digits: str) -> None:
        """Begin the row of this number, of which nothing more is said."""
        row = int(digits)
        if row > self._last_row:
            self.open_row({"r": digits})
            return
        if row <= self._row:
            self._in_order = False
        self._row = row
        self._column = 0

    def add(self, raw_cells: Sequence[RawCell]) -> None:
        """Take cells of the open row; raises :class:`RefusedError` beyond the limit of cells."""
        row, column = self._row, self._column
        suffix = str(row)
        suffix_length = len(suffix)
        columns, decode, append = self._columns, self._decode, self._cells.append
        tags = 0
        for raw in raw_cells:
            attributes, value, formula, inline = raw
            address = attributes.get("r")
            here = 0
            if address is not None and address.endswith(suffix):
                here = columns.get(address[:-suffix_length], 0)
            if here:
                at_row = row
            else:
                at_row, here = self._placed(address, column)
            if here <= column:
                self._in_order = False
            column = here
            if value is not None:
                tags += 1
            if formula is not None:
                tags += 1
            if inline is not None:
                tags += 1
            cell = decode(at_row, here, raw) if here else None
            if cell is not None:
                append(cell)
        self._column = column
        self.content_tags += tags
        self._check_count()

    def add_plain(self, run: PlainRun | list[PlainCell]) -> None:
        """Take plain cells of the open row; raises :class:`RefusedError` beyond the limit."""
        if isinstance(run, list):
            self._add_each(run)
            return
        if self._in_order:
            packed = self._of_many().of(run, self._row, self._column)
            if packed is not None:
                self._packed.append(packed.cells)
                self._packed_cells += len(packed.cells)
                self.content_tags += len(packed.cells)
                self._column = packed.last_column
                self._check_count()
                return
        self._add_each(zip(*run, strict=True))

    def _of_many(self) -> Packing:
        if self._packing is None:
            from kediri_index.workbook.reading.packing import (  # noqa: PLC0415 - for wide tables
                Packing,
            )

            self._packing = Packing(self._around)
        return self._packing

    def _add_each(self, cells: Iterable[PlainCell]) -> None:
        row, column = self._row, self._column
        row_digits = str(row)
        columns, decode, append = self._columns, self._decode, self._cells.append
        strings, formats = self._around.strings, self._around.number_formats
        texts = self._texts
        struck, is_computed = self._around.struck, not self._around.recalculates
        tags = 0
        for letters, digits, style, type_, formula, number, text, inline in cells:
            here = columns.get(letters, 0) if digits == row_digits else 0
            at_row = row
            if not here:
                at_row, here = self._placed(letters + digits, column)
            if here <= column:
                self._in_order = False
            column = here
            value = number or text
            if value is None and inline is None:
                continue
            tags += 1 if formula is None else 2
            simple = here and (formula is None or is_computed) and style not in struck
            if type_ == "s" and value and simple and (shared := strings.get(value)):
                append(_new(Cell, (at_row, here, _TEXT, shared, _PLAIN, formula is not None)))
            elif number and not type_ and simple and (shown := formats.get(style or "0")):
                append(_new(Cell, (at_row, here, _NUMBER, number, shown, formula is not None)))
            elif inline and type_ == "inlineStr" and simple and (known := texts.get(inline)):
                append(_new(Cell, (at_row, here, _TEXT, known, _PLAIN, False)))
            elif here:
                attributes = {"s": style or "0", "t": type_ or "n"}
                whole = inline and (unescaped(inline) if "_x" in inline else texts[inline])
                cell = decode(at_row, here, (attributes, value, formula, whole))
                if cell is not None:
                    append(cell)
        self._column = column
        self.content_tags += tags
        self._check_count()

    def _check_count(self) -> None:
        if len(self._cells) + self._packed_cells > self._allowed:
            raise self._refusal("F206", self._around.limits.cells + 1)

    @property
    def wide(self) -> int:
        """By how many bytes kept texts are larger than they may have been in the file."""
        return self._decoder.wide

    def cells(self) -> Sequence[Cell]:
        """Return the filled cells in order; of two at one place the later one stands."""
        for style, first in self._decoder.unknown_styles.items():
            self.log.add("F220", first, style)
        if self._in_order:
            return self._by_row() if self._packed else tuple(self._cells)
        placed: dict[tuple[int, int], Cell] = {}
        for cell in chain(*self._packed, self._cells):  # what was packed came in order, so first
            place = cell.row, cell.column
            if place in placed:
                self.log.add("F217", cell.address, cell.value, other=placed[place].value)
            placed[place] = cell
        return tuple(placed[place] for place in sorted(placed))

    def _by_row(self) -> Sequence[Cell]:
        from kediri_index.model.packed_rows import by_row  # noqa: PLC0415 - for wide tables

        return by_row(self._cells, self._packed)

    def _placed(self, address: str | None, column: int) -> tuple[int, int]:
        """Return where a cell stands: next to the one before it, unless it says where."""
        if address is None:
            if column >= self._around.limits.columns:
                raise self._refusal("F226", column + 1)
            return self._row, column + 1
        position = position_of(address)
        if position is None:
            self.log.add("F216", None, address)
            return self._row, 0
        row, here = position
        if here > self._around.limits.columns:
            raise self._refusal("F226", here)
        if row > self._around.limits.rows:
            raise self._refusal("F225", row)
        if row == self._row:
            self._columns[address.removesuffix(str(row))] = here
        else:
            self._in_order = False
            self.log.add("F218", address_of(row, here), address, row=self._row)
        return row, here

    def _refusal(self, code: str, seen: int) -> RefusedError:
        return RefusedError(limit_finding(code, self._around.path, self._around.limits, seen))
