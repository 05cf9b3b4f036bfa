"""Small workbooks as XlsxWriter writes them; the same sheets give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

CREATED = datetime(2023, 12, 4)  # noqa: DTZ001 - else XlsxWriter asks the clock; it has no zone

ANSWERS_SHEET = "Penilaian"
IDENTITY_SHEET = "Identitas"
IDENTITY = (("Wilayah", "Kota Contoh"), ("Tahun", 2023))
NAMES = {"U-1": "Layanan daring", "U-2": "Waktu layanan"}
"""Of the questions in ``definisi/uji.yaml``."""

WIDTH = 18


class Formula(NamedTuple):
    """A formula and the result saved with it, perhaps an Excel error."""

    text: str
    result: float | str


class Percent(NamedTuple):
    """A number that is shown as a percentage."""

    value: float


class InThousands(NamedTuple):
    """A number that is shown divided by a thousand."""

    value: float


class Footnoted(NamedTuple):
    """A text with a footnote's mark, which is raised."""

    text: str
    mark: str


Value = str | int | float | date | Formula | Percent | InThousands | Footnoted | None
Row = Sequence[Value]


class Merged(NamedTuple):
    """A range of cells made one, and the value in it."""

    area: str
    value: float


class Sheet(NamedTuple):
    """Rows of cells; *hidden_row* is a number, *hidden_column* a letter, as people name them."""

    rows: Sequence[Row]
    hidden: bool = False
    hidden_row: int | None = None
    hidden_column: str | None = None
    merged: Merged | None = None


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    """Return a workbook of *sheets* by name."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"title": "Contoh temuan", "created": CREATED})
        formats = {
            Percent: book.add_format({"num_format": "0%"}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
            InThousands: book.add_format({"num_format": "0.000,"}),
            Footnoted: book.add_format({"font_script": 1}),
        }
        for name, sheet in sheets.items():
            _write(book.add_worksheet(name), sheet, formats)
    return data.getvalue()


def form(*rows: Row, identity: Sequence[Row] = IDENTITY) -> bytes:
    """Return a workbook that says whose it is, and whose answers are *rows*."""
    return workbook({IDENTITY_SHEET: Sheet(identity), ANSWERS_SHEET: Sheet(rows)})


def answers(*scores: tuple[str, Value]) -> tuple[Row, ...]:
    """Return the rows of assessors' scores by code; the first score stands in C2."""
    header = ("Kode", "Indikator", "Nilai asesor")
    return (header, *((code, NAMES.get(code), score) for code, score in scores))


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    content: Sheet,
    formats: Mapping[type, xlsxwriter.format.Format],
) -> None:
    columns = max((len(row) for row in content.rows), default=0)
    if columns:
        sheet.set_column(0, columns - 1, WIDTH)
    for row, values in enumerate(content.rows):
        for column, value in enumerate(values):
            _write_cell(sheet, (row, column), value, formats)
    if content.hidden:
        sheet.hide()
    if content.hidden_row is not None:
        sheet.set_row(content.hidden_row - 1, None, None, {"hidden": True})
    if content.hidden_column is not None:
        letters = content.hidden_column
        sheet.set_column(f"{letters}:{letters}", WIDTH, None, {"hidden": True})
    if content.merged is not None:
        sheet.merge_range(content.merged.area, content.merged.value)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    at: tuple[int, int],
    value: Value,
    formats: Mapping[type, xlsxwriter.format.Format],
) -> None:
    match value:
        case None:
            return
        case str():
            sheet.write_string(*at, value)
        case bool():
            sheet.write_boolean(*at, value)
        case int() | float():
            sheet.write_number(*at, value)
        case Formula():
            sheet.write_formula(*at, value.text, None, value.result)
        case Percent():
            sheet.write_number(*at, value.value, formats[Percent])
        case InThousands():
            sheet.write_number(*at, value.value, formats[InThousands])
        case Footnoted():
            sheet.write_rich_string(*at, value.text, formats[Footnoted], value.mark)
        case date():
            sheet.write_datetime(*at, value, formats[date])
