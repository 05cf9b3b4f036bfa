"""A run of the command line in a process of its own, held to memory and time.

The bounds are 1 GiB of address space and 10 seconds of processor time. It is the processor's time
that counts: on a machine that does other things too, the clock says little of the program. The
clock has a bound of its own, far above, for what waits instead of working, such as a pipe.
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

GIBIBYTE = 1 << 30
SECONDS = 10
CLOCK_SECONDS = 90
KEPT = ("PATH", "SYSTEMROOT", "HOME", "VIRTUAL_ENV")

_BOUNDED = """
import atexit, json, resource, runpy, sys
measured, memory, seconds, powerless = json.loads(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
def measure(file=open(measured, "w")):
    used = resource.getrusage(resource.RUSAGE_SELF)
    json.dump([used.ru_maxrss, used.ru_utime + used.ru_stime], file)
    file.close()
atexit.register(measure)
if powerless:
    import ctypes, struct
    version = struct.pack("Ii", 0x20080522, 0)
    assert ctypes.CDLL(None).capset(version, struct.pack("6I", 0, 0, 0, 0, 0, 0)) == 0
sys.argv[1:] = sys.argv[2:]
runpy.run_module("kediri_index", run_name="__main__", alter_sys=True)
"""
"""What ``python -m kediri_index`` does, after the bounds are set: no second process for them.

*powerless* takes from root what lets it read files whose mode forbids it.
"""


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
    stdin: bytes | Path = b"",
    powerless: bool = False,
    variables: dict[str, str] | None = None,
) -> Ran:
    """Run ``kediri-index`` in *folder*; *stdin* is its input, or the file that it is read from."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    source = str(Path(kediri_index.__file__).parents[1])
    measured = folder.parent / f"{folder.name}.measured"
    settings = json.dumps([str(measured), GIBIBYTE, SECONDS, powerless])
    line = [sys.executable, "-c", _BOUNDED, settings, *arguments]
    environment = {**kept, "PYTHONPATH": source, "PYTHONUTF8": "1", **(variables or {})}
    try:
        if isinstance(stdin, Path):
            with stdin.open("rb") as file:
                ended = subprocess.run(
                    line, cwd=folder, env=environment, stdin=file,
                    capture_output=True, check=False, timeout=CLOCK_SECONDS,
                )  # fmt: skip
        else:
            ended = subprocess.run(
                line, cwd=folder, env=environment, input=stdin,
                capture_output=True, check=False, timeout=CLOCK_SECONDS,
            )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        return Ran(-1, late.stdout or b"", late.stderr or b"", 0, float(CLOCK_SECONDS))
    text = measured.read_text() if measured.exists() else ""
    kilobytes, seconds = json.loads(text) if text else (0, float(SECONDS))
    return Ran(ended.returncode, ended.stdout, ended.stderr, kilobytes, seconds)
