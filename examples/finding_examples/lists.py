"""Examples of F501 to F549, and F556: lists that leave something to answer, or to know."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from examples.finding_examples.example import Example, Found
from examples.finding_examples.workbooks import Footnoted, Formula, Sheet, Value, workbook

HEADINGS = (
    *("Kode", "Pilar", "Bobot pilar", "Indikator", "Bobot", "Satuan", "Target", "Arah"),
    *("Cara penilaian", "OPD pengampu"),
)
HIGHER = "semakin tinggi semakin baik"
LOWER = "semakin rendah semakin baik"
ACHIEVED = "capaian terhadap target"
SCALE = ("Skala: 0-100",)
FIRST = ("E-1", "Ekonomi", "100", "UMKM digital", "60", "%", "80", HIGHER, ACHIEVED, "Dinkop")
SECOND = ("E-2", "Ekonomi", "100", "Penduduk miskin", "40", "%", "7", LOWER, ACHIEVED, "Bappeda")
CELLS = dict(zip("ABCDEFGHIJ", HEADINGS, strict=True))
NO_PROJECT = ("H3", "F514", "biasa")
"""What keeps a remark from beginning a project: the first indicator's direction is unclear."""

Row = Sequence[str]
Beside = tuple[str, str, str | None]


def changed(row: Row, **cells: str) -> list[str]:
    """Return *row* with other texts in these columns."""
    return [cells.get(column, text) for column, text in zip(CELLS, row, strict=True)]


def table(*rows: Row) -> bytes:
    """Return *rows* as CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def of_list(
    code: str, data: bytes, cell: str | None, value: str | None = None, *beside: Beside
) -> Example:
    """Return an example of a list in CSV, with what comes beside its finding."""
    path = f"{code}.csv"
    others = tuple(Found(one, path, None, at, value=seen) for at, one, seen in beside)
    found = Found(code, path, None, cell, value=value)
    return Example(code, {path: data}, ("baru", "--from", path), found, others, "init")


def of_rows(
    code: str, rows: Sequence[Row], cell: str, value: str | None = None, *beside: Beside
) -> Example:
    """Return an example of these *rows* below scale and headings: the first is row 3."""
    return of_list(code, table(SCALE, HEADINGS, *rows), cell, value, *beside)


def taken(code: str, rows: Sequence[Row], cell: str, value: str | None = None) -> Example:
    """Return an example of a remark, whose list keeps a project from being begun."""
    first, *others = rows
    return of_rows(code, (changed(first, H="biasa"), *others), cell, value, NO_PROJECT)


def without(column: str, *rows: Row) -> list[list[str]]:
    """Return *rows* without one column."""
    at = list(CELLS).index(column)
    return [[text for number, text in enumerate(row) if number != at] for row in rows]


def _third(**cells: str) -> list[str]:
    row = (
        "T-1",
        "Tata kelola",
        "",
        "Indeks SPBE",
        "100",
        "indeks",
        "3",
        HIGHER,
        ACHIEVED,
        "Kominfo",
    )
    return changed(row, **cells)


def _in_xlsx(code: str, cell: str, old: str, new: Value, seen: str) -> Example:
    """Return an example whose first row has *new* in the cell that says *old*."""
    row = [new if text == old else text for text in FIRST]
    data = workbook({"Daftar": Sheet((SCALE, HEADINGS, row, SECOND))})
    path = f"{code}.xlsx"
    found = Found(code, path, "Daftar", cell, value=seen)
    return Example(code, {path: data}, ("baru", "--from", path), found, (), "init")


_THIRDS = [
    changed(FIRST, E="33.33", H="biasa"),
    changed(SECOND, E="33.33"),
    changed(SECOND, A="E-3", D="Pengangguran", E="33.33"),
]

EXAMPLES: tuple[Example, ...] = (
    of_list("F501", table(("Nama", "Nilai"), ("UMKM digital", "80")), None),
    of_list("F556", table(SCALE, HEADINGS), "D3"),
    of_list(
        "F502",
        table(
            SCALE, HEADINGS, FIRST, changed(SECOND, E="40"), (), HEADINGS, changed(FIRST, A="E-9")
        ),
        "A6",
    ),
    of_list(
        "F503",
        table(SCALE, (*HEADINGS, "Satuan ukur"), (*FIRST, "persen"), (*SECOND, "persen")),
        "K2",
        "Satuan ukur",
    ),
    of_rows(
        "F504", (changed(FIRST, B="", C=""), SECOND, changed(FIRST, A="E-3", D="Ekspor")), "B3"
    ),
    of_rows("F505", (FIRST, changed(SECOND, D="UMKM digital")), "D4", "UMKM digital"),
    of_rows("F506", (FIRST, changed(SECOND, A="E-1")), "A4", "E-1"),
    of_rows("F507", (changed(FIRST, E="60"), SECOND, changed(FIRST, A="E-3", D="")), "D5"),
    of_rows("F508", (changed(FIRST, E="banyak"), SECOND), "E3", "banyak"),
    of_rows("F509", (FIRST, changed(SECOND, E="30")), "E3", "60"),
    of_rows("F510", (FIRST, changed(SECOND, C="90")), "C4", "90"),
    of_rows("F511", (FIRST, changed(SECOND, E="")), "E4"),
    of_list(
        "F512",
        table(
            SCALE,
            *without("C", HEADINGS, FIRST, SECOND),
            (),
            ("Pilar", "Bobot (poin)"),
            ("Ekonomi", "2"),
            ("Lingkungan", "1"),
        ),
        "A8",
        "Lingkungan",
    ),
    of_rows("F513", (changed(FIRST, H=""), SECOND), "H3"),
    of_rows("F514", (changed(FIRST, H="biasa"), SECOND), "H3", "biasa"),
    of_rows("F515", (changed(FIRST, G="", I=""), SECOND), "I3"),
    of_rows("F516", (changed(FIRST, I="dinilai tim"), SECOND), "I3", "dinilai tim"),
    of_rows("F517", (changed(FIRST, G="delapan puluh"), SECOND), "G3", "delapan puluh"),
    of_rows("F518", (changed(FIRST, F="unit", G="1.234"), SECOND), "G3", "1.234"),
    of_rows("F519", (changed(FIRST, G="0"), SECOND), "G3", "0"),
    of_rows("F520", (changed(FIRST, J=""), SECOND), "J3"),
    of_list("F521", table(("Skala: seratus",), HEADINGS, FIRST, SECOND), "A1", "seratus"),
    _in_xlsx("F522", "G3", "80", Formula("=80/0", "#DIV/0!"), "#DIV/0!"),
    _in_xlsx("F526", "D3", "UMKM digital", Footnoted("UMKM digital", "1"), "UMKM digital1"),
    of_list(
        "F523",
        table(HEADINGS, changed(FIRST, G="", I="di bawah 50 = 1; selebihnya = 2"), SECOND),
        "D1",
    ),
    of_list(
        "F525",
        table(SCALE, (*HEADINGS, "Rentang wajar"), (*FIRST, "seratus"), (*SECOND, "0-100")),
        "K3",
        "seratus",
    ),
    taken("F530", (changed(FIRST, C="", E="100"), _third()), "B2"),
    taken("F531", (changed(FIRST, C=""), _third(E="40")), "E3"),
    of_rows("F532", _THIRDS, "E3", "33.33", NO_PROJECT),
    taken("F533", (FIRST, changed(SECOND, I="")), "I4"),
    taken("F534", (FIRST, changed(SECOND, F="indeks", H="")), "H4"),
    taken("F535", (FIRST, changed(SECOND, G="")), "G4"),
    taken("F536", (changed(FIRST, A="1.1"), SECOND), "A3", "1.1"),
    of_list(
        "F537",
        table(SCALE, *without("J", HEADINGS, changed(FIRST, H="biasa"), SECOND)),
        "A2",
        None,
        NO_PROJECT,
    ),
    of_list(
        "F538",
        table(SCALE, (*HEADINGS, "Rumus"), (*changed(FIRST, H="biasa"), "a/b"), (*SECOND, "c/d")),
        "K2",
        None,
        NO_PROJECT,
    ),
    of_list(
        "F539",
        table(HEADINGS, changed(FIRST, H="biasa"), SECOND),
        "D1",
        None,
        ("H2", "F514", "biasa"),
    ),
    taken(
        "F540",
        (changed(FIRST, J="Dinas Kesehatan"), changed(SECOND, J="Dinas Kesehtan")),
        "J4",
        "Dinas Kesehtan",
    ),
)
