"""The help of every command, line for line, as Typer lays it out at 80 columns.

After a change that is meant: ``KEDIRI_INDEX_UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kediri_index

HERE = Path(__file__).parent / "help"
UPDATE = os.environ.get("KEDIRI_INDEX_UPDATE_GOLDEN") == "1"
KEPT = ("PATH", "SYSTEMROOT", "HOME", "VIRTUAL_ENV", "COVERAGE_PROCESS_CONFIG")

# a process for each language, since the texts of options are made once in a process
ALL = """
import sys
from typer.main import get_command
from kediri_index.cli.commands import make_app
from kediri_index.cli.run import run

def show(command, *names):
    line = (*names, "--help")
    print("$", "kediri-index", *line)
    sys.argv = ["kediri-index", *line]
    assert run(line) == 0
    print()
    for name, below in getattr(command, "commands", {}).items():
        show(below, *names, name)

show(get_command(make_app(("",))))
"""


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_help_of_every_command(language: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ALL],
        env={
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            "COLUMNS": "80",
            "KEDIRI_INDEX_LANG": language,
            "PYTHONPATH": str(Path(kediri_index.__file__).parents[1]),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("$ kediri-index") > 15
    path = HERE / f"{language}.txt"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(ran.stdout, encoding="utf-8")
    assert ran.stdout == path.read_text(encoding="utf-8")
