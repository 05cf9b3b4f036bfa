"""A forked run is what a run in an interpreter of its own is, and as bounded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile import containers, definitions, paths, xml_parts
from tests.hostile.cases import Case
from tests.hostile.forking import Forking
from tests.hostile.judging import called, prepared
from tests.hostile.running import GIBIBYTE, SECONDS, environment, forked

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")

ALIKE = (
    "a bomb beside the parts",
    "billion laughs",
    "a pipe without a writer",
    "a link to standard input",
    "endless zeros from standard input",
    "a name with orders to a screen",
    "a file without rights",
    "it extends itself",
)
CASES = (*containers.CASES, *xml_parts.CASES, *paths.CASES, *definitions.CASES)


@pytest.mark.parametrize("name", ALIKE)
def test_a_forked_run_says_what_an_interpreter_of_its_own_says(name: str, tmp_path: Path) -> None:
    case: Case = next(case for case in CASES if case.name == name)
    folder = prepared(case, tmp_path).data
    forked, alone = called(case, folder), called(case, folder, alone=True)
    assert (forked.code, forked.out, forked.err) == (alone.code, alone.out, alone.err)
    assert alone.kilobytes > 0


def test_a_forked_run_is_held_to_memory_and_time(tmp_path: Path) -> None:
    hungry = forked(tmp_path, program="bytearray(1 << 30)")
    assert hungry.code == 1
    assert hungry.err.endswith(b"MemoryError\n")
    told = forked(
        tmp_path,
        program="import resource as r; print(r.getrlimit(r.RLIMIT_AS), r.getrlimit(r.RLIMIT_CPU))",
    )
    assert told.out.decode().strip() == f"{(GIBIBYTE, GIBIBYTE)} {(SECONDS, SECONDS + 1)}"


def test_a_run_that_a_signal_ends_is_told_by_it(tmp_path: Path) -> None:
    ended = forked(tmp_path, program="import os, signal; os.kill(os.getpid(), signal.SIGXCPU)")
    assert ended.code < 0


def test_no_run_sees_what_another_has_done(tmp_path: Path) -> None:
    leave = "import os, sys; os.environ['A'] = sys.argv[1]; sys.seen = 1; os.chdir('/')"
    look = "import os, sys; print('A' in os.environ, hasattr(sys, 'seen'), os.getcwd(), sys.argv)"
    forked(tmp_path, arguments=["x"], program=leave, variables={"B": "b"})
    seen = forked(tmp_path, program=look + "; print('B' in os.environ, os.environ['PYTHONUTF8'])")
    assert seen.out.decode() == f"False False {tmp_path} ['kediri-index']\nFalse 1\n"


def test_a_run_that_waits_without_end_is_ended(tmp_path: Path) -> None:
    forking = Forking(environment())
    asked: dict[str, object] = {
        "folder": str(tmp_path), "arguments": [], "stdin": None, "variables": {},
        "out": str(tmp_path / "out"), "err": str(tmp_path / "err"),
        "bounds": {"memory": GIBIBYTE, "seconds": SECONDS, "powerless": False},
    }  # fmt: skip
    assert forking.run({**asked, "program": "print(1)"}, 60) is not None
    waits = "import time; print(2, flush=True); time.sleep(600)"
    assert forking.run({**asked, "program": waits}, 1) is None
