"""5,000 units x 300 indicators, min-max and weighted means, as years are added.

Each size is beside the one before it, whose cells it has more of: where cost grows with them, the
ratio is at most theirs. Reports, draws and comparisons are of one year.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.draws import Size, definition
from benchmarks.measuring import FAR, Command, Row, compared, medians, own

SIZE = Size(5000, 300, {}, 0.0)
YEARS = {1: (1,), 10: (1, 2, 4), 100: (1, 2, 4, 10)}
"""How many years, by how many times the data are asked for at most."""
FIRST = 2015


def write(path: Path, years: Iterable[int]) -> None:
    """Write the data of *years*; of a hundred cells three are empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "year", *(f"I-{n:03}" for n in range(SIZE.indicators))])
        for year in years:
            drawn = Random(year)  # noqa: S311 - nothing to guess
            for unit in range(SIZE.units):
                values = (round(drawn.random() * 100, 2) for _ in range(SIZE.indicators))
                cells = ("" if drawn.random() < 0.03 else value for value in values)  # noqa: PLR2004
                writer.writerow([f"Wilayah {unit:04}", year, *cells])


def rows(runs: int, up_to: int) -> Iterator[Row]:
    """Yield `score` and `check` of each number of years, then what else is made of one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "uji.yaml"
        config.write_text(definition(SIZE), encoding="utf-8")

        def call(command: str, *more: str) -> Command:
            return own(command, *more, "--config", str(config), "--decimal", ".", "--quiet", *FAR)

        scores: dict[int, Command] = {}
        checks: dict[int, Command] = {}
        for years in YEARS[up_to]:
            data = folder / f"{years}.csv"
            write(data, range(FIRST, FIRST + years))
            scores[years] = call("score", str(data), "--format", "csv")
            checks[years] = call("check", str(data))
        data, later = folder / "1.csv", folder / "kini.csv"
        write(later, [FIRST + 1])
        one_year = {
            "report": call("report", str(data), "--output", str(folder / "a.html"), "--force"),
            "robustness, 1,000 draws": call("robustness", str(data), "--draws", "1000"),
            "compare of two years": call("compare", str(data), str(later), "--format", "json"),
        }
        costs = medians([*scores.values(), *checks.values(), *one_year.values()], runs)
        for what, by_years in (("score as CSV", scores), ("check", checks)):
            before = 1
            for years, command in by_years.items():
                label = f"5,000 x 300 x {years}: {what}"
                against = f"{before} years" if before > 1 else "1 year"
                row = compared(label, command, against, by_years[before], costs)
                yield row._replace(goal=None if years == 1 else years / before * 1.1)
                before = years
        for what, command in one_year.items():
            yield compared(f"5,000 x 300 x 1: {what}", command, "one score", scores[1], costs)
