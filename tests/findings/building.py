"""Small workbooks, text tables and definitions, built in the words of a test."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import openpyxl

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission

Rows = Sequence[Sequence[object]]
HERE = Hints(unit="Kota Uji", year=2022)

TOP = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
title_en: Test
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar, name_en: Pillar}}
"""
ONE_GROUP = "groups: [{id: a, kind: pillar, name: Bagian A, name_en: Part A}]\n"
ANSWERS = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: Layanan daring, name_en: Online services}}
  - {{id: A-2, in: a, name: Waktu layanan, name_en: Time of service}}
"""


class Styled(NamedTuple):
    """A value with a number format."""

    value: object
    number_format: str


def percent(value: float) -> Styled:
    return Styled(value, "0%")


def xlsx(sheets: Mapping[str, Rows], hidden: Iterable[str] = ()) -> bytes:
    """The bytes of a workbook, as openpyxl writes it."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(row, column)
                if isinstance(value, Styled):
                    cell.value = value.value
                    cell.number_format = value.number_format
                else:
                    cell.value = value
    for name in hidden:
        book[name].sheet_state = "hidden"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def workbook(
    sheets: Mapping[str, Rows], path: str = "isian.xlsx", hidden: Iterable[str] = ()
) -> Workbook:
    return read_workbook(path, xlsx(sheets, hidden), Limits())


def long_sheet(*rows: Sequence[object], path: str = "isian.xlsx") -> Workbook:
    """A workbook of one sheet whose rows begin with the header."""
    return workbook({"Penilaian": rows}, path)


def scores(*rows: tuple[str, object], path: str = "isian.xlsx") -> Workbook:
    """A long sheet of assessors' scores by code; the first answer stands in B2."""
    return long_sheet(("Kode", "Nilai asesor"), *rows, path=path)


def csv_table(text: str, path: str = "isian.csv") -> Workbook:
    return read_workbook(path, text.encode(), Limits())


@cache
def definition(text: str = ANSWERS) -> Definition:
    """The definition that *text* gives, named ``uji.yaml``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "uji.yaml"
        path.write_text(text, encoding="utf-8")
        return load_definition_file(path, shown="uji.yaml").definition


def measured(score: str, more: str = "") -> str:
    """A definition of one indicator, M-1, that is measured by the method *score*."""
    return (
        f"{TOP}{ONE_GROUP}indicators: [{{id: M-1, in: a, name: Hasil, {more}score: {{{score}}}}}]\n"
    )


def checked(
    *workbooks: Workbook, text: str = ANSWERS, hints: Hints | None = None, complete: bool = False
) -> Checked:
    """All files checked together, as the data of a unit that the user names."""
    return check(Submission(workbooks), definition(text), hints=hints or HERE, complete=complete)


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def places(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    """Each finding as its code and its cell."""
    return [(finding.code, finding.cell) for finding in findings]


def text_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of a workbook of one sheet, each value in it a text whatever it looks like."""
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet.title = "Penilaian"
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column, value)
            cell.data_type = "s"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
