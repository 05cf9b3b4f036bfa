"""Whatever other programs write is read as it was, and as openpyxl reads it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Sheet, Span
from kediri_index.sheets.reading.read import read_workbook
from tests.sheets.reading.openpyxl_reader import sheets_in_openpyxl

EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone

TEXTS = st.text(
    st.characters(
        min_codepoint=32, max_codepoint=0x2FFFF, exclude_categories=("Cs", "Cn", "Co", "Cc")
    ),
    min_size=1,
    max_size=20,
).filter(lambda text: not text.startswith(("=", "#")) and "_x" not in text)
NUMBERS = st.one_of(
    st.integers(-(10**14), 10**14),
    # openpyxl writes 16 digits of a float, so one of 15 comes back whole
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15).map(
        lambda value: float(f"{value:.15g}")
    ),
)
DATES = st.datetimes(
    dt.datetime(1900, 3, 1),  # noqa: DTZ001 - likewise
    dt.datetime(9999, 12, 30),  # noqa: DTZ001 - likewise
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
VALUES = st.one_of(TEXTS, NUMBERS, st.booleans(), DATES, st.dates(dt.date(1900, 3, 1)))
PLACES = st.tuples(st.integers(1, 300), st.integers(1, 60))


def saved(workbook: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def read(data: bytes) -> tuple[Sheet, ...]:
    workbook = read_workbook("a.xlsx", data, Limits())
    assert workbook.findings == ()
    return workbook.sheets


def expected(place: tuple[int, int], value: object) -> Cell:
    match value:
        case bool():
            return Cell(*place, CellKind.BOOLEAN, str(value).upper())
        case int() | float():
            return Cell(*place, CellKind.NUMBER, str(value))
        case dt.datetime():
            # a workbook keeps a date as days, to the millisecond
            milliseconds = round((value - EPOCH) / dt.timedelta(milliseconds=1))
            moment = EPOCH + dt.timedelta(milliseconds=milliseconds)
            precision = "milliseconds" if moment.microsecond else "seconds"
            text = moment.isoformat(timespec=precision).removesuffix("T00:00:00")
            return Cell(*place, CellKind.DATE, text)
        case dt.date():
            return Cell(*place, CellKind.DATE, value.isoformat())
    return Cell(*place, CellKind.TEXT, str(value))


def by_digits(cell: Cell) -> tuple[object, ...]:
    """Return *cell* with its number to 15 digits, for spellings differ."""
    value = f"{float(cell.value) + 0.0:.15g}" if cell.kind is CellKind.NUMBER else cell.value
    return (cell.row, cell.column, cell.kind, value, cell.format, cell.formula)


@given(st.dictionaries(PLACES, VALUES, max_size=25))
def test_what_openpyxl_writes_is_read_as_it_was(values: dict[tuple[int, int], Any]) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for (row, column), value in values.items():
        page.cell(row, column).value = value
    (sheet,) = read(saved(book))
    cells = [expected(place, value) for place, value in sorted(values.items())]
    assert [by_digits(cell) for cell in sheet.cells] == [by_digits(cell) for cell in cells]


@given(st.dictionaries(PLACES, VALUES, max_size=25))
def test_both_readers_see_the_same_cells(values: dict[tuple[int, int], Any]) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for (row, column), value in values.items():
        page.cell(row, column).value = value
    data = saved(book)
    own, other = read(data), sheets_in_openpyxl(data, ["Sheet"])
    assert [by_digits(c) for c in own[0].cells] == [by_digits(c) for c in other[0].cells]


def test_both_readers_see_the_same_of_all_else() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Penilaian"
    page["A1"] = "Judul"
    page.merge_cells("A1:C2")
    page["A3"] = 0.85
    page["A3"].number_format = "0.00%"
    page["B3"] = "=A3*2"
    page["C3"] = ArrayFormula("C3:C3", "=SUM(A3:B3)")
    page["D3"] = "#DIV/0!"
    page["E3"] = dt.time(7, 30)
    page["F3"] = dt.timedelta(hours=36)
    page["G3"].number_format = "0%"
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    hidden = book.create_sheet("Lain")
    hidden.sheet_state = "veryHidden"
    data = saved(book)
    own, other = read(data), sheets_in_openpyxl(data, ["Penilaian", "Lain"])
    assert own == other
    assert own[0].merged == (Span(1, 1, 2, 3),)
    assert own[0].hidden_rows == {3}
    assert own[0].hidden_columns == {2}
    assert [sheet.hidden for sheet in own] == [False, True]
    assert own[0].cells[1:] == (
        Cell(3, 1, CellKind.NUMBER, "0.85", CellFormat.PERCENT),
        Cell(3, 2, CellKind.NO_VALUE, "=A3*2", formula=True),
        Cell(3, 3, CellKind.NO_VALUE, "=SUM(A3:B3)", formula=True),
        Cell(3, 4, CellKind.ERROR, "#DIV/0!"),
        Cell(3, 5, CellKind.DATE, "07:30:00"),
        Cell(3, 6, CellKind.DATE, "1900-01-01T12:00:00"),
    )


@pytest.mark.parametrize("constant_memory", [False, True])
def test_what_xlsxwriter_writes_is_read_as_it_was(*, constant_memory: bool) -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "constant_memory": constant_memory})
    page = book.add_worksheet("Penilaian")
    percent = book.add_format({"num_format": "0.0 %"})
    date = book.add_format({"num_format": "d mmmm yyyy"})
    bold = book.add_format({"bold": True})
    page.write_string(0, 0, "  Kode\r\nIndikator\u00a0")
    page.write_number(0, 1, 0.985, percent)
    page.write_datetime(0, 2, dt.date(2023, 5, 8), date)
    page.write_boolean(0, 3, True)  # noqa: FBT003 - xlsxwriter's own signature
    page.write_formula(0, 4, "=B1*2", None, 1.97)
    page.write_formula(0, 5, '=IF(B1>1,"x","")', None, "")
    page.write_formula(0, 6, "=1/0", None, "#DIV/0!")
    page.write_formula(0, 7, '="a"&"b"', None, "ab")
    page.write_blank(0, 8, None, percent)
    page.write_rich_string(0, 9, "Nilai ", bold, "asesor", " 1")
    page.write_string(0, 10, "_x000D_ & <b>")
    page.write_number(0, 11, 2.3 * 1.45)
    book.close()
    (sheet,) = read(file.getvalue())
    assert sheet.cells == (
        Cell(1, 1, CellKind.TEXT, "  Kode\r\nIndikator\u00a0"),
        Cell(1, 2, CellKind.NUMBER, "0.985", CellFormat.PERCENT),
        Cell(1, 3, CellKind.DATE, "2023-05-08"),
        Cell(1, 4, CellKind.BOOLEAN, "TRUE"),
        Cell(1, 5, CellKind.NUMBER, "1.97", formula=True),
        Cell(1, 6, CellKind.NO_VALUE, '=IF(B1>1,"x","")', formula=True),
        Cell(1, 7, CellKind.ERROR, "#DIV/0!", formula=True),
        Cell(1, 8, CellKind.TEXT, "ab", formula=True),
        Cell(1, 10, CellKind.TEXT, "Nilai asesor 1"),
        Cell(1, 11, CellKind.TEXT, "_x000D_ & <b>"),
        Cell(1, 12, CellKind.NUMBER, sheet.cells[-1].value),
    )
    assert float(sheet.cells[-1].value) == pytest.approx(3.335, abs=1e-15)


@pytest.mark.parametrize(
    ("code", "value", "due"),
    [
        ("0.0,,", 2_500_000, CellFormat.MILLIONS),
        ("#,##0,", 0.5, CellFormat.THOUSANDS),
        ('0.0,,,"M"', 1, CellFormat.BILLIONS),
        ("0,,,,", 1, CellFormat.TRILLIONS),
        ("#,##0.00;[Red]-#,##0.00", 1, CellFormat.PLAIN),
        ("[<1]0.0%;0.0", 0.5, CellFormat.PERCENT),
        ("[<1]0.0%;0.0", 3.2, CellFormat.PLAIN),
        ("[<0]0;[<1]0%;0.0", 0.5, CellFormat.PERCENT),
        ("[<0]0;[<1]0%;0.0", -0.5, CellFormat.PLAIN),
        ("0%;0;0,", -1, CellFormat.PLAIN),
        ("0%;0;0,", 0, CellFormat.THOUSANDS),
        ('0;"rugi; "0%;-;@', -1, CellFormat.PERCENT),
        (";0%", 1, CellFormat.PERCENT),
        ('0"%";0"%"', 85, CellFormat.PLAIN),
    ],
)
def test_both_readers_apply_the_section_of_a_format(
    code: str, value: float, due: CellFormat
) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"] = value
    page["A1"].number_format = code
    data = saved(book)
    for (sheet,) in (read(data), sheets_in_openpyxl(data, ["Sheet"])):
        (cell,) = sheet.cells
        assert (cell.kind, cell.format) == (CellKind.NUMBER, due)
