"""Examples of the family C: a value in a cell."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from examples.finding_examples.example import Example, Place, of_file
from examples.finding_examples.packages import edited
from examples.finding_examples.workbooks import (
    ANSWERS_SHEET,
    IDENTITY,
    IDENTITY_SHEET,
    Footnoted,
    Formula,
    InThousands,
    Merged,
    Percent,
    Sheet,
    Value,
    answers,
    form,
    workbook,
)

MEASURED = "definisi/terukur.yaml"
MEASURES = ("Kode", "Target", "Realisasi")


class Score(NamedTuple):
    """A wrong score of U-1, which stands in C2; *seen* is how the finding shows it."""

    code: str
    value: Value
    seen: str


SCORES = (
    Score("C102", "belum dinilai", "belum dinilai"),
    Score("C110", "tiga", "tiga"),
    Score("C111", Formula("=AVERAGE(E2:F2)", "#DIV/0!"), "#DIV/0!"),
    Score("C113", date(2022, 4, 3), "2022-04-03"),
    Score("C114", value=True, seen="TRUE"),
    Score("C115", "3,", "3,"),
    Score("C116", "2 - 3", "2 - 3"),
    Score("C117", "Rp3", "Rp3"),
    Score("C118", "3 unit", "3 unit"),
    Score("C119", "3\N{ZERO WIDTH SPACE}", "3\N{ZERO WIDTH SPACE}"),
    Score("C122", "3,200", "3,200"),
    Score("C123", Percent(0.8), "0.8"),
    Score("C124", "3/4", "3/4"),
    Score("C125", ">3", ">3"),
    Score("C126", "\N{ARABIC-INDIC DIGIT THREE}", "\N{ARABIC-INDIC DIGIT THREE}"),
    Score("C127", "3; 4", "3; 4"),
    Score("C131", InThousands(3), "3"),
    Score("C132", Footnoted("3", "1"), "31"),
    Score("C133", "NA", "NA"),
    Score("C203", 5, "5"),
)


class Answer(NamedTuple):
    """A wrong value in a row of its own: target and result of a measured question, or a score."""

    code: str
    header: tuple[str, ...]
    row: tuple[Value, ...]
    cell: str
    seen: str


ANSWERS = (
    Answer("C121", MEASURES, ("R-1", None, "1.234"), "C2", "1.234"),
    Answer("C130", MEASURES, ("P-1", 85, 0.85), "C2", "0.85"),
    Answer("C150", MEASURES, ("M-1", 85, 850), "C2", "850"),
    Answer("C151", MEASURES, ("M-1", 85, 1), "C2", "1"),
    Answer("C152", MEASURES, ("R-1", None, 850), "C2", "850"),
    Answer("C155", MEASURES, ("R-1", None, 105), "C2", "105"),
    Answer("C204", ("Kode", "Nilai asesor"), ("T-1", 3), "B2", "3"),
    Answer("C205", MEASURES, ("R-1", None, 9001), "C2", "9001"),
    Answer("C206", ("Kode", "Nilai asesor"), ("Y-1", 2), "B2", "2"),
    Answer("C207", ("Kode", "Nilai asesor"), ("Y-1", "tidak ada"), "B2", "tidak ada"),
)


class Table(NamedTuple):
    """Results of several units, in column C: those of one question."""

    code: str
    question: str
    results: tuple[Value, ...]
    cell: str
    seen: str


TABLES = (
    Table("C153", "L-1", (41, 43, 39, 45, 42, 4), "C7", "4"),
    Table("C154", "R-1", (850, 910, 640, 720, 990), "C2", "850"),
    Table("C156", "R-1", (96, 105, 88, 104), "C3", "105"),
)


def _units(question: str, results: tuple[Value, ...]) -> bytes:
    rows = [(f"Kota {letter}", 2023, one) for letter, one in zip("ABCDEF", results, strict=False)]
    return workbook({ANSWERS_SHEET: Sheet((("Wilayah", "Tahun", question), *rows))})


def _merged() -> bytes:
    rows = answers(("U-1", 3), ("U-2", None))
    return workbook(
        {
            IDENTITY_SHEET: Sheet(IDENTITY),
            ANSWERS_SHEET: Sheet(rows, merged=Merged("C2:C3", 3)),
        }
    )


def _without_result() -> bytes:
    """Return a workbook with a formula that no spreadsheet has computed yet."""
    rows = answers(("U-1", Formula("=AVERAGE(E2:F2)", 0)))
    return edited(form(*rows), "</f><v>0</v>", "</f>")


def _at(cell: str, value: str | None = None) -> Place:
    return Place(ANSWERS_SHEET, cell, value)


EXAMPLES: tuple[Example, ...] = (
    of_file("C101", form(*answers(("U-1", 3), ("U-2", None))), _at("C3")),
    of_file(
        "C103",
        form(("Kode", "Nilai asesor 1", "Nilai asesor 2"), ("U-1", 3, None)),
        _at("C2"),
    ),
    of_file(
        "C104",
        form(("Kode", "Nilai asesor", "Bukti dukung"), ("U-1", 3, "-")),
        _at("C2", "-"),
        config="definisi/berbukti.yaml",
    ),
    of_file("C105", _merged(), _at("C3", "3")),
    of_file(
        "C106",
        form(*answers(("U-1", 3), ("U-2", 2))),
        _at("A2"),
        config="definisi/berbukti.yaml",
    ),
    of_file(
        "C107",
        form(("Kode", "Nilai asesor 1", "Nilai asesor 2"), ("U-1", 3, None), ("U-2", 2, None)),
        _at("C2"),
    ),
    of_file(
        "C213",
        form(*answers(("U-1", 3), ("U-2", "n/a"))),
        _at("C3", "n/a"),
        config="definisi/berlaku.yaml",
    ),
    of_file("C112", _without_result(), _at("C2", "=AVERAGE(E2:F2)")),
    of_file("C140", form(*answers(("U-1", "3,25"), ("U-2", "3.200"))), _at("C3", "3.200")),
    *(of_file(one.code, form(*answers(("U-1", one.value))), _at("C2", one.seen)) for one in SCORES),
    *(
        of_file(one.code, form(one.header, one.row), _at(one.cell, one.seen), config=MEASURED)
        for one in ANSWERS
    ),
    *(
        of_file(
            one.code,
            _units(one.question, one.results),
            _at(one.cell, one.seen),
            config=MEASURED,
        )
        for one in TABLES
    ),
)
