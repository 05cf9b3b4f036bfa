"""The examples of findings that come with the package, by code."""

from __future__ import annotations

import csv
from pathlib import Path

import kediri_index
from kediri_index.model.explained import Example

_LIST = "index.csv"


def examples_folder() -> Path:
    """Return the folder of the examples: in a wheel inside the package, else beside ``src``."""
    package = Path(kediri_index.__file__).absolute().parent
    inside = package / "examples" / "findings"
    return inside if inside.is_dir() else package.parent.parent / "examples" / "findings"


def examples_in(folder: Path) -> dict[str, Example]:
    """Return the example of each code that has one; what is found beside it is left out."""
    with (folder / _LIST).open(encoding="utf-8", newline="") as file:
        return {row["code"]: _example(row) for row in csv.DictReader(file) if not row["with"]}


def files_of(example: Example, folder: Path) -> tuple[str, ...]:
    """Return the example's own files by their paths in *folder*; shared ones are not named."""
    own = folder / example.code
    if own.is_dir():
        paths = [path for path in own.rglob("*") if path.is_file()]
    else:
        paths = list(folder.glob(f"{example.code}.*"))
    return tuple(sorted(path.relative_to(folder).as_posix() for path in paths))


def _example(row: dict[str, str]) -> Example:
    return Example(
        row["code"],
        row["command"],
        row["arguments"],
        row["file"],
        row["sheet"] or None,
        row["cell"] or None,
        int(row["line"]) if row["line"] else None,
        int(row["column"]) if row["column"] else None,
        row["value"] or None,
    )
