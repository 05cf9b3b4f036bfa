"""Print what the candidates for reading .xlsx make of real files, and how long they take.

Every reader runs in a process of its own. Times are medians of the processor's time for reading, so
that other work on the machine matters little; cells are compared with what the packages hold by the
standard library's XML parser.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import IO, Any, NamedTuple, Self

ROOT = Path(__file__).parents[1]
TIMEOUT = 15.0
LONG_TIMEOUT = 300.0
READERS = {
    "expat": ("this project's", "xml.parsers.expat"),
    "openpyxl-twice": ("openpyxl, two loads", "openpyxl"),
    "openpyxl-once": ("openpyxl, one load", "openpyxl"),
    "openpyxl-read-only": ("openpyxl, read-only", "openpyxl"),
    "calamine": ("python-calamine", "python_calamine"),
}
"""The candidates: their names in a table, and the module without which there is none."""
SHAPES = {"117 × 9": (117, 9), "175,000 cells": (17_500, 10), "1,000,000 cells": (100_000, 10)}
FAR = "A1 and XFD1048576"


class Lost(NamedTuple):
    """How the process of a reader ended instead of an answer: ``abort`` or ``hang``."""

    how: str


Answer = dict[str, Any] | Lost


class Child:
    """The process of one reader; started anew where it ends."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        self._end()

    def ask(self, path: Path, timeout: float = TIMEOUT) -> Answer:
        """Return what the reader says of *path*, or how its process was lost."""
        source, answers = self._pipes()
        try:
            source.write(json.dumps(str(path.resolve())) + "\n")
            source.flush()
        except BrokenPipeError:
            return self._lost("abort")
        if not select.select([answers], [], [], timeout)[0]:
            return self._lost("hang")
        line = answers.readline()
        if not line:
            return self._lost("abort")
        found: dict[str, Any] = json.loads(line)
        return found

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._process is None:
            kept = {
                key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
            }
            paths = os.pathsep.join([str(ROOT / "src"), kept.get("PYTHONPATH", "")])
            self._process = subprocess.Popen(
                (sys.executable, "-m", "benchmarks.reading", self._reader),
                cwd=ROOT,
                env=kept | {"PYTHONPATH": paths},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        assert self._process.stdout is not None  # noqa: S101 - likewise
        return self._process.stdin, self._process.stdout

    def _lost(self, how: str) -> Lost:
        self._end()
        return Lost(how)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Corpus(NamedTuple):
    """What a reader made of real files; *wrong* are those with other cells and no word of it."""

    seconds: float
    import_seconds: float
    cells: int
    refused: list[str]
    crashed: list[str]
    lost: list[str]
    wrong: list[str]
    missing: int


def read_corpus(
    reader: str, files: Sequence[Path], held: dict[Path, int | None], runs: int
) -> Corpus:
    """Read all *files*, several times; *held* is what each holds, None where it is not whole."""
    totals = [0.0] * runs
    imports: list[float] = []
    answers: dict[Path, Answer] = {}
    with Child(reader) as child:
        for run in range(runs):
            for file in files:
                if isinstance(answers.get(file), Lost):
                    continue
                answer = answers[file] = child.ask(file)
                if isinstance(answer, dict):
                    totals[run] += answer["seconds"]
                    imports.append(answer["import_seconds"])
    told = {file: one for file, one in answers.items() if isinstance(one, dict)}
    silent = [file for file, one in told.items() if not one["refused"] and not one["crash"]]
    wrong = [file for file in silent if told[file]["cells"] != held[file]]
    return Corpus(
        median(totals),
        median(imports),
        sum(one["cells"] or 0 for one in told.values()),
        [file.name for file, one in told.items() if one["refused"] and one["cells"] is None],
        [f"{file.name}: {one['crash']}" for file, one in told.items() if one["crash"]],
        [f"{file.name}: {one.how}" for file, one in answers.items() if isinstance(one, Lost)],
        [f"{file.name}: {told[file]['cells']} of {held[file]}" for file in wrong],
        sum(max(0, (held[file] or 0) - told[file]["cells"]) for file in wrong),
    )


def read_made(reader: str, file: Path, runs: int) -> str:
    """Return the median time and the peak memory of reading a workbook made for it."""
    seconds: list[float] = []
    peak = 0.0
    with Child(reader) as child:
        for _ in range(runs):
            answer = child.ask(file, LONG_TIMEOUT if "cells" in file.name else TIMEOUT)
            if isinstance(answer, Lost):
                return answer.how
            if answer["crash"] or answer["refused"]:
                return str(answer["crash"] or answer["refused"])[:24]
            seconds.append(answer["seconds"])
            peak = answer["peak_megabytes"]
    return f"{median(seconds) * 1000:,.0f} ms, {peak:,.0f} MB"


def make_workbook(path: Path, rows: int, columns: int) -> Path:
    """Write a sheet of codes, texts, numbers, percentages and formulas with their results."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - may not be installed

    book = xlsxwriter.Workbook(path, {"in_memory": True})
    sheet = book.add_worksheet("Penilaian")
    percent = book.add_format({"num_format": "0.00%"})
    for row in range(rows):
        sheet.write_string(row, 0, f"IMP-{row % 117:03}")
        sheet.write_string(row, 1, f"Indikator nomor {row % 997}, apa adanya")
        sheet.write_number(row, 2, row / 7, percent)
        sheet.write_formula(row, 3, f"=C{row + 1}*2", None, row / 3.5)
        for column in range(4, columns):
            sheet.write_number(row, column, (row * column) % 400 / 100)
    book.close()
    return path


def make_far(path: Path) -> Path:
    """Write a sheet with its first cell and the last that a sheet can have."""
    import xlsxwriter  # noqa: PLC0415 - may not be installed

    book = xlsxwriter.Workbook(path, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 1)
    sheet.write_number(1_048_575, 16_383, 2)
    book.close()
    return path


def table(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as a Markdown table, the first one its header."""
    header, *others = [[str(cell) for cell in row] for row in rows]
    lines = [header, ["---", *("---:" for _ in header[1:])], *others]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def counted(files: Sequence[Path]) -> dict[Path, int | None]:
    """Return how many filled cells each file holds, None for one that is not a whole package."""
    with Child("package") as child:
        answers = {file: child.ask(file, LONG_TIMEOUT) for file in files}
    return {
        file: answer["cells"] if isinstance(answer, dict) else None
        for file, answer in answers.items()
    }


def corpus_table(found: dict[str, Corpus], held: dict[Path, int | None]) -> str:
    """Return a row a reader."""
    whole = sum(count or 0 for count in held.values())
    header = (
        *("reader", "import", f"{len(held)} files", f"cells of {whole:,}"),
        *("refused", "crashes", "aborts and hangs", "wrong without a word"),
    )
    rows = [
        (
            READERS[reader][0],
            f"{one.import_seconds * 1000:.0f} ms",
            f"{one.seconds:.2f} s",
            f"{one.cells:,}",
            len(one.refused),
            len(one.crashed),
            len(one.lost),
            f"{len(one.wrong)} files, {one.missing:,} cells" if one.wrong else 0,
        )
        for reader, one in found.items()
    ]
    return table([header, *rows])


def made_table(readers: Iterable[str], runs: int) -> str:
    """Return a row a reader: time and memory of workbooks made for it."""
    rows = [("reader", *SHAPES, FAR)]
    with tempfile.TemporaryDirectory() as folder:
        files = [
            make_workbook(Path(folder, f"{name}.xlsx"), *shape) for name, shape in SHAPES.items()
        ]
        files.append(make_far(Path(folder, "far.xlsx")))
        rows += [
            (READERS[reader][0], *(read_made(reader, file, runs) for file in files))
            for reader in readers
        ]
    return table(rows)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the workbooks among *paths* and in the folders among them."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.xls[xm]")) if path.is_dir() else [path]
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Compare the readers for .xlsx.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILES_OR_FOLDER")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--names", action="store_true", help="name the files that go wrong")
    options = parser.parse_args()
    files = files_in(options.paths)
    if not files or options.runs < 1:
        parser.error("no .xlsx or .xlsm there" if not files else "--runs must be at least 1")
    readers = [name for name, (_, module) in READERS.items() if importlib.util.find_spec(module)]
    print(f"Medians of {options.runs} runs, Python {platform.python_version()}\n")
    for name, (title, module) in READERS.items():
        if name not in readers:
            print(f"absent: {title}, for {module} is not installed\n")
    held = counted(files)
    found = {name: read_corpus(name, files, held, options.runs) for name in readers}
    print(corpus_table(found, held))
    if options.names:
        for name, one in found.items():
            for what in ("refused", "crashed", "lost", "wrong"):
                print(f"\n{READERS[name][0]}, {what}:", *getattr(one, what), sep="\n  ")
    if importlib.util.find_spec("xlsxwriter") is None:
        print("\nabsent: times of made workbooks, for xlsxwriter is not installed")
        return
    print(f"\n{made_table(readers, options.runs)}")


if __name__ == "__main__":
    main()
