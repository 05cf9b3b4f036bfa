"""Print what the commands take, as ratios to a bare Python, to bare readers and to rivals.

Every figure is that of whole processes, by the clock, all measured in this run on this machine;
commands that are compared take turns. Goals are aims, not tests: a missed one is printed. Rivals
(frictionless, check-jsonschema) are looked for in --rivals, such as the bin of an environment that
has them, else beside this Python; python-calamine and openpyxl read with this Python.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import batch, draws, league, long, panel, scale, start, thirty, wide
from benchmarks.measuring import Cost, Row

SIZES = (1, 10, 100)
HEADER = ("command", "time", "memory", "against", "time", "memory", "ratio", "goal", "met")


def parts(asked: argparse.Namespace) -> dict[str, Callable[[], Iterator[Row]]]:
    """Return what there is to measure, by name."""
    sizes = [size for size in SIZES if size <= asked.up_to]
    runs: int = asked.runs
    few = max(1, runs // 5)  # of what takes seconds
    return {
        "start": lambda: start.rows(runs, asked.rivals),
        "thirty": lambda: thirty.rows(runs),
        "draws": lambda: draws.rows(few),
        "league": lambda: league.rows(few),
        "panel": lambda: panel.rows(few, sizes, asked.panel_rival),
        "wide": lambda: wide.rows(few, sizes),
        "long": lambda: long.rows(few, sizes),
        "scale": lambda: scale.rows(few, asked.up_to),
        "batch": lambda: batch.rows(few, sizes),
    }


def cells_of(row: Row) -> tuple[str, ...]:
    """Return the cells of a row under HEADER."""
    ratio = "skipped" if row.skipped else _times(row.ratio)
    if row.in_memory and row.memory_ratio is not None:
        ratio += f", {_times(row.memory_ratio)}"
    goal = "" if row.goal is None else f"{row.goal:g} ×"
    if row.goal_seconds is not None:
        goal = f"{row.goal_seconds:g} s"
    return (
        row.what,
        *_shown(row.cost),
        row.against,
        *_shown(row.against_cost),
        ratio,
        goal,
        {None: "", True: "yes", False: "no"}[row.met],
    )


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f} ×"


def _shown(cost: Cost | None) -> tuple[str, str]:
    if cost is None:
        return "", ""
    clock = f"{cost.clock:.2f} s" if cost.clock >= 1 else f"{cost.clock * 1000:.0f} ms"
    return clock, f"{cost.megabytes:,.0f} MB" if cost.megabytes else ""


def as_json(row: Row) -> str:
    """Return a row for a script, null where there is nothing."""
    kept = row._asdict()
    kept["cost"] = row.cost and row.cost._asdict()
    kept["against_cost"] = row.against_cost and row.against_cost._asdict()
    return json.dumps(
        {**kept, "ratio": row.ratio, "memory_ratio": row.memory_ratio, "met": row.met}
    )


def main() -> None:
    """Measure, and print each row as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="default: 15, of long ones a fifth")
    parser.add_argument("--only", nargs="+", metavar="PART", help="default: all parts")
    parser.add_argument(
        "--up-to", type=int, choices=SIZES, default=10, help="how many times the data; default: 10"
    )
    parser.add_argument("--rivals", type=Path, metavar="FOLDER", help="where rivals are")
    parser.add_argument(
        "--panel-rival", type=Path, metavar="SCRIPT", help="what scores panels with pandas"
    )
    parser.add_argument("--json", action="store_true", help="print a line of JSON a row")
    asked = parser.parse_args()
    known = parts(asked)
    if asked.runs < 1:
        parser.error("--runs must be at least 1")
    if unknown := set(asked.only or ()) - set(known):
        parser.error(f"unknown: {', '.join(unknown)}; parts are {', '.join(known)}")
    if not asked.json:
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}\n")
        print(_line(HEADER), _line(("---",) * len(HEADER)), sep="\n")
    reasons: dict[str, None] = {}
    for name in asked.only or known:
        for row in known[name]():
            print(as_json(row) if asked.json else _line(cells_of(row)), flush=True)
            if row.skipped:
                reasons[row.skipped] = None
    for reason in reasons:
        print(f"\nskipped: {reason}", file=sys.stderr)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
