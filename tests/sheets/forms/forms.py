"""Forms for tests, and what a stranger's program does with them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Opd, Profile
from kediri_index.sheets.forms.form import ANSWERS_SHEET, HEADER_ROW, Form, Value, form_rows
from kediri_index.sheets.forms.writing import form_bytes
from kediri_index.sheets.tables.columns import Column

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EVERY_METHOD = """\
kediri_index: 1
id: semua-cara
version: "1"
status: own
year: 2026
title: Semua cara
title_en: Every way
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar, name_en: Pillar}, option: {name: Pilihan, name_en: Option}}
groups:
  - {id: a, kind: pillar, name: Dinilai, name_en: Assessed}
  - {id: b, kind: pillar, name: Diukur, name_en: Measured}
  - {id: c, kind: option, name: Pilihan, name_en: Option, optional: true}
indicators:
  - {id: A-1, in: a, name: Nilai apa adanya}
  - {id: A-2, in: a, name: Nilai berbatas, valid: [1, 3]}
  - {id: A-3, in: a, name: Tingkat, score: {method: levels, levels: {0: Belum, 1.5: Ada, 4: Penuh}}}
  - {id: A-4, in: a, name: Ya atau tidak, score: {method: yes_no, yes: 4, no: 0}}
  - {id: A-5, in: a, name: Berbukti, evidence: required}
  - id: A-6
    in: a
    name: Tingkat bernilai
    evidence: required
    score:
      method: levels
      levels:
        {1: {name: Rintisan, score: 0}, 2: {name: Terkelola, score: 1}, 3: {name: Penuh, score: 4}}
  - id: A-7
    in: a
    name: Tingkat dengan pecahan
    score: {method: levels, levels: {1: Awal, 3: Tengah, 5: Akhir}, spread: true, fractional: true}
  - id: B-1
    in: b
    name: Capaian
    unit: "%"
    valid: [0, 100]
    score: {method: achievement, target: 90, cap: 1}
  - id: B-2
    in: b
    name: Capaian terhadap target lembar
    unit: "%"
    valid: [0, 100]
    score: {method: achievement, cap: 1}
  - id: B-3
    in: b
    name: Capaian dalam rentang
    unit: "%"
    valid: [0, 150]
    evidence: required
    score: {method: achievement, target: [60, 85]}
  - id: B-4
    in: b
    name: Capaian yang makin rendah makin baik
    unit: menit
    direction: lower
    evidence: required
    score: {method: achievement}
  - id: B-5
    in: b
    name: Tiang gawang
    unit: poin
    direction: lower
    evidence: required
    score: {method: goalposts, min: 2, max: 12}
  - id: B-6
    in: b
    name: Tiang gawang logaritma
    unit: orang
    score: {method: goalposts, min: 10, max: 1000, transform: log}
  - {id: B-7, in: b, name: Ketat, score: {method: goalposts, min: 0, max: 10, outside: error}}
  - id: B-8
    in: b
    name: Pita
    unit: unit
    valid: [0, 50]
    evidence: required
    score: {method: bands, bands: [{below: 10, score: 1}, {up_to: 20, score: 2}, {score: 4}]}
  - {id: C-1, in: c, name: Pilihan satu}
  - {id: C-2, in: c, name: Pilihan dua}
"""
"""A definition with every way of scoring, evidence, and an optional group."""

OPD = Opd("dinkes", "Dinas Kesehatan", "Dinkes")
PROFILE = Profile(
    unit="Kota Uji",
    opd=(OPD, Opd("dinsos", "Dinas Sosial")),
    assign={"dinkes": ("A-*", "C-*"), "dinsos": ("A-5", "B-*")},
)


class Put(NamedTuple):
    """A value that goes into one cell, perhaps with a number format or as another type."""

    value: object
    number_format: str | None = None
    data_type: str | None = None


def defined(text: str, folder: Path) -> Definition:
    """The definition that *text* is."""
    path = folder / "uji.yaml"
    path.write_text(text, encoding="utf-8")
    return load_definition_file(path).definition


def form(
    definition: Definition,
    profile: Profile | None = PROFILE,
    opd: Opd | None = None,
    last_year: Mapping[str, Value] | None = None,
) -> Form:
    return Form(
        definition,
        "Kota Uji",
        2026,
        opd,
        tuple(one.name for one in profile.opd) if profile else (),
        form_rows(definition, profile, opd, Language.ID, last_year or {}),
        Language.ID,
        has_last_year=last_year is not None,
    )


def columns_of(sheet: Worksheet) -> dict[str, int]:
    """The columns by header."""
    return {str(cell.value): cell.column for cell in sheet[HEADER_ROW] if cell.value}


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """The rows by code."""
    code = columns_of(sheet)[Column.CODE]
    return {
        str(sheet.cell(row, code).value): row for row in range(HEADER_ROW + 1, sheet.max_row + 1)
    }


def filled(
    blank: Form | bytes,
    answers: Mapping[str, Mapping[Column, object]],
    further: Callable[[Worksheet], None] | None = None,
) -> bytes:
    """The form as another program saves it once *answers* are filled in, by code and column."""
    data = blank if isinstance(blank, bytes) else form_bytes(blank)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[ANSWERS_SHEET]
    columns, rows = columns_of(sheet), rows_of(sheet)
    for code, values in answers.items():
        for column, value in values.items():
            cell = sheet.cell(rows[code], columns[column])
            put = value if isinstance(value, Put) else Put(value)
            cell.value = put.value  # type: ignore[assignment] # a test writes what it likes
            if put.number_format is not None:
                cell.number_format = put.number_format
            if put.data_type is not None:
                cell.data_type = put.data_type
    if further is not None:
        further(sheet)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def text(value: str) -> Put:
    """A text that stays one, whatever it looks like."""
    return Put(value, data_type="s")


def day(value: date) -> Put:
    return Put(value, number_format="d-mmm-yy")
