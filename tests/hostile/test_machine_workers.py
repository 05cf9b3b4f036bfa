"""Processes that check very many files: one that ends, none that can start, and who waits for them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import kediri_index
from kediri_index.errors import EXIT_FINDINGS
from tests.hostile.machine import INTERRUPTED, USAGE
from tests.hostile.running import environment

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the faults are made as Linux has them"
)

MANY = 260
CODES = ("A", "B", "C")
DEFINITION = """\
kediri_index: 1
id: banyak
version: "1"
status: own
title: Banyak berkas
scale: {min: 0, max: 4}
year: 2023
kinds: {pillar: {name: Pilar}}
groups: [{id: p, kind: pillar, name: Pilar satu}]
indicators: [{id: A, in: p, name: A}, {id: B, in: p, name: B}, {id: C, in: p, name: C}]
"""
IN_A_WORKER = """\
import sys
if any("kediri_index.usecases.workers" in one for one in sys.orig_argv):
    {}
"""
"""What Python runs first in every process that has this file in its path."""
DIES = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
SLOW = "import time, kediri_index.usecases.workers as own; own.check_file_group = lambda *_: time.sleep(60)"
ONE_CORE = "import os; os.sched_setaffinity(0, list(os.sched_getaffinity(0))[:1])"
MODULE = ("-m", "kediri_index")
FROM_HERE = f"""\
import runpy, sys
sys.path.insert(0, {str(Path(kediri_index.__file__).parents[1])!r})
runpy.run_module("kediri_index", run_name="__main__", alter_sys=True)
"""
"""The same where the environment's path does not count."""
PATIENCE = 120
"""Seconds after which a process that should have ended is taken to hang."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with many small files of many units, three of them wrong."""
    folder = tmp_path_factory.mktemp("banyak")
    (folder / "banyak.yaml").write_text(DEFINITION, encoding="utf-8")
    for number in range(MANY):
        place = folder / "kiriman" / f"{number // 20:02}"
        place.mkdir(parents=True, exist_ok=True)
        unit, code = f"Kota {number // 3}", CODES[number % 3]
        value = "lima" if number in {7, 100, 259} else number % 5
        (place / f"{number:03}.csv").write_text(
            f"Wilayah,Kode,Nilai asesor\n{unit},{code},{value}\n", encoding="utf-8"
        )
    return folder


def started(
    folder: Path, first: str = "", *more: str, python: Sequence[str] = MODULE, **said: str
) -> subprocess.Popen[str]:
    """Start the check of all files; *first* is what Python runs in every process before it.

    *python* is how it is told to run the program, *said* is more of its environment.
    """
    variables = {**environment(), **said}
    if first:
        (folder / "first").mkdir(exist_ok=True)
        (folder / "first" / "sitecustomize.py").write_text(first, encoding="utf-8")
        variables["PYTHONPATH"] = os.pathsep.join([str(folder / "first"), variables["PYTHONPATH"]])
    return subprocess.Popen(
        [
            sys.executable,
            *python,
            "check",
            "kiriman",
            "--config",
            "banyak.yaml",
            *more,
        ],
        cwd=folder,
        env=variables,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_signals,  # noqa: PLW1509 - no thread is there
    )


def _heed_signals() -> None:
    """Heed what ends a program, also where the tests run in the background and ignore it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def workers_of(process: int) -> list[int]:
    """Return the processes that *process* started to check with."""
    found = []
    for one in Path("/proc").iterdir():
        if one.name.isdecimal():
            try:
                state, parent = (one / "stat").read_text().rpartition(")")[2].split()[:2]
                line = (one / "cmdline").read_bytes()
            except OSError:
                continue
            if int(parent) == process and state != "Z" and b"kediri_index.usecases.workers" in line:
                found.append(int(one.name))
    return found


def waited_for(process: subprocess.Popen[str]) -> list[int]:
    """Return the workers of *process*, as soon as there are two."""
    for _ in range(PATIENCE * 20):
        found = workers_of(process.pid)
        if len(found) > 1:
            return found
        time.sleep(0.05)
    pytest.fail("no workers")


def are_gone(workers: list[int]) -> bool:
    """Return whether none of *workers* runs, after some patience."""
    for _ in range(PATIENCE * 20):
        if not any(_runs(one) for one in workers):
            return True
        time.sleep(0.05)
    return False


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def slow(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Yield a check whose workers never come to an end."""
    process = started(folder, IN_A_WORKER.format(SLOW))
    yield process
    process.kill()
    process.communicate()


several_cores = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2 if hasattr(os, "sched_getaffinity") else True,
    reason="one core has no workers",
)


@several_cores
def test_a_worker_that_is_ended_is_told(folder: Path) -> None:
    process = started(folder, IN_A_WORKER.format(DIES))
    out, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (USAGE, "")
    assert "Traceback" not in said
    assert said.count("\n") == 1
    assert "proses" in said


@several_cores
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interruption_ends_the_workers_too(
    number: signal.Signals, slow: subprocess.Popen[str]
) -> None:
    """SIGHUP is what a terminal that is closed sends."""
    workers = waited_for(slow)
    time.sleep(1)  # they have begun
    slow.send_signal(number)
    out, said = slow.communicate(timeout=PATIENCE)
    assert (slow.returncode, out) == (INTERRUPTED, "")
    assert "Traceback" not in said
    assert are_gone(workers)


@several_cores
def test_an_interruption_while_they_begin_is_said_once(slow: subprocess.Popen[str]) -> None:
    """A terminal interrupts the workers too, which may not have come to any line of ours."""
    for worker in waited_for(slow):
        os.kill(worker, signal.SIGINT)
    time.sleep(0.5)
    slow.send_signal(signal.SIGINT)
    _, said = slow.communicate(timeout=PATIENCE)
    assert slow.returncode == INTERRUPTED
    assert said.count("\n") == 1


@several_cores
def test_no_module_of_the_folder_is_run(folder: Path) -> None:
    """Whoever sends data sends no programs; ``-P`` is how the command is installed."""
    stands_for = folder / "pickle.py"
    stands_for.write_text("raise SystemExit('from the folder')", encoding="utf-8")
    try:
        process = started(folder, python=["-P", *MODULE])
        _, said = process.communicate(timeout=PATIENCE)
    finally:
        stands_for.unlink()
    assert "from the folder" not in said
    assert process.returncode == EXIT_FINDINGS


@several_cores
def test_workers_are_started_as_this_python_was(folder: Path) -> None:
    """An environment that it was told to leave aside is none of theirs."""
    process = started(folder, python=["-E", "-c", FROM_HERE], PYTHONHOME=str(folder))
    _, said = process.communicate(timeout=PATIENCE)
    assert "Fatal" not in said
    assert process.returncode == EXIT_FINDINGS


@several_cores
def test_a_run_that_is_killed_leaves_no_worker(slow: subprocess.Popen[str]) -> None:
    workers = waited_for(slow)
    time.sleep(1)
    slow.kill()
    assert are_gone(workers)


def test_with_and_without_workers_all_is_the_same(folder: Path) -> None:
    """In several processes, and in this one where there is one core."""
    for more in ((), ("--format", "json")):
        with_workers = started(folder, "", *more).communicate(timeout=PATIENCE)
        without = started(folder, ONE_CORE, *more).communicate(timeout=PATIENCE)
        assert with_workers == without
        assert with_workers[0].count("C110") in {3, 6}
