"""The cells of one sheet: from what its XML says to what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from sys import getsizeof
from typing import Final, NamedTuple

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.workbook.cell_addresses import LAST_ROW, position_of
from kediri_index.workbook.fault_log import SHOWN_OF_A_KIND, FaultLog, address_of
from kediri_index.workbook.number_formats import NumberFormat
from kediri_index.workbook.refusal import RefusedError, limit_finding
from kediri_index.workbook.serial_dates import iso_of_serial, iso_of_text
from kediri_index.workbook.shared_strings import unescaped
from kediri_index.workbook.sheet_part import RawCell, is_true, is_zero
from kediri_index.workbook.xml_part import WHITESPACE

_NUMBER_CHARACTERS: Final = "0123456789.+-eE"
_BOOLEANS: Final = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_MISFIT_CODES: Final[dict[str | None, str]] = {"b": "F213", "d": "F214"}
_INFINITE: Final = (float("inf"), float("-inf"))

# bound once: an enumeration's member costs more to look up than all else that a cell needs
_NUMBER: Final = CellKind.NUMBER
_TEXT: Final = CellKind.TEXT
_PLAIN: Final = CellFormat.PLAIN
_PLAIN_NUMBER: Final = NumberFormat.PLAIN
_new = tuple.__new__  # a named tuple's own costs three times as much


class Surroundings(NamedTuple):
    """What the cells of all sheets of a workbook refer to."""

    path: str
    limits: Limits
    strings: Mapping[str, str]
    formats: Mapping[str, NumberFormat]
    since_1904: bool = False


class SheetCells:
    """Gathers the filled cells of one sheet, at most *allowed*, and the faults of its cells."""

    def __init__(self, surroundings: Surroundings, log: FaultLog, allowed: int) -> None:
        self.log = log
        self.hidden_rows: set[int] = set()
        self.content_tags = 0
        self.wide = 0
        self._around = surroundings
        self._strings = surroundings.strings
        self._formats = surroundings.formats
        self._allowed = allowed
        self._cells: list[Cell] = []
        self._row = 0
        self._column = 0
        self._in_order = True
        self._columns: dict[str, int] = {}
        self._unknown_styles: dict[str, str] = {}
        self._decoders: dict[str | None, Callable[[int, int, RawCell], Cell | None]] = {
            None: self._number,
            "n": self._number,
            "s": self._shared,
            "str": self._text,
            "inlineStr": self._text,
            "b": self._boolean,
            "e": self._error,
            "d": self._date,
        }

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

    def add(self, raw_cells: Sequence[RawCell]) -> None:
        """Take cells of the open row; raises :class:`RefusedError` beyond the limit of cells."""
        row, column = self._row, self._column
        suffix = str(row)
        suffix_length = len(suffix)
        columns, decoders, append = self._columns, self._decoders, self._cells.append
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
                if not value.isascii():
                    self.wide += getsizeof(value)
            if formula is not None:
                tags += 1
                if not formula.isascii():
                    self.wide += getsizeof(formula)
            if inline is not None:
                tags += 1
                if not inline.isascii():
                    self.wide += getsizeof(inline)
            decode = decoders.get(attributes.get("t"), self._unknown)
            cell = decode(at_row, here, raw) if here else None
            if cell is not None:
                append(cell)
        self._column = column
        self.content_tags += tags
        if len(self._cells) > self._allowed:
            raise self._refusal("F206", self._around.limits.cells + 1)

    def cells(self) -> tuple[Cell, ...]:
        """Return the filled cells in order; of two at one place the later one stands."""
        for style, first in self._unknown_styles.items():
            self.log.add("F220", first, style)
        if self._in_order:
            return tuple(self._cells)
        placed: dict[tuple[int, int], Cell] = {}
        for cell in self._cells:
            place = cell.row, cell.column
            if place in placed:
                self.log.add("F217", cell.address, cell.value, other=placed[place].value)
            placed[place] = cell
        return tuple(placed[place] for place in sorted(placed))

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

    def _number(self, row: int, column: int, raw: RawCell) -> Cell | None:
        attributes, value, formula, _ = raw
        if not value:
            return self._without_value(row, column, raw)
        if not is_number(value):
            value = value.strip(WHITESPACE)
            if not value:
                return self._without_value(row, column, raw)
            if not is_number(value):
                return self._misfit(row, column, raw)
        style = attributes.get("s", "0")
        shown = self._formats.get(style)
        if shown is _PLAIN_NUMBER:
            return _new(Cell, (row, column, _NUMBER, value, _PLAIN, formula is not None))
        return self._formatted(
            Cell(row, column, _NUMBER, value, _PLAIN, formula is not None), style
        )

    def _formatted(self, cell: Cell, style: str) -> Cell:
        """Return the number *cell* as its format makes it."""
        shown = self._formats.get(style)
        if shown is NumberFormat.PERCENT:
            return cell._replace(format=CellFormat.PERCENT)
        if shown is NumberFormat.DATE:
            date = iso_of_serial(float(cell.value), since_1904=self._around.since_1904)
            return cell if date is None else cell._replace(kind=CellKind.DATE, value=date)
        if shown is None and style != "0" and len(self._unknown_styles) <= SHOWN_OF_A_KIND:
            self._unknown_styles.setdefault(style, cell.address)
        return cell

    def _shared(self, row: int, column: int, raw: RawCell) -> Cell | None:
        _, value, formula, _ = raw
        value = value and value.strip(WHITESPACE)
        if not value:
            return self._without_value(row, column, raw)
        text = self._strings.get(value)
        if text is None:
            text = self._strings.get(value.lstrip("0") or "0")
            if text is None:
                self.log.add("F211", address_of(row, column), value)
                return Cell(row, column, CellKind.ERROR, value, formula=formula is not None)
        if not text and formula is None:
            return None
        return _new(Cell, (row, column, _TEXT, text, _PLAIN, formula is not None))

    def _text(self, row: int, column: int, raw: RawCell) -> Cell | None:
        _, value, formula, inline = raw
        if inline is not None:
            text = inline
        elif value is not None:
            text = unescaped(value)
        else:
            return self._without_value(row, column, raw)
        if not text and formula is None:
            return None
        if len(text) > self._around.limits.text_length:
            raise self._refusal("F207", len(text))
        return _new(Cell, (row, column, _TEXT, text, _PLAIN, formula is not None))

    def _boolean(self, row: int, column: int, raw: RawCell) -> Cell | None:
        value = (raw[1] or "").strip(WHITESPACE)
        if not value:
            return self._without_value(row, column, raw)
        text = _BOOLEANS.get(value)
        if text is None:
            return self._misfit(row, column, raw)
        return Cell(row, column, CellKind.BOOLEAN, text, formula=raw[2] is not None)

    def _error(self, row: int, column: int, raw: RawCell) -> Cell | None:
        value = (raw[1] or "").strip(WHITESPACE)
        if not value:
            return self._without_value(row, column, raw)
        return Cell(row, column, CellKind.ERROR, value, formula=raw[2] is not None)

    def _date(self, row: int, column: int, raw: RawCell) -> Cell | None:
        value = (raw[1] or "").strip(WHITESPACE)
        if not value:
            return self._without_value(row, column, raw)
        date = iso_of_text(value)
        if date is None:
            return self._misfit(row, column, raw)
        return Cell(row, column, CellKind.DATE, date, formula=raw[2] is not None)

    def _unknown(self, row: int, column: int, raw: RawCell) -> Cell | None:
        attributes, value, _, inline = raw
        text = value or inline or ""
        self.log.add("F215", address_of(row, column), text, type=attributes.get("t", ""))
        return Cell(row, column, CellKind.ERROR, text) if text else None

    def _misfit(self, row: int, column: int, raw: RawCell) -> Cell:
        """Return a cell whose content is not of the type it says, and note it."""
        attributes, value, formula, _ = raw
        text = value or ""
        code = _MISFIT_CODES.get(attributes.get("t"), "F212")
        self.log.add(code, address_of(row, column), text)
        return Cell(row, column, CellKind.ERROR, text, formula=formula is not None)

    def _without_value(self, row: int, column: int, raw: RawCell) -> Cell | None:
        """Return a text in place, or a formula whose result was never saved, or nothing."""
        _, _, formula, inline = raw
        if inline:
            return self._text(row, column, raw)
        if formula is None:
            return None
        return Cell(row, column, CellKind.NO_VALUE, f"={unescaped(formula)}", formula=True)


def is_number(text: str) -> bool:
    """Return whether *text* is a finite number as XML spells it, more strictly than Python."""
    if text.strip(_NUMBER_CHARACTERS):
        return False
    try:
        return float(text) not in _INFINITE
    except ValueError:
        return False
