"""A process that has the program imported, has run no command, and forks a child for each run.

A new interpreter needs a fifth of a second for its imports, a fork a hundredth. Each child has
limits, a folder, variables and streams of its own, and none sees what another has done.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

MAIN = "from kediri_index.__main__ import main; main()"


class Ended(NamedTuple):
    """How a child ended: a *code* below zero is the signal that did it."""

    code: int
    kilobytes: int
    seconds: float


class Forking:
    """The process that forks, and is forgotten once a child of it waits without end."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.forked"], cwd=Path(__file__).parents[2],
            env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip

    def run(self, asked: Mapping[str, object], seconds: float) -> Ended | None:
        """Run what is *asked* for in a child; None where it takes more *seconds* by the clock."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], seconds)[0]:
            self._end()
            return None
        code, kilobytes, used = json.loads(process.stdout.readline())
        return Ended(code, kilobytes, used)

    def _end(self) -> None:
        """End the process and the child that waits: both are of the one session."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
