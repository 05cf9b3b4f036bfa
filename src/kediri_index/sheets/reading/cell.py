"""A cell: its address, and from the texts of its XML its kind and value."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from sys import getsizeof
from types import MappingProxyType
from typing import Final, NamedTuple

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Span
from kediri_index.sheets.reading.refusal import (
    SHOWN_OF_A_KIND,
    FaultLog,
    RefusedError,
    address_of,
    limit_finding,
)
from kediri_index.sheets.reading.shared_parts import (
    AnyFormat,
    MarkedText,
    NumberFormat,
    Sections,
    unescaped,
)
from kediri_index.sheets.reading.xml_part import WHITESPACE

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def column_number(letters: str) -> int:
    """Return the number of a column of capital letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def position_of(address: str) -> tuple[int, int] | None:
    """Return the row and column of *address*, or None where no sheet has such a cell."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1].upper())
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return None
    return row, column


def span_of(reference: str) -> Span | None:
    """Return the range that *reference* names, its corners in order, or None."""
    first, colon, last = reference.partition(":")
    start = position_of(first)
    end = position_of(last) if colon else start
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Span(rows[0], columns[0], rows[1], columns[1])


RawCell = tuple[Mapping[str, str], "str | None", "str | None", "str | None"]
"""A cell's attributes, its ``v``, its ``f`` and the text of its ``is``."""

_NUMBER_CHARACTERS: Final = "0123456789.+-eE"
_BOOLEANS: Final = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_MISFIT_CODES: Final[dict[str | None, str]] = {"b": "F213", "d": "F214"}
CELL_FORMATS: Final[Mapping[NumberFormat | None, CellFormat]] = {
    NumberFormat.PLAIN: CellFormat.PLAIN,
    NumberFormat.PERCENT: CellFormat.PERCENT,
    NumberFormat.THOUSANDS: CellFormat.THOUSANDS,
    NumberFormat.MILLIONS: CellFormat.MILLIONS,
    NumberFormat.BILLIONS: CellFormat.BILLIONS,
    NumberFormat.TRILLIONS: CellFormat.TRILLIONS,
    NumberFormat.STRUCK: CellFormat.MARKED,
}
_INFINITE: Final = (float("inf"), float("-inf"))

# bound once: an enumeration's member costs more to look up than all else that a cell needs
_NUMBER: Final = CellKind.NUMBER
_TEXT: Final = CellKind.TEXT
_PLAIN: Final = CellFormat.PLAIN
_PLAIN_NUMBER: Final = NumberFormat.PLAIN
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone
_LAST_SERIAL: Final = 2_958_466
_LEAP_DAY_1900: Final = 60
_MILLISECONDS_A_DAY: Final = 86_400_000
_ISO = re.compile(
    r"(?P<date>[0-9]{4}-[01][0-9]-[0-3][0-9])?"
    r"(?:T?(?P<time>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)(?P<part>\.[0-9]+)?(?P<zone>Z|[+-][0-9:]+)?)?"
)


class SharedParts(NamedTuple):
    """What the cells of all sheets of a workbook refer to."""

    path: str
    limits: Limits
    strings: Mapping[str, str]
    formats: Mapping[str, AnyFormat]
    number_looks: Mapping[str, int]
    """What numbers are, by style, where they are plain or percentages whichever they are."""
    since_1904: bool
    marked: Mapping[str, str] = MappingProxyType({})
    """Strings of which a part is raised, lowered or struck out; they are not among *strings*."""
    struck: frozenset[str] = frozenset()
    """The styles that strike out."""
    recalculates: bool = False
    """Whether the file says that its formulas are to be computed when it is opened."""


class CellDecoder:
    """Tells what the cells of one sheet hold; notes in *log* what is wrong with them.

    *wide* is by how many bytes kept texts are larger than they may have been in the file.
    """

    def __init__(self, surroundings: SharedParts, log: FaultLog) -> None:
        self.wide = 0
        self.unknown_styles: dict[str, str] = {}
        self._log = log
        self._around = surroundings
        self._strings = surroundings.strings
        self._formats = surroundings.formats
        self._by_type: dict[str | None, Callable[[int, int, RawCell], Cell | None]] = {
            None: self._number,
            "n": self._number,
            "s": self._shared,
            "str": self._text,
            "inlineStr": self._text,
            "b": self._boolean,
            "e": self._error,
            "d": self._date,
        }

    def decode(self, row: int, column: int, raw: RawCell) -> Cell | None:
        """Return the cell at a place, or None where it holds nothing."""
        return self._by_type.get(raw[0].get("t"), self._unknown)(row, column, raw)

    def _keep(self, text: str) -> str:
        """Return *text*, which is kept, and count by how much it widens."""
        if not text.isascii():
            self.wide += getsizeof(text)
        return text

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
        if formula is not None and self._around.recalculates and float(value) == 0:
            return self._not_computed(row, column, formula)
        style = attributes.get("s", "0")
        shown = self._formats.get(style)
        if shown is _PLAIN_NUMBER or (shown is None and style == "0"):
            return Cell(row, column, _NUMBER, value, _PLAIN, formula is not None)
        return self._formatted(
            Cell(row, column, _NUMBER, value, _PLAIN, formula is not None), style
        )

    def _formatted(self, cell: Cell, style: str) -> Cell:
        """Return the number *cell* as its format makes it."""
        shown = self._formats.get(style)
        number = float(cell.value)
        if isinstance(shown, Sections):
            shown = shown.of(number)
        if shown is NumberFormat.DATE:
            date = iso_of_serial(number, since_1904=self._around.since_1904)
            return cell if date is None else cell._replace(kind=CellKind.DATE, value=date)
        if shown in CELL_FORMATS:
            return cell._replace(format=CELL_FORMATS[shown])
        if shown is None and style != "0" and len(self.unknown_styles) <= SHOWN_OF_A_KIND:
            self.unknown_styles.setdefault(style, cell.address)
        return cell

    def _shared(self, row: int, column: int, raw: RawCell) -> Cell | None:
        _, value, formula, _ = raw
        value = value and value.strip(WHITESPACE)
        if not value:
            return self._without_value(row, column, raw)
        text = self._string(value)
        if text is None:
            text = self._string(value.lstrip("0") or "0")
            if text is None:
                self._log.add("F211", address_of(row, column), value)
                kept = self._keep(value)
                return Cell(row, column, CellKind.ERROR, kept, formula=formula is not None)
        if not text and formula is None:
            return None
        return Cell(row, column, _TEXT, text, self._look(raw, text), formula is not None)

    def _string(self, index: str) -> str | None:
        text = self._strings.get(index)
        return self._around.marked.get(index) if text is None else text

    def _look(self, raw: RawCell, text: str) -> CellFormat:
        """Return how *text* looks: marked where any of it is, or its cell is struck out."""
        is_marked = isinstance(text, MarkedText) or raw[0].get("s") in self._around.struck
        return CellFormat.MARKED if is_marked else _PLAIN

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
        if not text and formula is not None and self._around.recalculates:
            return self._not_computed(row, column, formula)
        if len(text) > self._around.limits.text_length:
            limits = self._around.limits
            raise RefusedError(limit_finding("F207", self._around.path, limits, len(text)))
        look = self._look(raw, text)
        return Cell(row, column, _TEXT, self._keep(text), look, formula is not None)

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
        return Cell(row, column, CellKind.ERROR, self._keep(value), formula=raw[2] is not None)

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
        self._log.add("F215", address_of(row, column), text, type=attributes.get("t", ""))
        return Cell(row, column, CellKind.ERROR, self._keep(text)) if text else None

    def _misfit(self, row: int, column: int, raw: RawCell) -> Cell:
        """Return a cell whose content is not of the type it says, and note it."""
        attributes, value, formula, _ = raw
        text = value or ""
        code = _MISFIT_CODES.get(attributes.get("t"), "F212")
        self._log.add(code, address_of(row, column), text)
        return Cell(row, column, CellKind.ERROR, self._keep(text), formula=formula is not None)

    def _without_value(self, row: int, column: int, raw: RawCell) -> Cell | None:
        """Return a text in place, or a formula whose result was never saved, or nothing."""
        _, _, formula, inline = raw
        if inline:
            return self._text(row, column, raw)
        return None if formula is None else self._not_computed(row, column, formula)

    def _not_computed(self, row: int, column: int, formula: str) -> Cell:
        """Return a formula without a result, or with what a program wrote in place of one."""
        text = self._keep(f"={unescaped(formula)}")
        return Cell(row, column, CellKind.NO_VALUE, text, formula=True)


def is_number(text: str) -> bool:
    """Return whether *text* is a finite number as XML spells it, more strictly than Python."""
    if text.strip(_NUMBER_CHARACTERS):
        return False
    try:
        return float(text) not in _INFINITE
    except ValueError:
        return False


def iso_of_serial(serial: float, *, since_1904: bool) -> str | None:
    """Return the date of *serial*: a date, with its time unless midnight, or only a time below 1.

    None where a spreadsheet has no date for it: below zero, or past the year 9999.
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    days, milliseconds = divmod(round(serial * _MILLISECONDS_A_DAY), _MILLISECONDS_A_DAY)
    if since_1904:
        moment = _EPOCH_1904 + timedelta(days=days, milliseconds=milliseconds)
    else:
        # spreadsheets count a 29 February 1900 that never was; it is day 60
        shift = 1 if days < _LEAP_DAY_1900 else 0
        moment = _EPOCH_1900 + timedelta(days=days + shift, milliseconds=milliseconds)
    time = moment.isoformat(timespec="milliseconds" if milliseconds % 1000 else "seconds")[11:]
    if serial < 1 and not since_1904:
        return time
    day = f"{moment:%Y-%m-%d}"
    if not since_1904 and days == _LEAP_DAY_1900:
        day = "1900-02-29"
    return f"{day}T{time}" if milliseconds else day


def iso_of_text(text: str) -> str | None:
    """Return an ISO date of a workbook in the same form, or None where it is none."""
    match = _ISO.fullmatch(text.strip())
    if match is None or not (match["date"] or match["time"]):
        return None
    time = (match["time"] or "") + (match["part"] or "").rstrip("0").rstrip(".")
    if not match["date"]:
        return time
    return f"{match['date']}T{time}" if time.strip("0:") else match["date"]
