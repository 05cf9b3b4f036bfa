"""The README's first command, in a copy of the tree and a fresh virtual environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "tests", "dist", "__pycache__", ".*_cache")


def test_the_first_command_prints_the_score_of_kota_kediri(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)[0]
    tree = tmp_path / "tree"
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "KEDIRI_INDEX", "COV_"))
    }
    done = subprocess.run(
        ["bash", "-c", first],
        cwd=tree,
        env=environment | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(
        r"^ +3,31 .*\+0,25 dari 2021 \(terbit 3,06\).*sasaran 3,4: selisih -0,09",
        done.stdout,
        re.MULTILINE,
    )
    pillars = dict(re.findall(r"^ (Smart \w+) .*?(\d,\d\d)  ", done.stdout, re.MULTILINE))
    assert pillars == {
        "Smart Governance": "2,75",
        "Smart Branding": "2,75",
        "Smart Economy": "3,50",
        "Smart Living": "3,33",
        "Smart Society": "3,33",
        "Smart Environment": "2,75",
    }
