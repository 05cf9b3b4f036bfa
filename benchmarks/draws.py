"""Draws of `robustness` beside one `score` of the same data, as they grow.

The data are 51 units x 49 indicators in 8 pillars and 2 sub-indices, as those of COINr; the goal is
a whole command of 10,000 draws with ranks within two seconds.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.measuring import Row, compared, medians, own

UNITS, INDICATORS, PILLARS = 51, 49, 8
GOAL_SECONDS = 2.0
CALLS = {
    "1,000 draws": ("--draws", "1000"),
    "10,000 draws": (),
    "100,000 draws": ("--draws", "100000"),
    "methods and aggregations": (
        *("--methods", "min_max,z_score,rank", "--aggregations", "arithmetic,geometric"),
        *("--weights", "0.25"),
    ),
    "Sobol indices, 1,000 draws": ("--sobol", "--draws", "1000"),
}


def definition() -> str:
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
        f"  - {{id: I-{n:02}, in: p{n % PILLARS}, name: Indikator {n}, "
        "score: {method: min_max, to: [0, 100]}}\n"
        for n in range(INDICATORS)
    )
    return (
        'kediri_index: 1\nid: uji\nversion: "1"\nstatus: own\ntitle: Uji\nyear: 2023\n'
        "missing: {answers: exclude}\nkinds: {sub: {name: Sub}, pillar: {name: Pilar}}\n"
        f"groups:\n{subs}indicators:\n{indicators}"
    )


def write(path: Path) -> None:
    """Write the data; of a hundred cells three are empty."""
    drawn = Random(1)  # noqa: S311 - nothing to guess
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", *(f"I-{n:02}" for n in range(INDICATORS))])
        for unit in range(UNITS):
            values = (round(drawn.random() * 100, 2) for _ in range(INDICATORS))
            cells = ("" if drawn.random() < 0.03 else value for value in values)  # noqa: PLR2004
            writer.writerow([f"Wilayah {unit:02}", *cells])


def rows(runs: int) -> Iterator[Row]:
    """Yield each call beside one score."""
    with tempfile.TemporaryDirectory() as name:
        config, data = Path(name, "uji.yaml"), Path(name, "uji.csv")
        config.write_text(definition(), encoding="utf-8")
        write(data)
        common = (
            *(str(data), "--config", str(config), "--decimal", "."),
            *("--format", "csv", "--quiet"),
        )
        score = own("score", *common)
        calls = {what: own("robustness", *common, *more) for what, more in CALLS.items()}
        costs = medians([score, *calls.values()], runs)
        for what, command in calls.items():
            row = compared(f"robustness: {what}", command, "one score", score, costs)
            yield row if CALLS[what] else row._replace(goal_seconds=GOAL_SECONDS)
