"""Panels of many units beside a pandas script that checks nothing.

The data are 500 and 5,000 units x 200 indicators. The script is any that is called with DATA,
DEFINITION and OUT, and reads groups with `weight` and `aggregate`, indicators with `in`, `weight`
and `direction`, and `aggregate_top`; it puts min-max scores on 1 to 100.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.measuring import FAR, Command, Row, compared, medians, own

INDICATORS, GROUPS, ISLANDS = 200, 20, 7
SIZES = {1: 500, 10: 5000}
GOAL = 2.5
MIN_MAX = "min_max, to: [1, 100]"
METHODS = (
    "as_given, to: [0, 250]",
    "levels, levels: {0: rendah, 250: tinggi}, spread: true, fractional: true, to: [1, 100]",
    "achievement, target: 120, to: [1, 100]",
    "goalposts, min: 0, max: 250, to: [1, 100]",
    "bands, bands: [{below: 90, score: 1}, {below: 110, score: 50}, {score: 100}]",
)
YES_NO = "yes_no, yes: 100, no: 1"
NORMALISATIONS = (
    "z_score",
    "rank",
    "borda",
    "percentile_rank, to: [1, 100]",
    "distance_to_max, to: [1, 100]",
    "distance_to_reference, unit: Wilayah 00001, to: [1, 100]",
    "distance_to_target, target: 200, to: [1, 100]",
    "fraction_of_max, to: [1, 100]",
    "quantile_bands, bands: 5, to: [1, 100]",
)
BY_UNIT = {
    "impute, carry_forward": "impute: {method: carry_forward}",
    "impute, linear_in_time": "impute: {method: linear_in_time}",
}
LIMITS = "skew: 0.01, kurtosis: 0.01"
"""So low that half of the indicators are treated."""
STEPS = {
    "denominate": f"denominate: {{{', '.join(f'I-{n:03}: penduduk' for n in range(INDICATORS))}}}",
    "impute, mean": "impute: {method: mean}",
    "impute, median": "impute: {method: median}",
    "impute, group_mean": "impute: {method: group_mean, by: pulau}",
    "impute, group_median": "impute: {method: group_median, by: pulau}",
    "screen": "screen: {min_present: 0.9}",
    "treat, winsorised": f"treat: {{method: winsorise, {LIMITS}}}",
    "treat, logarithms": f"treat: {{method: winsorise_then_log, winmax: 0, {LIMITS}}}",
}
AGGREGATIONS = (
    *("harmonic", "median", "min", "max", "sum", "{power: 2}"),
    *("{mpi: -1}", "{mpi: +1}", "copeland"),
)


def definition(method: str = MIN_MAX, step: str = "", aggregate: str = "") -> str:
    """Return a definition of all indicators; without *aggregate*, every other mean is geometric."""
    each = [aggregate or ("geometric" if n % 2 else "arithmetic") for n in range(GROUPS)]
    groups = "".join(
        f"  - {{id: p{n}, kind: pillar, name: Pilar {n}, weight: {1 + n % 3}, aggregate: {how}}}\n"
        for n, how in enumerate(each)
    )
    lower = "higher" if method.startswith("fraction_of_max") else "lower"
    indicators = "".join(
        f"  - {{id: I-{n:03}, in: p{n % GROUPS}, name: Indikator {n}, weight: {1 + n % 4}, "
        f"direction: {'higher' if n % 5 else lower}, score: {{method: {method}}}}}\n"
        for n in range(INDICATORS)
    )
    return (
        'kediri_index: 1\nid: lebar\nversion: "1"\nstatus: own\ntitle: Banyak wilayah\n'
        "publish: {decimals: 2, round: [pillar, overall]}\nmissing: {answers: exclude}\n"
        f"{f'prepare: [{step}]' if step else ''}\n"
        f"aggregate_top: {aggregate or 'geometric'}\nkinds: {{pillar: {{name: Pilar}}}}\n"
        f"groups:\n{groups}indicators:\n{indicators}"
    )


def write(path: Path, units: int, *, years: int = 1, answers: bool = False) -> None:
    """Write so many rows, of units in *years* each; of a thousand cells three are empty.

    They are numbers around 100, or with *answers* yes and no.
    """
    drawn = Random(1)  # noqa: S311 - nothing to guess
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        names = (f"I-{n:03}" for n in range(INDICATORS))
        writer.writerow(["unit", "year", "penduduk", "pulau", *names])
        for unit in range(units):
            values: Iterable[object] = (round(drawn.gauss(100, 15), 2) for _ in range(INDICATORS))
            if answers:
                values = (drawn.choice(("ya", "tidak")) for _ in range(INDICATORS))
            cells = ("" if drawn.random() < 0.003 else value for value in values)  # noqa: PLR2004
            people, island = drawn.randint(10**4, 10**7), f"Pulau {unit % ISLANDS}"
            name, year = f"Wilayah {unit // years:05}", 2024 - unit % years
            writer.writerow([name, year, people, island, *cells])


def rows(runs: int, sizes: list[int], script: Path | None) -> Iterator[Row]:
    """Yield min-max with geometric means of each size, then everything else of the small one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            if size in SIZES:
                yield from _of_size(folder, size, runs, script)
        yield from _of_all(folder, runs, script)


def _of_size(folder: Path, size: int, runs: int, script: Path | None) -> Iterator[Row]:
    data, config = folder / f"panel-{size}.csv", folder / "panel.yaml"
    write(data, SIZES[size])
    config.write_text(definition(), encoding="utf-8")
    asked = {form: _score(data, config, form) for form in ("csv", "json")}
    yield from _beside(
        {f"panel {size} x: min_max as {form.upper()}": one for form, one in asked.items()},
        _rival(script, data, config),
        runs,
    )


def _of_all(folder: Path, runs: int, script: Path | None) -> Iterator[Row]:
    data = folder / "panel-1.csv"
    write(data, SIZES[1])
    definitions = {
        **{method.split(",", 1)[0]: definition(method) for method in METHODS + NORMALISATIONS},
        **{what: definition(step=step) for what, step in STEPS.items()},
        **{one: definition(aggregate=one) for one in AGGREGATIONS},
    }
    asked = {}
    for number, (what, text) in enumerate(definitions.items()):
        config = folder / f"panel-{number}.yaml"
        config.write_text(text, encoding="utf-8")
        asked[f"panel 1 x: {what}"] = _score(data, config, "csv")
    yes_no, years = folder / "panel-yes-no.csv", folder / "panel-years.csv"
    write(yes_no, SIZES[1], answers=True)
    write(years, SIZES[1], years=5)
    for number, (what, text) in enumerate(
        [("yes_no", definition(YES_NO)), *((one, definition(step=BY_UNIT[one])) for one in BY_UNIT)]
    ):
        config = folder / f"panel-of-{number}.yaml"
        config.write_text(text, encoding="utf-8")
        held = yes_no if what == "yes_no" else years
        asked[f"panel 1 x: {what}"] = _score(held, config, "csv")
    config = folder / "panel.yaml"
    config.write_text(definition(), encoding="utf-8")
    one = ("--unit", "Wilayah 00001")
    asked |= {
        f"panel 1 x: one unit as {form}": _score(data, config, form, *one)
        for form in ("table", "json")
    }
    yield from _beside(asked, _rival(script, data, config), runs)


def _score(data: Path, config: Path, form: str, *more: str) -> Command:
    common = ("--config", str(config), "--decimal", ".", "--format", form, "--quiet", *FAR, *more)
    return own("score", str(data), "--allow-errors", *common)


def _rival(script: Path | None, data: Path, config: Path) -> Command | None:
    """Return how the script is called; None without one, or without pandas."""
    command = (sys.executable, "-c", "import pandas")
    if script is None or subprocess.run(command, capture_output=True, check=False).returncode:
        return None
    return (sys.executable, str(script), str(data), str(config), str(data.with_suffix(".out")))


def _beside(asked: dict[str, Command], rival: Command | None, runs: int) -> Iterator[Row]:
    """Yield what is *asked* beside the *rival*; by itself where there is none."""
    costs = medians([*asked.values(), *([] if rival is None else [rival])], runs)
    for what, command in asked.items():
        if rival is None:
            row = compared(what, command, "", command, costs)
            yield row._replace(against_cost=None)
        else:
            yield compared(what, command, "pandas", rival, costs, goal=GOAL)
