"""Which rows of a long table are about an indicator, and what is said of those that are not."""

from __future__ import annotations

import re

from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, CellKind, Row
from kediri_index.workbook.cell_values import CellError, Located, read_number
from kediri_index.workbook.headers.columns import KEY_COLUMNS, VALUE_COLUMNS, Column, header_of
from kediri_index.workbook.headers.table import Table
from kediri_index.workbook.rows.groups import group_named
from kediri_index.workbook.rows.row import UNSEEN, RowContext
from kediri_index.workbook.rows.without_data import (
    FOOTNOTE,
    LONG_NUMBER,
    MARK,
    SIGNATURE,
    numbers_the_columns,
)

_SURELY_A_CODE = re.compile(r"(?=.*[0-9])[A-Za-z][A-Za-z0-9_.-]+")
_LIKE_A_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*|[0-9][0-9.]*")
_OF_LABELS = KEY_COLUMNS | {Column.NUMBER, Column.PILLAR, Column.SUB_PILLAR}
"""Where a row may say that it sums up others, on whichever side of the values."""


def text_of(row: Row, column: int | None) -> str | None:
    """Return the text in a *column* of a row, None where it is empty."""
    return None if column is None else row.text(column).strip().strip(UNSEEN) or None


class IndicatorRows:
    """Tells which rows of a *table* are about an indicator, and which sum up others.

    *code* and *indicator* are the columns that name it. Values that are not read go to *findings*.
    """

    def __init__(
        self,
        table: Table,
        context: RowContext,
        findings: list[Finding],
        code: int | None,
        indicator: int | None,
    ) -> None:
        self.table = table
        self.context = context
        self.findings = findings
        self.values = table.of(VALUE_COLUMNS)
        self._code = code
        self._indicator = indicator
        self._first_value = min(self.values, default=0)
        self._labels = {*table.of(_OF_LABELS)}
        self._last: int | None = None
        self._signed = self._text_told = False

    def total(self, row: Row, code: str | None) -> str | None:
        """Return the word that says that the row sums up others, if it does."""
        from kediri_index.workbook.rows.totals import total_word  # noqa: PLC0415 - few sheets have any

        if code is not None:
            return total_word(code, self.context)
        for column, text in zip(row.columns, row.texts, strict=True):
            if column >= self._first_value and column not in self._labels:
                continue
            word = total_word(text, self.context)
            if word is not None:
                return word
        return None

    def has(self, row: Row, code: str | None) -> bool:
        """Tell a row to read from an empty one, a heading, a header said again, a signature."""
        filled = [cell for number in self.values if (cell := row.cell(number)) is not None]
        name = text_of(row, self._indicator)
        if (
            name is not None
            and (
                exact(name) in self.context.nodes.by_name
                or group_named(name, self.context) is not None
            )
            and not (code is not None and not filled and MARK.fullmatch(code))
        ):
            return True
        is_no_code = code is not None and self._is_not_a_code(row, code, filled)
        if is_no_code or self._is_of_the_whole(code or name, filled):
            return False
        if self._is_below_all(row.number):
            return self._is_read_below_all(row, code or name, filled)
        if code is not None or (name is not None and self._code is None):
            return code is not None or not self._is_a_heading(row)
        if filled and name is None and all(map(self._is_words, filled)):
            self._not_read(filled)
            return False
        return bool(filled)

    def _is_a_heading(self, row: Row) -> bool:
        """Return whether a row has a name alone, but for a mark (A, II) to its left."""
        beside = {cell.column: cell.value.strip() for cell in row.cells()}
        return all(
            n in self._labels and MARK.fullmatch(text) and not text.strip(".)").isdigit()
            for n, text in beside.items()
            if n != self._indicator
        )

    def _is_of_the_whole(self, label: str | None, filled: list[Cell]) -> bool:
        """Return whether a row has the figure of the index itself, which is named."""
        from kediri_index.workbook.rows.totals import says_the_whole  # noqa: PLC0415 - as few say it

        if not filled or label is None or not says_the_whole(label, self.context):
            return False
        self._not_read(filled)
        return True

    def _is_not_a_code(self, row: Row, code: str, filled: list[Cell]) -> bool:
        """Return whether the text in the column of codes is a header, a heading or a footnote."""
        header = header_of(code, {})
        if (header is not None and header.column in KEY_COLUMNS) or FOOTNOTE.match(code):
            return True
        if numbers_the_columns(row):
            return True
        if not filled:
            is_like_one = _LIKE_A_CODE.fullmatch(code) and not MARK.fullmatch(code)
            named = group_named(code, self.context)
            return header is not None or not is_like_one or named is not None
        if MARK.fullmatch(code) and not code.strip(".)").isdigit():
            self._not_read(filled)
            return True
        return False

    def _is_below_all(self, row: int) -> bool:
        """Return whether no row from *row* on names an indicator or group."""
        if self._last is None:
            known = filter(self._is_known, self.table.rows())
            self._last = max((one.number for one in known), default=0)
        return 0 < self._last < row

    def _is_read_below_all(self, row: Row, named: str | None, filled: list[Cell]) -> bool:
        """Tell a row with a value to read from text below the table, which is named once."""
        if named is not None and filled and _SURELY_A_CODE.fullmatch(named):
            return True
        if any(not self._is_words(cell) for cell in filled):
            left = [cell for cell in row.cells() if cell.column < self._first_value]
            if named is not None or not any(any(map(str.isalpha, one.value)) for one in left):
                return True
            self._not_read(filled)
            return False
        if not self._signed:
            self._signed = any(map(SIGNATURE.search, row.texts))
        if filled and not self._signed and not self._text_told:
            self._text_told = True
            self._not_read(filled)
        return False

    def _not_read(self, filled: list[Cell]) -> None:
        place = self.table.sheet.place(filled[0].address)
        self.findings.append(Finding.at_cell("F434", place, filled[0].value.strip()))

    def _is_known(self, row: Row) -> bool:
        code, name = text_of(row, self._code), text_of(row, self._indicator)
        if code is not None and self.context.nodes.get(code):
            return True
        return name is not None and exact(name) in self.context.nodes.by_name

    def _is_words(self, cell: Cell) -> bool:
        """Return whether *cell* holds neither a number nor what may be one; an NIP is none."""
        if cell.kind is not CellKind.TEXT:
            return False
        if LONG_NUMBER.fullmatch(cell.value.strip()):
            return True
        try:
            reading, _ = read_number(
                Located(cell, Source(self.table.sheet.file)), self.context.expected()
            )
        except CellError as fault:
            return fault.code != "C121"
        return reading.number is None
