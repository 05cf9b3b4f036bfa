"""Examples of evidence by level: a sheet with a row for each item, all of them invented."""

from __future__ import annotations

from examples.finding_examples.example import Example, Place, of_file
from examples.finding_examples.workbooks import (
    ANSWERS_SHEET,
    IDENTITY,
    IDENTITY_SHEET,
    Row,
    Sheet,
    workbook,
)

BY_LEVEL = "definisi/bukti.yaml"
SHEET = "Bukti dukung"
HEADER = ("Kode", "Tingkat", "Bukti", "Berkas/tautan", "Status", "Catatan")
TEAM = ("T-1.1.1", 1, "SK tim", "SK-12.pdf", "diterima", None)
REPORT = ("T-1.2.1", 2, "Laporan rapat", "rapat.pdf", "dikirim", None)


def claimed(*rows: Row, self_score: int = 2, assessor: int | None = None) -> bytes:
    """Return a workbook with one answer, and the *rows* of its evidence."""
    answers = Sheet((("Kode", "Nilai mandiri", "Nilai asesor"), ("T-1", self_score, assessor)))
    sheets = {IDENTITY_SHEET: Sheet(IDENTITY), ANSWERS_SHEET: answers}
    if rows:
        sheets[SHEET] = Sheet((HEADER, *rows))
    return workbook(sheets)


def of(code: str, data: bytes, cell: str, value: str | None = None, sheet: str = SHEET) -> Example:
    """Return an example of one workbook with a sheet of evidence."""
    return of_file(code, data, Place(sheet, cell, value), config=BY_LEVEL)


EXAMPLES: tuple[Example, ...] = (
    of("S840", claimed(TEAM, (*REPORT[:3], None, None, None)), "D3"),
    of("S841", claimed(TEAM, (*REPORT[:4], "perlu perbaikan", "belum ditandatangani")), "E3"),
    of("S842", claimed(TEAM, (*REPORT[:4], "oke", None)), "E3", "oke"),
    of("S843", claimed(TEAM, REPORT, ("T-9.1.1", 1, "SK tim", "a.pdf")), "A4", "T-9.1.1"),
    of("S844", claimed(TEAM, REPORT, ("T-1.1.1", 1, "Notula", "a.pdf")), "C4", "Notula"),
    of("S845", claimed(TEAM, REPORT, self_score=1, assessor=2), "C2", None, ANSWERS_SHEET),
    of("S846", claimed(TEAM, REPORT, (*REPORT[:3], "rapat-2.pdf", None, None)), "A4", "T-1.2.1"),
    of("S847", claimed(), "A2", None, ANSWERS_SHEET),
)
