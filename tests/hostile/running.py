"""A run of the command line in a process of its own, held to memory and time.

The bounds are 1 GiB of address space and 10 seconds of processor time. It is the processor's time
that counts: on a machine that does other things too, the clock says little of the program. The
clock has a bound of its own, far above, for what waits instead of working, such as a pipe.

Where a process can be forked, the run is a child of one that has imported the program and run
no command (``forking``); else, and where it is to be *alone*, it is a new interpreter.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import kediri_index
from tests.hostile.forking import MAIN, Ended, Forking

GIBIBYTE = 1 << 30
SECONDS = 10
CLOCK_SECONDS = 90
KEPT = ("PATH", "SYSTEMROOT", "HOME", "VIRTUAL_ENV", "COVERAGE_PROCESS_CONFIG")

_ALONE = """
import json, runpy, sys
sys.path.insert(0, sys.argv[1])
from tests.hostile.bounds import hold, measure
hold(**json.loads(sys.argv[2]))
import atexit
atexit.register(measure, sys.argv[3])
sys.path.pop(0)
del sys.argv[1:4]
runpy.run_module("kediri_index", run_name="__main__", alter_sys=True)
"""
"""What ``python -m kediri_index`` does, after the bounds are set: no second process for them."""

_forking: list[Forking] = []


class Ran(NamedTuple):
    """How a run ended; *kilobytes* is its highest memory, *seconds* its processor time."""

    code: int
    out: bytes
    err: bytes
    kilobytes: int
    seconds: float


def bounded(
    folder: Path,
    arguments: Sequence[str | bytes],
    *,
    stdin: Path | None = None,
    powerless: bool = False,
    variables: dict[str, str] | None = None,
    alone: bool = not hasattr(os, "fork"),
) -> Ran:
    """Run ``kediri-index`` in *folder*; *stdin* is the file that its input is read from, or nothing.

    *powerless* takes from root what lets it read files whose mode forbids it.
    """
    if alone:
        return _alone(folder, arguments, stdin, variables or {}, powerless=powerless)
    return forked(
        folder,
        arguments=[os.fsdecode(one) for one in arguments],
        stdin=None if stdin is None else str(stdin),
        bounds=_bounds(powerless=powerless),
        variables=variables or {},
    )


def forked(folder: Path, **asked: object) -> Ran:
    """Run what is *asked* for in *folder*, in a child that is forked: see ``forked.py``."""
    if not _forking:
        _forking.append(Forking(environment()))
    beside = folder.parent / folder.name
    out, err = beside.with_suffix(".out"), beside.with_suffix(".err")
    said: dict[str, object] = {
        "folder": str(folder), "arguments": [], "stdin": None, "variables": {},
        "out": str(out), "err": str(err), "bounds": _bounds(powerless=False), "program": MAIN,
    }  # fmt: skip
    ended = _forking[0].run({**said, **asked}, CLOCK_SECONDS)
    if ended is None:
        _forking.pop()
        ended = Ended(-1, 0, float(CLOCK_SECONDS))
    return Ran(ended.code, out.read_bytes(), err.read_bytes(), ended.kilobytes, ended.seconds)


def environment() -> dict[str, str]:
    """Return the variables that a run sees: nothing of the one that tests."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    source = str(Path(kediri_index.__file__).parents[1])
    return {**kept, "PYTHONPATH": source, "PYTHONUTF8": "1"}


def _bounds(*, powerless: bool) -> dict[str, object]:
    return {"memory": GIBIBYTE, "seconds": SECONDS, "powerless": powerless}


def _alone(
    folder: Path,
    arguments: Sequence[str | bytes],
    stdin: Path | None,
    variables: dict[str, str],
    *,
    powerless: bool,
) -> Ran:
    measured = folder.parent / f"{folder.name}.measured"
    settings = json.dumps(_bounds(powerless=powerless))
    here = str(Path(__file__).parents[2])
    line = [sys.executable, "-c", _ALONE, here, settings, str(measured), *arguments]
    source = subprocess.DEVNULL if stdin is None else stdin.open("rb")
    try:
        ended = subprocess.run(
            line, cwd=folder, env={**environment(), **variables}, stdin=source,
            capture_output=True, check=False, timeout=CLOCK_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        return Ran(-1, late.stdout or b"", late.stderr or b"", 0, float(CLOCK_SECONDS))
    finally:
        if not isinstance(source, int):
            source.close()
    text = measured.read_text() if measured.exists() else ""
    kilobytes, seconds = json.loads(text) if text else (0, float(SECONDS))
    return Ran(ended.returncode, ended.stdout, ended.stderr, kilobytes, seconds)
