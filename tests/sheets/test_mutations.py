"""Damaged workbooks of every kind: read as another parser reads them, or told, and in no time."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from random import Random
from time import perf_counter

import pytest

from benchmarks.filled_cells import filled_cells
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.findings import Severity
from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.read import read_workbook
from tests.sheets.mutants import MUTATIONS, Mutate

MakeXlsx = Callable[..., bytes]

SEEDS = range(60)
SECONDS = 5


def small(make: MakeXlsx) -> bytes:
    return make('<row r="1"><c r="A1"><v>1</v></c></row>')


def of_every_kind(make: MakeXlsx) -> bytes:
    """Return a workbook with a cell of each kind, two sheets, and all that hides or merges."""
    rows = (
        '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" s="1"><v>45054</v></c><c r="B2" s="2"><v>0.5</v></c></row>'
        '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#DIV/0!</v></c>'
        '<c r="C3" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c></row>'
        '<row r="4"><c r="A4"><f>SUM(B1:B2)</f></c><c r="B4" t="str"><f>B1</f><v>x</v></c>'
        '<c r="C4" t="d"><v>2023-05-08</v></c><c r="D4"><v>-1.5E-2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A6:C7"/></mergeCells>'
    )
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{rows}'
    return make(
        "",
        '<row r="1"><c r="A1"><v>3</v></c></row>',
        strings='<si><t>Kode</t></si><si><t xml:space="preserve"> Nilai_x000D_</t></si>',
        styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>',
        members={"xl/worksheets/sheet1.xml": f"{sheet}</worksheet>"},
    )


@pytest.mark.parametrize("build", [small, of_every_kind])
@pytest.mark.parametrize("mutate", MUTATIONS)
def test_a_damaged_workbook_is_told_or_read_as_another_parser_reads_it(
    mutate: Mutate, build: Callable[[MakeXlsx], bytes], make_xlsx: MakeXlsx
) -> None:
    whole = build(make_xlsx)
    for seed in SEEDS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of names that are doubled on purpose
            data = mutate(Random(seed), whole)  # noqa: S311 - no secret
        start = perf_counter()
        workbook = read_workbook("a.xlsx", data, Limits())
        assert perf_counter() - start < SECONDS, seed
        codes = {finding.code for finding in workbook.findings}
        assert "F123" not in codes, seed
        errors = {code for code in codes if CATALOGUE[code].severity is Severity.ERROR}
        assert errors or workbook.sheets, seed
        if not errors:
            assert {
                sheet.name: {(cell.row, cell.column) for cell in sheet.cells}
                for sheet in workbook.sheets
            } == {sheet: set(cells) for sheet, cells in filled_cells(data).items()}, seed


TABLE = 'Kode;Nilai;Catatan\r\nIMP-01;3,25;"a;\nb"\r\nIMP-02;;–\r\n'
MARKS = ('"', ";", ",", "\t", "\r", "\n", "\0", "\x1a", "\ufeff", "\xa0", "sep=;\n", '""', "<html>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_damaged_text_table_is_told_or_read(encoding: str) -> None:
    for seed in range(300):
        random = Random(seed)  # noqa: S311 - no secret
        at = random.randrange(len(TABLE))
        text = TABLE[:at] + random.choice(MARKS) + TABLE[at + random.randrange(3) :]
        data = bytearray(text.encode(encoding, "replace"))
        for _ in range(random.randrange(3)):
            data[random.randrange(len(data))] = random.randrange(256)
        workbook = read_workbook("a.csv", bytes(data), Limits())
        codes = {finding.code for finding in workbook.findings}
        assert "F123" not in codes, seed
        assert workbook.sheets or codes, seed
