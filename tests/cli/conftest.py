"""Runs of the command line in this process, in a folder of their own."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from tests.cli.running import Cli, Piped, Ran, run_program
from tests.form_once import forms_written_once

ROOT = Path(__file__).parents[2]
VARIABLES = (
    "COLUMNS",
    "FORCE_COLOR",
    "KEDIRI_INDEX_CONFIG",
    "KEDIRI_INDEX_LANG",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LINES",
    "NO_COLOR",
    "TERM",
)


@pytest.fixture
def cli(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> Cli:
    """Return a function that runs the command line as from a shell without any setting.

    With ``--program`` it is a built program, else it runs in this process.
    """
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    program = pytestconfig.getoption("--program")
    if program is not None:
        return partial(run_program, program)
    forms_written_once(monkeypatch)

    def run_line(*arguments: str, stdin: bytes | None = None) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kediri-index", *arguments])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", Piped(stdin))
        capsys.readouterr()
        code = run(arguments)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_line


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with Kota Kediri's workbook of 2022, and no definition of its own."""
    shutil.copy(ROOT / "examples" / "kota-kediri-2022.xlsx", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository as the working folder: the shipped definitions are the project's."""
    del project  # it has a working folder of its own, which this one comes after
    monkeypatch.chdir(ROOT)
    return ROOT
