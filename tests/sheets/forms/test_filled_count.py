"""What stands above the rows of a form, as LibreOffice computes it: how many are filled in."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from kediri_index.sheets.forms.evidence_sheet import EVIDENCE_SHEET
from kediri_index.sheets.forms.form import ANSWERS_SHEET, HEADER_ROW
from kediri_index.sheets.forms.writing import form_bytes
from kediri_index.sheets.tables.columns import Column
from tests.sheets.forms.forms import EVERY_METHOD, defined, filled, form
from tests.sheets.forms.libreoffice import needs_libreoffice, recomputed

HEAD = EVERY_METHOD.partition("  - {id: b")[0]
ROWS = f"""{HEAD}\
  - {{id: c, kind: option, name: Pilihan, optional: true}}
indicators:
  - {{id: A-1, in: a, name: Satu}}
  - {{id: A-2, in: a, name: Dua, score: {{method: achievement}}}}
  - {{id: C-1, in: c, name: Pilihan satu}}
  - {{id: C-2, in: c, name: Pilihan dua}}
"""
UNASKED = ROWS.replace("\nindicators:", "\nmissing: {answers: exclude}\nindicators:")
PAPERS = f"""{HEAD}\
indicators:
  - id: A-1
    in: a
    name: Satu
    score: {{method: levels, levels: {{1: Awal, 2: Lanjut}}}}
    evidence: {{1: [SK tim], 2: [Laporan rapat, Notula]}}
"""
OWN, MEASURE, TARGET = Column.SELF, Column.MEASURE, Column.TARGET
Given = dict[str, dict[Column, object]]
ONE: Given = {"A-1": {OWN: 3}}
BOTH: Given = {**ONE, "A-2": {MEASURE: 80, TARGET: 90}}

CASES: dict[str, tuple[Given, str]] = {
    "kosong": ({}, "0 dari 2 terisi; 2 baris belum beres, lihat kolom Periksa"),
    "satu": (ONE, "1 dari 2 terisi; 1 baris belum beres, lihat kolom Periksa"),
    "tanpa target": (
        {**ONE, "A-2": {MEASURE: 80}},
        "1 dari 2 terisi; 1 baris belum beres, lihat kolom Periksa",
    ),
    "hanya asesor": (
        {"A-1": {Column.ASSESSOR: 3}},
        "0 dari 2 terisi; 1 baris belum beres, lihat kolom Periksa",
    ),
    "salah": (
        {**BOTH, "A-1": {OWN: "tiga"}},
        "2 dari 2 terisi; 1 baris belum beres, lihat kolom Periksa",
    ),
    "penuh": (BOTH, "2 dari 2 terisi; siap dikirim"),
    "tidak berlaku": (
        {**ONE, "A-2": {MEASURE: "tidak berlaku"}},
        "2 dari 2 terisi; siap dikirim",
    ),
    "pilihan": (
        {**BOTH, "C-2": {OWN: 2}},
        "3 dari 4 terisi; 1 baris belum beres, lihat kolom Periksa",
    ),
    "pilihan penuh": (
        {**BOTH, "C-1": {OWN: 1}, "C-2": {OWN: 2}},
        "4 dari 4 terisi; siap dikirim",
    ),
}


@needs_libreoffice
def test_a_form_counts_the_rows_that_its_agency_filled_in(tmp_path: Path) -> None:
    blank = form(defined(ROWS, tmp_path), None)
    files = {name: filled(blank, given) for name, (given, _) in CASES.items()}
    files["tidak wajib"] = filled(form(defined(UNASKED, tmp_path), None), ONE)
    books = recomputed(files, tmp_path)
    said = {name: book[ANSWERS_SHEET]["A3"].value for name, book in books.items()}
    assert said == {name: text for name, (_, text) in CASES.items()} | {
        "tidak wajib": "1 dari 2 terisi"
    }


@needs_libreoffice
def test_evidence_is_counted_by_its_files(tmp_path: Path) -> None:
    data = form_bytes(form(defined(PAPERS, tmp_path), None))
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row, file in enumerate(("SK.pdf", "  ", "notula.pdf"), start=HEADER_ROW + 1):
        book[EVIDENCE_SHEET].cell(row, 5).value = file
    saved = io.BytesIO()
    book.save(saved)
    books = recomputed({"kosong": data, "sebagian": saved.getvalue()}, tmp_path)
    said = {name: one[EVIDENCE_SHEET]["A3"].value for name, one in books.items()}
    assert said == {"kosong": "0 dari 3 terisi", "sebagian": "2 dari 3 terisi"}


@pytest.mark.parametrize(
    ("sheet", "rule"),
    [
        (ANSWERS_SHEET, ("endsWith", "siap dikirim")),
        (EVIDENCE_SHEET, ("beginsWith", "3 dari 3 terisi")),
    ],
)
def test_the_count_is_green_only_when_every_cell_is_filled(
    sheet: str, rule: tuple[str, str], tmp_path: Path
) -> None:
    data = form_bytes(form(defined(PAPERS, tmp_path), None))
    formats = openpyxl.load_workbook(io.BytesIO(data))[sheet].conditional_formatting
    ((only,),) = [one.rules for one in formats if "A3" in one.cells]
    assert (only.operator, only.text) == rule
    assert only.dxf.fill.bgColor.rgb == "FFC6EFCE"


def test_evidence_has_a_colour_for_the_agency_and_a_locked_one_for_the_assessor(
    tmp_path: Path,
) -> None:
    data = form_bytes(form(defined(PAPERS, tmp_path), None))
    sheet = openpyxl.load_workbook(io.BytesIO(data))[EVIDENCE_SHEET]
    head, first = sheet[HEADER_ROW], sheet[HEADER_ROW + 1]
    said = {
        str(title.value): (cell.fill.fgColor.rgb, cell.protection.locked)
        for title, cell in zip(head, first, strict=True)
        if cell.fill.fill_type
    }
    assert said == {
        "Berkas/tautan": ("FFFFF9E5", False),
        "Status": ("FFFFF9E5", False),
        "Catatan": ("FFDDEBF7", True),
    }
    above = [cell.value for cell in sheet[HEADER_ROW - 1]]
    assert above[5:] == [None, "diisi asesor"]
    assert sheet.freeze_panes == f"C{HEADER_ROW + 1}"
