"""The check of thirty workbooks of 120 rows, beside the bare reading of their cells.

The time of a check without start-up (that of one workbook with one row) over the time that reading
the same cells takes by the same reader, without the start of its process.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from benchmarks.measuring import Cost, Row, medians, own

FILES = 30
ROWS = 120
GOAL = 1.5

HEADER = (
    *("No", "Kode", "Pilar", "Indikator", "OPD pengampu"),
    *("Nilai mandiri", "Nilai asesor", "Bukti dukung", "Keterangan"),
)
DEFINITION = """\
kediri_index: 1
id: tiga-puluh
version: "1"
status: own
title: Tiga puluh buku kerja
scale: {min: 0, max: 4}
year: 2023
kinds: {pillar: {name: Pilar}}
"""
READ = """
import sys
from kediri_index.usecases.inputs import read_workbooks
read_workbooks(sys.argv[1:])
"""


def definition() -> str:
    """Return a definition of ROWS questions in twelve pillars."""
    groups = "\n".join(f"  - {{id: p{n}, kind: pillar, name: Pilar {n}}}" for n in range(12))
    questions = "\n".join(
        f"  - {{id: Q-{n:03}, in: p{n % 12}, name: Pertanyaan nomor {n}}}" for n in range(ROWS)
    )
    return f"{DEFINITION}groups:\n{groups}\nindicators:\n{questions}\n"


def write(path: Path, unit: str, rows: Iterable[int]) -> None:
    """Write *rows* of a unit's workbook: levels, and means of assessors with two decimals."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Penilaian")
        sheet.write_row(0, 0, HEADER)
        for number, n in enumerate(rows):
            own, assessed = (
                1 + (n * 7 + len(unit)) % 4,
                (100 + (n * 37 + len(unit) * 11) % 300) / 100,
            )
            row = (
                number + 1,
                f"Q-{n:03}",
                f"Pilar {n % 12}",
                f"Pertanyaan nomor {n}",
                "Dinas Kesehatan",
            )
            sheet.write_row(
                number + 1, 0, (*row, own, assessed, f"https://bukti.example/{n}", "baik")
            )
        identity = book.add_worksheet("Identitas")
        for number, pair in enumerate((("Wilayah", unit), ("Tahun", 2023))):
            identity.write_row(number, 0, pair)


def rows(runs: int) -> Iterator[Row]:
    """Yield the one ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tiga-puluh.yaml").write_text(definition(), encoding="utf-8")
        for part in ("satu", "semua"):
            (folder / part).mkdir()
        write(folder / "satu" / "satu.xlsx", "Kota Satu", range(1))
        for number in range(FILES):
            write(folder / "semua" / f"{number:02}.xlsx", f"Kota {'x' * number}", range(ROWS))
        options = ("--quiet", "--config", str(folder / "tiga-puluh.yaml"))
        one, every = (own("check", str(folder / part), *options) for part in ("satu", "semua"))
        bare, nothing = (
            (sys.executable, "-c", READ, str(folder / part)) for part in ("semua", "satu")
        )
        costs = medians([one, every, bare, nothing], runs)
    checked, read = _without(costs[every], costs[one]), _without(costs[bare], costs[nothing])
    yield Row(f"check of {FILES} workbooks, without start", checked, "reading them", read, GOAL)


def _without(whole: Cost | str, start: Cost | str) -> Cost | None:
    """Return what *whole* takes beyond *start*."""
    if isinstance(whole, str) or isinstance(start, str):
        return None
    clock, processors = whole.clock - start.clock, whole.processors - start.processors
    return Cost(clock, processors, whole.megabytes)
