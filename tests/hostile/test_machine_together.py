"""Several runs at once, as real processes, into one place; and a terminal that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.hostile.machine import INTERRUPTED, USAGE, WRITING, Writing, faulty, seen, workplace
from tests.hostile.running import environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes as Linux has them")

RUNS = 3
PATIENCE = 120
PYTHON = [sys.executable, "-m", "kediri_index"]
TOGETHER = ("score", "check --mark", "report --all", "template --all", "bundle", "init")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = workplace(tmp_path / "data")
    for name in ("satu", "bersama"):
        (place / name).mkdir()
    return place


def at_once(folder: Path, arguments: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield how each of several runs ended that were started together, and what it said."""
    runs = [
        subprocess.Popen(
            [*PYTHON, *arguments],
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(RUNS)
    ]
    for run in runs:
        _, said = run.communicate(timeout=PATIENCE)
        yield run.returncode, said


@pytest.mark.parametrize("name", TOGETHER)
def test_runs_into_one_place_leave_it_as_one_of_them_would(name: str, folder: Path) -> None:
    writing = next(one for one in WRITING if one.name == name)
    faulty(folder, writing.line("satu"))
    for code, said in at_once(folder, writing.line("bersama")):
        assert code in {0, 1}
        assert "Traceback" not in said
    alone, together = seen(folder / "satu"), seen(folder / "bersama")
    assert set(together) == set(alone)
    assert {name: len(data) for name, data in together.items()} == {
        name: len(data) for name, data in alone.items()
    }


def unforced(writing: Writing) -> list[str]:
    """Return the arguments of *writing* without leave to replace."""
    return [one for one in writing.line("bersama") if one != "--force"]


@pytest.mark.parametrize("name", ["score", "report --all", "template --all"])
def test_of_runs_that_may_not_replace_the_others_are_told(name: str, folder: Path) -> None:
    writing = next(one for one in WRITING if one.name == name)
    ended = list(at_once(folder, unforced(writing)))
    assert {code for code, _ in ended} <= {0, USAGE}
    for code, said in ended:
        assert "Traceback" not in said
        if code == USAGE:
            assert "sudah ada" in said
    assert set(seen(folder / "bersama")) == set(writing.files)
    assert all(seen(folder / "bersama").values())


@pytest.mark.parametrize(
    "arguments", [["score"], ["check"], ["report", "--output", "laporan.html"]]
)
def test_a_terminal_that_goes_away_ends_a_run_quietly(arguments: list[str], folder: Path) -> None:
    """Its file, if it was to write one, is whole or not there."""
    command, *more = arguments
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [*PYTHON, command, "opd", *more],
        cwd=folder,
        env=environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    os.close(ours)
    assert run.wait(timeout=PATIENCE) in {0, 1, USAGE, INTERRUPTED}
    report = folder / "laporan.html"
    assert not report.exists() or report.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert not [name for name in seen(folder) if name.endswith(".tmp")]
