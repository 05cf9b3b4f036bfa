"""Write an example for each code of a finding: files that give exactly it, and the list of them.

Run as ``python -m examples.make_finding_examples``; the same bytes each time.
"""

from __future__ import annotations

import argparse
import csv
import shlex
from collections.abc import Iterator
from pathlib import Path

from examples.finding_examples import (
    bundles,
    cells,
    comparisons,
    definition_files,
    evidence,
    files,
    layout,
    lists,
    next_years,
    panels,
    parts,
    plans,
    robustness,
    rows,
    statistics,
    surveys,
)
from examples.finding_examples.definitions import DEFINITIONS
from examples.finding_examples.example import Example, Found

FOLDER = Path(__file__).parent / "findings"
LIST = "index.csv"
COLUMNS = (
    "code",
    "command",
    "arguments",
    "file",
    "sheet",
    "cell",
    "line",
    "column",
    "value",
    "with",
)

EXAMPLES: tuple[Example, ...] = tuple(
    sorted(
        (
            *definition_files.EXAMPLES,
            *files.EXAMPLES,
            *parts.EXAMPLES,
            *layout.EXAMPLES,
            *lists.EXAMPLES,
            *cells.EXAMPLES,
            *rows.EXAMPLES,
            *statistics.EXAMPLES,
            *surveys.EXAMPLES,
            *evidence.EXAMPLES,
            *panels.EXAMPLES,
            *robustness.EXAMPLES,
            *comparisons.EXAMPLES,
            *plans.EXAMPLES,
            *bundles.EXAMPLES,
            *next_years.EXAMPLES,
        ),
        key=lambda example: example.code,
    )
)


def write_all(folder: Path) -> None:
    """Write the examples, the definitions they share and the list into *folder*."""
    for path, data in all_files():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    with (folder / LIST).open("w", encoding="utf-8", newline="") as list_file:
        writer = csv.writer(list_file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row for example in EXAMPLES for row in rows_of(example))


def all_files() -> Iterator[tuple[str, bytes]]:
    """Yield every file but the list, by its path in the folder."""
    for name, text in DEFINITIONS.items():
        yield f"definisi/{name}", text.encode()
    for example in EXAMPLES:
        yield from example.files.items()


def rows_of(example: Example) -> Iterator[tuple[str | int | None, ...]]:
    """Yield the rows of an example: its own finding, then those beside it, with its code."""
    yield _row(example, example.found, None)
    for found in example.beside:
        yield _row(example, found, example.code)


def _row(example: Example, found: Found, beside: str | None) -> tuple[str | int | None, ...]:
    code, *place = found
    return (code, example.command, shlex.join(example.arguments), *place, beside)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write an example for each code of a finding.")
    parser.add_argument(
        "--output", type=Path, default=FOLDER, metavar="DIR", help="default: beside this script"
    )
    folder = parser.parse_args().output
    write_all(folder)
    print(f"wrote {folder}")


if __name__ == "__main__":
    main()
