"""The Python in README and docs passes a strict type checker, a page as one program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_every_example_passes_mypy_strict(tmp_path: Path) -> None:
    pages = [*ROOT.glob("README*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
    programs = []
    for page in pages:
        found = PYTHON.findall(page.read_text(encoding="utf-8"))
        blocks = [one for one in found if not one.startswith(("class ", "def "))]  # signatures
        if blocks and "kediri_index" in "".join(blocks):
            name = "_".join(page.relative_to(ROOT).with_suffix("").parts).replace("-", "_")
            program = tmp_path / f"{name.replace('.', '_')}.py"
            program.write_text("\n".join(blocks), encoding="utf-8")
            programs.append(program.name)
    assert "README.py" in programs
    options = ("--strict", "--config-file=", f"--cache-dir={ROOT / '.mypy_cache' / 'examples'}")
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *programs],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
