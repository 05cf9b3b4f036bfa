"""Print what `check` of thirty workbooks of 120 rows takes beside the bare reading of their cells.

The time of a check without start-up (that of one workbook with one row) over the time that reading
the same cells takes, in a process of its own. Both are medians of this run on this machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

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
import sys, time
from kediri_index.api.read import read_workbooks
start = time.perf_counter()
read_workbooks(sys.argv[1])
print(time.perf_counter() - start)
"""
ENVIRONMENT = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def definition() -> str:
    """Return a definition of ROWS questions in twelve pillars."""
    groups = "\n".join(f"  - {{id: p{n}, kind: pillar, name: Pilar {n}}}" for n in range(12))
    questions = "\n".join(
        f"  - {{id: Q-{n:03}, in: p{n % 12}, name: Pertanyaan nomor {n}}}" for n in range(ROWS)
    )
    return f"{DEFINITION}groups:\n{groups}\nindicators:\n{questions}\n"


def write(path: Path, unit: str, rows: int) -> None:
    """Write one unit's workbook: whole levels, and means of assessors with two decimals."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Penilaian")
        sheet.write_row(0, 0, HEADER)
        for n in range(rows):
            own, assessed = (
                1 + (n * 7 + len(unit)) % 4,
                (100 + (n * 37 + len(unit) * 11) % 300) / 100,
            )
            row = (
                n + 1,
                f"Q-{n:03}",
                f"Pilar {n % 12}",
                f"Pertanyaan nomor {n}",
                "Dinas Kesehatan",
            )
            sheet.write_row(n + 1, 0, (*row, own, assessed, f"https://bukti.example/{n}", "baik"))
        identity = book.add_worksheet("Identitas")
        for number, pair in enumerate((("Wilayah", unit), ("Tahun", 2023))):
            identity.write_row(number, 0, pair)


def timed(command: list[str]) -> float:
    """Return the wall time of *command* in seconds."""
    start = perf_counter()
    subprocess.run(command, check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def read(folder: Path) -> float:
    """Return what reading the cells takes, measured in a process of its own."""
    command = [sys.executable, "-c", READ, str(folder)]
    done = subprocess.run(command, check=True, env=ENVIRONMENT, capture_output=True, text=True)
    return float(done.stdout)


def medians(runs: int, *measures: Callable[[], float]) -> list[float]:
    """Return the median of each measure; they take turns."""
    found = [[measure() for measure in measures] for _ in range(runs + 1)][1:]
    return [median(times) for times in zip(*found, strict=True)]


def main() -> None:
    """Measure, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs: int = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tiga-puluh.yaml").write_text(definition(), encoding="utf-8")
        for part in ("satu", "semua"):
            (folder / part).mkdir()
        write(folder / "satu" / "satu.xlsx", "Kota Satu", 1)
        for number in range(FILES):
            write(folder / "semua" / f"{number:02}.xlsx", f"Kota {'x' * number}", ROWS)
        check = [sys.executable, "-m", "kediri_index", "check", "--quiet"]
        check += ["--config", str(folder / "tiga-puluh.yaml")]
        start, whole, bare = medians(
            runs,
            lambda: timed([*check, str(folder / "satu")]),
            lambda: timed([*check, str(folder / "semua")]),
            lambda: read(folder / "semua"),
        )
    ratio = (whole - start) / bare
    print(f"start {start * 1000:.0f} ms, check of {FILES} x {ROWS} rows {whole * 1000:.0f} ms")
    print(f"bare reading of the same cells {bare * 1000:.0f} ms")
    print(f"ratio without start {ratio:.2f}, goal {GOAL}: {'met' if ratio <= GOAL else 'missed'}")


if __name__ == "__main__":
    main()
