"""The worked examples of what is added most: each applies and does what is said."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kediri_index

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "extend.md").read_text(encoding="utf-8")
DIFFS = re.findall(r"```diff\n(.*?)```", PAGE, re.DOTALL)
FILES = dict(re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', PAGE, re.DOTALL))
RUNS = re.findall(r"```text\n\$ kediri-index ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
SCRIPT = """\
import contextlib, io, json, sys
from kediri_index.cli.run import run
for arguments in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run(arguments)
    print(json.dumps([code, out.getvalue()]))
"""


NAMES = ("rule", "method", "aggregation", "format", "command")


def test_each_but_a_command_is_one_new_file_and_one_line() -> None:
    assert len(DIFFS) == len(RUNS) == len(NAMES)
    for diff in DIFFS[:-1]:
        files = re.split(r"^diff --git ", diff, flags=re.MULTILINE)[1:]
        new = [one for one in files if "\nnew file mode " in one]
        (other,) = (one for one in files if one not in new)
        assert len(new) == 1
        changed = re.findall(r"^[-+](?![-+]{2} )", other, flags=re.MULTILINE)
        assert changed == ["+"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str]]:
    """What the commands print in a copy of the program that all are applied to."""
    folder = tmp_path_factory.mktemp("extended")
    shutil.copytree(Path(kediri_index.__file__).parent, folder / "src" / "kediri_index")
    alone = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}  # in nobody's repository
    for diff in DIFFS:
        subprocess.run(["git", "apply"], cwd=folder, input=diff, text=True, check=True, env=alone)
    for name, text in FILES.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=folder,
        input=json.dumps([shlex.split(command) for command, _ in RUNS]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1", "COLUMNS": "120"},
    )
    assert done.stderr == ""
    return [(code, out) for code, out in map(json.loads, done.stdout.splitlines())]


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_it_does_what_its_page_says(number: int, printed: list[tuple[int, str]]) -> None:
    code, out = printed[number]
    assert (code, out) == (0, RUNS[number][1])
