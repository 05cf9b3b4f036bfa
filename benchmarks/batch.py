"""A ministry's batch: the check of thousands of workbooks, thirty of each city, as they grow.

The time of each size over that of the size before says whether it grows with the files; the
processors' time over the clock's, how many cores were at work. Memory is that of the largest of
the processes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Cost, Row, medians, own
from benchmarks.thirty import FILES, ROWS, definition, write

CITIES = {1: 5, 10: 50, 100: 500}
"""Of each size: 150 workbooks, 1,500, 15,000."""
PART = ROWS // FILES
"""How many of the questions an agency answers."""


def rows(runs: int, sizes: list[int]) -> Iterator[Row]:
    """Yield the check of each size beside that of the size before."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "kementerian.yaml"
        config.write_text(definition(), encoding="utf-8")
        smaller: tuple[str, Cost] | None = None
        made = 0
        for size in sizes:
            for city in range(made, CITIES[size]):
                _write_city(folder / "kiriman" / f"{city:03}", f"Kota {city:03}")
            made = CITIES[size]
            command = own("check", str(folder / "kiriman"), "--config", str(config), "--quiet")
            taken = medians([command], runs)[command]
            files = f"{made * FILES:,} workbooks"
            if isinstance(taken, str):
                yield Row(f"check of {files}", None, skipped=taken)
                return
            cores = f"{taken.processors / taken.clock:.1f} cores"
            before, other = smaller or ("", None)
            yield Row(f"check of {files}, {cores}", taken, before, other)
            smaller = files, taken


def _write_city(folder: Path, unit: str) -> None:
    folder.mkdir(parents=True)
    for agency in range(FILES):
        write(folder / f"{agency:02}.xlsx", unit, range(agency * PART, (agency + 1) * PART))
