"""Draws of `robustness` beside one `score` of the same data, as they grow.

The data are 51 units x 49 indicators in 8 pillars and 2 sub-indices, as those of COINr, and all of
Indonesia's 514 regencies and cities x 111; the goals are of whole commands of 10,000 draws with
ranks.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.measuring import Command, Row, compared, medians, own

PILLARS = 8
CALLS: dict[str, Command] = {
    "1,000 draws": ("--draws", "1000"),
    "10,000 draws": (),
    "100,000 draws": ("--draws", "100000"),
    "methods and aggregations": (
        *("--methods", "min_max,z_score,rank", "--aggregations", "arithmetic,geometric"),
        *("--weights", "0.25"),
    ),
    "Sobol indices, 1,000 draws": ("--sobol", "--draws", "1000"),
}


class Size(NamedTuple):
    """How much data, which calls of it, and the goal of 10,000 draws in seconds."""

    units: int
    indicators: int
    calls: Mapping[str, Command]
    goal: float


MANY = {"10,000 draws": (), "10,000 draws of weights": ("--weights", "0.25")}
SIZES = (Size(51, 49, CALLS, 0.5), Size(514, 111, MANY, 2.0))


def definition(size: Size) -> str:
    """Return a definition of all indicators, scored among the units."""
    pillars = "".join(
        f"      - {{id: p{n}, kind: pillar, name: Pilar {n}, weight: 1}}\n" for n in range(PILLARS)
    )
    half = pillars.splitlines(keepends=True)
    subs = "".join(
        f"  - id: s{n}\n    kind: sub\n    name: Sub {n}\n    weight: 1\n    groups:\n"
        + "".join(part)
        for n, part in enumerate((half[: PILLARS // 2], half[PILLARS // 2 :]))
    )
    indicators = "".join(
        f"  - {{id: I-{n:03}, in: p{n % PILLARS}, name: Indikator {n}, "
        "score: {method: min_max, to: [0, 100]}}\n"
        for n in range(size.indicators)
    )
    return (
        'kediri_index: 1\nid: uji\nversion: "1"\nstatus: own\ntitle: Uji\nyear: 2023\n'
        "missing: {answers: exclude}\nkinds: {sub: {name: Sub}, pillar: {name: Pilar}}\n"
        f"groups:\n{subs}indicators:\n{indicators}"
    )


def write(path: Path, size: Size, seed: int = 1) -> None:
    """Write the data of *seed*; of a hundred cells three are empty."""
    drawn = Random(seed)  # noqa: S311 - nothing to guess
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", *(f"I-{n:03}" for n in range(size.indicators))])
        for unit in range(size.units):
            values = (round(drawn.random() * 100, 2) for _ in range(size.indicators))
            cells = ("" if drawn.random() < 0.03 else value for value in values)  # noqa: PLR2004
            writer.writerow([f"Wilayah {unit:03}", *cells])


def rows(runs: int) -> Iterator[Row]:
    """Yield each call beside one score."""
    for size in SIZES:
        yield from _rows(size, runs)


def _rows(size: Size, runs: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        config, data = Path(name, "uji.yaml"), Path(name, "uji.csv")
        config.write_text(definition(size), encoding="utf-8")
        write(data, size)
        common = (
            *(str(data), "--config", str(config), "--decimal", "."),
            *("--format", "csv", "--quiet"),
        )
        score = own("score", *common)
        calls = {what: own("robustness", *common, *more) for what, more in size.calls.items()}
        costs = medians([score, *calls.values()], runs)
        for what, command in calls.items():
            label = f"robustness {size.units} x {size.indicators}: {what}"
            row = compared(label, command, "one score", score, costs)
            yield row if size.calls[what] else row._replace(goal_seconds=size.goal)
