"""Print what `robustness` takes beside one `score` of the same data, as draws and factors grow.

The data are 51 units x 49 indicators in 8 pillars and 2 sub-indices, as those of COINr. Every
figure is the processor's time of a process of its own; the goal is a whole command of 10,000 draws
with ranks within two seconds.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

ROOT = Path(__file__).parents[1]
UNITS, INDICATORS, PILLARS = 51, 49, 8
GOAL = 2.0
ENVIRONMENT = {
    **{key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
}
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


def seconds(arguments: list[str], runs: int) -> tuple[float, float]:
    """Return the median time of the processor and of the clock for a command."""
    found = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "kediri_index", *arguments],
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        clock = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append((used, clock))
    return median(one for one, _ in found), median(one for _, one in found)


def main() -> None:
    """Measure, and print a line a call."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        config, data = Path(name, "uji.yaml"), Path(name, "uji.csv")
        config.write_text(definition(), encoding="utf-8")
        write(data)
        common = [str(data), "--config", str(config), "--format", "csv", "--quiet"]
        common += ["--decimal", "."]
        score, clock = seconds(["score", *common], asked.runs)
        print("| call | processor | clock | beside score |")
        print("| --- | ---: | ---: | ---: |")
        print(f"| score | {score:.2f} s | {clock:.2f} s | 1.0 x |")
        for title, options in CALLS.items():
            used, clock = seconds(["robustness", *common, *options], asked.runs)
            print(f"| {title} | {used:.2f} s | {clock:.2f} s | {used / score:.1f} x |", flush=True)
            if not options:
                print(f"| of the goal of {GOAL:.0f} s | {used / GOAL:.2f} | {clock / GOAL:.2f} | |")


if __name__ == "__main__":
    main()
