"""Print what each dependency weighs: megabytes with all that it brings, and what its import takes.

Megabytes are those of the files that pip installed, without bytecode. An import is the CPU time
of a process that imports the package, as a ratio to `python -c pass`: medians of this run on this
machine. Beside it, the modules that it loads.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
OF_USERS = ("docx",)
IMPORTS = {
    "jinja2": "import jinja2",
    "numpy": "import numpy",
    "pillow": "from PIL import Image, ImageDraw, ImageFont",
    "pydantic": "import pydantic",
    "python-docx": "import docx",
    "pyyaml": "import yaml",
    "rich": "import rich.console, rich.table",
    "typer": "import typer",
    "xlsxwriter": "import xlsxwriter",
}
ENVIRONMENT = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def named(requirement: str) -> str:
    """Return the package's name that *requirement* begins with, as its own metadata spell it."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].casefold().replace("_", "-")


def direct() -> Iterator[tuple[str, str, str]]:
    """Yield every package that users install: its extra or "", its name and its range."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = {name: project["optional-dependencies"][name] for name in OF_USERS}
    for extra, requirements in {"": project["dependencies"], **extras}.items():
        for requirement in requirements:
            name = named(requirement)
            yield extra, name, requirement[len(name) :]


def with_what_it_brings(name: str) -> set[str]:
    """Return *name* and every installed package that it needs, without its extras."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        one = ahead.pop()
        if one in found:
            continue
        try:
            requires = distribution(one).requires or []
        except PackageNotFoundError:  # of another system or Python
            continue
        found.add(one)
        ahead += [named(need) for need in requires if "extra ==" not in need]
    return found


def megabytes(name: str) -> float:
    """Return the size of the files of *name*."""
    files = distribution(name).files or []
    paths = [Path(str(one.locate())) for one in files if one.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def seconds(code: str, runs: int) -> float:
    """Return the median CPU time of a Python that runs *code*, of *runs* after a first."""
    return median(
        [_printed(f"{code}; import time; print(time.process_time())") for _ in range(runs + 1)][1:]
    )


def modules(code: str) -> int:
    """Return how many modules *code* loads."""
    return int(
        _printed(f"import sys; before = len(sys.modules); {code}; print(len(sys.modules) - before)")
    )


def _printed(code: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Print a table of all packages, and what they weigh together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="runs of each import")
    runs = parser.parse_args().runs
    bare = seconds("pass", runs)
    print("| package | range | here | MB | with what it brings | import | modules |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    core: set[str] = set()
    together: set[str] = set()
    for extra, name, allowed in direct():
        brought = with_what_it_brings(name)
        together |= brought
        core |= set() if extra else brought
        others = ", ".join(sorted(brought - {name}))
        whole = sum(map(megabytes, brought))
        print(
            f"| {name} | {allowed} | {distribution(name).version} | {megabytes(name):.1f} "
            f"| {whole:.1f}{f' ({others})' if others else ''} "
            f"| {seconds(IMPORTS[name], runs) / bare:.1f} | {modules(IMPORTS[name])} |",
            flush=True,
        )
    for what, names in (("without the extras", core), ("with them", together)):
        print(f"{what}: {sum(map(megabytes, names)):.1f} MB in {len(names)} packages")


if __name__ == "__main__":
    main()
