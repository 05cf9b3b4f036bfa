"""Examples of the families X and S: rows against the definition, answers against each other."""

from __future__ import annotations

from examples.finding_examples.cells import MEASURED, MEASURES
from examples.finding_examples.example import (
    ANYWHERE,
    UJI,
    Example,
    Found,
    Place,
    of_file,
    of_folder,
)
from examples.finding_examples.workbooks import ANSWERS_SHEET, IDENTITY, answers, form

EIGHT = "definisi/delapan.yaml"
HEALTH, EDUCATION = "Dinas Kesehatan", "Dinas Pendidikan"
NAMED = ("Kode", "Indikator", "Nilai asesor")
TWO_SCORES = answers(("U-1", 3), ("U-2", 2))
THREES = (("U-1", 3), ("U-2", 3))
SHARED_OUT = """\
opd:
  - {id: dinkes, name: Dinas Kesehatan}
  - {id: disdik, name: Dinas Pendidikan}
assign: {disdik: [U-1]}
"""
TOGETHER = """\
opd:
  - {id: dinkes, name: Dinas Kesehatan}
  - {id: disdik, name: Dinas Pendidikan}
assign: {dinkes: ["U-*", B-1, R-1, P-1], disdik: [U-1, B-1, R-1, P-1]}
"""
LAST_YEAR = "unit,year,U-1,U-2\nKabupaten Contoh,2022,3,3\n"


def at(cell: str, value: str | None = None) -> Place:
    """Return a place on the sheet of answers."""
    return Place(ANSWERS_SHEET, cell, value)


def of_agency(agency: str, revision: int, *scores: tuple[str, float]) -> bytes:
    """Return an agency's workbook; its revision stands in B4."""
    identity = (*IDENTITY, ("OPD", agency), ("Revisi", revision))
    return form(*answers(*scores), identity=identity)


def measured(code: str, row: tuple[str | float | None, ...], cell: str, seen: str) -> Example:
    """Return an example of target and result of one question."""
    place = at(cell, seen or None)
    return of_file(code, form(MEASURES, row), place, config=MEASURED)


def combined(code: str, config: str, *scores: tuple[str, float]) -> Example:
    """Return an example of scores that have no combined one under a definition."""
    path = f"definisi/{config}.yaml"
    return of_file(code, form(*answers(*scores)), ANYWHERE, "--complete", config=path)


def beside_measured(code: str, column: str) -> Example:
    """Return an example of a score where one is computed from a result."""
    data = form((*MEASURES, column), ("R-1", None, 50, 3))
    return of_file(code, data, at("D2", "3"), config=MEASURED)


def together(
    code: str,
    rule: str,
    place: Place,
    *rows: tuple[str | float | None, ...],
    header: tuple[str, ...] = ("Kode", "Nilai asesor", "OPD"),
    config: str = UJI,
    options: tuple[str, ...] = (),
) -> Example:
    """Return an example of one sheet with the rows of two agencies."""
    profile = TOGETHER + rule
    files = {"isian.xlsx": form(header, *rows), "profile.yaml": profile.encode()}
    return of_folder(code, files, "isian.xlsx", place, *options, config=config)


def _superseded() -> Example:
    example = of_folder(
        "X308",
        {
            "baru.xlsx": of_agency("Dinas Kesehatan", 2, ("U-1", 2)),
            "lama.xlsx": of_agency("Dinas Kesehatan", 1, ("U-1", 3), ("U-2", 3)),
        },
        "lama.xlsx",
        at("A3", "U-2"),
    )
    old = Found("F428", "X308/lama.xlsx", "Identitas", "B4", value="1")
    return example._replace(beside=(old,))


def _other_unit_last_year() -> Example:
    path = "S305/lalu.csv"
    return Example(
        "S305",
        {"S305/isian.xlsx": form(*TWO_SCORES), path: LAST_YEAR.encode()},
        ("S305/isian.xlsx", "--previous", path, "--config", "definisi/uji.yaml"),
        Found("S305", path, value=path),
        command="score",
    )


def _far_from_last_year(code: str, count: int) -> Example:
    units = [(f"Kota {name}", number) for number, name in enumerate("ABCDE"[:count], 5)]
    header = "unit,year,U-1,U-2\n"
    this_year = header + "".join(f"{unit},2023,3,{number}.5\n" for unit, number in units)
    last_year = header + "".join(f"{unit},2022,3,0.0{number}5\n" for unit, number in units)
    path, shown = f"{code}/lalu.csv", f"{code}/isian.csv"
    return Example(
        code,
        {shown: this_year.encode(), path: last_year.encode()},
        (shown, "--previous", path, "--config", "definisi/diinterpolasi.yaml"),
        Found(code, shown, cell="D2", value="5.5"),
        command="score",
    )


EXAMPLES: tuple[Example, ...] = (
    _far_from_last_year("C157", 1),
    _far_from_last_year("C158", 5),
    of_file("X301", form(*answers(("U-9", 3))), at("A2", "U-9")),
    of_file("X302", form(NAMED, (None, "Layanan luring", 3)), at("B2", "Layanan luring")),
    of_file("X303", form(*answers(("U-1", 3), ("U-1", 2))), at("C3", "2")),
    of_file("X304", form(*answers(("U-1", 3), ("U-1", 3))), at("A3", "U-1")),
    of_file(
        "X305",
        form(NAMED, (None, "Layanan daring", 3)),
        at("B2", "Layanan daring"),
        config="definisi/senama.yaml",
    ),
    of_folder(
        "X306",
        {"isian.xlsx": form(*TWO_SCORES), "salinan.xlsx": form(*TWO_SCORES)},
        "salinan.xlsx",
        ANYWHERE,
    ),
    of_folder(
        "X307",
        {
            "isian.xlsx": of_agency("Dinas Kesehatan", 1, ("U-1", 3)),
            "profile.yaml": SHARED_OUT.encode(),
        },
        "isian.xlsx",
        at("A2", "U-1"),
    ),
    together("X312", "", at("B3", "2"), ("U-1", 3, HEALTH), ("U-1", 2, EDUCATION)),
    together(
        "X313",
        "shared: {U-1: {combine: mean}}\n",
        ANYWHERE,
        ("U-1", 3, HEALTH),
        ("U-2", 2, HEALTH),
        options=("--complete",),
    ),
    together(
        "X314",
        "shared: {U-1: {lead: dinkes}}\n",
        at("B3", "2"),
        ("U-1", 3, HEALTH),
        ("U-1", 2, EDUCATION),
    ),
    together(
        "X315",
        "shared: {B-1: {combine: mean}}\n",
        at("B2", "3"),
        ("B-1", 3, HEALTH),
        ("B-1", None, EDUCATION),
        config=EIGHT,
        options=("--complete",),
    ),
    together(
        "X316",
        "shared: {U-1: {combine: mean}}\n",
        at("B3", "n/a"),
        ("U-1", 3, HEALTH),
        ("U-1", "n/a", EDUCATION),
    ),
    together(
        "X317",
        "shared: {R-1: {combine: sum}}\n",
        at("B2", "5000"),
        ("R-1", 5000, HEALTH),
        ("R-1", 4001, EDUCATION),
        header=("Kode", "Realisasi", "OPD"),
        config=MEASURED,
    ),
    together(
        "X318",
        "shared: {U-1: {combine: sum}}\n",
        at("B2", "1"),
        ("U-1", 1, HEALTH),
        ("U-1", 2, EDUCATION),
    ),
    together(
        "X319",
        "shared: {P-1: {combine: sum}}\n",
        at("D2", "90"),
        ("P-1", 30, HEALTH, 90),
        ("P-1", 40, EDUCATION, 90),
        header=("Kode", "Realisasi", "OPD", "Target"),
        config=MEASURED,
    ),
    _superseded(),
    of_file(
        "X309",
        form(("Kode", "Satuan", "Target", "Realisasi"), ("P-1", "orang", 85, 80)),
        at("B2", "orang"),
        config=MEASURED,
    ),
    of_file("X310", form(NAMED, ("U-1", "Waktu layanan", 3)), at("B2", "Waktu layanan")),
    of_file("X311", form(NAMED, (None, None, 3)), at("A2")),
    of_file(
        "X320",
        form(*answers(("B-1", 2.8), ("B-2", 2.8), ("B-3", 2.8))),
        at("C2", "2.8"),
        config=EIGHT,
    ),
    of_file("X321", form(*answers(*((f"B-{n}", 4) for n in range(1, 9)))), ANYWHERE, config=EIGHT),
    of_file("X322", form(*answers(("U-1", 3), ("Rata-rata", 2))), at("C3", "2")),
    of_file("S101", form(*answers(("U-1", 3))), ANYWHERE, "--complete"),
    measured("S201", ("M-1", 0, 5), "B2", "0"),
    measured("S202", ("M-1", 10, -5), "C2", "-5"),
    measured("S203", ("M-1", None, 5), "B2", ""),
    measured("S204", ("L-1", None, 0), "C2", "0"),
    of_file(
        "S301",
        form(*answers(("tata-kelola", 2), ("pelayanan", 3))),
        at("C2", "2"),
        config="definisi/bertingkat.yaml",
    ),
    of_file("S311", form(*answers(("pelayanan", 2), *THREES)), at("C2", "2")),
    of_file("S312", form(*answers(("pelayanan", "tiga"), *THREES)), at("C2", "tiga")),
    of_file(
        "S302",
        form(*answers(("U-1", 3))),
        ANYWHERE,
        "--complete",
        config="definisi/lengkap.yaml",
    ),
    of_file("S330", form(*answers(("U-1", 3), ("U-2", "n/a"))), at("C3", "n/a"), "--complete"),
    of_file("S332", form(*answers(("U-2", "n/a"))), at("C2", "n/a")),
    of_file(
        "S331",
        form(*answers(("B-1", 3), *((f"B-{n}", "n/a") for n in range(2, 9)))),
        ANYWHERE,
        "--complete",
        config=EIGHT,
    ),
    of_file(
        "S333",
        form(*answers(*((f"B-{n}", "n/a") for n in range(1, 9)))),
        ANYWHERE,
        config=EIGHT,
    ),
    of_file(
        "S303",
        form(*answers(("U-1", 3))),
        ANYWHERE,
        "--complete",
        config="definisi/tak-berbobot.yaml",
    ),
    beside_measured("S304", "Nilai asesor"),
    _other_unit_last_year(),
    of_file(
        "S306",
        form(*answers(("U-1", 3), ("U-2", 3), ("pelayanan", "tidak berlaku"))),
        at("C4", "tidak berlaku"),
    ),
    combined("S320", "faktor", ("U-1", 3), ("U-2", -1)),
    combined("S321", "seimbang", ("U-1", 1), ("U-2", -1)),
    combined("S322", "antarwilayah", ("U-1", 3), ("U-2", 2)),
    measured("S307", ("S-1", 8, 5), "B2", "8"),
    beside_measured("S308", "Nilai mandiri"),
    of_file(
        "S310",
        form((*MEASURES, "Capaian"), ("M-1", 10, 8, 50)),
        at("D2", "50"),
        config=MEASURED,
    ),
)
