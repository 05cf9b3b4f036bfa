"""Print how long the commands take, as ratios to a bare Python and to a rival.

Each ratio is one of medians of wall time, all measured in this run on this machine; the commands
take turns, so that a slow spell hits them all. Goals are aims, not tests: a missed one is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MALANG = "examples/kabupaten-malang-2023.xlsx"

Command = tuple[str, ...]

# an installed package has its bytecode; the warm-up writes it for one that runs from its sources
ENVIRONMENT = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def program(name: str, module: str) -> Command:
    """Return how to start *name*: the script beside this Python, else its module."""
    script = shutil.which(name, path=str(Path(sys.executable).parent))
    return (script,) if script else (sys.executable, "-m", module)


KEDIRI_INDEX = program("kediri-index", "kediri_index")
VERSION = (*KEDIRI_INDEX, "--version")
HELP = (*KEDIRI_INDEX, "--help")
SCORE = (*KEDIRI_INDEX, "score", MALANG)
CHECK = (*KEDIRI_INDEX, "check", MALANG)
DEFINITION_SHOW = (*KEDIRI_INDEX, "definition", "show")
PYTHON = (sys.executable, "-c", "pass")
# the sheet with the 117 rows and its header: what the rival needs to read the file as a table
FRICTIONLESS = (
    *program("frictionless", "frictionless"),
    *("validate", MALANG, "--sheet", "Penilaian", "--header-rows", "3"),
)


class Benchmark(NamedTuple):
    """A command, another to compare it with, and the ratio that it should not exceed."""

    name: str
    command: Command
    against_name: str
    against: Command
    goal: float | None = None


BENCHMARKS = (
    Benchmark("--version", VERSION, "python -c pass", PYTHON, goal=3),
    Benchmark("--help", HELP, "python -c pass", PYTHON, goal=8),
    Benchmark("score, 117 questions", SCORE, "python -c pass", PYTHON, goal=20),
    Benchmark("score, 117 questions", SCORE, "frictionless validate", FRICTIONLESS, goal=0.25),
    Benchmark("check, 117 questions", CHECK, "python -c pass", PYTHON),
    Benchmark("definition show", DEFINITION_SHOW, "python -c pass", PYTHON),
)


class Outcome(NamedTuple):
    """A benchmark's two medians in seconds, or why there are none."""

    benchmark: Benchmark
    seconds: float | None = None
    against_seconds: float | None = None
    skipped: str | None = None

    @property
    def ratio(self) -> float | None:
        """The first median over the second."""
        if self.seconds is None or self.against_seconds is None:
            return None
        return self.seconds / self.against_seconds

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is no goal or no ratio."""
        if self.ratio is None or self.benchmark.goal is None:
            return None
        return self.ratio <= self.benchmark.goal


def run(command: Command) -> subprocess.CompletedProcess[str]:
    """Run *command* with nothing to read, and its output thrown away but for errors."""
    return subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )


def faults_of(commands: Iterable[Command]) -> dict[Command, str]:
    """Run each command once to warm up; return why those that fail cannot be measured."""
    faults: dict[Command, str] = {}
    for command in commands:
        done = run(command)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            faults[command] = f"`{shown(command)}` fails (exit code {done.returncode}): {last}"
    return faults


def seconds_of(command: Command) -> float:
    """Run *command* once and return its wall time in seconds."""
    start = perf_counter()
    run(command)
    return perf_counter() - start


def medians_of(commands: Sequence[Command], runs: int) -> dict[Command, float]:
    """Return each command's median of *runs* wall times in seconds; the commands take turns."""
    times: dict[Command, list[float]] = {command: [] for command in commands}
    for _ in range(runs):
        for command in commands:
            times[command].append(seconds_of(command))
    return {command: median(found) for command, found in times.items()}


def measure(benchmarks: Sequence[Benchmark], runs: int) -> list[Outcome]:
    """Measure every command of *benchmarks* once a run, however many ratios it is part of."""
    commands = dict.fromkeys(
        command for one in benchmarks for command in (one.command, one.against)
    )
    faults = faults_of(commands)
    medians = medians_of([command for command in commands if command not in faults], runs)
    return [outcome_of(one, medians, faults) for one in benchmarks]


def outcome_of(
    benchmark: Benchmark, medians: Mapping[Command, float], faults: Mapping[Command, str]
) -> Outcome:
    """Return what came of *benchmark*."""
    command, against = benchmark.command, benchmark.against
    skipped = faults.get(command) or faults.get(against)
    if skipped:
        return Outcome(benchmark, skipped=skipped)
    return Outcome(benchmark, medians[command], medians[against])


def shown(command: Command) -> str:
    """Return *command* as one would type it, without folders."""
    return " ".join((Path(command[0]).name, *command[1:]))


HEADER = ("benchmark", "time", "against", "time", "ratio", "goal", "met")


def cells_of(outcome: Outcome) -> tuple[str, ...]:
    """Return the cells of a row under HEADER."""
    one = outcome.benchmark
    return (
        one.name,
        _milliseconds(outcome.seconds),
        one.against_name,
        _milliseconds(outcome.against_seconds),
        "skipped" if outcome.ratio is None else f"{outcome.ratio:.2f} ×",
        "-" if one.goal is None else f"{one.goal:g} ×",
        {None: "-", True: "yes", False: "no"}[outcome.met],
    )


def _milliseconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds * 1000:.0f} ms"


def plain(outcomes: Sequence[Outcome]) -> str:
    """Return an aligned table, and below it why rows were skipped."""
    rows = [HEADER, *map(cells_of, outcomes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, *skipped(outcomes)])


def markdown(outcomes: Sequence[Outcome]) -> str:
    """Return a Markdown table, and below it why rows were skipped."""
    rows = [HEADER, ("---",) * len(HEADER), *map(cells_of, outcomes)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    reasons = skipped(outcomes)
    return "\n".join([*lines, *([""] if reasons else []), *reasons])


def skipped(outcomes: Sequence[Outcome]) -> list[str]:
    """Return why rows were skipped, each reason once."""
    return list(dict.fromkeys(f"skipped: {one.skipped}" for one in outcomes if one.skipped))


def as_json(outcomes: Sequence[Outcome], runs: int) -> str:
    """Return everything for a script: times in seconds, null where there is none."""
    rows = [
        {
            "name": one.benchmark.name,
            "command": shown(one.benchmark.command),
            "seconds": one.seconds,
            "against": shown(one.benchmark.against),
            "against_seconds": one.against_seconds,
            "ratio": one.ratio,
            "goal": one.benchmark.goal,
            "met": one.met,
            "skipped": one.skipped,
        }
        for one in outcomes
    ]
    about = {"python": platform.python_version(), "machine": platform.platform(), "runs": runs}
    return json.dumps({**about, "benchmarks": rows}, indent=2)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Measure the commands against their goals.")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="default: 15")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    outcomes = measure(BENCHMARKS, options.runs)
    if options.json:
        print(as_json(outcomes, options.runs))
    elif options.markdown:
        print(markdown(outcomes))
    else:
        about = f"Python {platform.python_version()}, {platform.platform()}"
        print(f"Medians of {options.runs} runs, {about}\n")
        print(plain(outcomes))


if __name__ == "__main__":
    main()
