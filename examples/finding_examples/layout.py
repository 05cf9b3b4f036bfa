"""Examples of the family F4: sheets and columns, and whose the file is."""

from __future__ import annotations

from examples.finding_examples.cells import MEASURED, MEASURES
from examples.finding_examples.example import ANYWHERE, Example, Place, of_file, of_folder
from examples.finding_examples.rows import EIGHT, TWO_SCORES, at, of_agency
from examples.finding_examples.workbooks import (
    ANSWERS_SHEET,
    IDENTITY,
    IDENTITY_SHEET,
    Formula,
    Row,
    Sheet,
    Value,
    answers,
    form,
    workbook,
)

SHEET = Place(ANSWERS_SHEET)
WHOSE = Sheet(IDENTITY)
UNIT_ROW = ("Kota Contoh", 2023, 3, 3)
ONE_SCORE = answers(("U-1", 3))
NO_UNIT = """\
opd: [{id: dinkes, name: Dinas Kesehatan}]
"""
CITY = """\
unit: Kota Contoh
opd:
  - {id: dinkes, name: Dinas Kesehatan}
  - {id: dinsos, name: Dinas Sosial}
"""


def said(code: str, *pairs: tuple[str, Value], seen: str, options: tuple[str, ...] = ()) -> Example:
    """Return an example of a wrong value in B1 of *Identitas*; unit and year follow it."""
    labels = {label for label, _ in pairs}
    rest = [pair for pair in IDENTITY if pair[0] not in labels]
    data = form(*ONE_SCORE, identity=(*pairs, *rest))
    return of_file(code, data, Place(IDENTITY_SHEET, "B1", seen), *options)


def sheets(code: str, place: Place, **named: Sheet) -> Example:
    """Return an example of sheets beside *Identitas*."""
    return of_file(code, workbook({IDENTITY_SHEET: WHOSE, **named}), place)


def wide(*rows: Row) -> bytes:
    """Return a workbook with one row a unit."""
    return workbook({ANSWERS_SHEET: Sheet(rows)})


def results(*measured: str) -> bytes:
    """Return the results of two questions as text; the first stands in C2."""
    rows = ((code, None, result) for code, result in zip(("R-1", "L-1"), measured, strict=True))
    return form(MEASURES, *rows)


def of_unit(unit: str, number: int) -> bytes:
    """Return the answer to one question, of *unit*."""
    identity = (("Wilayah", unit), ("Tahun", 2023))
    return form(*answers((f"B-{number}", 3)), identity=identity)


def of_year(year: int, number: int) -> bytes:
    """Return the answer to one question; the year stands in B1."""
    identity = (("Tahun", year), ("Wilayah", "Kota Contoh"))
    return form(*answers((f"B-{number}", 3)), identity=identity)


EXAMPLES: tuple[Example, ...] = (
    of_file("F401", workbook({ANSWERS_SHEET: Sheet(())}), ANYWHERE),
    sheets("F402", SHEET, Penilaian=Sheet((("Nama", "Skor"), ("U-1", 3)))),
    sheets("F403", at("A1"), Penilaian=Sheet((("No", "Kode", "Satuan"), (1, "U-1", "%")))),
    of_file("F404", form(*ONE_SCORE, ("Kode", "Nilai mandiri")), at("A3")),
    said("F405", ("Definisi", "six-pillars"), seen="six-pillars"),
    said("F406", ("Versi definisi", 2), ("Definisi", "uji"), seen="2"),
    said("F407", ("Definisi", "ujian"), seen="ujian"),
    of_folder(
        "F408",
        {
            "isian.xlsx": form(*ONE_SCORE, identity=[("Tahun", 2023)]),
            "profile.yaml": NO_UNIT.encode(),
        },
        "isian.xlsx",
        ANYWHERE,
    ),
    said("F409", ("Tahun", "'22"), seen="'22", options=("--year", "2023")),
    of_file("F410", form(*answers()), SHEET),
    sheets("F411", Place("Lama"), Penilaian=Sheet(ONE_SCORE), Lama=Sheet(ONE_SCORE, hidden=True)),
    of_file(
        "F412",
        form(("Kode", "Nilai mandiri", "Penilaian mandiri"), ("U-1", 3, 3)),
        at("C1", "Penilaian mandiri"),
    ),
    of_file(
        "F441",
        form(("Kode", "Nilai asesor", "Hasil penilaian"), ("U-1", 3, 3)),
        at("C1", "Hasil penilaian"),
    ),
    of_file(
        "F413",
        wide(("Wilayah", "Tahun", "U-1", "U-9"), ("Kota Contoh", 2023, 3, 4)),
        at("D1", "U-9"),
    ),
    of_file(
        "S334",
        wide(("Wilayah", "Tahun", "U-1", "U-2"), ("Kota Contoh", 2023, 3, "n/a")),
        at("D2", "n/a"),
    ),
    of_file("F414", wide(("Wilayah", "Tahun", "U-1"), (None, 2023, 3)), at("A2")),
    of_folder(
        "F415",
        {"isian.xlsx": form(*TWO_SCORES), "~$isian.xlsx": b"\x0cAdmin Contoh".ljust(165, b"\0")},
        "~$isian.xlsx",
        ANYWHERE,
    ),
    sheets("F416", SHEET, Penilaian=Sheet(ONE_SCORE, hidden=True)),
    said("F417", ("Revisi", Formula("=NA()", "#N/A")), seen="#N/A"),
    of_file(
        "F418",
        form(("Kode", "Nilai asesor", "Nilia mandiri"), ("U-1", 3, 3)),
        at("C1", "Nilia mandiri"),
    ),
    of_file(
        "F419",
        form(("Kode", "Nilai asesor 1", "Nilai asesor"), ("U-1", 3, 3)),
        at("C1", "Nilai asesor"),
    ),
    of_file(
        "C159",
        form(("Kode", "Nilai asesor 1", "Nilai asesor"), ("U-1", 3, 4)),
        at("C2", "4"),
    ),
    of_file(
        "F448",
        form(("Penilaian tahun 2021",), *ONE_SCORE),
        at("A1", "Penilaian tahun 2021"),
    ),
    of_file(
        "F449",
        workbook(
            {
                IDENTITY_SHEET: Sheet(IDENTITY[:1]),
                "2022": Sheet(ONE_SCORE),
                "2023": Sheet(answers(("U-2", 3))),
            }
        ),
        Place("2023", None, "2023"),
    ),
    of_file(
        "F446",
        form(*answers(("U-1", 3), ("U-2", 3)), ("Kode", "Bobot"), ("U-1", 40), ("U-2", 60)),
        at("A4", "Bobot"),
    ),
    of_file(
        "F447",
        form(*ONE_SCORE, ("Tahun 2021",), *answers(("U-2", 3))),
        at("A4", "Tahun 2021"),
    ),
    of_file(
        "F445",
        wide(("Wilayah", "Tahun", "U-1", "U-2"), UNIT_ROW, ("Maksimum", 2023, 4, 4)),
        at("A3", "Maksimum"),
    ),
    of_file("F420", wide(("Wilayah", "Tahun", "U-1"), ("Kota Contoh", 2023, 3, 4)), at("D2", "4")),
    of_file("F421", form(*ONE_SCORE, identity=[("Wilayah", "Kota Contoh")]), ANYWHERE),
    of_file(
        "F422",
        form(("Kode", "Nilai asesor", "Wilayah"), ("U-1", 3, "Kabupaten Contoh")),
        at("C2", "Kabupaten Contoh"),
    ),
    of_folder(
        "F423",
        {
            "isian.xlsx": form(
                *ONE_SCORE, identity=[("Wilayah", "Kabupaten Contoh"), ("Tahun", 2023)]
            ),
            "profile.yaml": CITY.encode(),
        },
        "isian.xlsx",
        Place(IDENTITY_SHEET, "B1", "Kabupaten Contoh"),
    ),
    said("F424", ("Tahun", 2021), seen="2021", options=("--year", "2023")),
    of_folder(
        "F425",
        {
            "isian.xlsx": of_agency("Dinas Kesehtan", 1, ("U-1", 3)),
            "profile.yaml": CITY.encode(),
        },
        "isian.xlsx",
        Place(IDENTITY_SHEET, "B3", "Dinas Kesehtan"),
    ),
    said("F426", ("OPD", "Dinas Sosial"), seen="Dinas Sosial", options=("--opd", "Bappeda")),
    said("F427", ("Revisi", "dua"), seen="dua"),
    of_folder(
        "F428",
        {
            "baru.xlsx": of_agency("Dinas Kesehatan", 2, ("U-1", 2)),
            "lama.xlsx": of_agency("Dinas Kesehatan", 1, ("U-1", 3)),
        },
        "lama.xlsx",
        Place(IDENTITY_SHEET, "B4", "1"),
    ),
    said("F429", ("Hash definisi", "0123456789abcdef"), ("Definisi", "uji"), seen="0123456789ab"),
    sheets("F430", at("A3"), Penilaian=Sheet(TWO_SCORES, hidden_row=3)),
    sheets("F431", at("C1", "Nilai asesor"), Penilaian=Sheet(ONE_SCORE, hidden_column="C")),
    of_folder(
        "F432",
        {
            "satu.xlsx": of_year(2023, 1),
            "dua.xlsx": of_year(2023, 2),
            "tiga.xlsx": of_year(2023, 3),
            "lama.xlsx": of_year(2021, 4),
        },
        "lama.xlsx",
        Place(IDENTITY_SHEET, "B1", "2021"),
        config=EIGHT,
    ),
    of_file(
        "F433", form(("Kode", "Nilai asesor", "Anggaran"), ("U-1", 3, 250)), at("C1", "Anggaran")
    ),
    of_file("F434", form(*ONE_SCORE, (None, None, "lihat lampiran")), at("C3", "lihat lampiran")),
    sheets(
        "F435",
        at("B1", "2021"),
        Penilaian=Sheet((("Tahun", 2021), (), *ONE_SCORE)),
    ),
    sheets(
        "F436",
        Place("Ekonomi", "B2", "U-2"),
        Penilaian=Sheet(ONE_SCORE),
        Ekonomi=Sheet((("No", "Kode", "Skor"), (1, "U-2", 4))),
    ),
    of_file(
        "F438",
        form(*ONE_SCORE, identity=[("Wilayah", "Kota Contoh"), ("Tahun", 2023), ("Revsi", 1)]),
        Place(IDENTITY_SHEET, "A3", "Revsi"),
    ),
    of_file(
        "F439",
        wide(("Wilayah", "Tahun", "U-1"), ("Kota Contoh", None, 3)),
        at("B2"),
        "--year",
        "2023",
    ),
    of_folder(
        "F440",
        {
            "satu.xlsx": of_unit("Kota Contoh", 1),
            "dua.xlsx": of_unit("Kota Contoh", 2),
            "tiga.xlsx": of_unit("Kota Contoh", 3),
            "lain.xlsx": of_unit("Kota Contooh", 4),
        },
        "lain.xlsx",
        Place(IDENTITY_SHEET, "B1", "Kota Contooh"),
        config=EIGHT,
    ),
    of_folder(
        "F442",
        {
            "isian.xlsx": form(*ONE_SCORE),
            "profile.yaml": b"unit: Kota Contoh\ncolumns: {Nilai Asessor: [Skor]}\n",
        },
        "profile.yaml",
        Place(None, None, "Nilai Asessor"),
    ),
    of_file("F443", form(*answers(("U-1", "tiga"))), ANYWHERE, "--limit", "findings=0"),
    of_file(
        "F450",
        form(("Kode", "Nilai asesor"), (None, "Budi", "Sri"), ("U-1", 3, 4)),
        at("B1", "Nilai asesor"),
    ),
    of_file(
        "F451",
        wide(
            ("Wilayah", "Tahun", "U-1 (2022)", "U-1 (2023)"),
            ("Kota Contoh", 2022, 3, 4),
            ("Kota Contoh", 2023, 3, 4),
        ),
        at("C1", "U-1 (2022)"),
    ),
    of_file(
        "F452",
        form(("Kode", "Nilai asesor (2022)"), ("U-1", 3)),
        at("B1", "Nilai asesor (2022)"),
    ),
    of_file(
        "F453",
        form(("Kode", "Nilai asesor (2022)", "Nilai asesor"), ("U-1", 3, 4)),
        at("B1", "Nilai asesor (2022)"),
    ),
    of_file(
        "F454",
        b"Wilayah,Tahun,U-1\nKota Contoh,2023,3,2\n",
        Place(None, "D2", "3,2"),
        ending="csv",
    ),
    of_file(
        "F455",
        b"Wilayah,Tahun,U-1\nKota Contoh,2023,3,baik\n",
        Place(None, "D2", "baik"),
        ending="csv",
    ),
    of_file(
        "F444",
        wide(("Wilayah", "U-1"), ("Kota Contoh", 3), ("Kota Lain", 2)),
        ANYWHERE,
        "--limit",
        "units=1",
        "--year",
        "2023",
    ),
    of_file("F456", results("1.234", "12.5"), at("C3", "12.5"), config=MEASURED),
    of_file("F457", results("1.234", "2.345"), at("C2", "1.234"), config=MEASURED),
)
