"""Examples of surveys: sheets with a row per respondent, all of them invented."""

from __future__ import annotations

from collections.abc import Sequence

from examples.finding_examples.example import Example, Place, of_file, of_folder
from examples.finding_examples.workbooks import (
    ANSWERS_SHEET,
    IDENTITY,
    IDENTITY_SHEET,
    Row,
    Sheet,
    workbook,
)

SURVEY = "definisi/survei.yaml"
LONG = "definisi/survei-panjang.yaml"
SHEET = "Survei"
FAST, KIND = "Layanannya cepat", "Petugasnya ramah"
HEADER = ("Responden", FAST, KIND, "Fasilitasnya bersih")
GOOD = (("R1", 3, 4, "Setuju"), ("R2", 2, 3, "Setuju"), ("R3", 4, 4, "Sangat setuju"))


def survey(*rows: Row, header: Row = HEADER, more: Sequence[Row] = ()) -> bytes:
    """Return a workbook of respondents, with rows of a form in *more*."""
    sheets = {IDENTITY_SHEET: Sheet(IDENTITY), SHEET: Sheet((header, *rows))}
    if more:
        sheets[ANSWERS_SHEET] = Sheet(more)
    return workbook(sheets)


def at(cell: str, value: str | None = None) -> Place:
    """Return a place on the sheet of respondents."""
    return Place(SHEET, cell, value)


def of(code: str, data: bytes, place: Place, config: str = SURVEY) -> Example:
    """Return an example of one workbook of respondents."""
    return of_file(code, data, place, config=config)


QUESTIONS = tuple(f"P{number}" for number in range(1, 11))
STRAIGHT: tuple[Row, ...] = (("R1", *[4] * 10), ("R2", *[2, 3] * 5))
SENT = ("Cap waktu", FAST, KIND)
TWICE = (
    ("2023/10/02 9:15:00", 3, 4),
    ("2023/10/02 9:18:00", 2, 3),
    ("2023/10/02 9:15:00", 3, 4),
)
GROUPED = (("R1", "Warga", 3), ("R2", "Mahasiswa luar kota", 1), ("R3", "Pelaku usaha", 4))
COUNTED = (("R1", 3), ("R2", 1), ("R3", 4))
ROW = (("Kode", "Nilai mandiri"), ("S-1", 3.5))

EXAMPLES: tuple[Example, ...] = (
    of("S821", survey(*GOOD, ("R4", 7, 3, "Setuju")), at("B5", "7")),
    of("S822", survey(*GOOD, ("R4", 3, 3, "Mantap")), at("D5", "Mantap")),
    of("S823", survey(*GOOD, ("R4", 3, None, "Setuju")), at("C5")),
    of("S824", survey(*STRAIGHT, header=("Responden", *QUESTIONS)), at("B2"), LONG),
    of("S825", survey(*TWICE, header=SENT), at("B4")),
    of("S826", survey(*GOOD, ("R2", 4, 4, "Setuju")), at("A5")),
    of("S827", survey(*GOOD[:1]), at("B1")),
    of(
        "S828",
        survey(*GROUPED, header=("Responden", "Kelompok", "Biayanya wajar")),
        at("B3", "Mahasiswa luar kota"),
    ),
    of(
        "S829",
        survey(*GOOD, header=("Responden", FAST, "Petugas nya ramah", "Fasilitasnya bersih")),
        at("C1", "Petugas nya ramah"),
    ),
    of("S830", survey(*GOOD, header=("Responden", FAST, FAST, "S-3")), at("C1", FAST)),
    of(
        "S831",
        survey(*GOOD, header=("Responden", "S-1", "Bermanfaat bagi saya", "S-3")),
        at("C1", "Bermanfaat bagi saya"),
    ),
    of("S832", survey(*GOOD, ("Rata-rata", 3, 3.67, None)), at("B5")),
    of_file("S833", survey(*GOOD, more=ROW), Place(ANSWERS_SHEET, "B2", "3.5"), config=SURVEY),
    of("S835", survey(*COUNTED, header=("Responden", "Biayanya wajar")), at("B1")),
    of_folder(
        "S836",
        {"a.xlsx": survey(*GOOD), "b.xlsx": survey(*GOOD, ("R4", 1, 2, "Setuju"))},
        "b.xlsx",
        at("B2"),
        config=SURVEY,
    ),
    of("S834", survey(*GOOD, header=("Responden", "S-1", "U-1", "S-3")), at("B1")),
)
