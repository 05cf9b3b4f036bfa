"""One agency's form as a workbook: the sheets that it fills in, and the hidden one.

The same form gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from kediri_index.workbook.columns import Column
from kediri_index.workbook.form import (
    ANSWERS_SHEET,
    FORM,
    GUIDE_SHEET,
    HIDDEN_LABELS,
    IDENTITY_ITEMS,
    IDENTITY_SHEET,
    form_columns,
)
from kediri_index.workbook.identity import HIDDEN_SHEET, Item

COLUMNS = form_columns(measured=False)
HEADER_ROW = 4
"""Of the answers, as a sheet counts; the title stands above it, the data below."""

VALUE_COLUMN = "B"
"""Of the sheet *Identitas*, where what its labels name stands."""

WIDTHS: dict[Column, int] = {
    Column.NUMBER: 5,
    Column.CODE: 10,
    Column.PILLAR: 18,
    Column.SUB_PILLAR: 26,
    Column.INDICATOR: 44,
    Column.OPD: 30,
    Column.SELF: 10,
    Column.ASSESSOR: 10,
    Column.EVIDENCE: 58,
    Column.REMARK: 30,
}
TO_FILL_IN = frozenset({Column.SELF, Column.ASSESSOR, Column.EVIDENCE, Column.REMARK})

GUIDE = (
    "Cara mengisi",
    "1. Isilah hanya kolom berwarna kuning pada lembar Penilaian.",
    "2. Nilai mandiri diisi OPD: angka dari skala 0 sampai 4, misalnya 3.",
    "3. Nilai asesor diisi asesor: rata-rata para penilai, misalnya 3,25.",
    "4. Setiap nilai disertai bukti dukung: tautan yang dapat dibuka oleh penilai.",
    "5. Jangan menggabung sel, menyembunyikan baris, atau mengubah kode dan judul kolom.",
    "6. Bila isian dikirim ulang, naikkan angka Revisi pada lembar Identitas.",
)


class Formula(NamedTuple):
    """A formula and the result saved with it, perhaps an Excel error."""

    text: str
    result: float | str


Value = str | int | float | date | Formula
Row = Mapping[Column, Value]


class HiddenTable(NamedTuple):
    """A further sheet of answers that is hidden."""

    name: str
    rows: tuple[Row, ...]


class Form(NamedTuple):
    """An agency's form as it is filled in; *hash* is the definition's.

    What a clean form has not: no header, *hidden_rows* and *merged* scores by the position of
    their row (a score merged with the one below), a hidden table.
    """

    title: str
    opd_id: str
    hash: str
    identity: Mapping[Item, Value]
    rows: tuple[Row, ...]
    has_header: bool = True
    hidden_rows: frozenset[int] = frozenset()
    merged: frozenset[tuple[Column, int]] = frozenset()
    hidden_table: HiddenTable | None = None


def cell_of(column: Column, position: int) -> str:
    """Return the address of a value of the answers; *position* counts the rows from 0."""
    return f"{chr(ord('A') + COLUMNS.index(column))}{HEADER_ROW + 1 + position}"


def identity_cell(item: Item) -> str:
    """Return the address of what *Identitas* says of *item*."""
    return f"{VALUE_COLUMN}{IDENTITY_ITEMS.index(item) + 3}"


def write_form(form: Form, path: Path) -> None:
    """Write *form* to *path*."""
    day = form.identity[Item.DATE]
    assert isinstance(day, date)  # noqa: S101 - it dates the workbook too
    with xlsxwriter.Workbook(str(path)) as book:
        created = datetime.combine(day, time())  # else XlsxWriter asks the clock
        book.set_properties({"title": form.title, "created": created})
        writer = _Writer(book)
        writer.identity(form)
        writer.answers(form)
        writer.guide()
        writer.hidden(form)
        if form.hidden_table is not None:
            sheet = book.add_worksheet(form.hidden_table.name)
            sheet.hide()
            writer.table(sheet, 0, form.hidden_table.rows)


class _Writer:
    """Writes the sheets of one book, with its formats."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        framed = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
        header = {"bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "text_wrap": True}
        yellow = {"bg_color": "#FFF9E5"}
        self.book = book
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.header = book.add_format({**framed, **header, "valign": "vcenter"})
        self.label = book.add_format({**framed, "bold": True})
        self.text = book.add_format({**framed, "text_wrap": True, "align": "left"})
        self.filled = book.add_format({**framed, **yellow, "text_wrap": True})
        self.score = book.add_format({**framed, **yellow, "num_format": "0.00"})
        self.day = book.add_format({**framed, "num_format": "yyyy-mm-dd", "align": "left"})

    def identity(self, form: Form) -> None:
        """Add the sheet that says whose the form is."""
        sheet = self.book.add_worksheet(IDENTITY_SHEET)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 52)
        sheet.write_string(0, 0, IDENTITY_SHEET, self.title)
        for row, item in enumerate(IDENTITY_ITEMS, start=2):
            sheet.write_string(row, 0, item.value, self.label)
            self.value(sheet, (row, 1), form.identity[item], self.text)
        version = identity_cell(Item.VERSION)
        sheet.ignore_errors({"number_stored_as_text": version})  # a version is text

    def answers(self, form: Form) -> None:
        """Add the sheet to fill in: one row an indicator."""
        sheet = self.book.add_worksheet(ANSWERS_SHEET)
        said = (form.identity[item] for item in (Item.OPD, Item.UNIT, Item.YEAR))
        sheet.write_string(0, 0, form.title, self.title)
        sheet.write_string(1, 0, " \N{MIDDLE DOT} ".join(map(str, said)))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        if form.has_header:
            sheet.freeze_panes(HEADER_ROW, 2)
            sheet.repeat_rows(HEADER_ROW - 1)
        self.table(sheet, HEADER_ROW - 1, form.rows, has_header=form.has_header)
        for position in form.hidden_rows:
            sheet.set_row(HEADER_ROW + position, None, None, {"hidden": True})
        for column, position in form.merged:
            first, number = HEADER_ROW + position, COLUMNS.index(column)
            sheet.merge_range(first, number, first + 1, number, "", self.score)
            self.value(sheet, (first, number), form.rows[position][column], self.score)

    def table(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        first: int,
        rows: tuple[Row, ...],
        *,
        has_header: bool = True,
    ) -> None:
        """Write the header in the row *first*, counted from 0, and *rows* below it."""
        for number, column in enumerate(COLUMNS):
            sheet.set_column(number, number, WIDTHS[column])
            if has_header:
                sheet.write_string(first, number, column.value, self.header)
        for row, values in enumerate(rows, start=first + 1):
            for number, column in enumerate(COLUMNS):
                value = values.get(column)
                style = self._style(column)
                if value is None:
                    sheet.write_blank(row, number, None, style)
                else:
                    self.value(sheet, (row, number), value, style)

    def guide(self) -> None:
        """Add the sheet that says how to fill in the others."""
        sheet = self.book.add_worksheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 100)
        heading, *lines = GUIDE
        sheet.write_string(0, 0, heading, self.title)
        for row, line in enumerate(lines, start=2):
            sheet.write_string(row, 0, line, self.plain)

    def hidden(self, form: Form) -> None:
        """Add the sheet that programs read."""
        sheet = self.book.add_worksheet(HIDDEN_SHEET)
        sheet.very_hidden()
        named = (form.identity[item] for item in (Item.DEFINITION, Item.VERSION))
        values = (*named, form.hash, form.opd_id, FORM)
        for row, (label, value) in enumerate(zip(HIDDEN_LABELS, values, strict=True)):
            sheet.write_string(row, 0, label)
            self.value(sheet, (row, 1), value, None)

    def value(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        place: tuple[int, int],
        value: Value,
        style: xlsxwriter.format.Format | None,
    ) -> None:
        """Write one value as what it is."""
        match value:
            case Formula(text, result):
                sheet.write_formula(*place, text, style, result)
            case date():
                sheet.write_datetime(*place, value, self.day)
            case str():
                sheet.write_string(*place, value, style)
            case _:
                sheet.write_number(*place, value, style)

    def _style(self, column: Column) -> xlsxwriter.format.Format:
        if column is Column.ASSESSOR:
            return self.score
        return self.filled if column in TO_FILL_IN else self.text
