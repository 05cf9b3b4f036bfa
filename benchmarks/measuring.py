"""What a command takes as a whole process: time by the clock, the processors' time, memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
Command = tuple[str, ...]
PYTHON: Command = (sys.executable, "-c", "pass")
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
OPENPYXL = """
import sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0]
rows = list(sheet.iter_rows(values_only=True))
"""
FAR = (
    *("--limit", "cells=20000000", "--limit", "units=100000", "--limit", "seconds=100000"),
    *("--limit", "rows=20000000", "--limit", "file_bytes=2000000000"),
    *("--limit", "member_bytes=4000000000", "--limit", "total_bytes=8000000000"),
    *("--limit", "texts=2000000000"),
)
"""Limits that no benchmark meets."""

# an installed package has its bytecode; the first run writes it for one that runs from its sources
ENVIRONMENT = {
    **{key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
}


class Cost(NamedTuple):
    """Seconds by the clock, seconds of all processors, and the most memory of one process in MB.

    No memory is given where it is less than this process itself has.
    """

    clock: float
    processors: float
    megabytes: float


class Row(NamedTuple):
    """What a command takes beside another, and the goal.

    *goal* bounds the ratio of the times, and *in_memory* that of memory too; *goal_seconds* is a
    bound on the time itself. *skipped* says why there is nothing to show.
    """

    what: str
    cost: Cost | None
    against: str = ""
    against_cost: Cost | None = None
    goal: float | None = None
    in_memory: bool = False
    goal_seconds: float | None = None
    skipped: str | None = None

    @property
    def ratio(self) -> float | None:
        """The time over that of the other."""
        if self.cost is None or self.against_cost is None:
            return None
        return self.cost.clock / self.against_cost.clock

    @property
    def memory_ratio(self) -> float | None:
        """The memory over that of the other; None where one of both was not seen."""
        if self.cost is None or self.against_cost is None:
            return None
        mine, theirs = self.cost.megabytes, self.against_cost.megabytes
        return mine / theirs if mine and theirs else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none, or nothing to compare."""
        if self.goal_seconds is not None and self.cost is not None:
            return self.cost.clock <= self.goal_seconds
        if self.goal is None or self.ratio is None:
            return None
        if self.ratio > self.goal or not self.in_memory:
            return self.ratio <= self.goal
        return None if self.memory_ratio is None else self.memory_ratio <= self.goal


class FailedError(Exception):
    """A command that cannot be measured."""

    def __init__(self, line: str, code: int, said: str) -> None:
        super().__init__(f"`{line} …` fails (exit code {code}): {said}")


def cost(command: Command) -> Cost:
    """Run *command* once, with nothing to read and its output thrown away; return what it took.

    Raises :class:`FailedError` where it ends otherwise than by 0 or 1, which findings are.
    """
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=ENVIRONMENT,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        clock = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, 1}:
            said.seek(0)
            last = (said.read().decode(errors="replace").strip().splitlines() or ["no message"])[-1]
            line = " ".join((Path(command[0]).name, *command[1:4]))
            raise FailedError(line, process.returncode, last)
    # a process begins as a copy of this one: less than that is not seen
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = used.ru_maxrss / 1024 if used.ru_maxrss > own else 0.0
    return Cost(clock, used.ru_utime + used.ru_stime, megabytes)


def medians(commands: Iterable[Command], runs: int) -> dict[Command, Cost | str]:
    """Return each command's medians of *runs*; they take turns, so that slow spells hit them all.

    A command that fails has its reason instead. One run before the first is not counted, unless
    *runs* is 1: such commands take so long that it makes no difference.
    """
    times: dict[Command, list[Cost]] = {command: [] for command in commands}
    failed: dict[Command, str] = {}
    for number in range(runs + (runs > 1)):
        for command, found in times.items():
            if command in failed:
                continue
            try:
                taken = cost(command)
            except (FailedError, OSError) as error:
                failed[command] = str(error)
            else:
                if number or runs == 1:
                    found.append(taken)
    return {command: failed.get(command) or _median(found) for command, found in times.items()}


def compared(  # noqa: PLR0913 - what a row says
    what: str,
    command: Command,
    against: str,
    other: Command,
    costs: Mapping[Command, Cost | str],
    *,
    goal: float | None = None,
    in_memory: bool = False,
) -> Row:
    """Return the row of two commands of *costs*; skipped where one of them failed."""
    for one in (command, other):
        fault = costs[one]
        if isinstance(fault, str):
            return Row(what, None, against, skipped=fault)
    mine, theirs = costs[command], costs[other]
    assert isinstance(mine, Cost)  # noqa: S101 - else skipped
    assert isinstance(theirs, Cost)  # noqa: S101 - likewise
    return Row(what, mine, against, theirs, goal, in_memory)


def own(*arguments: str) -> Command:
    """Return how this project is started with *arguments*."""
    return (sys.executable, "-m", "kediri_index", *arguments)


def reading(path: Path, code: str = CALAMINE) -> Command:
    """Return how the cells of the workbook at *path* are read and nothing else is done."""
    return (sys.executable, "-c", code, str(path))


def _median(found: list[Cost]) -> Cost:
    def middle() -> Iterator[float]:
        for field in range(len(Cost._fields)):
            yield median(one[field] for one in found)

    return Cost(*middle())
