"""An agency's form as it came back: filled in, perhaps with what nobody should do to a form.

It is written as ``template`` writes the empty one, and the same form gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from examples.repacking import without_empty_results
from kediri_index.sheets.forms.form import HEADER_ROW, IDENTITY_ITEMS, Form, FormRow, form_columns
from kediri_index.sheets.forms.form import Value as PlainValue
from kediri_index.sheets.forms.steps import FormulaStep
from kediri_index.sheets.forms.writing import FIRST_ITEM, VALUE_COLUMN, FormWriter, Sheet
from kediri_index.sheets.identity import Item
from kediri_index.sheets.tables.columns import Column

COLUMNS = form_columns(measured=False)


class Formula(NamedTuple):
    """A formula and the result saved with it, perhaps an Excel error."""

    text: str
    result: float | str


Value = PlainValue | Formula
Values = Mapping[Column, Value]


class HiddenTable(NamedTuple):
    """A further sheet of answers that is hidden."""

    name: str
    rows: tuple[FormRow, ...]


class FilledForm(NamedTuple):
    """A form with its answers; *said* is what *Identitas* says in place of what it should.

    What a clean form has not: no header, *hidden_rows* and *merged* scores by the position of
    their row (a score merged with the one below), a hidden table, *formulas* by position and
    column.
    """

    form: Form
    said: Mapping[Item, PlainValue] = MappingProxyType({})
    has_header: bool = True
    hidden_rows: frozenset[int] = frozenset()
    merged: frozenset[tuple[Column, int]] = frozenset()
    hidden_table: HiddenTable | None = None
    formulas: Mapping[tuple[Column, int], Formula] = MappingProxyType({})

    def with_rows(self, rows: tuple[FormRow, ...]) -> FilledForm:
        """Return the form with other rows."""
        return self._replace(form=self.form._replace(rows=rows))


def cell_of(column: Column, position: int) -> str:
    """Return the address of a value of the answers; *position* counts the rows from 0."""
    return f"{chr(ord('A') + COLUMNS.index(column))}{HEADER_ROW + 1 + position}"


def identity_cell(item: Item) -> str:
    """Return the address of what *Identitas* says of *item*."""
    return f"{VALUE_COLUMN}{IDENTITY_ITEMS.index(item) + FIRST_ITEM}"


def write_form(filled: FilledForm, path: Path) -> None:
    """Write *filled* to *path*; what its formulas come to is left to who opens it."""
    with xlsxwriter.Workbook(str(path)) as book:
        _Writer(book, filled).write()
    without_empty_results(path)


class _Writer(FormWriter):
    """Writes a form with its answers."""

    def __init__(self, book: Any, filled: FilledForm) -> None:  # noqa: ANN401 - as XlsxWriter's
        super().__init__(book, filled.form)
        self.filled = filled

    def write(self) -> None:
        """Write all sheets, and the one that is hidden."""
        super().write()
        table = self.filled.hidden_table
        if table is not None:
            sheet = self.book.add_worksheet(table.name)
            sheet.hide()
            for number, column in enumerate(COLUMNS):
                sheet.write_string(0, number, column.value, self.styles.header)
                for line, row in enumerate(table.rows, start=1):
                    self.put(sheet, (line, number), row.values.get(column), self.styles.text)

    def said(self) -> dict[Item, PlainValue]:
        """Return what the form says of itself."""
        return {**super().said(), **self.filled.said}

    def write_header(self, number: int, column: Column) -> None:
        """Write the header of one column, if there is one."""
        if self.filled.has_header:
            super().write_header(number, column)

    def write_table(self) -> None:
        """Write the answers, and what was done to them."""
        super().write_table()
        sheet, style = self.answers, self.styles.to_fill
        for position in self.filled.hidden_rows:
            sheet.set_row(HEADER_ROW + position, None, None, {"hidden": True})
        for column, position in self.filled.merged:
            first, number = HEADER_ROW + position, COLUMNS.index(column)
            sheet.merge_range(first, number, first + 1, number, "", style)
            value = self.form.rows[position].values[column]
            self.put(sheet, (first, number), value, style)
        for (column, position), formula in self.filled.formulas.items():
            place = HEADER_ROW + position, COLUMNS.index(column)
            sheet.write_formula(*place, formula.text, style, formula.result)

    def formula(
        self, sheet: Sheet, place: tuple[int, int], step: FormulaStep, style: object
    ) -> None:
        """Write a formula of the column *Periksa* without a result."""
        sheet.write_formula(*place, f"={step.formula}", style, "")

    def put(
        self, sheet: Sheet, place: tuple[int, int], value: PlainValue | None, style: object
    ) -> None:
        """Write one value as what it is; a date looks like one."""
        super().put(sheet, place, value, self.styles.day if isinstance(value, date) else style)
