"""Scripts of a CI, run by bash as the CI would, with this package as the one installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import kediri_index

SOURCE = Path(kediri_index.__file__).parents[1]

_KEDIRI_INDEX = """\
#!/bin/sh
exec "{python}" -P -m kediri_index "$@"
"""
_PYTHON = """\
#!/bin/sh
options=
for one in "$@"; do
  case "$one" in
  -m) break ;;
  -c) exec "{python}" "$@" ;;
  *) options="$options $one" ;;
  esac
done
printf '%s\\n' "$*" >> "{calls}"
exec "{python}" $options -c 'import json, logging, pip, venv'
"""


_RUN = "open({here!r}, 'w').close()\n"
_IMPORTED = (
    "json",
    "logging",
    "pip",
    "venv",
    "sitecustomize",
    "encodings",
    "kediri_index",
    "typer",
)


def plant(checkout: Path) -> Path:
    """Put modules into *checkout* that Python may import; return the file they would make."""
    made = checkout.parent / "ran"
    for name in _IMPORTED:
        (checkout / name).mkdir()
        for file in ("__init__.py", "__main__.py"):
            (checkout / name / file).write_text(_RUN.format(here=str(made)), encoding="utf-8")
    return made


class Done(NamedTuple):
    """How a script ended, and what it printed."""

    code: int
    out: str
    err: str


class Shell:
    """Runs scripts in *folder*.

    Installing is noted in ``calls`` and not done; the modules that it would import are imported.
    """

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs
        self._calls = programs.parent / "calls.txt"
        programs.mkdir(parents=True)
        for name, script in (("kediri-index", _KEDIRI_INDEX), ("python", _PYTHON)):
            path = programs / name
            path.write_text(script.format(python=sys.executable, calls=self._calls))
            path.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        """What was to be installed."""
        return self._calls.read_text(encoding="utf-8").splitlines()

    def run(self, script: str, variables: Mapping[str, str], *, options: str = "-e") -> Done:
        """Run *script*, with *variables* and what a runner always has."""
        known = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", *options.split(), "-c", script],
            cwd=self.folder,
            env={
                **known,
                "PATH": f"{self.programs}:{os.environ['PATH']}",
                "PYTHONPATH": str(SOURCE),
                "PYTHONUTF8": "1",
                **variables,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Done(ran.returncode, ran.stdout, ran.stderr)
