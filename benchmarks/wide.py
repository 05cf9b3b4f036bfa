"""Print what `score` of wide tables takes beside the bare reading of their cells, as they grow.

The data are 514 regions x 200 indicators, for one year (1 x), ten (10 x) and of ten times as many
regions for ten (100 x). Every figure is that of a process of its own: the processor's time, so that
other work on the machine matters little, and the most memory it held. Readers read the same file:
this project's own, the standard library's csv module, and python-calamine where it is installed.
Scoring is measured with numpy, as the extra 'analysis' brings it, and without.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
REGIONS, INDICATORS, GROUPS = 514, 200, 20
SIZES = {1: (1, 1), 10: (1, 10), 100: (10, 10)}
"""How many times the regions, and how many years."""
GOAL = 2.0
METHODS = {
    "scores": "",
    "goalposts": ", score: {method: goalposts, min: 0, max: 100}",
    "min_max": ", score: {method: min_max}",
    "z_score": ", score: {method: z_score}",
}
DEFINITION = """\
kediri_index: 1
id: lebar
version: "1"
status: own
title: Banyak wilayah
scale: {min: 0, max: 100}
publish: {decimals: 2, round: [pillar, overall]}
missing: {answers: exclude}
classes: [{name: Rendah, below: 40}, {name: Sedang, below: 60}, {name: Tinggi}]
kinds: {pillar: {name: Pilar}}
"""
READ = """
import sys
from kediri_index.api.read import read_workbooks
from kediri_index.cli.limits import limits_from
read_workbooks(sys.argv[1:2], limits=limits_from(sys.argv[2:]))
"""
WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None  # as if it were not installed
from kediri_index.__main__ import main
main()
"""
CSV = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file))
"""
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
LIMITS = (
    "cells=20000000",
    "units=100000",
    "seconds=100000",
    "file_bytes=2000000000",
    "member_bytes=4000000000",
    "total_bytes=8000000000",
)
ENVIRONMENT = {
    **{key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
}


class Cost(NamedTuple):
    """The processor's time for a process in seconds, and the most memory it held in megabytes."""

    seconds: float
    megabytes: float

    def over(self, other: Cost) -> str:
        """Return both as ratios to those of *other*."""
        return f"{self.seconds / other.seconds:.1f} x, {self.megabytes / other.megabytes:.1f} x"

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.megabytes:,.0f} MB"


def definition(method: str) -> str:
    """Return a definition of INDICATORS in GROUPS pillars, all scored by *method*."""
    groups = "\n".join(f"  - {{id: p{n}, kind: pillar, name: Pilar {n}}}" for n in range(GROUPS))
    indicators = "\n".join(
        f"  - {{id: I-{n:03}, in: p{n % GROUPS}, name: Indikator {n}{METHODS[method]}}}"
        for n in range(INDICATORS)
    )
    return f"{DEFINITION}groups:\n{groups}\nindicators:\n{indicators}\n"


def rows(size: int) -> Iterator[list[str | int | float | None]]:
    """Yield the header, and a row a region and year; of a thousand cells three are empty."""
    yield ["unit", "year", *(f"I-{n:03}" for n in range(INDICATORS))]
    more, years = SIZES[size]
    drawn = Random(size)  # noqa: S311 - nothing to guess
    for region in range(REGIONS * more):
        for year in range(2015, 2015 + years):
            values = (round(drawn.random() * 100, 2) for _ in range(INDICATORS))
            cells = (None if drawn.random() < 0.003 else value for value in values)  # noqa: PLR2004
            yield [f"Wilayah {region:05}", year, *cells]


def write(path: Path, size: int) -> Path:
    """Write the data as *path* says, by its ending."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows(size))
        return path
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only for workbooks

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for number, cells in enumerate(rows(size)):
            sheet.write_row(number, 0, cells)
    return path


def cost(command: list[str], runs: int) -> Cost:
    """Return the median time of *command* and its peak memory."""
    found = []
    for _ in range(runs):
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
        found.append(Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return Cost(median(one.seconds for one in found), max(one.megabytes for one in found))


def measured(file: Path, config: Path, output: str, runs: int) -> tuple[str, ...]:
    """Return a line of the table: the costs of scoring and reading *file*, and their ratios."""
    python = [sys.executable, "-c"]
    score = ["score", str(file), "--config", str(config), "--format", output, "--quiet"]
    for limit in LIMITS:
        score += ["--limit", limit]
    scored = cost([sys.executable, "-m", "kediri_index", *score], runs)
    without = cost([*python, WITHOUT_NUMPY, *score], runs)
    own = cost([*python, READ, str(file), *LIMITS], runs)
    other = None
    if file.suffix == ".csv":
        other = cost([*python, CSV, str(file)], runs)
    elif importlib.util.find_spec("python_calamine") is not None:
        other = cost([*python, CALAMINE, str(file)], runs)
    beside = ("-", "-") if other is None else (str(other), scored.over(other))
    return (str(scored), str(without), str(own), scored.over(own), *beside)


def main() -> None:
    """Measure, and print a line a size and kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", choices=SIZES, default=[1, 10])
    parser.add_argument("--method", choices=METHODS, default="scores")
    parser.add_argument("--kinds", nargs="+", choices=["csv", "xlsx"], default=["csv", "xlsx"])
    parser.add_argument("--format", default="csv", choices=["csv", "json", "table"])
    asked = parser.parse_args()
    print("| data | score | without numpy | own reader | ratio | csv or calamine | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        config = Path(name, "lebar.yaml")
        config.write_text(definition(asked.method), encoding="utf-8")
        for size in asked.sizes:
            for kind in asked.kinds:
                file = write(Path(name, f"lebar-{size}.{kind}"), size)
                line = measured(file, config, asked.format, asked.runs)
                print(f"| {size} x {kind} | {' | '.join(line)} |", flush=True)
                file.unlink()


if __name__ == "__main__":
    main()
